//! One side of an edit as the rules see it: its words, and the sentence around them.

use std::borrow::Cow;
use std::cell::OnceCell;

use rustc_hash::FxHashSet;

use super::lists::{Entry, Lists};
use super::phrase::{Found, find};
use super::topics::Topics;
use crate::document::{Span, Token, TokenKind, tokens};

/// How far numbers, dates and references reach beyond an edit, in bytes.
const NEAR: usize = 60;
/// How far a clause reaches.
const FAR: usize = 400;
/// How far a sentence is looked at. Few are longer, and no rule may cost more than that for each edit of a text without stops.
const SENTENCE: usize = 2_000;

/// One side of an edit.
#[derive(Debug)]
pub struct Side<'a> {
    /// The whole text.
    pub text: &'a str,
    /// The edit.
    pub edit: Span,
    /// The sentences around it; empty where this side has none.
    pub bead: Span,
    /// The word lists.
    pub lists: &'static Lists,
    /// The words, numbers and marks of the edit.
    pub words: Vec<Word<'a>>,
    /// What they may be about.
    pub topics: Topics,
    /// How many of them are words and numbers.
    size: usize,
    /// The listed phrases among them.
    pub found: Vec<Found>,
    near: OnceCell<Vec<Word<'a>>>,
    around: OnceCell<Vec<Word<'a>>>,
}

/// A word, number or mark.
#[derive(Clone, Debug)]
pub struct Word<'a> {
    /// As it is written.
    pub text: &'a str,
    /// In lower case, with `'` for every apostrophe.
    pub lower: Cow<'a, str>,
    /// What it is.
    pub kind: TokenKind,
    /// Where it stands.
    pub span: Span,
    /// What the lists say of it.
    pub entry: Option<&'static Entry>,
    /// What it may be about.
    pub topics: Topics,
}

impl Word<'_> {
    /// Whether it begins with a capital.
    pub const fn is_capitalised(&self) -> bool {
        self.topics.has(Topics::CAPITAL)
    }

    /// Whether it is in capitals: `US` is not `us`.
    pub fn is_capitals(&self) -> bool {
        self.text.len() > 1
            && self.text.chars().nth(1).is_some()
            && !self.text.chars().any(char::is_lowercase)
            && self.text.chars().any(char::is_uppercase)
    }
}

impl<'a> Side<'a> {
    /// Reads one side, of which some tokens may be known.
    pub fn of(text: &'a str, known: &[Token], edit: Span, bead: Span, lists: &'static Lists) -> Self {
        let words = match covering(known, edit) {
            Some(tokens) => listed(text, tokens, lists),
            None => words(text, edit, lists),
        };
        let (topics, size) = summed(&words);
        let found = find(&words, || next_word(text, edit.end, lists));
        Self { text, edit, bead, lists, words, topics, size, found, near: OnceCell::new(), around: OnceCell::new() }
    }

    /// The words of the edit as they are shown.
    pub fn shown(&self) -> &'a str {
        self.edit.of(self.text).trim()
    }

    /// The same without the words in some spans, which are in order, for a side that is whole sentences.
    pub fn without(mut self, spans: &[Span]) -> Self {
        if spans.is_empty() {
            return self;
        }
        let is_in = |word: &Word<'_>| {
            let next = spans.get(spans.partition_point(|span| span.end <= word.span.start));
            next.is_some_and(|span| span.start < word.span.end)
        };
        self.words.retain(|word| !is_in(word));
        (self.topics, self.size) = summed(&self.words);
        self.found = find(&self.words, || None);
        (self.near, self.around) = (OnceCell::from(self.words.clone()), OnceCell::from(self.words.clone()));
        self
    }

    /// Whether this side has words around the edit; not so where whole sentences came or went.
    pub const fn stands(&self) -> bool {
        !self.bead.is_empty()
    }

    /// Whether there is a word in the edit that may be about one of these topics and counts.
    pub fn any(&self, topics: Topics, counts: impl Fn(&Word<'_>) -> bool) -> bool {
        self.topics.has(topics) && self.words.iter().any(|word| word.topics.has(topics) && counts(word))
    }

    /// How many words and numbers the edit has.
    pub const fn size(&self) -> usize {
        self.size
    }

    /// Whether a number stands beside a word, or a word for one before it.
    pub fn stands_by_number(&self, word: &Word<'_>) -> bool {
        if self.text[word.span.end..]
            .trim_start_matches([' ', '\u{a0}'])
            .starts_with(|next: char| next.is_ascii_digit())
        {
            return true;
        }
        self.stands_behind_number(word)
    }

    /// Whether a number, or a word for one, stands right before a word.
    pub fn stands_behind_number(&self, word: &Word<'_>) -> bool {
        let before = before(self.text, word.span.start).trim_end_matches([' ', '-', '\u{a0}', '\n']);
        let before = before.rsplit([' ', '\n', '\u{a0}']).next().unwrap_or("");
        let is_number =
            |word: &str| self.lists.entry(&lower(word)).is_some_and(|entry| entry.number.or(entry.scale).is_some());
        // `30 (thirty) days`
        let before = before.trim_matches(['(', ')']);
        before.bytes().any(|byte| byte.is_ascii_digit()) || !before.is_empty() && before.split('-').any(is_number)
    }

    /// Whether a word is a blank to be filled in, or a mark of reference: `[NAME]`, `[CITATION]`.
    pub fn is_blank(&self, word: &Word<'_>) -> bool {
        word.is_capitals() && self.text[..word.span.start].ends_with('[') && self.text[word.span.end..].starts_with(']')
    }

    /// Whether the edit has such a blank.
    pub fn has_blank(&self) -> bool {
        self.words.iter().any(|word| self.is_blank(word))
    }

    /// Whether the edit covers some of this span.
    pub const fn touches(&self, span: Span) -> bool {
        span.start < self.edit.end && self.edit.start < span.end
    }

    /// The word behind the edit.
    pub fn next(&self) -> Option<Word<'a>> {
        next_word(self.text, self.edit.end, self.lists)
    }

    /// Some words behind a place.
    pub fn words_behind(&self, at: usize) -> Vec<Word<'a>> {
        words_behind(self.text, at, self.lists)
    }

    /// The sentences around the edit, or the edit where this side has none.
    fn whole(&self) -> Span {
        if self.bead.is_empty() { self.edit } else { self.bead.to(self.edit) }
    }

    /// The sentences around the edit, as much of them as counts.
    pub fn sentence(&self) -> &'a str {
        self.sentence_span().of(self.text)
    }

    /// Where that stands.
    pub fn sentence_span(&self) -> Span {
        self.window(SENTENCE)
    }

    /// The words of the clauses around the edit.
    pub fn around(&self) -> &[Word<'a>] {
        self.within(FAR, &self.around)
    }

    /// Some words before and behind the edit and those in it, within its sentences.
    pub fn near(&self) -> &[Word<'a>] {
        self.within(NEAR, &self.near)
    }

    /// Those of them that stand before the edit.
    pub fn near_before(&self) -> &[Word<'a>] {
        &self.near()[..self.place().0]
    }

    /// Where the edit stands among them: its first word, and the one behind its last.
    pub fn place(&self) -> (usize, usize) {
        let near = self.near();
        let first = near.partition_point(|word| word.span.end <= self.edit.start);
        (first, near.partition_point(|word| word.span.start < self.edit.end).max(first))
    }

    fn within<'b>(&'b self, reach: usize, cell: &'b OnceCell<Vec<Word<'a>>>) -> &'b [Word<'a>] {
        if let Some(words) = cell.get() {
            return words;
        }
        let window = self.window(reach);
        // Most often so where sentences come and go as a whole.
        if window == self.edit {
            return &self.words;
        }
        cell.get_or_init(|| {
            let mut around = words(self.text, Span::new(window.start, self.edit.start), self.lists);
            around.extend_from_slice(&self.words);
            around.append(&mut words(self.text, Span::new(self.edit.end, window.end), self.lists));
            around
        })
    }

    /// The edit with so many bytes of its sentences on both sides, cut between words.
    fn window(&self, reach: usize) -> Span {
        let whole = self.whole();
        let mut start = self.edit.start.saturating_sub(reach).max(whole.start);
        while !self.text.is_char_boundary(start) {
            start -= 1;
        }
        if start > whole.start {
            let cut = self.text[start..self.edit.start].find(char::is_whitespace);
            start = cut.map_or(self.edit.start, |at| start + at);
        }
        let mut end = (self.edit.end + reach).min(whole.end);
        while !self.text.is_char_boundary(end) {
            end += 1;
        }
        if end < whole.end {
            let cut = self.text[self.edit.end..end].rfind(char::is_whitespace);
            end = cut.map_or(self.edit.end, |at| self.edit.end + at);
        }
        Span::new(start, end.max(start))
    }
}

/// What some words may be about, and how many are no marks.
fn summed(words: &[Word<'_>]) -> (Topics, usize) {
    words.iter().fold((Topics::default(), 0), |(topics, size), word| {
        (topics | word.topics, size + usize::from(word.kind != TokenKind::Mark))
    })
}

fn words<'a>(text: &'a str, span: Span, lists: &'static Lists) -> Vec<Word<'a>> {
    if span.is_empty() {
        return Vec::new();
    }
    listed(text, &tokens(text, span), lists)
}

/// Those of some tokens that cover a span, if they do.
fn covering(known: &[Token], span: Span) -> Option<&[Token]> {
    let start = known.partition_point(|token| token.span.start < span.start);
    let end = known.partition_point(|token| token.span.end <= span.end);
    let covering = known.get(start..end)?;
    let is_whole = covering.first()?.span.start == span.start && covering.last()?.span.end == span.end;
    is_whole.then_some(covering)
}

fn listed<'a>(text: &'a str, tokens: &[Token], lists: &'static Lists) -> Vec<Word<'a>> {
    let mut words = Vec::with_capacity(tokens.len() + 1);
    for token in tokens {
        let word = token.span.of(text);
        if token.is_plain {
            let entry = lists.entry(word);
            let topics = Topics::of_plain(word, entry, lists);
            let lower = Cow::Borrowed(word);
            words.push(Word { text: word, lower, kind: token.kind, span: token.span, entry, topics });
            continue;
        }
        each_part(text, *token, &lists.elisions, |span, kind| {
            let word = span.of(text);
            let lower = lower(word);
            let entry = lists.entry(&lower);
            let topics = match kind {
                TokenKind::Word => Topics::of_word(word, &lower, entry, lists),
                _ => Topics::of_other(word, &lower, kind, entry, lists),
            };
            words.push(Word { text: word, lower, kind, span, entry, topics });
        });
    }
    words
}

/// Some text before a place, enough for the word there or an address.
pub fn before(text: &str, at: usize) -> &str {
    const REACH: usize = 200;
    let mut start = at.saturating_sub(REACH);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    &text[start..at]
}

/// The word that follows a place.
fn next_word<'a>(text: &'a str, at: usize, lists: &'static Lists) -> Option<Word<'a>> {
    words_behind(text, at, lists).into_iter().next()
}

fn words_behind<'a>(text: &'a str, at: usize, lists: &'static Lists) -> Vec<Word<'a>> {
    const REACH: usize = 40;
    let mut end = (at + REACH).min(text.len());
    while !text.is_char_boundary(end) {
        end += 1;
    }
    words(text, Span::new(at, end), lists)
}

/// The words of a phrase as the rules see them.
pub fn parts<'a>(phrase: &'a str, elisions: &FxHashSet<String>) -> Vec<&'a str> {
    let mut parts = Vec::new();
    for token in tokens(phrase, Span::new(0, phrase.len())) {
        each_part(phrase, token, elisions, |span, _| parts.push(span.of(phrase)));
    }
    parts
}

/// The parts of a token: elided words apart (`l’accord` is two), and without the underscores of Markdown around them.
fn each_part(text: &str, token: Token, elisions: &FxHashSet<String>, mut push: impl FnMut(Span, TokenKind)) {
    let word = token.span.of(text);
    let is_whole =
        token.kind != TokenKind::Word || elisions.is_empty() && !word.starts_with('_') && !word.ends_with('_');
    if is_whole {
        return push(token.span, token.kind);
    }
    let bare = word.trim_matches('_');
    if bare.is_empty() {
        return push(token.span, TokenKind::Mark);
    }
    let start = token.span.start + (word.len() - word.trim_start_matches('_').len());
    let cut = elided(bare, elisions);
    if cut > 0 {
        push(Span::new(start, start + cut), TokenKind::Word);
    }
    push(Span::new(start + cut, start + bare.len()), TokenKind::Word);
}

/// How many bytes of a word are an elided one before it: 3 of `qu’elle`.
fn elided(word: &str, elisions: &FxHashSet<String>) -> usize {
    if elisions.is_empty() {
        return 0;
    }
    let Some((at, sign)) = word.char_indices().find(|(_, letter)| matches!(letter, '\'' | '’')) else { return 0 };
    if elisions.contains(&*lower(&word[..at])) { at + sign.len_utf8() } else { 0 }
}

/// A word in lower case, with `'` for every apostrophe.
pub fn lower(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
        return Cow::Borrowed(word);
    }
    if word.is_ascii() {
        return Cow::Owned(word.to_ascii_lowercase());
    }
    let lower = word.to_lowercase();
    Cow::Owned(if lower.contains('’') { lower.replace('’', "'") } else { lower })
}
