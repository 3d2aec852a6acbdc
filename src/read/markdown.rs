//! Markdown: blocks by CommonMark with tables and footnotes; markers stay with the first sentence of their block.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::document::{Block, BlockKind, Span};

/// The blocks of a Markdown text.
pub fn blocks(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut at = 0;
    for (kind, range) in leaves(text) {
        // What no leaf holds (markers, rules, definitions) stands before its leaf or, lines above it, for itself.
        let start = range.start.max(at);
        let border = lines_before(text, at, start);
        blocks.extend(Block::new(text, BlockKind::Code, Span::new(at, border)));
        blocks.extend(Block::new(text, kind, Span::new(border, range.end.max(border))));
        at = range.end.max(at);
    }
    blocks.extend(Block::new(text, BlockKind::Code, Span::new(at, text.len())));
    blocks
}

/// The blocks that hold text, with their byte ranges, in order.
fn leaves(text: &str) -> Vec<(BlockKind, Range<usize>)> {
    let mut found: Vec<(BlockKind, Range<usize>)> = Vec::new();
    let mut around: Vec<BlockKind> = Vec::new();
    let mut in_item: Option<usize> = None;
    for (event, range) in Parser::new_ext(
        text,
        Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS,
    )
    .into_offset_iter()
    {
        match event {
            Event::Start(Tag::Item) => {
                around.push(BlockKind::ListItem);
                in_item = Some(range.start);
            }
            Event::Start(Tag::BlockQuote(_)) => around.push(BlockKind::Quotation),
            Event::Start(Tag::FootnoteDefinition(_)) => around.push(BlockKind::Footnote),
            Event::End(TagEnd::Item | TagEnd::BlockQuote(_) | TagEnd::FootnoteDefinition) => {
                around.pop();
                in_item = None;
            }
            Event::Start(Tag::Paragraph) => {
                found.push((around.last().copied().unwrap_or(BlockKind::Paragraph), range));
                in_item = None;
            }
            Event::Start(Tag::Heading { .. }) => found.push((BlockKind::Heading, range)),
            Event::Start(Tag::CodeBlock(_) | Tag::HtmlBlock | Tag::MetadataBlock(_)) => {
                found.push((BlockKind::Code, range))
            }
            Event::Start(Tag::TableHead | Tag::TableRow) => found.push((BlockKind::TableRow, range)),
            // The text of a tight list item has no paragraph around it.
            Event::Text(_)
            | Event::Code(_)
            | Event::InlineHtml(_)
            | Event::Start(Tag::Emphasis | Tag::Strong | Tag::Link { .. } | Tag::Image { .. }) => {
                tight(&mut found, &mut in_item, range);
            }
            _ => {}
        }
    }
    found
}

/// Text of a tight list item: opens its block, or widens it.
fn tight(found: &mut Vec<(BlockKind, Range<usize>)>, in_item: &mut Option<usize>, range: Range<usize>) {
    if let Some(start) = in_item.take() {
        found.push((BlockKind::ListItem, start..range.end));
    } else if let Some((BlockKind::ListItem, last)) = found.last_mut() {
        last.end = last.end.max(range.end);
    }
}

/// The start of the line on which a block begins, but not before `from`: markers on the same line belong to the block.
fn lines_before(text: &str, from: usize, start: usize) -> usize {
    text[from..start].rfind(['\n', '\r']).map_or(from, |at| from + at + 1)
}
