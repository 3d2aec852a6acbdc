//! Right first, readable second: the changes of a bead cut as a person would mark them.

use std::ops::Range;

use super::cut::cut;
use super::grain::Grain;
use super::halves::are_halves;
use super::wordclass::WordClass;
use super::words::Change;
use crate::document::Pair;

/// How much more a phrase is worth to [`Grain::Phrase`] than it is to people who mark edits, for each gap that it closes.
const PHRASES: i32 = 3_000;
/// The most words that are put into brackets as one of several alternatives.
const ALTERNATIVE: usize = 12;
/// So many changes in one bead may be a scatter.
const MANY: usize = 8;
/// So many words that say something are a statement of their own.
const TELLING: usize = 2;
/// The most words between two changes, on the average, for a scatter.
const SCATTER: f32 = 1.5;

/// Changes of one bead, readable.
pub fn tidy(words: Pair<&[&str]>, changes: Vec<Change>, grain: Grain) -> Vec<Change> {
    match grain {
        _ if changes.is_empty() => changes,
        Grain::Sentence => vec![words.map(|words| 0..words.len())],
        Grain::Word => joined(words, values_apart(words, changes_slid(words, changes))),
        Grain::Auto | Grain::Phrase => {
            let slid = changes_slid(words, changes);
            let worth = if grain == Grain::Phrase { PHRASES } else { 0 };
            let cut = if is_scatter(words, &slid) || is_turned(words, &slid) {
                vec![whole(&slid)]
            } else {
                cut(words, slid, worth)
            };
            let cut = if grain == Grain::Auto { values_apart(words, cut) } else { cut };
            joined(words, cut)
        }
    }
}

/// Changes with those joined that are one however finely edits are cut.
fn joined(words: Pair<&[&str]>, changes: Vec<Change>) -> Vec<Change> {
    halves_joined(words, twins_joined(words, alternatives_joined(words, changes)))
}

/// Another number, and behind it a clause of its own, are decided apart: `2027 → 2028, within existing resources`.
fn values_apart(words: Pair<&[&str]>, changes: Vec<Change>) -> Vec<Change> {
    let begins = |words: &[&str]| words.first().is_some_and(|word| word.starts_with(|first: char| first.is_numeric()));
    let is_alone = |words: &[&str]| words.len() == 1 && begins(words);
    // What goes on with a number is a list.
    let has_clause =
        |words: &[&str]| matches!(words, [_, ",", rest @ ..] if !rest.is_empty() && !begins(rest)) && begins(words);
    let parts = |change: Change| {
        let sides = Pair::of(&words.old[change.old.clone()], &words.new[change.new.clone()]);
        let are_two = is_alone(sides.old) && has_clause(sides.new) || has_clause(sides.old) && is_alone(sides.new);
        if !are_two {
            return [Some(change), None];
        }
        let behind = change.as_ref().map(|range| range.start + 1..range.end);
        [Some(change.map(|range| range.start..range.start + 1)), Some(behind)]
    };
    changes.into_iter().flat_map(parts).flatten().collect()
}

/// Words that are put into brackets with alternatives beside them are one change with these: `shall not → [shall not] [may]`.
fn alternatives_joined(words: Pair<&[&str]>, changes: Vec<Change>) -> Vec<Change> {
    let mut joined: Vec<Change> = Vec::with_capacity(changes.len());
    for change in changes {
        let is_one = joined.last().is_some_and(|last| {
            has_alternatives(words.old, &last.old, &change.old) || has_alternatives(words.new, &last.new, &change.new)
        });
        match joined.last_mut() {
            Some(last) if is_one => *last = whole(&[last.clone(), change]),
            _ => joined.push(change),
        }
    }
    joined
}

/// Whether a bracket opens at the end of one stretch and closes at the beginning of the next, where another one opens.
fn has_alternatives(words: &[&str], before: &Range<usize>, behind: &Range<usize>) -> bool {
    let opens = !before.is_empty() && words[before.end - 1] == "[";
    let inside = words.get(before.end..behind.start).filter(|inside| inside.len() <= ALTERNATIVE);
    opens
        && inside.is_some_and(|inside| !inside.iter().any(|word| matches!(*word, "[" | "]")))
        && matches!(&words[behind.clone()], ["]", next, ..] if next.starts_with('['))
}

/// A number and the same in brackets behind it are changed as one: `thirty (30) → forty-five (45)`.
fn twins_joined(words: Pair<&[&str]>, changes: Vec<Change>) -> Vec<Change> {
    let mut joined: Vec<Change> = Vec::with_capacity(changes.len());
    for (at, change) in changes.iter().enumerate() {
        let is_free =
            changes.get(at + 1).is_none_or(|next| next.old.start > change.old.end && next.new.start > change.new.end);
        match joined.last_mut() {
            Some(last) if adds_twin(words, last, change) => *last = whole(&[last.clone(), change.clone()]),
            Some(last) if is_free && changes_twin(words, last, change) => {
                let closed = change.as_ref().map(|range| range.start..range.end + 1);
                *last = whole(&[last.clone(), closed]);
            }
            _ => joined.push(change.clone()),
        }
    }
    joined
}

/// Two halves of a negation are changed as one: `livre → ne livre pas`.
fn halves_joined(words: Pair<&[&str]>, changes: Vec<Change>) -> Vec<Change> {
    let mut joined: Vec<Change> = Vec::with_capacity(changes.len());
    for change in changes {
        match joined.last_mut() {
            Some(last) if are_halves(words, last, &change) => *last = whole(&[last.clone(), change]),
            _ => joined.push(change),
        }
    }
    joined
}

/// Whether two changes are those of a number and of the figure in brackets behind it, in whichever order.
fn changes_twin(words: Pair<&[&str]>, last: &Change, next: &Change) -> bool {
    let is_it = |words: &[&str], last: &Range<usize>, next: &Range<usize>| {
        let (Some(first), [second]) = (words[last.clone()].last(), &words[next.clone()]) else { return false };
        words[last.end..next.start] == ["("]
            && words.get(next.end) == Some(&")")
            && is_figure(first) != is_figure(second)
    };
    is_it(words.old, &last.old, &next.old) && is_it(words.new, &last.new, &next.new)
}

/// Whether two changes put a number before another, and that into brackets, or the other way round: `30 → thirty (30)`. What changes right
/// behind the bracket goes with it: `30 → thirty (30) working`.
fn adds_twin(words: Pair<&[&str]>, last: &Change, next: &Change) -> bool {
    let is_it = |words: &[&str], last: &Range<usize>, next: &Range<usize>| {
        let ([.., first, "("], [")", ..]) = (&words[last.clone()], &words[next.clone()]) else { return false };
        matches!(&words[last.end..next.start], [second] if is_figure(first) != is_figure(second))
    };
    last.old.is_empty() && is_it(words.new, &last.new, &next.new)
        || last.new.is_empty() && is_it(words.old, &last.old, &next.old)
}

fn is_figure(word: &str) -> bool {
    word.starts_with(|first: char| first.is_ascii_digit())
}

/// A pure insertion or deletion that could stand as well some words earlier or later ends at the end of a phrase.
fn changes_slid(words: Pair<&[&str]>, mut changes: Vec<Change>) -> Vec<Change> {
    for at in 0..changes.len() {
        let before = at.checked_sub(1).map(|before| changes[before].as_ref().map(|range| range.end));
        let after = changes.get(at + 1).map(|next| next.as_ref().map(|range| range.start));
        // Between two changes one shared word stays.
        let floor = before.map_or(Pair::of(0, 0), |ends| ends.map(|end| end + 1));
        let roof = after.map_or(words.map(<[&str]>::len), |starts| starts.map(|start| start - 1));
        let change = &mut changes[at];
        if !takes_capital(words, change) {
            if change.old.is_empty() {
                *change = moved(change, best_slide(words.new, &change.new, floor.new..roof.new));
            } else if change.new.is_empty() {
                *change = moved(change, best_slide(words.old, &change.old, floor.old..roof.old));
            }
        }
    }
    changes
}

/// Whether the next word has another capital because of this change, which therefore has to stay beside it.
fn takes_capital(words: Pair<&[&str]>, change: &Change) -> bool {
    let next = Pair::of(words.old.get(change.old.end), words.new.get(change.new.end));
    next.old.is_some() && next.new.is_some() && next.old != next.new
}

fn moved(change: &Change, by: isize) -> Change {
    change.as_ref().map(|range| range.start.saturating_add_signed(by)..range.end.saturating_add_signed(by))
}

/// How far to slide a stretch within bounds: the place whose borders read best, the last of them on a tie: what is added
/// comes behind what it is added to.
fn best_slide(words: &[&str], range: &Range<usize>, bounds: Range<usize>) -> isize {
    let earlier = (bounds.start..range.start).rev().zip((bounds.start..range.end).rev());
    let low = earlier.take_while(|(a, b)| words[*a] == words[*b]).count() as isize;
    let later = (range.start..bounds.end).zip(range.end..bounds.end);
    let high = later.take_while(|(a, b)| words[*a] == words[*b]).count() as isize;
    let score = |by: isize| {
        border(words, range.start.saturating_add_signed(by)) + border(words, range.end.saturating_add_signed(by))
    };
    (-low..=high).max_by_key(|by| score(*by)).unwrap_or(0)
}

/// How well a border before this word reads: ends of sentences and clauses, then conjunctions.
fn border(words: &[&str], at: usize) -> i32 {
    let before = at.checked_sub(1).and_then(|before| words.get(before));
    match (before.copied(), words.get(at).copied()) {
        (None, _) | (_, None) => 3,
        (Some("." | "!" | "?" | "…" | "。" | "։"), _) => 3,
        (Some(";" | ":"), _) => 2,
        (_, Some("and" | "or")) => 1,
        _ => 0,
    }
}

/// Whether hardly more words stand between the changes than there are changes.
fn is_scatter(words: Pair<&[&str]>, changes: &[Change]) -> bool {
    let between = changes.windows(2).flat_map(|two| &words.old[two[0].old.end..two[1].old.start]);
    let shared = || between.filter(|word| WordClass::of(word) != WordClass::Mark).count();
    changes.len() >= MANY && shared() as f32 <= SCATTER * (changes.len() - 1) as f32
}

/// Whether a sentence is turned about a name: what was said behind it goes, and what comes stands before it, so that neither is a
/// sentence without the other. `The Carrier shall insure the goods → Insurance is taken out by the Carrier`
fn is_turned(words: Pair<&[&str]>, changes: &[Change]) -> bool {
    let [first, last] = changes else { return false };
    let crosses = first.old.is_empty() && last.new.is_empty() || first.new.is_empty() && last.old.is_empty();
    let is_end = |words: &[&str], end: usize| words[end..].iter().all(|word| WordClass::of(word) == WordClass::Mark);
    if !crosses || first.old.start + first.new.start > 0 || !is_end(words.old, last.old.end) {
        return false;
    }
    let is_full = |word: &&&str| WordClass::of(word).is_full();
    let gone = || words.old[first.old.clone()].iter().chain(&words.old[last.old.clone()]).filter(is_full);
    let came = || words.new[first.new.clone()].iter().chain(&words.new[last.new.clone()]).filter(is_full);
    words.old[first.old.end..last.old.start].iter().filter(is_full).count() <= 1
        && gone().count().min(came().count()) >= TELLING
        && !gone().any(|word| came().any(|other| other == word))
}

/// From the first change to the last, as one.
fn whole(changes: &[Change]) -> Change {
    let (first, last) = (&changes[0], &changes[changes.len() - 1]);
    Pair::of(first.old.start..last.old.end, first.new.start..last.new.end)
}
