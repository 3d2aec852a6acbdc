//! The listed words of a language.

use rustc_hash::FxHashMap;

use super::lists::Entry;
use super::topics::Topics;
use crate::compare::shapes::Shapes;

/// Listed words in lower case and what is said of them.
#[derive(Debug)]
pub struct Entries {
    words: FxHashMap<String, Entry>,
    shapes: Shapes,
}

impl Default for Entries {
    fn default() -> Self {
        Self::from(FxHashMap::default())
    }
}

impl From<FxHashMap<String, Entry>> for Entries {
    fn from(mut words: FxHashMap<String, Entry>) -> Self {
        words.values_mut().for_each(|entry| entry.topics = Topics::of_entry(entry));
        let shapes = Shapes::of(words.keys().map(String::as_str));
        Self { words, shapes }
    }
}

impl Entries {
    /// What is said of a word in lower case.
    pub fn get(&self, lower: &str) -> Option<&Entry> {
        if self.shapes.may_have(lower) { self.words.get(lower) } else { None }
    }

    /// How many words are listed.
    #[cfg(test)]
    pub fn len(&self) -> usize {
        self.words.len()
    }
}
