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
    let out = &mut BufWriter::with_capacity(1 << 16, out);
    put(out, r#"{"redraft":1,"mode":"#, comparison.mode.name())?;
    side(out, r#","old":"#, &comparison.documents.old)?;
    side(out, r#","new":"#, &comparison.documents.new)?;
    each(out, r#","beads":"#, &comparison.beads, bead)?;
    let seen = || comparison.edits.iter().map(|edit| edit_out(comparison, review, edit));
    let spacing = || comparison.spacing.iter().map(|spans| spacing_out(comparison, *spans));
    // White space that means nothing stands behind the edits.
    put(out, r#","edits":"#, &Row(|| seen().chain(spacing())))?;
    let groups = || comparison.groups.all.iter().map(|group| group_out(comparison, review, group));
    put(out, r#","groups":"#, &Row(groups))?;
    let renumbered = || comparison.numbering.all.iter().map(|one| renumbering_out(comparison, review, one));
    put(out, r#","renumbered":"#, &Row(renumbered))?;
    let strays = remarks::strays(comparison, review);
    if !strays.is_empty() {
        put(out, r#","strays":"#, &Row(|| strays.iter().map(|stray| decided(comparison, review, stray))))?;
    }
    put(out, r#","summary":"#, &summary(comparison, review))?;
    // What is to be said of the files: what was left out, taken for something or chosen in reading them.
    if comparison.notes().next().is_some() {
        put(out, r#","notes":"#, &Row(|| comparison.notes()))?;
    }
    out.write_all(b"}\n")?;
    out.flush()
}

/// Writes a value behind what stands before it.
fn put(out: &mut impl Write, before: &str, value: &(impl Serialize + ?Sized)) -> io::Result<()> {
    out.write_all(before.as_bytes())?;
    Ok(serde_json::to_writer(out, value)?)
}

/// Writes a row of what there is so much of that its names are written as they are.
fn each<W: Write, T>(
    out: &mut W,
    before: &str,
    all: &[T],
    one: impl Fn(&mut W, &T) -> io::Result<()>,
) -> io::Result<()> {
    out.write_all(before.as_bytes())?;
    out.write_all(b"[")?;
    for (at, item) in all.iter().enumerate() {
        if at > 0 {
            out.write_all(b",")?;
        }
        one(out, item)?;
    }
    out.write_all(b"]")
}

/// A row that is made while it is written.
struct Row<F>(F);

impl<I: IntoIterator<Item: Serialize>, F: Fn() -> I> Serialize for Row<F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0())
    }
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

fn side(out: &mut impl Write, before: &str, document: &Document) -> io::Result<()> {
    out.write_all(before.as_bytes())?;
    put(out, r#"{"name":"#, &document.name)?;
    put(out, r#","language":"#, &document.language)?;
    put(out, r#","encoding":"#, document.origin.encoding)?;
    put(out, r#","encoding_guessed":"#, &document.origin.guessed)?;
    put(out, r#","sentences":"#, &Row(|| document.sentences.iter().map(|span| (span.start, span.end))))?;
    each(out, r#","blocks":"#, &document.blocks, block)?;
    out.write_all(b"}")
}

fn block(out: &mut impl Write, block: &Block) -> io::Result<()> {
    put(out, r#"{"kind":"#, block.kind.name())?;
    put(out, r#","sentences":"#, &(block.sentences.start, block.sentences.end))?;
    out.write_all(b"}")
}

fn bead(out: &mut impl Write, bead: &Bead) -> io::Result<()> {
    put(out, r#"{"old":"#, &Row(|| bead.sentences.old.clone()))?;
    put(out, r#","new":"#, &Row(|| bead.sentences.new.clone()))?;
    put(out, r#","moved":"#, &bead.moved.is_some())?;
    out.write_all(b"}")
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
    let is_broken = comparison.is_broken_word(spans);
    let reason = if is_broken { "a word broken over two lines" } else { "white space only" };
    EditOut {
        id: IdOut::Spacing(spans),
        kind: "replace",
        bead: None,
        old: (spans.old.start, spans.old.end),
        new: (spans.new.start, spans.new.end),
        old_text: spans.old.of(&comparison.documents.old.text),
        new_text: spans.new.of(&comparison.documents.new.text),
        class: "editorial",
        flags: vec![FlagOut { kind: "spacing", reason }],
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
