//! Plain text: blocks parted by blank lines, list items by their markers.

use crate::document::{Block, BlockKind, Span, lines};

/// A line of more bytes than this was not wrapped by hand: its end is the end of a paragraph.
const UNWRAPPED: usize = 200;

/// Paragraphs are seldom shorter than so many bytes, by and large.
const PARAGRAPH: usize = 256;

/// The blocks of plain text.
pub fn blocks(text: &str) -> Vec<Block> {
    let mut blocks = Vec::with_capacity(text.len() / PARAGRAPH);
    groups(text, |group| close(&mut blocks, text, group));
    blocks
}

/// Paragraphs parted by blank lines, and nothing else.
pub fn paragraphs(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    groups(text, |group| blocks.extend(Block::new(text, BlockKind::Paragraph, group[0].to(group[group.len() - 1]))));
    blocks
}

/// Lines without a blank one between, never none.
fn groups(text: &str, mut close: impl FnMut(&[Span])) {
    let mut group: Vec<Span> = Vec::new();
    for line in lines(text) {
        if !is_blank(line.of(text)) {
            group.push(line);
        } else if !group.is_empty() {
            close(&group);
            group.clear();
        }
    }
    if !group.is_empty() {
        close(&group);
    }
}

/// Most lines are told by their first byte.
fn is_blank(line: &str) -> bool {
    !line.as_bytes().first().is_some_and(u8::is_ascii_graphic) && line.trim().is_empty()
}

/// The blocks of a group of lines.
fn close(blocks: &mut Vec<Block>, text: &str, group: &[Span]) {
    let unwrapped = group.iter().any(|line| line.len() > UNWRAPPED);
    let mut open: Option<(BlockKind, Span)> = None;
    for line in group {
        let is_item = begins_item(line.of(text));
        match &mut open {
            Some((_, span)) if !is_item && !unwrapped => span.end = line.end,
            _ => {
                blocks.extend(open.and_then(|(kind, span)| Block::new(text, kind, span)));
                open = Some((if is_item { BlockKind::ListItem } else { BlockKind::Paragraph }, *line));
            }
        }
    }
    blocks.extend(open.and_then(|(kind, span)| Block::new(text, kind, span)));
}

/// Whether a line begins with the marker of a list item or clause: `-`, `•`, `1.`, `2.3`, `(a)`, `b)`, `IV.`.
fn begins_item(line: &str) -> bool {
    let line = line.trim_start();
    // No marker begins with two letters, Roman numerals aside.
    if let [first, second, ..] = line.as_bytes()
        && first.is_ascii_alphabetic()
        && second.is_ascii_lowercase()
        && !b"ivxlc".contains(second)
    {
        return false;
    }
    let is_bullet = |first: char| matches!(first, '-' | '*' | '+' | '•' | '◦' | '‣' | '–' | '—');
    if !line.starts_with(|first: char| first.is_alphanumeric() || first == '(' || is_bullet(first)) {
        return false;
    }
    let Some((marker, rest)) = line.split_once(|letter: char| letter.is_whitespace()) else { return false };
    if rest.trim().is_empty() {
        return false;
    }
    if matches!(marker, "-" | "*" | "+" | "•" | "◦" | "‣" | "–" | "—") {
        return true;
    }
    let bare = marker.trim_start_matches('(').trim_end_matches([')', '.']);
    let counted = bare
        .split('.')
        .all(|part| !part.is_empty() && part.len() <= 2 && part.bytes().all(|byte| byte.is_ascii_digit()));
    let lettered =
        bare.chars().count() == 1 && bare.chars().all(|letter| letter.is_lowercase()) && marker.ends_with(')');
    let roman = !bare.is_empty() && bare.len() <= 5 && bare.chars().all(|letter| "IVXLCivxlc".contains(letter));
    let closed = marker.ends_with([')', '.']) || bare.contains('.');
    closed && (counted || lettered || roman && (marker.ends_with(')') || bare.len() > 1 && marker.ends_with('.')))
}
