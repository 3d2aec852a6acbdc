//! Many phrases that are looked for among words at once, in any form of their words.

use std::collections::BTreeMap;

use rustc_hash::{FxHashMap, FxHashSet};

use super::forms::Forms;
use crate::compare::flags::side::Word;
use crate::document::Span;

/// Longer phrases (in words) are sentences.
const LONGEST: usize = 64;
/// No more words than these are found by one stem, and no more phrases at one place: where all is alike, forms say nothing. The word
/// itself is always found.
const ALIKE: usize = 64;

/// Phrases as a tree of their words: those that begin alike share their beginning.
#[derive(Debug)]
pub struct Phrases {
    forms: Forms,
    /// Every word of the phrases once, the number of each, and no more than [`ALIKE`] of them by a beginning that their forms share.
    words: Vec<String>,
    numbers: FxHashMap<String, usize>,
    by_stem: FxHashMap<String, Vec<usize>>,
    /// What a word makes of the beginning of a phrase; 0 is the beginning of all.
    longer: FxHashMap<(usize, usize), usize>,
    /// Whether a beginning is a phrase, …
    is_whole: Vec<bool>,
    /// … and whether any goes on behind it.
    goes_on: Vec<bool>,
}

impl Phrases {
    /// No phrases yet.
    pub fn new(forms: Forms) -> Self {
        let (words, numbers, by_stem, longer) = Default::default();
        Self { forms, words, numbers, by_stem, longer, is_whole: vec![false], goes_on: vec![false] }
    }

    /// Adds a phrase of these words in lower case; its number, which is the same for the same words.
    pub fn add<'a>(&mut self, words: impl Iterator<Item = &'a str> + Clone) -> usize {
        if words.clone().nth(LONGEST).is_some() {
            return 0;
        }
        let mut phrase = 0;
        for word in words {
            let word = self.word(word);
            self.goes_on[phrase] = true;
            phrase = *self.longer.entry((phrase, word)).or_insert_with(|| {
                self.is_whole.push(false);
                self.goes_on.push(false);
                self.is_whole.len() - 1
            });
        }
        self.is_whole[phrase] = phrase > 0;
        phrase
    }

    fn word(&mut self, word: &str) -> usize {
        if let Some(known) = self.numbers.get(word) {
            return *known;
        }
        let new = self.words.len();
        self.words.push(word.to_owned());
        self.numbers.insert(word.to_owned(), new);
        for stem in self.forms.stems(word) {
            let alike = self.by_stem.entry(stem.to_owned()).or_default();
            if alike.len() < ALIKE {
                alike.push(new);
            }
        }
        new
    }

    /// The phrases that stand among words, on their own or within longer ones; of one that only stands where the very words of another
    /// phrase do, that other one.
    pub fn used(&self, words: &[Word<'_>]) -> FxHashMap<usize, Option<usize>> {
        let meant = self.meant(words);
        let mut used = FxHashMap::default();
        for first in 0..words.len() {
            for (more, phrases) in self.begun(&meant[first..]).enumerate() {
                let exact = self.exact(&words[first..=first + more]);
                for phrase in phrases {
                    let other = exact.filter(|exact| *exact != phrase);
                    used.entry(phrase)
                        .and_modify(|known: &mut Option<usize>| *known = known.and(other))
                        .or_insert(other);
                }
            }
        }
        used
    }

    /// The phrase that is these very words.
    fn exact(&self, words: &[Word<'_>]) -> Option<usize> {
        let phrase = words
            .iter()
            .try_fold(0, |phrase, word| self.longer.get(&(phrase, *self.numbers.get(&*word.lower)?)).copied())?;
        self.is_whole[phrase].then_some(phrase)
    }

    /// The phrases that stand somewhere among words and are there no part of a longer one, within which a term is no term of its own; each
    /// with the first such place among those that count.
    pub fn outermost(&self, words: &[Word<'_>], counts: impl Fn(usize, &[Word<'_>]) -> bool) -> BTreeMap<usize, Span> {
        let meant = self.meant(words);
        let mut places = BTreeMap::new();
        let mut end = 0;
        for first in 0..words.len() {
            let counting = |(more, whole): (usize, Vec<usize>)| {
                let whole: Vec<usize> =
                    whole.into_iter().filter(|phrase| counts(*phrase, &words[first..=first + more])).collect();
                (!whole.is_empty()).then_some((more, whole))
            };
            let longest = self.begun(&meant[first..]).enumerate().filter_map(counting).last();
            let Some((more, whole)) = longest.filter(|(more, _)| first + more >= end) else { continue };
            end = first + more + 1;
            let span = words[first].span.to(words[first + more].span);
            for phrase in whole {
                places.entry(phrase).or_insert(span);
            }
        }
        places
    }

    /// The phrases that the first word, the first two, … of some words are, as long as any goes on.
    fn begun(&self, meant: &[Vec<usize>]) -> impl Iterator<Item = Vec<usize>> {
        let mut begun = vec![0];
        meant.iter().map_while(move |meant| {
            let longer = |phrase: &usize| {
                let phrase = *phrase;
                meant.iter().filter_map(move |word| self.longer.get(&(phrase, *word)).copied())
            };
            begun = begun.iter().filter(|phrase| self.goes_on[**phrase]).flat_map(longer).take(ALIKE).collect();
            let whole = begun.iter().copied().filter(|phrase| self.is_whole[*phrase]).collect();
            (!begun.is_empty()).then_some(whole)
        })
    }

    /// The words of phrases of which each of these may be a form, itself first.
    fn meant(&self, words: &[Word<'_>]) -> Vec<Vec<usize>> {
        let of_one = |word: &str| {
            let alike = self.forms.stems(word).filter_map(|stem| self.by_stem.get(stem)).flatten();
            let alike = alike.filter(|known| self.forms.are(word, &self.words[**known]));
            let mut seen = FxHashSet::default();
            self.numbers.get(word).into_iter().chain(alike).copied().filter(|known| seen.insert(*known)).collect()
        };
        words.iter().map(|word| of_one(&word.lower)).collect()
    }
}
