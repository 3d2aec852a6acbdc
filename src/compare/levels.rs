//! How deep the items of lists lie: an item that comes to lie in another one says something else, though only white space differs.

use super::{Bead, Comparison, EditKind};
use crate::document::{BlockKind, Document, Pair};

impl Comparison {
    /// The blocks of the new wording that are items of a list and lie deeper, or less deep, than they did, though no edit says so (what
    /// stands before them is other words); in order.
    pub fn relevelled(&self) -> Vec<usize> {
        let documents = self.documents.as_ref();
        let levels = documents.map(levels);
        if !levels.old.iter().chain(&levels.new).any(|level| *level > 1) {
            return Vec::new();
        }
        let pairs = self.beads.iter().filter(|bead| !self.has_level(bead)).map(|bead| &bead.sentences);
        let pairs = pairs.filter(|pair| !pair.old.is_empty() && !pair.new.is_empty());
        let begin = pairs
            .filter(|pair| documents.old.begins_block(pair.old.start) && documents.new.begins_block(pair.new.start));
        let blocks =
            begin.map(|pair| Pair::of(documents.old.block_of(pair.old.start), documents.new.block_of(pair.new.start)));
        let is_other = |at: &Pair<usize>| {
            let level = Pair::of(levels.old[at.old], levels.new[at.new]);
            level.old > 0 && level.new > 0 && level.old != level.new
        };
        let mut found: Vec<usize> = blocks.filter(is_other).map(|at| at.new).collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    /// Whether an edit of a bead says that its item lies deeper, or less deep.
    fn has_level(&self, bead: &Bead) -> bool {
        self.edits[bead.edits.clone()].first().is_some_and(|edit| edit.kind == EditKind::Level)
    }
}

/// The level of every block: 1 for an item of a list, 2 for an item of one within that, …; 0 for what is none.
pub(super) fn levels(document: &Document) -> Vec<usize> {
    let mut open: Vec<usize> = Vec::new();
    let level = |block: usize| {
        let is_item = document.blocks[block].kind == BlockKind::ListItem;
        if !is_item && open.is_empty() {
            return 0;
        }
        let indent = document.indent(block);
        open.retain(|other| *other <= indent);
        if !is_item {
            // What is set in belongs to the item above.
            open.retain(|_| indent > 0);
            return 0;
        }
        if open.last() != Some(&indent) {
            open.push(indent);
        }
        open.len()
    };
    (0..document.blocks.len()).map(level).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::{Detail, compare_in};
    use crate::read::{Options, read};

    fn compared(old: &str, new: &str, detail: Detail) -> Comparison {
        let document = |text: &str| read("a.md", text.as_bytes(), &Options::default()).expect("a text");
        compare_in(Pair::of(document(old), document(new)), detail)
    }

    /// The reasons of the edits that tell of a level, in whatever detail, and the blocks of which no edit tells it.
    #[track_caller]
    fn check(old: &str, new: &str, expected: &[&str], others: &[usize]) {
        for detail in [Detail::All, Detail::Changed] {
            let comparison = compared(old, new, detail);
            let edits = comparison.edits.iter().filter(|edit| edit.kind == EditKind::Level);
            let reasons: Vec<&str> = edits.flat_map(|edit| &edit.flags).map(|flag| flag.reason.as_str()).collect();
            assert_eq!((reasons.as_slice(), comparison.relevelled().as_slice()), (expected, others), "{detail:?}");
        }
    }

    #[test]
    fn items_that_lie_deeper_or_less_deep_are_told() {
        let old = "1. The Agent shall keep records unless:\n   1. the Principal waives it; or\n   2. the law forbids it.\n2. The Agent shall pay.\n";
        let new = "1. The Agent shall keep records unless:\n   1. the Principal waives it; or\n2. the law forbids it.\n3. The Agent shall pay.\n";
        check(old, new, &["level 2 → 1 of the list"], &[]);
        check(new, old, &["level 1 → 2 of the list"], &[]);
        let deeper = "- all orders\n  - all payments\n- all fees\n";
        check("- all orders\n- all payments\n- all fees\n", deeper, &["level 1 → 2 of the list"], &[]);
        // Set in by more, as deep as before.
        check("- all orders\n  - all payments\n", "* all orders\n    * all payments\n", &[], &[]);
        check("The orders.\n\n- all orders\n", "The orders.\n\n- all orders\n", &[], &[]);
        // What stands before it came: the words are told, and the level beside them.
        check("- all orders\n- all fees\n", "- all orders\n- cash\n  - all fees\n", &[], &[2]);
    }
}
