//! One file that holds both wordings, segment beside segment: TMX, XLIFF, PO and two-column TSV, a file for each.

use std::ops::Range;

use super::{Options, Trouble, encoding, language, po, tmx, tsv, xliff};
use crate::document::{Block, BlockKind, Document, Origin, Pair, Side, Span, Unit};

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
}

/// A file that holds both sides, as two documents.
#[derive(Debug)]
pub struct Bitext {
    /// The source and the translation: a block a segment, each one sentence, empty sides left out.
    pub documents: Pair<Document>,
    /// The blocks of every segment, in order; a range is empty where that side is.
    pub segments: Vec<Pair<Range<usize>>>,
    /// What is to be said of the file: what was left out, taken as empty or chosen.
    pub notes: Vec<String>,
}

/// A segment before it has a place in a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Segment {
    /// The words of both sides.
    pub sides: Pair<String>,
}

/// What a format's reader found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The segments, in order.
    pub segments: Vec<Segment>,
    /// The languages as the file names them.
    pub languages: Pair<Option<String>>,
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
    let label = options.encoding.clone().or_else(|| declared(&bytes));
    let (text, origin) = encoding::decode(bytes, label.as_deref())?;
    let found = match format {
        BitextFormat::Tmx => tmx::segments(&text, languages)?,
        BitextFormat::Xliff => xliff::segments(&text)?,
        BitextFormat::Po => po::segments(&text)?,
        BitextFormat::Tsv => tsv::segments(&text)?,
    };
    let mut known = Pair::of(None, None);
    for side in [Side::Old, Side::New] {
        known[side] = match languages[side] {
            Some(code) => Some(language::known(code).ok_or_else(|| Trouble::UnknownLanguage(code.to_owned()))?),
            None => found.languages[side].as_deref().and_then(|tag| language::known(primary(tag))),
        };
    }
    Ok(assembled(name, &origin, known, found))
}

/// The encoding that an XML declaration names, where the bytes can be read so far.
fn declared(bytes: &[u8]) -> Option<String> {
    let start = bytes.get(..bytes.len().min(200))?;
    let head = String::from_utf8_lossy(start);
    let declaration = head.strip_prefix("<?xml")?.split_once("?>")?.0;
    let value = declaration.split_once("encoding")?.1.trim_start_matches([' ', '=']);
    let name = value.get(1..)?.split(['"', '\'']).next()?;
    (!name.eq_ignore_ascii_case("utf-8") && !name.to_ascii_lowercase().starts_with("utf-16")).then(|| name.to_owned())
}

/// `de` of `de-CH`.
fn primary(tag: &str) -> &str {
    tag.split(['-', '_']).next().unwrap_or(tag)
}

fn assembled(name: &str, origin: &Origin, languages: Pair<Option<&'static str>>, found: Found) -> Bitext {
    let mut documents = languages.map(|language| Document {
        name: name.to_owned(),
        origin: origin.clone(),
        language,
        unit: Unit::Block,
        ..Document::default()
    });
    let segments = found.segments.iter().map(|segment| {
        let old = add(&mut documents.old, &segment.sides.old);
        Pair::of(old, add(&mut documents.new, &segment.sides.new))
    });
    let segments = segments.collect();
    for document in [&mut documents.old, &mut documents.new] {
        document.language = document.language.or_else(|| language::detect(&document.text));
    }
    Bitext { documents, segments, notes: found.notes }
}

/// Adds a segment's words as a block; the blocks it makes: one, or none where there are no words.
fn add(document: &mut Document, words: &str) -> Range<usize> {
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
mod tests {
    use super::*;

    #[track_caller]
    pub fn check(name: &str, text: &str, segments: &[(&str, &str)], notes: &[&str]) {
        let format = BitextFormat::of(name).expect("a format");
        let none = Pair::of(None, None);
        let read = read_bitext(name, text.as_bytes(), format, &Options::default(), none).expect("a bitext");
        let words = |document: &Document, blocks: &Range<usize>| {
            blocks.clone().map(|block| document.blocks[block].span.of(&document.text).to_owned()).collect::<String>()
        };
        let Pair { old, new } = &read.documents;
        let found: Vec<(String, String)> =
            read.segments.iter().map(|segment| (words(old, &segment.old), words(new, &segment.new))).collect();
        let found: Vec<(&str, &str)> = found.iter().map(|(old, new)| (old.as_str(), new.as_str())).collect();
        assert_eq!(found, segments);
        assert_eq!(read.notes, notes);
    }

    #[track_caller]
    fn check_trouble(name: &str, text: &str, expected: &str) {
        let format = BitextFormat::of(name).expect("a format");
        let read = read_bitext(name, text.as_bytes(), format, &Options::default(), Pair::of(None, None));
        assert_eq!(read.map(|_| ()).map_err(|trouble| trouble.to_string()), Err(expected.to_owned()));
    }

    #[test]
    fn two_columns() {
        check("a.tsv", "One.\tEins.\r\nTwo.\tZwei.\n", &[("One.", "Eins."), ("Two.", "Zwei.")], &[]);
        check(
            "a.tsv",
            "One.\tEins.\tnote\n\nTwo.\n",
            &[("One.", "Eins."), ("Two.", "")],
            &[
                "1 line has more than two columns (line 1): the rest is left out",
                "1 line has no second column (line 3): taken as untranslated",
            ],
        );
    }

    #[test]
    fn translation_memories() {
        let tmx = r#"<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4"><header srclang="en" datatype="plaintext" segtype="sentence" adminlang="en" creationtool="x" creationtoolversion="1" o-tmf="x"/>
<body><tu><tuv xml:lang="de"><seg>Eins &amp; zwei.</seg></tuv><tuv xml:lang="en-GB"><seg>One <ph x="1"/>&amp; two.</seg></tuv></tu>
<tu><tuv xml:lang="en"><seg>Alone.</seg></tuv></tu></body></tmx>"#;
        check(
            "a.tmx",
            tmx,
            &[("One <ph x=\"1\"/>& two.", "Eins & zwei."), ("Alone.", "")],
            &["1 unit has no de side (line 4): taken as empty"],
        );
        check_trouble("a.tmx", "<tmx>\n<a></b></tmx>", "is no TMX file: expected 'a' tag, not 'b' at line 2, column 4");
        check_trouble("a.tmx", "<xliff/>", "is no TMX file: its first element is xliff");
    }

    #[test]
    fn deep_nests_and_entities_that_grow_are_no_danger() {
        let deep = "<tmx>".to_owned() + &"<a>".repeat(200_000) + &"</a>".repeat(200_000) + "</tmx>";
        let read = |text: &str| {
            read_bitext("a.tmx", text, BitextFormat::Tmx, &Options::default(), Pair::of(None, None)).is_ok()
        };
        read(&deep);
        let entity = |number: usize| format!("<!ENTITY e{} \"{}\">", number + 1, format!("&e{number};").repeat(10));
        let bomb: String = (0..12).map(entity).collect();
        assert!(!read(&format!(
            "<!DOCTYPE tmx [<!ENTITY e0 \"x\">{bomb}]><tmx><tu><tuv><seg>&e12;</seg></tuv></tu></tmx>"
        )));
    }

    #[test]
    fn localisation_files() {
        let old = r#"<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file source-language="fr" target-language="en"><body>
<trans-unit id="1"><source>Un.</source><target>One.</target></trans-unit><group><trans-unit id="2"><source>Deux <g id="1">!</g></source></trans-unit></group></body></file></xliff>"#;
        check(
            "a.xlf",
            old,
            &[("Un.", "One."), ("Deux <g id=\"1\">!</g>", "")],
            &["1 unit has no target (line 2): taken as untranslated"],
        );
        let new = r#"<xliff version="2.0" srcLang="fr" trgLang="en" xmlns="urn:oasis:names:tc:xliff:document:2.0"><file id="f"><unit id="1"><segment><source>Un.</source><target>One.</target></segment><segment><source>Deux.</source><target>Two.</target></segment></unit></file></xliff>"#;
        check("a.xliff", new, &[("Un.", "One."), ("Deux.", "Two.")], &[]);
    }

    #[test]
    fn catalogues() {
        let po = "msgid \"\"\nmsgstr \"Language: de\\n\"\n\n# said\n#, fuzzy\nmsgctxt \"menu\"\nmsgid \"One \"\n\"file\"\nmsgid_plural \"%d \\\"files\\\"\"\nmsgstr[0] \"Eine\"\nmsgstr[1] \"%d\"\n\n#~ msgid \"old\"\n#~ msgstr \"alt\"\n";
        check(
            "a.po",
            po,
            &[("One file", "Eine"), ("%d \"files\"", "%d")],
            &["1 entry is fuzzy (line 7)", "1 obsolete entry is left out (line 13)"],
        );
        check_trouble("a.po", "msgid \"x", "is no PO file: line 1 has no text in quotes");
        check_trouble("a.po", "msgid \"x\"\nwhat\n", "is no PO file: line 2 is neither a keyword nor a text in quotes");
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in "(msg(id|str|ctxt|id_plural)?(\\[1\\])? ?|\"|\\\\|\n|#~?,?|fuzzy|<tu>|</tu>|<seg>|[a-z<>&;\t]|\\PC){0,40}") {
            for format in [BitextFormat::Tmx, BitextFormat::Xliff, BitextFormat::Po, BitextFormat::Tsv] {
                let _ = read_bitext("x", text.as_bytes(), format, &Options::default(), Pair::of(None, None));
            }
        }
    }
}
