//! A line to be typed, in the lens: as many rows as it takes and there are, the edit it is about below it.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::{Canvas, lens};
use crate::app::own::About;
use crate::app::page::wrap::columns;
use crate::app::{App, Area, Prompt};
use crate::document::visible::visible;

/// Draws a prompt; where its cursor stands.
pub fn draw(app: &App, prompt: &Prompt, canvas: &mut Canvas<'_>, area: Area) -> Option<(u16, u16)> {
    if area.height == 0 || area.width < 4 {
        return None;
    }
    if area.height == 1 {
        let style = canvas.look("key");
        let question = format!("{}: ", prompt.kind.question());
        // What is typed wins over what it is for.
        let width = usize::from(area.width);
        let room = width.saturating_sub(columns(&visible(&prompt.line.text)) + 3).min(width / 2);
        let used = if room < 4 { 0 } else { canvas.put((area.x, area.y), room, &question, style) };
        return typed(prompt, canvas, Area { x: area.x + used, width: area.width - used, ..area }).1;
    }
    let rule = canvas.look("rule");
    canvas.put((area.x, area.y), area.width.into(), &"─".repeat(area.width.into()), rule);
    let number = match prompt.about {
        Some(About::Edit(edit)) => format!("{} · ", edit + 1),
        Some(About::Bead(_)) => "this sentence · ".to_owned(),
        Some(About::Stray(_)) | None => String::new(),
    };
    let style = canvas.look("key");
    let question = format!(" {number}{}: ", prompt.kind.question());
    canvas.put((area.x + 2, area.y), usize::from(area.width).saturating_sub(3), &question, style);
    let room = Area { x: area.x + 1, y: area.y + 1, width: area.width - 1, height: area.height - 1 };
    let (used, cursor) = typed(prompt, canvas, room);
    if prompt.kind.is_about_edit() {
        lens::put(canvas, Area { y: room.y + used, height: room.height - used, ..area }, &app.lens_of(prompt));
    }
    cursor
}

/// Draws what was typed; how many rows it takes and where the cursor stands.
fn typed(prompt: &Prompt, canvas: &mut Canvas<'_>, area: Area) -> (u16, Option<(u16, u16)>) {
    let (before, after) = prompt.line.parts();
    let (before, after) = (visible(before), visible(after));
    let text = format!("{before}{after} ");
    // A column on both sides is left for the marks where something is cut.
    let width = usize::from(area.width).saturating_sub(2).max(1);
    let rows = if area.height == 1 { vec![around(&text, before.len(), width)] } else { filled(&text, width) };
    let cursor = rows.iter().position(|row| before.len() < row.end).unwrap_or(0);
    let height = rows.len().min(area.height.into());
    let from = cursor.saturating_sub(height.saturating_sub(1));
    let style = canvas.look("kept");
    let mark = canvas.look("key");
    for (at, (row, y)) in rows.iter().skip(from).take(height).zip(area.y..).enumerate() {
        let used = canvas.put((area.x + 1, y), usize::from(area.width) - 1, &text[row.clone()], style);
        if at == 0 && row.start > 0 {
            canvas.put((area.x, y), 1, "…", mark);
        }
        if at + 1 == height && row.end < text.len() {
            canvas.put((area.x + 1 + used, y), 1, "…", mark);
        }
    }
    let row = rows.get(cursor).cloned().unwrap_or_default();
    let column = text.get(row.start..before.len()).map_or(0, columns);
    let x = area.x.saturating_add(1 + column as u16).min(area.x + area.width - 1);
    (height as u16, Some((x, area.y + (cursor - from) as u16)))
}

/// As much of a text as a row of so many columns takes: the cursor, what stands before it, and what stands behind it where there is room.
fn around(text: &str, cursor: usize, width: usize) -> Range<usize> {
    let (before, after) = text.split_at(cursor);
    let mut graphemes = after.graphemes(true);
    let at_cursor = graphemes.next().unwrap_or_default();
    let (mut start, mut end, mut left) = (cursor, cursor + at_cursor.len(), width.saturating_sub(columns(at_cursor)));
    for (at, grapheme) in before.grapheme_indices(true).rev() {
        let Some(less) = left.checked_sub(columns(grapheme)) else { return start..end };
        (start, left) = (at, less);
    }
    for grapheme in graphemes {
        let Some(less) = left.checked_sub(columns(grapheme)) else { break };
        (end, left) = (end + grapheme.len(), less);
    }
    start..end
}

/// The text cut into rows of this many columns, wherever that is.
fn filled(text: &str, width: usize) -> Vec<Range<usize>> {
    let mut rows = Vec::new();
    let (mut start, mut used) = (0, 0);
    for (at, grapheme) in text.grapheme_indices(true) {
        if used + columns(grapheme) > width && at > start {
            rows.push(start..at);
            (start, used) = (at, 0);
        }
        used += columns(grapheme);
    }
    rows.push(start..text.len());
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_filled_by_columns() {
        let check = |text: &str, width, expected: &[&str]| {
            let rows: Vec<&str> = filled(text, width).into_iter().map(|row| &text[row]).collect();
            assert_eq!(rows, expected);
        };
        check("abcde ", 3, &["abc", "de "]);
        check("会議は ", 3, &["会", "議", "は "]);
        check(" ", 1, &[" "]);
    }

    #[test]
    fn one_row_follows_the_cursor() {
        let check = |text: &str, cursor, width, expected: &str| {
            assert_eq!(&text[around(text, cursor, width)], expected, "{text} at {cursor}");
        };
        check("abcdefgh ", 8, 4, "fgh ");
        check("abcdefgh ", 4, 4, "bcde");
        check("abcdefgh ", 0, 4, "abcd");
        check("会議は ", 9, 4, "は ");
        check("会議は ", 3, 1, "議");
        check(" ", 0, 1, " ");
    }
}
