//! Quotation marks and brackets that do not pair, and questions that are none any more.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::rendering::Rendering;
use super::stems::Stems;
use super::{Class, Finding, FlagKind};
use crate::compare::word_lists::{self, word_list};
use crate::document::{Side, Span};

/// What a question ends with.
pub const QUESTIONS: [char; 4] = ['?', '？', '؟', '՞'];
/// What may stand behind it.
pub const CLOSING: [char; 9] = ['"', '”', '»', '“', '’', ')', '」', '』', '\''];

/// Words that ask, by language.
static ASKING: LazyLock<BTreeMap<String, Stems<()>>> = LazyLock::new(|| {
    let files: BTreeMap<String, String> = word_lists::read(word_list!("checks/asking"));
    let stems = |words: &String| {
        let mut stems = Stems::default();
        stems.add(words, ());
        stems
    };
    files.iter().map(|(language, words)| (language.clone(), stems(words))).collect()
});

/// Words among them that ask for yes or no.
const WHETHER: [&str; 8] = ["ob", "if", "whether", "si", "vajon", "ли", "если", "吗"];

/// A mark opens or closes within so many beads: speech runs on from sentence to sentence.
const REACH: usize = 12;

/// The letters and digits of an item's number at most.
const ITEM: usize = 3;

/// What a quotation mark or bracket does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Turn {
    Open,
    Close,
}

/// A quotation mark or bracket.
#[derive(Clone, Copy, Debug)]
struct Mark {
    turn: Turn,
    span: Span,
}

/// A question that is none any more, or was none. What is asked may be told (`he wondered whether`).
pub fn marks(rendering: &Rendering<'_>) -> Option<Finding> {
    let has = |side: Side| rendering.written(side).contains(QUESTIONS);
    let ends = |side: Side| rendering.written(side).trim_end_matches(CLOSING).ends_with(QUESTIONS);
    let (side, reason) = match (has(Side::Old), has(Side::New)) {
        (true, false) => (Side::Old, "drops the question mark"),
        (false, true) => (Side::New, "adds a question mark"),
        _ => return None,
    };
    if !ends(side) || !rendering.is_single || is_told(rendering, side.other()) {
        return None;
    }
    let start = rendering.span(side).start + rendering.written(side).rfind(QUESTIONS)?;
    let mark = rendering.text(side)[start..].chars().next().map_or(1, char::len_utf8);
    let finding = Finding::new(FlagKind::Quotes, Class::Wording, reason.to_owned());
    let finding = finding.at(side, Span::new(start, start + mark));
    Some(if side == Side::Old { finding.at(Side::New, last(rendering)) } else { finding })
}

/// Whether a side tells what is asked: a word that asks stands inside it. At the beginning it asks.
fn is_told(rendering: &Rendering<'_>, side: Side) -> bool {
    let Some(words) = rendering.languages[side].and_then(|language| ASKING.get(language)) else { return true };
    rendering.words(side).iter().skip(1).any(|word| words.has(&word.lower))
}

/// Whether a side has a word that asks for more than yes or no.
pub fn has_asking(rendering: &Rendering<'_>, side: Side) -> bool {
    let words = rendering.languages[side].and_then(|language| ASKING.get(language));
    let is_asking = |word: &str| !WHETHER.contains(&word) && words.is_some_and(|words| words.has(word));
    rendering.words(side).iter().any(|word| is_asking(&word.lower))
}

/// The last sign of the translation.
pub fn last(rendering: &Rendering<'_>) -> Span {
    let whole = rendering.span(Side::New);
    let length = rendering.written(Side::New).chars().next_back().map_or(0, char::len_utf8);
    Span::new(whole.end - length, whole.end)
}

/// Quotation marks and brackets of the translation without their partner, where the original's all have theirs.
pub fn pairs(renderings: &[(usize, &Rendering<'_>)]) -> Vec<(usize, Finding)> {
    let mut found = Vec::new();
    for kind in ['(', '[', '{', '"'] {
        let single = [Side::Old, Side::New].map(|side| unpaired(renderings, side, kind));
        let [(old, _), (mut new, mut anew)] = single;
        anew.dedup_by_key(|(at, _)| *at);
        let near = usize::from(kind == '"');
        new.retain(|(at, _)| {
            let first = old.partition_point(|(other, _)| other + near < *at);
            old.get(first).is_none_or(|(other, _)| *other > at + near)
        });
        new.extend(anew.into_iter().filter(|(at, _)| goes_on_behind(renderings[*at].1)));
        new.sort_by_key(|(at, mark)| (*at, mark.span));
        // Two of one sentence are a pair whose shapes do not fit: `„…„`.
        let is_pair = |(a, _): &(usize, Mark), (b, _): &(usize, Mark)| kind == '"' && a == b;
        for marks in new.chunk_by(is_pair).flat_map(|marks| marks.chunks(2)) {
            let (at, mark) = marks[0];
            let (bead, rendering) = renderings[at];
            let sign = |mark: &Mark| mark.span.of(rendering.text(Side::New));
            let (reason, span) = match marks {
                [_, (_, other)] => {
                    (format!("{} and {} are no pair", sign(&mark), sign(other)), mark.span.to(other.span))
                }
                _ if mark.turn == Turn::Open => (format!("{} is not closed", sign(&mark)), mark.span),
                _ => (format!("{} is not opened", sign(&mark)), mark.span),
            };
            found.push((bead, Finding::new(FlagKind::Quotes, Class::Editorial, reason).at(Side::New, span)));
        }
    }
    found
}

/// Whether the original closes what it quotes and goes on behind it: `«…», warnte sie`.
fn goes_on_behind(rendering: &Rendering<'_>) -> bool {
    let marks = read(rendering, Side::Old, '"', None);
    let opened = marks.iter().filter(|mark| mark.turn == Turn::Open).count();
    let rest = |last: &Mark| &rendering.text(Side::Old)[last.span.end..rendering.span(Side::Old).end];
    let goes_on = marks.last().is_some_and(|last| rest(last).contains(char::is_alphabetic));
    goes_on && opened * 2 == marks.len()
}

/// Marks with the beads (by place in the row) that they stand in.
type Placed = Vec<(usize, Mark)>;

/// The marks of a kind without a partner, and those that a paragraph leaves open before another that opens anew.
fn unpaired(renderings: &[(usize, &Rendering<'_>)], side: Side, kind: char) -> (Placed, Placed) {
    let mut open: Placed = Vec::new();
    let (mut single, mut anew) = (Vec::new(), Vec::new());
    for (at, (_, rendering)) in renderings.iter().enumerate() {
        let last = open.last().and_then(|(_, mark)| mark.span.of(rendering.text(side)).chars().next());
        for mark in read(rendering, side, kind, last) {
            let is_first = mark.span.start == rendering.span(side).start;
            match mark.turn {
                // Speech that goes on from paragraph to paragraph is opened anew in each.
                Turn::Open if kind == '"' && is_first => anew.append(&mut open),
                Turn::Open => {}
                Turn::Close if open.pop().is_some() => continue,
                Turn::Close => single.push((at, mark)),
            }
            if mark.turn == Turn::Open {
                open.push((at, mark));
            }
        }
        let is_far = |(start, _): &(usize, Mark)| at - start >= if kind == '"' { REACH } else { 1 };
        let far = open.iter().take_while(|mark| is_far(mark)).count();
        single.extend(open.drain(..far));
    }
    single.extend(open);
    single.sort_by_key(|(at, mark)| (*at, mark.span));
    (single, anew)
}

/// The marks of a kind on one side of a bead: `(`, `[`, `{`, or `"` for quotation marks of any shape.
/// `open` is the last one that is open before.
fn read(rendering: &Rendering<'_>, side: Side, kind: char, mut open: Option<char>) -> Vec<Mark> {
    let (start, written) = (rendering.span(side).start, rendering.written(side));
    let language = rendering.languages[side];
    let mut marks = Vec::new();
    for (at, letter) in written.char_indices() {
        let turn = match (kind, letter) {
            ('(', '(' | '（') | ('[', '[' | '【') | ('{', '{') => Turn::Open,
            ('(', ')' | '）') if open.is_some() || !is_item(written, at) => Turn::Close,
            ('[', ']' | '】') | ('{', '}') => Turn::Close,
            _ if rendering.is_code(side, start + at) => continue,
            ('"', _) => match turn(written, at, letter, language, open) {
                Some(turn) => turn,
                None => continue,
            },
            _ => continue,
        };
        open = (turn == Turn::Open).then_some(letter);
        marks.push(Mark { turn, span: Span::new(start + at, start + at + letter.len_utf8()) });
    }
    marks
}

/// Whether a bracket closes the number of an item, `1)`, `а)`, or a smile.
fn is_item(text: &str, at: usize) -> bool {
    let before = text[..at].trim_end();
    let last = || before.chars().rev().take_while(|letter| !letter.is_whitespace()).take(ITEM + 1);
    let is_number = (1..=ITEM).contains(&last().count()) && last().all(char::is_alphanumeric);
    is_number || before.ends_with([':', ';', ')'])
}

/// What a double quotation mark does, by its shape, or by what stands around it.
fn turn(text: &str, at: usize, letter: char, language: Option<&str>, open: Option<char>) -> Option<Turn> {
    let is_open = open.is_some();
    match (letter, language) {
        ('„' | '「' | '『' | '《', _) => Some(Turn::Open),
        ('」' | '』' | '》' | '”', _) => Some(Turn::Close),
        // German books turn them round, and its letters close with what opens in English.
        ('«' | '»', Some("de")) | ('"' | '＂', _) => around(text, at, letter, is_open),
        ('“', Some("de" | "ru")) if is_open => Some(Turn::Close),
        // So it does in any language behind what opens below.
        ('“', _) if open == Some('„') => Some(Turn::Close),
        ('«' | '“', _) => Some(Turn::Open),
        ('»', _) => Some(Turn::Close),
        _ => None,
    }
}

/// What a mark does whose shape does not tell; nothing where it is the sign of inches.
fn around(text: &str, at: usize, letter: char, is_open: bool) -> Option<Turn> {
    let before = text[..at].chars().next_back();
    let behind = text[at + letter.len_utf8()..].chars().next();
    if letter == '"' && !is_open && before.is_some_and(|before| before.is_ascii_digit()) {
        return None;
    }
    let is_free =
        |letter: Option<char>| letter.is_none_or(|letter| letter.is_whitespace() || "([{—–-".contains(letter));
    let is_inside = before.is_some_and(char::is_alphanumeric);
    let opens = !is_free(behind) && (is_free(before) || !is_open && !is_inside);
    Some(if opens { Turn::Open } else { Turn::Close })
}
