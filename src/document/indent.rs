//! How far blocks are set in: the items of a list within another.

use super::Document;

/// So many columns a tab is.
const TAB: usize = 4;

impl Document {
    /// By how many columns a block is set in on its line; 0 where other signs stand before it.
    pub fn indent(&self, block: usize) -> usize {
        set_in(self.blocks.get(block).map_or("", |block| &self.text[..block.span.start]))
    }
}

/// By how many columns what stands behind this text is set in on its line; 0 where it does not begin its line.
pub fn set_in(before: &str) -> usize {
    let line = before.trim_end_matches([' ', '\t']);
    let is_first = line.is_empty() || line.ends_with(['\n', '\r']);
    let columns = before[line.len()..].chars().map(|sign| if sign == '\t' { TAB } else { 1 }).sum();
    if is_first { columns } else { 0 }
}
