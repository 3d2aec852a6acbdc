//! Among the ways to turn one wording into the other, the one a person would mark: shared words weigh by what they say, and every
//! further edit costs (global alignment with affine gaps, Gotoh 1982).

use super::capital::differ_in_capital;
use super::wordclass::WordClass;
use super::words::Change;
use crate::document::Pair;

/// What a shared word is worth.
const WORD: i32 = 10;
/// What a shared mark, or a word that says nothing by itself, is worth.
const LIGHT: i32 = 7;
/// What each edit costs: less than a light word, so that none is given up for nothing.
const EDIT: i32 = 6;
/// No way leads here.
const NEVER: i32 = i32::MIN / 2;

/// The changes between two runs of words, of which it is known where sentences begin.
pub fn fewest(words: Pair<&[&str]>, beginnings: Pair<&[bool]>) -> Vec<Change> {
    Table::of(words, beginnings).path()
}

/// The best worth from every cell to the end, within an edit and outside of one.
struct Table<'a> {
    old: &'a [&'a str],
    new: &'a [&'a str],
    beginnings: Pair<&'a [bool]>,
    weights: Vec<i32>,
    inside: Vec<i32>,
    outside: Vec<i32>,
}

impl<'a> Table<'a> {
    fn of(Pair { old, new }: Pair<&'a [&'a str]>, beginnings: Pair<&'a [bool]>) -> Self {
        let cells = (old.len() + 1) * (new.len() + 1);
        let weights = old.iter().map(|word| weight(word)).collect();
        let mut table = Self { old, new, beginnings, weights, inside: vec![0; cells], outside: vec![0; cells] };
        for i in (0..=old.len()).rev() {
            for j in (0..=new.len()).rev() {
                if i < old.len() || j < new.len() {
                    let (same, apart) = (table.same(i, j), table.apart(i, j));
                    let at = table.at(i, j);
                    table.inside[at] = same.max(apart);
                    table.outside[at] = same.max(apart - EDIT);
                }
            }
        }
        table
    }

    const fn at(&self, i: usize, j: usize) -> usize {
        i * (self.new.len() + 1) + j
    }

    /// The worth when the next words of both sides are taken as the same.
    fn same(&self, i: usize, j: usize) -> i32 {
        match (self.old.get(i), self.new.get(j)) {
            (Some(old), Some(new)) if old.len() == new.len() && (old == new || self.follows(i, j)) => {
                self.weights[i] + self.outside[self.at(i + 1, j + 1)]
            }
            _ => NEVER,
        }
    }

    /// Whether two words differ by the capital that only one of them has as the first of its sentence. There is always an edit
    /// before such a pair: what ends a sentence on one side does not on the other.
    fn follows(&self, i: usize, j: usize) -> bool {
        self.beginnings.old[i] != self.beginnings.new[j] && differ_in_capital(self.old[i], self.new[j])
    }

    /// The worth when the next word of one side belongs to an edit.
    fn apart(&self, i: usize, j: usize) -> i32 {
        let old = if i < self.old.len() { self.inside[self.at(i + 1, j)] } else { NEVER };
        let new = if j < self.new.len() { self.inside[self.at(i, j + 1)] } else { NEVER };
        old.max(new)
    }

    fn path(&self) -> Vec<Change> {
        let mut changes = Vec::new();
        let (mut i, mut j) = (0, 0);
        let mut open: Option<Pair<usize>> = None;
        while i < self.old.len() || j < self.new.len() {
            let (same, apart) = (self.same(i, j), self.apart(i, j));
            let cost = if open.is_some() { 0 } else { EDIT };
            if same > NEVER && same >= apart - cost {
                changes.extend(open.take().map(|from| Pair::of(from.old..i, from.new..j)));
                (i, j) = (i + 1, j + 1);
            } else {
                open.get_or_insert(Pair::of(i, j));
                if i < self.old.len() && self.inside[self.at(i + 1, j)] == apart {
                    i += 1;
                } else {
                    j += 1;
                }
            }
        }
        changes.extend(open.map(|from| Pair::of(from.old..i, from.new..j)));
        changes
    }
}

fn weight(word: &str) -> i32 {
    if WordClass::of(word).is_full() { WORD } else { LIGHT }
}
