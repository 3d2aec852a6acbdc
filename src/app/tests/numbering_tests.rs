//! Numbers that follow from others are decided together.

use super::*;
use crate::document::Side;
use crate::review::remarks::{remarks, strays};
use crate::review::settle::{Open, settle};

const OLD: &str = "Article 1\n\nThe office has its seat at Essel.\n\nArticle 2\n\nThe accounts are audited every spring by auditors.\n\n\
    Article 3\n\nIt ends within 30 days, as Article 2 says.\n\nArticle 1 holds as Article 2 does.\n";
const NEW: &str = "Article 1\n\nGuests are welcome at any hour of the day.\n\nArticle 2\n\nThe office has its seat at Essel.\n\nArticle 3\n\n\
    The accounts are audited every spring by auditors.\n\nArticle 4\n\nIt ends within 45 days, as Article 3 says.\n\n\
    Article 1 holds as Article 3 does.\n";

/// Edits 1 and 2 add an article; 3, 4, 5, 7 and 8 carry the renumbering; 6 is another deadline.
fn app() -> App {
    let mut app = App::new(compare(Pair::of(document(OLD), document(NEW))), Review::default(), false);
    app.resize(120, 40);
    let folded: Vec<bool> = (0..8).map(|edit| app.comparison.numbering.of(edit).is_some()).collect();
    assert_eq!(folded, [false, false, true, true, true, false, true, true], "{:#?}", app.comparison.edits);
    app
}

#[track_caller]
fn check(typed: &str, expected: &str, notice: Option<&str>) {
    check_typed(app(), typed, expected, notice);
}

#[test]
fn one_key_decides_the_series() {
    check("3Ga", "--aaa-aa at 3", Some("5 renumbering edits accepted"));
    check("4Ga1Ga4G.", "a-aaa-aa at 4", None);
    check("6Ga3G.", "--aaaaaa at 3", Some("5 renumbering edits accepted"));
    check("4Gau", "-------- at 4", Some("undone: 5 edits"));
    let with = "2 edits accepted, and 4 numbers elsewhere that are renumbered with it";
    check("6GA", "--aaaaaa at 6", Some(with));
    check("6GAu", "-------- at 6", Some("undone: 6 edits"));
    check("4G<Enter>", "--aaa-aa at 6", Some("5 renumbering edits accepted"));
}

#[test]
fn a_second_decision_is_on_one_alone() {
    check("3Ga4Gx", "--axa-aa at 4", Some("1 of 5 numbers rejected: g. decides the others alike"));
    let otherwise = "4 renumbering edits rejected, which had been decided otherwise, 1 was so already";
    let both = format!("{otherwise}; {WHAT}: the old numbers do not fit: edit 1 is not rejected");
    check("3Ga4Gxg.", "--xxx-xx at 4", Some(&both));
    let alone = Some("1 of 5 numbers sent back: g. decides the others alike");
    check("4Gx3Gsno<Enter>", "--[no]xx-xx at 3", alone);
    check("4Gsno<Enter>", "---[no]---- at 4", alone);
    check("4Gsno<Enter>3Ga", "--a[no]a-aa at 3", Some("4 renumbering edits accepted"));
    // What one number is reworded to is none of the others'.
    let other = "each of these numbers is another one: what one was reworded to is not for the others";
    let mut app = app();
    type_keys(&mut app, "4Ge<Ctrl-u>7<Enter>");
    let before = state(&app);
    assert!(app.notice.as_deref().is_none_or(|notice| !notice.contains("alike")), "{:?}", app.notice);
    type_keys(&mut app, "g.");
    assert_eq!((state(&app), app.notice.as_deref()), (before, Some(other)));
}

#[test]
fn from_one_number_to_the_next_around_the_ends() {
    check("3G*", "-------- at 4", None);
    check("5G*", "-------- at 7", None);
    check("8G*", "-------- at 3", None);
    // What it follows from leads into it.
    check("1G*", "-------- at 3", None);
    check("1G2*", "-------- at 4", None);
    check("6G*", "-------- at 6", Some("no other edit is identical to this one"));
}

#[test]
fn a_walk_stops_once_at_a_renumbering() {
    check("nnn", "-------- at 6", None);
    check("nnnN", "-------- at 3", None);
    check("nnnnn", "-------- at 6", Some("this is the last edit"));
    check("3G*n", "-------- at 6", None);
    check("6GN", "-------- at 3", None);
    check("1Ga<Tab>a<Tab>a<Tab>", "aaaaa-aa at 6", None);
    // What stands out among the numbers is walked by itself, and what is open behind it.
    check("4Gsno<Enter>3Gn", "---[no]---- at 4", None);
    check("3Gsno<Enter><Tab>", "--[no]----- at 4", None);
    check("7Gcwhy<Enter>6Gn", "-------- at 7", None);
}

const WHAT: &str = "Articles 1–3 renumbered 2–4";
const REST: &str = "1 edit under it is open: ";
const WHOLE: &str = " decides the whole article";

#[test]
fn open_numbers_follow_the_article_that_is_rejected() {
    let followed = format!("5 numbers are rejected with it: {WHAT}; u undoes both");
    check("1Gx", "x-xxx-xx at 1", Some(&format!("{followed}; {REST}gx{WHOLE}")));
    check("1GX", "x-xxx-xx at 1", Some(&format!("1 edit rejected; {followed}")));
    check("1Gxu", "-------- at 1", Some("undone: 6 edits"));
    check("2Gx", "-x------ at 2", None);
    // The one that was decided by itself stays as it is, and that is said.
    let misfit = format!("{WHAT}: 1 of 5 numbers does not fit: edit 1 is rejected");
    let followed = format!("4 numbers are rejected with it: {WHAT}; u undoes both; {misfit}; {REST}gx{WHOLE}");
    check("4Ga3G<Backspace>5G<Backspace>7G<Backspace>8G<Backspace>1Gx", "x-xax-xx at 1", Some(&followed));
}

#[test]
fn numbers_that_fit_no_more_are_said() {
    let said = |what: &str| Some(format!("{WHAT}: {what}"));
    let rejected = format!("the new numbers do not fit: edit 1 is rejected; {REST}gx{WHOLE}");
    check("3Ga1Gx", "x-aaa-aa at 1", said(&rejected).as_deref());
    let back = format!("5 numbers are accepted with it: {WHAT}; u undoes both; {REST}ga{WHOLE}");
    check("1Gxa", "a-aaa-aa at 1", Some(&back));
    let both = format!("5 renumbering edits rejected; {WHAT}: the old numbers do not fit: edit 1 is not rejected");
    check("7Gx", "--xxx-xx at 7", Some(&both));
    let app = |typed: &str| {
        let mut app = app();
        type_keys(&mut app, typed);
        app
    };
    assert_eq!(app("").number_remarks(0), [format!("follows from it: {WHAT}")]);
    assert_eq!(app("").number_remarks(2), [""; 0]);
    assert_eq!(app("3Ga1Gx").number_remarks(2), ["the new numbers do not fit: edit 1 is rejected"]);
    assert_eq!(app("1Gx3Gx").number_remarks(2), [""; 0]);
}

#[test]
fn strays_are_walked_and_are_no_edits() {
    let mut app = app();
    type_keys(&mut app, "3G]r");
    assert_eq!(app.notice.as_deref(), Some("stray 1 of 1 · ¶ 9: Article 1 is now 2 · e mends it"));
    let search = app.search.as_ref().expect("a search");
    let hit = search.hits[0];
    assert_eq!((hit.side, hit.span.of(&app.comparison.documents.new.text)), (Side::New, "1"));
    assert_eq!(search.within(Side::New, hit.span).count(), 1);
    type_keys(&mut app, "n<Esc>");
    assert_eq!((state(&app).as_str(), app.search.is_none()), ("-------- at 3", true));
    // Whoever goes to an edit walks edits again.
    type_keys(&mut app, "]r*");
    assert_eq!((state(&app).as_str(), app.stray().is_none(), app.search.is_none()), ("-------- at 4", true, true));
    check("3G]r<Esc>n", "-------- at 6", None);
}

#[test]
fn an_article_is_decided_as_a_whole() {
    let followed = format!("2 edits rejected; 5 numbers are rejected with it: {WHAT}; u undoes both");
    check("1Ggx", "xxxxx-xx at 1", Some(&followed));
    check("2Ggx", "xxxxx-xx at 2", Some(&followed));
    check("2Ggxu", "-------- at 2", Some("undone: 7 edits"));
    check("2Ga1Gga", "aa------ at 1", Some("1 edit accepted"));
    check("1Gga2Ggx", "aa------ at 2", Some("no edit of this article is open"));
    check("6Ggx", "-------- at 6", Some("no article came or went as a whole here; A and X decide a paragraph"));
}

#[test]
fn a_reference_is_right_where_what_it_refers_to_keeps_its_number() {
    let strays = |typed: &str, expected: usize| {
        let mut app = app();
        type_keys(&mut app, typed);
        assert_eq!(strays(&app.comparison, &app.review).len(), expected, "{typed}");
    };
    for typed in ["", "3Ga", "1Gxu", "3Gxu", "3Ga8Gx", "3Gx<Backspace>", "3Gsno<Enter>", "2Gx"] {
        strays(typed, 1);
    }
    for typed in ["1Gx", "1Ggx", "3Gx", "3Ga3Gx", "1Gxu<Ctrl-r>"] {
        strays(typed, 0);
    }
    check("1Gx3G]r", "x-xxx-xx at 3", Some("there is no stray: every reference and every group of edits is complete"));
    let mut app = app();
    type_keys(&mut app, "1Gxu3G]r<Ctrl-r>");
    assert!(app.search.is_none());
    assert_eq!(app.notice.as_deref(), Some("done again: 6 edits; no stray is left: edits are walked again"));
    type_keys(&mut app, "u]r");
    assert_eq!(app.notice.as_deref(), Some("stray 1 of 1 · ¶ 9: Article 1 is now 2 · e mends it"));
}

#[test]
fn a_stray_is_mended_in_place() {
    let after = |typed: &str| {
        let mut app = app();
        type_keys(&mut app, typed);
        app
    };
    let clean = |app: &App, open| settle(&app.comparison, &app.review, open).unwrap_or_default();
    let mended = NEW.replace("Article 1 holds", "Article 2 holds");
    // What is offered is the number that follows.
    let app = after("3G]re<Enter>");
    assert_eq!(app.notice.as_deref(), Some("stray 1 of 1 · ¶ 9: Article 1 is now 2 · reworded: 2"));
    assert_eq!((state(&app).as_str(), clean(&app, Open::New)), ("-------- at 3", mended.clone()));
    assert_eq!(clean(&app, Open::Old), OLD, "the old numbers stand");
    let line = "Articles 1–3 renumbered 2–4, 2 references follow";
    assert_eq!(remarks(&app.comparison, &app.review, 3), [line, "¶ 9: Article 1 is now 2 · reworded: 2"]);
    assert_eq!(clean(&after("3G]re<Enter>u"), Open::New), NEW);
    assert_eq!(clean(&after("3G]re<Enter>u<Ctrl-r>"), Open::New), mended);
    assert_eq!(clean(&after("3G]re<Enter><Esc>u"), Open::New), NEW);
    assert_eq!(clean(&after("3G]re<Enter><Backspace>"), Open::New), NEW);
    assert_eq!(clean(&after("3G]re<Enter><Esc>1Gx2Gx6Gx"), Open::New), OLD, "the reference is right again");
    for typed in ["3G]re<Enter><lt>", "3G]re<Enter>>", "3G]re<Enter><lt>u<Ctrl-r>"] {
        assert_eq!(clean(&after(typed), Open::New), mended, "{typed}");
    }
    assert_eq!(clean(&after("]rvvve<Enter><Backspace>"), Open::New), NEW);
    let shown = after("]re<Enter><Esc>vvv");
    let row = |row: &Row| row.cells.new.iter().map(|piece| piece.text.as_str()).collect::<String>();
    assert!(shown.window.iter().any(|shown| row(shown) == "Article 2 holds as Article 3 does."), "{:#?}", shown.window);
    // It is kept with the review.
    let mut review = after("3G]re<Enter>").review;
    review.attach(&app.comparison);
    assert_eq!((review.entries.len(), review.orphans.len()), (1, 0));
    let saved = save(&review, &app.comparison);
    assert_eq!(load(&saved).map(|loaded| loaded.review.entries.len()), Ok(1));
}

#[test]
fn keys_are_about_the_stray_that_is_shown() {
    let refused = "a stray is no edit: e mends it, a lets it stand, Esc goes back to the edits";
    for typed in ["3G]rx", "3G]rA", "3G]rg.", "3G]r.", "3G]rgx"] {
        check(typed, "-------- at 3", Some(refused));
    }
    let told = "stray 1 of 1 · ¶ 9: Article 1 is now 2";
    check("3G]ra", "-------- at 3", Some(&format!("{told} · stands")));
    check("3G]rswhy<Enter>", "-------- at 3", Some(&format!("{told} · sent back: why")));
    check("3G]rcwhy<Enter>", "-------- at 3", Some(&format!("{told} · “why”")));
    check("3G]ra<Backspace>", "-------- at 3", Some(told));
    check("3G]roa", "--aaa-aa at 3", Some("5 renumbering edits accepted"));
    check("3G]r<Esc>a", "--aaa-aa at 3", Some("5 renumbering edits accepted"));
    let mut app = app();
    type_keys(&mut app, "1Ga2Ga6Ga3Ga]rswhy<Enter>");
    assert!(settle(&app.comparison, &app.review, Open::Refuse).is_err(), "a stray that is sent back is not settled");
}

#[test]
fn the_line_and_what_does_not_follow_are_said() {
    let app = app();
    let line = "Articles 1–3 renumbered 2–4, 2 references follow, 1 does not";
    assert_eq!(remarks(&app.comparison, &app.review, 3), [line, "¶ 9: Article 1 is now 2"]);
    assert_eq!(app.comparison.numbering_remark(4).as_deref(), Some("renumbered 3/5"));
    assert_eq!(app.comparison.numbering_remark(5), None);
}

#[test]
fn all_decided_is_one_of_the_wordings() {
    for (typed, expected) in [("1Ga2Ga6Ga3Ga", NEW), ("1Gx2Gx6Gx3Gx", OLD)] {
        let mut app = app();
        type_keys(&mut app, typed);
        assert_eq!(app.open_count(), 0);
        let settled = settle(&app.comparison, &app.review, Open::Refuse);
        assert_eq!(settled.as_deref(), Ok(expected));
    }
}

#[test]
fn numbers_that_follow_otherwise_now_are_not_missed() {
    let mut app = app();
    type_keys(&mut app, "3Ga6Ga");
    let more = "Article 1\n\nBoats may land wherever there is a quay.\n\n";
    let next = (1..=4)
        .rev()
        .fold(NEW.to_owned(), |text, at| text.replace(&format!("Article {at}"), &format!("Article {}", at + 1)));
    let next = more.to_owned() + &next.replace("45 days", "60 days");
    app.reloaded(compare(Pair::of(document(OLD), document(&next))), Vec::new());
    let said = app.notice.clone().unwrap_or_default();
    assert!(said.contains("1 decision has lost its edit"), "{said}");
    let shown = orphans::lines(&app.review, &app.comparison, 90);
    let shown: Vec<String> = shown.iter().map(|line| line.0.iter().map(|(_, text)| text.as_str()).collect()).collect();
    assert!(shown.iter().any(|line| line.contains("5 numbers that only follow from others")), "{shown:#?}");
    assert_eq!(shown.iter().filter(|line| line.contains("accepted")).count(), 1, "{shown:#?}");
    let saved = load(&save(&app.review, &app.comparison)).map(|loaded| loaded.review.missed());
    assert_eq!(saved, Ok(1));
}
