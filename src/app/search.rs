//! Searching both wordings for words, or the new one for what an edit elsewhere should have changed too.

use std::ops::Range;

use super::folded::find;
use crate::compare::Comparison;
use crate::compare::paragraphs::seen;
use crate::compare::parallel::both;
use crate::document::{Document, Pair, Side, Span};
use crate::review::{Review, remarks};

/// A place where what is searched for was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// In which wording.
    pub side: Side,
    /// The step of the page it stands in.
    step: u32,
    /// Where there.
    pub span: Span,
}

/// What is searched for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// These words.
    Words(String),
    /// What stands unchanged though edits elsewhere changed the same, or what it refers to.
    Strays,
}

impl Wanted {
    /// What a hit is called.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Words(_) => "hit",
            Self::Strays => "stray",
        }
    }
}

/// A search that is on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Search {
    /// What is searched for.
    pub wanted: Wanted,
    /// Where it was found, in the order of the page.
    pub hits: Vec<Hit>,
    /// The current hit.
    pub current: Option<usize>,
    /// Of strays: what is to be said of each, in the order of the text.
    reasons: Vec<String>,
    /// Where it was found on each side, in the order of its text.
    found: Pair<Vec<Span>>,
}

impl Search {
    /// Searches both wordings; capitals count only when the pattern has some, white space, soft hyphens and the shapes of quotes never.
    pub fn new(comparison: &Comparison, pattern: &str) -> Self {
        let exact = pattern.chars().any(char::is_uppercase);
        let texts = comparison.documents.as_ref().map(|document| document.text.as_str());
        let (old, new) = both(|| find(texts.old, pattern, exact), || find(texts.new, pattern, exact));
        Self::of(comparison, Wanted::Words(pattern.to_owned()), Pair::of(old, new), Vec::new())
    }

    /// The references that follow no renumbering, and the words that edits which are the same elsewhere may have missed.
    pub fn strays(comparison: &Comparison, review: &Review) -> Self {
        let strays = remarks::strays(comparison, review);
        let reasons = strays.iter().map(|stray| remarks::stray_remark(comparison, review, stray)).collect();
        let found = strays.into_iter().map(|stray| stray.place).collect();
        Self::of(comparison, Wanted::Strays, Pair::of(Vec::new(), found), reasons)
    }

    fn of(comparison: &Comparison, wanted: Wanted, found: Pair<Vec<Span>>, reasons: Vec<String>) -> Self {
        Self { wanted, hits: in_page_order(comparison, &found), current: None, reasons, found }
    }

    /// The same in another comparison, or after other decisions. Where the current hit is none any more, the next one is the one behind it.
    pub fn again(self, comparison: &Comparison, review: &Review) -> Self {
        let at = self.current_hit().map(|hit| (hit.side, hit.span));
        let mut search = match &self.wanted {
            Wanted::Words(pattern) => Self::new(comparison, pattern),
            Wanted::Strays => Self::strays(comparison, review),
        };
        let same = search.hits.iter().position(|hit| Some((hit.side, hit.span)) == at);
        search.current = same.or_else(|| self.current?.checked_sub(1)).filter(|hit| *hit < search.hits.len());
        search
    }

    /// The first hit in this step of the page or after it, or else the very first.
    pub fn begin(&mut self, step: usize) -> Option<Hit> {
        let first = self.hits.partition_point(|hit| (hit.step as usize) < step).checked_rem(self.hits.len())?;
        self.current = Some(first);
        self.current_hit()
    }

    /// The first hit that is one of these places of the new wording, which are in order.
    pub fn begin_among(&mut self, places: &[Span]) -> Option<Hit> {
        let is_one = |hit: &Hit| hit.side == Side::New && places.binary_search(&hit.span).is_ok();
        self.current = Some(self.hits.iter().position(is_one)?);
        self.current_hit()
    }

    /// The next or previous hit, around the ends.
    pub fn step(&mut self, onward: bool, times: usize) -> Option<Hit> {
        let all = self.hits.len();
        let times = times.checked_rem(all)?;
        let next = match (self.current, onward) {
            (Some(at), true) => (at + times) % all,
            (None, true) => (times + all - 1) % all,
            (at, false) => (at.unwrap_or(0) + all - times) % all,
        };
        self.current = Some(next);
        self.current_hit()
    }

    /// The hits that touch a stretch of one side, and whether each is the current one.
    pub fn within(&self, side: Side, span: Span) -> impl Iterator<Item = (Span, bool)> {
        let current = self.current_hit().filter(|hit| hit.side == side).map(|hit| hit.span);
        let found = &self.found[side];
        let first = found.partition_point(|hit| hit.end <= span.start);
        found[first..].iter().take_while(move |hit| hit.start < span.end).map(move |hit| (*hit, current == Some(*hit)))
    }

    /// The current hit.
    pub fn current_hit(&self) -> Option<Hit> {
        self.current.and_then(|hit| self.hits.get(hit)).copied()
    }

    /// How many there are, and which one this is.
    pub fn tally(&self) -> String {
        let at = self.current.map_or(0, |at| at + 1);
        format!("{} {at} of {}", self.wanted.name(), self.hits.len())
    }

    /// The same, and what is to be said of this one.
    pub fn said(&self) -> String {
        let of_stray = |hit: Hit| self.reasons.get(self.found.new.binary_search(&hit.span).ok()?);
        let reason = self.current_hit().and_then(of_stray);
        reason.map_or_else(|| self.tally(), |reason| format!("{} · {reason}", self.tally()))
    }
}

/// What was found on each side, in the order of the page.
fn in_page_order(comparison: &Comparison, found: &Pair<Vec<Span>>) -> Vec<Hit> {
    let mut hits = Vec::with_capacity(found.old.len() + found.new.len());
    // Most steps begin where the one before ended.
    let mut ended = Pair::of((0, 0), (0, 0));
    for (step, at) in (0..).zip(&comparison.steps) {
        let sentences = seen(comparison, *at);
        for side in [Side::Old, Side::New] {
            let Some(place) = place(&comparison.documents[side], &sentences[side]) else { continue };
            let all = &found[side];
            let first = match ended[side] {
                (byte, next) if byte == place.start => next,
                _ => all.partition_point(|hit| hit.start < place.start),
            };
            let count = all[first..].iter().take_while(|hit| hit.start < place.end).count();
            hits.extend(all[first..first + count].iter().map(|span| Hit { side, step, span: *span }));
            ended[side] = (place.end, first + count);
        }
    }
    hits
}

/// Where some sentences stand, with the white space before the first, and that behind the last of all.
fn place(document: &Document, sentences: &Range<usize>) -> Option<Span> {
    let last = sentences.end.checked_sub(1).filter(|_| !sentences.is_empty())?;
    let start = sentences.start.checked_sub(1).map_or(0, |before| document.sentences[before].end);
    let end = if sentences.end == document.sentences.len() { usize::MAX } else { document.sentences[last].end };
    Some(Span::new(start, end))
}
