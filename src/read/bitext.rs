//! One file that holds both wordings, segment beside segment: TMX, XLIFF, PO and two-column TSV, a file for each.

use std::ops::Range;

use super::places::Places;
use super::slot::Slot;
use super::{Options, Trouble, encoding, language, po, tmx, tsv, xliff};
use crate::document::told::Told;
use crate::document::{Block, BlockKind, Document, Origin, Pair, Side, Span, Unit, lines};

/// The formats that hold both sides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BitextFormat {
    /// Translation Memory eXchange 1.4.
    Tmx,
    /// XML Localisation Interchange File Format 1.2 and 2.x.
    Xliff,
    /// Portable Object, of GNU gettext.
    Po,
    /// A source, a tab and a translation a line.
    Tsv,
}

impl BitextFormat {
    /// The format that a file's name tells by its ending.
    pub fn of(name: &str) -> Option<Self> {
        let (_, ending) = name.rsplit_once('.')?;
        match ending.to_ascii_lowercase().as_str() {
            "tmx" => Some(Self::Tmx),
            "xlf" | "xliff" | "sdlxliff" | "mxliff" => Some(Self::Xliff),
            "po" | "pot" => Some(Self::Po),
            "tsv" | "tab" => Some(Self::Tsv),
            _ => None,
        }
    }

    /// How a segment is named that begins in this line, from 1.
    fn place(self, segment: &Segment, line: usize) -> String {
        match (self, segment.name.as_str()) {
            (Self::Tmx | Self::Xliff, "") => String::new(),
            (Self::Tmx | Self::Xliff, name) => format!("unit {name}"),
            (Self::Po, context) if !context.is_empty() => format!("line {line}, {context}"),
            (Self::Po | Self::Tsv, _) => format!("line {line}"),
        }
    }

    /// Whether it is XML.
    pub const fn is_xml(self) -> bool {
        matches!(self, Self::Tmx | Self::Xliff)
    }
}

/// A file that holds both sides, as two documents.
#[derive(Debug)]
pub struct Bitext {
    /// The source and the translation: a block a segment, each one sentence, empty sides left out. What is to be said of the file stands
    /// with the translation.
    pub documents: Pair<Document>,
    /// The blocks of every segment, in order; a range is empty where that side is.
    pub segments: Vec<Pair<Range<usize>>>,
    /// The file, for its translations to be put into.
    pub file: File,
}

/// A file that holds both sides, as it was read.
#[derive(Debug)]
pub struct File {
    /// Its format.
    pub format: BitextFormat,
    /// Its text.
    pub(super) text: String,
    /// How it came in.
    pub(super) origin: Origin,
    /// Its segments.
    pub(super) segments: Vec<Segment>,
    /// The row that names its columns, where it is a table that has one.
    pub header: Option<String>,
    /// Whether it holds more languages than the two that were read.
    pub has_others: bool,
}

impl File {
    /// The source of every segment, and what the file tells of it.
    pub fn sources(&self) -> impl Iterator<Item = (&str, &Told)> {
        self.segments.iter().map(|segment| (segment.sides.old.trim(), &segment.told))
    }
}

/// A segment before it has a place in a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Segment {
    /// The words of both sides.
    pub sides: Pair<String>,
    /// What the file calls its unit, or the context that it gives; empty where it says nothing.
    pub name: String,
    /// The byte of the file's text at which it begins.
    pub at: usize,
    /// Where comments of ours may be put before it; `None` = nowhere.
    pub head: Option<Head>,
    /// What else the file tells of it.
    pub told: Told,
    /// Where its translation stands; `None` = the file has no place for one.
    pub slot: Option<Slot>,
}

/// Where a catalogue takes what is said of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// The byte of the file's text at which notes are to stand.
    pub notes: usize,
    /// What makes it fuzzy, and the byte at which that is to stand; `None` = it is fuzzy already.
    pub fuzzy: Option<(usize, &'static str)>,
    /// What makes it fuzzy now, and its former message; nothing where it is not fuzzy.
    pub fuzzy_now: Vec<Span>,
}

/// What a format's reader found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The segments, in order.
    pub segments: Vec<Segment>,
    /// The row that names the columns of a table.
    pub header: Option<String>,
    /// The languages as the file names them.
    pub languages: Pair<Option<String>>,
    /// Whether the file holds more languages than these two.
    pub has_others: bool,
    /// What is to be said of the file.
    pub notes: Vec<String>,
}

/// Reads a file that holds both sides. `languages` names those that are asked for; else the file tells, or the words do.
pub fn read_bitext(
    name: &str,
    bytes: impl Into<Vec<u8>>,
    format: BitextFormat,
    options: &Options,
    languages: Pair<Option<&str>>,
) -> Result<Bitext, Trouble> {
    let bytes = bytes.into();
    let label = options.encoding.clone().or_else(|| declared(format, &bytes));
    let (text, origin) = encoding::decode_strictly(bytes, label.as_deref())?;
    if text.trim().is_empty() {
        return Err(Trouble::Empty);
    }
    let mut found = match format {
        BitextFormat::Tmx => tmx::segments(&text, languages)?,
        BitextFormat::Xliff => xliff::segments(&text)?,
        BitextFormat::Po => po::segments(&text, origin.encoding)?,
        BitextFormat::Tsv => tsv::segments(&text),
    };
    if format != BitextFormat::Tmx {
        for side in [Side::Old, Side::New] {
            let Some(code) = languages[side] else { continue };
            language::known(primary(code)).ok_or_else(|| Trouble::UnknownLanguage(code.to_owned()))?;
            let named = found.languages[side].replace(code.to_owned());
            let what = if side == Side::Old { "source" } else { "translation" };
            let is_other = |tag: &String| !primary(tag).eq_ignore_ascii_case(primary(code));
            let said = |tag| format!("the file says that its {what} is in {tag}: {code} is taken, as was asked");
            found.notes.extend(named.filter(is_other).map(said));
        }
    }
    let Found { segments, header, has_others, .. } = found;
    let file = File { format, text, origin, segments, header, has_others };
    let bitext = assembled(name, file, found.languages, found.notes);
    let is_empty = |segment: &Pair<Range<usize>>| segment.old.is_empty() && segment.new.is_empty();
    if bitext.segments.iter().all(is_empty) { Err(Trouble::Empty) } else { Ok(bitext) }
}

/// The encoding that an XML declaration or the head of a catalogue names, where the bytes can be read so far.
fn declared(format: BitextFormat, bytes: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(4_096)]);
    let value = match format {
        BitextFormat::Tsv => return None,
        BitextFormat::Po => head.split_once("charset=")?.1,
        BitextFormat::Tmx | BitextFormat::Xliff => {
            let declaration = head.strip_prefix("<?xml")?.split_once("?>")?.0;
            declaration.split_once("encoding")?.1.trim_start_matches([' ', '=', '"', '\''])
        }
    };
    let name = value.split(|letter: char| !letter.is_ascii_alphanumeric() && !"-_.:".contains(letter)).next()?;
    // A template does not say its encoding yet; UTF-16 is told by its bytes.
    (!name.is_empty() && name != "CHARSET" && !name.to_ascii_lowercase().starts_with("utf-16")).then(|| name.to_owned())
}

/// `de` of `de-CH`.
pub fn primary(tag: &str) -> &str {
    tag.split(['-', '_']).next().unwrap_or(tag)
}

fn assembled(name: &str, file: File, languages: Pair<Option<String>>, mut notes: Vec<String>) -> Bitext {
    let mut documents = languages.map(|tag| Document {
        name: name.to_owned(),
        origin: file.origin.clone(),
        language: tag.as_deref().and_then(|tag| language::known(primary(tag))),
        tag,
        unit: Unit::Block,
        is_half: true,
        ..Document::default()
    });
    let mut empty = Places::default();
    let mut segments = Vec::with_capacity(file.segments.len());
    let starts: Vec<usize> = lines(&file.text).map(|line| line.start).collect();
    for (segment, number) in file.segments.iter().zip(1..) {
        let old = add(&mut documents.old, &segment.sides.old);
        let blocks = Pair::of(old, add(&mut documents.new, &segment.sides.new));
        if blocks.old.is_empty() && blocks.new.is_empty() {
            empty.add(segment.at);
        }
        let place = file.format.place(segment, starts.partition_point(|start| *start <= segment.at));
        documents.old.places.extend(blocks.old.clone().map(|_| place.clone()));
        documents.new.places.extend(blocks.new.clone().map(|_| place.clone()));
        documents.old.told.extend(blocks.old.clone().map(|_| segment.told.clone()));
        documents.new.told.extend(blocks.new.clone().map(|_| segment.told.clone()));
        documents.old.numbers.extend(blocks.old.clone().map(|_| number));
        documents.new.numbers.extend(blocks.new.clone().map(|_| number));
        // The tools of gettext take a catalogue for broken where the sides differ in this.
        for side in [Side::Old, Side::New].into_iter().filter(|_| file.format == BitextFormat::Po) {
            let words = &segment.sides[side];
            let breaks = [words.starts_with('\n'), words.ends_with('\n')];
            documents[side].breaks.extend(blocks[side].clone().map(|_| breaks));
        }
        segments.push(blocks);
    }
    notes.extend(empty.said(&file.text, "unit is empty on both sides|units are empty on both sides", "left out"));
    for document in [&mut documents.old, &mut documents.new] {
        if document.tag.is_none() {
            document.language = language::detect(&document.text);
        }
    }
    documents.new.notes = notes;
    Bitext { documents, segments, file }
}

/// Adds a segment's words as a block; the blocks it makes: one, or none where there are no words.
pub(super) fn add(document: &mut Document, words: &str) -> Range<usize> {
    let before = document.blocks.len();
    let start = document.text.len();
    document.text.push_str(words);
    document.blocks.extend(Block::new(&document.text, BlockKind::Paragraph, Span::new(start, document.text.len())));
    if document.blocks.len() == before {
        document.text.truncate(start);
    } else {
        document.text.push_str("\n\n");
    }
    before..document.blocks.len()
}

#[cfg(test)]
mod tests;
