//! Which columns of two tables belong together: one answer for all rows that have as many cells, so that a column comes or goes as one.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::Bead;
use super::cells::{Columns, Row, is_rule, partners, units_of_row};
use super::words::words;
use crate::document::{BlockKind, Document, Pair, Side, Span, tokens};

/// So many rows of a table tell which columns belong together.
const ROWS: usize = 100;

/// The table that was looked at last.
#[derive(Default)]
pub struct Table {
    /// Its beads.
    beads: Range<usize>,
    /// Its columns that belong together, by how many cells the rows of both sides have.
    columns: FxHashMap<(usize, usize), Columns>,
}

impl Table {
    /// The columns that belong together if a bead is a row of a table on both sides, or the line below its head; none are named where the
    /// rows have as many cells.
    pub fn columns(&mut self, documents: Pair<&Document>, beads: &[Bead], bead: usize) -> Option<Columns> {
        let lines = lines(documents, &beads[bead])?;
        let bars = lines.map(|line| line.matches('|').count());
        if bars.old == bars.new {
            return Some(Columns::new());
        }
        if !self.beads.contains(&bead) {
            *self = Self::around(documents, beads, bead);
        }
        let row = lines.map(read);
        let width = row.as_ref().map(|words| Row::of(words).cells());
        Some(self.columns.get(&(width.old, width.new)).cloned().unwrap_or_default())
    }

    fn around(documents: Pair<&Document>, beads: &[Bead], bead: usize) -> Self {
        let is_of_table = |at: &usize| {
            let sentences = &beads[*at].sentences;
            [Side::Old, Side::New]
                .into_iter()
                .all(|side| sentences[side].is_empty() || is_line(documents[side], sentences[side].start))
        };
        // A row stands right below the one before it, on either side.
        let goes_on = |at: &usize| {
            let sentences = &beads[*at].sentences;
            [Side::Old, Side::New].into_iter().any(|side| {
                !sentences[side].is_empty()
                    && is_below(documents[side], documents[side].block_of(sentences[side].start))
            })
        };
        let first = (0..bead).rev().take_while(|at| goes_on(&(at + 1)) && is_of_table(at)).last().unwrap_or(bead);
        let behind = (bead + 1..beads.len()).take_while(|at| is_of_table(at) && goes_on(at)).last();
        let beads_of_table = first..behind.unwrap_or(bead) + 1;
        let lines = beads[beads_of_table.clone()].iter().filter_map(|bead| lines(documents, bead));
        let rows = lines.filter(|lines| !is_rule(lines.old) && !is_rule(lines.new)).take(ROWS).map(|row| row.map(read));
        let rows: Vec<Pair<Vec<&str>>> = rows.collect();
        let mut alike: FxHashMap<(usize, usize), Vec<Pair<Row<'_>>>> = FxHashMap::default();
        for row in rows.iter().map(|row| row.as_ref().map(|words| Row::of(words))) {
            alike.entry((row.old.cells(), row.new.cells())).or_default().push(row);
        }
        let columns = alike.into_iter().map(|(width, rows)| (width, partners(&rows))).collect();
        Self { beads: beads_of_table, columns }
    }
}

/// Whether a bead is one row of a table on both sides, or the line that is drawn below its head.
pub fn are_lines(documents: Pair<&Document>, bead: &Bead) -> bool {
    lines(documents, bead).is_some()
}

/// Whether a sentence is a row of a table, or the line that is drawn below its head.
pub fn is_line(document: &Document, sentence: usize) -> bool {
    let is_row = |block: usize| document.blocks.get(block).is_some_and(|block| block.kind == BlockKind::TableRow);
    document.keeps_rows && (is_row(document.block_of(sentence)) || is_rule(document.sentence(sentence)))
}

/// Whether a block stands on the line right below the one before it, as the rows of one table do.
pub fn is_below(document: &Document, block: usize) -> bool {
    let end = |block: usize| {
        document.sentences.get(document.blocks[block].sentences.end.checked_sub(1)?).map(|span| span.end)
    };
    let start = |block: usize| document.sentences.get(document.blocks[block].sentences.start).map(|span| span.start);
    let gap = block.checked_sub(1).and_then(end).zip(start(block));
    gap.and_then(|(end, start)| document.text.get(end..start))
        .is_some_and(|gap| gap.matches('\n').count() == 1 || !gap.contains('\n') && gap.matches('\r').count() == 1)
}

/// The lines that a bead is, if it is one on both sides.
fn lines<'a>(documents: Pair<&'a Document>, bead: &Bead) -> Option<Pair<&'a str>> {
    let sentences = &bead.sentences;
    let is = |side: Side| sentences[side].len() == 1 && is_line(documents[side], sentences[side].start);
    (is(Side::Old) && is(Side::New))
        .then(|| Pair::of(documents.old.sentence(sentences.old.start), documents.new.sentence(sentences.new.start)))
}

/// The words of a row.
fn read(line: &str) -> Vec<&str> {
    let tokens = tokens(line, Span::new(0, line.len()));
    words(line, &units_of_row(line, &tokens))
}
