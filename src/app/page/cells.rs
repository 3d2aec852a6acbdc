//! Blocks of words as the rows of one or of two columns.

use super::flow::Flow;
use super::{Piece, Row, RowKind};
use crate::document::{Pair, Side};

/// A block's number, whose it is, and its words.
#[derive(Debug)]
pub struct Numbered {
    /// None = the words go on from a block before.
    pub number: Option<(Side, usize)>,
    /// The words.
    pub flow: Flow,
}

/// Both sides beside each other, the shorter one filled up; wrapped, or cut so that they are seen from a column on.
pub fn level(old: &[Numbered], new: &[Numbered], widths: Pair<usize>, cut: Option<usize>) -> Vec<Row> {
    let mut sides = Pair::of(cells(old, widths.old, cut).into_iter(), cells(new, widths.new, cut).into_iter());
    let mut rows = Vec::new();
    loop {
        let (old, new) = (sides.old.next(), sides.new.next());
        if old.is_none() && new.is_none() {
            return rows;
        }
        let (old, new) = (old.unwrap_or_default(), new.unwrap_or_default());
        let number = |cell: &Cell| cell.0.map(|(_, number)| number);
        let numbers = Pair::of(number(&old), number(&new));
        rows.push(Row { kind: RowKind::Text, numbers, cells: Pair::of(old.1, new.1) });
    }
}

/// One side alone, in the one column there is.
pub fn alone(flows: &[Numbered], side: Side, width: usize, cut: Option<usize>) -> Vec<Row> {
    let row = |(number, pieces): Cell| {
        let mut numbers = Pair::default();
        if let Some((of, number)) = number {
            numbers[if side == Side::Old { Side::Old } else { of }] = Some(number);
        }
        Row { kind: RowKind::Text, numbers, cells: Pair::of(Vec::new(), pieces) }
    };
    cells(flows, width, cut).into_iter().map(row).collect()
}

type Cell = (Option<(Side, usize)>, Vec<Piece>);

fn cells(flows: &[Numbered], width: usize, cut: Option<usize>) -> Vec<Cell> {
    let mut cells = Vec::new();
    for numbered in flows {
        let rows = cut.map_or_else(|| numbered.flow.rows(width), |from| numbered.flow.cut(from, width));
        cells.extend(rows.into_iter().enumerate().map(|(at, pieces)| (numbered.number.filter(|_| at == 0), pieces)));
    }
    cells
}
