//! Tags, entities and signs of markup: what is bold in the original is bold in the translation.

use super::link::differing;
use super::rendering::Rendering;
use super::{Class, Finding, FlagKind};
use crate::compare::align::Link;
use crate::document::{Document, Pair, Side, Span};

/// Signs of markup that only one side has.
pub fn markup(rendering: &Rendering<'_>) -> Vec<Finding> {
    differing(rendering, FlagKind::Markup, Class::Editorial, signs)
}

/// Line breaks at the beginning and the end of a message, in a catalogue whose sides must agree on them.
pub fn breaks(documents: Pair<&Document>, link: &Link) -> Vec<Finding> {
    let of = |side: Side| {
        let sentence = link.sentences[side].start;
        documents[side].breaks.get(documents[side].block_of(sentence)).copied()
    };
    let Some((old, new)) = of(Side::Old).zip(of(Side::New)) else { return Vec::new() };
    let said = |at: usize| match (old[at], new[at]) {
        (true, false) => Some("drops"),
        (false, true) => Some("adds"),
        _ => None,
    };
    let ends = ["beginning", "end"].into_iter().enumerate();
    let reasons = ends.filter_map(|(at, end)| Some(format!("{} the line break at the {end}", said(at)?)));
    reasons.map(|reason| Finding::new(FlagKind::Markup, Class::Substantive, reason)).collect()
}

/// Tags, entities, and the signs of Markdown that mean nothing else.
pub fn signs(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(['<', '&', '*', '`']).map(|found| at + found) {
        let rest = &text[start..];
        let length = match rest.as_bytes()[0] {
            b'<' => tag(rest),
            b'&' => entity(rest),
            b'*' => (stars(rest) == 2).then_some(2),
            _ => Some(1),
        };
        at = start + length.unwrap_or_else(|| stars(rest).max(1));
        found.extend(length.map(|length| Span::new(start, start + length)));
    }
    found
}

/// How many stars stand in a row: one or three part sections and mark notes.
fn stars(text: &str) -> usize {
    text.bytes().take_while(|byte| *byte == b'*').count()
}

/// How long a tag is: `<b>`, `</a>`, `<ph x="1"/>`.
fn tag(text: &str) -> Option<usize> {
    let name = text[1..].strip_prefix('/').unwrap_or(&text[1..]);
    let is_name = name.starts_with(|first: char| first.is_ascii_alphabetic());
    let end = 1 + text[1..].find(['<', '>']).filter(|_| is_name)?;
    text[end..].starts_with('>').then_some(end + 1)
}

/// How long an entity is: `&amp;`, `&#160;`.
fn entity(text: &str) -> Option<usize> {
    let end = text.bytes().take(10).position(|byte| byte == b';').filter(|end| *end >= 3)?;
    text[1..end].bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'#').then_some(end + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        assert_eq!(signs(text).iter().map(|span| span.of(text)).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn signs_are_found() {
        check("<b>bold</b> &amp; <ph x=\"1\"/>", &["<b>", "</b>", "&amp;", "<ph x=\"1\"/>"]);
        check("**bold** and `code`", &["**", "**", "`", "`"]);
        check("3 < 5, a * b, R&D; Fisch & Söhne", &[]);
    }
}
