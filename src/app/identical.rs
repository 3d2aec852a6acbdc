//! The same edit in several places: from one to the next, and all of them decided at once.

use super::{App, Effect};
use crate::compare::groups::Group;
use crate::review::Decision;

impl App {
    /// Decides all edits that are identical to the current one as that one is decided, or as the last one was.
    pub(super) fn decide_identical(&mut self) -> Effect {
        let Some(edits) = self.identical().map(|group| group.edits.clone()) else {
            return self.say("no other edit is identical to this one");
        };
        let decided = self.current.map(|edit| self.decision(edit).clone()).filter(|own| *own != Decision::Open);
        let Some(decision) = decided.or(self.last.clone()) else {
            return self.say("nothing was decided yet: decide this edit first");
        };
        let effect = self.decide_all(&edits, &decision);
        if effect == Effect::Save {
            self.notice = Some(format!("{} identical edits {}", edits.len(), decision.name()));
        }
        effect
    }

    /// To the next edit that is identical to the current one, around the ends.
    pub(super) fn next_identical(&mut self, count: Option<usize>) {
        let Some((edits, current)) = self.identical().map(|group| &group.edits).zip(self.current) else {
            self.say("no other edit is identical to this one");
            return;
        };
        let at = edits.iter().position(|edit| *edit == current).unwrap_or(0);
        let next = edits[(at + count.unwrap_or(1)) % edits.len()];
        self.make_current(next);
    }

    /// The group of the current edit.
    fn identical(&self) -> Option<&Group> {
        self.comparison.groups.of(self.current?)
    }
}
