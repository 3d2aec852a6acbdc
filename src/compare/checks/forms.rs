//! Which words are forms of one.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::compare::word_lists::{self, word_list};

/// Letters at the end of a word that its inflection may change.
const ENDING: usize = 3;
/// Letters that forms have in common: where the endings are known, …
const STEM: usize = 2;
/// … and where they are not.
const BEGINNING: usize = 3;

/// What parts the words of one: `государство-член`.
const HYPHEN: char = '-';

/// The endings of each declension, by language.
static ENDINGS: LazyLock<BTreeMap<String, Vec<Vec<String>>>> = LazyLock::new(|| {
    let files: BTreeMap<String, Vec<String>> = word_lists::read(word_list!("checks/endings"));
    let row = |row: String| row.split(' ').map(|ending| ending.trim_start_matches('-').to_owned()).collect();
    files.into_iter().map(|(language, rows)| (language, rows.into_iter().map(row).collect())).collect()
});

/// How it is told whether two words are forms of one.
#[derive(Clone, Copy, Debug)]
pub enum Forms {
    /// They differ in two endings of one declension.
    Declined(&'static [Vec<String>]),
    /// They may be: all but their endings are the same, whatever those are.
    Alike,
}

impl Forms {
    /// By the declensions of a language, where they are known.
    pub fn of(language: Option<&str>) -> Self {
        language.and_then(|language| ENDINGS.get(language)).map_or(Self::Alike, |rows| Self::Declined(rows))
    }

    /// Whether two words in lower case are forms of one; of those with a hyphen each part may have its ending: `государств-членов`.
    pub fn are(self, a: &str, b: &str) -> bool {
        let are = |a: &str, b: &str| a == b || self.are_single(a, b);
        let are_parted = || {
            let (parts, others) = (a.split(HYPHEN), b.split(HYPHEN));
            parts.clone().count() == others.clone().count() && parts.zip(others).all(|(a, b)| are(a, b))
        };
        are(a, b) || a.contains(HYPHEN) && are_parted()
    }

    fn are_single(self, a: &str, b: &str) -> bool {
        match self {
            Self::Declined(rows) => is_declined(a, b, rows),
            Self::Alike => is_alike(a, b),
        }
    }

    /// The word and those of its beginnings by which it is found: forms of one word have one of them in common.
    pub fn stems(self, word: &str) -> impl Iterator<Item = &str> {
        let first = word.split_once(HYPHEN).map(|(first, _)| first);
        self.stems_of_one(word).chain(first.into_iter().flat_map(move |first| self.stems_of_one(first)))
    }

    fn stems_of_one(self, word: &str) -> impl Iterator<Item = &str> {
        let (least, most) = match self {
            Self::Declined(_) => (STEM, usize::MAX),
            Self::Alike => (BEGINNING, ENDING),
        };
        let ends = word.char_indices().rev().take(most).map(|(end, _)| end);
        let ends = ends.take_while(move |end| self.may_reach(word.len() - end));
        let stems = ends.filter(move |end| self.is_ending(&word[*end..])).map(|end| &word[..end]);
        std::iter::once(word).chain(stems.filter(move |stem| stem.chars().nth(least - 1).is_some()))
    }

    /// Whether an ending may be this one.
    fn is_ending(self, ending: &str) -> bool {
        match self {
            Self::Declined(rows) => rows.iter().flatten().any(|known| known == ending),
            Self::Alike => true,
        }
    }

    /// Whether an ending may have so many bytes.
    fn may_reach(self, bytes: usize) -> bool {
        match self {
            Self::Declined(rows) => rows.iter().flatten().any(|ending| ending.len() >= bytes),
            Self::Alike => true,
        }
    }
}

fn is_declined(a: &str, b: &str, rows: &[Vec<String>]) -> bool {
    let is_stem = |stem: &&str| stem.chars().nth(STEM - 1).is_some();
    let is_in = |row: &Vec<String>| {
        let mut stems = row.iter().filter_map(|ending| b.strip_suffix(ending.as_str())).filter(is_stem);
        stems.any(|stem| a.strip_prefix(stem).is_some_and(|rest| row.iter().any(|ending| ending == rest)))
    };
    rows.iter().any(is_in)
}

fn is_alike(a: &str, b: &str) -> bool {
    let letters = |word: &str| word.chars().count();
    let shared = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
    let (short, long) = (letters(a).min(letters(b)), letters(a).max(letters(b)));
    shared >= BEGINNING && shared + ENDING >= long && shared + 2 >= short
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(language: &str, a: &str, b: &str, expected: bool) {
        for (a, b) in [(a, b), (b, a)] {
            let forms = Forms::of(Some(language));
            assert_eq!(forms.are(a, b), expected, "{a}, {b}");
            let shared = forms.stems(a).any(|stem| forms.stems(b).any(|other| stem == other));
            assert!(shared || !expected, "{a} is not found by {b}");
        }
    }

    #[test]
    fn forms_differ_in_endings_of_one_declension() {
        check("ru", "сессии", "сессия", true);
        check("ru", "высокого", "высокий", true);
        check("ru", "договорами", "договор", true);
        check("ru", "правах", "право", true);
        check("ru", "правой", "право", false);
        check("ru", "портал", "порт", false);
        check("ru", "советник", "совет", false);
        check("de", "rechts", "recht", true);
        check("de", "rechtlich", "recht", false);
        check("en", "parties", "party", true);
        check("en", "partial", "party", false);
        check("fr", "nationaux", "national", true);
    }

    #[test]
    fn each_part_of_a_word_with_a_hyphen_has_its_ending() {
        check("ru", "государств-наблюдателей", "государство-наблюдатель", true);
        check("ru", "государства-члены", "государство-член", true);
        check("ru", "государства", "государство-член", false);
        check("hu", "государств-наблюдателей", "государство-наблюдатель", true);
        check("hu", "государства-заявители", "государство-наблюдатель", false);
        check("fr", "états-membres", "état-membre", true);
    }

    #[test]
    fn other_languages_have_forms_that_are_alike() {
        check("hu", "szerződés", "szerződést", true);
        check("hu", "szerződésben", "szerződés", true);
        check("hu", "ház", "házat", true);
        check("hu", "ház", "hát", false);
        check("hu", "ma", "ma", true);
    }

    proptest::proptest! {
        #[test]
        fn forms_are_found_by_what_they_have_in_common(a in "[aesn-]{1,7}", b in "[aesn-]{1,7}", language in "de|en|hu") {
            let forms = Forms::of(Some(&language));
            let shared = forms.stems(&a).any(|stem| forms.stems(&b).any(|other| stem == other));
            assert!(shared || !forms.are(&a, &b), "{a}, {b}");
        }
    }
}
