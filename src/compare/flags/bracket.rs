//! Square brackets: in drafts under negotiation they hold what is not agreed. Words that enter or leave them, and alternatives that
//! come or go, are another state of the talks, never mere punctuation.

use super::editorial::{one, short};
use super::lists::Entry;
use super::side::{Side, Word, before, lower};
use super::topics::Topics;
use super::unit::{unit_at, unit_in};
use super::{Alarm, FlagKind};
use crate::document::{Pair, Span, TokenKind};

/// A partner farther off than so many bytes holds a passage.
const FAR: usize = 2_000;

/// Brackets that come, go or change: `[shall] [should] → should`, `adds [ten]`.
pub fn bracket(sides: Pair<&Side<'_>>) -> Option<Alarm> {
    let reason = match (alone(sides.old), alone(sides.new)) {
        (Some(inside), None) if sides.new.words.is_empty() => {
            format!("out of brackets: {}", short(inside.of(sides.old.text)))
        }
        (None, Some(inside)) if sides.old.words.is_empty() => {
            format!("into brackets: {}", short(inside.of(sides.new.text)))
        }
        _ if has_open_words(sides.old) || has_open_words(sides.new) => one(&sides.map(Side::shown)),
        _ => return None,
    };
    Some(Alarm::strong(FlagKind::Bracket, reason))
}

/// What stands between a bracket that is the whole edit and its partner.
fn alone(side: &Side<'_>) -> Option<Span> {
    let [bracket] = side.words.as_slice() else { return None };
    is_bracket(bracket).then(|| open_words(side, bracket)).flatten()
}

/// Whether the edit has a square bracket that holds words or amounts not agreed.
fn has_open_words(side: &Side<'_>) -> bool {
    side.any(Topics::BRACKET, |bracket| open_words(side, bracket).is_some())
}

const fn is_bracket(word: &Word<'_>) -> bool {
    word.topics.has(Topics::BRACKET)
}

/// The words or amounts not agreed that a bracket begins or ends, up to its partner or the border of the sentences.
fn open_words(side: &Side<'_>, bracket: &Word<'_>) -> Option<Span> {
    let sentences = side.sentence_span();
    let (before, behind) = (Span::new(sentences.start, bracket.span.start), Span::new(bracket.span.end, sentences.end));
    let (inside, is_whole) = match bracket.text {
        "[" => {
            let end = partner(behind.of(side.text).bytes(), b'[', b']');
            (Span::new(behind.start, end.map_or(behind.end, |at| behind.start + at)), end.is_some())
        }
        _ => {
            let start = partner(before.of(side.text).bytes().rev(), b']', b'[');
            (Span::new(start.map_or(before.start, |at| before.end - at), before.end), start.is_some())
        }
    };
    // What stands in brackets over several sentences, or long ones, is a passage of the draft.
    (!is_whole || is_open(side, inside)).then_some(inside)
}

/// How many bytes stand between a bracket and its partner, others within them aside; nothing where it is far.
fn partner(bytes: impl Iterator<Item = u8>, opens: u8, closes: u8) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, byte) in bytes.take(FAR).enumerate() {
        if byte == closes && depth == 0 {
            return Some(at);
        }
        depth = depth + usize::from(byte == opens) - usize::from(byte == closes);
    }
    None
}

/// Whether the words in brackets are none of the many others that square brackets hold: a mark of reference, a blank, a link.
fn is_open(side: &Side<'_>, inside: Span) -> bool {
    let words = inside.of(side.text);
    if words.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b',' | b'-' | b' ')) {
        return words.contains(|digit: char| digit.is_ascii_digit()) && is_amount(side, inside);
    }
    words.contains(char::is_lowercase) && !is_aside(words) && !is_joined(side.text, inside)
}

/// Whether brackets hold a letter, a footnote (`[^1]`), or a remark of the editor's.
fn is_aside(words: &str) -> bool {
    words.chars().nth(1).is_none() || words.starts_with('^') || matches!(words, "sic" | "et al." | "ed." | "eds.")
}

/// Whether brackets touch letters (`[T]he`), or are those of a link: `[the text](https://example.org)`, `[name]: https://example.org`.
fn is_joined(text: &str, inside: Span) -> bool {
    let before = text[..inside.start].trim_end_matches('[');
    let behind = text[inside.end..].trim_start_matches(']');
    let is_target = |words: &str| words.trim_start().starts_with("http") || words.trim_start().starts_with('<');
    before.ends_with(char::is_alphanumeric)
        || behind.starts_with(|first: char| first.is_alphanumeric() || first == '(')
        || behind.strip_prefix(':').is_some_and(is_target)
}

/// Whether the digits in brackets are an amount or a year and no mark of reference: `[30] [40] per cent`, `by [2030]`, `EUR [500]`.
pub fn is_amount(side: &Side<'_>, inside: Span) -> bool {
    let is_year = inside.of(side.text).parse::<u16>().is_ok_and(|year| (1800..2200).contains(&year));
    is_year || has_unit_before(side, inside.start) || has_unit_behind(side, inside.end)
}

fn has_unit_before(side: &Side<'_>, start: usize) -> bool {
    let before = before(side.text, start).trim_end_matches(is_of_numbers);
    let word = before.rsplit(char::is_whitespace).next().unwrap_or("");
    unit_in(word).is_some() || side.lists.entry(&lower(word)).is_some_and(|entry| !entry.units.is_empty())
}

fn has_unit_behind(side: &Side<'_>, end: usize) -> bool {
    let words = side.words_behind(end);
    let is_between =
        |word: &Word<'_>| is_bracket(word) || word.kind == TokenKind::Number && unit_in(word.text).is_none();
    let Some(at) = words.iter().position(|word| !is_between(word)) else { return false };
    let is_counted = |entry: &Entry| entry.scale.is_some() || entry.month.is_some() || entry.is_day;
    let is_counted = words[at].entry.is_some_and(is_counted);
    unit_in(words[at].text).is_some() || is_counted || unit_at(&words, at).is_some()
}

/// Whether a sign is one of those between the amounts of a row of alternatives: `EUR [30] [40]`.
fn is_of_numbers(letter: char) -> bool {
    letter.is_ascii_digit() || letter.is_whitespace() || matches!(letter, '[' | ']')
}
