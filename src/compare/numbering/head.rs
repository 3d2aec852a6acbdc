//! The head of a block: `## Article 5.`, `§ 3 –`, `5.2`, `(a)`. It tells where a thing stands, not what it says.

use std::ops::Range;

use memchr::memchr;

use super::number::{Number, Style};
use crate::compare::flags::lists::Lists;
use crate::document::Document;

/// Longer words (bytes) carry no number.
const LABEL: usize = 32;
/// A line of fewer bytes may be a title.
const TITLE: usize = 100;

/// A label and a number at the beginning of a block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head<'a> {
    /// The word before the number; empty where it stands alone.
    pub label: &'a str,
    /// The number.
    pub number: Number,
    /// Where the number stands in the block, without label, brackets and point.
    pub place: Range<usize>,
    /// Where the words of the block begin.
    pub end: usize,
}

/// The head of a block, which may be a heading; nothing where it has none.
pub fn head(text: &str, is_heading: bool) -> Option<Head<'_>> {
    let is_markup = |byte: &u8| matches!(byte, b'#' | b'*' | b'_' | b'>' | b' ' | b'\t');
    let begin = text.bytes().take_while(is_markup).count();
    if !may_begin(&text.as_bytes()[begin..]) {
        return None;
    }
    labelled(text, begin, is_heading).or_else(|| alone(text, begin, is_heading))
}

/// Whether there may be a head: most blocks are told by their first two words.
fn may_begin(bytes: &[u8]) -> bool {
    match bytes.first() {
        Some(first) if first.is_ascii_alphabetic() => {}
        first => return first.is_some_and(|first| first.is_ascii_digit() || *first == b'(' || !first.is_ascii()),
    }
    let word = bytes.iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
    let next = bytes[word..].iter().position(|byte| *byte != b' ').map_or(word, |spaces| word + spaces);
    next == word || !begins_word(&bytes[next..])
}

/// Whether a word stands here that is no number, as its first two letters tell.
fn begins_word(bytes: &[u8]) -> bool {
    let is_roman = |letter: &u8| b"ivxlc".contains(letter);
    matches!(bytes, [first, second @ b'a'..=b'z', ..] if !(first.is_ascii_digit() || is_roman(first) && is_roman(second)))
}

/// The head of the block that begins with a sentence; nothing where none does.
pub fn head_of(document: &Document, sentence: usize) -> Option<Head<'_>> {
    document.begins_block(sentence).then(|| sure_head(document, document.sentence(sentence))).flatten()
}

/// Whether a block of a document has nothing but a head.
pub fn is_bare(document: &Document, text: &str) -> bool {
    const LONGEST: usize = 60;
    text.len() <= LONGEST && sure_head(document, text).is_some_and(|head| head.end == text.len())
}

/// A head whose label is known to be one, unless it stands in a heading: `Total 30` is none.
fn sure_head<'a>(document: &Document, text: &'a str) -> Option<Head<'a>> {
    let is_heading = text.starts_with('#');
    let head = head(text, is_heading)?;
    if head.label.is_empty() || is_heading || head.label.starts_with('§') {
        return Some(head);
    }
    let entry = Lists::of(document.language).entry(&head.label.to_lowercase());
    entry.is_some_and(|entry| entry.reference.is_some()).then_some(head)
}

/// `Article 5` with a mark behind it, in a heading, or in a line that may be a title.
fn labelled(text: &str, begin: usize, is_heading: bool) -> Option<Head<'_>> {
    let rest = &text[begin..];
    let is_label = |letter: char| letter.is_alphabetic() || letter == '§';
    let label = &rest[..rest.find(|letter| !is_label(letter)).filter(|length| (1..=LABEL).contains(length))?];
    let behind = rest[label.len()..].trim_start_matches('.').trim_start_matches([' ', '\t', '\u{a0}']);
    if behind.len() == rest.len() - label.len() && !label.ends_with('§') {
        return None;
    }
    let start = text.len() - behind.len();
    let (number, ordinal) =
        token(behind).strip_suffix("er").filter(|one| *one == "1").map_or((token(behind), ""), |one| (one, "er"));
    let place = start..start + number.len();
    let after = &text[place.end + ordinal.len()..];
    let words = after.trim_start_matches(['.', ':', ')', '*', '_']);
    let undashed = words.trim_start_matches([' ', '\t']).trim_start_matches(['—', '–', '-']);
    let has_dash = undashed.len() < words.trim_start_matches([' ', '\t']).len() && undashed.starts_with([' ', '\t']);
    let words = if has_dash { undashed } else { words };
    let is_apart = words.is_empty() || words.starts_with(char::is_whitespace);
    let is_closed = words.len() < after.len() || after.is_empty() || after.starts_with(['\n', '\r']);
    if place.is_empty() || !is_apart {
        return None;
    }
    let number = Number::read(&text[place.clone()])?;
    if !is_closed && !is_heading && !may_be_title(text, words) {
        return None;
    }
    let is_title = number.style() == Style::Digits || place.len() > 1;
    let end = text.len() - words.trim_start().trim_start_matches(['*', '_']).len();
    (is_closed || is_title).then_some(Head { label, number, place, end })
}

/// Whether a block is a line that may be a title, or has one above its text. That it is one its words tell (those behind the number),
/// which begin with a capital as the text does, and that the first word of the text had room behind it.
fn may_be_title(text: &str, words: &str) -> bool {
    /// So many lines tell how long lines are.
    const LINES: usize = 8;
    // Most blocks are longer than any title before their first line ends.
    let line = memchr(b'\n', &text.as_bytes()[..text.len().min(TITLE)]);
    let (title, below) = line.map_or((text, ""), |end| (&text[..end], &text[end + 1..]));
    let title = title.trim_end();
    let is_title = title.len() < TITLE && !title.ends_with(['.', ';', ',', ':', '?', '!', '"', '”']);
    let is_above = || {
        let first = below.split_whitespace().next().unwrap_or("");
        let needed = title.chars().count() + 1 + first.chars().count();
        let is_begin = |words: &str| words.trim_start().starts_with(char::is_uppercase);
        is_begin(words) && is_begin(below) && below.lines().take(LINES).any(|line| line.chars().count() >= needed)
    };
    is_title && (below.is_empty() || is_above())
}

/// `5.`, `(5)`, `a)`, `5.2`, in a heading also `5`.
fn alone(text: &str, begin: usize, is_heading: bool) -> Option<Head<'_>> {
    let is_open = text[begin..].starts_with('(');
    let start = begin + usize::from(is_open);
    let place = start..start + token(&text[start..]).len();
    let number = Number::read(&text[place.clone()])?;
    let after = &text[place.end..];
    let closer = after.chars().next().filter(|mark| matches!(mark, '.' | ')'));
    let words = after.trim_start_matches(['.', ')', '*', '_']);
    let is_apart = words.is_empty() || words.starts_with(char::is_whitespace);
    let words = words.trim_start().trim_start_matches(['*', '_']);
    let begins = !words.starts_with(|first: char| first.is_lowercase() || first.is_numeric());
    let is_closed = match number.style() {
        _ if is_open => closer == Some(')'),
        Style::Digits => closer.is_some() || (is_heading || number.depth() > 1) && begins,
        Style::Letter | Style::SmallRoman => closer == Some(')') || number.depth() > 1 && closer.is_some(),
        Style::Roman => closer.is_some(),
        Style::Capital => closer == Some(')') || is_heading && closer.is_some(),
    };
    let end = text.len() - words.len();
    (is_apart && is_closed).then_some(Head { label: "", number, place, end })
}

/// What may be a number at the beginning of a text: letters or digits, with points between digits.
pub fn token(text: &str) -> &str {
    let bytes = text.as_bytes();
    if begins_word(bytes) {
        return "";
    }
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let goes_on = |at: &usize| {
        bytes[*at].is_ascii_alphanumeric() || bytes[*at] == b'.' && *at > 0 && is_digit(at - 1) && is_digit(at + 1)
    };
    let end = (0..bytes.len()).find(|at| !goes_on(at)).unwrap_or(bytes.len());
    if text[end..].starts_with(char::is_alphanumeric) { "" } else { &text[..end] }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<(&str, &str, &str)>) {
        let found = head(text, text.starts_with('#'));
        let shown = found.map(|head| (head.label, head.number.to_string(), &text[head.end..]));
        assert_eq!(shown, expected.map(|(label, number, words)| (label, number.to_owned(), words)), "{text}");
    }

    #[test]
    fn heads_end_before_the_words() {
        for (text, label, number, words) in [
            ("## Article 5. Seat", "Article", "5", "Seat"),
            ("Article 5 – Seat", "Article", "5", "Seat"),
            ("ARTICLE 5 SEAT", "ARTICLE", "5", "SEAT"),
            ("**Article 5.** The seat.", "Article", "5", "The seat."),
            ("Section 3.2. The Buyer pays.", "Section", "3.2", "The Buyer pays."),
            ("§ 3", "§", "3", ""),
            ("§7. Haftung", "§", "7", "Haftung"),
            ("## Annex IV", "Annex", "IV", ""),
            ("Статья 5. Бюджет", "Статья", "5", "Бюджет"),
            ("5.2 The Buyer", "", "5.2", "The Buyer"),
            ("(a) hay;", "", "a", "hay;"),
            ("1. hay;", "", "1", "hay;"),
            ("## 5 Seat", "", "5", "Seat"),
            ("§ 2 Sitz\nDer Verein hat seinen Sitz hier.", "§", "2", "Sitz\nDer Verein hat seinen Sitz hier."),
            ("Article 1er. Siège", "Article", "1", "Siège"),
        ] {
            check(text, Some((label, number, words)));
        }
    }

    #[test]
    fn numbers_in_a_sentence_are_no_head() {
        let texts = [
            "Article 5 applies.",
            "5 days remain.",
            "2.5 tons",
            "2024. A year",
            "Seat",
            "",
            "##",
            "I think so.",
            "A seat",
            "Article 5-7 apply.",
            "Article 5 applies to all who\nAsk for it there.",
            "§ 5 Satz\n2 gilt für alle Mitglieder hier.",
            "§ 5 Absatz Eins gilt für alle\nMitglieder und Gäste.",
            "Section 5 Powers are\nGreat.",
        ];
        texts.iter().for_each(|text| check(text, None));
    }

    #[test]
    fn bare_heads_have_no_words() {
        let is_bare = |text| is_bare(&Document { language: Some("en"), ..Document::default() }, text);
        assert!(is_bare("## Article 5") && is_bare("§ 3.") && is_bare("(iv)") && is_bare("Annex II"));
        assert!(!is_bare("## Article 5. Seat") && !is_bare("Seat") && !is_bare("") && !is_bare("Total 30"));
    }
}
