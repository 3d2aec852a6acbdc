//! The same edit in several places.

use super::*;
use crate::review::remarks::remarks;

/// Four edits, of which the first, third and fourth are identical; the last line still has the old name.
fn app() -> App {
    let old = "The Warden opens the gates in May.\n\nNo canton may close them again.\n\nAsk the Warden about the locks.\n\n\
        Whatever the Warden says is law.\n\nThe house of the Warden stands on the hill.";
    let new = "The Keeper opens the gates in May.\n\nNo canton shall close them again.\n\nAsk the Keeper about the locks.\n\n\
        Whatever the Keeper says is law.\n\nThe house of the Warden stands on the hill.";
    let mut app = App::new(compare(Pair::of(document(old), document(new))), Review::default(), false);
    app.resize(120, 40);
    assert_eq!(app.comparison.edits.len(), 4, "{:?}", app.comparison.edits);
    app
}

#[track_caller]
fn check(typed: &str, expected: &str, notice: Option<&str>) {
    check_typed(app(), typed, expected, notice);
}

#[test]
fn all_are_decided_as_the_current_one() {
    check("ag.", "a-aa at 1", Some("2 identical edits accepted, 1 was so already"));
    check("ag.g.", "a-aa at 1", Some("all 3 identical edits are accepted already"));
    check("ag.u", "a--- at 3", Some("undone: 2 edits"));
    // What was taken back is not done again.
    check("aug.", "---- at 1", Some("nothing was decided yet: decide this edit first"));
    check("ag.uu", "---- at 1", Some("undone: edit 1 is open"));
    check("3Gsno<Enter>g.", "[no]-[no][no] at 3", Some("2 identical edits sent back, 1 was so already"));
    let said = "2 identical edits rejected (1 of them had been decided otherwise), 1 was so already";
    check("a4Gxg.", "x-xx at 4", Some(said));
    check("4Gxg.", "x-xx at 4", Some("2 identical edits rejected, 1 was so already"));
}

#[test]
fn an_open_one_is_decided_as_the_last_one_was() {
    check("2Ga1Gg.", "aaaa at 1", Some("3 identical edits accepted; every edit is decided"));
    check("g.", "---- at 1", Some("nothing was decided yet: decide this edit first"));
    check("2Gag.", "-a-- at 2", Some("no other edit is identical to this one"));
}

#[test]
fn a_rewording_is_repeated_for_the_same_words_only() {
    let refused = Some("the last rewording was of other words: reword these by themselves");
    check("e<Ctrl-u>Chair<Enter>3G.", "(Chair)-(Chair)- at 3", None);
    check("e<Ctrl-u>Chair<Enter>2G.", "(Chair)--- at 2", refused);
    check("2Ge<Ctrl-u>may<Enter>1Gg.", "-(may)-- at 1", refused);
}

#[test]
fn from_one_to_the_next_around_the_ends() {
    check("*", "---- at 3", None);
    check("**", "---- at 4", None);
    check("***", "---- at 1", None);
    check("2*", "---- at 4", None);
    check("n*", "---- at 2", Some("no other edit is identical to this one"));
}

#[test]
fn it_is_said_how_many_there_are_and_what_still_says_the_old_words() {
    let app = app();
    assert_eq!(remarks(&app.comparison, &app.review, 2), ["2 of 3 identical", "1 place still says Warden"]);
    assert_eq!(remarks(&app.comparison, &app.review, 1), [""; 0]);
}

#[test]
fn nothing_was_missed_where_the_old_words_stand_everywhere() {
    let mut app = app();
    type_keys(&mut app, "3Gxg.");
    assert_eq!(remarks(&app.comparison, &app.review, 2), ["2 of 3 identical"]);
    type_keys(&mut app, "3Ga");
    assert_eq!(remarks(&app.comparison, &app.review, 2), ["2 of 3 identical", "1 place still says Warden"]);
}

#[test]
fn words_that_were_missed_are_mended() {
    let mut app = app();
    type_keys(&mut app, "3G]re<Enter>");
    assert_eq!(app.notice.as_deref(), Some("stray 1 of 1 · ¶ 5: elsewhere replaced by Keeper · reworded: Keeper"));
    let settled = crate::review::settle::settle(&app.comparison, &app.review, crate::review::settle::Open::New);
    assert_eq!(settled.map(|text| text.matches("Keeper").count()), Ok(4));
}

#[test]
fn words_that_were_missed_are_walked() {
    let mut app = app();
    type_keys(&mut app, "3G]r");
    assert_eq!(app.notice.as_deref(), Some("stray 1 of 1 · ¶ 5: elsewhere replaced by Keeper · e mends it"));
    type_keys(&mut app, "]r[r2n");
    assert_eq!(app.search.as_ref().and_then(|search| search.current), Some(0));
}

#[test]
fn what_stands_in_its_place_goes_along() {
    let (old, new) =
        ("All other costs lie where they fall.", "All other costs shall be borne by the canton that helps.");
    let check = |typed, expected, notice| {
        let mut app = App::new(compare(Pair::of(document(old), document(new))), Review::default(), false);
        app.resize(120, 40);
        check_typed(app, typed, expected, notice);
    };
    check("x", "xx at 1", Some("edit 2 stands in its place and is rejected with it; every edit is decided"));
    check("2Ga", "aa at 2", Some("edit 1 stands in its place and is accepted with it; every edit is decided"));
    // It follows when the first is decided otherwise, until it is decided by itself.
    check("ax", "xx at 1", Some("edit 2 stands in its place and is rejected with it"));
    check("a2Gx", "ax at 2", None);
    check("au", "-- at 1", Some("undone: 2 edits"));
    // What is sent back leaves the place open as a whole, and is decided as a whole then.
    let sent = Some("edit 2 stands in its place and is sent back with it; every edit is decided, 2 sent back");
    check("sWhy?<Enter>", "[Why?][Why?] at 1", sent);
    check("sWhy?<Enter>2Ga", "aa at 2", Some("edit 1 stands in its place and is accepted with it"));
    // Each may be sent back for a reason of its own.
    check("sWhy?<Enter>2Gs<Ctrl-u>How?<Enter>", "[Why?][How?] at 2", None);
    check(
        "sWhy?<Enter>s<Ctrl-u>How?<Enter>",
        "[How?][How?] at 1",
        Some("edit 2 stands in its place and is sent back with it"),
    );
    // What was decided at once is opened at once.
    check("x2G<Backspace>", "-- at 2", Some("edit 1 stands in its place and is open again with it"));
    check("a2Gx<Backspace>", "a- at 2", None);
}

#[test]
fn it_is_said_how_many_stand_in_the_places_of_several() {
    let (old, new) = ("All other costs lie where they fall", "All other costs shall be borne by the canton that helps");
    let text = |clause: &str| {
        let owed = ["fines", "fees", "tolls"].map(|what| format!("{clause}, and {what} are owed at once."));
        document(&owed.join("\n\n"))
    };
    let app = || {
        let mut app = App::new(compare(Pair::of(text(old), text(new))), Review::default(), false);
        app.resize(120, 40);
        app
    };
    let said = "2 edits that are halves of these are rejected with them";
    let notice = format!("2 identical edits rejected, 1 was so already; {said}; every edit is decided");
    check_typed(app(), "xg.", "xxxxxx at 1", Some(&notice));
}

#[test]
fn a_column_of_a_table_goes_as_one() {
    let text = |rows: [&str; 3]| format!("{}\n{}\n{}\n", rows[0], rows[1], rows[2]);
    let old = text(["| Service | Price |", "|---|---|", "| Survey | 300 |"]);
    let new = text(["| Service | Price | Days |", "|---|---|---|", "| Survey | 350 | 5 |"]);
    let read = |text: &str| read("draft.md", text.as_bytes(), &Options::default()).expect("a text");
    let app = || {
        let mut app = App::new(compare(Pair::of(read(&old), read(&new))), Review::default(), false);
        app.resize(120, 40);
        app
    };
    let check = |typed, expected, notice: &str| {
        check_typed(app(), typed, expected, Some(notice).filter(|notice| !notice.is_empty()));
    };
    check("a", "aa-a at 1", "2 more cells of the column are accepted with it");
    check("3Ga", "--a- at 3", "");
    // Also when a part of it was decided otherwise before: half a column leaves no table.
    check("a4Gx", "xx-x at 4", "2 more cells of the column are rejected with it");
    check("a4G<Backspace>", "---- at 4", "2 more cells of the column are open again with it");
    check("au", "---- at 1", "undone: 3 edits");
    check("A", "aa-a at 1", "1 edit accepted; 2 more cells of the column are accepted with it");
    check("4Ge<Ctrl-u>7 |<Enter>a", "aa-a at 4", "2 more cells of the column are accepted with it");
    check("4Ge<Ctrl-u>7 |<Enter>1Ga", "aa-(7 |) at 1", "1 more cell of the column is accepted with it");
    let title = app().comparison.column_remark(3);
    assert_eq!(title.as_deref(), Some("column 3/3"));
}

#[test]
fn what_is_somebodys_goes_with_the_name() {
    let text = |name: &str| {
        let lines = ["The {} opens the gates at dawn.", "It is the {}'s duty to close them.", "Only the {} may rest."];
        lines.map(|line| line.replace("{}", name)).join("\n\n")
    };
    let app = || {
        let mut app =
            App::new(compare(Pair::of(document(&text("Warden")), document(&text("Keeper")))), Review::default(), false);
        app.resize(120, 40);
        app
    };
    check_typed(app(), "ag.", "aaa at 1", Some("2 identical edits accepted, 1 was so already; every edit is decided"));
    // What the name is reworded to is not for what is its own.
    let said = Some("1 identical edit reworded, 1 was so already");
    check_typed(app(), "e<Ctrl-u>Porter<Enter>g.", "(Porter)-(Porter) at 1", said);
}
