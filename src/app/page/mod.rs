//! A comparison laid out at one width: the only thing that is drawn.
//!
//! The text is cut into chunks (a paragraph, or sentences of a very long one); a chunk is wrapped when it comes into sight and kept
//! until the width or the view changes, so a text of megabytes scrolls as fast as a page.

use std::ops::Range;
use std::rc::Rc;

use rustc_hash::FxHashMap;

use crate::compare::{Comparison, Step, paragraphs};
use crate::document::{Pair, Side, Span};
use crate::review::Review;

mod cells;
mod chunks;
pub mod flow;
mod places;
mod rows;
mod ruler;
pub mod wrap;

use chunks::{Chunk, Folds};
pub use ruler::Tick;

/// How the two wordings are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum View {
    /// One beside the other.
    SideBySide,
    /// One text, deletions and insertions in place.
    Inline,
    /// The old paragraph over the new.
    Stacked,
    /// The text that follows from the decisions; what is open stands as in the new wording.
    Clean,
}

/// Fewer columns than these stack the two sides.
const STACK_BELOW: u16 = 100;

impl View {
    /// The view that a terminal of so many columns calls for.
    pub const fn of(columns: u16) -> Self {
        if columns < STACK_BELOW { Self::Stacked } else { Self::SideBySide }
    }

    /// Its name as the screen shows it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::SideBySide => "side by side",
            Self::Inline => "inline",
            Self::Stacked => "stacked",
            Self::Clean => "clean",
        }
    }
}

/// How a piece of a row is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// The same on both sides.
    Same,
    /// Only in the old wording.
    Deleted,
    /// Only in the new wording.
    Inserted,
    /// A sentence and its translation, of which something is to be said.
    Suspect,
    /// Stands elsewhere in the new wording.
    MovedAway,
    /// Stood elsewhere in the old wording.
    MovedHere,
    /// A word of ours: folds, labels.
    Note,
}

/// A stretch of a row with one mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The text, safe to draw.
    pub text: String,
    /// Its mark.
    pub mark: Mark,
    /// The edit it belongs to.
    pub edit: Option<usize>,
    /// Where it stands in the wordings; where its bytes are as many as the text's, they are the same.
    pub span: Option<(Side, Span)>,
}

/// What a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowKind {
    /// Text.
    Text,
    /// Folded paragraphs.
    Fold,
    /// Nothing.
    Blank,
}

/// A row of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What it is.
    pub kind: RowKind,
    /// The numbers of the blocks that begin here.
    pub numbers: Pair<Option<usize>>,
    /// Both sides; views of one column use the new one.
    pub cells: Pair<Vec<Piece>>,
}

/// A place on the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The chunk.
    pub chunk: usize,
    /// The row in it.
    pub row: usize,
}

/// A comparison laid out.
#[derive(Debug)]
pub struct Page {
    /// Whether deletions and insertions stand in brackets, where colours may not tell them.
    pub brackets: bool,
    /// Where lines are not wrapped: the column from which on they are seen.
    pub cut: Option<usize>,
    chunks: Vec<Chunk>,
    folds: Folds,
    /// For every bead, its step; for moved ones the new place.
    steps: Vec<usize>,
    /// For every sentence, its step.
    sentences: Pair<Vec<usize>>,
    /// For every edit, where it stands: parts of 65,536 of the whole text.
    parts: Vec<usize>,
    laid: Laid,
    cache: FxHashMap<usize, Rc<Vec<Row>>>,
}

/// How chunks are laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Laid {
    /// The columns of the text area.
    width: usize,
    view: View,
    brackets: bool,
    cut: Option<usize>,
}

/// How many chunks are kept laid out at most.
const KEPT: usize = 4_000;

/// No paragraph is as wide.
const UNWRAPPED: usize = 1 << 24;

impl Page {
    /// Cuts the text into chunks; lays nothing out yet.
    pub fn new(comparison: &Comparison) -> Self {
        let chunks = chunks::chunks(comparison);
        let mut page = Self {
            brackets: false,
            cut: None,
            folds: Folds::of(&chunks),
            chunks,
            steps: vec![0; comparison.beads.len()],
            sentences: comparison.documents.as_ref().map(|document| vec![0; document.sentences.len()]),
            parts: Vec::new(),
            laid: Laid { width: 0, view: View::SideBySide, brackets: false, cut: None },
            cache: FxHashMap::default(),
        };
        page.place_steps(comparison);
        page
    }

    fn place_steps(&mut self, comparison: &Comparison) {
        for (at, step) in comparison.steps.iter().enumerate() {
            let seen = paragraphs::seen(comparison, *step);
            for side in [Side::Old, Side::New] {
                self.sentences[side][seen[side].clone()].fill(at);
            }
            if let Step::Bead(bead) | Step::To(bead) = step {
                self.steps[*bead] = at;
            }
        }
        self.place_edits(comparison);
    }

    fn place_edits(&mut self, comparison: &Comparison) {
        let part = |bead: usize| self.chunks.get(self.chunk_of(self.steps[bead])).map_or(0, |chunk| chunk.part);
        self.parts = comparison.edits.iter().map(|edit| part(edit.bead)).collect();
    }

    /// The rows of a window of this many rows, over a text area of this many columns.
    pub fn window(
        &mut self,
        comparison: &Comparison,
        review: &Review,
        view: View,
        width: usize,
        height: usize,
        top: Place,
    ) -> Vec<Row> {
        self.lay(width, view);
        let mut rows = Vec::with_capacity(height);
        let mut chunk = top.chunk;
        let mut skip = top.row;
        while rows.len() < height && chunk < self.chunks.len() {
            let of = self.rows(comparison, review, chunk);
            rows.extend(of.iter().skip(skip).take(height - rows.len()).cloned());
            skip = 0;
            chunk = self.after(chunk);
        }
        rows
    }

    /// Some rows further on or back, never out of the page.
    pub fn scroll(
        &mut self,
        comparison: &Comparison,
        review: &Review,
        view: View,
        width: usize,
        from: Place,
        rows: isize,
    ) -> Place {
        self.lay(width, view);
        let mut chunk = self.shown(from.chunk.min(self.chunks.len().saturating_sub(1)));
        let mut row = if chunk == from.chunk { from.row as isize } else { 0 };
        row = row.min(self.count(comparison, review, chunk).saturating_sub(1) as isize).saturating_add(rows);
        while row < 0 {
            let Some(before) = self.before(chunk) else { return Place { chunk, row: 0 } };
            chunk = before;
            row += self.count(comparison, review, chunk) as isize;
        }
        loop {
            let count = self.count(comparison, review, chunk) as isize;
            if row < count {
                return Place { chunk, row: row.max(0) as usize };
            }
            let next = self.after(chunk);
            if next >= self.chunks.len() {
                return self.last_row(comparison, review, chunk);
            }
            row -= count;
            chunk = next;
        }
    }

    /// The last row of a chunk, or of one before it where it has none, as in the clean text what is left out.
    fn last_row(&mut self, comparison: &Comparison, review: &Review, mut chunk: usize) -> Place {
        let mut count = self.count(comparison, review, chunk);
        while let Some(before) = self.before(chunk).filter(|_| count == 0) {
            chunk = before;
            count = self.count(comparison, review, chunk);
        }
        Place { chunk, row: count.saturating_sub(1) }
    }

    /// The last row.
    pub fn end(&mut self, comparison: &Comparison, review: &Review, view: View, width: usize) -> Place {
        let last = Place { chunk: self.chunks.len().saturating_sub(1), row: 0 };
        self.scroll(comparison, review, view, width, last, isize::MAX / 2)
    }

    /// Folds or unfolds everything that is unchanged.
    pub fn fold_all(&mut self, folded: bool) {
        self.folds.set_all(folded);
    }

    /// Folds or unfolds the first unchanged part that is seen between two places; whether there is one.
    pub fn toggle_fold(&mut self, from: Place, to: Place) -> bool {
        self.folds.toggle(from.chunk, to.chunk)
    }

    /// A page of other texts that looks as this one does.
    pub fn of_others(&self, comparison: &Comparison) -> Self {
        Self { brackets: self.brackets, cut: self.cut, ..Self::new(comparison) }
    }

    /// The same for another alignment of the same texts; what was seen of them is not folded.
    pub fn renewed(&self, comparison: &Comparison) -> Self {
        let mut page = self.of_others(comparison);
        let was_folded = |chunk: usize| {
            let steps = page.chunks.get(chunk).map(|chunk| chunk.steps.start);
            let Some(step) = steps.and_then(|step| comparison.steps.get(step)) else { return false };
            let seen = paragraphs::seen(comparison, *step);
            let side = if seen.new.is_empty() { Side::Old } else { Side::New };
            let before = self.chunk_of(self.step_of(side, seen[side].start));
            self.folds.at(before).is_some_and(|(_, folded)| folded)
        };
        let mut folds = std::mem::take(&mut page.folds);
        folds.keep(was_folded);
        page.folds = folds;
        page
    }

    /// The step that a sentence stands in.
    pub fn step_of(&self, side: Side, sentence: usize) -> usize {
        self.sentences[side].get(sentence).copied().unwrap_or(0)
    }

    /// The first step that stands at a place.
    pub fn step_at(&self, place: Place) -> usize {
        self.chunks.get(place.chunk).map_or(0, |chunk| chunk.steps.start)
    }

    /// The same beads have other edits.
    pub fn recut(&mut self, comparison: &Comparison) {
        self.place_edits(comparison);
        self.cache.clear();
    }

    /// The steps of the paragraph in which an edit stands, or of a part of a very long one.
    pub fn paragraph(&self, comparison: &Comparison, edit: usize) -> Range<usize> {
        self.chunk_of_edit(comparison, edit).map_or(0..0, |chunk| chunk.steps.clone())
    }

    /// The same paragraph on one row a block, with its edits marked by brackets.
    pub fn redline(&self, comparison: &Comparison, review: &Review, edit: usize) -> Vec<Row> {
        let laid = Laid { width: UNWRAPPED, view: View::Inline, brackets: true, cut: None };
        let rows = |chunk| rows::rows(comparison, review, chunk, laid);
        self.chunk_of_edit(comparison, edit).map_or(Vec::new(), rows)
    }

    fn chunk_of_edit(&self, comparison: &Comparison, edit: usize) -> Option<&Chunk> {
        let step = *self.steps.get(comparison.edits.get(edit)?.bead)?;
        self.chunks.get(self.chunk_of(step))
    }

    /// The decisions changed: the clean text follows from them and is laid out anew.
    pub fn decided(&mut self) {
        if self.laid.view == View::Clean {
            self.cache.clear();
        }
    }

    fn lay(&mut self, width: usize, view: View) {
        let laid = Laid { width, view, brackets: self.brackets, cut: self.cut };
        if self.laid != laid || self.cache.len() > KEPT {
            self.cache.clear();
            self.laid = laid;
        }
    }

    fn rows(&mut self, comparison: &Comparison, review: &Review, chunk: usize) -> Rc<Vec<Row>> {
        if let Some((chunks, folded)) = self.folds.at(chunk)
            && folded
        {
            return Rc::new(rows::fold(&chunks, comparison.mode));
        }
        if let Some(rows) = self.cache.get(&chunk) {
            return Rc::clone(rows);
        }
        let made = self.chunks.get(chunk).map(|chunk| rows::rows(comparison, review, chunk, self.laid));
        let rows = Rc::new(made.unwrap_or_default());
        self.cache.insert(chunk, Rc::clone(&rows));
        rows
    }

    fn count(&mut self, comparison: &Comparison, review: &Review, chunk: usize) -> usize {
        self.rows(comparison, review, chunk).len()
    }

    fn chunk_of(&self, step: usize) -> usize {
        self.chunks.partition_point(|chunk| chunk.steps.end <= step).min(self.chunks.len().saturating_sub(1))
    }

    /// The chunk that stands for this one: the first of its fold while that is closed.
    fn shown(&self, chunk: usize) -> usize {
        self.folds.at(chunk).filter(|(_, folded)| *folded).map_or(chunk, |(chunks, _)| chunks.start)
    }

    fn after(&self, chunk: usize) -> usize {
        self.folds.at(chunk).filter(|(_, folded)| *folded).map_or(chunk + 1, |(chunks, _)| chunks.end)
    }

    fn before(&self, chunk: usize) -> Option<usize> {
        Some(self.shown(chunk.checked_sub(1)?))
    }
}

#[cfg(test)]
mod tests;
