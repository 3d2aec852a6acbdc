//! Nouns in another number or case. `The territory → the territories` returns more of it, `продавцом → продавцу` turns round who
//! delivers to whom: grammar alone only where the words around leave no choice, as in `two type → two types`.

use super::editorial::one;
use super::grammar::has_other_ending;
use super::lists::Lists;
use super::side::{Side, Word, before, lower};
use super::spelling::words;
use super::{Alarm, FlagKind};
use crate::document::{Pair, TokenKind};

/// Longer edits (in words) put other words for words.
const LONG: usize = 4;
/// So many words may stand between a noun and the word that leaves its number open: `the occupied territory`.
const BETWEEN: usize = 2;

/// A noun that stands in another number or case, where that may say something else.
pub fn declension(sides: Pair<&Side<'_>>) -> Option<Alarm> {
    let is_like = sides.old.size() == sides.new.size() && sides.old.size() <= LONG;
    if !is_like || !sides.old.stands() || !sides.new.stands() {
        return None;
    }
    let mut pairs = words(sides.old).zip(words(sides.new));
    pairs.any(|(old, new)| is_declined(sides, old, new)).then(|| {
        let told = if sides.old.lists.open.is_empty() { "perhaps another case or number" } else { "another number" };
        Alarm::note(FlagKind::Grammar, format!("{} ({told})", one(&sides.map(Side::shown))))
    })
}

/// Whether two nouns in lower case are one in another number, in a language whose nouns have no cases: `party` and `parties`.
pub fn is_other_number(lists: &Lists, old: &str, new: &str) -> bool {
    !lists.open.is_empty() && has_other_ending(&lists.declensions, old, new)
}

fn is_declined(sides: Pair<&Side<'_>>, old: &Word<'_>, new: &Word<'_>) -> bool {
    let lists = sides.old.lists;
    let is_noun = |word: &Word<'_>| word.kind == TokenKind::Word && (lists.names_by_case || word.is_capitalised());
    old.lower != new.lower
        && is_noun(old)
        && is_noun(new)
        && (has_other_ending(&lists.declensions, &old.lower, &new.lower)
            && (lists.open.is_empty()
                || is_owner(&old.lower)
                || is_owner(&new.lower)
                || is_open(sides.old, old) && is_open(sides.new, new))
            || has_other_ending(&lists.nominal, &old.lower, &new.lower) && is_last(sides.old, old))
}

/// Whether a noun may stand here in either number: so behind `the` and `of`, with few words between, but not behind `two`, and not
/// before a verb that has but one.
fn is_open(side: &Side<'_>, word: &Word<'_>) -> bool {
    let behind = side.words_behind(word.span.end);
    let remark = behind.first().filter(|next| next.text == "(").map_or(0, |_| 1 + closing(&behind));
    let agrees = |next: &Word<'_>| {
        next.entry.is_some_and(|entry| !entry.agreement.is_empty()) && side.lists.tenses.contains_key(&*next.lower)
    };
    let is_article = |next: &Word<'_>| next.entry.is_some_and(|entry| entry.is_article);
    let next = behind.get(remark);
    if next.is_some_and(agrees) {
        return false;
    }
    let before = before(side.text, word.span.start).split_whitespace().rev().take(BETWEEN + 1).map(lower);
    for (at, before) in before.enumerate() {
        if side.lists.open.contains(&*before) || is_owner(&before) {
            return at == 0 || !next.is_some_and(is_article);
        }
        let is_plain = before.chars().all(|letter| letter.is_alphabetic() || letter == '-');
        if !is_plain || side.lists.entry(&before).is_some_and(|entry| entry.is_light) {
            return false;
        }
    }
    false
}

/// Whether no word follows that an adjective may belong to, but a mark, a grammar word or a verb.
fn is_last(side: &Side<'_>, word: &Word<'_>) -> bool {
    let is_verb =
        |next: &Word<'_>| side.lists.tense_endings.iter().flatten().any(|ending| next.lower.ends_with(ending.as_str()));
    let next = side.words_behind(word.span.end).into_iter().next();
    next.is_none_or(|next| {
        next.kind != TokenKind::Word || next.entry.is_some_and(|entry| entry.is_light) || is_verb(&next)
    })
}

/// Where the bracket closes that opens before these words.
fn closing(words: &[Word<'_>]) -> usize {
    words.iter().position(|word| word.text == ")").unwrap_or(words.len())
}

/// Whether a word is somebody's: `the State's territory`.
fn is_owner(word: &str) -> bool {
    word.ends_with("'s") || word.ends_with("s'")
}
