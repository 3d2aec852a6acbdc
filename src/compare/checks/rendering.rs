//! A bead that stands on both sides, as the checks see it.

use std::ops::Range;

use crate::compare::flags::lists::Lists;
use crate::compare::flags::side::{Side as Words, Word};
use crate::document::{Document, Pair, Side, Span, TokenKind};

/// Some sentences of the original and those that render them.
#[derive(Debug)]
pub struct Rendering<'a> {
    /// The words of both sides, each by the lists of its language.
    pub sides: Pair<Words<'a>>,
    /// The languages, where they are known.
    pub languages: Pair<Option<&'static str>>,
    /// Whether it is one sentence by one.
    pub is_single: bool,
}

impl<'a> Rendering<'a> {
    /// Reads a bead; nothing where one side has no sentences.
    pub fn of(documents: Pair<&'a Document>, sentences: &Pair<Range<usize>>) -> Option<Self> {
        if sentences.old.is_empty() || sentences.new.is_empty() {
            return None;
        }
        let words = |document: &'a Document, sentences: &Range<usize>| {
            let span = document.cover(sentences);
            // What is known of English holds for no language that is not known.
            Words::of(&document.text, &[], span, span, Lists::of(document.language.or(Some(""))))
        };
        Some(Self {
            sides: Pair::of(words(documents.old, &sentences.old), words(documents.new, &sentences.new)),
            languages: documents.map(|document| document.language),
            is_single: sentences.old.len() == 1 && sentences.new.len() == 1,
        })
    }

    /// The whole text of a side.
    pub fn text(&self, side: Side) -> &'a str {
        self.sides[side].text
    }

    /// Where a side stands.
    pub const fn span(&self, side: Side) -> Span {
        match side {
            Side::Old => self.sides.old.edit,
            Side::New => self.sides.new.edit,
        }
    }

    /// The words of a side as they are written.
    pub fn written(&self, side: Side) -> &'a str {
        self.span(side).of(self.text(side))
    }

    /// The words, numbers and marks of a side.
    pub fn words(&self, side: Side) -> &[Word<'a>] {
        &self.sides[side].words
    }

    /// How many words and numbers a side has.
    pub fn size(&self, side: Side) -> usize {
        self.words(side).iter().filter(|word| word.kind != TokenKind::Mark).count()
    }
}

/// The other side.
pub const fn other(side: Side) -> Side {
    match side {
        Side::Old => Side::New,
        Side::New => Side::Old,
    }
}
