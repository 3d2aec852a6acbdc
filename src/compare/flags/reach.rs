//! Listed phrases that reach out of an edit: of `shall endeavour to → shall` only `endeavour to` is the edit, of `per year → per month`
//! only the last word.

use super::ladder::is_short;
use super::lists::Entry;
use super::phrase::at_word;
use super::side::{Side, Word, before, lower};
use crate::document::{Pair, Span};

/// A phrase begins no more words than this before the edit.
const REACH: usize = 4;

/// Both sides with the edit as wide as the listed phrases that reach out of it on either of them; nothing where none does.
pub fn widened<'a>(sides: Pair<&Side<'a>>) -> Option<Pair<Side<'a>>> {
    let stand = sides.old.stands() && sides.new.stands() && is_short(sides);
    if !stand || !may_reach(sides.old) && !may_reach(sides.new) {
        return None;
    }
    let (old, new) = (beyond(sides.old), beyond(sides.new));
    let beyond = (old.0.max(new.0), old.1.max(new.1));
    let wide = Pair::of(wide(sides.old, beyond)?, wide(sides.new, beyond)?);
    let is_wider = beyond != (0, 0);
    let of = |side: &Side<'a>, edit: Span| Side::of(side.text, &[], edit, side.bead, side.lists);
    is_wider.then(|| Pair::of(of(sides.old, wide.old), of(sides.new, wide.new)))
}

/// Whether a word at a border of the edit and its neighbour outside follow each other in a phrase: most do not, and need no closer look.
fn may_reach(side: &Side<'_>) -> bool {
    let goes_on =
        |entry: Option<&Entry>, next: &str| entry.is_some_and(|entry| entry.next.iter().any(|word| word == next));
    let is_part = |word: &&Word<'_>| word.entry.is_some_and(|entry| entry.is_part);
    let reaches_back = |first: &Word<'_>| {
        let before = before(side.text, side.edit.start).split_whitespace().next_back();
        before.is_some_and(|before| goes_on(side.lists.entry(&lower(before)), &first.lower))
    };
    let reaches_on = |last: &Word<'_>| {
        let may_go_on = last.entry.is_some_and(|entry| !entry.next.is_empty());
        let behind = may_go_on.then(|| side.text[side.edit.end..].split_whitespace().next()).flatten();
        // `Sich,` is `sich` with a mark behind it, `d'entretenir` begins with `d'`.
        let bare = |behind: &str| behind.trim_end_matches(|last: char| last.is_ascii_punctuation()).len();
        let elided = |behind: &str| behind.find('\'').map_or(0, |at| at + 1);
        let reaches = |behind: &str| {
            let behind = lower(behind);
            [behind.len(), bare(&behind), elided(&behind)].into_iter().any(|end| goes_on(last.entry, &behind[..end]))
        };
        behind.is_some_and(reaches)
    };
    side.words.first().filter(is_part).is_some_and(reaches_back) || side.words.last().is_some_and(reaches_on)
}

/// How many words before and behind an edit belong to phrases that reach into it.
fn beyond(side: &Side<'_>) -> (usize, usize) {
    let near = side.near();
    let (first, last) = side.place();
    let phrases = (first.saturating_sub(REACH)..last).filter_map(|at| Some((at, at + at_word(near, at)?.0)));
    phrases.filter(|(_, end)| *end > first).fold((0, 0), |(before, behind), (at, end)| {
        (before.max(first.saturating_sub(at)), behind.max(end.saturating_sub(last)))
    })
}

/// The edit with so many words before and behind it.
fn wide(side: &Side<'_>, (before, behind): (usize, usize)) -> Option<Span> {
    let near = side.near();
    let (first, last) = side.place();
    let start = if before == 0 { side.edit.start } else { near.get(first.checked_sub(before)?)?.span.start };
    // `D'` is no word without the one that it leans on.
    let leans = |at: usize| near.get(at).is_some_and(|word| word.text.ends_with(['\'', '’'])) && at + 1 < near.len();
    let last_of = |at: usize| if leans(at) { at + 1 } else { at };
    let end = if behind == 0 { side.edit.end } else { near.get(last_of(last + behind - 1))?.span.end };
    Some(Span::new(start, end))
}
