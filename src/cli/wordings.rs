//! The two wordings that the command line names: found, read and compared, with the review that is kept of them.

use std::ops::Range;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Result, bail};

use super::{Grain, Mode, Reading, Unit, said};
use crate::compare::bitext::{Fixed, Known, notice::noticed};
use crate::compare::stale::stale;
use crate::compare::{self, Comparison, Detail, EditKind, Progress, compare_aligned, compare_in, compare_sources};
use crate::document::{self, Document, Pair, Side};
use crate::read::{self, BitextFormat, Options};
use crate::review::{Loaded, Review, recut};
use crate::store::{self, Places};

/// What is compared.
#[derive(Clone, Copy, Debug)]
pub enum Named<'a> {
    /// Two files, a wording each.
    Two(Pair<&'a Path>),
    /// A file that holds both sides.
    One(&'a Path, BitextFormat),
    /// Two such files: two versions of a translation.
    Versions(Pair<(&'a Path, BitextFormat)>),
    /// An older and a newer source, and the translation of the older one.
    Moved(Pair<&'a Path>, &'a Path),
}

impl<'a> Named<'a> {
    /// What one or two names stand for.
    pub fn of(files: &'a [PathBuf], reading: &'a Reading) -> Result<Self> {
        let all = files.iter().chain(&reading.translation);
        if all.filter(|path| *path == Path::new("-")).count() > 1 {
            bail!("only one of the wordings can come from standard input; name a file for the other");
        }
        match files {
            [old, new] => match &reading.translation {
                Some(translation) => Self::moved(Pair::of(old, new), translation),
                None => Self::two(Pair::of(old, new)),
            },
            [_] if reading.translation.is_some() => bail!("name the older and the newer source of the translation"),
            [one] => {
                if let Some(format) = format_of(one) {
                    return Ok(Self::One(one, format));
                }
                let (shown, both) =
                    (one.display(), "one that holds both sides (.tmx, .xlf, .xliff, .sdlxliff, .mxliff, .po, .tsv)");
                if one.is_dir() {
                    bail!("{shown} is a folder; name two files, or {both}");
                }
                store::must_exist(one)?;
                bail!("{shown} is one wording; name the other one too, or {both}")
            }
            _ => bail!("name two files, or one that holds both sides; --help shows how"),
        }
    }

    fn two(paths: Pair<&'a Path>) -> Result<Self> {
        let (bitext, text) = match (format_of(paths.old), format_of(paths.new)) {
            (Some(old), Some(new)) => return Ok(Self::Versions(Pair::of((paths.old, old), (paths.new, new)))),
            (None, None) => return Ok(Self::Two(paths)),
            (Some(_), None) => (paths.old, paths.new),
            (None, Some(_)) => (paths.new, paths.old),
        };
        let (bitext, text) = (bitext.display(), text.display());
        bail!(
            "{bitext} holds both sides, and {text} is one wording: open {bitext} by itself, or beside another such file"
        )
    }

    fn moved(sources: Pair<&'a Path>, translation: &'a Path) -> Result<Self> {
        match [sources.old, sources.new, translation].into_iter().find(|path| format_of(path).is_some()) {
            Some(path) => bail!(
                "{} holds both sides; --translation takes the sources and the translation as texts of their own",
                path.display()
            ),
            None => Ok(Self::Moved(sources, translation)),
        }
    }

    /// The files.
    pub fn paths(self) -> Vec<&'a Path> {
        match self {
            Self::Two(paths) => vec![paths.old, paths.new],
            Self::Versions(Pair { old, new }) => vec![old.0, new.0],
            Self::One(path, _) => vec![path],
            Self::Moved(sources, translation) => vec![sources.old, sources.new, translation],
        }
    }

    /// The files, and the glossary that is asked for.
    pub fn inputs(self, reading: &'a Reading) -> impl Iterator<Item = &'a Path> {
        self.paths().into_iter().chain(reading.glossary.as_deref())
    }

    /// Reads the wordings again, if all that was named can be: the end of a pipe is no wording without words.
    pub fn read_again(self, reading: &Reading) -> Result<Wordings> {
        self.inputs(reading).try_for_each(store::readable_again)?;
        self.read(reading)
    }

    /// Where the review of these wordings is kept.
    pub fn places(self, reading: &Reading, wordings: &Wordings) -> Places {
        let asked = reading.review.as_deref().map(Places::asked);
        asked.unwrap_or_else(|| Places::of(&self.paths(), wordings.chosen_languages()))
    }

    /// Reads the wordings.
    pub fn read(self, reading: &Reading) -> Result<Wordings> {
        match self {
            Self::Two(paths) => two(paths, reading),
            Self::One(path, format) => one(path, format, reading),
            Self::Versions(files) => versions(files, reading),
            Self::Moved(sources, translation) => moved(sources, translation, reading),
        }
    }
}

/// The format of a file that holds both sides, as its name tells it.
fn format_of(path: &Path) -> Option<BitextFormat> {
    BitextFormat::of(&path.to_string_lossy()).filter(|_| !path.is_dir())
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
    moved: Option<Moved>,
    known: Known,
    /// What is to be said of what was read beside them.
    notes: Vec<String>,
}

/// What a translation of an older source is held against.
#[derive(Debug)]
struct Moved {
    sources: Pair<Document>,
    /// The review of the translation and the older source.
    review: Option<Review>,
}

/// A file that holds both wordings.
#[derive(Debug)]
pub struct Held {
    /// The file, for its translations to be put into.
    pub file: read::File,
    /// Its segments, as blocks of the documents.
    pub segments: Vec<Pair<Range<usize>>>,
    /// The language of its sources, as a tag of BCP 47, where these are not the old wording.
    pub source_tag: Option<String>,
}

impl Wordings {
    /// The languages that were chosen of files that hold more.
    fn chosen_languages(&self) -> Option<Pair<&str>> {
        self.held.as_ref().filter(|held| held.file.has_others)?;
        Some(self.documents.as_ref().map(|document| document.language_tag().unwrap_or("und")))
    }

    /// Compares them; and what is to be said of what was known beforehand. Another thread may look at the progress meanwhile.
    pub fn compared(self, detail: Detail, progress: &Progress) -> (Comparison, Vec<String>) {
        let Self { documents, mode, moved, known, mut notes, .. } = self;
        let comparison = match moved {
            Some(moved) => moved.stale(compare_aligned(documents, &known, mode, progress), &mut notes),
            None if known.given.beads.is_empty() && mode == compare::Mode::Revision => compare_in(documents, detail),
            None => compare_aligned(documents, &known, mode, progress),
        };
        (comparison, notes)
    }
}

impl Moved {
    /// What of a translation is stale. It was aligned with the older source as the review of these two says.
    fn stale(self, mut translated: Comparison, notes: &mut Vec<String>) -> Comparison {
        if let Some(mut review) = self.review {
            review.align(&mut translated);
            notes.extend(lost(&review, &translated));
        }
        stale(compare_sources(self.sources), translated)
    }
}

fn two(paths: Pair<&Path>, reading: &Reading) -> Result<Wordings> {
    let mut documents = Pair::of(
        document(paths.old, paths.new, reading, Side::Old)?,
        document(paths.new, paths.old, reading, Side::New)?,
    );
    let said = said::of_two(documents.as_ref(), reading);
    add_notes(&mut documents, said);
    documents.new.notes.extend(said::of_one_file(paths));
    let mode = mode(reading).unwrap_or_else(|| noticed(documents.as_ref()));
    if mode == compare::Mode::Translation {
        add_unknown_languages(&mut documents);
    }
    let (known, notes) = known_in(mode, documents.as_ref(), reading)?;
    Ok(Wordings { documents, mode, held: None, moved: None, known, notes })
}

fn add_notes(documents: &mut Pair<Document>, said: Pair<Vec<String>>) {
    documents.old.notes.extend(said.old);
    documents.new.notes.extend(said.new);
}

fn add_unknown_languages(documents: &mut Pair<Document>) {
    let unknown = said::unknown_languages(documents.as_ref()).map(|note| note.into_iter().collect());
    add_notes(documents, unknown);
}

/// The segments of the file are the alignment.
fn one(path: &Path, format: BitextFormat, reading: &Reading) -> Result<Wordings> {
    let languages = Pair::of(reading.old_lang.as_deref(), reading.new_lang.as_deref());
    let mut bitext = store::read_bitext(path, format, &options(reading), languages)?;
    let said = said::contradictions(bitext.documents.as_ref(), reading);
    let unknown = said::unknown_languages_of_one(bitext.documents.as_ref());
    bitext.documents.new.notes.extend([said.old, said.new].into_iter().flatten().chain(unknown));
    let (known, notes) = known(bitext.documents.as_ref(), reading)?;
    let given = Fixed { beads: bitext.segments.clone() };
    Ok(Wordings {
        documents: bitext.documents,
        mode: mode(reading).unwrap_or(compare::Mode::Translation),
        held: Some(Held { file: bitext.file, segments: bitext.segments, source_tag: None }),
        moved: None,
        known: Known { given, ..known },
        notes,
    })
}

/// The translations of two files, as two drafts of one; their units are the alignment.
fn versions(files: Pair<(&Path, BitextFormat)>, reading: &Reading) -> Result<Wordings> {
    let read = |(path, format), language: &Option<String>| {
        store::read_bitext(path, format, &options(reading), Pair::of(None, language.as_deref()))
    };
    let mut found = read::versions(read(files.old, &reading.old_lang)?, read(files.new, &reading.new_lang)?);
    let said = said::contradictions(found.documents.as_ref(), reading);
    let of_one = said::of_one_file(files.map(|(path, _)| path));
    found.documents.new.notes.extend([said.old, said.new, of_one].into_iter().flatten());
    let mode = mode(reading).unwrap_or_else(|| noticed(found.documents.as_ref()));
    let (known, notes) = known_in(mode, found.documents.as_ref(), reading)?;
    Ok(Wordings {
        documents: found.documents,
        mode,
        held: Some(Held {
            file: found.file,
            segments: found.segments,
            source_tag: (mode == compare::Mode::Revision).then(|| found.source_tag.unwrap_or_else(|| "und".to_owned())),
        }),
        moved: None,
        known: Known { given: Fixed { beads: found.units }, ..known },
        notes,
    })
}

fn moved(sources: Pair<&Path>, translation: &Path, reading: &Reading) -> Result<Wordings> {
    let (old, new) = (
        document(sources.old, sources.new, reading, Side::Old)?,
        document(sources.new, sources.old, reading, Side::Old)?,
    );
    let mut documents = Pair::of(old.clone(), document(translation, sources.new, reading, Side::New)?);
    let said = said::of_a_translation(documents.as_ref(), reading);
    add_notes(&mut documents, said);
    add_unknown_languages(&mut documents);
    let (known, mut notes) = known(documents.as_ref(), reading)?;
    notes.extend(reading.glossary.as_ref().map(|_| said::of_unchecked_terms(sources.new, translation)));
    let review = store::load_review(&Places::of(&[sources.old, translation], None))?.map(|kept| kept.review);
    let moved = Some(Moved { sources: Pair::of(old, new), review });
    Ok(Wordings { documents, mode: compare::Mode::Translation, held: None, moved, known, notes })
}

/// A wording. Standard input has no name to tell its format by: it is in that of the file beside it.
fn document(path: &Path, beside: &Path, reading: &Reading, side: Side) -> Result<Document> {
    let language = if side == Side::Old { reading.old_lang.clone() } else { reading.new_lang.clone() };
    let format = (path == Path::new("-")).then(|| read::Format::of(&beside.to_string_lossy()));
    store::read_document(path, &Options { language, format, ..options(reading) })
}

/// The same as [`known`], of two texts whatever they are to each other.
fn known_in(mode: compare::Mode, documents: Pair<&Document>, reading: &Reading) -> Result<(Known, Vec<String>)> {
    if mode == compare::Mode::Translation {
        return known(documents, reading);
    }
    // What is wrong in the settings is said though two drafts need none of them.
    let (_, mut notes) = store::config()?;
    notes.extend(reading.glossary.as_ref().map(|_| "the glossary is for translations: not used here".to_owned()));
    Ok((Known::default(), notes))
}

/// What is known beforehand of a translation: the glossary that is asked for or set, and which checks are off; and what is to be said of it.
fn known(documents: Pair<&Document>, reading: &Reading) -> Result<(Known, Vec<String>)> {
    let (config, mut notes) = store::config()?;
    let mut known = Known { off: config.off, ..Known::default() };
    let Some(path) = reading.glossary.clone().or(config.glossary.map(PathBuf::from)) else {
        return Ok((known, notes));
    };
    let glossary =
        store::read_glossary(&path, reading.encoding.as_deref(), documents.map(|document| document.language))?;
    if let (Some(_), true, Some(note)) = (&reading.glossary, glossary.terms.is_empty(), glossary.notes.first()) {
        bail!("{}: {note}", path.display());
    }
    // One that is set for all translations need not be about each of them.
    let idle = reading.glossary.as_ref().and_then(|_| said::of_glossary(&glossary.terms, documents));
    known.glossary = glossary.terms;
    let name = path.display().to_string();
    notes.extend(glossary.notes.into_iter().chain(idle).map(|note| format!("{name}: {note}")));
    Ok((known, notes))
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
/// not be written over. The edits are cut as they were when it was saved, or, but for those that are decided, as the command line says.
pub fn kept(places: &Places, reading: &Reading, comparison: &mut Comparison) -> Result<(Review, bool)> {
    let loaded = load(places, comparison)?;
    let is_newer = loaded.as_ref().is_some_and(|loaded| loaded.is_newer);
    let mut review = Review::default();
    if let Some(loaded) = loaded {
        review = loaded.review;
        if !loaded.cut.own.is_empty() && comparison.mode == compare::Mode::Revision {
            // What was taken up stands unchanged, where not every sentence may have been looked at.
            comparison.cut = loaded.cut;
            comparison.align_around(|_| Fixed::default());
        } else if loaded.cut != comparison.cut {
            comparison.recut(loaded.cut);
        }
        review.align(comparison);
    }
    if let Some(grain) = grain(reading).filter(|grain| *grain != comparison.cut.grain) {
        recut::recut(comparison, &mut review, grain);
    }
    Ok((review, is_newer))
}

/// The review that is kept of these two. One that is kept under the name of a file of more languages is of them if any of its decisions has
/// its edit here.
fn load(places: &Places, comparison: &mut Comparison) -> Result<Option<Loaded>> {
    let Some(former) = places.former() else { return store::load_review(places) };
    let loaded = store::load_review(&former)?;
    let is_own = |loaded: &Loaded| comparison.edits.iter().any(|edit| loaded.review.entries.contains_key(&edit.id));
    if loaded.as_ref().is_some_and(is_own) {
        return Ok(loaded);
    }
    let shown = former.newest().map(|path| path.display().to_string()).unwrap_or_default();
    let note = format!("no decision of the review {shown} is about these two languages: it is not used here");
    comparison.documents.new.notes.push(note);
    Ok(None)
}

fn grain(reading: &Reading) -> Option<compare::Grain> {
    reading.grain.map(|grain| match grain {
        Grain::Word => compare::Grain::Word,
        Grain::Auto => compare::Grain::Auto,
        Grain::Phrase => compare::Grain::Phrase,
        Grain::Sentence => compare::Grain::Sentence,
    })
}

/// How the program ends after a comparison.
pub fn ended(comparison: &Comparison, reading: &Reading) -> ExitCode {
    // A sentence that was only taken up is no difference.
    let tells = comparison.edits.iter().any(|edit| edit.kind != EditKind::Own || !edit.flags.is_empty());
    ExitCode::from(u8::from(reading.exit_code && tells))
}
