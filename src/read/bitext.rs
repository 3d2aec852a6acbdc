//! One file that holds both wordings, segment beside segment: TMX, XLIFF, PO and two-column TSV, a file for each.

use std::ops::Range;

use super::places::Places;
use super::slot::Slot;
use super::{Options, Trouble, encoding, language, po, tmx, tsv, xliff};
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
}

impl File {
    /// The source of every segment.
    pub fn sources(&self) -> impl Iterator<Item = &str> {
        self.segments.iter().map(|segment| segment.sides.old.trim())
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
    /// Where its translation stands; `None` = the file has no place for one.
    pub slot: Option<Slot>,
}

/// Where a catalogue takes what is said of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    /// The byte of the file's text at which notes are to stand.
    pub notes: usize,
    /// What makes it fuzzy, and the byte at which that is to stand; `None` = it is fuzzy already.
    pub fuzzy: Option<(usize, &'static str)>,
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
    let bitext = assembled(
        name,
        File { format, text, origin, segments: found.segments, header: found.header },
        found.languages,
        found.notes,
    );
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
        assert_eq!(read.documents.new.notes, notes);
    }

    #[track_caller]
    fn check_trouble(name: &str, text: &str, expected: &str) {
        let format = BitextFormat::of(name).expect("a format");
        let read = read_bitext(name, text.as_bytes(), format, &Options::default(), Pair::of(None, None));
        assert_eq!(read.map(|_| ()).map_err(|trouble| trouble.of("a")), Err(expected.to_owned()));
    }

    #[test]
    fn a_file_without_a_segment_is_refused() {
        let head = "msgid \"\"\nmsgstr \"Language: de\\n\"\n";
        let files = [("a.tsv", " \n"), ("a.tsv", "\t\n"), ("a.po", head), ("a.xlf", ""), ("a.xlf", "<xliff/>")];
        for (name, text) in files.into_iter().chain([("a.tmx", "<tmx><body/></tmx>")]) {
            check_trouble(name, text, &Trouble::Empty.of("a"));
        }
    }

    #[test]
    fn two_columns() {
        check("a.tsv", "One.\tEins.\r\nTwo.\tZwei.\n", &[("One.", "Eins."), ("Two.", "Zwei.")], &[]);
        check(
            "a.tsv",
            "One.\tEins.\tnote\n\nTwo.\n",
            &[("One.", "Eins."), ("Two.", "")],
            &[
                "1 line has more than two columns (line 1:1): the rest is left out",
                "1 line has no second column (line 3:1): taken as untranslated",
            ],
        );
    }

    #[test]
    fn a_first_line_that_names_the_columns_is_no_segment() {
        let note = "the first line names the columns (line 1:1): it is no segment";
        check("a.tsv", "source\ttarget\tnote\nOne.\tEins.\n", &[("One.", "Eins.")], &[note]);
        check("a.tsv", "One.\tEins.\nsource\ttarget\n", &[("One.", "Eins."), ("source", "target")], &[]);
        let read = |languages| {
            let text = "en-GB\tde\nOne.\tEins.\n".as_bytes();
            read_bitext("a.tsv", text, BitextFormat::Tsv, &Options::default(), languages).expect("a bitext")
        };
        let bitext = read(Pair::default());
        let tags = bitext.documents.as_ref().map(|document| document.tag.as_deref());
        assert_eq!(bitext.documents.as_ref().map(|document| document.number(0)), Pair::of(1, 1));
        assert_eq!((tags, bitext.file.header.as_deref()), (Pair::of(Some("en-GB"), Some("de")), Some("en-GB\tde")));
        let said = "the file says that its translation is in de: fr is taken, as was asked";
        assert_eq!(read(Pair::of(Some("en"), Some("fr"))).documents.new.notes, [note, said]);
    }

    #[test]
    fn both_sides_of_a_unit_have_its_number() {
        let text = "One.\t\n\tZwei.\nThree.\tDrei.\n".as_bytes();
        let bitext = read_bitext("a.tsv", text, BitextFormat::Tsv, &Options::default(), Pair::default());
        let documents = bitext.expect("a bitext").documents;
        assert_eq!(documents.map(|document| document.numbers), Pair::of(vec![1, 3], vec![2, 3]));
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
            &["1 unit has no de side (line 4:1): taken as untranslated"],
        );
        check_trouble(
            "a.tmx",
            "<tmx>\n<a></b></tmx>",
            "a:2:4: expected 'a' tag, not 'b'; mend the TMX file there, or export it anew",
        );
        let memory = |units: &str| format!("<tmx><header srclang=\"EN\"/><body>{units}</body></tmx>");
        let unit = |sides: &[(&str, &str)]| {
            let side = |(tag, words): &(&str, &str)| format!("<tuv xml:lang=\"{tag}\"><seg>{words}</seg></tuv>");
            format!("<tu>{}</tu>", sides.iter().map(side).collect::<String>())
        };
        // The language that most units have is the translation's; another country's is another language where both are there.
        let units =
            unit(&[("fr", "Un."), ("en_US", "One.")]) + &unit(&[("de", "Zwei."), ("en-us", "Two."), ("de-AT", "Zwo.")]);
        let units = memory(&(units + &unit(&[("de", "Drei."), ("en-US", "Three."), ("de", "3")])));
        let notes = [
            "1 unit has no de side (line 1:34): taken as untranslated",
            "1 unit has more than one de side (line 1:261): the first is taken",
            "the memory holds fr, en_US, de, de-AT: en_US → de is shown; --old-lang and --new-lang choose",
        ];
        check("a.tmx", &units, &[("One.", ""), ("Two.", "Zwei."), ("Three.", "Drei.")], &notes);
        let lacks = "1 unit has no EN side (line 1:34): taken as added";
        check("a.tmx", &memory(&unit(&[("de", "Eins.")])), &[("", "Eins.")], &[lacks]);
        check_trouble(
            "a.tmx",
            "<tmx>\n<body>\n",
            "a:2:7: it ends here, before its first element is closed; mend the TMX file there, or export it anew",
        );
        check_trouble(
            "a.tmx",
            "<tmx a='&x;'/>",
            "a:1:9: unknown entity reference 'x'; mend the TMX file there, or export it anew",
        );
        let other = "a is no TMX file: its first element is xliff, not tmx; give it the ending of what it is";
        check_trouble("a.tmx", "<xliff/>", other);
        check_trouble(
            "a.tmx",
            "<tmx>\nA & B</tmx>",
            "a:2:3: this “&” begins no entity; it is written “&amp;”; mend the TMX file there, or export it anew",
        );
        let text = "a is no TMX file: it is no XML; give it the ending of what it is, or export it anew";
        check_trouble("a.tmx", "Dear all,", text);
    }

    #[test]
    fn deep_nests_and_entities_that_grow_are_no_danger() {
        let count = |text: &str, format| {
            let read = read_bitext("a", text, format, &Options::default(), Pair::of(None, None));
            read.ok().map(|bitext| bitext.segments.len())
        };
        let deep =
            |depth: usize, open: &str, inner: &str, close: &str| open.repeat(depth) + inner + &close.repeat(depth);
        let memory = |depth, open: &str, inner: &str, close: &str| {
            count(&format!("<tmx>{}</tmx>", deep(depth, open, inner, close)), BitextFormat::Tmx)
        };
        let sides = "<tuv lang=\"en\"><seg>One.</seg></tuv><tuv lang=\"de\"><seg>Eins.</seg></tuv>";
        assert_eq!(memory(200_000, "<a>", &format!("<tu>{sides}</tu>"), "</a>"), Some(1));
        // What stands in a unit, a side or a marked segment is read with it, not once more for each that it stands in.
        assert_eq!(memory(50_000, "<tu>", sides, "</tu>"), Some(1));
        assert_eq!(
            memory(1, "<tu>", &deep(50_000, "<tuv lang=\"en\"><seg>", "One.", "</seg></tuv>"), "</tu>"),
            Some(1)
        );
        let unit = "<trans-unit><source>One.</source><seg-source>";
        let nested = deep(20_000, unit, "", "</seg-source></trans-unit>");
        assert_eq!(count(&format!("<xliff>{nested}</xliff>"), BitextFormat::Xliff), Some(1));
        let entity = |number: usize| format!("<!ENTITY e{} \"{}\">", number + 1, format!("&e{number};").repeat(10));
        let bomb: String = (0..12).map(entity).collect();
        let bomb = format!("<!DOCTYPE tmx [<!ENTITY e0 \"x\">{bomb}]><tmx><tu><tuv><seg>&e12;</seg></tuv></tu></tmx>");
        assert_eq!(count(&bomb, BitextFormat::Tmx), None);
    }

    #[test]
    fn localisation_files() {
        let old = r#"<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file source-language="fr" target-language="en"><body>
<trans-unit id="1"><source>Un.</source><target>One.</target></trans-unit><group><trans-unit id="2"><source>Deux <g id="1">!</g></source></trans-unit></group></body></file></xliff>"#;
        check(
            "a.xlf",
            old,
            &[("Un.", "One."), ("Deux <g id=\"1\">!</g>", "")],
            &["1 unit has no target (line 2:81): taken as untranslated"],
        );
        let new = r#"<xliff version="2.0" srcLang="fr" trgLang="en" xmlns="urn:oasis:names:tc:xliff:document:2.0"><file id="f"><unit id="1"><segment><source>Un.</source><target>One.</target></segment><segment><source>Deux.</source><target>Two.</target></segment></unit></file></xliff>"#;
        check("a.xliff", new, &[("Un.", "One."), ("Deux.", "Two.")], &[]);
        let marked = r#"<xliff><file><trans-unit><source>Un. Deux. Trois.</source><seg-source><mrk mtype="seg" mid="1">Un.</mrk> <mrk mtype="seg" mid="2">Deux.</mrk></seg-source><target><mrk mtype="seg" mid="1">One.</mrk><mrk mtype="seg" mid="3">Three.</mrk></target></trans-unit></file></xliff>"#;
        let notes = [
            "1 unit has no source (line 1:198): taken as added",
            "1 unit has no target (line 1:106): taken as untranslated",
        ];
        check("a.sdlxliff", marked, &[("Un.", "One."), ("Deux.", ""), ("", "Three.")], &notes);
    }

    #[test]
    fn units_that_are_not_to_be_translated_are_left_out() {
        let note = ["2 units are not to be translated (the first at line 1:80): left out"];
        check(
            "a.xlf",
            "<xliff><file><trans-unit><source>Un.</source><target>One.</target></trans-unit><trans-unit translate=\"no\"><source>X-5</source></trans-unit><group translate=\"no\"><trans-unit><source>X-6</source><target/></trans-unit><trans-unit translate=\"yes\"><source>Deux.</source><target>Two.</target></trans-unit></group></file></xliff>",
            &[("Un.", "One."), ("Deux.", "Two.")],
            &note,
        );
        check(
            "a.xlf",
            "<xliff><file><unit translate=\"no\"><segment><source>X-5</source></segment></unit><unit><segment><source>Un.</source><target>One.</target></segment></unit></file></xliff>",
            &[("Un.", "One.")],
            &["1 unit is not to be translated (line 1:35): left out"],
        );
    }

    #[test]
    fn catalogues() {
        let po = "msgid \"\"\nmsgstr \"Language: de\\n\"\n\n# said\n#, fuzzy\nmsgctxt \"menu\"\nmsgid \"One \"\n\"file\"\nmsgid_plural \"%d \\\"files\\\"\"\nmsgstr[0] \"Eine\"\nmsgstr[1] \"%d\"\n\n#~ msgid \"old\"\n#~ msgstr \"alt\"\n";
        check(
            "a.po",
            po,
            &[("One file", "Eine"), ("%d \"files\"", "%d")],
            &["1 entry is fuzzy (line 7:1)", "1 obsolete entry is left out (line 13:1)"],
        );
        check_trouble("a.po", "msgid \"x", "a:1:7: there is no text in quotes; mend the PO file there");
        check_trouble(
            "a.po",
            "msgid \"x\"\nwhat\n",
            "a:2:1: neither a keyword nor a text in quotes stands here; mend the PO file there",
        );
        // What is said of an obsolete entry is not said of the next.
        check(
            "a.po",
            "# gone\n#, fuzzy\n#~ msgctxt \"x\"\n#~ msgid \"old\"\n#~ msgstr \"alt\"\n\nmsgid \"One\"\nmsgstr \"Eins\"\n",
            &[("One", "Eins")],
            &["1 obsolete entry is left out (line 4:1)"],
        );
        check_trouble(
            "a.po",
            "msgid \"One\"\n#~ msgid \"old\"\nmsgstr \"Eins\"\n",
            "a:3:1: a translation stands without its message; mend the PO file there",
        );
    }

    /// Elements in one another as the numbers say: one for each name to open it, one to close what is open, one for words.
    fn nested(names: &[&str], steps: &[usize]) -> String {
        let (mut text, mut open) = (String::new(), Vec::new());
        for step in steps {
            match names.get(step % (names.len() + 3)) {
                Some(name) => {
                    text += &format!("<{name}>");
                    open.push(name.split(' ').next().unwrap_or(name));
                }
                None if step % 2 == 0 => text += "w &amp; <ph/>",
                None => text += &open.pop().map(|name| format!("</{name}>")).unwrap_or_default(),
            }
        }
        text + &open.iter().rev().map(|name| format!("</{name}>")).collect::<String>()
    }

    fn read_and_written(text: &str, format: BitextFormat) {
        let read = |text: &[u8]| read_bitext("x", text, format, &Options::default(), Pair::of(None, None));
        if let Ok(bitext) = read(text.as_bytes()) {
            let changed = vec![Some("a <ph/> \"b\"\n&".to_owned()); bitext.segments.len()];
            let _ = super::super::rewritten(&bitext.file, &changed, &[]);
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in "(msg(id|str|ctxt|id_plural)?(\\[1\\])? ?|\"|\\\\|\n|#~?,?|fuzzy|<tu>|</tu>|<seg>|[a-z<>&;\t]|\\PC){0,40}") {
            for format in [BitextFormat::Tmx, BitextFormat::Xliff, BitextFormat::Po, BitextFormat::Tsv] {
                read_and_written(&text, format);
            }
        }

        #[test]
        fn any_nest_of_elements_is_read(steps in proptest::collection::vec(0_usize..60, 0..30)) {
            let names = ["tu", "tuv lang=\"a\"", "tuv lang=\"b\"", "seg", "header srclang=\"a\""];
            read_and_written(&format!("<tmx>{}</tmx>", nested(&names, &steps)), BitextFormat::Tmx);
            let mark = "mrk mtype=\"seg\" mid=\"1\"";
            let names = ["trans-unit", "segment", "source", "seg-source", "target", mark, "g id=\"1\""];
            read_and_written(&format!("<xliff>{}</xliff>", nested(&names, &steps)), BitextFormat::Xliff);
        }
    }
}
