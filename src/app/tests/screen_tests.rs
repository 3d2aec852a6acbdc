//! How the screen is set up, and what is copied.

use super::*;
use crate::compare::bitext::Known;
use crate::compare::compare_translation;

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

/// What the rows of the window show, side by side.
fn shown(app: &App) -> Vec<String> {
    let text = |pieces: &[page::Piece]| pieces.iter().map(|piece| piece.text.as_str()).collect::<String>();
    app.window.iter().map(|row| format!("{}|{}", text(&row.cells.old), text(&row.cells.new))).collect()
}

#[test]
fn lines_are_cut_and_moved_to_the_edit_that_is_walked_to() {
    let mut app = app();
    app.resize(100, 40);
    let wrapped = shown(&app);
    type_keys(&mut app, "w");
    let rows = shown(&app);
    assert_eq!(rows[0], "The Parties shall render assistance withi…|The Parties should render assistance withi…");
    assert!(rows.len() < wrapped.len() && rows[2].starts_with("Nothing in this paragraph"), "{rows:?}");
    // “every” and “each” stand behind the cut.
    type_keys(&mut app, "3G");
    let rows = shown(&app);
    assert!(rows[0].contains("unchanged in every year.|…") && rows[0].starts_with('…'), "{rows:?}");
    assert!(rows[0].ends_with("in each year."), "{rows:?}");
    type_keys(&mut app, "1G");
    assert!(shown(&app)[0].contains("shall render"));
    type_keys(&mut app, "9zl");
    assert_eq!(shown(&app)[0], "…|…");
    type_keys(&mut app, "9zh");
    assert!(shown(&app)[0].starts_with("The Parties"));
    // A hit behind the cut is brought into sight, too.
    type_keys(&mut app, "/each year<Enter>");
    assert!(shown(&app)[0].ends_with("in each year."), "{:?}", shown(&app));
    type_keys(&mut app, "<Esc>w");
    assert_eq!(shown(&app), wrapped);
    type_keys(&mut app, "zl");
    assert_eq!(app.notice.as_deref(), Some("lines are wrapped; w cuts them"));
}

#[test]
fn other_wordings_take_the_place_of_those_that_were_read() {
    let mut app = app();
    assert_eq!(type_keys(&mut app, "r"), [Effect::Reload]);
    type_keys(&mut app, "anx3Gcwhy<Enter>");
    let same = compare(Pair::of(document(OLD), document(NEW)));
    assert_eq!(app.reloaded(same, Vec::new()), Effect::None);
    assert_eq!((state(&app).as_str(), app.notice.as_deref()), ("ax-- at 3", Some("both wordings are as they were")));
    // One edit is gone, another one came before it.
    let new = NEW.replace("sixty", "thirty").replace("The Parties", "All the Parties");
    let other = compare(Pair::of(document(OLD), document(&new)));
    assert_eq!(app.reloaded(other, vec!["a note".to_owned()]), Effect::Save);
    let said = "read again: 1 edit came, 1 edit went · 1 decision has lost its edit: O shows it · a note";
    assert_eq!((state(&app).as_str(), app.notice.as_deref()), ("-a-- at 3", Some(said)));
    assert_eq!(app.review.comment(app.comparison.edits[2].id), "why");
    assert_eq!(type_keys(&mut app, "u"), []);
    let back = compare(Pair::of(document(OLD), document(NEW)));
    assert_eq!(app.reloaded(back, Vec::new()), Effect::Save);
    assert_eq!(state(&app), "ax-- at 3");
}

#[test]
fn only_what_differs_nowhere_is_as_it_was() {
    let compared = |glossary: &[(&str, &str)]| {
        let terms = |(source, target): &(&str, &str)| format!("{source}\t{target}\n");
        let text = format!("en\tde\n{}", glossary.iter().map(terms).collect::<String>());
        let glossary = crate::read::read_glossary("g.tsv", text.into_bytes(), None, Pair::of(Some("en"), Some("de")))
            .expect("terms");
        let known = Known { glossary: glossary.terms, ..Known::default() };
        let document = |language: &str, text: &str| {
            let options = Options { language: Some(language.to_owned()), ..Options::default() };
            read("a.txt", text.as_bytes(), &options).expect("a text")
        };
        let old = document("en", "The council met in the hall. The mayor praised the harvest.");
        let new = document("de", "Der Rat traf sich im Saal. Der Bürgermeister lobte die Ernte.");
        compare_translation(Pair::of(old, new), &known)
    };
    let mut app = App::new(compared(&[]), Review::default(), false);
    app.resize(120, 40);
    assert_eq!(app.comparison.edits, []);
    app.reloaded(compared(&[]), Vec::new());
    assert_eq!(app.notice.as_deref(), Some("both wordings are as they were"));
    app.reloaded(compared(&[("harvest", "Lese")]), Vec::new());
    assert_eq!(app.notice.as_deref(), Some("read again: 1 edit came, 0 edits went"));
    let reason = |app: &App| app.comparison.edits[0].flags[0].reason.clone();
    let before = reason(&app);
    app.reloaded(compared(&[("harvest", "Weinlese")]), Vec::new());
    assert_eq!(app.notice.as_deref(), Some("read again: the same edits, for other reasons"));
    assert_ne!(reason(&app), before);
    app.reloaded(compared(&[("harvest", "Weinlese")]), vec!["a note".to_owned()]);
    assert_eq!(app.notice.as_deref(), Some("read again: the edits are the same · a note"));
    app.reloaded(compared(&[("harvest", "Weinlese")]), vec!["a note".to_owned()]);
    assert_eq!(app.notice.as_deref(), Some("both wordings are as they were"));
}
