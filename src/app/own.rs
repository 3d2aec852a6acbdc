//! What is typed about: an edit, a stray, or the sentence at the cursor, which is then taken up as an edit of the reviewer's own.

use super::sentence::Sentence;
use super::{Action, App, Effect};
use crate::compare::{Cut, EditKind};
use crate::document::{Pair, Span};
use crate::review::recut;

/// What a line that is typed is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// An edit.
    Edit(usize),
    /// The stray at this place of the new wording.
    Stray(Span),
    /// A bead in which nothing was found, to be taken up.
    Bead(usize),
}

impl App {
    /// What a reason, comment or third wording would be about: the stray that is shown, or what stands at the cursor where that is in sight
    /// and not at the current edit, or else the current edit.
    pub(super) fn about(&self) -> Option<About> {
        if let Some(stray) = self.stray() {
            return Some(About::Stray(stray.place));
        }
        let current = self.current.map(About::Edit);
        let Some(bead) = self.cursor.filter(|at| self.is_sentence_in_sight(*at)).and_then(|at| self.bead_of(at)) else {
            return current;
        };
        if self.current.is_some_and(|current| self.edits_of(bead).any(|edit| edit == current)) {
            return current;
        }
        match self.edits_of(bead).next() {
            Some(edit) => Some(About::Edit(edit)),
            None if self.comparison.is_derived => current,
            None => Some(About::Bead(bead)),
        }
    }

    /// The bead that the cursor stands in where nothing was found there: the current edit is not what is pointed at then.
    pub fn bare_bead(&self) -> Option<usize> {
        match self.about() {
            Some(About::Bead(bead)) => Some(bead),
            _ => None,
        }
    }

    /// Says that there is nothing to decide where the cursor stands in such a sentence.
    pub(super) fn refuses_deciding(&mut self) -> Option<Effect> {
        let key = |action| self.keymap.key(action).unwrap_or_default();
        let [leave, say] = [Action::Back, Action::Comment].map(key);
        let said = format!("no edit stands in this sentence: {leave} leaves it, {say} says something of it");
        self.bare_bead().map(|_| self.say(&said))
    }

    /// Makes the current edit of what was typed about; a bead becomes an edit. Whether there is one.
    pub(super) fn go_to_subject(&mut self, about: About) -> bool {
        match about {
            About::Edit(edit) if self.current != Some(edit) => self.make_current(edit),
            About::Bead(bead) => return self.take_up(bead),
            About::Edit(_) | About::Stray(_) => {}
        }
        true
    }

    /// Makes an edit of a bead, and the current one; whether it is one now.
    fn take_up(&mut self, bead: usize) -> bool {
        let spans = self.comparison.bead_span(bead);
        let mut cut = self.comparison.cut.clone();
        cut.own.insert(self.comparison.own_bead(bead));
        self.cut_anew(|comparison, review| recut::carry(comparison, review, cut));
        let edit = self.comparison.edit_at(EditKind::Own, spans);
        edit.into_iter().for_each(|edit| self.make_current(edit));
        edit.is_some()
    }

    /// Lets the cursor, where it is shown, stand at an edit that is gone to.
    pub(super) fn cursor_follows(&mut self, edit: usize) {
        let Some(at) = self.cursor else { return };
        let Some(bead) = self.comparison.edits.get(edit).map(|edit| edit.bead) else { return };
        if self.bead_of(at) == Some(bead) {
            return;
        }
        let sentences = &self.comparison.beads[bead].sentences;
        let other = at.side.other();
        let side = if sentences[at.side].is_empty() { other } else { at.side };
        self.cursor = Some(Sentence { side, index: sentences[side].start });
    }

    /// Adds to a cut the bead that has these spans: an edit of the reviewer's own stood there.
    pub(super) fn take_up_again(&self, cut: &mut Cut, spans: Pair<Span>) {
        let bead = (0..self.comparison.beads.len()).find(|bead| self.comparison.bead_span(*bead) == spans);
        cut.own.extend(bead.map(|bead| self.comparison.own_bead(bead)));
    }

    /// Drops the edits of the reviewer's own of which nothing is said any more, by the reviewer or by a check.
    pub(super) fn drop_idle(&mut self) {
        if self.comparison.cut.own.is_empty() {
            return;
        }
        let said = |id| self.review.entries.get(&id).is_some_and(|entry| !entry.is_empty());
        let edits = self.comparison.edits.iter();
        let idle = edits.filter(|edit| edit.kind == EditKind::Own && edit.flags.is_empty() && !said(edit.id));
        let beads: Vec<usize> = idle.map(|edit| edit.bead).collect();
        if !beads.is_empty() {
            self.let_go(&beads);
        }
    }

    fn let_go(&mut self, beads: &[usize]) {
        let mut cut = self.comparison.cut.clone();
        for bead in beads {
            cut.own.remove(&self.comparison.own_bead(*bead));
        }
        self.cut_anew(|comparison, review| recut::carry(comparison, review, cut));
    }

    /// Makes one edit of a whole sentence of a translation, or parts it into what was found in it.
    pub(super) fn widen(&mut self, wider: bool) -> Effect {
        let Some(edit) = self.current.and_then(|edit| self.comparison.edits.get(edit)) else {
            return self.say("there is no edit to widen");
        };
        let (bead, kind) = (edit.bead, edit.kind);
        let is_widened = kind == EditKind::Own;
        let keys = [Action::Coarser, Action::Finer, Action::Reopen, Action::Reword];
        let [coarser, finer, reopen, reword] = keys.map(|action| self.keymap.key(action).unwrap_or_default());
        if self.comparison.is_derived || !matches!(kind, EditKind::Own | EditKind::Replace) {
            return self.say("this edit is a whole sentence already");
        }
        if wider == is_widened {
            let said = if wider { "a whole sentence: as wide as can be" } else { "as narrow as what was found" };
            return self.say(said);
        }
        if self.has_decisions(bead) {
            return self
                .say(&format!("decided as it is: {reopen} takes the decision back, a comment goes with its words"));
        }
        if wider {
            self.take_up(bead);
            self.say(&format!("the whole sentence is one edit now: {reword} rewords it, {finer} parts it again"));
        } else {
            self.let_go(&[bead]);
            self.say(&format!("parted into what was found; {coarser} makes one edit of it again"));
        }
        if self.read_only || self.review.entries.is_empty() { Effect::None } else { Effect::Save }
    }

    fn has_decisions(&self, bead: usize) -> bool {
        let edits = self.comparison.beads[bead].edits.clone();
        let entry = |edit: usize| self.review.entries.get(&self.comparison.edits[edit].id);
        edits.filter_map(entry).any(|entry| !entry.is_empty())
    }
}
