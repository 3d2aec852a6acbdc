//! Polarity: an alarm only where the sentence as a whole has other negations than before, so that
//! “will not sign anything” and “would sign nothing” are the same.

use super::lists::{Found, Listed, Lists};
use super::side::{Side, Word};
use super::{Flag, FlagKind};
use crate::document::{Pair, TokenKind};

/// A negation that came or went: `may → may not`.
pub fn negation(sides: Pair<&Side<'_>>, lists: &Lists) -> Option<Flag> {
    let here = sides.map(|side| negations(side.found.iter().cloned()));
    if here.old.len() == here.new.len() {
        return None;
    }
    let whole = sides.map(Side::around);
    let count = whole.as_ref().map(|words| negations(lists.find(words).into_iter()).len());
    if count.old == count.new {
        return None;
    }
    let (gone, come) = (here.old.first(), here.new.first());
    let reason = match (gone, come) {
        (None, Some(new)) => match before(&whole.new, sides.new, new) {
            Some(word) => format!("{word} → {word} {}", new.text),
            None => format!("adds {}", new.text),
        },
        (Some(old), None) => match before(&whole.old, sides.old, old) {
            Some(word) => format!("{word} {} → {word}", old.text),
            None => format!("drops {}", old.text),
        },
        (Some(old), Some(_)) if here.old.len() > here.new.len() => format!("drops {}", old.text),
        (_, Some(new)) => format!("adds {}", new.text),
        (None, None) => return None,
    };
    Some(Flag { kind: FlagKind::Negation, reason })
}

fn negations(found: impl Iterator<Item = Found>) -> Vec<Found> {
    found.filter(|found| found.listed == Listed::Negation).collect()
}

/// The word right before a negation.
fn before<'a>(whole: &[Word<'a>], side: &Side<'_>, found: &Found) -> Option<&'a str> {
    let at = side.words.get(found.at)?.span.start;
    let index = whole.iter().position(|word| word.span.start == at)?;
    whole.get(index.checked_sub(1)?).filter(|word| word.kind == TokenKind::Word).map(|word| word.text)
}
