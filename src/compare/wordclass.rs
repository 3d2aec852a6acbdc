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

static LIGHT: LazyLock<FxHashSet<&str>> = LazyLock::new(|| {
    let lines = include_str!("light.txt").lines().filter(|line| !line.starts_with('#'));
    lines.flat_map(str::split_whitespace).collect()
});

impl WordClass {
    /// The sort of a word, in any of the languages at once.
    pub fn of(word: &str) -> Self {
        let is_lower = word.bytes().all(|byte| byte.is_ascii_lowercase());
        match word.chars().next() {
            _ if is_lower && LIGHT.contains(word) => Self::Light,
            _ if is_lower => Self::Full,
            Some(first) if first.is_ascii_digit() => Self::Number,
            _ if !word.contains(char::is_alphanumeric) => Self::Mark,
            _ if LIGHT.contains(word.to_lowercase().as_str()) => Self::Light,
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
