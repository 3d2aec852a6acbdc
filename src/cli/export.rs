//! Prints two wordings.

use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

use anyhow::{Result, anyhow};

use super::wordings::{Held, Named, ended, kept, lost};
use super::{Export, Open, Printed};
use crate::compare::{Comparison, Detail, Edit, Progress};
use crate::document::visible::visible;
use crate::review::beads::Settled;
use crate::review::numbering::misfit;
use crate::review::settle::is_to_be_mended;
use crate::review::{Review, settle};
use crate::write::units::{Units, of_segments, units};
use crate::{read, store, write};

/// What is said of a review of a later version.
pub const NEWER: &str = "a later version of redraft wrote the review: what this one does not know of it is left out";

/// Prints two wordings.
pub fn print(export: &Export) -> Result<ExitCode> {
    let named = Named::of(&export.files, &export.reading)?;
    // On the screen a name may be that of a review to be begun.
    export.reading.review.as_deref().map_or(Ok(()), store::must_exist)?;
    let mut wordings = named.read(&export.reading)?;
    let places = named.places(&export.reading, &wordings);
    let held = wordings.held.take();
    let detail = match export.format {
        Printed::Text | Printed::Clean | Printed::Summary => Detail::Changed,
        _ => Detail::All,
    };
    let (mut comparison, mut notes) = wordings.compared(detail, &Progress::default());
    let (review, is_newer) = kept(&places, &export.reading, &mut comparison)?;
    notes.extend(is_newer.then(|| NEWER.to_owned()));
    notes.extend(lost(&review, &comparison));
    notes.iter().for_each(|note| say(note));
    let printing = Printing { open: open(export), held, comparison: &comparison, review: &review };
    if let Some(path) = &export.output {
        let mut bytes = Vec::new();
        printing.write(export.format, &mut bytes)?;
        let inputs = named.inputs(&export.reading).chain(places.paths());
        store::write_output(path, &inputs.collect::<Vec<_>>(), export.force, &bytes)?;
    } else if io::stdout().is_terminal() {
        let mut bytes = Vec::new();
        printing.write(export.format, &mut bytes)?;
        to_standard_output(|out| Ok(out.write_all(harmless(&bytes).as_bytes())?))?;
    } else {
        to_standard_output(|out| printing.write(export.format, out))?;
    }
    if !matches!(export.format, Printed::Json | Printed::Text | Printed::Summary) {
        say_misfits(&comparison, &review, printing.open);
        say_to_be_mended(&comparison, &review);
    }
    if !matches!(export.format, Printed::Json) {
        say_notes(&comparison);
    }
    let ended = ended(&comparison, &export.reading);
    // The program ends here: the system takes its memory back at once.
    std::mem::forget(comparison);
    Ok(ended)
}

/// What is printed as a terminal may have it, which would act on what a text holds; files and pipes get the bytes as they are.
fn harmless(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes);
    let line = |line: &str| line.split('\t').map(visible).collect::<Vec<_>>().join("\t");
    text.split('\n').map(|whole| line(whole.strip_suffix('\r').unwrap_or(whole))).collect::<Vec<_>>().join("\n")
}

/// Says on standard error what is to be said of the files that were read.
pub fn say_notes(comparison: &Comparison) {
    for document in [&comparison.documents.old, &comparison.documents.new] {
        document.notes.iter().for_each(|note| say(&format!("{}: {note}", document.name)));
    }
}

/// Says on standard error which numbers do not fit what they follow from; the marked text and the summary have that in themselves.
fn say_misfits(comparison: &Comparison, review: &Review, open: settle::Open) {
    for renumbering in &comparison.numbering.all {
        if let Some(why) = misfit(comparison, review, renumbering, open) {
            say(&format!("{}: {}: {why}", comparison.documents.new.name, renumbering.name));
        }
    }
}

/// Says on standard error what of a translation is handed out though it is to be mended.
fn say_to_be_mended(comparison: &Comparison, review: &Review) {
    /// How many places are named.
    const NAMED: usize = 8;
    let is_one = |edit: &&Edit| is_to_be_mended(comparison.mode, edit, review.decision(edit.id));
    let edits: Vec<&Edit> = comparison.edits.iter().filter(is_one).collect();
    let mut places: Vec<String> = edits.iter().map(|edit| comparison.place_of_edit(edit)).collect();
    places.dedup();
    let more = places.len().saturating_sub(NAMED);
    places.truncate(NAMED);
    places.extend((more > 0).then(|| format!("and {more} more")));
    if !edits.is_empty() {
        let name = &comparison.documents.new.name;
        say(&format!("{name}: {} to be mended, as sent back or rejected: {}", edits.len(), places.join("; ")));
    }
}

/// Says something on standard error.
pub fn say(what: &str) {
    // That nobody listens is no trouble.
    let _ = writeln!(io::stderr(), "redraft: {}", visible(what));
}

/// Which words stand where nothing is decided. A text is refused then; a file that holds both sides says how far each unit has come.
fn open(export: &Export) -> settle::Open {
    match (export.open, export.format) {
        (Some(Open::Old), _) => settle::Open::Old,
        (Some(Open::New), _) => settle::Open::New,
        (Some(Open::Refuse), _) | (None, Printed::Clean) => settle::Open::Refuse,
        (None, _) => settle::Open::New,
    }
}

struct Printing<'a> {
    open: settle::Open,
    held: Option<Held>,
    comparison: &'a Comparison,
    review: &'a Review,
}

impl Printing<'_> {
    fn write(&self, format: Printed, out: &mut dyn Write) -> Result<()> {
        let Self { comparison, review, .. } = self;
        match format {
            Printed::Text => write::text::write(comparison, review, out)?,
            Printed::Json => write::json::write(comparison, review, out)?,
            Printed::Summary => write::summary::write(comparison, review, out)?,
            Printed::Clean => out.write_all(&self.clean()?)?,
            Printed::Tmx => write::tmx::write(&self.xml_units()?, out)?,
            Printed::Xliff => write::xliff::write(&self.xml_units()?, out)?,
            Printed::Xliff12 => write::xliff::write_1_2(&self.xml_units()?, out)?,
            Printed::Tsv => {
                let header = self.held.as_ref().and_then(|held| held.file.header.as_deref());
                write::tsv::write(&self.units()?, header, out)?;
            }
            Printed::Po => match self.held.as_ref().filter(|held| held.file.format == read::BitextFormat::Po) {
                Some(held) => out.write_all(&self.rewritten(held, true)?)?,
                None => self.catalogue(out)?,
            },
        }
        Ok(())
    }

    /// The settled text; of a file that holds both sides the file with the settled translations in it.
    fn clean(&self) -> Result<Vec<u8>> {
        if let Some(held) = &self.held {
            return self.rewritten(held, false);
        }
        let clean = write::clean::clean(self.comparison, self.review, self.open)?;
        Ok(read::encode(&clean.text, clean.origin).unwrap_or_else(|letter| {
            let encoding = clean.origin.name();
            say(&format!("{encoding} lacks “{letter}” of the settled text: it is written as UTF-8"));
            clean.text.into_bytes()
        }))
    }

    /// The file with the settled translations in it, and, for a catalogue, what was said of them.
    fn rewritten(&self, held: &Held, is_told: bool) -> Result<Vec<u8>> {
        let name = &self.comparison.documents.new.name;
        let segments = self.segments(held)?;
        let translations = write::clean::translations(self.comparison, &segments);
        let said = write::po::said(&segments, is_told);
        read::rewritten(&held.file, &translations, &said).map_err(|trouble| anyhow!("{name} {trouble}"))
    }

    /// The segments of the file as they are settled.
    fn segments(&self, held: &Held) -> Result<Vec<Option<Settled>>> {
        let segments = write::clean::segments(self.comparison, self.review, self.open, &held.segments)?;
        segments.ok_or_else(|| {
            let name = &self.comparison.documents.new.name;
            let by_hand = self.review.fixed.first();
            let first = by_hand.map(|bead| format!(" (“{}”)", bead.quote.old)).unwrap_or_default();
            anyhow!(
                "{name} has its segments in other groups since they were aligned by hand{first}: free them with g=, or write --format xliff, tmx or tsv"
            )
        })
    }

    /// What belongs together; of two versions of a translation the newer file's sources with what was settled.
    fn units(&self) -> Result<Units> {
        let of_version = self.held.as_ref().and_then(|held| Some((held, held.source_tag.as_deref()?)));
        Ok(match of_version {
            Some((held, tag)) => of_segments(self.comparison, tag, held.file.sources(), self.segments(held)?),
            None => units(self.comparison, self.review, self.open)?,
        })
    }

    /// A catalogue of what came from other files.
    fn catalogue(&self, out: &mut dyn Write) -> Result<()> {
        let units = self.units()?;
        match units.units.iter().filter(|unit| unit.source.is_empty()).count() {
            0 => {}
            1 => say("1 addition has no source: a catalogue can't hold it"),
            many => say(&format!("{many} additions have no source: a catalogue can't hold them")),
        }
        Ok(write::po::write(&units, out)?)
    }

    fn xml_units(&self) -> Result<Units> {
        let units = self.units()?;
        match units.lost_in_xml() {
            0 => {}
            1 => say("1 character that XML can't hold is written as U+FFFD"),
            many => say(&format!("{many} characters that XML can't hold are written as U+FFFD")),
        }
        Ok(units)
    }
}

/// Prints; that nobody reads it is no trouble.
pub fn to_standard_output(print: impl FnOnce(&mut dyn Write) -> Result<()>) -> Result<()> {
    let mut out = io::BufWriter::with_capacity(1 << 16, io::stdout().lock());
    match print(&mut out).and_then(|()| Ok(out.flush()?)) {
        Err(trouble) if is_broken_pipe(&trouble) => Ok(()),
        Err(trouble) if trouble.is::<io::Error>() => Err(trouble.context("standard output can't be written")),
        other => other,
    }
}

fn is_broken_pipe(trouble: &anyhow::Error) -> bool {
    let kind = trouble.downcast_ref::<io::Error>().map(io::Error::kind);
    let json = trouble.downcast_ref::<serde_json::Error>().and_then(serde_json::Error::io_error_kind);
    kind.or(json) == Some(io::ErrorKind::BrokenPipe)
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn a_terminal_is_given_nothing_to_act_on() {
        assert_eq!(harmless("a\tb\r\n\u{1b}[31mc\u{202e}\n".as_bytes()), "a\tb\n␛[31mc⟨U+202E⟩\n");
        assert!(!harmless(b"\xff\x1b]0;x\x07").contains(['\u{1b}', '\u{7}']));
    }
}
