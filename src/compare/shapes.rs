//! The shapes of listed words: most words that are asked for are not listed, and that is soon seen without a hash.

/// A bit for each shape that listed words have: their length, and their bytes at the beginning, in the middle and at the end. Capitals
/// of ASCII count as small letters. Few other words have one of these shapes (a Bloom filter of one hash, Bloom 1970).
#[derive(Clone, Debug)]
pub struct Shapes(Box<[u64; 1 << (BITS - 6)]>);

/// So many bits of a number tell a shape.
const BITS: u32 = 15;

impl Default for Shapes {
    fn default() -> Self {
        Self(Box::new([0; 1 << (BITS - 6)]))
    }
}

impl Shapes {
    /// The shapes of some words.
    pub fn of<'a>(words: impl IntoIterator<Item = &'a str>) -> Self {
        let mut shapes = Self::default();
        words.into_iter().for_each(|word| shapes.add(word));
        shapes
    }

    /// Adds the shape of a word.
    pub fn add(&mut self, word: &str) {
        let shape = shape(word);
        self.0[shape / 64] |= 1 << (shape % 64);
    }

    /// Whether a word may be among those. If not, it surely is not, whichever of its letters of ASCII are capitals.
    #[inline]
    pub fn may_have(&self, word: &str) -> bool {
        let shape = shape(word);
        self.0[shape / 64] & 1 << (shape % 64) != 0
    }
}

/// The shape of a word as a number of so many bits.
#[inline]
fn shape(word: &str) -> usize {
    let bytes = word.as_bytes();
    if bytes.is_empty() {
        return 0;
    }
    let at = |at: usize| u32::from(bytes[at] | 0x20);
    let shape = at(0) | at(bytes.len() / 2) << 8 | at(bytes.len() - 1) << 16 | (bytes.len() as u32) << 24;
    (shape.wrapping_mul(0x9e37_79b1) >> (32 - BITS)) as usize
}

/// The bytes of a word of up to eight as a number: no two words without NUL have the same.
#[inline]
pub fn packed(word: &str) -> Option<u64> {
    let bytes = word.as_bytes();
    match (bytes.first_chunk(), bytes.last_chunk()) {
        (Some(first), Some(last)) if bytes.len() <= 8 => {
            let behind = u64::from(u32::from_le_bytes(*last)) << (8 * (bytes.len() - 4));
            Some(u64::from(u32::from_le_bytes(*first)) | behind)
        }
        (None, None) => Some(bytes.iter().rev().fold(0, |number, byte| number << 8 | u64::from(*byte))),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_words_are_numbers() {
        let words = ["a", "ab", "abc", "abcd", "abcde", "abcdd", "abcdef", "abcdefg", "abcdefgh", "é", "dcba"];
        let numbers: std::collections::BTreeSet<_> = words.iter().filter_map(|word| packed(word)).collect();
        assert_eq!(numbers.len(), words.len());
        assert_eq!(packed("abcdefghi"), None);
    }

    #[test]
    fn a_listed_word_is_never_passed_over() {
        let shapes = Shapes::of(["shall", "für", "d'", ""]);
        assert!(["shall", "Shall", "SHALL", "für", "Für", "d'", "D'", ""].iter().all(|word| shapes.may_have(word)));
        assert!(!["treaty", "shal", "harbour"].iter().any(|word| shapes.may_have(word)));
    }
}
