//! Addresses and tags in the text: nothing in them is a number, a name or a word of content.

use super::side::before;
use crate::document::{Span, is_spaceless};

/// Whether a place lies in an address, the target of a link, or a tag: `https://…`, `](#part-5)`, `<a id="x1">`.
pub fn is_markup(text: &str, span: Span) -> bool {
    let behind = &text[span.end..];
    if behind.starts_with("://") || behind.starts_with("=\"") {
        return true;
    }
    let before = before(text, span.start).rsplit(char::is_whitespace).next().unwrap_or("");
    // Most words stand behind a space.
    if before.is_empty() {
        return false;
    }
    // What stands behind a tag that is closed is text again.
    let before = before.rsplit('>').next().unwrap_or("");
    let before = behind_address(before);
    let signs = ["://", "](", "<", "=\"", "mailto:"];
    before.starts_with('/') || !before.is_empty() && signs.iter().any(|sign| before.contains(sign))
}

/// What of a text without spaces stands behind the address in it: one ends at the first letter of a script without spaces, or at its marks.
fn behind_address(text: &str) -> &str {
    let ends =
        |letter: char| is_spaceless(letter) || matches!(letter, '\u{3000}'..='\u{303f}' | '\u{ff00}'..='\u{ff65}');
    let last = text.find("://").and_then(|at| Some(at + text[at..].rfind(ends)?));
    last.map_or(text, |last| text[last..].trim_start_matches(ends))
}

/// Whether a text is nothing but a tag or comment: `<!-- … -->`.
pub fn is_tag(text: &str) -> bool {
    let text = text.trim();
    text.starts_with('<') && text.ends_with('>') && text.matches('<').count() == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, part: &str, expected: bool) {
        let start = text.find(part).expect("a part of the text");
        assert_eq!(is_markup(text, Span::new(start, start + part.len())), expected, "{part} in {text}");
    }

    #[test]
    fn addresses_and_tags_are_markup() {
        check("see https://example.org/part-5 there", "5", true);
        check("see https://example.org there", "https", true);
        check("see [Version 2](https://example.org/2.1) there", "2.1", true);
        check("see [Version 2](https://example.org/2.1) there", "2", false);
        check("<span class=\"link5\">Article</span>", "link5", true);
        check("<span class=\"link5\">Article</span>", "class", true);
        check("<g id=\"1\">12</g> words", "12", false);
        check("within 30/45 days", "45", false);
        check("见https://example.org/a1，第3条", "1", true);
        check("见https://example.org/a，第3条", "3", false);
        check("见https://example.org/a见第3条", "3", false);
        check("<g id=\"见3\">", "3", true);
        assert!(is_tag("<!-- a remark -->"));
        assert!(!is_tag("<b>Article</b>"));
    }
}
