//! The help: made from the list of actions and the keymap, so that it can't be out of date; and what the signs of the screen mean.

use super::action::{ACTIONS, Action};
use super::keymap::Keymap;
use super::list::{ListLine, entry, paragraph};

/// What holds for all keys.
const TYPING: &str = "A number before a key repeats it: 3n is the third edit from here, 12G is edit 12. Keys of a Russian, Greek, \
    Hebrew or Arabic keyboard work as the Latin ones in their place.";

/// The signs of the screen: their look, what they look like, what they mean.
const SIGNS: &[(&str, &str, &str)] = &[
    ("deleted", "struck", "Only the old wording has these words."),
    ("inserted", "underlined", "Only the new wording has these words."),
    ("suspect", "underlined", "Of a translation: something is to be said of this sentence and of what it renders."),
    (
        "moved-here",
        "[moved from ¶ 7]",
        "These sentences stood in paragraph 7 of the old wording; they are struck there.",
    ),
    ("pale-inserted", "pale", "The filter leaves this edit out: it is not walked."),
    ("dropped", "struck, pale", "These words do not stand: the edit is decided."),
    ("sent-back", "underlined, red", "The edit was sent back."),
    ("inserted", "¶", "A paragraph was split here, or two were merged."),
    ("inserted", "␣", "White space was put in or taken out."),
    ("inserted", "↳", "An item of a list lies deeper than before, or less deep."),
    (
        "context",
        "⇥ ␛ ⟨U+202E⟩",
        "A tab, a control, or a character that can't be seen or deceives, by its number in Unicode.",
    ),
    ("suspect", "∅", "In the lens: this side has nothing that belongs to the words of the other."),
    ("key", "=", "There, while a third wording is typed: the sentence that comes of it."),
    ("sign", "▸", "The sentence cursor; what belongs to it on the other side is underlined too."),
    ("sign", "= ≠", "Here begins what was aligned by hand: together, or apart."),
    ("fold", "⋯", "Unchanged paragraphs are folded here."),
    ("context", "…", "Something is cut for want of room."),
    ("tick-current", "█", "At the right edge: the current edit, on a ruler of the whole text."),
    ("tick-substantive", "▌", "There: an open edit that may change what is said."),
    ("tick-open", "▌", "There: another open edit."),
    ("tick-decided", "▏", "There: decided edits."),
    ("window", "┊", "There: the part of the text that the window shows."),
];

/// The whole help, at this width.
pub fn lines(keymap: &Keymap, width: usize) -> Vec<ListLine> {
    let mut lines = Vec::new();
    let mut group = "";
    for action in ACTIONS {
        if action.group() != group {
            group = action.group();
            lines.push(ListLine::of("heading", format!(" {group}")));
        }
        lines.extend(entry("key", &keymap.keys(*action).join("  "), action.doc(), width));
        if ACTIONS.iter().rfind(|other| other.group() == group) == Some(action) {
            lines.push(ListLine::default());
        }
    }
    lines.extend(paragraph("context", TYPING, 2, width));
    let palette = keymap.key(Action::Palette).unwrap_or_default();
    let search = format!("{palette} searches the commands by their names and by the words of this help.");
    lines.extend(paragraph("context", &search, 2, width));
    lines.push(ListLine::default());
    lines.push(ListLine::of("heading", " Signs"));
    for (look, sign, meaning) in SIGNS {
        lines.extend(entry(look, sign, meaning, width));
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::page::wrap::columns;

    fn text(line: &ListLine) -> String {
        line.0.iter().map(|(_, text)| text.as_str()).collect()
    }

    #[test]
    fn the_help_names_every_action_with_its_keys() {
        let lines: Vec<String> = lines(&Keymap::default(), 200).iter().map(text).collect();
        for action in ACTIONS {
            assert!(lines.iter().any(|line| line.contains(action.doc()) && !line.starts_with("   ")), "{action:?}");
        }
        assert!(lines.iter().any(|line| line.starts_with("  gg  Home")), "{lines:?}");
    }

    #[test]
    fn nothing_is_lost_and_nothing_sticks_out_at_any_width() {
        let words = |width| {
            let lines = lines(&Keymap::default(), width);
            lines.iter().flat_map(|line| text(line).split_whitespace().map(str::to_owned).collect::<Vec<_>>()).collect()
        };
        let whole: Vec<String> = words(200);
        for width in [40, 59, 60, 80, 120] {
            assert!(lines(&Keymap::default(), width).iter().all(|line| columns(&text(line)) <= width), "{width}");
            assert_eq!(words(width), whole, "{width}");
        }
    }
}
