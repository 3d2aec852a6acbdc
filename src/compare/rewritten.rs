//! Sentences of which hardly a word was left: nobody reads the edits in them, but the one wording and then the other.

use std::hash::BuildHasher;

use rustc_hash::FxBuildHasher;

use super::wordclass::WordClass;
use super::words::Change;
use crate::document::Pair;

/// A sentence is another one if both sides have so many words of their own that say something, and as many more for each that they
/// share.
const TELLING: usize = 3;

/// Whether of what two wordings say next to nothing is shared, in whatever order; what they differ in lies between their ends.
pub fn is_rewritten(words: Pair<&[&str]>, between: &Change) -> bool {
    let ends = words.old.len() - between.old.len();
    if between.old.len().min(between.new.len()) < TELLING.max(TELLING * ends) {
        return false;
    }
    let Pair { old, mut new } = words.map(full);
    new.sort_unstable();
    let shared = old.iter().filter(|word| new.binary_search(word).is_ok()).count();
    let own = old.len().min(new.len()).checked_sub(shared);
    own.is_some_and(|own| own >= TELLING * (shared + 1)) && !are_respelt(between, words)
}

/// Whether as many words stand in the place of others, most of them but for letters inside the same: those of another country's spelling.
fn are_respelt(between: &Change, words: Pair<&[&str]>) -> bool {
    let (old, new) = (&words.old[between.old.clone()], &words.new[between.new.clone()]);
    let others = || old.iter().zip(new).filter(|(old, new)| old != new);
    old.len() == new.len() && others().filter(|(old, new)| is_respelt(old, new)).count() * 2 > others().count()
}

/// Whether two words begin and end alike, so that no more than a few bytes inside differ.
fn is_respelt(old: &str, new: &str) -> bool {
    const INSIDE: usize = 2;
    let (old, new) = (old.as_bytes(), new.as_bytes());
    let first = old.iter().zip(new).take_while(|(old, new)| old == new).count();
    let last = old.iter().rev().zip(new.iter().rev()).take_while(|(old, new)| old == new).count();
    first > 0 && last > 0 && first + last + INSIDE >= old.len().max(new.len())
}

/// The fingerprints of the words that say something.
fn full(words: &[&str]) -> Vec<u64> {
    let mut prints = Vec::with_capacity(words.len());
    prints.extend(words.iter().filter(|word| WordClass::of(word).is_full()).map(|word| FxBuildHasher.hash_one(word)));
    prints
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(old: &str, new: &str, expected: bool) {
        let words = Pair::of(old.split(' ').collect::<Vec<_>>(), new.split(' ').collect::<Vec<_>>());
        let between = Pair::of(0..words.old.len(), 0..words.new.len());
        assert_eq!(is_rewritten(Pair::of(&words.old, &words.new), &between), expected, "{old} / {new}");
    }

    #[test]
    fn a_sentence_with_its_own_words_is_another_one() {
        check("the ferry leaves the old quay at noon", "a bus goes to the station in winter", true);
        check("the ferry leaves the old quay at noon", "the ferry leaves the new pier in winter", false);
        check("the ferry waits", "a bus leaves", false);
        check("colour of the theatre honours our neighbours", "color of the theater honors our neighbors", false);
        check("the ferry leaves the quay at noon", "thy ferries leave thy quays an noons", true);
    }
}
