//! The changes of a bead cut into the edits that people would mark: neighbours joined, single changes split, whichever way is worth
//! most (dynamic programming over the changes).

use std::ops::Range;

use super::wordclass::WordClass;
use super::words::Change;
use super::worth;
use crate::document::{Pair, Side};

/// The most changes that are joined into one edit.
const JOINED: usize = 8;
/// A gap of more shared words than this is never closed.
const GAP: usize = 8;
/// Changes with more cells (old times new words) than this are not split.
const SPLIT: usize = 400;
/// The most bytes by which two numbers of a noun differ, and the most cells of sides that are searched for such.
const ENDING: usize = 2;
const FEW: usize = 4;
/// Sides with more cells than this are not compared word by word: some words are alike.
const COMPARED: usize = 1_000;

/// The edits that are worth most, with `lean` added for every gap that is closed.
pub fn cut(words: Pair<&[&str]>, changes: Vec<Change>, lean: i32) -> Vec<Change> {
    let is_whole = |change: &Change| change.old.is_empty() || change.new.is_empty() || sizes(change) == (1, 1);
    let is_apart = |two: &[Change]| two[1].old.start - two[0].old.end > GAP;
    if changes.iter().all(is_whole) && changes.windows(2).all(is_apart) {
        return changes;
    }
    let classes = Pair::of(classes(words, &changes, Side::Old), classes(words, &changes, Side::New));
    let full = |change: &Change, side: Side| {
        let range = change[side].clone();
        let classed = words[side][range.clone()].iter().zip(&classes[side][range]);
        classed.filter(|(_, class)| class.is_full()).map(|(word, _)| *word).collect()
    };
    let full = changes.iter().map(|change| Pair::of(full(change, Side::Old), full(change, Side::New))).collect();
    Cutting { words, classes, full, changes: &changes, lean }.best()
}

/// The classes of the words in the changes and in the gaps that may be closed; nobody asks for those of the others.
fn classes(words: Pair<&[&str]>, changes: &[Change], side: Side) -> Vec<WordClass> {
    let gaps = changes.windows(2).map(|two| two[0][side].end..two[1][side].start).filter(|gap| gap.len() <= GAP);
    let mut classes = vec![WordClass::Full; words[side].len()];
    for index in changes.iter().map(|change| change[side].clone()).chain(gaps).flatten() {
        classes[index] = WordClass::of(words[side][index]);
    }
    classes
}

fn sizes(change: &Change) -> (usize, usize) {
    (change.old.len(), change.new.len())
}

struct Cutting<'a> {
    words: Pair<&'a [&'a str]>,
    classes: Pair<Vec<WordClass>>,
    /// The words of each change that say something.
    full: Vec<Pair<Vec<&'a str>>>,
    changes: &'a [Change],
    lean: i32,
}

/// How a stretch of changes becomes edits.
#[derive(Clone, Copy)]
enum Way {
    /// As one edit.
    One,
    /// As a deletion and an insertion that have nothing to do with each other.
    Apart,
    /// As two edits that touch at these words.
    Split(Pair<usize>),
}

/// A way for all changes up to some number.
#[derive(Clone, Copy)]
struct Step {
    worth: i32,
    /// The number of changes before the last stretch.
    from: usize,
    way: Way,
}

impl Cutting<'_> {
    fn best(&self) -> Vec<Change> {
        let mut steps: Vec<Option<Step>> = vec![None; self.changes.len() + 1];
        for from in 0..self.changes.len() {
            let so_far = steps[from].map_or(0, |step| step.worth);
            let mut try_step = |to: usize, (worth, way): (i32, Way)| {
                let worth = so_far + worth;
                if steps[to].is_none_or(|step| worth > step.worth) {
                    steps[to] = Some(Step { worth, from, way });
                }
            };
            try_step(from + 1, self.single(from));
            self.joined(from, |last, choice| try_step(last + 1, choice));
        }
        let mut edits = Vec::with_capacity(self.changes.len());
        let mut to = self.changes.len();
        while let Some(step) = steps[to].filter(|_| to > 0) {
            edits.extend(self.edits(step.from..to, step.way).into_iter().flatten());
            to = step.from;
        }
        edits.reverse();
        edits
    }

    /// The edits that a stretch of changes becomes, the last one first.
    fn edits(&self, stretch: Range<usize>, way: Way) -> [Option<Change>; 2] {
        let Pair { old, new } = self.all(stretch.start, stretch.end - 1);
        match way {
            Way::One => [Some(Pair::of(old, new)), None],
            Way::Apart => {
                let deletion = Pair::of(old.clone(), new.start..new.start);
                [Some(Pair::of(old.end..old.end, new)), Some(deletion)]
            }
            Way::Split(at) => {
                let (first, last) = split(&Pair::of(old, new), at);
                [Some(last), Some(first)]
            }
        }
    }

    /// Everything from one change to another.
    fn all(&self, first: usize, last: usize) -> Change {
        let (first, last) = (&self.changes[first], &self.changes[last]);
        Pair::of(first.old.start..last.old.end, first.new.start..last.new.end)
    }

    /// The best way to mark a change by itself.
    fn single(&self, index: usize) -> (i32, Way) {
        let change = &self.changes[index];
        let (old, new) = sizes(change);
        if old == 0 || new == 0 {
            return (0, Way::One);
        }
        let mut best = self.whole(index, index);
        if old * new > SPLIT {
            return best;
        }
        for i in change.old.start..=change.old.end {
            for j in change.new.start..=change.new.end {
                // At two corners nothing is split; at the others the sides are apart.
                let is_corner =
                    [change.old.start, change.old.end].contains(&i) && [change.new.start, change.new.end].contains(&j);
                if is_corner {
                    continue;
                }
                let at = Pair::of(i, j);
                let (first, last) = split(change, at);
                let worth = worth::split() + self.part(&first) + self.part(&last);
                if worth > best.0 {
                    best = (worth, Way::Split(at));
                }
            }
        }
        best
    }

    /// The best way to mark everything up to each of the next changes as one.
    fn joined(&self, from: usize, mut found: impl FnMut(usize, (i32, Way))) {
        let mut shared = 0;
        let mut has_moved = false;
        for last in from + 1..self.changes.len().min(from + JOINED) {
            let gap = self.changes[last].old.start - self.changes[last - 1].old.end;
            if gap > GAP {
                break;
            }
            if last == from + 1 {
                shared = self.absorbed(from);
            }
            shared += worth::closed(gap) + self.lean + self.absorbed(last);
            has_moved = has_moved || (from..last).any(|other| self.exchange(other, last));
            let moved = if has_moved { worth::moved() } else { 0 };
            let (worth, way) = self.whole(from, last);
            found(last, (worth + shared + moved, way));
        }
    }

    /// A stretch of changes as a replacement, or as a deletion and an insertion.
    fn whole(&self, first: usize, last: usize) -> (i32, Way) {
        let change = self.all(first, last);
        let worth = self.part(&change);
        let apart = worth::unrelated(change.old.len(), change.new.len(), self.is_clause(&change));
        if apart <= worth {
            return (worth, Way::One);
        }
        let apart = apart + worth::related(self.likeness(first, last));
        if apart > worth { (apart, Way::Apart) } else { (worth, Way::One) }
    }

    /// How alike the likest words of both sides are that say something.
    fn likeness(&self, first: usize, last: usize) -> i32 {
        let stretch = &self.changes[first..=last];
        let mut gaps = stretch.windows(2).flat_map(|two| &self.classes.old[two[0].old.end..two[1].old.start]);
        let full = &self.full[first..=last];
        let (old, new) = full.iter().fold((0, 0), |sum, full| (sum.0 + full.old.len(), sum.1 + full.new.len()));
        if gaps.any(|class| class.is_full()) || old * new > COMPARED {
            return worth::SAME;
        }
        let old = full.iter().flat_map(|full| &full.old);
        let likeness =
            |old: &&str| full.iter().flat_map(|full| &full.new).map(|new| worth::likeness(old, new)).max().unwrap_or(0);
        old.map(likeness).max().unwrap_or(0)
    }

    /// What a part of a change is worth as an edit.
    fn part(&self, part: &Change) -> i32 {
        if part.old.is_empty() {
            return worth::cut_off(&self.words.new[part.new.clone()]);
        }
        if part.new.is_empty() {
            return worth::cut_off(&self.words.old[part.old.clone()]);
        }
        worth::replacement(&self.classes.old[part.old.clone()], &self.classes.new[part.new.clone()])
    }

    /// What it costs to make a change part of a bigger edit.
    fn absorbed(&self, change: usize) -> i32 {
        let change = &self.changes[change];
        worth::absorbed(&self.words.old[change.old.clone()], &self.words.new[change.new.clone()])
    }

    /// Whether a clause begins before a change or ends behind it.
    fn is_clause(&self, change: &Change) -> bool {
        let before = change.old.start.checked_sub(1).map(|before| self.words.old[before]);
        let after = self.words.old.get(change.old.end);
        before.is_none_or(|mark| matches!(mark, "," | ";" | ":" | "("))
            || after.is_none_or(|mark| matches!(*mark, "," | ";" | "."))
    }

    /// Whether a word that says something went from one change to another.
    fn exchange(&self, one: usize, other: usize) -> bool {
        let (one, other) = (&self.full[one], &self.full[other]);
        share(&one.old, &other.new) || share(&other.old, &one.new)
    }
}

/// Whether both have a word; of few words also one of them in another number.
fn share(old: &[&str], new: &[&str]) -> bool {
    let is_same = |old: &str, new: &str| old.len() == new.len() && worth::likeness(old, new) == worth::SAME;
    let is_number =
        |old: &str, new: &str| old.len().abs_diff(new.len()) <= ENDING && worth::likeness(old, new) >= worth::KIN;
    let are_few = old.len() * new.len() <= FEW;
    let shares = |old: &str, new: &str| is_same(old, new) || are_few && is_number(old, new);
    old.len() * new.len() <= COMPARED && old.iter().any(|old| new.iter().any(|new| shares(old, new)))
}

/// A change in two at these words.
fn split(change: &Change, at: Pair<usize>) -> (Change, Change) {
    let first = Pair::of(change.old.start..at.old, change.new.start..at.new);
    (first, Pair::of(at.old..change.old.end, at.new..change.new.end))
}

#[cfg(test)]
mod tests {
    use super::super::{Grain, compare};
    use crate::document::Pair;
    use crate::read::{Options, read};

    /// Each edit as `old|new`.
    #[track_caller]
    fn check(old: &str, new: &str, expected: &[&str]) {
        check_at(Grain::Auto, old, new, expected);
    }

    #[track_caller]
    fn check_at(grain: Grain, old: &str, new: &str, expected: &[&str]) {
        let document = |text: &str| read("a.txt", text.as_bytes(), &Options::default()).expect("a text");
        for is_swapped in [false, true] {
            let documents = Pair::of(document(old), document(new));
            let mut comparison = compare(if is_swapped { documents.swap() } else { documents });
            comparison.recut(grain);
            let shown = |words: Pair<&str>| format!("{}|{}", words.old, words.new);
            let edits = comparison.edits.iter().map(|edit| comparison.words(edit));
            let mut found: Vec<String> =
                edits.map(|words| shown(if is_swapped { words.swap() } else { words })).collect();
            found.sort();
            let mut expected = expected.to_vec();
            expected.sort_unstable();
            assert_eq!(found, expected, "swapped: {is_swapped}");
        }
    }

    #[test]
    fn unlike_words_side_by_side_stay_apart_where_much_is_shared() {
        check("Each canton sends one delegate.", "Every canton names one delegate.", &["Each|Every", "sends|names"]);
        check(
            "The bakers decide and record.",
            "The bakers decided and recorded.",
            &["decide|decided", "record|recorded"],
        );
    }

    #[test]
    fn a_word_that_moved_within_a_phrase_stays_in_it() {
        let (old, new) =
            ("It has the quality of water that it deserves.", "It has the water quality that it deserves.");
        check(old, new, &["quality of water|water quality"]);
        let (old, new) = ("Ask the Commissioner for Waters then.", "Ask the Water Commissioner then.");
        check(old, new, &["Commissioner for Waters|Water Commissioner"]);
    }

    #[test]
    fn a_word_between_two_halves_of_a_phrase_goes_with_them() {
        let (old, new) = ("They took the steep path home.", "They took the path upwards home.");
        check(old, new, &["steep path|path upwards"]);
    }

    #[test]
    fn alternatives_in_brackets_are_one_change() {
        let (old, new) = ("The Seller shall not assign this.", "The Seller [shall not] [may] assign this.");
        check(old, new, &["shall not|[shall not] [may]"]);
        check_at(Grain::Word, old, new, &["shall not|[shall not] [may]"]);
        let (old, new) = ("The Seller shall not assign this.", "The Seller [shall not] assign this [now].");
        check(old, new, &["|[", "|]", "|[now]"]);
    }

    #[test]
    fn a_clause_and_another_that_has_nothing_to_do_with_it_are_two_edits() {
        let (old, new) = ("Thus the cantons share the water.", "In dry years, the cantons share the water.");
        check(old, new, &["Thus|", "|In dry years,"]);
    }

    #[test]
    fn a_sentence_that_is_turned_about_a_name_is_one_edit() {
        let (old, new) = ("The Carrier shall insure the goods.", "Insurance may be taken out by the Carrier.");
        check(old, new, &["The Carrier shall insure the goods|Insurance may be taken out by the Carrier"]);
        // What was only moved.
        check(
            "They saw Ann and all their men.",
            "All their men and Ann came.",
            &["They saw Ann and|", "|and Ann came"],
        );
        check("It sits in May at Essel.", "In spring it sits.", &["|In spring", "in May at Essel|"]);
        let (old, new) = ("The Board meets in May at Essel.", "Every year in spring the Board meets.");
        check(old, new, &["|Every year in spring", "in May at Essel|"]);
    }

    #[test]
    fn a_clause_behind_another_number_is_decided_apart() {
        let (old, new) = ("It reports by 1 May 2027.", "It reports by 1 May 2028, within the means it has.");
        for grain in [Grain::Auto, Grain::Word] {
            check_at(grain, old, new, &["2027|2028", "|, within the means it has"]);
        }
        check("It reports in 2027.", "It reports in 2028 at least.", &["2027|2028 at least"]);
        check("Articles 5 and 9 apply.", "Articles 6, 7 and 9 apply.", &["5|6, 7"]);
    }

    #[test]
    fn a_comma_that_went_with_a_change_stands_by_itself() {
        check("The keeper lights the lamp, at dusk.", "The keeper lights the lamps at dusk.", &["lamp|lamps", ",|"]);
    }

    #[test]
    fn the_capital_of_a_sentence_goes_with_the_words_before_it() {
        let (old, new) = ("The mill owners may appeal.", "However, the mill owners may appeal.");
        check(old, new, &["|However,"]);
        check("In order to fish, boats need a licence.", "To fish, boats need a licence.", &["In order|"]);
        check("The bridge stays open; the gate is shut.", "The bridge stays open. The gate is shut.", &[";|."]);
        check("We sail at noon.", "we sail at noon.", &["We|we"]);
    }

    #[test]
    fn words_written_as_one_are_changed_as_one() {
        check("It is due on the [date] of signing.", "It is due on the [day] of signing.", &["[date]|[day]"]);
        check("A 3-point plan and/or vote.", "A 4-point plan or vote.", &["3-point|4-point", "and/or|or"]);
    }

    #[test]
    fn a_grain_is_finer_or_coarser() {
        let (old, new) =
            ("It has the quality of water that it deserves.", "It has the water quality that it deserves.");
        check_at(Grain::Word, old, new, &["quality of|", "|quality"]);
        check_at(Grain::Sentence, old, new, &[&format!("{old}|{new}")]);
        let (old, new) = ("The ferry leaves the old quay in summer.", "The ferry leaves the new pier in winter.");
        check_at(Grain::Auto, old, new, &["old quay|new pier", "summer|winter"]);
        check_at(Grain::Phrase, old, new, &["old quay in summer|new pier in winter"]);
    }
}
