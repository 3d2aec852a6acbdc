//! The program's state to cells. It reads only; the only folder that names ratatui.

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::page::wrap::fitting;
use crate::app::{App, Area, PromptKind, Screen, layout};

mod footer;
mod lens;
mod lists;
pub mod picture;
mod prompt;
mod ruler;
mod theme;
mod title;
pub mod waiting;
mod wordings;

use theme::Theme;

/// Draws the whole screen.
pub fn draw(app: &App, frame: &mut Frame<'_>) {
    let cursor = paint(app, frame.buffer_mut());
    if let Some(place) = cursor {
        frame.set_cursor_position(place);
    }
}

/// Paints the whole screen into a buffer of the app's size; where the cursor stands, if it is seen.
pub fn paint(app: &App, buffer: &mut Buffer) -> Option<(u16, u16)> {
    let theme = Theme { monochrome: app.monochrome };
    let parts = layout(app.size, app);
    let mut canvas = Canvas { buffer, theme };
    title::draw(app, &mut canvas, parts.title);
    let over = Area { height: parts.text.height + parts.lens.height, width: app.size.0, ..parts.text };
    let cursor = match app.screens.last() {
        Some(Screen::Help(_) | Screen::Orphans(_) | Screen::Filter(_)) => {
            lists::draw(app, &mut canvas, over);
            None
        }
        Some(Screen::Overview) => {
            lists::draw(app, &mut canvas, Area { height: parts.text.height, ..over });
            lens::draw(app, &mut canvas, parts.lens);
            None
        }
        Some(Screen::Prompt(prompt)) => {
            if prompt.kind == PromptKind::Command {
                lists::draw(app, &mut canvas, Area { height: parts.text.height, ..over });
            } else {
                wordings::draw(app, &mut canvas, parts.text);
                ruler::draw(app, &mut canvas, parts.ruler);
            }
            prompt::draw(app, prompt, &mut canvas, if parts.lens.height > 0 { parts.lens } else { parts.footer })
        }
        None => {
            wordings::draw(app, &mut canvas, parts.text);
            ruler::draw(app, &mut canvas, parts.ruler);
            lens::draw(app, &mut canvas, parts.lens);
            None
        }
    };
    // Where there is no room for a lens, what is typed takes the footer's place.
    if cursor.is_none_or(|(_, y)| y != parts.footer.y) {
        footer::draw(app, &mut canvas, parts.footer);
        footer::notice(app, &mut canvas, parts.footer);
    }
    cursor
}

/// What is painted on, and how it looks.
struct Canvas<'a> {
    buffer: &'a mut Buffer,
    theme: Theme,
}

impl Canvas<'_> {
    /// Puts a text that is safe into a row, at most `width` columns of it; a mark tells where it was cut. The columns it took.
    fn put(&mut self, (x, y): (u16, u16), width: usize, text: &str, style: Style) -> u16 {
        let area = *self.buffer.area();
        if y >= area.height || x >= area.width {
            return 0;
        }
        // What stood there before leaves no trace of its look.
        let style = Style::reset().patch(style);
        let width = width.min(usize::from(area.width - x));
        let (shown, is_cut) = fitting(text, width);
        let (end, _) = self.buffer.set_stringn(x, y, shown, width, style);
        if is_cut && width > 0 {
            let (end, _) = self.buffer.set_stringn(end, y, "…", 1, style);
            return end - x;
        }
        end - x
    }

    /// Styles cells.
    fn style(&mut self, x: u16, y: u16, width: u16, style: Style) {
        let area = Rect::new(x, y, width, 1).intersection(*self.buffer.area());
        self.buffer.set_style(area, style);
    }

    fn look(&self, name: &str) -> Style {
        self.theme.style(name)
    }
}

#[cfg(test)]
mod tests;
