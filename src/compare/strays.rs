//! Strays: places of the new wording that stand unchanged though edits elsewhere changed the same words, or what they refer to. They are no
//! edits, yet people may decide on them, so they are known by their words as edits are.

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHasher};

use super::groups::{folded, unowned};
use super::{Comparison, EditId};
use crate::document::Span;

/// How many words around a place tell it from others.
const AROUND: usize = 3;

/// A place that does not follow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stray {
    /// Its fingerprint, which no edit has.
    pub id: EditId,
    /// The words, in the new wording.
    pub place: Span,
    /// `Article 7 is now 8`.
    pub reason: String,
    /// The words that would follow; empty where none can be told.
    pub follows: String,
    /// The edits by which it is one: it is right where these are all rejected.
    pub edits: Arc<[usize]>,
}

impl Comparison {
    /// The stray at a place.
    pub fn stray(&self, place: Span) -> Option<&Stray> {
        self.strays.get(self.strays.binary_search_by_key(&place, |stray| stray.place).ok()?)
    }

    /// The sentence of the new wording in which a place stands.
    pub fn sentence_around(&self, place: Span) -> Span {
        let sentences = &self.documents.new.sentences;
        let at = sentences.partition_point(|sentence| sentence.end <= place.start);
        sentences.get(at).copied().unwrap_or(place).to(place)
    }
}

/// Adds what edits that are the same elsewhere may have missed to the references that are there already, puts all in the order of the text,
/// each place once, and gives each its fingerprint.
pub fn gather(comparison: &mut Comparison) {
    let mut strays = std::mem::take(&mut comparison.strays);
    for group in &comparison.groups.all {
        let edit = group.edits.first().and_then(|edit| comparison.edits.get(*edit));
        let follows = edit.map_or(String::new(), |edit| folded(unowned(comparison.words(edit)).new).into_owned());
        // There may be as many places as edits.
        let edits: Arc<[usize]> = group.edits.as_slice().into();
        let stray = |place: &Span| {
            let reason = format!("elsewhere replaced by {follows}");
            let (follows, edits) = (follows.clone(), Arc::clone(&edits));
            Stray { id: EditId { print: 0, count: 0 }, place: *place, reason, follows, edits }
        };
        strays.extend(group.missed.iter().map(stray));
    }
    strays.sort_by_key(|stray| stray.place);
    strays.dedup_by_key(|stray| stray.place);
    let mut counts: FxHashMap<u64, u32> = FxHashMap::default();
    for stray in &mut strays {
        let print = fingerprint(comparison, stray.place);
        let count = counts.entry(print).or_insert(0);
        stray.id = EditId { print, count: *count };
        *count += 1;
    }
    comparison.strays = strays;
}

fn fingerprint(comparison: &Comparison, place: Span) -> u64 {
    let text = &comparison.documents.new.text;
    let around = comparison.sentence_around(place);
    let mut hasher = FxHasher::default();
    "stray".hash(&mut hasher);
    place.of(text).split_ascii_whitespace().for_each(|word| word.hash(&mut hasher));
    "|".hash(&mut hasher);
    let before = Span::new(around.start, place.start).of(text).split_ascii_whitespace().rev();
    before.take(AROUND).for_each(|word| word.hash(&mut hasher));
    "|".hash(&mut hasher);
    let after = Span::new(place.end, around.end).of(text).split_ascii_whitespace();
    after.take(AROUND).for_each(|word| word.hash(&mut hasher));
    hasher.finish()
}
