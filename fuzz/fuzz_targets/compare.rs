//! Any two texts are compared; edits keep their order, and every output is written.
#![no_main]

use libfuzzer_sys::fuzz_target;
use redraft::compare::compare;
use redraft::document::{Document, Pair};
use redraft::read::{Options, read};
use redraft::review::Review;
use redraft::write::{json, summary, text};

fn document(text: &str) -> Document {
    let options = Options { encoding: Some("utf-8".to_owned()), ..Options::default() };
    read("draft.md", text.as_bytes(), &options).unwrap_or_default()
}

fuzz_target!(|texts: (&str, &str)| {
    let comparison = compare(Pair::of(document(texts.0), document(texts.1)));
    for bead in &comparison.beads {
        let mut at = Pair::of(0, 0);
        for edit in &comparison.edits[bead.edits.clone()] {
            assert!(edit.spans.old.start >= at.old && edit.spans.new.start >= at.new);
            at = edit.spans.map(|span| span.end);
        }
    }
    let review = Review::default();
    let mut out = Vec::new();
    json::write(&comparison, &review, &mut out).expect("memory");
    text::write(&comparison, &review, &mut out).expect("memory");
    summary::write(&comparison, &review, &mut out).expect("memory");
});
