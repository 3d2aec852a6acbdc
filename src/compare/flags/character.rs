//! Characters that deceive: invisible ones, ones that turn the direction, letters that look like those of another script.

use unicode_script::{Script, UnicodeScript};

use super::side::Side;
use super::{Flag, FlagKind};
use crate::document::Pair;
use crate::document::visible::is_odd;

/// Characters that deceive on one side and not on the other, with their code points.
pub fn character(sides: Pair<&Side<'_>>) -> Option<Flag> {
    let found = sides.map(|side| side.edit.of(side.text)).map(|text| if text.is_ascii() { None } else { odd(text) });
    let reason = match (found.old, found.new) {
        (None, Some(new)) => format!("adds {new}"),
        (Some(old), None) => format!("drops {old}"),
        (Some(old), Some(new)) if old != new => format!("{old} → {new}"),
        _ => return None,
    };
    Some(Flag { kind: FlagKind::Character, reason })
}

/// The first deceiving character of a text, by name.
fn odd(text: &str) -> Option<String> {
    let hides = |letter: &char| is_odd(*letter) && !is_harmless(*letter);
    if let Some(letter) = text.chars().find(hides) {
        return Some(format!("the invisible U+{:04X}", u32::from(letter)));
    }
    text.split(|letter: char| !letter.is_alphabetic()).find_map(mixed)
}

/// White space and controls are no letters; soft hyphens, joiners and variation selectors have their use.
fn is_harmless(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '\u{ad}' | '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}')
}

/// What mixes the scripts of a word, where letters of two alphabets that look alike stand in it.
fn mixed(word: &str) -> Option<String> {
    if word.is_ascii() {
        return None;
    }
    let of = |script: Script| word.chars().filter(|letter| letter.script() == script).count();
    let counts = [Script::Latin, Script::Cyrillic, Script::Greek, Script::Armenian].map(|script| (of(script), script));
    let used: Vec<(usize, Script)> = counts.into_iter().filter(|(count, _)| *count > 0).collect();
    let (_, foreign) = used.iter().min_by_key(|(count, _)| *count).filter(|_| used.len() > 1)?;
    let letter = word.chars().find(|letter| letter.script() == *foreign)?;
    Some(format!("{} letter “{letter}” (U+{:04X}) in “{word}”", foreign.full_name(), u32::from(letter)))
}
