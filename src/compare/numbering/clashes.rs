//! Numbers that stand twice should one edit be rejected and another not: what comes behind the last number that changed takes a number that
//! another one had.

use rustc_hash::FxHashMap;

use super::causes::{edit_at, places, row_of, rows};
use super::line::one;
use super::shifts::Shifts;
use super::{Clash, Comparison, Numbering};
use crate::document::{Pair, Side};

/// Adds them to the renumberings. What these follow from is no clash: their numbers fit it, or that is said.
pub fn find(comparison: &Comparison, shifts: &Shifts, numbering: &mut Numbering) {
    for (name, edits) in of_edits(comparison, shifts) {
        let of = Pair::of(numbering.of.get(&edits.old).copied(), numbering.of.get(&edits.new).copied());
        let (at, other) = match (of.old, of.new) {
            (Some(at), None) => (at, edits.new),
            (None, Some(at)) => (at, edits.old),
            _ => continue,
        };
        let renumbering = &mut numbering.all[at];
        if !renumbering.causes.contains(&other) {
            renumbering.clashes.push(Clash { name, edits });
            numbering.clashing.entry(other).or_default().push(at);
        }
    }
}

/// The numbers that stand once in a row of either wording, each time before something else, and the edits by which they do.
fn of_edits(comparison: &Comparison, shifts: &Shifts) -> Vec<(String, Pair<usize>)> {
    let rows = rows(shifts);
    let edits = Pair::of(Side::Old, Side::New).map(|side| places(comparison, side));
    let mut numbers: FxHashMap<_, Pair<Vec<usize>>> = FxHashMap::default();
    for side in [Side::Old, Side::New] {
        for (at, bearer) in shifts.bearers[side].iter().enumerate() {
            if let Some((row, _)) = rows[side].get(&row_of(bearer)) {
                numbers.entry((row, &bearer.number)).or_default()[side].push(at);
            }
        }
    }
    let mut found: Vec<(String, Pair<usize>)> = numbers
        .into_iter()
        .filter_map(|((row, number), bearers)| {
            let ([old], [new]) = (&bearers.old[..], &bearers.new[..]) else { return None };
            let edit = |side: Side, at: usize| edit_at(&edits[side], shifts.bearers[side][at].place);
            let clash = Pair::of(edit(Side::Old, *old)?, edit(Side::New, *new)?);
            (shifts.same[*old] != Some(*new)).then(|| (one(shifts, &row.0, number), clash))
        })
        .collect();
    found.sort_unstable_by_key(|(_, edits)| (edits.new, edits.old));
    found
}
