//! Negations of languages that are written without spaces: by the signs themselves, for words are parted in more ways than one.

use rustc_hash::FxHashMap;

use super::quotes::QUESTIONS;
use crate::document::Span;

/// What denies, what looks like it, and what may render a denial.
#[derive(Debug)]
pub struct Signs {
    /// By the first letter: what denies (true), and longer words with such a sign that do not; the longest first.
    listed: FxHashMap<char, Vec<(String, bool)>>,
    /// What may render a denial.
    soft: Vec<String>,
}

impl Signs {
    /// From lists that are parted by spaces, `idle` in phrases.
    pub fn of(hard: &str, idle: &[String], soft: &str) -> Self {
        let hard = hard.split_whitespace().map(|sign| (sign.to_owned(), true));
        let idle = idle.iter().flat_map(|phrase| phrase.split_whitespace()).map(|word| (word.to_owned(), false));
        let mut listed: FxHashMap<char, Vec<(String, bool)>> = FxHashMap::default();
        for (sign, denies) in hard.chain(idle) {
            listed.entry(sign.chars().next().unwrap_or_default()).or_default().push((sign, denies));
        }
        for signs in listed.values_mut() {
            signs.sort_by_key(|(sign, denies)| (std::cmp::Reverse(sign.len()), *denies));
        }
        Self { listed, soft: soft.split_whitespace().map(str::to_owned).collect() }
    }

    /// Where a text denies; nothing where it does so more than once, and one may undo the other, nor where it asks: `不会吗` means yes.
    pub fn denial(&self, text: &str) -> Option<Span> {
        if text.contains(QUESTIONS) {
            return None;
        }
        let mut found = None;
        let (mut at, mut before) = (0, None);
        while let Some(letter) = text[at..].chars().next() {
            let mut listed = self.listed.get(&letter).into_iter().flatten();
            let listed = listed.find(|(sign, _)| text[at..].starts_with(sign.as_str()));
            let length = listed.map_or(letter.len_utf8(), |(sign, _)| sign.len());
            // `是不是`, `有没有` ask.
            let is_question = before.is_some() && before == text[at + letter.len_utf8()..].chars().next();
            if listed.is_some_and(|(_, denies)| *denies && !is_question) && found.replace(at..at + length).is_some() {
                return None;
            }
            before = text[at..at + length].chars().next_back();
            at += length;
        }
        found.map(|sign| Span::new(sign.start, sign.end))
    }

    /// Whether something in a text may render a denial.
    pub fn may_deny(&self, text: &str) -> bool {
        let mut listed = self.listed.values().flatten();
        let mut is_denied = || listed.any(|(sign, denies)| *denies && text.contains(sign.as_str()));
        self.soft.iter().any(|sign| text.contains(sign.as_str())) || is_denied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        let signs = Signs::of("不 没有 不得", &["不仅 不过".to_owned(), "不得不".to_owned()], "无");
        assert_eq!(signs.denial(text).map(|sign| sign.of(text)), expected, "{text}");
    }

    #[test]
    fn the_longest_sign_counts() {
        check("他不来", Some("不"));
        check("不得转让", Some("不得"));
        check("他不仅来了", None);
        check("他不得不来", None);
        check("他是不是来了，有没有人", None);
        check("他不来，不过他没有书", None);
        check("他不来？", None);
    }
}
