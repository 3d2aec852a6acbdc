//! Going about: from edit to edit, from hit to hit, through the text.

use super::page::Place;
use super::search::{Hit, Wanted};
use super::{Action, App};
use crate::compare::flags::FlagKind;
use crate::compare::{Class, EditKind, Mode};
use crate::document::Side;

impl App {
    /// To the next or previous edit that fits, not around the ends.
    pub(super) fn walk(&mut self, onward: bool, count: Option<usize>, fits: impl Fn(&Self, usize) -> bool, what: &str) {
        let mut found = None;
        let mut from = self.start_of_walk(onward);
        let passed_by = self.passed_by(|edit| self.is_walked(edit) && fits(self, edit));
        let fits = |app: &Self, edit: usize| app.is_walked(edit) && fits(app, edit) && !passed_by.contains(&edit);
        for _ in 0..count.unwrap_or(1).min(self.comparison.edits.len()) {
            let next = if onward {
                (from..self.comparison.edits.len()).find(|edit| fits(self, *edit))
            } else {
                (0..from.min(self.comparison.edits.len())).rev().find(|edit| fits(self, *edit))
            };
            let Some(edit) = next else { break };
            found = Some(edit);
            from = if onward { edit + 1 } else { edit };
        }
        match found {
            Some(edit) => self.make_current(edit),
            None => {
                let all = (0..self.comparison.edits.len()).filter(|edit| fits(self, *edit)).count();
                let said = nothing(what, onward, all);
                let said = if self.filter.is_empty() { said } else { format!("{said}, of {}", self.filter.name()) };
                self.notice = Some(self.notice.take().map_or(said.clone(), |before| format!("{before}; {said}")));
                self.show_current();
            }
        }
    }

    /// Where a walk begins: at the current edit, or in the window when one has scrolled away from it. An edit may have no words to be seen.
    fn start_of_walk(&self, onward: bool) -> usize {
        let seen = || {
            self.window.iter().flat_map(|row| row.cells.old.iter().chain(&row.cells.new)).filter_map(|piece| piece.edit)
        };
        match self.current {
            Some(edit) if self.top == self.shown || self.in_sight(edit) || seen().next().is_none() => {
                edit + usize::from(onward)
            }
            Some(edit) if onward => seen().min().unwrap_or(edit + 1),
            Some(edit) => seen().max().map_or(edit, |last| last + 1),
            None => 0,
        }
    }

    /// Goes to an edit: strays are walked no more then, so that what is shown is what keys act on.
    pub(super) fn make_current(&mut self, edit: usize) {
        self.search.take_if(|search| search.wanted == Wanted::Strays);
        self.current = Some(edit);
        self.pointed = None;
        self.cursor_follows(edit);
        self.show_current();
    }

    /// To the edit of this number, as the title counts them.
    pub(super) fn go_to(&mut self, count: Option<usize>) {
        let last = self.comparison.edits.len();
        if last > 0 {
            self.make_current(count.unwrap_or(1).clamp(1, last) - 1);
        }
    }

    /// Whether an edit may change what is said.
    pub fn is_substantive(&self, edit: usize) -> bool {
        self.comparison.edits.get(edit).is_some_and(|edit| edit.class == Class::Substantive)
    }

    /// Whether an edit stands for words of the source that nobody has translated: left out, or left as they were.
    pub(super) fn is_untranslated(&self, edit: usize) -> bool {
        self.comparison.edits.get(edit).is_some_and(|edit| {
            let is_left_out = self.comparison.mode == Mode::Translation && edit.kind == EditKind::Delete;
            is_left_out || edit.flags.iter().any(|flag| flag.kind == FlagKind::Untranslated)
        })
    }

    /// Whether an edit is a move.
    pub fn is_move(&self, edit: usize) -> bool {
        self.comparison.edits.get(edit).is_some_and(|edit| edit.kind == EditKind::Move)
    }

    /// Whether there is a comment on an edit.
    pub(super) fn has_comment(&self, edit: usize) -> bool {
        self.comparison.edits.get(edit).is_some_and(|edit| !self.review.comment(edit.id).is_empty())
    }

    /// Shows the old place of the current move, or its new place again.
    pub(super) fn other_end(&mut self) {
        let Some(edit) = self.current.and_then(|edit| self.comparison.edits.get(edit)) else { return };
        if self.comparison.beads.get(edit.bead).is_none_or(|bead| bead.moved.is_none()) {
            self.notice = Some("the current edit is no move: it has no other end".to_owned());
            return;
        }
        let spans = self.comparison.bead_span(edit.bead);
        let here = self.byte_in_sight(Side::New, spans.new.start);
        if here {
            self.show_byte(Side::Old, spans.old.start);
        } else {
            self.show_byte(Side::New, spans.new.start);
        }
    }

    /// To the first hit from the top of the window on.
    pub(super) fn first_hit(&mut self) {
        let step = self.page.step_at(self.top);
        let hit = self.search.as_mut().and_then(|search| search.begin(step));
        self.show_hit(hit);
    }

    pub(super) fn walk_hits(&mut self, onward: bool, count: Option<usize>) {
        let hit = self.search.as_mut().and_then(|search| search.step(onward, count.unwrap_or(1)));
        self.show_hit(hit);
    }

    pub(super) fn show_hit(&mut self, hit: Option<Hit>) {
        let Some(Hit { side, span, .. }) = hit else { return };
        let mend = self.keymap.key(Action::Reword).filter(|_| self.is_to_be_mended());
        let mend = mend.map_or(String::new(), |key| format!(" · {key} mends it"));
        self.notice = self.search.as_ref().map(|search| search.said() + &mend);
        self.lead_to(side, span.start);
        if self.byte_in_sight(side, span.start) {
            self.refresh();
        } else {
            self.show_byte(side, span.start);
        }
    }

    /// Through the text.
    pub(super) fn scroll(&mut self, action: Action, count: Option<usize>) {
        let rows = self.rows().max(1);
        let times = count.unwrap_or(1).min(1_000_000) as isize;
        let page = rows.saturating_sub(2).max(1) as isize;
        let half = (rows / 2).max(1) as isize;
        self.top = match action {
            Action::Down => self.scrolled(self.top, times),
            Action::Up => self.scrolled(self.top, -times),
            Action::PageDown => self.scrolled(self.top, page.saturating_mul(times)),
            Action::PageUp => self.scrolled(self.top, -page.saturating_mul(times)),
            Action::HalfDown => self.scrolled(self.top, half),
            Action::HalfUp => self.scrolled(self.top, -half),
            Action::Start => self.scrolled(Place { chunk: 0, row: 0 }, 0),
            Action::End => self.end(),
            Action::NextParagraph | Action::PreviousParagraph => self.paragraph(action == Action::NextParagraph, times),
            _ => self.top,
        };
        self.refresh();
        let side = self.cursor.map_or(Side::New, |at| at.side);
        match action {
            Action::Start => self.lead_to(side, 0),
            Action::End => self.lead_to(side, usize::MAX),
            _ => self.pointed = None,
        }
    }

    /// The place at the top of the window that shows the end of the text.
    pub(super) fn end(&mut self) -> Place {
        let (columns, rows) = (self.columns(), self.rows());
        let end = self.page.end(&self.comparison, &self.review, self.view, columns);
        self.scrolled(end, 1 - rows as isize)
    }

    fn paragraph(&mut self, onward: bool, times: isize) -> Place {
        let Place { chunk, row } = self.top;
        let times = times.unsigned_abs();
        let chunk = match (onward, row) {
            (true, _) => chunk.saturating_add(times),
            (false, 0) => chunk.saturating_sub(times),
            (false, _) => chunk.saturating_sub(times - 1),
        };
        self.scrolled(Place { chunk, row: 0 }, 0)
    }
}

/// What is said where a walk finds nothing, and so many fit elsewhere.
fn nothing(what: &str, onward: bool, all: usize) -> String {
    let (way, others) = if onward { ("further on", "before") } else { ("further back", "behind") };
    match (all, what) {
        (0, "open edit") => "every edit is decided".to_owned(),
        (0, _) => format!("there is no {what}"),
        (1, "edit") => "this is the only edit".to_owned(),
        (_, "edit") => format!("this is the {} edit", if onward { "last" } else { "first" }),
        _ => format!("no {what} {way}, {all} {others}"),
    }
}
