//! Numerals: digits by locale, words for numbers, and what multiplies them.

use super::lists::{Listed, Lists};
use super::side::Word;
use super::unit::unit_in;
use crate::document::TokenKind;

/// The numeral that begins at a word: the index behind it, and its value where it has one.
pub fn numeral_at(words: &[Word<'_>], at: usize, lists: &Lists) -> Option<(usize, Option<f64>)> {
    let first = words.get(at)?;
    let is_words = first.kind == TokenKind::Word;
    let value = if is_words { word_value(first, lists) } else { None };
    if is_words && value.is_none() || first.kind == TokenKind::Mark {
        return None;
    }
    let Some(mut current) = value.or_else(|| digits(first.text, lists.decimal_comma)) else {
        return Some((at + 1, None));
    };
    let (mut total, mut end) = (0.0, at + 1);
    loop {
        let scale = |at: usize| words.get(at).and_then(|word| word.entry?.scale);
        if let Some(scale) = scale(end) {
            if scale == 100.0 {
                current *= scale;
            } else {
                total += current * scale;
                current = 0.0;
            }
            end += 1;
            continue;
        }
        let joiner = usize::from(is_words && words.get(end).is_some_and(is_joiner));
        let more = words.get(end + joiner).filter(|_| is_words).and_then(|word| word_value(word, lists));
        match more {
            Some(more) if scale(end + joiner + 1).is_none() && continues(total, current, more, joiner > 0) => {
                current += more;
                end += joiner + 1;
            }
            _ => break,
        }
    }
    Some((end, Some(total + current)))
}

/// Whether a number word goes on with another: `twenty five`, `two hundred and five`, but not `two three`.
fn continues(total: f64, current: f64, more: f64, is_joined: bool) -> bool {
    let is_tens = (20.0..100.0).contains(&current) && current % 10.0 == 0.0 && (1.0..10.0).contains(&more);
    let is_behind_scale = (current >= 100.0 && current % 100.0 == 0.0 || total > 0.0 && current == 0.0) && more < 100.0;
    is_tens || is_behind_scale && (is_joined || more >= 1.0)
}

fn is_joiner(word: &Word<'_>) -> bool {
    word.entry.is_some_and(|entry| {
        entry.phrases.iter().any(|phrase| phrase.listed == Listed::Connective && phrase.group == 0)
    })
}

/// What a word stands for: `twelve`, `twenty-five`.
fn word_value(word: &Word<'_>, lists: &Lists) -> Option<f64> {
    let number = |word: &str| lists.entry(word).and_then(|entry| entry.number);
    if let Some(entry) = word.entry.filter(|entry| entry.number.is_some()) {
        return entry.number;
    }
    let (tens, ones) = word.lower.split_once('-')?;
    let (tens, ones) = (number(tens)?, number(ones)?);
    ((20.0..100.0).contains(&tens) && ones < 20.0).then_some(tens + ones)
}

/// What a number in digits is worth; nothing for ranges, fractions, times and clause numbers.
pub fn digits(text: &str, decimal_comma: bool) -> Option<f64> {
    let is_sign = |letter: char| {
        matches!(letter, '‰' | '°' | '§' | '\'' | '’')
            || letter.is_whitespace()
            || !letter.is_ascii() && unit_in(letter.encode_utf8(&mut [0; 4])).is_some()
            || matches!(letter, '$' | '%')
    };
    let bare: String = text
        .chars()
        .filter(|letter| !is_sign(*letter))
        .map(|letter| if letter == '−' { '-' } else { letter })
        .collect();
    let bare = ["st", "nd", "rd", "th"].iter().find_map(|ending| bare.strip_suffix(ending)).unwrap_or(&bare);
    let (decimal, group) = if decimal_comma { (',', '.') } else { ('.', ',') };
    let grouped = |whole: &str, sign: char| {
        let mut parts = whole.split(sign);
        let first = parts.next().unwrap_or("");
        let mut rest = parts.peekable();
        rest.peek().is_some()
            && (1..=3).contains(&first.trim_start_matches(['-', '+']).len())
            && rest.all(|part| part.len() == 3)
    };
    let (whole, fraction) = match bare.rsplit_once(decimal) {
        // The other way of writing numbers: `1.250.000` in an English text.
        Some(_) if bare.matches(decimal).count() > 1 => {
            return grouped(bare, decimal).then(|| bare.replace(decimal, "").parse().ok())?;
        }
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (bare, None),
    };
    let whole = match whole.contains(group) {
        true if grouped(whole, group) => whole.replace(group, ""),
        true if fraction.is_none() => whole.replace(group, "."),
        true => return None,
        false => whole.to_owned(),
    };
    let value: f64 = match fraction {
        Some(fraction) => format!("{whole}.{fraction}").parse().ok()?,
        None => whole.parse().ok()?,
    };
    value.is_finite().then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::flags::side::Side;
    use crate::document::Span;

    #[track_caller]
    fn check(text: &str, decimal_comma: bool, expected: Option<f64>) {
        assert_eq!(digits(text, decimal_comma), expected, "{text}");
    }

    #[test]
    fn numbers_are_read_by_locale() {
        check("$35,000,000", false, Some(35e6));
        check("6.5", false, Some(6.5));
        check("6,5", false, Some(6.5));
        check("6,5", true, Some(6.5));
        check("6.500", true, Some(6500.0));
        check("6,500", false, Some(6500.0));
        check("1 250 000", true, Some(1_250_000.0));
        check("1.250.000", false, Some(1_250_000.0));
        check("5th", false, Some(5.0));
        check("30%", false, Some(30.0));
        check("10-15", false, None);
        check("1/2", false, None);
        check("2.1.3", false, None);
        check("10:30", false, None);
    }

    #[track_caller]
    fn check_words(language: &str, text: &str, expected: (usize, f64)) {
        let lists = Lists::of(Some(language));
        let whole = Span::new(0, text.len());
        let side = Side::of(text, &[], whole, whole, lists);
        assert_eq!(numeral_at(&side.words, 0, lists), Some((expected.0, Some(expected.1))), "{text}");
    }

    #[test]
    fn words_for_numbers_add_up() {
        check_words("en", "twelve ships", (1, 12.0));
        check_words("en", "twenty-five ships", (1, 25.0));
        check_words("en", "two hundred and five ships", (4, 205.0));
        check_words("en", "6.5 thousand people", (2, 6500.0));
        check_words("en", "two and three", (1, 2.0));
        check_words("es", "treinta y cinco días", (3, 35.0));
        check_words("fr", "vingt-cinq jours", (1, 25.0));
        check_words("fr", "trois millions de francs", (2, 3e6));
        check_words("de", "drei Millionen Euro", (2, 3e6));
        check_words("ru", "двадцать пять суток", (2, 25.0));
        check_words("ru", "6,5 тыс. человек", (2, 6500.0));
        check_words("ru", "двумя тысячами", (1, 2.0));
    }
}
