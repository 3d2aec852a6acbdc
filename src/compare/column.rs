//! Columns of a table that came or went: a cell in each row, which stand or fall together, or the rest is no table any more.

use std::collections::BTreeSet;
use std::ops::Range;

use super::table::{are_lines, is_below, is_line};
use super::{Comparison, Edit, EditKind, Mode};
use crate::document::Side;

/// A cell that came or went with one of its bars.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Cell {
    /// The side that has it.
    side: Side,
    /// How many cells stand before it in its row.
    at: usize,
    /// How many cells came or went at once.
    width: usize,
}

impl Comparison {
    /// The edits by which a column came or went, in order, if this edit is one of several; none if it is not.
    pub fn column(&self, edit: usize) -> Vec<usize> {
        let Some(cell) = self.edits.get(edit).and_then(|edit| self.cell(edit)) else { return Vec::new() };
        let rows = self.table(cell.side, edit);
        let is_near = |other: &usize| self.block(cell.side, *other).is_some_and(|block| rows.contains(&block));
        let first = (0..edit).rev().take_while(is_near).last().unwrap_or(edit);
        let edits = (first..self.edits.len()).take_while(is_near);
        let column: Vec<usize> = edits.filter(|other| self.cell(&self.edits[*other]) == Some(cell)).collect();
        if column.len() > 1 { column } else { Vec::new() }
    }

    /// The edits of all columns that some edits are of.
    pub fn columns(&self, edits: &[usize]) -> BTreeSet<usize> {
        let mut cells = BTreeSet::new();
        for edit in edits {
            if !cells.contains(edit) {
                cells.extend(self.column(*edit));
            }
        }
        cells
    }

    /// The cell that an edit is.
    fn cell(&self, edit: &Edit) -> Option<Cell> {
        let side = match edit.kind {
            EditKind::Insert => Side::New,
            EditKind::Delete => Side::Old,
            _ => return None,
        };
        let document = &self.documents[side];
        let words = edit.spans[side].of(&document.text).trim();
        // Most edits are told by this from a cell.
        if self.mode != Mode::Revision || !words.starts_with('|') && !words.ends_with('|') || words.ends_with("\\|") {
            return None;
        }
        let are_rows = are_lines(self.documents.as_ref(), &self.beads[edit.bead]);
        let row = self.bead_span(edit.bead)[side];
        let before = document.text.get(row.start..edit.spans[side].start)?;
        let row = row.of(&document.text);
        // A cell has the bar behind it, and the one before it only where none stands at the end of the row.
        let at =
            bars(before) + usize::from(!row.ends_with('|')) - usize::from(!before.is_empty() && row.starts_with('|'));
        are_rows.then(|| Cell { side, at, width: bars(words) })
    }

    /// The rows of the table, as blocks of a side, in which an edit stands.
    fn table(&self, side: Side, edit: usize) -> Range<usize> {
        let document = &self.documents[side];
        let Some(own) = self.block(side, edit) else { return 0..0 };
        let is_line =
            |at: &usize| document.blocks.get(*at).is_some_and(|block| is_line(document, block.sentences.start));
        let first = (0..own).rev().take_while(|at| is_below(document, at + 1) && is_line(at)).last().unwrap_or(own);
        let goes_on = |at: &usize| is_below(document, *at) && is_line(at);
        let behind = (own + 1..document.blocks.len()).take_while(goes_on).last().unwrap_or(own);
        first..behind + 1
    }

    /// The block of a side in which an edit stands.
    fn block(&self, side: Side, edit: usize) -> Option<usize> {
        let sentences = &self.beads.get(self.edits.get(edit)?.bead)?.sentences[side];
        (!sentences.is_empty()).then(|| self.documents[side].block_of(sentences.start))
    }
}

/// The bars in some words of a row, without those that are words themselves.
fn bars(words: &str) -> usize {
    words.matches('|').count() - words.matches("\\|").count()
}

#[cfg(test)]
mod tests {
    use crate::compare::compare;
    use crate::document::Pair;
    use crate::read::{Options, read};

    const OLD: &str =
        "| Service | Price |\n|---|---|\n| Survey | 300 |\n| Report | 450 |\n\nIt is due.\n\n| a | b |\n|:--|---|\n";

    /// The columns of all edits, each once, as their words.
    #[track_caller]
    fn check(old: &str, new: &str, expected: &[&[&str]]) {
        let document = |text: &str| read("a.md", text.as_bytes(), &Options::default()).expect("a text");
        let comparison = compare(Pair::of(document(old), document(new)));
        let mut columns: Vec<Vec<usize>> = (0..comparison.edits.len()).map(|edit| comparison.column(edit)).collect();
        columns.retain(|column| !column.is_empty());
        columns.sort();
        columns.dedup();
        let words = |edit: &usize| {
            let words = comparison.words(&comparison.edits[*edit]);
            [words.old, words.new].concat().trim().to_owned()
        };
        let columns: Vec<Vec<String>> = columns.iter().map(|column| column.iter().map(words).collect()).collect();
        assert_eq!(columns, expected, "{:#?}", comparison.edits);
    }

    #[test]
    fn the_cells_of_a_column_belong_together() {
        let new = "| Service | Price | Days |\n|---|---|---|\n| Survey | 300 | 5 |\n| Report | 480 | 10 |\n\nIt is due.\n\n\
            | a | b |\n|:--|---|\n";
        check(OLD, new, &[&["Days |", "---|", "5 |", "10 |"]]);
        check(new, OLD, &[&["Days |", "---|", "5 |", "10 |"]]);
        let both = new.replace("| a | b |\n|:--|---|", "| a | b | e |\n|:--|---|--:|");
        check(OLD, &both, &[&["Days |", "---|", "5 |", "10 |"], &["e |", "--:|"]]);
    }

    #[test]
    fn a_column_in_the_middle_goes_with_its_part_of_the_line_below_the_head() {
        let new = "| Service | Days | Price |\n|---|---|---|\n| Survey | 5 | 300 |\n| Report | 450 | 450 |\n\nIt is due.\n\n\
            | a | b |\n|:--|---|\n";
        check(OLD, new, &[&["Days |", "---|", "5 |", "450 |"]]);
        check(new, OLD, &[&["Days |", "---|", "5 |", "450 |"]]);
        let first = new.replace("| Service |", "| No. | Service |").replace("|---|\n", "|--:|---|\n");
        let first = first.replace("| Survey |", "| 1 | Survey |").replace("| Report |", "| 2 | Report |");
        let days: &[&str] = &["Days |", "--:|", "5 |", "450 |"];
        check(OLD, &first, &[&["No. |", "---|", "1 |", "2 |"], days]);
        check(&first, OLD, &[&["No. |", "---|", "1 |", "2 |"], days]);
        let empty = new.replace("| 5 |", "| |");
        check(OLD, &empty, &[&["Days |", "---|", "|", "450 |"]]);
        check("a | b\n--|--\n1 | 2\n", "a | c | b\n--|--|--\n1 | | 2\n", &[&["c |", "--|", "|"]]);
        check("a | b\n--|--\n1 | 2\n", "a | b | c\n--|--|--\n1 | 2 | 3\n", &[&["| c", "|--", "| 3"]]);
    }

    #[test]
    fn tables_that_stand_one_below_another_have_columns_of_their_own() {
        let old = "| S | P |\n|---|---|\n| x | 300 |\n\n| A | B |\n|---|---|\n| y | 7 |\n";
        let new =
            "| S | P | Days |\n|---|---|---|\n| x | 300 | 5 |\n\n| A | B | Cost |\n|---|---|---|\n| y | 7 | 9 |\n";
        check(old, new, &[&["Days |", "---|", "5 |"], &["Cost |", "---|", "9 |"]]);
        let drawn = |text: &str| text.replace("\n\n", "\n\n---\n\n");
        check(&drawn(old), &drawn(new), &[&["Days |", "---|", "5 |"], &["Cost |", "---|", "9 |"]]);
    }

    #[test]
    fn what_is_no_column_stands_alone() {
        check(OLD, &OLD.replace("300", "350").replace("450", "480"), &[]);
        check(OLD, &OLD.replace("| 300 |", "| 300 | 5 |"), &[]);
        check(OLD, &OLD.replace("| Report | 450 |\n", "| Report | 450 |\n| Hearing | 600 |\n"), &[]);
        check("It is a or b.\n\nIt is c.\n", "It is a | or b.\n\nIt is | c.\n", &[]);
    }
}
