//! Sentences in which only white space differs, as where lines are wrapped anew: their words need not be told apart.

use memchr::memchr;

use super::ends::beginning;
use crate::document::{Pair, Span};

/// Where the white space differs between the same words, in order; nothing where more than white space of ASCII may differ.
pub fn spacing(texts: Pair<&str>, whole: Pair<Span>) -> Option<Vec<Pair<Span>>> {
    let sides = Pair::of(whole.old.of(texts.old), whole.new.of(texts.new));
    let mut found = Vec::new();
    let mut at = Pair::of(0, 0);
    loop {
        let rest = Pair::of(&sides.old.as_bytes()[at.old..], &sides.new.as_bytes()[at.new..]);
        let same = beginning(rest.old, rest.new);
        if same == rest.old.len() && same == rest.new.len() {
            // A quotation's mark at the beginning of a line is white space too.
            return memchr(b'>', sides.old.as_bytes()).is_none().then_some(found);
        }
        let begun = rest.old[..same].iter().rev().take_while(|byte| byte.is_ascii_whitespace()).count();
        let gap =
            Pair::of(white_space(sides.old, at.old + same - begun)?, white_space(sides.new, at.new + same - begun)?);
        let within = |whole: Span, gap: Span| Span::new(whole.start + gap.start, whole.start + gap.end);
        found.push(Pair::of(within(whole.old, gap.old), within(whole.new, gap.new)));
        at = gap.map(|gap| gap.end);
    }
}

/// The white space between two words that begins at a byte, if there is some, and only of ASCII.
fn white_space(text: &str, start: usize) -> Option<Span> {
    let length = text.as_bytes()[start..].iter().take_while(|byte| byte.is_ascii_whitespace()).count();
    if length == 0 {
        return None;
    }
    let end = start + length;
    let is_word = |beyond: Option<char>| beyond.is_some_and(|letter| !letter.is_whitespace());
    let is_all = is_word(text[..start].chars().next_back()) && is_word(text[end..].chars().next());
    is_all.then_some(Span::new(start, end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(old: &str, new: &str, expected: Option<&[(&str, &str)]>) {
        let texts = Pair::of(old, new);
        let found = spacing(texts, texts.map(|text| Span::new(0, text.len())));
        let shown = found.map(|gaps| gaps.iter().map(|gap| (gap.old.of(old), gap.new.of(new))).collect::<Vec<_>>());
        assert_eq!(shown.as_deref(), expected, "{old:?} {new:?}");
    }

    #[test]
    fn wrapped_lines_differ_in_white_space() {
        check("The Parties\nmeet in May.", "The Parties meet\nin May.", Some(&[("\n", " "), (" ", "\n")]));
        check("The  Parties \r\n meet.", "The Parties\nmeet.", Some(&[("  ", " "), (" \r\n ", "\n")]));
        check("The Parties.", "The Parties.", Some(&[]));
        // A number too may be wrapped.
        check("It pays 1 000 crowns.", "It pays 1\n000 crowns.", Some(&[(" ", "\n")]));
    }

    #[test]
    fn more_than_white_space_is_left_to_the_words() {
        check("The Parties meet.", "The\nParties met.", None);
        check("a way", "away", None);
        check("It rained. ", "It rained.", None);
        check("\u{a0} a", "\u{a0}\na", None);
        check("said\n> by it", "said > by it", None);
        check("", "It rained.", None);
    }
}
