//! Blocks that stand unchanged, in their place or elsewhere: what need not be cut into sentences to be known.

use std::ops::Range;

use super::anchor::{Gap, spine};
use super::heads::headed;
use super::moves::elsewhere;
use super::terms::alone;
use crate::document::{Document, Pair, Side};

/// Blocks that both wordings have.
#[derive(Debug)]
pub struct Kept {
    /// Pairs of an old and a new block with the same words, none in two pairs, in old order.
    pub pairs: Vec<(usize, usize)>,
    /// Whether each block is in a pair.
    pub matched: Pair<Vec<bool>>,
    /// The stretches of blocks between those that keep their order; a block in one may be in a pair that moved.
    pub gaps: Vec<Gap>,
}

impl Kept {
    /// The old block of every new one that is in a pair.
    pub fn partners(&self) -> Vec<Option<usize>> {
        let mut partners = vec![None; self.matched.new.len()];
        self.pairs.iter().for_each(|(i, j)| partners[*j] = Some(*i));
        partners
    }
}

/// The blocks that two documents share, white space aside; those with sentences in beads that are given are not among them.
pub fn kept(documents: Pair<&Document>, given: &[Pair<Range<usize>>]) -> Kept {
    let mut prints = documents.map(|document| -> Vec<u64> {
        (0..document.blocks.len()).map(|block| headed(document, block, words)).collect()
    });
    for side in [Side::Old, Side::New] {
        for block in given.iter().flat_map(|bead| bead[side].clone()).map(|sentence| documents[side].block_of(sentence))
        {
            prints[side][block] = alone(block, side);
        }
    }
    let prints = Pair::of(prints.old.as_slice(), prints.new.as_slice());
    let bytes = |block: usize| documents.old.blocks[block].span.len();
    let spine = spine(prints, vec![prints.map(|prints| 0..prints.len())], |block| bytes(block) as u64 + 1);
    let old = spine.gaps.iter().flat_map(|gap| gap.old.clone()).collect();
    let new = spine.gaps.iter().flat_map(|gap| gap.new.clone()).collect();
    let mut pairs = spine.fixed;
    pairs.extend(elsewhere(prints, &Pair::of(old, new), bytes));
    pairs.sort();
    let mut matched = prints.map(|prints| vec![false; prints.len()]);
    for (i, j) in &pairs {
        (matched.old[*i], matched.new[*j]) = (true, true);
    }
    Kept { pairs, matched, gaps: spine.gaps }
}

/// The words of a block; none behind the last.
fn words(document: &Document, block: usize) -> &str {
    document.blocks.get(block).map_or("", |block| block.span.of(&document.text))
}
