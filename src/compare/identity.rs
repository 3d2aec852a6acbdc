//! What an edit is known by when the draft comes back: a fingerprint of its words and of the old words around it.

use std::fmt;
use std::hash::{Hash, Hasher};

use rustc_hash::{FxBuildHasher, FxHashMap, FxHasher};

use super::groups::{folded, unowned};
use super::terms::{is_even, print};
use super::{Comparison, Edit, EditId, EditKind, Mode};
use crate::document::{Document, Pair, Span};

/// How many words around an edit tell it from others.
const AROUND: usize = 3;

/// Gives every edit its fingerprint, with a counter among equals in the order of the old text: it stays as it is from round to round,
/// however the new one is turned round. Returns what each is known by when nothing is asked of the words around it: edits that do the
/// same with the same words, white space aside, are equal.
pub fn identify(comparison: &mut Comparison) -> Vec<u64> {
    let mut alike = Vec::with_capacity(comparison.edits.len());
    for index in 0..comparison.edits.len() {
        let edit = &comparison.edits[index];
        let words = of_words(edit.kind, comparison.words(edit));
        alike.push(owned(comparison, edit).or_else(|| spaced(comparison, edit)).unwrap_or_else(|| words.finish()));
        comparison.edits[index].id.print = in_place(comparison, edit, words);
    }
    let mut order: Vec<u32> = (0..comparison.edits.len() as u32).collect();
    order.sort_by_key(|index| comparison.edits[*index as usize].spans.old.start);
    let mut counts: FxHashMap<u64, u32> = FxHashMap::with_capacity_and_hasher(comparison.edits.len(), FxBuildHasher);
    for index in order {
        let id = &mut comparison.edits[index as usize].id;
        let count = counts.entry(id.print).or_insert(0);
        id.count = *count;
        *count += 1;
    }
    alike
}

/// What a sentence is known by when its text comes back: a fingerprint of its words alone, so that its neighbours may change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SentenceId {
    /// The fingerprint of its words.
    pub print: u64,
    /// 0 for the first sentence of its text with this fingerprint, 1 for the next, …
    pub count: u32,
    /// How many sentences of its text have this fingerprint.
    pub equals: u32,
}

impl fmt::Display for SentenceId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let id = EditId { print: self.print, count: self.count };
        match self.equals {
            1 => write!(out, "{id}"),
            equals => write!(out, "{id}/{equals}"),
        }
    }
}

/// What every sentence of a document that is cut is known by.
pub fn sentence_ids(document: &Document) -> Vec<SentenceId> {
    let mut counts: FxHashMap<u64, u32> = FxHashMap::default();
    let id = |sentence: usize| {
        let print = print(document.sentence(sentence));
        let count = counts.entry(print).or_insert(0);
        *count += 1;
        SentenceId { print, count: *count - 1, equals: 0 }
    };
    let mut ids: Vec<SentenceId> = (0..document.sentences.len()).map(id).collect();
    ids.iter_mut().for_each(|id| id.equals = counts[&id.print]);
    ids
}

/// The fingerprint of a bead's words: what it is known by when it is cut anew.
pub fn bead_print(documents: Pair<&Document>, whole: Pair<Span>) -> u64 {
    let mut hasher = FxHasher::default();
    for words in [whole.old.of(&documents.old.text), whole.new.of(&documents.new.text)] {
        hash_words(words, &mut hasher);
        "|".hash(&mut hasher);
    }
    hasher.finish()
}

impl Comparison {
    /// The fingerprint that an edit would have if these were its new words.
    pub fn print_with(&self, edit: &Edit, new: &str) -> u64 {
        in_place(self, edit, of_words(edit.kind, Pair::of(self.words(edit).old, new)))
    }
}

/// What an edit does, and its words.
fn of_words(kind: EditKind, words: Pair<&str>) -> FxHasher {
    let mut hasher = FxHasher::default();
    kind.name().hash(&mut hasher);
    for side in [words.old, words.new] {
        hash_words(side, &mut hasher);
        "|".hash(&mut hasher);
    }
    hasher
}

/// The fingerprint of words that stand with an ending of possession, without it.
fn owned(comparison: &Comparison, edit: &Edit) -> Option<u64> {
    let words = comparison.words(edit);
    let bare = unowned(words);
    (bare != words).then(|| of_words(edit.kind, bare.map(folded).as_ref().map(|words| &**words)).finish())
}

/// The same of words in which there is white space beyond ASCII.
fn spaced(comparison: &Comparison, edit: &Edit) -> Option<u64> {
    let words = comparison.words(edit);
    let is_spaced =
        |words: &str| !words.is_ascii() && words.contains(|letter: char| !letter.is_ascii() && letter.is_whitespace());
    if !is_spaced(words.old) && !is_spaced(words.new) {
        return None;
    }
    let words = words.map(folded);
    Some(of_words(edit.kind, words.as_ref().map(|words| &**words)).finish())
}

/// The words of a text one by one, without what parts them.
fn hash_words(words: &str, hasher: &mut FxHasher) {
    // Most are parted by single spaces, which are found sooner.
    if is_even(words.as_bytes()) {
        let words = words.as_bytes().split(|byte| *byte == b' ').filter(|word| !word.is_empty());
        return words.for_each(|word| {
            hasher.write(word);
            hasher.write_u8(0xff);
        });
    }
    words.split_ascii_whitespace().for_each(|word| word.hash(hasher));
}

/// The fingerprint of an edit, with the old words around it.
fn in_place(comparison: &Comparison, edit: &Edit, mut hasher: FxHasher) -> u64 {
    let text = &comparison.documents.old.text;
    // Sentences that only the new wording has are known by the old words beside which they stand.
    let around = if comparison.beads[edit.bead].sentences.old.is_empty() {
        Span::new(0, text.len())
    } else {
        comparison.bead_span(edit.bead).old.to(edit.spans.old)
    };
    // In a translation a place without words is a guess: the sentences around it are surer.
    let is_guess = comparison.mode == Mode::Translation && edit.spans.old.is_empty() && !around.is_empty();
    let place = if is_guess { Span::new(around.start, around.start) } else { edit.spans.old };
    Span::new(around.start, place.start)
        .of(text)
        .split_ascii_whitespace()
        .rev()
        .take(AROUND)
        .for_each(|word| word.hash(&mut hasher));
    "|".hash(&mut hasher);
    Span::new(place.end, around.end)
        .of(text)
        .split_ascii_whitespace()
        .take(AROUND)
        .for_each(|word| word.hash(&mut hasher));
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_known_however_they_are_parted() {
        let print = |old: &str| of_words(EditKind::Replace, Pair::of(old, "new")).finish();
        assert!(
            ["two  words", "two\nwords", " two words ", "two\t words"]
                .iter()
                .all(|old| print(old) == print("two words"))
        );
        assert_ne!(print("two words"), print("twowords"));
        assert_ne!(print("two words"), of_words(EditKind::Delete, Pair::of("two words", "new")).finish());
    }
}
