//! What sentences are compared by: an identity for equal ones, weighted terms for those that only resemble.

use std::borrow::Cow;
use std::hash::Hasher;

use rustc_hash::{FxHashMap, FxHasher};

use super::numbering::head_of;
use crate::document::{Document, Pair, Side as SideOf, Span, TokenKind, tokens};

/// Letters of a word that count: inflected forms of one word share their beginning.
const STEM: usize = 8;

/// A fingerprint of some words, white space folded to one space.
pub fn print(words: &str) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(&even(words));
    hasher.finish()
}

/// The bytes of some words with one space between them.
fn even(words: &str) -> Cow<'_, [u8]> {
    let bytes = words.as_bytes();
    if is_even(bytes) {
        return Cow::Borrowed(bytes);
    }
    // Lines that are wrapped are parted by one sign most often.
    let spaced = |byte: &u8| if byte.is_ascii_whitespace() { b' ' } else { *byte };
    let spaced: Vec<u8> = bytes.trim_ascii().iter().map(spaced).collect();
    if is_even(&spaced) {
        return Cow::Owned(spaced);
    }
    Cow::Owned(words.split_ascii_whitespace().collect::<Vec<_>>().join(" ").into_bytes())
}

/// Whether bytes are surely parted by single spaces and no other white space of ASCII. Many are looked at at once.
pub fn is_even(bytes: &[u8]) -> bool {
    let behind = bytes.get(1..).unwrap_or_default();
    let is_odd = |(byte, next): (&u8, &u8)| u8::from(*byte < b' ') | u8::from(byte | next == b' ');
    bytes.iter().zip(behind).map(is_odd).fold(0, |any, odd| any | odd) == 0
        && bytes.last().is_none_or(|last| *last >= b' ')
}

/// A fingerprint that nothing else has, for what is not to be matched.
pub const fn alone(index: usize, side: SideOf) -> u64 {
    u64::MAX - 2 * index as u64 - matches!(side, SideOf::Old) as u64
}

/// A stem and what it weighs in a sentence.
pub type Weighed = (u32, f32);

/// The terms of one sentence, or of several together.
#[derive(Clone, Debug, Default)]
pub struct Terms<'a> {
    /// Stem ids, ascending, with their weight (rarity times how often).
    pub weighed: Cow<'a, [Weighed]>,
    /// The sum of the weights.
    pub total: f32,
}

/// Terms of the sentences that need them, weighed by how rare each is among these sentences.
#[derive(Debug)]
pub struct Lexicon {
    sides: Pair<Side>,
    /// In how many of these sentences each stem stands, by stem id.
    pub frequency: Vec<u32>,
}

/// The terms of one side, a row a sentence.
#[derive(Debug, Default)]
struct Side {
    /// The first sentence that was asked for.
    first: usize,
    /// The row of every sentence from there to the last one; of those between that were not asked for, an empty one.
    rows: Vec<u32>,
    /// Where the terms of every row end.
    ends: Vec<u32>,
    /// Its stems, those that are there twice twice; none once they are weighed.
    stems: Vec<u32>,
    terms: Vec<Weighed>,
    totals: Vec<f32>,
}

impl Lexicon {
    /// Reads the sentences that are named by index on both sides.
    pub fn of(documents: Pair<&Document>, wanted: &Pair<Vec<usize>>) -> Self {
        let mut ids: FxHashMap<u64, u32> = FxHashMap::default();
        let mut sides = Pair::of(
            Side::count(documents.old, &wanted.old, &mut ids),
            Side::count(documents.new, &wanted.new, &mut ids),
        );
        let stems = ids.len();
        drop(ids);
        let mut frequency = vec![0_u32; stems];
        sides.old.each().chain(sides.new.each()).for_each(|stem| frequency[stem as usize] += 1);
        let all = (wanted.old.len() + wanted.new.len()) as f32;
        let rarity: Vec<f32> = frequency.iter().map(|times| (1.0 + all / *times as f32).ln()).collect();
        let here = sides.as_ref().map(|side| side.has(stems));
        sides.old.weigh(&rarity, &here.new);
        sides.new.weigh(&rarity, &here.old);
        Self { sides, frequency }
    }

    /// The terms of an old sentence; none for one that was not asked for.
    pub fn of_old(&self, sentence: usize) -> Terms<'_> {
        self.sides.old.terms(sentence)
    }

    /// The same of a new one.
    pub fn of_new(&self, sentence: usize) -> Terms<'_> {
        self.sides.new.terms(sentence)
    }
}

impl Side {
    /// Reads sentences: how often each stem occurs in each.
    fn count(document: &Document, wanted: &[usize], ids: &mut FxHashMap<u64, u32>) -> Self {
        /// So many bytes of a sentence have a stem of their own, or more.
        const BYTES: usize = 6;
        let bytes: usize = wanted.iter().map(|index| document.sentences[*index].len()).sum();
        let first = wanted.iter().copied().min().unwrap_or(0);
        let mut side = Self {
            first,
            rows: vec![0; wanted.iter().max().map_or(0, |last| last + 1 - first)],
            ends: Vec::with_capacity(wanted.len() + 1),
            stems: Vec::with_capacity(bytes / BYTES),
            terms: Vec::new(),
            totals: Vec::with_capacity(wanted.len() + 1),
        };
        side.ends.push(0);
        for index in wanted {
            let from = side.stems.len();
            let span = document.sentences[*index];
            // The label and the number of a head tell where it stands, not what it says.
            let head = head_of(document, *index).map_or(0, |head| head.end);
            for token in tokens(&document.text, span) {
                if token.kind != TokenKind::Mark && token.span.start >= span.start + head {
                    let next = ids.len() as u32;
                    side.stems.push(*ids.entry(stem(&document.text, token.span)).or_insert(next));
                }
            }
            side.stems[from..].sort_unstable();
            side.rows[*index - first] = side.ends.len() as u32;
            side.ends.push(side.stems.len() as u32);
        }
        side
    }

    /// The stems of every row, each once.
    fn each(&self) -> impl Iterator<Item = u32> {
        let rows = self.ends.windows(2).map(|ends| &self.stems[ends[0] as usize..ends[1] as usize]);
        rows.flat_map(|row| row.chunk_by(|a, b| a == b).map(|same| same[0]))
    }

    /// For every stem whether it stands on this side.
    fn has(&self, stems: usize) -> Vec<bool> {
        let mut has = vec![false; stems];
        self.stems.iter().for_each(|stem| has[*stem as usize] = true);
        has
    }

    /// From stems to how much they weigh. What the other side has not is shared with nothing: it only counts for the total.
    fn weigh(&mut self, rarity: &[f32], other_has: &[bool]) {
        self.totals.push(0.0);
        let shared = self.stems.iter().filter(|stem| other_has[**stem as usize]).count();
        self.terms.reserve_exact(shared);
        let stems = std::mem::take(&mut self.stems);
        let mut from = 0;
        for end in &mut self.ends[1..] {
            let mut total = 0.0;
            for same in stems[from..*end as usize].chunk_by(|a, b| a == b) {
                let weight = same.len() as f32 * rarity[same[0] as usize];
                total += weight;
                if other_has[same[0] as usize] {
                    self.terms.push((same[0], weight));
                }
            }
            self.totals.push(total);
            (from, *end) = (*end as usize, self.terms.len() as u32);
        }
    }

    fn terms(&self, sentence: usize) -> Terms<'_> {
        let row = sentence.checked_sub(self.first).and_then(|at| self.rows.get(at)).map_or(0, |row| *row as usize);
        let start = if row == 0 { 0 } else { self.ends[row - 1] };
        Terms { weighed: Cow::Borrowed(&self.terms[start as usize..self.ends[row] as usize]), total: self.totals[row] }
    }
}

/// How alike two groups of terms are: the weight they share over the weight they have (Dice), 0 to 1.
pub fn likeness(old: &Terms<'_>, new: &Terms<'_>) -> f32 {
    let whole = old.total + new.total;
    if whole > 0.0 { 2.0 * shared(old, new) / whole } else { 0.0 }
}

/// The weight that both have.
pub fn shared(old: &Terms<'_>, new: &Terms<'_>) -> f32 {
    let (mut i, mut j, mut sum) = (0, 0, 0.0);
    while let (Some((a, weight_a)), Some((b, weight_b))) = (old.weighed.get(i), new.weighed.get(j)) {
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
pub fn joined<'a>(first: &Terms<'_>, second: &Terms<'_>) -> Terms<'a> {
    let (mut a, mut b) = (first.weighed.iter().copied().peekable(), second.weighed.iter().copied().peekable());
    let mut both: Vec<Weighed> = Vec::with_capacity(first.weighed.len() + second.weighed.len());
    while let (Some(one), Some(other)) = (a.peek().copied(), b.peek().copied()) {
        let is_shared = one.0 == other.0;
        let next = if one.0 <= other.0 { a.next() } else { b.next() };
        let more = if is_shared { b.next().map_or(0.0, |(_, weight)| weight) } else { 0.0 };
        both.extend(next.map(|(stem, weight)| (stem, weight + more)));
    }
    both.extend(a.chain(b));
    Terms { weighed: Cow::Owned(both), total: first.total + second.total }
}

/// The first letters of a word in lower case, as a number: the letters themselves where they are ASCII, else a fingerprint of them.
fn stem(text: &str, word: Span) -> u64 {
    const HIGHEST: u64 = 0x8080_8080_8080_8080;
    // Letters in lower case; no two other signs of words become one.
    const SMALL: u64 = 0x2020_2020_2020_2020;
    let letters = first_eight(text.as_bytes(), word.start);
    let mask = u64::MAX >> (8 * STEM.saturating_sub(word.len()));
    if letters & mask & HIGHEST == 0 {
        return (letters | SMALL) & mask;
    }
    let mut hasher = FxHasher::default();
    for letter in word.of(text).chars().flat_map(char::to_lowercase).take(STEM) {
        hasher.write_u32(letter.into());
    }
    // No ASCII letter has the highest bit.
    hasher.finish() | 1 << 63
}

/// The bytes from a place on as a number, nothing behind the end.
fn first_eight(text: &[u8], at: usize) -> u64 {
    if let Some(eight) = text[at..].first_chunk() {
        return u64::from_le_bytes(*eight);
    }
    text[at..].iter().rev().fold(0, |letters, letter| letters << 8 | u64::from(*letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_parted_by_single_spaces_are_even() {
        assert!(["", "a", "a b", "é é b"].iter().all(|words| is_even(words.as_bytes())));
        assert!(!["a  b", "a\n", "a\tb", "\r", "a \u{c}b"].iter().any(|words| is_even(words.as_bytes())));
    }

    #[test]
    fn white_space_makes_no_other_print() {
        for words in ["two  words", "two\nwords", "two \r\n words", "\ttwo words\n"] {
            assert_eq!(print(words), print("two words"), "{words:?}");
        }
        assert_ne!(print("two words"), print("twowords"));
    }
}
