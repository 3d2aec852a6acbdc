//! The rows of the window: both wordings, or one column.

use std::ops::Range;

use ratatui::style::Style;

use super::Canvas;
use crate::app::columns::{BETWEEN, columns};
use crate::app::page::{Mark, Piece, Row, RowKind};
use crate::app::{App, Area};
use crate::review::Decision;

/// Draws the wordings.
pub fn draw(app: &App, canvas: &mut Canvas<'_>, area: Area) {
    for (row, y) in app.window.iter().zip(area.y..area.y + area.height) {
        draw_row(app, canvas, row, Area { y, height: 1, ..area });
    }
    if app.comparison.steps.is_empty() && area.height > 0 {
        let style = canvas.look("fold");
        canvas.put((area.x, area.y), area.width.into(), " Both wordings are empty.", style);
    }
}

fn draw_row(app: &App, canvas: &mut Canvas<'_>, row: &Row, area: Area) {
    let at = columns(app.view, area.width.into());
    let x = |offset: usize| area.x + offset as u16;
    if row.kind == RowKind::Fold {
        let style = canvas.look("fold");
        let text = row.cells.new.first().map_or("", |piece| piece.text.as_str());
        let lead = (usize::from(area.width).saturating_sub(text.chars().count())) / 2;
        canvas.put((x(lead), area.y), usize::from(area.width) - lead, text, style);
        return;
    }
    if let Some((start, width)) = at.old {
        let style = canvas.look("between");
        canvas.put((x(start + width), area.y), BETWEEN.chars().count(), BETWEEN, style);
        number(canvas, (x(0), area.y), at.gutter, row.numbers.old, "");
        cell(app, canvas, &row.cells.old, (x(start), area.y), width);
        number(canvas, (x(at.new.0 - at.gutter), area.y), at.gutter, row.numbers.new, "");
    } else {
        let sign = if row.numbers.new.is_none() { "-" } else { "" };
        number(canvas, (x(0), area.y), at.gutter, row.numbers.new.or(row.numbers.old), sign);
    }
    cell(app, canvas, &row.cells.new, (x(at.new.0), area.y), at.new.1);
}

/// The number of a block, at the right of the gutter.
fn number(canvas: &mut Canvas<'_>, at: (u16, u16), gutter: usize, number: Option<usize>, sign: &str) {
    let Some(number) = number.filter(|_| gutter > 1) else { return };
    let width = gutter - 1;
    let style = canvas.look("number");
    canvas.put(at, width, &format!("{:>width$}", format!("{sign}{number}")), style);
}

fn cell(app: &App, canvas: &mut Canvas<'_>, pieces: &[Piece], (x, y): (u16, u16), width: usize) {
    let mut used = 0;
    for piece in pieces {
        let style = style(app, canvas, piece);
        let start = used;
        for (range, hit) in hits(app, piece) {
            let style = hit.map_or(style, |name| style.patch(canvas.look(name)));
            let room = width.saturating_sub(used);
            let text = piece.text.get(range).unwrap_or("");
            used += usize::from(canvas.put((x + used as u16, y), room, text, style));
        }
        if piece.edit.is_some() && piece.edit == app.current {
            let style = canvas.look("current");
            canvas.style(x + start as u16, y, (used - start) as u16, style);
        }
    }
}

/// How a piece looks: by its mark, and by what was decided on its edit.
fn style(app: &App, canvas: &Canvas<'_>, piece: &Piece) -> Style {
    let name = match (piece.mark, piece.edit.map(|edit| app.decision(edit))) {
        (Mark::Same, _) => "kept",
        (Mark::Note, _) => "note",
        (Mark::Deleted | Mark::MovedAway, Some(Decision::Rejected)) => "kept",
        (Mark::Inserted | Mark::MovedHere, Some(Decision::Accepted)) => "kept",
        (_, Some(Decision::Accepted | Decision::Rejected | Decision::Reworded(_))) => "dropped",
        (Mark::Inserted | Mark::MovedHere, Some(Decision::SentBack(_))) => "sent-back",
        (Mark::Deleted, _) => "deleted",
        (Mark::Inserted, _) => "inserted",
        (Mark::MovedAway, _) => "moved-away",
        (Mark::MovedHere, _) => "moved-here",
    };
    canvas.look(name)
}

/// A piece cut at the hits of the search, and how each part is marked.
fn hits(app: &App, piece: &Piece) -> Vec<(Range<usize>, Option<&'static str>)> {
    let whole = 0..piece.text.len();
    let (Some(search), Some((side, span))) = (&app.search, piece.span) else { return vec![(whole, None)] };
    let is_exact = span.len() == piece.text.len();
    let mut parts = Vec::new();
    let mut at = 0;
    for (index, hit) in search.within(side, span) {
        let covered = hit.start.max(span.start) - span.start..hit.end.min(span.end) - span.start;
        let range = if is_exact { covered } else { whole.clone() };
        if range.start < at {
            continue;
        }
        let name = if search.current == Some(index) { "current-hit" } else { "hit" };
        parts.extend([(at..range.start, None), (range.clone(), Some(name))]);
        at = range.end;
    }
    parts.push((at..whole.end, None));
    parts.retain(|(range, _)| !range.is_empty());
    parts
}
