//! Undoing and redoing.

use super::{App, Effect};
use crate::compare::{Cut, EditKind, Grain};
use crate::document::{Pair, Span};
use crate::review::{Decision, Entry, FixedBead, recut};

/// A step of undo.
#[derive(Clone, Debug)]
pub(super) enum Step {
    /// Edits were decided or commented on; where the one stands that was the last, before and after.
    Entries { changes: Vec<Change>, last: [Option<EditPlace>; 2] },
    /// A stray was decided or commented on.
    Stray { place: Span, before: Box<Option<Entry>>, after: Box<Option<Entry>> },
    /// Beads were fixed or freed.
    Fixed { before: Vec<FixedBead>, after: Vec<FixedBead> },
}

/// Where an edit stands, which it does however the sentences around it are cut.
pub(super) type EditPlace = (EditKind, Pair<Span>);

/// What happened to the entry of one edit. The edit is known by its place, which it has however the sentences around it are cut.
#[derive(Clone, Debug)]
pub(super) struct Change {
    pub(super) kind: EditKind,
    pub(super) spans: Pair<Span>,
    /// The fingerprint of its bead, and how that was cut.
    pub(super) bead: u64,
    pub(super) grain: Grain,
    pub(super) before: Option<Entry>,
    pub(super) after: Option<Entry>,
}

impl App {
    pub(super) fn undo(&mut self) -> Effect {
        if self.marked.take().is_some() {
            return self.say("no longer marked");
        }
        let Some(step) = self.done.pop() else { return self.say("nothing to undo: this is how the sitting began") };
        let effect = match &step {
            Step::Entries { changes, last: [last, _] } => {
                self.put_again("undone", changes, |change| [&change.before, &change.after], *last)
            }
            Step::Stray { place, before, .. } => self.put_stray_again(*place, before.as_ref().clone()),
            Step::Fixed { before, .. } => self.put_fixed(before, "what was fixed by hand is as it was"),
        };
        self.undone.push(step);
        effect
    }

    pub(super) fn redo(&mut self) -> Effect {
        let Some(step) = self.undone.pop() else { return self.say("nothing to redo") };
        let effect = match &step {
            Step::Entries { changes, last: [_, last] } => {
                self.put_again("done again", changes, |change| [&change.after, &change.before], *last)
            }
            Step::Stray { place, after, .. } => self.put_stray_again(*place, after.as_ref().clone()),
            Step::Fixed { after, .. } => self.put_fixed(after, "done again: fixed by hand"),
        };
        self.done.push(step);
        effect
    }

    /// The edit that was decided or commented on last.
    pub(super) fn last_decided(&self) -> Option<usize> {
        let last = self.review.last?;
        self.comparison.edits.iter().position(|edit| edit.id == last)
    }

    /// Where that edit stands.
    pub(super) fn last_place(&self) -> Option<EditPlace> {
        self.last_decided().map(|edit| &self.comparison.edits[edit]).map(|edit| (edit.kind, edit.spans))
    }

    /// Gives edits the entries of before or after a step, which are the first of two, goes there, and says what was done.
    fn put_again(
        &mut self,
        done: &str,
        changes: &[Change],
        entries: impl Fn(&Change) -> [&Option<Entry>; 2],
        last: Option<EditPlace>,
    ) -> Effect {
        self.put(changes, |change| entries(change)[0]);
        let last = last.and_then(|(kind, spans)| self.comparison.edit_at(kind, spans));
        self.review.last = last.map(|edit| self.comparison.edits[edit].id);
        self.last = last.map(|edit| self.decision(edit).clone()).filter(|decision| *decision != Decision::Open);
        // Of several, the one that the person stands at is where they were decided.
        let mut changed = changes.iter().filter_map(|change| self.edit_of(change));
        let here = changed.clone().find(|edit| Some(*edit) == self.current);
        if let Some(edit) = here.or_else(|| changed.next()) {
            self.make_current(edit);
            self.say_first(format!("{done}: {}", what_changed(edit + 1, changes, entries)));
        }
        self.drop_idle();
        Effect::Save
    }

    /// Gives edits the entries of before or after a step.
    pub(super) fn put(&mut self, changes: &[Change], entry: impl Fn(&Change) -> &Option<Entry>) {
        self.page.decided();
        self.cut_as_at(changes);
        for change in changes {
            let Some(edit) = self.edit_of(change) else { continue };
            let id = self.comparison.edits[edit].id;
            match entry(change) {
                Some(entry) => self.review.entries.insert(id, entry.clone()),
                None => self.review.entries.remove(&id),
            };
            self.note_decision(edit);
        }
        self.strays_again();
    }

    /// The edit that was changed, where the sentences are cut as they were then.
    fn edit_of(&self, change: &Change) -> Option<usize> {
        self.comparison.edit_at(change.kind, change.spans)
    }

    /// Cuts sentences as they were cut at the time, where they were cut anew since: nobody had decided anything in them then.
    fn cut_as_at(&mut self, changes: &[Change]) {
        let gone: Vec<&Change> = changes.iter().filter(|change| self.edit_of(change).is_none()).collect();
        if gone.is_empty() {
            return;
        }
        let mut cut: Cut = self.comparison.cut.clone();
        for change in gone {
            if change.kind == EditKind::Own {
                self.take_up_again(&mut cut, change.spans);
            } else {
                cut.kept.insert(change.bead, change.grain);
            }
        }
        self.cut_anew(|comparison, review| recut::carry(comparison, review, cut));
    }

    /// Fixes beads as before or after a step, and says so.
    fn put_fixed(&mut self, fixed: &[FixedBead], said: &str) -> Effect {
        self.review.fixed = fixed.to_vec();
        self.notice = Some(said.to_owned());
        Effect::Align
    }
}

/// What became of the entries of edits, the first of which has this number now.
fn what_changed<'a>(
    number: usize,
    changes: &'a [Change],
    entries: impl Fn(&'a Change) -> [&'a Option<Entry>; 2],
) -> String {
    let [change] = changes else { return format!("{} edits", changes.len()) };
    let [now, before] = entries(change).map(|entry| entry.as_ref().cloned().unwrap_or_default());
    match (now.decision == before.decision, now.comment.is_empty()) {
        (false, _) => format!("edit {number} is {}", now.decision.name()),
        (true, true) => format!("edit {number} has no comment"),
        (true, false) => format!("edit {number} has its comment"),
    }
}
