//! Phrases that may stand for each other, of which an edit is only a part: of `per annum → per year` the last word.

use super::grammar::{is_amount, only_side};
use super::side::{Side, Word};
use crate::document::{Pair, TokenKind};

/// Words of such a phrase before the edit, at most.
const BEFORE: usize = 3;
/// Words of such a phrase behind it.
const BEHIND: usize = 2;
/// Words of the edit.
const LONG: usize = 3;

/// Whether both sides, with some words around that are the same on both, are phrases that may stand for each other.
pub fn is_part_of_synonym(sides: Pair<&Side<'_>>) -> bool {
    let may_be = |side: &Side<'_>| {
        side.words.len() <= LONG && side.words.iter().all(|word| word.entry.is_some_and(|entry| entry.in_synonym))
    };
    if !may_be(sides.old) || !may_be(sides.new) {
        return false;
    }
    let places = sides.map(Side::place);
    // `During the [course of the] year` is `during [the course of] the year` too.
    let is_movable = |side: &Side<'_>, (first, last): (usize, usize)| {
        let words = [first, last].map(|at| at.checked_sub(1).and_then(|at| side.near().get(at)));
        first < last && words[0].zip(words[1]).is_some_and(|(a, b)| a.lower == b.lower)
    };
    let is_movable = only_side(sides).is_some()
        && (is_movable(sides.old, places.old) || is_movable(sides.new, places.new))
        && places.old.0 > 0
        && places.new.0 > 0;
    let moved = is_movable.then(|| places.map(|(first, last)| (first - 1, last - 1)));
    let fits = |places: Pair<(usize, usize)>| {
        let widths = (0..=BEFORE).flat_map(|before| (0..=BEHIND).map(move |behind| (before, behind)));
        widths.filter(|width| *width != (0, 0)).any(|(before, behind)| {
            let old = around(sides.old, places.old, before, behind);
            let new = around(sides.new, places.new, before, behind);
            old.zip(new).is_some_and(|(old, new)| is_alike(sides.old, old, new, before, behind))
        })
    };
    fits(places) || moved.is_some_and(fits)
}

/// Whether two phrases share their first and last words, so many, and a group.
fn is_alike(side: &Side<'_>, old: &[Word<'_>], new: &[Word<'_>], before: usize, behind: usize) -> bool {
    let is_same = |(old, new): (&Word<'_>, &Word<'_>)| old.lower == new.lower;
    if !old.iter().zip(new).take(before).all(is_same)
        || !old.iter().rev().zip(new.iter().rev()).take(behind).all(is_same)
        || !old.first().is_some_and(|first| first.entry.is_some_and(|entry| entry.begins_whole))
    {
        return false;
    }
    let groups = |words: &[Word<'_>]| {
        let words: Vec<&str> = words.iter().map(|word| &*word.lower).collect();
        side.lists.synonyms.get(&words.join(" "))
    };
    groups(old).zip(groups(new)).is_some_and(|(old, new)| old.iter().any(|group| new.contains(group)))
}

/// The words of the edit with so many before and behind it, where all are words, and no number follows.
fn around<'a, 'b>(
    side: &'b Side<'a>,
    (first, last): (usize, usize),
    before: usize,
    behind: usize,
) -> Option<&'b [Word<'a>]> {
    let near = side.near();
    let words = near.get(first.checked_sub(before)?..last + behind)?;
    let is_followed = near.get(last + behind).is_some_and(is_amount);
    (!is_followed && words.iter().all(|word| word.kind == TokenKind::Word)).then_some(words)
}
