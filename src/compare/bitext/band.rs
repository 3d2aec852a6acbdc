//! Which sentences are compared at all: those near the path that sure anchors, or the last round, have drawn through both texts.

use std::ops::Range;

use super::fixed::Stretch;
use super::hints::Hint;
use super::lattice::Weighed;
use super::sentences::{PLACES, Sentences};
use crate::compare::anchor::heaviest_chain;
use crate::document::{Pair, Side};

/// How many cells (old times new sentences) are looked at without asking for anchors.
const SMALL: usize = 40_000;
/// How far from the line between anchors sentences are compared, …
const WIDTH: usize = 60;
/// … how much farther for every sentence to the next anchor, …
const FARTHER: f64 = 0.1;
/// … and how far at most.
const WIDEST: usize = 400;
/// How far from the last round's path.
const NEAR: usize = 15;
/// An anchor counts if the chain has another so near to it.
const COMPANY: usize = 40;

/// For every sentence of a part, the sentences of the other side that it is compared with: contiguous, and never going back.
#[derive(Clone, Debug)]
pub struct Band {
    firsts: Pair<usize>,
    columns: Pair<Vec<Range<usize>>>,
}

impl Band {
    /// The band of a part, along the line that anchors draw through it.
    pub fn first(
        texts: Pair<&Sentences>,
        anchors: &[Pair<usize>],
        part: &Pair<Range<usize>>,
        stretches: &[Stretch],
    ) -> Self {
        let mut columns = vec![0..0; part.old.len()];
        for stretch in stretches.iter().filter(|stretch| !stretch.is_fixed) {
            let Pair { old, new } = &stretch.sentences;
            let row = old.start - part.old.start;
            let columns = &mut columns[row..row + old.len()];
            if old.len() * new.len() <= SMALL {
                columns.fill(new.clone());
            } else {
                Line::of(texts, anchors, &stretch.sentences).widened(columns);
            }
        }
        Self::of(part, columns)
    }

    /// The band around a path of beads through a part.
    pub fn around(path: &[Weighed], part: &Pair<Range<usize>>, stretches: &[Stretch]) -> Self {
        let mut columns = vec![0..0; part.old.len()];
        for bead in path {
            for row in bead.sentences.old.clone() {
                columns[row - part.old.start] =
                    bead.sentences.new.start.saturating_sub(NEAR)..bead.sentences.new.end + NEAR;
            }
        }
        for stretch in stretches {
            for row in stretch.sentences.old.clone() {
                let columns = &mut columns[row - part.old.start];
                *columns = if stretch.is_fixed { 0..0 } else { clipped(columns, &stretch.sentences.new) };
            }
        }
        Self::of(part, columns)
    }

    fn of(part: &Pair<Range<usize>>, columns: Vec<Range<usize>>) -> Self {
        let mut turned: Vec<Range<usize>> = vec![0..0; part.new.len()];
        for (row, columns) in (part.old.start..).zip(&columns) {
            for column in columns.clone() {
                let rows = &mut turned[column - part.new.start];
                *rows = if rows.end == 0 { row..row + 1 } else { rows.start..row + 1 };
            }
        }
        Self { firsts: Pair::of(part.old.start, part.new.start), columns: Pair::of(columns, turned) }
    }

    /// The sentences of a side that the band is for.
    pub fn rows(&self, side: Side) -> Range<usize> {
        self.firsts[side]..self.firsts[side] + self.columns[side].len()
    }

    /// The sentences that one of `side` is compared with.
    pub fn columns(&self, side: Side, sentence: usize) -> Range<usize> {
        self.columns[side][sentence - self.firsts[side]].clone()
    }
}

fn clipped(columns: &Range<usize>, to: &Range<usize>) -> Range<usize> {
    let start = columns.start.clamp(to.start, to.end);
    start..columns.end.clamp(start, to.end)
}

/// The line between the ends of a stretch, by the anchors in it.
pub struct Line<'a> {
    texts: Pair<&'a Sentences>,
    stretch: &'a Pair<Range<usize>>,
    points: Vec<Pair<usize>>,
}

impl<'a> Line<'a> {
    /// The line through a stretch.
    pub fn of(texts: Pair<&'a Sentences>, anchors: &[Pair<usize>], stretch: &'a Pair<Range<usize>>) -> Self {
        let inside = |anchor: &&Pair<usize>| stretch.old.contains(&anchor.old) && stretch.new.contains(&anchor.new);
        let mut points = vec![Pair::of(stretch.old.start, stretch.new.start)];
        points.extend(anchors.iter().filter(inside));
        points.push(Pair::of(stretch.old.end, stretch.new.end));
        Self { texts, stretch, points }
    }

    /// The new sentence beside an old one, by lengths between the next points.
    pub fn beside(&self, row: usize) -> usize {
        let (from, to) = self.between(row);
        let part = self.texts.old.length(from.old, row) / self.texts.old.length(from.old, to.old.max(row));
        let wanted = part * self.texts.new.length(from.new, to.new);
        let (mut low, mut high) = (from.new, to.new);
        while low < high {
            let middle = (low + high) / 2;
            if self.texts.new.length(from.new, middle + 1) < wanted {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }

    /// The points before and behind an old sentence.
    fn between(&self, row: usize) -> (Pair<usize>, Pair<usize>) {
        let at = self.points.partition_point(|point| point.old <= row).clamp(1, self.points.len() - 1);
        (self.points[at - 1], self.points[at])
    }

    /// The columns near the line, more of them farther from its points.
    fn widened(&self, columns: &mut [Range<usize>]) {
        let (mut low, mut high) = (self.stretch.new.end, 0);
        for (row, columns) in self.stretch.old.clone().zip(columns.iter_mut()).rev() {
            let width = self.width(row);
            low = low.min(self.beside(row).saturating_sub(width));
            columns.start = low;
        }
        for (row, columns) in self.stretch.old.clone().zip(columns) {
            high = high.max(self.beside(row) + self.width(row) + 1);
            *columns = clipped(&(columns.start..high), &self.stretch.new);
        }
    }

    fn width(&self, row: usize) -> usize {
        let (from, to) = self.between(row);
        WIDTH + (((row - from.old).min(to.old - row) as f64 * FARTHER) as usize).min(WIDEST)
    }
}

/// Sentences that share rare words: the heaviest chain of those that stand equally often on both sides, without lonely ones.
pub fn anchors(texts: Pair<&Sentences>, hints: &[Hint]) -> Vec<Pair<usize>> {
    let mut votes: Vec<(u32, u32)> = Vec::new();
    for hint in hints {
        let places = Pair::of(
            &texts.old.words[hint.words.old as usize].places,
            &texts.new.words[hint.words.new as usize].places,
        );
        if places.old.len() == places.new.len() && places.old.len() <= PLACES {
            votes.extend(places.old.iter().copied().zip(places.new.iter().copied()));
        }
    }
    // Of one old sentence no two pairs can follow each other in a chain.
    votes.sort_unstable_by_key(|(old, new)| (*old, std::cmp::Reverse(*new)));
    let votes: Vec<&[(u32, u32)]> = votes.chunk_by(|a, b| a == b).collect();
    let pairs: Vec<(usize, usize)> = votes.iter().map(|same| (same[0].0 as usize, same[0].1 as usize)).collect();
    let chain = heaviest_chain(&pairs, |at| votes[at].len() as u64);
    let near = |a: &(usize, usize), b: &(usize, usize)| b.0 - a.0 <= COMPANY && b.1 - a.1 <= COMPANY;
    let is_kept = |at: usize| {
        at.checked_sub(1).is_some_and(|before| near(&chain[before], &chain[at]))
            || chain.get(at + 1).is_some_and(|after| near(&chain[at], after))
    };
    (0..chain.len()).filter(|at| is_kept(*at)).map(|at| Pair::of(chain[at].0, chain[at].1)).collect()
}
