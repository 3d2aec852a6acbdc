//! A comma before a relative clause or a condition: `goods which are defective` are some, `goods, which are defective,` are all.

use super::side::{Side, Word};
use super::{Alarm, FlagKind};
use crate::document::Pair;

/// A comma that comes or goes alone before a word that restricts what was said: it may change what is meant.
pub fn restrictive(sides: Pair<&Side<'_>>) -> Option<Alarm> {
    let is_comma = |words: &[Word<'_>]| matches!(words, [comma] if comma.text == ",");
    let (verb, side) = match (sides.old.words.as_slice(), sides.new.words.as_slice()) {
        ([], new) if is_comma(new) => ("adds", sides.new),
        (old, []) if is_comma(old) => ("drops", sides.old),
        _ => return None,
    };
    let next = side.next().filter(|next| side.lists.restrictive.contains(&*next.lower))?;
    Some(Alarm::hint(FlagKind::Punctuation, format!("{verb} , before {}", next.text)))
}
