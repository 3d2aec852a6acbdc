//! Names: words that stand capitalised within a sentence.

use super::lists::{Lists, apart};
use super::side::{Side, Word};
use super::{Flag, FlagKind};
use crate::document::{Pair, TokenKind};

/// The longest insertion or deletion (in words) whose names are worth a flag: new sentences bring names as a matter of course.
const LONG: usize = 6;

/// A name that differs, came or went.
pub fn name(sides: Pair<&Side<'_>>, lists: &Lists) -> Option<Flag> {
    if !lists.names_by_case || sides.old.bead.is_empty() || sides.new.bead.is_empty() {
        return None;
    }
    let (old, new) = (names(sides.old, lists), names(sides.new, lists));
    if old.is_empty() && new.is_empty() || is_title(sides.new) {
        return None;
    }
    let (mut gone, mut come) = apart(&old, &new, |old, new| old.to_lowercase() == new.to_lowercase());
    gone.retain(|name| !has(sides.new, name));
    come.retain(|name| !has(sides.old, name));
    let words = sides.map(|side| side.words.len());
    let reason = match (gone.first(), come.first()) {
        (Some(old), Some(new)) => format!("{old} → {new}"),
        (None, Some(new)) if words.new <= LONG => format!("adds {new}"),
        (Some(old), None) if words.old <= LONG => format!("drops {old}"),
        _ => return None,
    };
    Some(Flag { kind: FlagKind::Name, reason })
}

/// The names of an edit, words that follow each other together.
fn names(side: &Side<'_>, lists: &Lists) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let mut end = usize::MAX;
    for word in &side.words {
        let is_listed = |lower: &str| lists.begins(lower) || lists.is_month(lower) || lists.is_day(lower);
        if !is_name(side, word) || is_listed(&word.lower) {
            continue;
        }
        match names.last_mut() {
            Some(name) if side.text.get(end..word.span.start) == Some(" ") => {
                name.push(' ');
                name.push_str(word.text);
            }
            _ => names.push(word.text.to_owned()),
        }
        end = word.span.end;
    }
    names
}

fn is_name(side: &Side<'_>, word: &Word<'_>) -> bool {
    word.kind == TokenKind::Word
        && word.text.starts_with(char::is_uppercase)
        && word.text.chars().count() > 1
        && !is_first(side, word)
}

/// Whether a word begins its sentence, or what is quoted in it.
fn is_first(side: &Side<'_>, word: &Word<'_>) -> bool {
    let before = side.text.get(side.bead.start.min(word.span.start)..word.span.start).unwrap_or("");
    let before =
        before.trim_end_matches(|letter: char| letter.is_whitespace() || "\"'“”„«»‹›‘’([#*_>-—–•".contains(letter));
    before.is_empty() || before.ends_with(['.', '!', '?', ':', '։', '…'])
}

/// Whether a name stands on the other side too, in whatever case.
fn has(side: &Side<'_>, name: &str) -> bool {
    let name = name.to_lowercase();
    name.split(' ').all(|part| side.words.iter().any(|word| word.lower == part))
}

/// Whether the sentence is a title, most of whose words are capitalised.
fn is_title(side: &Side<'_>) -> bool {
    let words: Vec<Word<'_>> = side.around().into_iter().filter(|word| word.kind == TokenKind::Word).collect();
    let capital = words.iter().filter(|word| word.text.starts_with(char::is_uppercase)).count();
    capital * 5 > words.len() * 3
}
