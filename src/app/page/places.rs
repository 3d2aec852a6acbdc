//! Where an edit or a byte stands on the page; where lines are cut, they are moved so that it is seen.

use super::{Laid, Page, Piece, Place, Row, UNWRAPPED, View, rows, wrap};
use crate::app::columns::columns;
use crate::compare::Comparison;
use crate::document::{Pair, Side};
use crate::review::Review;

impl Page {
    /// Where an edit stands; of a move the new place.
    pub fn place_of_edit(
        &mut self,
        comparison: &Comparison,
        review: &Review,
        view: View,
        width: usize,
        edit: usize,
    ) -> Place {
        self.lay(width, view);
        let step = comparison.edits.get(edit).and_then(|edit| self.steps.get(edit.bead)).copied().unwrap_or(0);
        let chunk = self.chunk_of(step);
        self.find(comparison, review, chunk, |piece| piece.edit == Some(edit))
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
        let sentence = comparison.documents[side].sentences.partition_point(|span| span.end <= byte);
        let step = self.sentences[side].get(sentence).or(self.sentences[side].last()).copied().unwrap_or(0);
        let chunk = self.chunk_of(step);
        self.folds.open(chunk);
        let has = |piece: &Piece| piece.span.is_some_and(|(of, span)| of == side && span.range().contains(&byte));
        self.find(comparison, review, chunk, has)
    }

    /// The first row of a chunk that has such a piece, or else its first.
    fn find(&mut self, comparison: &Comparison, review: &Review, chunk: usize, has: impl Fn(&Piece) -> bool) -> Place {
        let Some(from) = self.cut else {
            let row = self.rows(comparison, review, chunk).iter().position(|row| column(row, &has).is_some());
            return Place { chunk, row: row.unwrap_or(0) };
        };
        let whole = Laid { width: UNWRAPPED, cut: None, ..self.laid };
        let rows = self.chunks.get(chunk).map_or(Vec::new(), |chunk| rows::rows(comparison, review, chunk, whole));
        let found = rows.iter().enumerate().find_map(|(at, row)| Some((at, column(row, &has)?)));
        let Some((row, column)) = found else { return Place { chunk, row: 0 } };
        let width = columns(self.laid.view, self.laid.width).new.1;
        // The first and the last column may be taken by marks. Lines are seen from their beginning where that shows it.
        if column < from + usize::from(from > 0) || column + 1 >= from + width {
            self.cut = Some(if column + 1 < width { 0 } else { column.saturating_sub(width / 3) });
        }
        Place { chunk, row }
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
