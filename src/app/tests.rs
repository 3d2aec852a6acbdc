//! Keystrokes and the state that follows from them.

use super::*;
use crate::compare::compare;
use crate::document::{Document, Pair, Unit};
use crate::read::{Options, read};
use crate::review::{load, save};
use key::keys;

mod cursor_tests;
mod filter_tests;
mod grain_tests;
mod identical_tests;
mod list_tests;
mod move_tests;
mod numbering_tests;
mod own_tests;
mod screen_tests;

/// A document of paragraphs: sentences end at line ends, paragraphs at blank lines.
fn document(text: &str) -> Document {
    let options = Options { unit: Unit::Line, ..Options::default() };
    read("draft.txt", text.as_bytes(), &options).expect("a text")
}

const OLD: &str = "The Parties shall render assistance within thirty days.\nThe budget stays unchanged in every year.\n\n\
    Nothing in this paragraph was changed at all.\n\nThe Secretariat reports annually to the committee on progress.";
const NEW: &str = "The Parties should render assistance within sixty days.\nThe budget stays unchanged in each year.\n\n\
    Nothing in this paragraph was changed at all.\n\nThe Secretariat reports monthly to the committee on progress.";

fn app() -> App {
    let mut app = App::new(compare(Pair::of(document(OLD), document(NEW))), Review::default(), false);
    app.resize(120, 40);
    assert_eq!(app.comparison.edits.len(), 4, "{:?}", app.comparison.edits);
    app
}

fn type_keys(app: &mut App, typed: &str) -> Vec<Effect> {
    keys(typed).expect("keys").into_iter().map(|key| app.key(key)).filter(|effect| *effect != Effect::None).collect()
}

/// What was saved, in a comparison made anew and cut as it was.
fn reopened(before: &App, mut comparison: Comparison) -> (Comparison, Review) {
    let loaded = load(&save(&before.review, &before.comparison)).expect("a review");
    comparison.recut(loaded.cut);
    let mut review = loaded.review;
    review.attach(&comparison);
    assert!(review.orphans.is_empty());
    (comparison, review)
}

/// One letter a decision, and the current edit.
fn state(app: &App) -> String {
    let letter = |edit| match app.decision(edit) {
        Decision::Open => "-".to_owned(),
        Decision::Accepted => "a".to_owned(),
        Decision::Rejected => "x".to_owned(),
        Decision::Reworded(words) => format!("({words})"),
        Decision::SentBack(reason) => format!("[{reason}]"),
    };
    let decisions: String = (0..app.comparison.edits.len()).map(letter).collect();
    format!("{decisions} at {}", app.current.map_or(0, |edit| edit + 1))
}

/// What typing keys leads to.
#[track_caller]
fn check_typed(mut app: App, typed: &str, expected: &str, notice: Option<&str>) {
    type_keys(&mut app, typed);
    assert_eq!((state(&app).as_str(), app.notice.as_deref()), (expected, notice), "{typed}");
}

#[track_caller]
fn check(typed: &str, expected: &str) {
    let mut app = app();
    type_keys(&mut app, typed);
    assert_eq!(state(&app), expected, "{typed}");
}

#[test]
fn deciding() {
    check("", "---- at 1");
    check("a", "a--- at 1");
    check("nanx", "-ax- at 3");
    check("a<Enter>", "a--- at 2");
    check("<Enter><Enter>x", "aax- at 3");
    check("ax", "x--- at 1");
    check("a<Backspace>", "---- at 1");
    check("stoo vague<Enter>", "[too vague]--- at 1");
    check("e<Ctrl-u>must<Enter>", "(must)--- at 1");
    check("e!<Enter>", "(should!)--- at 1");
    check("ea<Esc>", "---- at 1");
}

#[test]
fn words_that_stand_are_no_third_wording() {
    let said = Some("not reworded: nothing else was written");
    check_typed(app(), "e<Enter>", "---- at 1", said);
    check_typed(app(), "e!<Enter>e<Enter>", "(should!)--- at 1", said);
    check_typed(app(), "ae<Enter>", "a--- at 1", said);
}

#[test]
fn nothing_is_no_translation() {
    let typed = |new: &str, typed: &str, expected: &str, notice: Option<&str>| {
        let mut app =
            App::new(compare(Pair::of(document("It rained all day."), document(new))), Review::default(), false);
        app.resize(120, 40);
        check_typed(app, typed, expected, notice);
    };
    let refused = Some("nothing stands here to be reworded: type the words that are to, or press Esc");
    typed("It rained.", "e<Enter>", "- at 1", refused);
    typed("It rained.", "e <Enter>", "- at 1", refused);
    typed("It rained.", "e<Enter>for an hour<Enter>", "(for an hour) at 1", Some("every edit is decided"));
    // Words that stand may be reworded to none.
    typed("It rained all night.", "e<Ctrl-u><Enter>", "() at 1", Some("every edit is decided"));
}

#[test]
fn undoing_says_what_it_undid() {
    let said = |typed, expected| check_typed(app(), typed, "---- at 1", Some(expected));
    said("au", "undone: edit 1 is open");
    said("Au", "undone: 3 edits");
    said("cwhy?<Enter>u", "undone: edit 1 has no comment");
    check_typed(app(), "au<Ctrl-r>", "a--- at 1", Some("done again: edit 1 is accepted"));
    check_typed(app(), "axu", "a--- at 1", Some("undone: edit 1 is accepted"));
}

#[test]
fn rewording_in_an_editor() {
    let mut app = app();
    assert_eq!(type_keys(&mut app, "E"), [Effect::Edit("should".to_owned())]);
    assert_eq!(app.edited("should", "should"), Effect::None);
    assert_eq!(app.edited("should", " "), Effect::None);
    assert_eq!(app.edited("should", "must"), Effect::Save);
    assert_eq!(state(&app), "(must)--- at 1");
    assert_eq!(type_keys(&mut app, "E"), [Effect::Edit("must".to_owned())]);
    app.read_only = true;
    assert_eq!(type_keys(&mut app, "E"), []);
}

#[test]
fn a_reason_is_compulsory() {
    let mut app = app();
    type_keys(&mut app, "s  <Enter>");
    assert!(app.notice.as_deref().is_some_and(|notice| notice.contains("reason")));
    assert_eq!(state(&app), "---- at 1");
    assert!(matches!(app.screens.last(), Some(Screen::Prompt(_))));
    type_keys(&mut app, "why<Enter>");
    assert_eq!(state(&app), "[why]--- at 1");
}

#[test]
fn walking() {
    check("nn", "---- at 3");
    check("nnnnnn", "---- at 4");
    check("3n", "---- at 4");
    check("3nN", "---- at 3");
    check("JJK", "---- at 2");
    check("]c]c[c", "---- at 2");
    check("a<Tab>x<Tab>", "ax-- at 3");
    check("na<Shift-Tab>", "-a-- at 1");
    check("3G", "---- at 3");
    check("тф", "-a-- at 2");
}

#[test]
fn whole_paragraphs_and_repeating() {
    check("A", "aaa- at 1");
    check("nxA", "axa- at 2");
    check("4GX", "---x at 4");
    check("sno<Enter>n.", "[no][no]-- at 2");
    check("Au", "---- at 1");
}

#[test]
fn undoing_and_redoing() {
    check("anx", "ax-- at 2");
    check("anxu", "a--- at 2");
    check("anxuu", "---- at 1");
    check("anxuuuu<Ctrl-r><Ctrl-r>", "ax-- at 2");
    check("auna<Ctrl-r>", "-a-- at 2");
}

#[test]
fn every_decision_is_to_be_saved() {
    let mut app = app();
    assert_eq!(type_keys(&mut app, "a"), [Effect::Save]);
    assert_eq!(type_keys(&mut app, "u"), [Effect::Save]);
    assert_eq!(type_keys(&mut app, "u"), []);
    assert_eq!(type_keys(&mut app, "A"), [Effect::Save]);
    assert_eq!(type_keys(&mut app, "cwell<Enter>"), [Effect::Save]);
    assert_eq!(app.review.comment(app.comparison.edits[0].id), "well");
}

#[test]
fn read_only_decides_nothing_and_says_so() {
    let mut app = app();
    app.read_only = true;
    for typed in ["a", "x", "A", "<Enter>", "s", "e", "c"] {
        assert_eq!(type_keys(&mut app, typed), [], "{typed}");
        assert!(app.notice.as_deref().is_some_and(|notice| notice.starts_with("read only")), "{typed}");
        assert!(app.screens.is_empty());
    }
    assert_eq!(state(&app), "---- at 1");
}

#[test]
fn escape_goes_back_and_never_quits() {
    let mut app = app();
    assert_eq!(type_keys(&mut app, "<Esc><Esc>?<Esc>/x<Esc>s<Esc><Esc>"), []);
    assert!(app.screens.is_empty());
    assert_eq!(type_keys(&mut app, "?q"), []);
    assert_eq!(type_keys(&mut app, "q"), [Effect::Quit]);
    assert_eq!(type_keys(&mut app, "ZZ"), [Effect::Quit]);
}

#[test]
fn searching_walks_both_sides_until_escape() {
    let mut app = app();
    type_keys(&mut app, "/secretariat<Enter>");
    let found = app.search.as_ref().map(|search| (search.hits.len(), search.current));
    assert_eq!(found, Some((2, Some(0))));
    type_keys(&mut app, "n");
    assert_eq!(app.search.as_ref().and_then(|search| search.current), Some(1));
    assert_eq!(state(&app), "---- at 1");
    type_keys(&mut app, "<Esc>n");
    assert_eq!(state(&app), "---- at 2");
    type_keys(&mut app, "/nowhere<Enter>");
    assert!(app.search.is_none() && app.notice.is_some());
}

#[test]
fn pasting_keeps_every_character() {
    let mut app = app();
    app.paste("lost");
    type_keys(&mut app, "s");
    app.paste("a\u{202e}b\tc");
    type_keys(&mut app, "<Enter>");
    assert_eq!(*app.decision(0), Decision::SentBack("a\u{202e}b\tc".to_owned()));
}

#[test]
fn any_size_is_survived() {
    let mut app = app();
    for size in [(0, 0), (1, 1), (500, 1000), (3, 2), (80, 24)] {
        app.resize(size.0, size.1);
        type_keys(&mut app, "njkG<PgUp>}{)(vzazRzM?<End><Esc>sxx<Enter>u%o<Esc>");
    }
    assert_eq!(app.size, (80, 24));
}

/// The column and row of the screen at which the window shows these words.
fn place_of(app: &App, words: &str) -> (u16, u16) {
    let area = layout(app.size, app).text;
    let at = columns::columns(app.view, area.width.into());
    let found = app.window.iter().zip(area.y..).find_map(|(row, y)| {
        let sides = [(at.old.map_or(0, |old| old.0), &row.cells.old), (at.new.0, &row.cells.new)];
        sides.into_iter().find_map(|(start, pieces)| {
            let text: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
            text.find(words).map(|at| ((start + at) as u16, y))
        })
    });
    found.unwrap_or_else(|| panic!("{words} is not in sight"))
}

#[test]
fn a_click_makes_the_edit_there_the_current_one() {
    let mut app = app();
    for (words, edit) in [("annually", 4), ("sixty", 2), ("thirty", 2), ("each", 3), ("Parties", 1)] {
        let (x, y) = place_of(&app, words);
        app.click(x, y);
        assert_eq!(state(&app), format!("---- at {edit}"), "{words}");
    }
    let (x, y) = place_of(&app, "Nothing");
    app.click(x, y);
    app.click(119, 0);
    app.click(500, 500);
    assert_eq!(state(&app), "---- at 1");
    let ruler = layout(app.size, &app).ruler;
    let last = app.ticks().iter().rposition(|tick| !tick.edits.is_empty()).expect("a tick");
    app.click(ruler.x, ruler.y + last as u16);
    assert_eq!(state(&app), "---- at 4");
    type_keys(&mut app, "?");
    app.click(x, y);
    assert_eq!(state(&app), "---- at 4");
}

#[test]
fn a_click_on_a_fold_opens_it() {
    let same = "Nothing in this paragraph was changed at all.\n\n".repeat(5);
    let (old, new) = (format!("{same}{OLD}"), format!("{same}{NEW}"));
    let mut app = App::new(compare(Pair::of(document(&old), document(&new))), Review::default(), false);
    app.resize(120, 40);
    let (x, y) = place_of(&app, "4 paragraphs unchanged");
    app.click(x + 40, y);
    assert!(!app.window.iter().any(|row| row.kind == page::RowKind::Fold));
    type_keys(&mut app, "za");
    assert!(app.window.iter().any(|row| row.kind == page::RowKind::Fold));
}

#[test]
fn what_does_nothing_says_so() {
    let says = |typed: &str, expected: &str| {
        let mut app = app();
        type_keys(&mut app, typed);
        assert_eq!(app.notice.as_deref(), Some(expected), "{typed}");
    };
    says("H", "H does nothing; ? shows what every key does");
    says("gz", "gz does nothing; ? shows what every key does");
    says("nnnn", "this is the last edit");
    says("N", "this is the first edit");
    says("aG<Tab><Tab><Tab><Tab>", "no open edit further on, 3 before");
    says("AG<Tab>a<Tab>", "every edit is decided");
    says("]u", "there is no untranslated passage");
    says("]v", "there is no move");
    says("]m", "there is no comment");
    says("za", "there is nothing to fold or unfold on this screen");
    says("%", "the current edit is no move: it has no other end");
}

#[test]
fn nothing_is_decided_that_a_search_or_a_scroll_has_left() {
    let text =
        |first: &str| (0..90).fold(format!("{first}\n"), |text, at| format!("{text}\nThe zebra has {at} stripes.\n"));
    let pair = || Pair::of(document(&text("We met here.")), document(&text("We met there.")));
    let app = || {
        let mut app = App::new(compare(pair()), Review::default(), false);
        app.resize(120, 30);
        app
    };
    let said = Some("edit 1 was out of sight: here it is");
    check_typed(app(), "/80 stripes<Enter>a", "- at 1", said);
    check_typed(app(), "/80 stripes<Enter>c", "- at 1", said);
    check_typed(app(), "/80 stripes<Enter>aa", "a at 1", Some("every edit is decided"));
    check_typed(app(), "/We met<Enter>a", "a at 1", Some("every edit is decided"));
    check_typed(app(), "sno<Enter>", "[no] at 1", Some("every edit is decided, 1 sent back"));
    check_typed(app(), "zRffa", "- at 1", said);
    check_typed(app(), "zRGs", "- at 1", said);
    check_typed(app(), "zRGaa", "a at 1", Some("every edit is decided"));
}

#[test]
fn white_space_is_not_reworded() {
    let pair = Pair::of(document("It rained.\nThe sun came out."), document("It rained.\n\nThe sun came out."));
    let mut app = App::new(compare(pair), Review::default(), false);
    app.resize(120, 30);
    let said = "only white space differs here, which has no words: accept or reject it, or comment";
    check_typed(app, "e", "- at 1", Some(said));
}

#[test]
fn a_search_begins_where_the_window_stands() {
    let old: String = (0..60).map(|at| format!("Paragraph {at} names the budget.\n\n")).collect();
    let new = old.replace("30 names", "thirty names");
    let mut app = App::new(compare(Pair::of(document(old.trim()), document(new.trim()))), Review::default(), false);
    app.resize(120, 20);
    type_keys(&mut app, "zR1G/budget<Enter>");
    let search = app.search.as_ref().expect("a search");
    let at = search.current.expect("a hit");
    assert!((40..=62).contains(&at) && search.hits.len() == 120, "{at}");
}

#[test]
fn a_review_goes_on_where_it_was_left() {
    let again = |typed: &str| {
        let mut app = app();
        type_keys(&mut app, typed);
        App::new(compare(Pair::of(document(OLD), document(NEW))), app.review, false)
    };
    let said = |app: &App| app.notice.clone().unwrap_or_default();
    assert_eq!((state(&again("n")).as_str(), said(&again("n")).as_str()), ("---- at 1", ""));
    let halfway = again("a2Gx4Ga");
    assert_eq!(
        (state(&halfway).as_str(), said(&halfway).as_str()),
        ("ax-a at 3", "3 of 4 edits are decided: on with the first open one")
    );
    let done = again("a3Ga4Ga2Gx");
    assert_eq!((state(&done).as_str(), said(&done).as_str()), ("axaa at 2", "all edits are decided (4)"));
}

#[test]
fn the_clean_text_follows_the_decisions_at_once() {
    let mut app = app();
    let shows = |app: &App, words: &str| {
        let text = |row: &Row| row.cells.new.iter().map(|piece| piece.text.as_str()).collect::<String>();
        app.window.iter().any(|row| text(row).contains(words))
    };
    type_keys(&mut app, "vvv");
    assert_eq!(app.view, View::Clean);
    assert!(shows(&app, "Parties should render"));
    type_keys(&mut app, "x");
    assert!(shows(&app, "Parties shall render"));
    type_keys(&mut app, "emust<Enter>u");
    assert!(shows(&app, "Parties shall render"));
    type_keys(&mut app, "u");
    assert!(shows(&app, "Parties should render"));
}
