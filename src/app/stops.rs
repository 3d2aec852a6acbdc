//! Where a walk begins, and where it stops: at every edit, but at a renumbering once.

use rustc_hash::FxHashSet;

use super::App;
use crate::review::Decision;

impl App {
    /// Which edits of the renumberings a walk passes by: the first of each that fits stands for the others, but for those of which
    /// something is to be said by themselves.
    pub(super) fn passed_by(&self, fits: impl Fn(usize) -> bool) -> FxHashSet<usize> {
        let all = self.comparison.numbering.all.iter();
        let others = |edits: &[usize]| {
            let fitting = edits.iter().copied().filter(|edit| fits(*edit) && self.is_plain(*edit));
            fitting.skip(1).collect::<Vec<_>>()
        };
        all.flat_map(|renumbering| others(&renumbering.edits)).collect()
    }

    /// To where somebody who stopped halfway goes on: the first open edit, or what was decided last where none is.
    pub(super) fn go_on(&mut self) {
        let (all, open) = (self.comparison.edits.len(), self.open_count());
        let next = (0..all).find(|edit| self.is_open(*edit));
        let (said, at) = match (all - open, next) {
            (0, _) => (None, next),
            (decided, Some(next)) => {
                let are = if decided == 1 { "is" } else { "are" };
                (Some(format!("{decided} of {all} edits {are} decided: on with the first open one")), Some(next))
            }
            (_, None) => (Some(format!("all edits are decided ({all})")), self.last_decided()),
        };
        self.notice = said;
        self.current = at.or(self.first());
    }

    /// Whether nothing is to be said of an edit but whether it was accepted or rejected.
    fn is_plain(&self, edit: usize) -> bool {
        let is_said = !matches!(self.decision(edit), Decision::Open | Decision::Accepted | Decision::Rejected);
        !is_said && !self.has_comment(edit)
    }
}
