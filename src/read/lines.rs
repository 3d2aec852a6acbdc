//! One line for one sentence, as bitexts and aligned corpora have it; empty lines part blocks.

use super::{Parts, lines_of};
use crate::document::{BlockKind, Span};

/// Blocks and sentences of such a text.
pub fn parts(text: &str) -> Parts {
    let mut parts = Parts::default();
    let mut block: Vec<Span> = Vec::new();
    for line in lines_of(text) {
        if line.of(text).trim().is_empty() {
            parts.cells(text, BlockKind::Paragraph, &block);
            block.clear();
        } else {
            block.push(line);
        }
    }
    parts.cells(text, BlockKind::Paragraph, &block);
    parts
}
