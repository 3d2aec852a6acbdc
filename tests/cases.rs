//! Tricky cases of two short wordings, with what a reader wants to see.

use redraft::compare::{Comparison, compare};
use redraft::document::Pair;
use redraft::read::{Options, read};
use redraft::review::settle::{Open, settle};
use redraft::review::{Decision, Entry, Review};

macro_rules! case {
    ($name:literal) => {
        compared(include_str!(concat!("cases/", $name, ".old.txt")), include_str!(concat!("cases/", $name, ".new.txt")))
    };
}

fn compared(old: &str, new: &str) -> Comparison {
    compared_as("case.txt", old, new)
}

fn compared_as(name: &str, old: &str, new: &str) -> Comparison {
    let document = |text: &str| read(name, text.as_bytes(), &Options::default()).expect("a text");
    compare(Pair::of(document(old), document(new)))
}

/// Every edit as `kind class [old|new] flag: reason; …`.
#[track_caller]
fn check(comparison: &Comparison, expected: &[&str]) {
    let flow = |words: &str| words.split_whitespace().collect::<Vec<_>>().join(" ");
    let shown = |edit: &redraft::compare::Edit| {
        let words = comparison.words(edit).map(flow);
        let reasons: Vec<String> =
            edit.flags.iter().map(|flag| format!("{}: {}", flag.kind.name(), flag.reason)).collect();
        let line =
            format!("{} {} [{}|{}] {}", edit.kind.name(), edit.class.name(), words.old, words.new, reasons.join("; "));
        line.trim_end().to_owned()
    };
    assert_eq!(comparison.edits.iter().map(shown).collect::<Vec<_>>(), expected);
}

#[test]
fn substance() {
    check(
        &case!("substance"),
        &[
            "replace substantive [shall|may] modal: shall → may (weaker)",
            "replace substantive [30|45] number: 30 → 45 (+50 %)",
            "insert substantive [|not] negation: may → may not",
        ],
    );
}

#[test]
fn a_move() {
    let comparison = case!("move");
    assert_eq!(comparison.edits.iter().map(|edit| edit.kind.name()).collect::<Vec<_>>(), ["move"]);
}

#[test]
fn a_move_with_edits_inside() {
    let comparison = case!("move-edited");
    let kinds: Vec<&str> = comparison.edits.iter().map(|edit| edit.kind.name()).collect();
    assert_eq!(kinds, ["move", "insert", "replace"]);
    let words = |index: usize| comparison.words(&comparison.edits[index]);
    assert_eq!((words(1).new, words(2)), ("strong", Pair::of("Treaty", "Charter")));
    assert!(comparison.edits[1..].iter().all(|edit| comparison.beads[edit.bead].moved == Some(0)));
}

#[test]
fn a_sentence_split() {
    let comparison = case!("sentence-split");
    let beads: Vec<(usize, usize)> =
        comparison.beads.iter().map(|bead| (bead.sentences.old.len(), bead.sentences.new.len())).collect();
    assert!(beads.contains(&(1, 2)), "{beads:?}");
    assert_eq!(comparison.edits.len(), 1, "{:?}", comparison.edits);
    let words = comparison.words(&comparison.edits[0]);
    assert_eq!((words.old, words.new), (", but", ". It"));
}

#[test]
fn a_paragraph_split() {
    check(&case!("paragraph-split"), &["split editorial [|]"]);
}

#[test]
fn rewrapped() {
    check(&case!("rewrapped"), &["replace wording [final|concluding]"]);
}

#[test]
fn typography() {
    let comparison = case!("typography");
    let of = |class: &str| comparison.edits.iter().filter(|edit| edit.class.name() == class).collect::<Vec<_>>();
    let numbers: Vec<Pair<&str>> = of("substantive").into_iter().map(|edit| comparison.words(edit)).collect();
    assert_eq!(numbers, [Pair::of("6.5", "6.7"), Pair::of("$35,000,000", "$55,000,000")]);
    assert!(of("wording").is_empty());
    assert_eq!(of("editorial").len(), 2);
    assert!(of("editorial").iter().all(|edit| edit.flags[0].kind.name() == "typography"));
}

#[test]
fn paraphrase() {
    let comparison = case!("paraphrase");
    let flags = || comparison.edits.iter().flat_map(|edit| &edit.flags);
    assert!(flags().all(|flag| flag.kind.name() != "negation"), "{:?}", comparison.edits);
    let long = |words: &str| words.split_whitespace().count() > 1;
    let single =
        comparison.edits.iter().map(|edit| comparison.words(edit)).filter(|words| !long(words.old) && !long(words.new));
    assert!(comparison.edits.len() <= 7, "{:?}", comparison.edits);
    assert!(single.count() <= 2, "{:?}", comparison.edits);
}

#[test]
fn a_sentence_moved_inside_its_paragraph() {
    let comparison = case!("sentence-move");
    assert_eq!(comparison.edits.iter().map(|edit| edit.kind.name()).collect::<Vec<_>>(), ["move"]);
}

#[test]
fn a_clause_that_moved_and_was_cut_into_sentences() {
    let [harbour, pilots, noise, lights] = [
        "The harbour authority keeps a register of every vessel that enters the basin.",
        "A pilot boards each vessel over sixty metres at the outer buoy.",
        "No horn is sounded between midnight and dawn unless life is in danger.",
        "Every boat that lies at anchor in the roads shows a white light from dusk on, and a second one in fog.",
    ];
    let long = "The keeper of the lock opens both gates at high water, charges the toll that the council has fixed, and \
                enters the name of the skipper in the ledger before the vessel may pass.";
    let cut = "The keeper of the lock opens both gates at high water. The keeper charges the toll that the council has \
               fixed. The keeper enters the name of the skipper in the ledger before the vessel may pass.";
    let other = "Fishing from the quay is allowed on Sundays. Nets are dried on the poles behind the chapel.";
    let moves = |old: [&str; 5], new: [&str; 5]| {
        let found = compared_as("case.txt", &old.join("\n\n"), &new.join("\n\n"));
        let moved = found.beads.iter().filter(|bead| bead.moved.is_some());
        moved.map(|bead| bead.sentences.as_ref().map(|side| side.len())).collect::<Vec<_>>()
    };
    let moved = |from, to| moves([harbour, from, pilots, noise, lights], [harbour, pilots, noise, lights, to]);
    assert_eq!(moved(long, cut), [Pair::of(1, 3)]);
    assert_eq!(moved(cut, long), [Pair::of(3, 1)]);
    assert_eq!(moved(long, other), []);
}

#[test]
fn a_sentence_left_out_of_a_paragraph_that_moved_goes_with_it() {
    let [harbour, pilots, horn] = [
        "The harbour authority keeps a register of every vessel that enters the basin.",
        "A pilot boards each vessel over sixty metres at the outer buoy.",
        "No horn is sounded between midnight and dawn unless life is in danger.",
    ];
    let whole =
        "Nets are dried on the poles behind the chapel. Gulls steal fish. The keeper lights the stove there at noon.";
    let less = "Nets are dried on the poles behind the chapel. The keeper lights the stove there at noon.";
    let text = |paragraphs: [&str; 4]| paragraphs.join("\n\n");
    let long = text([harbour, whole, pilots, horn]);
    let short = text([harbour, pilots, horn, less]);
    check(
        &compared_as("case.txt", &long, &short),
        &[
            &format!("move wording [{whole}|{less}]"),
            "delete substantive [Gulls steal fish.|] content: drops Gulls steal fish",
        ],
    );
    let back = compared_as("case.txt", &short, &long);
    assert_eq!(back.edits.iter().map(|edit| edit.kind.name()).collect::<Vec<_>>(), ["move", "insert"]);
    // The paragraph stays where it moved to, and keeps the sentence.
    let comparison = compared_as("case.txt", &long, &short);
    let mut review = Review::default();
    for (edit, decision) in comparison.edits.iter().zip([Decision::Accepted, Decision::Rejected]) {
        review.entries.insert(edit.id, Entry { decision, ..Entry::default() });
    }
    let settled = settle(&comparison, &review, Open::Refuse).expect("decided");
    assert_eq!(settled, text([harbour, pilots, horn, whole]));
    // Sentences that went different ways take nothing along.
    let [nets, stove] = less.split_once(". ").map(|(nets, stove)| [format!("{nets}."), stove.to_owned()]).expect("two");
    let apart = compared_as("case.txt", &long, &[harbour, &nets, pilots, horn, &stove].join("\n\n"));
    let alone = apart.edits.iter().filter(|edit| edit.kind.name() == "delete");
    assert_eq!(alone.map(|edit| apart.beads[edit.bead].sentences.new.len()).collect::<Vec<_>>(), [0]);
}

#[test]
fn a_paragraph_merge() {
    let comparison = case!("paragraph-merge");
    let edits: Vec<(&str, Pair<&str>)> =
        comparison.edits.iter().map(|edit| (edit.kind.name(), comparison.words(edit).map(str::trim))).collect();
    assert_eq!(edits, [("merge", Pair::of("", "")), ("replace", Pair::of("Secretariat", "Secretary General"))]);
}

#[test]
fn rows_of_a_table_move_and_change_as_a_whole() {
    let document = |rows: &[&str]| {
        let text = format!("| Product | Rate | Year |\n|---|---|---|\n{}\n", rows.join("\n"));
        read("case.md", text.as_bytes(), &Options::default()).expect("a text")
    };
    let oil = |year: u16| format!("| Olive oil, virgin, in bottles of one litre | 15% | {year} |");
    let [wheat, barley, later] =
        ["| Common wheat and meslin | 12% | 2026 |", "| Barley | 8% | 2026 |", "| Barley | 8% | 2027 |"];
    let comparison = compare(Pair::of(document(&[wheat, barley, &oil(2028)]), document(&[&oil(2029), wheat, later])));
    check(
        &comparison,
        &[
            &format!("move wording [{}|{}]", oil(2028), oil(2029)),
            "replace substantive [2028|2029] date: 2028 → 2029",
            "replace substantive [2026|2027] date: 2026 → 2027",
        ],
    );
}

#[test]
fn a_new_column_beside_another_value() {
    let old = "| Volume | Rate |\n|---|---|\n| 350 | 4 % |\n|500|3 %|\n";
    let new = "| Volume | Region | Rate |\n|---|---|---|\n| 360 | new | 4 % |\n|500|north|3 %|\n";
    check(
        &compared_as("case.md", old, new),
        &[
            "insert wording [|Region |]",
            "insert editorial [|---|] typography: adds ---|",
            "replace substantive [350|360] number: 350 → 360 (+2.9 %)",
            "insert wording [|new |]",
            "insert wording [|north|]",
        ],
    );
}

#[test]
fn a_line_drawn_in_another_way() {
    let check = |old: &str, new: &str| {
        let found = compared_as("case.md", old, new).edits;
        let [edit] = &found[..] else { panic!("{found:?}") };
        assert_eq!((edit.flags[0].kind.name(), edit.class.name()), ("typography", "editorial"), "{found:?}");
    };
    check("| A | B |\n|---|---|\n| a | 1 |\n", "| A | B |\n|:--|--:|\n| a | 1 |\n");
    check("| A | B |\n| --- | --- |\n| a | 1 |\n", "| A | B |\n|:------|:-:|\n| a | 1 |\n");
    check("One is here.\n\n---\n\nTwo is here.\n", "One is here.\n\n***\n\nTwo is here.\n");
}

#[test]
fn words_broken_over_two_lines() {
    let old = "The Parties support the develop-\nment of energy and well-\nknown ways to store it for 30 days.";
    let new = "The Parties support the development of energy and\nwell-known ways to store it for 45 days.";
    for (old, new, edit) in [
        (old, new, "replace substantive [30|45] number: 30 → 45 (+50 %)"),
        (new, old, "replace substantive [45|30] number: 45 → 30 (−33 %)"),
        ("We shall re-\nsign it.", "We shall resign it.", "replace wording [re- sign|resign]"),
        (
            "Ends of pre-\nand post-war days.",
            "Ends of pre-\nor post-war days.",
            "replace substantive [and|or] condition: and → or",
        ),
    ] {
        check(&compared(old, new), &[edit]);
    }
}
