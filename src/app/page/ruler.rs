//! The ruler: all edits of the text at a glance.

use std::ops::Range;

use super::{Page, Place};

/// What the whole text counts as on the ruler.
pub const WHOLE: usize = 1 << 16;

/// A row of the ruler: the edits of that part of the text, as indices into the comparison's edits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tick {
    /// None = no edit here.
    pub edits: Range<usize>,
}

impl Page {
    /// The edits at a glance: as many ticks as the ruler has rows.
    pub fn ruler(&self, height: usize) -> Vec<Tick> {
        let from = |row: usize| self.parts.partition_point(|part| *part < (row * WHOLE).div_ceil(height.max(1)));
        (0..height).map(|row| Tick { edits: from(row)..from(row + 1) }).collect()
    }

    /// Which of so many rows of the ruler a place stands at.
    pub fn ruler_row(&self, place: Place, height: usize) -> usize {
        self.chunks.get(place.chunk).map_or(0, |chunk| chunk.part * height / WHOLE).min(height.saturating_sub(1))
    }
}
