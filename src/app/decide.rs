//! Deciding.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::undo::{Change, Step};
use super::{Action, App, Effect};
use crate::compare::{Edit, EditKind, Mode};
use crate::document::Side;
use crate::review::numbering::{carried, followers};
use crate::review::{Decision, Entry};

/// Why a rewording is not repeated here.
pub(super) const OTHER_WORDS: &str = "the last rewording was of other words: reword these by themselves";

impl App {
    /// Decides the current edit, and what goes with it.
    pub(super) fn decide(&mut self, decision: Decision) -> Effect {
        let Some(edit) = self.current else { return self.say("there is no edit to decide") };
        if let Some(effect) = self.refuses_deciding() {
            return effect;
        }
        let edits = self.decided_with(edit, &decision);
        let effect = self.decide_all(&edits, &decision);
        let rest = self.rest_of_article(edit, &decision).filter(|_| effect == Effect::Save);
        rest.into_iter().for_each(|rest| self.say_last(rest));
        let goes = self.goes_from_translation(edit, &decision).filter(|_| effect == Effect::Save);
        goes.into_iter().for_each(|goes| self.say_last(goes));
        let series = self.renumbering();
        let is_other = |other: &&usize| *self.review.decision(self.comparison.edits[**other].id) != decision;
        let others = series.iter().filter(is_other).count();
        if effect == Effect::Save && edits.len() > 1 {
            self.say_first(format!("{} renumbering edits {}", edits.len(), decision.name()));
        } else if effect == Effect::Save && others > 0 && !matches!(decision, Decision::Reworded(_)) {
            let (all, key) = (series.len(), self.keymap.key(Action::Identical).unwrap_or_default());
            self.notice = Some(format!("1 of {all} numbers {}: {key} decides the others alike", decision.name()));
        }
        effect
    }

    pub(super) fn accept_and_go(&mut self) -> Effect {
        let effect = self.decide(Decision::Accepted);
        if effect == Effect::Save && self.open_count() > 0 {
            self.walk(true, None, Self::is_open, "open edit");
        }
        effect
    }

    pub(super) fn repeat(&mut self) -> Effect {
        match self.last.clone() {
            Some(decision) if self.fits_here(&decision) => self.decide(decision),
            Some(_) => self.say(OTHER_WORDS),
            None => self.say("nothing was decided yet that could be repeated"),
        }
    }

    /// Whether a decision may be that on the current edit: a rewording only where it is one of the same words already.
    pub(super) fn fits_here(&self, decision: &Decision) -> bool {
        let words = |edit: &Edit| self.comparison.words(edit).map(str::trim);
        let current = self.current.and_then(|edit| self.comparison.edits.get(edit)).map(words);
        let is_same = |edit: &Edit| self.review.decision(edit.id) == decision && current == Some(words(edit));
        !matches!(decision, Decision::Reworded(_)) || self.comparison.edits.iter().any(is_same)
    }

    /// Decides every open edit of the paragraph in which the current edit stands; of a filter, only those that fit it.
    pub(super) fn decide_paragraph(&mut self, decision: Decision) -> Effect {
        let Some(current) = self.current else { return self.say("there is no edit to decide") };
        if let Some(effect) = self.refuses_deciding() {
            return effect;
        }
        let edits: Vec<usize> = (0..self.comparison.edits.len())
            .filter(|edit| self.is_open(*edit) && self.is_walked(*edit) && self.in_one_paragraph(current, *edit))
            .collect();
        self.decide_many(&edits, &decision, "no edit of this paragraph is open")
    }

    /// Decides every open edit of the article that came or went as a whole around the current edit; of a filter, only those that fit it.
    pub(super) fn decide_article(&mut self, decision: Decision) -> Effect {
        let Some(current) = self.current else { return self.say("there is no edit to decide") };
        if let Some(effect) = self.refuses_deciding() {
            return effect;
        }
        let edits = self.comparison.article(current);
        if edits.is_empty() {
            let key = |action| self.keymap.key(action).unwrap_or_default();
            let keys = [key(Action::AcceptParagraph), key(Action::RejectParagraph)].join(" and ");
            return self.say(&format!("no article came or went as a whole here; {keys} decide a paragraph"));
        }
        let edits: Vec<usize> = edits.into_iter().filter(|edit| self.is_open(*edit) && self.is_walked(*edit)).collect();
        self.decide_many(&edits, &decision, "no edit of this article is open")
    }

    /// What to press for the rest of an article whose head was decided alone.
    fn rest_of_article(&self, head: usize, decision: &Decision) -> Option<String> {
        let action = match decision {
            Decision::Accepted => Action::AcceptArticle,
            Decision::Rejected => Action::RejectArticle,
            _ => return None,
        };
        let edits = self.comparison.article(head);
        let open = edits.iter().filter(|edit| self.is_open(**edit)).count();
        let key = self.keymap.key(action).filter(|_| open > 0 && edits.first() == Some(&head))?;
        let edits = if open == 1 { "1 edit under it is".to_owned() } else { format!("{open} edits under it are") };
        Some(format!("{edits} open: {key} decides the whole article"))
    }

    /// That the words of an addition that is rejected go, where they may render what seems to be left out elsewhere.
    fn goes_from_translation(&self, edit: usize, decision: &Decision) -> Option<String> {
        let is_of = |edit: &Edit, kind: EditKind| self.comparison.mode == Mode::Translation && edit.kind == kind;
        let edit = self.comparison.edits.get(edit).filter(|edit| is_of(edit, EditKind::Insert))?;
        let may_belong =
            self.comparison.edits.iter().any(|other| other.id != edit.id && is_of(other, EditKind::Delete));
        let [undo, link] = [Action::Undo, Action::Align].map(|action| self.keymap.key(action).unwrap_or_default());
        (may_belong && *decision == Decision::Rejected)
            .then(|| format!("its words go; if they render a sentence elsewhere, undo ({undo}) and link both ({link})"))
    }

    /// Decides every open edit that fits the filter.
    pub(super) fn decide_filtered(&mut self, decision: Decision) -> Effect {
        if self.filter.is_empty() {
            let key = self.keymap.key(Action::Filter).unwrap_or_default();
            return self.say(&format!("this is for the edits of a filter: choose them first, with {key}"));
        }
        let all = 0..self.comparison.edits.len();
        let edits: Vec<usize> = all.filter(|edit| self.is_open(*edit) && self.is_walked(*edit)).collect();
        self.decide_many(&edits, &decision, "no edit that fits the filter is open")
    }

    fn decide_many(&mut self, edits: &[usize], decision: &Decision, none: &str) -> Effect {
        if edits.is_empty() {
            return self.say(none);
        }
        let mut all = BTreeSet::new();
        for edit in edits {
            // What is among them already brought its renumbering with it.
            if !all.contains(edit) {
                all.extend(self.decided_with(*edit, decision));
            }
        }
        let others = all.len() - edits.len();
        let all: Vec<usize> = all.into_iter().collect();
        let effect = self.decide_all(&all, decision);
        if effect == Effect::Save {
            let edits = if edits.len() == 1 { "1 edit".to_owned() } else { format!("{} edits", edits.len()) };
            let others = match others {
                0 => String::new(),
                1 => ", and 1 number elsewhere that is renumbered with it".to_owned(),
                many => format!(", and {many} numbers elsewhere that are renumbered with it"),
            };
            self.say_first(format!("{edits} {}{others}", decision.name()));
        }
        effect
    }

    fn in_one_paragraph(&self, one: usize, other: usize) -> bool {
        let meet = |side| match (self.blocks(one, side), self.blocks(other, side)) {
            (Some(a), Some(b)) => a.start < b.end && b.start < a.end,
            _ => false,
        };
        one == other || meet(Side::New) || meet(Side::Old)
    }

    /// The blocks an edit's bead stands in; a moved bead stands in the new wording only.
    fn blocks(&self, edit: usize, side: Side) -> Option<Range<usize>> {
        let bead = self.comparison.beads.get(self.comparison.edits.get(edit)?.bead)?;
        let sentences = &bead.sentences[side];
        if sentences.is_empty() || (bead.moved.is_some() && side == Side::Old) {
            return None;
        }
        let document = &self.comparison.documents[side];
        Some(document.block_of(sentences.start)..document.block_of(sentences.end - 1) + 1)
    }

    /// Decides edits, as one step of undo; heads, and numbers that follow from what is rejected, go with it.
    pub(super) fn decide_all(&mut self, edits: &[usize], decision: &Decision) -> Effect {
        let following = followers(&self.comparison, &self.review, edits, decision);
        let all = [edits, following.as_slice()].concat();
        let open = self.open_count();
        let mut carried = carried(&self.comparison, edits, &following).into_iter();
        let effect = self.change(&all, |entry| {
            entry.decision = decision.clone();
            entry.is_carried = carried.next() == Some(true);
        });
        if effect == Effect::Save {
            self.tell_numbers(edits, &following, decision);
        }
        if effect == Effect::Save && *decision != Decision::Open {
            self.last = Some(decision.clone());
            self.tell_done(open);
        }
        effect
    }

    /// Says that nothing is open any more, where something was before.
    fn tell_done(&mut self, before: usize) {
        if before > 0 && self.open_count() == 0 {
            let sent_back = self.sent_back_count();
            let sent_back = if sent_back > 0 { format!(", {sent_back} sent back") } else { String::new() };
            self.say_last(format!("every edit is decided{sent_back}"));
        }
    }

    /// Changes the entries of edits, as one step of undo.
    pub(super) fn change(&mut self, edits: &[usize], mut change: impl FnMut(&mut Entry)) -> Effect {
        if self.read_only {
            return self.say("read only: nothing is decided or saved here");
        }
        let (mut step, mut prints) = (Vec::new(), BTreeMap::new());
        for (index, edit) in edits.iter().filter_map(|edit| Some((*edit, self.comparison.edits.get(*edit)?))) {
            let before = self.review.entries.get(&edit.id).cloned();
            let mut after = before.clone().unwrap_or_default();
            after.quote = self.comparison.words(edit).map(str::to_owned);
            after.note(&self.comparison, index);
            change(&mut after);
            let print = *prints.entry(edit.bead).or_insert_with(|| self.comparison.bead_print(edit.bead));
            let grain = self.comparison.cut.of(print);
            step.push(Change { kind: edit.kind, spans: edit.spans, bead: print, grain, before, after: Some(after) });
        }
        self.put(&step, |change| &change.after);
        let of_current = self.current.filter(|current| edits.contains(current)).or(edits.last().copied());
        let before = self.last_place();
        self.review.last = of_current.and_then(|edit| self.comparison.edits.get(edit)).map(|edit| edit.id);
        self.done.push(Step::Entries { changes: step, last: [before, self.last_place()] });
        self.undone.clear();
        self.drop_idle();
        self.refresh();
        Effect::Save
    }

    /// Says something before what is said already.
    pub(super) fn say_first(&mut self, said: String) {
        self.notice = Some(self.notice.take().map_or(said.clone(), |more| format!("{said}; {more}")));
    }

    /// Says something behind what is said already.
    pub fn say_last(&mut self, said: String) {
        self.notice = Some(self.notice.take().map_or(said.clone(), |before| format!("{before}; {said}")));
    }

    /// Says something instead of doing it.
    pub(super) fn say(&mut self, notice: &str) -> Effect {
        self.notice = Some(notice.to_owned());
        Effect::None
    }
}
