//! The two wordings that the command line names: read and compared, with the review that is kept of them.

use std::path::Path;
use std::process::ExitCode;

use anyhow::{Result, bail};

use super::{Mode, Reading, Unit};
use crate::compare::bitext::{Known, notice::noticed};
use crate::compare::{self, Comparison, Detail, compare_in, compare_translation};
use crate::document::{self, Document, Pair};
use crate::read::Options;
use crate::review::Review;
use crate::store::{self, Places};

/// The review that is kept, put with its edits, and whether it may not be written over.
pub fn kept(places: &Places, comparison: &Comparison) -> Result<(Review, bool)> {
    let Some(loaded) = store::load_review(places)? else { return Ok((Review::default(), false)) };
    let mut review = loaded.review;
    review.attach(comparison);
    Ok((review, loaded.is_newer))
}

pub fn places(paths: Pair<&Path>, reading: &Reading) -> Places {
    reading.review.as_deref().map_or_else(|| Places::of(paths), Places::asked)
}

pub fn compared(paths: Pair<&Path>, reading: &Reading, detail: Detail) -> Result<Comparison> {
    if paths.old == Path::new("-") && paths.new == Path::new("-") {
        bail!("only one of the wordings can come from standard input; name a file for the other");
    }
    let read = |path: &Path, language: &Option<String>| -> Result<Document> {
        let unit = match reading.unit {
            Unit::Sentence => document::Unit::Sentence,
            Unit::Line => document::Unit::Line,
        };
        store::read_document(
            path,
            &Options { unit, encoding: reading.encoding.clone(), language: language.clone(), format: None },
        )
    };
    let documents = Pair::of(read(paths.old, &reading.old_lang)?, read(paths.new, &reading.new_lang)?);
    let mode = match reading.mode {
        Some(Mode::Revision) => compare::Mode::Revision,
        Some(Mode::Translation) => compare::Mode::Translation,
        None => noticed(documents.as_ref()),
    };
    Ok(match mode {
        compare::Mode::Revision => compare_in(documents, detail),
        compare::Mode::Translation => compare_translation(documents, &Known::default()),
    })
}

pub fn ended(comparison: &Comparison, reading: &Reading) -> ExitCode {
    ExitCode::from(u8::from(reading.exit_code && !comparison.edits.is_empty()))
}
