//! Numbers, amounts and percentages, compared by value: `30 → 45 (+50 %)`, and `6.5 thousand` is `6,500`.

use super::date::Dates;
use super::lists::{Lists, apart};
use super::side::{Side, Word};
use super::{Flag, FlagKind};
use crate::document::{Pair, Span, TokenKind};

/// A number as it is written and what it is worth.
#[derive(Clone, Debug)]
struct Amount {
    text: String,
    value: Option<f64>,
    /// The sign of a currency or `%`.
    unit: Option<char>,
    /// Whether it counts something that is referred to (`Article 5`): such numbers do not grow.
    is_label: bool,
}

/// A number that differs by value.
pub fn number(sides: Pair<&Side<'_>>, lists: &Lists, dates: &Dates) -> Option<Flag> {
    let old = amounts(sides.old, lists, &dates.spans.old);
    let new = amounts(sides.new, lists, &dates.spans.new);
    let (gone, come) = apart(&old, &new, is_same);
    let (kind, reason) = match (gone.first(), come.first()) {
        (Some(old), Some(new)) if is_year(old) && is_year(new) => {
            (FlagKind::Date, format!("{} → {}", old.text, new.text))
        }
        (Some(old), Some(new)) => (FlagKind::Number, change(old, new)),
        (None, Some(new)) => (FlagKind::Number, format!("adds {}", new.text)),
        (Some(old), None) => (FlagKind::Number, format!("drops {}", old.text)),
        (None, None) => return None,
    };
    Some(Flag { kind, reason })
}

fn is_same(old: &Amount, new: &Amount) -> bool {
    let units = old.unit.is_none() || new.unit.is_none() || old.unit == new.unit;
    match (old.value, new.value) {
        (Some(a), Some(b)) => units && (a - b).abs() <= a.abs() * 1e-9,
        _ => old.text == new.text,
    }
}

fn is_year(amount: &Amount) -> bool {
    let is_range = amount.value.is_some_and(|value| (1800.0..2200.0).contains(&value));
    is_range && amount.text.len() == 4 && amount.text.bytes().all(|byte| byte.is_ascii_digit())
}

fn change(old: &Amount, new: &Amount) -> String {
    let plain = format!("{} → {}", old.text, new.text);
    match (old.value, new.value) {
        (Some(a), Some(b)) if a > 0.0 && !old.is_label && !new.is_label => {
            let part = (b - a) / a * 100.0;
            let sign = if part < 0.0 { "−" } else { "+" };
            let size = if part.abs() < 10.0 { format!("{:.1}", part.abs()) } else { format!("{:.0}", part.abs()) };
            format!("{plain} ({sign}{} %)", size.trim_end_matches(".0"))
        }
        _ => plain,
    }
}

fn amounts(side: &Side<'_>, lists: &Lists, dates: &[Span]) -> Vec<Amount> {
    let is_number = |word: &Word<'_>| word.kind == TokenKind::Number || lists.numbers.contains_key(&*word.lower);
    let is_free =
        |word: &Word<'_>| !dates.iter().any(|date| date.start <= word.span.start && word.span.end <= date.end);
    if !side.words.iter().any(|word| is_number(word) && is_free(word)) {
        return Vec::new();
    }
    let near = side.near();
    let inside = |word: &Word<'_>| side.edit.start <= word.span.start && word.span.end <= side.edit.end;
    let mut found = Vec::new();
    for (at, word) in near.iter().enumerate() {
        if inside(word) && is_number(word) && is_free(word) {
            found.push(amount(&near, at, lists));
        }
    }
    found
}

/// A number with the word behind it that multiplies it.
fn amount(words: &[Word<'_>], at: usize, lists: &Lists) -> Amount {
    let word = &words[at];
    let value = lists.numbers.get(&*word.lower).copied().or_else(|| value(word.text, lists.decimal_comma));
    let scale = words.get(at + 1).and_then(|next| Some((next.text, *lists.scales.get(&*next.lower)?)));
    let unit = word
        .text
        .chars()
        .find(|letter| matches!(letter, '$' | '€' | '£' | '¥' | '₽' | '₴' | '֏' | '₹' | '%' | '‰' | '°'));
    let is_label = at.checked_sub(1).is_some_and(|before| is_label(words, before)) || word.text.starts_with('§');
    match scale {
        Some((name, scale)) => {
            Amount { text: format!("{} {name}", word.text), value: value.map(|value| value * scale), unit, is_label }
        }
        None => Amount { text: word.text.to_owned(), value, unit, is_label },
    }
}

/// Whether a word names what is numbered: a capitalised one (`Article`, `Annex`), an abbreviation (`No.`) or a marker (`#`).
fn is_label(words: &[Word<'_>], at: usize) -> bool {
    match (&words[at], at.checked_sub(1).and_then(|before| words.get(before))) {
        (word, Some(before)) if word.text == "." => before.kind == TokenKind::Word && before.text.chars().count() <= 5,
        (word, _) => {
            word.kind == TokenKind::Word && word.text.starts_with(char::is_uppercase) && at > 0 || word.text == "#"
        }
    }
}

/// What a number in digits is worth; nothing for ranges, fractions, times and clause numbers.
fn value(text: &str, decimal_comma: bool) -> Option<f64> {
    let bare: String = text
        .chars()
        .filter(|letter| {
            !matches!(letter, '$' | '€' | '£' | '¥' | '₽' | '₴' | '֏' | '₹' | '%' | '‰' | '°' | '§' | '\'' | '’')
                && !letter.is_whitespace()
        })
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
    match fraction {
        Some(fraction) => format!("{whole}.{fraction}").parse().ok(),
        None => whole.parse().ok(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, decimal_comma: bool, expected: Option<f64>) {
        assert_eq!(value(text, decimal_comma), expected, "{text}");
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
}
