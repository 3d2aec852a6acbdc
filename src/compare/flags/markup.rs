//! Addresses and tags in the text: nothing in them is a number, a name or a word of content.

use super::side::{Side, before, lower};
use crate::document::{Pair, Span, is_spaceless};

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

/// Tags that change how a text looks, not what it says: none that strikes, inserts, raises or lowers, and no links.
const LAYOUT: [&str; 20] = [
    "span", "div", "p", "br", "hr", "b", "strong", "i", "em", "a", "font", "small", "big", "center", "table", "tr",
    "td", "th", "thead", "tbody",
];
/// What of them may differ too.
const ATTRIBUTES: [&str; 5] = ["class", "id", "name", "align", "role"];
/// A longer tag (bytes) is not looked for.
const LONGEST: usize = 200;

/// Whether an edit is nothing but tags that change how the text looks, or lies within such a tag.
pub fn is_layout(sides: Pair<&Side<'_>>) -> bool {
    let begins = |side: &Side<'_>| side.words.first().is_some_and(|word| word.text == "<");
    if begins(sides.old) || begins(sides.new) {
        return are_layout(sides.old.shown()) && are_layout(sides.new.shown());
    }
    let is_within = |side: &Side<'_>| tag_around(side.text, side.edit).is_some_and(are_layout);
    is_within(sides.old) && is_within(sides.new)
}

/// The tag that an edit lies in, at the beginning of a value or name in it.
fn tag_around(text: &str, edit: Span) -> Option<&str> {
    if !matches!(text[..edit.start].bytes().next_back()?, b'"' | b'/' | b'<') {
        return None;
    }
    let open = before(text, edit.start).rfind(['<', '>']).map(|at| edit.start - before(text, edit.start).len() + at)?;
    let behind = text.as_bytes()[edit.end..].iter().take(LONGEST).position(|byte| *byte == b'>')?;
    text.get(open..=edit.end + behind).filter(|tag| tag.starts_with('<'))
}

/// Whether words are tags of layout one after the other, or none.
fn are_layout(words: &str) -> bool {
    let mut rest = words.trim();
    while let Some(tag) = rest.strip_prefix('<') {
        let Some((inside, behind)) = tag.split_once('>') else { return false };
        let inside = inside.trim_start_matches('/').trim_end_matches('/').trim();
        let (name, attributes) = inside.split_once(char::is_whitespace).unwrap_or((inside, ""));
        if !LAYOUT.contains(&&*lower(name)) || !has_only_layout(attributes) {
            return false;
        }
        rest = behind.trim_start();
    }
    rest.is_empty()
}

/// Whether attributes are of layout: `class="title" id="5"`.
fn has_only_layout(attributes: &str) -> bool {
    let mut rest = attributes.trim();
    while let Some((name, value)) = rest.split_once("=\"") {
        let Some((_, behind)) = value.split_once('"').filter(|_| ATTRIBUTES.contains(&name)) else { return false };
        rest = behind.trim_start();
    }
    rest.is_empty()
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
        assert!(are_layout("<span class=\"a\">") && are_layout("</span> <br/>") && are_layout("<a id=\"5\">"));
        assert!(!are_layout("<s>") && !are_layout("<sup>") && !are_layout("<a href=\"x\">") && !are_layout("<b> if"));
        assert!(is_tag("<!-- a remark -->"));
        assert!(!is_tag("<b>Article</b>"));
    }
}
