//! How the screen is set up, and what is copied.

use super::*;

#[test]
fn the_lens_leaves_its_room_to_the_text() {
    let mut app = app();
    let rows = |app: &App| (layout(app.size, app).text.height, layout(app.size, app).lens.height);
    let (text, lens) = rows(&app);
    type_keys(&mut app, "L");
    assert_eq!(rows(&app), (text + lens, 0));
    type_keys(&mut app, "c");
    assert_eq!(rows(&app), (text, lens));
    type_keys(&mut app, "<Esc>L");
    assert_eq!(rows(&app), (text, lens));
}

#[test]
fn themes_follow_each_other() {
    let mut app = app();
    let shows = |app: &App, words: &str| {
        let text = |row: &Row| row.cells.new.iter().map(|piece| piece.text.as_str()).collect::<String>();
        app.window.iter().any(|row| text(row).contains(words))
    };
    for (brackets, monochrome) in [(true, false), (true, true), (false, false)] {
        type_keys(&mut app, "T");
        assert_eq!((shows(&app, "{+should+}"), app.monochrome), (brackets, monochrome));
    }
}

#[test]
fn the_mouse_is_turned_off_and_on() {
    let mut app = app();
    assert_eq!(type_keys(&mut app, "MM"), [Effect::Mouse(false), Effect::Mouse(true)]);
}

#[test]
fn a_paragraph_is_copied() {
    let check = |typed: &str, expected: &str| {
        let mut app = app();
        assert_eq!(type_keys(&mut app, typed).last(), Some(&Effect::Copy(expected.to_owned())), "{typed}");
    };
    let new = "The Parties should render assistance within sixty days.\nThe budget stays unchanged in each year.";
    check("y", new);
    check("xy", new);
    check(
        "nY",
        "The Parties [-shall-]{+should+} render assistance within [-thirty-]{+sixty+} days. \
            The budget stays unchanged in [-every-]{+each+} year.",
    );
    check("4Gy", "The Secretariat reports monthly to the committee on progress.");
}

#[test]
fn without_edits_there_is_nothing_to_list_or_to_copy() {
    let mut app = App::new(compare(Pair::of(document(OLD), document(OLD))), Review::default(), false);
    app.resize(80, 24);
    for typed in ["&", "o", "y", "Y"] {
        assert_eq!(type_keys(&mut app, typed), [], "{typed}");
        assert!(app.notice.is_some() && app.screens.is_empty(), "{typed}");
    }
    type_keys(&mut app, "<lt>>");
    assert!(app.current.is_none());
}
