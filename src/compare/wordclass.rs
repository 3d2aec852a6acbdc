//! What sort of word a word is, as far as the cut of edits needs to know.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::shapes::Shapes;

/// The sort of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordClass {
    /// Marks only.
    Mark,
    /// Begins with a digit.
    Number,
    /// Binds others and says little by itself: an article, a preposition, an auxiliary.
    Light,
    /// Says something.
    Full,
}

static LIGHT: LazyLock<Words> = LazyLock::new(|| {
    let lines = include_str!("light.txt").lines().filter(|line| !line.starts_with('#'));
    Words::of(&lines.flat_map(str::split_whitespace).collect::<Vec<_>>())
});

/// A list of words in lower case. Most are of few ASCII letters, and found as a number.
struct Words {
    short: FxHashSet<u128>,
    other: FxHashSet<&'static str>,
    shapes: Shapes,
}

impl Words {
    fn of(words: &[&'static str]) -> Self {
        let shapes = Shapes::of(words.iter().copied());
        let mut list = Self { short: FxHashSet::default(), other: FxHashSet::default(), shapes };
        for word in words {
            match packed(word) {
                Some(number) => list.short.insert(number),
                None => list.other.insert(word),
            };
        }
        list
    }
}

/// The letters of a word of up to sixteen ASCII letters as a number, in lower case.
fn packed(word: &str) -> Option<u128> {
    let mut halves = [0_u64; 2];
    for (at, byte) in word.bytes().enumerate() {
        if !byte.is_ascii_alphabetic() {
            return None;
        }
        let half = halves.get_mut(at / 8)?;
        *half = *half << 8 | u64::from(byte | 0x20);
    }
    Some(u128::from(halves[0]) << 64 | u128::from(halves[1]))
}

impl WordClass {
    /// The sort of a word, in any of the languages at once.
    pub fn of(word: &str) -> Self {
        let is_latin = word.as_bytes().first().is_some_and(u8::is_ascii_alphabetic);
        if is_latin && !LIGHT.shapes.may_have(word) {
            return Self::Full;
        }
        if let Some(number) = packed(word).filter(|_| is_latin) {
            return if LIGHT.short.contains(&number) { Self::Light } else { Self::Full };
        }
        match word.chars().next() {
            Some(first) if first.is_ascii_digit() => Self::Number,
            _ if !word.contains(char::is_alphanumeric) => Self::Mark,
            _ if LIGHT.other.contains(&*word.to_lowercase()) => Self::Light,
            _ => Self::Full,
        }
    }

    /// Whether a word of this sort says something.
    pub const fn is_full(self) -> bool {
        matches!(self, Self::Number | Self::Full)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_of_one_sort() {
        let sorts = |words: &[&str]| words.iter().map(|word| WordClass::of(word)).collect::<Vec<_>>();
        assert_eq!(sorts(&["The", "für", "В", "shall"]), [WordClass::Light; 4]);
        assert_eq!(sorts(&["treaty", "[7]", "Договор", "e.g."]), [WordClass::Full; 4]);
        assert_eq!(
            sorts(&["30", "2.5", "—", ","])[..],
            [WordClass::Number, WordClass::Number, WordClass::Mark, WordClass::Mark]
        );
    }
}
