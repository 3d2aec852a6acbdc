//! The filter: what is walked, decided and counted while it is on.

use super::*;

/// Five edits: 1 modal, 2 number, 3 spelling, 4 modal, 5 number.
fn app() -> App {
    let old = "The Wardens shall open the gates.\nThe toll is 30 crowns.\nThe harbour is grey in winter.\n\n\
        Nobody stays here.\n\nThe Keepers shall close the gates.\nThe fine is 20 crowns.";
    let new = "The Wardens may open the gates.\nThe toll is 45 crowns.\nThe harbor is grey in winter.\n\n\
        Nobody stays here.\n\nThe Keepers may close the gates.\nThe fine is 25 crowns.";
    let mut app = App::new(compare(Pair::of(document(old), document(new))), Review::default(), false);
    app.resize(120, 40);
    let kinds = |edit: &crate::compare::Edit| edit.flags.first().map(|flag| flag.kind.name());
    let found: Vec<_> = app.comparison.edits.iter().map(kinds).collect();
    assert_eq!(found, ["modal", "number", "spelling", "modal", "number"].map(Some));
    app
}

/// The lines of the list by what they say, and how often one has to go down to each.
fn down_to(app: &App, name: &str) -> String {
    let at = app.facets().iter().position(|facet| facet.name() == name).unwrap_or_else(|| panic!("no {name}"));
    "j".repeat(at)
}

/// Chooses some lines of the list of the filter and closes it.
fn choose(app: &mut App, names: &[&str]) {
    for name in names {
        type_keys(app, "&");
        let down = down_to(app, name);
        type_keys(app, &format!("{down}<Space><Esc>"));
    }
    assert!(app.screens.is_empty());
}

#[track_caller]
fn check(names: &[&str], typed: &str, expected: &str) {
    let mut app = app();
    choose(&mut app, names);
    type_keys(&mut app, typed);
    assert_eq!(state(&app), expected, "{names:?} {typed}");
}

#[test]
fn only_what_fits_is_walked() {
    check(&["number"], "", "----- at 2");
    check(&["number"], "n", "----- at 5");
    check(&["number"], "nN", "----- at 2");
    check(&["number"], "a<Tab>a", "-a--a at 5");
    check(&["number"], "<Enter>x", "-a--x at 5");
    check(&["editorial"], "", "----- at 3");
    check(&["modal", "number"], "nnn", "----- at 5");
    check(&["modal", "editorial"], "", "----- at 1");
}

#[test]
fn the_list_is_done_with_enter() {
    let mut app = app();
    let down = down_to(&app, "number");
    type_keys(&mut app, &format!("&{down}<Enter>"));
    assert_eq!((app.filter.name().as_str(), app.screens.len()), ("number", 0), "nothing was chosen");
    type_keys(&mut app, "&<Space>j<Enter>");
    assert_eq!(app.filter.name().matches(['/', '+']).count(), 1, "the line on which one is done stays as it was");
}

#[test]
fn headings_narrow_each_other() {
    let mut app = app();
    type_keys(&mut app, "a");
    choose(&mut app, &["modal", "open"]);
    assert_eq!(app.filter.name(), "open + modal");
    assert_eq!((app.walked_count(), state(&app).as_str()), ((1, Some(1)), "a---- at 4"));
}

#[test]
fn what_is_decided_leaves_a_filter_of_open_edits() {
    let mut app = app();
    choose(&mut app, &["open"]);
    type_keys(&mut app, "a");
    assert_eq!(app.walked_count(), (4, None));
    type_keys(&mut app, "nN");
    assert_eq!(app.notice.as_deref(), Some("this is the first edit, of open"));
    type_keys(&mut app, "u");
    assert_eq!(app.walked_count(), (5, Some(1)));
}

#[test]
fn a_paragraph_is_decided_as_far_as_it_is_walked() {
    check(&["modal"], "A", "a---- at 1");
    check(&["modal"], "Anna<Esc>", "a--a- at 4");
    check(&["substantive"], "X", "xx--- at 1");
}

#[test]
fn all_that_fits_is_decided_at_once() {
    check(&["modal"], "gA", "a--a- at 1");
    check(&["number"], "gX", "-x--x at 2");
    check(&["number"], "agX", "-a--x at 2");
    check(&["number"], "gXu", "----- at 2");
    check(&["number"], "gX<Esc>gA", "-x--x at 2");
    let mut app = app();
    type_keys(&mut app, "gA");
    assert_eq!(app.notice.as_deref(), Some("this is for the edits of a filter: choose them first, with &"));
    choose(&mut app, &["number"]);
    type_keys(&mut app, "gAgA");
    assert_eq!(app.notice.as_deref(), Some("no edit that fits the filter is open"));
}

#[test]
fn it_ends_one_level_back_or_in_its_list() {
    let mut app = app();
    choose(&mut app, &["number"]);
    type_keys(&mut app, "<Esc>");
    assert!(app.filter.is_empty() && app.notice.is_some());
    choose(&mut app, &["number"]);
    type_keys(&mut app, "&&");
    assert!(app.filter.is_empty() && app.screens.is_empty());
    type_keys(&mut app, "n");
    assert_eq!(state(&app), "----- at 3");
    choose(&mut app, &["number", "number"]);
    assert!(app.filter.is_empty());
}

#[test]
fn the_search_ends_first() {
    let mut app = app();
    choose(&mut app, &["number"]);
    type_keys(&mut app, "/gates<Enter><Esc>");
    assert!(app.search.is_none() && !app.filter.is_empty());
}

#[test]
fn the_list_counts_what_would_fit() {
    let mut app = app();
    let lines = |app: &App| -> Vec<String> {
        let lines = app.list().expect("a list").lines.into_iter();
        lines.map(|line| line.0.into_iter().map(|(_, text)| text).collect::<String>().trim().to_owned()).collect()
    };
    let has = |app: &App, line: &str| {
        let lines: Vec<String> =
            lines(app).iter().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
        assert!(lines.iter().any(|found| found == line), "{line}: {lines:?}");
    };
    type_keys(&mut app, "cwhy?<Enter>&");
    for line in ["Class", "[ ] substantive 4", "[ ] editorial 1", "[ ] open 5", "[ ] number 2", "[ ] commented 1"] {
        has(&app, line);
    }
    assert!(!lines(&app).iter().any(|line| line.contains("accepted") || line.contains("date")));
    let down = down_to(&app, "editorial");
    type_keys(&mut app, &format!("{down}<Space>"));
    for line in ["[ ] substantive 4", "[x] editorial 1", "[ ] open 1", "[ ] number 0", "[ ] spelling 1"] {
        has(&app, line);
    }
}

#[test]
fn a_click_chooses_and_the_ruler_leads_to_what_is_walked() {
    let mut app = app();
    type_keys(&mut app, "&");
    let list = app.list().expect("a list");
    let row =
        list.lines.iter().position(|line| line.0.iter().any(|(_, text)| text.contains("spelling"))).expect("a row");
    let top = layout(app.size, &app).text.y;
    app.click(8, top + row as u16);
    app.click(8, top);
    assert_eq!(app.filter.name(), "spelling");
    type_keys(&mut app, "<Esc>");
    assert_eq!(state(&app), "----- at 3");
}

#[test]
fn nothing_fits_and_that_is_said() {
    let mut app = app();
    type_keys(&mut app, "a");
    choose(&mut app, &["accepted", "editorial"]);
    assert_eq!(app.walked_count(), (0, None));
    type_keys(&mut app, "n");
    assert_eq!(app.notice.as_deref(), Some("there is no edit, of editorial + accepted"));
    assert_eq!(state(&app), "a---- at 1");
}
