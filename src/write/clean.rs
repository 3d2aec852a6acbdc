//! The settled text, and how it is to be encoded.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::compare::Comparison;
use crate::document::{Origin, Pair};
use crate::review::Review;
use crate::review::beads::{Settled, settled};
use crate::review::settle::{Open, Unsettled, settle};

/// The settled text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clean<'a> {
    /// The text.
    pub text: String,
    /// The encoding and byte-order mark it is to have: the old wording's where nothing was accepted, else the new one's; where both say the same, as open edits are settled.
    pub origin: &'a Origin,
}

/// The settled text.
pub fn clean<'a>(comparison: &'a Comparison, review: &Review, open: Open) -> Result<Clean<'a>, Unsettled> {
    let text = settle(comparison, review, open)?;
    let documents = &comparison.documents;
    let is_new = text == documents.new.text && (open != Open::Old || text != documents.old.text);
    let is_old = text == documents.old.text && !is_new;
    let origin = if is_old { &documents.old.origin } else { &documents.new.origin };
    Ok(Clean { text, origin })
}

/// The segments of a file that holds both sides as they are settled; one that is empty on both sides is nothing. Segments are blocks of the
/// documents. `None` = a segment is no bead any more: sentences were put together otherwise.
pub fn segments(
    comparison: &Comparison,
    review: &Review,
    open: Open,
    segments: &[Pair<Range<usize>>],
) -> Result<Option<Vec<Option<Settled>>>, Unsettled> {
    let key = |Pair { old, new }: &Pair<Range<usize>>| (old.start, old.end, new.start, new.end);
    let settled = settled(comparison, review, open)?.into_iter();
    // A block of a file that holds both sides is a sentence.
    let mut beads: BTreeMap<_, _> = settled.map(|bead| (key(&comparison.beads[bead.bead].sentences), bead)).collect();
    let mut found = Vec::with_capacity(segments.len());
    for segment in segments {
        let bead = beads.remove(&key(segment));
        if bead.is_none() && !(segment.old.is_empty() && segment.new.is_empty()) {
            return Ok(None);
        }
        found.push(bead);
    }
    Ok(Some(found))
}

/// The settled translations of segments, each where it is another one than the file has.
pub fn translations(comparison: &Comparison, segments: &[Option<Settled>]) -> Vec<Option<String>> {
    let document = &comparison.documents.new;
    let translation = |bead: &Settled| {
        let sentences = comparison.beads[bead.bead].sentences.new.clone();
        let is_new = |words: &&String| {
            **words != sentences.clone().map(|sentence| document.sentence(sentence)).collect::<String>()
        };
        bead.words.as_ref().filter(is_new).cloned()
    };
    segments.iter().map(|bead| bead.as_ref().and_then(translation)).collect()
}
