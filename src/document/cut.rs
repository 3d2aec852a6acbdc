//! Blocks cut into sentences, each kind in its way.

use super::{BlockKind, Span, Unit, sentence};

/// Adds the sentences of a block.
pub fn block(text: &str, kind: BlockKind, span: Span, unit: Unit, found: &mut Vec<Span>) {
    match (unit, kind) {
        (Unit::Line, _) | (_, BlockKind::Code) => each_line(text, span, found),
        (_, BlockKind::Heading) => found.push(span),
        (_, BlockKind::TableRow) => cells(text, span, found),
        _ => sentence::sentences(text, span, found),
    }
}

/// The lines of a text as spans without their ends (LF, CRLF, CR, U+2028, U+2029), in order.
pub fn lines(text: &str) -> impl Iterator<Item = Span> {
    let mut at = 0;
    std::iter::from_fn(move || {
        if at >= text.len() {
            return None;
        }
        let bytes = &text.as_bytes()[at..];
        let is_end = |at: &usize| bytes[*at] != 0xE2 || matches!(bytes.get(at + 1..at + 3), Some([0x80, 0xA8 | 0xA9]));
        let length = memchr::memchr3_iter(b'\n', b'\r', 0xE2, bytes).find(is_end).unwrap_or(bytes.len());
        let end = match bytes.get(length) {
            Some(b'\r') if bytes.get(length + 1) == Some(&b'\n') => 2,
            Some(b'\r' | b'\n') => 1,
            Some(_) => 3,
            None => 0,
        };
        let line = Span::new(at, at + length);
        at += length + end;
        Some(line)
    })
}

/// A sentence a line.
fn each_line(text: &str, span: Span, found: &mut Vec<Span>) {
    for line in lines(span.of(text)) {
        push(found, text, Span::new(span.start + line.start, span.start + line.end));
    }
}

/// A sentence a cell; the bar that closes a cell belongs to it, and so does the one that opens the row.
fn cells(text: &str, span: Span, found: &mut Vec<Span>) {
    let words = span.of(text);
    let mut start = 0;
    for (at, _) in words.match_indices('|') {
        let escapes = words[..at].bytes().rev().take_while(|byte| *byte == b'\\').count();
        if !words[start..at].trim().is_empty() && escapes.is_multiple_of(2) {
            push(found, text, Span::new(span.start + start, span.start + at + 1));
            start = at + 1;
        }
    }
    push(found, text, Span::new(span.start + start, span.end));
}

/// Adds a span without the white space around it; nothing where there is only that.
fn push(found: &mut Vec<Span>, text: &str, span: Span) {
    let span = span.trimmed(text);
    if !span.is_empty() {
        found.push(span);
    }
}
