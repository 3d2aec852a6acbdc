//! Any bytes are read or refused, in every format, and what is read keeps the invariants of documents.
#![no_main]

use libfuzzer_sys::fuzz_target;
use redraft::document::Unit;
use redraft::read::{Format, Options, read};

fuzz_target!(|bytes: &[u8]| {
    for (format, unit) in
        [(Format::Plain, Unit::Sentence), (Format::Markdown, Unit::Sentence), (Format::Plain, Unit::Line)]
    {
        let options = Options { format: Some(format), unit, ..Options::default() };
        let Ok(mut document) = read("draft", bytes, &options) else { continue };
        document.cut(|_| false);
        let mut at = 0;
        for span in &document.sentences {
            assert!(span.start >= at && span.end > span.start);
            assert!(document.text[at..span.start].chars().all(char::is_whitespace));
            at = span.end;
        }
        assert!(document.text[at..].chars().all(char::is_whitespace));
    }
});
