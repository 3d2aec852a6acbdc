//! Words that stand twice: `the the`.

use super::rendering::Rendering;
use super::{Class, Finding, FlagKind};
use crate::compare::flags::doubled::{self, ARTICLES};
use crate::compare::flags::side::Word;
use crate::document::{Side, TokenKind};

/// So many words before them a clause of theirs may begin: `, in der der Rat`, `, von denen der der Stadt`.
const CLAUSE: usize = 3;

/// Words of the translation that stand twice, where the original has none that do.
pub fn doubled(rendering: &Rendering<'_>) -> Vec<Finding> {
    // Scripts that write words together double them on purpose.
    let is_together = |side| matches!(rendering.languages[side], Some("zh" | "ja" | "th"));
    if is_together(Side::New) || !twice(rendering, Side::Old).is_empty() {
        return Vec::new();
    }
    let finding = |two: &[Word<'_>]| {
        let span = two[0].span.to(two[1].span);
        let reason = format!("{} stands twice", two[1].text);
        Finding::new(FlagKind::Doubled, Class::Editorial, reason).at(Side::New, span)
    };
    let places = twice(rendering, Side::New);
    let words = rendering.words(Side::New);
    let is_german = rendering.languages.new == Some("de");
    let is_meant = |at: &usize| is_german && ARTICLES.contains(&&*words[*at].lower) && is_pronoun(words, *at);
    places.into_iter().filter(|at| !is_meant(at)).map(|at| finding(&words[at..at + 2])).collect()
}

/// Whether the first of two German articles may be a pronoun: in a clause behind a comma, or with an attribute around the second one.
fn is_pronoun(words: &[Word<'_>], at: usize) -> bool {
    let before = words[at.saturating_sub(CLAUSE)..at].iter();
    let is_clause = before.clone().any(|word| matches!(&*word.lower, "," | "und" | "oder" | "–" | "(" | ":"));
    let behind = words[at + 2..].iter().take_while(|word| word.kind != TokenKind::Mark);
    let mut behind = behind.skip_while(|word| !word.is_capitalised()).skip(1).peekable();
    let mut has_attribute = false;
    while let Some(word) = behind.next() {
        let is_inflected = ["e", "en", "er", "es", "em"].iter().any(|ending| word.lower.ends_with(ending));
        let is_light = word.entry.is_some_and(|entry| entry.is_light);
        let is_before_noun = behind.peek().is_some_and(|next| next.is_capitalised());
        has_attribute |= is_inflected && !is_light && !word.is_capitalised() && is_before_noun;
    }
    is_clause || has_attribute
}

/// Where the same word follows itself with nothing but white space between.
fn twice(rendering: &Rendering<'_>, side: Side) -> Vec<usize> {
    let text = rendering.text(side);
    let is_twice = |two: &[Word<'_>]| {
        let gap = text.get(two[0].span.end..two[1].span.start).unwrap_or("");
        let is_word = two[0].kind == TokenKind::Word && two[0].lower == two[1].lower;
        is_word && !gap.is_empty() && gap.trim().is_empty() && is_slip(two)
    };
    rendering.words(side).windows(2).enumerate().filter(|(_, two)| is_twice(two)).map(|(at, _)| at).collect()
}

/// Whether nobody means to write this: names (`Bora Bora`) and words such as `had had` may stand twice.
fn is_slip(two: &[Word<'_>]) -> bool {
    let is_name = two[0].is_capitalised() && two[1].is_capitalised();
    !is_name && doubled::is_slip(&two[0])
}
