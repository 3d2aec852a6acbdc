//! What stands elsewhere: as it was, or edited on the way and known again by the rare words that both share. And which of all links moved.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::align::Link;
use super::anchor::{heaviest_chain, once_each};
use super::terms::{Lexicon, Terms, joined, likeness};
use super::{Comparison, EditKind};
use crate::document::{Document, Pair};

/// Shorter than this many bytes, a thing is moved only along with a neighbour.
const MOVABLE: usize = 12;
/// What the end of a sentence weighs, in bytes, when it is told what moved: rather few sentences than few words.
const SENTENCE: usize = 100;
/// How alike a sentence must be to one that stands elsewhere (0 to 1).
const ALIKE: f32 = 0.6;
/// A stem that stands in more sentences than this points nowhere.
const COMMON: u32 = 24;
/// The least weight of terms by which a sentence can be known again.
const WEIGHT: f32 = 4.0;

impl Comparison {
    /// The move that an edit lies in, as an index into the edits; none for a move itself.
    pub fn inside(&self, edit: usize) -> Option<usize> {
        let edit = self.edits.get(edit).filter(|edit| edit.kind != EditKind::Move)?;
        self.beads.get(edit.bead)?.moved
    }

    /// The blocks in which the two ends of a move begin.
    pub fn ends(&self, edit: usize) -> Pair<usize> {
        let sentences = self.edits.get(edit).and_then(|edit| self.beads.get(edit.bead)).map(|bead| &bead.sentences);
        let starts = sentences.map_or(Pair::default(), |sentences| sentences.as_ref().map(|range| range.start));
        Pair::of(self.documents.old.block_of(starts.old), self.documents.new.block_of(starts.new))
    }

    /// The edits inside a move: they stand behind it. None for another edit.
    pub fn inner(&self, edit: usize) -> Range<usize> {
        let count = (edit + 1..self.edits.len()).take_while(|inner| self.inside(*inner) == Some(edit)).count();
        edit + 1..edit + 1 + count
    }
}

/// Pairs among those given that stand once on each side, with the same fingerprint; `bytes` tells how long an old one is.
pub fn elsewhere(prints: Pair<&[u64]>, left: &Pair<Vec<usize>>, bytes: impl Fn(usize) -> usize) -> Vec<(usize, usize)> {
    let old = left.old.iter().map(|i| (*i, prints.old[*i]));
    let twins = once_each(old, left.new.iter().map(|j| (*j, prints.new[*j])));
    let is_long = |i: usize| bytes(i) >= MOVABLE;
    let goes_along = |at: usize| {
        let (i, j) = twins[at];
        let before = at.checked_sub(1).map(|at| twins[at]).is_some_and(|(a, b)| (a + 1, b + 1) == (i, j) && is_long(a));
        before || twins.get(at + 1).is_some_and(|(a, b)| (*a, *b) == (i + 1, j + 1) && is_long(*a))
    };
    (0..twins.len()).filter(|at| is_long(twins[*at].0) || goes_along(*at)).map(|at| twins[at]).collect()
}

/// Tells what moved: what stays is the heaviest chain of links that keeps both orders. Sorts the links by their old place.
pub fn keep_in_place(documents: Pair<&Document>, links: &mut [Link]) {
    links.sort_by_key(|link| link.sentences.old.start);
    let pairs: Vec<(usize, usize)> =
        links.iter().map(|link| (link.sentences.old.start, link.sentences.new.start)).collect();
    let weigh = |index: usize| {
        let Pair { old, new } = &links[index].sentences;
        let (old, new) = (words(documents.old, old), words(documents.new, new));
        let first = weight(old);
        first + if old == new { first } else { weight(new) }
    };
    let mut chain = heaviest_chain(&pairs, weigh).into_iter().peekable();
    for link in links {
        link.moved = chain.next_if(|(old, _)| *old == link.sentences.old.start).is_none();
    }
}

fn words<'a>(document: &'a Document, sentences: &Range<usize>) -> &'a str {
    document.cover(sentences).of(&document.text)
}

/// What sentences of these words weigh: the same however the words are cut into them.
fn weight(words: &str) -> u64 {
    let words = words.as_bytes();
    // Rows of 255 bytes are counted in one byte each, many at a time.
    let is_end = |byte: &u8| u8::from(matches!(byte, b'.' | b'!' | b'?'));
    let ends: usize = words.chunks(255).map(|row| usize::from(row.iter().map(is_end).sum::<u8>())).sum();
    (words.len() + SENTENCE * ends) as u64
}

/// Pairs of an old and a new sentence among those given that are each other's best match and alike, in old order.
pub fn resembling(left: &Pair<Vec<usize>>, lexicon: &Lexicon) -> Vec<(usize, usize)> {
    let old: Vec<Terms<'_>> = left.old.iter().map(|i| lexicon.of_old(*i)).collect();
    let new: Vec<Terms<'_>> = left.new.iter().map(|j| lexicon.of_new(*j)).collect();
    alike(&old, &new, &lexicon.frequency).into_iter().map(|(i, j)| (left.old[i], left.new[j])).collect()
}

/// The same of whole blocks none of whose sentences are taken, where one at least has more sentences than one.
pub fn resembling_blocks(
    documents: Pair<&Document>,
    taken: &Pair<Vec<bool>>,
    lexicon: &Lexicon,
) -> Vec<Pair<Range<usize>>> {
    let free = |document: &Document, taken: &[bool]| -> Vec<Range<usize>> {
        let all = document.blocks.iter().map(|block| block.sentences.clone());
        all.filter(|block| !block.is_empty() && !taken[block.clone()].contains(&true)).collect()
    };
    let (old, new) = (free(documents.old, &taken.old), free(documents.new, &taken.new));
    let is_long = |block: &Range<usize>| block.len() > 1;
    if !old.iter().any(is_long) && !new.iter().any(is_long) {
        return Vec::new();
    }
    let of_old: Vec<Terms<'_>> = old.iter().map(|block| whole(block.clone(), &|i| lexicon.of_old(i))).collect();
    let of_new: Vec<Terms<'_>> = new.iter().map(|block| whole(block.clone(), &|j| lexicon.of_new(j))).collect();
    let pairs = alike(&of_old, &of_new, &lexicon.frequency).into_iter();
    let pairs = pairs.map(|(i, j)| Pair::of(old[i].clone(), new[j].clone()));
    pairs.filter(|pair| is_long(&pair.old) || is_long(&pair.new)).collect()
}

/// The terms of some sentences as those of one.
fn whole<'a>(sentences: Range<usize>, terms: &impl Fn(usize) -> Terms<'a>) -> Terms<'a> {
    if sentences.len() == 1 {
        return terms(sentences.start);
    }
    let half = sentences.start + sentences.len() / 2;
    joined(&whole(sentences.start..half, terms), &whole(half..sentences.end, terms))
}

/// The places of terms on both sides that are each other's best match and alike, in old order.
fn alike(old: &[Terms<'_>], new: &[Terms<'_>], frequency: &[u32]) -> Vec<(usize, usize)> {
    let holders = holders(new, frequency);
    let mut best_of_new: FxHashMap<usize, (f32, usize)> = FxHashMap::default();
    let mut best_of_old = Vec::new();
    let mut sums: FxHashMap<usize, f32> = FxHashMap::default();
    for (i, terms) in old.iter().enumerate() {
        if let Some((j, alike)) = best(terms, new, &holders, &mut sums) {
            best_of_old.push((i, j));
            let place = best_of_new.entry(j).or_insert((0.0, i));
            if alike > place.0 {
                *place = (alike, i);
            }
        }
    }
    best_of_old.retain(|(i, j)| best_of_new.get(j).is_some_and(|best| best.1 == *i));
    best_of_old
}

/// The new terms that hold each stem that is rare enough to point to them.
fn holders(new: &[Terms<'_>], frequency: &[u32]) -> FxHashMap<u32, Vec<usize>> {
    let mut holders: FxHashMap<u32, Vec<usize>> = FxHashMap::default();
    for (j, terms) in new.iter().enumerate() {
        for (stem, _) in terms.weighed.iter().filter(|(stem, _)| frequency[*stem as usize] <= COMMON) {
            holders.entry(*stem).or_default().push(j);
        }
    }
    holders
}

/// The new terms most like some old ones, if any are alike enough.
fn best(
    terms: &Terms<'_>,
    new: &[Terms<'_>],
    holders: &FxHashMap<u32, Vec<usize>>,
    sums: &mut FxHashMap<usize, f32>,
) -> Option<(usize, f32)> {
    if terms.total < WEIGHT {
        return None;
    }
    sums.clear();
    for (stem, weight) in terms.weighed.iter() {
        for j in holders.get(stem).into_iter().flatten() {
            *sums.entry(*j).or_insert(0.0) += weight;
        }
    }
    let mut ranked: Vec<(usize, f32)> = sums.iter().map(|(j, sum)| (*j, *sum)).collect();
    ranked.sort_unstable_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    ranked
        .into_iter()
        .take(5)
        .map(|(j, _)| (j, likeness(terms, &new[j])))
        .filter(|(_, alike)| *alike >= ALIKE)
        .max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)))
}
