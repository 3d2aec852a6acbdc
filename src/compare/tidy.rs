//! Right first, readable second: the changes of a bead cut as a person would mark them.
//!
//! The rules, in the order in which they are applied; their weights stand together here.

use super::words::Change;
use crate::document::{Pair, Token, TokenKind};

/// So many changes in one bead may be a scatter.
const MANY: usize = 5;
/// The most words between two changes, on the average, for a scatter.
const SCATTER: f32 = 1.5;

/// Changes of one bead, readable.
pub fn tidy(texts: Pair<&str>, tokens: Pair<&[Token]>, changes: Vec<Change>) -> Vec<Change> {
    let slid = changes_slid(texts, tokens, changes);
    whole_where_scattered(tokens, slid)
}

/// A pure insertion or deletion that could stand as well some tokens earlier or later ends at the end of a phrase.
fn changes_slid(texts: Pair<&str>, tokens: Pair<&[Token]>, mut changes: Vec<Change>) -> Vec<Change> {
    for at in 0..changes.len() {
        let floor = at.checked_sub(1).map_or(Pair::of(0, 0), |before| changes[before].as_ref().map(|range| range.end));
        let roof =
            changes.get(at + 1).map_or(tokens.map(<[Token]>::len), |next| next.as_ref().map(|range| range.start));
        let change = &mut changes[at];
        if change.old.is_empty() {
            let by = best_slide(texts.new, tokens.new, &change.new, (floor.new, roof.new));
            *change = moved(change, by);
        } else if change.new.is_empty() {
            let by = best_slide(texts.old, tokens.old, &change.old, (floor.old, roof.old));
            *change = moved(change, by);
        }
    }
    changes
}

fn moved(change: &Change, by: isize) -> Change {
    change.as_ref().map(|range| range.start.saturating_add_signed(by)..range.end.saturating_add_signed(by))
}

/// How far to slide a stretch, keeping an equal token at both ends: the place whose borders read best, the nearest to the front on a tie.
fn best_slide(text: &str, tokens: &[Token], range: &std::ops::Range<usize>, (floor, roof): (usize, usize)) -> isize {
    let same = |a: usize, b: usize| tokens[a].span.of(text) == tokens[b].span.of(text);
    let mut low = 0_isize;
    while range.start as isize + low > floor as isize + isize::from(floor > 0)
        && same((range.start as isize + low - 1) as usize, (range.end as isize + low - 1) as usize)
    {
        low -= 1;
    }
    let mut high = 0_isize;
    let last = roof.saturating_sub(usize::from(roof < tokens.len()));
    while ((range.end as isize + high) as usize) < last
        && same((range.start as isize + high) as usize, (range.end as isize + high) as usize)
    {
        high += 1;
    }
    let score = |by: isize| {
        border(text, tokens, range.start.saturating_add_signed(by))
            + border(text, tokens, range.end.saturating_add_signed(by))
    };
    (low..=high).max_by(|a, b| score(*a).cmp(&score(*b)).then(a.abs().cmp(&b.abs()).reverse())).unwrap_or(0)
}

/// How well a border before this token reads: ends of sentences and clauses, then opening brackets.
fn border(text: &str, tokens: &[Token], at: usize) -> i32 {
    let word = |index: Option<usize>| index.and_then(|index| tokens.get(index)).map_or("", |token| token.span.of(text));
    match (word(at.checked_sub(1)), word(Some(at))) {
        ("", _) | (_, "") => 3,
        ("." | "!" | "?" | "…" | "。" | "։", _) => 3,
        (";" | ":", _) => 2,
        (_, "and" | "or") => 1,
        _ => 0,
    }
}

/// One replacement of everything where the changes are a scatter: hardly more words between them than changes.
fn whole_where_scattered(tokens: Pair<&[Token]>, changes: Vec<Change>) -> Vec<Change> {
    let (Some(first), Some(last), true) = (changes.first(), changes.last(), changes.len() >= MANY) else {
        return changes;
    };
    let is_word = |token: &&Token| token.kind != TokenKind::Mark;
    let between =
        changes.windows(2).flat_map(|two| &tokens.old[two[0].old.end..two[1].old.start]).filter(is_word).count();
    if between as f32 > SCATTER * (changes.len() - 1) as f32 {
        return changes;
    }
    vec![Pair::of(first.old.start..last.old.end, first.new.start..last.new.end)]
}
