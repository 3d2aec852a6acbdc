//! The merged order of both wordings, and which beads move together.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::Step;
use super::align::Link;

/// Beads in the order in which they are met, and the steps that meet them.
pub fn merged(mut links: Vec<Link>) -> (Vec<Link>, Vec<Step>) {
    let has = |range: &Range<usize>| !range.is_empty();
    links.sort_by_key(|link| (!has(&link.sentences.old), link.sentences.old.start, link.sentences.new.start));
    let by_old: Vec<usize> = (0..links.len()).filter(|index| has(&links[*index].sentences.old)).collect();
    let mut by_new: Vec<usize> = (0..links.len()).filter(|index| has(&links[*index].sentences.new)).collect();
    by_new.sort_by_key(|index| links[*index].sentences.new.start);
    let shared =
        |index: usize| has(&links[index].sentences.old) && has(&links[index].sentences.new) && !links[index].moved;
    let (mut steps, mut old, mut new) =
        (Vec::with_capacity(links.len()), by_old.into_iter().peekable(), by_new.into_iter().peekable());
    loop {
        while let Some(index) = old.next_if(|index| !shared(*index)) {
            steps.push(if links[index].moved { Step::From(index) } else { Step::Bead(index) });
        }
        while let Some(index) = new.next_if(|index| !shared(*index)) {
            steps.push(if links[index].moved { Step::To(index) } else { Step::Bead(index) });
        }
        match (old.next(), new.next()) {
            (Some(index), _) => steps.push(Step::Bead(index)),
            (None, Some(index)) => steps.push(Step::Bead(index)),
            (None, None) => break,
        }
    }
    (links, steps)
}

/// For every moved bead, the beads that move along with it: in a row on both sides.
pub fn move_groups(links: &[Link], steps: &[Step]) -> FxHashMap<usize, Range<usize>> {
    let to: Vec<usize> =
        steps.iter().filter_map(|step| if let Step::To(bead) = step { Some(*bead) } else { None }).collect();
    let mut groups = FxHashMap::default();
    let follows = |a: &Link, b: &Link| {
        a.sentences.old.end == b.sentences.old.start && a.sentences.new.end == b.sentences.new.start
    };
    for run in to.chunk_by(|a, b| *b == a + 1 && follows(&links[*a], &links[*b])) {
        for bead in run {
            groups.insert(*bead, run[0]..run[run.len() - 1] + 1);
        }
    }
    groups
}
