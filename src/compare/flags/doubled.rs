//! Words that stand twice by mistake: `the the`.

use super::grammar::alone;
use super::idiom::is_auxiliary;
use super::lists::{Listed, Phrase};
use super::side::{Side, Word};
use crate::document::{Pair, TokenKind};

/// Words that may stand twice in a row.
const MAY_DOUBLE: [&str; 33] = [
    // English
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
    // German
    "das",
    "sie",
    "sehr", // French
    "nous",
    "vous",
    "faire",
    "très",
    "tout", // Russian
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

/// Whether what came or went stood there already: `of the → of the of the`. Twice what denies or counts may say something else,
/// and an auxiliary may end one clause and begin the next: `those who have have a duty`.
pub fn is_doubled(sides: Pair<&Side<'_>>) -> bool {
    /// Words that slip in twice, at most.
    const LONG: usize = 3;
    let Some(side) = alone(sides) else { return false };
    if side.words.len() > LONG || !stands_beside(side) {
        return false;
    }
    let says = |word: &Word<'_>| {
        let denies =
            |phrase: &Phrase| phrase.rest.is_empty() && matches!(phrase.listed, Listed::Negation | Listed::Quantifier);
        word.entry.is_some_and(|entry| entry.number.or(entry.scale).is_some() || entry.phrases.iter().any(denies))
    };
    side.words.iter().all(|word| {
        word.kind == TokenKind::Word
            && word.text.chars().all(char::is_lowercase)
            && is_slip(word)
            && !ARTICLES.contains(&&*word.lower)
            && !says(word)
            && !may_end_clause(side, word)
    })
}

/// Whether a word is a verb that may stand without the one that follows it elsewhere: `have`, but not the `to` before an infinitive.
fn may_end_clause(side: &Side<'_>, word: &Word<'_>) -> bool {
    let is_bare = !side.lists.tenses.contains_key(&*word.lower);
    is_auxiliary(side, word) && (is_bare || word.entry.is_some_and(|entry| !entry.agreement.is_empty()))
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
