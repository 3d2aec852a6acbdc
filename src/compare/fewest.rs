//! Among the ways to turn one wording into the other, the one a person would mark: shared words weigh by what they say, and every
//! further edit costs (global alignment with affine gaps, Gotoh 1982).

use std::hash::BuildHasher;

use rustc_hash::FxBuildHasher;

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
    let keys = words.map(|words| words.iter().map(|word| key(word)).collect::<Vec<u64>>());
    let old = items(words.old, &keys.old, beginnings.old, &keys.new);
    let new = items(words.new, &keys.new, beginnings.new, &keys.old);
    Table::of(&old, &new).path()
}

/// A word that may have a partner on the other side, or all words up to the next such word: within an edit they cost nothing, so
/// that it does not matter how many they are.
struct Item<'a> {
    /// The word; nothing where no partner is to be found.
    word: Option<&'a str>,
    key: u64,
    begins_sentence: bool,
    /// The words before it.
    at: usize,
    weight: i32,
}

/// The same for words that are the same, or differ in their first capital.
fn key(word: &str) -> u64 {
    let mut letters = word.chars();
    let first = letters.next().map(|first| first.to_lowercase().next());
    FxBuildHasher.hash_one((first, letters.as_str()))
}

/// The words as items; last comes an empty one that stands for the end.
fn items<'a>(words: &[&'a str], keys: &[u64], beginnings: &[bool], others: &[u64]) -> Vec<Item<'a>> {
    let loner = |at| Item { word: None, key: 0, begins_sentence: false, at, weight: 0 };
    let mut items: Vec<Item<'a>> = Vec::with_capacity(words.len() + 1);
    for (at, word) in words.iter().enumerate() {
        if others.contains(&keys[at]) {
            let (key, begins_sentence) = (keys[at], beginnings[at]);
            items.push(Item { word: Some(word), key, begins_sentence, at, weight: weight(word) });
        } else if items.last().is_none_or(|last| last.word.is_some()) {
            items.push(loner(at));
        }
    }
    items.push(loner(words.len()));
    items
}

/// The best worth from every cell to the end, within an edit and outside of one; a row for each old item, a column for each new one.
struct Table<'a> {
    old: &'a [Item<'a>],
    new: &'a [Item<'a>],
    inside: Vec<i32>,
    outside: Vec<i32>,
}

impl<'a> Table<'a> {
    fn of(old: &'a [Item<'a>], new: &'a [Item<'a>]) -> Self {
        let width = new.len();
        let mut table = Self { old, new, inside: vec![0; old.len() * width], outside: vec![0; old.len() * width] };
        let keys: Vec<u64> = new.iter().map(|item| item.key).collect();
        for i in (0..old.len()).rev() {
            table.fill(i, &keys);
        }
        table
    }

    /// Fills a row from its end on; the row below it is known.
    fn fill(&mut self, i: usize, keys: &[u64]) {
        let (old, width) = (&self.old[i], keys.len());
        let (inside, inside_below) = self.inside[i * width..].split_at_mut(width);
        let (outside, outside_below) = self.outside[i * width..].split_at_mut(width);
        let is_last = inside_below.is_empty();
        let (mut behind, mut same_behind) = if is_last { (0, NEVER) } else { (NEVER, NEVER) };
        for j in (0..width).rev() {
            let below = if is_last { NEVER } else { inside_below[j] };
            let is_same = !is_last && j + 1 < width && keys[j] == old.key && are_same(old, &self.new[j]);
            let same = if is_same { old.weight + same_behind } else { NEVER };
            let apart = below.max(behind);
            (inside[j], outside[j]) = (same.max(apart), same.max(apart - EDIT));
            behind = inside[j];
            same_behind = if is_last { NEVER } else { outside_below[j] };
        }
        if is_last {
            outside[width - 1] = 0;
        }
    }

    const fn at(&self, i: usize, j: usize) -> usize {
        i * self.new.len() + j
    }

    /// The worth when the next words of both sides are taken as the same.
    fn same(&self, i: usize, j: usize) -> i32 {
        let (old, new) = (&self.old[i], &self.new[j]);
        if old.key == new.key && are_same(old, new) { old.weight + self.outside[self.at(i + 1, j + 1)] } else { NEVER }
    }

    /// The worth when the next word of one side belongs to an edit.
    fn apart(&self, i: usize, j: usize) -> i32 {
        let old = if i + 1 < self.old.len() { self.inside[self.at(i + 1, j)] } else { NEVER };
        let new = if j + 1 < self.new.len() { self.inside[self.at(i, j + 1)] } else { NEVER };
        old.max(new)
    }

    fn path(&self) -> Vec<Change> {
        let mut changes = Vec::new();
        let (mut i, mut j) = (0, 0);
        let mut open: Option<Pair<usize>> = None;
        while i + 1 < self.old.len() || j + 1 < self.new.len() {
            let (same, apart) = (self.same(i, j), self.apart(i, j));
            let cost = if open.is_some() { 0 } else { EDIT };
            if same > NEVER && same >= apart - cost {
                changes.extend(open.take().map(|from| self.change(from, Pair::of(i, j))));
                (i, j) = (i + 1, j + 1);
            } else {
                open.get_or_insert(Pair::of(i, j));
                if i + 1 < self.old.len() && self.inside[self.at(i + 1, j)] == apart {
                    i += 1;
                } else {
                    j += 1;
                }
            }
        }
        changes.extend(open.map(|from| self.change(from, Pair::of(i, j))));
        changes
    }

    fn change(&self, from: Pair<usize>, to: Pair<usize>) -> Change {
        Pair::of(self.old[from.old].at..self.old[to.old].at, self.new[from.new].at..self.new[to.new].at)
    }
}

/// Whether two words are the same, or differ by the capital that only one of them has as the first of its sentence. There is always
/// an edit before such a pair: what ends a sentence on one side does not on the other.
fn are_same(old: &Item<'_>, new: &Item<'_>) -> bool {
    let (Some(one), Some(other)) = (old.word, new.word) else { return false };
    one == other || old.begins_sentence != new.begins_sentence && differ_in_capital(one, other)
}

fn weight(word: &str) -> i32 {
    if WordClass::of(word).is_full() { WORD } else { LIGHT }
}
