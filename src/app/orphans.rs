//! The decisions whose edits are gone, with the words they were about; and what was aligned by hand and fits no more.

use super::list::{ListLine, paragraph};
use crate::compare::{Comparison, Mode};
use crate::document::visible::flowing;
use crate::review::{Decision, Entry, Review};

/// The list of them, at this width.
pub fn lines(review: &Review, comparison: &Comparison, width: usize) -> Vec<ListLine> {
    let mut lines = decisions(review, comparison.mode, width);
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

fn decisions(review: &Review, mode: Mode, width: usize) -> Vec<ListLine> {
    let (every, why) = match mode {
        Mode::Revision => (
            "Every decision has its edit.",
            "These decisions were taken on edits that are no longer there. They are kept in the review, and go back to their edits \
                should these return.",
        ),
        Mode::Translation => (
            "Every decision has its finding.",
            "These findings are no longer there: they were mended, or the words around them are others now. What was decided is kept \
                in the review, and goes back to a finding should it return.",
        ),
    };
    if review.orphans.is_empty() {
        return paragraph("context", every, 1, width);
    }
    let (idle, mut missed): (Vec<&Entry>, Vec<&Entry>) = review.orphans.values().partition(|entry| entry.is_idle());
    missed.sort_by_key(|entry| number(&entry.place));
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

/// The first number of a place, by which places follow each other: 33 of `¶ 33`.
fn number(place: &str) -> Option<u64> {
    place.split(|sign: char| !sign.is_ascii_digit()).find_map(|digits| digits.parse().ok())
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::{EditId, compare};
    use crate::document::Pair;
    use crate::read::{Options, read};

    #[test]
    fn what_is_lost_is_listed_in_the_order_of_the_text() {
        let mut review = Review::default();
        for (print, place) in [(1, "¶ 33"), (2, "¶ 7"), (3, "unit 12/s2"), (4, "")] {
            let entry = Entry { decision: Decision::Rejected, place: place.to_owned(), ..Entry::default() };
            review.orphans.insert(EditId { print, count: 0 }, entry);
        }
        let document = || read("a.txt", b"Nothing.", &Options::default()).expect("a text");
        let lines = lines(&review, &compare(Pair::of(document(), document())), 80);
        let text = |line: &ListLine| line.0.iter().map(|(_, text)| text.as_str()).collect::<String>().trim().to_owned();
        let places: Vec<String> = lines.iter().map(text).filter(|line| line.ends_with("rejected")).collect();
        assert_eq!(places, ["rejected", "¶ 7 · rejected", "unit 12/s2 · rejected", "¶ 33 · rejected"]);
    }
}
