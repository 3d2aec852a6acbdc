//! Places that take both marks of a pair, or neither: what is reworded leaves no half of one behind.

use crate::document::Span;

/// What opens, and what may close it.
const PAIRS: [(char, &[char]); 8] = [
    ('(', &[')']),
    ('[', &[']']),
    ('{', &['}']),
    ('（', &['）']),
    ('「', &['」']),
    ('«', &['»']),
    ('„', &['“', '”']),
    ('“', &['”']),
];

/// A partner is looked for so far before and behind, in bytes.
const REACH: usize = 500;

/// A place with the partners, within the whole, of the marks that it has.
pub fn paired(text: &str, place: Span, whole: Span) -> Span {
    let first = text.ceil_char_boundary(place.start.saturating_sub(REACH)).max(whole.start).min(place.start);
    let last = text.floor_char_boundary(place.end + REACH).min(whole.end).max(place.end);
    let whole = Span::new(first, last);
    let mut start = place.start;
    let mut end = place.end;
    for (open, close) in PAIRS {
        let (opened, closed) = single(place.of(text), open, close);
        if opened + closed == 0 || is_turned(whole.of(text), open, close) {
            continue;
        }
        for _ in 0..opened {
            end = partner(&text[end..whole.end], open, close).map_or(end, |length| end + length);
        }
        for _ in 0..closed {
            start = text[whole.start..start].rfind(open).map_or(start, |at| whole.start + at);
        }
    }
    Span::new(start, end)
}

/// Whether the marks are used the other way round: `»…«`.
fn is_turned(text: &str, open: char, close: &[char]) -> bool {
    text.find(close).zip(text.find(open)).is_some_and(|(close, open)| close < open)
}

/// How many marks are not closed, and not opened, in a text.
fn single(text: &str, open: char, close: &[char]) -> (usize, usize) {
    let (mut opened, mut closed) = (0_usize, 0);
    for letter in text.chars() {
        if letter == open {
            opened += 1;
        } else if close.contains(&letter) {
            match opened.checked_sub(1) {
                Some(less) => opened = less,
                None => closed += 1,
            }
        }
    }
    (opened, closed)
}

/// How many bytes it is to behind the mark that closes what is open before a text.
fn partner(text: &str, open: char, close: &[char]) -> Option<usize> {
    let mut depth = 1;
    for (at, letter) in text.char_indices() {
        if letter == open {
            depth += 1;
        } else if close.contains(&letter) {
            depth -= 1;
        }
        if depth == 0 {
            return Some(at + letter.len_utf8());
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, place: &str, expected: &str) {
        let start = text.find(place).expect("a place");
        let found = paired(text, Span::new(start, start + place.len()), Span::new(0, text.len()));
        assert_eq!(found.of(text), expected);
    }

    #[test]
    fn places_take_both_marks_of_a_pair() {
        check("the firm [ООО «Нева»].", "ООО «Нева", "ООО «Нева»");
        check("the „firm“ (a b) c", "b) c", "(a b) c");
        check("die „Firma Neva“ kam", "„Firma", "„Firma Neva“");
        check("(a (b) c) d", "(b", "(b)");
    }

    #[test]
    fn places_without_a_partner_stay() {
        check("the firm «Neva", "firm «Neva", "firm «Neva");
        check("so »Neva« und »Ladoga«", "Neva« und »Ladoga", "Neva« und »Ladoga");
        check("so »Neva« (am „Ladoga“ hier)", "Neva« (am „Ladoga“", "Neva« (am „Ladoga“ hier)");
        check("a (b) c", "a (b) c", "a (b) c");
        check("1) a b", "1) a", "1) a");
    }
}
