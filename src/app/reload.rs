//! The wordings as they are on the disk now, in the place of those that were read before.

use std::collections::BTreeSet;

use super::page::Place;
use super::{Action, App, Effect};
use crate::compare::{Comparison, EditId};

impl App {
    /// Goes on with another comparison of the same two wordings: decisions find their edits, and what changed is said. Steps of undo are of
    /// the texts as they were, and end with them.
    pub fn reloaded(&mut self, mut comparison: Comparison, notes: Vec<String>) -> Effect {
        let texts = |comparison: &Comparison| comparison.documents.as_ref().map(|document| document.text.clone());
        if texts(&comparison) == texts(&self.comparison) {
            return self.say("both wordings are as they were");
        }
        let (before, orphans) = (ids(&self.comparison), self.review.orphans.len());
        let at = self.current.and_then(|edit| self.comparison.edits.get(edit)).map(|edit| (edit.id, edit.spans.new));
        self.review.hold(&self.comparison);
        if comparison.cut != self.comparison.cut {
            comparison.recut(self.comparison.cut.clone());
        }
        self.review.align(&mut comparison);
        self.page = self.page.of_others(&comparison);
        self.comparison = comparison;
        self.search = self.search.take().map(|search| search.again(&self.comparison));
        (self.cursor, self.marked, self.top) = (None, None, Place::default());
        (self.done, self.undone) = (Vec::new(), Vec::new());
        self.note_decisions();
        self.current = at.and_then(|(id, place)| {
            let edits = &self.comparison.edits;
            let same = edits.iter().position(|edit| edit.id == id);
            same.or_else(|| edits.iter().position(|edit| edit.spans.new.start >= place.start))
                .or(edits.len().checked_sub(1))
        });
        self.current = self.current.or(self.first());
        self.notice = Some(self.news(&before, orphans, notes));
        self.show_current();
        if self.read_only || self.review == Default::default() { Effect::None } else { Effect::Save }
    }

    /// What came and what went.
    fn news(&self, before: &BTreeSet<EditId>, orphans: usize, notes: Vec<String>) -> String {
        let now = ids(&self.comparison);
        let edits = |count: usize| if count == 1 { "1 edit".to_owned() } else { format!("{count} edits") };
        let (came, went) = (now.difference(before).count(), before.difference(&now).count());
        let mut said = vec![match (came, went) {
            (0, 0) => "read again: the edits are the same".to_owned(),
            _ => format!("read again: {} came, {} went", edits(came), edits(went)),
        }];
        let key = self.keymap.key(Action::Orphans).unwrap_or_default();
        match self.review.orphans.len().saturating_sub(orphans) {
            0 => {}
            1 => said.push(format!("1 decision has lost its edit: {key} shows it")),
            many => said.push(format!("{many} decisions have lost their edits: {key} shows them")),
        }
        match self.review.lost(&self.comparison).len() {
            0 => {}
            1 => said.push(format!("what was aligned by hand fits no more: {key} shows it")),
            many => said.push(format!("{many} beads aligned by hand fit no more: {key} shows them")),
        }
        said.extend(notes);
        said.join(" · ")
    }
}

/// The edits of a comparison, by what they are known by.
fn ids(comparison: &Comparison) -> BTreeSet<EditId> {
    comparison.edits.iter().map(|edit| edit.id).collect()
}
