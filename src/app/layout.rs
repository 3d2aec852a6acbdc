//! Where everything stands on the screen: one function, used for drawing and for scrolling.

use super::App;

/// A rectangle of cells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Area {
    /// The first column.
    pub x: u16,
    /// The first row.
    pub y: u16,
    /// How many columns.
    pub width: u16,
    /// How many rows.
    pub height: u16,
}

/// The parts of the screen; a part for which there is no room is empty.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    /// Where I am: one row.
    pub title: Area,
    /// The wordings; a column is left free before the ruler.
    pub text: Area,
    /// All edits at a glance: one column at the right of the text.
    pub ruler: Area,
    /// The current edit: its first row is a rule.
    pub lens: Area,
    /// The keys that work here: one row.
    pub footer: Area,
}

/// The parts of a screen of this size (columns, rows).
pub fn layout(size: (u16, u16), app: &App) -> Layout {
    let prompt = matches!(app.screens.last(), Some(super::Screen::Prompt(_)));
    let is_bare = (app.comparison.edits.is_empty() || !app.lens) && !prompt;
    parts(size, if is_bare { 0 } else { app.lens_rows.max(1) })
}

/// The parts where so many rows of lens are wanted; 0 = none. What is decided is to be read: the lens grows for it, up to two fifths of the
/// screen.
fn parts((width, height): (u16, u16), wanted: usize) -> Layout {
    let title = u16::from(height >= 3);
    let footer = u16::from(height >= 2);
    let least: u16 = match height {
        _ if wanted == 0 => 0,
        0..8 => 0,
        8..14 => 3,
        14..28 => 5,
        28..36 => 6,
        _ => 7,
    };
    let most = if least == 0 { 0 } else { height.saturating_mul(2).div_ceil(5) };
    let lens = u16::try_from(wanted).unwrap_or(u16::MAX).min(most).max(least);
    let text = height.saturating_sub(title + footer + lens);
    let ruler = u16::from(width >= 20);
    let row = |y, height| Area { x: 0, y, width, height };
    Layout {
        title: row(0, title),
        text: Area { width: width - 2 * ruler, ..row(title, text) },
        ruler: Area { x: width - ruler, y: title, width: ruler, height: text },
        lens: row(title + text, lens),
        footer: row(title + text + lens, footer),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_fill_every_screen_and_nothing_sticks_out() {
        for height in 0..120 {
            for width in [0, 1, 19, 20, 80, 1000] {
                let found = parts((width, height), usize::from(width % 30));
                let rows = [found.title, found.text, found.lens, found.footer].map(|area| area.height);
                assert_eq!(rows.iter().sum::<u16>(), height);
                assert_eq!(found.text.width + 2 * found.ruler.width, width);
                assert_eq!(found.footer.y + found.footer.height, height);
                assert!(height == 0 || found.text.height > 0, "{height}");
            }
        }
    }

    #[test]
    fn the_lens_grows_for_what_is_decided_but_leaves_room_for_the_text() {
        let height = |wanted| parts((80, 24), wanted).lens.height;
        assert_eq!([0, 1, 5, 8, 30].map(height), [0, 5, 5, 8, 10]);
    }
}
