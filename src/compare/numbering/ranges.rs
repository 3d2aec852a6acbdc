//! Ranges of numbers, `paragraphs 6 to 9`: one is right as long as the same stands within it, in whatever order.

use super::Span;
use super::items::ItemMention;
use super::mention::Mention;
use super::number::Number;
use super::shifts::{Numbered, Shifts};
use crate::compare::flags::lists::RANGES;
use crate::document::{Pair, Side};

/// Longer ranges are not looked into.
const LONGEST: usize = 200;

/// Whether a reference, by its place among the numbers of the new wording, is an end of a range that holds what it held.
pub fn is_of_right_range(shifts: &Shifts, text: &str, at: usize) -> bool {
    let is_right = |first: usize| holds_the_same(shifts, text, first) == Some(true);
    is_right(at) || at.checked_sub(1).is_some_and(is_right)
}

/// The same of the range that begins with a reference; nothing where none does.
fn holds_the_same(shifts: &Shifts, text: &str, first: usize) -> Option<bool> {
    let (Numbered::Mention(first), Numbered::Mention(last)) =
        (&shifts.numbers.new.get(first)?.1, &shifts.numbers.new.get(first + 1)?.1)
    else {
        return None;
    };
    let numbers = if is_range(text, first, last) { numbers(&first.number, &last.number)? } else { return None };
    let stays = |number: &Number| {
        let mention = Mention { number: number.clone(), ..first.clone() };
        let others = [shifts.fate(&mention), shifts.origin(&mention)];
        others.into_iter().flatten().filter_map(|(_, other)| other).all(|other| numbers.contains(&other))
    };
    Some(numbers.iter().all(stays))
}

/// Whether a reference to an item, by its place among the numbers of a bead, is an end of such a range.
pub fn is_of_right_items(shifts: &Shifts, text: &str, pairs: &[Pair<&(Span, Numbered)>], at: usize) -> bool {
    let is_right = |first: usize| holds_the_same_items(shifts, text, pairs, first) == Some(true);
    is_right(at) || at.checked_sub(1).is_some_and(is_right)
}

fn holds_the_same_items(shifts: &Shifts, text: &str, pairs: &[Pair<&(Span, Numbered)>], first: usize) -> Option<bool> {
    let item = |at: usize| match (&pairs.get(at)?.old.1, &pairs.get(at)?.new.1) {
        (Numbered::Item(old), Numbered::Item(new)) => Some(Pair::of(old, new)),
        _ => None,
    };
    let (first, last) = (item(first)?, item(first + 1)?);
    if !is_range(text, &first.new.mention, &last.new.mention) {
        return None;
    }
    let held = |side: Side, first: &ItemMention, last: &ItemMention| {
        let (first, last) = (first.bearer?, last.bearer?);
        let key = &shifts.bearers[side][first].key;
        Some((first..=last).filter(move |at| shifts.bearers[side][*at].key == *key))
    };
    let mut old: Vec<Option<usize>> = held(Side::Old, first.old, last.old)?.map(|at| shifts.same[at]).collect();
    old.sort_unstable();
    Some(held(Side::New, first.new, last.new)?.map(Some).eq(old))
}

fn is_range(text: &str, first: &Mention, last: &Mention) -> bool {
    let between = Span::new(first.whole.end, last.whole.start);
    between.start <= between.end && RANGES.contains(&between.of(text).trim()) && first.name == last.name
}

fn numbers(first: &Number, last: &Number) -> Option<Vec<Number>> {
    let mut numbers = vec![first.clone()];
    while numbers.last() != Some(last) {
        let next = numbers.last()?.neighbours()[1].take()?;
        numbers.push(next);
        if numbers.len() > LONGEST {
            return None;
        }
    }
    Some(numbers)
}
