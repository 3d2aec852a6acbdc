//! The listed words of a language.

use rustc_hash::{FxBuildHasher, FxHashMap};

use super::lists::Entry;
use crate::compare::shapes::{Shapes, packed};

/// Listed words in lower case and what is said of them. Most are short, and found as a number.
#[derive(Debug, Default)]
pub struct Entries {
    /// Indices into all entries, by word.
    short: FxHashMap<u64, u32>,
    long: FxHashMap<String, u32>,
    all: Vec<Entry>,
    shapes: Shapes,
}

impl Entries {
    /// With room for so many words.
    pub fn with_capacity(words: usize) -> Self {
        let short = FxHashMap::with_capacity_and_hasher(words, FxBuildHasher);
        Self { short, all: Vec::with_capacity(words), ..Self::default() }
    }

    /// What is said of a word in lower case.
    pub fn get(&self, lower: &str) -> Option<&Entry> {
        if !self.shapes.may_have(lower) {
            return None;
        }
        let at = match packed(lower) {
            Some(number) => self.short.get(&number),
            None => self.long.get(lower),
        };
        self.all.get(*at? as usize)
    }

    /// The entry of a word in lower case, which is listed from now on.
    pub fn entry(&mut self, lower: &str) -> &mut Entry {
        let next = self.all.len() as u32;
        let at = match packed(lower) {
            Some(number) => *self.short.entry(number).or_insert(next),
            None => *self.long.entry(lower.to_owned()).or_insert(next),
        };
        if at == next {
            self.shapes.add(lower);
            self.all.push(Entry::default());
        }
        &mut self.all[at as usize]
    }

    /// All entries.
    pub fn all_mut(&mut self) -> impl Iterator<Item = &mut Entry> {
        self.all.iter_mut()
    }

    /// How many words are listed.
    #[cfg(test)]
    pub fn len(&self) -> usize {
        self.all.len()
    }
}
