//! Moves: walking them, their two ends, the edits inside.

use super::*;

fn moved() -> App {
    let kept: String =
        (1..40).map(|at| format!("Paragraph {at} of the draft stays where it always stood.\n\n")).collect();
    let (old, new) = (
        "The harbour master of Port Essel reports to the guild on the first day of May.",
        "The harbour master of Port Essel reports to the council on the last day of May.",
    );
    let documents = Pair::of(document(&format!("{old}\n\n{kept}")), document(&format!("{kept}{new}\n")));
    let mut app = App::new(compare(documents), Review::default(), false);
    app.resize(120, 24);
    app
}

/// Whether the window shows these words.
fn shows(app: &App, words: &str) -> bool {
    let text = |pieces: &[page::Piece]| pieces.iter().map(|piece| piece.text.as_str()).collect::<String>();
    app.window.iter().any(|row| [&row.cells.old, &row.cells.new].into_iter().any(|pieces| text(pieces).contains(words)))
}

#[test]
fn a_move_says_how_many_edits_lie_inside() {
    let app = moved();
    let kinds: Vec<&str> = app.comparison.edits.iter().map(|edit| edit.kind.name()).collect();
    assert_eq!(kinds, ["move", "replace", "replace"]);
    assert_eq!(app.comparison.inner(0), 1..3);
    assert_eq!(app.comparison.inner_remark(0).as_deref(), Some("with 2 edits inside"));
    assert_eq!((app.comparison.inside(0), app.comparison.inside(2)), (None, Some(0)));
    assert_eq!(app.comparison.inner_remark(1), None);
}

#[test]
fn the_other_end_and_back() {
    let mut app = moved();
    type_keys(&mut app, "zR");
    assert!(shows(&app, "moved to ¶ 40") && !shows(&app, "moved from ¶ 1"));
    type_keys(&mut app, "%");
    assert!(shows(&app, "moved from ¶ 1") && !shows(&app, "moved to ¶ 40"));
    type_keys(&mut app, "%");
    assert!(shows(&app, "moved to ¶ 40"));
}

#[test]
fn the_cursor_on_a_moved_sentence_is_at_its_move() {
    // The move stays the current edit, and is what is decided, though there are edits inside.
    let mut app = moved();
    type_keys(&mut app, "zR)h)(a");
    assert_eq!(state(&app), "a-- at 1");
    let words = "The harbour master of Port Essel reports to the guild on the first day of May.";
    let kept = "The draft stays where it stood.\n\nNobody objects to it.\n\nIt is printed at once.";
    let documents = Pair::of(document(&format!("{words}\n\n{kept}\n")), document(&format!("{kept}\n\n{words}\n")));
    let mut app = App::new(compare(documents), Review::default(), false);
    app.resize(120, 24);
    assert_eq!(app.comparison.edits.len(), 1, "a move without edits inside");
    type_keys(&mut app, "gg)3)a");
    assert_eq!((state(&app).as_str(), app.notice.as_deref()), ("a at 1", Some("every edit is decided")));
}

#[test]
fn moves_and_comments_are_walked() {
    let mut app = moved();
    type_keys(&mut app, "nncwhy?<Enter>]v");
    assert_eq!(app.notice.as_deref(), Some("no move further on, 1 before"));
    type_keys(&mut app, "[v");
    assert_eq!(state(&app), "--- at 1");
    type_keys(&mut app, "]m");
    assert_eq!(state(&app), "--- at 3");
}
