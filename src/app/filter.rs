//! The filter: only edits of some class, decision, kind or flag are walked; the others stay on the page, pale.

use super::key::{Code, Key};
use super::list::ListLine;
use super::{App, Effect, Screen};
use crate::compare::flags::FlagKind;
use crate::compare::{Class, Edit, EditKind};
use crate::review::Review;

/// Something that an edit is or has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Facet {
    /// What it weighs.
    Class(Class),
    /// The name of its decision.
    Decision(&'static str),
    /// What it does.
    Kind(EditKind),
    /// Why it matters.
    Flag(FlagKind),
    /// It has a comment.
    Commented,
}

impl Facet {
    /// Its name as the screen shows it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Class(class) => class.name(),
            Self::Decision(name) => name,
            Self::Kind(kind) => kind.name(),
            Self::Flag(kind) => kind.name(),
            Self::Commented => "commented",
        }
    }

    /// The heading it stands under: one of several under a heading is enough, but each heading must be met.
    const fn group(self) -> &'static str {
        match self {
            Self::Class(_) => "Class",
            Self::Decision(_) => "Decision",
            Self::Kind(_) => "Kind",
            Self::Flag(_) => "Flag",
            Self::Commented => "Comment",
        }
    }

    /// Where it stands in the list.
    fn rank(self) -> (u8, usize) {
        match self {
            Self::Class(class) => (0, Class::Substantive as usize - class as usize),
            Self::Decision(name) => (1, DECISIONS.iter().position(|known| *known == name).unwrap_or(DECISIONS.len())),
            Self::Kind(kind) => (2, kind as usize),
            Self::Flag(kind) => (3, kind as usize),
            Self::Commented => (4, 0),
        }
    }

    fn fits(self, edit: &Edit, review: &Review) -> bool {
        match self {
            Self::Class(class) => edit.class == class,
            Self::Decision(name) => review.decision(edit.id).name() == name,
            Self::Kind(kind) => edit.kind == kind,
            Self::Flag(kind) => edit.flags.iter().any(|flag| flag.kind == kind),
            Self::Commented => !review.comment(edit.id).is_empty(),
        }
    }
}

/// The names of the decisions, as they follow each other in the list.
const DECISIONS: [&str; 5] = ["open", "accepted", "rejected", "reworded", "sent back"];

/// What an edit is and has.
fn facets_of<'a>(edit: &'a Edit, review: &Review) -> impl Iterator<Item = Facet> + 'a {
    let decision = Facet::Decision(review.decision(edit.id).name());
    let comment = (!review.comment(edit.id).is_empty()).then_some(Facet::Commented);
    let flags = edit.flags.iter().map(|flag| Facet::Flag(flag.kind));
    [Facet::Class(edit.class), decision, Facet::Kind(edit.kind)].into_iter().chain(comment).chain(flags)
}

/// What is chosen; nothing = every edit is walked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter(Vec<Facet>);

impl Filter {
    /// Whether nothing is chosen.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether an edit fits: of each heading under which something is chosen, one of that.
    pub fn fits(&self, edit: &Edit, review: &Review) -> bool {
        self.fits_but(edit, review, "")
    }

    /// The same without what is chosen under one heading.
    fn fits_but(&self, edit: &Edit, review: &Review, heading: &str) -> bool {
        let mut groups = self.0.chunk_by(|a, b| a.group() == b.group());
        groups.all(|group| group[0].group() == heading || group.iter().any(|facet| facet.fits(edit, review)))
    }

    fn toggle(&mut self, facet: Facet) {
        match self.0.iter().position(|chosen| *chosen == facet) {
            Some(at) => drop(self.0.remove(at)),
            None => self.0.push(facet),
        }
        self.0.sort_by_key(|facet| facet.rank());
    }

    /// What is chosen, in a few words: `number/date + open`.
    pub fn name(&self) -> String {
        let group = |facets: &[Facet]| facets.iter().map(|facet| facet.name()).collect::<Vec<_>>().join("/");
        self.0.chunk_by(|a, b| a.group() == b.group()).map(group).collect::<Vec<_>>().join(" + ")
    }
}

impl App {
    /// Whether an edit fits the filter, or there is none.
    pub fn is_walked(&self, edit: usize) -> bool {
        self.walked.get(edit).copied().unwrap_or(true)
    }

    /// How many edits fit the filter, and which of them is the current one, from 1 on.
    pub fn walked_count(&self) -> (usize, Option<usize>) {
        let all = self.walked.iter().filter(|walked| **walked).count();
        let before = |edit: usize| self.walked.iter().take(edit + 1).filter(|walked| **walked).count();
        (all, self.current.filter(|edit| self.is_walked(*edit)).map(before))
    }

    /// Ends the filter; whether there was one.
    pub(super) fn end_filter(&mut self) -> bool {
        let was_on = !self.filter.is_empty();
        self.filter = Filter::default();
        self.note_decisions();
        was_on
    }

    /// One key while the list of the filter is open, where it means something of its own there.
    pub(super) fn filter_key(&mut self, key: Key) -> Option<Effect> {
        let Some(Screen::Filter(at)) = self.screens.last() else { return None };
        let [chooses, is_done] = [Code::Char(' '), Code::Enter].map(|code| key == Key::plain(code));
        // Where nothing is chosen yet, that line is meant on which one is done.
        if chooses || is_done && self.filter.is_empty() {
            self.toggle_facet(*at);
        }
        if is_done {
            self.close_filter();
        }
        (chooses || is_done).then_some(Effect::None)
    }

    /// Chooses a line of the list, or no longer.
    pub(super) fn toggle_facet(&mut self, at: usize) {
        if let Some(facet) = self.facets().get(at) {
            self.filter.toggle(*facet);
            self.note_decisions();
        }
    }

    /// Closes the list of the filter: the next edit that fits becomes the current one.
    pub(super) fn close_filter(&mut self) {
        self.screens.pop();
        let edits = 0..self.comparison.edits.len();
        let from = self.current.unwrap_or(0);
        let next = edits.clone().skip(from).chain(edits).find(|edit| self.is_walked(*edit));
        self.current = next.or(self.current);
        self.show_current();
    }

    /// What can be chosen: all that some edit has, and what is chosen already.
    pub(super) fn facets(&self) -> Vec<Facet> {
        let edits = self.comparison.edits.iter().flat_map(|edit| facets_of(edit, &self.review));
        let mut found: Vec<Facet> = edits.chain(self.filter.0.iter().copied()).collect();
        found.sort_by_key(|facet| facet.rank());
        found.dedup();
        found
    }

    /// The list, and in which line of it each facet stands.
    pub(super) fn filter_lines(&self) -> (Vec<ListLine>, Vec<usize>) {
        let (mut lines, mut places) = (Vec::new(), Vec::new());
        let mut group = "";
        for facet in self.facets() {
            if facet.group() != group {
                group = facet.group();
                lines.push(ListLine::of("heading", format!(" {group}")));
            }
            places.push(lines.len());
            lines.push(self.facet_line(facet));
        }
        (lines, places)
    }

    /// A facet, whether it is chosen, and how many of the edits that fit the other headings have it.
    fn facet_line(&self, facet: Facet) -> ListLine {
        let fits =
            |edit: &&Edit| facet.fits(edit, &self.review) && self.filter.fits_but(edit, &self.review, facet.group());
        let count = self.comparison.edits.iter().filter(fits).count();
        let (mark, look) = if self.filter.0.contains(&facet) { ("[x]", "key") } else { ("[ ]", "kept") };
        let look = if count == 0 { "context" } else { look };
        ListLine::of(look, format!("   {mark} {:<14}{count:>6} ", facet.name()))
    }
}
