//! What a settled text is.

use super::*;
use crate::compare::bitext::{Fixed, Known};
use crate::compare::{compare, compare_translation};
use crate::document::Unit;
use crate::read::{Options, read};
use crate::review::Entry;

/// Settles with one letter a decision.
#[track_caller]
fn check(old: &str, new: &str, decisions: &str, expected: &str) {
    let document = |text: &str| read("a.txt", text.as_bytes(), &Options::default()).expect("a text");
    let comparison = compare(Pair::of(document(old), document(new)));
    let review = Review::of_letters(&comparison, decisions);
    assert_eq!(settle(&comparison, &review, Open::New).as_deref(), Ok(expected));
}

#[test]
fn words_by_their_decisions() {
    let (old, new) = ("The Parties shall meet in May.\n", "The Parties should meet in early June.\n");
    check(old, new, "aa", "The Parties should meet in early June.\n");
    check(old, new, "xx", "The Parties shall meet in May.\n");
    check(old, new, "ax", "The Parties should meet in May.\n");
    check(old, new, "wx", "The Parties WORDS meet in May.\n");
    check(old, new, "xw", "The Parties shall meet in WORDS.\n");
    check(old, new, "xs", "The Parties shall meet in early June.\n");
}

#[test]
fn a_capital_goes_with_the_words_before_it() {
    let (old, new) = ("In order to fish, boats need a licence.\n", "To fish, boats need two licences.\n");
    check(old, new, "aa", new);
    check(old, new, "xa", "In order to fish, boats need two licences.\n");
    check(old, new, "ax", "To fish, boats need a licence.\n");
    check(old, new, "wx", "WORDS To fish, boats need a licence.\n");
}

#[test]
fn edits_that_touch_are_decided_each_by_itself() {
    let (old, new) = ("Thus the cantons share it.\n", "In dry years, the cantons share it.\n");
    check(old, new, "aa", new);
    check(old, new, "xx", old);
    check(old, new, "xa", "Thus In dry years, the cantons share it.\n");
    check(old, new, "wa", "WORDS In dry years, the cantons share it.\n");
}

#[test]
fn white_space_goes_with_the_words() {
    check("One fine day.\n", "One day.\n", "x", "One fine day.\n");
    check("One day.\n", "One fine day.\n", "x", "One day.\n");
    check("One day.\n", "One fine day.\n", "w", "One WORDS day.\n");
    let (old, new) = ("First it rained. Then the sun came out.\n", "First it rained.\n\nThen the sun came out.\n");
    check(old, new, "x", old);
    check(old, new, "a", new);
    let added = "First it rained. A wind rose in the hills. Then the sun came out.\n";
    check(old, added, "x", old);
    check(added, old, "x", added);
    check(added, old, "w", "First it rained. WORDS Then the sun came out.\n");
}

#[test]
fn the_level_of_an_item_goes_with_its_white_space() {
    let old = "- all orders\n- all payments\n- all fees\n";
    let new = "- all orders\n  - all payments\n- all fees.\n";
    check(old, new, "aa", new);
    check(old, new, "xx", old);
    check(old, new, "xa", "- all orders\n- all payments\n- all fees.\n");
    check(old, new, "ax", "- all orders\n  - all payments\n- all fees\n");
    // It has no words that others could stand for.
    check(old, new, "wa", new);
}

#[test]
fn paragraphs_stay_paragraphs() {
    let old = "The lake froze in January.\n\nMary bought seven lemons.\n";
    let new = "The lake froze in January.\n\nNobody expected the verdict today.\n\nMary bought seven lemons.\n";
    check(old, new, "x", old);
    check(new, old, "x", new);
    check(old, new, "w", "The lake froze in January.\n\nWORDS\n\nMary bought seven lemons.\n");
}

#[test]
fn a_number_that_comes_with_a_split_goes_with_it() {
    let old =
        "1. It shall meet once per year. Decisions shall be taken by consensus.\n\n2. The Committee adopts rules.\n";
    let new = "1. It shall meet once per year.\n\n2. Decisions shall be taken by consensus.\n\n3. The Committee adopts rules.\n";
    check(old, new, "aaa", new);
    check(old, new, "xxx", old);
    let joined =
        "1. It shall meet once per year. Decisions shall be taken by consensus.\n\n3. The Committee adopts rules.\n";
    check(old, new, "xaa", joined);
    check(old, new, "xwa", joined);
    let bare =
        "1. It shall meet once per year.\n\nDecisions shall be taken by consensus.\n\n3. The Committee adopts rules.\n";
    check(old, new, "axa", bare);
    // The other way round the number goes with the border.
    check(new, old, "aaa", old);
    check(new, old, "xxx", new);
    check(
        new,
        old,
        "axa",
        "1. It shall meet once per year. Decisions shall be taken by consensus.\n\n2. The Committee adopts rules.\n",
    );
    check(new, old, "xax", bare);
}

#[test]
fn a_rejected_split_joins_words_that_came_too() {
    let old = "The board met once per year. Decisions were taken by consensus of all.\n";
    let new = "The board met once per year.\n\nHowever, decisions were taken by consensus of all.\n";
    check(old, new, "aa", new);
    check(old, new, "xa", "The board met once per year. However, decisions were taken by consensus of all.\n");
    check(old, new, "ax", "The board met once per year.\n\nDecisions were taken by consensus of all.\n");
}

#[test]
fn a_number_stays_with_its_paragraph_when_a_sentence_moves_off() {
    let old = "2.2 Title passes on payment.\n\n2.3 Time shall be of the essence for delivery. Risk passes on delivery. \
        The Customer shall insure the Goods.\n\n2.4 The end.\n";
    let new = "2.2 Title passes on payment.\n\n2.3 Risk passes on delivery. The Customer shall insure the Goods. \
        Time shall be of the essence for delivery.\n\n2.4 The end.\n";
    for (decisions, expected) in [("aaa", new), ("xxx", old), ("axa", old), ("xax", new)] {
        check(old, new, decisions, expected);
    }
    for (decisions, expected) in [("aaa", old), ("xxx", new)] {
        check(new, old, decisions, expected);
    }
}

#[test]
fn moves_stand_at_one_end() {
    let (a, b) = ("Mary bought seven lemons at noon.", "The lake froze hard in January.");
    let c = "Nobody expected the verdict today.";
    let (old, new) = (format!("{a}\n\n{b}\n\n{c}\n"), format!("{b}\n\n{c}\n\n{a}\n"));
    check(&old, &new, "x", &old);
    check(&old, &new, "a", &new);
    check(&old, &new, "w", &format!("{b}\n\n{c}\n\nWORDS\n"));
}

#[test]
fn a_paragraph_within_which_a_sentence_moved_stays_one() {
    let (a, b, c) = ("The tariff is published in May.", "It takes effect in the month of June.", "We cut no corners.");
    let text = |sentences: &[&str]| format!("Intro here.\n\n{}\n\nThe end.\n", sentences.join(" "));
    let (old, new) = (text(&[a, b, c]), text(&[b, a]));
    check(&old, &new, "aa", &new);
    check(&old, &new, "xx", &old);
    // The moved sentence comes first among the edits, or the one that is gone.
    check(&old, &new, "xa", &text(&[b, c, a]));
    check(&old, &new, "ax", &text(&[a, b]));
}

#[test]
fn a_translation_is_built_from_the_target() {
    let lines = |text: &str, language: &str| {
        let language = Some(language.to_owned());
        let options = Options { unit: Unit::Line, language, ..Options::default() };
        read("a.txt", text.as_bytes().to_vec(), &options).expect("a text")
    };
    let old = "Minister Karlsen signed the treaty in Lindholm.\nPresident Petrosyan laughed.\nThe bridge costs 35,000 crowns.\n";
    let new = "Министр Карлсен подписал договор в Линдхольме.\nМост стоит 35 000 крон.\nВода холодная.\n";
    let known = Known { fixed: Fixed { beads: vec![Pair::of(1..2, 1..1), Pair::of(3..3, 2..3)] }, ..Known::default() };
    let comparison = compare_translation(Pair::of(lines(old, "en"), lines(new, "ru")), &known);
    let decided = |decision: Decision| {
        let entry = |edit: &Edit| (edit.id, Entry { decision: decision.clone(), ..Entry::default() });
        Review { entries: comparison.edits.iter().map(entry).collect(), ..Review::default() }
    };
    let settled = |decision, open| settle(&comparison, &decided(decision), open);
    assert_eq!(settled(Decision::Accepted, Open::Refuse).as_deref(), Ok(new));
    assert_eq!(settled(Decision::Open, Open::Old).as_deref(), Ok(new));
    let expected = "Министр Карлсен подписал договор в Линдхольме.\nМост стоит 35 000 крон.\n";
    assert_eq!(settled(Decision::Rejected, Open::Refuse).as_deref(), Ok(expected));
    let expected = "Министр Карлсен подписал договор в Линдхольме.\nСЛОВА\nМост стоит 35 000 крон.\nСЛОВА\n";
    assert_eq!(settled(Decision::Reworded("СЛОВА".to_owned()), Open::Refuse).as_deref(), Ok(expected));
}

#[test]
fn suspect_words_of_a_translation_stand_or_are_reworded() {
    let document = |text: &str, language: &str| {
        let options = Options { language: Some(language.to_owned()), ..Options::default() };
        read("a.txt", text.as_bytes(), &options).expect("a text")
    };
    let (old, new) = ("В зале 35 мест (и окно).\n", "The hall has 55 seats and and a window.\n");
    let comparison = compare_translation(Pair::of(document(old, "ru"), document(new, "en")), &Known::default());
    let mut review = Review::default();
    let decisions = [Decision::Reworded("35".to_owned()), Decision::Rejected];
    assert_eq!(comparison.edits.len(), decisions.len(), "{:?}", comparison.edits);
    for (edit, decision) in comparison.edits.iter().zip(decisions) {
        review.entries.insert(edit.id, Entry { decision, ..Entry::default() });
    }
    let expected = "The hall has 35 seats and and a window.\n";
    assert_eq!(settle(&comparison, &review, Open::Refuse).as_deref(), Ok(expected));
}

#[test]
fn open_edits_refuse() {
    let document = |text: &str| read("a.txt", text.as_bytes(), &Options::default()).expect("a text");
    let comparison = compare(Pair::of(document("It shall be.\n"), document("It may be.\n")));
    let refused = settle(&comparison, &Review::default(), Open::Refuse);
    assert_eq!(refused, Err(Unsettled { open: 1, ..Unsettled::default() }));
    assert_eq!(settle(&comparison, &Review::default(), Open::Old).as_deref(), Ok("It shall be.\n"));
}
