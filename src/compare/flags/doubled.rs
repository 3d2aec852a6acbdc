//! Words that stand twice by mistake: `the the`.

use super::grammar::only_side;
use super::number::begins_number;
use super::side::{Side, Word, lower};
use crate::document::{Pair, TokenKind};

/// Words that may stand twice in a row: in English, German, French and Russian.
const MAY_DOUBLE: [&str; 33] = [
    "that",
    "had",
    "did",
    "very",
    "so",
    "no",
    "yes",
    "ha",
    "bye",
    "is",
    "there",
    "now",
    "knock",
    "never",
    "well",
    "long",
    "far",
    "many",
    "her",
    "das",
    "sie",
    "sehr",
    "nous",
    "vous",
    "faire",
    "très",
    "tout",
    "да",
    "нет",
    "вот",
    "очень",
    "еле",
    "чуть",
];

/// German articles, which are pronouns too: `die Partei, die die Wahl gewann`, `die die Wahl betreffenden Fragen`.
pub const ARTICLES: [&str; 3] = ["die", "der", "den"];

/// Whether nobody means to write a word twice in a row.
pub fn is_slip(word: &Word<'_>) -> bool {
    !MAY_DOUBLE.contains(&&*word.lower)
}

/// Grammar words, beside articles, that no other word needs before them, and that end no clause (`that`, `up` and `by` may do so): in English,
/// French, German, Spanish and Russian.
const BOUND: [&str; 21] = [
    "and", "or", "of", "to", "with", "et", "ou", "de", "du", "à", "und", "oder", "y", "o", "del", "con", "al", "и",
    "или", "из", "от",
];

/// Whether what came or went stood there already: `of the → of the of the`. Of content it may be another thing, which is of its kind:
/// `a state state law`, `year by year by year`.
pub fn is_doubled(sides: Pair<&Side<'_>>) -> bool {
    /// Words that slip in twice, at most.
    const LONG: usize = 3;
    let Some(side) = only_side(sides) else { return false };
    let is_bound = |word: &Word<'_>| BOUND.contains(&&*word.lower);
    // German articles are pronouns too (`in dem dem Käufer gehörenden Haus`), and one a particle: `er kauft ein ein Pferd`.
    let is_article = |word: &Word<'_>| {
        word.entry.is_some_and(|entry| entry.is_article)
            && !["dem", "des", "ein"].contains(&&*word.lower)
            && is_slip(word)
    };
    let is_plain = |word: &Word<'_>| word.kind == TokenKind::Word && word.text.chars().all(char::is_lowercase);
    let says = |word: &Word<'_>| {
        let is_light = word.entry.is_some_and(|entry| entry.is_light);
        begins_number(word) || !is_light && is_third(side, word)
    };
    side.words.len() <= LONG
        && stands_beside(side)
        && side.words.iter().all(|word| is_plain(word) && !says(word))
        && match side.words.as_slice() {
            [only] => is_bound(only) || is_article(only) && !ARTICLES.contains(&&*only.lower),
            [first, ..] => is_bound(first),
            [] => false,
        }
}

/// Whether a word stands in its sentence more than twice.
fn is_third(side: &Side<'_>, word: &Word<'_>) -> bool {
    let words = side.sentence().split(|letter: char| !letter.is_alphanumeric());
    words.filter(|other| lower(other) == word.lower).nth(2).is_some()
}

/// Whether the words of the edit stand right before or behind it once more.
fn stands_beside(side: &Side<'_>) -> bool {
    let shown = side.shown();
    let is_end =
        |letter: Option<char>| !letter.is_some_and(|letter| letter.is_alphanumeric() || "-'’".contains(letter));
    let before = side.text[..side.edit.start].trim_end_matches(' ').strip_suffix(shown);
    let behind = side.text[side.edit.end..].trim_start_matches(' ').strip_prefix(shown);
    !shown.is_empty()
        && (before.is_some_and(|rest| is_end(rest.chars().next_back()))
            || behind.is_some_and(|rest| is_end(rest.chars().next())))
}
