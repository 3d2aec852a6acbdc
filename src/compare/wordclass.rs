//! What sort of word a word is, as far as the cut of edits needs to know.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

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
    Words::of(lines.flat_map(str::split_whitespace))
});

/// A list of words. Most are of eight bytes at the most, and found as a number.
struct Words {
    short: FxHashSet<u64>,
    long: FxHashSet<&'static str>,
}

impl Words {
    fn of(words: impl Iterator<Item = &'static str>) -> Self {
        let mut list = Self { short: FxHashSet::default(), long: FxHashSet::default() };
        for word in words {
            match packed(word) {
                Some(number) => list.short.insert(number),
                None => list.long.insert(word),
            };
        }
        list
    }

    fn contains(&self, word: &str) -> bool {
        packed(word).map_or_else(|| self.long.contains(word), |number| self.short.contains(&number))
    }
}

/// The bytes of a short word as a number.
fn packed(word: &str) -> Option<u64> {
    let mut bytes = [0; 8];
    bytes.get_mut(..word.len())?.copy_from_slice(word.as_bytes());
    Some(u64::from_le_bytes(bytes))
}

impl WordClass {
    /// The sort of a word, in any of the languages at once.
    pub fn of(word: &str) -> Self {
        let is_lower = word.bytes().all(|byte| byte.is_ascii_lowercase());
        match word.chars().next() {
            _ if is_lower && LIGHT.contains(word) => Self::Light,
            _ if is_lower => Self::Full,
            Some(first) if first.is_ascii_digit() => Self::Number,
            _ if !word.contains(char::is_alphanumeric) => Self::Mark,
            _ if LIGHT.contains(&word.to_lowercase()) => Self::Light,
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
