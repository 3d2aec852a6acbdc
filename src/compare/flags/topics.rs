//! What words may be about, as far as rules ask for it: most words of most edits are about nothing, and soon passed over.

use std::ops::BitOr;

use super::lists::{Entry, Lists};
use crate::document::TokenKind;

/// A set of topics. That a word is about one is only likely; what lacks it surely is not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Topics(u16);

impl Topics {
    /// A number in digits.
    pub const DIGITS: Self = Self(1);
    /// A number in words, what multiplies one, a unit; or a word that may hold one, as compounds do.
    pub const AMOUNT: Self = Self(1 << 1);
    /// A month or a day of the week.
    pub const DAY: Self = Self(1 << 2);
    /// What tells the side of noon.
    pub const NOON: Self = Self(1 << 3);
    /// What names something numbered: `Article`.
    pub const LABEL: Self = Self(1 << 4);
    /// A phrase of the lists, which begins there.
    pub const PHRASE: Self = Self(1 << 5);
    /// A capital at the beginning: this is sure.
    pub const CAPITAL: Self = Self(1 << 6);
    /// A square bracket: this is sure.
    pub const BRACKET: Self = Self(1 << 7);
    /// A capital anywhere.
    pub const NAME: Self = Self(1 << 8);

    /// What all words of an entry are about.
    pub fn of_entry(entry: &Entry) -> Self {
        let counts = !entry.units.is_empty() || entry.ends_unit || entry.multiplies_money;
        let is_amount = entry.number.is_some() || entry.scale.is_some() || counts;
        Self::AMOUNT.when(is_amount)
            | Self::DAY.when(entry.month.is_some() || entry.is_day)
            | Self::LABEL.when(entry.reference.is_some())
            | Self::PHRASE.when(!entry.phrases.is_empty())
    }

    /// What a word may be about that is of small ASCII letters.
    #[inline]
    pub fn of_plain(word: &str, entry: Option<&Entry>, lists: &Lists) -> Self {
        let is_noon = matches!(word.as_bytes(), b"a" | b"p" | b"am" | b"pm");
        entry.map_or(Self::default(), |entry| entry.topics)
            | Self::NOON.when(is_noon)
            | Self::AMOUNT.when(!lists.counted.is_empty())
    }

    /// The same of any word, as it is written and in lower case.
    pub fn of_word(word: &str, lower: &str, entry: Option<&Entry>, lists: &Lists) -> Self {
        Self::of_plain(lower, entry, lists)
            | Self::AMOUNT.when(word.contains('-'))
            | Self::PHRASE.when(lower.ends_with("n't"))
            | Self::CAPITAL.when(word.starts_with(char::is_uppercase))
            | Self::NAME.when(has_capital(word))
    }

    /// The same of a number or mark.
    pub fn of_other(word: &str, lower: &str, kind: TokenKind, entry: Option<&Entry>, lists: &Lists) -> Self {
        let written = match kind {
            TokenKind::Number => Self::DIGITS | Self::NAME.when(has_capital(word)),
            _ => Self::BRACKET.when(matches!(word, "[" | "]")),
        };
        Self::of_plain(lower, entry, lists) | written
    }

    /// Whether these topics and others have one in common.
    pub const fn has(self, others: Self) -> bool {
        self.0 & others.0 != 0
    }

    /// These topics and others.
    pub const fn with(self, others: Self) -> Self {
        Self(self.0 | others.0)
    }

    const fn when(self, is_so: bool) -> Self {
        if is_so { self } else { Self(0) }
    }
}

fn has_capital(word: &str) -> bool {
    if word.is_ascii() { word.bytes().any(|byte| byte.is_ascii_uppercase()) } else { word.contains(char::is_uppercase) }
}

impl BitOr for Topics {
    type Output = Self;
    fn bitor(self, other: Self) -> Self {
        self.with(other)
    }
}
