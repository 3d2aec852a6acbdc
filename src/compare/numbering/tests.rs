//! What is a renumbering, and above all what is none.

use crate::compare::{Class, Comparison, Edit, EditKind, compare};
use crate::document::{Pair, Span};
use crate::read::{Options, read};

pub fn compared(language: &str, old: &[&str], new: &[&str]) -> Comparison {
    let options = || Options { language: Some(language.to_owned()), ..Options::default() };
    let document = |parts: &[&str]| read("a.md", parts.join("\n\n").as_bytes(), &options()).expect("a text");
    compare(Pair::of(document(old), document(new)))
}

/// Every renumbering as its line, how many edits it folds, and its strays.
fn lines(comparison: &Comparison) -> Vec<String> {
    let strays = |place: &Span| format!(" !{}", comparison.stray(*place).expect("a stray").reason);
    let line = |one: &super::Renumbering| {
        format!(
            "{} [{}]{}",
            one.line(one.stray.len()),
            one.edits.len(),
            one.stray.iter().map(strays).collect::<String>()
        )
    };
    comparison.numbering.all.iter().map(line).collect()
}

#[track_caller]
pub fn check_in(language: &str, old: &[&str], new: &[&str], expected: &[&str]) {
    let comparison = compared(language, old, new);
    assert_eq!(lines(&comparison), expected, "{:#?}", comparison.edits);
    for (at, edit) in comparison.edits.iter().enumerate() {
        let is_folded = comparison.numbering.of(at).is_some();
        assert_eq!(is_folded, edit.flags.iter().any(|flag| flag.kind.name() == "numbering"));
        assert!(!is_folded || edit.class == Class::Editorial && edit.flags.len() == 1);
    }
}

#[track_caller]
pub fn check(old: &[&str], new: &[&str], expected: &[&str]) {
    check_in("en", old, new, expected);
}

const SEAT: [&str; 2] = ["The office has its seat at Essel.", "The accounts are audited every spring by two auditors."];

#[test]
fn articles_behind_a_new_one_and_the_references_that_follow() {
    let comparison = compared(
        "en",
        &[
            "## Article 1. Seat",
            SEAT[0],
            "## Article 2. Accounts",
            SEAT[1],
            "## Article 3. Term",
            "It ends as Article 2 says.",
        ],
        &[
            "## Article 1. Seat",
            SEAT[0],
            "## Article 2. Guests",
            "Guests are welcome at any hour of the day.",
            "## Article 3. Accounts",
            SEAT[1],
            "## Article 4. Term",
            "It ends as Article 3 says.",
        ],
    );
    assert_eq!(lines(&comparison), ["Articles 2–3 renumbered 3–4, 1 reference follows [3]"]);
    let reasons: Vec<&str> =
        comparison.numbering.all[0].edits.iter().map(|edit| comparison.edits[*edit].flags[0].reason.as_str()).collect();
    assert_eq!(
        reasons,
        ["Article 2 → 3, renumbered", "Article 3 → 4, renumbered", "Article 2 → 3, follows the renumbering"]
    );
}

#[test]
fn a_reference_that_does_not_follow_is_stray() {
    let old = [
        "## Article 1. Seat",
        SEAT[0],
        "## Article 2. Accounts",
        SEAT[1],
        "## Article 3. Term",
        "It ends as Article 2 says. See Article 1.",
    ];
    let mut new =
        vec!["## Article 1. Guests", "Guests are welcome at any hour of the day.", "## Article 2. Seat", SEAT[0]];
    new.extend(["## Article 3. Accounts", SEAT[1], "## Article 4. Term", "It ends as Article 2 says. See Article 2."]);
    check(&old, &new, &["Articles 1–3 renumbered 2–4, 1 reference follows, 1 does not [4] !Article 2 is now 3"]);
}

#[test]
fn a_reference_to_what_is_gone_is_stray() {
    let old = [
        "## Article 1. Guests",
        "Guests are welcome at any hour of the day.",
        "## Article 2. Seat",
        SEAT[0],
        "## Article 3. Accounts",
        SEAT[1],
        "Both are as Article 1 says.",
    ];
    let new = ["## Article 1. Seat", SEAT[0], "## Article 2. Accounts", SEAT[1], "Both are as Article 1 says."];
    check(&old, &new, &["Articles 2–3 renumbered 1–2, 1 reference does not follow [2] !Article 1 is gone"]);
}

#[test]
fn a_single_heading_counts_with_its_references_or_where_its_place_was_taken() {
    let (old, new) = (["## Article 4. Seat", SEAT[0]], ["## Article 5. Seat", SEAT[0]]);
    check(&old, &new, &[]);
    let with = |lines: [&'static str; 2], more: &'static [&'static str]| [&lines[..], more].concat();
    let follows = with(new, &["The seat is fixed as Article 5 says."]);
    check(
        &with(old, &["The seat is fixed as Article 4 says."]),
        &follows,
        &["Article 4 renumbered 5, 1 reference follows [2]"],
    );
    let taken = [&["## Article 4. Guests", "Guests are welcome at any hour of the day."][..], &new].concat();
    check(&old, &taken, &["Article 4 renumbered 5 [1]"]);
}

#[test]
fn articles_that_change_places() {
    let (seat, accounts) = (SEAT[0], SEAT[1]);
    let ends = ["## Article 4. Term", "It ends as Article 2 says, and Article 3 applies."];
    let old = ["# Pact", "## Article 2. Seat", seat, "## Article 3. Accounts", accounts, ends[0], ends[1]];
    let new = [
        "# Pact",
        "## Article 2. Accounts",
        accounts,
        "## Article 3. Seat",
        seat,
        ends[0],
        "It ends as Article 3 says, and Article 2 applies.",
    ];
    check(&old, &new, &["Article 2 renumbered 3, 3 → 2, 2 references follow [4]"]);
    let comparison = compared("en", &old, &new);
    let moves: Vec<_> = comparison.edits.iter().filter(|edit| edit.kind == EditKind::Move).collect();
    assert_eq!(moves.len(), 1, "a heading goes along: {:#?}", comparison.edits);
}

#[test]
fn bare_headings_go_with_what_they_head() {
    let rules = [
        "The office has its seat at Essel, by the sea.",
        "The accounts are audited every spring by two auditors.",
        "Guests are welcome at any hour of the day.",
        "The board meets in May and in September.",
    ];
    for label in ["Article", "Artikel", "§", "Section", "Статья"] {
        let text = |rules: &[&str]| -> Vec<String> {
            let numbered = rules.iter().zip(1..);
            numbered.flat_map(|(rule, number)| [format!("{label} {number}"), (*rule).to_owned()]).collect()
        };
        let (old, new) = (text(&rules), text(&[rules[0], "Nobody may sell the boat.", rules[1], rules[2], rules[3]]));
        let language = match label {
            "Artikel" => "de",
            "Статья" => "ru",
            _ => "en",
        };
        let parts = |text: &[String]| text.iter().map(String::as_str).collect::<Vec<&str>>().join("\n\n");
        let comparison = compared(language, &[&parts(&old)], &[&parts(&new)]);
        let shown: Vec<String> = comparison.numbering.all.iter().map(|one| one.line(one.stray.len())).collect();
        assert!(shown.len() == 1 && shown[0].ends_with(" 2–4 renumbered 3–5"), "{shown:?}");
        let kinds: Vec<&str> = comparison.edits.iter().map(|edit| edit.kind.name()).collect();
        assert_eq!(kinds, ["insert", "insert", "replace", "replace", "replace"], "{:#?}", comparison.edits);
    }
}

#[test]
fn numbers_within_a_number() {
    let old = [
        "## Section 1. Seat",
        SEAT[0],
        "## Section 2. Term",
        "2.1 It runs for ten years.",
        "2.2 It ends as Section 2.1 says.",
        "See Section 2.2(a) and Section 3, but not § 2.1 of the Act.",
        "## Section 3. Accounts",
        SEAT[1],
    ];
    let new = [
        "## Section 1. Seat",
        SEAT[0],
        "## Section 2. Guests",
        "Guests are welcome at any hour of the day.",
        "## Section 3. Term",
        "3.1 It runs for ten years.",
        "3.2 It ends as Section 3.1 says.",
        "See Section 3.2(a) and Section 4, but not § 2.1 of the Act.",
        "## Section 4. Accounts",
        SEAT[1],
    ];
    check(&old, &new, &["Sections 2–3 renumbered 3–4, 3 references follow [7]"]);
}

#[test]
fn a_deadline_beside_a_number_stays_an_edit_of_its_own() {
    let old = ["## 1. Seat", SEAT[0], "## 2. Term", "2.1 Pay within 30 days under clause 2.2.", "2.2 It ends in May."];
    let new = [
        "## 1. Guests",
        "Guests are welcome at any hour of the day.",
        "## 2. Seat",
        SEAT[0],
        "## 3. Term",
        "3.1 Pay within 45 days under clause 3.2.",
        "3.2 It ends in May.",
    ];
    let comparison = compared("en", &old, &new);
    assert_eq!(lines(&comparison), ["Nos. 1–2 renumbered 2–3, 1 reference follows [5]"]);
    let real =
        |edit: &&Edit| edit.kind == EditKind::Replace && edit.flags.iter().all(|flag| flag.kind.name() != "numbering");
    let real: Vec<Pair<&str>> = comparison.edits.iter().filter(real).map(|edit| comparison.words(edit)).collect();
    assert_eq!(real, [Pair::of("30", "45")]);
}

#[test]
fn clauses_and_their_parts() {
    let old = [
        "## 1. Seat",
        "1.1 The office has its seat at Essel.",
        "1.2 The seat may be moved by a vote.",
        "## 2. Term",
        "2.1 It ends as clause 1.2 says.",
    ];
    let new = [
        "## 1. Guests",
        "1.1 Guests are welcome at any hour of the day.",
        "## 2. Seat",
        "2.1 The office has its seat at Essel.",
        "2.2 The seat may be moved by a vote.",
        "## 3. Term",
        "3.1 It ends as clause 2.2 says.",
    ];
    check(&old, &new, &["Nos. 1–2 renumbered 2–3, 1 reference follows [6]"]);
}

#[test]
fn items_of_a_list() {
    let old = ["The order is:", "(a) water for the sick;", "(b) water for the fields;", "(c) water for the mills."];
    let new = [
        "The order is:",
        "(a) water for the fire brigade and its horses;",
        "(b) water for the sick;",
        "(c) water for the fields;",
        "(d) water for the mills.",
    ];
    check(&old, &new, &["Items a–c renumbered b–d [3]"]);
}

#[test]
fn other_languages() {
    let check = |language, words: [&str; 3], expected: &str| {
        let heading = |number: u8, title: &str| format!("## {} {number}. {title}", words[0]);
        let (a, b, c) =
            (heading(1, "Aaaaaa Bbbbbb"), heading(2, "Cccccc Dddddd"), format!("Xxxxxx yyyyyy {} zzzzzz.", words[1]));
        let (d, e, f) =
            (heading(2, "Aaaaaa Bbbbbb"), heading(3, "Cccccc Dddddd"), format!("Xxxxxx yyyyyy {} zzzzzz.", words[2]));
        let new = heading(1, "Eeeeee Ffffff Gggggg Hhhhhh");
        check_in(language, &[&a, SEAT[0], &b, SEAT[1], &c], &[&new, &d, SEAT[0], &e, SEAT[1], &f], &[expected]);
    };
    check("de", ["Artikel", "nach Artikel 2", "nach Artikel 3"], "Artikel 1–2 renumbered 2–3, 1 reference follows [3]");
    check("de", ["§", "nach § 2", "nach § 3"], "§§ 1–2 renumbered 2–3, 1 reference follows [3]");
    check(
        "fr",
        ["Article", "selon l’article 2", "selon l’article 3"],
        "Articles 1–2 renumbered 2–3, 1 reference follows [3]",
    );
    check(
        "es",
        ["Artículo", "según el artículo 2", "según el artículo 3"],
        "Artículos 1–2 renumbered 2–3, 1 reference follows [3]",
    );
    check(
        "ru",
        ["Статья", "согласно статье 2", "согласно статье 3"],
        "Статьи 1–2 renumbered 2–3, 1 reference follows [3]",
    );
}

/// Articles 2 and 3 become 3 and 4; one line more stands in both, with these words.
#[track_caller]
fn check_line(old: &str, new: &str, folded: usize) {
    let first = [
        "## Article 1. Seat",
        SEAT[0],
        "## Article 2. Accounts",
        SEAT[1],
        "## Article 3. Term",
        "It runs for ten years.",
        old,
    ];
    let guests = ["## Article 2. Guests", "Guests are welcome at any hour of the day."];
    let last = ["## Article 3. Accounts", SEAT[1], "## Article 4. Term", "It runs for ten years.", new];
    let comparison = compared("en", &first, &[&first[..2], &guests, &last].concat());
    let numbering = &comparison.numbering.all[0];
    assert_eq!((numbering.edits.len(), numbering.stray.len()), (2 + folded, 0), "{old} {new} {:#?}", comparison.edits);
}

#[test]
fn real_changes_of_a_number_are_none() {
    check_line("It ends as Article 2 says.", "It ends as Article 3 says.", 1);
    check_line("It ends as Articles 2 and 3 say.", "It ends as Articles 3 and 4 say.", 2);
    check_line("It ends as Article 2 says.", "It ends as Article 4 says.", 0);
    check_line("It ends as Article 2 of the Charter says.", "It ends as Article 3 of the Charter says.", 0);
    check_line("It ends as the Charter’s Article 2 says.", "It ends as the Charter’s Article 3 says.", 0);
    check_line("It ends after 2 years.", "It ends after 3 years.", 0);
    check_line("It ends under Article 1, 2 years later.", "It ends under Article 1, 3 years later.", 0);
    check_line("It ends as Article 2 says.", "It ended as Article 3 says.", 1);
    check_line("It ends as Article 2 says.", "It ends as Section 3 says.", 0);
    check_line("It ends as Annex 2 says.", "It ends as Annex 3 says.", 0);
    check_line("It ends as clause 2 says.", "It ends as clause 3 says.", 0);
}

#[test]
fn numbers_that_change_alone_are_none() {
    check(&["It ends as Article 2 says."], &["It ends as Article 3 says."], &[]);
    check(
        &["30. April: the first hearing", "31. May: the vote"],
        &["29. April: the first hearing", "30. May: the vote"],
        &[],
    );
    check(&["2.5 Tons of sand", "4.5 Tons of gravel"], &["3.5 Tons of sand", "5.5 Tons of gravel"], &[]);
    check(&["Pay 5 crowns.", "Pay 6 crowns."], &["Pay 6 crowns.", "Pay 7 crowns."], &[]);
    check(&["## Article 2. Seat", SEAT[0]], &["## Article 2. Accounts", SEAT[1]], &[]);
}

#[test]
fn another_title_beside_the_number_is_not_folded() {
    let old = [
        "## Article 1. Seat",
        SEAT[0],
        "## Article 2. Accounts",
        SEAT[1],
        "## Article 3. Term",
        "It runs for ten years.",
    ];
    let new = [
        "## Article 1. Guests",
        "Guests are welcome at any hour of the day.",
        "## Article 2. Seat",
        SEAT[0],
        "## Article 3. Audit",
        SEAT[1],
        "## Article 4. Term",
        "It runs for ten years.",
    ];
    let comparison = compared("en", &old, &new);
    assert_eq!(comparison.numbering.all[0].name, "Articles 1–3 renumbered 2–4");
    let title =
        comparison.edits.iter().position(|edit| comparison.words(edit).new.contains("Audit")).expect("the title");
    assert_eq!(comparison.numbering.of(title), None);
}

#[test]
fn heads_that_share_nothing_but_their_label_are_two_unless_they_stand_over_the_same() {
    let text = |number: u32, title: &str, words: &str| format!("## Article {number} – {title}\n\n{words}\n\n");
    let (seat, term) = ("The office has its seat at Essel.", "It ends after ten years unless the council renews it.");
    let guests = "Guests are welcome at any hour of the day.";
    let kinds = |old: &str, new: &str| {
        let comparison = compared("en", &[old], &[new]);
        let kind = |edit: &Edit| format!("{} {}", edit.kind.name(), comparison.words(edit).new);
        comparison.edits.iter().map(kind).collect::<Vec<_>>()
    };
    let old = text(1, "Seat", seat) + &text(2, "Term", term);
    let other = text(1, "Seat", seat) + &text(2, "Guests", guests);
    assert_eq!(
        kinds(&old, &other),
        ["delete ", "delete ", "insert ## Article 2 – Guests", &format!("insert {guests}")]
    );
    let ahead = text(1, "Guests", guests) + &text(2, "Seat", seat);
    let expected = ["insert ## Article 1 – Guests", &format!("insert {guests}"), "replace 2", "delete ", "delete "];
    assert_eq!(kinds(&old, &ahead), expected);
    let renamed = text(1, "Seat", seat) + &text(2, "Duration", term);
    assert_eq!(kinds(&old, &renamed), ["replace Duration"]);
}

#[test]
fn a_head_before_the_title_in_its_line_goes_with_it() {
    let text = |names: &[(&str, &str)]| -> Vec<String> {
        let article =
            |(at, (name, words)): (usize, &(&str, &str))| [format!("Article {}. {name}", at + 1), (*words).to_owned()];
        names.iter().enumerate().flat_map(article).collect()
    };
    let (boats, notice) = (("Boats", "Boats may land at every quay."), ("Notice", "Notice is given a month ahead."));
    let (fees, storage) = (("Fees", "Whoever lands pays two crowns."), ("Storage", "Goods are kept in a dry shed."));
    let (old, new) = (text(&[boats, notice, fees, storage]), text(&[notice, storage]));
    let comparison = compared("en", &[&old.join("\n\n")], &[&new.join("\n\n")]);
    assert_eq!(lines(&comparison), ["Article 2 renumbered 1, 4 → 2 [2]"]);
}

#[test]
fn the_answer_is_the_same_backwards_and_in_any_detail() {
    let old = std::fs::read_to_string("samples/declaration/round-1.md").expect("a sample");
    let new = std::fs::read_to_string("samples/declaration/round-2.md").expect("a sample");
    let comparison = compared("en", &[&old], &[&new]);
    assert_eq!(lines(&comparison), ["Articles 5–13 renumbered 6–14, 14 → 5 [10]"]);
    assert_eq!(lines(&compared("en", &[&new], &[&old])), ["Article 5 renumbered 14, 6–14 → 5–13 [10]"]);
}
