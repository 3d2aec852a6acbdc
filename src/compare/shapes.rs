//! The shapes of listed words: most words that are asked for are not listed, and that is soon seen without a hash.

/// By the first byte of a word, a bit for each length and last byte that listed words have. Capitals of ASCII count as small letters.
#[derive(Clone, Debug)]
pub struct Shapes(Box<[u64; 256]>);

impl Shapes {
    /// The shapes of some words.
    pub fn of<'a>(words: impl IntoIterator<Item = &'a str>) -> Self {
        let mut shapes = Box::new([0; 256]);
        for (first, bit) in words.into_iter().map(shape) {
            shapes[first] |= bit;
        }
        Self(shapes)
    }

    /// Whether a word may be among those. If not, it surely is not, in either case of its letters.
    pub fn may_have(&self, word: &str) -> bool {
        let (first, bit) = shape(word);
        self.0[first] & bit != 0
    }
}

/// The first byte of a word, and a bit for its length and last byte.
fn shape(word: &str) -> (usize, u64) {
    match word.as_bytes() {
        [] => (0, 1),
        [first, ..] => {
            let last = word.as_bytes()[word.len() - 1] | 0x20;
            (usize::from(first | 0x20), 1 << ((word.len() * 11 + usize::from(last)) % 64))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_listed_word_is_never_passed_over() {
        let shapes = Shapes::of(["shall", "für", "d'", ""]);
        assert!(["shall", "Shall", "SHALL", "für", "Für", "d'", "D'", ""].iter().all(|word| shapes.may_have(word)));
        assert!(!["treaty", "shal", "harbour"].iter().any(|word| shapes.may_have(word)));
    }
}
