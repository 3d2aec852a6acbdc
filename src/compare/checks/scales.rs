//! What multiplies a number in digits: `6,5 тыс.`, `30 to 40 thousand`, `12 M€`.

use super::numerals::Numbers;
use crate::compare::flags::lists::Lists;
use crate::compare::flags::money;
use crate::compare::flags::side::Word;
use crate::document::TokenKind;

/// So many words lie between two numbers that share what multiplies them at most.
const COORDINATED: usize = 7;

/// A word in capitals that is shorter (in letters) is a sign of something else.
const SIGN: usize = 3;

/// What the words right behind a number multiply it by, and the index behind them.
pub fn scale(words: &[Word<'_>], at: usize, numbers: &Numbers, lists: &Lists) -> (Option<f64>, usize) {
    let hyphen = usize::from(words.get(at + 1).is_some_and(|word| word.text == "-"));
    let mut end = at + 1 + hyphen;
    let mut scale = None;
    let scale_at = |end: usize| {
        let listed = words.get(end).and_then(|word| scale_of(word, numbers));
        listed.or_else(|| money::scale(words, at, end, lists))
    };
    while let Some(more) = scale_at(end) {
        scale = Some(scale.unwrap_or(1.0) * more);
        end += 1;
    }
    match scale {
        Some(_) => (scale, end),
        None => (None, at + 1),
    }
}

/// What a word behind the end of a range multiplies its beginning by: `30 to 40 thousand`, `not 90, but 130 million`.
pub fn range_scale(words: &[Word<'_>], at: usize, numbers: &Numbers, lists: &Lists) -> Option<f64> {
    let mut next =
        (at + 2..at + COORDINATED).filter(|next| words.get(*next).is_some_and(|word| word.kind == TokenKind::Number));
    next.find_map(|next| scale(words, next, numbers, lists).0)
}

fn scale_of(word: &Word<'_>, numbers: &Numbers) -> Option<f64> {
    let first = word.lower.split('-').next().unwrap_or("");
    // `TN` is a state; what is longer is a heading in capitals.
    let is_sign = word.is_capitals() && word.text.chars().count() < SIGN;
    numbers.scales.of(first).last().filter(|_| word.kind == TokenKind::Word && !is_sign)
}
