//! What stands in the window, and bringing it there.

use super::App;
use super::page::{Place, Row};
use crate::document::{Side, Span};

/// Such a part of the window is left below the current edit, so that one reads on.
const BELOW: usize = 6;

impl App {
    /// Brings the current edit into sight, with some rows below; where it is so already, the window stays as it is.
    pub(super) fn show_current(&mut self) {
        self.refresh();
        if let Some(edit) = self.current
            && !self.in_clear_sight(edit)
        {
            let columns = self.columns();
            let place = self.page.place_of_edit(&self.comparison, &self.review, self.view, columns, edit);
            self.refresh();
            if !self.in_clear_sight(edit) {
                self.show_place(place);
            }
        }
        self.shown = self.top;
    }

    /// Brings a byte of one side into sight.
    pub(super) fn show_byte(&mut self, side: Side, byte: usize) {
        let columns = self.columns();
        let place = self.page.place_of_byte(&self.comparison, &self.review, self.view, columns, side, byte);
        self.refresh();
        if !self.byte_in_sight(side, byte) {
            self.show_place(place);
        }
    }

    /// Puts a place into the upper third of the window, or further down where the text ends.
    pub(super) fn show_place(&mut self, place: Place) {
        let third = self.rows() / 3;
        self.top = self.scrolled(place, -(third as isize)).min(self.end());
        self.refresh();
    }

    /// Whether an edit stands in the window.
    pub(super) fn in_sight(&self, edit: usize) -> bool {
        self.first_row_of(edit).is_some()
    }

    /// The row of the window in which an edit begins, if it is in sight.
    fn first_row_of(&self, edit: usize) -> Option<usize> {
        let of =
            |row: &Row| [&row.cells.old, &row.cells.new].into_iter().flatten().any(|piece| piece.edit == Some(edit));
        self.window.iter().position(of)
    }

    /// Whether an edit stands in the window with some rows below, unless the text ends there.
    fn in_clear_sight(&mut self, edit: usize) -> bool {
        let Some(row) = self.first_row_of(edit) else { return false };
        let has_room = row + self.rows() / BELOW < self.rows();
        has_room || self.end() <= self.top
    }

    /// Whether a byte of one side stands in the window.
    pub(super) fn byte_in_sight(&self, side: Side, byte: usize) -> bool {
        self.row_of_byte(side, byte).is_some()
    }

    /// The row of the window that shows a byte of one side.
    pub(super) fn row_of_byte(&self, side: Side, byte: usize) -> Option<usize> {
        let of =
            |place: Option<(Side, Span)>| place.is_some_and(|(of, span)| of == side && span.range().contains(&byte));
        let has = |row: &Row| [&row.cells.old, &row.cells.new].into_iter().flatten().any(|piece| of(piece.span));
        self.window.iter().position(has)
    }
}
