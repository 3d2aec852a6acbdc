//! Right first, readable second: the changes of a bead cut as a person would mark them.
//!
//! The rules, in the order in which they are applied; their weights stand together here.

use super::words::Change;
use crate::document::{Pair, Token, TokenKind};

/// An equal stretch of at most this many tokens between two changes is a crumb if it carries no weight of its own.
const CRUMB: usize = 2;
/// Past this part of changed words, a bead of enough words is shown as one replacement.
const DENSE: f32 = 0.75;
/// Beads of fewer words on a side are never shown whole for their density.
const FEW: usize = 6;

/// Changes of one bead, readable.
pub fn tidy(texts: Pair<&str>, tokens: Pair<&[Token]>, changes: Vec<Change>) -> Vec<Change> {
    let slid = changes_slid(texts, tokens, changes);
    let joined = crumbs_joined(texts, tokens, slid);
    whole_where_dense(tokens, joined)
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
        ("." | "!" | "?" | "…" | "。" | "։", _) => 4,
        (";" | ":", _) => 3,
        (_, "(" | "[" | "“" | "«") => 2,
        (_, "," | ";" | "and" | "or") => 2,
        (",", _) | (")" | "]", _) => 1,
        _ => 0,
    }
}

/// A lone comma or short word between two changes, at least one of which replaces, belongs to them.
fn crumbs_joined(texts: Pair<&str>, tokens: Pair<&[Token]>, changes: Vec<Change>) -> Vec<Change> {
    let mut joined: Vec<Change> = Vec::new();
    for change in changes {
        match joined.last_mut() {
            Some(last) if is_crumb(texts.old, tokens.old, last, &change) => {
                (last.old.end, last.new.end) = (change.old.end, change.new.end);
            }
            _ => joined.push(change),
        }
    }
    joined
}

fn is_crumb(text: &str, tokens: &[Token], before: &Change, after: &Change) -> bool {
    let between = &tokens[before.old.end..after.old.start];
    let size = |change: &Change| change.old.len().max(change.new.len());
    let replaces = |change: &Change| !change.old.is_empty() && !change.new.is_empty();
    let light = |token: &Token| token.kind == TokenKind::Word && is_light(token.span.of(text));
    between.len() <= CRUMB
        && between.iter().all(light)
        && replaces(before)
        && replaces(after)
        && size(before) + size(after) > 2 * between.len()
}

/// A word that binds others and says nothing by itself.
fn is_light(word: &str) -> bool {
    const LIGHT: [&str; 34] = [
        "a", "an", "the", "of", "to", "in", "on", "at", "by", "for", "and", "or", "as", "is", "be", "that", "with",
        "from", "de", "la", "le", "et", "der", "die", "das", "und", "von", "el", "en", "y", "и", "в", "на", "с",
    ];
    LIGHT.contains(&word)
}

/// One replacement of everything where hardly a word is left between the changes.
fn whole_where_dense(tokens: Pair<&[Token]>, changes: Vec<Change>) -> Vec<Change> {
    let words = tokens.map(|side| side.iter().filter(|token| token.kind != TokenKind::Mark).count());
    let changed = |side: &[Token], of: fn(&Change) -> &std::ops::Range<usize>| {
        changes
            .iter()
            .flat_map(|change| &side[of(change).clone()])
            .filter(|token| token.kind != TokenKind::Mark)
            .count()
    };
    let part = Pair::of(
        changed(tokens.old, |c| &c.old) as f32 / words.old.max(1) as f32,
        changed(tokens.new, |c| &c.new) as f32 / words.new.max(1) as f32,
    );
    let dense = changes.len() > 2 && words.old >= FEW && words.new >= FEW && part.old > DENSE && part.new > DENSE;
    let (Some(first), Some(last), true) = (changes.first(), changes.last(), dense) else {
        return changes;
    };
    vec![Pair::of(first.old.start..last.old.end, first.new.start..last.new.end)]
}
