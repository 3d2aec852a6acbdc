//! What lies over the text: the help, and the decisions whose edits are gone.

use super::Canvas;
use crate::app::{App, Area};

/// Draws the list that lies over the text.
pub fn draw(app: &App, canvas: &mut Canvas<'_>, area: Area) {
    let Some((top, lines)) = app.list() else { return };
    for (line, y) in lines.iter().skip(top).zip(area.y..area.y + area.height) {
        let mut used = 0;
        for (look, text) in &line.0 {
            let style = canvas.look(look);
            used += canvas.put((area.x + used, y), usize::from(area.width.saturating_sub(used)), text, style);
        }
    }
}
