//! How deep the items of lists lie: an item that comes to lie in another one says something else, though only white space differs.

use super::Comparison;
use crate::document::{BlockKind, Document, Pair};

impl Comparison {
    /// The blocks of the new wording that are items of a list and lie deeper, or less deep, than they did; in order.
    pub fn relevelled(&self) -> Vec<usize> {
        let documents = self.documents.as_ref();
        let levels = documents.map(levels);
        if !levels.old.iter().chain(&levels.new).any(|level| *level > 1) {
            return Vec::new();
        }
        let pairs =
            self.beads.iter().map(|bead| &bead.sentences).filter(|pair| !pair.old.is_empty() && !pair.new.is_empty());
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
}

/// The level of every block: 1 for an item of a list, 2 for an item of one within that, …; 0 for what is none.
fn levels(document: &Document) -> Vec<usize> {
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
    use crate::compare::compare;
    use crate::document::Pair;
    use crate::read::{Options, read};

    #[track_caller]
    fn check(old: &str, new: &str, expected: &[usize]) {
        let document = |text: &str| read("a.md", text.as_bytes(), &Options::default()).expect("a text");
        assert_eq!(compare(Pair::of(document(old), document(new))).relevelled(), expected);
    }

    #[test]
    fn items_that_lie_deeper_or_less_deep_are_told() {
        let old = "1. The Agent shall keep records unless:\n   1. the Principal waives it; or\n   2. the law forbids it.\n2. The Agent shall pay.\n";
        let new = "1. The Agent shall keep records unless:\n   1. the Principal waives it; or\n2. the law forbids it.\n3. The Agent shall pay.\n";
        check(old, new, &[2]);
        check(new, old, &[2]);
        check("- all orders\n- all payments\n", "- all orders\n  - all payments\n", &[1]);
        // Set in by more, as deep as before.
        check("- all orders\n  - all payments\n", "* all orders\n    * all payments\n", &[]);
        check("The orders.\n\n- all orders\n", "The orders.\n\n- all orders\n", &[]);
    }
}
