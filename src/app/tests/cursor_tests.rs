//! The cursor over sentences: what keys act on, and where it begins.

use super::*;

#[test]
fn keys_act_on_the_sentence_that_is_pointed_at() {
    let old = "One ship lies here.\n\nTwo boats lie there.\n\nThree crews sleep.\n";
    let new = "One ship lay here.\n\nTwo boats lie there.\n\nThree crews slept.\n";
    let after = |typed: &str| {
        let mut app = App::new(compare(Pair::of(document(old), document(new))), Review::default(), false);
        app.resize(120, 30);
        type_keys(&mut app, &format!("zR{typed}"));
        app
    };
    assert_eq!(state(&after(")))a")), "-a at 2");
    let app = after("))a");
    let said = "no edit stands in this sentence: Esc leaves it, c says something of it";
    assert_eq!((state(&app).as_str(), app.notice.as_deref()), ("-- at 1", Some(said)));
    assert_eq!(state(&after("))<Esc>a")), "a- at 1");
    assert_eq!(state(&after("))na")), "-a at 2");
    for typed in ["))A", "))X", "))g.", "))ga"] {
        assert_eq!(state(&after(typed)), "-- at 1", "{typed}");
    }
}

#[test]
fn the_sentence_cursor_begins_where_a_way_has_led() {
    let text =
        |word: &str| (0..40).map(|at| format!("Ship {at} {word} here.\n\nIts crew sleeps.\n\n")).collect::<String>();
    let (old, new) = (text("lies"), text("lies").replace("Ship 3 lies", "Ship 3 lay"));
    let check = |typed: &str, expected: &str| {
        let mut app = App::new(compare(Pair::of(document(&old), document(&new))), Review::default(), false);
        app.resize(120, 30);
        type_keys(&mut app, &format!("zR{typed}"));
        let at = app.cursor.expect("a cursor");
        assert_eq!(app.comparison.documents[at.side].sentence(at.index), expected, "{typed}");
    };
    check(")", "Ship 3 lay here.");
    check("/ship 5<Enter>)", "Ship 5 lies here.");
    check("/ship 5<Enter>))", "Its crew sleeps.");
    check("/ship 35<Enter>)", "Ship 35 lies here.");
    check("/ship 35<Enter><Esc>)", "Ship 35 lies here.");
    check(")/ship 5<Enter>)", "Its crew sleeps.");
    check("/ship 5<Enter>1G)", "Ship 3 lay here.");
    // A view that shows the new wording alone, and a hit in the old one.
    check("vvv/ship 5<Enter>)", "Ship 5 lies here.");
    check("vvv)/ship 5<Enter>)", "Ship 5 lies here.");
    check("gg)", "Ship 0 lies here.");
    check("Ggg))", "Its crew sleeps.");
    check("G)", "Its crew sleeps.");
    check("ggj)", "Ship 3 lay here.");
}
