//! Cutting the edits anew under decisions: what somebody decided is never cut otherwise than they saw it.
//!
//! A bead with a decision or a comment on one of its edits keeps its cut; only the others are cut anew. So no decision is ever without its
//! edit because of a grain, and none means other words than those it was taken on. The cut is saved with the decisions.

use std::collections::{BTreeMap, BTreeSet};

use super::{Entry, Review};
use crate::compare::{Comparison, Cut, Grain, Mode};

/// Cuts a comparison at a grain, but for the beads that have decisions, and for those that are not there now and may return.
pub fn recut(comparison: &mut Comparison, review: &mut Review, grain: Grain) {
    let mut kept = comparison.cut.kept.clone();
    leave_those_gone(&mut kept, comparison);
    let decided = decided(comparison, review).into_iter();
    kept.extend(decided.map(|print| (print, comparison.cut.of(print))).filter(|(_, own)| *own != grain));
    let own = comparison.cut.own.clone();
    carry(comparison, review, Cut { grain, kept, own });
}

/// How a comparison was cut before something else took its place.
#[derive(Clone, Debug)]
pub struct Held {
    cut: Cut,
    /// The beads with decisions.
    decided: BTreeMap<u64, Grain>,
}

/// Notes how a comparison is cut, and how many equals its edits have, before it is aligned anew or another one takes its place.
pub fn hold(comparison: &Comparison, review: &mut Review) -> Held {
    review.hold(comparison);
    let cut = comparison.cut.clone();
    let decided = decided(comparison, review).into_iter().map(|print| (print, cut.of(print))).collect();
    Held { cut, decided }
}

/// Aligns around the beads that a person has fixed now, and cuts as it was cut before. How beads with decisions were cut is kept, should
/// they return.
pub fn align(comparison: &mut Comparison, review: &mut Review, held: Held) {
    let Held { cut, mut decided } = held;
    if comparison.cut != cut {
        comparison.recut(cut);
    }
    review.align(comparison);
    if comparison.mode == Mode::Revision {
        leave_those_gone(&mut decided, comparison);
        comparison.cut.kept.append(&mut decided);
    }
}

/// Leaves of these beads those that are not there.
fn leave_those_gone(beads: &mut BTreeMap<u64, Grain>, comparison: &Comparison) {
    if !beads.is_empty() {
        let there: BTreeSet<u64> = (0..comparison.beads.len()).map(|bead| comparison.bead_print(bead)).collect();
        beads.retain(|print, _| !there.contains(print));
    }
}

/// How many beads keep their cut because of their decisions.
pub fn kept(comparison: &Comparison, review: &Review) -> usize {
    let cut = &comparison.cut;
    decided(comparison, review).into_iter().filter(|print| cut.of(*print) != cut.grain).count()
}

/// Cuts a comparison as it is said, and puts every entry with its edit again, which it finds by kind and place.
pub fn carry(comparison: &mut Comparison, review: &mut Review, cut: Cut) {
    let mut placed = Vec::new();
    for edit in &comparison.edits {
        if let Some(entry) = review.entries.remove(&edit.id) {
            placed.push((edit.id, edit.kind, edit.spans, entry));
        }
    }
    comparison.recut(cut);
    for (id, kind, spans, entry) in placed {
        match comparison.edit_at(kind, spans) {
            // How many equals it had among edits cut otherwise says nothing any more.
            Some(edit) => {
                let now = comparison.edits[edit].id;
                review.entries.insert(now, Entry { equals: 0, ..entry });
                review.last = review.last.map(|last| if last == id { now } else { last });
            }
            None if entry.is_empty() => {}
            None => review.orphan(id, entry),
        }
    }
    review.attach(comparison);
}

/// The fingerprints of the beads that have decisions or comments, each once.
fn decided(comparison: &Comparison, review: &Review) -> Vec<u64> {
    let has_some = |edit: usize| {
        let entry = comparison.edits.get(edit).and_then(|edit| review.entries.get(&edit.id));
        entry.is_some_and(|entry| !entry.is_empty())
    };
    let beads = comparison.beads.iter().enumerate();
    let decided = beads.filter(|(_, bead)| bead.edits.clone().any(has_some));
    let mut prints: Vec<u64> = decided.map(|(bead, _)| comparison.bead_print(bead)).collect();
    prints.sort_unstable();
    prints.dedup();
    prints
}
