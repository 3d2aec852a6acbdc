//! Why there is no settled text yet.

use std::fmt;

use super::settle::{Open, is_to_be_mended};
use super::{Decision, Review};
use crate::compare::strays::Stray;
use crate::compare::{Comparison, Edit, EditKind};

/// There is no settled text: some edits are not decided.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Unsettled {
    /// How many edits are open.
    pub open: usize,
    /// How many are sent back.
    pub sent_back: usize,
    /// How many are rejected and to be mended; these alone do not keep a text from being settled.
    pub rejected: usize,
}

impl fmt::Display for Unsettled {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let counts =
            [(self.open, "still open"), (self.sent_back, "sent back"), (self.rejected, "rejected and to be mended")];
        for (at, (count, what)) in counts.into_iter().filter(|(count, _)| *count > 0).enumerate() {
            let edits = match (at, count) {
                (0, 1) => "1 edit is".to_owned(),
                (0, many) => format!("{many} edits are"),
                (_, 1) => ", 1 is".to_owned(),
                (_, many) => format!(", {many} are"),
            };
            write!(out, "{edits} {what}")?;
        }
        write!(out, ": decide them, or say with --open old or --open new which words stand")
    }
}

impl std::error::Error for Unsettled {}

/// Whether edits are undecided that may not be.
pub(super) fn refused(comparison: &Comparison, review: &Review, open: Open) -> Result<(), Unsettled> {
    if open != Open::Refuse {
        return Ok(());
    }
    // Of a sentence on which there is only a comment both words are the same, or the translation is as it was.
    let is_remark = |edit: &Edit| edit.kind == EditKind::Own && edit.flags.is_empty() && review.is_open(edit.id);
    let mut unsettled = Unsettled::default();
    for edit in comparison.edits.iter().filter(|edit| !is_remark(edit)) {
        match review.decision(edit.id) {
            Decision::Open => unsettled.open += 1,
            Decision::SentBack(_) => unsettled.sent_back += 1,
            decision => unsettled.rejected += usize::from(is_to_be_mended(comparison.mode, edit, decision)),
        }
    }
    let sent_back = |stray: &&Stray| matches!(review.decision(stray.id), Decision::SentBack(_));
    unsettled.sent_back += comparison.strays.iter().filter(sent_back).count();
    if unsettled.open + unsettled.sent_back > 0 { Err(unsettled) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_refuses_is_told_by_kind() {
        let told = |open, sent_back, rejected| Unsettled { open, sent_back, rejected }.to_string();
        let end = ": decide them, or say with --open old or --open new which words stand";
        assert_eq!(told(1, 0, 0), format!("1 edit is still open{end}"));
        assert_eq!(told(0, 2, 1), format!("2 edits are sent back, 1 is rejected and to be mended{end}"));
        assert_eq!(
            told(3, 1, 2),
            format!("3 edits are still open, 1 is sent back, 2 are rejected and to be mended{end}")
        );
    }
}
