//! Words of the original that stand in the translation as they are: by their script, or by the little words of their language.

use std::ops::Range;

use unicode_script::{Script, UnicodeScript};

use super::rendering::Rendering;
use super::{Class, Finding, FlagKind};
use crate::compare::flags::lists::Lists;
use crate::compare::flags::markup::is_markup;
use crate::compare::flags::side::Word;
use crate::document::{Side, Span, TokenKind};

/// A word of another script that is shorter (in letters) is a sign, an initial or a part of a name.
const SHORT: usize = 3;
/// So many words in a row are needed where only the words tell the language.
const ROW: usize = 4;
/// So many of them must be little words of the source's language.
const LITTLE: usize = 2;

/// The passages that were left as they are.
pub fn untranslated(rendering: &Rendering<'_>) -> Vec<Finding> {
    let (Some(old), Some(new)) = (rendering.languages.old, rendering.languages.new) else { return Vec::new() };
    if old == new {
        return Vec::new();
    }
    let runs = match (script(old), script(new)) {
        (source, target) if source != target && source != Script::Latin => by_script(rendering, source),
        _ => by_words(rendering, old, new),
    };
    runs.into_iter().map(|run| finding(rendering, run)).collect()
}

/// Whether a finding leaves nothing else of the translation to be judged.
pub fn is_whole(rendering: &Rendering<'_>, finding: &Finding) -> bool {
    let words = rendering.words(Side::New).iter().filter(|word| word.kind == TokenKind::Word);
    finding.places.new.is_some_and(|place| {
        let (inside, all) = words.fold((0, 0), |(inside, all), word| {
            (inside + usize::from(place.start <= word.span.start && word.span.end <= place.end), all + 1)
        });
        inside * 5 >= all * 4
    })
}

fn finding(rendering: &Rendering<'_>, run: Range<usize>) -> Finding {
    let words = rendering.words(Side::New);
    let span = words[run.start].span.to(words[run.end - 1].span);
    let passage = span.of(rendering.text(Side::New));
    let old = rendering.span(Side::Old);
    let source = rendering.written(Side::Old).find(passage).map(|at| {
        let start = old.start + at;
        Span::new(start, start + passage.len())
    });
    let shown: String = passage.split_whitespace().take(6).collect::<Vec<_>>().join(" ");
    let dots = if shown.split(' ').count() < passage.split_whitespace().count() { " …" } else { "" };
    let reason = format!("“{shown}{dots}” is left as it is");
    let finding = Finding::new(FlagKind::Untranslated, Class::Substantive, reason).at(Side::New, span);
    source.map_or(finding.clone(), |source| finding.at(Side::Old, source))
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
fn by_script(rendering: &Rendering<'_>, source: Script) -> Vec<Range<usize>> {
    let words = rendering.words(Side::New);
    let text = rendering.text(Side::New);
    let is_foreign = |word: &Word<'_>| {
        let has_script = |letter: char| letter.script() == source || !letter.is_alphabetic();
        let is_word = word.kind == TokenKind::Word && word.text.chars().any(char::is_alphabetic);
        is_word && word.text.chars().all(has_script) && !is_markup(text, word.span)
    };
    let letters = |run: &Range<usize>| words[run.clone()].iter().flat_map(|word| word.text.chars()).count();
    let is_gloss = |run: &Range<usize>| {
        let span = words[run.start].span.to(words[run.end - 1].span);
        let before = text[..span.start].chars().next_back().unwrap_or(' ');
        let behind = text[span.end..].chars().next().unwrap_or(' ');
        run.len() == 1 && "([“\"«‘'".contains(before) && ")]”\"»’',".contains(behind)
    };
    // In Han, a gloss may be several words; elsewhere one.
    let is_passage = |run: &Range<usize>| {
        let is_long = if source == Script::Han { letters(run) >= 2 * SHORT } else { letters(run) >= SHORT };
        is_long && !is_gloss(run)
    };
    runs(words, is_foreign).into_iter().filter(is_passage).collect()
}

/// Words that stand in a row in the original too, with little words of its language among them that the translation's has not.
fn by_words(rendering: &Rendering<'_>, old: &'static str, new: &'static str) -> Vec<Range<usize>> {
    let (own, others) = (Lists::of(Some(old)), Lists::of(Some(new)));
    let source: Vec<&str> = worded(rendering.words(Side::Old)).map(|word| &*word.lower).collect();
    let words = rendering.words(Side::New);
    let is_little = |word: &Word<'_>| {
        let is_light = |lists: &Lists| lists.entry(&word.lower).is_some_and(|entry| entry.is_light);
        !word.is_capitalised() && is_light(own) && !is_light(others)
    };
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let length = longest(&words[at..], &source);
        let run = at..at + length;
        let little = words[run.clone()].iter().filter(|word| is_little(word)).count();
        let (all, small) = worded(&words[run.clone()])
            .fold((0, 0), |(all, small), word| (all + 1, small + usize::from(!word.is_capitalised())));
        // Names and titles have capitals in every other word: `Ernst von der Heyden`.
        if all >= ROW && little >= LITTLE && small * 2 > all && !is_quoted(rendering, words, &run) {
            found.push(run);
        }
        at += length.max(1);
    }
    found
}

fn worded<'a, 'b>(words: &'b [Word<'a>]) -> impl Iterator<Item = &'b Word<'a>> {
    words.iter().filter(|word| word.kind != TokenKind::Mark)
}

/// How many of these words, with the marks between them, stand in a row in the source.
fn longest(words: &[Word<'_>], source: &[&str]) -> usize {
    let Some(first) = words.first().filter(|word| word.kind != TokenKind::Mark) else { return 0 };
    let starts = (0..source.len()).filter(|at| source[*at] == &*first.lower);
    let length = |start: usize| {
        let mut at = start;
        let mut end = 0;
        for (index, word) in words.iter().enumerate() {
            if word.kind == TokenKind::Mark {
                continue;
            }
            if source.get(at).is_none_or(|known| *known != &*word.lower) {
                break;
            }
            (at, end) = (at + 1, index + 1);
        }
        end
    };
    starts.map(length).max().unwrap_or(0)
}

/// Whether a run is the title of a work, or what somebody said in his language.
fn is_quoted(rendering: &Rendering<'_>, words: &[Word<'_>], run: &Range<usize>) -> bool {
    let text = rendering.text(Side::New);
    let before = text[..words[run.start].span.start].trim_end().chars().next_back();
    let behind = text[words[run.end - 1].span.end..]
        .trim_start()
        .trim_start_matches(['.', ',', '!', '?'])
        .trim_start()
        .chars()
        .next();
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
