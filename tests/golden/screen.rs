//! A screen spelled out: every row, and below it the look of its cells as letters.

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier};
use redraft::app::App;

/// The letter of a look. Capitals, and the signs of the upper row, are looks that are reversed.
const LETTERS: &[(char, &str)] = &[
    ('.', ""),
    ('b', "bold"),
    ('d', "dim"),
    ('-', "yellow strike"),
    ('+', "blue bold underline"),
    ('<', "magenta strike"),
    ('>', "magenta underline"),
    ('x', "dim strike"),
    ('i', "dim underline"),
    ('s', "red underline"),
    ('n', "cyan"),
    ('!', "cyan bold"),
    ('h', "cyan bold underline"),
    ('y', "yellow"),
    ('r', "red bold"),
    ('_', "bold underline"),
    ('~', "strike"),
    ('u', "underline"),
    ('K', "reverse"),
    ('B', "bold reverse"),
    ('P', "dim reverse"),
    ('R', "red bold reverse"),
    ('D', "yellow strike reverse"),
    ('I', "blue bold underline reverse"),
    ('L', "magenta strike reverse"),
    ('M', "magenta underline reverse"),
    ('X', "dim strike reverse"),
    ('S', "red underline reverse"),
    ('N', "cyan reverse"),
    ('H', "cyan bold reverse"),
    ('U', "bold underline reverse"),
    ('T', "strike reverse"),
];

/// The screen under a title, with the letters that it uses explained.
pub fn spelled(title: &str, app: &App) -> String {
    let mut buffer = Buffer::empty(Rect::new(0, 0, app.size.0, app.size.1));
    let cursor = redraft::ui::paint(app, &mut buffer);
    let cursor = cursor.map(|(x, y)| format!(", cursor at column {x} of row {y}")).unwrap_or_default();
    let rows: Vec<(String, String)> = (0..app.size.1).map(|y| row(&buffer, y)).collect();
    let mut out = format!("{title}{cursor}\n");
    for (letter, look) in
        LETTERS.iter().skip(1).filter(|(letter, _)| rows.iter().any(|(_, looks)| looks.contains(*letter)))
    {
        out += &format!("{letter} = {look}\n");
    }
    for (at, (text, looks)) in rows.iter().enumerate() {
        out += &format!("\n{at:3}|{text}");
        if !looks.is_empty() {
            out += &format!("\n   |{looks}");
        }
    }
    out + "\n"
}

/// The text of a row, and a letter for each of its columns.
fn row(buffer: &Buffer, y: u16) -> (String, String) {
    let (mut text, mut looks) = (String::new(), String::new());
    let mut x = 0;
    while let Some(cell) = buffer.cell((x, y)).filter(|_| x < buffer.area.width) {
        let columns = redraft::app::page::wrap::columns(cell.symbol()).max(1) as u16;
        text.push_str(cell.symbol());
        (0..columns).for_each(|_| looks.push(letter(cell)));
        x += columns;
    }
    (text.trim_end().to_owned(), looks.trim_end_matches('.').to_owned())
}

fn letter(cell: &Cell) -> char {
    let colour = match cell.fg {
        Color::Reset => String::new(),
        colour => colour.to_string().to_lowercase(),
    };
    let modifiers = [
        (Modifier::BOLD, "bold"),
        (Modifier::DIM, "dim"),
        (Modifier::UNDERLINED, "underline"),
        (Modifier::CROSSED_OUT, "strike"),
        (Modifier::REVERSED, "reverse"),
    ];
    let named = modifiers.iter().filter(|(modifier, _)| cell.modifier.contains(*modifier)).map(|(_, name)| *name);
    let look = [colour.as_str()].into_iter().filter(|name| !name.is_empty()).chain(named).collect::<Vec<_>>().join(" ");
    let known = LETTERS.iter().find(|(_, known)| *known == look);
    known.unwrap_or_else(|| panic!("give the look “{look}” a letter")).0
}
