//! Heads of blocks that have no decision of their own: a number that comes with a split goes with it, and one that stays where it is while
//! the sentence behind it moves away does so with the move.

use rustc_hash::FxHashMap;

use super::{Comparison, Edit, EditKind, is_bare};
use crate::document::{Document, Pair, Side, Span};

/// For every edit of a bare head the split, merge or move with which it stands.
pub fn led(comparison: &Comparison) -> FxHashMap<usize, usize> {
    let documents = comparison.documents.as_ref();
    let mut led = FxHashMap::default();
    let mut heads: Pair<Vec<(usize, usize)>> = Pair::default();
    for (at, edit) in comparison.edits.iter().enumerate() {
        let (side, border) = match edit.kind {
            EditKind::Insert => (Side::New, EditKind::Split),
            EditKind::Delete => (Side::Old, EditKind::Merge),
            _ => continue,
        };
        let Some(block) = block_that_begins(documents[side], edit.spans[side]) else { continue };
        let before = at.checked_sub(1).map(|before| &comparison.edits[before]);
        let is_at = |before: &Edit| before.bead == edit.bead && before.spans[side].end == edit.spans[side].start;
        if before.is_some_and(|before| before.kind == border && is_at(before)) {
            led.insert(at, at - 1);
        } else {
            heads[side].push((block, at));
        }
    }
    for (side, other) in [(Side::Old, Side::New), (Side::New, Side::Old)] {
        let of_block: FxHashMap<usize, usize> = heads[side].iter().copied().collect();
        for (_, head) in &heads[other] {
            let sentences = &comparison.beads[comparison.edits[*head].bead].sentences[side];
            let block = (!sentences.is_empty()).then(|| documents[side].block_of(sentences.start));
            let Some(same) = block.and_then(|block| of_block.get(&block)) else { continue };
            if let Some(by) = moved_off(comparison, *head, *same) {
                led.extend([(*head, by), (*same, by)]);
            }
        }
    }
    led
}

impl Comparison {
    /// Whose words of an edit stand whatever is decided on it by itself, where another one says so; `own` is whose words of that one stand.
    pub fn led_to(&self, edit: usize, own: impl Fn(usize) -> Side) -> Option<Side> {
        let leader = *self.numbering.led.get(&edit)?;
        let side = own(leader);
        match self.edits.get(leader)?.kind {
            // Without the border there is no block to head; a block may well have no head.
            EditKind::Split => (side == Side::Old).then_some(side),
            EditKind::Merge => (side == Side::New).then_some(side),
            _ => Some(side),
        }
    }
}

/// The block that begins with these words, if they are a head and nothing else.
fn block_that_begins(document: &Document, words: Span) -> Option<usize> {
    let sentence = document.sentences.binary_search_by_key(&words.start, |sentence| sentence.start).ok()?;
    let is_head = document.begins_block(sentence) && is_bare(document, words.of(&document.text));
    is_head.then(|| document.block_of(sentence))
}

/// The move by which the same head stands before another sentence, if one of the two is moved.
fn moved_off(comparison: &Comparison, one: usize, other: usize) -> Option<usize> {
    let words = |edit: usize| {
        let words = comparison.words(&comparison.edits[edit]);
        if words.old.is_empty() { words.new } else { words.old }
    };
    let moved = |edit: usize| comparison.beads[comparison.edits[edit].bead].moved;
    let by = match (moved(one), moved(other)) {
        (Some(by), None) | (None, Some(by)) => by,
        _ => return None,
    };
    (words(one) == words(other)).then_some(by)
}
