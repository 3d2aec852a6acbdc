//! A target without a word.

use super::Finding;
use super::rendering::Rendering;
use crate::compare::Class;
use crate::compare::flags::FlagKind;
use crate::document::Side;

/// A rendering of words by marks only.
pub fn empty(rendering: &Rendering<'_>) -> Option<Finding> {
    let has_words = |side| rendering.words(side).iter().any(|word| word.text.chars().any(char::is_alphanumeric));
    let is_empty = has_words(Side::Old) && !has_words(Side::New);
    is_empty.then(|| Finding::new(FlagKind::Empty, Class::Substantive, "no words in the translation".to_owned()))
}
