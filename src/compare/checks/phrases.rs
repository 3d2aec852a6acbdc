//! Many phrases that are looked for among words at once, in any form of their words.

use rustc_hash::FxHashMap;

use super::forms::Forms;
use crate::compare::flags::side::Word;
use crate::document::Span;

/// Longer phrases (in words) are sentences.
const LONGEST: usize = 64;

/// Phrases as a tree of their words: those that begin alike share their beginning.
#[derive(Debug)]
pub struct Phrases {
    forms: Forms,
    /// Every word of the phrases once, and where it is by the beginnings that its forms share.
    words: Vec<String>,
    by_stem: FxHashMap<String, Vec<usize>>,
    /// What a word makes of the beginning of a phrase; 0 is the beginning of all.
    longer: FxHashMap<(usize, usize), usize>,
    /// Whether a beginning is a phrase.
    is_whole: Vec<bool>,
}

impl Phrases {
    /// No phrases yet.
    pub fn new(forms: Forms) -> Self {
        let (words, by_stem, longer) = Default::default();
        Self { forms, words, by_stem, longer, is_whole: vec![false] }
    }

    /// Adds a phrase of these words in lower case; its number, which is the same for the same words.
    pub fn add<'a>(&mut self, words: impl Iterator<Item = &'a str> + Clone) -> usize {
        if words.clone().nth(LONGEST).is_some() {
            return 0;
        }
        let mut phrase = 0;
        for word in words {
            let word = self.word(word);
            phrase = *self.longer.entry((phrase, word)).or_insert_with(|| {
                self.is_whole.push(false);
                self.is_whole.len() - 1
            });
        }
        self.is_whole[phrase] = phrase > 0;
        phrase
    }

    fn word(&mut self, word: &str) -> usize {
        let known = self.by_stem.get(word).into_iter().flatten().find(|known| self.words[**known] == word);
        known.copied().unwrap_or_else(|| {
            let new = self.words.len();
            self.words.push(word.to_owned());
            for stem in self.forms.stems(word) {
                self.by_stem.entry(stem.to_owned()).or_default().push(new);
            }
            new
        })
    }

    /// Where phrases stand, in the order in which they begin.
    pub fn found(&self, words: &[Word<'_>]) -> Vec<(usize, Span)> {
        let meant: Vec<Vec<usize>> = words.iter().map(|word| self.meant(&word.lower)).collect();
        let mut found = Vec::new();
        for first in 0..words.len() {
            let mut begun = vec![0];
            for last in first..words.len() {
                let longer = |phrase: &usize| {
                    let phrase = *phrase;
                    meant[last].iter().filter_map(move |word| self.longer.get(&(phrase, *word)).copied())
                };
                begun = begun.iter().flat_map(longer).collect();
                if begun.is_empty() {
                    break;
                }
                let span = words[first].span.to(words[last].span);
                found.extend(begun.iter().filter(|phrase| self.is_whole[**phrase]).map(|phrase| (*phrase, span)));
            }
        }
        found
    }

    /// The words of phrases of which this may be a form.
    fn meant(&self, word: &str) -> Vec<usize> {
        let known = self.forms.stems(word).filter_map(|stem| self.by_stem.get(stem)).flatten();
        let mut meant: Vec<usize> = known.copied().filter(|known| self.forms.are(word, &self.words[*known])).collect();
        meant.sort_unstable();
        meant.dedup();
        meant
    }
}
