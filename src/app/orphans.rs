//! The decisions whose edits are gone, with the words they were about.

use super::list::{ListLine, paragraph};
use crate::document::visible::flowing;
use crate::review::{Decision, Entry, Review};

/// The list of them, at this width.
pub fn lines(review: &Review, width: usize) -> Vec<ListLine> {
    if review.orphans.is_empty() {
        return paragraph("context", "Every decision has its edit.", 1, width);
    }
    let why = "These decisions were taken on edits that are no longer there. They are kept in the review, and go back to their edits \
        should these return.";
    let mut lines = paragraph("context", why, 1, width);
    for entry in review.orphans.values() {
        lines.push(ListLine::default());
        lines.extend(paragraph("decision", &decision(entry), 1, width));
        for (sign, look, words) in [("- ", "deleted", &entry.quote.old), ("+ ", "inserted", &entry.quote.new)] {
            if !words.trim().is_empty() {
                let words = paragraph(look, &flowing(words.trim()), 0, width.saturating_sub(5));
                lines.extend(words.into_iter().enumerate().map(|(at, line)| {
                    let sign = if at == 0 { sign } else { "  " };
                    ListLine([("key", format!("   {sign}"))].into_iter().chain(line.0).collect())
                }));
            }
        }
        if !entry.comment.is_empty() {
            lines.extend(paragraph("context", &format!("“{}”", flowing(&entry.comment)), 3, width));
        }
    }
    lines
}

fn decision(entry: &Entry) -> String {
    match &entry.decision {
        Decision::SentBack(reason) => format!("sent back: {}", flowing(reason)),
        Decision::Reworded(words) => format!("reworded: {}", flowing(words)),
        other => other.name().to_owned(),
    }
}
