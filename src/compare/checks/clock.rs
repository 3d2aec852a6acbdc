//! Times of day: `19.30 Uhr` is `7:30 p.m.`, and not `7:30 a.m.`

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use super::numerals::{is_clock, noon, noon_sign};
use super::rendering::Rendering;
use super::{Class, Finding, FlagKind};
use crate::compare::flags::numeral::is_content;
use crate::compare::flags::side::Word;
use crate::document::{Pair, Side, Span, TokenKind};

/// The minutes of a day, and of a round of the clock.
const DAY: u32 = 24 * 60;
const ROUND: u32 = 12 * 60;

/// So many words behind a time of day may tell on which side of noon it lies: `7:30 in the evening`.
const BEHIND: usize = 3;
/// So many words before it: `abends um 7.30 Uhr`.
const BEFORE: usize = 2;

/// Languages in which a time of day with its minutes is told by 24 hours where no word says otherwise.
const PLAIN: [&str; 2] = ["de", "fr"];

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Time {
    /// Where it stands.
    pub span: Span,
    /// In minutes from midnight.
    minutes: u32,
    /// Whether it is told on which side of noon it lies.
    is_sure: bool,
    /// Whether a word tells that: `pm`.
    is_signed: bool,
    /// Whether it has minutes or words that tell the side of noon: `12 часов` may be so many hours.
    pub is_certain: bool,
}

impl Time {
    /// Whether two times of one language may be the same. Without a word for the side of noon on either
    /// side, both are told in one way.
    pub const fn is_same(self, other: Self) -> bool {
        let is_sure = self.is_sure && other.is_sure || self.is_signed == other.is_signed;
        let round = if is_sure { DAY } else { ROUND };
        self.minutes % round == other.minutes % round
    }

    /// What it has in common with all times that may be the same.
    const fn key(self, is_sure: bool) -> (bool, u32) {
        (is_sure, self.minutes % if is_sure { DAY } else { ROUND })
    }
}

/// Times of day that lie on the other side of noon.
pub(super) fn clock(rendering: &Rendering<'_>) -> Vec<Finding> {
    let all = Pair::of(Side::Old, Side::New).map(|side| times(&rendering.sides[side].words, rendering.languages[side]));
    let keys = all.as_ref().map(|times| times.iter().map(|time| time.key(time.is_sure)).collect::<FxHashSet<_>>());
    let lacking = |side: Side, there: Side| {
        let is_there = |time: Time| [true, false].iter().any(|is_sure| keys[there].contains(&time.key(*is_sure)));
        all[side].iter().copied().filter(|time| time.is_sure && !is_there(*time)).collect::<Vec<Time>>()
    };
    let (gone, come) = (lacking(Side::Old, Side::New), lacking(Side::New, Side::Old));
    let mut across: FxHashMap<u32, Time> = FxHashMap::default();
    for new in come {
        across.entry(new.minutes % ROUND).or_insert(new);
    }
    let mut found = Vec::new();
    for old in gone {
        let Some(new) = across.get(&(old.minutes % ROUND)) else { continue };
        let text = |side: Side, time: Time| time.span.of(rendering.text(side));
        let reason = format!("{} → {}", text(Side::Old, old), text(Side::New, *new));
        let finding = Finding::new(FlagKind::Number, Class::Substantive, reason);
        found.push(finding.at(Side::Old, old.span).at(Side::New, new.span));
    }
    found
}

/// The times of day among some words that are written in digits.
pub fn times(words: &[Word<'_>], language: Option<&str>) -> Vec<Time> {
    let is_plain = language.is_some_and(|language| PLAIN.contains(&language))
        && !(0..words.len())
            .any(|at| noon_sign(&words[at].lower, language).is_some() || noon(words, at, language).is_some());
    let numbers = (0..words.len()).filter(|at| words[*at].kind == TokenKind::Number);
    numbers.filter_map(|at| time(words, at, language, is_plain)).collect()
}

/// The time of day that begins at a number: `7:30`, `19.30 Uhr`, `19h30`, `7 p.m.`; a plain one is told by 24 hours.
fn time(words: &[Word<'_>], at: usize, language: Option<&str>, is_plain: bool) -> Option<Time> {
    let text = &*words[at].lower;
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let (hour, rest) = text.split_at(digits(text));
    let mark = rest.chars().next().filter(|mark| ".:h".contains(*mark));
    let rest = &rest[mark.map_or(0, char::len_utf8)..];
    let (minute, rest) = rest.split_at(digits(rest));
    let has_clock = words.get(at + 1).is_some_and(|next| is_clock(&next.lower, language));
    // `19 h 30`.
    let behind = words.get(at + 2).map(|word| word.text).filter(|text| has_clock && digits(text) == text.len());
    let (minute, end) = match behind.filter(|text| minute.is_empty() && text.len() == 2) {
        Some(minute) => (minute, at + 2),
        None => (minute, at + usize::from(has_clock)),
    };
    let is_bare = minute.is_empty() && end == at && mark.is_none();
    let half = sign(words, end, rest, language)
        .or_else(|| half(words, at..end, language).filter(|(_, span)| !is_bare || !counts(words, at, *span)));
    let is_time = mark == Some('h') || has_clock || half.is_some() || mark == Some(':') && !minute.is_empty();
    let is_written = (1..=2).contains(&hour.len()) && matches!(minute.len(), 0 | 2);
    let is_told = !minute.is_empty() && is_plain;
    let is_certain = half.is_some() || !minute.is_empty();
    let (hour, minute): (u32, u32) = (hour.parse().ok()?, minute.parse().unwrap_or(0));
    if !is_time || !is_written || hour > 24 || minute > 59 || !rest.is_empty() && half.is_none() {
        return None;
    }
    let round = if half.is_some() && hour <= 12 { hour % 12 } else { hour % 24 };
    let afternoon = if half.is_some_and(|(is_behind, _)| is_behind) && hour <= 12 { ROUND } else { 0 };
    let last = words[end].span;
    Some(Time {
        span: half.map_or(words[at].span.to(last), |(_, span)| words[at].span.to(last).to(span)),
        minutes: round * 60 + minute + afternoon,
        is_sure: half.is_some() || is_told || !(1..=12).contains(&hour),
        is_signed: half.is_some(),
        is_certain,
    })
}

/// Whether a number counts something rather than the hours: `12 morning sessions`, `12 sessions in the morning`. The words that tell the
/// side of noon end with `half`.
fn counts(words: &[Word<'_>], at: usize, half: Span) -> bool {
    let next = &words[at + 1..];
    let is_before = half.end <= words[at].span.start;
    let behind = next.iter().position(|word| word.span.start >= half.end).and_then(|at| next.get(at));
    let is_attribute = next
        .first()
        .is_some_and(|word| word.span.end == half.end && matches!(&*word.lower, "morning" | "afternoon" | "evening"));
    let is_content_between = next.iter().find(|word| is_before || word.span.end < half.end).is_some_and(is_content);
    is_content_between || is_attribute && behind.is_some_and(is_content)
}

/// Whether a time of day is told to lie behind noon, and where it and the words end that tell it. What stands across another number
/// tells it of that one.
fn half(words: &[Word<'_>], time: Range<usize>, language: Option<&str>) -> Option<(bool, Span)> {
    let behind = time.end + 1;
    let is_own = |at: &usize| words.get(*at).is_some_and(|word| word.kind != TokenKind::Number);
    // The word for hours may be one of those that tell it: `3 часа ночи`.
    let first = time.end + usize::from(words[time.end].kind == TokenKind::Number);
    let after = (first..behind + BEHIND).take_while(is_own);
    let before = (time.start.saturating_sub(BEFORE)..time.start).rev().take_while(is_own);
    // `From 11:00 in the morning to 1:00`: these words are of the time before them.
    let is_free = |at: &usize| words[at.saturating_sub(BEHIND)..*at].iter().all(|word| word.kind != TokenKind::Number);
    let near = after.chain(before.filter(is_free));
    let mut told = near.filter_map(|at| {
        let (is_behind, length) = noon(words, at, language)?;
        Some((is_behind, words[at + length - 1].span))
    });
    let (is_behind, span) = told.next()?;
    let is_one = told.all(|(other, _)| other == is_behind);
    is_one.then_some((is_behind, span))
}

/// The same by a sign: `7pm`, `7 p.m.`; `end` is the last word of the time.
fn sign(words: &[Word<'_>], end: usize, attached: &str, language: Option<&str>) -> Option<(bool, Span)> {
    if let Some(is_behind) = noon_sign(attached, language) {
        return Some((is_behind, words[end].span));
    }
    let lower = |at: usize| words.get(at).map_or("", |word| &*word.lower);
    let behind = end + 1;
    if let Some(is_behind) = noon_sign(lower(behind), language) {
        return Some((is_behind, words[behind].span));
    }
    let dotted = ["a", "p"].iter().position(|letter| lower(behind) == *letter && lower(behind + 1) == ".");
    if let (Some(letter), "m") = (dotted, lower(behind + 2)) {
        let point = words.get(behind + 3).filter(|point| point.text == ".");
        return Some((letter == 1, point.unwrap_or(&words[behind + 2]).span));
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::flags::lists::Lists;
    use crate::compare::flags::side::Side;

    #[track_caller]
    fn check(language: &'static str, text: &str, expected: &[(u32, bool)]) {
        let whole = Span::new(0, text.len());
        let side = Side::of(text, &[], whole, whole, Lists::of(Some(language)));
        let found: Vec<(u32, bool)> =
            times(&side.words, Some(language)).iter().map(|time| (time.minutes, time.is_sure)).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn a_time_ends_with_the_point_of_its_sign() {
        let text = "It begins at 2:30 a.m. and ends then.";
        let whole = Span::new(0, text.len());
        let side = Side::of(text, &[], whole, whole, Lists::of(Some("en")));
        let found: Vec<&str> = times(&side.words, Some("en")).iter().map(|time| time.span.of(text)).collect();
        assert_eq!(found, ["2:30 a.m."]);
    }

    #[test]
    fn times_of_day_are_read() {
        check("de", "um 19.30 Uhr", &[(19 * 60 + 30, true)]);
        check("de", "um 7.30 Uhr am Hafen, um 7 Uhr", &[(7 * 60 + 30, true), (7 * 60, false)]);
        check("de", "abends um 7.30 Uhr", &[(19 * 60 + 30, true)]);
        check("fr", "à 7 h 30 de l’après-midi", &[(19 * 60 + 30, true)]);
        check("en", "at 7:30", &[(7 * 60 + 30, false)]);
        check("fr", "à 19h30 et à 20 h", &[(19 * 60 + 30, true), (20 * 60, true)]);
        check("en", "at 7:30 a.m., 8pm and 12:15 p.m.", &[(450, true), (20 * 60, true), (12 * 60 + 15, true)]);
        check("en", "at 12:15 a.m.", &[(15, true)]);
        check("ru", "в 7 утра и в 19:30", &[(7 * 60, true), (19 * 60 + 30, true)]);
    }

    #[test]
    fn each_time_is_told_by_its_own_words() {
        check("en", "from 9:00 to 5:00 pm", &[(9 * 60, false), (17 * 60, true)]);
        check("en", "from 11:00 am to 1:00", &[(11 * 60, true), (60, false)]);
        check("en", "from 11:00 in the morning to 1:00", &[(11 * 60, true), (60, false)]);
        check("en", "at 8:30 I am leaving", &[(8 * 60 + 30, false)]);
        check("es", "a las 7:30 de la tarde", &[(19 * 60 + 30, true)]);
        check("es", "mañana a las 7:30", &[(7 * 60 + 30, false)]);
        check("es", "a las 7:30 o más tarde", &[(7 * 60 + 30, false)]);
    }

    #[test]
    fn other_numbers_are_no_times() {
        check("de", "19.30 Euro, 3:1, 30 Jahre, 2.10.2020", &[]);
        check("en", "a ratio of 16:305, 45h70", &[]);
    }
}
