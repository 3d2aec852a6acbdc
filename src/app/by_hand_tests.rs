//! Alignment by hand, by keystroke.

use super::*;
use crate::compare::bitext::Known;
use crate::compare::checks::CHECKS;
use crate::compare::{compare, compare_translation};
use crate::document::{Document, Pair, Side, Unit};
use crate::read::{Options, read};
use crate::review::{load, save};
use key::keys;

fn document(text: &str, language: &str) -> Document {
    let options = Options { unit: Unit::Line, language: Some(language.to_owned()), ..Options::default() };
    read("draft.txt", text.as_bytes(), &options).expect("a text")
}

const OLD: &str = "Minister Karlsen opened the session.\nThe budget of Norland grew by 12 percent.\nThe harbour closes at night.\n\
    Ships wait outside until 6 in the morning.\nPresident Petrosyan thanked the crew.\n";
const NEW: &str = "Le ministre Karlsen a ouvert la session.\nLe budget de Norland a augmenté de 12 pour cent.\n\
    Le port ferme la nuit.\nLes navires attendent au large jusqu’à 6 heures du matin.\nLe président Petrosyan a remercié l’équipage.\n";

fn translated() -> App {
    let documents = Pair::of(document(OLD, "en"), document(NEW, "fr"));
    // What the checks find in sentences that are put together wrongly is of no interest here.
    let off = CHECKS.into_iter().filter(|check| !matches!(*check, "omission" | "addition")).collect();
    let known = Known { off, ..Known::default() };
    let mut app = App::new(compare_translation(documents, &known), Review::default(), false);
    app.resize(120, 40);
    assert_eq!(beads(&app), "0=0 1=1 2=2 3=3 4=4");
    app
}

fn revised() -> App {
    let documents = Pair::of(document(OLD, "en"), document(&OLD.replace("at night", "at noon"), "en"));
    let mut app = App::new(compare(documents), Review::default(), false);
    app.resize(120, 40);
    app
}

/// Types keys, and aligns where that is asked for, as the loop does.
fn type_keys(app: &mut App, typed: &str) {
    for key in keys(typed).expect("keys") {
        if app.key(key) == Effect::Align {
            app.align();
        }
    }
}

/// The sentences of every bead in the order of the steps; moved ones by their old place, with a star.
fn beads(app: &App) -> String {
    let comparison = &app.comparison;
    let shown = |step: &crate::compare::Step| {
        let (bead, star) = match step {
            crate::compare::Step::Bead(bead) => (*bead, ""),
            crate::compare::Step::From(bead) => (*bead, "*"),
            crate::compare::Step::To(_) => return None,
        };
        let side = |range: &Range<usize>| range.clone().map(|at| at.to_string()).collect::<Vec<_>>().join(",");
        let sentences = &comparison.beads[bead].sentences;
        Some(format!("{}={}{star}", side(&sentences.old), side(&sentences.new)))
    };
    comparison.steps.iter().filter_map(shown).collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn check(typed: &str, expected: &str) -> App {
    let mut app = translated();
    type_keys(&mut app, typed);
    assert_eq!(beads(&app), expected, "{typed}");
    app
}

#[test]
fn the_cursor_goes_from_sentence_to_sentence_and_side_to_side() {
    let at = |typed: &str| {
        let app = check(typed, "0=0 1=1 2=2 3=3 4=4");
        app.cursor.map(|at| (at.side, at.index))
    };
    assert_eq!(at(""), None);
    assert_eq!(at(")"), Some((Side::New, 0)));
    assert_eq!(at("))"), Some((Side::New, 1)));
    assert_eq!(at(")3)h"), Some((Side::Old, 3)));
    assert_eq!(at(")9)h(l"), Some((Side::New, 3)));
    assert_eq!(at(")<Esc>"), None);
}

#[test]
fn two_sentences_are_joined_and_the_rest_follows() {
    // The marks stand on the sentences 1 and 2.
    let app = check("h)=l)=", "0=0 =1 1=2 2,3=3 4=4");
    assert_eq!(app.comparison.known.fixed.beads, [Pair::of(1..2, 2..3)]);
    assert!(app.marked.is_none() && app.notice.as_deref().is_some_and(|notice| notice.contains("u undoes")));
    check("h)=l)=u", "0=0 1=1 2=2 3=3 4=4");
    check("h)=l)=u<Ctrl-r>", "0=0 =1 1=2 2,3=3 4=4");
    // What is joined with a bead that was joined before goes into it.
    check("h)=l)=(=h=", "0=0 1=1,2 2= 3=3 4=4");
}

#[test]
fn a_mark_can_be_put_elsewhere_and_left() {
    let mut app = check("h=)=", "0=0 1=1 2=2 3=3 4=4");
    assert_eq!(app.marked.map(|at| at.index), Some(1));
    type_keys(&mut app, "=");
    assert_eq!(app.marked, None);
    type_keys(&mut app, "=<Esc>");
    assert!(app.marked.is_none() && app.cursor.is_some());
}

#[test]
fn beads_are_split_freed_and_merged() {
    check(")2)g=", "0=0 1=1 2= =2 3=3 4=4");
    check(")2)g=g=", "0=0 1=1 2=2 3=3 4=4");
    check(")2)g+", "0=0 1=1 2,3=2,3 4=4");
    check(")2)g+g=", "0=0 1=1 2=2 3=3 4=4");
    check(")2)g+g+", "0=0 1=1 2,3,4=2,3,4");
    check(")2)g+g+uu<Ctrl-r>", "0=0 1=1 2,3=2,3 4=4");
    let app = check(")4)g+", "0=0 1=1 2=2 3=3 4=4");
    assert!(app.review.fixed.is_empty());
}

#[test]
fn what_crosses_a_fixed_bead_is_a_move_in_a_translation() {
    let app = check("h)=l)=h)=l((=", "0=0 1=2* 2=1 3=3 4=4");
    assert_eq!(app.review.fixed.len(), 2);
    check("h)=l)=h)=l((=u", "0=0 =1 1=2 2,3=3 4=4");
    // What stands apart has no other place.
    let app = check("))g=)=h((=", "0=0 1= =1 2=2 3=3 4=4");
    assert!(app.notice.as_deref().is_some_and(|notice| notice.contains("crosses")), "{:?}", app.notice);
}

#[test]
fn words_that_go_may_belong_elsewhere() {
    let goes = |typed: &str| {
        let app = check(typed, "0=0 1=1 2= =2 3=3 4=4");
        app.notice.unwrap_or_default().contains("link both (=)")
    };
    assert!(goes(")2)g=<Esc>2Gx"));
    assert!(!goes(")2)g=<Esc>1Gx") && !goes(")2)g=<Esc>2Ga"));
}

#[test]
fn decisions_go_with_their_edits_and_come_back_with_undo() {
    let mut app = check("h)=l)=<Esc>a", "0=0 =1 1=2 2,3=3 4=4");
    assert_eq!((app.comparison.edits.len(), app.open_count()), (1, 0));
    type_keys(&mut app, "hg=");
    assert_eq!((app.comparison.edits.len(), app.review.orphans.len()), (0, 1));
    type_keys(&mut app, "u");
    assert_eq!((app.comparison.edits.len(), app.open_count(), app.review.orphans.len()), (1, 0, 0));
    type_keys(&mut app, "uu");
    assert!(app.review.entries.is_empty() && app.review.fixed.is_empty());
}

#[test]
fn what_is_fixed_is_found_again_when_the_texts_changed() {
    let app = check("h)=l)=", "0=0 =1 1=2 2,3=3 4=4");
    let text = save(&app.review, &app.comparison);
    let reopened = |old: &str| {
        let documents = Pair::of(document(old, "en"), document(NEW, "fr"));
        let mut comparison = compare_translation(documents, &Known::default());
        let mut review = load(&text).expect("a review").review;
        review.align(&mut comparison);
        (comparison.known.fixed.beads.clone(), review.lost(&comparison).len(), review.fixed.len())
    };
    assert_eq!(reopened(OLD), (vec![Pair::of(1..2, 2..3)], 0, 1));
    assert_eq!(reopened(&format!("Welcome.\n{OLD}")), (vec![Pair::of(2..3, 2..3)], 0, 1));
    assert_eq!(reopened(&OLD.replace("Norland", "Sudland")), (vec![], 1, 1));
}

#[test]
fn drafts_of_one_language_are_aligned_by_hand_too() {
    let mut app = revised();
    assert_eq!(beads(&app), "0=0 1=1 2=2 3=3 4=4");
    type_keys(&mut app, "gg)l((h2)=l)=");
    assert_eq!(app.comparison.known.fixed.beads, [Pair::of(2..3, 3..4)]);
    assert_eq!(beads(&app), "0=0 1=1 =2 2=3 3= 4=4");
    type_keys(&mut app, "u");
    assert_eq!(beads(&app), "0=0 1=1 2=2 3=3 4=4");
    type_keys(&mut app, "g=");
    assert_eq!(app.comparison.edits.iter().filter(|edit| edit.spans.old.is_empty()).count(), 1);
}

#[test]
fn read_only_fixes_nothing() {
    let mut app = translated();
    app.read_only = true;
    type_keys(&mut app, ")=");
    assert!(app.marked.is_none() && app.notice.as_deref().is_some_and(|notice| notice.starts_with("read only")));
}

#[test]
fn a_click_is_the_cursor_in_a_translation() {
    let mut app = translated();
    let area = layout(app.size, &app).text;
    let at = columns::columns(app.view, area.width.into());
    app.click(at.new.0 as u16 + 3, area.y + 2);
    let on_new = app.cursor;
    app.click(at.old.map_or(0, |old| old.0) as u16 + 3, area.y);
    assert_eq!(on_new.map(|at| at.side), Some(Side::New));
    assert_eq!(app.cursor, Some(Sentence { side: Side::Old, index: 0 }));
}

#[test]
fn untranslated_passages_are_walked() {
    let mut app = check(")g=2)g=", "0= =0 1=1 2= =2 3=3 4=4");
    let current = |app: &App| app.current.map(|edit| app.comparison.edits[edit].spans.old.start);
    type_keys(&mut app, "N]u");
    assert_eq!(current(&app), Some(OLD.find("The harbour").expect("a sentence")));
    type_keys(&mut app, "[u");
    assert_eq!(current(&app), Some(0));
    type_keys(&mut app, "[u");
    assert_eq!(app.notice.as_deref(), Some("no untranslated passage further back, 2 behind"));
}

#[test]
fn aligning_keeps_the_cut_and_what_is_decided() {
    let old = "The council met at the old quay in summer to settle the tolls of the river for good.\nNobody spoke of it.\n\
        The guild ate on the long pier at noon to praise the harvest of the year aloud.";
    let new = "The council met at the new pier in winter to settle the tolls of the river for good.\nNobody spoke of it.\n\
        The guild ate on the short quay at dusk to praise the harvest of the year aloud.";
    let check = |typed: &str, expected: &[&str], accepted: usize| {
        let mut app = App::new(compare(Pair::of(document(old, "en"), document(new, "en"))), Review::default(), false);
        app.resize(120, 40);
        type_keys(&mut app, typed);
        let words: Vec<&str> = app.comparison.edits.iter().map(|edit| app.comparison.words(edit).old).collect();
        assert_eq!((words.as_slice(), words.len() - app.open_count()), (expected, accepted), "{typed}");
        assert!(app.review.orphans.is_empty(), "{typed}");
    };
    let (own, phrases) = (["old quay", "summer", "long pier at noon"], ["old quay in summer", "long pier at noon"]);
    check("a<lt>", &own, 1);
    // The bead of the decision takes another sentence in.
    check("a<lt>)g+", &own, 1);
    check("a<lt>)g+u", &own, 1);
    check("a<lt>)g+uu", &own, 0);
    check("a)g+<lt>u", &own, 1);
    check("a)g+<lt><lt>>u<lt>>", &own, 1);
    // The sides of its sentence stand apart for a while.
    check("a)g=<lt>u", &own, 1);
    check("a<lt>)g=<lt>>u", &own, 1);
    check("a<lt>)g+uu<Ctrl-r><Ctrl-r>", &own, 1);
    // Another bead is fixed.
    check("<lt>a)))g=u", &phrases, 1);
    check("<lt>a>)g+", &["old quay in summer", "long pier", "noon"], 1);
    check("<lt>)g+", &phrases, 0);
    check(")g+<lt>a", &phrases, 1);
}

#[test]
fn sentences_are_sought_in_the_text_not_in_the_overview() {
    let mut app = revised();
    type_keys(&mut app, "o=");
    assert_eq!((app.screens.len(), app.cursor.is_some(), app.marked), (0, true, None));
}
