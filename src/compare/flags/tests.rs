//! What each edit is said to be.

use super::*;
use crate::compare::compare;
use crate::read::{Options, read};

mod alarm_tests;
mod class_tests;
mod commitment_tests;
mod direction_tests;
mod drafting_tests;
mod editorial_tests;
mod idiom_tests;
mod name_tests;
mod negotiation_tests;
mod order_tests;
mod pair_tests;
mod value_tests;

fn compared(language: &str, old: &str, new: &str) -> crate::compare::Comparison {
    let options = Options { language: Some(language.to_owned()), ..Options::default() };
    let document = |text: &str| read("a.txt", text.as_bytes(), &options).expect("a text");
    compare(Pair::of(document(old), document(new)))
}

/// All flags of all edits as `kind: reason`.
#[track_caller]
fn check_in(language: &str, old: &str, new: &str, expected: &[&str]) {
    let comparison = compared(language, old, new);
    let flags = comparison.edits.iter().flat_map(|edit| &edit.flags);
    let found: Vec<String> = flags.map(|flag| format!("{}: {}", flag.kind.name(), flag.reason)).collect();
    assert_eq!(found, expected);
}

#[track_caller]
fn check(old: &str, new: &str, expected: &[&str]) {
    check_in("en", old, new, expected);
}

/// The gravest class of all edits, there and back.
#[track_caller]
fn check_class_in(language: &str, old: &str, new: &str, expected: Class) {
    for (old, new) in [(old, new), (new, old)] {
        let comparison = compared(language, old, new);
        let gravest = comparison.edits.iter().map(|edit| edit.class).max();
        assert_eq!(gravest, Some(expected), "{:?}", comparison.edits);
    }
}

#[track_caller]
fn check_class(old: &str, new: &str, expected: Class) {
    check_class_in("en", old, new, expected);
}

/// Words and marks that rules look for, in all languages, and some that none does.
const MESS: &str = "([a-z]{1,5}|[0-9,.]{1,6}|not|May|Article|\u{a7} 3|[«“)\u{200b}а-я]{1,3}|shall|unless|only|UN|km|the|and)( ([a-z]{1,5}|[0-9,.%$]{1,6}|shall|no|may|all|(see|or)|€|days|ing)){0,7}";

proptest::proptest! {
    #[test]
    fn any_words_have_flags_each_kind_once(old in MESS, new in proptest::prop_oneof![MESS, "\\PC{0,30}"]) {
        for pair in [(&old, &new), (&new, &old)] {
            for edit in &compared("en", pair.0, pair.1).edits {
                let mut kinds: Vec<FlagKind> = edit.flags.iter().map(|flag| flag.kind).collect();
                proptest::prop_assert!(kinds.is_sorted());
                kinds.dedup();
                proptest::prop_assert_eq!(kinds.len(), edit.flags.len());
            }
        }
    }

    #[test]
    fn swapping_the_sides_keeps_kinds_and_class(old in MESS, new in MESS, language in 0..6_usize) {
        let comparison = compared(["en", "fr", "es", "de", "ru", "pl"][language], &old, &new);
        let documents = comparison.documents.as_ref();
        let rules = Rules::of(documents);
        let swapped = Rules::of(documents.swap());
        for edit in &comparison.edits {
            let there = Subject {
                texts: documents.map(|document| document.text.as_str()),
                kind: edit.kind,
                edit: edit.spans,
                bead: comparison.bead_span(edit.bead),
                block: None,
                seen: Seen::default(),
            };
            let kind = match edit.kind {
                EditKind::Insert => EditKind::Delete,
                EditKind::Delete => EditKind::Insert,
                other => other,
            };
            let back = Subject { texts: there.texts.swap(), kind, edit: there.edit.swap(), bead: there.bead.swap(), ..there };
            let (there, back) = (rules.flags(&there), swapped.flags(&back));
            let kinds = |flags: &[Flag]| flags.iter().map(|flag| flag.kind).collect::<Vec<_>>();
            proptest::prop_assert_eq!(kinds(&there.0), kinds(&back.0), "{:?} {:?}", there.0, back.0);
            proptest::prop_assert_eq!(there.1, back.1);
        }
    }
}
