//! Sentences that stand on one side only: omissions, additions, and targets that are empty.

use super::Finding;
use crate::compare::Class;
use crate::compare::align::Link;
use crate::compare::flags::FlagKind;
use crate::document::{Document, Pair, Side, TokenKind, Unit, tokens};

/// Shorter sentences (in words) without their partner are a heading, a number or an exclamation.
const SHORT: usize = 3;

/// So many signs are shown of a sentence without a word.
const SIGNS: usize = 12;

/// What is to be said of a bead that lacks a side.
pub fn alone(documents: Pair<&Document>, link: &Link) -> Option<Finding> {
    let side = if link.sentences.new.is_empty() { Side::Old } else { Side::New };
    let document = documents[side];
    let span = document.cover(&link.sentences[side]);
    let words = tokens(&document.text, span).iter().filter(|token| token.kind != TokenKind::Mark).count();
    // A segment that has no translation is not left out: it is not yet translated.
    let is_segment = document.unit == Unit::Block;
    let count = match words {
        0 => span.of(&document.text).chars().take(SIGNS).collect(),
        1 => "1 word".to_owned(),
        _ => format!("{words} words"),
    };
    let (kind, reason) = match side {
        Side::Old if is_segment => (FlagKind::Empty, "no translation".to_owned()),
        Side::Old => (FlagKind::Omission, format!("leaves out {count}")),
        Side::New => (FlagKind::Addition, format!("adds {count}")),
    };
    // However short a segment is, its translation is missing.
    let is_slight = words < SHORT && kind != FlagKind::Empty;
    let class = if is_slight { Class::Wording } else { Class::Substantive };
    Some(Finding::new(kind, class, reason).at(side, span))
}
