//! The part of a long sentence that has to be looked at: where its two wordings differ, and some words around.

use super::ends::ends;
use crate::document::{Pair, Span};

/// How many bytes around what differs are looked at: as far as any rule on words looks.
const AROUND: usize = 48;

/// The parts of two wordings of one sentence that hold all that differs, cut between words that both share.
pub fn window(texts: Pair<&str>, whole: Pair<Span>) -> Pair<Span> {
    let sides = Pair::of(whole.old.of(texts.old).as_bytes(), whole.new.of(texts.new).as_bytes());
    let (first, last) = ends(sides.old, sides.new);
    let from = first.checked_sub(AROUND).and_then(|from| gap(&sides.old[..first], from)).map_or(0, |gap| gap + 1);
    let shared = &sides.old[sides.old.len() - last..];
    let left_out = shared.get(AROUND..).and_then(|_| gap(shared, AROUND)).map_or(0, |gap| shared.len() - gap);
    whole.map(|span| Span::new(span.start + from, span.end - left_out))
}

/// The first space at or behind a byte that surely parts two words: none between digits, or before a mark of quotation.
fn gap(text: &[u8], from: usize) -> Option<usize> {
    let parts = |two: (Option<&u8>, Option<&u8>)| match two {
        (Some(before), Some(after)) => !before.is_ascii_digit() && after.is_ascii_alphabetic(),
        _ => false,
    };
    (from..text.len()).find(|at| text[*at] == b' ' && parts((at.checked_sub(1).map(|b| &text[b]), text.get(at + 1))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_differs_and_some_words_around_are_looked_at() {
        let long =
            "The Parties met again and again in the hall by the river until the last of the guests had gone home";
        let (old, new) = (format!("{long} in May and {long}."), format!("{long} in early June and {long}."));
        let whole = Pair::of(Span::new(0, old.len()), Span::new(0, new.len()));
        let found = window(Pair::of(&old, &new), whole);
        let words = Pair::of(found.old.of(&old), found.new.of(&new));
        assert!(words.old.starts_with("until the last") && words.old.ends_with("in the hall"), "{}", words.old);
        assert_eq!(words.old.replace("May", "early June"), words.new);
        let short = Pair::of("It is", "It was");
        assert_eq!(
            window(short, Pair::of(Span::new(0, 5), Span::new(0, 6))),
            Pair::of(Span::new(0, 5), Span::new(0, 6))
        );
    }
}
