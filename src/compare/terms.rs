//! What sentences are compared by: an identity for equal ones, weighted terms for those that only resemble.

use std::hash::Hasher;
use std::sync::LazyLock;

use memchr::memchr3;
use memchr::memmem::Finder;
use rustc_hash::{FxHashMap, FxHasher};

use crate::document::{Document, Pair, TokenKind, tokens};

/// Letters of a word that count: inflected forms of one word share their beginning.
const STEM: usize = 6;

/// A fingerprint of some words, white space folded to one space.
pub fn print(words: &str) -> u64 {
    let mut hasher = FxHasher::default();
    let bytes = words.as_bytes();
    static TWO_SPACES: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new(b"  "));
    let is_even = memchr3(b'\n', b'\t', b'\r', bytes).is_none() && TWO_SPACES.find(bytes).is_none();
    if is_even {
        hasher.write(bytes);
    } else {
        let mut even = String::with_capacity(words.len());
        for word in words.split_ascii_whitespace() {
            if !even.is_empty() {
                even.push(' ');
            }
            even.push_str(word);
        }
        hasher.write(even.as_bytes());
    }
    hasher.finish()
}

/// The terms of one sentence: stem ids in order, with how often each occurs.
#[derive(Clone, Debug, Default)]
pub struct Terms {
    /// Stem ids, ascending, with their weight (rarity times how often).
    pub weighted: Vec<(u32, f32)>,
    /// The sum of the weights.
    pub total: f32,
}

/// Terms of all sentences that need them, weighted by how rare each is among these sentences.
#[derive(Debug)]
pub struct Lexicon {
    /// Terms by sentence on both sides; empty for sentences that were not asked for.
    pub sentences: Pair<Vec<Terms>>,
    /// In how many of these sentences each stem stands, by stem id.
    pub frequency: Vec<u32>,
}

impl Lexicon {
    /// Reads the sentences that are named by index on both sides.
    pub fn of(documents: Pair<&Document>, wanted: &Pair<Vec<usize>>) -> Self {
        let mut ids: FxHashMap<u128, u32> = FxHashMap::default();
        let counted =
            Pair::of(count(documents.old, &wanted.old, &mut ids), count(documents.new, &wanted.new, &mut ids));
        let mut frequency = vec![0_u32; ids.len()];
        for (stem, _) in counted.old.iter().chain(&counted.new).flatten() {
            frequency[*stem as usize] += 1;
        }
        let all = (wanted.old.len() + wanted.new.len()) as f32;
        let weigh = |counted: Vec<Vec<(u32, u32)>>, wanted: &[usize], length: usize| {
            let mut sentences = vec![Terms::default(); length];
            for (index, stems) in wanted.iter().zip(counted) {
                sentences[*index] = weighted(&stems, &frequency, all);
            }
            sentences
        };
        let sentences = Pair::of(
            weigh(counted.old, &wanted.old, documents.old.sentences.len()),
            weigh(counted.new, &wanted.new, documents.new.sentences.len()),
        );
        Self { sentences, frequency }
    }
}

/// How alike two groups of terms are: the weight they share over the weight they have (Dice), 0 to 1.
pub fn likeness(old: &Terms, new: &Terms) -> f32 {
    let whole = old.total + new.total;
    if whole > 0.0 { 2.0 * shared(old, new) / whole } else { 0.0 }
}

/// The weight that both have.
pub fn shared(old: &Terms, new: &Terms) -> f32 {
    let (mut i, mut j, mut sum) = (0, 0, 0.0);
    while let (Some((a, weight_a)), Some((b, weight_b))) = (old.weighted.get(i), new.weighted.get(j)) {
        match a.cmp(b) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                sum += weight_a.min(*weight_b);
                i += 1;
                j += 1;
            }
        }
    }
    sum
}

/// Two sentences' terms as those of one.
pub fn joined(first: &Terms, second: &Terms) -> Terms {
    let mut weighted = Vec::with_capacity(first.weighted.len() + second.weighted.len());
    let (mut i, mut j) = (0, 0);
    loop {
        match (first.weighted.get(i), second.weighted.get(j)) {
            (Some(a), Some(b)) if a.0 == b.0 => {
                weighted.push((a.0, a.1 + b.1));
                i += 1;
                j += 1;
            }
            (Some(a), Some(b)) if a.0 < b.0 => {
                weighted.push(*a);
                i += 1;
            }
            (Some(a), None) => {
                weighted.push(*a);
                i += 1;
            }
            (_, Some(b)) => {
                weighted.push(*b);
                j += 1;
            }
            (None, None) => break,
        }
    }
    Terms { weighted, total: first.total + second.total }
}

fn count(document: &Document, wanted: &[usize], ids: &mut FxHashMap<u128, u32>) -> Vec<Vec<(u32, u32)>> {
    wanted
        .iter()
        .map(|index| {
            let mut stems: Vec<u32> = Vec::new();
            for token in tokens(&document.text, document.sentences[*index]) {
                if token.kind != TokenKind::Mark {
                    let next = ids.len() as u32;
                    stems.push(*ids.entry(stem(token.span.of(&document.text))).or_insert(next));
                }
            }
            stems.sort_unstable();
            stems.chunk_by(|a, b| a == b).map(|same| (same[0], same.len() as u32)).collect()
        })
        .collect()
}

/// The first letters of a word in lower case, as a number: 21 bits a letter, so that no two stems share one.
fn stem(word: &str) -> u128 {
    word.chars()
        .flat_map(char::to_lowercase)
        .take(STEM)
        .fold(0, |stem, letter| stem << 21 | u128::from(u32::from(letter)))
}

fn weighted(stems: &[(u32, u32)], frequency: &[u32], all: f32) -> Terms {
    let weighted: Vec<(u32, f32)> = stems
        .iter()
        .map(|(stem, times)| (*stem, *times as f32 * (1.0 + all / frequency[*stem as usize] as f32).ln()))
        .collect();
    let total = weighted.iter().map(|(_, weight)| weight).sum();
    Terms { weighted, total }
}
