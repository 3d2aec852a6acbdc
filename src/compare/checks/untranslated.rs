//! Words of the original that stand in the translation as they are: by their script, by the little words of their language, or because a
//! whole sentence is the original's, word for word.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;
use unicode_script::{Script, UnicodeScript};

use super::rendering::Rendering;
use super::stems::phrases;
use super::{Class, Finding, FlagKind};
use crate::compare::flags::lists::Lists;
use crate::compare::flags::markup::is_markup;
use crate::compare::flags::side::{Side as Words, Word};
use crate::compare::word_lists::{self, word_list};
use crate::document::{Side, Span, TokenKind};

/// A word of another script that is shorter (in letters) is a sign, an initial or a part of a name.
const SHORT: usize = 3;
/// So many words in a row are needed where only the words tell the language; …
const ROW: usize = 3;
/// … with so few of them, none may be a name.
const FEW: usize = 3;
/// Words in a row are looked for in so many places of the original.
const PLACES: usize = 16;
/// So far before and behind its own place, in bytes, a passage is looked for in the original.
const REACH: usize = 2_000;
/// So many of them must be little words of the source's language, …
const LITTLE: usize = 2;
/// … or so many where it is English, which is borrowed everywhere: `up to date`, `state of the art`.
const LITTLE_ENGLISH: usize = 3;
/// One is enough in a whole sentence, and among so many words in another script: `The Commission proposed remedies`.
const SENTENCE: usize = 4;

/// By language, as words, what every other has taken over from it.
static BORROWED: LazyLock<BTreeMap<String, Vec<Vec<String>>>> = LazyLock::new(|| {
    let files: BTreeMap<String, Vec<String>> = word_lists::read(word_list!("checks/borrowed"));
    files.into_iter().map(|(language, listed)| (language, phrases(&listed))).collect()
});

/// The passages that were left as they are.
pub fn untranslated(rendering: &Rendering<'_>) -> Vec<Finding> {
    let (Some(old), Some(new)) = (rendering.languages.old, rendering.languages.new) else { return Vec::new() };
    if old == new {
        return Vec::new();
    }
    let runs = match (script(old), script(new)) {
        (source, target) if source != target && source != Script::Latin => by_script(rendering, source),
        (source, target) => by_words(rendering, (old, new), source != target),
    };
    runs.into_iter().map(|run| finding(rendering, run)).collect()
}

/// Whether one of the passages leaves nothing else of the translation to be judged.
pub fn is_whole(rendering: &Rendering<'_>, findings: &[Finding]) -> bool {
    let words = rendering.words(Side::New).iter().filter(|word| word.kind == TokenKind::Word);
    let words: Vec<Span> = words.map(|word| word.span).collect();
    findings.iter().filter_map(|finding| finding.places.new).any(|place| {
        let first = words.partition_point(|word| word.start < place.start);
        let inside = words.partition_point(|word| word.end <= place.end).saturating_sub(first);
        inside * 5 >= words.len() * 4
    })
}

fn finding(rendering: &Rendering<'_>, span: Span) -> Finding {
    let passage = span.of(rendering.text(Side::New));
    let old = rendering.span(Side::Old);
    let source = near(rendering.written(Side::Old), span.start - rendering.span(Side::New).start, passage).map(|at| {
        let start = old.start + at;
        Span::new(start, start + passage.len())
    });
    let shown: String = passage.split_whitespace().take(6).collect::<Vec<_>>().join(" ");
    let dots = if shown.split(' ').count() < passage.split_whitespace().count() { " …" } else { "" };
    let reason = format!("“{shown}{dots}” is left as it is");
    let finding = Finding::new(FlagKind::Untranslated, Class::Substantive, reason).at(Side::New, span);
    source.map_or(finding.clone(), |source| finding.at(Side::Old, source))
}

/// Where a passage stands near a place of a text.
fn near(text: &str, at: usize, passage: &str) -> Option<usize> {
    let border = |at: usize| (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    let (start, end) = (border(at.saturating_sub(REACH)), border(at + passage.len() + REACH));
    text[start..end].find(passage).map(|found| start + found)
}

/// The script that a language is written in.
fn script(language: &str) -> Script {
    match language {
        "ru" | "uk" | "be" | "bg" => Script::Cyrillic,
        "el" => Script::Greek,
        "hy" => Script::Armenian,
        "ka" => Script::Georgian,
        "he" => Script::Hebrew,
        "ar" | "fa" => Script::Arabic,
        "hi" => Script::Devanagari,
        "th" => Script::Thai,
        "ko" => Script::Hangul,
        "zh" | "ja" => Script::Han,
        _ => Script::Latin,
    }
}

/// Words in the source's script. One word alone in brackets or quotes is the original of a name or term.
fn by_script(rendering: &Rendering<'_>, source: Script) -> Vec<Span> {
    let words = rendering.words(Side::New);
    let text = rendering.text(Side::New);
    let is_foreign = |word: &Word<'_>| {
        let has_script = |letter: char| letter.script() == source || !letter.is_alphabetic();
        let is_word = word.kind == TokenKind::Word && word.text.chars().any(char::is_alphabetic);
        is_word && word.text.chars().all(has_script) && !is_markup(text, word.span)
    };
    let letters = |run: &Range<usize>| words[run.clone()].iter().flat_map(|word| word.text.chars()).count();
    let span = |run: &Range<usize>| words[run.start].span.to(words[run.end - 1].span);
    let is_gloss = |run: &Range<usize>| {
        let span = span(run);
        let before = text[..span.start].chars().next_back().unwrap_or(' ');
        let behind = text[span.end..].chars().next().unwrap_or(' ');
        run.len() == 1 && "([“\"«‘'".contains(before) && ")]”\"»’',".contains(behind)
    };
    // In Han, a gloss may be several words; elsewhere one.
    let is_passage = |run: &Range<usize>| {
        let is_long = if source == Script::Han { letters(run) >= 2 * SHORT } else { letters(run) >= SHORT };
        is_long && !is_gloss(run)
    };
    runs(words, is_foreign).iter().filter(|run| is_passage(run)).map(span).collect()
}

/// Words that stand in a row in the original too, with little words of its language among them that the translation's has not.
fn by_words(rendering: &Rendering<'_>, (old, new): (&'static str, &'static str), is_other_script: bool) -> Vec<Span> {
    let (own, others) = (Lists::of(Some(old)), Lists::of(Some(new)));
    let source = Rows::of(worded(rendering.words(Side::Old)).map(|word| &*word.lower).collect());
    // What stands here as it is elides as in its own language: `s’est`.
    let (text, span) = (rendering.text(Side::New), rendering.span(Side::New));
    let elided =
        (!own.elisions.is_empty()).then(|| Words::of(text, &[], span, span, own).without(&rendering.codes.new));
    let words: Vec<&Word<'_>> =
        worded(elided.as_ref().map_or(rendering.words(Side::New), |side| &side.words)).collect();
    let needed = if old == "en" { LITTLE_ENGLISH } else { LITTLE };
    let lower: Vec<&str> = words.iter().map(|word| &*word.lower).collect();
    let is_light = |word: &Word<'_>| {
        let is_light = |lists: &Lists| lists.entry(&word.lower).is_some_and(|entry| entry.is_light);
        is_light(own) && !is_light(others)
    };
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let run = &words[at..at + source.shared(&lower[at..])];
        let borrowed = if is_borrowed(run, old) { LITTLE } else { 0 };
        let is_little = |word: &&&Word<'_>| !word.is_capitalised() && is_light(word);
        let little = run.iter().filter(is_little).count().saturating_sub(borrowed);
        let small = run.iter().filter(|word| !word.is_capitalised()).count();
        if let [first, .., last] = run {
            let passage = first.span.to(last.span);
            // Names and titles have capitals in every other word: `Ernst von der Heyden`.
            let is_named = if run.len() > FEW { small * 2 <= run.len() } else { small < run.len() };
            let is_known = little >= needed && !is_named;
            let is_left = || {
                let has_little = little > 0 || is_light(first);
                has_little && borrowed == 0 && is_statement(rendering, run, own, is_other_script)
            };
            if (is_known || is_left()) && !is_quoted(rendering, passage) {
                found.push(passage);
            }
        }
        at += run.len().max(1);
    }
    found
}

fn worded<'a, 'b>(words: &'b [Word<'a>]) -> impl Iterator<Item = &'b Word<'a>> {
    words.iter().filter(|word| word.kind != TokenKind::Mark)
}

/// The words of the original, to be looked up by a few in a row.
struct Rows<'a> {
    words: Vec<&'a str>,
    /// Where each [`ROW`] of words begins, no more than [`PLACES`] of them.
    places: FxHashMap<[&'a str; ROW], Vec<usize>>,
}

impl<'a> Rows<'a> {
    fn of(words: Vec<&'a str>) -> Self {
        let mut places: FxHashMap<[&str; ROW], Vec<usize>> = FxHashMap::default();
        for (at, row) in words.array_windows::<ROW>().enumerate() {
            let places = places.entry(*row).or_default();
            if places.len() < PLACES {
                places.push(at);
            }
        }
        Self { words, places }
    }

    /// How many of these words stand in a row here; none where they are too few to tell.
    fn shared(&self, words: &[&str]) -> usize {
        let places = words.first_chunk::<ROW>().and_then(|row| self.places.get(row)).into_iter().flatten();
        let length = |at: &usize| self.words[*at..].iter().zip(words).take_while(|(a, b)| a == b).count();
        places.map(length).max().unwrap_or(0)
    }
}

/// Whether words are a whole sentence, or many in another script, in which most words behind the first are no names, and some say more
/// than those that join names (`Bank of the North`); and no gloss in brackets.
fn is_statement(rendering: &Rendering<'_>, run: &[&Word<'_>], own: &Lists, is_other_script: bool) -> bool {
    let ([first, .., last], text) = (run, rendering.text(Side::New)) else { return false };
    let (start, end) = (rendering.span(Side::New).start, rendering.span(Side::New).end);
    let before = text[start..first.span.start].trim_end().chars().next_back();
    let behind = text[last.span.end..end].chars().next();
    let begins = before.is_none_or(|mark| ".!?…。！？-–—•:*".contains(mark));
    let is_whole = begins && behind.map_or(is_other_script, |mark| ".!?…。！？".contains(mark));
    let is_long = run.len() >= SENTENCE;
    let words = || run[1..].iter().filter(|word| word.kind == TokenKind::Word);
    let small = || words().filter(|word| !word.is_capitalised());
    let says_more = small().any(|word| !own.entry(&word.lower).is_some_and(|entry| entry.is_light));
    let is_aside = before.is_some_and(|mark| "([（【".contains(mark)) || is_markup(text, first.span);
    let is_passage = if is_other_script { is_whole || is_long } else { is_whole && is_long };
    is_passage && says_more && small().count() * 2 > words().count() && !is_aside
}

/// Whether a phrase is among words that every language has taken over from this one: `à la carte`.
fn is_borrowed(words: &[&Word<'_>], language: &str) -> bool {
    let is_here = |phrase: &Vec<String>| {
        words.windows(phrase.len()).any(|row| row.iter().zip(phrase).all(|(word, wanted)| word.lower == *wanted))
    };
    BORROWED.get(language).is_some_and(|borrowed| borrowed.iter().any(is_here))
}

/// Whether a passage is the title of a work, or what somebody said in his language.
fn is_quoted(rendering: &Rendering<'_>, passage: Span) -> bool {
    let text = rendering.text(Side::New);
    let before = text[..passage.start].trim_end().chars().next_back();
    let behind = text[passage.end..].trim_start().trim_start_matches(['.', ',', '!', '?']).trim_start().chars().next();
    let is_open = before.is_some_and(|mark| "“\"«„‘‹».".contains(mark) && mark != '.');
    is_open && behind.is_some_and(|mark| "”\"»“’›«".contains(mark))
}

/// Runs of words for which this holds; marks may stand between them.
fn runs(words: &[Word<'_>], holds: impl Fn(&Word<'_>) -> bool) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for at in (0..words.len()).filter(|at| holds(&words[*at])) {
        match runs.last_mut() {
            Some(run) if words[run.end..at].iter().all(|word| word.kind != TokenKind::Word) => run.end = at + 1,
            _ => runs.push(at..at + 1),
        }
    }
    runs
}
