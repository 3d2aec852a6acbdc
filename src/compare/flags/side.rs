//! One side of an edit as the rules see it: its words, and the sentence around them.

use std::borrow::Cow;

use super::lists::{Found, Lists};
use crate::document::{Span, Token, TokenKind, tokens};

/// One side of an edit.
#[derive(Debug)]
pub struct Side<'a> {
    /// The whole text.
    pub text: &'a str,
    /// The edit.
    pub edit: Span,
    /// The sentences around it; empty where this side has none.
    pub bead: Span,
    /// The words, numbers and marks of the edit.
    pub words: Vec<Word<'a>>,
    /// The listed phrases among them.
    pub found: Vec<Found>,
}

/// A word, number or mark.
#[derive(Clone, Debug)]
pub struct Word<'a> {
    /// As it is written.
    pub text: &'a str,
    /// In lower case.
    pub lower: Cow<'a, str>,
    /// What it is.
    pub kind: TokenKind,
    /// Where it stands.
    pub span: Span,
}

impl<'a> Side<'a> {
    /// Reads one side.
    pub fn of(text: &'a str, edit: Span, bead: Span, lists: &Lists) -> Self {
        let words = words(text, edit);
        Self { text, edit, bead, found: lists.find(&words), words }
    }

    /// The sentences around the edit, or the edit where this side has none.
    fn whole(&self) -> Span {
        if self.bead.is_empty() { self.edit } else { self.bead.to(self.edit) }
    }

    /// The words of the sentences around the edit.
    pub fn around(&self) -> Vec<Word<'a>> {
        words(self.text, self.whole())
    }

    /// Some words before and behind the edit and those in it, within its sentences.
    pub fn near(&self) -> Vec<Word<'a>> {
        const REACH: usize = 40;
        let whole = self.whole();
        let mut start = self.edit.start.saturating_sub(REACH).max(whole.start);
        while !self.text.is_char_boundary(start) {
            start -= 1;
        }
        if start > whole.start {
            let cut = self.text[start..self.edit.start].find(char::is_whitespace);
            start = cut.map_or(self.edit.start, |at| start + at);
        }
        let mut end = (self.edit.end + REACH).min(whole.end);
        while !self.text.is_char_boundary(end) {
            end += 1;
        }
        if end < whole.end {
            let cut = self.text[self.edit.end..end].rfind(char::is_whitespace);
            end = cut.map_or(self.edit.end, |at| self.edit.end + at);
        }
        words(self.text, Span::new(start, end.max(start)))
    }
}

fn words(text: &str, span: Span) -> Vec<Word<'_>> {
    let word = |token: Token| {
        let word = token.span.of(text);
        let is_lower = word.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase());
        let lower = if is_lower { Cow::Borrowed(word) } else { Cow::Owned(word.to_lowercase()) };
        Word { text: word, lower, kind: token.kind, span: token.span }
    };
    tokens(text, span).into_iter().map(word).collect()
}
