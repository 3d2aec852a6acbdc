//! The listed words of a language.

use rustc_hash::{FxBuildHasher, FxHashMap};

use super::lists::Entry;
use super::topics::Topics;
use crate::compare::shapes::{Shapes, packed};

/// Listed words in lower case and what is said of them. Most are short, and found as a number.
#[derive(Debug)]
pub struct Entries {
    short: FxHashMap<u64, Entry>,
    long: FxHashMap<String, Entry>,
    shapes: Shapes,
}

impl Default for Entries {
    fn default() -> Self {
        Self::from(FxHashMap::default())
    }
}

impl From<FxHashMap<String, Entry>> for Entries {
    fn from(words: FxHashMap<String, Entry>) -> Self {
        let shapes = Shapes::of(words.keys().map(String::as_str));
        let short = FxHashMap::with_capacity_and_hasher(words.len(), FxBuildHasher);
        let mut entries = Self { short, long: FxHashMap::default(), shapes };
        for (word, mut entry) in words {
            entry.topics = Topics::of_entry(&entry);
            match packed(&word) {
                Some(number) => entries.short.insert(number, entry),
                None => entries.long.insert(word, entry),
            };
        }
        entries
    }
}

impl Entries {
    /// What is said of a word in lower case.
    pub fn get(&self, lower: &str) -> Option<&Entry> {
        if !self.shapes.may_have(lower) {
            return None;
        }
        match packed(lower) {
            Some(number) => self.short.get(&number),
            None => self.long.get(lower),
        }
    }

    /// How many words are listed.
    #[cfg(test)]
    pub fn len(&self) -> usize {
        self.short.len() + self.long.len()
    }
}
