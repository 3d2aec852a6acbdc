//! Any bytes are a glossary or are refused, in every format.
#![no_main]

use libfuzzer_sys::fuzz_target;
use redraft::document::Pair;
use redraft::read::read_glossary;

fuzz_target!(|bytes: &[u8]| {
    for name in ["terms.csv", "terms.tsv", "terms.tbx"] {
        for languages in [Pair::of(None, None), Pair::of(Some("en"), Some("fr"))] {
            if let Ok(glossary) = read_glossary(name, bytes, None, languages) {
                assert!(glossary.terms.iter().all(|pair| !pair.old.is_empty() && !pair.new.is_empty()));
            }
        }
    }
});
