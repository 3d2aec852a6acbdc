//! Dates: the 7th of December is the same in any language, and so is Monday.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use super::han;
use super::numerals::said;
use super::rendering::Rendering;
use super::stems::{Stems, fits, phrases};
use super::{Class, Finding, FlagKind};
use crate::compare::flags::date::{Date, Key, found, month};
use crate::compare::flags::side::{Side as Words, Word};
use crate::compare::word_lists::{self, word_list};
use crate::document::{Pair, Side, Span};

/// What the dates of a bead say, and where they stand: their numbers are no amounts.
#[derive(Debug, Default)]
pub struct Dates {
    /// The dates on both sides, in order.
    pub spans: Pair<Vec<Span>>,
    /// What differs.
    pub found: Vec<Finding>,
}

/// The days of the week by language, from 0.
static DAYS: LazyLock<BTreeMap<String, Stems<usize>>> = LazyLock::new(|| {
    let files: BTreeMap<String, Vec<String>> = word_lists::read(word_list!("checks/days"));
    let stems = |days: Vec<String>| {
        let mut stems = Stems::default();
        days.iter().enumerate().for_each(|(day, words)| stems.add(words, day));
        stems
    };
    files.into_iter().map(|(language, days)| (language, stems(days))).collect()
});

/// Phrases for the last day of something, by language, as words.
static ENDS: LazyLock<BTreeMap<String, Vec<Vec<String>>>> = LazyLock::new(|| {
    let files: BTreeMap<String, Vec<String>> = word_lists::read(word_list!("checks/ends"));
    files.into_iter().map(|(language, listed)| (language, phrases(&listed))).collect()
});

/// Stands for the name of a month in such a phrase.
const MONTH: &str = "MONTH";

/// Dates and days that do not correspond.
pub fn dates(rendering: &Rendering<'_>) -> Dates {
    let mut dates = calendar(rendering);
    dates.found.extend(days(rendering));
    dates
}

fn calendar(rendering: &Rendering<'_>) -> Dates {
    let Pair { old, new } = Pair::of(Side::Old, Side::New).map(|side| with_month(&rendering.sides[side]));
    if old.is_empty() && new.is_empty() {
        return Dates::default();
    }
    let values = Pair::of(Side::Old, Side::New).map(|side| said(&rendering.sides[side], rendering.languages[side]));
    let months = |dates: &[Date]| dates.iter().map(Date::month).collect::<BTreeSet<_>>();
    let months = Pair::of(months(&old), months(&new));
    let ends = Pair::of(Side::Old, Side::New).map(|side| tells_end(rendering, side));
    let is_lacking = |own: &&Date, there: Side| {
        let is_month = months[there].contains(&own.month()) || months[there].is_empty();
        let era = han::era(&rendering.text(there.other())[..own.span.start]);
        let is_said = |number: u32| {
            let is_year = |before: f64| values[there].has(before + f64::from(number));
            let is_end = || ends[there] && is_last(own.month(), number);
            values[there].has(f64::from(number)) || is_end() || era.is_some_and(is_year)
        };
        !(is_month && own.numbers().iter().all(|number| is_said(*number)))
    };
    let gone: Vec<&Date> = old.iter().filter(|date| is_lacking(date, Side::New)).collect();
    let come: Vec<&Date> = new.iter().filter(|date| is_lacking(date, Side::Old)).collect();
    let find = |reason| Finding::new(FlagKind::Date, Class::Substantive, reason);
    let mut findings = Vec::new();
    for at in 0..gone.len().max(come.len()) {
        findings.extend(match (gone.get(at), come.get(at)) {
            (Some(a), Some(b)) => {
                Some(find(format!("{} → {}", a.text, b.text)).at(Side::Old, a.span).at(Side::New, b.span))
            }
            // A month alone may be meant by `last month`.
            (Some(a), None) if !a.numbers().is_empty() => Some(find(format!("drops {}", a.text)).at(Side::Old, a.span)),
            (None, Some(b)) if !b.numbers().is_empty() => Some(find(format!("adds {}", b.text)).at(Side::New, b.span)),
            _ => None,
        });
    }
    let spans = |dates: &[Date]| dates.iter().map(|date| date.span).collect::<BTreeSet<_>>().into_iter().collect();
    Dates { spans: Pair::of(spans(&old), spans(&new)), found: findings }
}

/// Whether a side tells the last day of something: `the last day of February`.
fn tells_end(rendering: &Rendering<'_>, side: Side) -> bool {
    let words = rendering.words(side);
    let is_word = |phrase: &[String], at: usize| match phrase {
        [word] if word == MONTH => words.get(at).and_then(month).is_some(),
        word => fits(word, words, at),
    };
    let is_here = |phrase: &Vec<String>, first: usize| {
        phrase.chunks(1).enumerate().all(|(behind, word)| is_word(word, first + behind))
    };
    let ends = rendering.languages[side].and_then(|language| ENDS.get(language));
    ends.is_some_and(|ends| (0..words.len()).any(|at| ends.iter().any(|phrase| is_here(phrase, at))))
}

/// Whether a day may be the last one of a month.
fn is_last(month: Option<u8>, day: u32) -> bool {
    match month {
        Some(2) => (28..=29).contains(&day),
        Some(4 | 6 | 9 | 11) => day == 30,
        Some(_) => day == 31,
        None => false,
    }
}

/// The dates of one side whose month is known.
fn with_month(side: &Words<'_>) -> Vec<Date> {
    let mut dates = found(side);
    dates.retain(|date| matches!(date.key, Key::Calendar(..)));
    dates
}

/// A day of the week in the place of another.
fn days(rendering: &Rendering<'_>) -> Option<Finding> {
    let named = |side: Side| -> Vec<(usize, Span)> {
        let Some(days) = rendering.languages[side].and_then(|language| DAYS.get(language)) else { return Vec::new() };
        let day = |word: &Word<'_>| days.of(&word.lower).next().map(|day| (day, word.span));
        rendering.words(side).iter().filter_map(day).collect()
    };
    let (old, new) = (named(Side::Old), named(Side::New));
    let there: BTreeSet<usize> = new.iter().map(|(day, _)| *day).collect();
    let is_shared = old.iter().any(|(day, _)| there.contains(day));
    let ((_, a), (_, b)) = old.first().zip(new.first()).filter(|_| !is_shared)?;
    let reason = format!("{} → {}", a.of(rendering.text(Side::Old)), b.of(rendering.text(Side::New)));
    Some(Finding::new(FlagKind::Date, Class::Substantive, reason).at(Side::Old, *a).at(Side::New, *b))
}
