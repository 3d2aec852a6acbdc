//! Where an edit or a byte stands on the page; where lines are cut, they are moved so that it is seen.

use super::{Laid, Page, Piece, Place, Row, UNWRAPPED, View, rows, wrap};
use crate::app::columns::columns;
use crate::compare::Comparison;
use crate::document::{Pair, Side};
use crate::review::Review;

impl Page {
    /// Where an edit stands; of a move the new place, of words that are gone from what moved the old one.
    pub fn place_of_edit(
        &mut self,
        comparison: &Comparison,
        review: &Review,
        view: View,
        width: usize,
        edit: usize,
    ) -> Place {
        self.lay(width, view);
        let bead = comparison.edits.get(edit).map(|edit| edit.bead);
        let chunk = self.chunk_of(bead.and_then(|bead| self.steps.get(bead)).copied().unwrap_or(0));
        let old_chunk =
            bead.map(|bead| self.chunk_of_byte(comparison, Side::Old, comparison.bead_span(bead).old.start));
        let mut found = |chunk| self.find(comparison, review, chunk, |piece| piece.edit == Some(edit));
        found(chunk).or_else(|| found(old_chunk?)).unwrap_or(Place { chunk, row: 0 })
    }

    /// Where a byte of one side stands; what is folded there is opened.
    pub fn place_of_byte(
        &mut self,
        comparison: &Comparison,
        review: &Review,
        view: View,
        width: usize,
        side: Side,
        byte: usize,
    ) -> Place {
        self.lay(width, view);
        let chunk = self.chunk_of_byte(comparison, side, byte);
        self.folds.open(chunk);
        let has = |piece: &Piece| piece.span.is_some_and(|(of, span)| of == side && span.range().contains(&byte));
        self.find(comparison, review, chunk, has).unwrap_or(Place { chunk, row: 0 })
    }

    fn chunk_of_byte(&self, comparison: &Comparison, side: Side, byte: usize) -> usize {
        let sentence = comparison.documents[side].sentences.partition_point(|span| span.end <= byte);
        let step = self.sentences[side].get(sentence).or(self.sentences[side].last()).copied().unwrap_or(0);
        self.chunk_of(step)
    }

    /// The first row of a chunk that has such a piece.
    fn find(
        &mut self,
        comparison: &Comparison,
        review: &Review,
        chunk: usize,
        has: impl Fn(&Piece) -> bool,
    ) -> Option<Place> {
        let Some(from) = self.cut else {
            let row = self.rows(comparison, review, chunk).iter().position(|row| column(row, &has).is_some())?;
            return Some(Place { chunk, row });
        };
        let whole = Laid { width: UNWRAPPED, cut: None, ..self.laid };
        let rows = self.chunks.get(chunk).map_or(Vec::new(), |chunk| rows::rows(comparison, review, chunk, whole));
        let (row, column) = rows.iter().enumerate().find_map(|(at, row)| Some((at, column(row, &has)?)))?;
        let width = columns(self.laid.view, self.laid.width).new.1;
        // The first and the last column may be taken by marks. Lines are seen from their beginning where that shows it.
        if column < from + usize::from(from > 0) || column + 1 >= from + width {
            self.cut = Some(if column + 1 < width { 0 } else { column.saturating_sub(width / 3) });
        }
        Some(Place { chunk, row })
    }
}

/// The column, from 0, at which the first such piece of a row stands on its side.
fn column(row: &Row, has: impl Fn(&Piece) -> bool) -> Option<usize> {
    let Pair { old, new } = &row.cells;
    [old, new].into_iter().find_map(|pieces| {
        let at = pieces.iter().position(&has)?;
        Some(pieces[..at].iter().map(|piece| wrap::columns(&piece.text)).sum())
    })
}
