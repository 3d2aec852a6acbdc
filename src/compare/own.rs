//! Edits of the reviewer's own: sentences of which something is to be said, be it that nothing was found there, or that what was found in
//! a translation is only a part of it.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use super::Comparison;

/// What a bead is known by that a reviewer takes up as an edit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
pub struct OwnBead {
    /// The fingerprint of its words.
    pub print: u64,
    /// 0 for the first bead of the texts with these words, 1 for the next, …
    #[serde(default, skip_serializing_if = "is_first")]
    pub count: u32,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
const fn is_first(count: &u32) -> bool {
    *count == 0
}

impl Comparison {
    /// What a bead is known by if it is taken up.
    pub fn own_bead(&self, bead: usize) -> OwnBead {
        let print = self.bead_print(bead);
        let before = (0..bead).filter(|other| self.bead_print(*other) == print).count();
        OwnBead { print, count: before as u32 }
    }
}

/// The beads of a comparison that its cut says are taken up.
pub fn beads(comparison: &Comparison) -> BTreeSet<usize> {
    let own = &comparison.cut.own;
    let mut found = BTreeSet::new();
    if own.is_empty() {
        return found;
    }
    let mut counts: FxHashMap<u64, u32> = FxHashMap::default();
    for bead in 0..comparison.beads.len() {
        let print = comparison.bead_print(bead);
        let count = counts.entry(print).or_insert(0);
        if own.contains(&OwnBead { print, count: *count }) {
            found.insert(bead);
        }
        *count += 1;
    }
    found
}
