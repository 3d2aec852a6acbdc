//! Moves whose words changed: what was decided on a move is about its place, and the edits inside it have decisions of their own.

use super::{Decision, Entry};
use crate::compare::{Comparison, EditId, EditKind};

/// The move that an entry is about whose edit is gone: the only one of the same old words that would be that edit if it had its new words.
/// None for a third wording or a reason, which are about the words themselves.
pub fn home(comparison: &Comparison, id: EditId, entry: &Entry) -> Option<EditId> {
    if !matches!(entry.decision, Decision::Accepted | Decision::Rejected) {
        return None;
    }
    let mut moves = comparison.edits.iter().filter(|edit| {
        edit.kind == EditKind::Move
            && comparison.words(edit).old == entry.quote.old
            && comparison.print_with(edit, &entry.quote.new) == id.print
    });
    let found = moves.next()?;
    moves.next().is_none().then_some(found.id)
}

#[cfg(test)]
mod tests {
    use crate::compare::{Comparison, compare};
    use crate::document::Pair;
    use crate::read::{Options, read};
    use crate::review::{Decision, Review};

    const OLD: &str = "The harbour master of Port Essel reports to the guild on the first day of May.";
    const KEPT: &str = "The draft stays where it stood.\n\nNobody objects to it.\n\nIt is printed at once.";

    /// A move of a sentence that has become this one.
    fn moved(new: &str) -> Comparison {
        let document = |text: String| read("a.txt", text.as_bytes(), &Options::default()).expect("a text");
        let texts = Pair::of(format!("{OLD}\n\n{KEPT}\n"), format!("{KEPT}\n\n{new}\n"));
        compare(texts.map(document))
    }

    #[track_caller]
    fn check(decision: Decision, again: &str, expected: &Decision) {
        let before = moved(&OLD.replace("guild", "council"));
        let mut review = Review::default();
        let entry = review.entries.entry(before.edits[0].id).or_default();
        entry.decision = decision;
        entry.quote = before.words(&before.edits[0]).map(str::to_owned);
        let after = moved(again);
        review.attach(&after);
        assert_eq!(after.edits[0].kind.name(), "move");
        assert_eq!(review.decision(after.edits[0].id), expected);
        assert_eq!(review.orphans.len(), usize::from(*expected == Decision::Open));
    }

    #[test]
    fn a_move_keeps_its_decision_while_other_edits_come_inside() {
        let again = OLD.replace("guild", "council").replace("first", "last");
        check(Decision::Accepted, &again, &Decision::Accepted);
        check(Decision::Rejected, OLD, &Decision::Rejected);
        // These are about words that are gone.
        check(Decision::Reworded("They report.".to_owned()), &again, &Decision::Open);
        check(Decision::SentBack("why?".to_owned()), &again, &Decision::Open);
    }
}
