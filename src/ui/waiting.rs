//! What is seen while two wordings are still being compared.

use ratatui::Frame;

use super::Canvas;
use super::theme::Theme;
use crate::app::page::wrap::columns;
use crate::compare::Mode;
use crate::document::visible::visible;
use crate::document::{Document, Pair, Unit};

/// What is waited for.
#[derive(Clone, Debug)]
pub struct Waiting {
    what: &'static str,
    names: String,
    has_share: bool,
    monochrome: bool,
}

impl Waiting {
    /// That two wordings are compared; with or without colours.
    pub fn of(documents: Pair<&Document>, mode: Mode, monochrome: bool) -> Self {
        let Pair { old, new } = documents.map(|document| visible(&document.name));
        let what = match mode {
            Mode::Revision => "comparing",
            Mode::Translation => "aligning",
        };
        let names = if documents.old.unit == Unit::Block { new.into_owned() } else { format!("{old} → {new}") };
        Self { what, names, has_share: mode == Mode::Translation, monochrome }
    }
}

/// Draws what is done, how far it has come, and how to leave, in the middle of the screen.
pub fn draw(waiting: &Waiting, percent: usize, frame: &mut Frame<'_>) {
    let area = frame.area();
    let share = if waiting.has_share { format!(" {percent} %") } else { String::new() };
    let lines = [
        (format!("{} …{share}", waiting.what), "heading"),
        (waiting.names.clone(), "footer"),
        ("q stops".to_owned(), "footer"),
    ];
    let mut canvas = Canvas { buffer: frame.buffer_mut(), theme: Theme { monochrome: waiting.monochrome } };
    let top = area.height.saturating_sub(lines.len() as u16) / 2;
    for ((line, look), y) in lines.iter().zip(top..area.height) {
        let width = usize::from(area.width);
        let style = canvas.look(look);
        canvas.put((width.saturating_sub(columns(line)) as u16 / 2, y), width, line, style);
    }
}
