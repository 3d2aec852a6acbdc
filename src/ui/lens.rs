//! The lens: the current edit, what it is and why it matters in a rule, old over new below it.

use super::Canvas;
use crate::app::lens::{LensRow, room_of_head};
use crate::app::page::wrap::columns;
use crate::app::{App, Area};

/// Draws the lens.
pub fn draw(app: &App, canvas: &mut Canvas<'_>, area: Area) {
    let Some(lens) = app.lens().filter(|_| area.height > 0) else { return };
    rule(canvas, area, lens.decision);
    let (mut x, mut room) = (2, room_of_head(area.width, lens.decision));
    for (look, text) in &lens.head {
        let style = canvas.look(look);
        let used = canvas.put((area.x + x, area.y), room, text, style);
        (x, room) = (x + used, room.saturating_sub(used.into()));
    }
    put(canvas, Area { y: area.y + 1, height: area.height - 1, ..area }, &lens.groups);
}

/// A rule with what was decided at its right, if anything was.
fn rule(canvas: &mut Canvas<'_>, area: Area, decision: &str) {
    let width = usize::from(area.width);
    let style = canvas.look("rule");
    canvas.put((area.x, area.y), width, &"─".repeat(width), style);
    let decision = if decision.is_empty() { String::new() } else { format!(" {decision} ") };
    let at = width.saturating_sub(columns(&decision) + 2);
    if at > 2 {
        let style = canvas.look("decision");
        canvas.put((area.x + at as u16, area.y), columns(&decision), &decision, style);
    }
}

/// Puts groups of rows below each other, each with its share of the room.
pub fn put(canvas: &mut Canvas<'_>, area: Area, groups: &[Vec<LensRow>]) {
    let wanted: Vec<usize> = groups.iter().map(Vec::len).collect();
    let mut y = area.y;
    for (group, share) in groups.iter().zip(shares(&wanted, area.height.into())) {
        let from = first_shown(group, share);
        for (at, row) in group.iter().enumerate().skip(from).take(share) {
            let is_first = at == from;
            let is_cut =
                (row.cut.0 || is_first && from > 0, row.cut.1 || at + 1 == from + share && at + 1 < group.len());
            put_row(canvas, Area { y, height: 1, ..area }, row, is_first, is_cut);
            y += 1;
        }
    }
}

/// Rows for each of those who want some, one after the other, as long as there are any.
fn shares(wanted: &[usize], room: usize) -> Vec<usize> {
    let mut shares = vec![0; wanted.len()];
    let mut left = room.min(wanted.iter().sum());
    while left > 0 {
        for (share, wanted) in shares.iter_mut().zip(wanted) {
            if left > 0 && *share < *wanted {
                *share += 1;
                left -= 1;
            }
        }
    }
    shares
}

/// From which row on a group is shown, so that the edit itself is seen with something around it.
fn first_shown(group: &[LensRow], share: usize) -> usize {
    let is_edit = |row: &LensRow| row.pieces.iter().any(|(look, _)| *look != "context");
    let first = group.iter().position(is_edit).unwrap_or(0);
    let last = group.iter().rposition(is_edit).unwrap_or(0);
    let around = share.saturating_sub(last + 1 - first) / 2;
    first.saturating_sub(around).min(group.len().saturating_sub(share))
}

fn put_row(canvas: &mut Canvas<'_>, area: Area, row: &LensRow, is_first: bool, cut: (bool, bool)) {
    let mark = canvas.look("key");
    if is_first && !row.sign.is_empty() {
        canvas.put((area.x + 1, area.y), 2, row.sign, mark);
    }
    if cut.0 {
        canvas.put((area.x + 2, area.y), 1, "…", mark);
    }
    let mut x = if row.sign.is_empty() { 1 } else { 3 };
    for (look, text) in &row.pieces {
        let style = canvas.look(look);
        x += canvas.put((area.x + x, area.y), usize::from(area.width.saturating_sub(x)), text, style);
    }
    if cut.1 {
        canvas.put((area.x + x, area.y), 1, "…", mark);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_shared() {
        assert_eq!(shares(&[5, 1, 2], 4), [2, 1, 1]);
        assert_eq!(shares(&[5, 1, 2], 20), [5, 1, 2]);
        assert_eq!(shares(&[1, 1, 1], 2), [1, 1, 0]);
        assert_eq!(shares(&[], 3), [0; 0]);
    }
}
