//! Coarser and finer: the edits cut anew under the eyes of whoever reviews them. Those of a translation are widened one by one.

use super::{App, Effect};
use crate::compare::{Comparison, EditKind, Mode};
use crate::document::{Pair, Span};
use crate::review::{Review, recut};

impl App {
    /// Cuts the edits coarser or finer; sentences with decisions keep their cut.
    pub(super) fn regrain(&mut self, coarser: bool) -> Effect {
        if self.comparison.mode == Mode::Translation {
            return self.widen(coarser);
        }
        let grain = self.comparison.cut.grain;
        let Some(next) = (if coarser { grain.coarser() } else { grain.finer() }) else {
            let end = if coarser { "coarsely" } else { "finely" };
            return self.say(&format!("cut {}: as {end} as can be", grain.name()));
        };
        self.cut_anew(|comparison, review| recut::recut(comparison, review, next));
        let edits = match self.comparison.edits.len() {
            1 => "1 edit".to_owned(),
            many => format!("{many} edits"),
        };
        let kept = match recut::kept(&self.comparison, &self.review) {
            0 => "",
            1 => "; 1 sentence with a decision keeps its cut",
            _ => "; sentences with decisions keep their cut",
        };
        self.notice = Some(format!("cut {}: {edits}{kept}", next.name()));
        // The cut is part of what is kept, so that decisions find their edits; without any there is nothing to keep.
        if self.read_only || self.review.entries.is_empty() { Effect::None } else { Effect::Save }
    }

    /// Does something that cuts the edits anew, and finds everything again that stood on edits.
    pub(super) fn cut_anew(&mut self, cutting: impl FnOnce(&mut Comparison, &mut Review)) {
        let current = self.current.and_then(|edit| self.comparison.edits.get(edit));
        let current = current.map(|edit| (edit.kind, edit.bead, edit.spans));
        cutting(&mut self.comparison, &mut self.review);
        self.page.recut(&self.comparison);
        self.note_decisions();
        self.current = current.and_then(|(kind, bead, spans)| self.nearest(kind, bead, spans)).or(self.first());
        self.top = self.scrolled(self.top, 0);
        self.show_current();
    }

    /// The edit at a place, or the first one of the bead that reaches it, or else the last one before.
    fn nearest(&self, kind: EditKind, bead: usize, spans: Pair<Span>) -> Option<usize> {
        let edits = &self.comparison.edits;
        let of_bead = self.comparison.beads.get(bead)?.edits.clone();
        let reaches = |edit: usize| {
            let found = edits[edit].spans;
            found.old.end >= spans.old.start && found.new.end >= spans.new.start
        };
        let reaching = || of_bead.clone().find(|edit| reaches(*edit)).or(of_bead.clone().last());
        self.comparison.edit_at(kind, spans).or_else(reaching)
    }
}
