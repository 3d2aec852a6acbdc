//! Words that went and others that came in their place, marked apart because they say nothing alike.

use super::{Comparison, EditKind, Mode};

impl Comparison {
    /// The edit that stands in the place of this one: the insertion that touches a deletion within a sentence, or the other way round.
    pub fn counterpart(&self, edit: usize) -> Option<usize> {
        match self.edits.get(edit)?.kind {
            EditKind::Delete => Some(edit + 1).filter(|next| self.stands_for(edit, *next)),
            EditKind::Insert => edit.checked_sub(1).filter(|last| self.stands_for(*last, edit)),
            _ => None,
        }
    }

    /// Whether one edit leaves words out and the other puts words in their place.
    fn stands_for(&self, gone: usize, come: usize) -> bool {
        let (Some(gone), Some(come)) = (self.edits.get(gone), self.edits.get(come)) else { return false };
        let touch = |text: &str, from: usize, to: usize| text.get(from..to).is_some_and(|gap| gap.trim().is_empty());
        let beads = &self.beads[gone.bead].sentences;
        self.mode == Mode::Revision
            && (gone.kind, come.kind, gone.bead) == (EditKind::Delete, EditKind::Insert, come.bead)
            && !beads.old.is_empty()
            && !beads.new.is_empty()
            && touch(&self.documents.old.text, gone.spans.old.end, come.spans.old.start)
            && touch(&self.documents.new.text, gone.spans.new.end, come.spans.new.start)
    }
}

#[cfg(test)]
mod tests {
    use crate::compare::compare;
    use crate::document::Pair;
    use crate::read::{Options, read};

    #[track_caller]
    fn check(old: &str, new: &str, expected: &[Option<usize>]) {
        let document = |text: &str| read("a.txt", text.as_bytes(), &Options::default()).expect("a text");
        let comparison = compare(Pair::of(document(old), document(new)));
        let found: Vec<_> = (0..comparison.edits.len()).map(|edit| comparison.counterpart(edit)).collect();
        assert_eq!(found, expected, "{:?}", comparison.edits);
    }

    #[test]
    fn what_came_where_words_went_is_their_counterpart() {
        check("Thus the cantons share it.\n", "In dry years, the cantons share it.\n", &[Some(1), Some(0)]);
        check(
            "All other costs lie where they fall.\n",
            "All other costs shall be borne by the canton that provides the assistance.\n",
            &[Some(1), Some(0)],
        );
        // Words between, or sentences of their own.
        check("The old board meets in May.\n", "The board meets in early May.\n", &[None, None]);
        check("Nobody objects to the draft.\n\nIt rains.\n", "It rains.\n\nA bus leaves at noon.\n", &[None, None]);
    }
}
