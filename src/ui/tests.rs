//! What is drawn, cell by cell.

use ratatui::layout::Rect;

use super::*;
use crate::app::key::keys;
use crate::app::page::View;
use crate::compare::bitext::{Fixed, Known};
use crate::compare::{compare, compare_translation};
use crate::document::Pair;
use crate::read::{BitextFormat, Options, read};
use crate::review::Review;

fn app(old: &str, new: &str, size: (u16, u16)) -> App {
    let document = |name: &str, text: &str| read(name, text.as_bytes(), &Options::default()).expect("a text");
    let comparison = compare(Pair::of(document("old.txt", old), document("new.txt", new)));
    let mut app = App::new(comparison, Review::default(), false);
    app.resize(size.0, size.1);
    app
}

fn typed(app: &mut App, written: &str) {
    for key in keys(written).expect("keys") {
        app.key(key);
    }
}

fn screen(app: &App) -> Vec<String> {
    let mut buffer = Buffer::empty(Rect::new(0, 0, app.size.0, app.size.1));
    paint(app, &mut buffer);
    (0..app.size.1)
        .map(|y| (0..app.size.0).map(|x| buffer.cell((x, y)).map_or("", |cell| cell.symbol())).collect::<String>())
        .collect()
}

const OLD: &str = "The Parties shall meet within 30 days.\n\nNothing else.\n";
const NEW: &str = "The Parties may meet within 45 days.\n\nNothing else.\n";

#[test]
fn everything_is_in_its_place() {
    let mut app = app(OLD, NEW, (120, 24));
    typed(&mut app, "stoo weak<Enter>");
    let rows = screen(&app);
    assert!(rows[0].starts_with(" old.txt → new.txt"), "{}", rows[0]);
    assert!(rows[0].ends_with("edit 1/2 · 1 open · 1 sent back · 2 substantive "), "{}", rows[0]);
    assert!(rows[1].contains("1 The Parties shall meet within 30 days."), "{}", rows[1]);
    assert!(rows[1].contains("│    1 The Parties may meet within 45 days."), "{}", rows[1]);
    assert!(rows[18].contains(" 1 · replace · "), "{}", rows[18]);
    assert!(rows[19].contains("- The Parties shall meet"), "{}", rows[19]);
    assert!(rows[20].contains("+ The Parties may meet"), "{}", rows[20]);
    assert!(rows[18].ends_with(" sent back ──"), "{}", rows[18]);
    assert!(rows[21].contains("sent back: too weak"), "{}", rows[21]);
    assert!(
        rows[23].contains("a accept") && rows[23].contains("? help") && rows[23].contains("q quit"),
        "{}",
        rows[23]
    );
}

#[test]
fn the_title_tells_a_translation_and_its_languages() {
    let title = |name: &str, width: u16| {
        let document = |language: &str, text: &str| {
            let options = Options { language: Some(language.to_owned()), ..Options::default() };
            read(&format!("{name}{language}.txt"), text.as_bytes(), &options).expect("a text")
        };
        let pair = Pair::of(document("ru", "Договор подписан.\n"), document("en", "The treaty is signed.\n"));
        let mut app = App::new(compare_translation(pair, &Known::default()), Review::default(), false);
        app.resize(width, 24);
        screen(&app).swap_remove(0)
    };
    let wide = title("", 120);
    assert!(wide.starts_with(" ru.txt → en.txt · ru → en · translation  "), "{wide}");
    assert!(wide.ends_with("  no findings "), "{wide}");
    let narrow = title("", 80);
    assert!(narrow.starts_with(" ru.txt → en.txt · ru → en · translation  "), "{narrow}");
    // Long names give way in the middle, and at last the languages to them.
    let long = title("declaration-of-the-council-", 80);
    assert!(long.contains("-ru → declar") && long.contains("-en · ru → en "), "{long}");
    assert!(!title("", 36).contains("ru → en"));
}

#[test]
fn the_footer_keeps_the_way_out_and_gives_way_to_notices() {
    let mut app = app(OLD, NEW, (40, 24));
    let rows = screen(&app);
    assert!(rows[23].contains("a accept") && rows[23].contains("q quit"), "{}", rows[23]);
    typed(&mut app, "uu");
    assert!(screen(&app)[22..].concat().contains("nothing to undo"));
    typed(&mut app, "12g");
    assert!(screen(&app)[23].ends_with("12g"), "{}", screen(&app)[23]);
}

#[test]
fn prompts_show_what_is_typed() {
    let mut app = app(OLD, NEW, (80, 24));
    typed(&mut app, "cwell<Left>");
    let rows = screen(&app);
    assert!(rows[18].contains("Comment:"), "{}", rows[18]);
    assert!(rows[19].starts_with("  well"), "{}", rows[19]);
    let mut buffer = Buffer::empty(Rect::new(0, 0, 80, 24));
    assert_eq!(paint(&app, &mut buffer), Some((5, 19)));
}

#[test]
fn the_lens_shows_the_sentence_that_is_pointed_at() {
    let mut app = app("It may stay. Nobody objects.\n", "It must stay. Nobody objects.\n", (80, 24));
    assert!(screen(&app)[18].contains("1 · replace"), "{}", screen(&app)[18]);
    typed(&mut app, "))");
    let rows = screen(&app);
    assert!(rows[18].contains("no edit in this sentence") && rows[19].trim() == "Nobody objects.", "{rows:?}");
    typed(&mut app, "(");
    assert!(screen(&app)[18].contains("1 · replace"), "{}", screen(&app)[18]);
}

#[test]
fn what_is_typed_is_seen_in_a_narrow_window() {
    for typing in ["s", "c", "/", ":"] {
        let mut app = app(OLD, NEW, (20, 5));
        typed(&mut app, typing);
        assert!(!screen(&app)[4].starts_with("  "), "{:?}", screen(&app));
        for length in 1..40 {
            typed(&mut app, "abcdefghi".get(length % 9..=length % 9).expect("a letter"));
            let letters: String = "abcdefghi".chars().cycle().skip(1).take(length).collect();
            let last = &letters[letters.len().saturating_sub(8)..];
            let mut buffer = Buffer::empty(Rect::new(0, 0, 20, 5));
            let (x, y) = paint(&app, &mut buffer).expect("a cursor");
            let row = &screen(&app)[4];
            let shown: String = row.chars().take(x.into()).collect();
            assert!(y == 4 && x < 20 && shown.ends_with(last), "{typing} {length}: {row:?} {x}");
        }
    }
}

#[test]
fn a_long_name_leaves_its_room_to_what_the_edit_weighs() {
    let file = |name: &str| {
        let text = format!(
            "msgid \"\"\nmsgstr \"Language: de\\n\"\n\nmsgctxt \"{name}\"\nmsgid \"Pay 5 now.\"\nmsgstr \"Zahle 6 jetzt.\"\n"
        );
        let options = Options::default();
        let read = crate::read::read_bitext("a.po", text.into_bytes(), BitextFormat::Po, &options, Pair::default());
        let known = Known { given: Fixed { beads: vec![Pair::of(0..1, 0..1)] }, ..Known::default() };
        let mut app = App::new(compare_translation(read.expect("a file").documents, &known), Review::default(), false);
        app.resize(80, 24);
        screen(&app)[18].clone()
    };
    assert!(file("menu").contains(" · line 5, menu · substantive"), "{}", file("menu"));
    let long = file(&"xy".repeat(120));
    assert!(long.contains(", xyxy") && long.contains("… · substantive ─") && long.ends_with(" open ──"), "{long}");
}

#[test]
fn the_current_edit_and_hits_stand_out() {
    let mut app = app(OLD, NEW, (120, 24));
    let mut buffer = Buffer::empty(Rect::new(0, 0, 120, 24));
    paint(&app, &mut buffer);
    let reversed = |buffer: &Buffer| -> String {
        let is = |cell: &&ratatui::buffer::Cell| cell.modifier.contains(ratatui::style::Modifier::REVERSED);
        buffer.content().iter().filter(is).map(|cell| cell.symbol()).collect()
    };
    assert_eq!(reversed(&buffer), "shallmay");
    typed(&mut app, "n/nothing<Enter>");
    let mut buffer = Buffer::empty(Rect::new(0, 0, 120, 24));
    paint(&app, &mut buffer);
    assert_eq!(reversed(&buffer), "3045Nothing");
}

#[test]
fn without_colours_marks_remain() {
    let mut app = app(OLD, NEW, (120, 24));
    app.monochrome = true;
    app.page.brackets = true;
    app.resize(120, 24);
    let mut buffer = Buffer::empty(Rect::new(0, 0, 120, 24));
    paint(&app, &mut buffer);
    assert!(buffer.content().iter().all(|cell| cell.fg == ratatui::style::Color::Reset));
    let rows = screen(&app);
    assert!(rows[1].contains("[-shall-]") && rows[1].contains("{+may+}"), "{}", rows[1]);
}

#[test]
fn help_lists_and_emptiness() {
    let mut help = app(OLD, NEW, (100, 30));
    typed(&mut help, "?");
    assert!(screen(&help).iter().any(|row| row.contains("Accept the current edit")));
    typed(&mut help, "<Esc>O");
    assert!(screen(&help).iter().any(|row| row.contains("Every decision has its edit.")));
    let same = screen(&app(OLD, OLD, (80, 24)));
    assert!(same[0].contains("no edits: both wordings say the same"));
    assert!(same.iter().any(|row| row.contains("Nothing else.")));
    let deeper = screen(&app("- Tea.\n- Milk.\n- Salt.\n", "- Tea.\n  - Milk.\n- Salt.\n", (80, 24)));
    assert!(deeper[0].contains("edit 1/1"), "{deeper:?}");
    assert!(deeper.iter().any(|row| row.contains("2   ↳ - Milk.")), "{deeper:?}");
    assert!(screen(&app("", "", (80, 24)))[1].contains("Both wordings are empty."));
}

#[test]
fn nothing_raw_is_ever_drawn_at_any_size() {
    let hostile = "A\u{1b}[31m b\u{202e}c\u{200b} d\te\u{7f}\u{85} 会議は五月に。\n\nX\u{e0041}y.\n";
    for size in [(0, 0), (1, 1), (2, 3), (7, 9), (20, 5), (33, 12), (80, 24), (120, 40), (500, 100), (3, 200)] {
        for view in ["", "v", "vv", "vvv"] {
            let mut app = app(hostile, &hostile.replace(" d", " é\u{1b}]0;"), size);
            for keys in [
                view,
                "n",
                "c\u{202e}x",
                "<Esc>?",
                "<Esc>O",
                "<Esc>o",
                "&",
                "<Esc><Esc>:\u{202e}",
                "<Esc><lt><lt>",
                "/d<Enter>",
            ] {
                typed(&mut app, keys);
                for symbol in screen(&app).concat().chars() {
                    assert!(
                        !symbol.is_control() && !matches!(symbol, '\u{202a}'..='\u{202e}' | '\u{200b}'),
                        "{size:?} {symbol:?}"
                    );
                }
            }
        }
    }
}

#[test]
fn what_the_filter_leaves_out_is_pale_and_has_no_tick() {
    let mut app = app(
        "The Parties shall meet.\n\nThe harbour is grey.\n",
        "The Parties may meet.\n\nThe harbor is grey.\n",
        (120, 24),
    );
    typed(&mut app, "&<Space><Esc>");
    let rows = screen(&app);
    assert!(rows[0].ends_with("edit 1/2 · 2 open · 1 of 1 substantive "), "{}", rows[0]);
    let mut buffer = Buffer::empty(Rect::new(0, 0, 120, 24));
    paint(&app, &mut buffer);
    let x = rows[3].find("harbour").expect("harbour") as u16;
    let cell = buffer.cell((x, 3)).expect("a cell");
    assert_eq!(
        (cell.fg, cell.modifier),
        (ratatui::style::Color::Reset, ratatui::style::Modifier::DIM | ratatui::style::Modifier::CROSSED_OUT)
    );
    assert!(rows[1].ends_with('█') && !rows[3].ends_with(['█', '▌', '▏']), "{rows:?}");
    typed(&mut app, "<Esc>");
    assert!(screen(&app)[3].ends_with('▌'));
}

#[test]
fn the_title_tells_the_classes_and_the_cut() {
    let mut app = app(OLD, NEW, (120, 24));
    assert!(screen(&app)[0].ends_with("edit 1/2 · 2 open · 2 substantive "), "{}", screen(&app)[0]);
    typed(&mut app, "<lt><lt>");
    assert!(screen(&app)[0].ends_with("edit 1/1 · 1 open · cut by sentences · 1 substantive "), "{}", screen(&app)[0]);
}

#[test]
fn commands_are_typed_below_what_is_found() {
    let mut app = app(OLD, NEW, (80, 24));
    typed(&mut app, ":send");
    let rows = screen(&app);
    assert!(rows[1].starts_with("  send-back") && rows[1].ends_with(" s "), "{}", rows[1]);
    assert!(rows[18].contains("Command:") && rows[19].starts_with("  send"), "{rows:?}");
}

#[test]
fn a_side_without_words_has_a_sign_in_the_lens() {
    let rows = |documents, known: &Known| {
        let mut app = App::new(compare_translation(documents, known), Review::default(), false);
        app.resize(80, 24);
        screen(&app).into_iter().map(|row| row.trim_end().to_owned()).collect::<Vec<_>>()
    };
    // Units of one file do not go on from one another.
    let text = "The lake froze.\tDer See gefror.\nNobody moved.\t\nSnow fell.\tSchnee fiel.\n".as_bytes();
    let read = crate::read::read_bitext("a.tsv", text, BitextFormat::Tsv, &Options::default(), Pair::default());
    let bitext = read.expect("a bitext");
    let known = Known { given: Fixed { beads: bitext.segments }, ..Known::default() };
    let found = rows(bitext.documents, &known);
    assert!(found.iter().any(|row| row == " - Nobody moved.") && found.iter().any(|row| row == " + ∅"), "{found:?}");
    // The same number stands before both sides of a unit.
    assert!(found.iter().any(|row| row.contains("3 Schnee fiel.")), "{found:?}");
    // In two texts the neighbours show the place.
    let document = |text: &str| read_text(text);
    let documents =
        Pair::of(document("The lake froze. Nobody moved. Snow fell."), document("Der See gefror. Schnee fiel."));
    let bead = |old: std::ops::Range<usize>, new| Pair::of(old, new);
    let given = Fixed { beads: vec![bead(0..1, 0..1), bead(1..2, 1..1), bead(2..3, 1..2)] };
    let found = rows(documents, &Known { given, ..Known::default() });
    assert!(found.iter().any(|row| row == " + Der See gefror. ∅ Schnee fiel."), "{found:?}");
}

fn read_text(text: &str) -> crate::document::Document {
    read("a.txt", text.as_bytes(), &Options::default()).expect("a text")
}

#[test]
fn views_change_by_key() {
    let mut app = app(OLD, NEW, (120, 24));
    typed(&mut app, "v");
    assert_eq!(app.view, View::Inline);
    assert!(screen(&app)[1].contains("1 The Parties shallmay meet"), "{}", screen(&app)[1]);
}

#[test]
fn pictures_are_well_formed() {
    let app = app("A < b & c.\n", "A < b & d.\n", (60, 12));
    let svg = picture::picture(&app);
    assert!(svg.starts_with("<svg ") && svg.ends_with("</svg>\n"));
    assert!(svg.contains("A &lt; b &amp; ") && !svg.contains("A < b"), "{svg}");
}
