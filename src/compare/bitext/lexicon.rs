//! Which words of one text render which of the other: hints, and what other sentences have shown (IBM model 1, Brown and others 1993).

use super::hints::Hint;
use super::model::Trust;
use super::sentences::Sentences;
use crate::document::{Pair, Side};

/// How many times a word must have been heard before its own habits weigh as much as the hints.
const DOUBT: f32 = 10.0;

/// A pair of words that was heard, but is lifted by less than this, has no entry.
pub const FAINT: f32 = 0.03;

/// Two words that were expected to render each other, and the two sentences that bear witness to it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Witness {
    /// Word ids.
    pub words: Pair<u32>,
    /// Sentence indices.
    pub sentences: Pair<u32>,
    /// How often, as an expectation.
    pub count: f32,
}

/// The words of one side, each with the words of the other side that may render it.
///
/// A word lifts another: beside it the other is so many times likelier than anywhere. All words that have no entry are lifted by the
/// same, plain, amount, which is below 1 for a word that is often heard with others.
#[derive(Debug, Default)]
pub struct Lexicon {
    starts: Vec<u32>,
    entries: Vec<Entry>,
    /// What the plain lift of each word is before it is scaled.
    plain: Vec<f32>,
    /// How often each word was heard with any other, and the doubt.
    totals: Vec<f32>,
    /// The strongest hint of each word.
    hinted: Vec<f32>,
}

/// A word that may render another.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// Its id; the sign bit tells that a hint vouches for the two.
    tagged: u32,
    /// What it is lifted by beyond the plain lift, before that is scaled.
    pub strength: f32,
}

impl Entry {
    /// The other word's id.
    pub const fn word(self) -> u32 {
        self.tagged & !HINTED
    }

    /// Whether a hint vouches for the two words.
    pub const fn is_hinted(self) -> bool {
        self.tagged & HINTED != 0
    }
}

const HINTED: u32 = 1 << 31;

impl Lexicon {
    /// The lexicon of the words of `side`.
    pub fn of(side: Side, texts: Pair<&Sentences>, hints: &[Hint], trust: &Trust, witnesses: &[Witness]) -> Self {
        let (words, shares) = (&texts[side].words, &texts[side.other()].shares);
        let mut lexicon = Self {
            starts: Vec::with_capacity(words.len() + 1),
            entries: Vec::new(),
            plain: vec![0.0; words.len()],
            totals: vec![DOUBT; words.len()],
            hinted: vec![0.0; words.len()],
        };
        for hint in hints {
            let hinted = &mut lexicon.hinted[hint.words[side] as usize];
            *hinted = hinted.max(hint.weight * trust.of(hint.reason));
        }
        witnesses.iter().for_each(|witness| lexicon.totals[witness.words[side] as usize] += witness.count);
        lexicon.plain.iter_mut().zip(&lexicon.hinted).for_each(|(plain, hinted)| *plain = DOUBT * (1.0 - hinted));

        let key = |pair: Pair<u32>| u64::from(pair[side]) << 32 | u64::from(pair[side.other()]);
        let hinted = hints.iter().map(|hint| (key(hint.words), 0, DOUBT * hint.weight * trust.of(hint.reason)));
        let heard = witnesses.iter().zip(1..).map(|(witness, at)| (key(witness.words), at, witness.count));
        let mut known: Vec<(u64, u32, f32)> = hinted.chain(heard).collect();
        // In the order of the witnesses, so that sums never differ.
        known.sort_unstable_by_key(|(key, at, _)| (*key, *at));
        for same in known.chunk_by(|a, b| a.0 == b.0) {
            let (word, partner) = ((same[0].0 >> 32) as usize, same[0].0 as u32);
            lexicon.starts.resize(word + 1, lexicon.entries.len() as u32);
            let is_hinted = same[0].1 == 0;
            let strength = same.iter().map(|(_, _, value)| value).sum::<f32>() / shares[partner as usize];
            if is_hinted || strength >= FAINT * lexicon.totals[word] {
                let tagged = if is_hinted { partner | HINTED } else { partner };
                lexicon.entries.push(Entry { tagged, strength });
            }
        }
        lexicon.starts.resize(words.len() + 1, lexicon.entries.len() as u32);
        lexicon
    }

    /// The entries of a word, ordered by the other word's id.
    pub fn entries(&self, word: u32) -> &[Entry] {
        &self.entries[self.starts[word as usize] as usize..self.starts[word as usize + 1] as usize]
    }

    /// The strongest hint of a word.
    pub fn hinted(&self, word: u32) -> f32 {
        self.hinted[word as usize]
    }

    /// By what the lifts of a word are scaled. `unheard` of how often it was heard is left out of account.
    pub fn scale(&self, word: u32, unheard: f32) -> f32 {
        1.0 / (self.totals[word as usize] - unheard).max(DOUBT)
    }

    /// The plain lift of a word.
    pub fn plain(&self, word: u32, scale: f32) -> f32 {
        self.plain[word as usize] * scale
    }

    /// The entry of two words.
    pub fn find(&self, word: u32, partner: u32) -> Option<Entry> {
        let entries = self.entries(word);
        entries.binary_search_by_key(&partner, |entry| entry.word()).ok().map(|at| entries[at])
    }
}
