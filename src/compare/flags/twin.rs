//! Numbers that are said twice: in words and, in brackets behind them, in figures, or the other way round: `thirty (30)`.

use std::ops::Range;

use super::number::{begins_number, same};
use super::numeral::{is_content, numeral_at, worth};
use super::side::{Side, Word};
use crate::document::{Pair, TokenKind};

/// No number in words has more words.
const LONGEST: usize = 6;

/// Behind the same number in brackets, if one stands behind a number of that value.
pub fn behind_same(side: &Side<'_>, words: &[Word<'_>], at: usize, end: usize, value: Option<f64>) -> Option<usize> {
    let (close, other) = twin(side, words, at, end)?;
    value.zip(other).is_some_and(|(value, other)| same(value, other)).then_some(close + 1)
}

/// The one of two numbers that an edit touches, or both with all between and behind.
pub fn touched(side: &Side<'_>, words: &[Word<'_>], [first, second]: [Range<usize>; 2]) -> Range<usize> {
    let touches = |range: &Range<usize>| side.touches(words[range.start].span.to(words[range.end - 1].span));
    match (touches(&first), touches(&second)) {
        (true, false) => first,
        (false, true) => second,
        _ => first.start..second.end + 1,
    }
}

/// Behind any number in brackets that stands at a place: the unit of `ten (10) days`.
pub fn behind_any(words: &[Word<'_>], at: usize) -> usize {
    let is = |at: usize, mark: &str| words.get(at).is_some_and(|word| word.text == mark);
    let is_numeral = |word: &Word<'_>| begins_number(word) || word.text == "-";
    let inside = if is(at, "(") { words[at + 1..].iter().take_while(|word| is_numeral(word)).count() } else { 0 };
    if inside > 0 && is(at + 1 + inside, ")") { at + inside + 2 } else { at }
}

/// A number in words and the one in figures beside it, or the other way round, where they are not the same and the edit touches them:
/// `forty-five (30)`.
pub fn apart<'a>(side: &Side<'a>) -> Option<&'a str> {
    let words = side.near();
    let mut at = 0;
    while at < words.len() {
        let Some((end, value)) = numeral_at(words, at, side.lists) else {
            at += 1;
            continue;
        };
        if let Some((close, other)) = twin(side, words, at, end) {
            // `Er greift ein (3) und`: an article or ordinal is one where it counts something.
            let is_weak = worth(&words[at], side.lists).is_some_and(|worth| worth.is_weak);
            let is_number = !is_weak || words.get(close + 1).is_some_and(is_content);
            let whole = words[at].span.to(words[close].span);
            let is_apart = value.zip(other).is_some_and(|(value, other)| !same(value, other));
            if is_number && is_apart && side.touches(whole) {
                return Some(whole.of(side.text));
            }
        }
        at = end;
    }
    None
}

/// Whether all that came or went is the same number once more: `thirty → thirty (30)`.
pub fn is_said_twice(sides: Pair<&Side<'_>>) -> bool {
    let side = match (sides.old.words.is_empty(), sides.new.words.is_empty()) {
        (true, false) => sides.new,
        (false, true) => sides.old,
        _ => return false,
    };
    let [open, _, .., close] = side.words.as_slice() else { return false };
    if open.text != "(" || close.text != ")" {
        return false;
    }
    let words = side.near();
    let opens = words.partition_point(|word| word.span.start < open.span.start);
    let is_it = |at: usize| {
        let number = numeral_at(words, at, side.lists).filter(|(end, _)| *end == opens);
        let behind = number.and_then(|(end, value)| behind_same(side, words, at, end, value));
        behind.is_some_and(|behind| words[behind - 1].span == close.span)
    };
    (opens.saturating_sub(LONGEST)..opens).any(is_it)
}

/// The index of the bracket behind a second number, one of the two in words and one in figures, and what it is worth.
fn twin(side: &Side<'_>, words: &[Word<'_>], at: usize, end: usize) -> Option<(usize, Option<f64>)> {
    let figures = words.get(end).filter(|open| open.text == "(").and_then(|_| words.get(end + 1))?;
    let is_pair = words[at].kind != figures.kind && figures.kind != TokenKind::Mark;
    let (close, other) = numeral_at(words, end + 1, side.lists).filter(|_| is_pair)?;
    words.get(close).is_some_and(|mark| mark.text == ")").then_some((close, other))
}
