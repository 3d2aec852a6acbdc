//! Units and currencies: what a number counts.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::editorial::one;
use super::side::{Side, Word};
use super::topics::Topics;
use super::{Alarm, FlagKind, money};
use crate::compare::word_lists::{self, word_list};
use crate::document::{Pair, Span, TokenKind};

/// A unit of measure, of time or of money.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unit {
    /// What it measures.
    of: String,
    /// How much of the first unit of its kind it is, where it can be turned into it.
    is: Option<f64>,
    /// Where its zero is on the scale of the first unit, if not there.
    #[serde(default)]
    zero: f64,
    /// How much of the first unit a degree is, on scales with zeros of their own.
    degree: Option<f64>,
    /// Other ways of writing its sign.
    #[serde(default)]
    also: Vec<String>,
    /// The sign that it shares with others: ¥ is that of yen and yuan.
    shares: Option<String>,
    /// Whether its sign is written; not so where it is a word of its own (`in`).
    #[serde(default = "yes")]
    written: bool,
}

const fn yes() -> bool {
    true
}

/// All units by their sign.
pub static UNITS: LazyLock<BTreeMap<String, Unit>> = LazyLock::new(|| word_lists::read(word_list!("flags/units")));

impl Unit {
    /// The ways of writing this unit's sign.
    pub fn written<'a>(&'a self, sign: &'a str) -> impl Iterator<Item = &'a str> {
        let sign = self.written.then_some(sign);
        sign.into_iter().chain(self.also.iter().map(String::as_str))
    }

    /// Whether both are the same unit, or one may be meant by the sign of the other.
    pub fn is(&self, other: &Self) -> bool {
        let shares = |one: &Self, other: &Self| {
            let shared = one.shares.as_ref().and_then(|sign| UNITS.get(sign));
            shared.is_some_and(|shared| std::ptr::eq(shared, other))
        };
        std::ptr::eq(self, other) || shares(self, other) || shares(other, self)
    }

    /// Whether it measures time in days and more.
    pub fn is_of_calendar(&self) -> bool {
        /// Seconds.
        const DAY: f64 = 86_400.0;
        matches!(self.of.as_str(), "months" | "working time")
            || self.of == "time" && self.is.is_some_and(|seconds| seconds >= DAY)
    }

    /// Whether it is a currency.
    pub fn is_money(&self) -> bool {
        self.of == "money"
    }

    /// Whether it is per cent, or as much.
    pub fn is_share(&self) -> bool {
        self.of == "share"
    }

    /// How many per cent one of it is.
    pub fn in_percent(&self) -> Option<f64> {
        self.is.filter(|_| self.is_share())
    }

    /// Whether both measure the same kind of thing, or are easily taken for each other: per cent and percentage points, weeks and months.
    pub fn is_kin(&self, other: &Self) -> bool {
        let is_share = |unit: &Self| unit.is_share() || unit.of == "points";
        let is_time = |unit: &Self| matches!(unit.of.as_str(), "time" | "months" | "working time");
        self.of == other.of || is_share(self) && is_share(other) || is_time(self) && is_time(other)
    }

    /// Whether so many degrees of this scale are so many of another one, give or take one.
    pub fn is_degree(&self, own: f64, other: &Self, others: f64) -> bool {
        let (Some(degree), Some(other_degree)) = (self.degree, other.degree) else { return false };
        (own * degree + self.zero - others * other_degree - other.zero).abs() <= 1.0
    }

    /// How many of the other unit one of this one is, where both measure the same.
    pub fn in_units_of(&self, other: &Self) -> Option<f64> {
        if self.is(other) {
            return Some(1.0);
        }
        (self.of == other.of).then_some(self.is? / other.is?)
    }
}

/// The unit that begins at a word, and how many words it takes.
pub fn unit_at(words: &[Word<'_>], at: usize) -> Option<(usize, &'static Unit)> {
    let fits = |rest: &[String]| {
        let next = words.get(at + 1..at + 1 + rest.len());
        next.is_some_and(|next| next.iter().zip(rest).all(|(word, wanted)| word.lower == *wanted))
    };
    let units = &words.get(at)?.entry?.units;
    units.iter().find(|(rest, _)| fits(rest)).map(|(rest, unit)| (rest.len() + 1, *unit))
}

/// Whether a word is the sign or the code of a currency: `€`, `CHF`.
pub fn is_currency(word: &str) -> bool {
    let is_it = |(sign, unit): (&String, &Unit)| {
        unit.is_money() && unit.written(sign).any(|written| written == word.to_lowercase() || written == word)
    };
    UNITS.iter().any(is_it)
}

/// Whether both sides are one unit, written in another way, and nothing else: `kilometres` and `km`.
pub fn same_unit(sides: Pair<&Side<'_>>) -> bool {
    let whole = |side: &Side<'_>| {
        unit_at(&side.words, 0).filter(|(length, _)| *length == side.words.len()).map(|(_, unit)| unit)
    };
    let units = sides.map(whole);
    units.old.zip(units.new).is_some_and(|(old, new)| old.is(new))
}

/// A sign that differs in the first letter only by its size, which is another power of ten, or millions and metres: `5 MW → 5 mW`,
/// `1.5 M → 1.5 m`.
pub fn other_prefix(sides: Pair<&Side<'_>>) -> Option<Alarm> {
    let is_it = sides.old.words.len() == 1 && sides.new.words.len() == 1 && is_other_prefix(sides);
    is_it.then(|| Alarm::strong(FlagKind::Unit, one(&sides.map(Side::shown))))
}

/// Whether two signs differ so, whatever stands behind them.
pub fn is_other_prefix(sides: Pair<&Side<'_>>) -> bool {
    /// The longest sign, in bytes: `mmol`.
    const LONG: usize = 4;
    let (Some(old), Some(new)) = (sides.old.words.first(), sides.new.words.first()) else { return false };
    let is_milli = |(prefix, _): (&str, &str)| prefix.eq_ignore_ascii_case("m");
    let parts = old.text.split_at_checked(1).zip(new.text.split_at_checked(1));
    parts.is_some_and(|(one, other)| is_milli(one) && is_milli(other) && one.0 != other.0 && one.1 == other.1)
        && old.text.len() <= LONG
        && sides.old.stands_by_number(old)
        && sides.new.stands_by_number(new)
        && !(is_mere_letter(sides.old) && is_mere_letter(sides.new))
}

/// Whether the first word of an edit multiplies an amount of money, whatever its size, or belongs to what is numbered: `€5 M`, `annex 5 M`.
pub fn is_mere_letter(side: &Side<'_>) -> bool {
    let (near, at) = (side.near(), side.place().0);
    let names = |at: usize| near[at].entry.is_some_and(|entry| entry.reference.is_some());
    let Some(number) = at.checked_sub(1).filter(|number| near[*number].kind == TokenKind::Number) else { return false };
    money::scale(near, number, at, side.lists).is_some() || number.checked_sub(1).is_some_and(names)
}

/// Whose money it is, where that is told in words, with or without a number: `in US dollars → in Canadian dollars`. Who says no more
/// than dollar or franc may mean the same one.
pub fn other_currency(sides: Pair<&Side<'_>>) -> Option<Alarm> {
    let is_part = |word: &Word<'_>| word.entry.is_some_and(|entry| entry.ends_unit || !entry.units.is_empty());
    let has_part = |side: &Side<'_>| side.any(Topics::AMOUNT, is_part);
    // Most edits have no word of a unit: what lies around them need not be read.
    if !has_part(sides.old) && !has_part(sides.new) {
        return None;
    }
    let (old, new) = currency(sides.old).zip(currency(sides.new))?;
    let reason = || format!("{} → {}", old.0.of(sides.old.text), new.0.of(sides.new.text));
    match (old.1 == new.1, std::ptr::eq(old.2, new.2)) {
        (_, false) if !old.2.is(new.2) => Some(Alarm::strong(FlagKind::Unit, reason())),
        (false, _) => Some(Alarm::hint(FlagKind::Unit, reason())),
        _ => None,
    }
}

/// The one currency that an edit touches: where it stands, of how many words it is, and which.
fn currency(side: &Side<'_>) -> Option<(Span, usize, &'static Unit)> {
    /// The longest name of one, in words.
    const MOST: usize = 5;
    let (near, (first, last)) = (side.near(), side.place());
    let (mut found, mut at) = (None, first.saturating_sub(MOST));
    while at <= last {
        let Some((length, unit)) = unit_at(near, at).filter(|(_, unit)| unit.is_money()) else {
            at += 1;
            continue;
        };
        let span = near[at].span.to(near[at + length - 1].span);
        at += length;
        // Where nothing stands on this side, the name is what lies beside.
        let is_touched = if first == last { at >= first } else { side.touches(span) };
        match found {
            _ if !is_touched => {}
            None => found = Some((span, length, unit)),
            Some(_) => return None,
        }
    }
    found
}

/// Whose dollar it is, where only the letters before its sign are the edit: `US$5 → HK$5`. Who says no more than dollar may mean the
/// American one.
pub fn other_dollar(sides: Pair<&Side<'_>>) -> Option<Alarm> {
    let (old, new) = country(sides.old).zip(country(sides.new))?;
    let reason = format!("{old}$ → {new}$");
    match (old, new) {
        _ if old == new => None,
        ("US", "") | ("", "US") => Some(Alarm::hint(FlagKind::Unit, reason)),
        _ => Some(Alarm::strong(FlagKind::Unit, reason)),
    }
}

/// The letters right before the sign of the dollar, where they are the edit.
fn country<'a>(side: &Side<'a>) -> Option<&'a str> {
    /// So many letters at most.
    const LONG: usize = 3;
    let at = side.words.last().map_or(side.edit.end, |word| word.span.end);
    let is_before = side.words.len() <= 1 && side.text[at..].starts_with('$');
    let word = side.words.first().map_or("", |word| word.text);
    (is_before && word.len() <= LONG && word.bytes().all(|letter| letter.is_ascii_uppercase())).then_some(word)
}

/// The unit whose sign is part of a number: `$5`, `30%`.
pub fn unit_in(number: &str) -> Option<&'static Unit> {
    let sign =
        number.chars().find(|letter| matches!(letter, '$' | '€' | '£' | '¥' | '₽' | '₴' | '֏' | '₹' | '%' | '‰'))?;
    UNITS.get(sign.encode_utf8(&mut [0; 4]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_of_a_kind_turn_into_each_other() {
        let of = |from: &str, to: &str| UNITS.get(from).zip(UNITS.get(to)).and_then(|(from, to)| from.in_units_of(to));
        assert_eq!(of("d", "h"), Some(24.0));
        assert_eq!(of("yr", "mo"), Some(12.0));
        assert_eq!(of("km", "kg"), None);
        assert_eq!(of("€", "$"), None);
        assert_eq!(of("bd", "d"), None);
    }
}
