//! Capitals that follow from where a sentence begins: when words come or go before the first word, its capital goes with them
//! and is no edit by itself.

use crate::document::{Pair, Span};

/// Whether a sentence begins with each of these words.
pub fn beginnings(words: &[&str]) -> Vec<bool> {
    let ends = |word: &&str| matches!(*word, "." | "!" | "?" | "…" | "。" | "։" | "؟");
    (0..words.len()).map(|index| index.checked_sub(1).is_none_or(|before| ends(&words[before]))).collect()
}

/// Whether two words differ in the case of their first letter only.
pub fn differ_in_capital(old: &str, new: &str) -> bool {
    let (mut old, mut new) = (old.chars(), new.chars());
    let (Some(a), Some(b)) = (old.next(), new.next()) else { return false };
    a != b && a.to_lowercase().eq(b.to_lowercase()) && old.as_str() == new.as_str()
}

/// The first words of two stretches, if they differ in their capital.
pub fn at_start(texts: Pair<&str>, spans: Pair<Span>) -> Option<Pair<Span>> {
    let first = |text: &str, span: Span| {
        let stretch = span.of(text);
        let length = stretch.find(|letter: char| !letter.is_alphanumeric()).unwrap_or(stretch.len());
        Span::new(span.start, span.start + length)
    };
    let words = Pair::of(first(texts.old, spans.old), first(texts.new, spans.new));
    differ_in_capital(words.old.of(texts.old), words.new.of(texts.new)).then_some(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_begin_behind_their_ends() {
        assert_eq!(beginnings(&["It", "rained", ".", "We", "left"]), [true, false, false, true, false]);
    }

    #[test]
    fn only_the_first_letter_may_differ() {
        assert!(differ_in_capital("The", "the") && differ_in_capital("Élan", "élan"));
        assert!(!differ_in_capital("The", "The") && !differ_in_capital("THE", "the"));
        assert!(!differ_in_capital("The", "this") && !differ_in_capital("", ""));
    }
}
