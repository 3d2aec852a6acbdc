//! Quotation marks around words. What is quoted is held at a distance or somebody's term: a “security zone” is no security zone.

use super::side::{Side, Word};
use super::spelling::words;
use super::{Alarm, FlagKind};
use crate::document::Pair;

/// Longer edits (in words and marks) put other words for words.
const LONG: usize = 12;
const QUOTES: [&str; 6] = ["\"", "“", "”", "„", "«", "»"];
/// Single ones, which apostrophes look like.
const SINGLE: [&str; 6] = ["'", "‘", "’", "‚", "‹", "›"];

/// Quotation marks that come or go; not where one side has lost its partner, which is mended.
pub fn quote(sides: Pair<&Side<'_>>) -> Option<Alarm> {
    let is_short = sides.old.words.len() <= LONG && sides.new.words.len() <= LONG;
    if !is_short || !sides.old.stands() || !sides.new.stands() {
        return None;
    }
    let is_any = |word: &&Word<'_>| is_quote(word) || SINGLE.contains(&word.text);
    let marks = sides.map(|side| side.words.iter().filter(is_any).count());
    let is_same = || words(sides.old).map(|word| word.text).eq(words(sides.new).map(|word| word.text));
    if marks.old == marks.new || !is_same() {
        return None;
    }
    let is_paired = |side: &Side<'_>| side.around().iter().filter(|word| is_quote(word)).count().is_multiple_of(2);
    let (verb, side) = if marks.old < marks.new { ("adds", sides.new) } else { ("drops", sides.old) };
    let mark = side.words.iter().find(|word| is_quote(word))?.text;
    (is_paired(sides.old) && is_paired(sides.new))
        .then(|| Alarm::note(FlagKind::Punctuation, format!("{verb} {mark} (what is quoted is somebody's word)")))
}

fn is_quote(word: &Word<'_>) -> bool {
    QUOTES.contains(&word.text)
}
