//! Searching both wordings.

use crate::compare::{Comparison, Step};
use crate::document::{Pair, Side, Span};

/// A search that is on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Search {
    /// What is searched for.
    pub pattern: String,
    /// Where it was found, in the order of the page.
    pub hits: Vec<(Side, Span)>,
    /// The current hit.
    pub current: Option<usize>,
}

impl Search {
    /// Searches both wordings; capitals count only when the pattern has some.
    pub fn new(comparison: &Comparison, pattern: &str) -> Self {
        let exact = pattern.chars().any(char::is_uppercase);
        let order = order(comparison);
        let mut hits = Vec::new();
        for side in [Side::Old, Side::New] {
            let document = &comparison.documents[side];
            for span in find(&document.text, pattern, exact) {
                let sentence = document.sentences.partition_point(|known| known.end <= span.start);
                let step = order[side].get(sentence).copied().unwrap_or(usize::MAX);
                hits.push((step, side == Side::New, span.start, side, span));
            }
        }
        hits.sort_by_key(|(step, new, start, ..)| (*step, *new, *start));
        let hits = hits.into_iter().map(|(.., side, span)| (side, span)).collect();
        Self { pattern: pattern.to_owned(), hits, current: None }
    }

    /// The next or previous hit, around the ends.
    pub fn step(&mut self, onward: bool, times: usize) -> Option<(Side, Span)> {
        let all = self.hits.len();
        let times = times.checked_rem(all)?;
        let next = match (self.current, onward) {
            (None, true) => times.saturating_sub(1),
            (None, false) => all - times.max(1),
            (Some(at), true) => (at + times) % all,
            (Some(at), false) => (at + all - times) % all,
        };
        self.current = Some(next);
        self.hits.get(next).copied()
    }

    /// How many there are, and which one this is.
    pub fn tally(&self) -> String {
        let at = self.current.map_or(0, |at| at + 1);
        format!("hit {at} of {}", self.hits.len())
    }
}

/// Which step each sentence stands in.
fn order(comparison: &Comparison) -> Pair<Vec<usize>> {
    let mut order = comparison.documents.as_ref().map(|document| vec![usize::MAX; document.sentences.len()]);
    for (at, step) in comparison.steps.iter().enumerate() {
        let (bead, sides): (usize, &[Side]) = match step {
            Step::Bead(bead) => (*bead, &[Side::Old, Side::New]),
            Step::From(bead) => (*bead, &[Side::Old]),
            Step::To(bead) => (*bead, &[Side::New]),
        };
        let Some(bead) = comparison.beads.get(bead) else { continue };
        for side in sides {
            for sentence in bead.sentences[*side].clone() {
                if let Some(place) = order[*side].get_mut(sentence) {
                    *place = at;
                }
            }
        }
    }
    order
}

/// Every place of a pattern in a text, none overlapping another.
fn find(text: &str, pattern: &str, exact: bool) -> Vec<Span> {
    if pattern.is_empty() {
        return Vec::new();
    }
    if exact {
        return text.match_indices(pattern).map(|(at, hit)| Span::new(at, at + hit.len())).collect();
    }
    let mut lowered = String::with_capacity(text.len());
    // The byte of the text from which each byte of the lowered text came.
    let mut origin = Vec::with_capacity(text.len() + 1);
    for (at, letter) in text.char_indices() {
        lowered.extend(letter.to_lowercase());
        origin.resize(lowered.len(), at);
    }
    origin.push(text.len());
    let pattern: String = pattern.chars().flat_map(char::to_lowercase).collect();
    let spans = lowered.match_indices(&pattern).filter_map(|(at, hit)| {
        let start = *origin.get(at)?;
        let last = *origin.get(at + hit.len() - 1)?;
        let end = last + text.get(last..)?.chars().next()?.len_utf8();
        Some(Span::new(start, end))
    });
    spans.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, pattern: &str, expected: &[&str]) {
        let exact = pattern.chars().any(char::is_uppercase);
        let found: Vec<&str> = find(text, pattern, exact).into_iter().map(|span| span.of(text)).collect();
        assert_eq!(found, expected, "{pattern} in {text}");
    }

    #[test]
    fn capitals_count_only_when_searched_for() {
        check("The the THE", "the", &["The", "the", "THE"]);
        check("The the THE", "The", &["The"]);
        check("Стороны и СТОРОНЫ", "стороны", &["Стороны", "СТОРОНЫ"]);
    }

    #[test]
    fn letters_that_grow_when_lowered_keep_their_place() {
        check("İİ shall İ", "shall", &["shall"]);
        check("aß", "ß", &["ß"]);
        check("x", "", &[]);
    }
}
