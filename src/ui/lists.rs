//! What lies over the text: lists of lines, in some of which one is chosen.

use super::Canvas;
use crate::app::{App, Area};

/// Draws the list that lies over the text.
pub fn draw(app: &App, canvas: &mut Canvas<'_>, area: Area) {
    let Some(list) = app.list() else { return };
    for ((at, line), y) in list.lines.iter().enumerate().zip(area.y..area.y + area.height) {
        let mut used = 0;
        for (look, text) in &line.0 {
            let style = canvas.look(look);
            used += canvas.put((area.x + used, y), usize::from(area.width.saturating_sub(used)), text, style);
        }
        if list.chosen == Some(list.first + at) {
            let style = canvas.look("current");
            canvas.style(area.x, y, area.width, style);
        }
    }
}
