//! Edits of grammar alone: articles, agreement, endings, and grammar words that one of the wordings could not do without.
//! Asked only where no alarm is, so that no polarity, force, quantity or condition is among them.

use std::hash::BuildHasher;

use rustc_hash::FxBuildHasher;

use super::editorial::one;
use super::lists::Entry;
use super::markup::is_markup;
use super::number::begins_number;
use super::side::{Side, Word};
use super::spelling::{begins_phrase, phrase, share_group};
use super::{Flag, FlagKind};
use crate::document::{Pair, TokenKind};

/// Letters that a word keeps before its ending.
const STEM: usize = 3;

/// Why an edit is one of grammar; nothing where it says something.
pub fn grammar(sides: Pair<&Side<'_>>) -> Option<Flag> {
    if !sides.old.stands() || !sides.new.stands() || sides.old.words.len() > 8 || sides.new.words.len() > 8 {
        return None;
    }
    let is_plain = |side: &Side<'_>| side.words.iter().all(|word| word.kind == TokenKind::Word || word.text == ",");
    if !is_plain(sides.old) || !is_plain(sides.new) {
        return None;
    }
    let is_grammar = is_article(sides) || is_inflected(sides) || is_link(sides) || is_synonym(sides);
    let shown = sides.map(|side| side.edit.of(side.text).trim());
    (is_grammar && !is_rewritten(sides)).then(|| Flag { kind: FlagKind::Grammar, reason: one(&shown) })
}

/// Whether most of the sentence is other words: a small edit is then part of a large one.
fn is_rewritten(sides: Pair<&Side<'_>>) -> bool {
    /// Shorter words (in bytes) are often grammar.
    const SHORT: usize = 4;
    let words = |side: &Side<'_>| {
        let words = side.sentence().split(' ');
        words.filter(|word| word.len() >= SHORT).map(|word| FxBuildHasher.hash_one(word)).collect::<Vec<u64>>()
    };
    let words = sides.map(words);
    let is_mostly_new = |words: &[u64], other: &[u64]| {
        let known = words.iter().filter(|word| other.contains(word)).count();
        // The word of the edit itself may differ.
        known * 2 + 1 < words.len()
    };
    is_mostly_new(&words.old, &words.new) || is_mostly_new(&words.new, &words.old)
}

/// Whether only articles came or went, none of them definite before a plural.
fn is_article(sides: Pair<&Side<'_>>) -> bool {
    let article = |word: &Word<'_>| word.entry.is_some_and(|entry| entry.is_article);
    let has_article = sides.map(|side| side.words.iter().any(article));
    // One for the other (`a Party`, `the Party`) may say something.
    if has_article.old == has_article.new {
        return false;
    }
    let rest = |side: &'_ Side<'_>| {
        let words = side.words.iter().filter(|word| word.kind == TokenKind::Word && !article(word));
        words.map(|word| word.lower.to_string()).collect::<Vec<_>>()
    };
    rest(sides.old) == rest(sides.new) && !stands_before_plural(sides.old) && !stands_before_plural(sides.new)
}

/// Whether one of the words that follow the edit, up to a mark or a grammar word, is a plural.
fn stands_before_plural(side: &Side<'_>) -> bool {
    let endings = &side.lists.plural_endings;
    let near = side.near();
    let behind = near.partition_point(|word| word.span.end <= side.edit.start);
    let is_end = |word: &&Word<'_>| {
        word.kind != TokenKind::Word || word.entry.is_some_and(|entry| entry.is_light && !entry.is_article)
    };
    let is_plural = |word: &Word<'_>| {
        let has = |ending: &String| word.lower.ends_with(ending.as_str());
        word.lower.len() > 3
            && endings.iter().any(has)
            && !["ss", "us", "is"].iter().any(|ending| word.lower.ends_with(ending))
    };
    near[behind..].iter().skip_while(|word| word.text == ",").take(5).take_while(|word| !is_end(word)).any(is_plural)
}

/// Whether one word stands in another form: `is` and `are`, `report` and `reports`.
fn is_inflected(sides: Pair<&Side<'_>>) -> bool {
    let ([old], [new]) = (sides.old.words.as_slice(), sides.new.words.as_slice()) else { return false };
    let is_plain = |side: &Side<'_>, word: &Word<'_>| word.kind == TokenKind::Word && !is_markup(side.text, word.span);
    if !is_plain(sides.old, old) || !is_plain(sides.new, new) {
        return false;
    }
    if [old, new].into_iter().any(|word| sides.old.lists.other_plurals.contains(&*word.lower)) {
        return false;
    }
    let agreement = |word: &Word<'_>| word.entry.map_or(&[][..], |entry| entry.agreement.as_slice());
    if agreement(old).iter().any(|group| agreement(new).contains(group)) {
        return true;
    }
    // A capital may tell a defined term or a name: a Party is not the Parties.
    let is_proper = |word: &Word<'_>| word.is_capitalised() && sides.old.lists.names_by_case;
    !is_proper(old) && !is_proper(new) && has_other_ending(sides, &old.lower, &new.lower)
}

fn has_other_ending(sides: Pair<&Side<'_>>, old: &str, new: &str) -> bool {
    if !old.chars().take(STEM).eq(new.chars().take(STEM)) {
        return false;
    }
    let stem = |word: &'_ str, ending: &str| word.strip_suffix(ending).map_or(0, str::len);
    let is_long = |length: usize| old[..length].chars().count() >= STEM;
    sides.old.lists.endings.iter().any(|group| {
        let others = |length: usize| group.iter().any(|other| stem(new, other) == length);
        let mut stems = group.iter().map(|ending| stem(old, ending)).filter(|length| *length > 0);
        stems.any(|length| new.get(..length) == Some(&old[..length]) && is_long(length) && others(length))
    })
}

/// Whether a grammar word or a phrase that says nothing came or went alone; not before a number or date, where it is a limit.
fn is_link(sides: Pair<&Side<'_>>) -> bool {
    let side = match (sides.old.words.is_empty(), sides.new.words.is_empty()) {
        (true, false) => sides.new,
        (false, true) => sides.old,
        _ => return false,
    };
    let is_link = matches!(side.words.as_slice(), [only] if only.entry.is_some_and(|entry| entry.is_link));
    (is_link && !is_before_amount(side)) || begins_phrase(side) && side.lists.idle.contains_key(&phrase(side))
}

fn is_before_amount(side: &Side<'_>) -> bool {
    let is_amount = |word: &Word<'_>| {
        let is_named = |entry: &Entry| entry.month.is_some() || entry.is_day || entry.reference.is_some();
        begins_number(word) || word.entry.is_some_and(is_named)
    };
    side.next().is_some_and(|word| is_amount(&word))
}

/// Whether both sides are listed as grammar words that may stand for each other.
fn is_synonym(sides: Pair<&Side<'_>>) -> bool {
    share_group(sides, &sides.old.lists.synonyms) && !is_before_amount(sides.old) && !is_before_amount(sides.new)
}
