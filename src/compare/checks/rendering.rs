//! A bead that stands on both sides, as the checks see it.

use std::ops::Range;

use super::{link, markup};
use crate::compare::flags::lists::Lists;
use crate::compare::flags::side::{Side as Words, Word};
use crate::document::{Document, Pair, Side, Span, TokenKind};

/// Some sentences of the original and those that render them.
#[derive(Debug)]
pub struct Rendering<'a> {
    /// The words of both sides, each by the lists of its language; without those of inline codes, which say nothing.
    pub sides: Pair<Words<'a>>,
    /// The inline codes of both sides: tags, entities, placeholders; in order, none within another.
    pub codes: Pair<Vec<Span>>,
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
        let codes = Pair::of(Side::Old, Side::New).map(|side| {
            let document = documents[side];
            codes(&document.text, document.cover(&sentences[side]))
        });
        let words = |side: Side| {
            let document: &'a Document = documents[side];
            let span = document.cover(&sentences[side]);
            // What is known of English holds for no language that is not known.
            Words::of(&document.text, &[], span, span, Lists::of(document.language.or(Some("")))).without(&codes[side])
        };
        Some(Self {
            sides: Pair::of(words(Side::Old), words(Side::New)),
            codes,
            languages: documents.map(|document| document.language),
            is_single: sentences.old.len() == 1 && sentences.new.len() == 1,
        })
    }

    /// Whether a place lies in an inline code.
    pub fn is_code(&self, side: Side, at: usize) -> bool {
        let codes = &self.codes[side];
        codes.get(codes.partition_point(|code| code.end <= at)).is_some_and(|code| code.start <= at)
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

/// The tags, entities and placeholders of some sentences, those that overlap as one.
fn codes(text: &str, span: Span) -> Vec<Span> {
    let written = span.of(text);
    let found = markup::signs(written).into_iter().chain(link::placeholders(written));
    let mut found: Vec<Span> = found.map(|code| Span::new(span.start + code.start, span.start + code.end)).collect();
    found.sort_unstable();
    found.dedup_by(|next, code| {
        let is_over = next.start < code.end;
        code.end = if is_over { code.end.max(next.end) } else { code.end };
        is_over
    });
    found
}
