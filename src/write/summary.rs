//! The edits as a Markdown table: number, place, old, new, class, reasons, decision, comment.

use std::io::{self, Write};

use crate::compare::{Comparison, Edit, EditKind};
use crate::document::visible::flowing;
use crate::review::{Decision, Review};

/// Writes the table under a heading, decisions whose edits are gone in a table of their own below.
pub fn write(comparison: &Comparison, review: &Review, mut out: impl Write) -> io::Result<()> {
    writeln!(out, "# {}\n", cell(&super::text::names(comparison)))?;
    writeln!(out, "{}.\n", super::text::tally(comparison, review))?;
    if !comparison.edits.is_empty() {
        writeln!(out, "| no. | place | old | new | class | reasons | decision | comment |")?;
        writeln!(out, "|--:|---|---|---|---|---|---|---|")?;
    }
    for (at, edit) in comparison.edits.iter().enumerate() {
        row(comparison, review, at, edit, &mut out)?;
    }
    orphans(review, out)
}

fn row(comparison: &Comparison, review: &Review, at: usize, edit: &Edit, out: &mut impl Write) -> io::Result<()> {
    let words = comparison.words(edit);
    let reasons: Vec<String> =
        edit.flags.iter().map(|flag| format!("{}: {}", flag.kind.name(), cell(&flag.reason))).collect();
    writeln!(
        out,
        "| {} | {} | {} | {} | {} | {} | {} | {} |",
        at + 1,
        place(comparison, edit),
        words_cell(edit.kind, words.old),
        words_cell(edit.kind, words.new),
        edit.class.name(),
        if reasons.is_empty() { kind(edit.kind).to_owned() } else { reasons.join("; ") },
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
    }
}

/// Where an edit stands: the block of the new wording, of the old one for what was deleted.
fn place(comparison: &Comparison, edit: &Edit) -> String {
    let bead = &comparison.beads[edit.bead];
    let documents = &comparison.documents;
    match (bead.sentences.new.is_empty(), edit.kind) {
        (true, _) => format!("old ¶ {}", documents.old.block_of(bead.sentences.old.start) + 1),
        (false, EditKind::Move) => format!(
            "¶ {}, from old ¶ {}",
            documents.new.block_of(bead.sentences.new.start) + 1,
            documents.old.block_of(bead.sentences.old.start) + 1
        ),
        (false, _) => format!("¶ {}", documents.new.block_of(bead.sentences.new.start) + 1),
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
    writeln!(out, "\nDecisions whose edits are gone:\n\n| old | new | decision | comment |\n|---|---|---|---|")?;
    for entry in review.orphans.values() {
        let quote = entry.quote.as_ref().map(|words| cell(words.trim()));
        writeln!(out, "| {} | {} | {} | {} |", quote.old, quote.new, decision(&entry.decision), cell(&entry.comment))?;
    }
    Ok(())
}

/// Words as they stand in a cell: on one line, and with nothing in them that Markdown or HTML would act on.
fn cell(words: &str) -> String {
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
