//! The few numbers that a round leaves to the next: how often beads have which shape, how lengths relate, how far hints are trusted.

use std::ops::Range;

use super::hints::Reason;
use super::lattice::Found;
use super::learn::Kept;
use super::lengths::Lengths;
use super::sentences::Sentences;
use crate::document::Pair;

/// The shapes of beads, as numbers of old and new sentences, with how often each is expected. Those without a partner come first.
pub const SHAPES: [(usize, usize, f64); 12] = [
    (1, 0, 0.02),
    (0, 1, 0.02),
    (1, 1, 0.8),
    (1, 2, 0.05),
    (2, 1, 0.05),
    (2, 2, 0.01),
    (1, 3, 0.01),
    (3, 1, 0.01),
    (2, 3, 0.003),
    (3, 2, 0.003),
    (1, 4, 0.003),
    (4, 1, 0.003),
];
/// How many of the shapes have no partner.
pub const ORPHANED: usize = 2;
/// What is expected of shapes weighs as much as so many beads.
const BEADS: f64 = 40.0;
/// How often a sentence is left out or added behind one that is not, and behind one that is: they come in runs.
const GAPS: [f64; 2] = [0.04, 0.15];
/// What is expected of gaps weighs as much as so many beads: a free translation must not talk itself into ever more of them.
const TURNS: f64 = 50.0;
/// How often a hint is borne out: for cognates, numbers, marks, vocabulary.
const TRUST: [f64; 4] = [0.8, 0.9, 0.5, 0.5];
/// What is expected of hints weighs as much as so many words.
const WORDS: f64 = 20.0;
/// No hint is surer than this.
const SUREST: f64 = 0.95;

/// How often hints are borne out, by their reason.
#[derive(Clone, Copy, Debug)]
pub struct Trust([f64; 4]);

impl Trust {
    /// How often hints of a reason are borne out.
    pub const fn of(&self, reason: Reason) -> f32 {
        self.0[reason as usize] as f32
    }
}

/// What a round knows beside its lexicon.
#[derive(Clone, Debug)]
pub struct Model {
    /// The logarithm of how often a bead has each of [`SHAPES`], among those with or without a partner.
    pub shapes: [f64; SHAPES.len()],
    /// How often a sentence without a partner comes behind a bead that has one, and behind one that has none.
    pub gaps: [f64; 2],
    /// How lengths relate.
    pub lengths: Lengths,
    /// How far hints are trusted.
    pub trust: Trust,
}

impl Model {
    /// What is expected of any two texts with these lengths.
    pub fn new(lengths: Lengths) -> Self {
        Self { shapes: shapes(&[0.0; SHAPES.len()]), gaps: GAPS, lengths, trust: Trust(TRUST) }
    }

    /// What a round has found.
    pub fn learn(&self, texts: Pair<&Sentences>, found: &Found, kept: &Kept) -> Self {
        let length = |side: &Sentences, range: &Range<usize>| side.length(range.start, range.end);
        let paired = found.beads.iter().filter(|bead| !bead.sentences.old.is_empty() && !bead.sentences.new.is_empty());
        let weighed = paired.map(|bead| {
            let sentences = &bead.sentences;
            (Pair::of(length(texts.old, &sentences.old), length(texts.new, &sentences.new)), bead.weight)
        });
        let gap = |behind: usize, expected: f64| {
            let [on, off] = [found.turns[behind][1], found.turns[behind][0]];
            (on + expected * GAPS[behind]) / (on + off + expected)
        };
        let trust = std::array::from_fn(|reason| {
            let (borne, given) = kept.by_reason[reason];
            ((borne + WORDS * TRUST[reason]) / (given + WORDS)).min(SUREST)
        });
        Self {
            shapes: shapes(&found.shapes),
            gaps: [gap(0, TURNS), gap(1, TURNS / 2.0)],
            lengths: self.lengths.learn(weighed),
            trust: Trust(trust),
        }
    }
}

/// The logarithms of how often shapes are met, from counts and expectations, among those with or without a partner.
fn shapes(counts: &[f64; SHAPES.len()]) -> [f64; SHAPES.len()] {
    let expected: f64 = SHAPES.iter().map(|(_, _, part)| part).sum();
    let met: [f64; SHAPES.len()] = std::array::from_fn(|at| counts[at] + BEADS * SHAPES[at].2 / expected);
    let sums = [met[..ORPHANED].iter().sum::<f64>(), met[ORPHANED..].iter().sum()];
    std::array::from_fn(|at| (met[at] / sums[usize::from(at >= ORPHANED)]).ln())
}
