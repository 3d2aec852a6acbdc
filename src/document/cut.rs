//! Blocks cut into sentences, each kind in its way.

use memchr::{memchr2, memchr2_iter};

use super::{BlockKind, Span, Unit, sentence};

/// Adds the sentences of a block.
pub fn block(text: &str, kind: BlockKind, span: Span, unit: Unit, found: &mut Vec<Span>) {
    match (unit, kind) {
        (Unit::Block, _) | (Unit::Sentence, BlockKind::Heading) => found.push(span),
        (Unit::Line, _) | (_, BlockKind::Code) => each_line(text, span, found),
        (_, BlockKind::TableRow) => cells(text, span, found),
        _ => sentence::sentences(text, span, found),
    }
}

/// The lines of a text as spans without their ends (LF, CRLF, CR, U+2028, U+2029), in order.
pub fn lines(text: &str) -> impl Iterator<Item = Span> {
    // The separators are rare, and their first byte is that of every curly quote: they are looked for only where there are some.
    let bytes = text.as_bytes();
    let has_separators = memchr2_iter(0xa8, 0xa9, bytes).any(|last| bytes[..last].ends_with(b"\xe2\x80"));
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = text.get(at..).filter(|rest| !rest.is_empty())?;
        let length = match (rest.as_bytes(), has_separators) {
            ([b'\n', ..], _) => 0,
            (_, true) => rest.find(['\n', '\r', '\u{2028}', '\u{2029}']).unwrap_or(rest.len()),
            (bytes, false) => memchr2(b'\n', b'\r', bytes).unwrap_or(rest.len()),
        };
        let end = match rest.as_bytes().get(length) {
            Some(b'\r') if rest.as_bytes().get(length + 1) == Some(&b'\n') => 2,
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
