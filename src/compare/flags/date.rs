//! Dates and deadlines: days with their months and years, whole, even where the edit is only one of these words.

use super::lists::{Lists, apart};
use super::side::{Side, Word};
use super::{Flag, FlagKind};
use crate::document::{Pair, Span, TokenKind};

/// What the dates of an edit say, and where they stand: their numbers are no amounts.
#[derive(Debug, Default)]
pub struct Dates {
    /// Why they matter.
    pub flag: Option<Flag>,
    /// The dates on both sides.
    pub spans: Pair<Vec<Span>>,
}

/// Words that may stand between the parts of a date.
const BETWEEN: [&str; 7] = [",", ".", "of", "de", "del", "the", "year"];

/// The dates that an edit touches.
pub fn dates(sides: Pair<&Side<'_>>, lists: &Lists) -> Dates {
    let is_near =
        |side: &Side<'_>| side.words.iter().any(|word| word.kind == TokenKind::Number || is_named(lists, word));
    if !is_near(sides.old) && !is_near(sides.new) {
        return Dates::default();
    }
    let found = sides.map(|side| found(side, lists));
    let same = |old: &(Span, String), new: &(Span, String)| old.1.to_lowercase() == new.1.to_lowercase();
    let (gone, come) = apart(&found.old, &found.new, same);
    let reason = match (gone.first(), come.first()) {
        (Some(old), Some(new)) => Some(format!("{} → {}", old.1, new.1)),
        (None, Some(new)) => Some(format!("adds {}", new.1)),
        (Some(old), None) => Some(format!("drops {}", old.1)),
        (None, None) => None,
    };
    let flag = reason.map(|reason| Flag { kind: FlagKind::Date, reason });
    Dates { flag, spans: found.map(|found| found.into_iter().map(|(span, _)| span).collect()) }
}

fn is_named(lists: &Lists, word: &Word<'_>) -> bool {
    lists.is_month(&word.lower) || lists.is_day(&word.lower)
}

/// The dates of one side that its edit touches, as they are written.
fn found(side: &Side<'_>, lists: &Lists) -> Vec<(Span, String)> {
    let words = side.near();
    let mut found = Vec::new();
    for at in 0..words.len() {
        let Some(range) = date_at(&words, at, lists) else { continue };
        let span = words[range.start].span.to(words[range.end - 1].span);
        if span.start < side.edit.end && side.edit.start < span.end {
            found.push((span, span.of(side.text).split_whitespace().collect::<Vec<_>>().join(" ")));
        }
    }
    found
}

/// The words of the date around a month or day's name, or of one in digits.
fn date_at(words: &[Word<'_>], at: usize, lists: &Lists) -> Option<std::ops::Range<usize>> {
    let word = &words[at];
    if is_numeric(word.text) || lists.is_day(&word.lower) {
        return Some(at..at + 1);
    }
    if !lists.is_month(&word.lower) {
        return None;
    }
    let is_number = |index: usize| words.get(index).is_some_and(|word| word.kind == TokenKind::Number);
    let is_between = |index: usize| words.get(index).is_some_and(|word| BETWEEN.contains(&&*word.lower));
    let start = match at {
        _ if at >= 1 && is_number(at - 1) => at - 1,
        _ if at >= 2 && is_between(at - 1) && is_number(at - 2) => at - 2,
        _ => at,
    };
    let mut end = at + 1;
    while end < at + 5 {
        if is_number(end) {
            end += 1;
        } else if is_between(end) && is_number(end + 1) {
            end += 2;
        } else {
            break;
        }
    }
    // `may` and `march` are words of their own; a month with a number is a date, one with a capital within a sentence too.
    let is_sure =
        end - start > 1 || word.text.chars().count() > 5 || word.text.starts_with(char::is_uppercase) && at > 0;
    is_sure.then_some(start..end)
}

/// Whether a number is a date in digits: `2026-05-01`, `1.5.2026`, `01/05/2026`.
fn is_numeric(text: &str) -> bool {
    let parts: Vec<&str> = text.split(['-', '.', '/']).collect();
    let [first, middle, last] = parts.as_slice() else { return false };
    let is_digits =
        |part: &str, lengths: &[usize]| lengths.contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    is_digits(middle, &[1, 2])
        && (is_digits(first, &[4]) && is_digits(last, &[1, 2]) || is_digits(first, &[1, 2]) && is_digits(last, &[2, 4]))
}
