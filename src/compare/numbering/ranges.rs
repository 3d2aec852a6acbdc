//! Ranges of numbers, `paragraphs 6 to 9`: one is right as long as the same stands within it, in whatever order.

use super::Span;
use super::mention::Mention;
use super::number::Number;
use super::shifts::{Numbered, Shifts};

/// What stands between the ends of a range.
const RANGES: [&str; 9] = ["to", "through", "bis", "à", "a", "по", "-", "–", "—"];
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
    let between = Span::new(first.whole.end, last.whole.start);
    let is_range = between.start <= between.end && RANGES.contains(&between.of(text).trim()) && first.name == last.name;
    let numbers = if is_range { numbers(&first.number, &last.number)? } else { return None };
    let stays = |number: &Number| {
        let mention = Mention { number: number.clone(), ..first.clone() };
        let others = [shifts.fate(&mention), shifts.origin(&mention)];
        others.into_iter().flatten().filter_map(|(_, other)| other).all(|other| numbers.contains(&other))
    };
    Some(numbers.iter().all(stays))
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
