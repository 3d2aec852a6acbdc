//! Numbers of houses, which tell which and not how many: they do not grow.

use super::side::{Side, Word};
use crate::document::TokenKind;

/// Whether what follows a number is the name of a street: `12 Mill Road`, `12, rue Haute`.
pub fn is_house(side: &Side<'_>, words: &[Word<'_>], end: usize) -> bool {
    /// Words of such a name, with a mark before it.
    const MOST: usize = 4;
    let Some(behind) = words.get(end..(end + MOST).min(words.len())) else { return false };
    let behind = match behind {
        [mark, rest @ ..] if mark.text == "," => rest,
        _ => behind,
    };
    let is_street = |word: &Word<'_>| side.lists.streets.contains(&*word.lower);
    let is_name = |word: &&Word<'_>| word.kind == TokenKind::Word && word.is_capitalised() && !is_street(word);
    let name = behind.iter().take_while(is_name).count();
    behind.get(name).is_some_and(|word| is_street(word) && (name == 0 || word.is_capitalised()))
}
