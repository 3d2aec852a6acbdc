//! Periods: what they run from or up to, another one without a number, and what is due once in each.

use super::content::is_kin;
use super::editorial::one;
use super::lists::{Entry, Listed, Phrase};
use super::moment::NEUTRAL;
use super::numeral::is_content;
use super::opposite::only;
use super::side::{Side, Word, before, lower};
use super::unit::{Unit, is_currency, unit_at};
use super::{Alarm, FlagKind};
use crate::document::{Pair, TokenKind};

/// No more words than this stand between a period and what it runs from.
const BETWEEN: usize = 4;
/// A replacement of more words than this, on either side, puts more than what a period runs from in another's place.
const FEW: usize = 3;
/// What it runs from comes or goes in no more words than this.
const CLAUSE: usize = 8;

/// A period without a number in the place of another: `a month → a year`.
pub fn other(sides: Pair<&Side<'_>>) -> Option<Alarm> {
    let unit =
        |side: &Side<'_>| only(side)?.entry?.units.iter().find(|(rest, _)| rest.is_empty()).map(|(_, unit)| *unit);
    let (old, new): (&Unit, &Unit) = (unit(sides.old)?, unit(sides.new)?);
    let are_other = old.is_of_calendar() && new.is_of_calendar() && !old.is(new);
    (are_other && is_one(sides.old)).then(|| Alarm::strong(FlagKind::Unit, one(&sides.map(Side::shown))))
}

/// Whether a unit stands for one of it: behind an indefinite article or a word that says something, but not in `that day`.
fn is_one(side: &Side<'_>) -> bool {
    let is_indefinite = |word: &Word<'_>| {
        side.lists.indefinite.contains(&*word.lower) || word.entry.is_some_and(|entry| entry.number == Some(1.0))
    };
    let is_inside = side.words.iter().any(is_indefinite);
    let is_before = |word: &Word<'_>| is_indefinite(word) || is_content(word);
    is_inside || side.near_before().last().is_some_and(is_before)
}

/// What is due or holds once in each period came or went behind an amount: `500 euros per day → 500 euros`.
pub fn rate(sides: Pair<&Side<'_>>) -> Option<Alarm> {
    let (side, verb) = alone(sides)?;
    let is_rate = |side: &Side<'_>| {
        side.found.first().is_some_and(|found| found.listed == Listed::Deadline && found.length == side.words.len())
    };
    let first = side.words.first()?;
    (side.words.len() > 1 && is_rate(side) && stands_behind_amount(side, first))
        .then(|| Alarm::strong(FlagKind::Unit, format!("{verb} {}", side.shown())))
}

/// What a period runs from: `30 days of receipt → the invoice`, and whether it is said: `within 30 days → within 30 days from signature`.
pub fn start(sides: Pair<&Side<'_>>) -> Option<Alarm> {
    if let Some((side, verb)) = alone(sides) {
        let period = led_by_period(side, 0).filter(|_| side.size() <= CLAUSE && begins_count(side))?;
        return Some(Alarm::strong(FlagKind::Date, format!("{period}: {verb} {}", side.shown())));
    }
    let is_few = |side: &Side<'_>| (1..=FEW).contains(&side.size()) && side.words.iter().any(is_content);
    if !is_few(sides.old) || !is_few(sides.new) || !sides.old.stands() || !sides.new.stands() {
        return None;
    }
    if let (Some(old), Some(new)) = (led_by_moment(sides.old), led_by_moment(sides.new)) {
        let reason = || format!("{old}: {}", one(&sides.map(Side::shown)));
        return (old == new && !are_kin(sides)).then(|| Alarm::strong(FlagKind::Date, reason()));
    }
    let (old, new) = (led_by_period(sides.old, 1)?, led_by_period(sides.new, 1)?);
    (old == new).then(|| Alarm::strong(FlagKind::Date, format!("{old}: {}", one(&sides.map(Side::shown)))))
}

/// The word right before an edit that tells up to when, or from when, an article aside: until, after.
fn led_by_moment<'a>(side: &Side<'a>) -> Option<&'a str> {
    let is_listed =
        |phrase: &Phrase| phrase.rest.is_empty() && matches!(phrase.listed, Listed::Condition | Listed::Deadline);
    let words = before(side.text, side.edit.start).split_whitespace().rev().take(2);
    let mut known = words.map_while(|word| Some((word, side.lists.entry(&lower(word))?)));
    let (lead, entry) = known.find(|(_, entry)| !entry.is_article)?;
    let tells = entry.phrases.iter().any(is_listed) && side.lists.moments.contains_key(&*lower(lead));
    tells.then_some(lead)
}

/// Whether both sides say forms of the same word.
fn are_kin(sides: Pair<&Side<'_>>) -> bool {
    let first = |side: &'_ Side<'_>| side.words.iter().find(|word| is_content(word)).map(|word| word.lower.to_string());
    first(sides.old).zip(first(sides.new)).is_some_and(|(old, new)| is_kin(&old, &new))
}

/// The only side of an edit that has words, and what is said of such.
fn alone<'a, 'b>(sides: Pair<&'a Side<'b>>) -> Option<(&'a Side<'b>, &'static str)> {
    match (sides.old.words.is_empty(), sides.new.words.is_empty()) {
        _ if !sides.old.stands() || !sides.new.stands() => None,
        (true, false) => Some((sides.new, "adds")),
        (false, true) => Some((sides.old, "drops")),
        _ => None,
    }
}

/// Whether words begin with what tells the side of a day on which something begins: from, after, of.
fn begins_count(side: &Side<'_>) -> bool {
    const LONGEST: usize = 4;
    let words: Vec<&str> = side.words.iter().take(LONGEST).map(|word| &*word.lower).collect();
    let is_lead = |length: usize| {
        let phrase = words[..length].join(" ");
        let groups = side.lists.moments.get(&phrase);
        groups.is_some_and(|groups| !groups.contains(&NEUTRAL)) || side.lists.genitives.contains(&phrase)
    };
    side.words.iter().any(is_content) && (1..=words.len()).any(is_lead)
}

/// Whether a number, or one with its unit, stands right before a word.
fn stands_behind_amount(side: &Side<'_>, word: &Word<'_>) -> bool {
    let mut words = before(side.text, word.span.start).split_whitespace().rev();
    let is_unit = |word: &str| side.lists.entry(&lower(word)).is_some_and(Entry::is_unit) || is_currency(word);
    let is_number = |word: &str| word.ends_with(|last: char| last.is_ascii_digit());
    let Some(last) = words.next() else { return false };
    side.stands_behind_number(word) || is_unit(last) && words.next().is_some_and(is_number)
}

/// Whether the first word before an edit that says something may be a unit: of most it is none, and they need no closer look.
fn may_be_led(side: &Side<'_>) -> bool {
    let words = before(side.text, side.edit.start).split_whitespace().rev().take(BETWEEN + 1);
    let mut entries = words.map(|word| side.lists.entry(&lower(word)));
    let says = entries.find(|entry| entry.is_none_or(|entry| !entry.is_light || entry.is_unit()));
    says.flatten().is_some_and(Entry::is_unit)
}

/// The period before an edit with the words that lead on to it, at least so many: `30 days of the`.
fn led_by_period<'a>(side: &Side<'a>, least: usize) -> Option<&'a str> {
    let is_unit = |word: &Word<'_>| word.entry.is_some_and(Entry::is_unit);
    if !may_be_led(side) {
        return None;
    }
    let words = side.near_before();
    let is_light = |word: &&Word<'_>| word.kind == TokenKind::Word && !is_content(word) && !is_unit(word);
    let led = words.iter().rev().take_while(is_light).count();
    let unit = words.len().checked_sub(led + 1)?;
    let number = words.get(unit.checked_sub(1)?)?;
    let is_number = number.kind == TokenKind::Number || number.entry.is_some_and(|entry| entry.number.is_some());
    let is_period = unit_at(words, unit).is_some_and(|(length, unit)| length == 1 && unit.is_of_calendar());
    let last = words.last()?;
    (is_number && is_period && (least..=BETWEEN).contains(&led)).then(|| number.span.to(last.span).of(side.text))
}
