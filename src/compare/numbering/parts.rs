//! Numbers under renumbered ones that do not carry the renumbering: `7.2` that came under what was 6 does not fit where that is 6 again.

use std::collections::BTreeMap;

use super::bearer::{Key, Series};
use super::causes::{edit_at, places};
use super::shifts::Shifts;
use super::{Comparison, Numbering, Part};
use crate::document::Side;

/// Adds them to the renumberings, whose places are given. What these follow from is none, nor is what carries them.
pub fn find(comparison: &Comparison, shifts: &Shifts, places_of: &BTreeMap<Series, usize>, numbering: &mut Numbering) {
    for side in [Side::Old, Side::New] {
        let edits = places(comparison, side);
        for bearer in shifts.alone(side).filter(|bearer| bearer.key == Key::Clause && bearer.number.depth() > 1) {
            let above = bearer.number.split(bearer.number.depth() - 1).0;
            let at = shifts.series_of(side, &above).and_then(|series| places_of.get(&series));
            let (Some(at), Some(edit)) = (at, edit_at(&edits, bearer.place)) else { continue };
            let renumbering = &mut numbering.all[*at];
            if !renumbering.causes.contains(&edit) && !numbering.of.contains_key(&edit) {
                renumbering.parts.push(Part { number: bearer.number.to_string(), side, edit });
                numbering.clashing.entry(edit).or_default().push(*at);
            }
        }
    }
}
