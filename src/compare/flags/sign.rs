//! Signs before a number that say more or less than it: `< 5 → > 5`, `±5 → +5`.

use super::editorial::one;
use super::number::begins_number;
use super::side::Side;
use super::{Alarm, FlagKind};
use crate::document::{Pair, TokenKind};

/// Signs that compare with a number, or leave it room.
const COMPARING: [char; 6] = ['<', '>', '≤', '≥', '±', '≈'];
/// These, and those of numbers themselves.
const SIGNS: [char; 10] = ['<', '>', '≤', '≥', '±', '≈', '+', '-', '−', '–'];

/// A sign that comes, goes or becomes another before a number that stays.
pub fn sign(sides: Pair<&Side<'_>>) -> Option<Alarm> {
    let compares = |side: &Side<'_>| side.shown().starts_with(COMPARING);
    let shown = sides.map(Side::shown);
    // Between two numbers it reckons with both.
    let is_between = || sides.old.near_before().last().is_some_and(|word| word.kind == TokenKind::Number);
    let is_turned = matches!((shown.old, shown.new), ("-" | "−" | "–", "+") | ("+", "-" | "−" | "–")) && !is_between();
    if !is_turned && !compares(sides.old) && !compares(sides.new) {
        return None;
    }
    let rest = shown.map(|words| words.trim_start_matches(SIGNS).trim_start());
    let signs = Pair::of(shown.old.strip_suffix(rest.old)?.trim(), shown.new.strip_suffix(rest.new)?.trim());
    if rest.old != rest.new || signs.old == signs.new {
        return None;
    }
    let next = sides.new.next().filter(begins_number);
    let number = match rest.new {
        "" => next?.text,
        number => number.starts_with(|first: char| first.is_ascii_digit()).then_some(number)?,
    };
    let reason = match (signs.old, signs.new) {
        ("", come) => format!("adds {come} before {number}"),
        (gone, "") => format!("drops {gone} before {number}"),
        (gone, come) if rest.new.is_empty() => format!("{gone} {number} → {come} {number}"),
        _ => one(&shown),
    };
    Some(Alarm::strong(FlagKind::Number, reason))
}
