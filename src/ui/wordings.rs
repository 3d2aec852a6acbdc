//! The rows of the window: both wordings, or one column.

use std::ops::Range;

use ratatui::style::Style;

use super::Canvas;
use crate::app::columns::{BETWEEN, columns};
use crate::app::page::{Mark, Piece, Row, RowKind};
use crate::app::{App, Area};
use crate::document::{Side, Span};
use crate::review::Decision;

/// A stretch of one side that is lit, and its look.
type Lit = (Side, Span, &'static str);

/// Draws the wordings.
pub fn draw(app: &App, canvas: &mut Canvas<'_>, area: Area) {
    let lit = app.lit();
    for (row, y) in app.window.iter().zip(area.y..area.y + area.height) {
        draw_row(app, canvas, &lit, row, Area { y, height: 1, ..area });
    }
    if app.comparison.steps.is_empty() && area.height > 0 {
        let style = canvas.look("fold");
        canvas.put((area.x, area.y), area.width.into(), " Both wordings are empty.", style);
    }
}

fn draw_row(app: &App, canvas: &mut Canvas<'_>, lit: &[Lit], row: &Row, area: Area) {
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
        cell(app, canvas, lit, &row.cells.old, (x(start), area.y), width);
        sign(app, canvas, &row.cells.old, (x(start), area.y), at.gutter);
        number(canvas, (x(at.new.0 - at.gutter), area.y), at.gutter, row.numbers.new, "");
    } else {
        let sign = if row.numbers.new.is_none() { "-" } else { "" };
        number(canvas, (x(0), area.y), at.gutter, row.numbers.new.or(row.numbers.old), sign);
    }
    cell(app, canvas, lit, &row.cells.new, (x(at.new.0), area.y), at.new.1);
    sign(app, canvas, &row.cells.new, (x(at.new.0), area.y), at.gutter);
}

/// Where the sentence cursor is and what was fixed by hand, right before the words.
fn sign(app: &App, canvas: &mut Canvas<'_>, pieces: &[Piece], (x, y): (u16, u16), gutter: usize) {
    if gutter > 1 {
        let style = canvas.look("sign");
        canvas.put((x - 1, y), 1, app.sign(pieces), style);
    }
}

/// The number of a block, at the right of the gutter.
fn number(canvas: &mut Canvas<'_>, at: (u16, u16), gutter: usize, number: Option<usize>, sign: &str) {
    let Some(number) = number.filter(|_| gutter > 1) else { return };
    let width = gutter - 1;
    let style = canvas.look("number");
    canvas.put(at, width, &format!("{:>width$}", format!("{sign}{number}")), style);
}

fn cell(app: &App, canvas: &mut Canvas<'_>, lit: &[Lit], pieces: &[Piece], (x, y): (u16, u16), width: usize) {
    let mut used = 0;
    for piece in pieces {
        let style = style(app, canvas, piece);
        let start = used;
        for (range, looks) in parts(app, lit, piece) {
            let style = looks.into_iter().fold(style, |style, name| style.patch(canvas.look(name)));
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

/// How a piece looks: by its mark, by what was decided on its edit, and pale where the filter leaves that out.
fn style(app: &App, canvas: &Canvas<'_>, piece: &Piece) -> Style {
    let is_old = piece.span.is_some_and(|(side, _)| side == Side::Old);
    let is_pale = piece.edit.is_some_and(|edit| !app.is_walked(edit));
    let name = match (piece.mark, piece.edit.map(|edit| app.decision(edit))) {
        (Mark::Same, _) => "kept",
        (Mark::Note, _) => "note",
        (Mark::Deleted | Mark::MovedAway, Some(Decision::Rejected)) => "kept",
        (Mark::Inserted | Mark::MovedHere, Some(Decision::Accepted)) => "kept",
        (Mark::Suspect, Some(Decision::Accepted)) => "kept",
        (Mark::Suspect, Some(Decision::Rejected)) if is_old => "kept",
        (_, Some(Decision::Accepted | Decision::Rejected | Decision::Reworded(_))) => "dropped",
        (Mark::Inserted | Mark::MovedHere | Mark::Suspect, Some(Decision::SentBack(_))) if !is_pale => "sent-back",
        (Mark::Deleted | Mark::MovedAway, _) if is_pale => "pale-deleted",
        (Mark::Inserted | Mark::MovedHere | Mark::Suspect, _) if is_pale => "pale-inserted",
        (Mark::Suspect, _) => "suspect",
        (Mark::Deleted, _) => "deleted",
        (Mark::Inserted, _) => "inserted",
        (Mark::MovedAway, _) => "moved-away",
        (Mark::MovedHere, _) => "moved-here",
    };
    canvas.look(name)
}

/// A piece cut where it is lit or hit, with the looks of each part, the strongest last.
fn parts(app: &App, lit: &[Lit], piece: &Piece) -> Vec<(Range<usize>, Vec<&'static str>)> {
    let whole = 0..piece.text.len();
    let Some((side, span)) = piece.span else { return vec![(whole, Vec::new())] };
    let within = |range: Range<usize>| {
        let is_exact = span.len() == piece.text.len();
        let part = range.start.max(span.start) - span.start..range.end.min(span.end).saturating_sub(span.start);
        if is_exact { part } else { whole.clone() }
    };
    let meets = |other: Span| other.start < span.end && span.start < other.end;
    let lit = lit.iter().filter(|(of, lit, _)| *of == side && meets(*lit));
    let mut marks: Vec<(Range<usize>, &'static str)> = lit.map(|(_, lit, look)| (within(lit.range()), *look)).collect();
    if let Some(search) = &app.search {
        let look = |is_current| if is_current { "current-hit" } else { "hit" };
        marks.extend(search.within(side, span).map(|(hit, is_current)| (within(hit.range()), look(is_current))));
    }
    let mut borders: Vec<usize> = marks.iter().flat_map(|(range, _)| [range.start, range.end]).collect();
    borders.extend([whole.start, whole.end]);
    borders.sort_unstable();
    borders.dedup();
    let looks = |part: &Range<usize>| {
        let covers = |range: &Range<usize>| range.start <= part.start && part.end <= range.end;
        marks.iter().filter(|(range, _)| covers(range)).map(|(_, look)| *look).collect()
    };
    borders.windows(2).map(|ends| ends[0]..ends[1]).map(|part| (part.clone(), looks(&part))).collect()
}
