//! What the program makes of the samples, kept as files and compared exactly: printed forms, whole screens after some keys, the picture of
//! the README. `UPDATE_GOLDEN=1 cargo test --test golden` writes them all anew.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use redraft::app::App;
use redraft::app::key::keys;
use redraft::compare::bitext::{Known, notice::noticed};
use redraft::compare::{Comparison, Mode, compare, compare_translation};
use redraft::document::Pair;
use redraft::read::{Options, read};
use redraft::review::{Decision, Review};
use redraft::{ui, write};

mod screen;

/// A name, and the two wordings in samples/.
const SAMPLES: &[(&str, &str, &str)] = &[
    ("tour", "tour/old.md", "tour/new.md"),
    ("declaration-1-2", "declaration/round-1.md", "declaration/round-2.md"),
    ("declaration-2-3", "declaration/round-2.md", "declaration/round-3.md"),
    ("declaration-1-3", "declaration/round-1.md", "declaration/round-3.md"),
    ("assistance", "assistance/draft.txt", "assistance/revised.txt"),
    ("statement", "statement/statement.txt", "statement/press.txt"),
    ("contract", "contract/offer.md", "contract/counter.md"),
    ("russian", "russian/draft.ru.txt", "russian/revised.ru.txt"),
    ("japanese", "japanese/draft.ja.txt", "japanese/revised.ja.txt"),
    ("armenian", "armenian/draft.hy.txt", "armenian/revised.hy.txt"),
    ("summit", "summit/original.ru.txt", "summit/translation.en.txt"),
    ("water", "water/original.de.md", "water/translation.en.md"),
];

/// A name, the sample, columns and rows, and what is typed.
const SCREENS: &[(&str, &str, (u16, u16), &str)] = &[
    ("start", "tour", (120, 40), ""),
    ("start-80", "tour", (80, 24), ""),
    ("start-40", "tour", (40, 12), ""),
    ("decided", "tour", (120, 40), "anxnstoo weak<Enter>ncWho says so?<Enter>ne<Ctrl-u>ten<Enter>A"),
    ("decided-inline", "tour", (80, 24), "anxnstoo weak<Enter>vvv"),
    ("decided-clean", "tour", (80, 24), "anxnstoo weak<Enter>v"),
    ("move", "tour", (120, 40), "]v%"),
    ("long-sentence", "statement", (80, 24), "5G"),
    ("folds", "declaration-1-2", (80, 24), "20G"),
    (
        "reason",
        "declaration-1-2",
        (80, 24),
        "4Gsthis is neither what was said nor what the cantons agreed upon in the autumn; see the letter<Left><Left>",
    ),
    ("reword", "statement", (80, 24), "4Ge<Ctrl-u>ought to close"),
    ("search", "declaration-1-2", (120, 40), "/canton<Enter>nn"),
    ("help", "declaration-1-2", (80, 24), "?<PgDn>"),
    ("filter", "declaration-1-2", (80, 24), "a&<Space>jjjj<Space>"),
    ("filtered", "declaration-1-2", (120, 40), "&jj<Space><Esc>n"),
    ("overview", "declaration-1-2", (120, 40), "anxojj"),
    ("overview-40", "tour", (40, 12), "oj"),
    ("palette", "tour", (80, 24), ":para<Down>"),
    ("coarser", "declaration-1-2", (80, 24), "a<lt>"),
    ("table", "contract", (120, 40), "G"),
    ("wide", "japanese", (80, 24), "nnn"),
    ("unbound", "russian", (120, 40), "nnгgz"),
    ("translation", "summit", (120, 40), "nnna"),
    ("translation-addition", "summit", (80, 24), "11Gx"),
];

#[test]
fn printed_forms() {
    for (name, ..) in SAMPLES {
        let comparison = sample(name);
        let review = Review::default();
        let printed = |print: &dyn Fn(&mut Vec<u8>)| {
            let mut out = Vec::new();
            print(&mut out);
            String::from_utf8(out).expect("UTF-8")
        };
        golden(&format!("{name}.txt"), &printed(&|out| write::text::write(&comparison, &review, out).expect("text")));
        let summary = printed(&|out| write::summary::write(&comparison, &review, out).expect("a table"));
        golden(&format!("{name}.md"), &summary);
        if *name == "tour" {
            let json = printed(&|out| write::json::write(&comparison, &review, out).expect("JSON"));
            golden(&format!("{name}.json"), &json);
        }
    }
}

/// The samples' README lists the defects that were planted in the translations: all of them are found, and nothing else.
#[test]
fn planted_defects_are_found_and_nothing_else() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/README.md");
    let readme = fs::read_to_string(path).expect("the README of the samples");
    for name in ["summit", "water"] {
        let section = readme.split(&format!("### {name}\n")).nth(1).expect("a section");
        let section = section.split("\n### ").next().unwrap_or(section);
        let planted: Vec<&str> = section.lines().filter(|line| line.starts_with("| ")).skip(1).collect();
        let comparison = sample(name);
        let row = |edit: &redraft::compare::Edit| {
            let words = comparison.words(edit).map(|words| if words.is_empty() { "–" } else { words });
            let kinds: Vec<&str> = edit.flags.iter().map(|flag| flag.kind.name()).collect();
            format!("| {} | {} | {} |", kinds.join(", "), words.old, words.new)
        };
        assert_eq!(comparison.edits.iter().map(row).collect::<Vec<_>>(), planted, "{name}");
    }
}

#[test]
fn screens_by_keystroke() {
    for (name, of, size, typed) in SCREENS {
        let mut app = App::new(sample(of), Review::default(), false);
        show(name, &mut app, *size, typed);
    }
}

#[test]
fn a_screen_without_colours() {
    let mut app = App::new(sample("tour"), Review::default(), false);
    app.monochrome = true;
    app.page.brackets = true;
    show("monochrome", &mut app, (80, 24), "ansno<Enter>n");
}

#[test]
fn a_screen_of_orphans() {
    let mut app = App::new(sample("declaration-1-2"), Review::default(), false);
    app.resize(80, 24);
    typed(&mut app, "anxnsnot what was agreed<Enter>cthe cantons disagree<Enter>ncagain<Enter>");
    for edit in 4..app.comparison.edits.len() {
        assert_eq!(*app.decision(edit), Decision::Open);
    }
    let mut review = app.review;
    let later = sample("declaration-1-3");
    review.attach(&later);
    assert!(!review.orphans.is_empty(), "the samples have no decision that loses its edit");
    show("orphans", &mut App::new(later, review, true), (80, 24), "O");
}

/// The picture of the README: the very screen, as SVG.
#[test]
fn the_picture_is_of_this_program() {
    let mut app = App::new(sample("declaration-1-2"), Review::default(), false);
    app.resize(112, 34);
    go_to(&mut app, Pair::of("60", "55"), "a");
    go_to(&mut app, Pair::of("21", "30"), "x");
    go_to(&mut app, Pair::of("should", "shall"), "sThe plenary agreed on “should”. Who asked for more?<Enter>");
    golden("../../docs/screen.svg", &ui::picture::picture(&app));
}

/// Goes to the first edit with these words on its sides, and types.
fn go_to(app: &mut App, words: Pair<&str>, written: &str) {
    let has = |side: &str, word: &str| side.split_whitespace().any(|part| part == word);
    let is_it = |edit: &redraft::compare::Edit| {
        let found = app.comparison.words(edit);
        has(found.old, words.old) && has(found.new, words.new)
    };
    let edit = app.comparison.edits.iter().position(is_it).expect("an edit with these words");
    typed(app, &format!("{}G{written}", edit + 1));
}

#[test]
fn no_file_is_left_over() {
    let mut named: BTreeSet<String> = SCREENS.iter().map(|(name, ..)| format!("screen-{name}.txt")).collect();
    named.extend(["monochrome", "orphans"].map(|name| format!("screen-{name}.txt")));
    named.extend(SAMPLES.iter().flat_map(|(name, ..)| [format!("{name}.txt"), format!("{name}.md")]));
    named.extend(["tour.json", "main.rs", "screen.rs"].map(str::to_owned));
    let found = fs::read_dir(folder()).expect("the folder").map(|entry| entry.expect("a file").file_name());
    let left: Vec<_> = found.filter(|name| !named.contains(&*name.to_string_lossy())).collect();
    assert!(left.is_empty(), "no test compares {left:?}");
}

fn sample(name: &str) -> Comparison {
    let (_, old, new) = SAMPLES.iter().find(|(known, ..)| *known == name).expect("a sample");
    let document = |path: &str| {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples").join(path);
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        read(&name, fs::read(&path).expect("a sample"), &Options::default()).expect("a text")
    };
    let documents = Pair::of(document(old), document(new));
    match noticed(documents.as_ref()) {
        Mode::Revision => compare(documents),
        Mode::Translation => compare_translation(documents, &Known::default()),
    }
}

fn typed(app: &mut App, written: &str) {
    for key in keys(written).expect("keys") {
        app.key(key);
    }
}

/// Compares the screen after some keys.
#[track_caller]
fn show(name: &str, app: &mut App, size: (u16, u16), written: &str) {
    app.resize(size.0, size.1);
    typed(app, written);
    let title = format!("{} × {}, typed: {written}", size.0, size.1);
    golden(&format!("screen-{name}.txt"), &screen::spelled(&title, app));
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden")
}

/// Compares with the file of this name, or writes it.
#[track_caller]
fn golden(name: &str, made: &str) {
    let path = folder().join(name);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        return fs::write(&path, made).expect("a golden file");
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    if made != kept {
        let lines = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
        let (made, kept) = (lines(made), lines(&kept));
        let at = made.iter().zip(&kept).take_while(|(made, kept)| made == kept).count();
        let line = |lines: &[String]| lines.get(at).cloned().unwrap_or_else(|| "(the end)".to_owned());
        panic!(
            "{name}, line {}:\n  kept: {}\n  made: {}\nIf this is meant: UPDATE_GOLDEN=1 cargo test --test golden",
            at + 1,
            line(&kept),
            line(&made)
        );
    }
}
