//! A line to be typed, in the lens: as many rows as it takes and there are, the edit it is about below it.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::{Canvas, lens};
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
        let used = canvas.put((area.x, area.y), usize::from(area.width) / 2, &question, style);
        return typed(prompt, canvas, Area { x: area.x + used, width: area.width - used, ..area }).1;
    }
    let rule = canvas.look("rule");
    canvas.put((area.x, area.y), area.width.into(), &"─".repeat(area.width.into()), rule);
    let about = prompt.edit.filter(|_| prompt.kind.is_about_edit());
    let number = about.map(|edit| format!("{} · ", edit + 1)).unwrap_or_default();
    let style = canvas.look("key");
    let question = format!(" {number}{}: ", prompt.kind.question());
    canvas.put((area.x + 2, area.y), usize::from(area.width).saturating_sub(3), &question, style);
    let room = Area { x: area.x + 1, y: area.y + 1, width: area.width - 1, height: area.height - 1 };
    let (used, cursor) = typed(prompt, canvas, room);
    if let Some(edit) = about {
        lens::below(app, canvas, edit, Area { y: room.y + used, height: room.height - used, ..area });
    }
    cursor
}

/// Draws what was typed; how many rows it takes and where the cursor stands.
fn typed(prompt: &Prompt, canvas: &mut Canvas<'_>, area: Area) -> (u16, Option<(u16, u16)>) {
    let (before, after) = prompt.line.parts();
    let (before, after) = (visible(before), visible(after));
    let text = format!("{before}{after} ");
    // A column on both sides is left for the marks where something is cut.
    let rows = filled(&text, usize::from(area.width).saturating_sub(2).max(1));
    let cursor = rows.iter().position(|row| before.len() < row.end).unwrap_or(0);
    let height = rows.len().min(area.height.into());
    let from = cursor.saturating_sub(height.saturating_sub(1));
    let style = canvas.look("kept");
    let mark = canvas.look("key");
    for (at, (row, y)) in rows.iter().skip(from).take(height).zip(area.y..).enumerate() {
        let used = canvas.put((area.x + 1, y), usize::from(area.width) - 1, &text[row.clone()], style);
        if at == 0 && from > 0 {
            canvas.put((area.x, y), 1, "…", mark);
        }
        if at + 1 == height && from + height < rows.len() {
            canvas.put((area.x + 1 + used, y), 1, "…", mark);
        }
    }
    let row = rows.get(cursor).cloned().unwrap_or_default();
    let column = text.get(row.start..before.len()).map_or(0, columns);
    let x = area.x.saturating_add(1 + column as u16).min(area.x + area.width - 1);
    (height as u16, Some((x, area.y + (cursor - from) as u16)))
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
}
