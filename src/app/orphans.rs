//! The decisions whose edits are gone, with the words they were about; and what was aligned by hand and fits no more.

use super::list::{ListLine, paragraph};
use crate::compare::Comparison;
use crate::document::visible::flowing;
use crate::review::{Decision, Entry, Review};

/// The list of them, at this width.
pub fn lines(review: &Review, comparison: &Comparison, width: usize) -> Vec<ListLine> {
    let mut lines = decisions(review, width);
    let lost = review.lost(comparison);
    if !lost.is_empty() {
        let why = "These beads were aligned by hand, but their sentences are no longer there or stand in the way of others. They are \
            kept in the review, and count again should the sentences return.";
        lines.push(ListLine::default());
        lines.extend(paragraph("context", why, 1, width));
    }
    for bead in lost {
        let what = if bead.is_apart { "apart" } else { "together" };
        lines.push(ListLine::default());
        lines.extend(paragraph("decision", what, 1, width));
        lines.extend(quoted("  ", "context", &bead.quote.old, width));
        lines.extend(quoted("  ", "context", &bead.quote.new, width));
    }
    lines
}

fn decisions(review: &Review, width: usize) -> Vec<ListLine> {
    if review.orphans.is_empty() {
        return paragraph("context", "Every decision has its edit.", 1, width);
    }
    let why = "These decisions were taken on edits that are no longer there. They are kept in the review, and go back to their edits \
        should these return.";
    let (idle, missed): (Vec<&Entry>, Vec<&Entry>) = review.orphans.values().partition(|entry| entry.is_idle());
    let mut lines = if missed.is_empty() { Vec::new() } else { paragraph("context", why, 1, width) };
    for entry in missed {
        lines.push(ListLine::default());
        let place = if entry.place.is_empty() { String::new() } else { format!("{} · ", flowing(&entry.place)) };
        lines.extend(paragraph("decision", &format!("{place}{}", decision(entry)), 1, width));
        for (sign, look, words) in [("- ", "deleted", &entry.quote.old), ("+ ", "inserted", &entry.quote.new)] {
            lines.extend(quoted(sign, look, words, width));
        }
        if !entry.comment.is_empty() {
            lines.extend(paragraph("context", &format!("“{}”", flowing(&entry.comment)), 3, width));
        }
    }
    if !idle.is_empty() {
        let told = match idle.len() {
            1 => "1 number that only follows from others had been decided, and follows otherwise now.".to_owned(),
            all => format!("{all} numbers that only follow from others had been decided, and follow otherwise now."),
        };
        lines.extend((!lines.is_empty()).then(ListLine::default));
        lines.extend(paragraph("context", &told, 1, width));
    }
    lines
}

/// Words behind their sign, where there are any.
fn quoted(sign: &'static str, look: &'static str, words: &str, width: usize) -> Vec<ListLine> {
    if words.trim().is_empty() {
        return Vec::new();
    }
    let lines = paragraph(look, &flowing(words.trim()), 0, width.saturating_sub(5));
    let of = |(at, line): (usize, ListLine)| {
        let sign = if at == 0 { sign } else { "  " };
        ListLine([("key", format!("   {sign}"))].into_iter().chain(line.0).collect())
    };
    lines.into_iter().enumerate().map(of).collect()
}

fn decision(entry: &Entry) -> String {
    match &entry.decision {
        Decision::SentBack(reason) => format!("sent back: {}", flowing(reason)),
        Decision::Reworded(words) => format!("reworded: {}", flowing(words)),
        other => other.name().to_owned(),
    }
}
