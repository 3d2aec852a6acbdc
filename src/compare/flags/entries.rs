//! The listed words of a language. Most words that are asked for are not among them, and that is soon seen.

use rustc_hash::FxHashMap;

use super::lists::Entry;

/// Listed words in lower case and what is said of them.
#[derive(Debug)]
pub struct Entries {
    words: FxHashMap<String, Entry>,
    /// By the first byte of a word, a bit for each length and last byte that listed words have.
    shapes: Box<[u64; 256]>,
}

impl Default for Entries {
    fn default() -> Self {
        Self::from(FxHashMap::default())
    }
}

impl From<FxHashMap<String, Entry>> for Entries {
    fn from(words: FxHashMap<String, Entry>) -> Self {
        let mut shapes = Box::new([0; 256]);
        for word in words.keys() {
            let (first, bit) = shape(word);
            shapes[first] |= bit;
        }
        Self { words, shapes }
    }
}

impl Entries {
    /// What is said of a word in lower case.
    pub fn get(&self, lower: &str) -> Option<&Entry> {
        let (first, bit) = shape(lower);
        if self.shapes[first] & bit == 0 { None } else { self.words.get(lower) }
    }

    /// How many words are listed.
    #[cfg(test)]
    pub fn len(&self) -> usize {
        self.words.len()
    }
}

/// The first byte of a word, and a bit for its length and last byte.
fn shape(word: &str) -> (usize, u64) {
    match (word.as_bytes().first(), word.as_bytes().last()) {
        (Some(first), Some(last)) => (*first as usize, 1 << ((word.len() * 11 + *last as usize) % 64)),
        _ => (0, 1),
    }
}
