//! Edits that change no word: spelling, punctuation, case, typography, spacing. What is not surely one of these is none.

use super::abbreviation::abbreviation;
use super::bracket::is_amount;
use super::date::same_date;
use super::number::same_value;
use super::side::{Side, Word};
use super::spelling::{is_alike, is_joined, is_respelt, plain, words};
use super::unit::same_unit;
use super::{Flag, FlagKind};
use crate::document::{Pair, Span, TokenKind};

/// Marks whose coming and going changes no word. Square brackets are not among them: in drafts they hold what is not agreed.
const MARKS: &str = ",;:.…\"'“”„«»‹›‘’‚—–-()!·";
/// Marks of emphasis and headings in Markdown: shape, no punctuation.
const EMPHASIS: &str = "*_`#";

/// Marks that begin the items of a list.
const BULLETS: [&str; 6] = ["-", "*", "+", "•", "–", "·"];

/// Why an edit changes no word; nothing where it does.
pub fn same_words(sides: Pair<&Side<'_>>) -> Option<Flag> {
    if !sides.old.stands() || !sides.new.stands() {
        return None;
    }
    if is_sure_of_words(sides.old, sides.new) || is_sure_of_words(sides.new, sides.old) {
        return None;
    }
    let shown = sides.map(|side| side.edit.of(side.text).trim());
    let flag = |kind| Some(Flag { kind, reason: one(&shown) });
    if shown.old.is_empty() && shown.new.is_empty() {
        return Some(Flag { kind: FlagKind::Spacing, reason: "white space only".to_owned() });
    }
    if same_value(sides) || same_date(sides) || is_alike(sides) {
        return flag(FlagKind::Spelling);
    }
    if same_unit(sides) {
        return flag(FlagKind::Abbreviation);
    }
    if is_citation(sides) {
        return flag(FlagKind::Reference);
    }
    if has_other_marks(sides.old) || has_other_marks(sides.new) {
        return None;
    }
    let is_same_size = sides.old.size() == sides.new.size();
    let all = |same: fn(&Word<'_>, &Word<'_>) -> bool| {
        is_same_size && words(sides.old).zip(words(sides.new)).all(|(old, new)| same(old, new))
    };
    if all(|old, new| old.text == new.text) {
        let (marks, is_bullet) = (sides.map(shapes), |mark: &str| BULLETS.contains(&mark));
        let is_shape = marks.old == marks.new || is_bullet(shown.old) && is_bullet(shown.new);
        return flag(if is_shape { FlagKind::Typography } else { FlagKind::Punctuation });
    }
    if all(|old, new| plain(old.text) == plain(new.text)) {
        return flag(FlagKind::Typography);
    }
    if all(|old, new| old.lower == new.lower && old.is_capitals() == new.is_capitals()) {
        return flag(FlagKind::Case);
    }
    let lists = sides.old.lists;
    let is_one =
        |(old, new): (&Word<'_>, &Word<'_>)| is_respelt(old, new, lists) && old.is_capitals() == new.is_capitals();
    if is_same_size && words(sides.old).zip(words(sides.new)).all(is_one) || is_joined(sides) {
        return flag(FlagKind::Spelling);
    }
    abbreviation(sides).map(|reason| Flag { kind: FlagKind::Abbreviation, reason })
}

/// Whether words came or went where none stand on the other side, without a bracket that may hold a citation or abbreviation:
/// most edits are so, and need no closer look.
fn is_sure_of_words(side: &Side<'_>, other: &Side<'_>) -> bool {
    other.words.is_empty()
        && side.words.iter().any(|word| word.kind != TokenKind::Mark)
        && !side.words.iter().any(|word| matches!(word.text, "(" | "["))
}

/// An edit in one line: `old → new`.
pub fn one(shown: &Pair<&str>) -> String {
    match (shown.old, shown.new) {
        ("", new) => format!("adds {}", short(new)),
        (old, "") => format!("drops {}", short(old)),
        (old, new) => format!("{} → {}", short(old), short(new)),
    }
}

/// Some words on one line, cut where they are many: a reason is read at a glance.
pub fn short(words: &str) -> String {
    const LONG: usize = 40;
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    match words.char_indices().nth(LONG) {
        Some((end, _)) => format!("{}…", &words[..end]),
        None => words,
    }
}

/// Whether a mark of reference came or went alone: `[12]`, `[REF]`, `(see [12])`. The sentence reads as before.
fn is_citation(sides: Pair<&Side<'_>>) -> bool {
    let is_mark = |word: &Word<'_>| {
        word.kind == TokenKind::Number
            || matches!(word.text, "," | "-" | "–")
            || word.is_capitals() && word.entry.is_some_and(|entry| entry.reference.is_some())
    };
    let (([], words) | (words, [])) = (sides.old.words.as_slice(), sides.new.words.as_slice()) else { return false };
    let words = match words {
        [open, pointer, inside @ .., close] if open.text == "(" && close.text == ")" && is_pointer(pointer) => inside,
        words => words,
    };
    match words {
        [open, inside @ .., close] => {
            let is_amount = |side: &Side<'_>| is_amount(side, Span::new(open.span.end, close.span.start));
            open.text == "["
                && close.text == "]"
                && !inside.is_empty()
                && inside.iter().all(is_mark)
                && !is_amount(if sides.old.words.is_empty() { sides.new } else { sides.old })
        }
        _ => false,
    }
}

/// Whether a word points at something written: `see`.
fn is_pointer(word: &Word<'_>) -> bool {
    word.entry.is_some_and(|entry| entry.is_pointer)
}

fn has_other_marks(side: &Side<'_>) -> bool {
    let is_known = |word: &Word<'_>| MARKS.contains(word.text) || EMPHASIS.contains(word.text);
    side.words.iter().any(|word| word.kind == TokenKind::Mark && !is_known(word))
}

/// The marks of a side without their shapes.
fn shapes(side: &Side<'_>) -> String {
    let marks = side.words.iter().filter(|word| word.kind == TokenKind::Mark);
    let marks: String =
        marks.flat_map(|word| word.text.chars()).filter(|mark| !EMPHASIS.contains(*mark)).map(shape).collect();
    marks.replace("...", "…")
}

/// A mark without its shape.
fn shape(mark: char) -> char {
    match mark {
        '“' | '”' | '„' | '«' | '»' | '‹' | '›' | '‘' | '’' | '‚' | '\'' => '"',
        '—' | '–' => '-',
        other => other,
    }
}
