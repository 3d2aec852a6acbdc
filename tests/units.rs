//! What is written in a format that holds both sides can be read again, with equal segments.

use std::ops::Range;

use proptest::collection::vec;
use proptest::prelude::*;
use redraft::compare::bitext::{Fixed, Known};
use redraft::compare::{Comparison, Mode, Progress, compare, compare_aligned, compare_translation};
use redraft::document::{Document, Pair};
use redraft::read::{Bitext, BitextFormat, File, Options, Trouble, read, read_bitext, rewritten};
use redraft::review::settle::Open;
use redraft::review::{Decision, Entry, Review};
use redraft::write::units::{Unit, Units, on_one_line, units};
use redraft::write::{clean, po, tmx, tsv, xliff};

/// Text with everything that a format could stumble on.
const TEXT: &str = "([A-Za-zЖа-яä .,;:!?&<>\"'/=-]|\\]\\]>|<g id=\"1\">|&amp;|<!--|[\u{a0}\u{2028}\u{85}\r\n\t\u{1}\u{b}\u{fffe}]|\\\\|\\PC){0,30}";

fn segments(bitext: &Bitext) -> Vec<(String, String)> {
    let Pair { old, new } = &bitext.documents;
    let words = |document: &Document, blocks: &Range<usize>| {
        blocks.clone().map(|block| document.blocks[block].span.of(&document.text)).collect::<String>()
    };
    let pairs = bitext.segments.iter().map(|segment| (words(old, &segment.old), words(new, &segment.new)));
    pairs.filter(|(old, new)| !old.is_empty() || !new.is_empty()).collect()
}

/// The segments of what was written; a file without any is refused.
fn segments_again(bytes: &[u8], format: BitextFormat, expected: &[(String, String)]) -> Vec<(String, String)> {
    if !expected.is_empty() {
        return segments(&again(bytes, format));
    }
    let refused = read_bitext("a", bytes, format, &Options::default(), Pair::default()).err();
    assert_eq!(refused, Some(Trouble::Empty));
    Vec::new()
}

fn again(bytes: &[u8], format: BitextFormat) -> Bitext {
    read_bitext("a", bytes, format, &Options::default(), Pair::default())
        .unwrap_or_else(|trouble| panic!("{format:?} {trouble}: {}", String::from_utf8_lossy(bytes)))
}

/// The same on one line.
const WORDS: &str = "[a-zж&<>\"'\\\\]{1,9} ?[a-z&<\\\\]";

/// What XML can't hold is written as U+FFFD.
fn held(words: &str) -> String {
    let is_lost = |letter: char| letter < ' ' && !"\t\r\n".contains(letter) || "\u{fffe}\u{ffff}".contains(letter);
    words.trim().replace(is_lost, "\u{fffd}").trim().to_owned()
}

fn check(comparison: &Comparison, review: &Review) {
    let units = units(comparison, review, Open::New).expect("units");
    let pairs = |kept: fn(&str) -> String| -> Vec<(String, String)> {
        let of = |unit: &Unit| (kept(&unit.source), kept(unit.target.as_deref().unwrap_or("")));
        units.units.iter().map(of).collect()
    };
    let write = |write: fn(&Units, &mut Vec<u8>) -> std::io::Result<()>| {
        let mut bytes = Vec::new();
        write(&units, &mut bytes).expect("written");
        bytes
    };
    let check = |bytes: Vec<u8>, format, expected: &[(String, String)]| {
        assert_eq!(segments_again(&bytes, format, expected), expected);
    };
    let xml = pairs(held);
    check(write(|units, out| tmx::write(units, out)), BitextFormat::Tmx, &xml);
    check(write(|units, out| xliff::write(units, out)), BitextFormat::Xliff, &xml);
    check(write(|units, out| xliff::write_1_2(units, out)), BitextFormat::Xliff, &xml);
    let columns = pairs(|words| on_one_line(words).trim().to_owned());
    check(write(|units, out| tsv::write(units, None, out)), BitextFormat::Tsv, &columns);
    let messages = pairs(|words| words.trim().to_owned()).into_iter().filter(|(source, _)| !source.is_empty());
    check(write(|units, out| po::write(units, out)), BitextFormat::Po, &messages.collect::<Vec<_>>());
}

/// The decisions on the edits of a comparison, one after the other.
fn decided(comparison: &Comparison, decisions: &[(u8, String)]) -> Review {
    let mut review = Review::default();
    for (edit, (kind, words)) in comparison.edits.iter().zip(decisions.iter().cycle()) {
        let decision = match kind % 5 {
            0 => Decision::Accepted,
            1 => Decision::Rejected,
            2 => Decision::Reworded(words.clone()),
            3 => Decision::SentBack(words.clone()),
            _ => Decision::Open,
        };
        let entry = Entry { decision, comment: words.clone(), ..Entry::default() };
        review.entries.insert(edit.id, entry);
    }
    review
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn units_are_read_as_they_were_written(
        old in vec(TEXT, 0..6),
        new in vec(TEXT, 0..6),
        decisions in vec((any::<u8>(), TEXT), 1..4),
    ) {
        let document = |parts: &[String]| read("a.txt", parts.join("\n\n"), &Options::default());
        if let (Ok(old), Ok(new)) = (document(&old), document(&new)) {
            let revision = compare(Pair::of(old.clone(), new.clone()));
            check(&revision, &decided(&revision, &decisions));
            let translation = compare_translation(Pair::of(old, new), &Known::default());
            check(&translation, &decided(&translation, &decisions));
        }
    }

    #[test]
    fn a_file_takes_its_settled_translations(
        rows in vec((WORDS, WORDS), 1..6),
        decisions in vec((any::<u8>(), WORDS), 1..4),
    ) {
        let quoted = |words: &str| format!("\"{}\"", words.replace('\\', "\\\\").replace('"', "\\\""));
        let entry = |(old, new): &(String, String)| format!("msgid {}\nmsgstr {}\n\n", quoted(old), quoted(new));
        let catalogue: String = rows.iter().map(entry).collect();
        let row = |(old, new): &(String, String)| format!("{old}\t{new}\n");
        let columns: String = rows.iter().map(row).collect();
        let (comparison, ..) = compared(again(columns.as_bytes(), BitextFormat::Tsv));
        let written = units(&comparison, &Review::default(), Open::New).expect("units");
        let (mut memory, mut file) = (Vec::new(), Vec::new());
        tmx::write(&written, &mut memory).expect("written");
        xliff::write(&written, &mut file).expect("written");
        takes(columns.as_bytes(), BitextFormat::Tsv, &decisions);
        takes(catalogue.as_bytes(), BitextFormat::Po, &decisions);
        takes(&memory, BitextFormat::Tmx, &decisions);
        takes(&file, BitextFormat::Xliff, &decisions);
    }
}

/// A file compared by its own segments.
fn compared(file: Bitext) -> (Comparison, File, Vec<Pair<Range<usize>>>) {
    let known = Known { fixed: Fixed { beads: file.segments.clone() }, ..Known::default() };
    let comparison = compare_aligned(file.documents, &known, Mode::Translation, &Progress::default());
    (comparison, file.file, file.segments)
}

/// A file in which the settled translations were put has them, and nothing else changed.
fn takes(bytes: &[u8], format: BitextFormat, decisions: &[(u8, String)]) {
    let (comparison, file, segments) = compared(again(bytes, format));
    let review = decided(&comparison, decisions);
    let beads = clean::segments(&comparison, &review, Open::New, &segments).expect("settled").expect("beads");
    let changed = clean::translations(&comparison, &beads);
    let settled = again(&rewritten(&file, &changed, &po::said(&beads, true)).expect("a file"), format);
    let units = units(&comparison, &review, Open::New).expect("units").units;
    let words = |unit: Unit| (unit.source, unit.target.unwrap_or_default().trim().to_owned());
    assert_eq!(self::segments(&settled), units.into_iter().map(words).collect::<Vec<_>>());
    assert_eq!(rewritten(&file, &vec![None; segments.len()], &[]).expect("a file"), bytes, "nothing changed");
}
