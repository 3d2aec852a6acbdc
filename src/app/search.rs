//! Searching both wordings for words, or the new one for what an edit elsewhere should have changed too.

use super::folded::find;
use crate::compare::strays::Stray;
use crate::compare::{Comparison, Step};
use crate::document::{Pair, Side, Span};
use crate::review::{Review, remarks};

/// A place where what is searched for was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// In which wording.
    pub side: Side,
    /// Where there.
    pub span: Span,
    /// The step of the page it stands in.
    step: usize,
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
    /// Of strays: what is to be said of each.
    reasons: Vec<String>,
    /// The hits of each side in the order of its text.
    places: Pair<Vec<usize>>,
}

impl Search {
    /// Searches both wordings; capitals count only when the pattern has some, white space, soft hyphens and the shapes of quotes never.
    pub fn new(comparison: &Comparison, pattern: &str) -> Self {
        let exact = pattern.chars().any(char::is_uppercase);
        let found = comparison.documents.as_ref().map(|document| find(&document.text, pattern, exact));
        let on = |side: Side| move |span: Span| (side, span, ());
        let found = found.old.into_iter().map(on(Side::Old)).chain(found.new.into_iter().map(on(Side::New)));
        let found = hits(comparison, found);
        Self::of(Wanted::Words(pattern.to_owned()), found.into_iter().map(|(hit, ())| hit).collect(), Vec::new())
    }

    /// The references that follow no renumbering, and the words that edits which are the same elsewhere may have missed.
    pub fn strays(comparison: &Comparison, review: &Review) -> Self {
        let said = |stray: &Stray| (Side::New, stray.place, remarks::stray_remark(comparison, review, stray));
        let found = hits(comparison, remarks::strays(comparison, review).into_iter().map(said));
        let (hits, reasons) = found.into_iter().unzip();
        Self::of(Wanted::Strays, hits, reasons)
    }

    fn of(wanted: Wanted, hits: Vec<Hit>, reasons: Vec<String>) -> Self {
        let places = Pair::of(Side::Old, Side::New).map(|side| {
            let mut places: Vec<usize> = (0..hits.len()).filter(|hit| hits[*hit].side == side).collect();
            places.sort_by_key(|hit| hits[*hit].span.start);
            places
        });
        Self { wanted, hits, current: None, reasons, places }
    }

    /// The same in another comparison, or after other decisions. Where the current hit is none any more, the next one is the one behind it.
    pub fn again(self, comparison: &Comparison, review: &Review) -> Self {
        let at = self.current.and_then(|hit| self.hits.get(hit)).map(|hit| (hit.side, hit.span));
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
        let first = self.hits.partition_point(|hit| hit.step < step).checked_rem(self.hits.len())?;
        self.current = Some(first);
        self.hits.get(first).copied()
    }

    /// The first hit that is one of these places of the new wording, which are in order.
    pub fn begin_among(&mut self, places: &[Span]) -> Option<Hit> {
        let is_one = |hit: &Hit| hit.side == Side::New && places.binary_search(&hit.span).is_ok();
        self.current = Some(self.hits.iter().position(is_one)?);
        self.current.and_then(|hit| self.hits.get(hit)).copied()
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
        self.hits.get(next).copied()
    }

    /// The hits that touch a stretch of one side, by number.
    pub fn within(&self, side: Side, span: Span) -> impl Iterator<Item = (usize, Span)> {
        let places = &self.places[side];
        let first = places.partition_point(|hit| self.hits[*hit].span.end <= span.start);
        let found = places[first..].iter().map(|hit| (*hit, self.hits[*hit].span));
        found.take_while(move |(_, hit)| hit.start < span.end)
    }

    /// How many there are, and which one this is.
    pub fn tally(&self) -> String {
        let at = self.current.map_or(0, |at| at + 1);
        format!("{} {at} of {}", self.wanted.name(), self.hits.len())
    }

    /// The same, and what is to be said of this one.
    pub fn said(&self) -> String {
        let reason = self.current.and_then(|at| self.reasons.get(at));
        reason.map_or_else(|| self.tally(), |reason| format!("{} · {reason}", self.tally()))
    }
}

/// What was found, in the order of the page, with what is to be said of each.
fn hits<T>(comparison: &Comparison, found: impl Iterator<Item = (Side, Span, T)>) -> Vec<(Hit, T)> {
    let order = order(comparison);
    // On each side they come in order, and most stand in the sentence of the one before or soon behind it.
    let mut last = Pair::of(0, 0);
    let mut hit = |side: Side, span: Span| {
        let sentences = &comparison.documents[side].sentences;
        let behind = &sentences[last[side]..];
        last[side] += behind.iter().take_while(|known| known.end <= span.start).count();
        Hit { side, span, step: order[side].get(last[side]).copied().unwrap_or(usize::MAX) }
    };
    let mut hits: Vec<(Hit, T)> = found.map(|(side, span, said)| (hit(side, span), said)).collect();
    hits.sort_by_key(|(hit, _)| (hit.step, hit.side == Side::New, hit.span.start));
    hits
}

/// Which step each sentence stands in.
fn order(comparison: &Comparison) -> Pair<Vec<usize>> {
    let mut order = comparison.documents.as_ref().map(|document| vec![usize::MAX; document.sentences.len()]);
    for (at, step) in comparison.steps.iter().enumerate() {
        let (bead, sides): (usize, &[Side]) = match step {
            Step::Bead(bead) => (*bead, &[Side::Old, Side::New]),
            Step::From(bead) => (*bead, &[Side::Old]),
            Step::To(bead) => (*bead, &[Side::New]),
        };
        let Some(bead) = comparison.beads.get(bead) else { continue };
        for side in sides {
            for sentence in bead.sentences[*side].clone() {
                if let Some(place) = order[*side].get_mut(sentence) {
                    *place = at;
                }
            }
        }
    }
    order
}
