//! The overview and the palette.

use super::*;

fn line(app: &App, row: usize) -> String {
    app.list().expect("a list").lines[row].0.iter().map(|(_, text)| text.as_str()).collect()
}

#[test]
fn the_overview_is_walked_and_decided_in() {
    check("oja", "-a-- at 2");
    check("ojj<Enter>x", "--x- at 3");
    check("oGxku", "---- at 4");
    check("oaj.<Esc>n", "aa-- at 3");
    check("onn<Esc>", "---- at 3");
    check("o2ja", "--a- at 3");
    check("o2Ga<Esc>", "-a-- at 2");
    check("oG3gga", "--a- at 3");
    check("o9Ga", "---a at 4");
    check("osno<Enter>j", "[no]--- at 2");
}

#[test]
fn a_line_tells_the_words_the_reason_and_the_decision() {
    let mut app = app();
    type_keys(&mut app, "ao");
    let first = line(&app, 0);
    assert!(first.starts_with("    1 ▌replace  shall → should"), "{first}");
    assert!(first.contains("modal: ") && first.ends_with("accepted"), "{first}");
    for width in [0, 1, 20, 40, 69, 70, 80, 120, 200] {
        app.resize(width, 24);
        let lines = app.list().expect("a list").lines;
        let wide = |line: &list::ListLine| line.0.iter().map(|(_, text)| page::wrap::columns(text)).sum::<usize>();
        assert!(width < 40 || lines.iter().all(|line| wide(line) <= width.into()), "{width}");
    }
}

#[test]
fn the_overview_shows_only_what_is_walked() {
    let mut app = app();
    type_keys(&mut app, "nx&");
    let at = app.facets().iter().position(|facet| facet.name() == "rejected").expect("a facet");
    type_keys(&mut app, &format!("{}<Space><Esc>o", "j".repeat(at)));
    let list = app.list().expect("a list");
    assert_eq!((list.all, list.chosen), (1, Some(0)));
    assert!(line(&app, 0).starts_with("    2 "));
    type_keys(&mut app, "<Esc>");
    assert!(app.screens.is_empty() && !app.filter.is_empty());
}

#[test]
fn a_click_in_the_overview_chooses() {
    let mut app = app();
    type_keys(&mut app, "o");
    app.click(20, layout(app.size, &app).text.y + 2);
    assert_eq!(state(&app), "---- at 3");
}

#[test]
fn what_no_command_is_called_is_said_while_it_is_typed() {
    let mut app = app();
    type_keys(&mut app, ":qqqq");
    assert_eq!((line(&app, 0).trim(), app.list().expect("a list").chosen), (palette::NOTHING, None));
    type_keys(&mut app, "<Down><Enter>");
    assert_eq!(app.notice.as_deref(), Some(palette::NOTHING));
}

#[test]
fn the_help_leads_to_the_palette() {
    let mut app = app();
    type_keys(&mut app, "?/");
    assert_eq!(app.notice.as_deref(), Some(": finds commands by their names and by the words of this help"));
    type_keys(&mut app, ":third wording");
    assert!(app.screens.len() == 1 && line(&app, 0).trim().starts_with("reword"));
}

#[test]
fn the_palette_does_what_is_typed() {
    check(":accept<Enter>", "a--- at 1");
    check(":next-ed<Enter>a", "-a-- at 2");
    check(":send<Enter>too weak<Enter>", "[too weak]--- at 1");
    check(":accept<Esc>n", "---- at 2");
    check(":<Down><Enter>", "---- at 1");
    let mut app = app();
    type_keys(&mut app, ":qqqqq<Enter>");
    assert_eq!(app.notice.as_deref(), Some("no command is called so"));
    assert!(app.screens.is_empty());
    assert_eq!(type_keys(&mut app, ":quit<Enter>"), [Effect::Quit]);
}

#[test]
fn the_palette_goes_up_and_down_its_lines() {
    let mut app = app();
    let chosen = |app: &App| app.list().and_then(|list| list.chosen);
    type_keys(&mut app, ":");
    assert_eq!(app.list().map(|list| list.all), Some(ACTIONS.len()));
    type_keys(&mut app, "<Down><Ctrl-n><Up>");
    assert_eq!(chosen(&app), Some(1));
    type_keys(&mut app, "<Up><Up>");
    assert_eq!(chosen(&app), Some(0));
    type_keys(&mut app, "<Down>fold");
    assert_eq!(chosen(&app), Some(0));
    assert!(line(&app, 0).contains("fold") && line(&app, 0).ends_with("za"), "{}", line(&app, 0));
    type_keys(&mut app, "zzzz");
    assert_eq!(chosen(&app), None);
}
