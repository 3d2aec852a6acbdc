//! Lists of words and of phrases for the checks: whole words, and beginnings of words, which `~` marks.

use rustc_hash::FxHashMap;

use crate::compare::flags::side::Word;

/// Words and beginnings of words, each with what it stands for.
#[derive(Debug)]
pub struct Stems<T> {
    whole: FxHashMap<String, Vec<T>>,
    begun: FxHashMap<String, Vec<T>>,
    /// The bytes of the longest beginning.
    longest: usize,
}

impl<T> Default for Stems<T> {
    fn default() -> Self {
        Self { whole: FxHashMap::default(), begun: FxHashMap::default(), longest: 0 }
    }
}

impl<T: Copy> Stems<T> {
    /// Adds words, parted by spaces, that all stand for this.
    pub fn add(&mut self, words: &str, meaning: T) {
        for word in words.split_whitespace() {
            match word.strip_suffix('~') {
                Some(start) => {
                    self.longest = self.longest.max(start.len());
                    self.begun.entry(start.to_owned()).or_default().push(meaning);
                }
                None => self.whole.entry(word.to_owned()).or_default().push(meaning),
            }
        }
    }

    /// All that a word in lower case may stand for, by its beginnings, the shortest first, and as a whole.
    pub fn of<'a>(&'a self, word: &'a str) -> impl Iterator<Item = T> + 'a {
        let starts = word.char_indices().map(|(at, letter)| &word[..at + letter.len_utf8()]);
        let starts = starts.take_while(|start| start.len() <= self.longest);
        starts.filter_map(|start| self.begun.get(start)).chain(self.whole.get(word)).flatten().copied()
    }

    /// Whether a word in lower case is listed.
    pub fn has(&self, word: &str) -> bool {
        self.of(word).next().is_some()
    }
}

/// Phrases as words.
pub fn phrases(listed: &[String]) -> Vec<Vec<String>> {
    listed.iter().map(|phrase| phrase.split(' ').map(str::to_owned).collect()).collect()
}

/// Whether a phrase begins at a word; `*` in it stands for any word.
pub fn fits(phrase: &[String], words: &[Word<'_>], at: usize) -> bool {
    let is = |word: &str, wanted: &str| match wanted.strip_suffix('~') {
        Some(start) => word.starts_with(start),
        None => wanted == "*" || word == wanted,
    };
    let there = words.get(at..at + phrase.len());
    there.is_some_and(|there| there.iter().zip(phrase).all(|(word, wanted)| is(&word.lower, wanted)))
}
