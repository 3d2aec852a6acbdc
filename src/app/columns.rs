//! Where the columns of the text area stand: one function, used for wrapping and for drawing.

use super::page::View;

/// The columns of a text area; offsets and widths in terminal columns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Columns {
    /// How many columns before each side's text are the block's number and a space; 0 where there is no room.
    pub gutter: usize,
    /// Offset and width of the old text, where there are two sides.
    pub old: Option<(usize, usize)>,
    /// Offset and width of the new text, or of the only one.
    pub new: (usize, usize),
}

/// What stands between the two sides.
pub const BETWEEN: &str = " │ ";

/// How wide the number of a block may be, and a space.
const GUTTER: usize = 5;

/// The columns of a text area of this width.
pub fn columns(view: View, width: usize) -> Columns {
    if view != View::SideBySide {
        let gutter = if width < 30 { 0 } else { GUTTER };
        return Columns { gutter, old: None, new: (gutter, width - gutter) };
    }
    let gutter = if width < 60 { 0 } else { GUTTER };
    let room = width.saturating_sub(3);
    let half = room / 2;
    let gutter = gutter.min(half);
    Columns { gutter, old: Some((gutter, half - gutter)), new: (width - (room - half) + gutter, room - half - gutter) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_never_leave_the_area() {
        for width in 0..400 {
            for view in [View::SideBySide, View::Inline, View::Stacked, View::Clean] {
                let found = columns(view, width);
                assert_eq!(found.new.0 + found.new.1, width, "{view:?} {width}");
                if let Some((at, old)) = found.old {
                    assert!(at + old + 3 + found.gutter <= found.new.0 || width < 3, "{width}: {found:?}");
                }
            }
        }
    }
}
