//! Any text is a review or is refused; what was read is written and read again the same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use redraft::compare::compare;
use redraft::document::Pair;
use redraft::read::{Options, read};
use redraft::review::{load, save};

fuzz_target!(|text: &str| {
    let Ok(loaded) = load(text) else { return };
    let document = |text: &str| read("a.txt", text.as_bytes(), &Options::default()).unwrap_or_default();
    let comparison = compare(Pair::of(document("It shall be.\n"), document("It may be.\n")));
    let again = load(&save(&loaded.review, &comparison)).expect("what we wrote");
    assert!(again.review.entries.len() <= loaded.review.entries.len());
});
