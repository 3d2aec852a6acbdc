//! What an edit is known by when the draft comes back: a fingerprint of its words and of the old words around it.

use std::fmt;
use std::hash::{Hash, Hasher};

use rustc_hash::{FxBuildHasher, FxHashMap, FxHasher};

use super::terms::print;
use super::{Comparison, EditId, Mode};
use crate::document::{Document, Pair, Span};

/// How many words around an edit tell it from others.
const AROUND: usize = 3;

/// Gives every edit its fingerprint, with a counter among equals in the order of the text.
pub fn identify(comparison: &mut Comparison) {
    let mut counts: FxHashMap<u64, u32> = FxHashMap::with_capacity_and_hasher(comparison.edits.len(), FxBuildHasher);
    for index in 0..comparison.edits.len() {
        let print = fingerprint(comparison, index);
        let count = counts.entry(print).or_insert(0);
        comparison.edits[index].id = EditId { print, count: *count };
        *count += 1;
    }
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
        words.split_ascii_whitespace().for_each(|word| word.hash(&mut hasher));
        "|".hash(&mut hasher);
    }
    hasher.finish()
}

fn fingerprint(comparison: &Comparison, index: usize) -> u64 {
    let edit = &comparison.edits[index];
    let mut hasher = FxHasher::default();
    edit.kind.name().hash(&mut hasher);
    let words = comparison.words(edit);
    for side in [words.old, words.new] {
        side.split_ascii_whitespace().for_each(|word| word.hash(&mut hasher));
        "|".hash(&mut hasher);
    }
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
