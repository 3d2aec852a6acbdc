//! The edits as a Markdown table: number, place, old, new, class, reasons, decision, comment. Of a translation it is the reviewer's report:
//! source, translation, finding.

use std::io::{self, Write};

use super::renumbered;
use crate::compare::{Comparison, Edit, EditKind, Mode};
use crate::document::Side;
use crate::document::visible::flowing;
use crate::review::{Decision, Review};

/// Writes the table under a heading; edits inside moves and decisions whose edits are gone in tables of their own below.
pub fn write(comparison: &Comparison, review: &Review, mut out: impl Write) -> io::Result<()> {
    writeln!(out, "# {}\n", cell(&super::text::names(comparison)))?;
    writeln!(out, "{}.", super::text::tally(comparison, review))?;
    let shown = (0..comparison.edits.len()).filter(|edit| !renumbered::is_told(comparison, review, *edit));
    let (inside, outside): (Vec<usize>, Vec<usize>) = shown.partition(|edit| comparison.inside(*edit).is_some());
    table(comparison, review, &outside, &mut out)?;
    if !inside.is_empty() {
        writeln!(out, "\n## Inside moves")?;
        table(comparison, review, &inside, &mut out)?;
    }
    renumbered::table(comparison, review, &mut out)?;
    groups(comparison, review, &mut out)?;
    orphans(review, out)
}

/// Edits that are the same in several places, and the places that they may have missed.
fn groups(comparison: &Comparison, review: &Review, out: &mut impl Write) -> io::Result<()> {
    let groups = &comparison.groups.all;
    if !groups.is_empty() {
        writeln!(out, "\n## The same edit in several places\n\n| edit | nos. | may have missed |\n|---|---|---|")?;
    }
    groups.iter().try_for_each(|group| {
        let edits: Vec<String> = group.edits.iter().map(|edit| (edit + 1).to_string()).collect();
        let missed = super::text::missed(comparison, review, group).into_iter();
        let missed: Vec<String> = missed.chain(super::text::decided_strays(comparison, review, group)).collect();
        let missed = missed.join("; ");
        writeln!(out, "| {} | {} | {} |", cell(&comparison.group_remark(group)), edits.join(", "), cell(&missed))
    })
}

fn table(comparison: &Comparison, review: &Review, edits: &[usize], out: &mut impl Write) -> io::Result<()> {
    if !edits.is_empty() {
        let columns = match comparison.mode {
            Mode::Revision => "old | new | class | reasons",
            Mode::Translation => "source | translation | class | finding",
        };
        writeln!(out, "\n| no. | place | {columns} | decision | comment |")?;
        writeln!(out, "|--:|---|---|---|---|---|---|---|")?;
    }
    edits.iter().try_for_each(|edit| row(comparison, review, *edit, out))
}

fn row(comparison: &Comparison, review: &Review, at: usize, out: &mut impl Write) -> io::Result<()> {
    let edit = &comparison.edits[at];
    let words = comparison.words(edit);
    let flags = edit.flags.iter().map(|flag| format!("{}: {}", flag.kind.name(), cell(&flag.reason)));
    let is_plain = edit.flags.is_empty() && !kind(edit.kind).is_empty();
    let kind = is_plain.then(|| kind(edit.kind).to_owned());
    let reasons: Vec<String> = kind.into_iter().chain(flags).chain(comparison.inner_remark(at)).collect();
    writeln!(
        out,
        "| {} | {} | {} | {} | {} | {} | {} | {} |",
        at + 1,
        place(comparison, edit),
        words_cell(edit.kind, words.old),
        words_cell(edit.kind, words.new),
        edit.class.name(),
        reasons.join("; "),
        decision(review.decision(edit.id)),
        cell(review.comment(edit.id)),
    )
}

/// What an edit without a reason is.
const fn kind(kind: EditKind) -> &'static str {
    match kind {
        EditKind::Insert | EditKind::Delete | EditKind::Replace => "",
        EditKind::Move => "moved",
        EditKind::Split => "paragraph split",
        EditKind::Merge => "paragraphs merged",
        EditKind::Own => "taken up by the reviewer",
    }
}

/// Where an edit stands: the block of the new wording, of the old one for what was deleted.
fn place(comparison: &Comparison, edit: &Edit) -> String {
    let bead = &comparison.beads[edit.bead];
    let documents = &comparison.documents;
    let of = |side: Side| cell(&comparison.place(side, documents[side].block_of(bead.sentences[side].start)));
    match (bead.sentences.new.is_empty(), edit.kind) {
        (true, _) => of(Side::Old),
        (false, EditKind::Move) => format!("{}, from {}", of(Side::New), of(Side::Old)),
        (false, _) => of(Side::New),
    }
}

fn words_cell(kind: EditKind, words: &str) -> String {
    if matches!(kind, EditKind::Split | EditKind::Merge) {
        return String::new();
    }
    cell(words.trim())
}

fn decision(decision: &Decision) -> String {
    match decision {
        Decision::Reworded(words) => format!("reworded: {}", cell(words)),
        Decision::SentBack(reason) => format!("sent back: {}", cell(reason)),
        other => other.name().to_owned(),
    }
}

fn orphans(review: &Review, mut out: impl Write) -> io::Result<()> {
    if review.orphans.is_empty() {
        return Ok(());
    }
    writeln!(out, "\n## Decisions whose edits are gone\n\n| old | new | decision | comment |\n|---|---|---|---|")?;
    for entry in review.orphans.values() {
        let quote = entry.quote.as_ref().map(|words| cell(words.trim()));
        writeln!(out, "| {} | {} | {} | {} |", quote.old, quote.new, decision(&entry.decision), cell(&entry.comment))?;
    }
    Ok(())
}

/// Words as they stand in a cell: on one line, and with nothing in them that Markdown or HTML would act on.
pub fn cell(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len());
    for letter in flowing(words).chars() {
        if is_live(letter) {
            escaped.push('\\');
        }
        escaped.push(letter);
    }
    escaped
}

/// Signs that Markdown acts on within a line.
const fn is_live(letter: char) -> bool {
    matches!(letter, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '!' | '#' | '@' | ':')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_dead_text() {
        assert_eq!(cell("a | b\n<b>c</b> [x](http://y)"), "a \\| b \\<b\\>c\\</b\\> \\[x\\](http\\://y)");
        assert_eq!(cell("\u{1b}[31m"), "␛\\[31m");
    }
}
