//! Rows of a table: a cell is compared with a cell, and what differs never reaches across the bar between two.

use std::borrow::Cow;
use std::ops::Range;

use super::units::units;
use super::words::Change;
use crate::document::{Pair, Side, Token};

/// Rows with more cells than this (old times new) are compared as sentences are.
const CELLS: usize = 4_000;
/// Of a cell so many words are looked at to find its partner.
const TELLING: usize = 12;
/// What it is worth that two cells say the same; that both are empty tells less.
const SAME: usize = 12;
/// What the part of their words that two cells share is worth, all of them being so much.
const SHARED: usize = 6;
/// What it is worth that both are numbers, or neither is.
const LIKE: usize = 2;
/// Any two cells are rather one that changed than one that went and one that came.
const PARTNERS: usize = 1;

/// Cells that belong together, old and new, in order.
pub type Columns = Vec<(usize, usize)>;

/// Whether a line is drawn, not written: the one below the head of a table, or one between paragraphs.
pub fn is_rule(line: &str) -> bool {
    line.len() > 2
        && line.bytes().all(|sign| matches!(sign, b'|' | b':' | b'-' | b'=' | b'+' | b'*' | b'_' | b' '))
        && line.contains(['-', '=', '*', '_'])
}

/// Whether two lines are drawn, in as many columns: how long their strokes are and to which side a column is set is one thing.
pub fn are_drawn_alike(lines: Pair<&str>) -> bool {
    let bars = |line: &str| line.bytes().filter(|sign| *sign == b'|').count();
    is_rule(lines.old) && is_rule(lines.new) && bars(lines.old) == bars(lines.new)
}

/// The tokens of a row, joined where they are written as one, but never across a bar.
pub fn units_of_row<'a>(text: &str, tokens: &'a [Token]) -> Cow<'a, [Token]> {
    let is_bar = |token: &Token| token.span.of(text) == BAR;
    let cells = tokens.chunk_by(|one, next| !is_bar(one) && !is_bar(next));
    Cow::Owned(cells.flat_map(|cell| units(text, cell).into_owned()).collect())
}

/// The changes between two rows: those within each cell, as they are told of its words, and the cells that came or went, each with one of
/// its bars. Which columns belong together is known, or found from these rows alone if none do.
/// Nothing where the rows are not framed alike, or are none.
pub fn changes(
    words: Pair<&[&str]>,
    columns: &[(usize, usize)],
    within: impl Fn(Pair<&[&str]>) -> Vec<Change>,
) -> Option<Vec<Change>> {
    let rows = words.map(Row::of);
    let is_small = rows.old.cells() * rows.new.cells() <= CELLS;
    let are_rows = rows.old.words.contains(&BAR) && rows.new.words.contains(&BAR);
    if !are_rows || !is_small || rows.old.frame() != rows.new.frame() {
        return None;
    }
    let mut changes: Vec<Change> = Vec::new();
    let mut at = Pair::of(0, 0);
    let ends = (rows.old.cells(), rows.new.cells());
    let columns =
        if columns.is_empty() { Cow::Owned(partners(std::slice::from_ref(&rows))) } else { Cow::Borrowed(columns) };
    for (i, j) in columns.iter().copied().chain([ends]) {
        let alone = Pair::of(rows.old.with_bars(at.old..i), rows.new.with_bars(at.new..j));
        if !alone.old.is_empty() || !alone.new.is_empty() {
            changes.push(alone);
        }
        if let (Some(old), Some(new)) = (rows.old.cells.get(i), rows.new.cells.get(j)) {
            let shift = |range: Range<usize>, cell: &Range<usize>| range.start + cell.start..range.end + cell.start;
            let found = within(Pair::of(&words.old[old.clone()], &words.new[new.clone()]));
            changes.extend(found.into_iter().map(|change| Pair::of(shift(change.old, old), shift(change.new, new))));
        }
        at = Pair::of(i + 1, j + 1);
    }
    Some(changes)
}

const BAR: &str = "|";

/// The words of a row and where its cells lie among them, without their bars.
#[derive(Clone)]
pub struct Row<'a> {
    words: &'a [&'a str],
    cells: Vec<Range<usize>>,
}

impl<'a> Row<'a> {
    /// The row that these words are.
    pub fn of(words: &'a [&'a str]) -> Self {
        let mut cells = Vec::new();
        let first = usize::from(words.first() == Some(&BAR));
        let mut start = first;
        for at in first..words.len() {
            let escapes = words[start..at].iter().rev().take_while(|word| **word == "\\").count();
            if words[at] == BAR && escapes.is_multiple_of(2) {
                cells.push(start..at);
                start = at + 1;
            }
        }
        if start < words.len() {
            cells.push(start..words.len());
        }
        Self { words, cells }
    }

    /// How many cells it has.
    pub fn cells(&self) -> usize {
        self.cells.len()
    }

    /// Whether it begins and ends with a bar.
    fn frame(&self) -> (bool, bool) {
        let is_closed = self.cells.last().is_none_or(|last| last.end < self.words.len());
        (self.words.first() == Some(&BAR), is_closed)
    }

    fn of_cell(&self, cell: usize) -> &'a [&'a str] {
        self.words.get(self.cells[cell].clone()).unwrap_or_default()
    }

    /// Some cells with a bar each: the one behind it, or before it where none is behind the last.
    fn with_bars(&self, cells: Range<usize>) -> Range<usize> {
        let place = self.cells.get(cells.start).map_or(self.words.len(), |cell| cell.start);
        match cells.end.checked_sub(1).filter(|_| !cells.is_empty()).map(|last| self.cells[last].end) {
            Some(end) if end < self.words.len() => place..end + 1,
            Some(end) => place.saturating_sub(1)..end,
            None => place..place,
        }
    }
}

/// Which cells belong together in rows that have as many cells each: those of the same column where no column came or went, otherwise as
/// many as can be, so that what they share in all rows is worth most. Backwards they are the same.
pub fn partners(rows: &[Pair<Row<'_>>]) -> Columns {
    let words = |side: Side| rows.iter().map(move |row| row[side].words);
    if words(Side::Old).le(words(Side::New)) {
        return most_worth(rows);
    }
    let turned: Vec<Pair<Row<'_>>> = rows.iter().map(|row| row.clone().swap()).collect();
    most_worth(&turned).into_iter().map(|(old, new)| (new, old)).collect()
}

fn most_worth(rows: &[Pair<Row<'_>>]) -> Columns {
    let (height, width) = rows.first().map_or((0, 0), |row| (row.old.cells(), row.new.cells()));
    if height == width {
        return (0..height).map(|at| (at, at)).collect();
    }
    let worth =
        |i: usize, j: usize| rows.iter().map(|row| worth(row.old.of_cell(i), row.new.of_cell(j))).sum::<usize>();
    let mut best = vec![0; (height + 1) * (width + 1)];
    let at = |i: usize, j: usize| i * (width + 1) + j;
    let mut worths = vec![0; height * width];
    for i in (0..height).rev() {
        for j in (0..width).rev() {
            let worth = worth(i, j);
            worths[i * width + j] = worth;
            best[at(i, j)] = (worth + best[at(i + 1, j + 1)]).max(best[at(i + 1, j)]).max(best[at(i, j + 1)]);
        }
    }
    let mut found = Vec::with_capacity(height.min(width));
    let (mut i, mut j) = (0, 0);
    while i < height && j < width {
        if best[at(i, j)] == worths[i * width + j] + best[at(i + 1, j + 1)] {
            found.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if best[at(i, j)] == best[at(i + 1, j)] {
            i += 1;
        } else {
            j += 1;
        }
    }
    found
}

/// What it is worth to take two cells for one.
fn worth(old: &[&str], new: &[&str]) -> usize {
    if old == new {
        return if old.is_empty() { LIKE + PARTNERS } else { SAME };
    }
    let (old, new) = (&old[..old.len().min(TELLING)], &new[..new.len().min(TELLING)]);
    let shared = old.iter().filter(|word| new.contains(word)).count();
    let has_number = |words: &[&str]| words.iter().any(|word| word.starts_with(|first: char| first.is_ascii_digit()));
    let is_like = !old.is_empty() && !new.is_empty() && has_number(old) == has_number(new);
    PARTNERS + 2 * SHARED * shared / (old.len() + new.len()) + if is_like { LIKE } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Span, tokens};

    /// The edits of two rows, each as `old→new`, a cell that differs being one change.
    fn edits(old: &str, new: &str) -> Option<Vec<String>> {
        let words = Pair::of(old, new).map(|text| {
            let tokens = tokens(text, Span::new(0, text.len()));
            units_of_row(text, &tokens).iter().map(|unit| unit.span.of(text)).collect::<Vec<_>>()
        });
        let whole = |cell: Pair<&[&str]>| {
            let change = cell.map(|words| 0..words.len());
            if cell.old == cell.new { Vec::new() } else { vec![change] }
        };
        let found = changes(words.as_ref().map(Vec::as_slice), &[], whole)?;
        let shown = |change: Change| [words.old[change.old].join(" "), words.new[change.new].join(" ")].join("→");
        Some(found.into_iter().map(shown).collect())
    }

    #[track_caller]
    fn check(old: &str, new: &str, expected: &[&str]) {
        assert_eq!(edits(old, new).expect("rows"), expected);
        let turned = |edit: &&str| edit.split_once('→').map(|(old, new)| format!("{new}→{old}"));
        let turned: Option<Vec<String>> = expected.iter().map(turned).collect();
        assert_eq!(edits(new, old), turned);
    }

    #[test]
    fn a_new_cell_stands_by_itself_beside_another_value() {
        check("| 350 | 4 % |", "| 360 | new | 4 % |", &["350→360", "→new |"]);
        check("| 350 | 4 % |", "| new | 360 | 4 % |", &["→new |", "350→360"]);
        check("| 350 | 4 % |", "| 360 | 4 % | new |", &["350→360", "→new |"]);
        check("|350|4 %|", "|360|new|4 %|", &["350→360", "→new |"]);
        check("| a | 1 | 2 | b |", "| a | b |", &["1 | 2 |→"]);
    }

    #[test]
    fn rows_without_outer_bars_have_cells_too() {
        check("350 | 4 %", "360 | new | 4 %", &["350→360", "→new |"]);
        check("350 | 4 %", "350 | 4 % | new", &["→| new"]);
    }

    #[test]
    fn cells_keep_their_partners() {
        check("| lamp | 3 | yes |", "| lamp | 4 | no |", &["3→4", "yes→no"]);
        check("| lamp | |", "| lamp | red |", &["→red"]);
        check(r"| a \| b | c |", r"| a \| d | c |", &[r"a \ | b→a \ | d"]);
    }

    #[test]
    fn a_value_in_another_column_went_here_and_came_there() {
        check("| Spain | 30 | |", "| Spain | | 30 |", &["30→", "→30"]);
        check("| Duty | shall | may |", "| Duty | may | shall |", &["shall→may", "may→shall"]);
        check("| lamp | 20 | 30 |", "| lamp | 30 | 45 |", &["20→30", "30→45"]);
        check("Spain | 30 | 4 %", "Spain | 4 % | 30", &["30→4 %", "4 %→30"]);
    }

    #[test]
    fn lines_that_are_drawn_are_told_from_words() {
        assert!(["|---|:--|", "--- | ---", "* * *", "====", "---"].into_iter().all(is_rule));
        assert!(!["| a |", "|  |", "-", "", "- one", "–––"].into_iter().any(is_rule));
    }

    #[test]
    fn lines_that_are_drawn_in_as_many_columns_are_alike() {
        let are_alike = |old, new| are_drawn_alike(Pair::of(old, new));
        assert!(
            are_alike("|---|---|", "|:--|--:|")
                && are_alike("| --- | --- |", "|---------|---|")
                && are_alike("---", "* * *")
        );
        assert!(!are_alike("|---|---|", "|---|---|---|") && !are_alike("|---|", "| a |"));
    }

    #[test]
    fn what_is_no_row_or_framed_otherwise_is_left_alone() {
        assert_eq!(edits("a lamp", "a red lamp"), None);
        assert_eq!(edits("| a | b |", "a | c"), None);
    }
}
