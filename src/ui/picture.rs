//! A screen as a picture (SVG), made from the very cells that are drawn.

use std::fmt::Write;

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

use crate::app::App;

/// Columns and rows of a cell, in pixels.
const CELL: (f32, f32) = (8.4, 18.0);

/// The screen of a program as it stands.
pub fn picture(app: &App) -> String {
    let area = ratatui::layout::Rect::new(0, 0, app.size.0, app.size.1);
    let mut buffer = Buffer::empty(area);
    super::paint(app, &mut buffer);
    svg(&buffer)
}

/// Cells as SVG: runs of one look as one text each.
pub fn svg(buffer: &Buffer) -> String {
    let (width, height) = (f32::from(buffer.area.width) * CELL.0, f32::from(buffer.area.height) * CELL.1);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{:.0}\" height=\"{:.0}\" font-family=\"DejaVu Sans Mono, Menlo, Consolas, monospace\" font-size=\"14\">\n\
         <rect width=\"100%\" height=\"100%\" rx=\"6\" fill=\"#1c1f26\"/>\n",
        width + 16.0,
        height + 16.0
    );
    for y in 0..buffer.area.height {
        let cells: Vec<&Cell> = (0..buffer.area.width).filter_map(|x| buffer.cell((x, y))).collect();
        let mut x = 0;
        for run in cells.chunk_by(|a, b| look(a) == look(b)) {
            draw_run(&mut out, run, x, y);
            x += run.len();
        }
    }
    out.push_str("</svg>\n");
    out
}

fn look(cell: &Cell) -> (Color, Color, Modifier) {
    (cell.fg, cell.bg, cell.modifier)
}

fn draw_run(out: &mut String, run: &[&Cell], x: usize, y: u16) {
    let Some((fg, _, modifier)) = run.first().map(|cell| look(cell)) else { return };
    let text: String = run.iter().map(|cell| cell.symbol()).collect();
    let (left, top) = (8.0 + x as f32 * CELL.0, 8.0 + f32::from(y) * CELL.1);
    let width = run.len() as f32 * CELL.0;
    let is_reversed = modifier.contains(Modifier::REVERSED);
    let ink = if is_reversed { "#1c1f26" } else { hex(fg) };
    if is_reversed {
        let _ = writeln!(
            out,
            "<rect x=\"{left:.1}\" y=\"{top:.1}\" width=\"{width:.1}\" height=\"{}\" fill=\"{}\"/>",
            CELL.1,
            hex(fg)
        );
    }
    if text.trim().is_empty() {
        return;
    }
    let mut style = String::new();
    if modifier.contains(Modifier::BOLD) {
        style += " font-weight=\"bold\"";
    }
    if modifier.contains(Modifier::DIM) {
        style += " opacity=\"0.6\"";
    }
    let lines = [(Modifier::UNDERLINED, "underline"), (Modifier::CROSSED_OUT, "line-through")];
    let lines: Vec<&str> =
        lines.into_iter().filter(|(line, _)| modifier.contains(*line)).map(|(_, name)| name).collect();
    if !lines.is_empty() {
        let _ = write!(style, " text-decoration=\"{}\"", lines.join(" "));
    }
    let _ = writeln!(
        out,
        "<text x=\"{left:.1}\" y=\"{:.1}\" textLength=\"{width:.1}\" xml:space=\"preserve\" fill=\"{ink}\"{style}>{}</text>",
        top + 13.5,
        escaped(&text)
    );
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// The terminal's colours as a common dark theme has them.
const fn hex(color: Color) -> &'static str {
    match color {
        Color::Yellow => "#e0a84a",
        Color::Blue => "#6cb2ff",
        Color::Magenta => "#c792ea",
        Color::Cyan => "#7fd1d8",
        Color::Red => "#ff7b72",
        Color::Green => "#8ccf7e",
        _ => "#d7dae0",
    }
}
