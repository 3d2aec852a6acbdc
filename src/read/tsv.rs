//! Two columns: a source, a tab and a translation a line.

use super::bitext::{Found, Segment};
use super::header;
use super::places::{Places, place};
use super::slot::Slot;
use crate::document::{Pair, Span, cell, lines};

/// The segments of two columns; blank lines are none, and neither is a first line that names the columns.
pub fn segments(text: &str) -> Found {
    let mut found = Found::default();
    let (mut wide, mut narrow) = (Places::default(), Places::default());
    for row in rows(text) {
        let (Some(source), Some(last)) = (row.first(), row.last()) else { continue };
        let at = source.start;
        if source.to(*last).of(text).trim().is_empty() {
            continue;
        }
        let is_first = found.segments.is_empty() && found.header.is_none();
        let target = row.get(1);
        let named = target.filter(|_| is_first).and_then(|target| header::languages(source.of(text), target.of(text)));
        if let (Some(languages), Some(target)) = (named, target) {
            found.languages = languages;
            found.header = Some(source.to(*target).of(text).to_owned());
            found.notes.push(format!("the first line names the columns ({}): it is no segment", place(text, at)));
            continue;
        }
        if target.is_none() {
            narrow.add(at);
        }
        if row.len() > 2 {
            wide.add(at);
        }
        let slot = target.map_or_else(|| Slot::new_at(source.end, "\t", ""), |target| Slot::at(*target));
        let words = |cell: &Span| cell::unquoted(cell.of(text)).unwrap_or_else(|| cell.of(text).to_owned());
        let sides = Pair::of(words(source), target.map(words).unwrap_or_default());
        found.segments.push(Segment { sides, at, slot: Some(slot), ..Segment::default() });
    }
    let end = "the rest is left out";
    found.notes.extend(wide.said(text, "line has more than two columns|lines have more than two columns", end));
    found.notes.extend(narrow.said(
        text,
        "line has no second column|lines have no second column",
        "taken as untranslated",
    ));
    found
}

/// The cells of every row. A row is a line, but for the line ends within a cell in quotation marks.
fn rows(text: &str) -> Vec<Vec<Span>> {
    let mut rows = Vec::new();
    let mut lines = lines(text);
    while let Some(mut line) = lines.next() {
        let (mut row, mut at) = (Vec::new(), line.start);
        loop {
            let plain_end = || memchr::memchr(b'\t', &text.as_bytes()[at..line.end]).map_or(line.end, |tab| at + tab);
            let end = cell::end(text, at, row.is_empty()).unwrap_or_else(plain_end);
            row.push(Span::new(at, end));
            while line.end < end {
                let Some(next) = lines.next() else { break };
                line = next;
            }
            if !text[end..].starts_with('\t') {
                break;
            }
            at = end + 1;
        }
        rows.push(row);
    }
    rows
}
