//! Amounts of money that are written short: `12 M€`, `40 TEUR`, `€3 bn`, `£12m`.

use std::collections::BTreeMap;

use super::lists::Lists;
use super::side::Word;
use super::unit::{Unit, is_currency, unit_at, unit_in};
use crate::document::TokenKind;

/// What letters multiply an amount of money by: one alone is written as it stands here, more of them in any case.
const SIGNS: [(&str, f64); 14] = [
    ("bn", 1e9),
    ("md", 1e9),
    ("mds", 1e9),
    ("mrd", 1e9),
    ("mn", 1e6),
    ("mio", 1e6),
    ("tn", 1e12),
    ("k", 1e3),
    ("K", 1e3),
    ("m", 1e6),
    ("M", 1e6),
    ("b", 1e9),
    ("B", 1e9),
    ("G", 1e9),
];

/// What does so only where the code of a currency is joined to it: `TEUR`. Alone it is what the language says it is.
const JOINED: (&str, f64) = ("T", 1e3);

/// All letters that multiply an amount of money, in lower case; some stand twice.
pub fn signs(lists: &BTreeMap<String, f64>) -> impl Iterator<Item = String> {
    SIGNS.iter().map(|(sign, _)| *sign).chain(lists.keys().map(String::as_str)).map(str::to_lowercase)
}

/// What a word multiplies an amount of money by, of which the number stands at one index and the word at another.
pub fn scale(words: &[Word<'_>], number: usize, at: usize, lists: &Lists) -> Option<f64> {
    let word = words.get(at).filter(|word| word.kind == TokenKind::Word)?;
    if let Some(scale) = by_letters(word.text).or_else(|| lists.money_scales.get(word.text).copied()) {
        // `6 Mio. €`: the full stop belongs to the letters.
        let is_stop = words.get(at + 1).is_some_and(|next| next.text == "." && next.span.start == word.span.end);
        return is_money(words, number, at + 1 + usize::from(is_stop)).then_some(scale);
    }
    let is_code = |rest: &str| !rest.starts_with(char::is_lowercase) && is_currency(rest);
    SIGNS.iter().chain([&JOINED]).find_map(|(sign, scale)| {
        let (start, rest) = word.text.split_at_checked(sign.len())?;
        (is_sign(sign, start) && is_code(rest)).then_some(*scale)
    })
}

/// What letters multiply an amount by: `bn`.
pub fn by_letters(letters: &str) -> Option<f64> {
    SIGNS.iter().find(|(sign, _)| is_sign(sign, letters)).map(|(_, scale)| *scale)
}

/// Whether letters are those of a sign.
fn is_sign(sign: &str, letters: &str) -> bool {
    sign == letters || sign.len() > 1 && sign.eq_ignore_ascii_case(letters)
}

/// Whether a number has the sign or the code of a currency in it, before it, or behind the words that belong to it.
pub fn is_money(words: &[Word<'_>], number: usize, behind: usize) -> bool {
    let is_it = |at: usize| unit_at(words, at).is_some_and(|(_, unit)| unit.is_money());
    let link = words.get(behind).is_some_and(|next| matches!(&*next.lower, "d'" | "de"));
    has_sign(words[number].text) || is_it(behind + usize::from(link)) || number.checked_sub(1).is_some_and(is_it)
}

/// Whether a number has the sign of a currency in it.
pub fn has_sign(number: &str) -> bool {
    unit_in(number).is_some_and(Unit::is_money)
}

/// What the last letters of an amount of money multiply it by, and the amount without them: `12m`, `3BN`.
pub fn short(amount: &str) -> (&str, f64) {
    let strip = |sign: &str| {
        let (amount, end) = amount.split_at_checked(amount.len().checked_sub(sign.len())?)?;
        is_sign(sign, end).then_some(amount)
    };
    SIGNS.iter().find_map(|(sign, scale)| Some((strip(sign)?, *scale))).unwrap_or((amount, 1.0))
}
