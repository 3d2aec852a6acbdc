//! Numbers of one side: those in digits, each with all that it may be worth, and all that words and signs say.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::han;
use super::measure::{unit, unit_by_sign, unspaced_unit, weight};
use super::readings::{fraction, readings};
use super::roman::roman;
use super::said::Said;
use super::scales::{range_scale, scale};
use super::stems::{Stems, fits, phrases};
use super::sums::{hour_and_minutes, hours_and_minutes, joined, parted};
use crate::compare::flags::lists::Lists;
use crate::compare::flags::markup::is_markup;
use crate::compare::flags::numeral::{compound, numeral_at};
use crate::compare::flags::side::{Side, Word};
use crate::compare::flags::unit::Unit;
use crate::compare::word_lists::{self, word_list};
use crate::document::{Span, TokenKind};

/// The sign of hours, in every language.
pub const HOUR: &str = "h";

/// A number in digits.
#[derive(Clone, Debug)]
pub struct Numeral {
    /// Where it stands, with the word that multiplies it.
    pub span: Span,
    /// The same with its unit.
    pub whole: Span,
    /// Its unit.
    pub unit: Option<&'static Unit>,
    /// The other unit that its word may mean: pounds are money or a weight.
    pub or: Option<&'static Unit>,
    /// All that it may mean, the likeliest first: `17:30` is two numbers, 17 and 30, or 5 and 30.
    pub readings: Vec<Vec<f64>>,
}

/// The words for numbers of a language.
#[derive(Debug, Default)]
pub struct Numbers {
    words: Stems<f64>,
    /// Words that multiply the number before them.
    pub scales: Stems<f64>,
    multiples: Stems<f64>,
    clock: Stems<()>,
    /// Words that make the number before them an hour.
    pub hours: Stems<()>,
    am: Stems<()>,
    pm: Stems<()>,
    /// Phrases, as words.
    forenoon: Vec<Vec<String>>,
    afternoon: Vec<Vec<String>>,
    minus: Stems<()>,
    /// Signs of units that stand for other words too.
    pub signs: BTreeMap<String, String>,
}

#[derive(Deserialize)]
struct File {
    #[serde(default)]
    scales: BTreeMap<String, String>,
    #[serde(default)]
    multiples: BTreeMap<String, String>,
    #[serde(default)]
    clock: String,
    #[serde(default)]
    hours: String,
    #[serde(default)]
    am: String,
    #[serde(default)]
    pm: String,
    #[serde(default)]
    forenoon: Vec<String>,
    #[serde(default)]
    afternoon: Vec<String>,
    #[serde(default)]
    minus: String,
    #[serde(default)]
    signs: BTreeMap<String, String>,
    #[serde(flatten)]
    words: BTreeMap<String, String>,
}

static NUMBERS: LazyLock<BTreeMap<String, Numbers>> = LazyLock::new(|| {
    let files: BTreeMap<String, File> = word_lists::read(word_list!("checks/numerals"));
    files.into_iter().map(|(language, file)| (language, Numbers::of(&file))).collect()
});
static NONE: LazyLock<Numbers> = LazyLock::new(Numbers::default);

impl Numbers {
    fn of(file: &File) -> Self {
        let mut numbers = Self::default();
        let lists = [
            (&file.words, &mut numbers.words),
            (&file.scales, &mut numbers.scales),
            (&file.multiples, &mut numbers.multiples),
        ];
        for (words, to) in lists {
            for (value, words) in words {
                value.parse().into_iter().for_each(|value| to.add(words, value));
            }
        }
        numbers.clock.add(&file.clock, ());
        numbers.hours.add(&file.hours, ());
        numbers.am.add(&file.am, ());
        numbers.pm.add(&file.pm, ());
        (numbers.forenoon, numbers.afternoon) = (phrases(&file.forenoon), phrases(&file.afternoon));
        numbers.minus.add(&file.minus, ());
        numbers.signs.clone_from(&file.signs);
        numbers
    }
}

/// Whether the words for numbers of a language are known.
pub fn has_words(language: Option<&str>) -> bool {
    language.is_some_and(|language| NUMBERS.contains_key(language))
}

fn numbers(language: Option<&str>) -> &'static Numbers {
    language.and_then(|language| NUMBERS.get(language)).unwrap_or(&NONE)
}

/// The numbers in digits of one side.
pub fn numerals(side: &Side<'_>, language: Option<&str>) -> Vec<Numeral> {
    let numbers = numbers(language);
    let may_be_negative = side.words.iter().any(|word| numbers.minus.has(&word.lower));
    let mut found = Vec::new();
    for (at, word) in side.words.iter().enumerate() {
        let is_half = |word: &Word<'_>| fraction(word.text).is_some_and(|(whole, _)| whole.is_empty());
        let goes_on = is_half(word) && at.checked_sub(1).is_some_and(|at| side.words[at].kind == TokenKind::Number);
        // The hundred of `3 p. 100` is a part of its unit.
        let is_of_unit = found.last().is_some_and(|before: &Numeral| word.span.start < before.whole.end);
        if word.kind != TokenKind::Number || goes_on || is_of_unit || is_markup(side.text, word.span) {
            continue;
        }
        let (scale, behind) = scale(&side.words, at, numbers, side.lists);
        let mut readings = readings(word.text, side.lists);
        let multiple = side.words.get(at + 1).and_then(|next| numbers.multiples.of(&next.lower).last());
        if let (Some(times), Some([value])) = (multiple, readings.first().map(Vec::as_slice)) {
            readings.push(vec![value * times]);
        }
        readings.extend(century(&side.words, at, numbers));
        // `1 ½` is one number, and so is each of its parts.
        let next = side.words.get(at + 1).and_then(|next| fraction(next.text)).filter(|(whole, _)| whole.is_empty());
        if let (Some((_, more)), Some([value])) = (next, readings.first().map(Vec::as_slice)) {
            readings.push(vec![value + more]);
        }
        if let Some(scale) = scale {
            readings.iter_mut().for_each(|reading| reading.iter_mut().for_each(|value| *value *= scale));
        } else if let Some(scale) = range_scale(&side.words, at, numbers, side.lists) {
            let scaled = |reading: &Vec<f64>| reading.iter().map(|value| value * scale).collect();
            let scaled: Vec<Vec<f64>> = readings.iter().map(scaled).collect();
            readings.extend(scaled);
        }
        readings.extend(parted(&side.words, at).map(|value| vec![value]));
        readings.extend(hour_and_minutes(&side.words, at, numbers));
        if is_hour(&side.words, at, numbers) {
            let hour = readings.first().filter(|reading| reading.len() == 1).map(|reading| reading[0]);
            readings.extend(hour.filter(|hour| (13.0..=24.0).contains(hour)).map(|hour| vec![hour - 12.0]));
        }
        if may_be_negative {
            let below = readings.first().filter(|reading| reading.len() == 1).map(|reading| vec![-reading[0]]);
            readings.extend(below);
        }
        let mut end = side.words[behind - 1].span.end;
        if let Some((run, value, goes_on)) = han::around(side.text, word.span) {
            if goes_on {
                readings.clear();
            }
            readings.push(vec![value]);
            end = end.max(run);
        }
        readings.extend(han::around_digits(side.text, word.span).into_iter().map(|value| vec![value]));
        let span = Span::new(word.span.start, end);
        let sign = || unit_by_sign(side, at, numbers);
        let (unit, whole) = match unit(side, at, behind).or_else(sign).or_else(|| unspaced_unit(side, end)) {
            Some((unit, part)) => (Some(unit), span.to(part)),
            None => (None, span),
        };
        let value = readings.first().filter(|reading| reading.len() == 1).map(|reading| reading[0]);
        readings.extend(value.zip(unit).and_then(|(value, unit)| hours_and_minutes(value, unit)));
        let or = unit.and_then(|unit| weight(unit, whole.of(side.text)));
        let one = Numeral { span, whole, unit, or, readings };
        match found.last().and_then(|before| joined(side.text, before, &one, scale.is_some())) {
            Some(sum) => {
                found.pop();
                found.push(sum);
            }
            None => found.push(one),
        }
    }
    found
}

/// The decades of the century that a number counts: `20世纪` is in the 1950s too.
fn century(words: &[Word<'_>], at: usize, numbers: &Numbers) -> Vec<Vec<f64>> {
    let end = words[at].text.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(words[at].text.len());
    let number = words[at].text[..end].parse::<u32>().ok().filter(|number| (2..=21).contains(number));
    let behind = at + 1 + usize::from(words.get(at + 1).is_some_and(|point| point.text == "."));
    let is_century = words.get(behind).is_some_and(|word| numbers.multiples.of(&word.lower).last() == Some(100.0));
    let first = number.filter(|_| is_century).map(|number| f64::from(number - 1) * 100.0);
    first.into_iter().flat_map(|first| (0..10).map(move |decade| vec![first + 10.0 * f64::from(decade)])).collect()
}

/// Whether a number is an hour of the day, alone or at the beginning of a range: `22 bis 6 Uhr`.
fn is_hour(words: &[Word<'_>], at: usize, numbers: &Numbers) -> bool {
    let attached = words[at].lower.trim_start_matches(|letter: char| !letter.is_alphabetic());
    let is_clock = |word: &str| is_hour_sign(word) || numbers.hours.has(word);
    is_clock(attached) || words.iter().skip(at + 1).take(3).any(|word| is_clock(&word.lower))
}

/// Whether a word in lower case makes the number before it an hour of the day.
pub fn is_clock(word: &str, language: Option<&str>) -> bool {
    is_hour_sign(word) || numbers(language).hours.has(word)
}

/// Whether a word is a sign of hours in every language that has it: `17h`, `17時`.
fn is_hour_sign(word: &str) -> bool {
    word == HOUR || word.starts_with('時')
}

/// Whether a word in lower case is a sign for the time behind noon, or before it, right behind a time of day.
pub fn noon_sign(word: &str, language: Option<&str>) -> Option<bool> {
    let numbers = numbers(language);
    if numbers.pm.has(word) { Some(true) } else { numbers.am.has(word).then_some(false) }
}

/// Whether the words at a place tell that a time of day lies behind noon, or before it, and how many they are.
pub fn noon(words: &[Word<'_>], at: usize, language: Option<&str>) -> Option<(bool, usize)> {
    let numbers = numbers(language);
    let find = |listed: &[Vec<String>]| listed.iter().find(|phrase| fits(phrase, words, at)).map(Vec::len);
    let afternoon = find(&numbers.afternoon).map(|length| (true, length));
    afternoon.or_else(|| find(&numbers.forenoon).map(|length| (false, length)))
}

/// All values that the words and signs of one side say, digits inside of names and Roman numerals too.
pub fn said(side: &Side<'_>, language: Option<&str>) -> Said {
    let numbers = numbers(language);
    let mut values: Vec<f64> = numerals(side, language).into_iter().flat_map(|one| one.readings).flatten().collect();
    for (at, word) in side.words.iter().enumerate().filter(|(_, word)| word.kind == TokenKind::Word) {
        values.extend(numeral_at(&side.words, at, side.lists).and_then(|(_, value)| value));
        values.extend(numbers.words.of(&word.lower));
        values.extend(begun_by_scale(&side.words, at, side.lists));
        for part in word.lower.split('-').skip(1) {
            values.extend(numbers.words.of(part));
        }
        values.extend(compound(&word.lower, side.lists).filter(|one| one.parts > 1).map(|one| one.value));
        values.extend(roman(word.text));
        let groups = word.text.split(|letter: char| !letter.is_ascii_digit());
        values.extend(groups.filter_map(|group| group.parse::<f64>().ok()));
        values.extend(word.entry.and_then(|entry| entry.month).map(f64::from));
    }
    values.extend(han::all(side.edit.of(side.text)));
    let more = multiplied(side, &values, numbers);
    values.extend(more);
    Said::of(values)
}

/// What a number is worth whose first word is the name of a scale: `сто тысяч`, `cent vingt-cinq mille`, `mille deux cents`.
fn begun_by_scale(words: &[Word<'_>], at: usize, lists: &Lists) -> Option<f64> {
    let scale = |at: usize| words.get(at).and_then(|word| word.entry?.scale);
    let first = scale(at)?;
    if let Some(second) = scale(at + 1).filter(|second| *second > first) {
        return Some(first * second);
    }
    let (_, rest) = numeral_at(words, at + 1, lists)?;
    let rest = rest.filter(|rest| *rest >= 1.0)?;
    let counted = [1e9, 1e6, 1e3, 1.0].into_iter().find(|scale| rest >= *scale)?;
    (rest / counted < first).then_some(first * counted + rest)
}

/// What a word in lower case may say, itself or by its beginning.
pub fn word_values<'a>(word: &'a str, language: Option<&str>) -> impl Iterator<Item = f64> + 'a {
    numbers(language).words.of(word)
}

/// What values are worth by words for fractions and multiples: `a quarter` is 25 per cent, `anderthalb Stunden` are 90 minutes, `two
/// decades` are 20 years.
fn multiplied(side: &Side<'_>, values: &[f64], numbers: &Numbers) -> Vec<f64> {
    /// Hundredths, thousandths, minutes, hours and months of one.
    const PARTS: [f64; 5] = [100.0, 1_000.0, 60.0, 24.0, 12.0];
    let words = side.words.iter().filter(|word| word.kind == TokenKind::Word);
    let (mut fractions, mut multiples) = (Vec::new(), Vec::new());
    for word in words {
        fractions.extend(numbers.words.of(&word.lower).filter(|value| *value > 0.0 && value.fract() > 0.0));
        multiples.extend(numbers.multiples.of(&word.lower));
    }
    let (fractions, multiples) = (Said::of(fractions), Said::of(multiples));
    let counts: Vec<f64> = values.iter().copied().filter(|value| (1.0..=20.0).contains(value)).chain([1.0]).collect();
    let mut found = Vec::new();
    for count in Said::of(counts).values() {
        found.extend(multiples.values().map(|times| count * times));
        // `Two and a half`.
        found.extend(fractions.values().filter(|fraction| *fraction < 1.0).map(|fraction| count + fraction));
        for fraction in fractions.values().map(|fraction| count * fraction) {
            let parts = PARTS.map(|parts| fraction * parts);
            found.extend(parts.into_iter().flat_map(|part| [part, part.floor(), part.round()]));
        }
    }
    found.extend(parts_of_scales(side, &fractions, &found, numbers));
    found
}

/// What scales are worth by fractions: `half a million`, `two and a half million`, `félmillió`.
fn parts_of_scales(side: &Side<'_>, fractions: &Said, counted: &[f64], numbers: &Numbers) -> Vec<f64> {
    let scale = |word: &str| numbers.scales.of(word).last().filter(|scale| *scale >= 1e3);
    let inside = |word: &str| {
        let is_fraction = numbers.words.of(word).any(|value| value.fract() > 0.0);
        let ends = || word.char_indices().skip(1).find_map(|(at, _)| scale(&word[at..]));
        if is_fraction { ends() } else { None }
    };
    let scales: Vec<f64> =
        side.words.iter().filter_map(|word| scale(&word.lower).or_else(|| inside(&word.lower))).collect();
    if scales.is_empty() {
        return Vec::new();
    }
    let parts: Vec<f64> =
        fractions.values().chain(counted.iter().copied().filter(|value| value.fract() > 0.0)).collect();
    Said::of(scales).values().flat_map(|scale| parts.iter().map(move |part| part * scale)).collect()
}

/// Whether a side has a word by which a time of day is told from another hour: `halb acht` is 7:30, `без четверти девять` 8:45.
pub fn tells_time(side: &Side<'_>, language: Option<&str>) -> bool {
    side.words.iter().any(|word| numbers(language).clock.has(&word.lower))
}

impl Numeral {
    /// All units that it may have.
    pub fn units(&self) -> impl Iterator<Item = &'static Unit> {
        self.unit.into_iter().chain(self.or)
    }

    /// What it most likely is worth, where it is one number.
    pub fn value(&self) -> Option<f64> {
        self.readings.first().filter(|reading| reading.len() == 1).map(|reading| reading[0])
    }

    /// Whether it may be a time of day between two full hours that words tell: `7:30`, `8.45`.
    pub fn is_part_of_hour(&self) -> bool {
        let is_time = |reading: &Vec<f64>| match reading.as_slice() {
            [hour, minute] => *hour < 25.0 && [15.0, 30.0, 45.0].contains(minute),
            _ => false,
        };
        self.readings.iter().any(is_time)
    }
}

#[cfg(test)]
mod tests;
