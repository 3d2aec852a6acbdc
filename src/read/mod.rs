//! Bytes to [`Document`]: the encoding, then the format, a file for each.

use std::fmt;

use crate::document::{Document, Origin, Unit};

mod bitext;
mod encoding;
mod escapes;
mod glossary;
mod header;
mod language;
mod markdown;
mod places;
mod plain;
mod po;
mod slot;
mod tbx;
mod tmx;
mod tsv;
mod versions;
mod xliff;
mod xml;

pub use bitext::{Bitext, BitextFormat, File, read_bitext};
pub use glossary::{Glossary, read_glossary};
pub use language::detect_plainly;
pub use slot::rewritten;
pub use versions::{Versions, versions};

/// The formats that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Plain text: blank lines part blocks.
    Plain,
    /// Markdown (CommonMark with tables and footnotes).
    Markdown,
}

impl Format {
    /// The format that a name's ending tells; plain text where it tells none.
    pub fn of(name: &str) -> Self {
        let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
        let is_markdown = ["md", "markdown", "mkd"].iter().any(|known| ending.eq_ignore_ascii_case(known));
        if is_markdown { Self::Markdown } else { Self::Plain }
    }
}

/// What is said of a file beforehand.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The format; by the name's ending where nothing is said.
    pub format: Option<Format>,
    /// What counts as a sentence; with lines for sentences, empty lines part blocks in every format.
    pub unit: Unit,
    /// The encoding's name or label; found out where nothing is said.
    pub encoding: Option<String>,
    /// The language as an ISO 639-1 code; found out where nothing is said.
    pub language: Option<String>,
}

/// Why bytes could not be read as a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// They are no text.
    Binary,
    /// They are UTF-32.
    Utf32,
    /// No encoding has this name.
    UnknownEncoding(String),
    /// No language has this code.
    UnknownLanguage(String),
    /// It is not of the format it should be: which, and what is wrong.
    Malformed(&'static str, String),
    /// What stands at a place of it, as line and column, is not of its format: where, and what is wrong.
    MalformedAt(String, String),
    /// Its bytes are not of the encoding that was named: where, as line and column, and which.
    Undecodable(String, &'static str),
    /// It holds no segment.
    Empty,
    /// It does not have the languages that are wanted.
    Languages(String),
    /// Its translations can't be put into it.
    Unwritable(String),
}

impl Trouble {
    /// The same of a file of this name, with the place where it is known: `FILE:12:5: …`.
    pub fn of(&self, name: &str) -> String {
        match self {
            Self::MalformedAt(place, _) | Self::Undecodable(place, _) => format!("{name}:{place}: {self}"),
            _ => format!("{name} {self}"),
        }
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Binary => {
                write!(out, "is no text; save it as plain text or Markdown first, or name its encoding with --encoding")
            }
            Self::Utf32 => write!(out, "is UTF-32, which is not read; save it as UTF-8 first"),
            Self::UnknownEncoding(name) => write!(
                out,
                "can't be read as “{name}”, which is no encoding's name; try utf-8, utf-16le or windows-1251"
            ),
            Self::UnknownLanguage(code) => {
                write!(out, "can't be in the language “{code}”; name it by two letters, such as en or ru")
            }
            Self::Malformed(format, what) => write!(out, "is no {format} file: {what}"),
            Self::MalformedAt(_, what) => write!(out, "{what}"),
            Self::Undecodable(_, encoding) => {
                write!(out, "these bytes are no {encoding}; name the file's encoding with --encoding")
            }
            Self::Empty => write!(
                out,
                "holds nothing to translate: no unit with a source or a translation; look whether it was written to its end"
            ),
            Self::Languages(what) => write!(out, "{what}"),
            Self::Unwritable(what) => write!(out, "can't take the settled translation: {what}"),
        }
    }
}

impl std::error::Error for Trouble {}

/// Reads a text. `name` is shown, and its ending tells the format where the options do not.
pub fn read(name: &str, bytes: impl Into<Vec<u8>>, options: &Options) -> Result<Document, Trouble> {
    let (text, origin) = encoding::decode(bytes.into(), options.encoding.as_deref())?;
    let language = match &options.language {
        Some(code) => Some(language::known(code).ok_or_else(|| Trouble::UnknownLanguage(code.clone()))?),
        None => language::detect(&text),
    };
    let blocks = match (options.unit, options.format.unwrap_or_else(|| Format::of(name))) {
        (Unit::Line, _) => plain::paragraphs(&text),
        (_, Format::Plain) => plain::blocks(&text),
        (_, Format::Markdown) => markdown::blocks(&text),
    };
    let name = name.to_owned();
    Ok(Document { name, origin, language, unit: options.unit, blocks, text, ..Document::default() })
}

/// Writes a text in the encoding that a file came in, with its byte-order mark; or the first character that is missing in it.
pub fn encode(text: &str, origin: &Origin) -> Result<Vec<u8>, char> {
    encoding::encode(text, origin)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Blocks parted by ` ¶ `, sentences by ` | `.
    fn check(name: &str, text: &str, expected: &str) {
        let mut document = read(name, text.as_bytes(), &Options::default()).unwrap();
        document.cut(|_| false);
        let blocks: Vec<String> = document
            .blocks
            .iter()
            .map(|block| {
                let sentences: Vec<&str> = block.sentences.clone().map(|index| document.sentence(index)).collect();
                format!("{}: {}", block.kind.name(), sentences.join(" | "))
            })
            .collect();
        assert_eq!(blocks.join(" ¶ "), expected);
    }

    #[test]
    fn plain_text_has_paragraphs_and_items() {
        check("a.txt", "One two.\nThree.\n\nFour.", "paragraph: One two. | Three. ¶ paragraph: Four.");
        check("a.txt", "List:\r\n- one\r\n- two\r\n", "paragraph: List: ¶ list item: - one ¶ list item: - two");
        check("a.txt", "1. First.\r2. Second.", "list item: 1. First. ¶ list item: 2. Second.");
        check("a.txt", " \n\n", "");
    }

    #[test]
    fn markdown_has_all_kinds() {
        check(
            "a.md",
            "# Title\n\nText. More.\n\n- one\n- two\n\n> Said.\n\n| a | b |\n|---|---|\n| c | d |\n\n```\nx\ny\n```\n",
            "heading: # Title ¶ paragraph: Text. | More. ¶ list item: - one ¶ list item: - two ¶ quotation: > Said. ¶ table row: | a | | b | ¶ code: |---|---| ¶ table row: | c | | d | ¶ code: ``` | x | y | ```",
        );
    }

    #[test]
    fn one_line_is_one_sentence_where_asked() {
        let options = Options { unit: Unit::Line, ..Options::default() };
        let mut document = read("-", b"a. b.\n\nc\nd\n", &options).unwrap();
        document.cut(|_| false);
        assert_eq!((document.blocks.len(), document.sentences.len()), (2, 3));
    }

    fn holds(mut document: Document) -> Result<(), TestCaseError> {
        document.cut(|_| false);
        let mut at = 0;
        for span in &document.sentences {
            prop_assert!(span.start >= at && span.end > span.start, "in order");
            let between = document.text.get(at..span.start);
            prop_assert!(
                between.is_some_and(|gap| gap.chars().all(char::is_whitespace)),
                "only white space between: {between:?}"
            );
            let words = document.sentence(document.sentences.partition_point(|s| s.start < span.start));
            prop_assert_eq!(words.trim(), words);
            at = span.end;
        }
        prop_assert!(document.text[at..].chars().all(char::is_whitespace));
        let mut next = 0;
        for block in &document.blocks {
            prop_assert_eq!(block.sentences.start, next);
            prop_assert!(block.sentences.end > next);
            prop_assert_eq!(document.cover(&block.sentences), block.span);
            prop_assert!(block.sentences.clone().all(|sentence| document.begins_block(sentence) == (sentence == next)));
            next = block.sentences.end;
        }
        prop_assert_eq!(next, document.sentences.len());
        Ok(())
    }

    proptest! {
        #[test]
        fn the_invariants_of_documents_hold(text in "([a-zA-Zä。！.?! \n\r\t#*>|`~_\\-0-9()\\[\\]:։；…“”\u{200b}\u{2028}]|\\PC){0,80}") {
            for (format, unit) in [(Format::Plain, Unit::Sentence), (Format::Markdown, Unit::Sentence), (Format::Plain, Unit::Line)] {
                let options = Options { format: Some(format), unit, ..Options::default() };
                if let Ok(document) = read("x", text.as_bytes(), &options) {
                    holds(document)?;
                }
            }
        }

        #[test]
        fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            if let Ok(document) = read("x.md", bytes, &Options::default()) {
                holds(document)?;
            }
        }
    }
}
