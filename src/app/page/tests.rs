//! The page as rows of text.

use super::*;
use crate::app::columns::columns;
use crate::compare::bitext::Known;
use crate::compare::{compare, compare_translation};
use crate::read::{Options, read};
use crate::review::Decision;
use crate::review::settle::{Open, settle};

fn compared(old: &str, new: &str) -> Comparison {
    let document = |text: &str| read("a.md", text.as_bytes(), &Options::default()).expect("a text");
    compare(Pair::of(document(old), document(new)))
}

fn cell(pieces: &[Piece]) -> String {
    pieces
        .iter()
        .map(|piece| match piece.mark {
            Mark::Same | Mark::Note => piece.text.clone(),
            Mark::Deleted => format!("[{}]", piece.text),
            Mark::Inserted => format!("{{{}}}", piece.text),
            Mark::Suspect => format!("({})", piece.text),
            Mark::MovedAway => format!("<{}", piece.text),
            Mark::MovedHere => format!(">{}", piece.text),
        })
        .collect()
}

fn shown(page: &mut Page, comparison: &Comparison, view: View, width: usize) -> Vec<String> {
    let rows = page.window(comparison, &Review::default(), view, width, 100, Place::default());
    let number = |number: Option<usize>| number.map(|number| format!("{number} ")).unwrap_or_default();
    rows.iter()
        .map(|row| {
            let (old, new) = (cell(&row.cells.old), cell(&row.cells.new));
            match view {
                View::SideBySide => format!("{}{old}|{}{new}", number(row.numbers.old), number(row.numbers.new)),
                _ => format!("{}{}{new}", number(row.numbers.old), number(row.numbers.new)),
            }
        })
        .collect()
}

#[track_caller]
fn check(view: View, old: &str, new: &str, expected: &[&str]) {
    let comparison = compared(old, new);
    assert_eq!(shown(&mut Page::new(&comparison), &comparison, view, 63), expected);
}

const OLD: &str = "The Parties shall render assistance within days.\n\nOne two three.\n";
const NEW: &str = "The Parties should render assistance within days.\n\nOne two three.\n";

#[test]
fn sides_are_wrapped_and_level() {
    check(
        View::SideBySide,
        OLD,
        NEW,
        &[
            "1 The Parties [shall] render|1 The Parties {should} render",
            "assistance within days.|assistance within days.",
            "|",
            "2 One two three.|2 One two three.",
        ],
    );
}

#[test]
fn items_of_a_list_are_set_in_as_they_lie() {
    let old = "* a book\n  * bound in strong green cloth\n";
    let new = "* a book\n    * bound in strong grey cloth\n";
    check(
        View::SideBySide,
        old,
        new,
        &["1 * a book|1 * a book", "2   * bound in strong [green]|2     * bound in strong", "  cloth|    {grey} cloth"],
    );
}

#[test]
fn one_column_shows_both_or_what_is_settled() {
    check(
        View::Inline,
        OLD,
        NEW,
        &["1 The Parties [shall]{should} render assistance within days.", "", "2 One two three."],
    );
    check(
        View::Stacked,
        OLD,
        NEW,
        &[
            "1 The Parties [shall] render assistance within days.",
            "1 The Parties {should} render assistance within days.",
            "",
            "2 One two three.",
        ],
    );
    check(View::Clean, OLD, NEW, &["1 The Parties {should} render assistance within days.", "", "2 One two three."]);
}

#[test]
fn a_paragraph_begins_once_where_its_first_words_changed() {
    check(View::Inline, "5. LIABILITY\n", "6. LIABILITY\n", &["1 [5]{6}. LIABILITY"]);
    let (one, two) = ("The Parties agree to pay in full.\n", "Therefore the Parties agree to pay in full.\n");
    check(View::Inline, one, two, &["1 {Therefore} the Parties agree to pay in full."]);
    let (one, two) = ("Now and then the Parties pay in full.\n", "The Parties pay in full.\n");
    check(View::Inline, one, two, &["1 [Now and then] The Parties pay in full."]);
    let gone = "It rained all day over the hills.\n\nThe Parties pay in full.\n";
    check(
        View::Inline,
        gone,
        "The Parties pay in full.\n",
        &["1 [It rained all day over the hills.]", "", "1 The Parties pay in full."],
    );
}

/// Each edit as one of these says, in turns.
fn decided(comparison: &Comparison, decisions: &[Decision]) -> Review {
    let mut review = Review::default();
    for (edit, decision) in comparison.edits.iter().zip(decisions.iter().cycle()) {
        review.entries.entry(edit.id).or_default().decision = decision.clone();
    }
    review
}

#[test]
fn the_clean_text_is_numbered_as_the_new_wording() {
    let words = ["Mary bought seven fresh lemons.", "The lake froze in January.", "Nobody expected the verdict today."];
    let text = |order: &[usize]| order.iter().map(|at| format!("{}\n\n", words[*at])).collect::<String>();
    let numbers = |old: &[usize], new: &[usize], decision: Decision| {
        let comparison = compared(&text(old), &text(new));
        let review = decided(&comparison, &[decision]);
        let rows = Page::new(&comparison).window(&comparison, &review, View::Clean, 63, 100, Place::default());
        let texts = rows.iter().filter(|row| row.kind == RowKind::Text);
        texts.map(|row| (row.numbers.old, row.numbers.new)).collect::<Vec<_>>()
    };
    // What is gone from the new wording has no number there.
    let stays = numbers(&[0, 1, 2], &[0, 2], Decision::Rejected);
    assert_eq!(stays, [(None, Some(1)), (None, None), (None, Some(2))]);
    let moved = numbers(&[0, 1, 2], &[1, 2, 0], Decision::Accepted);
    assert_eq!(moved, [(None, Some(1)), (None, Some(2)), (None, Some(3))]);
}

#[test]
fn the_clean_text_begins_paragraphs_where_the_decisions_do() {
    let old = "1. It meets yearly. Decisions are taken by consensus.\n\n2. The Board adopts rules.\n";
    let new = "1. It meets yearly.\n\n2. Decisions are taken by consensus.\n\n3. The Board adopts rules.\n";
    let comparison = compared(old, new);
    let shown = |decisions: &[Decision]| {
        let review = decided(&comparison, decisions);
        let rows = Page::new(&comparison).window(&comparison, &review, View::Clean, 63, 100, Place::default());
        rows.iter().map(|row| cell(&row.cells.new)).filter(|row| !row.is_empty()).collect::<Vec<_>>()
    };
    let (yes, no) = (Decision::Accepted, Decision::Rejected);
    let whole = "1. It meets yearly. Decisions are taken by consensus.";
    assert_eq!(shown(std::slice::from_ref(&no)), [whole, "2. The Board adopts rules."]);
    // A number does not stay where the paragraph that it would head is none.
    assert_eq!(shown(&[no.clone(), yes.clone(), yes.clone()]), [whole, "3. The Board adopts rules."]);
    assert_eq!(
        shown(&[yes.clone(), yes, no])[1..],
        ["2. Decisions are taken by consensus.", "2. The Board adopts rules."]
    );
}

#[test]
fn the_clean_text_is_what_is_exported() {
    let draft = |name: &str| std::fs::read_to_string(format!("samples/{name}")).expect("a sample");
    let third = Decision::Reworded("a third wording".to_owned());
    let decisions = [Decision::Accepted, Decision::Rejected, Decision::Open, Decision::Rejected, third];
    for (old, new) in [
        ("declaration/round-1.md", "declaration/round-2.md"),
        ("contract/offer.md", "contract/counter.md"),
        ("statement/statement.txt", "statement/press.txt"),
    ] {
        let comparison = compared(&draft(old), &draft(new));
        for turn in 0..decisions.len() {
            let review = decided(&comparison, &decisions[turn..]);
            let mut page = Page::new(&comparison);
            page.fold_all(false);
            let rows = page.window(&comparison, &review, View::Clean, 200, 10_000, Place::default());
            let shown = rows.iter().flat_map(|row| &row.cells.new).map(|piece| piece.text.as_str()).collect::<Vec<_>>();
            let settled = settle(&comparison, &review, Open::New).expect("a text");
            let words = |text: &str| text.split_whitespace().collect::<String>();
            assert_eq!(words(&shown.concat()), words(&settled), "{old} {turn}");
        }
    }
}

#[test]
fn a_stacked_translation_has_the_source_of_every_sentence() {
    let document = |text: &str, language: &str| {
        let options = Options { language: Some(language.to_owned()), ..Options::default() };
        read("a.md", text.as_bytes(), &options).expect("a text")
    };
    let documents = Pair::of(document("Eins. Zwei.\n\nDrei.\n", "de"), document("One. Two.\n\nThree.\n", "en"));
    let comparison = compare_translation(documents, &Known::default());
    assert!(comparison.edits.is_empty());
    let rows = shown(&mut Page::new(&comparison), &comparison, View::Stacked, 63);
    assert_eq!(rows, ["1 Eins. Zwei.", "1 One. Two.", "", "2 Drei.", "2 Three."]);
}

#[test]
fn splits_and_merges_show_their_sign() {
    let (one, two) = ("It rained all day. Then the sun came.\n", "It rained all day.\n\nThen the sun came.\n");
    check(
        View::SideBySide,
        one,
        two,
        &["1 It rained all day. Then|1 It rained all day.{¶}", "the sun came.|2 Then the sun came."],
    );
    check(View::Inline, two, one, &["1 It rained all day.[¶] Then the sun came."]);
}

#[test]
fn moves_show_both_ends() {
    let (a, b) = ("Mary bought seven fresh lemons.", "The lake froze hard in January, much to our surprise.");
    check(
        View::Inline,
        &format!("{a}\n\n{b}\n"),
        &format!("{b}\n\n{a}\n"),
        &[
            "1 [moved to ¶ 2] <Mary bought seven fresh lemons.",
            "",
            "1 The lake froze hard in January, much to our surprise.",
            "",
            "2 [moved from ¶ 1] >Mary bought seven fresh lemons.",
        ],
    );
}

#[test]
fn brackets_stand_where_colours_may_not_tell() {
    let comparison = compared("We met here.\n", "We met there.\n");
    let mut page = Page::new(&comparison);
    page.brackets = true;
    let rows = shown(&mut page, &comparison, View::Inline, 63);
    assert_eq!(rows, ["1 We met [[-][here][-]]{{+}{there}{+}}."]);
    assert_eq!(shown(&mut page, &comparison, View::Clean, 63), ["1 We met {there}."]);
}

/// Twenty paragraphs, the tenth of them changed.
fn long() -> Comparison {
    let paragraph = |number: usize| format!("This is paragraph number {number} of the draft.\n\n");
    let old: String = (1..=20).map(paragraph).collect();
    compared(&old, &old.replace("number 10 of", "number ten of"))
}

#[test]
fn unchanged_paragraphs_fold() {
    let comparison = long();
    let mut page = Page::new(&comparison);
    let rows = shown(&mut page, &comparison, View::Inline, 63);
    assert_eq!(rows[0], "⋯ 8 paragraphs unchanged");
    assert_eq!(rows.last().map(String::as_str), Some("⋯ 9 paragraphs unchanged"));
    assert_eq!(rows.len(), 9);
    assert!(page.toggle_fold(Place::default(), Place::default()));
    assert!(!page.toggle_fold(Place { chunk: 9, row: 0 }, Place { chunk: 10, row: 0 }));
    assert_eq!(shown(&mut page, &comparison, View::Inline, 63).len(), 23);
    page.fold_all(false);
    assert_eq!(shown(&mut page, &comparison, View::Inline, 63).len(), 39);
    page.fold_all(true);
    assert_eq!(shown(&mut page, &comparison, View::Inline, 63).len(), 9);
}

#[test]
fn places_are_found_and_scrolling_stays_on_the_page() {
    let comparison = long();
    let review = Review::default();
    let mut page = Page::new(&comparison);
    let at = page.place_of_edit(&comparison, &review, View::Inline, 63, 0);
    assert_eq!(at, Place { chunk: 9, row: 1 });
    let byte = comparison.documents.new.text.find("number 3").expect("there");
    let hit = page.place_of_byte(&comparison, &review, View::Inline, 63, Side::New, byte);
    assert_eq!(hit, Place { chunk: 2, row: 1 });
    let mut scroll = |from, rows| page.scroll(&comparison, &review, View::Inline, 63, from, rows);
    assert_eq!(scroll(hit, -100), Place { chunk: 0, row: 0 });
    assert_eq!(scroll(hit, 2), Place { chunk: 3, row: 1 });
    assert_eq!(scroll(hit, 1_000), Place { chunk: 11, row: 1 });
    assert_eq!(scroll(Place { chunk: 99, row: 99 }, 0), Place { chunk: 11, row: 0 });
}

#[test]
fn the_ruler_has_every_edit_once() {
    let comparison = long();
    let page = Page::new(&comparison);
    for height in [1, 2, 7, 40] {
        let ticks = page.ruler(height);
        assert_eq!(ticks.iter().map(|tick| tick.edits.len()).sum::<usize>(), 1);
        let row = ticks.iter().position(|tick| !tick.edits.is_empty());
        assert_eq!(row, Some(page.ruler_row(Place { chunk: 9, row: 0 }, height)));
    }
}

proptest::proptest! {
    #[test]
    fn no_row_is_wider_than_its_column(
        old in "([a-zé ]{0,9}[.,会議\u{1b}\u{202e}\n]{0,3}){0,12}",
        new in "([a-zé ]{0,9}[.,会議\u{1b}\u{202e}\n]{0,3}){0,12}",
        width in 0_usize..90,
        brackets: bool,
        cut in proptest::option::of(0_usize..40),
    ) {
        let comparison = compared(&old, &new);
        for view in [View::SideBySide, View::Inline, View::Stacked, View::Clean] {
            let mut page = Page::new(&comparison);
            page.brackets = brackets;
            page.cut = cut;
            let at = columns(view, width);
            let widths = Pair::of(at.old.map_or(0, |old| old.1), at.new.1);
            for row in page.window(&comparison, &Review::default(), view, width, 1_000, Place::default()) {
                for side in [Side::Old, Side::New] {
                    let text: String = row.cells[side].iter().map(|piece| piece.text.as_str()).collect();
                    let is_fold = row.kind == RowKind::Fold;
                    proptest::prop_assert!(is_fold || wrap::columns(&text) <= widths[side], "{:?} {:?}", text, widths);
                    let is_raw = text.chars().any(|letter| letter.is_control() || letter == '\u{202e}');
                    proptest::prop_assert!(!is_raw, "{:?}", text);
                }
            }
        }
    }
}
