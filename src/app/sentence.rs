//! The sentence cursor: one sentence of one side, lit together with what it belongs to.

use super::page::{Piece, View};
use super::{App, Effect};
use crate::compare::{Mode, Step};
use crate::document::{Document, Pair, Side, Span};

/// A sentence of one side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// In which wording.
    pub side: Side,
    /// Its index there.
    pub index: usize,
}

impl App {
    /// To the next or previous sentence of the same side; the first time to one in sight.
    pub(super) fn walk_sentences(&mut self, onward: bool, count: Option<usize>) {
        let Some(at) = self.cursor.filter(|at| self.is_sentence_in_sight(*at)) else {
            self.cursor = self.led_to().or_else(|| self.sentence_in_sight());
            self.pointed = None;
            return self.show_cursor();
        };
        let times = count.unwrap_or(1);
        let last = self.comparison.documents[at.side].sentences.len().saturating_sub(1);
        let index = if onward { at.index.saturating_add(times).min(last) } else { at.index.saturating_sub(times) };
        if index == at.index {
            self.notice = Some(format!("this is the {} sentence", if onward { "last" } else { "first" }));
        }
        self.cursor = Some(Sentence { index, ..at });
        self.show_cursor();
    }

    /// To the other side: to the first sentence there that belongs with this one, or else to the one beside it.
    pub(super) fn cross_to(&mut self, side: Side) {
        if side == Side::Old && matches!(self.view, View::Inline | View::Clean) {
            let key = self.keymap.key(super::Action::View).unwrap_or_default();
            self.notice = Some(format!("only one wording is shown here; {key} shows both"));
            return;
        }
        let Some(at) = self.cursor.or_else(|| self.sentence_in_sight()) else { return };
        if at.side != side {
            let last = self.comparison.documents[side].sentences.len().saturating_sub(1);
            self.cursor = Some(Sentence { side, index: self.beside(at).min(last) });
        } else {
            self.cursor = Some(at);
        }
        self.show_cursor();
    }

    /// Something led to a byte of a side: the cursor goes there where it is shown, and begins there where it is not.
    pub(super) fn lead_to(&mut self, side: Side, byte: usize) {
        let at = sentence_at(&self.comparison.documents[side], byte).map(|index| Sentence { side, index });
        if self.cursor.is_some() {
            self.cursor = at.or(self.cursor);
        } else {
            self.pointed = at;
        }
    }

    /// The sentence to which something has led, or the one beside it: some views show one wording only.
    fn led_to(&self) -> Option<Sentence> {
        let at = self.pointed.or(self.cursor)?;
        let side = at.side.other();
        let beside = Sentence { side, index: self.beside(at) };
        [at, beside].into_iter().find(|at| self.is_sentence_in_sight(*at))
    }

    /// Makes the sentence that stands at a byte of a side the cursor.
    pub(super) fn point_at(&mut self, side: Side, byte: usize) {
        if self.cursor.is_some() || self.comparison.mode == Mode::Translation {
            self.cursor = sentence_at(&self.comparison.documents[side], byte).map(|index| Sentence { side, index });
            self.current_follows();
        }
    }

    /// The sentence of the other side at which what belongs to this one begins, or would.
    fn beside(&self, at: Sentence) -> usize {
        let other = at.side.other();
        let step = self.page.step_of(at.side, at.index);
        let mut seen = self.comparison.steps.get(step..).unwrap_or_default().iter();
        let first = seen.find_map(|step| {
            let (Step::Bead(bead) | Step::From(bead) | Step::To(bead)) = *step;
            let sentences = &self.comparison.beads.get(bead)?.sentences[other];
            (!sentences.is_empty()).then_some(sentences.start)
        });
        first.unwrap_or(usize::MAX)
    }

    /// The sentence of the current edit where that is in sight, or else the first in the window.
    pub(super) fn sentence_in_sight(&self) -> Option<Sentence> {
        let edit = self.current.filter(|edit| self.in_sight(*edit)).and_then(|edit| self.comparison.edits.get(edit));
        let of_bead = edit.and_then(|edit| {
            let sentences = &self.comparison.beads.get(edit.bead)?.sentences;
            let side = if sentences.new.is_empty() { Side::Old } else { Side::New };
            Some(Sentence { side, index: sentences[side].start })
        });
        let pieces = || self.window.iter().flat_map(|row| row.cells.new.iter().chain(&row.cells.old));
        let first = || {
            let (side, span) = pieces().find_map(|piece| piece.span)?;
            sentence_at(&self.comparison.documents[side], span.start).map(|index| Sentence { side, index })
        };
        of_bead.or_else(first)
    }

    pub(super) fn is_sentence_in_sight(&self, at: Sentence) -> bool {
        let span = self.comparison.documents[at.side].sentences.get(at.index);
        let is_in = |piece: &Piece| matches!((piece.span, span), (Some((side, part)), Some(span)) if side == at.side && span.start < part.end && part.start < span.end);
        self.window.iter().any(|row| [&row.cells.old, &row.cells.new].into_iter().flatten().any(is_in))
    }

    /// Makes an edit of the sentence at the cursor the current one, where it has one: keys act on what is pointed at.
    fn current_follows(&mut self) {
        let Some(bead) = self.cursor.and_then(|at| self.bead_of(at)) else { return };
        let edits: Vec<usize> = self.edits_of(bead).collect();
        if self.current.is_none_or(|edit| !edits.contains(&edit)) {
            let walked = edits.iter().find(|edit| self.is_walked(**edit));
            self.current = walked.or(edits.first()).copied().or(self.current);
        }
    }

    /// The edits of a bead: the move that carries it, and what is inside.
    pub(super) fn edits_of(&self, bead: usize) -> impl Iterator<Item = usize> {
        let bead = self.comparison.beads.get(bead);
        let inside = bead.map_or(0..0, |bead| bead.edits.clone());
        bead.and_then(|bead| bead.moved).into_iter().chain(inside)
    }

    /// Brings the cursor into sight.
    pub(super) fn show_cursor(&mut self) {
        self.current_follows();
        let Some(at) = self.cursor else { return self.refresh() };
        let start = self.comparison.documents[at.side].sentences.get(at.index).map_or(0, |span| span.start);
        if self.byte_in_sight(at.side, start) {
            self.refresh();
        } else {
            self.show_byte(at.side, start);
        }
    }

    /// The bead that a sentence stands in.
    pub(super) fn bead_of(&self, at: Sentence) -> Option<usize> {
        let (Step::Bead(bead) | Step::From(bead) | Step::To(bead)) =
            *self.comparison.steps.get(self.page.step_of(at.side, at.index))?;
        Some(bead)
    }

    /// The sentences that are lit, with the names of their looks: what belongs to the cursor, the cursor, what is marked.
    pub fn lit(&self) -> Vec<(Side, Span, &'static str)> {
        let documents = &self.comparison.documents;
        let mut lit = Vec::new();
        if let Some(at) = self.cursor
            && let Some(bead) = self.bead_of(at).and_then(|bead| self.comparison.beads.get(bead))
        {
            let cover = |side: Side| (side, documents[side].cover(&bead.sentences[side]), "together");
            lit.extend([cover(Side::Old), cover(Side::New)]);
        }
        for (at, look) in [(self.cursor, "sentence"), (self.marked, "marked")] {
            let Some(Sentence { side, index }) = at else { continue };
            lit.extend(documents[side].sentences.get(index).map(|span| (side, *span, look)));
        }
        lit
    }

    /// What stands before a row of one side: where the cursor is, and where a bead begins that was fixed by hand.
    pub fn sign(&self, pieces: &[Piece]) -> &'static str {
        let documents = &self.comparison.documents;
        let begins = |side: Side, sentence: usize| {
            let start = documents[side].sentences.get(sentence).map(|span| span.start);
            let has = |piece: &Piece| {
                piece.span.is_some_and(|(of, span)| of == side && start.is_some_and(|at| span.range().contains(&at)))
            };
            pieces.iter().any(has)
        };
        if self.cursor.is_some_and(|at| begins(at.side, at.index)) {
            return "▸";
        }
        let is_fixed = |bead: &&Pair<std::ops::Range<usize>>| {
            [Side::Old, Side::New].into_iter().any(|side| !bead[side].is_empty() && begins(side, bead[side].start))
        };
        match self.comparison.known.fixed.beads.iter().find(is_fixed) {
            Some(bead) if bead.old.is_empty() || bead.new.is_empty() => "≠",
            Some(_) => "=",
            None => "",
        }
    }

    /// Takes the mark away, or else the cursor; whether there was one.
    pub(super) fn leave_sentences(&mut self) -> bool {
        let was = self.marked.take().or_else(|| self.cursor.take()).is_some();
        if was {
            self.refresh();
        }
        was
    }

    /// Says that nothing can be fixed here, where it can't.
    pub(super) fn refuses_fixing(&mut self) -> Option<Effect> {
        if self.read_only {
            return Some(self.say("read only: nothing is decided or saved here"));
        }
        if self.comparison.is_derived {
            return Some(
                self.say("these beads follow from the older source: fix them between that and the translation"),
            );
        }
        None
    }
}

/// The sentence that stands at a byte, or else the next one, or the last.
fn sentence_at(document: &Document, byte: usize) -> Option<usize> {
    let last = document.sentences.len().checked_sub(1)?;
    Some(document.sentences.partition_point(|span| span.end <= byte).min(last))
}
