//! Where a walk stops: at every edit, but at a renumbering once.

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

    /// Whether nothing is to be said of an edit but whether it was accepted or rejected.
    fn is_plain(&self, edit: usize) -> bool {
        let is_said = !matches!(self.decision(edit), Decision::Open | Decision::Accepted | Decision::Rejected);
        !is_said && !self.has_comment(edit)
    }
}
