//! The JSON of a comparison, schema version 1: sorted, no clock, the same bytes every time.

use std::collections::BTreeMap;
use std::io::{self, BufWriter, Write};

use serde::{Serialize, Serializer};

use crate::compare::groups::Group;
use crate::compare::numbering::Renumbering;
use crate::compare::strays::Stray;
use crate::compare::{Bead, Comparison, Edit, EditId, EditKind};
use crate::document::{Block, Document, Pair, Span};
use crate::review::{Decision, Review, remarks};

/// Writes the comparison; all offsets are bytes of the UTF-8 text as read.
pub fn write(comparison: &Comparison, review: &Review, out: impl Write) -> io::Result<()> {
    // Numbers and marks come one by one: they are gathered here, where it costs no call.
    let mut out = BufWriter::with_capacity(1 << 16, out);
    let seen = || comparison.edits.iter().map(|edit| edit_out(comparison, review, edit));
    let spacing = || comparison.spacing.iter().map(|spans| spacing_out(comparison, *spans));
    let report = Report {
        redraft: 1,
        mode: comparison.mode.name(),
        old: side(&comparison.documents.old),
        new: side(&comparison.documents.new),
        beads: Row(|| comparison.beads.iter().map(bead)),
        // White space that means nothing stands behind the edits.
        edits: Row(|| seen().chain(spacing())),
        groups: Row(|| comparison.groups.all.iter().map(|group| group_out(comparison, review, group))),
        renumbered: Row(|| comparison.numbering.all.iter().map(|one| renumbering_out(comparison, review, one))),
        strays: remarks::strays(comparison, review)
            .into_iter()
            .map(|stray| decided(comparison, review, stray))
            .collect(),
        summary: summary(comparison, review),
        notes: comparison.notes().collect(),
    };
    serde_json::to_writer(&mut out, &report)?;
    out.write_all(b"\n")?;
    out.flush()
}

/// A row that is made while it is written.
struct Row<F>(F);

impl<I: IntoIterator<Item: Serialize>, F: Fn() -> I> Serialize for Row<F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0())
    }
}

#[derive(Serialize)]
struct Report<'a, Old, New, Beads, Edits, Groups, Renumbered> {
    redraft: u32,
    mode: &'static str,
    old: Old,
    new: New,
    beads: Beads,
    edits: Edits,
    groups: Groups,
    renumbered: Renumbered,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    strays: Vec<DecidedStray<'a>>,
    summary: Summary,
    /// What is to be said of the files: what was left out, taken for something or chosen in reading them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    notes: Vec<&'a str>,
}

#[derive(Serialize)]
struct SideOut<'a, Sentences, Blocks> {
    name: &'a str,
    language: Option<&'static str>,
    encoding: &'static str,
    encoding_guessed: bool,
    sentences: Sentences,
    blocks: Blocks,
}

#[derive(Serialize)]
struct BlockOut {
    kind: &'static str,
    sentences: (usize, usize),
}

#[derive(Serialize)]
struct BeadOut<Old, New> {
    old: Old,
    new: New,
    moved: bool,
}

#[derive(Serialize)]
struct EditOut<'a> {
    id: IdOut,
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

/// What an edit is known by; white space by its places.
enum IdOut {
    Edit(EditId),
    Spacing(Pair<Span>),
}

impl Serialize for IdOut {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Edit(id) => serializer.collect_str(id),
            Self::Spacing(at) => serializer.collect_str(&format_args!("spacing-{}-{}", at.old.start, at.new.start)),
        }
    }
}

#[derive(Serialize)]
struct FlagOut<'a> {
    kind: &'static str,
    reason: &'a str,
}

/// Edits that are the same in several places, by their ids, and the places of the new wording that they may have missed.
#[derive(Serialize)]
struct GroupOut<Edits, Missed> {
    edits: Edits,
    missed: Missed,
}

/// Numbers that changed together, the edits that carry it and those that it follows from by their ids, and the places of the new
/// wording that do not follow.
#[derive(Serialize)]
struct RenumberingOut<Edits, Causes, Strays> {
    line: String,
    edits: Edits,
    causes: Causes,
    references: usize,
    strays: Strays,
}

#[derive(Serialize)]
struct StrayOut {
    place: (usize, usize),
    reason: String,
}

/// A place that stands unchanged though edits elsewhere changed the same, or what it refers to; why, the words that would follow, and what
/// was decided on it.
#[derive(Serialize)]
struct DecidedStray<'a> {
    id: IdOut,
    place: (usize, usize),
    text: &'a str,
    why: &'a str,
    follows: &'a str,
    decision: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    wording: Option<&'a str>,
    comment: &'a str,
}

#[derive(Default, Serialize)]
struct Summary {
    edits: usize,
    kinds: BTreeMap<&'static str, usize>,
    classes: BTreeMap<&'static str, usize>,
    decisions: BTreeMap<&'static str, usize>,
    inside_moves: usize,
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

fn side(document: &Document) -> impl Serialize {
    SideOut {
        name: &document.name,
        language: document.language,
        encoding: document.origin.encoding,
        encoding_guessed: document.origin.guessed,
        sentences: Row(|| document.sentences.iter().map(|span| (span.start, span.end))),
        blocks: Row(|| document.blocks.iter().map(block)),
    }
}

fn bead(bead: &Bead) -> impl Serialize {
    BeadOut {
        old: Row(|| bead.sentences.old.clone()),
        new: Row(|| bead.sentences.new.clone()),
        moved: bead.moved.is_some(),
    }
}

fn block(block: &Block) -> BlockOut {
    BlockOut { kind: block.kind.name(), sentences: (block.sentences.start, block.sentences.end) }
}

fn edit_out<'a>(comparison: &'a Comparison, review: &'a Review, edit: &'a Edit) -> EditOut<'a> {
    let words = comparison.words(edit);
    let decision = review.decision(edit.id);
    EditOut {
        id: IdOut::Edit(edit.id),
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

fn decided<'a>(comparison: &'a Comparison, review: &'a Review, stray: &'a Stray) -> DecidedStray<'a> {
    let decision = review.decision(stray.id);
    DecidedStray {
        id: IdOut::Edit(stray.id),
        place: (stray.place.start, stray.place.end),
        text: stray.place.of(&comparison.documents.new.text),
        why: &stray.reason,
        follows: &stray.follows,
        decision: decision.name(),
        reason: if let Decision::SentBack(reason) = decision { Some(reason) } else { None },
        wording: if let Decision::Reworded(wording) = decision { Some(wording) } else { None },
        comment: review.comment(stray.id),
    }
}

fn spacing_out(comparison: &Comparison, spans: Pair<Span>) -> EditOut<'_> {
    EditOut {
        id: IdOut::Spacing(spans),
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

fn group_out(comparison: &Comparison, review: &Review, group: &Group) -> impl Serialize {
    GroupOut {
        edits: Row(|| group.edits.iter().map(|edit| comparison.edits[*edit].id.to_string())),
        missed: Row(|| remarks::missed(comparison, review, group).iter().map(|place| (place.start, place.end))),
    }
}

fn renumbering_out(comparison: &Comparison, review: &Review, renumbering: &Renumbering) -> impl Serialize {
    let stray = |stray: &Stray| StrayOut { place: (stray.place.start, stray.place.end), reason: stray.reason.clone() };
    RenumberingOut {
        line: remarks::line(comparison, review, renumbering),
        edits: Row(|| renumbering.edits.iter().map(|edit| comparison.edits[*edit].id.to_string())),
        causes: Row(|| renumbering.causes.iter().map(|edit| comparison.edits[*edit].id.to_string())),
        references: renumbering.references,
        strays: Row(move || remarks::references(comparison, review, renumbering).map(stray)),
    }
}

fn summary(comparison: &Comparison, review: &Review) -> Summary {
    let mut summary = Summary { edits: comparison.edits.len(), ..Summary::default() };
    summary.inside_moves = (0..comparison.edits.len()).filter(|edit| comparison.inside(*edit).is_some()).count();
    for edit in &comparison.edits {
        *summary.kinds.entry(edit.kind.name()).or_default() += 1;
        *summary.classes.entry(edit.class.name()).or_default() += 1;
        *summary.decisions.entry(review.decision(edit.id).name()).or_default() += 1;
        let words = comparison.words(edit).map(count);
        match edit.kind {
            EditKind::Move => summary.words.moved += words.new,
            EditKind::Own => {}
            _ => {
                summary.words.deleted += words.old;
                summary.words.inserted += words.new;
            }
        }
    }
    summary.words.old = count(&comparison.documents.old.text);
    summary.words.new = count(&comparison.documents.new.text);
    summary
}

/// How many words stand between white space (ASCII). Rows of 255 bytes are counted in one byte each, many at a time.
fn count(text: &str) -> usize {
    let is_word = |byte: u8| byte > b' ';
    let bytes = text.as_bytes();
    let first = bytes.first().is_some_and(|byte| is_word(*byte));
    let begins = |(before, byte): (&u8, &u8)| u8::from(!is_word(*before) & is_word(*byte));
    let rows = bytes.chunks(255).zip(bytes.get(1..).unwrap_or(&[]).chunks(255));
    rows.map(|(before, row)| usize::from(before.iter().zip(row).map(begins).sum::<u8>())).sum::<usize>()
        + usize::from(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_counted() {
        for (text, words) in [("", 0), (" ", 0), ("a", 1), (" one  two\nthree ", 3), (&"ab c ".repeat(300), 600)] {
            assert_eq!(count(text), words, "{text:?}");
        }
    }
}
