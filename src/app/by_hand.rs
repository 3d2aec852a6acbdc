//! Alignment by hand: sentences joined, beads freed, split and merged. What is fixed stands in the review; the rest is aligned around it.

use std::ops::Range;

use super::sentence::Sentence;
use super::undo::Step as Done;
use super::{Action, App, Effect};
use crate::compare::{Mode, Step};
use crate::document::{Pair, Side};
use crate::review::{Attached, FixedBead, recut};

impl App {
    /// Marks the sentence at the cursor, or joins it with the one marked on the other side.
    pub(super) fn join(&mut self) -> Effect {
        if let Some(refused) = self.refuses_fixing() {
            return refused;
        }
        let Some(at) = self.cursor else { return self.begin_by_hand() };
        match self.marked {
            Some(marked) if marked == at => {
                self.marked = None;
                self.say("no longer marked")
            }
            Some(marked) if marked.side != at.side => {
                let (old, new) = if at.side == Side::Old { (at, marked) } else { (marked, at) };
                self.marked = None;
                self.fix(Pair::of(old.index..old.index + 1, new.index..new.index + 1), true)
            }
            _ => {
                self.marked = Some(at);
                let [align, old, new, back] = [Action::Align, Action::OldSide, Action::NewSide, Action::Back]
                    .map(|action| self.keymap.key(action).unwrap_or_default());
                let other = if at.side == Side::Old { new } else { old };
                self.say(&format!("marked: go to what belongs to it ({other} is the other side) and press {align} again; {back} leaves it"))
            }
        }
    }

    /// Shows the cursor, so that nothing is marked that nobody has seen.
    fn begin_by_hand(&mut self) -> Effect {
        self.cursor = self.sentence_in_sight();
        self.show_cursor();
        let keys = [Action::NextSentence, Action::PreviousSentence, Action::OldSide, Action::NewSide, Action::Align];
        let [next, previous, old, new, align] = keys.map(|action| self.keymap.key(action).unwrap_or_default());
        self.say(&format!(
            "{next} {previous} go from sentence to sentence, {old} {new} from side to side; {align} marks one"
        ))
    }

    /// Frees the bead at the cursor where it is fixed. Else splits it: the sentence at the cursor and those behind it go, or the first
    /// alone; where it is the only one of its side, the sides stand apart.
    pub(super) fn split(&mut self) -> Effect {
        if let Some(refused) = self.refuses_fixing() {
            return refused;
        }
        let Some(at) = self.cursor else { return self.begin_by_hand() };
        let attached = self.attached();
        let is_there = |place: &Pair<Range<usize>>| place[at.side].contains(&at.index);
        if let Some((index, _)) = attached.beads.iter().find(|(_, place)| is_there(place)) {
            let mut fixed = self.review.fixed.clone();
            fixed.remove(*index);
            return self.fixed(fixed, "no longer fixed: found anew");
        }
        let Some(bead) = self.bead_of(at).and_then(|bead| self.comparison.beads.get(bead)) else { return Effect::None };
        let mut sentences = bead.sentences.clone();
        if sentences.old.is_empty() || sentences.new.is_empty() {
            return self.say("this sentence stands alone already");
        }
        let own = &mut sentences[at.side];
        if own.len() == 1 {
            return self.fix(sentences, false);
        }
        *own = if at.index == own.start { at.index + 1..own.end } else { own.start..at.index };
        self.fix(sentences, true)
    }

    /// Makes one bead of the bead at the cursor and the next one.
    pub(super) fn merge(&mut self) -> Effect {
        if let Some(refused) = self.refuses_fixing() {
            return refused;
        }
        let Some(at) = self.cursor else { return self.begin_by_hand() };
        let step = self.page.step_of(at.side, at.index);
        let sentences = |step: usize| match self.comparison.steps.get(step) {
            Some(Step::Bead(bead)) => self.comparison.beads.get(*bead).map(|bead| bead.sentences.clone()),
            _ => None,
        };
        let Some((one, next)) = sentences(step).zip(sentences(step + 1)) else {
            return self.say("nothing stands behind it in its place that could be merged with it");
        };
        let both = joined(&one, &next);
        if both.old.is_empty() || both.new.is_empty() {
            return self.say("neither of the two has a counterpart: mark one and what belongs to it");
        }
        self.fix(both, true)
    }

    /// Fixes a bead, together or apart. Beads fixed before that share sentences with it go into it.
    fn fix(&mut self, mut sentences: Pair<Range<usize>>, is_together: bool) -> Effect {
        let mut attached = self.attached().beads;
        let mut taken = Vec::new();
        while let Some(at) = attached.iter().position(|(_, place)| share(place, &sentences)) {
            let (index, place) = attached.remove(at);
            if is_together && !self.review.fixed[index].is_apart {
                sentences = joined(&sentences, &place);
            }
            taken.push(index);
        }
        let crosses = |place: &Pair<Range<usize>>| {
            (place.old.end <= sentences.old.start) != (place.new.end <= sentences.new.start)
        };
        let may_cross = |index: usize| is_together && !self.review.fixed[index].is_apart;
        let is_in_the_way = |(index, place): &(usize, Pair<Range<usize>>)| crosses(place) && !may_cross(*index);
        if self.comparison.mode == Mode::Translation && attached.iter().any(is_in_the_way) {
            let key = self.keymap.key(Action::Split).unwrap_or_default();
            return self.say(&format!("this crosses what was put apart before: free that first, with {key}"));
        }
        let bead = FixedBead::of(self.comparison.documents.as_ref(), &sentences, !is_together);
        let mut fixed = self.review.fixed.clone();
        taken.sort_unstable();
        taken.into_iter().rev().for_each(|index| drop(fixed.remove(index)));
        fixed.push(bead);
        let is_crosswise = is_together && attached.iter().any(|(_, place)| crosses(place));
        let done = match (sentences.old.len(), sentences.new.len()) {
            _ if !is_together => "fixed: these stand apart now".to_owned(),
            (1, 1) => "fixed: these two belong together now".to_owned(),
            (old, new) => format!("fixed: {} and {} belong together now", counted(old, "old"), counted(new, "new")),
        };
        let moved = if is_crosswise { "; of those that cross, some are shown as moved" } else { "" };
        self.fixed(fixed, &format!("{done}{moved}"))
    }

    /// Takes these as the beads that are fixed, as one step of undo.
    fn fixed(&mut self, fixed: Vec<FixedBead>, done: &str) -> Effect {
        let before = std::mem::replace(&mut self.review.fixed, fixed.clone());
        self.done.push(Done::Fixed { before, after: fixed });
        self.undone.clear();
        let key = self.keymap.key(Action::Undo).unwrap_or_default();
        self.notice = Some(format!("{done}; {key} undoes it"));
        Effect::Align
    }

    fn attached(&self) -> Attached {
        Attached::of(&self.review.fixed, self.comparison.documents.as_ref(), self.comparison.mode)
    }

    /// Aligns around what is fixed now, which may take a while in a long text. What is in sight stays there.
    pub fn align(&mut self) {
        let current = self.current.and_then(|edit| self.comparison.edits.get(edit)).map(|edit| (edit.id, edit.spans));
        let held = self.cursor.or_else(|| self.sentence_in_sight());
        let row = held.map_or(0, |at| self.row_of(at));
        let cut = recut::hold(&self.comparison, &mut self.review);
        recut::align(&mut self.comparison, &mut self.review, cut);
        self.page = self.page.renewed(&self.comparison);
        self.note_decisions();
        self.current = current.and_then(|(id, spans)| {
            let edits = &self.comparison.edits;
            let same = edits.iter().position(|edit| edit.id == id);
            same.or_else(|| edits.iter().position(|edit| edit.spans.new.start >= spans.new.start))
                .or(edits.len().checked_sub(1))
        });
        self.current = self.current.or(self.first());
        self.search = self.search.take().map(|search| search.again(&self.comparison, &self.review));
        self.marked = None;
        let Some(at) = held else { return self.refresh() };
        let columns = self.columns();
        let start = self.comparison.documents[at.side].sentences.get(at.index).map_or(0, |span| span.start);
        let place = self.page.place_of_byte(&self.comparison, &self.review, self.view, columns, at.side, start);
        self.top = self.scrolled(place, -(row as isize)).min(self.end());
        self.refresh();
    }

    /// The row of the window in which a sentence begins.
    fn row_of(&self, at: Sentence) -> usize {
        let start = self.comparison.documents[at.side].sentences.get(at.index).map_or(0, |span| span.start);
        self.row_of_byte(at.side, start).unwrap_or(0)
    }
}

fn counted(sentences: usize, which: &str) -> String {
    if sentences == 1 { format!("1 {which} sentence") } else { format!("{sentences} {which} sentences") }
}

/// What two beads that stand beside each other cover together.
fn joined(one: &Pair<Range<usize>>, other: &Pair<Range<usize>>) -> Pair<Range<usize>> {
    let side = |a: &Range<usize>, b: &Range<usize>| match (a.is_empty(), b.is_empty()) {
        (true, _) => b.clone(),
        (_, true) => a.clone(),
        _ => a.start.min(b.start)..a.end.max(b.end),
    };
    Pair::of(side(&one.old, &other.old), side(&one.new, &other.new))
}

/// Whether two beads share a sentence.
fn share(one: &Pair<Range<usize>>, other: &Pair<Range<usize>>) -> bool {
    let meet = |a: &Range<usize>, b: &Range<usize>| a.start < b.end && b.start < a.end;
    meet(&one.old, &other.old) || meet(&one.new, &other.new)
}
