//! Telephone numbers: `030 1234567` within the country and `+49 30 1234567` from abroad are one.

use super::rendering::Rendering;
use crate::document::{Pair, Side, Span};

/// So many digits a telephone number has.
const DIGITS: std::ops::RangeInclusive<usize> = 7..=15;
/// So many digits of two that are one are the same, at least, …
const SHARED: usize = 6;
/// … behind so many of the country, at most.
const COUNTRY: usize = 3;
/// What a number within the country may begin with; it is left out behind the country.
const TRUNK: [&str; 4] = ["", "0", "8", "06"];
/// So many signs stand between two digits of one number at most.
const BETWEEN: usize = 3;
/// So many numbers of one side are looked at.
const MANY: usize = 24;

/// What may be a telephone number.
#[derive(Debug, PartialEq, Eq)]
struct Phone {
    span: Span,
    digits: String,
    /// Whether it begins with its country, whose code the digits begin with.
    is_international: bool,
    /// Whether it begins as one that is dialled: with a plus, a zero or a bracket.
    is_dialled: bool,
}

/// Where telephone numbers stand that both sides have, in order.
pub fn shared(rendering: &Rendering<'_>) -> Pair<Vec<Span>> {
    let found = Pair::of(Side::Old, Side::New).map(|side| phones(rendering.written(side)));
    Pair::of(Side::Old, Side::New).map(|side| {
        let is_shared = |phone: &&Phone| found[side.other()].iter().any(|other| is_same(phone, other));
        let start = rendering.span(side).start;
        let spans = found[side].iter().filter(is_shared);
        spans.map(|phone| Span::new(start + phone.span.start, start + phone.span.end)).collect()
    })
}

fn is_same(one: &Phone, two: &Phone) -> bool {
    if one.is_international == two.is_international {
        return one.digits == two.digits && one.is_dialled && two.is_dialled;
    }
    let (abroad, home) = if one.is_international { (one, two) } else { (two, one) };
    TRUNK.iter().filter_map(|trunk| home.digits.strip_prefix(trunk)).any(|digits| {
        let country = abroad.digits.strip_suffix(digits).map(str::len);
        digits.len() >= SHARED && country.is_some_and(|country| (1..=COUNTRY).contains(&country))
    })
}

/// All that may be telephone numbers of a text, in order.
fn phones(text: &str) -> Vec<Phone> {
    let is_part = |letter: char| letter.is_ascii_digit() || " \u{a0}\u{202f}-–‑/.()+".contains(letter);
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(['+', '(', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9']) {
        let start = at + start;
        let length = text[start..].find(|letter| !is_part(letter)).unwrap_or(text.len() - start);
        at = start + length;
        let is_inside = text[..start].ends_with(|letter: char| letter.is_alphanumeric() || ",:".contains(letter));
        if !is_inside {
            found.extend(phone(text, Span::new(start, at)));
        }
        if found.len() == MANY {
            break;
        }
    }
    found
}

/// The telephone number that some digits and signs are.
fn phone(text: &str, span: Span) -> Option<Phone> {
    let run = span.of(text).trim_end_matches(|letter: char| !letter.is_ascii_digit());
    let is_joined = run.split(|letter: char| letter.is_ascii_digit()).all(|signs| signs.chars().count() <= BETWEEN);
    // `+49 (0)30`: the zero is for those within the country.
    let digits: String = run.replace("(0)", "").chars().filter(char::is_ascii_digit).collect();
    let code = if run.contains('+') { Some(digits.as_str()) } else { digits.strip_prefix("00") };
    let is_phone = is_joined && DIGITS.contains(&digits.len()) && !run[1..].contains('+') | run.starts_with("(+");
    is_phone.then(|| Phone {
        span: Span::new(span.start, span.start + run.len()),
        is_international: code.is_some(),
        is_dialled: run.starts_with(['+', '0', '(']),
        digits: code.unwrap_or(&digits).to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(one: &str, two: &str, expected: bool) {
        let found = [one, two].map(phones);
        let is_one = found[0].iter().any(|one| found[1].iter().any(|two| is_same(one, two)));
        assert_eq!(is_one, expected, "{one} and {two}: {found:?}");
    }

    #[test]
    fn numbers_from_abroad_are_those_at_home() {
        check("Tel. 030 1234567.", "Phone +49 30 1234567.", true);
        check("(030) 123 45-67", "+49 (0)30 123-4567", true);
        check("8 (495) 123-45-67", "+7 495 123 45 67", true);
        check("01.23.45.67.89", "0033 1 23 45 67 89", true);
        check("030 1234567", "(030) 123 45 67", true);
    }

    #[test]
    fn other_numbers_are_no_telephone_numbers() {
        check("030 1234567", "+49 30 1234568", false);
        check("1 250 000", "250 000", false);
        check("2000 - 1234", "20001234", false);
        check("+ + 1234567", "1234567", false);
        check("+", "(", false);
    }
}
