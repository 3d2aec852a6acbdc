//! The two wordings that the command line names: found, read and compared, with the review that is kept of them.

use std::ops::Range;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Result, bail};

use super::{Mode, Reading, Unit};
use crate::compare::bitext::{Fixed, Known, notice::noticed};
use crate::compare::{self, Comparison, Detail, Progress, compare_aligned, compare_in};
use crate::document::{self, Document, Pair};
use crate::read::{self, BitextFormat, Options};
use crate::review::Review;
use crate::store::{self, Places};

/// What is compared.
#[derive(Clone, Copy, Debug)]
pub enum Named<'a> {
    /// Two files, a wording each.
    Two(Pair<&'a Path>),
    /// A file that holds both sides.
    One(&'a Path, BitextFormat),
}

impl<'a> Named<'a> {
    /// What one or two names stand for.
    pub fn of(files: &'a [PathBuf]) -> Result<Self> {
        match files {
            [old, new] if old == Path::new("-") && new == Path::new("-") => {
                bail!("only one of the wordings can come from standard input; name a file for the other")
            }
            [old, new] => Ok(Self::Two(Pair::of(old, new))),
            [one] => {
                if let Some(format) = BitextFormat::of(&one.to_string_lossy()).filter(|_| !one.is_dir()) {
                    return Ok(Self::One(one, format));
                }
                let (shown, both) =
                    (one.display(), "one that holds both sides (.tmx, .xlf, .xliff, .sdlxliff, .po, .tsv)");
                if one.is_dir() {
                    bail!("{shown} is a folder; name two files, or {both}");
                }
                bail!("{shown} is one wording; name the other one too, or {both}")
            }
            _ => bail!("name two files, or one that holds both sides; --help shows how"),
        }
    }

    /// The files.
    pub fn paths(self) -> Vec<&'a Path> {
        match self {
            Self::Two(paths) => vec![paths.old, paths.new],
            Self::One(path, _) => vec![path],
        }
    }

    /// Where the review is kept.
    pub fn places(self, reading: &Reading) -> Places {
        match (&reading.review, self) {
            (Some(path), _) => Places::asked(path),
            (None, Self::Two(paths)) => Places::of(paths),
            (None, Self::One(path, _)) => Places::of_one(path),
        }
    }

    /// Reads the wordings.
    pub fn read(self, reading: &Reading) -> Result<Wordings> {
        match self {
            Self::Two(paths) => two(paths, reading),
            Self::One(path, format) => one(path, format, reading),
        }
    }
}

/// Two wordings that are read and not yet compared.
#[derive(Debug)]
pub struct Wordings {
    /// The two.
    pub documents: Pair<Document>,
    /// What they are to each other.
    pub mode: compare::Mode,
    /// The file that holds both, if they come from one.
    pub held: Option<Held>,
    known: Known,
}

/// A file that holds both wordings.
#[derive(Debug)]
pub struct Held {
    /// The file, for its translations to be put into.
    pub file: read::File,
    /// Its segments, as blocks of the documents.
    pub segments: Vec<Pair<Range<usize>>>,
}

impl Wordings {
    /// Compares them. Another thread may look at the progress meanwhile.
    pub fn compared(self, detail: Detail, progress: &Progress) -> Comparison {
        if self.held.is_none() && self.mode == compare::Mode::Revision {
            return compare_in(self.documents, detail);
        }
        compare_aligned(self.documents, &self.known, self.mode, progress)
    }
}

fn two(paths: Pair<&Path>, reading: &Reading) -> Result<Wordings> {
    let read = |path: &Path, language: &Option<String>| {
        store::read_document(path, &Options { language: language.clone(), ..options(reading) })
    };
    let documents = Pair::of(read(paths.old, &reading.old_lang)?, read(paths.new, &reading.new_lang)?);
    let mode = mode(reading).unwrap_or_else(|| noticed(documents.as_ref()));
    Ok(Wordings { documents, mode, held: None, known: Known::default() })
}

/// The segments of the file are the alignment.
fn one(path: &Path, format: BitextFormat, reading: &Reading) -> Result<Wordings> {
    let languages = Pair::of(reading.old_lang.as_deref(), reading.new_lang.as_deref());
    let bitext = store::read_bitext(path, format, &options(reading), languages)?;
    let given = Fixed { beads: bitext.segments.clone(), ..Fixed::default() };
    Ok(Wordings {
        documents: bitext.documents,
        mode: mode(reading).unwrap_or(compare::Mode::Translation),
        held: Some(Held { file: bitext.file, segments: bitext.segments }),
        known: Known { given, ..Known::default() },
    })
}

fn options(reading: &Reading) -> Options {
    let unit = match reading.unit {
        Unit::Sentence => document::Unit::Sentence,
        Unit::Line => document::Unit::Line,
    };
    Options { unit, encoding: reading.encoding.clone(), ..Options::default() }
}

fn mode(reading: &Reading) -> Option<compare::Mode> {
    reading.mode.map(|mode| match mode {
        Mode::Revision => compare::Mode::Revision,
        Mode::Translation => compare::Mode::Translation,
    })
}

/// What was fixed by hand and fits the texts no more.
pub fn lost(review: &Review, comparison: &Comparison) -> Option<String> {
    let lost = review.lost(comparison);
    let first = lost.first()?;
    let what = format!("“{}” with “{}”", first.quote.old, first.quote.new);
    Some(match lost.len() {
        1 => format!("what was aligned by hand fits the texts no more and does not count: {what}"),
        many => format!("{many} beads aligned by hand fit the texts no more and do not count, as {what}"),
    })
}

/// The review that is kept, the beads that are fixed in it aligned around and its decisions put with their edits, and whether it may
/// not be written over.
pub fn kept(places: &Places, comparison: &mut Comparison) -> Result<(Review, bool)> {
    let Some(loaded) = store::load_review(places)? else { return Ok((Review::default(), false)) };
    let mut review = loaded.review;
    review.align(comparison);
    Ok((review, loaded.is_newer))
}

/// How the program ends after a comparison.
pub fn ended(comparison: &Comparison, reading: &Reading) -> ExitCode {
    ExitCode::from(u8::from(reading.exit_code && !comparison.edits.is_empty()))
}
