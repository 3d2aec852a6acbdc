//! The steps that a reader sees together: those whose sentences share blocks.

use std::ops::Range;

use super::{Comparison, Step};
use crate::document::{Document, Pair};

/// Steps that share blocks, in order: a paragraph of either wording, or several that were split, merged or regrouped.
pub fn paragraphs(comparison: &Comparison) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut from = 0;
    std::iter::from_fn(move || {
        if from >= comparison.steps.len() {
            return None;
        }
        let mut to = from + 1;
        while to < comparison.steps.len() && !begins(comparison, comparison.steps[to]) {
            to += 1;
        }
        Some(std::mem::replace(&mut from, to)..to)
    })
}

/// Whether no block goes on in this step.
fn begins(comparison: &Comparison, step: Step) -> bool {
    let sentences = seen(comparison, step);
    let begins =
        |document: &Document, sentences: &Range<usize>| sentences.is_empty() || document.begins_block(sentences.start);
    begins(&comparison.documents.old, &sentences.old) && begins(&comparison.documents.new, &sentences.new)
}

/// The sentences that stand in a step: of a moved bead only one side's.
pub fn seen(comparison: &Comparison, step: Step) -> Pair<Range<usize>> {
    match step {
        Step::Bead(bead) => comparison.beads[bead].sentences.clone(),
        Step::From(bead) => Pair::of(comparison.beads[bead].sentences.old.clone(), 0..0),
        Step::To(bead) => Pair::of(0..0, comparison.beads[bead].sentences.new.clone()),
    }
}
