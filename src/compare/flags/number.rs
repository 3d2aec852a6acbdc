//! Numbers, amounts and percentages, compared by value: `30 → 45 (+50 %)`, and `6.5 thousand` is `6,500`.

use super::house::is_house;
use super::lists::Entry;
use super::markup::is_markup;
use super::numeral::{numeral_at, rank, worth};
use super::order::numbers_turned;
use super::power::other_power;
use super::side::{Side, Word};
use super::topics::Topics;
use super::uncounted::{is_column, is_label, is_ordinal, is_phone};
use super::unit::{Unit, other_currency, other_dollar, other_prefix, unit_at, unit_in};
use super::{Alarm, FlagKind, Taken, phrase, twin};
use crate::document::{Pair, TokenKind};

/// A number is compared with so many on both sides of its place in the row.
const NEAR: usize = 32;
/// What numbers and their units are about.
const NUMBERS: Topics = Topics::DIGITS.with(Topics::AMOUNT);

/// A number as it is written and what it is worth.
#[derive(Clone, Debug)]
pub struct Amount<'a> {
    /// Its words: the number with what multiplies it.
    text: &'a str,
    /// With its unit.
    whole: &'a str,
    value: Option<f64>,
    unit: Option<&'static Unit>,
    /// The words of the unit.
    unit_text: &'a str,
    /// Whether it counts only where another stands on the other side.
    is_weak: bool,
    /// Whether it may be no number at all, but an article: `un`.
    is_article: bool,
    /// Whether it is in digits.
    is_digits: bool,
    /// Whether it counts something that is referred to (`Model 5`): such numbers do not grow.
    is_label: bool,
    /// Whether the edit covers some of the number itself, not of its unit alone.
    is_inside: bool,
}

/// Whether a number begins with this word.
pub fn begins_number(word: &Word<'_>) -> bool {
    word.kind == TokenKind::Number
        || word.entry.is_some_and(|entry| entry.number.is_some() && !entry.is_weak || entry.scale.is_some())
        || word.kind == TokenKind::Mark && unit_in(word.text).is_some()
        || word.is_capitals() && word.entry.is_some_and(Entry::is_unit)
}

/// A number or unit that differs by value. Numbers in `taken` spans (dates, references) are none.
pub fn number(sides: Pair<&Side<'_>>, taken: Pair<&Taken>) -> Option<Alarm> {
    if let Some(alarm) = other_power(sides).or_else(|| numbers_turned(sides)) {
        return Some(alarm);
    }
    if let Some(alarm) =
        other_money(sides).or_else(|| other_rank(sides)).or_else(|| other_prefix(sides)).or_else(|| other_dollar(sides))
    {
        return Some(alarm);
    }
    by_value(sides, taken).or_else(|| other_currency(sides))
}

/// The same of what is written as a number with its unit.
fn by_value(sides: Pair<&Side<'_>>, taken: Pair<&Taken>) -> Option<Alarm> {
    let is_weak = has_numeral(sides.old) && has_numeral(sides.new);
    if !is_weak && !is_near(sides.old) && !is_near(sides.new) {
        return None;
    }
    let (old, new) = (amounts(sides.old, taken.old), amounts(sides.new, taken.new));
    if let Some(alarm) = other_unit(&old, &new) {
        return Some(alarm);
    }
    // `A` is a number only in the place of one: `ein Mitglied → zwei Mitglieder`.
    let is_one = sides.old.size().max(sides.new.size()) <= 2;
    let counts = |amount: &Amount<'_>, other: &[Amount<'_>]| {
        let is_other = |one: &Amount<'_>| one.is_inside && (!amount.is_article || is_one && !one.is_weak);
        let is_led = |one: &Amount<'_>| !(one.is_article && amount.is_weak);
        amount.is_inside && (!amount.is_weak || other.iter().any(|one| is_other(one) && is_led(one)))
    };
    let (old, new): (Vec<Amount<'_>>, Vec<Amount<'_>>) = (
        old.iter().filter(|amount| counts(amount, &new)).cloned().collect(),
        new.iter().filter(|amount| counts(amount, &old)).cloned().collect(),
    );
    let (gone, come) = phrase::apart(&old, &new, is_same);
    match (gone.first(), come.first()) {
        (Some(old), Some(new)) if is_year(old) && is_year(new) => {
            Some(Alarm::strong(FlagKind::Date, format!("{} → {}", old.text, new.text)))
        }
        (Some(old), Some(new)) => Some(Alarm::strong(FlagKind::Number, change(old, new) + &apart(sides.new))),
        (Some(one), None) if !one.is_weak => alone(one, "drops", sides),
        (None, Some(one)) if !one.is_weak => alone(one, "adds", sides),
        _ => None,
    }
}

/// Whether both sides are the same numbers, written in another way, and nothing else.
pub fn same_value(sides: Pair<&Side<'_>>) -> bool {
    if !is_near(sides.old) || !is_near(sides.new) {
        return false;
    }
    let value = |side: &Side<'_>| {
        let (end, value) = numeral_at(&side.words, 0, side.lists)?;
        let first = side.words.first()?;
        let end = twin::behind_same(side, &side.words, 0, end, value).unwrap_or(end);
        // `5 per cent` is `5%`.
        let (length, unit) = unit_at(&side.words, end).filter(|(_, unit)| unit.is_share()).unzip();
        let end = end + length.unwrap_or(0);
        // The point of an abbreviation (`6,5 тыс.`) is none of its words.
        let is_all = side.words[end..].iter().all(|word| word.text == ".");
        let is_bare = worth(first, side.lists).is_none_or(|worth| !worth.counts());
        (is_all && is_bare).then_some((value?, unit_in(first.text).or(unit)))
    };
    let values = sides.map(value);
    values.old.zip(values.new).is_some_and(|(old, new)| old.0 == new.0 && is_same_unit(old.1, new.1))
}

/// A number that came or went; in the place of a blank (`[NUMBER]`) it fills that in. One that stands elsewhere in the sentence only moved:
/// `a two-day meeting → a meeting of two days`.
fn alone(amount: &Amount<'_>, verb: &str, sides: Pair<&Side<'_>>) -> Option<Alarm> {
    let apart = apart(sides.new);
    let count = sides.map(|side| count(side, amount));
    // A bare number alone has moved to another thing: `3 judges and clerks → judges and 3 clerks`.
    let may_move = amount.unit.is_some() || sides.old.size().max(sides.new.size()) > 1;
    if may_move && count.old == count.new && count.old > 0 && apart.is_empty() {
        return None;
    }
    let reason = format!("{verb} {}{apart}", amount.text);
    let is_weak = amount.is_label || sides.old.has_blank() || sides.new.has_blank();
    Some(if is_weak { Alarm::hint(FlagKind::Number, reason) } else { Alarm::strong(FlagKind::Number, reason) })
}

/// Whether both have the same unit, or none.
fn is_same_unit(one: Option<&Unit>, other: Option<&Unit>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => one.is(other),
        (one, other) => one.is_none() && other.is_none(),
    }
}

/// How often an amount of that value and unit stands around an edit.
fn count(side: &Side<'_>, amount: &Amount<'_>) -> usize {
    let words = side.around();
    let is_it = |at: &usize| {
        let Some((end, Some(value))) = numeral_at(words, *at, side.lists) else { return false };
        let inner = worth(&words[*at], side.lists).and_then(|worth| worth.unit).or_else(|| unit_in(words[*at].text));
        let unit = inner.or_else(|| unit_at(words, twin::behind_any(words, end)).map(|(_, unit)| unit));
        is_same_unit(unit, amount.unit) && amount.value.is_some_and(|other| same(value, other))
    };
    (0..words.len()).filter(is_it).count()
}

/// What words and figures say that part: `; it says thirty (45)`.
fn apart(side: &Side<'_>) -> String {
    twin::apart(side).map_or(String::new(), |both| format!("; it says {both}"))
}

/// Whether the edit has a word for a number, if only one that is often something else (`first`).
fn has_numeral(side: &Side<'_>) -> bool {
    side.any(NUMBERS, |word| word.kind == TokenKind::Number || worth(word, side.lists).is_some())
}

/// Whether the edit has something that an amount is surely made of.
fn is_near(side: &Side<'_>) -> bool {
    let counts = |word: &Word<'_>| {
        word.kind == TokenKind::Number
            || worth(word, side.lists).is_some_and(|worth| !worth.is_weak)
            || word.entry.is_some_and(|entry| {
                let may_count = !entry.units.is_empty() || entry.multiplies_money;
                entry.scale.is_some() || entry.ends_unit || may_count && side.stands_by_number(word)
            })
    };
    side.any(NUMBERS, counts)
}

fn is_same(old: &Amount<'_>, new: &Amount<'_>) -> bool {
    if let (Some(a), Some(b), Some(x), Some(y)) = (old.unit, new.unit, old.value, new.value)
        && !a.is(b)
        && a.is_degree(x, b, y)
    {
        return true;
    }
    // How many of the old unit one of the new is.
    let times = match (old.unit, new.unit) {
        (Some(a), Some(b)) => b.in_units_of(a),
        _ => Some(1.0),
    };
    match (old.value, new.value, times) {
        (Some(a), Some(b), Some(times)) => same(a, b * times),
        (Some(_), Some(_), None) => false,
        _ => old.text == new.text,
    }
}

/// Whether two numbers are one, rounding aside.
pub fn same(a: f64, b: f64) -> bool {
    (a - b).abs() <= a.abs() * 1e-9
}

fn is_year(amount: &Amount<'_>) -> bool {
    let is_range = amount.value.is_some_and(|value| (1800.0..2200.0).contains(&value));
    is_range && amount.text.len() == 4 && amount.is_digits
}

/// A currency in the place of another, wherever its amounts stand: `USD → EUR`.
fn other_money(sides: Pair<&Side<'_>>) -> Option<Alarm> {
    let ([old], [new]) = (sides.old.words.as_slice(), sides.new.words.as_slice()) else { return None };
    let unit = |word: &Word<'_>| {
        let units = &word.entry?.units;
        units.iter().find(|(rest, unit)| rest.is_empty() && unit.is_money()).map(|(_, unit)| *unit)
    };
    let is_other = !unit(old)?.is(unit(new)?);
    is_other.then(|| Alarm::strong(FlagKind::Unit, format!("{} → {}", old.text, new.text)))
}

/// An ordinal that is part of a word in the place of another one: `second-largest → third-largest`.
fn other_rank(sides: Pair<&Side<'_>>) -> Option<Alarm> {
    let ([old], [new]) = (sides.old.words.as_slice(), sides.new.words.as_slice()) else { return None };
    let (old_rank, new_rank) = (rank(old, sides.old.lists)?, rank(new, sides.new.lists)?);
    let is_other = old_rank.1 == new_rank.1 && !same(old_rank.0, new_rank.0);
    is_other.then(|| Alarm::strong(FlagKind::Number, format!("{} → {}", old.text, new.text)))
}

/// The same number of another thing: `30 km → 30 miles`.
fn other_unit(old: &[Amount<'_>], new: &[Amount<'_>]) -> Option<Alarm> {
    let differ = |old: &Amount<'_>, new: &Amount<'_>| {
        let units = old.unit.zip(new.unit).is_some_and(|(a, b)| !a.is(b));
        units && old.value.zip(new.value).is_some_and(|(a, b)| same(a, b))
    };
    let near = |at: usize| new.iter().take(at + NEAR).skip(at.saturating_sub(NEAR));
    let (old, new) =
        old.iter().enumerate().find_map(|(at, old)| Some((old, near(at).find(|new| differ(old, new))?)))?;
    let reason = match (old.unit_text, new.unit_text) {
        ("", _) | (_, "") => format!("{} → {}", old.whole, new.whole),
        (old, new) => format!("{old} → {new}"),
    };
    let reason = reason + &points(old, new);
    Some(Alarm::strong(FlagKind::Unit, reason))
}

fn change(old: &Amount<'_>, new: &Amount<'_>) -> String {
    let times = match (old.unit, new.unit) {
        (Some(a), Some(b)) if !a.is(b) => {
            let plain = format!("{} → {}", old.whole, new.whole);
            if a.is_share() && b.is_share() {
                return plain + &points(old, new);
            }
            let Some(times) = b.in_units_of(a) else { return plain };
            let value = new.value.map(|value| value * times);
            return format!("{plain}{}", growth(old.value, value));
        }
        _ => 1.0,
    };
    let plain = format!("{} → {}", old.text, new.text);
    if old.is_label || new.is_label || old.is_weak && new.is_weak {
        return plain;
    }
    if old.unit.is_some_and(Unit::is_share) && new.unit.is_some_and(Unit::is_share) {
        return plain + &points(old, new);
    }
    format!("{plain}{}", growth(old.value, new.value.map(|value| value * times)))
}

/// By how many points a percentage differs: its growth would be read as points. Nothing where one of both is none.
fn points(old: &Amount<'_>, new: &Amount<'_>) -> String {
    let share =
        |one: &Amount<'_>| one.unit.and_then(Unit::in_percent).zip(one.value).map(|(times, value)| times * value);
    let Some(difference) = share(old).zip(share(new)).map(|(old, new)| new - old) else { return String::new() };
    let sign = if difference < 0.0 { "−" } else { "+" };
    let size = format!("{:.2}", difference.abs());
    let size = size.trim_end_matches('0').trim_end_matches('.');
    match size {
        "0" => String::new(),
        "1" => format!(" ({sign}1 point)"),
        _ => format!(" ({sign}{size} points)"),
    }
}

fn growth(old: Option<f64>, new: Option<f64>) -> String {
    match (old, new) {
        (Some(a), Some(b)) if a > 0.0 && !same(a, b) => {
            let part = (b - a) / a * 100.0;
            let sign = if part < 0.0 { "−" } else { "+" };
            // Small parts, and those that are tenths, have a decimal.
            let is_tenths = ((part * 10.0).round() - part * 10.0).abs() < 1e-3;
            let size = if part.abs() < 10.0 || is_tenths {
                format!("{:.1}", part.abs())
            } else {
                format!("{:.0}", part.abs())
            };
            let size = size.trim_end_matches(".0");
            if size == "0" { String::new() } else { format!(" ({sign}{size} %)") }
        }
        _ => String::new(),
    }
}

/// The numbers that the edit touches, or whose units it touches.
fn amounts<'a>(side: &'a Side<'_>, taken: &Taken) -> Vec<Amount<'a>> {
    let words = side.near();
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let Some((end, value)) = numeral_at(words, at, side.lists) else {
            at += 1;
            continue;
        };
        let behind = twin::behind_same(side, words, at, end, value);
        let range = behind.map_or(at..end, |behind| twin::touched(side, words, [at..end, end + 1..behind - 1]));
        let amount = amount(side, words, range, value);
        let first = words[at].span;
        at = behind.unwrap_or(end);
        if let Some(amount) = amount.filter(|_| !taken.has(first) && !is_markup(side.text, first)) {
            found.push(amount);
        }
    }
    found
}

/// A number with its unit, where the edit touches it.
fn amount<'a>(
    side: &Side<'a>,
    words: &[Word<'a>],
    range: std::ops::Range<usize>,
    value: Option<f64>,
) -> Option<Amount<'a>> {
    let (first, last) = (&words[range.start], &words[range.end - 1]);
    let span = first.span.to(last.span);
    let before = range.start.checked_sub(1);
    let unit_before =
        before.and_then(|at| unit_at(words, at).filter(|(length, _)| *length == 1).map(|(_, unit)| (at, unit)));
    let hyphen = usize::from(words.get(range.end).is_some_and(|word| word.text == "-"));
    let behind = twin::behind_any(words, range.end + hyphen);
    let worth_of = |word: &Word<'a>| worth(word, side.lists);
    let (worth, end) = (worth_of(first), worth_of(last));
    // `Twenty-first` and `сорок первый` are no amounts, `one third` is.
    let is_rank = end.is_some_and(|end| end.is_weak && end.value >= 1.0)
        && value.is_some_and(|value| value >= if range.len() > 1 { 1.0 } else { 20.0 });
    let inside = unit_in(first.text).or_else(|| worth.and_then(|worth| worth.unit));
    let (unit, unit_span) = match (inside, unit_at(words, behind), unit_before) {
        (Some(unit), ..) => (Some(unit), span),
        (None, Some((length, unit)), _) => (Some(unit), words[behind].span.to(words[behind + length - 1].span)),
        (None, None, Some((at, unit))) => (Some(unit), words[at].span),
        _ => (None, span),
    };
    let whole = span.to(unit_span);
    let is_inside = side.touches(span);
    let is_beside = whole.start <= side.edit.end && side.edit.start <= whole.end;
    // `3-dimensional` counts nothing, `30-day` does.
    let is_compound =
        hyphen > 0 && unit.is_none() && words.get(behind).is_some_and(|word| word.kind == TokenKind::Word);
    (is_inside || unit.is_some() && is_beside).then(|| Amount {
        text: span.of(side.text),
        whole: whole.of(side.text),
        value,
        unit,
        unit_text: if unit_span == span { "" } else { unit_span.of(side.text) },
        is_weak: words[range.clone()].iter().all(|word| worth_of(word).is_some_and(|worth| worth.is_weak)),
        is_article: range.len() == 1 && first.entry.is_some_and(|entry| entry.is_article),
        is_digits: first.kind == TokenKind::Number,
        is_label: before.is_some_and(|before| {
            let is_column = is_column(words[before].span.end..first.span.start, side.text);
            is_label(words, before) && !is_column || is_phone(words, before)
        }) || first.text.starts_with('§')
            || first.text.starts_with('+') && words.get(range.end).is_some_and(|next| next.kind == TokenKind::Number)
            || is_compound
            || is_ordinal(side, words, range.end - 1)
            || is_house(side, words, range.end)
            || worth.is_some_and(|worth| worth.is_label)
            || is_rank,
        is_inside,
    })
}
