//! The JSON of a comparison, schema version 1: sorted, no clock, the same bytes every time.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::ops::Range;

use serde::Serialize;

use crate::compare::{Comparison, Edit, EditKind};
use crate::document::{Document, Pair, Span};
use crate::review::{Decision, Review};

/// Writes the comparison; all offsets are bytes of the UTF-8 text as read.
pub fn write(comparison: &Comparison, review: &Review, mut out: impl Write) -> io::Result<()> {
    let report = Report {
        redraft: 1,
        mode: "revision",
        old: side(&comparison.documents.old),
        new: side(&comparison.documents.new),
        beads: comparison
            .beads
            .iter()
            .map(|bead| BeadOut {
                old: bead.sentences.old.clone().collect(),
                new: bead.sentences.new.clone().collect(),
                moved: bead.moved.is_some(),
            })
            .collect(),
        edits: edits(comparison, review),
        summary: summary(comparison, review),
    };
    serde_json::to_writer(&mut out, &report)?;
    out.write_all(b"\n")
}

#[derive(Serialize)]
struct Report<'a> {
    redraft: u32,
    mode: &'static str,
    old: SideOut<'a>,
    new: SideOut<'a>,
    beads: Vec<BeadOut>,
    edits: Vec<EditOut<'a>>,
    summary: Summary,
}

#[derive(Serialize)]
struct SideOut<'a> {
    name: &'a str,
    language: Option<&'static str>,
    encoding: &'static str,
    encoding_guessed: bool,
    sentences: Vec<(usize, usize)>,
    blocks: Vec<BlockOut>,
}

#[derive(Serialize)]
struct BlockOut {
    kind: &'static str,
    sentences: (usize, usize),
}

#[derive(Serialize)]
struct BeadOut {
    old: Vec<usize>,
    new: Vec<usize>,
    moved: bool,
}

#[derive(Serialize)]
struct EditOut<'a> {
    id: String,
    kind: &'static str,
    bead: Option<usize>,
    old: (usize, usize),
    new: (usize, usize),
    old_text: &'a str,
    new_text: &'a str,
    class: &'static str,
    flags: Vec<FlagOut<'a>>,
    decision: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    wording: Option<&'a str>,
    comment: &'a str,
    /// White space that means nothing: never walked, never counted.
    hidden: bool,
}

#[derive(Serialize)]
struct FlagOut<'a> {
    kind: &'static str,
    reason: &'a str,
}

#[derive(Default, Serialize)]
struct Summary {
    edits: usize,
    kinds: BTreeMap<&'static str, usize>,
    classes: BTreeMap<&'static str, usize>,
    decisions: BTreeMap<&'static str, usize>,
    words: Words,
}

#[derive(Default, Serialize)]
struct Words {
    old: usize,
    new: usize,
    inserted: usize,
    deleted: usize,
    moved: usize,
}

fn side(document: &Document) -> SideOut<'_> {
    SideOut {
        name: &document.name,
        language: document.language,
        encoding: document.origin.encoding,
        encoding_guessed: document.origin.guessed,
        sentences: document.sentences.iter().map(|span| (span.start, span.end)).collect(),
        blocks: document
            .blocks
            .iter()
            .map(|block| BlockOut { kind: block.kind.name(), sentences: ends(&block.sentences) })
            .collect(),
    }
}

fn ends(range: &Range<usize>) -> (usize, usize) {
    (range.start, range.end)
}

/// The edits in their order, white space that means nothing behind them.
fn edits<'a>(comparison: &'a Comparison, review: &'a Review) -> Vec<EditOut<'a>> {
    let seen = comparison.edits.iter().map(|edit| edit_out(comparison, review, edit));
    seen.chain(comparison.spacing.iter().map(|spans| spacing_out(comparison, *spans))).collect()
}

fn edit_out<'a>(comparison: &'a Comparison, review: &'a Review, edit: &'a Edit) -> EditOut<'a> {
    let words = comparison.words(edit);
    let decision = review.decision(edit.id);
    EditOut {
        id: edit.id.to_string(),
        kind: edit.kind.name(),
        bead: Some(edit.bead),
        old: (edit.spans.old.start, edit.spans.old.end),
        new: (edit.spans.new.start, edit.spans.new.end),
        old_text: words.old,
        new_text: words.new,
        class: edit.class.name(),
        flags: edit.flags.iter().map(|flag| FlagOut { kind: flag.kind.name(), reason: &flag.reason }).collect(),
        decision: decision.name(),
        reason: if let Decision::SentBack(reason) = decision { Some(reason) } else { None },
        wording: if let Decision::Reworded(wording) = decision { Some(wording) } else { None },
        comment: review.comment(edit.id),
        hidden: false,
    }
}

fn spacing_out(comparison: &Comparison, spans: Pair<Span>) -> EditOut<'_> {
    EditOut {
        id: format!("spacing-{}-{}", spans.old.start, spans.new.start),
        kind: "replace",
        bead: None,
        old: (spans.old.start, spans.old.end),
        new: (spans.new.start, spans.new.end),
        old_text: spans.old.of(&comparison.documents.old.text),
        new_text: spans.new.of(&comparison.documents.new.text),
        class: "editorial",
        flags: vec![FlagOut { kind: "spacing", reason: "white space only" }],
        decision: "open",
        reason: None,
        wording: None,
        comment: "",
        hidden: true,
    }
}

fn summary(comparison: &Comparison, review: &Review) -> Summary {
    let mut summary = Summary { edits: comparison.edits.len(), ..Summary::default() };
    for edit in &comparison.edits {
        *summary.kinds.entry(edit.kind.name()).or_default() += 1;
        *summary.classes.entry(edit.class.name()).or_default() += 1;
        *summary.decisions.entry(review.decision(edit.id).name()).or_default() += 1;
        let words = comparison.words(edit).map(count);
        if edit.kind == EditKind::Move {
            summary.words.moved += words.new;
        } else {
            summary.words.deleted += words.old;
            summary.words.inserted += words.new;
        }
    }
    summary.words.old = count(&comparison.documents.old.text);
    summary.words.new = count(&comparison.documents.new.text);
    summary
}

fn count(text: &str) -> usize {
    text.split_whitespace().count()
}
