//! A block's words as they flow, with their marks, before they are wrapped.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::wrap::{columns, fitting, wrap};
use super::{Mark, Piece};
use crate::document::visible::{flowing, visible};
use crate::document::{Side, Span};

/// A text that flows, and where each of its stretches comes from.
#[derive(Debug, Default)]
pub struct Flow {
    /// By how many columns its rows are set in.
    indent: usize,
    text: String,
    segments: Vec<Segment>,
}

#[derive(Debug)]
struct Segment {
    range: Range<usize>,
    mark: Mark,
    edit: Option<usize>,
    span: Option<(Side, Span)>,
}

impl Flow {
    /// One whose rows are set in by so many columns.
    pub fn indented(indent: usize) -> Self {
        Self { indent, ..Self::default() }
    }

    /// Adds words of a wording, made safe, every white space as one space.
    pub fn words(&mut self, source: &str, (side, span): (Side, Span), mark: Mark, edit: Option<usize>) {
        let words = span.of(source);
        let shown = flowing(words);
        if shown == words {
            return self.push(words, mark, edit, Some((side, span)));
        }
        // Word by word, so that each of them is found again.
        let mut at = span.start;
        for (index, word) in words.split_whitespace().enumerate() {
            let start = at + source[at..].find(word).unwrap_or(0);
            at = start + word.len();
            if index > 0 {
                self.push(" ", mark, edit, None);
            }
            self.push(&visible(word), mark, edit, Some((side, Span::new(start, at))));
        }
    }

    /// Adds a word of ours.
    pub fn note(&mut self, text: &str, mark: Mark, edit: Option<usize>) {
        self.push(text, mark, edit, None);
    }

    /// Adds a space, but at the start of a row.
    pub fn space(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with([' ', '\n']) {
            self.text.push(' ');
        }
    }

    /// Ends the row.
    pub fn line(&mut self) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
    }

    fn push(&mut self, text: &str, mark: Mark, edit: Option<usize>, span: Option<(Side, Span)>) {
        let start = self.text.len();
        self.text.push_str(text);
        self.segments.push(Segment { range: start..self.text.len(), mark, edit, span });
    }

    /// The rows, none wider than this many columns.
    pub fn rows(&self, width: usize) -> Vec<Vec<Piece>> {
        let indent = self.indent.min(width / 2);
        let rows = wrap(&self.text, width - indent).into_iter();
        rows.map(|row| blank(indent).into_iter().chain(self.pieces(row)).collect()).collect()
    }

    /// The lines, unwrapped: as much of each as is seen of this many columns from a column on, with a mark where it is cut.
    pub fn cut(&self, from: usize, width: usize) -> Vec<Vec<Piece>> {
        let indent = self.indent.min(width / 2);
        let mut start = 0;
        let mut lines = Vec::new();
        for line in self.text.split_inclusive('\n') {
            let cut = self.cut_line(start..start + line.trim_end().len(), from, width - indent);
            lines.push(blank(indent).into_iter().chain(cut).collect());
            start += line.len();
        }
        lines
    }

    fn cut_line(&self, line: Range<usize>, from: usize, width: usize) -> Vec<Piece> {
        let text = &self.text[line.clone()];
        let lead = usize::from(from > 0 && !text.is_empty());
        let mut used = 0;
        let is_seen = |(_, grapheme): &(usize, &str)| {
            let begins = used;
            used += columns(grapheme);
            begins >= from + lead
        };
        let start = text.grapheme_indices(true).find(is_seen).map_or(text.len(), |(at, _)| at);
        let (shown, is_cut) = fitting(&text[start..], width.saturating_sub(lead));
        let mark = |is_there: bool| {
            is_there.then(|| Piece { text: "…".to_owned(), mark: Mark::Note, edit: None, span: None })
        };
        let seen = line.start + start..line.start + start + shown.len();
        mark(lead > 0).into_iter().chain(self.pieces(seen)).chain(mark(is_cut)).collect()
    }

    fn pieces(&self, row: Range<usize>) -> Vec<Piece> {
        let first = self.segments.partition_point(|segment| segment.range.end <= row.start);
        let mut pieces = Vec::new();
        let mut at = row.start;
        for segment in self.segments[first..].iter().take_while(|segment| segment.range.start < row.end) {
            let range = segment.range.start.max(row.start)..segment.range.end.min(row.end);
            if at < range.start {
                pieces.push(self.plain(at..range.start));
            }
            at = range.end;
            pieces.push(self.piece(segment, range));
        }
        if at < row.end {
            pieces.push(self.plain(at..row.end));
        }
        pieces
    }

    fn plain(&self, range: Range<usize>) -> Piece {
        Piece { text: self.text[range].to_owned(), mark: Mark::Same, edit: None, span: None }
    }

    fn piece(&self, segment: &Segment, range: Range<usize>) -> Piece {
        let part = |(side, span): (Side, Span)| {
            if span.len() != segment.range.len() {
                return (side, span);
            }
            let start = span.start + range.start - segment.range.start;
            (side, Span::new(start, start + range.len()))
        };
        Piece {
            span: segment.span.map(part),
            text: self.text[range.clone()].to_owned(),
            mark: segment.mark,
            edit: segment.edit,
        }
    }
}

/// So many columns without words.
fn blank(columns: usize) -> Option<Piece> {
    (columns > 0).then(|| Piece { text: " ".repeat(columns), mark: Mark::Same, edit: None, span: None })
}
