//! The current edit: what it is, why it matters, old over new, decision and comment. Or a line to be typed.

use super::{Canvas, fitting};
use crate::app::page::wrap::{columns, wrap};
use crate::app::{App, Area, Prompt};
use crate::compare::{Edit, EditKind};
use crate::document::visible::flowing;
use crate::document::{Side, Span};
use crate::review::Decision;

/// How many bytes around an edit are looked at for its context at most.
const AROUND: usize = 400;

/// Draws the lens.
pub fn draw(app: &App, canvas: &mut Canvas<'_>, area: Area) {
    let Some((index, edit)) = app.current.and_then(|index| Some((index, app.comparison.edits.get(index)?))) else {
        return;
    };
    if area.height == 0 {
        return;
    }
    rule(canvas, area, &[&format!("{}", index + 1), edit.kind.name()], edit);
    let body = usize::from(area.height) - 1;
    let said = decision(app, index, edit);
    let last = usize::from(body > 1);
    let sides: Vec<Side> = [Side::Old, Side::New].into_iter().filter(|side| shows(edit, *side)).collect();
    let mut y = area.y + 1;
    let mut left = body - last;
    for (at, side) in sides.iter().enumerate() {
        let room = left.div_ceil(sides.len() - at);
        let used = words(app, canvas, edit, *side, Area { y, height: room as u16, ..area });
        y += used as u16;
        left -= used;
    }
    if last > 0 {
        let style = canvas.look("decision");
        canvas.put((area.x + 1, area.y + area.height - 1), usize::from(area.width).saturating_sub(2), &said, style);
    }
}

/// Whether an edit has something to show on a side.
fn shows(edit: &Edit, side: Side) -> bool {
    match edit.kind {
        EditKind::Insert | EditKind::Split => side == Side::New,
        EditKind::Delete | EditKind::Merge => side == Side::Old,
        EditKind::Replace => true,
        EditKind::Move => side == Side::New,
    }
}

/// The first row: what the edit is and why it matters.
fn rule(canvas: &mut Canvas<'_>, area: Area, said: &[&str], edit: &Edit) {
    let style = canvas.look("rule");
    canvas.put((area.x, area.y), area.width.into(), &"─".repeat(area.width.into()), style);
    let width = usize::from(area.width).saturating_sub(3);
    let mut x = 2;
    let head = format!(" {} · ", said.join(" · "));
    let style = canvas.look("wording");
    x += canvas.put((area.x + x, area.y), width, &head, style);
    let style = canvas.look(edit.class.name());
    let reasons: String =
        edit.flags.iter().map(|flag| format!(" · {}: {}", flag.kind.name(), flowing(&flag.reason))).collect();
    let text = format!("{}{reasons} ", edit.class.name());
    canvas.put((area.x + x, area.y), (width + 2).saturating_sub(x.into()), &text, style);
}

/// The words of one side with some context; how many rows they took.
fn words(app: &App, canvas: &mut Canvas<'_>, edit: &Edit, side: Side, area: Area) -> usize {
    let (sign, name) = match (edit.kind, side) {
        (EditKind::Move, _) => ("» ", "moved-here"),
        (_, Side::Old) => ("- ", "deleted"),
        (_, Side::New) => ("+ ", "inserted"),
    };
    let width = usize::from(area.width).saturating_sub(4);
    let text = &app.comparison.documents[side].text;
    let span = edit.spans[side];
    let shown = match edit.kind {
        EditKind::Split | EditKind::Merge => "¶".to_owned(),
        _ if span.of(text).trim().is_empty() => "␣".repeat(span.len().max(1)),
        _ => flowing(span.of(text)).into_owned(),
    };
    if area.height == 0 || width < 4 {
        return 0;
    }
    let style = canvas.look("key");
    canvas.put((area.x + 1, area.y), 2, sign, style);
    let style = canvas.look(name);
    let free = width.saturating_sub(columns(&shown));
    if free > 20 {
        let bead = app.comparison.bead_span(edit.bead)[side].to(span);
        let before = before(text, Span::new(bead.start, span.start), free / 2);
        let mut x = area.x + 3;
        let context = canvas.look("context");
        x += canvas.put((x, area.y), width, &before, context);
        x += canvas.put((x, area.y), width, &shown, style);
        let room = (area.x + 3 + width as u16).saturating_sub(x);
        canvas.put((x, area.y), room.into(), &after(text, Span::new(span.end, bead.end)), context);
        return 1;
    }
    let rows = wrap(&shown, width);
    let height = usize::from(area.height).min(rows.len());
    for (at, row) in rows.iter().take(height).enumerate() {
        let is_cut = at + 1 == height && rows.len() > height;
        let row = if is_cut { &shown[row.start..] } else { &shown[row.clone()] };
        canvas.put((area.x + 3, area.y + at as u16), width, row, style);
    }
    height
}

/// The last words of a span that fit.
fn before(text: &str, span: Span, width: usize) -> String {
    let mut start = span.end.saturating_sub(AROUND).max(span.start);
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    let context = flowing(&text[start..span.end]).into_owned();
    let mut kept = "";
    for (at, _) in context.char_indices().rev() {
        if columns(&context[at..]) + 1 > width {
            return format!("…{kept}");
        }
        kept = &context[at..];
    }
    if start > span.start { format!("…{kept}") } else { kept.to_owned() }
}

/// The first words of a span.
fn after(text: &str, span: Span) -> String {
    let mut end = (span.start + AROUND).min(span.end);
    while !text.is_char_boundary(end) {
        end += 1;
    }
    flowing(&text[span.start..end]).into_owned()
}

fn decision(app: &App, index: usize, edit: &Edit) -> String {
    let decision = match app.decision(index) {
        Decision::SentBack(reason) => format!("sent back: {}", flowing(reason)),
        Decision::Reworded(words) => format!("reworded: {}", flowing(words)),
        other => other.name().to_owned(),
    };
    match app.review.comment(edit.id) {
        "" => decision,
        comment => format!("{decision} · “{}”", flowing(comment)),
    }
}

/// Draws a prompt; where its cursor stands.
pub fn prompt(prompt: &Prompt, canvas: &mut Canvas<'_>, area: Area) -> Option<(u16, u16)> {
    if area.height == 0 || area.width < 4 {
        return None;
    }
    let question = format!(" {}: ", prompt.kind.question());
    let mut at = (area.x, area.y);
    let style = canvas.look("key");
    if area.height > 1 {
        let rule = canvas.look("rule");
        canvas.put(at, area.width.into(), &"─".repeat(area.width.into()), rule);
        canvas.put((area.x + 2, area.y), usize::from(area.width).saturating_sub(3), &question, style);
        at = (area.x + 2, area.y + 1);
    } else {
        at.0 += canvas.put(at, usize::from(area.width) / 2, question.trim_start(), style);
    }
    let width = usize::from((area.x + area.width).saturating_sub(at.0 + 1));
    let (before, after) = prompt.line.parts();
    let (before, after) = (flowing(before), flowing(after));
    let mut seen = before.as_ref();
    while columns(seen) > width.saturating_sub(1) {
        seen = seen.char_indices().nth(1).map_or("", |(next, _)| &seen[next..]);
    }
    let style = canvas.look("kept");
    let x = at.0 + canvas.put(at, width, seen, style);
    let room = width.saturating_sub((x - at.0).into());
    let (rest, _) = fitting(&after, room);
    canvas.put((x, at.1), room, rest, style);
    Some((x.min(area.x + area.width - 1), at.1))
}
