//! Equal edits that changed places: which of them was decided is told by the new sentences beside it.

use std::collections::BTreeMap;

use super::Entry;
use crate::compare::{Comparison, Edit, EditId, print};

/// The fingerprints of the new sentences before and behind an edit and its sentences; 0 where there is none.
pub type Beside = [u64; 2];

/// What stands beside an edit.
pub fn beside(comparison: &Comparison, edit: &Edit) -> Beside {
    let document = &comparison.documents.new;
    let sentences = comparison.beads.get(edit.bead).map_or(0..0, |bead| bead.sentences.new.clone());
    let place = if sentences.is_empty() { edit.spans.new } else { document.cover(&sentences).to(edit.spans.new) };
    let before = document.sentences.partition_point(|span| span.end <= place.start);
    let behind = document.sentences.partition_point(|span| span.start < place.end);
    let print_of = |index: usize| document.sentences.get(index).map_or(0, |span| print(span.of(&document.text)));
    [before.checked_sub(1).map_or(0, print_of), print_of(behind)]
}

/// The edits that have equals, by fingerprint, with what stands beside each.
pub struct Equals(BTreeMap<u64, Vec<(EditId, Beside)>>);

impl Equals {
    /// Those of a comparison.
    pub fn of(comparison: &Comparison) -> Self {
        let mut edits: BTreeMap<u64, Vec<&Edit>> = BTreeMap::new();
        comparison.edits.iter().for_each(|edit| edits.entry(edit.id.print).or_default().push(edit));
        edits.retain(|_, equals| equals.len() > 1);
        let placed = |edit: &Edit| (edit.id, beside(comparison, edit));
        Self(edits.into_iter().map(|(print, equals)| (print, equals.into_iter().map(placed).collect())).collect())
    }

    /// The edit that an entry is about among its equals: the one that stands behind what its own did, or else before; in doubt, that of
    /// its counter.
    pub fn home(&self, id: EditId, entry: &Entry) -> EditId {
        let (Some(wanted), Some(equals)) = (entry.beside, self.0.get(&id.print)) else { return id };
        let likeness = |found: &Beside| (found[0] == wanted[0], found[1] == wanted[1]);
        let own = equals.iter().find(|(equal, _)| *equal == id).map_or((false, false), |(_, found)| likeness(found));
        let most = equals.iter().map(|(_, found)| likeness(found)).max().unwrap_or(own);
        let mut best = equals.iter().filter(|(_, found)| likeness(found) == most);
        match (best.next(), best.next()) {
            (Some((home, _)), None) if most > own => *home,
            _ => id,
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::compare::{Comparison, compare};
    use crate::document::Pair;
    use crate::read::{Options, read};
    use crate::review::{Decision, Entry, Review};

    fn compared(new: &[(&str, &str)]) -> Comparison {
        let lots = [("Pumps for the northern district", "30"), ("Valves for the harbour", "30"), ("Spare parts", "30")];
        let text = |lots: &[(&str, &str)]| {
            let lot = |(name, days): &(&str, &str)| format!("{name}\n\nThe Supplier pays the fee in {days} days.\n\n");
            let text: String = lots.iter().map(lot).collect();
            read("a.txt", text.as_bytes(), &Options::default()).expect("a text")
        };
        compare(Pair::of(text(&lots), text(new)))
    }

    /// The new words that stand before what is rejected, when it was what stands under this name before.
    #[track_caller]
    fn check(decided: &str, again: &[&str], expected: &str) {
        const NAMES: [&str; 3] = ["Pumps for the northern district", "Valves for the harbour", "Spare parts"];
        let before = compared(&NAMES.map(|name| (name, "45")));
        let index = NAMES.iter().position(|name| *name == decided).expect("a lot");
        let mut entry = Entry { decision: Decision::Rejected, equals: 3, ..Entry::default() };
        entry.quote = before.words(&before.edits[index]).map(str::to_owned);
        entry.note(&before, index);
        let mut review = Review::default();
        review.entries.insert(before.edits[index].id, entry);
        let after = compared(&again.iter().map(|name| (*name, "45")).collect::<Vec<_>>());
        review.attach(&after);
        let rejected = after.edits.iter().find(|edit| *review.decision(edit.id) == Decision::Rejected);
        let text = &after.documents.new.text;
        let before = rejected.map_or("", |edit| &text[..edit.spans.new.start]);
        let name = again.iter().max_by_key(|name| before.rfind(**name)).filter(|_| !before.is_empty());
        assert_eq!(name.copied().unwrap_or(""), expected, "{before}");
    }

    #[test]
    fn what_was_decided_on_one_of_equals_follows_its_neighbours() {
        let [pumps, valves, parts] = ["Pumps for the northern district", "Valves for the harbour", "Spare parts"];
        check(valves, &[pumps, valves, parts], valves);
        check(valves, &[parts, pumps, valves], valves);
        check(valves, &[valves, pumps, parts], valves);
        check(parts, &[valves, pumps, parts], parts);
        // Where one is gone, nobody knows.
        check(valves, &[pumps, parts], "");
    }
}
