//! Words that stand twice: `the the`.

use super::rendering::Rendering;
use super::{Class, Finding, FlagKind};
use crate::compare::flags::side::Word;
use crate::document::{Side, TokenKind};

/// Words that may stand twice in a row.
const MAY_DOUBLE: [&str; 35] = [
    // English
    "that",
    "had",
    "very",
    "so",
    "no",
    "yes",
    "ha",
    "bye",
    "is",
    "there",
    "now",
    "knock",
    "never",
    "well",
    "long",
    "far",
    "many",
    "her",
    // German
    "die",
    "der",
    "das",
    "sie",
    "den",
    "sehr", // French
    "nous",
    "vous",
    "faire",
    "très",
    "tout", // Russian
    "да",
    "нет",
    "вот",
    "очень",
    "еле",
    "чуть",
];

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
    places.into_iter().map(|at| finding(&rendering.words(Side::New)[at..at + 2])).collect()
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
    !is_name && !MAY_DOUBLE.contains(&&*two[0].lower)
}
