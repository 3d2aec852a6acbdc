//! How well the lengths of two groups of sentences fit: a long sentence is rendered by a long one (Gale and Church 1993).
//!
//! The length of a translation is spread around the original's by Student's t, which allows for translators who now and then say much
//! more or less; the length of an unrelated text is that of any of its sentences (gamma).

use std::ops::Range;

use super::sentences::Sentences;
use super::support::MOST;
use crate::document::{Pair, Side};

/// Degrees of freedom of Student's t.
const FREEDOM: f64 = 6.0;
/// Letters that are added to a length before its spread is told: very short sentences differ by chance.
const LEAST: f64 = 5.0;
/// The spread that is expected before any text is seen, as variance per letter, …
const SPREAD: f64 = 4.0;
/// … which weighs as much as so many beads, …
const BEADS: f64 = 10.0;
/// … and so many letters for the ratio.
const LETTERS: f64 = 50.0;

/// What the lengths of two texts are to each other.
#[derive(Clone, Copy, Debug)]
pub struct Lengths {
    /// New letters for an old one.
    ratio: f64,
    /// The variance of the difference, per letter.
    spread: f64,
    /// The sentences of each side by themselves.
    alone: Pair<Gamma>,
}

/// Lengths of two groups of sentences that may be a bead, and how likely it is that they are one.
pub type Weighed = (Pair<f64>, f64);

impl Lengths {
    /// What is expected of two texts before they are aligned.
    pub fn of(texts: Pair<&Sentences>) -> Self {
        let all = texts.map(|side| side.length(0, side.count()));
        Self { ratio: all.new / all.old, spread: SPREAD, alone: texts.map(Gamma::of) }
    }

    /// What these beads tell.
    pub fn learn(&self, beads: impl Iterator<Item = Weighed> + Clone) -> Self {
        let mut letters = Pair::of(LETTERS, LETTERS * self.ratio);
        for (lengths, weight) in beads.clone() {
            letters.old += weight * lengths.old;
            letters.new += weight * lengths.new;
        }
        let learnt = Self { ratio: letters.new / letters.old, ..*self };
        let (mut sum, mut count) = (BEADS, BEADS);
        for (lengths, weight) in beads {
            let square = (lengths.new - lengths.old * learnt.ratio).powi(2) / learnt.variance(lengths);
            // Far-off lengths count less, as Student's t has them.
            sum += weight * square * (FREEDOM + 1.0) / (FREEDOM + square);
            count += weight;
        }
        Self { spread: self.spread * sum / count, ..learnt }
    }

    fn variance(&self, lengths: Pair<f64>) -> f64 {
        self.spread * ((lengths.old * self.ratio + lengths.new) / 2.0 + LEAST)
    }

    /// The logarithm of how much likelier two lengths are as those of a bead than as those of unrelated groups, whose own likelihoods
    /// are given: from old to new and back, averaged.
    pub fn gain(&self, lengths: Pair<f64>, alone: Pair<f64>) -> f64 {
        let variance = self.variance(lengths);
        let square = (lengths.new - lengths.old * self.ratio).powi(2) / variance;
        // ln(t(deviation) / scale) with one logarithm, for (1 + d²/ν)^((ν + 1) / 2) · √variance is the root of a whole power.
        let together = HEIGHT - ((1.0 + square / FREEDOM).powi(FREEDOM as i32 + 1) * variance).ln() / 2.0;
        together + self.ratio.ln() / 2.0 - (alone.old + alone.new) / 2.0
    }

    /// For the groups of one side how likely their lengths are by themselves.
    pub fn alone(&self, side: Side, sentences: &Sentences, rows: Range<usize>) -> Alone {
        self.alone[side].table(sentences, rows)
    }
}

/// For some sentences of a side, and every group of up to [`MOST`] from each on, how likely its length is by itself (logarithm).
#[derive(Debug)]
pub struct Alone {
    first: usize,
    rows: Vec<[f64; MOST]>,
}

impl Alone {
    /// The likelihood of the `size` sentences from `start` on.
    pub fn likelihood(&self, start: usize, size: usize) -> f64 {
        self.rows[start - self.first][size - 1]
    }
}

/// The logarithm of Student's t at 0: ln Γ(3.5) − ln Γ(3) − ln(6π)/2.
const HEIGHT: f64 = -0.960_418_255_751_598_8;

/// The gamma distribution of the lengths of sentences.
#[derive(Clone, Copy, Debug)]
struct Gamma {
    shape: f64,
    scale: f64,
}

impl Gamma {
    fn of(side: &Sentences) -> Self {
        let count = side.count().max(1) as f64;
        let lengths = || (0..side.count()).map(|at| side.length(at, at + 1));
        let mean = (lengths().sum::<f64>() / count).max(1.0);
        let variance = lengths().map(|length| (length - mean).powi(2)).sum::<f64>() / count;
        let variance = variance.max(mean * mean / 20.0);
        Self { shape: mean * mean / variance, scale: variance / mean }
    }

    fn table(&self, side: &Sentences, rows: Range<usize>) -> Alone {
        let constants: [f64; MOST] = std::array::from_fn(|at| {
            let shape = self.shape * (at + 1) as f64;
            shape * self.scale.ln() + ln_gamma(shape)
        });
        let row = |start: usize| {
            std::array::from_fn(|at| {
                let length = side.length(start, (start + at + 1).min(side.count()));
                (self.shape * (at + 1) as f64 - 1.0) * length.ln() - length / self.scale - constants[at]
            })
        };
        Alone { first: rows.start, rows: rows.map(row).collect() }
    }
}

/// The logarithm of the gamma function, by Stirling's series from 8 on.
fn ln_gamma(x: f64) -> f64 {
    let (mut x, mut below) = (x, 0.0);
    while x < 8.0 {
        below += x.ln();
        x += 1.0;
    }
    let square = x * x;
    let series = (1.0 / 12.0 - (1.0 / 360.0 - 1.0 / (1260.0 * square)) / square) / x;
    (x - 0.5) * x.ln() - x + (2.0 * std::f64::consts::PI).ln() / 2.0 + series - below
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_gamma_function_is_known() {
        for (x, expected) in [(1.0, 0.0), (2.0, 0.0), (5.0, 24_f64.ln()), (0.5, std::f64::consts::PI.sqrt().ln())] {
            assert!((ln_gamma(x) - expected).abs() < 1e-9, "{x}");
        }
        let height =
            ln_gamma((FREEDOM + 1.0) / 2.0) - ln_gamma(FREEDOM / 2.0) - (FREEDOM * std::f64::consts::PI).ln() / 2.0;
        assert!((height - HEIGHT).abs() < 1e-9, "{height}");
    }

    #[test]
    fn lengths_that_fit_gain() {
        let alone = Gamma { shape: 4.0, scale: 20.0 };
        let lengths = Lengths { ratio: 1.2, spread: SPREAD, alone: Pair::of(alone, alone) };
        let gain = |old, new| lengths.gain(Pair::of(old, new), Pair::of(-5.0, -5.0));
        assert!(gain(100.0, 120.0) > gain(100.0, 180.0));
        assert!(gain(100.0, 120.0) > 0.0 && gain(100.0, 20.0) < 0.0);
    }
}
