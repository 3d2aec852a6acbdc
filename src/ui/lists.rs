//! What lies over the text: the help, and the decisions whose edits are gone.

use super::{Canvas, fitting};
use crate::app::help::{HelpRow, rows};
use crate::app::{App, Area};
use crate::document::visible::flowing;
use crate::review::{Decision, Entry};

/// The columns in which keys stand.
const KEYS: usize = 24;

/// Draws the help from this row on.
pub fn help(app: &App, top: usize, canvas: &mut Canvas<'_>, area: Area) {
    let keys = KEYS.min(usize::from(area.width) / 3);
    for (row, y) in rows(&app.keymap).iter().skip(top).zip(area.y..area.y + area.height) {
        match row {
            HelpRow::Blank => {}
            HelpRow::Heading(text) => {
                let style = canvas.look("heading");
                canvas.put((area.x + 1, y), usize::from(area.width).saturating_sub(1), text, style);
            }
            HelpRow::Action(shown, what) => {
                let style = canvas.look("key");
                canvas.put((area.x + 2, y), keys.saturating_sub(2), shown, style);
                let x = keys + 2;
                let style = canvas.look("context");
                canvas.put((area.x + x as u16, y), usize::from(area.width).saturating_sub(x), what, style);
            }
        }
    }
}

/// Draws the orphans from this one on, a row each.
pub fn orphans(app: &App, top: usize, canvas: &mut Canvas<'_>, area: Area) {
    let width = usize::from(area.width).saturating_sub(2);
    if app.review.orphans.is_empty() && area.height > 0 {
        let style = canvas.look("context");
        canvas.put((area.x + 1, area.y), width, "Every decision has its edit.", style);
    }
    for (entry, y) in app.review.orphans.values().skip(top).zip(area.y..area.y + area.height) {
        let style = canvas.look("decision");
        let used = canvas.put((area.x + 1, y), width, &decision(entry), style);
        let style = canvas.look("context");
        let rest = width.saturating_sub(usize::from(used) + 1);
        canvas.put((area.x + 2 + used, y), rest, &quote(entry, rest), style);
    }
}

fn decision(entry: &Entry) -> String {
    let comment = if entry.comment.is_empty() { String::new() } else { format!(" “{}”", flowing(&entry.comment)) };
    match &entry.decision {
        Decision::SentBack(reason) => format!("sent back: {}{comment}", flowing(reason)),
        Decision::Reworded(words) => format!("reworded: {}{comment}", flowing(words)),
        other => format!("{}{comment}", other.name()),
    }
}

/// The words of both sides, each with half of the room.
fn quote(entry: &Entry, width: usize) -> String {
    let half = width.saturating_sub(3) / 2;
    let side = |words: &str| {
        let words = flowing(words.trim()).into_owned();
        let (shown, is_cut) = fitting(&words, half);
        format!("{shown}{}", if is_cut { "…" } else { "" })
    };
    format!("{} → {}", side(&entry.quote.old), side(&entry.quote.new))
}
