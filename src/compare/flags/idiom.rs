//! Words that come, go or change places for the language's sake, where the words around leave them no other sense.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use super::grammar::{is_amount, only_side};
use super::lists::{Entry, Listed, Lists, Phrase};
use super::name::is_first;
use super::phrase::at_word;
use super::side::{Side, Word, before, lower};
use super::spelling::{begins_phrase, phrase, share_group};
use crate::document::{Pair, TokenKind};

/// Whether an edit is one of idiom alone.
pub fn is_idiom(sides: Pair<&Side<'_>>) -> bool {
    match only_side(sides) {
        Some(side) => begins_phrase(side) && (is_opener(side) || is_reduced(side)) || is_needless(side),
        None => is_relative(sides) || is_governed(sides) || is_contrast(sides) || is_adverb_moved(sides),
    }
}

/// Whether the words only announce the sentence that they open: `In short, …`, `To conclude, …`; before a comma, or alone where that is
/// enough: `And …`.
pub fn is_opener(side: &Side<'_>) -> bool {
    let (Some(first), Some(last)) = (side.words.first(), side.words.last()) else { return false };
    let phrase = || phrase(side);
    let is_set_off = || last.text == "," || side.text[side.edit.end..].trim_start_matches(' ').starts_with(',');
    let opens = |word: &Word<'_>| word.span.start == side.bead.start || is_first(side, word);
    // `First, second and third claims` are claims.
    let is_counted = || side.next().is_some_and(|next| next.entry.is_some_and(|entry| entry.number.is_some()));
    // An `and` before an item, in small letters, tells how the items go together.
    let starts = || first.is_capitalised() && side.lists.starters.contains(&*phrase());
    opens(first) && !is_counted() && (side.lists.openers.contains_key(&*phrase()) && is_set_off() || starts())
}

/// Whether a relative clause is cut short to its participle: `goods which are delivered`, `goods delivered`.
fn is_reduced(side: &Side<'_>) -> bool {
    let is_one = |next: Word<'_>| next.kind == TokenKind::Word && is_participle(side.lists, &next.lower);
    !is_behind_comma(side) && side.lists.reduced.contains_key(&*phrase(side)) && side.next().is_some_and(is_one)
}

/// Whether a word is, or ends like, a participle: `king` does not.
fn is_participle(lists: &Lists, word: &str) -> bool {
    /// Letters before an ending that is no whole word, at least.
    const STEM: usize = 4;
    let is_before = |ending: &String| ending.len() >= STEM || word.len() - ending.len() >= STEM;
    lists.participle_endings.iter().any(|ending| word.ends_with(ending.as_str()) && is_before(ending))
}

/// Whether one relative pronoun stands for another: `the goods that are here`, `the goods which are here`. Behind a comma `which` may
/// be meant of all, behind a grammar word `that` is no such pronoun, and before another subject it may be none: `states that it pays`.
fn is_relative(sides: Pair<&Side<'_>>) -> bool {
    let is_one = |side: &Side<'_>| {
        side.words.iter().all(|word| !word.is_capitalised())
            && side.next().is_some_and(|next| is_auxiliary(side, &next))
            && !is_behind_comma(side)
            && before_it(side).is_some_and(|before| !side.lists.entry(&before).is_some_and(|entry| entry.is_light))
    };
    share_group(sides, &sides.old.lists.relatives) && is_one(sides.old) && is_one(sides.new)
}

/// Whether a word is a verb that others follow: `are`, `may`.
pub fn is_auxiliary(side: &Side<'_>, word: &Word<'_>) -> bool {
    let is_modal = |entry: &Entry| entry.phrases.iter().any(|phrase| phrase.listed == Listed::Modal);
    side.lists.tenses.contains_key(&*word.lower) || word.entry.is_some_and(is_modal)
}

/// Whether one preposition stands for another behind a word with which it says the same: `responsible of`, `responsible for`.
fn is_governed(sides: Pair<&Side<'_>>) -> bool {
    stands_behind(sides.old, &sides.old.lists.governed)
        && stands_behind(sides.new, &sides.new.lists.governed)
        && before_it(sides.old) == before_it(sides.new)
        && !is_before_quantity(sides.old)
        && !is_before_quantity(sides.new)
}

/// Whether a preposition stands, or stood, behind a word that needs none: `discuss about it`.
fn is_needless(side: &Side<'_>) -> bool {
    // `About a dozen` counts too.
    let is_indefinite = |next: Word<'_>| side.lists.indefinite.contains(&*next.lower);
    stands_behind(side, &side.lists.needless) && !is_before_quantity(side) && !side.next().is_some_and(is_indefinite)
}

/// Whether what follows says how many or how much, where a preposition may say so too: `about half`.
fn is_before_quantity(side: &Side<'_>) -> bool {
    let is_quantity =
        |phrase: &Phrase| matches!(phrase.listed, Listed::Quantifier | Listed::Choice | Listed::Limit | Listed::Bound);
    let counts = |word: &Word<'_>| {
        word.entry.is_some_and(|entry| entry.number.or(entry.scale).is_some() || entry.phrases.iter().any(is_quantity))
    };
    let behind = side.words_behind(side.edit.end);
    let is_article = |word: &&Word<'_>| word.entry.is_some_and(|entry| entry.is_article);
    behind.first().is_some_and(is_amount) || behind.iter().find(|word| !is_article(word)).is_some_and(counts)
}

/// Whether the edit is one preposition, listed with the word before it.
fn stands_behind(side: &Side<'_>, listed: &FxHashMap<String, Vec<String>>) -> bool {
    let [only] = side.words.as_slice() else { return false };
    only.entry.is_some_and(|entry| entry.is_light)
        && before_it(side)
            .and_then(|before| listed.get(&*before))
            .is_some_and(|prepositions| prepositions.iter().any(|one| *one == only.lower))
}

/// Whether an adverb changes places with the verb that others follow: `has also agreed`, `also has agreed`.
fn is_adverb_moved(sides: Pair<&Side<'_>>) -> bool {
    let ([a, b], [c, d]) = (sides.old.words.as_slice(), sides.new.words.as_slice()) else { return false };
    let lists = sides.old.lists;
    let is_adverb = |word: &Word<'_>| {
        let is_plain = word.entry.is_none_or(|entry| entry.phrases.is_empty());
        is_plain && (lists.connectors.contains_key(&*word.lower) || lists.adverbs.contains(&*word.lower))
    };
    let moves = |a: &Word<'_>, b: &Word<'_>| is_auxiliary(sides.old, a) && is_adverb(b);
    let is_denied = || is_near_denial(sides.old) || is_near_denial(sides.new);
    a.lower == d.lower && b.lower == c.lower && (moves(a, b) || moves(b, a)) && !is_denied()
}

/// Whether a word that denies stands in an edit, right before it or soon behind it: `may also not` is not `also may not`.
fn is_near_denial(side: &Side<'_>) -> bool {
    /// Words behind the edit: `may also, however, not`.
    const FEW: usize = 4;
    let denies =
        |words: &[Word<'_>], at: usize| at_word(words, at).is_some_and(|(_, listed, _)| listed == Listed::Negation);
    let near = side.near();
    let (first, last) = side.place();
    let behind = side.words_behind(side.edit.end);
    (first.saturating_sub(1)..last).any(|at| denies(near, at))
        || (0..behind.len().min(FEW)).any(|at| denies(&behind, at))
}

/// Whether one word that opens a contrast stands for another, behind a comma: without one, or with one more behind the clause, it may
/// tell of a time (`while`).
fn is_contrast(sides: Pair<&Side<'_>>) -> bool {
    let is_last = |side: &Side<'_>| {
        let rest = side.text.get(side.edit.end..side.sentence_span().end);
        is_behind_comma(side) && !rest.is_some_and(|rest| rest.contains(','))
    };
    share_group(sides, &sides.old.lists.contrasts) && is_last(sides.old) && is_last(sides.new)
}

/// The word before the edit in lower case; nothing where a mark stands there.
fn before_it<'a>(side: &Side<'a>) -> Option<Cow<'a, str>> {
    let word = before(side.text, side.edit.start).split_whitespace().next_back()?;
    word.ends_with(char::is_alphanumeric).then(|| lower(word))
}

fn is_behind_comma(side: &Side<'_>) -> bool {
    side.text[..side.edit.start].trim_end_matches(' ').ends_with(',')
        || side.words.first().is_some_and(|word| word.text == ",")
}
