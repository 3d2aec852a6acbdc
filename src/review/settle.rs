//! The text that follows from the decisions: byte ranges of both texts spliced, so that what nobody edited keeps its bytes.
//!
//! Words come from the runs of the beads. White space is never part of a run: between two stretches it is the gap that the wording
//! has in which they are neighbours. So accepting everything gives the new text and rejecting everything the old, byte for byte.
//!
//! Of a translation the settled text is the target: words of the source never stand in it. A finding that is accepted is agreed to, the
//! target stands as it is; one that is reworded has the right words; one that is rejected or sent back is still to be mended. Only an
//! addition that is rejected goes. Accepting everything, or deciding nothing, gives the target, byte for byte.

use super::mends::{mends, within};
pub use super::unsettled::Unsettled;
use super::unsettled::refused;
use super::{Decision, Review};
use crate::compare::{Comparison, Edit, EditKind, Mode, Run, Step};
use crate::document::{Document, Pair, Side, Span};

/// What becomes of edits that are still open or sent back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Open {
    /// The old words stand.
    Old,
    /// The new words stand.
    New,
    /// There is no settled text yet.
    Refuse,
}

/// The settled text.
pub fn settle(comparison: &Comparison, review: &Review, open: Open) -> Result<String, Unsettled> {
    refused(comparison, review, open)?;
    let mut settling = Settling::new(comparison, review, open);
    let mut text = String::with_capacity(comparison.documents.new.text.len());
    for step in &comparison.steps {
        settling.step(*step);
        settling.parts.drain(..).for_each(|part| part.add_to(&mut text, comparison));
    }
    text.push_str(settling.tail());
    Ok(text)
}

/// What some steps come to, as far as it is decided; what is open or sent back stands as in the new wording.
pub fn settled<'a>(comparison: &'a Comparison, review: &'a Review, steps: &[Step]) -> Vec<Part<'a>> {
    let mut settling = Settling::open(comparison, review, Side::New);
    settling.goes_on = true;
    steps.iter().for_each(|step| settling.step(*step));
    settling.parts
}

/// Whether a finding in a translation was not agreed to and has no right words yet.
pub fn is_to_be_mended(mode: Mode, edit: &Edit, decision: &Decision) -> bool {
    let is_kept = mode == Mode::Translation && edit.kind != EditKind::Insert;
    match decision {
        Decision::Rejected => is_kept,
        Decision::SentBack(_) => mode == Mode::Translation,
        _ => false,
    }
}

/// Whose words stand where an edit is rejected.
pub fn rejected(mode: Mode, edit: &Edit) -> Side {
    if mode == Mode::Translation && edit.kind != EditKind::Insert { Side::New } else { Side::Old }
}

/// Words of the settled text.
#[derive(Clone, Debug)]
pub struct Part<'a> {
    /// The white space before them.
    pub gap: &'a str,
    /// Whose block begins with them, if one does.
    pub begins: Option<Side>,
    /// The places they have in the wordings.
    pub places: Pair<Option<Span>>,
    /// Which words they are.
    pub words: Choice<'a>,
    /// The edit that was decided so, if it is one.
    pub edit: Option<usize>,
}

impl Part<'_> {
    fn add_to(&self, text: &mut String, comparison: &Comparison) {
        text.push_str(self.gap);
        text.push_str(match self.words {
            Choice::Side(side) => self.places[side].map_or("", |span| span.of(&comparison.documents[side].text)),
            Choice::Third(words) => words,
        });
    }
}

/// The making of the settled text.
pub(super) struct Settling<'a> {
    comparison: &'a Comparison,
    review: &'a Review,
    open: Side,
    /// Whose white space stands between words that are neighbours in both wordings.
    layout: Side,
    /// The gap before the next part, where it was decided on: whose it is, and where.
    gap: Option<(Side, Span)>,
    last: Pair<Option<Span>>,
    /// Where the last words stand that both wordings have.
    shared: Option<Pair<Span>>,
    /// Whether there are words before the next part.
    is_begun: bool,
    /// Whether there are words before all parts, which are those of a passage.
    goes_on: bool,
    /// What stands in the place of strays.
    mends: Vec<(Span, &'a str)>,
    /// What was settled last.
    parts: Vec<Part<'a>>,
}

/// Which words stand.
#[derive(Clone, Copy, Debug)]
pub enum Choice<'a> {
    /// Those of a wording.
    Side(Side),
    /// Those of neither.
    Third(&'a str),
}

impl Choice<'_> {
    /// The side whose place the words take.
    fn side(&self) -> Side {
        match self {
            Self::Side(side) => *side,
            Self::Third(_) => Side::New,
        }
    }
}

impl<'a> Settling<'a> {
    pub(super) fn new(comparison: &'a Comparison, review: &'a Review, open: Open) -> Self {
        let is_old = open == Open::Old && comparison.mode == Mode::Revision;
        let mut settling = Self::open(comparison, review, if is_old { Side::Old } else { Side::New });
        let all_old = (0..comparison.edits.len()).all(|edit| settling.is_old(edit));
        let none = comparison.edits.is_empty();
        let is_old = comparison.mode == Mode::Revision && all_old && (!none || open == Open::Old);
        settling.layout = if is_old { Side::Old } else { Side::New };
        settling
    }

    /// White space as in the new wording; whose words stand where nothing is decided.
    fn open(comparison: &'a Comparison, review: &'a Review, open: Side) -> Self {
        let mut settling = Self {
            comparison,
            review,
            open,
            layout: Side::New,
            gap: None,
            last: Pair::of(Some(Span::default()), Some(Span::default())),
            shared: None,
            is_begun: false,
            goes_on: false,
            mends: Vec::new(),
            parts: Vec::new(),
        };
        settling.mends = mends(comparison, review, |edit| settling.is_old(edit));
        settling
    }

    /// The settled words of a bead by itself, as they stand where it stands in the new wording.
    pub(super) fn alone(&mut self, bead: usize) -> String {
        (self.last, self.shared, self.gap, self.is_begun) = (Pair::default(), None, None, false);
        let moved = self.comparison.beads[bead].moved;
        let mut text = String::new();
        match moved.map(|index| (self.choice(index), &self.comparison.edits[index])) {
            Some((Choice::Third(words), edit)) if edit.bead == bead => text.push_str(words),
            Some((Choice::Third(_), _)) => {}
            _ => self.bead(bead),
        }
        self.parts.drain(..).for_each(|part| part.add_to(&mut text, self.comparison));
        text
    }

    /// Which words of an edit stand.
    fn choice(&self, index: usize) -> Choice<'a> {
        let own = |index: usize| self.decided(&self.comparison.edits[index]);
        let led = self.comparison.led_to(index, |leader| own(leader).side());
        led.map_or_else(|| own(index), Choice::Side)
    }

    fn is_old(&self, index: usize) -> bool {
        matches!(self.choice(index), Choice::Side(Side::Old))
    }

    /// What is decided on an edit by itself.
    fn decided(&self, edit: &Edit) -> Choice<'a> {
        match self.review.decision(edit.id) {
            Decision::Accepted => Choice::Side(Side::New),
            Decision::Rejected => Choice::Side(rejected(self.comparison.mode, edit)),
            Decision::Reworded(_) if self.comparison.is_gap(edit) => Choice::Side(Side::New),
            Decision::Reworded(words) => Choice::Third(words),
            Decision::Open | Decision::SentBack(_) => Choice::Side(self.open),
        }
    }

    fn step(&mut self, step: Step) {
        let bead = match step {
            Step::Bead(bead) => return self.bead(bead),
            Step::From(bead) | Step::To(bead) => bead,
        };
        let Some(index) = self.comparison.beads[bead].moved else {
            return self.bead(bead);
        };
        let edit = &self.comparison.edits[index];
        match (self.choice(index), step) {
            (Choice::Side(Side::Old), Step::From(_)) | (Choice::Side(Side::New), Step::To(_)) => self.bead(bead),
            (words @ Choice::Third(_), Step::To(_)) if edit.bead == bead => {
                self.push(Pair::of(None, Some(edit.spans.new)), words, Some(index));
            }
            _ => {}
        }
    }

    fn bead(&mut self, bead: usize) {
        for run in self.comparison.runs(bead) {
            match run {
                Run::Same(spans) => self.same(self.layout, spans),
                Run::Capital(spans, index) => self.same(self.choice(index).side(), spans),
                Run::Edit(index) => self.edit(index),
            }
        }
    }

    fn edit(&mut self, index: usize) {
        let edit = &self.comparison.edits[index];
        match self.choice(index) {
            Choice::Side(side) if self.comparison.is_gap(edit) => self.gap = Some((side, edit.spans[side])),
            Choice::Side(side) => {
                let mut places = Pair::default();
                places[side] = Some(edit.spans[side]);
                self.words(side, places, Some(index));
            }
            words @ Choice::Third(_) => {
                let places = edit.spans.map(|span| (!span.is_empty()).then_some(span));
                self.push(places, words, Some(index));
            }
        }
    }

    fn same(&mut self, side: Side, spans: Pair<Span>) {
        self.words(side, spans.map(Some), None);
    }

    /// Words of a side, with what stands in the place of strays among them.
    fn words(&mut self, side: Side, mut places: Pair<Option<Span>>, edit: Option<usize>) {
        let (Side::New, Some(span)) = (side, places.new) else { return self.push(places, Choice::Side(side), edit) };
        let text = &self.comparison.documents.new.text;
        for (place, words) in within(&self.mends, span).to_vec() {
            let before = Span::new(places.new.map_or(place.start, |rest| rest.start), place.start).trimmed(text);
            self.push(Pair::of(places.old, Some(before)), Choice::Side(side), edit);
            self.push(Pair::of(places.old, Some(place)), Choice::Third(words), edit);
            places.new = Some(Span::new(place.end, span.end).trimmed(text));
        }
        self.push(places, Choice::Side(side), edit);
    }

    fn push(&mut self, places: Pair<Option<Span>>, words: Choice<'a>, edit: Option<usize>) {
        let is_empty = match words {
            Choice::Side(side) => places[side].is_none_or(Span::is_empty),
            Choice::Third(words) => words.is_empty(),
        };
        if is_empty {
            return;
        }
        let (gap, begins) = self.between(places);
        self.parts.push(Part { gap, begins, places, words, edit });
        if let Pair { old: Some(old), new: Some(new) } = places {
            self.shared = Some(Pair::of(old, new));
        }
        (self.last, self.gap, self.is_begun) = (places, None, true);
    }

    /// The white space before words that stand at these places, and whose block begins behind it.
    fn between(&self, next: Pair<Option<Span>>) -> (&'a str, Option<Side>) {
        if let Some((side, gap)) = self.gap.filter(|_| self.is_begun || self.goes_on) {
            return (gap.of(&self.comparison.documents[side].text), self.begins(side, gap.end));
        }
        let gap = |side| self.neighbours(side, self.last[side]?, next[side]?);
        let begins = |side: Side| next[side].and_then(|span| self.begins(side, span.start));
        match (gap(Side::Old), gap(Side::New)) {
            (Some(old), Some(_)) if self.layout == Side::Old => (old, begins(Side::Old)),
            (_, Some(new)) => (new, begins(Side::New)),
            (Some(old), None) => (old, begins(Side::Old)),
            (None, None) => self.border(next),
        }
    }

    fn begins(&self, side: Side, at: usize) -> Option<Side> {
        let document = &self.comparison.documents[side];
        let sentence = document.sentences.binary_search_by_key(&at, |span| span.start).ok()?;
        document.begins_block(sentence).then_some(side)
    }

    /// The gap between two places of one wording; nothing where words stand between them.
    fn neighbours(&self, side: Side, before: Span, after: Span) -> Option<&'a str> {
        let gap = self.comparison.documents[side].text.get(before.end..after.start)?;
        gap.trim().is_empty().then_some(gap)
    }

    /// The white space between words that were never neighbours: a block border where either has one.
    fn border(&self, next: Pair<Option<Span>>) -> (&'a str, Option<Side>) {
        let here = if next.new.is_some() { Side::New } else { Side::Old };
        if !self.is_begun {
            return ("", next[here].and_then(|span| self.begins(here, span.start)));
        }
        if let Some(gap) = self.within(here, next) {
            return (gap, None);
        }
        let before = |side| next[side].map(|span| Border::before(&self.comparison.documents[side], span.start));
        let after = |side| self.last[side].map(|span| Border::after(&self.comparison.documents[side], span.end));
        let known = [before(Side::New), before(Side::Old), after(Side::New), after(Side::Old)];
        let block = known.iter().flatten().find(|border| border.is_block && !border.gap.is_empty());
        let any = block.or(known.iter().flatten().find(|border| !border.gap.is_empty() || !border.is_end));
        let (gap, is_block) = any.map_or(("\n\n", true), |border| (border.gap, border.is_block));
        (gap, is_block.then_some(here))
    }

    /// The white space before words that go on with the block of words that both wordings have, behind others of the same block that
    /// only the other wording has.
    fn within(&self, here: Side, next: Pair<Option<Span>>) -> Option<&'a str> {
        let there = here.other();
        let (next, last, shared) = (next[here]?, self.last[there]?, self.shared?);
        let block = |side: Side, span: Span| {
            let document = &self.comparison.documents[side];
            let sentence = document.sentences.partition_point(|sentence| sentence.end <= span.start);
            document.owners.get(sentence).copied()
        };
        let goes_on =
            block(here, shared[here]) == block(here, next) && block(there, shared[there]) == block(there, last);
        let before = Border::before(&self.comparison.documents[here], next.start);
        (goes_on && !before.is_block).then_some(before.gap)
    }

    /// The white space at the end of the text.
    fn tail(&self) -> &'a str {
        let ends = self.comparison.documents.as_ref().map(|document| {
            let end = document.text.len();
            Some(Span::new(end, end))
        });
        let gap = |side: Side| self.neighbours(side, self.last[side]?, ends[side]?);
        let layout = self.layout;
        let other = layout.other();
        let text = &self.comparison.documents[layout].text;
        gap(layout).or_else(|| gap(other)).unwrap_or(&text[text.trim_end().len()..])
    }
}

/// The white space on one side of a place.
struct Border<'a> {
    gap: &'a str,
    is_block: bool,
    /// Whether the text begins or ends here.
    is_end: bool,
}

impl<'a> Border<'a> {
    fn before(document: &'a Document, at: usize) -> Self {
        let before = &document.text[..at];
        let gap = &before[before.trim_end().len()..];
        let sentence = document.sentences.partition_point(|span| span.start < at);
        let is_first = document.sentences.get(sentence).is_some_and(|span| span.start == at);
        let is_block = is_first && document.blocks[document.block_of(sentence)].sentences.start == sentence;
        Self { gap, is_block, is_end: gap.len() == at }
    }

    fn after(document: &'a Document, at: usize) -> Self {
        let after = &document.text[at..];
        let gap = &after[..after.len() - after.trim_start().len()];
        let sentence = document.sentences.partition_point(|span| span.end < at);
        let is_last = document.sentences.get(sentence).is_some_and(|span| span.end == at);
        let is_block = is_last && document.blocks[document.block_of(sentence)].sentences.end == sentence + 1;
        Self { gap, is_block, is_end: gap.len() == after.len() }
    }
}

#[cfg(test)]
mod tests;
