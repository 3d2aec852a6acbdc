//! All ways of putting two texts together out of beads, weighed at once: forward and backward sums give the likelihood of every bead,
//! and the path that is expected to hold most right beads is taken.

use std::ops::Range;

use super::band::Band;
use super::fixed::Stretch;
use super::lengths::Alone;
use super::model::{Model, ORPHANED, SHAPES};
use super::sentences::Sentences;
use super::support::Support;
use crate::document::{Pair, Side};

/// How much words weigh against lengths and shapes: the words of a sentence do not vouch independently of each other.
const WORDS: f64 = 0.7;
/// How much less likely (a logarithm) a bead is for each border of a block within it: translators join and split sentences, seldom
/// paragraphs.
const ACROSS: f64 = -3.0;
/// A bead less likely than this teaches nothing.
const LEAST: f64 = 0.01;
/// Likelihoods below this (a logarithm) are none.
const FAINT: f64 = -30.0;
/// A bead is worth taking from this likelihood on.
const WORTH: f64 = 0.4;

/// A bead with its likelihood, given both texts.
#[derive(Clone, Debug)]
pub struct Weighed {
    /// Its sentences.
    pub sentences: Pair<Range<usize>>,
    /// 0 to 1.
    pub weight: f64,
}

/// What the lattice holds.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// All beads that are likely at all.
    pub beads: Vec<Weighed>,
    /// The beads that are taken, in order: together they cover every sentence once.
    pub path: Vec<Weighed>,
    /// How many beads of each of [`SHAPES`] are expected.
    pub shapes: [f64; SHAPES.len()],
    /// How many beads with and without a partner (second index) are expected behind those with and without (first index).
    pub turns: [[f64; 2]; 2],
}

impl Found {
    /// The beads and the path of a part.
    pub fn within(&self, part: &Pair<Range<usize>>) -> Self {
        let inside = |bead: &&Weighed| {
            let inside = |bead: &Range<usize>, part: &Range<usize>| part.start <= bead.start && bead.end <= part.end;
            inside(&bead.sentences.old, &part.old) && inside(&bead.sentences.new, &part.new)
        };
        let of = |beads: &[Weighed]| beads.iter().filter(inside).cloned().collect();
        Self { beads: of(&self.beads), path: of(&self.path), shapes: self.shapes, turns: self.turns }
    }
}

/// Everything that beads are weighed by.
pub struct Lattice<'a> {
    /// Both texts.
    pub texts: Pair<&'a Sentences>,
    /// Which sentences are compared.
    pub band: &'a Band,
    /// How old sentences support new ones, and new ones old.
    pub support: Pair<&'a Support>,
    /// Shapes, gaps and lengths.
    pub model: &'a Model,
}

impl Lattice<'_> {
    /// Weighs the beads of all stretches.
    pub fn weigh(&self, stretches: &[Stretch]) -> Found {
        let alone = |side| self.model.lengths.alone(side, self.texts[side], self.band.rows(side));
        let alone = Pair::of(alone(Side::Old), alone(Side::New));
        let mut found = Found::default();
        for stretch in stretches {
            if stretch.is_fixed {
                let bead = Weighed { sentences: stretch.sentences.clone(), weight: 1.0 };
                found.path.push(bead.clone());
                found.beads.push(bead);
            } else {
                let mut grid = Grid::new(&stretch.sentences, self.band);
                self.forward(&mut grid, &alone);
                self.backward(&mut grid, &mut found);
                found.path.extend(self.path(&grid));
            }
        }
        found
    }

    /// The logarithm of how likely a bead is, next to that of unrelated sentences.
    fn score(&self, start: Pair<usize>, shape: usize, alone: &Pair<Alone>) -> f64 {
        let (old, new, _) = SHAPES[shape];
        if shape < ORPHANED {
            return self.model.shapes[shape];
        }
        let there: f64 = (start.new..start.new + new).map(|at| self.support.old.gain(start.old, old, at)).sum();
        let back: f64 = (start.old..start.old + old).map(|at| self.support.new.gain(start.new, new, at)).sum();
        if there + back == f64::NEG_INFINITY {
            return f64::NEG_INFINITY;
        }
        let length = |side: Side, size| self.texts[side].length(start[side], start[side] + size);
        let lengths = Pair::of(length(Side::Old, old), length(Side::New, new));
        let alone = Pair::of(alone.old.likelihood(start.old, old), alone.new.likelihood(start.new, new));
        let borders = |side: Side, size| self.texts[side].borders(start[side], start[side] + size);
        let across = ACROSS * f64::from(borders(Side::Old, old) + borders(Side::New, new));
        across + self.model.shapes[shape] + WORDS * (there + back) / 2.0 + self.model.lengths.gain(lengths, alone)
    }

    /// The logarithms of how often a bead with or without a partner (second index) comes behind one with or without (first index).
    fn turns(&self) -> [[f64; 2]; 2] {
        self.model.gaps.map(|gap| [(1.0 - gap).ln(), gap.ln()])
    }

    /// The sums over all ways to every node.
    fn forward(&self, grid: &mut Grid, alone: &Pair<Alone>) {
        let turns = self.turns();
        for node in 0..grid.nodes.len() {
            let mut ways = [Ways::default(); 2];
            for (shape, slot) in grid.shapes_into(node) {
                let orphan = usize::from(shape < ORPHANED);
                let before = grid.leaving[slot][orphan];
                if before > f64::NEG_INFINITY {
                    let score = self.score(grid.nodes[slot], shape, alone) as f32;
                    grid.scores[node][shape] = score;
                    ways[orphan].add(before + f64::from(score));
                }
            }
            if node > 0 {
                grid.forward[node] = ways.map(Ways::sum);
            }
            let [paired, orphan] = grid.forward[node];
            grid.leaving[node] = [0, 1].map(|next| joined(paired + turns[0][next], orphan + turns[1][next]));
        }
    }

    /// The sums over all ways from every node on, and with them the likelihood of every bead.
    fn backward(&self, grid: &mut Grid, found: &mut Found) {
        let turns = self.turns();
        let last = grid.nodes.len() - 1;
        let all = joined(grid.forward[last][0], grid.forward[last][1]);
        let first = found.beads.len();
        for node in (0..=last).rev() {
            let mut ways = [Ways::default(); 2];
            for (shape, target) in grid.shapes_from(node) {
                let orphan = usize::from(shape < ORPHANED);
                let way = f64::from(grid.scores[target][shape]) + grid.backward[target][orphan];
                ways[orphan].add(way);
                let likelihood = grid.leaving[node][orphan] + way - all;
                let weight = if likelihood > FAINT { likelihood.exp() } else { 0.0 };
                grid.scores[target][shape] = weight as f32;
                found.shapes[shape] += weight;
                if weight >= LEAST {
                    found.beads.push(Weighed { sentences: bead(grid.nodes[node], shape), weight });
                    let behind = (grid.forward[node][1] + turns[1][orphan] - grid.leaving[node][orphan]).exp();
                    found.turns[0][orphan] += weight * (1.0 - behind);
                    found.turns[1][orphan] += weight * behind;
                }
            }
            if node < last {
                let [paired, orphan] = ways.map(Ways::sum);
                grid.backward[node] = [0, 1].map(|behind| joined(paired + turns[behind][0], orphan + turns[behind][1]));
            } else {
                grid.backward[node] = [0.0; 2];
            }
        }
        found.beads[first..].reverse();
    }

    /// The path with the most likelihood beyond what is worth taking, now that the grid holds likelihoods for scores.
    fn path(&self, grid: &Grid) -> Vec<Weighed> {
        let mut best = vec![(f64::NEG_INFINITY, 0, 0); grid.nodes.len()];
        if let Some(first) = best.first_mut() {
            first.0 = 0.0;
        }
        for node in 1..grid.nodes.len() {
            for (shape, slot) in grid.shapes_into(node) {
                let value = best[slot].0 + f64::from(grid.scores[node][shape]) - WORTH;
                if value > best[node].0 {
                    best[node] = (value, slot, shape);
                }
            }
        }
        let mut path = Vec::new();
        let mut node = grid.nodes.len().saturating_sub(1);
        while node > 0 {
            let (_, slot, shape) = best[node];
            path.push(Weighed {
                sentences: bead(grid.nodes[slot], shape),
                weight: f64::from(grid.scores[node][shape]),
            });
            node = slot;
        }
        path.reverse();
        path
    }
}

fn bead(start: Pair<usize>, shape: usize) -> Pair<Range<usize>> {
    let (old, new, _) = SHAPES[shape];
    Pair::of(start.old..start.old + old, start.new..start.new + new)
}

/// The places between sentences that a path can pass in one stretch, by rows of old sentences.
struct Grid {
    first: usize,
    /// For every row, the first place on the new side, and the index of its node.
    rows: Vec<(usize, usize)>,
    nodes: Vec<Pair<usize>>,
    /// The sum of all ways to a node whose last bead has a partner, and of those whose last has none.
    forward: Vec<[f64; 2]>,
    /// The sum of all ways to a node, as seen from a next bead that has a partner, and from one that has none.
    leaving: Vec<[f64; 2]>,
    /// The sum of all ways from a node on, behind a bead that has a partner, and behind one that has none.
    backward: Vec<[f64; 2]>,
    /// For every node and shape the score of the bead that ends there, later its likelihood.
    scores: Vec<[f32; SHAPES.len()]>,
}

impl Grid {
    fn new(stretch: &Pair<Range<usize>>, band: &Band) -> Self {
        let mut rows = Vec::with_capacity(stretch.old.len() + 2);
        let mut nodes = Vec::new();
        let clamp = |place: usize| place.clamp(stretch.new.start, stretch.new.end);
        for row in stretch.old.start..=stretch.old.end {
            let low = if row == stretch.old.start {
                stretch.new.start
            } else {
                clamp(band.columns(Side::Old, row - 1).start)
            };
            let high = if row == stretch.old.end { stretch.new.end } else { clamp(band.columns(Side::Old, row).end) };
            rows.push((low, nodes.len()));
            nodes.extend((low..=high).map(|new| Pair::of(row, new)));
        }
        rows.push((0, nodes.len()));
        let none = vec![[f64::NEG_INFINITY; 2]; nodes.len()];
        let (leaving, backward, mut forward) = (none.clone(), none.clone(), none);
        forward[0][0] = 0.0;
        let scores = vec![[f32::NEG_INFINITY; SHAPES.len()]; nodes.len()];
        Self { first: stretch.old.start, rows, nodes, forward, leaving, backward, scores }
    }

    /// The shapes of beads that can end at a node, with the nodes at which they begin.
    fn shapes_into(&self, node: usize) -> impl Iterator<Item = (usize, usize)> + use<> {
        let end = self.nodes[node];
        each(self.slots(|old, new| Some(Pair::of(end.old.checked_sub(old)?, end.new.checked_sub(new)?))))
    }

    /// The shapes of beads that can begin at a node, with the nodes at which they end.
    fn shapes_from(&self, node: usize) -> impl Iterator<Item = (usize, usize)> + use<> {
        let start = self.nodes[node];
        each(self.slots(|old, new| Some(Pair::of(start.old + old, start.new + new))))
    }

    /// The node at the other end of a bead of each shape, if the grid has it.
    fn slots(&self, other: impl Fn(usize, usize) -> Option<Pair<usize>>) -> Slots {
        std::array::from_fn(|shape| {
            let place = other(SHAPES[shape].0, SHAPES[shape].1)?;
            let row = place.old.checked_sub(self.first)?;
            let (low, start) = *self.rows.get(row)?;
            let slot = start + place.new.checked_sub(low)?;
            (slot < self.rows.get(row + 1)?.1).then_some(slot)
        })
    }
}

type Slots = [Option<usize>; SHAPES.len()];

fn each(slots: Slots) -> impl Iterator<Item = (usize, usize)> {
    slots.into_iter().enumerate().filter_map(|(shape, slot)| Some((shape, slot?)))
}

/// A sum of likelihoods that are given as logarithms.
#[derive(Clone, Copy)]
struct Ways {
    most: f64,
    sum: f64,
}

impl Default for Ways {
    fn default() -> Self {
        Self { most: f64::NEG_INFINITY, sum: 0.0 }
    }
}

impl Ways {
    fn add(&mut self, way: f64) {
        if way <= self.most {
            self.sum += if way - self.most > FAINT { (way - self.most).exp() } else { 0.0 };
        } else {
            self.sum = self.sum * (self.most - way).exp() + 1.0;
            self.most = way;
        }
    }

    fn sum(self) -> f64 {
        if self.most == f64::NEG_INFINITY { self.most } else { self.most + self.sum.ln() }
    }
}

/// The logarithm of the sum of two likelihoods.
fn joined(a: f64, b: f64) -> f64 {
    let (most, least) = if a > b { (a, b) } else { (b, a) };
    if least - most > FAINT { most + (least - most).exp().ln_1p() } else { most }
}
