//! Strays: from one to the next, and what is decided on the one that is shown.

use super::search::{Search, Wanted};
use super::undo::Step;
use super::update::is_of_edits;
use super::{Action, App, Effect, Screen};
use crate::compare::strays::Stray;
use crate::document::{Side, Span};
use crate::review::remarks::strays_of;
use crate::review::{Decision, Entry};

impl App {
    /// The stray that is shown while strays are walked; in the overview edits are.
    pub fn stray(&self) -> Option<&Stray> {
        let is_shown = |search: &&Search| search.wanted == Wanted::Strays && !self.screens.contains(&Screen::Overview);
        let search = self.search.as_ref().filter(is_shown)?;
        self.comparison.stray(search.current_hit()?.span)
    }

    /// Whether a stray is shown on which nothing was decided.
    pub(super) fn is_to_be_mended(&self) -> bool {
        self.stray().is_some_and(|stray| self.review.is_open(stray.id)) && !self.read_only
    }

    /// To what an edit elsewhere should have changed too: first to that of the current edit, or else to the first in the window.
    pub(super) fn walk_strays(&mut self, onward: bool, count: Option<usize>) {
        if self.search.as_ref().is_some_and(|search| search.wanted == Wanted::Strays) {
            return self.walk_hits(onward, count);
        }
        let mut search = Search::strays(&self.comparison, &self.review);
        if search.hits.is_empty() {
            self.notice = Some("there is no stray: every reference and every group of edits is complete".to_owned());
            return;
        }
        let own = self.current.map_or(Vec::new(), |edit| strays_of(&self.comparison, &self.review, edit));
        let hit = search.begin_among(&own).or_else(|| search.begin(self.page.step_at(self.top)));
        self.search = Some(search);
        self.show_hit(hit);
    }

    /// Looks for strays anew while they are walked: by a decision one may be right, or wrong again.
    pub(super) fn strays_again(&mut self) {
        let Some(search) = self.search.take_if(|search| search.wanted == Wanted::Strays) else { return };
        let search = search.again(&self.comparison, &self.review);
        if search.hits.is_empty() {
            self.notice = Some("no stray is left: edits are walked again".to_owned());
        } else {
            self.search = Some(search);
        }
    }

    /// What an action that decides does to the stray that is shown; `None` = what it always does.
    pub(super) fn act_on_stray(&mut self, action: Action) -> Option<Effect> {
        let place = self.stray()?.place;
        let asks = matches!(action, Action::Reword | Action::RewordInEditor | Action::Comment | Action::SendBack);
        let decides = matches!(action, Action::Accept | Action::AcceptAndGo | Action::Reopen);
        if !asks && !decides {
            return is_of_edits(action).then(|| {
                let key = |action| self.keymap.key(action).unwrap_or_default();
                let (mend, leave, back) = (key(Action::Reword), key(Action::Accept), key(Action::Back));
                self.say(&format!(
                    "a stray is no edit: {mend} mends it, {leave} lets it stand, {back} goes back to the edits"
                ))
            });
        }
        if !self.byte_in_sight(Side::New, place.start) {
            self.show_byte(Side::New, place.start);
            // In the clean text other words stand there once it is mended.
            if self.byte_in_sight(Side::New, place.start) {
                return Some(self.say("this stray was out of sight: here it is"));
            }
        }
        if asks {
            return None;
        }
        let decision = if action == Action::Reopen { Decision::Open } else { Decision::Accepted };
        let effect = self.change_stray(place, |entry| entry.decision = decision);
        if effect == Effect::Save && action == Action::AcceptAndGo {
            self.walk_hits(true, None);
        }
        Some(effect)
    }

    /// Changes the entry of a stray, as one step of undo.
    pub(super) fn change_stray(&mut self, place: Span, change: impl FnOnce(&mut Entry)) -> Effect {
        if self.read_only {
            return self.say("read only: nothing is decided or saved here");
        }
        let Some(id) = self.comparison.stray(place).map(|stray| stray.id) else { return Effect::None };
        let before = self.review.entries.get(&id).cloned();
        let mut after = before.clone().unwrap_or_default();
        let text = &self.comparison.documents.new.text;
        after.quote.new = self.comparison.sentence_around(place).of(text).to_owned();
        after.place = self.comparison.place(Side::New, self.comparison.new_block(place));
        change(&mut after);
        self.put_stray(place, Some(after.clone()));
        self.done.push(Step::Stray { place, before: Box::new(before), after: Box::new(Some(after)) });
        self.undone.clear();
        self.notice = self.search.as_ref().map(Search::said).or(self.notice.take());
        self.refresh();
        Effect::Save
    }

    /// Gives a stray the entry of before or after a step, and goes there.
    pub(super) fn put_stray_again(&mut self, place: Span, entry: Option<Entry>) -> Effect {
        if self.comparison.stray(place).is_none() {
            return self.say("the stray that this was about is gone");
        }
        self.put_stray(place, entry);
        self.refresh();
        if !self.byte_in_sight(Side::New, place.start) {
            self.show_byte(Side::New, place.start);
        }
        Effect::Save
    }

    fn put_stray(&mut self, place: Span, entry: Option<Entry>) {
        let Some(id) = self.comparison.stray(place).map(|stray| stray.id) else { return };
        match entry {
            Some(entry) => self.review.entries.insert(id, entry),
            None => self.review.entries.remove(&id),
        };
        self.page.decided();
        self.strays_again();
    }
}
