//! Any keys, clicks and sizes on any sample: nothing panics, the window is full, the current edit is a real one, every undo leads back.

use std::fs;
use std::path::Path;

use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use redraft::app::key::{Key, keys};
use redraft::app::page::View;
use redraft::app::{ACTIONS, App, Effect};
use redraft::compare::compare;
use redraft::document::Pair;
use redraft::read::{Options, read};
use redraft::review::Review;

const SAMPLES: &[(&str, &str)] = &[
    ("tour/old.md", "tour/new.md"),
    ("declaration/round-1.md", "declaration/round-3.md"),
    ("statement/statement.txt", "statement/press.txt"),
    ("contract/offer.md", "contract/counter.md"),
    ("japanese/draft.ja.txt", "japanese/revised.ja.txt"),
];

fn app(sample: usize) -> App {
    let (old, new) = SAMPLES[sample];
    let document = |path: &str| {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples").join(path);
        read("sample.md", fs::read(path).expect("a sample"), &Options::default()).expect("a text")
    };
    App::new(compare(Pair::of(document(old), document(new))), Review::default(), false)
}

/// Something that happens to the program.
#[derive(Clone, Debug)]
enum Happening {
    Typed(Vec<Key>),
    Click(u16, u16),
    Size(u16, u16),
    Pasted(String),
}

fn happening() -> impl Strategy<Value = Happening> {
    let keymap = redraft::app::keymap::Keymap::default();
    let bound: Vec<Vec<Key>> = ACTIONS
        .iter()
        .flat_map(|action| keymap.keys(*action))
        .map(|shown| if shown.chars().count() > 2 { format!("<{shown}>") } else { shown.replace('<', "<lt>") })
        .filter_map(|written| keys(&written).ok())
        .collect();
    let typed = keys("w 7éя会<lt><Left><Right><Home><End><Ctrl-w>").expect("keys");
    prop_oneof![
        12 => prop::sample::select(bound).prop_map(Happening::Typed),
        3 => prop::sample::select(typed).prop_map(|key| Happening::Typed(vec![key])),
        2 => (0_u16..130, 0_u16..45).prop_map(|(x, y)| Happening::Click(x, y)),
        1 => prop_oneof![Just((0, 0)), Just((1, 1)), (0_u16..200, 0_u16..60)].prop_map(|(x, y)| Happening::Size(x, y)),
        1 => "\\PC{0,80}".prop_map(Happening::Pasted),
    ]
}

/// Whether sentences were aligned by hand by it.
fn happens(app: &mut App, happening: &Happening) -> bool {
    let mut has_aligned = false;
    match happening {
        Happening::Typed(keys) => {
            for key in keys {
                if app.key(*key) == Effect::Align {
                    app.align();
                    has_aligned = true;
                }
            }
        }
        Happening::Click(x, y) => app.click(*x, *y),
        Happening::Size(columns, rows) => app.resize(*columns, *rows),
        Happening::Pasted(text) => app.paste(text),
    }
    has_aligned
}

fn screen(app: &App) -> String {
    let mut buffer = Buffer::empty(Rect::new(0, 0, app.size.0, app.size.1));
    let cursor = redraft::ui::paint(app, &mut buffer);
    assert!(cursor.is_none_or(|(x, y)| x < app.size.0 && y < app.size.1), "the cursor is off the screen: {cursor:?}");
    buffer.content().iter().map(|cell| cell.symbol()).collect()
}

/// Whether every decision is on the edit, and the words, on which it was taken; only what was aligned by hand since may have taken the
/// edit away.
fn every_decision_is_on_its_words(app: &App, has_aligned: bool) -> bool {
    let decided = app.comparison.edits.iter().filter_map(|edit| Some((edit, app.review.entries.get(&edit.id)?)));
    let entries = decided.clone().filter(|(_, entry)| !entry.is_empty()).count();
    let all = app.review.entries.values().filter(|entry| !entry.is_empty()).count();
    let has_words = |edit, quote: &Pair<String>| app.comparison.words(edit) == Pair::of(&*quote.old, &*quote.new);
    (app.review.orphans.is_empty() || has_aligned)
        && entries == all
        && decided.into_iter().all(|(edit, entry)| has_words(edit, &entry.quote))
}

/// A few here, where the samples are compared anew each time; PROPTEST_CASES asks for more.
fn cases() -> ProptestConfig {
    if std::env::var_os("PROPTEST_CASES").is_some() {
        ProptestConfig::default()
    } else {
        ProptestConfig::with_cases(16)
    }
}

/// The edits that a key leads to, until it leads on no more.
fn walked(app: &mut App, key: &str) -> Vec<Option<usize>> {
    let key = keys(key).expect("a key")[0];
    let mut at = Vec::new();
    while at.len() < 1_000 {
        at.push(app.current);
        app.key(key);
        if app.notice.is_some() {
            break;
        }
    }
    at
}

#[test]
fn a_walk_leads_to_the_same_edits_in_any_window() {
    for sample in 0..SAMPLES.len() {
        let mut tall = app(sample);
        tall.resize(120, 1_000);
        let stops = walked(&mut tall, "n");
        assert!(stops.len() > 1 && stops.is_sorted_by(|one, next| one < next), "{sample}: {stops:?}");
        for size in [(120, 40), (80, 24), (60, 9)] {
            for times in 0..4 {
                let mut small = app(sample);
                small.resize(size.0, size.1);
                (0..times).for_each(|_| drop(small.key(keys("v").expect("a key")[0])));
                assert_eq!(walked(&mut small, "n"), stops, "{sample} {size:?} {:?}", small.view);
                assert!(walked(&mut small, "N").iter().eq(stops.iter().rev()), "{sample} {size:?} {:?}", small.view);
            }
        }
    }
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn anything_is_outlived(sample in 0..SAMPLES.len(), happenings in prop::collection::vec(happening(), 1..120)) {
        let mut app = app(sample);
        app.resize(100, 30);
        let mut has_aligned = false;
        for happening in &happenings {
            has_aligned |= happens(&mut app, happening);
            let shown = screen(&app);
            prop_assert!(!shown.contains(char::is_control));
            prop_assert!(app.current.is_some_and(|edit| edit < app.comparison.edits.len()));
            prop_assert!(every_decision_is_on_its_words(&app, has_aligned));
            let open = (0..app.comparison.edits.len()).filter(|edit| app.decision(*edit).name() == "open").count();
            prop_assert_eq!(app.open_count(), open);
            prop_assert!(app.size.0 == 0 || app.size.1 == 0 || !app.window.is_empty());
        }
        // Out of every list and prompt, and back to the start of the sitting.
        app.resize(100, 30);
        for _ in 0..4 {
            happens(&mut app, &Happening::Typed(keys("<Esc>").expect("a key")));
        }
        prop_assert!(app.screens.is_empty());
        for _ in 0..happenings.len() {
            happens(&mut app, &Happening::Typed(keys("u").expect("a key")));
        }
        prop_assert!(app.review.entries.values().all(redraft::review::Entry::is_empty));
        prop_assert_eq!(app.open_count(), app.comparison.edits.len());
    }

    #[test]
    fn a_walk_shows_where_it_leads(sample in 0..SAMPLES.len(), size in (30_u16..140, 12_u16..45), view in 0_usize..3, walk in "(n|N|]s|a<Tab>|G|gg|zR|zM|<PgDn>|za){1,40}n?") {
        let mut app = app(sample);
        app.resize(size.0, size.1);
        happens(&mut app, &Happening::Typed(keys(&"v".repeat(view)).expect("keys")));
        if app.view == View::Clean {
            return Ok(());
        }
        let walk = format!("{walk}1Gnn");
        happens(&mut app, &Happening::Typed(keys(&walk).expect("keys")));
        let pieces = || app.window.iter().flat_map(|row| row.cells.old.iter().chain(&row.cells.new));
        prop_assert!(pieces().any(|piece| piece.edit == app.current), "edit {:?} is not in sight", app.current);
    }
}
