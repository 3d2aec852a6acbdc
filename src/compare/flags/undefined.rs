//! Terms that are renamed where they are defined, while the text goes on to use the old name.

use memchr::memmem;

use super::side::Side;
use super::term::{QUOTES, SPACES, Terms};
use crate::document::Pair;

/// More places are not counted.
const MANY: usize = 64;
/// So many bytes before and behind a definition are looked through: a document, of a book some pages.
const FAR: usize = 50_000;
const NEAR: usize = 5_000;
const BOOK: usize = 500_000;

/// Where a term is renamed in its definition, how many places of the new wording still use the old name, which nothing defines now.
pub fn undefined(sides: Pair<&Side<'_>>, terms: &Terms, old: &str) -> Option<String> {
    let is_quoted = |side: &Side<'_>| {
        let before = side.text[..side.edit.start].trim_end_matches(SPACES);
        QUOTES.iter().any(|(open, _)| before.ends_with(open))
    };
    if !is_quoted(sides.old) || !is_quoted(sides.new) || terms.defines_now(old) {
        return None;
    }
    let text = around(sides.new);
    match memmem::find_iter(text.as_bytes(), old).filter(|at| is_whole(text, *at, old)).take(MANY).count() {
        0 => None,
        1 => Some(format!(" (1 place still says {old})")),
        MANY => Some(format!(" ({MANY} places and more still say {old})")),
        places => Some(format!(" ({places} places still say {old})")),
    }
}

/// The text around an edit that is looked through.
fn around<'a>(side: &Side<'a>) -> &'a str {
    let far = if side.text.len() < BOOK { FAR } else { NEAR };
    let (mut start, mut end) = (side.edit.start.saturating_sub(far), (side.edit.end + far).min(side.text.len()));
    while !side.text.is_char_boundary(start) {
        start += 1;
    }
    while !side.text.is_char_boundary(end) {
        end -= 1;
    }
    &side.text[start..end]
}

/// Whether a name stands at a byte, as a word of its own and no part of a longer name: `Late Fees`.
fn is_whole(text: &str, at: usize, name: &str) -> bool {
    let (before, behind) = (&text[..at], &text[at + name.len()..]);
    let word = before.strip_suffix(' ').and_then(|before| before.rsplit(|sign: char| !sign.is_alphanumeric()).next());
    let next = behind.strip_prefix(' ').and_then(|behind| behind.chars().next());
    // The first word of a sentence has a capital too: an article is none of a name.
    let is_name = |word: &str| word.starts_with(char::is_uppercase) && word.chars().nth(3).is_some();
    !before.ends_with(char::is_alphanumeric)
        && !behind.starts_with(char::is_alphanumeric)
        && !word.is_some_and(is_name)
        && !next.is_some_and(char::is_uppercase)
}
