//! Edits that change no word: spelling, punctuation, case, typography, spacing. What is not surely one of these is none.

use super::abbreviation::abbreviation;
use super::bracket::is_amount;
use super::date::same_date;
use super::doubled::is_doubled;
use super::label::same_label;
use super::markup::is_layout;
use super::notes::Notes;
use super::number::same_value;
use super::numeral::is_joiner;
use super::power::same_power;
use super::reference::references;
use super::side::{Side, Word};
use super::spelling::{is_alike, is_joined, is_respelt, is_same_range, plain, words};
use super::twin::is_said_twice;
use super::unit::{is_other_prefix, same_unit, unit_in};
use super::{Flag, FlagKind};
use crate::compare::cells::is_rule;
use crate::document::{Pair, Span, TokenKind};

/// Marks whose coming and going changes no word. Square brackets are not among them: in drafts they hold what is not agreed.
const MARKS: &str = ",;:.…\"'“”„«»‹›‘’‚—–-()!·";
/// Marks of emphasis and headings in Markdown: shape, no punctuation.
const EMPHASIS: &str = "*_`#";

/// Marks that begin the items of a list, and say nothing of them.
const BULLETS: &str = "-*+–—·‣⁃∙";
/// Those in whose place the open or filled ones of a list may stand that are small; the others may tell what was chosen.
const SMALL: &str = "•▪◦";
/// Open ones, and filled ones: `○ No`, `● Yes`.
const SHAPES: [&str; 2] = ["◦○", "•●▪■"];
/// Marks before a number that are its sign rather than a bullet.
const SIGNS: &str = "-+–—";

/// Why an edit changes no word; nothing where it does.
pub fn same_words(sides: Pair<&Side<'_>>) -> Option<Flag> {
    if !sides.old.stands() || !sides.new.stands() {
        return None;
    }
    let flag = |kind| Some(Flag { kind, reason: one(&sides.map(Side::shown)) });
    if is_doubled(sides) {
        return flag(FlagKind::Doubled);
    }
    if let Some(kind) = around_words(sides) {
        return flag(kind);
    }
    let is_sure = is_sure_of_words(sides.old, sides.new) || is_sure_of_words(sides.new, sides.old);
    if is_sure {
        return same_date(sides).map(|reason| Flag { kind: FlagKind::Spelling, reason });
    }
    if is_other_prefix(sides) {
        return None;
    }
    let shown = sides.map(Side::shown);
    if shown.old.is_empty() && shown.new.is_empty() {
        return Some(Flag { kind: FlagKind::Spacing, reason: "white space only".to_owned() });
    }
    // Section 5.1 is not Section 5.10.
    let is_value =
        || same_value(sides) && references(sides, Pair::of(&Notes::default(), &Notes::default())).alarm.is_none();
    if same_power(sides) || is_value() {
        return flag(FlagKind::Typography);
    }
    if let Some(reason) = same_date(sides) {
        return Some(Flag { kind: FlagKind::Spelling, reason });
    }
    if is_alike(sides) || is_said_twice(sides) {
        return flag(FlagKind::Spelling);
    }
    if same_unit(sides) {
        let is_shape = plain(shown.old) == plain(shown.new);
        return flag(if is_shape { FlagKind::Typography } else { FlagKind::Abbreviation });
    }
    if is_same_range(sides) {
        return flag(FlagKind::Typography);
    }
    if is_citation(sides) {
        return flag(FlagKind::Reference);
    }
    if let Some(kind) = same_label(sides) {
        return flag(kind);
    }
    same_letters(sides)
}

/// Why an edit has the same words, each in another shape at most; nothing where it has others.
fn same_letters(sides: Pair<&Side<'_>>) -> Option<Flag> {
    let shown = sides.map(Side::shown);
    let flag = |kind| Some(Flag { kind, reason: one(&shown) });
    if is_bullet(sides) {
        return flag(FlagKind::Typography);
    }
    if (is_sign(sides.old) || is_sign(sides.new)) && shapes(sides.old) != shapes(sides.new) {
        return None;
    }
    if has_other_marks(sides.old) || has_other_marks(sides.new) {
        return None;
    }
    let lists = sides.old.lists;
    let is_same_size = sides.old.size() == sides.new.size();
    let all = |same: fn(&Word<'_>, &Word<'_>) -> bool| {
        is_same_size && words(sides.old).zip(words(sides.new)).all(|(old, new)| same(old, new))
    };
    if all(|old, new| old.text == new.text) {
        let marks = sides.map(shapes);
        let is_shape = marks.old == marks.new;
        return flag(if is_shape { FlagKind::Typography } else { FlagKind::Punctuation });
    }
    if all(|old, new| plain(old.text) == plain(new.text)) {
        return flag(FlagKind::Typography);
    }
    // Where a capital tells a name, it was asked for already: at the beginning of a sentence it tells nothing.
    if !lists.names_by_case && sides.old.words.iter().any(|word| lists.cased.contains(&*word.lower)) {
        return None;
    }
    if all(|old, new| old.lower == new.lower && old.is_capitals() == new.is_capitals()) {
        return flag(FlagKind::Case);
    }
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

/// Whether marks of reference came or went alone, or with no more than what leads to them: `[12]`, `[^3]`, `(see [12])`, `and [13]`.
/// The sentence reads as before. What is joined by a word ends its clause: in `are [40] and [60] of the cost` amounts are left open.
fn is_citation(sides: Pair<&Side<'_>>) -> bool {
    let side = match (sides.old.words.is_empty(), sides.new.words.is_empty()) {
        (true, false) => sides.new,
        (false, true) => sides.old,
        _ => return false,
    };
    let mut rest = match side.words.as_slice() {
        [open, pointer, rest @ .., close] if open.text == "(" && close.text == ")" && is_pointer(pointer) => rest,
        words => words,
    };
    let mut has_mark = false;
    while let [first, behind @ ..] = rest {
        rest = match mark_of_reference(side, rest) {
            Some(behind) => {
                has_mark = true;
                behind
            }
            None if matches!(first.text, "(" | ")" | "," | ".") || is_joiner(first) => behind,
            None => return false,
        };
    }
    let ends_clause = || side.next().is_none_or(|next| next.kind == TokenKind::Mark);
    has_mark && !continues_label(side) && (!side.words.iter().any(is_joiner) || ends_clause())
}

/// Whether the words before an edit name what is numbered, with more marks between at most: `Articles [12]` goes on with `and [14]`.
fn continues_label(side: &Side<'_>) -> bool {
    let words = side.near_before().iter();
    let mut words = words.filter(|word| word.kind == TokenKind::Word && !side.is_blank(word) && !is_joiner(word));
    words.next_back().is_some_and(|word| word.entry.is_some_and(|entry| entry.reference.is_some()))
}

/// What follows a mark of reference, where words begin with one: `[12]`, `[REF]`.
pub fn mark_of_reference<'a, 'b>(side: &Side<'_>, words: &'a [Word<'b>]) -> Option<&'a [Word<'b>]> {
    let is_inside = |word: &Word<'_>| {
        word.kind == TokenKind::Number
            || matches!(word.text, "," | "-" | "–" | "^")
            || word.is_capitals() && word.entry.is_some_and(|entry| entry.reference.is_some())
    };
    let [open, rest @ ..] = words else { return None };
    let length = rest.iter().take_while(|word| is_inside(word)).count();
    let close = rest.get(length).filter(|close| open.text == "[" && length > 0 && close.text == "]")?;
    let is_amount = is_amount(side, Span::new(open.span.end, close.span.start));
    (!is_amount).then(|| &rest[length + 1..])
}

/// Whether a word points at something written: `see`.
fn is_pointer(word: &Word<'_>) -> bool {
    word.entry.is_some_and(|entry| entry.is_pointer)
}

/// What an edit is that surely lies in no word: in tags of layout, or in a line that is drawn.
fn around_words(sides: Pair<&Side<'_>>) -> Option<FlagKind> {
    if is_layout(sides) {
        return Some(FlagKind::Markup);
    }
    is_drawn(sides).then_some(FlagKind::Typography)
}

/// Whether the edit lies in a line that is only drawn: `|---|` → `|:--|`.
fn is_drawn(sides: Pair<&Side<'_>>) -> bool {
    let is_drawn = |side: &Side<'_>| {
        side.words.iter().all(|word| word.kind == TokenKind::Mark) && is_rule(side.bead.of(side.text))
    };
    is_drawn(sides.old) && is_drawn(sides.new)
}

/// Whether both sides are marks before an item of a list, and one may stand for the other.
fn is_bullet(sides: Pair<&Side<'_>>) -> bool {
    let (Some(old), Some(new)) = (first_mark(sides.old), first_mark(sides.new)) else { return false };
    let is_plain = |mark: &str| BULLETS.contains(mark);
    let may_be = |mark: &str| is_plain(mark) || SMALL.contains(mark);
    let is_one = may_be(old) && may_be(new) && (is_plain(old) || is_plain(new))
        || SHAPES.iter().any(|shapes| shapes.contains(old) && shapes.contains(new));
    is_one && !is_sign(sides.old) && !is_sign(sides.new)
}

/// The mark that a side is, where it begins its line with a space behind it: `-5` and `2 * 3` are numbers.
fn first_mark<'a>(side: &Side<'a>) -> Option<&'a str> {
    let [mark] = side.words.as_slice() else { return None };
    let before = side.text[..mark.span.start].trim_end_matches([' ', '\t']);
    let is_first = before.is_empty() || before.ends_with('\n');
    (is_first && side.text[mark.span.end..].starts_with([' ', '\t', '\u{a0}'])).then_some(mark.text)
}

/// Whether a side is such a mark that may be the sign of the number behind it: `- 2.5 in May`.
fn is_sign(side: &Side<'_>) -> bool {
    first_mark(side).is_some_and(|mark| SIGNS.contains(mark))
        && side.next().is_some_and(|next| next.kind == TokenKind::Number || unit_in(next.text).is_some())
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
