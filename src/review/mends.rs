//! Words that people put in the place of strays: the settled text has them while what they follow stands.

use super::{Decision, Review};
use crate::compare::Comparison;
use crate::document::Span;

/// Their places in the new wording, in order, none overlapping another. Where the old words of all edits stand by which a place is a stray,
/// it is none.
pub fn mends<'a>(comparison: &Comparison, review: &'a Review, is_old: impl Fn(usize) -> bool) -> Vec<(Span, &'a str)> {
    let mut mends: Vec<(Span, &str)> = Vec::new();
    for stray in &comparison.strays {
        let Decision::Reworded(words) = review.decision(stray.id) else { continue };
        let is_undone = !stray.edits.is_empty() && stray.edits.iter().all(|edit| is_old(*edit));
        if !is_undone && mends.last().is_none_or(|(last, _)| last.end <= stray.place.start) {
            mends.push((stray.place, words));
        }
    }
    mends
}

/// Those that lie in a stretch of the new wording.
pub fn within<'a, 'b>(mends: &'b [(Span, &'a str)], span: Span) -> &'b [(Span, &'a str)] {
    let first = mends.partition_point(|(place, _)| place.start < span.start);
    let last = mends.partition_point(|(place, _)| place.end <= span.end);
    mends.get(first..last).unwrap_or_default()
}
