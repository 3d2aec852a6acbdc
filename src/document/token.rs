//! Tokens: words, numbers and marks.

use super::{Span, Token, TokenKind};

/// The tokens of one span of a text, in order, white space left out.
pub fn tokens(text: &str, span: Span) -> Vec<Token> {
    let mut found = Vec::new();
    let mut at = span.start;
    for piece in span.of(text).split_inclusive(char::is_whitespace) {
        let word = piece.trim_end();
        if !word.is_empty() {
            found.push(Token { span: Span::new(at, at + word.len()), kind: TokenKind::Word });
        }
        at += piece.len();
    }
    found
}
