//! The palette: every action by its name, as much or as little of it as is typed.

use nucleo_matcher::pattern::{AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher};

use super::action::{ACTIONS, Action};
use super::keymap::Keymap;
use super::list::ListLine;
use super::page::wrap::{clipped, columns};

/// How wide the names are.
const NAME: usize = 24;

/// What is said where nothing fits.
pub const NOTHING: &str = "no command is called so";

/// The actions that fit what was typed, the best first: by their names, by what they are called in the footer, then by words of the help, be
/// they of what they do or of the heading that they stand under.
pub fn found(typed: &str) -> Vec<Action> {
    let by_letters = Pattern::parse(typed, CaseMatching::Ignore, Normalization::Smart);
    // In a sentence any letters can be found one after the other: there words must be.
    let by_words = Pattern::new(typed, CaseMatching::Ignore, Normalization::Smart, AtomKind::Substring);
    let help = |action: Action| [action.group(), action.name(), action.short(), action.doc()].join(" ");
    let ways: [(&Pattern, &dyn Fn(Action) -> String); 3] = [
        (&by_letters, &|action| action.name().to_owned()),
        (&by_letters, &|action| action.short().to_owned()),
        (&by_words, &help),
    ];
    let mut matcher = Matcher::new(Config::DEFAULT);
    let mut found: Vec<Action> = Vec::new();
    for (pattern, written) in ways {
        let left = ACTIONS.iter().filter(|action| !found.contains(action));
        let left: Vec<Named> = left.map(|action| Named(*action, written(*action))).collect();
        found.extend(pattern.match_list(left, &mut matcher).into_iter().map(|(named, _)| named.0));
    }
    found
}

struct Named(Action, String);

impl AsRef<str> for Named {
    fn as_ref(&self) -> &str {
        &self.1
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
        // Words of the footer, and of a heading of the help.
        check("next hit", Action::NextEdit);
        check("end search", Action::Back);
        check("commands", Action::Palette);
        assert!(found("by hand split").contains(&Action::Split));
        assert_eq!(found("wording zebra"), []);
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
