//! What the sentences of one text hold, as far as another language can show it again: words, numbers, marks, borders of blocks.

use rustc_hash::FxHashMap;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_script::{Script, UnicodeScript};

use crate::document::{BlockKind, Document, TokenKind, tokens};

/// Letters of a word that count: inflected forms of one word share their beginning.
const STEM: usize = 6;
/// Words of a sentence that count: a longer one tells no more, and costs.
const WORDS: usize = 256;
/// Where one of so many sentences does not begin its block, blocks are paragraphs.
const SOME: usize = 10;
/// Forms of one stem that are kept.
const FORMS: usize = 8;

/// What a word is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Letters.
    Word,
    /// One ideograph: Chinese and Japanese words are often one or two of them.
    Ideograph,
    /// A group of digits.
    Number,
    /// Punctuation of any script, and the border of a block.
    Mark,
}

/// A word of the vocabulary of one text.
#[derive(Clone, Debug)]
pub struct Word {
    /// What it is made of.
    pub kind: Kind,
    /// The first letters, the digits or the mark.
    pub stem: String,
    /// The whole words in lower case, without accents, that begin like this.
    pub forms: Vec<String>,
    /// The sentences it stands in, ascending; no more than [`PLACES`] and one.
    pub places: Vec<u32>,
}

/// A word that stands in more sentences than this points to none of them.
pub const PLACES: usize = 4;

/// The sentences of one text as word ids and lengths.
#[derive(Debug, Default)]
pub struct Sentences {
    /// The vocabulary, by id.
    pub words: Vec<Word>,
    /// The part of all words of the text that each word of the vocabulary is, 0 to 1.
    pub shares: Vec<f32>,
    ids: Vec<u32>,
    starts: Vec<usize>,
    /// Letters and signs before each sentence, and of all.
    sums: Vec<f64>,
    /// How many blocks have begun with each sentence or before it.
    blocks: Vec<u32>,
    /// Whether blocks are paragraphs: some have several sentences.
    has_paragraphs: bool,
}

impl Sentences {
    /// Reads these sentences of a document, which are in order.
    pub fn of(document: &Document, kept: &[usize]) -> Self {
        let mut reading = Reading {
            sentences: Self { starts: vec![0], sums: vec![0.0], ..Self::default() },
            ids: FxHashMap::default(),
        };
        for block in &document.blocks {
            let at = |sentence: usize| kept.partition_point(|kept| *kept < sentence);
            for (at, sentence) in kept[at(block.sentences.start)..at(block.sentences.end)].iter().enumerate() {
                reading.sentence(document, *sentence);
                let begins = at == 0;
                let begun = reading.sentences.blocks.last().copied().unwrap_or(0);
                reading.sentences.blocks.push(begun + u32::from(begins));
                if begins && document.blocks.len() > 1 {
                    reading.border(block.kind);
                }
                reading.end();
            }
        }
        reading.shared()
    }

    /// How many sentences there are.
    pub fn count(&self) -> usize {
        self.starts.len() - 1
    }

    /// The word ids of a sentence.
    pub fn ids(&self, sentence: usize) -> &[u32] {
        &self.ids[self.starts[sentence]..self.starts[sentence + 1]]
    }

    /// How many borders of paragraphs lie between some sentences.
    pub fn borders(&self, start: usize, end: usize) -> u32 {
        if self.has_paragraphs { self.blocks[end - 1] - self.blocks[start] } else { 0 }
    }

    /// The length of some sentences in letters and signs, white space left out; never 0.
    pub fn length(&self, start: usize, end: usize) -> f64 {
        (self.sums[end] - self.sums[start]).max(1.0)
    }
}

struct Reading {
    sentences: Sentences,
    ids: FxHashMap<(Kind, String), u32>,
}

impl Reading {
    fn sentence(&mut self, document: &Document, sentence: usize) {
        let text = document.sentence(sentence);
        let length = text.chars().filter(|letter| !letter.is_whitespace()).count();
        let before = self.sentences.sums.last().copied().unwrap_or(0.0);
        self.sentences.sums.push(before + length as f64);
        for token in tokens(&document.text, document.sentences[sentence]).iter().take(WORDS) {
            let text = token.span.of(&document.text);
            match token.kind {
                TokenKind::Mark => self.add(Kind::Mark, mark(text), None),
                TokenKind::Number => self.number(text),
                TokenKind::Word => text.split(['\'', '’', '-', '‐', '‑']).for_each(|part| self.word(part)),
            }
        }
    }

    /// Groups of digits: `8,839.8`, `8.839,8` and `8 839,8` have the same.
    fn number(&mut self, text: &str) {
        let plain = any_ascii::any_ascii(text);
        for digits in plain.split(|letter: char| !letter.is_ascii_digit()).filter(|digits| !digits.is_empty()) {
            let value = digits.trim_start_matches('0');
            self.add(Kind::Number, if value.is_empty() { "0" } else { value }, None);
        }
    }

    fn word(&mut self, text: &str) {
        let form = fold(text);
        let ideographs = form.chars().filter(|letter| letter.script() == Script::Han).count();
        if ideographs == 0 {
            let end = form.char_indices().nth(STEM).map_or(form.len(), |(at, _)| at);
            return self.add(Kind::Word, &form[..end], Some(&form));
        }
        for letter in form.chars().filter(|letter| letter.script() == Script::Han) {
            let letter = letter.encode_utf8(&mut [0; 4]).to_owned();
            self.add(Kind::Ideograph, &letter, Some(&letter));
        }
        if form.chars().nth(1).is_some() {
            self.add(Kind::Word, &form, Some(&form));
        }
    }

    /// That a block of a kind begins here.
    fn border(&mut self, kind: BlockKind) {
        self.add(Kind::Mark, "¶", None);
        if kind != BlockKind::Paragraph {
            self.add(Kind::Mark, kind.name(), None);
        }
    }

    fn add(&mut self, kind: Kind, stem: &str, form: Option<&str>) {
        // A token may be many words: `a-a-a-…`.
        let begun = self.sentences.starts.last().map_or(0, |start| self.sentences.ids.len() - start);
        if stem.is_empty() || begun >= 2 * WORDS {
            return;
        }
        let words = &mut self.sentences.words;
        let id = *self.ids.entry((kind, stem.to_owned())).or_insert_with(|| {
            words.push(Word { kind, stem: stem.to_owned(), forms: Vec::new(), places: Vec::new() });
            self.sentences.shares.push(0.0);
            words.len() as u32 - 1
        });
        let word = &mut words[id as usize];
        if let Some(form) =
            form.filter(|form| word.forms.len() < FORMS && !word.forms.iter().any(|known| known == form))
        {
            word.forms.push(form.to_owned());
        }
        let sentence = self.sentences.starts.len() as u32 - 1;
        if word.places.len() <= PLACES && word.places.last() != Some(&sentence) {
            word.places.push(sentence);
        }
        self.sentences.shares[id as usize] += 1.0;
        self.sentences.ids.push(id);
    }

    fn end(&mut self) {
        self.sentences.starts.push(self.sentences.ids.len());
    }

    /// The sentences, with counts turned into parts of all.
    fn shared(mut self) -> Sentences {
        let all = self.sentences.ids.len() as f32 + 1.0;
        self.sentences.shares.iter_mut().for_each(|share| *share /= all);
        let blocks = self.sentences.blocks.last().copied().unwrap_or(0) as usize;
        // A sentence that is cut in two by mistake makes no paragraph of a line.
        self.sentences.has_paragraphs = self.sentences.blocks.len() - blocks > self.sentences.blocks.len() / SOME;
        self.sentences
    }
}

/// Lower case without accents.
pub fn fold(word: &str) -> String {
    word.chars().flat_map(char::to_lowercase).nfkd().filter(|letter| !is_combining_mark(*letter)).collect()
}

/// The mark that stands for all of its kind in any script.
fn mark(text: &str) -> &str {
    match text.chars().next().unwrap_or(' ') {
        '。' | '．' | '｡' | '։' | '।' | '።' | '။' => ".",
        '，' | '、' | '،' | '､' | '՝' => ",",
        '？' | '؟' | '՞' | ';' => "?",
        '！' | '՜' => "!",
        '：' => ":",
        '；' | '؛' => ";",
        '“' | '”' | '„' | '«' | '»' | '「' | '」' | '『' | '』' | '‘' | '’' | '\'' | '‹' | '›' | '‚' | '《' | '》'
        | '＂' => "\"",
        '（' | '[' | '【' | '〔' | '［' => "(",
        '）' | ']' | '】' | '〕' | '］' => ")",
        '–' | '—' | '―' | '‒' | '−' => "-",
        '％' => "%",
        _ => text,
    }
}
