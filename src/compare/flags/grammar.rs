//! Edits of grammar alone: articles, agreement, endings, and grammar words that one of the wordings could not do without.
//! Asked only where no alarm is, so that no polarity, force, quantity or condition is among them.

use std::hash::BuildHasher;

use rustc_hash::FxBuildHasher;

use super::editorial::one;
use super::genitive::is_turned;
use super::idiom::{is_auxiliary, is_idiom, is_opener};
use super::lists::{Entry, Listed, Lists};
use super::markup::is_markup;
use super::number::begins_number;
use super::side::{Side, Word, before, lower};
use super::spelling::{begins_phrase, phrase, share_group, shared};
use super::synonym::is_part_of_synonym;
use super::{Alarm, Flag, FlagKind};
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
    let is_grammar =
        || is_article(sides) || is_inflected(sides) || is_link(sides) || is_synonym(sides) || is_turned(sides);
    let is_whole = || is_idle(sides) || is_idiom(sides);
    (is_whole() || is_grammar() && !is_rewritten(sides))
        .then(|| Flag { kind: FlagKind::Grammar, reason: one(&sides.map(Side::shown)) })
}

/// A verb in another tense: `is liable → was liable` says of when, and no drafter takes it for mere grammar.
pub fn tense(sides: Pair<&Side<'_>>) -> Option<Alarm> {
    let lists = sides.old.lists;
    let note = |told: &str| Some(Alarm::note(FlagKind::Grammar, format!("{} ({told})", one(&sides.map(Side::shown)))));
    if !sides.old.stands() || !sides.new.stands() {
        return None;
    }
    if share_group(sides, &lists.tenses) && sides.old.words[0].lower != sides.new.words[0].lower {
        return note("another tense");
    }
    let ([old], [new]) = (sides.old.words.as_slice(), sides.new.words.as_slice()) else { return None };
    if is_other_tense(sides, old, new) { note("perhaps another tense") } else { None }
}

/// What ties the sentence to another came or went: `therefore`, `then`, `also` say what follows from what, or goes before or beside it.
/// Some words do so only where a clause ends or a comma stands behind them: `too high` and `however hard` tell a degree.
pub fn connector(sides: Pair<&Side<'_>>) -> Option<Alarm> {
    let side = only_side(sides).filter(|side| begins_phrase(side))?;
    let is_one = sides.old.stands() && sides.new.stands() && side.lists.connectors.contains_key(&*phrase(side));
    let reason = || format!("{} (ties this to what else is said)", one(&sides.map(Side::shown)));
    let is_set_off = || !side.lists.set_off.contains(&*phrase(side)) || ends_clause(side);
    (is_one && is_set_off() && !is_opener(side)).then(|| Alarm::note(FlagKind::Grammar, reason()))
}

/// Whether a mark, a verb that others follow or what joins two clauses stands behind an edit, or nothing at all.
fn ends_clause(side: &Side<'_>) -> bool {
    let joins = |word: &Word<'_>| {
        word.entry.is_some_and(|entry| entry.phrases.iter().any(|phrase| phrase.listed == Listed::Connective))
    };
    let is_mark = |word: &Word<'_>| word.kind == TokenKind::Mark;
    side.words.last().is_some_and(is_mark)
        || side.next().is_none_or(|next| is_mark(&next) || joins(&next) || is_auxiliary(side, &next))
}

fn is_other_tense(sides: Pair<&Side<'_>>, old: &Word<'_>, new: &Word<'_>) -> bool {
    let is_finite = || is_finite(sides.old, old) && is_finite(sides.new, new);
    old.text != new.text && is_finite() && has_other_ending(&sides.old.lists.tense_endings, &old.lower, &new.lower)
}

/// Whether a word may be a verb that says when: no noun, which has its capital in German, no participle, which has an auxiliary before
/// it, and in English no plain form without a plural or pronoun before it.
fn is_finite(side: &Side<'_>, word: &Word<'_>) -> bool {
    let lists = side.lists;
    let before = before(side.text, word.span.start).split_whitespace().next_back().map(lower);
    let is_subject = |before: &str| {
        lists.subjects.contains(before) || lists.plural_endings.iter().any(|ending| before.ends_with(ending.as_str()))
    };
    let may_be_plain = !lists.subjects.is_empty() && !word.lower.ends_with('s');
    !word.is_capitalised()
        && !before.as_deref().is_some_and(|before| lists.tenses.contains_key(before))
        && (!may_be_plain || word.lower.ends_with("ed") || before.as_deref().is_some_and(is_subject))
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

/// Whether only articles came or went, none of them definite before a plural: `a sound measures` is no English.
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
    let indefinite = &sides.old.lists.indefinite;
    let is_definite =
        |side: &Side<'_>| side.words.iter().any(|word| article(word) && !indefinite.contains(&*word.lower));
    let is_definite = is_definite(sides.old) || is_definite(sides.new);
    let is_told = |side: &Side<'_>| {
        stands_before_mass(side) || is_definite && stands_before_plural(side) || stands_before_scant(side)
    };
    rest(sides.old) == rest(sides.new) && !is_told(sides.old) && !is_told(sides.new)
}

/// Whether the word behind the edit says the contrary with an article: `few members` and `a few members`.
fn stands_before_scant(side: &Side<'_>) -> bool {
    side.next().is_some_and(|next| side.lists.scant.contains(&*next.lower))
}

/// Whether one of the words that follow the edit, up to a mark or a grammar word, is a plural.
pub fn stands_before_plural(side: &Side<'_>) -> bool {
    let is_plural = |word: &Word<'_>| {
        let has = |ending: &String| word.lower.ends_with(ending.as_str());
        word.lower.len() > 3
            && side.lists.plural_endings.iter().any(has)
            && !["ss", "us", "is"].iter().any(|ending| word.lower.ends_with(ending))
    };
    stands_before(side, is_plural)
}

/// Whether one of them stands for a mass: some of it, or all of it.
pub fn stands_before_mass(side: &Side<'_>) -> bool {
    stands_before(side, |word| side.lists.masses.contains(&*word.lower))
}

fn stands_before(side: &Side<'_>, is_it: impl Fn(&Word<'_>) -> bool) -> bool {
    let near = side.near();
    let behind = near.partition_point(|word| word.span.end <= side.edit.start);
    let is_end = |word: &&Word<'_>| {
        word.kind != TokenKind::Word || word.entry.is_some_and(|entry| entry.is_light && !entry.is_article)
    };
    near[behind..].iter().skip_while(|word| word.text == ",").take(5).take_while(|word| !is_end(word)).any(is_it)
}

/// Whether the same words stand in other forms that agree: `is` and `are`, `report` and `reports`, `rule holds` and `rules hold`.
fn is_inflected(sides: Pair<&Side<'_>>) -> bool {
    let words = sides.map(|side| side.words.as_slice());
    let is_same = |(old, new): (&Word<'_>, &Word<'_>)| old.text == new.text || is_other_form(sides, old, new);
    let is_other_thing = |(old, new): (&Word<'_>, &Word<'_>)| {
        points_elsewhere(old, new, sides.old.lists)
            || is_other_tense(sides, old, new)
            || is_adverb(old) != is_adverb(new)
    };
    let pairs = || words.old.iter().zip(words.new);
    let is_one = words.old.len() == 1;
    // A subject with its verb: with its object too it may be another one who does it.
    let agree = || pairs().filter(|(old, new)| old.text != new.text).count() <= 2 && !pairs().any(is_other_thing);
    !words.old.is_empty() && words.old.len() == words.new.len() && pairs().all(is_same) && (is_one || agree())
}

/// Whether a word has the ending of English adverbs: `hardly` says something else than `hard`.
fn is_adverb(word: &Word<'_>) -> bool {
    word.lower.ends_with("ly")
}

/// Whether a word that is no verb has another form for agreement. Alone it is mended; with its noun (`this rule → these rules`) it
/// points at other things.
fn points_elsewhere(old: &Word<'_>, new: &Word<'_>, lists: &Lists) -> bool {
    let agrees = old.entry.is_some_and(|entry| !entry.agreement.is_empty());
    old.text != new.text && agrees && !lists.tenses.contains_key(&*old.lower)
}

/// Whether two words are forms of one, which follow from the words around them.
fn is_other_form(sides: Pair<&Side<'_>>, old: &Word<'_>, new: &Word<'_>) -> bool {
    let is_plain = |side: &Side<'_>, word: &Word<'_>| word.kind == TokenKind::Word && !is_markup(side.text, word.span);
    if !is_plain(sides.old, old) || !is_plain(sides.new, new) {
        return false;
    }
    let lists = sides.old.lists;
    if [old, new].into_iter().any(|word| lists.other_forms.contains(&*word.lower) || lists.cased.contains(&*word.lower))
    {
        return false;
    }
    let agreement = |word: &Word<'_>| word.entry.map_or(&[][..], |entry| entry.agreement.as_slice());
    if agreement(old).iter().any(|group| agreement(new).contains(group)) {
        return true;
    }
    // A capital may tell a defined term or a name: a Party is not the Parties.
    let is_proper = |word: &Word<'_>| word.is_capitalised() && sides.old.lists.names_by_case;
    !is_proper(old) && !is_proper(new) && has_other_ending(&sides.old.lists.endings, &old.lower, &new.lower)
}

/// Whether two words are the same but for two endings of one group.
pub fn has_other_ending(endings: &[Vec<String>], old: &str, new: &str) -> bool {
    let shared = shared(old, new);
    let is_long = |stem: &str| stem.chars().count() >= STEM;
    let has_other = |group: &Vec<String>, ending: &String| {
        let stem = old.len().checked_sub(ending.len()).filter(|stem| (STEM..=shared).contains(stem));
        stem.is_some_and(|stem| {
            old.ends_with(ending) && is_long(&old[..stem]) && group.iter().any(|other| new[stem..] == **other)
        })
    };
    shared >= STEM && endings.iter().any(|group| group.iter().any(|ending| has_other(group, ending)))
}

/// Whether a grammar word came or went alone, but not before a number or date, where it is a limit.
fn is_link(sides: Pair<&Side<'_>>) -> bool {
    let Some(side) = only_side(sides) else { return false };
    let is_link = |only: &Word<'_>| only.entry.is_some_and(|entry| entry.is_link) && !turns_verb(side, only);
    matches!(side.words.as_slice(), [only] if is_link(only)) && !is_before_amount(side)
}

/// Whether a phrase that says nothing came or went; one of a genitive does so before a number alone: `a period of thirty days`.
fn is_idle(sides: Pair<&Side<'_>>) -> bool {
    let is_genitive =
        |side: &Side<'_>| side.words.last().is_some_and(|last| side.lists.genitives.contains(&*last.lower));
    only_side(sides).is_some_and(|side| {
        begins_phrase(side)
            && side.lists.fillers.contains_key(&*phrase(side))
            && (!is_genitive(side) || side.next().is_some_and(|next| begins_number(&next)))
    })
}

/// The side that alone has words.
pub fn only_side<'a, 'b>(sides: Pair<&'a Side<'b>>) -> Option<&'a Side<'b>> {
    match (sides.old.words.is_empty(), sides.new.words.is_empty()) {
        (true, false) => Some(sides.new),
        (false, true) => Some(sides.old),
        _ => None,
    }
}

/// Whether an auxiliary comes or goes before a verb: `the Party was notified → the Party notified` turns round who tells whom.
fn turns_verb(side: &Side<'_>, only: &Word<'_>) -> bool {
    let is_verb = |next: Word<'_>| next.kind == TokenKind::Word && !next.entry.is_some_and(|entry| entry.is_light);
    side.lists.tenses.contains_key(&*only.lower) && side.next().is_some_and(is_verb)
}

/// Whether a number, a date or what is numbered follows the edit.
pub fn is_before_amount(side: &Side<'_>) -> bool {
    side.next().is_some_and(|word| is_amount(&word))
}

/// Whether a word is a number, or names a date or what is numbered.
pub fn is_amount(word: &Word<'_>) -> bool {
    let is_named = |entry: &Entry| entry.month.is_some() || entry.is_day || entry.reference.is_some();
    begins_number(word) || word.entry.is_some_and(is_named)
}

/// Whether both sides are listed as grammar words that may stand for each other.
fn is_synonym(sides: Pair<&Side<'_>>) -> bool {
    let is_whole = || share_group(sides, &sides.old.lists.synonyms);
    (is_whole() || is_part_of_synonym(sides)) && !is_before_amount(sides.old) && !is_before_amount(sides.new)
}
