//! Whatever was decided, the text settles; all accepted is the new wording and all rejected the old, byte for byte.
#![no_main]

use libfuzzer_sys::fuzz_target;
use redraft::compare::{Comparison, compare};
use redraft::document::{Document, Pair};
use redraft::read::{Options, read};
use redraft::review::settle::{Open, settle};
use redraft::review::{Decision, Entry, Review};

fn document(text: &str) -> Document {
    let options = Options { encoding: Some("utf-8".to_owned()), ..Options::default() };
    read("draft.md", text.as_bytes(), &options).unwrap_or_default()
}

fn decided(comparison: &Comparison, letters: &[u8]) -> Review {
    let mut review = Review::default();
    for (edit, letter) in comparison.edits.iter().zip(letters.iter().cycle()) {
        let decision = match letter % 5 {
            0 => Decision::Open,
            1 => Decision::Accepted,
            2 => Decision::Rejected,
            3 => Decision::Reworded("third\u{1b}".to_owned()),
            _ => Decision::SentBack("why".to_owned()),
        };
        review.entries.insert(edit.id, Entry { decision, ..Entry::default() });
    }
    review
}

fuzz_target!(|given: (&str, &str, &[u8])| {
    let comparison = compare(Pair::of(document(given.0), document(given.1)));
    let text = |letters: &[u8], open| settle(&comparison, &decided(&comparison, letters), open);
    if !comparison.edits.is_empty() {
        assert_eq!(text(&[1], Open::Refuse).as_deref(), Ok(comparison.documents.new.text.as_str()));
        assert_eq!(text(&[2], Open::Refuse).as_deref(), Ok(comparison.documents.old.text.as_str()));
    }
    let _ = text(given.2, Open::Old);
    let _ = text(given.2, Open::New);
});
