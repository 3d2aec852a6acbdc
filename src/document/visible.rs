//! Text made safe for a terminal or a file: what controls, deceives or cannot be seen becomes a visible sign.

use std::borrow::Cow;

/// The text with every control, bidirectional control, zero-width and tag character as a visible sign. A line feed is one of them:
/// callers cut lines first. Joiners that a script or an emoji needs are kept.
pub fn visible(text: &str) -> Cow<'_, str> {
    let Some(first) = first_odd(text) else { return Cow::Borrowed(text) };
    let mut shown = String::with_capacity(text.len() + 16);
    shown.push_str(&text[..first]);
    let mut before = text[..first].chars().next_back();
    let mut letters = text[first..].chars().peekable();
    while let Some(letter) = letters.next() {
        if is_odd(letter) && !is_needed(before, letter, letters.peek().copied()) {
            push_sign(&mut shown, letter);
        } else {
            shown.push(letter);
        }
        before = Some(letter);
    }
    Cow::Owned(shown)
}

/// The same, with every run of white space as one space: text as it flows in a paragraph.
pub fn flowing(text: &str) -> Cow<'_, str> {
    if is_plain(text.as_bytes()) {
        return Cow::Borrowed(text);
    }
    let is_kept = |letter: char| matches!(letter, '\u{a0}' | '\u{202f}' | '\u{2007}' | '\u{3000}');
    let is_folded = |letter: char| letter.is_whitespace() && !is_kept(letter);
    if !text.contains(|letter: char| is_folded(letter) && letter != ' ') && !text.contains("  ") {
        return visible(text);
    }
    let mut even = String::with_capacity(text.len());
    for letter in text.chars() {
        if !is_folded(letter) {
            even.push(letter);
        } else if !even.ends_with(' ') {
            even.push(' ');
        }
    }
    Cow::Owned(visible(&even).into_owned())
}

/// The brackets around words that went (`-`) or came (`+`), with a space inside where the words begin or end with that sign: `[- - -]`.
pub fn brackets(words: &str, sign: u8) -> (&'static str, &'static str) {
    let (begins, ends) = (words.as_bytes().first() == Some(&sign), words.as_bytes().last() == Some(&sign));
    match sign {
        b'-' => (if begins { "[- " } else { "[-" }, if ends { " -]" } else { "-]" }),
        _ => (if begins { "{+ " } else { "{+" }, if ends { " +}" } else { "+}" }),
    }
}

/// Whether a text surely is shown as it is. Most of every text is, and its bytes tell it without a look at each character.
fn is_plain(text: &[u8]) -> bool {
    // Without a way out in the middle, both are done many bytes at a time.
    let is_simple = text.iter().fold(true, |all, byte| all & matches!(byte, b' '..=b'~'));
    let has_two =
        text.iter().zip(text.get(1..).unwrap_or(&[])).fold(false, |any, (a, b)| any | ((*a == b' ') & (*b == b' ')));
    let is_shown = |(at, byte): (usize, &u8)| !IS_ASIDE[*byte as usize] || !is_aside(&text[at..]);
    !has_two && (is_simple || text.iter().enumerate().all(is_shown))
}

/// Bytes with which a control, white space or something odd can begin.
const IS_ASIDE: [bool; 256] = {
    let mut aside = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        aside[byte] = byte < 0x20 || matches!(byte, 0x7f | 0xc2 | 0xcd | 0xd8 | 0xe1..=0xe3 | 0xef..);
        byte += 1;
    }
    aside
};

/// The rows of characters in which these stand, by their first bytes in UTF-8.
const fn is_aside(text: &[u8]) -> bool {
    match text {
        [0xc2, 0x80..=0xa0 | 0xad, ..] | [0xcd, 0x8f, ..] | [0xd8, 0x9c, ..] => true,
        [0xe1, 0x85 | 0x9a | 0x9e | 0xa0, ..] => true,
        [0xe2, 0x80, 0x80..=0x8f | 0xa8..=0xaf, ..] | [0xe2, 0x81, ..] => true,
        [0xe3, 0x80, 0x80, ..] | [0xe3, 0x85, ..] => true,
        [0xef, 0xb8 | 0xbb | 0xbe | 0xbf, ..] | [0xf0, 0x9b | 0x9d, ..] | [0xf3, ..] => true,
        [first, ..] => *first < 0x20 || *first == 0x7f,
        [] => false,
    }
}

/// Whether this character has no look of its own or changes the look of others: what [`visible`] shows by a sign.
pub fn is_odd(letter: char) -> bool {
    if letter.is_ascii() {
        return letter.is_ascii_control();
    }
    matches!(
        letter,
        '\u{80}'..='\u{9f}'
            | '\u{ad}'
            | '\u{34f}'
            | '\u{61c}'
            | '\u{115f}'..='\u{1160}'
            | '\u{17b4}'..='\u{17b5}'
            | '\u{180b}'..='\u{180e}'
            | '\u{200b}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
            | '\u{ffa0}'
            | '\u{fff9}'..='\u{fffb}'
            | '\u{1bca0}'..='\u{1bca3}'
            | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{e0fff}'
    )
}

fn first_odd(text: &str) -> Option<usize> {
    if text.is_ascii() {
        return text.bytes().position(|byte| byte.is_ascii_control());
    }
    text.char_indices().find(|(_, letter)| is_odd(*letter)).map(|(at, _)| at)
}

/// Whether writing needs this invisible character here: joiners between letters of scripts that join, and inside emoji.
fn is_needed(before: Option<char>, letter: char, after: Option<char>) -> bool {
    let Some(before) = before else { return false };
    match letter {
        '\u{200c}' | '\u{200d}' if joins(before) => after.is_some_and(joins) || letter == '\u{200d}',
        '\u{200d}' => is_pictured(before) && after.is_some_and(is_pictured),
        '\u{fe0e}' | '\u{fe0f}' => is_pictured(before) || before.is_ascii_digit() || matches!(before, '#' | '*'),
        _ => false,
    }
}

/// Letters of the Arabic, Syriac, Mongolian and Indic families.
fn joins(letter: char) -> bool {
    matches!(letter, '\u{600}'..='\u{8ff}' | '\u{900}'..='\u{dff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{18af}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}')
}

/// Pictures, and what changes their look.
fn is_pictured(letter: char) -> bool {
    matches!(letter, '\u{a9}' | '\u{ae}' | '\u{203c}'..='\u{3299}' | '\u{fe0f}' | '\u{1f000}'..='\u{1faff}')
        && !is_odd(letter)
        || letter == '\u{fe0f}'
}

fn push_sign(shown: &mut String, letter: char) {
    match letter {
        '\t' => shown.push('⇥'),
        '\u{7f}' => shown.push('␡'),
        '\0'..='\u{1f}' => shown.push(char::from_u32(0x2400 + letter as u32).unwrap_or('␀')),
        _ => {
            use std::fmt::Write;
            let _ = write!(shown, "⟨U+{:04X}⟩", letter as u32);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        assert_eq!(visible(text), expected);
    }

    #[test]
    fn controls_and_tricks_are_shown() {
        check("a\tb\x1b[31m\u{7f}", "a⇥b␛[31m␡");
        check("a\u{202e}b\u{200b}c\u{9b}", "a⟨U+202E⟩b⟨U+200B⟩c⟨U+009B⟩");
        check("\u{e0041}x", "⟨U+E0041⟩x");
    }

    #[test]
    fn what_writing_needs_is_kept() {
        check("می\u{200c}روم", "می\u{200c}روم");
        check("👩\u{200d}🚀 ❤\u{fe0f}", "👩\u{200d}🚀 ❤\u{fe0f}");
        check("a\u{200d}b", "a⟨U+200D⟩b");
    }

    #[test]
    fn no_odd_character_is_taken_for_plain() {
        for letter in (0..=0x10_ffff).filter_map(char::from_u32) {
            if is_odd(letter) || letter.is_whitespace() && letter != ' ' {
                assert!(!is_plain(letter.encode_utf8(&mut [0; 4]).as_bytes()), "{letter:?}");
            }
        }
    }

    #[test]
    fn flowing_text_has_single_spaces() {
        assert_eq!(flowing("a\r\n  b\u{a0}c"), "a b\u{a0}c");
    }

    proptest::proptest! {
        #[test]
        fn nothing_controls_a_terminal(text in ".{0,60}") {
            let deceives = |letter: char| matches!(letter as u32, 0x202a..=0x202e | 0x2066..=0x2069);
            let clean = !visible(&text).chars().any(|letter| letter.is_control() || deceives(letter));
            proptest::prop_assert!(clean);
        }
    }
}
