//! Bytes to [`Document`]: the encoding, then the format, a file for each.

use std::fmt;

use crate::document::{Block, BlockKind, Document, Origin, Span};

mod encoding;
mod language;
mod lines;
mod markdown;
mod plain;

/// The formats that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Plain text: blank lines part blocks.
    Plain,
    /// Markdown (CommonMark with tables and footnotes).
    Markdown,
    /// One line for one sentence; empty lines part blocks.
    Lines,
}

/// What is said of a file beforehand.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The format; by the name's ending where nothing is said.
    pub format: Option<Format>,
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
    /// No encoding has this name.
    UnknownEncoding(String),
    /// No language has this code.
    UnknownLanguage(String),
}

impl fmt::Display for Trouble {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Binary => {
                write!(out, "is no text; save it as plain text or Markdown first, or name its encoding with --encoding")
            }
            Self::UnknownEncoding(name) => write!(
                out,
                "can't be read as “{name}”, which is no encoding's name; try utf-8, utf-16le or windows-1251"
            ),
            Self::UnknownLanguage(code) => {
                write!(out, "can't be in the language “{code}”; name it by two letters, such as en or ru")
            }
        }
    }
}

impl std::error::Error for Trouble {}

/// Reads a text. `name` is shown, and its ending tells the format where the options do not.
pub fn read(name: &str, bytes: &[u8], options: &Options) -> Result<Document, Trouble> {
    let (text, origin) = encoding::decode(bytes, options.encoding.as_deref())?;
    let language = match &options.language {
        Some(code) => Some(language::known(code).ok_or_else(|| Trouble::UnknownLanguage(code.clone()))?),
        None => language::detect(&text),
    };
    let parts = match options.format.unwrap_or_else(|| format_of(name)) {
        Format::Plain => plain::parts(&text),
        Format::Markdown => markdown::parts(&text),
        Format::Lines => lines::parts(&text),
    };
    Ok(Document { name: name.to_owned(), origin, language, blocks: parts.blocks, sentences: parts.sentences, text })
}

/// Writes a text in the encoding that a file came in, with its byte-order mark; nothing where a character is missing in it.
pub fn encode(text: &str, origin: &Origin) -> Option<Vec<u8>> {
    encoding::encode(text, origin)
}

fn format_of(name: &str) -> Format {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    if ["md", "markdown", "mkd"].iter().any(|known| ending.eq_ignore_ascii_case(known)) {
        Format::Markdown
    } else {
        Format::Plain
    }
}

/// Blocks and sentences while they are gathered.
#[derive(Debug, Default)]
struct Parts {
    blocks: Vec<Block>,
    sentences: Vec<Span>,
}

impl Parts {
    /// Adds a block of running prose, cut into sentences; nothing where the span is white space.
    fn prose(&mut self, text: &str, kind: BlockKind, span: Span) {
        self.block(kind, crate::document::sentence::sentences(text, span));
    }

    /// Adds a block whose span is one sentence.
    fn whole(&mut self, text: &str, kind: BlockKind, span: Span) {
        self.cells(text, kind, &[span]);
    }

    /// Adds a block of sentences that are given by their spans.
    fn cells(&mut self, text: &str, kind: BlockKind, spans: &[Span]) {
        let mut sentences = Vec::new();
        for span in spans {
            crate::document::sentence::push(&mut sentences, text, 0, span.start, span.end);
        }
        self.block(kind, sentences);
    }

    fn block(&mut self, kind: BlockKind, sentences: Vec<Span>) {
        let start = self.sentences.len();
        self.sentences.extend(sentences);
        if self.sentences.len() > start {
            self.blocks.push(Block { kind, sentences: start..self.sentences.len() });
        }
    }
}

/// The lines of a text as spans without their ends (LF, CRLF, CR, U+2028, U+2029), in order.
fn lines_of(text: &str) -> impl Iterator<Item = Span> {
    let mut at = 0;
    std::iter::from_fn(move || {
        if at >= text.len() {
            return None;
        }
        let bytes = &text.as_bytes()[at..];
        let is_end = |at: &usize| bytes[*at] != 0xE2 || matches!(bytes.get(at + 1..at + 3), Some([0x80, 0xA8 | 0xA9]));
        let length = memchr::memchr3_iter(b'\n', b'\r', 0xE2, bytes).find(is_end).unwrap_or(bytes.len());
        let end = match bytes.get(length) {
            Some(b'\r') if bytes.get(length + 1) == Some(&b'\n') => 2,
            Some(b'\r' | b'\n') => 1,
            Some(_) => 3,
            None => 0,
        };
        let line = Span::new(at, at + length);
        at += length + end;
        Some(line)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Blocks parted by ` ¶ `, sentences by ` | `.
    fn check(name: &str, text: &str, expected: &str) {
        let document = read(name, text.as_bytes(), &Options::default()).unwrap();
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
        let options = Options { format: Some(Format::Lines), ..Options::default() };
        let document = read("-", b"a. b.\n\nc\nd\n", &options).unwrap();
        assert_eq!((document.blocks.len(), document.sentences.len()), (2, 3));
    }

    fn holds(document: &Document) -> Result<(), TestCaseError> {
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
            next = block.sentences.end;
        }
        prop_assert_eq!(next, document.sentences.len());
        Ok(())
    }

    proptest! {
        #[test]
        fn the_invariants_of_documents_hold(text in "([a-zA-Zä。！.?! \n\r\t#*>|`~_\\-0-9()\\[\\]:։；…“”\u{200b}\u{2028}]|\\PC){0,80}") {
            for format in [Format::Plain, Format::Markdown, Format::Lines] {
                let options = Options { format: Some(format), ..Options::default() };
                if let Ok(document) = read("x", text.as_bytes(), &options) {
                    holds(&document)?;
                }
            }
        }

        #[test]
        fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            if let Ok(document) = read("x.md", &bytes, &Options::default()) {
                holds(&document)?;
            }
        }
    }
}
