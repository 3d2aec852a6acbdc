//! References as they stand in a text: a word that names what is numbered with its number, a number in brackets, the letter of an item.

use std::ops::Range;

use super::bracket::is_amount;
use super::lists::JOINS;
use super::markup::is_markup;
use super::side::{Side, Word, before, lower};
use super::topics::Topics;
use super::unit::unit_at;
use crate::document::{Span, TokenKind};

/// An edit of more words is not asked for the letters of items.
const FEW: usize = 8;

/// What stands behind a number that was put between two others.
const BETWEEN: [&str; 4] = ["bis", "ter", "quater", "quinquies"];

/// A reference as it is written and what it points at.
#[derive(Clone, Debug)]
pub struct Mention {
    /// Where it stands.
    pub span: Span,
    /// As it is written.
    pub text: String,
    /// What it points at.
    pub key: String,
    /// Whether it is the number of the heading or item itself.
    pub is_own: bool,
}

/// Whether the edit has something that a reference is made of.
pub fn is_near(side: &Side<'_>) -> bool {
    let is_behind_label = |word: &Word<'_>| {
        let before = before(side.text, word.span.start).trim_end_matches([' ', '.', '\u{a0}']);
        let before = before.rsplit(|letter: char| !letter.is_alphanumeric()).next().unwrap_or("");
        side.lists.entry(&lower(before)).is_some_and(|entry| entry.reference.is_some())
    };
    let is_before_number = |word: &Word<'_>| {
        let mut behind = side.text[word.span.end..].trim_start_matches(['.', ' ', '\u{a0}']).chars();
        behind
            .next()
            .is_some_and(|first| first.is_ascii_digit() || first.is_uppercase() || matches!(first, '[' | '(' | '§'))
            && behind.next().is_none_or(|second| !second.is_lowercase())
    };
    let counts = |word: &Word<'_>| {
        word.kind == TokenKind::Number
            || label(word).is_some() && is_before_number(word)
            || (is_roman(word) || is_letter(word)) && is_behind_label(word)
    };
    // Small letters are about nothing by themselves, so only a few words are asked for them.
    let has_item = || side.size() <= FEW && side.words.iter().any(|word| is_item(side.text, word));
    side.any(Topics::DIGITS | Topics::LABEL | Topics::CAPITAL, counts) || has_item()
}

/// The references that an edit touches.
pub fn found(side: &Side<'_>) -> Vec<Mention> {
    let mut found = all(side);
    found.retain(|one| side.touches(one.span) && !is_markup(side.text, one.span));
    found
}

/// The references near an edit.
pub fn all(side: &Side<'_>) -> Vec<Mention> {
    let words = side.near();
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let Some(range) = mention_at(side, words, at) else {
            at += 1;
            continue;
        };
        at = range.end;
        found.push(mention(side, &words[range]));
    }
    found
}

/// The words of the reference that begins at a word.
fn mention_at(side: &Side<'_>, words: &[Word<'_>], at: usize) -> Option<Range<usize>> {
    let text = |index: usize| words.get(index).map_or("", |word| word.text);
    let is_digits = |index: usize| words.get(index).is_some_and(is_number);
    let is_beside = |index: usize| index > 0 && words[index - 1].span.end == words[index].span.start;
    match text(at) {
        "[" if is_digits(at + 1) => {
            let mut end = at + 2;
            while matches!(text(end), "," | "-" | "–") && is_digits(end + 1) {
                end += 2;
            }
            let inside = words[at + 1].span.to(words[end - 1].span);
            return (text(end) == "]" && !is_amount(side, inside)).then_some(at..end + 1);
        }
        "[" if text(at + 1) == "^" && is_digits(at + 2) && text(at + 3) == "]" => return Some(at..at + 4),
        "#" if is_digits(at + 1) && is_beside(at + 1) => return Some(at..behind_list(side.text, words, at + 2)),
        sign if sign.starts_with('§') && is_digits(at) => return Some(at..behind_list(side.text, words, at + 1)),
        _ if is_digits(at) && is_item_number(side.text, &words[at], text(at + 1)) => {
            return Some(at..at + 1 + usize::from(BETWEEN.contains(&text(at + 1))));
        }
        _ => {}
    }
    label(&words[at])?;
    let start = at + 1 + usize::from(text(at + 1) == "." && is_beside(at + 1));
    let is_numbered = words.get(start).is_some_and(|word| is_number(word) || is_roman(word) || is_letter(word));
    let behind = if is_numbered { start + 1 } else { behind_item(side.text, words, start)? };
    Some(at..behind_list(side.text, words, behind))
}

/// The index behind the letter of an item: `(a)`, `a)`, `(iv)`.
fn behind_item(text: &str, words: &[Word<'_>], at: usize) -> Option<usize> {
    let letter = at + usize::from(words.get(at)?.text == "(");
    words.get(letter).is_some_and(|word| is_item(text, word)).then_some(letter + 2)
}

/// Whether a word is the letter or small Roman number of an item, with the bracket that closes it right behind: `a)`, `iv)`.
fn is_item(text: &str, word: &Word<'_>) -> bool {
    let is_roman = || word.text.len() <= 4 && word.text.bytes().all(|letter| b"ivxl".contains(&letter));
    let is_one = || word.text.chars().nth(1).is_none() && word.text.chars().all(char::is_lowercase);
    text[word.span.end..].starts_with(')') && word.kind == TokenKind::Word && (is_one() || is_roman())
}

/// The index behind a list of numbers: `5`, `5 and 6`, `5(1)(a)`, `5 a)`, `(a) and (b)`, `5–7`, `D.4`, `5 bis`.
fn behind_list(whole: &str, words: &[Word<'_>], mut end: usize) -> usize {
    let text = |index: usize| words.get(index).map_or("", |word| word.text);
    let is_numbered = |index: usize| words.get(index).is_some_and(|word| is_number(word) || is_roman(word));
    // `under Article 5, 30 days later` has one number of an article.
    let goes_on =
        |index: usize| (is_numbered(index) || is_letter_number(words, index)) && unit_at(words, index + 1).is_none();
    // Of `point (a) and (b)`; what `and (i)` begins behind a number is an item of its own.
    let is_joined_item =
        |index: usize| JOINS.contains(&text(index)) && text(index - 1) == ")" && text(index + 1) != ")";
    loop {
        if text(end) == "(" && text(end + 2) == ")" && text(end + 1).chars().count() <= 4 {
            end += 3;
        } else if let Some(behind) = behind_item(whole, words, end + usize::from(is_joined_item(end))) {
            end = behind;
        } else if text(end) == "." && is_numbered(end + 1) && words[end].span.end == words[end + 1].span.start {
            end += 2;
        } else if BETWEEN.contains(&text(end)) && !is_numbered(end + 1) {
            end += 1;
        } else if JOINS.contains(&text(end)) && goes_on(end + 1) {
            end += 2;
        } else {
            return end;
        }
    }
}

/// Whether a capital with a number behind its point begins at a word: `D.7`.
fn is_letter_number(words: &[Word<'_>], at: usize) -> bool {
    matches!(words.get(at..at + 3), Some([letter, point, number]) if is_letter(letter) && point.text == "." && is_number(number))
}

fn mention(side: &Side<'_>, words: &[Word<'_>]) -> Mention {
    let span = words[0].span.to(words[words.len() - 1].span);
    let text = span.of(side.text).split_whitespace().collect::<Vec<_>>().join(" ");
    // `Art. 5` and `Article 5` point at the same.
    let is_nested =
        |word: &Word<'_>| word.text.contains('.') && word.text.split('.').all(|part| part.parse::<u16>().is_ok());
    let named = |word: &Word<'_>| match label(word) {
        Some(group) => format!("#{group}"),
        // `Article 6.2` and `Article 6(2)` too.
        None if is_nested(word) && label(&words[0]).is_some() => {
            word.text.replacen('.', " ", 1).replace('.', " ) ") + " )"
        }
        // `Article 1er` is `Article 1`.
        None => word.lower.strip_suffix("er").filter(|one| *one == "1").unwrap_or(&word.lower).to_owned(),
    };
    // `2 a)` is `2(a)`.
    let is_sign = |word: &&Word<'_>| !matches!(word.text, "." | "(");
    let key = words.iter().filter(is_sign).map(named).collect::<Vec<_>>().join(" ");
    // The marks of footnotes are numbered as they come.
    let is_footnote = words.get(1).is_some_and(|word| word.text == "^");
    let is_own = is_footnote || begins_line(side.text, span.start) && is_heading(side.text, words);
    Mention { span, text, key, is_own }
}

/// Whether a reference that begins its line ends there too, or at a mark: a heading, or the number of an item.
fn is_heading(text: &str, words: &[Word<'_>]) -> bool {
    let end = words[words.len() - 1].span.end;
    let rest = text.get(end..).unwrap_or("").trim_start_matches([' ', '*', '_', '#']);
    words.len() == 1 || rest.is_empty() || rest.starts_with(['.', ':', '\n', '\r', '—', '–', '-', ')', '|'])
}

/// Whether only marks stand before this place on its line.
fn begins_line(text: &str, at: usize) -> bool {
    let before = before(text, at);
    let line = before.rfind(['\n', '\r', '|']).map_or(before, |cut| &before[cut + 1..]);
    line.len() <= 12 && line.chars().all(|letter| letter.is_whitespace() || "#>*_-–—•[(\"“«".contains(letter))
}

/// Whether a number is that of an item: `5.`, `5)`, `3.3 The Supplier`.
fn is_item_number(text: &str, word: &Word<'_>, next: &str) -> bool {
    if !begins_line(text, word.span.start) || word.text.starts_with(|first: char| !first.is_ascii_digit()) {
        return false;
    }
    let behind = text.get(word.span.end..).unwrap_or("");
    let between = BETWEEN.iter().find_map(|word| behind.strip_prefix(' ')?.strip_prefix(word));
    let behind = between.unwrap_or(behind);
    let is_marked = behind.starts_with(['.', ')']) && behind[1..].starts_with(char::is_whitespace);
    let is_begin = next.starts_with(|first: char| first.is_uppercase() || "\"“„«*_".contains(first));
    let is_parted = word.text.contains('.') && word.text.len() <= 8 && is_begin;
    is_marked && word.text.len() <= 8 || is_parted
}

fn label(word: &Word<'_>) -> Option<usize> {
    word.entry?.reference
}

fn is_number(word: &Word<'_>) -> bool {
    word.kind == TokenKind::Number
}

pub fn is_roman(word: &Word<'_>) -> bool {
    (1..=7).contains(&word.text.len()) && word.text.bytes().all(|letter| b"IVXLC".contains(&letter))
}

/// A single capital or a letter in brackets' place: `Annex A`.
pub fn is_letter(word: &Word<'_>) -> bool {
    let mut letters = word.text.chars();
    word.kind == TokenKind::Word && letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
}
