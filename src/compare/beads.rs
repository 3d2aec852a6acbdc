//! Beads between two runs of sentences by dynamic programming (Gale and Church 1993), scored by the weight of the words they share.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::terms::{Lexicon, Terms, joined, shared};
use crate::document::Pair;

/// How alike two sentences must be to belong together in their place (0 to 1).
const ALIKE: f32 = 0.3;
/// What a bead of more than two sentences must gain over simpler ones.
const JOINT: f32 = 0.2;
/// Where nearly all of each sentence is on the other side, a sentence may be joined or split for nothing: so much is nearly all.
const NEARLY_ALL: f32 = 0.75;
/// A short sentence may be split off for nothing too: where both sides as a whole are so much alike, and so much of each sentence is
/// found on the other side and in none of its neighbours.
const WHOLE: f32 = 0.8;
const OWN: f32 = 0.5;
/// The part of each sentence's own weight that a joint bead must share with the other side.
const PART: f32 = 0.3;
/// The shapes of beads, old by new sentences.
const SHAPES: [(usize, usize); 6] = [(1, 1), (1, 2), (2, 1), (1, 3), (3, 1), (2, 2)];
/// Up to so many cells it is not worth while to look the words up.
const SMALL: usize = 400;
/// A stem that stands in no more sentences than these is worth looking up.
const COMMON: u32 = 64;

/// The beads of sentences given by index, ascending on both sides; sentences without a partner are in none.
pub fn beads(sentences: Pair<&[usize]>, lexicon: &Lexicon) -> Vec<Pair<Range<usize>>> {
    if sentences.old.is_empty() || sentences.new.is_empty() {
        return Vec::new();
    }
    let table = Table::of(sentences, lexicon);
    let (rows, columns) = (sentences.old.len(), sentences.new.len());
    let width = columns + 1;
    // What the best way up to a cell is worth, and its last step.
    let mut best = vec![0.0_f32; (rows + 1) * width];
    let mut shape = vec![(0_u8, 1_u8); best.len()];
    shape[0] = (0, 0);
    let nothing = vec![0.0; columns];
    let mut before = nothing.as_slice();
    for i in 1..=rows {
        let (known, row) = best.split_at_mut(i * width);
        let shares = table.row(i - 1, &(0..columns));
        let (above, steps) = (&known[(i - 1) * width + 1..][..columns], &mut shape[i * width + 1..]);
        let (mut left, mut earlier) = (0.0, 0.0);
        let cells = row[1..].iter_mut().zip(steps).zip(above.iter().zip(shares).zip(before));
        for (j, ((cell, last), ((above, shared), before))) in (1..).zip(cells) {
            let mut way = if left > *above { (left, (0, 1)) } else { (*above, (1, 0)) };
            // Most pairs of sentences share nothing.
            if *shared > 0.0 {
                way = table.best(known, (i, j), &SHAPES, way);
            } else if earlier > 0.0 && *before > 0.0 {
                way = table.best(known, (i, j), &SHAPES[SHAPES.len() - 1..], way);
            }
            (*cell, *last) = way;
            (left, earlier) = (way.0, *shared);
        }
        shape[i * width] = (1, 0);
        before = shares;
    }
    table.path(&shape)
}

/// What a way up to a cell is worth, and its last step.
type Way = (f32, (u8, u8));

/// What every old sentence shares with every new one.
struct Table<'a> {
    sentences: Pair<&'a [usize]>,
    terms: Pair<Vec<Terms<'a>>>,
    /// The shared weight, a row an old sentence.
    shared: Vec<f32>,
}

impl<'a> Table<'a> {
    fn of(sentences: Pair<&'a [usize]>, lexicon: &'a Lexicon) -> Self {
        let terms = Pair::of(
            sentences.old.iter().map(|i| lexicon.of_old(*i)).collect::<Vec<_>>(),
            sentences.new.iter().map(|j| lexicon.of_new(*j)).collect::<Vec<_>>(),
        );
        let shared = if terms.old.len() * terms.new.len() <= SMALL {
            terms.old.iter().flat_map(|old| terms.new.iter().map(|new| shared(old, new))).collect()
        } else {
            looked_up(&terms, lexicon)
        };
        Self { sentences, terms, shared }
    }

    /// The best way to a cell (counted from 1): one that is known, or one that ends with a bead of these shapes.
    fn best(&self, known: &[f32], (i, j): (usize, usize), shapes: &[(usize, usize)], mut best: Way) -> Way {
        for (n, m) in shapes.iter().copied().filter(|(n, m)| i >= *n && j >= *m) {
            if self.may_end(i - 1, j - 1, (n, m)) {
                let worth = self.worth(i - n..i, j - m..j);
                let total = known[(i - n) * (self.terms.new.len() + 1) + j - m] + worth;
                if worth > 0.0 && total > best.0 {
                    best = (total, (n as u8, m as u8));
                }
            }
        }
        best
    }

    /// Whether the last sentences of a bead of this shape share enough: where one side is a single sentence, each of the others must
    /// have its part in it.
    fn may_end(&self, i: usize, j: usize, shape: (usize, usize)) -> bool {
        let shared = self.shared[i * self.terms.new.len() + j];
        match shape {
            (1, 1) => shared > 0.0,
            (1, _) => shared >= PART * self.terms.new[j].total,
            (_, 1) => shared >= PART * self.terms.old[i].total,
            _ => self.crosses(i, j),
        }
    }

    /// Whether each of two old and two new sentences that end here shares something with the other side.
    fn crosses(&self, i: usize, j: usize) -> bool {
        let width = self.terms.new.len();
        let shares = |i: usize, j: usize| self.shared[i * width + j] > 0.0;
        shares(i, j) && shares(i - 1, j - 1) || shares(i, j - 1) && shares(i - 1, j)
    }

    /// What a bead is worth; not above 0 where its sentences do not belong together.
    fn worth(&self, old: Range<usize>, new: Range<usize>) -> f32 {
        let whole: f32 =
            self.terms.old[old.clone()].iter().chain(&self.terms.new[new.clone()]).map(|terms| terms.total).sum();
        let more = (old.len() + new.len() - 2) as f32;
        // Joined sentences never share more than each of them does.
        let of_old = |i: usize| self.row(i, &new).iter().sum::<f32>();
        let of_new = |j: usize| old.clone().map(|i| self.row(i, &(j..j + 1))[0]).sum::<f32>();
        let bound: f32 = old.clone().map(of_old).sum();
        if bound * 2.0 <= ALIKE * whole {
            return 0.0;
        }
        if more == 0.0 {
            return 2.0 * bound / whole - ALIKE;
        }
        let in_a_row = |side: &[usize]| side.windows(2).all(|two| two[1] == two[0] + 1);
        let each = |has: &dyn Fn(f32, &Terms) -> bool| {
            old.clone().all(|i| has(of_old(i), &self.terms.old[i]))
                && new.clone().all(|j| has(of_new(j), &self.terms.new[j]))
        };
        let may = in_a_row(&self.sentences.old[old.clone()])
            && in_a_row(&self.sentences.new[new.clone()])
            && each(&|shared, terms| shared >= PART * terms.total);
        if !may {
            return 0.0;
        }
        let (a, b) = (together(&self.terms.old[old.clone()]), together(&self.terms.new[new.clone()]));
        let all = shared(&a, &b);
        let part = |terms: &Terms<'_>, other: &Terms<'_>| shared(terms, other) / terms.total.max(f32::MIN_POSITIVE);
        let each_part = |terms: &[Terms], other: &Terms| terms.iter().map(|t| part(t, other)).fold(1.0, f32::min);
        let least = each_part(&self.terms.old[old.clone()], &b).min(each_part(&self.terms.new[new.clone()], &a));
        // What the others share with it, at the most, is not its own.
        let is_parted =
            || 2.0 * all >= WHOLE * whole && each(&|shared, terms| all - bound + shared >= OWN * terms.total);
        let is_free = (old.len() == 1 || new.len() == 1) && (least >= NEARLY_ALL || is_parted());
        let cost = if is_free { 0.0 } else { JOINT * more };
        let worth = 2.0 * all / whole - ALIKE - cost;
        if least >= PART { worth.max(0.0) } else { 0.0 }
    }

    fn row(&self, old: usize, new: &Range<usize>) -> &[f32] {
        let start = old * self.terms.new.len();
        &self.shared[start + new.start..start + new.end]
    }

    /// The beads on the best way through the table, from its end.
    fn path(&self, shape: &[(u8, u8)]) -> Vec<Pair<Range<usize>>> {
        let width = self.sentences.new.len() + 1;
        let (mut i, mut j) = (self.sentences.old.len(), self.sentences.new.len());
        let mut beads = Vec::new();
        while i > 0 || j > 0 {
            let (n, m) = shape[i * width + j];
            let (n, m) = (n as usize, m as usize);
            if n > 0 && m > 0 {
                let range = |side: &[usize], start: usize, end: usize| side[start]..side[end - 1] + 1;
                beads.push(Pair::of(range(self.sentences.old, i - n, i), range(self.sentences.new, j - m, j)));
            }
            if n + m == 0 {
                break;
            }
            (i, j) = (i - n, j - m);
        }
        beads
    }
}

/// The shared weights of a large table: only of those pairs that share a stem which is not everywhere.
fn looked_up(terms: &Pair<Vec<Terms<'_>>>, lexicon: &Lexicon) -> Vec<f32> {
    let common = COMMON.max((terms.old.len() + terms.new.len()) as u32 / 16);
    let is_telling = |stem: u32| lexicon.frequency[stem as usize] <= common;
    let mut holders: FxHashMap<u32, Vec<u32>> = FxHashMap::default();
    for (j, new) in terms.new.iter().enumerate() {
        for (stem, _) in new.weighed.iter().filter(|(stem, _)| is_telling(*stem)) {
            holders.entry(*stem).or_default().push(j as u32);
        }
    }
    let width = terms.new.len();
    let mut table = vec![0.0_f32; terms.old.len() * width];
    for (old, row) in terms.old.iter().zip(table.chunks_exact_mut(width)) {
        for (stem, _) in old.weighed.iter().filter(|(stem, _)| is_telling(*stem)) {
            for j in holders.get(stem).into_iter().flatten().map(|j| *j as usize) {
                if row[j] == 0.0 {
                    row[j] = shared(old, &terms.new[j]);
                }
            }
        }
    }
    table
}

fn together<'a>(terms: &[Terms<'a>]) -> Terms<'a> {
    match terms {
        [one] => one.clone(),
        many => many.iter().fold(Terms::default(), |sum, terms| joined(&sum, terms)),
    }
}

#[cfg(test)]
mod tests {
    use crate::compare::compare;
    use crate::document::Pair;
    use crate::read::{Options, read};

    /// Each bead as the numbers of its old and new sentences.
    #[track_caller]
    fn check(old: &str, new: &str, expected: &[(usize, usize)]) {
        let document = |text: &str| read("a.txt", text.as_bytes(), &Options::default()).expect("a text");
        let comparison = compare(Pair::of(document(old), document(new)));
        let beads = comparison.beads.iter().map(|bead| (bead.sentences.old.len(), bead.sentences.new.len()));
        assert_eq!(beads.collect::<Vec<_>>(), expected);
    }

    const DUTIES: &str = "shall advise the Council on all technical matters, including the state of the weirs, the \
                          accuracy of the gauges and the forecasts on which a warning is based.";

    #[test]
    fn a_short_sentence_may_be_split_off_a_long_one() {
        let one = format!("The Board shall meet at least twice a year and {DUTIES}");
        let two = format!("The Board shall meet at least four times a year. It {DUTIES}");
        check(&one, &two, &[(1, 2)]);
        check(&two, &one, &[(2, 1)]);
    }

    #[test]
    fn a_short_sentence_that_says_something_else_stands_alone() {
        let one = format!("The Board {DUTIES}");
        let two = format!("The Board shall meet at least four times a year. It {DUTIES}");
        check(&one, &two, &[(1, 1), (0, 1)]);
        // What it shares stands in the long one too.
        let two = format!("The Board {DUTIES} Its advice on the state of the weirs is public.");
        check(&one, &two, &[(1, 1), (0, 1)]);
    }
}
