//! All edits at a glance, and where the window stands among them.

use super::Canvas;
use crate::app::{App, Area};

/// Draws the ruler.
pub fn draw(app: &App, canvas: &mut Canvas<'_>, area: Area) {
    let height = usize::from(area.height);
    if area.width == 0 || height == 0 {
        return;
    }
    let seen = app.seen();
    let current = app.current.unwrap_or(usize::MAX);
    for (row, tick) in app.ticks().into_iter().take(height).enumerate() {
        let is_open = |edit: usize| app.is_open(edit);
        let mut walked = tick.edits.clone().filter(|edit| app.is_walked(*edit));
        let (sign, name) = if tick.edits.contains(&current) {
            ("█", "tick-current")
        } else if walked.clone().any(|edit| is_open(edit) && app.is_substantive(edit)) {
            ("▌", "tick-substantive")
        } else if walked.clone().any(is_open) {
            ("▌", "tick-open")
        } else if walked.next().is_some() {
            ("▏", "tick-decided")
        } else if seen.contains(&row) {
            ("┊", "window")
        } else {
            continue;
        };
        let style = canvas.look(name);
        canvas.put((area.x, area.y + row as u16), 1, sign, style);
    }
}
