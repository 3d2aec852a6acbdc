//! Edits that belong together: the same edit in several places, and the numbers of a renumbering. From one to the next, and all decided
//! at once.

use super::decide::OTHER_WORDS;
use super::{App, Effect};
use crate::review::Decision;

impl App {
    /// Decides all edits that belong with the current one as that one is decided, or as the last one was.
    pub(super) fn decide_identical(&mut self) -> Effect {
        if let Some(effect) = self.refuses_deciding() {
            return effect;
        }
        let edits = self.belonging();
        if edits.is_empty() {
            return self.say("no other edit is identical to this one");
        }
        let decided = self.current.map(|edit| self.decision(edit).clone()).filter(|own| *own != Decision::Open);
        let Some(decision) = decided.or_else(|| self.last.clone()) else {
            return self.say("nothing was decided yet: decide this edit first");
        };
        if !self.fits_here(&decision) {
            return self.say(OTHER_WORDS);
        }
        let is_identical = self.current.is_some_and(|edit| self.comparison.groups.of(edit).is_some());
        if !is_identical && matches!(decision, Decision::Reworded(_)) {
            return self.say("each of these numbers is another one: what one was reworded to is not for the others");
        }
        // A rewording holds for the same words: not for `Supplier's` where it was of `Supplier`.
        let words = |edit: usize| self.comparison.words(&self.comparison.edits[edit]).map(str::trim);
        let is_fit = |edit: &usize| {
            !matches!(decision, Decision::Reworded(_)) || self.current.is_none_or(|own| words(own) == words(*edit))
        };
        let edits: Vec<usize> = edits.into_iter().filter(is_fit).collect();
        let what = if is_identical { "identical" } else { "renumbering" };
        let all = edits.len();
        let rest: Vec<usize> = edits.into_iter().filter(|edit| !self.is_decided_so(*edit, &decision)).collect();
        if rest.is_empty() {
            return self.say(&format!("all {all} {what} edits are {} already", decision.name()));
        }
        let otherwise = rest.iter().filter(|edit| !self.is_open(**edit)).count();
        let effect = self.decide_all(&rest, &decision);
        if effect == Effect::Save {
            self.say_first(said_of_all(what, &decision, all, rest.len(), otherwise));
        }
        effect
    }

    /// Whether an edit is decided so by itself.
    fn is_decided_so(&self, edit: usize, decision: &Decision) -> bool {
        let entry = self.comparison.edits.get(edit).and_then(|edit| self.review.entries.get(&edit.id));
        entry.is_some_and(|entry| entry.decision == *decision && !entry.is_carried)
    }

    /// To the next edit that belongs with the current one, around the ends; from one that renumbers into what it renumbers.
    pub(super) fn next_identical(&mut self, count: Option<usize>) {
        let edits = self.belonging();
        if edits.is_empty()
            && let Some(number) = self.renumbered_by_current(count.unwrap_or(1))
        {
            return self.make_current(number);
        }
        let Some(at) = self.current.and_then(|current| edits.iter().position(|edit| *edit == current)) else {
            self.say("no other edit is identical to this one");
            return;
        };
        self.make_current(edits[(at + count.unwrap_or(1)) % edits.len()]);
    }

    /// The number, counted from 1, that follows from the current edit.
    fn renumbered_by_current(&self, count: usize) -> Option<usize> {
        let caused = self.comparison.numbering.caused_by(&[self.current?]);
        let numbers: Vec<usize> = caused.iter().flat_map(|renumbering| &renumbering.edits).copied().collect();
        numbers.get(count.saturating_sub(1).checked_rem(numbers.len())?).copied()
    }

    /// What a decision on an edit decides: a number of a renumbering that is open goes with the others that are, since accepting or
    /// rejecting one alone would number the text in two ways. Another decision is on that edit alone.
    pub(super) fn decided_with(&self, edit: usize, decision: &Decision) -> Vec<usize> {
        let renumbering = self.comparison.numbering.of(edit).filter(|_| self.is_open(edit));
        let is_plain = matches!(decision, Decision::Accepted | Decision::Rejected);
        let others = renumbering.filter(|_| is_plain).into_iter().flat_map(|renumbering| &renumbering.edits);
        let others = others.copied().filter(|other| *other != edit && self.is_open(*other));
        [edit].into_iter().chain(others).collect()
    }

    /// The edits identical to the current one, or of its renumbering, and itself; none where it stands alone.
    fn belonging(&self) -> Vec<usize> {
        let identical = self.current.and_then(|edit| self.comparison.groups.of(edit));
        identical.map_or_else(|| self.renumbering(), |group| group.edits.clone())
    }

    /// The edits of the renumbering that the current edit is one of; none where it is of none.
    pub(super) fn renumbering(&self) -> Vec<usize> {
        let renumbering = self.current.and_then(|edit| self.comparison.numbering.of(edit));
        renumbering.map_or(Vec::new(), |renumbering| renumbering.edits.clone())
    }
}

/// What was done to edits of which some were decided now, and some of those had been decided otherwise.
fn said_of_all(what: &str, decision: &Decision, all: usize, now: usize, otherwise: usize) -> String {
    let edits = if now == 1 { "edit" } else { "edits" };
    let mut said = format!("{now} {what} {edits} {}", decision.name());
    match otherwise {
        0 => {}
        all if all == now => said += ", which had been decided otherwise",
        1 => said += " (1 of them had been decided otherwise)",
        many => said += &format!(" ({many} of them had been decided otherwise)"),
    }
    match all - now {
        0 => {}
        1 => said += ", 1 was so already",
        many => said += &format!(", {many} were so already"),
    }
    said
}
