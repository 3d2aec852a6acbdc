//! Sentences that stand elsewhere and were edited on the way: found among what is left over by the rare words they share.

use rustc_hash::FxHashMap;

use super::terms::{Lexicon, likeness};
use crate::document::Pair;

/// How alike a sentence must be to one that stands elsewhere (0 to 1).
const ALIKE: f32 = 0.5;
/// A stem that stands in more sentences than this points nowhere.
const COMMON: u32 = 24;
/// The least weight of terms by which a sentence can be known again.
const WEIGHT: f32 = 4.0;

/// Pairs of an old and a new sentence among those given that are each other's best match and alike, in old order.
pub fn resembling(left: &Pair<Vec<usize>>, lexicon: &Lexicon) -> Vec<(usize, usize)> {
    let holders = index(&left.new, lexicon);
    let mut best_of_new: FxHashMap<usize, (f32, usize)> = FxHashMap::default();
    let mut best_of_old = Vec::new();
    let mut sums: FxHashMap<usize, f32> = FxHashMap::default();
    for i in &left.old {
        if let Some((j, alike)) = best(*i, &holders, lexicon, &mut sums) {
            best_of_old.push((*i, j));
            let place = best_of_new.entry(j).or_insert((0.0, *i));
            if alike > place.0 {
                *place = (alike, *i);
            }
        }
    }
    best_of_old.retain(|(i, j)| best_of_new.get(j).is_some_and(|best| best.1 == *i));
    best_of_old
}

/// The new sentences that hold each stem that is rare enough to point to them.
fn index(new: &[usize], lexicon: &Lexicon) -> FxHashMap<u32, Vec<usize>> {
    let mut holders: FxHashMap<u32, Vec<usize>> = FxHashMap::default();
    for j in new {
        for (stem, _) in &lexicon.sentences.new[*j].weighted {
            if lexicon.frequency[*stem as usize] <= COMMON {
                holders.entry(*stem).or_default().push(*j);
            }
        }
    }
    holders
}

/// The new sentence most like an old one, if any is alike enough.
fn best(
    i: usize,
    holders: &FxHashMap<u32, Vec<usize>>,
    lexicon: &Lexicon,
    sums: &mut FxHashMap<usize, f32>,
) -> Option<(usize, f32)> {
    let terms = &lexicon.sentences.old[i];
    if terms.total < WEIGHT {
        return None;
    }
    sums.clear();
    for (stem, weight) in &terms.weighted {
        for j in holders.get(stem).into_iter().flatten() {
            *sums.entry(*j).or_insert(0.0) += weight;
        }
    }
    let mut ranked: Vec<(usize, f32)> = sums.iter().map(|(j, sum)| (*j, *sum)).collect();
    ranked.sort_unstable_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    ranked
        .into_iter()
        .take(5)
        .map(|(j, _)| (j, likeness(terms, &lexicon.sentences.new[j])))
        .filter(|(_, alike)| *alike >= ALIKE)
        .max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)))
}
