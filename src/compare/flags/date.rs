//! Dates: days with their months and years, whole, even where the edit is only one of these words; compared by value.

use std::ops::Range;

use super::editorial::one;
use super::markup::is_markup;
use super::phrase::apart;
use super::side::{Side, Word};
use super::topics::Topics;
use super::{Alarm, FlagKind};
use crate::document::{Pair, Span, TokenKind};

/// What the dates of an edit say, and where they stand: their numbers are no amounts.
#[derive(Debug, Default)]
pub struct Dates {
    /// Why they matter.
    pub alarm: Option<Alarm>,
    /// The dates on both sides.
    pub spans: Pair<Vec<Span>>,
}

/// A date as it is written and what it means.
#[derive(Clone, Debug)]
pub struct Date {
    /// Where it stands.
    pub span: Span,
    /// As it is written.
    pub text: String,
    /// What it means.
    pub key: Key,
}

impl Date {
    /// Its month, where it names one.
    pub const fn month(&self) -> Option<u8> {
        match self.key {
            Key::Calendar(month, _) => Some(month),
            Key::Text(_) => None,
        }
    }

    /// Its day and year, where it names them.
    pub fn numbers(&self) -> &[u32] {
        match &self.key {
            Key::Calendar(_, numbers) => numbers,
            Key::Text(_) => &[],
        }
    }
}

/// What a date means: dates with equal keys are the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Key {
    /// The month, and the numbers around it (day and year) in ascending order.
    Calendar(u8, Vec<u32>),
    /// As it is written.
    Text(String),
}

/// Words that may stand between the parts of a date.
const BETWEEN: [&str; 8] = [",", ".", "of", "de", "del", "the", "year", "d'"];

/// The dates that an edit touches.
pub fn dates(sides: Pair<&Side<'_>>) -> Dates {
    if !is_near(sides.old) && !is_near(sides.new) {
        return Dates::default();
    }
    let found = sides.map(found);
    let (mut gone, mut come) = apart(&found.old, &found.new, |old, new| old.key == new.key);
    // Of `30 June → June 30` the edit is only a part, beside the date that stays.
    stay(sides.new, &mut gone);
    stay(sides.old, &mut come);
    let reason = match (gone.first(), come.first()) {
        (Some(old), Some(new)) => Some(format!("{} → {}", old.text, new.text)),
        _ if is_other_month(sides) => Some(one(&sides.map(Side::shown))),
        (None, Some(new)) => Some(format!("adds {}", new.text)),
        (Some(old), None) => Some(format!("drops {}", old.text)),
        (None, None) => None,
    };
    let alarm = reason.map(|reason| Alarm::strong(FlagKind::Date, reason));
    Dates { alarm, spans: found.map(|found| found.into_iter().map(|date| date.span).collect()) }
}

/// Whether a month stands in the place of another, each without its day: then both are months, even such as are words of their own.
fn is_other_month(sides: Pair<&Side<'_>>) -> bool {
    let months = sides.map(|side| match side.words.as_slice() {
        [only] => month(only),
        _ => None,
    });
    months.old.zip(months.new).is_some_and(|(old, new)| old != new)
}

/// The date that both sides are, written in another way, and nothing else; or of which words only changed places: of
/// `1 May 2026 → May 1, 2026` the month comes and goes.
pub fn same_date(sides: Pair<&Side<'_>>) -> Option<String> {
    let is_whole = |side: &Side<'_>, date: &Date| {
        side.words.iter().all(|word| date.span.start <= word.span.start && word.span.end <= date.span.end)
    };
    let is_turned = match (is_near(sides.old), is_near(sides.new)) {
        (false, false) => return None,
        (old, new) => old != new,
    };
    let dates = sides.map(|side| if is_turned { beside(side).collect() } else { found(side) });
    match (dates.old.as_slice(), dates.new.as_slice()) {
        ([a], [b]) if a.key == b.key && is_whole(sides.old, a) && is_whole(sides.new, b) => {
            Some(if is_turned { format!("{} → {}", a.text, b.text) } else { one(&sides.map(Side::shown)) })
        }
        _ => None,
    }
}

fn is_near(side: &Side<'_>) -> bool {
    let counts = |word: &Word<'_>| word.kind == TokenKind::Number || month(word).is_some() || is_day(word);
    side.any(Topics::DIGITS | Topics::DAY, counts)
}

/// The month that a word names. The month of May has a capital; `8 may` is none.
pub fn month(word: &Word<'_>) -> Option<u8> {
    let entry = word.entry?;
    entry.month.filter(|_| entry.phrases.is_empty() || word.is_capitalised())
}

pub fn is_day(word: &Word<'_>) -> bool {
    word.entry.is_some_and(|entry| entry.is_day)
}

/// The dates of one side that its edit touches.
pub fn found(side: &Side<'_>) -> Vec<Date> {
    beside(side).filter(|date| side.touches(date.span)).collect()
}

/// Leaves out the dates of one side that stand on the other one too, beside the edit.
fn stay(other: &Side<'_>, dates: &mut Vec<Date>) {
    if !dates.is_empty() {
        let staying: Vec<Key> = beside(other).filter(|date| !other.touches(date.span)).map(|date| date.key).collect();
        dates.retain(|date| !staying.contains(&date.key));
    }
}

/// The dates of one side in the edit or right beside it, a space aside.
fn beside(side: &Side<'_>) -> impl Iterator<Item = Date> {
    let words = side.near();
    let dates = (0..words.len()).filter_map(|at| date_at(words, at));
    dates.filter_map(|range| {
        let span = words[range.start].span.to(words[range.end - 1].span);
        let is_beside = span.start <= side.edit.end + 1 && side.edit.start <= span.end + 1;
        if !is_beside || is_markup(side.text, words[range.start].span) {
            return None;
        }
        let text = span.of(side.text).split_whitespace().collect::<Vec<_>>().join(" ");
        let key = key(&words[range]).unwrap_or_else(|| Key::Text(text.to_lowercase()));
        Some(Date { span, text, key })
    })
}

fn key(words: &[Word<'_>]) -> Option<Key> {
    if let [only] = words {
        return numeric(only.text);
    }
    let signed = || (0..words.len()).find_map(|at| signed_month(words, at));
    let month = words.iter().find_map(month).or_else(signed)?;
    let number = |text: &str| text.trim_end_matches(|letter: char| !letter.is_ascii_digit()).parse().ok();
    let mut numbers = Vec::new();
    let is_other = |at: &usize| words[*at].kind == TokenKind::Number && signed_month(words, *at).is_none();
    for at in (0..words.len()).filter(is_other) {
        // `March 3-4`, but not `March 2020-21`.
        let text = words[at].text;
        match text.split_once('-').filter(|days| days.0.len() <= 2 && days.1.len() <= 2) {
            Some((first, last)) => numbers.extend([number(first)?, number(last)?]),
            None => numbers.push(number(text)?),
        }
    }
    numbers.sort_unstable();
    Some(Key::Calendar(month, numbers))
}

/// The words of the date around a month or day's name, or of one in digits.
fn date_at(words: &[Word<'_>], at: usize) -> Option<Range<usize>> {
    let word = &words[at];
    if is_numeric(word.text) || is_day(word) {
        return Some(at..at + 1);
    }
    if signed_month(words, at).is_some() {
        return Some(signed(words, at));
    }
    month(word)?;
    let is_number = |index: usize| words.get(index).is_some_and(|word| word.kind == TokenKind::Number);
    let is_between = |index: usize| words.get(index).is_some_and(|word| BETWEEN.contains(&&*word.lower));
    let start = match at {
        _ if at >= 1 && is_number(at - 1) => at - 1,
        _ if at >= 2 && is_between(at - 1) && is_number(at - 2) => at - 2,
        _ => at,
    };
    let mut end = at + 1;
    while end < at + 5 {
        if is_number(end) {
            end += 1;
        } else if is_between(end) && is_number(end + 1) {
            end += 2;
        } else {
            break;
        }
    }
    // `may` and `march` are words of their own; a month with a number is a date, one with a capital behind a grammar word too.
    let is_led = at.checked_sub(1).is_some_and(|before| words[before].entry.is_some_and(|entry| entry.is_light));
    let is_sure = end - start > 1 || word.text.chars().count() > 5 || word.is_capitalised() && is_led;
    is_sure.then_some(start..end)
}

/// The month whose number stands before its sign: `12月`.
fn signed_month(words: &[Word<'_>], at: usize) -> Option<u8> {
    let month = words[at].text.parse().ok().filter(|month| (1..=12).contains(month));
    month.filter(|_| has_sign(words, at + 1, &['月']))
}

/// The words of the date around a month with its sign: `1988年12月7日`.
fn signed(words: &[Word<'_>], at: usize) -> Range<usize> {
    let is_number = |at: usize| words.get(at).is_some_and(|word| word.kind == TokenKind::Number);
    let year = at.checked_sub(2).filter(|year| is_number(*year) && has_sign(words, year + 1, &['年']));
    let has_day = is_number(at + 2) && has_sign(words, at + 3, &['日', '号']);
    year.unwrap_or(at)..if has_day { at + 4 } else { at + 2 }
}

fn has_sign(words: &[Word<'_>], at: usize, signs: &[char]) -> bool {
    words.get(at).is_some_and(|word| word.text.starts_with(signs))
}

/// Whether a number is a date in digits: `2026-05-01`, `1.5.2026`, `01/05/2026`.
pub fn is_numeric(text: &str) -> bool {
    if text.len() < 6 || !text.as_bytes()[0].is_ascii_digit() {
        return false;
    }
    let parts: Vec<&str> = text.split(['-', '.', '/']).collect();
    let [first, middle, last] = parts.as_slice() else { return false };
    let is_digits =
        |part: &str, lengths: &[usize]| lengths.contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    is_digits(middle, &[1, 2])
        && (is_digits(first, &[4]) && is_digits(last, &[1, 2]) || is_digits(first, &[1, 2]) && is_digits(last, &[2, 4]))
}

/// What a date in digits means, where there is no doubt: the year first, points between (then the day is first), or a day that is no month.
fn numeric(text: &str) -> Option<Key> {
    if !is_numeric(text) {
        return None;
    }
    let mut parts = text.split(['-', '.', '/']).map(str::parse::<u32>);
    let (first, middle, last) = (parts.next()?.ok()?, parts.next()?.ok()?, parts.next()?.ok()?);
    let month = |number: u32| u8::try_from(number).ok().filter(|month| (1..=12).contains(month));
    let is_day_first = first > 12 || text.contains('.');
    let (month, mut numbers) = match (month(first), month(middle)) {
        (_, Some(month)) if is_day_first => (month, vec![first, last]),
        (Some(month), None) => (month, vec![middle, last]),
        _ => return None,
    };
    numbers.sort_unstable();
    Some(Key::Calendar(month, numbers))
}
