//! What each bead comes to by its decisions: a source, its settled translation, and what was said of it.

use super::settle::{Open, Settling, Unsettled, is_to_be_mended};
use super::unsettled::refused;
use super::{Decision, Review};
use crate::compare::{Comparison, Edit, Mode, Step};

/// A bead after the decisions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settled {
    /// Its index in [`Comparison::beads`].
    pub bead: usize,
    /// Its settled words; `None` = still to be translated.
    pub words: Option<String>,
    /// How far it has come.
    pub state: State,
    /// Whether there was something to decide.
    pub has_edits: bool,
    /// Whether something was decided.
    pub is_decided: bool,
    /// Why it was sent back, and the comments on it.
    pub notes: Vec<Note>,
}

/// How far a bead has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Nothing stands for its source yet.
    Untranslated,
    /// It has words; nobody has decided on all that is to be decided.
    Translated,
    /// Something in it was sent back, or is to be mended.
    SentBack,
    /// Everything in it was decided.
    Reviewed,
}

/// What somebody said of a bead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// `sent back`, `rejected` (where it is to be mended) or `comment`.
    pub kind: &'static str,
    /// What was said.
    pub words: String,
}

/// Every bead, in the order of the new wording.
pub fn settled(comparison: &Comparison, review: &Review, open: Open) -> Result<Vec<Settled>, Unsettled> {
    refused(comparison, review, open)?;
    let mut settling = Settling::new(comparison, review, open);
    let beads = comparison.steps.iter().filter_map(|step| match step {
        Step::Bead(bead) | Step::To(bead) => Some(*bead),
        Step::From(_) => None,
    });
    let settle = |bead: usize| {
        let words = (!is_untranslated(comparison, review, bead)).then(|| settling.alone(bead));
        let state = state(comparison, review, bead, words.is_some());
        let has_edits = edits(comparison, bead).next().is_some();
        let is_decided = edits(comparison, bead).any(|edit| !review.is_open(edit.id));
        Settled { bead, words, state, has_edits, is_decided, notes: notes(comparison, review, bead) }
    };
    Ok(beads.map(settle).collect())
}

/// Whether an original has no translation, and nobody has said that it needs none.
fn is_untranslated(comparison: &Comparison, review: &Review, bead: usize) -> bool {
    let is_done = |edit: &Edit| matches!(review.decision(edit.id), Decision::Accepted | Decision::Reworded(_));
    comparison.mode == Mode::Translation
        && comparison.beads[bead].sentences.new.is_empty()
        && !edits(comparison, bead).any(is_done)
}

fn state(comparison: &Comparison, review: &Review, bead: usize, is_translated: bool) -> State {
    let decisions = || edits(comparison, bead).map(|edit| review.decision(edit.id));
    let is_mended_later =
        edits(comparison, bead).any(|edit| is_to_be_mended(comparison.mode, edit, review.decision(edit.id)));
    if !is_translated {
        State::Untranslated
    } else if decisions().any(|decision| matches!(decision, Decision::SentBack(_))) || is_mended_later {
        State::SentBack
    } else if decisions().next().is_none() || decisions().any(Decision::is_undecided) {
        State::Translated
    } else {
        State::Reviewed
    }
}

fn notes(comparison: &Comparison, review: &Review, bead: usize) -> Vec<Note> {
    let mut notes = Vec::new();
    for edit in edits(comparison, bead) {
        match review.decision(edit.id) {
            Decision::SentBack(reason) => notes.push(Note { kind: "sent back", words: reason.clone() }),
            decision if is_to_be_mended(comparison.mode, edit, decision) => {
                notes.push(Note { kind: "rejected", words: found(edit) });
            }
            _ => {}
        }
        let comment = review.comment(edit.id);
        if !comment.is_empty() {
            notes.push(Note { kind: "comment", words: comment.to_owned() });
        }
    }
    notes
}

/// Why a finding is one.
fn found(edit: &Edit) -> String {
    let flags = edit.flags.iter().map(|flag| format!("{}: {}", flag.kind.name(), flag.reason));
    let found = flags.collect::<Vec<_>>().join("; ");
    if found.is_empty() { "to be mended".to_owned() } else { found }
}

/// The edits of a bead, and the move that carries it, with its first bead.
fn edits(comparison: &Comparison, bead: usize) -> impl Iterator<Item = &Edit> {
    let is_first = |edit: &&Edit| edit.bead == bead;
    let moved = comparison.beads[bead].moved.and_then(|index| comparison.edits.get(index)).filter(is_first);
    moved.into_iter().chain(&comparison.edits[comparison.beads[bead].edits.clone()])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::bitext::{Fixed, Known};
    use crate::compare::{compare, compare_translation};
    use crate::document::{Document, Pair};
    use crate::read::{Options, read};

    /// The beads as `state: words`, with one letter a decision.
    fn shown(comparison: &Comparison, decisions: &str) -> Vec<String> {
        let review = Review::of_letters(comparison, decisions);
        let show = |bead: &Settled| {
            let notes: String = bead.notes.iter().map(|note| format!(" ({}: {})", note.kind, note.words)).collect();
            format!("{:?}: {}{notes}", bead.state, bead.words.as_deref().unwrap_or("-"))
        };
        settled(comparison, &review, Open::New).expect("beads").iter().map(show).collect()
    }

    fn documents(old: &str, new: &str) -> Pair<Document> {
        Pair::of(old, new).map(|text| read("a.txt", text.as_bytes(), &Options::default()).expect("a text"))
    }

    #[test]
    fn a_translation_says_what_is_still_to_be_done() {
        let documents = documents("One.\n\nTwo.\n", "Eins.\n\nDrei.\n");
        let beads = vec![Pair::of(0..1, 0..1), Pair::of(1..2, 1..1), Pair::of(2..2, 1..2)];
        let known = Known { fixed: Fixed { beads }, ..Known::default() };
        let comparison = compare_translation(documents, &known);
        let check = |decisions: &str, expected: [&str; 2]| {
            assert_eq!(shown(&comparison, decisions), ["Translated: Eins.", expected[0], expected[1]]);
        };
        check("--", ["Untranslated: -", "Translated: Drei."]);
        check("aa", ["Reviewed: ", "Reviewed: Drei."]);
        check("xx", ["Untranslated: - (rejected: omission: leaves out 1 word)", "Reviewed: "]);
        check("ww", ["Reviewed: WORDS", "Reviewed: WORDS"]);
        check("ss", ["Untranslated: - (sent back: why)", "SentBack: Drei. (sent back: why)"]);
    }

    #[test]
    fn a_revision_has_the_words_of_its_decisions() {
        let (a, b) = ("Mary bought seven lemons at noon.", "The lake froze hard in January.");
        let c = "Nobody expected the verdict today.";
        let moved = documents(&format!("{a}\n\n{b}\n\n{c}\n"), &format!("{b}\n\n{c}\n\n{a}\n"));
        let comparison = compare(moved);
        let rest = [format!("Translated: {b}"), format!("Translated: {c}")];
        let check = |decision: &str, last: &str| {
            assert_eq!(shown(&comparison, decision), [&rest[0], &rest[1], last]);
        };
        check("a", &format!("Reviewed: {a}"));
        check("x", &format!("Reviewed: {a}"));
        check("w", "Reviewed: WORDS");
        let comparison = compare(documents("It shall rain in May.\n", "It may rain in June.\n"));
        assert_eq!(shown(&comparison, "ax"), ["Reviewed: It may rain in May."]);
        assert_eq!(shown(&comparison, "-x"), ["Translated: It may rain in May."]);
    }
}
