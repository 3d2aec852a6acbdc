//! Words that say on which side of a day something stands: `before 1 May → by 1 May`. The same words say other things elsewhere, so they
//! count only right before a date or a time.

use super::date::{is_day, month};
use super::editorial::one;
use super::lists::Listed;
use super::side::{Side, Word, before, lower};
use super::spelling::{begins_phrase, phrase};
use super::{Alarm, FlagKind};
use crate::compare::checks::clock::{Time, times};
use crate::document::{Pair, TokenKind};

/// So many words behind the edit may lead to a date: `the end of May`.
const REACH: usize = 5;
/// The group of those that say no more than the date.
pub const NEUTRAL: usize = 0;
/// The group of those that say that something begins there: one may go without saying (`1 May to 5 May`).
const BEGIN: usize = 1;

/// A date or time on whose other side, or up to which, something stands now.
pub fn moment(sides: Pair<&Side<'_>>, language: Option<&str>) -> Option<Alarm> {
    if !sides.old.stands() || !sides.new.stands() {
        return None;
    }
    let groups = |side: &Side<'_>| {
        let groups = if begins_phrase(side) { side.lists.moments.get(&*phrase(side)) } else { None };
        groups.map(Vec::as_slice)
    };
    let found = sides.map(groups);
    let is_empty = sides.map(|side| side.words.is_empty());
    let says = |group: &usize| ![NEUTRAL, BEGIN].contains(group);
    // `Bis zum 1. Mai` and `bis spätestens zum 1. Mai` say the same.
    let is_said = |side: &Side<'_>| {
        let before = before(side.text, side.edit.start).split_whitespace().next_back().map(lower);
        before.and_then(|word| side.lists.moments.get(&*word)).is_some_and(|groups| groups.iter().any(says))
    };
    let is_other = match (found.old, found.new) {
        (Some(old), Some(new)) => !old.iter().any(|group| new.contains(group)),
        (Some(only), None) if is_empty.new => only.iter().all(says) && !is_said(sides.old),
        (None, Some(only)) if is_empty.old => only.iter().all(says) && !is_said(sides.new),
        _ => false,
    };
    let shown = sides.map(Side::shown);
    // What begins at an hour may as well be at that hour.
    let is_side = |groups: Option<&[usize]>| groups.is_some_and(|groups| groups.iter().any(says));
    let has_hours = is_side(found.old) || is_side(found.new);
    let hours = |side: &Side<'_>| times(&side.words_behind(side.edit.end), language);
    // `Six months → up to six months` is a bound of the number.
    let is_bound = is_empty.old != is_empty.new
        && sides.old.found.iter().chain(&sides.new.found).any(|found| found.listed == Listed::Bound);
    let leads = |side: &Side<'_>| leads_to_date(side, !is_bound, &if has_hours { hours(side) } else { Vec::new() });
    (is_other && leads(sides.old) && leads(sides.new)).then(|| Alarm::strong(FlagKind::Date, one(&shown)))
}

/// Whether a date or one of these times of day follows the edit, or a period if that counts too.
fn leads_to_date(side: &Side<'_>, counts_period: bool, hours: &[Time]) -> bool {
    let words = side.words_behind(side.edit.end);
    let is_hour = |word: &Word<'_>| hours.iter().any(|hour| hour.is_certain && hour.span.start == word.span.start);
    let is_end = |word: &&Word<'_>| word.kind == TokenKind::Mark && !matches!(word.text, "." | "[");
    let is_time = |word: &Word<'_>| {
        let is_year =
            word.kind == TokenKind::Number && word.text.parse().is_ok_and(|year| (1800..2200).contains(&year));
        let units = word.entry.map_or(&[][..], |entry| entry.units.as_slice());
        let is_unit = counts_period && units.iter().any(|(rest, unit)| rest.is_empty() && unit.is_of_calendar());
        is_year
            || is_unit
            || is_hour(word)
            || month(word).is_some()
            || is_day(word)
            || super::date::is_numeric(word.text)
    };
    let is_led = |word: &Word<'_>| {
        let is_number = word.entry.is_some_and(|entry| entry.is_article || entry.number.is_some());
        is_number || word.kind != TokenKind::Word || side.lists.date_leads.contains(&*word.lower)
    };
    let words = words.iter().take_while(|word| !is_end(word)).take(REACH);
    words.skip_while(|word| !is_time(word) && is_led(word)).take(1).any(is_time)
}
