//! Sentences that the reviewer takes up where nothing was found, and translations widened to whole sentences.

use super::*;
use crate::compare::bitext::Known;
use crate::compare::{EditKind, compare_translation};
use crate::review::settle::{Open, settle};

/// The kinds of the edits and what was decided, with comments in round brackets.
fn seen(app: &App) -> String {
    let edit = |(at, edit): (usize, &crate::compare::Edit)| {
        let comment = app.review.comment(edit.id);
        let comment = if comment.is_empty() { String::new() } else { format!(" “{comment}”") };
        format!("{} {}{comment}", edit.kind.name(), app.decision(at).name())
    };
    app.comparison.edits.iter().enumerate().map(edit).collect::<Vec<_>>().join(", ")
}

const FOUND: &str = "replace open, replace open, replace open, replace open";

#[track_caller]
fn check(typed: &str, expected: &str) {
    let mut app = app();
    type_keys(&mut app, typed);
    assert_eq!(seen(&app), expected, "{typed}");
}

#[test]
fn a_sentence_without_an_edit_is_taken_up_with_what_is_said_of_it() {
    let taken = "replace open, replace open, replace open, own open “why?”, replace open";
    check(")))cwhy?<Enter>", taken);
    check(")))cwhy?<Enter>u", FOUND);
    check(")))cwhy?<Enter>u<Ctrl-r>", taken);
    check(")))cwhy?<Enter>c<Ctrl-u><Enter>", FOUND);
    check(")))snot yet<Enter>", "replace open, replace open, replace open, own sent back, replace open");
    check(")))snot yet<Enter><Backspace>", FOUND);
    check(")))e!<Enter>", "replace open, replace open, replace open, own reworded, replace open");
    check(")))e<Enter>", FOUND);
    check(")))c<Enter>", FOUND);
    check(")))cwhy?<Esc>", FOUND);
}

#[test]
fn the_cursor_tells_which_edit_is_meant() {
    // The second sentence has an edit of its own, the third has none.
    check("))chere<Enter>", "replace open, replace open, replace open “here”, replace open");
    check(")))nchere<Enter>", "replace open, replace open, replace open, replace open “here”");
}

#[test]
fn what_was_taken_up_is_kept_and_settled() {
    let mut before = app();
    type_keys(&mut before, ")))e<Ctrl-u>Nothing here may be changed.<Enter>");
    let (comparison, review) = reopened(&before, app().comparison);
    assert_eq!(review.entries.len(), 1);
    let settled = |open| settle(&comparison, &review, open).expect("a text");
    let changed =
        |text: &str| text.replace("Nothing in this paragraph was changed at all.", "Nothing here may be changed.");
    assert_eq!(settled(Open::New), changed(NEW));
    assert_eq!(settled(Open::Old), changed(OLD));
}

#[test]
fn a_mere_comment_holds_nothing_back() {
    let mut app = app();
    type_keys(&mut app, "aGana3Ga2Ga)))cwhy?<Enter>");
    assert_eq!(app.comparison.edits.len(), 5);
    type_keys(&mut app, "1Ga2Ga3Ga5Ga");
    assert_eq!(settle(&app.comparison, &app.review, Open::Refuse).as_deref(), Ok(NEW));
}

#[test]
fn read_only_takes_nothing_up() {
    let mut app = app();
    app.read_only = true;
    type_keys(&mut app, ")))cwhy?<Enter>");
    assert_eq!(seen(&app), FOUND);
}

fn translated() -> App {
    let lines = |text: &str, language: &str| {
        let options = Options { unit: Unit::Line, language: Some(language.to_owned()), ..Options::default() };
        read("draft.txt", text.as_bytes(), &options).expect("a text")
    };
    let old = "The hall has 35 seats and the doors open at 19.\nThe budget of Norland grew by 12 percent.\n";
    let new =
        "La salle a 53 places et les portes ouvrent à 18 heures.\nLe budget de Norland a augmenté de 12 pour cent.\n";
    let comparison = compare_translation(Pair::of(lines(old, "en"), lines(new, "fr")), &Known::default());
    let mut app = App::new(comparison, Review::default(), false);
    app.resize(120, 40);
    assert_eq!(seen(&app), "replace open, replace open", "{:?}", app.comparison.edits);
    app
}

#[track_caller]
fn check_translated(typed: &str, expected: &str) -> App {
    let mut app = translated();
    type_keys(&mut app, typed);
    assert_eq!(seen(&app), expected, "{typed}");
    app
}

#[test]
fn a_finding_is_widened_to_its_sentence_and_parted_again() {
    let app = check_translated("<lt>", "own open");
    let edit = &app.comparison.edits[0];
    assert_eq!((edit.kind, edit.flags.len()), (EditKind::Own, 2));
    check_translated("<lt>>", "replace open, replace open");
    check_translated("a<lt>", "replace accepted, replace open");
    check_translated("<lt>a>", "own accepted");
    check_translated("<lt>au", "own open");
    check_translated("<lt>au>u<Ctrl-r>", "own accepted");
    let app = check_translated("<lt>e<Ctrl-u>La salle a 35 places.<Enter>", "own reworded");
    let settled = settle(&app.comparison, &app.review, Open::New).expect("a text");
    assert_eq!(settled, "La salle a 35 places.\nLe budget de Norland a augmenté de 12 pour cent.\n");
}

#[test]
fn a_right_translation_is_commented_on_too() {
    check_translated("))cfine<Enter>", "replace open, replace open, own open “fine”");
}
