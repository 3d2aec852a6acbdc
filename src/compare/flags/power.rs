//! Powers: `10^6`, `10⁶`, `m^3`. Their exponents are no amounts: `10^9` is not half as much again as `10^6`.

use super::side::Side;
use super::{Alarm, FlagKind};
use crate::document::Pair;

/// The signs of raised exponents, in the order of what they mean.
const RAISED: [char; 11] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹', '⁻'];
const PLAIN: &[u8; 11] = b"0123456789-";

/// A power in the place of another.
pub fn other_power(sides: Pair<&Side<'_>>) -> Option<Alarm> {
    let shown = sides.map(Side::shown);
    let powers = powers(&shown)?;
    (powers.old != powers.new).then(|| Alarm::strong(FlagKind::Number, format!("{} → {}", shown.old, shown.new)))
}

/// Whether both sides are one power, written in two ways.
pub fn same_power(sides: Pair<&Side<'_>>) -> bool {
    powers(&sides.map(Side::shown)).is_some_and(|powers| powers.old == powers.new)
}

/// The powers that both sides are: base and exponent.
fn powers<'a>(shown: &Pair<&'a str>) -> Option<Pair<(&'a str, String)>> {
    Some(Pair::of(power(shown.old)?, power(shown.new)?))
}

fn power(text: &str) -> Option<(&str, String)> {
    let (base, exponent) = match text.split_once('^') {
        Some((base, exponent)) => (base, exponent.replace('−', "-")),
        None => {
            let base = text.trim_end_matches(RAISED);
            // Raised letters are units, of which more is known: `m²`.
            base.ends_with(|last: char| last.is_ascii_digit()).then_some(())?;
            (base, text[base.len()..].chars().filter_map(lowered).collect())
        }
    };
    let digits = exponent.strip_prefix(['-', '+']).unwrap_or(&exponent);
    let is_number = !digits.is_empty() && digits.bytes().all(|digit| digit.is_ascii_digit());
    let is_base = !base.is_empty() && base.chars().all(|sign| sign.is_alphanumeric() || matches!(sign, '.' | ','));
    (is_number && is_base).then_some((base, exponent))
}

/// A raised sign on the line.
fn lowered(raised: char) -> Option<char> {
    RAISED.iter().position(|sign| *sign == raised).map(|at| char::from(PLAIN[at]))
}
