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
    let flags = edit.flags.iter().map(|flag| format!("{}: {}", flag.kind.name(), cell(&flag.reason)));
    let is_plain = edit.flags.is_empty() && !kind(edit.kind).is_empty();
    let kind = is_plain.then(|| kind(edit.kind).to_owned());
    let reasons: Vec<String> = kind.into_iter().chain(flags).chain(comparison.inner_remark(at)).collect();
    writeln!(
        out,
        "| {} | {} | {} | {} | {} | {} | {} | {} |",
        at + 1,
        place(comparison, edit),
        words_cell(comparison, edit, Side::Old),
        words_cell(comparison, edit, Side::New),
        edit.class.name(),
        reasons.join("; "),
        decision(review.decision(edit.id)),
        cell(review.comment(edit.id)),
    )
}

/// What an edit without a reason is.
const fn kind(kind: EditKind) -> &'static str {
    match kind {
        EditKind::Insert | EditKind::Delete | EditKind::Replace | EditKind::Level => "",
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

/// The words of an edit, with a sign where a paragraph begins among them.
fn words_cell(comparison: &Comparison, edit: &Edit, side: Side) -> String {
    if matches!(edit.kind, EditKind::Split | EditKind::Merge | EditKind::Level) {
        return String::new();
    }
    let document = &comparison.documents[side];
    let words = document.parted(edit.spans[side]).map(|words| cell(words.of(&document.text)));
    words.collect::<Vec<_>>().join(" ¶ ")
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
    writeln!(
        out,
        "\n## Decisions whose edits are gone\n\n| last place | old | new | decision | comment |\n|---|---|---|---|---|"
    )?;
    for entry in review.orphans.values() {
        let quote = entry.quote.as_ref().map(|words| cell(words.trim()));
        let (place, comment) = (cell(&entry.place), cell(&entry.comment));
        writeln!(out, "| {place} | {} | {} | {} | {comment} |", quote.old, quote.new, decision(&entry.decision))?;
    }
    Ok(())
}

/// Words as they stand in a cell: on one line, and with nothing in them that Markdown or HTML would act on.
pub fn cell(words: &str) -> String {
    let words = flowing(words);
    let mut escaped = String::with_capacity(words.len());
    for (at, letter) in words.char_indices() {
        if is_live(letter) || makes_link(&words[..at], letter, &words[at + letter.len_utf8()..]) {
            escaped.push('\\');
        }
        escaped.push(letter);
    }
    escaped
}

/// Signs that Markdown acts on within a line.
const fn is_live(letter: char) -> bool {
    matches!(letter, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '!' | '#')
}

/// Whether a link may begin behind a character.
fn begins_link(letter: char) -> bool {
    letter.is_whitespace() || "(*_~".contains(letter)
}

/// Whether a sign makes a link of what stands around it, as readers of Markdown on the web do: `https://`, `mailto:`, `www.`, `a@b`.
fn makes_link(before: &str, sign: char, behind: &str) -> bool {
    let rest = |word: &str| {
        let start = before.len().checked_sub(word.len())?;
        let found = before.get(start..)?;
        found.eq_ignore_ascii_case(word).then(|| &before[..start])
    };
    let ends = |word: &str| rest(word).is_some_and(|rest| !rest.ends_with(char::is_alphanumeric));
    match sign {
        ':' => behind.starts_with("//") || ends("mailto") || ends("xmpp"),
        '.' => rest("www").is_some_and(|rest| rest.is_empty() || rest.ends_with(begins_link)),
        '@' => {
            before.ends_with(|letter: char| letter.is_alphanumeric() || ".-_+".contains(letter))
                && behind.starts_with(char::is_alphanumeric)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_dead_text() {
        assert_eq!(cell("a | b\n<b>c</b> [x](http://y)"), "a \\| b \\<b\\>c\\</b\\> \\[x\\](http\\://y)");
        assert_eq!(cell("\u{1b}[31m"), "␛\\[31m");
        assert_eq!(cell("see www.x.org, MAILTO:a.b@x.org"), "see www\\.x.org, MAILTO\\:a.b\\@x.org");
        assert_eq!(cell(&"é".repeat(200_000)).len(), 400_000);
    }

    #[test]
    fn what_makes_no_link_is_left_readable() {
        for words in ["Note: at 10:30, 3 apples @ 2.50 each", "sent @ noon; x@ y", "awww. No.", "Art. 3(1): “so”"] {
            assert_eq!(cell(words), words);
        }
    }
}
