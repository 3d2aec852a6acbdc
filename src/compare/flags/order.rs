//! What another order of the same words says: a negation that denies other words than before, two words that changed places, and what a
//! period runs from.

use super::content::{is_kin, may_have};
use super::editorial::one;
use super::lists::{Entry, Listed};
use super::negation::{clause, negations};
use super::numeral::is_content;
use super::opposite::only;
use super::phrase::{Found, find};
use super::side::{Side, Word};
use super::unit::unit_at;
use super::{Alarm, FlagKind};
use crate::document::{Pair, TokenKind};

/// A negation is shown with no more words behind it than this.
const SHOWN: usize = 3;
/// No more words than this stand between a period and what it runs from.
const BETWEEN: usize = 4;
/// A replacement of more words than this, on either side, puts more than what a period runs from in another's place.
const FEW: usize = 3;

/// A negation that went to another place in its clause, past a word that says something: `not be required → not to publish`.
pub fn negation_moved(sides: Pair<&Side<'_>>) -> Option<Alarm> {
    let is_gone = sides.new.words.is_empty();
    let (side, other) = if is_gone { (sides.old, sides.new) } else { (sides.new, sides.old) };
    if !other.words.is_empty() || !side.stands() || !other.stands() {
        return None;
    }
    let is_all = |found: &Found| found.listed == Listed::Negation && found.length == side.words.len();
    let denied = side.found.first().filter(|found| is_all(found))?;
    let (own, others) = (clause(side), clause(other));
    let (from, to) = (only_negation(own)?, only_negation(others)?);
    let is_same = own[from.at].lower == others[to.at].lower && own[from.at].span == side.words[denied.at].span;
    let words = Pair::of(rest(own, from), rest(others, to));
    if !is_same || !words.old.iter().map(|word| &word.lower).eq(words.new.iter().map(|word| &word.lower)) {
        return None;
    }
    let mut passed = words.old[from.at.min(to.at)..from.at.max(to.at)].iter();
    let texts = [denied_by(side, own, from), denied_by(other, others, to)];
    let (old, new) = if is_gone { (texts[0], texts[1]) } else { (texts[1], texts[0]) };
    passed.any(|word| says(word)).then(|| Alarm::strong(FlagKind::Negation, format!("{old} → {new}")))
}

/// Whether a word says something, or demands or allows it: `не может платить` is no `может не платить`.
fn says(word: &Word<'_>) -> bool {
    let is_modal = |entry: &Entry| entry.phrases.iter().any(|phrase| phrase.listed == Listed::Modal);
    is_content(word) || word.entry.is_some_and(is_modal)
}

/// The negation of a clause that has but one.
fn only_negation(clause: &[Word<'_>]) -> Option<Found> {
    match negations(&find(clause, || None))[..] {
        [only] => Some(only),
        _ => None,
    }
}

/// A clause without its negation.
fn rest<'a, 'b>(clause: &'a [Word<'b>], found: Found) -> Vec<&'a Word<'b>> {
    clause[..found.at].iter().chain(&clause[found.at + found.length..]).collect()
}

/// A negation with the words behind it, up to the first that says something.
fn denied_by<'a>(side: &Side<'a>, clause: &[Word<'_>], found: Found) -> &'a str {
    let behind = &clause[found.at + found.length..];
    let reach = behind.iter().position(is_content).map_or(behind.len(), |at| at + 1).min(SHOWN);
    let last = &clause[found.at + found.length + reach - 1];
    clause[found.at].span.to(last.span).of(side.text)
}

/// One word in the place of another that stands in its place: `the court may order the parties → the parties may order the court`. In
/// `cats and dogs → dogs and cats` nothing lies between them.
pub fn exchanged(sides: Pair<&Side<'_>>) -> Option<Alarm> {
    let (old, new) = (only(sides.old)?, only(sides.new)?);
    let are_two = is_content(old) && is_content(new) && !is_kin(&old.lower, &new.lower);
    if !are_two || !sides.old.stands() || !sides.new.stands() {
        return None;
    }
    let (was, is) = (place(sides.old, new, old)?, place(sides.new, old, new)?);
    (was == is).then(|| Alarm::strong(FlagKind::Condition, format!("{} (exchanged)", one(&sides.map(Side::shown)))))
}

/// On which side of the edit the other word stands, past a word that says something, where it does so once and its own word only in the
/// edit.
fn place(side: &Side<'_>, other: &Word<'_>, own: &Word<'_>) -> Option<bool> {
    if !may_have(side.sentence(), other.text) {
        return None;
    }
    let around = side.around();
    let only = |word: &Word<'_>| {
        let mut forms = (0..around.len()).filter(|at| is_kin(&around[*at].lower, &word.lower));
        forms.next().filter(|_| forms.next().is_none())
    };
    let (there, here) = (only(other)?, only(own)?);
    let between = around.get(there.min(here) + 1..there.max(here))?;
    between.iter().any(says).then_some(there > here)
}

/// What a period runs from: `30 days of receipt → the invoice`.
pub fn period(sides: Pair<&Side<'_>>) -> Option<Alarm> {
    let is_few = |side: &Side<'_>| (1..=FEW).contains(&side.size()) && side.words.iter().any(is_content);
    if !is_few(sides.old) || !is_few(sides.new) || !sides.old.stands() || !sides.new.stands() {
        return None;
    }
    let (old, new) = (led_by_period(sides.old)?, led_by_period(sides.new)?);
    (old == new).then(|| Alarm::strong(FlagKind::Date, format!("{old}: {}", one(&sides.map(Side::shown)))))
}

/// The period before an edit with the words that lead on to it: `30 days of the`.
fn led_by_period<'a>(side: &Side<'a>) -> Option<&'a str> {
    let before = side.near_before();
    let is_unit = |word: &Word<'_>| word.entry.is_some_and(Entry::is_unit);
    let is_light = |word: &&Word<'_>| word.kind == TokenKind::Word && !is_content(word) && !is_unit(word);
    let led = before.iter().rev().take_while(is_light).count();
    let unit = before.len().checked_sub(led + 1)?;
    let number = before.get(unit.checked_sub(1)?)?;
    let is_number = number.kind == TokenKind::Number || number.entry.is_some_and(|entry| entry.number.is_some());
    let is_period = unit_at(before, unit).is_some_and(|(length, unit)| length == 1 && unit.is_of_calendar());
    let last = before.last()?;
    (is_number && is_period && (1..=BETWEEN).contains(&led)).then(|| number.span.to(last.span).of(side.text))
}
