//! What a renumbering follows from: the edits by which what bears such a number came, went or moved.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use super::bearer::{Bearer, Key, Row};
use super::number::Number;
use super::shifts::Shifts;
use super::{Comparison, EditKind};
use crate::document::{Pair, Side, Span};

/// For every row the edits, in order, from which the numbers that changed follow.
pub fn causes(comparison: &Comparison, shifts: &Shifts) -> FxHashMap<Row, BTreeSet<usize>> {
    let rows = rows(shifts);
    let edits = Pair::of(Side::Old, Side::New).map(|side| places(comparison, side));
    let mut found: FxHashMap<Row, BTreeSet<usize>> = FxHashMap::default();
    let mut paired = vec![false; shifts.bearers.new.len()];
    let mut add = |side: Side, at: usize| {
        let bearer = &shifts.bearers[side][at];
        let Some((row, last)) = rows[side].get(&row_of(bearer)) else { return };
        let edit = edit_at(&edits[side], bearer.place).filter(|_| at < *last);
        found.entry(row.clone()).or_default().extend(edit);
    };
    // Heads over the same body are a pair, though the one went and the other came.
    let is_alone = |side: Side, at: usize| {
        let place = shifts.bearers[side][at].place;
        let edit = edit_at(&edits[side], place).and_then(|edit| comparison.edits.get(edit));
        edit.is_some_and(|edit| {
            matches!(edit.kind, EditKind::Insert | EditKind::Delete) && edit.spans[side].len() > place.len()
        })
    };
    for (old, new) in shifts.same.iter().enumerate() {
        if new.is_none_or(|_| is_alone(Side::Old, old)) {
            add(Side::Old, old);
        }
        if let Some(new) = *new {
            paired[new] = !is_alone(Side::New, new);
        }
    }
    (0..paired.len()).filter(|new| !paired[*new]).for_each(|new| add(Side::New, new));
    for side in [Side::Old, Side::New] {
        for (bearer, edit) in moved(comparison, &shifts.bearers[side], side) {
            if let Some((row, _)) = rows[side].get(&row_of(bearer)) {
                found.entry(row.clone()).or_default().insert(edit);
            }
        }
    }
    found
}

/// The row of a number in its own wording.
pub fn row(key: &Key, number: &Number) -> Row {
    (key.clone(), number.above())
}

/// The same of what bears it.
pub fn row_of(bearer: &Bearer) -> Row {
    row(&bearer.key, &bearer.number)
}

/// The rows in which some number changed by itself, as each wording names them: that row of the old wording, and the place among all
/// bearers of the last number that changed in it.
pub fn rows(shifts: &Shifts) -> Pair<FxHashMap<Row, (Row, usize)>> {
    let mut rows: Pair<FxHashMap<Row, (Row, usize)>> = Pair::default();
    for (at, (old, same)) in shifts.bearers.old.iter().zip(&shifts.same).enumerate() {
        let Some(same) = *same else { continue };
        let new = &shifts.bearers.new[same];
        let named = (old.key.clone(), shifts.home(&old.number, &new.number));
        let has_left = named != row_of(old);
        if old.number.last() == new.number.last() && !has_left {
            continue;
        }
        let sides = [(Side::Old, old, at), (Side::New, new, same)];
        for (side, bearer, at) in sides.into_iter().skip(usize::from(has_left)) {
            let known = rows[side].entry(row_of(bearer)).or_insert_with(|| (named.clone(), at));
            known.1 = known.1.max(at);
        }
    }
    rows
}

/// What moves carry on one side, and these moves.
fn moved<'a>(comparison: &Comparison, bearers: &'a [Bearer], side: Side) -> Vec<(&'a Bearer, usize)> {
    let mut moved = Vec::new();
    for bead in comparison.beads.iter().filter(|bead| bead.moved.is_some()) {
        let whole = comparison.documents[side].cover(&bead.sentences[side]);
        let first = bearers.partition_point(|bearer| bearer.place.start < whole.start);
        let inside = bearers[first..].iter().take_while(|bearer| bearer.place.end <= whole.end);
        moved.extend(inside.filter_map(|bearer| Some((bearer, bead.moved?))));
    }
    moved
}

/// The words that edits have on one side, in order; none of them overlap.
pub fn places(comparison: &Comparison, side: Side) -> Vec<(Span, usize)> {
    let edits = comparison.edits.iter().enumerate().filter(|(_, edit)| edit.kind != EditKind::Move);
    let mut places: Vec<(Span, usize)> =
        edits.map(|(at, edit)| (edit.spans[side], at)).filter(|(span, _)| !span.is_empty()).collect();
    places.sort_unstable();
    places
}

/// The edit that has a place on one side, among those that have words there.
pub fn edit_at(edits: &[(Span, usize)], place: Span) -> Option<usize> {
    let (span, edit) = edits.get(edits.partition_point(|(span, _)| span.end <= place.start))?;
    (span.start < place.end).then_some(*edit)
}
