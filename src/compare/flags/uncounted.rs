//! Numbers that count nothing: what is numbered, telephones, places in a row. They do not grow.

use super::side::{Side, Word, lower};
use super::unit::unit_at;
use crate::document::TokenKind;

/// Whether a gap parts two columns: `Mooring   60`.
pub fn is_column(gap: std::ops::Range<usize>, text: &str) -> bool {
    text.get(gap).is_some_and(|gap| gap.contains('\t') || gap.contains("  "))
}

/// Whether the number behind this word is a part of one that counts nothing: `+49 30 1234567`, `(202) 555-0147`, `5001 0517 5407 32`.
pub fn is_phone(words: &[Word<'_>], at: usize) -> bool {
    /// Digits of the number of a house or a line.
    const LONG: usize = 5;
    let is_digits = |word: &Word<'_>| word.text.bytes().all(|digit| digit.is_ascii_digit());
    let Some(number) = words.get(at + 1) else { return false };
    let is_part = number.text.len() >= LONG && is_digits(number) && unit_at(words, at + 2).is_none();
    let is_number = |at: usize| words.get(at).is_some_and(|word| word.kind == TokenKind::Number && is_digits(word));
    let is_grouped = is_digits(number) && is_number(at) && at.checked_sub(1).is_some_and(is_number);
    is_grouped || is_part && (words[at].kind == TokenKind::Number || words[at].text == ")")
}

/// Whether a word names what is numbered: a capitalised one (`Model`), an abbreviation (`No.`) or a marker (`#`).
pub fn is_label(words: &[Word<'_>], at: usize) -> bool {
    match (&words[at], at.checked_sub(1).and_then(|before| words.get(before))) {
        (word, Some(before)) if word.text == "." => before.kind == TokenKind::Word && before.text.chars().count() <= 5,
        (word, _) => {
            word.kind == TokenKind::Word
                && word.is_capitalised()
                && at > 0
                && word.entry.is_none_or(|entry| entry.phrases.is_empty() && entry.units.is_empty())
                || matches!(word.text, "#" | "^")
        }
    }
}

/// Whether a number tells a place in a row, which does not grow: `1st`, `3e`, `2º`, and `1. Senat` where nouns have capitals.
pub fn is_ordinal(side: &Side<'_>, words: &[Word<'_>], at: usize) -> bool {
    const ENDINGS: [&str; 19] = [
        "st", "nd", "rd", "th", "er", "ère", "re", "e", "ème", "º", "ª", "-й", "-я", "-е", "-го", "-му", "-м", "-ой",
        "-ю",
    ];
    let number = &words[at];
    let ending = number.text.trim_start_matches(|sign: char| sign.is_ascii_digit());
    let is_number = number.text.starts_with(|sign: char| sign.is_ascii_digit());
    let is_bare = ending.is_empty() && !side.lists.names_by_case;
    is_number && (ENDINGS.contains(&ending) || is_bare && has_noun_behind_point(side, number))
}

/// Whether a full stop and a word of content with a capital stand behind a number, be it beyond what is taken for its sentence.
fn has_noun_behind_point(side: &Side<'_>, number: &Word<'_>) -> bool {
    let behind = side.text[number.span.end..].strip_prefix('.').unwrap_or("").trim_start_matches([' ', '\u{a0}']);
    let noun = behind.split(|letter: char| !letter.is_alphabetic()).next().unwrap_or("");
    noun.starts_with(char::is_uppercase) && !side.lists.entry(&lower(noun)).is_some_and(|entry| entry.is_light)
}
