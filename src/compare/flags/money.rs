//! Amounts of money that are written short: `12 M€`, `40 TEUR`, `€3 bn`, `£12m`.

use super::side::Word;
use super::unit::{Unit, is_currency, unit_at, unit_in};
use crate::document::TokenKind;

/// What letters multiply an amount of money by, beside the sign or the code of its currency.
const SIGNS: [(&str, f64); 12] = [
    ("k", 1e3),
    ("K", 1e3),
    ("T", 1e3),
    ("M", 1e6),
    ("m", 1e6),
    ("mn", 1e6),
    ("Md", 1e9),
    ("Mds", 1e9),
    ("Mrd", 1e9),
    ("bn", 1e9),
    ("G", 1e9),
    ("tn", 1e12),
];

/// The same where they are a part of the number, in whatever case.
const ENDINGS: [(&str, f64); 6] = [("bn", 1e9), ("tn", 1e12), ("mn", 1e6), ("b", 1e9), ("m", 1e6), ("k", 1e3)];

/// All letters that multiply an amount of money.
pub fn signs() -> impl Iterator<Item = &'static str> {
    SIGNS.iter().map(|(sign, _)| *sign)
}

/// What a word multiplies an amount of money by, of which the number stands at one index and the word at another.
pub fn scale(words: &[Word<'_>], number: usize, at: usize) -> Option<f64> {
    let word = words.get(at).filter(|word| word.kind == TokenKind::Word)?;
    SIGNS.iter().find_map(|(sign, scale)| {
        let rest = word.text.strip_prefix(sign)?;
        let is_amount = match rest.chars().next() {
            None => is_money(words, number, at + 1),
            Some(first) => !first.is_lowercase() && is_currency(rest),
        };
        is_amount.then_some(*scale)
    })
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
        end.eq_ignore_ascii_case(sign).then_some(amount)
    };
    ENDINGS.iter().find_map(|(sign, scale)| Some((strip(sign)?, *scale))).unwrap_or((amount, 1.0))
}
