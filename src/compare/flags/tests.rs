//! What each edit is said to be.

use super::*;
use crate::compare::compare;
use crate::read::{Options, read};

/// All flags of all edits as `kind: reason`, and the gravest class.
#[track_caller]
fn check_in(language: &str, old: &str, new: &str, expected: &[&str]) {
    let options = Options { language: Some(language.to_owned()), ..Options::default() };
    let document = |text: &str| read("a.txt", text.as_bytes(), &options).expect("a text");
    let comparison = compare(Pair::of(document(old), document(new)));
    let flags = comparison.edits.iter().flat_map(|edit| &edit.flags);
    let found: Vec<String> = flags.map(|flag| format!("{}: {}", flag.kind.name(), flag.reason)).collect();
    assert_eq!(found, expected);
}

#[track_caller]
fn check(old: &str, new: &str, expected: &[&str]) {
    check_in("en", old, new, expected);
}

#[track_caller]
fn check_class(old: &str, new: &str, expected: Class) {
    let document = |text: &str| read("a.txt", text.as_bytes(), &Options::default()).expect("a text");
    let comparison = compare(Pair::of(document(old), document(new)));
    assert_eq!(comparison.edits.iter().map(|edit| edit.class).max(), Some(expected), "{:?}", comparison.edits);
}

#[test]
fn numbers_by_value() {
    check("It takes 30 days to pay.", "It takes 45 days to pay.", &["number: 30 → 45 (+50 %)"]);
    check(
        "It costs $48 million in all.",
        "It costs $71 million in all.",
        &["number: $48 million → $71 million (+48 %)"],
    );
    check("Some 6.5 thousand people came.", "Some 6,500 people came.", &[]);
    check("We saw twelve ships there.", "We saw nine ships there.", &["number: twelve → nine (−25 %)"]);
    check("See Article 5 of it.", "See Article 6 of it.", &["number: 5 → 6"]);
    check("We saw ships there.", "We saw 3 ships there.", &["number: adds 3"]);
    check_in("ru", "Пришло 6,5 тыс. человек.", "Пришло 6 500 человек.", &[]);
    check_in(
        "ru",
        "Расходы 1 250 000 крон в год.",
        "Расходы 1 750 000 крон в год.",
        &["number: 1 250 000 → 1 750 000 (+40 %)"],
    );
}

#[test]
fn dates_are_whole() {
    check(
        "It enters into force on 1 January 2027.",
        "It enters into force on 1 July 2027.",
        &["date: 1 January 2027 → 1 July 2027"],
    );
    check("They meet on 15 October in Oslo.", "They meet on 1 October in Oslo.", &["date: 15 October → 1 October"]);
    check("It was agreed in 2025 there.", "It was agreed in 2026 there.", &["date: 2025 → 2026"]);
    check("It ends on 2026-05-01 at noon.", "It ends on 2026-06-01 at noon.", &["date: 2026-05-01 → 2026-06-01"]);
    check("They meet on Monday at noon.", "They meet on Friday at noon.", &["date: Monday → Friday"]);
    check_in("ru", "Вступает в силу 1 мая.", "Вступает в силу 15 мая.", &["date: 1 мая → 15 мая"]);
}

#[test]
fn modals_and_verbs_have_a_direction() {
    check("The Parties shall meet here.", "The Parties may meet here.", &["modal: shall → may (weaker)"]);
    check("The Parties should meet here.", "The Parties must meet here.", &["modal: should → must (stronger)"]);
    check("The Council requests the report.", "The Council urges the report.", &["modal: requests → urges (weaker)"]);
    check("They met in May that year.", "They met in June that year.", &["date: May → June"]);
    check_in("ru", "Капитаны должны сообщать.", "Капитаны могут сообщать.", &["modal: должны → могут (weaker)"]);
    check_in(
        "de",
        "Die Parteien müssen sich treffen.",
        "Die Parteien können sich treffen.",
        &["modal: müssen → können (weaker)"],
    );
    check_in(
        "fr",
        "Les parties doivent se réunir.",
        "Les parties peuvent se réunir.",
        &["modal: doivent → peuvent (weaker)"],
    );
    check_in(
        "es",
        "Las partes deberán reunirse.",
        "Las partes podrán reunirse.",
        &["modal: deberán → podrán (weaker)"],
    );
}

#[test]
fn negation_counts_over_the_sentence() {
    check("The Council may review it.", "The Council may not review it.", &["negation: may → may not"]);
    check(
        "He made clear he would sign nothing.",
        "He made clear he will not sign anything.",
        &["modal: would → will (stronger)"],
    );
    check("They don't agree with it.", "They agree with it.", &["negation: They don't → They"]);
    check("See No. 7 of the list.", "See number 7 of the list.", &[]);
    check_in("ru", "Это запрещено здесь.", "Это не запрещено здесь.", &["negation: Это → Это не"]);
}

#[test]
fn quantifiers_conditions_and_names() {
    check("It applies to all members today.", "It applies to some members today.", &["quantifier: all → some"]);
    check("It applies to all members today.", "It applies to every member today.", &[]);
    check("They pay within a month.", "They pay within a month, unless they object.", &["condition: adds unless"]);
    check(
        "It goes to the Secretariat first.",
        "It goes to the Secretary General first.",
        &["name: Secretariat → Secretary General"],
    );
    check("We met the Guests there.", "We met the guests there.", &["case: Guests → guests"]);
}

#[test]
fn deceiving_characters_are_named() {
    check(
        "The Parties met here.",
        "The P\u{430}rties met here.",
        &["name: Parties → P\u{430}rties", "character: adds Cyrillic letter “а” (U+0430) in “P\u{430}rties”"],
    );
    check(
        "The Parties met here.",
        "The Par\u{200b}ties met here.",
        &["name: Parties → Par\u{200b}ties", "character: adds the invisible U+200B"],
    );
}

#[test]
fn editorial_changes_no_word() {
    check("We organise it well.", "We organize it well.", &["spelling: organise → organize"]);
    check("It fell by 18 percent then.", "It fell by 18 per cent then.", &["spelling: percent → per cent"]);
    check("First, we met.", "First we met.", &["punctuation: drops ,"]);
    check("He said \"yes\" to it.", "He said “yes” to it.", &["typography: \" → “", "typography: \" → ”"]);
    check_class("We met, then.", "We met then.", Class::Editorial);
    check_class("It was four days.", "It was for days.", Class::Substantive);
    check_class("They keep filling it.", "They keep filing it.", Class::Wording);
    check_class("They re-sign it now.", "They resign it now.", Class::Wording);
    check_class("Tell us of it.", "Tell US of it.", Class::Wording);
    check_class("It is [agreed] here.", "It is agreed here.", Class::Wording);
}

proptest::proptest! {
    #[test]
    fn any_words_have_flags_each_kind_once(old in "([a-z]{1,5}|[0-9,.]{1,6}|not|May|[«“)\u{200b}а-я]{1,3})( ([a-z]{1,5}|[0-9,.%$]{1,6}|shall|no)){0,6}", new in "\\PC{0,30}") {
        let document = |text: &str| read("a.txt", text.as_bytes(), &Options::default()).unwrap_or_default();
        for pair in [(&old, &new), (&new, &old)] {
            let comparison = compare(Pair::of(document(pair.0), document(pair.1)));
            for edit in &comparison.edits {
                let mut kinds: Vec<FlagKind> = edit.flags.iter().map(|flag| flag.kind).collect();
                proptest::prop_assert!(kinds.is_sorted());
                kinds.dedup();
                proptest::prop_assert_eq!(kinds.len(), edit.flags.len());
            }
        }
    }
}
