//! The spine: what stands unchanged on both sides and in the same order. Unique blocks first, then unique sentences between them
//! (patience: Bram Cohen), the heaviest chain that keeps both orders, widened to equal neighbours.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::terms::print;
use crate::document::{Document, Pair};

/// A stretch of sentences on both sides without an anchor in it.
pub type Gap = Pair<Range<usize>>;

/// The partner of every old sentence that the spine fixes, and the gaps between, in order.
pub fn spine(documents: Pair<&Document>, prints: Pair<&[u64]>) -> (Vec<Option<usize>>, Vec<Gap>) {
    let mut partner = vec![None; prints.old.len()];
    let mut gaps = Vec::new();
    let whole = Pair::of(0..prints.old.len(), 0..prints.new.len());
    let mut open =
        split(&whole, &block_anchors(documents, prints), prints, &mut partner).unwrap_or_else(|| vec![whole]);
    open.reverse();
    while let Some(gap) = open.pop() {
        let anchors = unique(prints, &gap);
        match split(&gap, &anchors, prints, &mut partner) {
            Some(parts) => open.extend(parts.into_iter().rev()),
            None => gaps.push(gap),
        }
    }
    (partner, gaps)
}

/// Pairs of sentences that stand once on each side among those given, with the same print, in old order.
pub fn once_each(
    old: impl Iterator<Item = (usize, u64)>,
    new: impl Iterator<Item = (usize, u64)>,
) -> Vec<(usize, usize)> {
    let mut places: FxHashMap<u64, (u32, u32, usize)> = FxHashMap::default();
    for (index, print) in new {
        let place = places.entry(print).or_insert((0, 0, index));
        place.1 += 1;
    }
    let mut seen = Vec::new();
    for (index, print) in old {
        if let Some(place) = places.get_mut(&print) {
            place.0 += 1;
            seen.push((index, print));
        }
    }
    seen.into_iter()
        .filter_map(|(index, print)| places.get(&print).filter(|p| p.0 == 1 && p.1 == 1).map(|p| (index, p.2)))
        .collect()
}

/// The heaviest chain of pairs that ascends on both sides; `pairs` ascend on the old side.
pub fn heaviest_chain(pairs: &[(usize, usize, u64)]) -> Vec<(usize, usize)> {
    let mut columns: Vec<usize> = pairs.iter().map(|pair| pair.1).collect();
    columns.sort_unstable();
    columns.dedup();
    // A Fenwick tree of the best weight that ends at or before a column, and the pair that ends it.
    let mut best: Vec<(u64, usize)> = vec![(0, usize::MAX); columns.len() + 1];
    let mut before = vec![usize::MAX; pairs.len()];
    let mut top = (0, usize::MAX);
    for (index, (_, column, weight)) in pairs.iter().enumerate() {
        let rank = columns.partition_point(|c| c < column);
        let mut found = (0, usize::MAX);
        let mut at = rank;
        while at > 0 {
            if best[at].0 > found.0 {
                found = best[at];
            }
            at -= at & at.wrapping_neg();
        }
        before[index] = found.1;
        let total = found.0 + weight;
        let mut at = rank + 1;
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
    let mut chain = Vec::new();
    let mut at = top.1;
    while let Some((old, new, _)) = pairs.get(at) {
        chain.push((*old, *new));
        at = before[at];
    }
    chain.reverse();
    chain
}

/// Anchors from whole blocks that stand once on each side.
fn block_anchors(documents: Pair<&Document>, prints: Pair<&[u64]>) -> Vec<(usize, usize, u64)> {
    let of = |document: &Document, prints: &[u64]| -> Vec<(usize, u64)> {
        document
            .blocks
            .iter()
            .enumerate()
            .map(|(index, block)| (index, fold(&prints[block.sentences.clone()])))
            .collect()
    };
    let (old, new) = (of(documents.old, prints.old), of(documents.new, prints.new));
    once_each(old.into_iter(), new.into_iter())
        .into_iter()
        .flat_map(|(i, j)| {
            let (a, b) = (documents.old.blocks[i].sentences.clone(), documents.new.blocks[j].sentences.clone());
            a.zip(b).map(|(a, b)| (a, b, documents.old.sentences[a].len() as u64 + 1))
        })
        .collect()
}

fn fold(prints: &[u64]) -> u64 {
    prints.iter().fold(print(""), |sum, print| (sum.rotate_left(5) ^ print).wrapping_mul(0x9E37_79B9_7F4A_7C15))
}

fn unique(prints: Pair<&[u64]>, gap: &Gap) -> Vec<(usize, usize, u64)> {
    let of = |prints: &[u64], range: &Range<usize>| -> Vec<(usize, u64)> {
        range.clone().map(|index| (index, prints[index])).collect()
    };
    let (old, new) = (of(prints.old, &gap.old), of(prints.new, &gap.new));
    once_each(old.into_iter(), new.into_iter()).into_iter().map(|(i, j)| (i, j, 1)).collect()
}

/// Fixes the heaviest chain of these anchors and equal neighbours in one gap; what remains between them, or nothing where no anchor held.
fn split(
    gap: &Gap,
    anchors: &[(usize, usize, u64)],
    prints: Pair<&[u64]>,
    partner: &mut [Option<usize>],
) -> Option<Vec<Gap>> {
    let mut rest = Vec::new();
    let mut from = Pair::of(gap.old.start, gap.new.start);
    let mut fixed = false;
    let ends = [(gap.old.end, gap.new.end)];
    for (i, j) in heaviest_chain(anchors).into_iter().chain(ends) {
        if i < from.old || j < from.new {
            continue;
        }
        while from.old < i && from.new < j && prints.old[from.old] == prints.new[from.new] {
            partner[from.old] = Some(from.new);
            (from.old, from.new, fixed) = (from.old + 1, from.new + 1, true);
        }
        let mut to = (i, j);
        while to.0 > from.old && to.1 > from.new && prints.old[to.0 - 1] == prints.new[to.1 - 1] {
            to = (to.0 - 1, to.1 - 1);
            partner[to.0] = Some(to.1);
            fixed = true;
        }
        if from.old < to.0 || from.new < to.1 {
            rest.push(Pair::of(from.old..to.0, from.new..to.1));
        }
        if i < gap.old.end && j < gap.new.end {
            partner[i] = Some(j);
            fixed = true;
        }
        from = Pair::of(i + 1, j + 1);
    }
    fixed.then_some(rest)
}
