//! Renumberings, a line each in place of all their edits.

use std::collections::BTreeMap;
use std::io::{self, Write};

use super::summary::cell;
use crate::compare::Comparison;
use crate::compare::numbering::Renumbering;
use crate::review::numbering::misfit;
use crate::review::remarks::{line, stray_remarks};
use crate::review::settle::Open;
use crate::review::{Decision, Review};

/// Whether all that is to be said of an edit stands in the line of its renumbering.
pub fn is_told(comparison: &Comparison, review: &Review, edit: usize) -> bool {
    let id = comparison.edits[edit].id;
    let is_plain = || matches!(review.decision(id), Decision::Open | Decision::Accepted | Decision::Rejected);
    comparison.numbering.of(edit).is_some() && is_plain() && review.comment(id).is_empty()
}

/// The lines of the marked text.
pub fn lines(comparison: &Comparison, review: &Review, out: &mut impl Write) -> io::Result<()> {
    if !comparison.numbering.all.is_empty() {
        out.write_all(b"\nRenumbered:\n")?;
    }
    for renumbering in &comparison.numbering.all {
        let decided = decided(comparison, review, renumbering);
        let decided = if decided.is_empty() { decided } else { format!("; {decided}") };
        writeln!(out, "    {}{decided}: {}", line(comparison, review, renumbering), numbers(renumbering))?;
        let misfit = misfit(comparison, review, renumbering, Open::New);
        for remark in stray_remarks(comparison, review, renumbering).into_iter().chain(misfit) {
            writeln!(out, "        {remark}")?;
        }
    }
    Ok(())
}

/// The table of the summary.
pub fn table(comparison: &Comparison, review: &Review, out: &mut impl Write) -> io::Result<()> {
    if !comparison.numbering.all.is_empty() {
        writeln!(out, "\n## Renumbered\n\n| what | nos. | decision | does not follow |\n|---|---|---|---|")?;
    }
    comparison.numbering.all.iter().try_for_each(|renumbering| {
        let strays = stray_remarks(comparison, review, renumbering).join("; ");
        let misfit = misfit(comparison, review, renumbering, Open::New);
        let decided = decided(comparison, review, renumbering);
        let decided = if decided.is_empty() { Decision::Open.name().to_owned() } else { decided };
        let decided = [decided].into_iter().chain(misfit.map(|said| cell(&said))).collect::<Vec<_>>().join("; ");
        let line = cell(&line(comparison, review, renumbering));
        writeln!(out, "| {line} | {} | {decided} | {} |", numbers(renumbering), cell(&strays))
    })
}

/// The numbers of its edits.
fn numbers(renumbering: &Renumbering) -> String {
    renumbering.edits.iter().map(|edit| (edit + 1).to_string()).collect::<Vec<_>>().join(", ")
}

/// How its edits were decided: `13 accepted, 1 open`; nothing while all are open.
fn decided(comparison: &Comparison, review: &Review, renumbering: &Renumbering) -> String {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for edit in &renumbering.edits {
        *counts.entry(review.decision(comparison.edits[*edit].id).name()).or_default() += 1;
    }
    let all_open = counts.get(Decision::Open.name()) == Some(&renumbering.edits.len());
    let said = counts.iter().filter(|_| !all_open).map(|(name, count)| format!("{count} {name}"));
    said.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::compare;
    use crate::document::Pair;
    use crate::read::{Options, read};
    use crate::review::Entry;
    use crate::write::{json, summary, text};

    #[test]
    fn a_reference_that_is_right_is_told_nowhere() {
        let body = "## Article 1. Seat\n\nThe office is at Essel.\n\n## Article 2. Accounts\n\nTwo auditors meet every spring.\n\n";
        let article = "## Article 2. Fees\n\nWhoever lands a boat pays a fee.\n\n";
        let old = format!("{body}## Article 3. Term\n\nIt ends as Article 2 says.\n");
        let new = body.replace("## Article 2", &format!("{article}## Article 3"))
            + "## Article 4. Term\n\nIt ends as Article 2 says.\n";
        let document = |text: &str| read("a.md", text.as_bytes(), &Options::default()).expect("a text");
        let comparison = compare(Pair::of(document(&old), document(&new)));
        let mut review = Review::default();
        let written = |review: &Review| {
            let mut out = Vec::new();
            text::write(&comparison, review, &mut out).expect("memory");
            summary::write(&comparison, review, &mut out).expect("memory");
            json::write(&comparison, review, &mut out).expect("memory");
            String::from_utf8(out).expect("a text")
        };
        let told = written(&review);
        assert_eq!(told.matches("Article 2 is now 3").count(), 4, "{told}");
        assert_eq!(told.matches("1 reference does not follow").count(), 3, "{told}");
        for edit in &comparison.edits {
            review.entries.insert(edit.id, Entry { decision: Decision::Rejected, ..Entry::default() });
        }
        let told = written(&review);
        assert!(!told.contains("is now") && !told.contains("1 reference") && told.contains("\"strays\":[]"), "{told}");
    }
}
