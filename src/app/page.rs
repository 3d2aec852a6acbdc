//! A comparison laid out at one width: the only thing that is drawn.

use crate::compare::{Comparison, Run, Step};
use crate::document::{Pair, Side, Span};
use crate::review::Review;

/// How the two wordings are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum View {
    /// One beside the other.
    SideBySide,
    /// One text, deletions and insertions in place.
    Inline,
    /// The old sentence over the new.
    Stacked,
    /// The text that follows from the decisions.
    Clean,
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
    /// Stands elsewhere in the new wording.
    MovedAway,
    /// Stood elsewhere in the old wording.
    MovedHere,
    /// A word of ours: folds, labels.
    Note,
    /// A sign for a character that can't be seen.
    Sign,
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
    /// Where it stands in the wordings.
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The chunk.
    pub chunk: usize,
    /// The row in it.
    pub row: usize,
}

/// A comparison laid out: for now a row a step.
#[derive(Debug)]
pub struct Page {
    chunks: usize,
}

impl Page {
    /// Lays nothing out yet.
    pub fn new(comparison: &Comparison) -> Self {
        Self { chunks: comparison.steps.len() }
    }

    /// The rows of a window.
    pub fn window(
        &mut self,
        comparison: &Comparison,
        _: &Review,
        _: View,
        _: usize,
        height: usize,
        top: Place,
    ) -> Vec<Row> {
        comparison.steps.iter().skip(top.chunk).take(height).map(|step| row(comparison, *step)).collect()
    }

    /// Where an edit stands.
    pub fn place_of_edit(&mut self, comparison: &Comparison, _: &Review, _: View, _: usize, edit: usize) -> Place {
        let bead = comparison.edits.get(edit).map(|edit| edit.bead);
        let chunk =
            comparison.steps.iter().position(|step| matches!(step, Step::Bead(at) | Step::To(at) if Some(*at) == bead));
        Place { chunk: chunk.unwrap_or(0), row: 0 }
    }

    /// Where a byte stands.
    pub fn place_of_byte(
        &mut self,
        comparison: &Comparison,
        _: &Review,
        _: View,
        _: usize,
        side: Side,
        byte: usize,
    ) -> Place {
        let chunk = comparison.steps.iter().position(|step| match step {
            Step::Bead(bead) | Step::To(bead) | Step::From(bead) => {
                comparison.bead_span(*bead)[side].range().contains(&byte)
            }
        });
        Place { chunk: chunk.unwrap_or(0), row: 0 }
    }

    /// Some rows further on or back.
    pub fn scroll(&mut self, _: &Comparison, _: &Review, _: View, _: usize, from: Place, rows: isize) -> Place {
        Place { chunk: from.chunk.saturating_add_signed(rows).min(self.chunks.saturating_sub(1)), row: 0 }
    }

    /// The last row.
    pub fn end(&mut self, _: &Comparison, _: &Review, _: View, _: usize) -> Place {
        Place { chunk: self.chunks.saturating_sub(1), row: 0 }
    }

    /// Folds or unfolds everything.
    pub fn fold_all(&mut self, _folded: bool) {}

    /// Folds or unfolds what stands here.
    pub fn toggle_fold(&mut self, _place: Place) {}
}

fn row(comparison: &Comparison, step: Step) -> Row {
    let mut cells = Pair::of(Vec::new(), Vec::new());
    let (Step::Bead(bead) | Step::From(bead) | Step::To(bead)) = step;
    for run in comparison.runs(bead) {
        let (spans, edit) = match run {
            Run::Same(spans) => (spans, None),
            Run::Edit(edit) => (comparison.edits[edit].spans, Some(edit)),
        };
        for side in [Side::Old, Side::New] {
            let mark = match (edit, side) {
                (None, _) => Mark::Same,
                (_, Side::Old) => Mark::Deleted,
                (_, Side::New) => Mark::Inserted,
            };
            let text = spans[side].of(&comparison.documents[side].text).replace(char::is_control, " ");
            cells[side].push(Piece { text, mark, edit, span: Some((side, spans[side])) });
        }
    }
    Row { kind: RowKind::Text, numbers: Pair::default(), cells }
}
