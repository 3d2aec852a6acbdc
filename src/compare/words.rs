//! Where the words of a bead part: the only door to `similar`.

use std::ops::Range;

use rustc_hash::FxHashMap;
use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::capital::beginnings;
use super::cells::{self, Columns};
use super::fewest::fewest;
use super::grain::Grain;
use super::rewritten::is_rewritten;
use super::tidy::tidy;
use crate::document::{Pair, Span, Token};

/// Up to so many cells (old times new tokens that differ) the best cut is looked for; above, the shortest way is good enough.
const SHORT: usize = 20_000;
/// Longer beads than this (tokens of both sides) are compared by patience, which stays near-linear; shorter ones exactly.
const LONG: usize = 6_000;

/// A stretch of tokens that differs: token ranges on both sides, never both empty.
pub type Change = Pair<Range<usize>>;

/// How the words of a bead differ.
#[derive(Debug, PartialEq, Eq)]
pub struct Difference {
    /// The changes, in order. A deletion may touch the insertion behind it.
    pub changes: Vec<Change>,
    /// Whether it is another sentence, shown as one change.
    pub is_rewritten: bool,
}

/// The changes that turn the old words into the new at this grain; in the rows of a table, whose columns are given so far as they are known,
/// cell by cell. Backwards they are the same: the sides are compared in the order of their words.
pub fn difference(words: Pair<&[&str]>, grain: Grain, columns: Option<&[(usize, usize)]>) -> Difference {
    let ordered = |words, columns: Option<&[_]>| match columns {
        Some(columns) => of_rows(words, columns, grain),
        None => ordered(words, grain),
    };
    if words.old <= words.new {
        return ordered(words, columns);
    }
    let turned = columns.map(|columns| columns.iter().map(|(old, new)| (*new, *old)).collect::<Columns>());
    let mut found = ordered(words.swap(), turned.as_deref());
    found.changes = found.changes.into_iter().map(Pair::swap).collect();
    deletions_first(&mut found.changes);
    found
}

/// The words of tokens.
pub fn words<'a>(text: &'a str, tokens: &[Token]) -> Vec<&'a str> {
    tokens.iter().map(|token| token.span.of(text)).collect()
}

fn ordered(words: Pair<&[&str]>, grain: Grain) -> Difference {
    let between = between(words);
    let is_rewritten = matches!(grain, Grain::Auto | Grain::Phrase) && is_rewritten(words, &between);
    let changes = if is_rewritten { vec![between] } else { tidy(words, aligned(words, between), grain) };
    Difference { changes, is_rewritten }
}

fn of_rows(words: Pair<&[&str]>, columns: &[(usize, usize)], grain: Grain) -> Difference {
    let within = |cell: Pair<&[&str]>| ordered(cell, grain).changes;
    let found = if grain == Grain::Sentence { None } else { cells::changes(words, columns, within) };
    let Some(mut changes) = found else { return ordered(words, grain) };
    deletions_first(&mut changes);
    Difference { changes, is_rewritten: false }
}

/// What lies between the words that both sides share at their beginning and end.
fn between(words: Pair<&[&str]>) -> Change {
    let first = words.old.iter().zip(words.new).take_while(|(old, new)| old == new).count();
    let ends = words.old[first..].iter().rev().zip(words.new[first..].iter().rev());
    let last = ends.take_while(|(old, new)| old == new).count();
    Pair::of(first..words.old.len() - last, first..words.new.len() - last)
}

/// Where an insertion touches the deletion behind it, puts the deletion first.
fn deletions_first(changes: &mut [Change]) {
    for at in 1..changes.len() {
        let (inserted, deleted) = (&changes[at - 1], &changes[at]);
        let touch = inserted.old.end == deleted.old.start && inserted.new.end == deleted.new.start;
        if touch && inserted.old.is_empty() && deleted.new.is_empty() {
            let (old, new) = (deleted.old.clone(), inserted.new.clone());
            changes[at - 1] = Pair::of(old.clone(), new.start..new.start);
            changes[at] = Pair::of(old.end..old.end, new);
        }
    }
}

/// The changes of the best way, apart by at least one word that both sides share.
fn aligned(words: Pair<&[&str]>, middle: Change) -> Vec<Change> {
    let first = middle.old.start;
    match (middle.old.len(), middle.new.len()) {
        (0, 0) => Vec::new(),
        (0, _) | (_, 0) | (1, 1) => vec![middle],
        (old, new) if old * new <= SHORT => {
            let beginnings = Pair::of(beginnings(words.old), beginnings(words.new));
            let beginnings = Pair::of(&beginnings.old[middle.old.clone()], &beginnings.new[middle.new.clone()]);
            let cut = fewest(Pair::of(&words.old[middle.old], &words.new[middle.new]), beginnings);
            let shift = |range: Range<usize>| range.start + first..range.end + first;
            cut.into_iter().map(|change| Pair::of(shift(change.old), shift(change.new))).collect()
        }
        _ => shortest(words),
    }
}

/// The changes of the shortest way, for beads that are long.
fn shortest(words: Pair<&[&str]>) -> Vec<Change> {
    let mut ids: FxHashMap<&str, u32> = FxHashMap::default();
    let old = intern(words.old, &mut ids);
    let new = intern(words.new, &mut ids);
    let algorithm = if old.len() + new.len() > LONG { Algorithm::Patience } else { Algorithm::RawMyers };
    let mut changes: Vec<Change> = Vec::new();
    for operation in capture_diff_slices(algorithm, &old, &new) {
        if matches!(operation, DiffOp::Equal { .. }) {
            continue;
        }
        let (old, new) = (operation.old_range(), operation.new_range());
        match changes.last_mut() {
            Some(last) if last.old.end == old.start && last.new.end == new.start => {
                (last.old.end, last.new.end) = (old.end, new.end);
            }
            _ => changes.push(Pair::of(old, new)),
        }
    }
    changes
}

/// The bytes that a range of tokens covers; where it is empty, the place before the token that follows.
pub fn span(tokens: &[Token], range: &Range<usize>, end: usize) -> Span {
    match (tokens.get(range.start), range.is_empty()) {
        (Some(first), false) => first.span.to(tokens[range.end - 1].span),
        (Some(next), true) => Span::new(next.span.start, next.span.start),
        (None, _) => Span::new(end, end),
    }
}

fn intern<'a>(words: &[&'a str], ids: &mut FxHashMap<&'a str, u32>) -> Vec<u32> {
    words
        .iter()
        .map(|word| {
            let next = ids.len() as u32;
            *ids.entry(word).or_insert(next)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::tokens;

    fn check(old: &str, new: &str, expected: &[(Range<usize>, Range<usize>)]) {
        let words = Pair::of(old, new).map(|text| words(text, &tokens(text, Span::new(0, text.len()))));
        let found = difference(words.as_ref().map(Vec::as_slice), Grain::Auto, None);
        let expected = expected.iter().map(|(old, new)| Pair::of(old.clone(), new.clone()));
        assert_eq!(found.changes, expected.collect::<Vec<_>>());
    }

    #[test]
    fn changes_are_ranges_of_tokens() {
        check("the draft is ready", "the draft is ready", &[]);
        check("the draft is ready", "the text is now ready", &[(1..2, 1..2), (3..3, 3..4)]);
        check("", "all new", &[(0..0, 0..2)]);
    }

    #[test]
    fn brackets_are_one_change_with_a_number_that_is_said_twice() {
        check("due in 30 days", "due in thirty (30) days", &[(2..3, 2..6)]);
        check("due in 30 days", "due in thirty (30) working days", &[(2..3, 2..7)]);
        check("due in 30 days", "due in thirty (30) nights", &[(2..4, 2..7)]);
        check("due in 30 days", "due in thirty (30) days after it", &[(2..3, 2..6), (4..4, 7..9)]);
        check("it met as we said then", "it met in 2026 (as we said then)", &[(2..2, 2..5), (6..6, 9..10)]);
    }
}
