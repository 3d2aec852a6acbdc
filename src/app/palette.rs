//! The palette: every action by its name, as much or as little of it as is typed.

use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher};

use super::action::{ACTIONS, Action};
use super::keymap::Keymap;
use super::list::ListLine;
use super::page::wrap::{clipped, columns};

/// How wide the names are.
const NAME: usize = 24;

/// The actions that fit what was typed, the best first; by their names, then by what they are called in the footer, then by what they do.
pub fn found(typed: &str) -> Vec<Action> {
    let pattern = Pattern::parse(typed, CaseMatching::Ignore, Normalization::Smart);
    let mut matcher = Matcher::new(Config::DEFAULT);
    let mut found: Vec<Action> = Vec::new();
    for written in [Action::name as fn(Action) -> &'static str, Action::short, Action::doc] {
        let left = ACTIONS.iter().filter(|action| !found.contains(action));
        let left: Vec<Named> = left.map(|action| Named(*action, written(*action))).collect();
        found.extend(pattern.match_list(left, &mut matcher).into_iter().map(|(named, _)| named.0));
    }
    found
}

struct Named(Action, &'static str);

impl AsRef<str> for Named {
    fn as_ref(&self) -> &str {
        self.1
    }
}

/// The line of an action: its name, what it does, its keys.
pub fn line(keymap: &Keymap, action: Action, width: usize) -> ListLine {
    let keys = keymap.keys(action).join("  ");
    let room = width.saturating_sub(NAME + columns(&keys) + 4);
    let doc = clipped(action.doc(), room);
    let gap = room - columns(&doc);
    ListLine(vec![
        ("kept", format!("  {:<NAME$}", action.name())),
        ("context", doc),
        ("kept", " ".repeat(gap + 1)),
        ("key", keys),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(typed: &str, first: Action) {
        assert_eq!(found(typed).first(), Some(&first), "{typed}: {:?}", found(typed));
    }

    #[test]
    fn a_few_letters_are_enough() {
        check("accept", Action::Accept);
        check("nextsu", Action::NextSubstantive);
        check("send", Action::SendBack);
        check("rejpar", Action::RejectParagraph);
        check("ORPH", Action::Orphans);
        check("fold all", Action::CloseFolds);
    }

    #[test]
    fn what_it_does_is_found_too_and_nonsense_is_not() {
        assert!(found("third wording").contains(&Action::Reword));
        assert_eq!(found("").len(), ACTIONS.len());
        assert!(found("qqqq").is_empty());
    }

    #[test]
    fn lines_fit() {
        for width in [30, 60, 80, 200] {
            for action in ACTIONS {
                let text: String =
                    line(&Keymap::default(), *action, width).0.into_iter().map(|(_, text)| text).collect();
                assert!(width < 60 || columns(&text) <= width, "{width}: {text}");
            }
        }
    }
}
