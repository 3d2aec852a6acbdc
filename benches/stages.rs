//! The stages one by one, on a text of 300 KB and a revision of it: bytes to documents, documents to a comparison, a comparison to rows, to
//! printed text and to a saved review.

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use redraft::app::page::{Page, Place, View};
use redraft::compare::compare;
use redraft::document::{Document, Pair};
use redraft::read::{Options, read};
use redraft::review::settle::{Open, settle};
use redraft::review::{Decision, Entry, Review, save};

mod text;

fn document(text: &str) -> Document {
    read("a.txt", text.as_bytes(), &Options::default()).expect("a text")
}

fn stages(criterion: &mut Criterion) {
    let (old, new) = text::pair(300_000);
    let mut group = criterion.benchmark_group("stages");
    group.sample_size(20).throughput(Throughput::Bytes((old.len() + new.len()) as u64));
    group.bench_function("read", |bench| bench.iter(|| black_box((document(&old), document(&new)))));
    let documents = Pair::of(document(&old), document(&new));
    group.bench_function("compare", |bench| {
        bench.iter_batched(
            || documents.clone(),
            |documents| black_box(compare(documents)),
            criterion::BatchSize::LargeInput,
        );
    });
    let comparison = compare(documents);
    let mut review = Review::default();
    group.bench_function("page, cut into chunks", |bench| bench.iter(|| black_box(Page::new(&comparison))));
    for view in [View::SideBySide, View::Stacked, View::Inline] {
        group.bench_function(format!("page, every row, {}", view.name()), |bench| {
            bench.iter(|| {
                let mut page = Page::new(&comparison);
                page.fold_all(false);
                black_box(page.window(&comparison, &review, view, 160, 100_000, Place::default()).len())
            });
        });
    }
    group.bench_function("print", |bench| {
        bench.iter(|| {
            let mut out = Vec::new();
            redraft::write::text::write(&comparison, &review, &mut out).expect("text");
            black_box(out)
        });
    });
    for edit in &comparison.edits {
        let quote = comparison.words(edit).map(str::to_owned);
        review.entries.insert(edit.id, Entry { decision: Decision::Accepted, quote, ..Entry::default() });
    }
    group.bench_function("settle", |bench| bench.iter(|| black_box(settle(&comparison, &review, Open::Refuse))));
    group.bench_function("save", |bench| bench.iter(|| black_box(save(&review, &comparison))));
    group.finish();
}

criterion_group!(benches, stages);
criterion_main!(benches);
