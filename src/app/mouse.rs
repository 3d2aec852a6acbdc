//! A click: on an edit, on a fold, on the ruler.

use super::columns::columns;
use super::page::{Piece, Row, RowKind, wrap};
use super::{App, Area, layout};
use crate::document::Side;

impl App {
    /// A click on a cell of the screen: the edit there becomes the current one, a fold opens.
    pub fn click(&mut self, x: u16, y: u16) {
        self.notice = None;
        let parts = layout(self.size, self);
        if !self.screens.is_empty() {
            return self.click_list(usize::from(y.saturating_sub(parts.text.y)));
        }
        let row = usize::from(y.saturating_sub(parts.text.y));
        if is_in(parts.ruler, x, y) {
            let edits = self.ticks().into_iter().nth(row).map(|tick| tick.edits);
            if let Some(edit) =
                edits.and_then(|mut edits| edits.clone().find(|edit| self.is_walked(*edit)).or(edits.next()))
            {
                self.make_current(edit);
            }
        } else if is_in(parts.text, x, y) {
            let found = self.window.get(row).map(|row| (row.kind, self.edit_at(row, x.into())));
            match found {
                Some((RowKind::Fold, _)) => self.toggle_fold_at(row),
                Some((_, edit)) => {
                    let place = self.window.get(row).and_then(|row| self.byte_at(row, x.into()));
                    if let Some(edit) = edit {
                        self.make_current(edit);
                    }
                    if let Some((side, byte)) = place {
                        self.point_at(side, byte);
                        self.refresh();
                    }
                }
                None => {}
            }
        }
    }

    /// The edit under a column of a row, or else the nearest one in the row.
    fn edit_at(&self, row: &Row, column: usize) -> Option<usize> {
        let at = columns(self.view, self.columns());
        let sides = [(at.old.map_or(0, |old| old.0), &row.cells.old), (at.new.0, &row.cells.new)];
        let places = sides.into_iter().flat_map(|(start, pieces)| places(start, pieces));
        let distance = |start: usize, end: usize| start.saturating_sub(column).max((column + 1).saturating_sub(end));
        places.min_by_key(|(start, end, _)| distance(*start, *end)).map(|(.., edit)| edit)
    }

    /// The byte of a wording that stands under a column of a row, or else begins the nearest words before it.
    fn byte_at(&self, row: &Row, column: usize) -> Option<(Side, usize)> {
        let at = columns(self.view, self.columns());
        let is_old = at.old.is_some_and(|_| column + at.gutter < at.new.0);
        let (start, pieces) = if is_old { (at.old?.0, &row.cells.old) } else { (at.new.0, &row.cells.new) };
        let mut found = None;
        let mut end = start;
        for piece in pieces {
            if end > column && found.is_some() {
                break;
            }
            let within = column.saturating_sub(end);
            end += wrap::columns(&piece.text);
            let Some((side, span)) = piece.span else { continue };
            let is_exact = span.len() == piece.text.len();
            let letters = piece.text.char_indices().map(|(at, _)| at);
            let inner = letters.take_while(|at| wrap::columns(&piece.text[..*at]) <= within).last().unwrap_or(0);
            found = Some((side, span.start + if is_exact { inner } else { 0 }));
        }
        found
    }

    fn toggle_fold_at(&mut self, row: usize) {
        let place = self.scrolled(self.top, row as isize);
        self.page.toggle_fold(place, place);
        self.top = self.scrolled(self.top, 0);
        self.refresh();
    }
}

fn is_in(area: Area, x: u16, y: u16) -> bool {
    (area.x..area.x + area.width).contains(&x) && (area.y..area.y + area.height).contains(&y)
}

/// First column, the column after the last, and the edit of every piece that has one.
fn places(start: usize, pieces: &[Piece]) -> Vec<(usize, usize, usize)> {
    let mut at = start;
    let mut found = Vec::new();
    for piece in pieces {
        let end = at + wrap::columns(&piece.text);
        found.extend(piece.edit.map(|edit| (at, end, edit)));
        at = end;
    }
    found
}
