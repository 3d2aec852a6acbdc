//! Where I am: the two wordings, the current edit, what is still open.

use super::Canvas;
use crate::app::page::View;
use crate::app::{App, Area};
use crate::document::visible::visible;

/// Draws the title.
pub fn draw(app: &App, canvas: &mut Canvas<'_>, area: Area) {
    if area.height == 0 {
        return;
    }
    let names = app.comparison.documents.as_ref().map(|document| visible(&document.name));
    let left = format!(" {} → {}", names.old, names.new);
    let right = format!("{} ", state(app).join(" · "));
    let width = usize::from(area.width);
    let right_width = right.chars().count().min(width);
    let style = canvas.look("title");
    canvas.put((area.x, area.y), width.saturating_sub(right_width + 1), &left, style);
    let style = canvas.look("count");
    canvas.put((area.x + (width - right_width) as u16, area.y), right_width, &right, style);
}

fn state(app: &App) -> Vec<String> {
    let edits = app.comparison.edits.len();
    let mut said = Vec::new();
    match app.current {
        _ if edits == 0 => said.push("no edits: both wordings say the same".to_owned()),
        Some(edit) => said.push(format!("edit {}/{edits}", edit + 1)),
        None => said.push(format!("{edits} edits")),
    }
    let open = app.open_count();
    if edits > 0 {
        said.push(if open == 0 { "all decided".to_owned() } else { format!("{open} open") });
    }
    let sent_back = app.sent_back_count();
    if sent_back > 0 {
        said.push(format!("{sent_back} sent back"));
    }
    if let Some(search) = &app.search {
        said.push(search.tally());
    }
    if app.view != View::SideBySide {
        said.push(app.view.name().to_owned());
    }
    if app.read_only {
        said.push("read only".to_owned());
    }
    said
}
