//! Any bytes are read or refused, in every format, and what is read keeps the invariants of documents.
#![no_main]

use libfuzzer_sys::fuzz_target;
use redraft::document::quoted::{Fuzzy, Said};
use redraft::document::{Pair, Unit};
use redraft::read::{BitextFormat, Format, Options, read, read_bitext, rewritten};

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
    for format in [BitextFormat::Tmx, BitextFormat::Xliff, BitextFormat::Po, BitextFormat::Tsv] {
        let Ok(bitext) = read_bitext("draft", bytes, format, &Options::default(), Pair::default()) else { continue };
        let changed = vec![Some("<a> & \"b\"".to_owned()); bitext.segments.len()];
        for fuzzy in [Fuzzy::Made, Fuzzy::Gone] {
            let said = Said { comments: vec!["# said".to_owned()], fuzzy };
            let _ = rewritten(&bitext.file, &changed, &vec![said; changed.len()]);
        }
    }
});
