//! What sort of word a word is, as far as the cut of edits needs to know.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::shapes::{Shapes, packed};

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
    short: FxHashSet<u64>,
    other: FxHashSet<&'static str>,
    shapes: Shapes,
}

impl Words {
    fn of(words: &[&'static str]) -> Self {
        let shapes = Shapes::of(words.iter().copied());
        let mut list = Self { short: FxHashSet::default(), other: FxHashSet::default(), shapes };
        for word in words {
            match folded(word).filter(|_| is_letters(word)) {
                Some(number) => list.short.insert(number),
                None => list.other.insert(word),
            };
        }
        list
    }
}

/// A short word as a number, letters of ASCII in lower case: no other byte becomes a small letter.
fn folded(word: &str) -> Option<u64> {
    packed(word).map(|number| number | 0x2020_2020_2020_2020)
}

fn is_letters(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_alphabetic())
}

impl WordClass {
    /// The sort of a word, in any of the languages at once.
    pub fn of(word: &str) -> Self {
        let is_latin = word.as_bytes().first().is_some_and(u8::is_ascii_alphabetic);
        if is_latin && !LIGHT.shapes.may_have(word) {
            return Self::Full;
        }
        if let Some(number) = folded(word).filter(|_| is_latin) {
            match LIGHT.short.contains(&number) {
                true => return Self::Light,
                false if is_letters(word) => return Self::Full,
                false => {}
            }
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
