//! The steps cut into chunks that are laid out at once, and which of them are folded.

use std::ops::Range;

use super::ruler::WHOLE;
use crate::compare::{Comparison, Step, paragraphs};
use crate::document::{Document, Pair, Span};

/// Longer paragraphs than this many bytes are cut between sentences.
const LONG: usize = 1_500;

/// Fewer unchanged chunks than these are not worth a fold.
const FEW: usize = 2;

/// Steps laid out at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chunk {
    /// The steps.
    pub steps: Range<usize>,
    /// Whether a blank row stands before it.
    pub apart: bool,
    /// Whether some edit stands in it.
    pub changed: bool,
    /// Where it stands: parts of [`WHOLE`] of the steps' text.
    pub part: usize,
}

/// All chunks, in order.
pub fn chunks(comparison: &Comparison) -> Vec<Chunk> {
    let mut chunks = Vec::new();
    let whole = comparison.documents.as_ref().map(|document| document.text.len().max(1));
    let mut last = 0;
    for paragraph in paragraphs::paragraphs(comparison) {
        let mut from = paragraph.start;
        let mut size = 0;
        for step in paragraph.clone() {
            let spans = spans(comparison, step);
            size += spans.new.map_or(0, Span::len).max(spans.old.map_or(0, Span::len));
            if size > LONG || step + 1 == paragraph.end {
                let first = self::spans(comparison, from);
                let part = first.new.map(|span| span.start * (WHOLE - 1) / whole.new);
                let part = part.or(first.old.map(|span| span.start * (WHOLE - 1) / whole.old));
                last = part.unwrap_or(last).max(last);
                chunks.push(Chunk {
                    steps: from..step + 1,
                    apart: from > 0 && from == paragraph.start && is_apart(comparison, first),
                    changed: (from..step + 1).any(|step| is_changed(comparison, step)),
                    part: last,
                });
                from = step + 1;
                size = 0;
            }
        }
    }
    chunks
}

/// What stands in a step on both sides.
fn spans(comparison: &Comparison, step: usize) -> Pair<Option<Span>> {
    let seen = paragraphs::seen(comparison, comparison.steps[step]);
    let cover = |document: &Document, sentences: Range<usize>| {
        (!sentences.is_empty()).then(|| document.sentences[sentences.start].to(document.sentences[sentences.end - 1]))
    };
    Pair::of(cover(&comparison.documents.old, seen.old), cover(&comparison.documents.new, seen.new))
}

fn is_changed(comparison: &Comparison, step: usize) -> bool {
    match comparison.steps[step] {
        Step::Bead(bead) => !comparison.beads[bead].edits.is_empty(),
        Step::From(_) | Step::To(_) => true,
    }
}

/// Whether the text itself has a blank line before this.
fn is_apart(comparison: &Comparison, spans: Pair<Option<Span>>) -> bool {
    let apart = |text: &str, span: Span| {
        let before = &text[..span.start];
        let gap = &before[before.trim_end().len()..];
        gap.replace("\r\n", "\n").matches(['\n', '\r', '\u{2029}']).count() > 1
    };
    let documents = &comparison.documents;
    spans.new.is_some_and(|span| apart(&documents.new.text, span))
        || spans.old.is_some_and(|span| apart(&documents.old.text, span))
}

/// Runs of unchanged chunks, folded or not.
#[derive(Debug, Default)]
pub struct Folds(Vec<(Range<usize>, bool)>);

impl Folds {
    /// Everything unchanged is folded, but for a chunk of context on each side of what is changed.
    pub fn of(chunks: &[Chunk]) -> Self {
        let mut folds = Vec::new();
        let mut from = 0;
        for run in chunks.chunk_by(|a, b| a.changed == b.changed) {
            let to = from + run.len();
            if !run[0].changed {
                let folded = from + usize::from(from > 0)..to - usize::from(to < chunks.len());
                // Where nothing is changed at all there is nothing to fold for.
                if folded.len() >= FEW && folded.len() < chunks.len() {
                    folds.push((folded, true));
                }
            }
            from = to;
        }
        Self(folds)
    }

    /// The fold that a chunk lies in, and whether it is closed.
    pub fn at(&self, chunk: usize) -> Option<(Range<usize>, bool)> {
        self.0.get(self.next(chunk)).filter(|(chunks, _)| chunks.contains(&chunk)).cloned()
    }

    /// Leaves closed those whose first chunk was.
    pub fn keep(&mut self, was_closed: impl Fn(usize) -> bool) {
        self.0.iter_mut().for_each(|(chunks, folded)| *folded &= was_closed(chunks.start));
    }

    /// Closes or opens all.
    pub fn set_all(&mut self, folded: bool) {
        self.0.iter_mut().for_each(|fold| fold.1 = folded);
    }

    /// Closes or opens the first fold that lies in these chunks, if only in part; whether there is one.
    pub fn toggle(&mut self, from: usize, to: usize) -> bool {
        let at = self.next(from);
        let Some(fold) = self.0.get_mut(at).filter(|(chunks, _)| chunks.start <= to) else { return false };
        fold.1 = !fold.1;
        true
    }

    /// Opens the fold that a chunk lies in.
    pub fn open(&mut self, chunk: usize) {
        let at = self.next(chunk);
        if let Some(fold) = self.0.get_mut(at).filter(|(chunks, _)| chunks.contains(&chunk)) {
            fold.1 = false;
        }
    }

    /// The first fold that does not end before a chunk.
    fn next(&self, chunk: usize) -> usize {
        self.0.partition_point(|(chunks, _)| chunks.end <= chunk)
    }
}
