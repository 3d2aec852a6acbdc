//! Numbers that are told in two parts: `4 млн 250 тыс.`, `2 km 300 m`, `4 m 20`, `8 h 45`.

use super::numerals::{HOUR, Numbers, Numeral};
use super::said::is_same;
use crate::compare::flags::side::Word;
use crate::compare::flags::unit::{UNITS, Unit};
use crate::document::TokenKind;

/// One number of two that stand in a row, of which the second has a scale or not.
pub fn joined(text: &str, high: &Numeral, low: &Numeral, is_scaled: bool) -> Option<Numeral> {
    let sum = is_scaled.then(|| sum(text, high, low)).flatten();
    sum.or_else(|| of_two_units(text, high, low))
}

/// One number of two: `4 млн 250 тыс.`
fn sum(text: &str, high: &Numeral, low: &Numeral) -> Option<Numeral> {
    let between = text.get(high.span.end..low.span.start)?;
    let (a, b) = (high.value()?, low.value()?);
    let is_joined = between.chars().all(|letter| letter == '.' || letter.is_whitespace());
    // The lower one counts less than one of what the higher one counts.
    let step = [1e12, 1e9, 1e6].into_iter().find(|step| a >= *step)?;
    let is_sum = is_joined && (1e3..step).contains(&b);
    let readings = vec![vec![a + b], vec![a, b]];
    is_sum.then(|| Numeral {
        span: high.span.to(low.span),
        whole: high.span.to(low.whole),
        unit: low.unit,
        or: low.or,
        readings,
    })
}

/// One amount in two units: `2 km 300 m` is 2.3 km.
fn of_two_units(text: &str, high: &Numeral, low: &Numeral) -> Option<Numeral> {
    let between = text.get(high.whole.end..low.span.start)?;
    let (a, b) = (high.value()?, low.value()?);
    let (large, small) = (high.unit?, low.unit?);
    let rest = b * small.in_units_of(large).filter(|_| !small.is(large))?;
    let is_sum = between.trim().is_empty() && a.fract() == 0.0 && rest > 0.0 && rest < 1.0;
    let mut readings = vec![vec![a + rest], vec![(a + rest) * b / rest]];
    // `19 ч 30 мин` may be 7:30.
    readings.extend(high.readings.iter().filter(|reading| reading.len() == 1).map(|reading| vec![reading[0], b]));
    is_sum.then(|| Numeral {
        span: high.span.to(low.span),
        whole: high.whole.to(low.whole),
        unit: high.unit,
        or: high.or,
        readings,
    })
}

/// A time that is told in hours or in minutes, in both: 105 minutes and 1.75 hours are 1 and 45.
pub fn hours_and_minutes(value: f64, unit: &Unit) -> Option<Vec<f64>> {
    let (hour, minute) = (UNITS.get("h")?, UNITS.get("min")?);
    let exact = value * unit.in_units_of(minute).filter(|_| unit.is(hour) || unit.is(minute))?;
    let minutes = exact.round();
    let (hours, rest) = ((minutes / 60.0).floor(), minutes % 60.0);
    (is_same(exact, minutes) && hours > 0.0 && rest > 0.0).then(|| vec![hours, rest])
}

/// What two numbers are worth with their unit between them, of which this is one: `2 fr. 70`, `4 m 20`.
pub fn parted(words: &[Word<'_>], at: usize) -> Option<f64> {
    const BETWEEN: [&str; 8] = ["fr", "frs", "f", "kr", "m", "€", "米", "元"];
    let value = |at: usize| words.get(at).filter(|word| word.kind == TokenKind::Number)?.text.parse::<f64>().ok();
    let of = |first: usize| {
        words.get(first + 1).filter(|word| BETWEEN.contains(&&*word.lower))?;
        let point = usize::from(words.get(first + 2).is_some_and(|word| word.text == "."));
        let second = first + 2 + point;
        let hundredths = value(second).filter(|_| words[second].text.len() == 2)?;
        (first == at || second == at).then_some(value(first)? + hundredths / 100.0)
    };
    [Some(at), at.checked_sub(2), at.checked_sub(3)].into_iter().flatten().find_map(of)
}

/// The hour and the minutes of a time whose sign stands between them, of which this is the hour: `8 h 45`.
pub fn hour_and_minutes(words: &[Word<'_>], at: usize, numbers: &Numbers) -> Option<Vec<f64>> {
    let value = |at: usize| words.get(at).filter(|word| word.kind == TokenKind::Number)?.text.parse::<f64>().ok();
    let sign = words.get(at + 1)?;
    let (hour, minutes) = (value(at)?, value(at + 2)?);
    let is_time = hour <= 24.0 && minutes < 60.0 && words[at + 2].text.len() == 2;
    (is_time && (sign.lower == HOUR || numbers.hours.has(&sign.lower))).then(|| vec![hour, minutes])
}
