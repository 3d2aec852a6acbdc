//! A text and its parts: blocks, sentences and tokens, all of them byte ranges into one immutable text.
//!
//! Invariants that everything later leans on:
//! - spans never split a character;
//! - sentences are in order, never overlap, never start or end with white space;
//! - every character outside the blocks is white space (markers such as `- ` or `## ` belong to the first sentence of their block),
//!   and so is every character of a block outside its sentences;
//! - the sentences of a block are contiguous, and each sentence belongs to exactly one block.
//!
//! A document is read as blocks. [`Document::cut`] cuts them into sentences: a comparison does so itself, and leaves whole what nobody needs cut.

use std::ops::{Index, IndexMut, Range};

/// Two of a thing: one for the old wording, one for the new.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Pair<T> {
    /// The old wording's (in a translation: the source's).
    pub old: T,
    /// The new wording's (in a translation: the target's).
    pub new: T,
}

impl<T> Pair<T> {
    /// Both, in order.
    pub const fn of(old: T, new: T) -> Self {
        Self { old, new }
    }

    /// The same done to both.
    pub fn map<U>(self, mut change: impl FnMut(T) -> U) -> Pair<U> {
        Pair { old: change(self.old), new: change(self.new) }
    }

    /// Borrows both.
    pub const fn as_ref(&self) -> Pair<&T> {
        Pair { old: &self.old, new: &self.new }
    }

    /// The sides exchanged.
    pub fn swap(self) -> Self {
        Self { old: self.new, new: self.old }
    }
}

impl Pair<&Document> {
    /// The language by whose rules both are read. Where they are thought to be in two, it does not hang on which is the old one.
    pub fn language(self) -> Option<&'static str> {
        match (self.old.language, self.new.language) {
            (Some(old), Some(new)) => Some(old.min(new)),
            (old, new) => old.or(new),
        }
    }
}

/// One of the two wordings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Side {
    /// The old wording.
    Old,
    /// The new wording.
    New,
}

impl Side {
    /// The other one.
    pub const fn other(self) -> Self {
        match self {
            Self::Old => Self::New,
            Self::New => Self::Old,
        }
    }
}

impl<T> Index<Side> for Pair<T> {
    type Output = T;
    fn index(&self, side: Side) -> &T {
        match side {
            Side::Old => &self.old,
            Side::New => &self.new,
        }
    }
}

impl<T> IndexMut<Side> for Pair<T> {
    fn index_mut(&mut self, side: Side) -> &mut T {
        match side {
            Side::Old => &mut self.old,
            Side::New => &mut self.new,
        }
    }
}

/// A byte range in a document's text, never splitting a character.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

impl Span {
    /// From byte to byte.
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// How many bytes it covers.
    pub const fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether it covers nothing (a place between two characters).
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// As a range, for slicing.
    pub const fn range(self) -> Range<usize> {
        self.start..self.end
    }

    /// The words it covers; empty where the span is not of this text.
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or("")
    }

    /// The same without the white space at both ends.
    pub fn trimmed(self, text: &str) -> Self {
        let words = self.of(text);
        // Most spans need no second look.
        if let ([first, ..], [.., last]) = (words.as_bytes(), words.as_bytes())
            && first.is_ascii_graphic()
            && last.is_ascii_graphic()
        {
            return self;
        }
        let start = self.start + words.len() - words.trim_start().len();
        Self { start, end: start + words.trim().len() }
    }

    /// The smallest span that covers both.
    pub fn to(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BlockKind {
    /// Running prose.
    Paragraph,
    /// A heading, one sentence.
    Heading,
    /// An item of a list.
    ListItem,
    /// A quotation set apart.
    Quotation,
    /// Code, a sentence a line.
    Code,
    /// A row of a table, a sentence a cell.
    TableRow,
    /// A note at the foot.
    Footnote,
}

impl BlockKind {
    /// Its name as files and screens show it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Paragraph => "paragraph",
            Self::Heading => "heading",
            Self::ListItem => "list item",
            Self::Quotation => "quotation",
            Self::Code => "code",
            Self::TableRow => "table row",
            Self::Footnote => "footnote",
        }
    }
}

/// A paragraph, heading, list item, quotation, code block, table row or footnote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Where it stands, without the white space around it.
    pub span: Span,
    /// Its sentences, as indices into [`Document::sentences`]; empty until the document is cut, never after.
    pub sentences: Range<usize>,
}

/// What counts as a sentence of running prose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Unit {
    /// Sentences as the language ends them.
    #[default]
    Sentence,
    /// A line is a sentence, as aligned corpora have it.
    Line,
    /// A block is a sentence, as the segments of a translation memory are.
    Block,
}

/// How the text came in: what is to be said of the file, and what writing it back needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The encoding's WHATWG name, e.g. `UTF-8`, `UTF-16LE`, `windows-1251`.
    pub encoding: &'static str,
    /// Whether the encoding was guessed (neither a mark nor valid UTF-8 told it).
    pub guessed: bool,
    /// Whether the file began with a byte-order mark (not part of the text).
    pub mark: bool,
    /// The part of the encoding that was named, where it was read as a wider one that it is a part of.
    pub part: Option<EncodingPart>,
}

/// An encoding that is the beginning of a wider one, in whose place that is read: `ISO-8859-1` of windows-1252.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EncodingPart {
    /// Its own name.
    pub name: &'static str,
    /// It has no characters for the bytes from 0x80 to this one.
    pub last: u8,
}

impl Origin {
    /// The name of the encoding in which it is to be written.
    pub fn name(&self) -> &'static str {
        self.part.map_or(self.encoding, |part| part.name)
    }
}

impl Default for Origin {
    fn default() -> Self {
        Self { encoding: "UTF-8", guessed: false, mark: false, part: None }
    }
}

/// A text and its parts.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// The name to show: the file's name, or `-`.
    pub name: String,
    /// The text as read, line ends kept, byte-order mark removed.
    pub text: String,
    /// How it came in.
    pub origin: Origin,
    /// The language as an ISO 639-1 code, where it could be told.
    pub language: Option<&'static str>,
    /// The language as the file names it (a tag of BCP 47, such as `pt-BR`), where it does.
    pub tag: Option<String>,
    /// What is to be said of the file: what was left out, taken for something or chosen in reading it.
    pub notes: Vec<String>,
    /// What counts as a sentence.
    pub unit: Unit,
    /// Whether a row of a table is one sentence, so that it moves, comes and goes as a whole; else its cells are.
    pub keeps_rows: bool,
    /// Whether the other wording stands in the same file.
    pub is_half: bool,
    /// How a file that holds both sides names the unit of each block: `unit 12`, `line 7`; empty where it does not.
    pub places: Vec<String>,
    /// The number of the unit of each block in a file that holds both sides, the same on both; none in another file.
    pub numbers: Vec<usize>,
    /// Whether a line break begins and ends the words of each block, where both sides of a file must agree on that; else empty.
    pub breaks: Vec<[bool; 2]>,
    /// What a file that holds both sides tells of the unit of each block; none in another file.
    pub told: Vec<told::Told>,
    /// Its blocks, in order.
    pub blocks: Vec<Block>,
    /// Its sentences, in order; none until it is cut.
    pub sentences: Vec<Span>,
    /// The block of every sentence, by index; none until it is cut.
    pub owners: Vec<u32>,
}

impl Document {
    /// Cuts the blocks into sentences; those that `whole` names by index stay one sentence each.
    pub fn cut(&mut self, whole: impl Fn(usize) -> bool) {
        self.cut_known(|index, block, _, found| {
            let is_whole = whole(index);
            found.extend(is_whole.then_some(block.span));
            is_whole
        });
    }

    /// Cuts the blocks into sentences; those that are the same to the byte as the one that `twin` names by index, as that is cut.
    pub fn cut_as(&mut self, other: &Self, twin: impl Fn(usize) -> Option<usize>) {
        self.cut_known(|index, block, words, found| {
            let is_twin = |twin: &&Block| twin.kind == block.kind && twin.span.of(&other.text) == words;
            let Some(twin) = twin(index).and_then(|twin| other.blocks.get(twin)).filter(is_twin) else { return false };
            let Some(sentences) = other.sentences.get(twin.sentences.clone()) else { return false };
            let here = |at: usize| at - twin.span.start + block.span.start;
            found.extend(sentences.iter().map(|span| Span::new(here(span.start), here(span.end))));
            true
        });
    }

    /// Cuts the blocks into sentences, but for those whose sentences `known` adds, by index, block and words.
    fn cut_known(&mut self, known: impl Fn(usize, &Block, &str, &mut Vec<Span>) -> bool) {
        self.sentences.clear();
        self.owners.clear();
        self.sentences.reserve(self.blocks.len());
        for (index, block) in self.blocks.iter_mut().enumerate() {
            let start = self.sentences.len();
            if !known(index, block, block.span.of(&self.text), &mut self.sentences) {
                let unit = if self.keeps_rows && block.kind == BlockKind::TableRow { Unit::Block } else { self.unit };
                cut::block(&self.text, block.kind, block.span, unit, &mut self.sentences);
            }
            block.sentences = start..self.sentences.len();
            self.owners.resize(self.sentences.len(), index as u32);
        }
    }

    /// The language as a tag of BCP 47, where it is known: as the file names it, else as it was told.
    pub fn language_tag(&self) -> Option<&str> {
        self.tag.as_deref().or(self.language)
    }

    /// The words of a sentence.
    pub fn sentence(&self, index: usize) -> &str {
        self.sentences.get(index).map_or("", |span| span.of(&self.text))
    }

    /// The index of the block that a sentence belongs to.
    pub fn block_of(&self, sentence: usize) -> usize {
        self.owners.get(sentence).map_or(self.blocks.len(), |block| *block as usize)
    }

    /// The number of a block as it is shown: that of its unit in a file that holds both sides, else its own, from 1.
    pub fn number(&self, block: usize) -> usize {
        self.numbers.get(block).copied().unwrap_or(block + 1)
    }

    /// How the unit of a block is named in a file that holds both sides, where it is.
    pub fn place(&self, block: usize) -> Option<&str> {
        self.places.get(block).map(String::as_str).filter(|place| !place.is_empty())
    }

    /// Whether a block begins with this sentence.
    pub fn begins_block(&self, sentence: usize) -> bool {
        match sentence.checked_sub(1) {
            Some(before) => sentence < self.sentences.len() && self.owners[before] != self.owners[sentence],
            None => !self.sentences.is_empty(),
        }
    }

    /// What sentences of a row cover together; where the row is empty, the place before the next sentence.
    pub fn cover(&self, sentences: &Range<usize>) -> Span {
        match (self.sentences.get(sentences.start), sentences.is_empty()) {
            (Some(first), false) => first.to(self.sentences[sentences.end - 1]),
            (Some(next), true) => Span::new(next.start, next.start),
            (None, _) => Span::new(self.text.len(), self.text.len()),
        }
    }
}

impl Block {
    /// A block that is not yet cut; nothing where the span is white space. The white space around it is left out.
    pub fn new(text: &str, kind: BlockKind, span: Span) -> Option<Self> {
        let span = span.trimmed(text);
        (!span.is_empty()).then_some(Self { kind, span, sentences: 0..0 })
    }
}

/// The word for word parts of a sentence. See [`tokens`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands in the document's text.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
    /// Whether it is a word of small ASCII letters only: most are, and need no closer look.
    pub is_plain: bool,
}

/// What a token is. White space is no token: it is what lies between two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// A word, hyphenated and apostrophed ones whole.
    Word,
    /// A number, date or amount, whole: `$35,000,000`, `6.5`, `30%`.
    Number,
    /// A punctuation mark or another sign, one grapheme.
    Mark,
}

pub mod cell;
mod cut;
mod final_word;
pub mod indent;
mod parted;
pub mod quoted;
mod sentence;
mod token;
pub mod told;
pub mod visible;
pub use cut::lines;
pub use sentence::is_abbreviation;
pub use token::{is_spaceless, tokens};
