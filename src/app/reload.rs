//! The wordings as they are on the disk now, in the place of those that were read before.

use std::collections::BTreeSet;

use super::page::Place;
use super::{Action, App, Effect};
use crate::compare::{Comparison, EditId};
use crate::document::Side;
use crate::review::recut;
use crate::review::remarks::gone_remark;

impl App {
    /// Goes on with another comparison of the same two wordings: decisions find their edits, and what changed is said. Steps of undo are of
    /// the comparison as it was, and end with it. The notes are what is to be said of the wordings.
    pub fn reloaded(&mut self, mut comparison: Comparison, notes: Vec<String>) -> Effect {
        let mut review = self.review.clone();
        let held = recut::hold(&self.comparison, &mut review);
        recut::align(&mut comparison, &mut review, held);
        if notes == self.notes && is_same(&comparison, &self.comparison) {
            return self.say("both wordings are as they were");
        }
        let missed = self.review.missed();
        let at = self.current.and_then(|edit| self.comparison.edits.get(edit)).map(|edit| (edit.id, edit.spans.new));
        self.page = self.page.of_others(&comparison);
        let before = std::mem::replace(&mut self.comparison, comparison);
        (self.review, self.notes) = (review, notes);
        self.search = self.search.take().map(|search| search.again(&self.comparison, &self.review));
        (self.cursor, self.pointed, self.marked, self.top) = (None, None, None, Place::default());
        (self.done, self.undone) = (Vec::new(), Vec::new());
        self.note_decisions();
        self.current = at.and_then(|(id, place)| {
            let edits = &self.comparison.edits;
            let same = edits.iter().position(|edit| edit.id == id);
            same.or_else(|| edits.iter().position(|edit| edit.spans.new.start >= place.start))
                .or(edits.len().checked_sub(1))
        });
        self.current = self.current.or(self.first());
        self.notice = Some(self.news(&before, missed));
        self.show_current();
        if self.read_only || self.review == Default::default() { Effect::None } else { Effect::Save }
    }

    /// What came and what went.
    fn news(&self, before: &Comparison, missed: usize) -> String {
        let (old, now) = (ids(before), ids(&self.comparison));
        let reasons = |comparison: &Comparison| {
            comparison.edits.iter().map(|edit| (edit.class, edit.flags.clone())).collect::<Vec<_>>()
        };
        let edits = |count: usize| if count == 1 { "1 edit".to_owned() } else { format!("{count} edits") };
        let (came, went) = (now.difference(&old).count(), old.difference(&now).count());
        let mut said = vec![match (came, went) {
            (0, 0) if reasons(before) != reasons(&self.comparison) => {
                "read again: the same edits, for other reasons".to_owned()
            }
            (0, 0) => "read again: the edits are the same".to_owned(),
            _ => format!("read again: {} came, {} went", edits(came), edits(went)),
        }];
        let key = self.keymap.key(Action::Orphans).unwrap_or_default();
        said.extend(gone_remark(self.comparison.mode, self.review.missed().saturating_sub(missed), &key));
        match self.review.lost(&self.comparison).len() {
            0 => {}
            1 => said.push(format!("what was aligned by hand fits no more: {key} shows it")),
            many => said.push(format!("{many} beads aligned by hand fit no more: {key} shows them")),
        }
        said.extend(self.notes.iter().cloned());
        said.join(" · ")
    }
}

/// Whether nothing differs that is shown: neither the wordings, nor what belongs together, nor the edits and why they matter.
fn is_same(one: &Comparison, other: &Comparison) -> bool {
    let is_same_text = |side: Side| one.documents[side].text == other.documents[side].text;
    [Side::Old, Side::New].into_iter().all(is_same_text)
        && one.mode == other.mode
        && one.beads == other.beads
        && one.steps == other.steps
        && one.edits == other.edits
}

/// The edits of a comparison, by what they are known by.
fn ids(comparison: &Comparison) -> BTreeSet<EditId> {
    comparison.edits.iter().map(|edit| edit.id).collect()
}
