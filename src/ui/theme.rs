//! How everything looks, from theme.toml.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use ratatui::style::{Color, Modifier, Style};
use serde::Deserialize;

static LOOKS: LazyLock<BTreeMap<String, Look>> =
    LazyLock::new(|| toml::from_str(include_str!("theme.toml")).unwrap_or_default());

/// One entry of theme.toml.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Look {
    color: Option<Color>,
    bold: bool,
    dim: bool,
    underline: bool,
    strike: bool,
    reverse: bool,
}

/// The look of everything, with or without colours.
#[derive(Clone, Copy, Debug)]
pub struct Theme {
    /// Whether colours are left out.
    pub monochrome: bool,
}

impl Theme {
    /// The style of a part of the screen, by its name in theme.toml.
    pub fn style(self, name: &str) -> Style {
        let look = LOOKS.get(name).copied().unwrap_or_default();
        let modifiers = [
            (look.bold, Modifier::BOLD),
            (look.dim, Modifier::DIM),
            (look.underline, Modifier::UNDERLINED),
            (look.strike, Modifier::CROSSED_OUT),
            (look.reverse, Modifier::REVERSED),
        ];
        let style = modifiers
            .into_iter()
            .filter(|(is_on, _)| *is_on)
            .fold(Style::new(), |style, (_, modifier)| style.add_modifier(modifier));
        match look.color {
            Some(color) if !self.monochrome => style.fg(color),
            _ => style,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_read_and_monochrome_leaves_colours_out() {
        assert!(LOOKS.len() > 20);
        let colour = Theme { monochrome: false }.style("deleted");
        let plain = Theme { monochrome: true }.style("deleted");
        assert_eq!((colour.fg, plain.fg), (Some(Color::Yellow), None));
        assert!(plain.add_modifier.contains(Modifier::CROSSED_OUT));
    }
}
