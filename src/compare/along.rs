//! Sentences that went along with a move and were rewritten on the way: too unlike to be known again by themselves.

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::align::{Link, are_twins};
use super::anchor::Gap;
use super::terms::{Lexicon, likeness};
use crate::document::{Document, Pair, Side};

/// How alike two sentences beside the two ends of a move must be (0 to 1): more than in their place, where nothing else could be meant.
const ALONG: f32 = 0.2;

/// The only sentences left over behind or before the two ends of a move, within its blocks, where they share at least something.
pub fn along(documents: Pair<&Document>, links: &[Link], taken: &Pair<Vec<bool>>, lexicon: &Lexicon) -> Vec<Link> {
    let mut found: Vec<Link> = Vec::new();
    let mut done: Pair<FxHashSet<usize>> = Pair::default();
    for place in links.iter().filter(|link| link.moved).map(|link| &link.sentences) {
        let beside = Pair::of(
            left_beside(documents.old, &taken.old, &place.old),
            left_beside(documents.new, &taken.new, &place.new),
        );
        for (i, j) in beside.old.into_iter().zip(beside.new).filter_map(|(old, new)| old.zip(new)) {
            let is_free = !done.old.contains(&i) && !done.new.contains(&j);
            if is_free && likeness(&lexicon.of_old(i), &lexicon.of_new(j)) >= ALONG {
                done.old.insert(i);
                done.new.insert(j);
                found.push(Link { sentences: Pair::of(i..i + 1, j..j + 1), moved: true });
            }
        }
    }
    found
}

/// Links what hardly differs behind sentences that are linked, wherever these went: of equal clauses each goes with what heads it.
/// At the beginning of the gaps between those that stay they were looked for already.
pub fn twins_along(documents: Pair<&Document>, gaps: &[Gap], links: &mut Vec<Link>, taken: &mut Pair<Vec<bool>>) {
    let begins_gap = |i: usize, j: usize| {
        gaps.binary_search_by_key(&i, |gap| gap.old.start).is_ok_and(|gap| gaps[gap].new.start == j)
    };
    let mut at = 0;
    while let Some(link) = links.get(at) {
        let (i, j) = (link.sentences.old.end, link.sentences.new.end);
        let free = |taken: &[bool], index: usize| Some(index).filter(|index| taken.get(*index) == Some(&false));
        let here = Pair::of(free(&taken.old, i), free(&taken.new, j));
        let beside = Pair::of(free(&taken.old, i + 1), free(&taken.new, j + 1));
        let is_new = here.old.is_some() && here.new.is_some() && !begins_gap(i, j);
        if is_new && are_twins(documents, here, beside, (false, true)) {
            (taken.old[i], taken.new[j]) = (true, true);
            links.push(Link { sentences: Pair::of(i..i + 1, j..j + 1), moved: false });
        }
        at += 1;
    }
}

/// Joins sentences that were left out of, or put into, a stretch of a block that moved to what stood behind them: they go where it goes.
pub fn within(documents: Pair<&Document>, links: &mut [Link], taken: &mut Pair<Vec<bool>>) {
    let mut moved: Vec<usize> = (0..links.len()).filter(|link| links[*link].moved).collect();
    for side in [Side::Old, Side::New] {
        moved.sort_unstable_by_key(|link| links[*link].sentences[side].start);
        for pair in moved.windows(2) {
            let (before, behind) = (links[pair[0]].sentences.clone(), links[pair[1]].sentences.clone());
            let between = before[side].end..behind[side].start;
            let in_one_block = |side: Side| {
                let block = |index: usize| documents[side].block_of(index);
                block(before[side].end - 1) == block(behind[side].start)
            };
            let touch = before[side.other()].end == behind[side.other()].start;
            let is_left = touch && !between.is_empty() && !taken[side][between.clone()].contains(&true);
            if is_left && in_one_block(Side::Old) && in_one_block(Side::New) {
                taken[side][between.clone()].fill(true);
                links[pair[1]].sentences[side].start = between.start;
            }
        }
    }
}

/// The sentence before and the one behind a place that are left over in its block, if only one is so there.
fn left_beside(document: &Document, taken: &[bool], place: &Range<usize>) -> [Option<usize>; 2] {
    let (first, last) = (document.block_of(place.start), document.block_of(place.end - 1));
    let (from, to) = (document.blocks[first].sentences.start, document.blocks[last].sentences.end);
    let only = |index: usize, next: Option<usize>| {
        let is_left = |index: &usize| !taken[*index];
        Some(index).filter(is_left).filter(|_| !next.is_some_and(|next| is_left(&next)))
    };
    let before = place.start.checked_sub(1).filter(|index| *index >= from);
    let behind = Some(place.end).filter(|index| *index < to);
    [
        before.and_then(|index| only(index, index.checked_sub(1).filter(|next| *next >= from))),
        behind.and_then(|index| only(index, Some(index + 1).filter(|next| *next < to))),
    ]
}

#[cfg(test)]
mod tests {
    use crate::compare::{EditKind, compare};
    use crate::document::Pair;
    use crate::read::{Options, read};

    #[track_caller]
    fn check(rest: Pair<&str>, expected: &[EditKind]) {
        let kept = "The fair opens in spring.\n\nNobody pays a toll on that day.\n\nThe mayor greets all guests.";
        let moved = "The committee meets twice a year in the hall of the guild.";
        let text = |text: String| read("a.txt", text.as_bytes(), &Options::default()).expect("a text");
        let old = text(format!("{moved} {}\n\n{kept}\n", rest.old));
        let new = text(format!("{kept}\n\n{moved} {}\n", rest.new));
        let comparison = compare(Pair::of(old, new));
        assert_eq!(comparison.edits.iter().map(|edit| edit.kind).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn a_sentence_that_was_rewritten_goes_along_with_its_neighbour() {
        use EditKind::{Delete, Insert, Move, Replace};
        check(Pair::of("It decides unanimously.", "It decides by a two-thirds majority."), &[Move, Replace]);
        check(Pair::of("Minutes are kept.", "A ferry leaves at noon."), &[Delete, Move, Insert]);
    }
}
