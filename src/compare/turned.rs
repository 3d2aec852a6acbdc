//! Words that left one place of a sentence and came in another: a clause put first, a passive for an active, a negation that denies from
//! elsewhere. One half without the other has such words twice, or lost.

use std::collections::BTreeSet;

use super::flags::lists::{Listed, Lists, Phrase};
use super::flags::side::lower;
use super::flags::{Flag, FlagKind, is_kin};
use super::wordclass::WordClass;
use super::{Class, Comparison, EditKind, Mode};
use crate::document::{Pair, Side, Span, TokenKind, tokens};

/// A negation that moved passes no more words than this.
const PASSED: usize = 6;
/// Fewer words than this qualify what they stand beside.
const CLAUSE: usize = 3;
/// Sentences with more edits than this are rewritten, not turned.
const MANY: usize = 40;

/// Says of words that came elsewhere in their sentence that they moved, where each half was told as if they had come or gone for good.
pub fn tell(comparison: &mut Comparison) {
    for bead in 0..comparison.beads.len() {
        for (gone, come) in moved_whole(comparison, bead) {
            // A short phrase may qualify something else now: `in writing`. So may what came past `and`: it holds of one part or of both.
            let is_short = comparison.words(&comparison.edits[gone]).old.split_whitespace().count() < CLAUSE;
            let bears_otherwise = is_short || comparison.joins_between(gone.min(come), gone.max(come));
            for edit in [gone, come] {
                let edit = &mut comparison.edits[edit];
                edit.flags = vec![Flag { kind: FlagKind::Order, reason: "moved within its sentence".to_owned() }];
                edit.class = if bears_otherwise { edit.class } else { Class::Wording };
            }
        }
    }
}

/// The deletions of a bead with the insertions that bring the same words.
fn moved_whole(comparison: &Comparison, bead: usize) -> Vec<(usize, usize)> {
    let edits = comparison.beads[bead].edits.clone();
    if !(2..=MANY).contains(&edits.len()) {
        return Vec::new();
    }
    let of_kind = |kind| edits.clone().filter(|edit| comparison.edits[*edit].kind == kind).collect::<Vec<usize>>();
    let (gone, come) = (of_kind(EditKind::Delete), of_kind(EditKind::Insert));
    let pairs = gone.iter().flat_map(|gone| come.iter().map(|come| (*gone, *come)));
    pairs.filter(|(gone, come)| comparison.is_moved_whole(*gone, *come)).collect()
}

impl Comparison {
    /// Whether the words that one edit takes, several of which say something, are those that the other brings.
    fn is_moved_whole(&self, gone: usize, come: usize) -> bool {
        /// Bytes of marks and white space by which the two may differ.
        const MARKS: usize = 4;
        let (gone, come) = (&self.edits[gone], &self.edits[come]);
        let lengths = (gone.spans.old.len(), come.spans.new.len());
        if lengths.0.abs_diff(lengths.1) > MARKS {
            return false;
        }
        let words = |text: &str, span: Span| {
            let words = tokens(text, span).into_iter().filter(|token| token.kind != TokenKind::Mark);
            words.map(|token| lower(token.span.of(text)).into_owned()).collect::<Vec<_>>()
        };
        let old = words(&self.documents.old.text, gone.spans.old);
        let says = |word: &String| matches!(WordClass::of(word), WordClass::Full | WordClass::Number);
        old.len() > 1 && old.iter().any(says) && old == words(&self.documents.new.text, come.spans.new)
    }

    /// The other edits that only say with this one what either wording says, in order: what stands in its place, and where its words went
    /// or came from in its sentence.
    pub fn other_halves(&self, edit: usize) -> Vec<usize> {
        let Some(bead) = self.edits.get(edit).and_then(|edit| self.beads.get(edit.bead)) else { return Vec::new() };
        let mut found = BTreeSet::from([edit]);
        let mut next = vec![edit];
        let is_turned = self.mode == Mode::Revision && bead.edits.len() <= MANY;
        while let Some(of) = next.pop() {
            let turned = bead.edits.clone().filter(|other| is_turned && *other != of && self.are_halves(of, *other));
            next.extend(self.counterpart(of).into_iter().chain(turned).filter(|other| found.insert(*other)));
        }
        found.remove(&edit);
        found.into_iter().collect()
    }

    /// Whether words went from one edit to the other, or changed places.
    fn are_halves(&self, one: usize, other: usize) -> bool {
        let halves = [one.min(other), one.max(other)].map(|edit| Half::of(self, edit));
        let [Some(first), Some(last)] = &halves else { return false };
        let (there, back) = (is_moved(&first.gone, &last.came), is_moved(&last.gone, &first.came));
        let is_pure = first.came.is_empty() && last.gone.is_empty() || first.gone.is_empty() && last.came.is_empty();
        is_pure && (there || back) || there && back || self.negation_moves(first, last)
    }

    /// Whether one half takes a negation and the other brings one, within a clause.
    fn negation_moves(&self, first: &Half, last: &Half) -> bool {
        let text = &self.documents.new.text;
        let between = tokens(text, between(first.spans.new, last.spans.new));
        if between.len() > PASSED || between.iter().any(|token| token.kind == TokenKind::Mark) {
            return false;
        }
        let lists = Lists::of_documents(self.documents.as_ref());
        let denies = |words: &[String]| words.iter().any(|word| is_listed(lists, word, Listed::Negation));
        let [first, last] = [first, last].map(|half| (denies(&half.gone), denies(&half.came)));
        matches!((first, last), ((true, false), (false, true)) | ((false, true), (true, false)))
            && !between.iter().any(|token| is_listed(lists, &lower(token.span.of(text)), Listed::Connective))
    }

    /// Whether a word that joins stands between two edits.
    fn joins_between(&self, first: usize, last: usize) -> bool {
        let text = &self.documents.new.text;
        let lists = Lists::of_documents(self.documents.as_ref());
        let between = tokens(text, between(self.edits[first].spans.new, self.edits[last].spans.new));
        between.iter().any(|token| is_listed(lists, &lower(token.span.of(text)), Listed::Connective))
    }
}

/// What stands between two places.
fn between(first: Span, last: Span) -> Span {
    Span::new(first.end, last.start.max(first.end))
}

/// Whether a word alone is a phrase of this kind.
fn is_listed(lists: &Lists, word: &str, listed: Listed) -> bool {
    let is_it = |phrase: &Phrase| phrase.rest.is_empty() && phrase.listed == listed;
    lists.entry(word).is_some_and(|entry| entry.phrases.iter().any(is_it))
}

/// What an edit does to the words of its sentence.
struct Half {
    /// The words that it takes, in lower case.
    gone: Vec<String>,
    /// The words that it brings, in lower case.
    came: Vec<String>,
    spans: Pair<Span>,
}

impl Half {
    fn of(comparison: &Comparison, edit: usize) -> Option<Self> {
        let edit = comparison.edits.get(edit)?;
        let words = |side: Side| {
            let text = &comparison.documents[side].text;
            let tokens = tokens(text, edit.spans[side]).into_iter().filter(|token| token.kind != TokenKind::Mark);
            tokens.map(|token| lower(token.span.of(text)).into_owned()).collect::<Vec<_>>()
        };
        let without = |words: &[String], others: &[String]| {
            words.iter().filter(|word| !others.contains(word)).cloned().collect::<Vec<_>>()
        };
        let (old, new) = (words(Side::Old), words(Side::New));
        let changes_words = matches!(edit.kind, EditKind::Insert | EditKind::Delete | EditKind::Replace);
        changes_words.then(|| Self { gone: without(&old, &new), came: without(&new, &old), spans: edit.spans })
    }
}

/// Whether words came elsewhere that went: all of them, or at least half of those that say something, in some form.
fn is_moved(gone: &[String], came: &[String]) -> bool {
    let full = |words: &[String]| words.iter().filter(|word| WordClass::of(word).is_full()).count();
    let says = |word: &String| matches!(WordClass::of(word), WordClass::Full | WordClass::Number);
    let stays = |word: &&String| WordClass::of(word).is_full() && came.iter().any(|other| is_kin(word, other));
    let shared = gone.iter().filter(stays).count();
    gone == came && gone.iter().any(says) || shared > 0 && shared * 2 >= full(gone).min(full(came))
}

#[cfg(test)]
mod tests {
    use crate::compare::compare;
    use crate::document::Pair;
    use crate::read::{Options, read};

    /// The edits of two sentences that are halves of each other, each list once.
    #[track_caller]
    fn check(old: &str, new: &str, expected: &[&[usize]]) {
        for (old, new) in [(old, new), (new, old)] {
            let document = |text: &str| read("a.txt", text.as_bytes(), &Options::default()).expect("a text");
            let comparison = compare(Pair::of(document(old), document(new)));
            let halves = (0..comparison.edits.len()).map(|edit| {
                let others = comparison.other_halves(edit);
                let mut all: Vec<usize> = others.iter().copied().chain([edit]).collect();
                all.sort_unstable();
                if others.is_empty() { Vec::new() } else { all }
            });
            let mut halves: Vec<Vec<usize>> = halves.filter(|halves| !halves.is_empty()).collect();
            halves.sort();
            halves.dedup();
            assert_eq!(halves, expected, "{old} => {new}: {:?}", comparison.edits);
        }
    }

    #[test]
    fn what_left_one_place_and_came_in_another_is_decided_at_once() {
        check("The police arrested three men on Monday.", "Three men were arrested by police on Monday.", &[&[0, 1]]);
        check(
            "The talks failed because the minister left.",
            "Because the minister left, the talks failed.",
            &[&[0, 1]],
        );
        check("In 2024 the fund paid 3 million.", "The fund paid 3 million in 2024.", &[&[0, 1]]);
        check(
            "The Seller may not assign this Agreement without the Buyer's consent.",
            "Without the Buyer's consent, the Seller may not assign this Agreement.",
            &[&[0, 1]],
        );
        check("The mayor of the town praised the firm.", "The firm of the town praised the mayor.", &[&[0, 1]]);
    }

    #[test]
    fn a_negation_that_denies_from_elsewhere_is_decided_with_what_it_left() {
        check("No drinking water was affected.", "Drinking water was not affected.", &[&[0, 1]]);
        check("Neither party may terminate early.", "Either party may not terminate early.", &[&[0, 1]]);
        check("All members are not bound.", "Not all members are bound.", &[&[0, 1]]);
    }

    #[test]
    fn edits_with_words_of_their_own_are_decided_alone() {
        check(
            "The Seller shall deliver and the Buyer may pay.",
            "The Seller may deliver and the Buyer shall pay.",
            &[],
        );
        check(
            "The Seller shall not deliver and the Buyer shall pay.",
            "The Seller shall deliver and the Buyer shall not pay.",
            &[],
        );
        check("It rose from 20 to 30 in the north.", "It rose from 30 to 45 in the north.", &[]);
        check("The old mill burned down on Friday.", "The mill burned down late on Friday.", &[]);
    }
}
