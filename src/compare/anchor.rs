//! The spine: what stands unchanged on both sides and in the same order. What stands once on each side anchors (patience: Bram Cohen);
//! the heaviest chain of anchors that keeps both orders holds, widened to equal neighbours, and so on in the gaps between.
//! It works on fingerprints, and so on blocks and on sentences alike.

use std::ops::Range;

use rustc_hash::{FxBuildHasher, FxHashMap};

use crate::document::Pair;

/// A stretch on both sides, by index.
pub type Gap = Pair<Range<usize>>;

/// Where no more pairs than this can be made of a stretch, each is looked at before anything is counted: most share nothing.
const FEW: usize = 64;

/// What the spine fixes, and what it leaves.
#[derive(Debug, Default)]
pub struct Spine {
    /// Pairs of an old and a new index, in order within each of the stretches looked at.
    pub fixed: Vec<(usize, usize)>,
    /// The gaps between, in order.
    pub gaps: Vec<Gap>,
}

/// The spine of two rows of fingerprints within some stretches. `weight` tells what an old one is worth where anchors cross.
pub fn spine(prints: Pair<&[u64]>, mut open: Vec<Gap>, weight: impl Fn(usize) -> u64) -> Spine {
    let mut spine = Spine::default();
    open.reverse();
    while let Some(gap) = open.pop() {
        let are_few = gap.old.len() * gap.new.len() <= FEW;
        let shares = |i: usize| prints.new[gap.new.clone()].contains(&prints.old[i]);
        if are_few && !gap.old.clone().any(shares) {
            spine.gaps.push(gap);
            continue;
        }
        let old = gap.old.clone().map(|index| (index, prints.old[index]));
        let anchors = once_each(old, gap.new.clone().map(|index| (index, prints.new[index])));
        let chain = heaviest_chain(&anchors, |index| weight(anchors[index].0));
        match split(&gap, &chain, prints, &mut spine.fixed) {
            Some(parts) => open.extend(parts.into_iter().rev()),
            None => spine.gaps.push(gap),
        }
    }
    spine
}

/// Pairs that stand once on each side among those given, with the same fingerprint, in old order.
pub fn once_each(
    old: impl Iterator<Item = (usize, u64)> + Clone,
    new: impl ExactSizeIterator<Item = (usize, u64)>,
) -> Vec<(usize, usize)> {
    // Where a fingerprint stands in the new wording, and how often in each.
    let mut places: FxHashMap<u64, (u32, Pair<Times>)> = FxHashMap::with_capacity_and_hasher(new.len(), FxBuildHasher);
    for (index, print) in new {
        places.entry(print).or_insert((index as u32, Pair::of(Times::Never, Times::Never))).1.new.add();
    }
    for (_, print) in old.clone() {
        if let Some(place) = places.get_mut(&print) {
            place.1.old.add();
        }
    }
    let once = |print: u64| places.get(&print).filter(|place| place.1 == Pair::of(Times::Once, Times::Once));
    old.filter_map(|(index, print)| once(print).map(|place| (index, place.0 as usize))).collect()
}

/// How often something stands somewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Times {
    Never,
    Once,
    Often,
}

impl Times {
    const fn add(&mut self) {
        *self = if matches!(self, Self::Never) { Self::Once } else { Self::Often };
    }
}

/// The heaviest chain of pairs that ascends on both sides; `pairs` ascend on the old side, `weight` tells what the pair at an index is worth,
/// which is never nothing. It is asked only where pairs cross.
pub fn heaviest_chain(pairs: &[(usize, usize)], weight: impl Fn(usize) -> u64) -> Vec<(usize, usize)> {
    let mut least_behind = vec![usize::MAX; pairs.len()];
    for at in (1..pairs.len()).rev() {
        least_behind[at - 1] = least_behind[at].min(pairs[at].1);
    }
    let mut chain = Vec::with_capacity(pairs.len());
    let (mut from, mut most) = (0, 0);
    for at in 0..pairs.len() {
        most = most.max(pairs[at].1);
        // Up to here nothing crosses what follows.
        if most < least_behind[at] {
            heaviest_of_crossing(&pairs[from..=at], |index| weight(from + index), &mut chain);
            (from, most) = (at + 1, 0);
        }
    }
    chain
}

/// The same among pairs that cross each other, by dynamic programming over a Fenwick tree.
fn heaviest_of_crossing(pairs: &[(usize, usize)], weight: impl Fn(usize) -> u64, chain: &mut Vec<(usize, usize)>) {
    if let [only] = pairs {
        return chain.push(*only);
    }
    let mut columns: Vec<usize> = pairs.iter().map(|pair| pair.1).collect();
    columns.sort_unstable();
    columns.dedup();
    let runs = runs(pairs, &columns);
    // The best weight that ends at or before a column, and the run that ends it; a weight of 0 where there is none.
    let mut best: Vec<(u64, usize)> = vec![(0, 0); columns.len() + 1];
    let mut before = vec![None; runs.len()];
    let mut top = (0, 0);
    for (index, (run, rank)) in runs.iter().enumerate() {
        let mut found = (0, 0);
        let mut at = *rank;
        while at > 0 {
            if best[at].0 > found.0 {
                found = best[at];
            }
            at -= at & at.wrapping_neg();
        }
        before[index] = (found.0 > 0).then_some(found.1);
        let total = found.0 + run.clone().map(&weight).sum::<u64>();
        let mut at = rank + run.len();
        while at < best.len() {
            if total > best[at].0 {
                best[at] = (total, index);
            }
            at += at & at.wrapping_neg();
        }
        if total > top.0 {
            top = (total, index);
        }
    }
    let kept: Vec<usize> = std::iter::successors(Some(top.1), |run| before[*run]).collect();
    chain.extend(kept.into_iter().rev().flat_map(|run| &pairs[runs[run].0.clone()]));
}

/// Pairs that follow each other on both sides, and the rank of the first column of each such run: they stand or fall together where no
/// column is in two pairs.
fn runs(pairs: &[(usize, usize)], columns: &[usize]) -> Vec<(Range<usize>, usize)> {
    let is_each_once = columns.len() == pairs.len();
    let mut runs: Vec<(Range<usize>, usize)> = Vec::new();
    for (index, (_, column)) in pairs.iter().enumerate() {
        match runs.last_mut() {
            Some((run, rank)) if is_each_once && columns.get(*rank + run.len()) == Some(column) => run.end += 1,
            _ => runs.push((index..index + 1, columns.partition_point(|c| c < column))),
        }
    }
    runs
}

/// Fixes a chain of anchors and equal neighbours in one gap; what remains between them, or nothing where nothing could be fixed.
fn split(
    gap: &Gap,
    chain: &[(usize, usize)],
    prints: Pair<&[u64]>,
    fixed: &mut Vec<(usize, usize)>,
) -> Option<Vec<Gap>> {
    let before = fixed.len();
    let mut rest = Vec::new();
    let mut from = Pair::of(gap.old.start, gap.new.start);
    for (i, j) in chain.iter().copied().chain([(gap.old.end, gap.new.end)]) {
        if i < from.old || j < from.new {
            continue;
        }
        while from.old < i && from.new < j && prints.old[from.old] == prints.new[from.new] {
            fixed.push((from.old, from.new));
            from = Pair::of(from.old + 1, from.new + 1);
        }
        let mut to = (i, j);
        while to.0 > from.old && to.1 > from.new && prints.old[to.0 - 1] == prints.new[to.1 - 1] {
            to = (to.0 - 1, to.1 - 1);
        }
        if from.old < to.0 || from.new < to.1 {
            rest.push(Pair::of(from.old..to.0, from.new..to.1));
        }
        fixed.extend((to.0..i).zip(to.1..j));
        if i < gap.old.end && j < gap.new.end {
            fixed.push((i, j));
        }
        from = Pair::of(i + 1, j + 1);
    }
    (fixed.len() > before).then_some(rest)
}
