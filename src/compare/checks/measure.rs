//! What a number in digits counts: the unit in it, behind it or before it.

use super::numerals::Numbers;
use crate::compare::flags::side::{Side, Word};
use crate::compare::flags::unit::{UNITS, Unit, unit_at, unit_in};
use crate::document::{Span, is_spaceless};

/// The unit of a number, in it, behind it or before it, and where it stands.
pub fn unit(side: &Side<'_>, at: usize, behind: usize) -> Option<(&'static Unit, Span)> {
    let words = &side.words;
    // `a 5-year term`, `12 Mio. Euro`.
    let is_scaled = behind > at + 1;
    let joins = |word: &Word<'_>| word.text == "-" || is_scaled && matches!(&*word.lower, "." | "de" | "d'" | "of");
    let behind = behind + usize::from(words.get(behind).is_some_and(joins));
    let inside =
        || unit_in(words[at].text).or_else(|| unit_behind(side, &words[at].lower)).map(|unit| (unit, words[at].span));
    let after =
        || unit_at(words, behind).map(|(length, unit)| (unit, words[behind].span.to(words[behind + length - 1].span)));
    let begun = || words.get(behind).and_then(|word| Some((unit_that_begins(side, word)?, word.span)));
    let before = || {
        let before = at.checked_sub(1)?;
        let (length, unit) = unit_at(words, before)?;
        (length == 1 && unit.is_money()).then_some((unit, words[before].span))
    };
    inside().or_else(after).or_else(begun).or_else(before)
}

/// The unit whose name stands right behind a number, where words are parted in more ways than one: `300万美元`.
pub fn unspaced_unit(side: &Side<'_>, end: usize) -> Option<(&'static Unit, Span)> {
    /// The letters of the longest name.
    const NAME: usize = 4;
    let behind = &side.text[end..side.edit.end.max(end)];
    let letters = behind.char_indices().take(NAME).take_while(|(_, letter)| is_spaceless(*letter));
    let ends: Vec<usize> = letters.map(|(at, letter)| at + letter.len_utf8()).collect();
    let unit =
        |name: &str| side.lists.entry(name)?.units.iter().find(|(rest, _)| rest.is_empty()).map(|(_, unit)| *unit);
    ends.into_iter().rev().find_map(|length| Some((unit(&behind[..length])?, Span::new(end, end + length))))
}

/// The unit with which a word with hyphens begins: `40-mile-long`, `80-square-foot`, `500 Ft-ot`.
fn unit_that_begins(side: &Side<'_>, word: &Word<'_>) -> Option<&'static Unit> {
    let (first, parts) = word.lower.split_once('-')?;
    let units = &side.lists.entry(first)?.units;
    let is_here =
        |rest: &[String]| rest.len() <= parts.split('-').count() && rest.iter().eq(parts.split('-').take(rest.len()));
    units.iter().find(|(rest, _)| is_here(rest)).map(|(_, unit)| *unit)
}

/// The unit of a sign that stands for other words too: `300 т`, but not `300 т. п.`, and `300 г`, but not `1988 г`.
pub fn unit_by_sign(side: &Side<'_>, at: usize, numbers: &Numbers) -> Option<(&'static Unit, Span)> {
    let sign = side.words.get(at + 1)?;
    let unit = numbers.signs.get(sign.text).and_then(|unit| UNITS.get(unit.as_str()))?;
    let is_abbreviation = side.words.get(at + 2).is_some_and(|next| next.text == ".");
    let is_year = side.words[at].text.parse().is_ok_and(|year: u32| (1_000..2_100).contains(&year));
    (!is_abbreviation && !is_year).then_some((unit, sign.span))
}

/// The weight that the word of a currency may mean: `300 libras`.
pub fn weight(unit: &Unit, written: &str) -> Option<&'static Unit> {
    let is_word = || written.split(|letter: char| !letter.is_lowercase()).any(|word| word.chars().nth(3).is_some());
    UNITS.get("£").filter(|pound| unit.is(pound) && is_word()).and_then(|_| UNITS.get("lb"))
}

/// The unit that is written together with the number before it: `30km`, but not `the 90s`.
fn unit_behind(side: &Side<'_>, number: &str) -> Option<&'static Unit> {
    let sign = number.trim_start_matches(|letter: char| !letter.is_alphabetic());
    let units = &side.lists.entry(sign).filter(|_| sign.chars().nth(1).is_some())?.units;
    units.iter().find(|(rest, _)| rest.is_empty()).map(|(_, unit)| *unit)
}
