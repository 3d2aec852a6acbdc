//! The stages one by one, on a text of 300 KB and a revision of it: bytes to documents, documents to a comparison, a comparison to rows, to
//! printed text, to what is settled and to a saved review. What each allocates is counted too: that is the same on every machine and run.

use std::sync::LazyLock;

use divan::counter::BytesCount;
use divan::{AllocProfiler, Bencher};
use redraft::app::page::{Page, Place, View};
use redraft::compare::{Comparison, compare};
use redraft::document::{Document, Pair};
use redraft::read::{Options, read};
use redraft::review::settle::{Open, settle};
use redraft::review::{Decision, Entry, Review, save};

mod text;

#[global_allocator]
static COUNTED: AllocProfiler = AllocProfiler::system();

static TEXTS: LazyLock<(String, String)> = LazyLock::new(|| text::pair(300_000));
static COMPARISON: LazyLock<Comparison> = LazyLock::new(|| compare(documents()));

/// Every edit accepted.
static REVIEW: LazyLock<Review> = LazyLock::new(|| {
    let entry = |edit: &redraft::compare::Edit| {
        let quote = COMPARISON.words(edit).map(str::to_owned);
        (edit.id, Entry { decision: Decision::Accepted, quote, ..Entry::default() })
    };
    Review { entries: COMPARISON.edits.iter().map(entry).collect(), ..Review::default() }
});

fn main() {
    divan::main();
}

fn documents() -> Pair<Document> {
    let document = |text: &str| read("a.txt", text.as_bytes(), &Options::default()).expect("a text");
    Pair::of(document(&TEXTS.0), document(&TEXTS.1))
}

fn bytes() -> BytesCount {
    BytesCount::new(TEXTS.0.len() + TEXTS.1.len())
}

#[divan::bench]
fn stage_1_read(bencher: Bencher<'_, '_>) {
    bencher.counter(bytes()).bench(documents);
}

#[divan::bench]
fn stage_2_compare(bencher: Bencher<'_, '_>) {
    bencher.counter(bytes()).with_inputs(documents).bench_values(compare);
}

#[divan::bench]
fn stage_3_page(bencher: Bencher<'_, '_>) {
    bencher.counter(bytes()).bench(|| Page::new(&COMPARISON));
}

#[divan::bench(args = [View::SideBySide, View::Stacked, View::Inline])]
fn stage_4_rows(bencher: Bencher<'_, '_>, view: View) {
    bencher.counter(bytes()).bench(|| {
        let mut page = Page::new(&COMPARISON);
        page.fold_all(false);
        page.window(&COMPARISON, &Review::default(), view, 160, 100_000, Place::default()).len()
    });
}

#[divan::bench]
fn stage_5_print(bencher: Bencher<'_, '_>) {
    bencher.counter(bytes()).bench(|| {
        let mut out = Vec::new();
        redraft::write::text::write(&COMPARISON, &Review::default(), &mut out).expect("text");
        out
    });
}

#[divan::bench]
fn stage_6_settle(bencher: Bencher<'_, '_>) {
    bencher.counter(bytes()).bench(|| settle(&COMPARISON, &REVIEW, Open::Refuse));
}

#[divan::bench]
fn stage_7_save(bencher: Bencher<'_, '_>) {
    bencher.counter(bytes()).bench(|| save(&REVIEW, &COMPARISON));
}
