//! What each check finds, and what it passes over.

use super::*;
use crate::compare::bitext::Fixed;
use crate::compare::{Comparison, compare_translation};
use crate::document::Unit;
use crate::read::{BitextFormat, Options, read, read_bitext};

mod amount_tests;
mod form_tests;
mod negation_tests;
mod value_tests;
mod wording_tests;

fn compared(languages: &str, old: &str, new: &str, known: Known) -> Comparison {
    let (from, to) = languages.split_once('-').expect("two languages");
    let document = |text: &str, language: &str| {
        let options = Options { unit: Unit::Line, language: Some(language.to_owned()), ..Options::default() };
        read("a.txt", text.as_bytes(), &options).expect("a text")
    };
    let lines = old.lines().count().min(new.lines().count());
    let beads = (0..lines).map(|line| Pair::of(line..line + 1, line..line + 1)).collect();
    let known = Known { fixed: Fixed { beads }, ..known };
    compare_translation(Pair::of(document(old, from), document(new, to)), &known)
}

/// All flags of a translation, line by line, as `kind: reason`.
#[track_caller]
fn check(languages: &str, old: &str, new: &str, expected: &[&str]) {
    let comparison = compared(languages, old, new, Known::default());
    let said = |flag: &Flag| format!("{}: {}", flag.kind.name(), flag.reason);
    let found: Vec<String> = comparison.edits.iter().flat_map(|edit| edit.flags.iter().map(said)).collect();
    assert_eq!(found, expected);
}

/// That nothing is said of a rendering.
#[track_caller]
fn passes(languages: &str, old: &str, new: &str) {
    check(languages, old, new, &[]);
}

#[test]
fn checks_are_switched_off_by_name() {
    let off = ["number", "doubled"].into();
    let known = Known { off, ..Known::default() };
    let comparison = compared("ru-en", "Их было 35.", "There were were 55 (of them.", known);
    let kinds: Vec<&str> =
        comparison.edits.iter().flat_map(|edit| edit.flags.iter().map(|flag| flag.kind.name())).collect();
    assert_eq!(kinds, ["quotes"]);
}

#[test]
fn places_are_ordered_on_both_sides() {
    let comparison = compared("ru-en", "В 35 домах 40 окон.", "The the 41 windows are in 36 houses.", Known::default());
    let words: Vec<(&str, &str)> =
        comparison.edits.iter().map(|edit| comparison.words(edit)).map(|pair| (pair.old, pair.new)).collect();
    assert_eq!(words[0], ("", "The the"));
    assert!(comparison.edits.windows(2).all(|two| two[0].spans.old.end <= two[1].spans.old.start));
}
