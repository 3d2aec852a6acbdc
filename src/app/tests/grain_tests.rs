//! Coarser and finer: what becomes of decisions, of the current edit and of undoing.

use super::*;
use crate::compare::Grain;

/// Two sentences apart, each with two changes that a phrase joins.
fn app() -> App {
    let old = "The council met at the old quay in summer to settle the tolls of the river for good.\n\n\
        Nobody spoke of it.\n\nThe guild ate on the long pier at noon to praise the harvest of the year aloud.";
    let new = "The council met at the new pier in winter to settle the tolls of the river for good.\n\n\
        Nobody spoke of it.\n\nThe guild ate on the short quay at dusk to praise the harvest of the year aloud.";
    let mut app = App::new(compare(Pair::of(document(old), document(new))), Review::default(), false);
    app.resize(120, 40);
    assert_eq!(words(&app), ["old quay", "summer", "long pier", "noon"]);
    app
}

fn words(app: &App) -> Vec<&str> {
    app.comparison.edits.iter().map(|edit| app.comparison.words(edit).old).collect()
}

#[track_caller]
fn check(typed: &str, expected: &[&str], decided: &str) {
    let mut app = app();
    type_keys(&mut app, typed);
    assert_eq!((words(&app).as_slice(), state(&app).as_str()), (expected, decided), "{typed}");
}

const FIRST: &str = "The council met at the old quay in summer to settle the tolls of the river for good.";
const SECOND: &str = "The guild ate on the long pier at noon to praise the harvest of the year aloud.";

#[test]
fn coarser_and_finer_up_to_the_ends() {
    check("<lt>", &["old quay in summer", "long pier at noon"], "-- at 1");
    check("<lt><lt>", &[FIRST, SECOND], "-- at 1");
    check("<lt><lt><lt>>", &["old quay in summer", "long pier at noon"], "-- at 1");
    check("<lt>>", &["old quay", "summer", "long pier", "noon"], "---- at 1");
    check(">>>", &["old quay", "summer", "long pier", "noon"], "---- at 1");
    let mut app = app();
    type_keys(&mut app, "<lt><lt><lt>");
    assert_eq!(app.notice.as_deref(), Some("cut by sentences: as coarsely as can be"));
}

#[test]
fn the_current_edit_stays_where_it_was() {
    check("nnn<lt>", &["old quay in summer", "long pier at noon"], "-- at 2");
    check("nnn<lt>>", &["old quay", "summer", "long pier", "noon"], "---- at 3");
    check("n<lt><lt>", &[FIRST, SECOND], "-- at 1");
}

#[test]
fn what_is_decided_keeps_its_cut() {
    check("a<lt>", &["old quay", "summer", "long pier at noon"], "a-- at 1");
    check("a<lt><lt>", &["old quay", "summer", SECOND], "a-- at 1");
    check("<lt>nx>", &["old quay", "summer", "long pier at noon"], "--x at 3");
    check("<lt>nx>>", &["old quay", "summer", "long pier at noon"], "--x at 3");
    check("ncwhy?<Enter><lt>", &["old quay", "summer", "long pier at noon"], "--- at 2");
    check("a<Backspace><lt>", &["old quay in summer", "long pier at noon"], "-- at 1");
}

#[test]
fn undoing_leads_back_through_every_cut() {
    check("a<lt>u", &["old quay", "summer", "long pier at noon"], "--- at 1");
    check("au<lt>", &["old quay in summer", "long pier at noon"], "-- at 1");
    check("au<lt><Ctrl-r>", &["old quay", "summer", "long pier at noon"], "a-- at 1");
    check("a<Backspace><lt>x", &["old quay in summer", "long pier at noon"], "x- at 1");
    check("a<Backspace><lt>xu", &["old quay in summer", "long pier at noon"], "-- at 1");
    check("a<Backspace><lt>xuu", &["old quay", "summer", "long pier at noon"], "a-- at 1");
    check("a<Backspace><lt>xuuu", &["old quay", "summer", "long pier at noon"], "--- at 1");
    check("a<Backspace><lt>xuuu<Ctrl-r><Ctrl-r><Ctrl-r>", &["old quay in summer", "long pier at noon"], "x- at 1");
}

#[test]
fn decisions_are_saved_with_their_cut() {
    let mut before = app();
    assert_eq!(type_keys(&mut before, "<lt>"), []);
    assert_eq!(type_keys(&mut before, "a"), [Effect::Save]);
    assert_eq!(type_keys(&mut before, ">"), [Effect::Save]);
    assert_eq!(type_keys(&mut before, ">nnx"), [Effect::Save, Effect::Save]);
    let expected = (words(&before).join("|"), state(&before));
    assert_eq!(expected.0, "old quay in summer|long pier|noon");
    let (comparison, review) = reopened(&before, app().comparison);
    let mut again = App::new(comparison, review, false);
    again.resize(120, 40);
    type_keys(&mut again, "3G");
    assert_eq!((words(&again).join("|"), state(&again)), expected);
    assert_eq!(again.comparison.cut.grain, Grain::Word);
}

#[test]
fn sentences_of_the_same_words_are_cut_alike() {
    let old = "The toll is high in spring.\n\nNobody minds.\n\nThe toll is high in spring.";
    let new = "The fine is low in autumn.\n\nNobody minds.\n\nThe fine is low in autumn.";
    let mut app = App::new(compare(Pair::of(document(old), document(new))), Review::default(), false);
    app.resize(120, 40);
    let all = app.comparison.edits.len();
    type_keys(&mut app, "Ga<lt><lt>");
    assert_eq!(app.comparison.edits.len(), all);
    assert_eq!(app.open_count(), all - 1);
}

#[test]
fn folds_and_place_stay() {
    let same = "Nothing in this paragraph was changed at all.\n\n".repeat(30);
    let (old, new) = (format!("{OLD}\n\n{same}The end is near."), format!("{NEW}\n\n{same}The end is far."));
    let mut app = App::new(compare(Pair::of(document(&old), document(&new))), Review::default(), false);
    app.resize(120, 20);
    type_keys(&mut app, "zR");
    let rows = app.window.clone();
    type_keys(&mut app, "<lt>>");
    assert_eq!(app.window, rows);
}

#[test]
fn read_only_may_cut_but_saves_nothing() {
    let mut app = app();
    type_keys(&mut app, "a");
    app.read_only = true;
    assert_eq!(type_keys(&mut app, "<lt>"), []);
    assert_eq!(words(&app).len(), 3);
}

#[test]
fn what_was_decided_last_is_undone_too() {
    let check = |typed: &str, expected: Option<&str>| {
        let mut app = app();
        type_keys(&mut app, typed);
        let last = app.last_decided().map(|edit| app.comparison.words(&app.comparison.edits[edit]).old);
        assert_eq!(last, expected, "{typed}");
    };
    check("anx", Some("summer"));
    check("anxu", Some("old quay"));
    check("anxuu", None);
    check("anxuu<Ctrl-r>", Some("old quay"));
    check("anxuu<Ctrl-r><Ctrl-r>", Some("summer"));
    check("a3Gxu<lt><Ctrl-r>u", Some("old quay"));
}

#[test]
fn what_returns_is_cut_as_it_was_decided() {
    let old = "The Parties shall render assistance within thirty days and the clerk keeps a book of all that was paid.\n\n\
        Nothing changed here.\n\nThe Secretariat reports annually to the committee on progress.";
    let new = old.replace("shall", "should").replace("thirty", "sixty").replace("annually", "monthly");
    let gone = new.replace("The Parties", "All States").replace("sixty", "forty");
    let read_again = |app: &mut App, new: &str| {
        app.reloaded(compare(Pair::of(document(old), document(new))), Vec::new());
    };
    let mut app = App::new(compare(Pair::of(document(old), document(&new))), Review::default(), false);
    app.resize(120, 40);
    type_keys(&mut app, "anx");
    assert_eq!(state(&app), "ax- at 2");
    read_again(&mut app, &gone);
    assert_eq!(app.review.orphans.len(), 2);
    type_keys(&mut app, "<lt><lt>");
    read_again(&mut app, &new);
    assert_eq!((words(&app), app.review.orphans.len()), (vec!["shall", "thirty", SECRETARIAT], 0));
    assert!(state(&app).starts_with("ax-"), "{}", state(&app));
}

const SECRETARIAT: &str = "The Secretariat reports annually to the committee on progress.";
