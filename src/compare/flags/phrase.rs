//! Listed phrases among words: modals, negations, quantifiers, conditions.

use std::collections::VecDeque;

use super::lists::{Listed, Phrase};
use super::number::begins_number;
use super::side::Word;
use super::topics::Topics;

/// An item is looked for among so many that are left of the other side.
const NEAR: usize = 64;

/// A listed phrase found among words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// What it is.
    pub listed: Listed,
    /// Its group: phrases of one group mean the same.
    pub group: usize,
    /// The word with which it begins.
    pub at: usize,
    /// How many words it takes.
    pub length: usize,
}

impl Found {
    /// As it is written among these words.
    pub fn text<'a>(&self, text: &'a str, words: &[Word<'a>]) -> &'a str {
        match words.get(self.at..self.at + self.length) {
            Some([first, .., last]) => first.span.to(last.span).of(text),
            Some([only]) => only.text,
            _ => "",
        }
    }
}

/// The listed phrases among words, the longest at each place, none overlapping another. `after` is the word behind them all.
pub fn find<'a>(words: &[Word<'a>], after: impl Fn() -> Option<Word<'a>>) -> Vec<Found> {
    let mut found = Vec::new();
    let mut at = 0;
    // Most words are neither listed nor end so.
    while let Some(next) = words.get(at..).and_then(|rest| rest.iter().position(may_begin)) {
        at += next;
        let Some((length, listed, group)) = phrase_at(words, at, &after) else {
            at += 1;
            continue;
        };
        if !is_other(words, at, length, listed, &after) {
            found.push(Found { listed, group, at, length });
        }
        at += length;
    }
    found
}

/// The listed phrase that begins at a word: how many words it takes, what it is, and its group.
#[inline]
pub fn at_word(words: &[Word<'_>], at: usize) -> Option<(usize, Listed, usize)> {
    phrase_at(words, at, &|| None)
}

fn phrase_at<'a>(
    words: &[Word<'a>],
    at: usize,
    after: &impl Fn() -> Option<Word<'a>>,
) -> Option<(usize, Listed, usize)> {
    let word = &words[at];
    if !may_begin(word) {
        return None;
    }
    if word.lower.ends_with("n't") {
        return Some((1, Listed::Negation, 0));
    }
    let entry = word.entry?;
    let goes_on = words.get(at + 1).is_some_and(|next| next.entry.is_some_and(|entry| entry.is_part));
    let fits = |rest: &[String]| {
        let next = words.get(at + 1..at + 1 + rest.len());
        next.is_some_and(|next| next.iter().zip(rest).all(|(word, wanted)| word.lower == *wanted))
    };
    // `Concerned that` leads to nothing but a clause.
    let is_adjective = |length: usize| words.get(at + length - 1).is_some_and(|word| word.lower.ends_with("ed"));
    let leads = |phrase: &Phrase| {
        let Some(leads_on) = leading(phrase).filter(|_| !is_adjective(phrase.rest.len())) else { return true };
        let next = words.get(at + 1 + phrase.rest.len()).cloned().or_else(after);
        next.is_none_or(|next| leads_on(&next))
    };
    let is_it = |phrase: &&Phrase| phrase.rest.is_empty() || goes_on && fits(&phrase.rest) && leads(phrase);
    let phrase = entry.phrases.iter().find(is_it)?;
    Some((phrase.rest.len() + 1, phrase.listed, phrase.group))
}

/// What must follow a phrase that is another thing elsewhere: a clause what is said (`represents that firm` does not say that it is one),
/// a participle a perfect (`may have access` is no `may have paid`).
fn leading(phrase: &Phrase) -> Option<fn(&Word<'_>) -> bool> {
    match (phrase.listed, phrase.rest.last()?.as_str()) {
        (Listed::Verb, "that") => Some(begins_clause),
        (Listed::Modal, "have") => Some(may_be_participle),
        _ => None,
    }
}

/// Whether a word is an article, pronoun or determiner with which an English clause may begin.
fn begins_clause(word: &Word<'_>) -> bool {
    const SUBJECTS: [&str; 24] = [
        "it", "they", "he", "she", "we", "you", "i", "this", "these", "those", "there", "all", "each", "every", "any",
        "no", "neither", "both", "its", "their", "his", "her", "our", "such",
    ];
    word.entry.is_some_and(|entry| entry.is_article) || SUBJECTS.contains(&&*word.lower)
}

/// Whether a word is an English participle or ends like one: `children` does not.
fn may_be_participle(word: &Word<'_>) -> bool {
    const LISTED: [&str; 24] = [
        "been",
        "seen",
        "made",
        "paid",
        "held",
        "kept",
        "sold",
        "sent",
        "gone",
        "done",
        "had",
        "become",
        "left",
        "lost",
        "met",
        "found",
        "brought",
        "bought",
        "built",
        "led",
        "begun",
        "read",
        "understood",
        "said",
    ];
    const ENDINGS: [&str; 7] = ["tten", "aken", "oken", "iven", "osen", "own", "awn"];
    LISTED.contains(&&*word.lower)
        || word.lower.len() > 5 && word.lower.ends_with("ed")
        || ENDINGS.iter().any(|ending| word.lower.ends_with(ending) && word.lower.len() > ending.len())
}

/// Whether a listed phrase may begin with a word, or the word ends as one that denies.
const fn may_begin(word: &Word<'_>) -> bool {
    word.topics.has(Topics::PHRASE)
}

/// Whether a phrase only looks like what is listed: the month of May, the abbreviation `No.`, `about` before no number.
fn is_other<'a>(
    words: &[Word<'a>],
    at: usize,
    length: usize,
    listed: Listed,
    after: impl Fn() -> Option<Word<'a>>,
) -> bool {
    let (word, next) = (&words[at], words.get(at + length));
    match listed {
        Listed::Modal => word.is_capitalised() && word.entry.is_some_and(|entry| entry.month.is_some()),
        Listed::Negation => {
            let is_point = |next: &Word<'_>| next.text == "." && next.span.start == word.span.end;
            word.is_capitalised() && word.lower == "no" && next.is_some_and(is_point)
        }
        Listed::Bound => !next.cloned().or_else(after).is_some_and(|next| begins_number(&next)),
        _ => false,
    }
}

/// What only one of the sides has, in order: equal items (by `same`) are taken from both, where they are not too many apart.
pub fn apart<T: Clone>(old: &[T], new: &[T], same: impl Fn(&T, &T) -> bool) -> (Vec<T>, Vec<T>) {
    if old.is_empty() || new.is_empty() {
        return (old.to_vec(), new.to_vec());
    }
    let mut left: VecDeque<T> = new.iter().cloned().collect();
    let mut gone = Vec::new();
    for item in old {
        match left.iter().take(NEAR).position(|other| same(item, other)) {
            Some(at) => drop(left.remove(at)),
            None => gone.push(item.clone()),
        }
    }
    (gone, left.into())
}
