//! The help: made from the list of actions and the keymap, so that it can't be out of date.

use super::action::ACTIONS;
use super::keymap::Keymap;

/// A row of the help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HelpRow {
    /// A heading.
    Heading(&'static str),
    /// The keys of an action and what it does.
    Action(String, &'static str),
    /// Nothing.
    Blank,
}

/// The whole help.
pub fn rows(keymap: &Keymap) -> Vec<HelpRow> {
    let mut rows = Vec::new();
    let mut group = "";
    for action in ACTIONS {
        if action.group() != group {
            if !rows.is_empty() {
                rows.push(HelpRow::Blank);
            }
            group = action.group();
            rows.push(HelpRow::Heading(group));
        }
        rows.push(HelpRow::Action(keymap.keys(*action).join("  "), action.doc()));
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_help_names_every_action_with_its_keys() {
        let rows = rows(&Keymap::default());
        let described = rows.iter().filter(|row| matches!(row, HelpRow::Action(keys, _) if !keys.is_empty())).count();
        assert_eq!(described, ACTIONS.len());
        assert!(rows.contains(&HelpRow::Action(
            "gg  Home".to_owned(),
            "Go to the start of the text; with a count, to that edit."
        )));
    }
}
