//! References: Article 5, § 3, Annex II, [12]. One that points elsewhere matters; the number that an item bears itself does not.

use std::ops::Range;

use memchr::memmem;

use super::bracket::is_amount;
use super::lists::JOINS;
use super::markup::is_markup;
use super::phrase::apart;
use super::side::{Side, Word, before, lower};
use super::topics::Topics;
use super::unit::unit_at;
use super::{Alarm, FlagKind};
use crate::document::{Pair, Span, TokenKind};

/// An edit of more words is not asked for the letters of items.
const FEW: usize = 8;

/// What stands behind a number that was put between two others.
const BETWEEN: [&str; 4] = ["bis", "ter", "quater", "quinquies"];

/// What holds its numbered parts, in a text: of `Article 6.2` the second figure tells a part of the first.
const DIVISIONS: &str = "§ §§ article articles art section sections paragraph paragraphs clause clauses chapter chapters annex annexes \
    rule rules regulation regulations paragraphe chapitre annexe règle règlement artikel abschnitt absatz kapitel anhang regel klausel \
    artículo sección párrafo apartado capítulo anexo regla cláusula статья статьи пункт пункта раздел";

/// So many references are named in a reason.
const NAMED: usize = 3;

/// What the references of an edit say, and where they stand: their numbers are no amounts.
#[derive(Debug, Default)]
pub struct References {
    /// Why they matter.
    pub alarm: Option<Alarm>,
    /// The references on both sides.
    pub spans: Pair<Vec<Span>>,
}

/// A reference as it is written and what it points at.
#[derive(Clone, Debug)]
struct Mention {
    span: Span,
    text: String,
    key: String,
    /// Whether it is the number of the heading or item itself.
    is_own: bool,
}

/// The references that an edit touches.
pub fn references(sides: Pair<&Side<'_>>) -> References {
    if !is_near(sides.old) && !is_near(sides.new) {
        return References::default();
    }
    let found = sides.map(found);
    let (gone, come) = apart(&found.old, &found.new, |old, new| old.key == new.key);
    let is_any = !found.old.is_empty() || !found.new.is_empty();
    if is_any {
        let all = sides.map(|side| whole(side, all(side)));
        let lists = || is_one_sided(sides).then(|| lists_others(sides, &all)).flatten();
        if let Some(alarm) = rewritten(sides, &all).or_else(|| reaches(sides, &all)).or_else(lists) {
            return References { alarm: Some(alarm), spans: found.map(spans) };
        }
    }
    let of =
        |mentions: &[Mention], is_own| mentions.iter().find(|one| one.is_own == is_own).map(|one| one.text.clone());
    let named = |mentions: &[Mention]| {
        let mut texts: Vec<&str> = mentions.iter().filter(|one| !one.is_own).map(|one| one.text.as_str()).collect();
        texts.dedup();
        let more = if texts.len() > NAMED { ", …" } else { "" };
        format!("{}{more}", texts[..texts.len().min(NAMED)].join(", "))
    };
    let alarm = match (of(&gone, false), of(&come, false)) {
        (Some(old), Some(new)) => Some(Alarm::strong(FlagKind::Reference, format!("{old} → {new}"))),
        (None, Some(_)) => Some(Alarm::hint(FlagKind::Reference, format!("adds {}", named(&come)))),
        (Some(_), None) => Some(Alarm::hint(FlagKind::Reference, format!("drops {}", named(&gone)))),
        (None, None) => of(&gone, true).zip(of(&come, true)).map(|(old, new)| other_number(sides, &old, &new)),
    };
    References { alarm, spans: found.map(spans) }
}

/// That a heading or item has another number, or a mark another footnote: that is renumbered where the note says the same.
fn other_number(sides: Pair<&Side<'_>>, old: &str, new: &str) -> Alarm {
    let both = format!("{old} → {new}");
    let notes = Pair::of(note(sides.old.text, old), note(sides.new.text, new));
    match (notes.old, notes.new) {
        (Some(old), Some(new)) if old != new => Alarm::hint(FlagKind::Reference, both + " (another note)"),
        (None, None) if old.starts_with("[^") => Alarm::note(FlagKind::Reference, both),
        _ => Alarm::note(FlagKind::Reference, both + " (renumbered)"),
    }
}

/// The words of a footnote, by the mark that points at it.
fn note<'a>(text: &'a str, mark: &str) -> Option<&'a str> {
    let head = mark.starts_with("[^").then(|| format!("\n{mark}:"))?;
    let start = memmem::find(text.as_bytes(), head.as_bytes())? + head.len();
    text[start..].lines().next().map(str::trim)
}

fn spans(mentions: Vec<Mention>) -> Vec<Span> {
    mentions.into_iter().map(|one| one.span).collect()
}

/// That a reference is only written in another way: `Article 6.2 → paragraph 2 of Article 6`. One edit may hold but a part of it.
fn rewritten(sides: Pair<&Side<'_>>, all: &Pair<Vec<Mention>>) -> Option<Alarm> {
    let same = |one: &Mention, others: &[Mention]| {
        others.iter().find(|other| other.key == one.key && other.text != one.text).map(|other| other.text.clone())
    };
    let (mut old, mut new) = (None, None);
    for one in all.old.iter().filter(|one| sides.old.touches(one.span)) {
        (old, new) = (Some(one.text.clone()), Some(same(one, &all.new)?));
    }
    for one in all.new.iter().filter(|one| sides.new.touches(one.span)) {
        (old, new) = (Some(same(one, &all.old)?), Some(one.text.clone()));
    }
    Some(Alarm::note(FlagKind::Reference, format!("{} → {} (the same)", old?, new?)))
}

/// That the only reference at the edit points at more than before, or at a part of it: `Article 3(a) → Article 3`.
fn reaches(sides: Pair<&Side<'_>>, all: &Pair<Vec<Mention>>) -> Option<Alarm> {
    let only = |side: &Side<'_>, all: &'_ [Mention]| {
        let mut beside = all.iter().filter(|one| !one.is_own && stands_at(side, one.span));
        beside.next().filter(|_| beside.next().is_none()).cloned()
    };
    let (old, new) = (only(sides.old, &all.old)?, only(sides.new, &all.new)?);
    if !is_divided(&old.text) && !is_divided(&new.text) {
        return None;
    }
    let told = match (is_part(&old.key, &new.key), is_part(&new.key, &old.key)) {
        (true, _) => "widened",
        (_, true) => "narrowed",
        _ => return None,
    };
    Some(Alarm::strong(FlagKind::Reference, format!("{} → {} ({told})", old.text, new.text)))
}

/// Whether words only came, or only went.
fn is_one_sided(sides: Pair<&Side<'_>>) -> bool {
    sides.old.words.is_empty() != sides.new.words.is_empty()
}

/// That a list of references lost some or has more: `clause 4 or 5 → clause 4`, `adds clause 9` behind `clause 4 and`.
fn lists_others(sides: Pair<&Side<'_>>, all: &Pair<Vec<Mention>>) -> Option<Alarm> {
    let at =
        |side: &Side<'_>, all: &'_ [Mention]| all.iter().find(|one| !one.is_own && stands_at(side, one.span)).cloned();
    let (old, new) = (at(sides.old, &all.old)?, at(sides.new, &all.new)?);
    let (side, verb) = if sides.old.words.is_empty() { (sides.new, "adds") } else { (sides.old, "drops") };
    let joins = |word: &Word<'_>| JOINS.contains(&&*word.lower);
    if !side.words.first().is_some_and(joins) && !side.words.last().is_some_and(joins) {
        return None;
    }
    let more = found(side).into_iter().find(|one| side.edit.start <= one.span.start && !one.is_own);
    match more {
        Some(more) => Some(Alarm::strong(FlagKind::Reference, format!("{verb} {}", more.text))),
        None if old.key != new.key => Some(Alarm::strong(FlagKind::Reference, format!("{} → {}", old.text, new.text))),
        None => None,
    }
}

/// Whether a reference has brackets or names a division of a text: `3(a)`, `Article 6.2`, but not `Version 2.1`.
fn is_divided(text: &str) -> bool {
    let words = text.split(|letter: char| !letter.is_alphanumeric() && letter != '§');
    text.contains(')') || words.map(lower).any(|word| DIVISIONS.split(' ').any(|one| one == word))
}

/// Whether a span lies in the edit, or nothing but white space stands between the two.
fn stands_at(side: &Side<'_>, span: Span) -> bool {
    let (start, end) = (span.end.min(side.edit.end), span.start.max(side.edit.start));
    side.touches(span) || side.text.get(start..end).is_some_and(|between| between.trim().is_empty())
}

/// Whether a key is that of an item, paragraph or number within what another one is of: `3 a )` in `3`, but not `3 and 4`.
fn is_part(key: &str, whole: &str) -> bool {
    let Some(rest) = key.strip_prefix(whole) else { return false };
    let parts: Vec<&str> = rest.split(' ').skip(1).collect();
    let is_item = |part: &[&str]| matches!(part, [item, ")"] if *item != ")");
    rest.starts_with(' ') && parts.chunks(2).all(is_item)
}

/// References with those to the articles that hold what they point at as one: `paragraph 2 of Article 6`, `Article 6, paragraph 2`.
fn whole(side: &Side<'_>, mentions: Vec<Mention>) -> Vec<Mention> {
    let mut found: Vec<Mention> = Vec::new();
    for next in mentions {
        let joined = found.last().and_then(|last| joined(side, last, &next));
        match joined {
            Some(joined) => _ = found.pop().map(|_| found.push(joined)),
            None => found.push(next),
        }
    }
    found
}

fn joined(side: &Side<'_>, first: &Mention, second: &Mention) -> Option<Mention> {
    /// Bytes of the words between, at most: ` of the `.
    const LONG: usize = 8;
    let number = |one: &Mention| {
        let (label, number) = one.key.split_once(' ')?;
        let is_plain = label.starts_with('#') && number.bytes().all(|digit| digit.is_ascii_digit());
        is_plain.then(|| (label.to_owned(), number.to_owned()))
    };
    let (first_label, first_number) = number(first)?;
    let (second_label, second_number) = number(second)?;
    let between = side.text.get(first.span.end..second.span.start).filter(|between| between.len() <= LONG)?;
    let words: Vec<_> = between.split_whitespace().map(lower).collect();
    let is_of = || words.iter().all(|word| side.lists.entry(word).is_some_and(|entry| entry.is_light));
    let key = match words.as_slice() {
        _ if first_label == second_label => return None,
        [] => format!("{first_label} {first_number} {second_number} )"),
        [comma] if comma == "," => format!("{first_label} {first_number} {second_number} )"),
        [first, ..] if !JOINS.contains(&&**first) && is_of() => {
            format!("{second_label} {second_number} {first_number} )")
        }
        _ => return None,
    };
    let span = first.span.to(second.span);
    let text = span.of(side.text).split_whitespace().collect::<Vec<_>>().join(" ");
    Some(Mention { span, text, key, is_own: false })
}

/// Whether the edit has something that a reference is made of.
fn is_near(side: &Side<'_>) -> bool {
    let is_behind_label = |word: &Word<'_>| {
        let before = before(side.text, word.span.start).trim_end_matches([' ', '.', '\u{a0}']);
        let before = before.rsplit(|letter: char| !letter.is_alphanumeric()).next().unwrap_or("");
        side.lists.entry(&lower(before)).is_some_and(|entry| entry.reference.is_some())
    };
    let is_before_number = |word: &Word<'_>| {
        let mut behind = side.text[word.span.end..].trim_start_matches(['.', ' ', '\u{a0}']).chars();
        behind
            .next()
            .is_some_and(|first| first.is_ascii_digit() || first.is_uppercase() || matches!(first, '[' | '(' | '§'))
            && behind.next().is_none_or(|second| !second.is_lowercase())
    };
    let counts = |word: &Word<'_>| {
        word.kind == TokenKind::Number
            || label(word).is_some() && is_before_number(word)
            || (is_roman(word) || is_letter(word)) && is_behind_label(word)
    };
    // Small letters are about nothing by themselves, so only a few words are asked for them.
    let has_item = || side.size() <= FEW && side.words.iter().any(|word| is_item(side.text, word));
    side.any(Topics::DIGITS | Topics::LABEL | Topics::CAPITAL, counts) || has_item()
}

/// The references that an edit touches.
fn found(side: &Side<'_>) -> Vec<Mention> {
    let mut found = all(side);
    found.retain(|one| side.touches(one.span) && !is_markup(side.text, one.span));
    found
}

/// The references near an edit.
fn all(side: &Side<'_>) -> Vec<Mention> {
    let words = side.near();
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let Some(range) = mention_at(side, words, at) else {
            at += 1;
            continue;
        };
        at = range.end;
        found.push(mention(side, &words[range]));
    }
    found
}

/// The words of the reference that begins at a word.
fn mention_at(side: &Side<'_>, words: &[Word<'_>], at: usize) -> Option<Range<usize>> {
    let text = |index: usize| words.get(index).map_or("", |word| word.text);
    let is_digits = |index: usize| words.get(index).is_some_and(is_number);
    let is_beside = |index: usize| index > 0 && words[index - 1].span.end == words[index].span.start;
    match text(at) {
        "[" if is_digits(at + 1) => {
            let mut end = at + 2;
            while matches!(text(end), "," | "-" | "–") && is_digits(end + 1) {
                end += 2;
            }
            let inside = words[at + 1].span.to(words[end - 1].span);
            return (text(end) == "]" && !is_amount(side, inside)).then_some(at..end + 1);
        }
        "[" if text(at + 1) == "^" && is_digits(at + 2) && text(at + 3) == "]" => return Some(at..at + 4),
        "#" if is_digits(at + 1) && is_beside(at + 1) => return Some(at..behind_list(side.text, words, at + 2)),
        sign if sign.starts_with('§') && is_digits(at) => return Some(at..behind_list(side.text, words, at + 1)),
        _ if is_digits(at) && is_item_number(side.text, &words[at], text(at + 1)) => {
            return Some(at..at + 1 + usize::from(BETWEEN.contains(&text(at + 1))));
        }
        _ => {}
    }
    label(&words[at])?;
    let start = at + 1 + usize::from(text(at + 1) == "." && is_beside(at + 1));
    let is_numbered = words.get(start).is_some_and(|word| is_number(word) || is_roman(word) || is_letter(word));
    let behind = if is_numbered { start + 1 } else { behind_item(side.text, words, start)? };
    Some(at..behind_list(side.text, words, behind))
}

/// The index behind the letter of an item: `(a)`, `a)`, `(iv)`.
fn behind_item(text: &str, words: &[Word<'_>], at: usize) -> Option<usize> {
    let letter = at + usize::from(words.get(at)?.text == "(");
    words.get(letter).is_some_and(|word| is_item(text, word)).then_some(letter + 2)
}

/// Whether a word is the letter or small Roman number of an item, with the bracket that closes it right behind: `a)`, `iv)`.
fn is_item(text: &str, word: &Word<'_>) -> bool {
    let is_roman = || word.text.len() <= 4 && word.text.bytes().all(|letter| b"ivxl".contains(&letter));
    let is_one = || word.text.chars().nth(1).is_none() && word.text.chars().all(char::is_lowercase);
    text[word.span.end..].starts_with(')') && word.kind == TokenKind::Word && (is_one() || is_roman())
}

/// The index behind a list of numbers: `5`, `5 and 6`, `5(1)(a)`, `5 a)`, `(a) and (b)`, `5–7`, `D.4`, `5 bis`.
fn behind_list(whole: &str, words: &[Word<'_>], mut end: usize) -> usize {
    let text = |index: usize| words.get(index).map_or("", |word| word.text);
    let is_numbered = |index: usize| words.get(index).is_some_and(|word| is_number(word) || is_roman(word));
    // `under Article 5, 30 days later` has one number of an article.
    let goes_on =
        |index: usize| (is_numbered(index) || is_letter_number(words, index)) && unit_at(words, index + 1).is_none();
    // Of `point (a) and (b)`; what `and (i)` begins behind a number is an item of its own.
    let is_joined_item =
        |index: usize| JOINS.contains(&text(index)) && text(index - 1) == ")" && text(index + 1) != ")";
    loop {
        if text(end) == "(" && text(end + 2) == ")" && text(end + 1).chars().count() <= 4 {
            end += 3;
        } else if let Some(behind) = behind_item(whole, words, end + usize::from(is_joined_item(end))) {
            end = behind;
        } else if text(end) == "." && is_numbered(end + 1) && words[end].span.end == words[end + 1].span.start {
            end += 2;
        } else if BETWEEN.contains(&text(end)) && !is_numbered(end + 1) {
            end += 1;
        } else if JOINS.contains(&text(end)) && goes_on(end + 1) {
            end += 2;
        } else {
            return end;
        }
    }
}

/// Whether a capital with a number behind its point begins at a word: `D.7`.
fn is_letter_number(words: &[Word<'_>], at: usize) -> bool {
    matches!(words.get(at..at + 3), Some([letter, point, number]) if is_letter(letter) && point.text == "." && is_number(number))
}

fn mention(side: &Side<'_>, words: &[Word<'_>]) -> Mention {
    let span = words[0].span.to(words[words.len() - 1].span);
    let text = span.of(side.text).split_whitespace().collect::<Vec<_>>().join(" ");
    // `Art. 5` and `Article 5` point at the same.
    let is_nested =
        |word: &Word<'_>| word.text.contains('.') && word.text.split('.').all(|part| part.parse::<u16>().is_ok());
    let named = |word: &Word<'_>| match label(word) {
        Some(group) => format!("#{group}"),
        // `Article 6.2` and `Article 6(2)` too.
        None if is_nested(word) && label(&words[0]).is_some() => {
            word.text.replacen('.', " ", 1).replace('.', " ) ") + " )"
        }
        // `Article 1er` is `Article 1`.
        None => word.lower.strip_suffix("er").filter(|one| *one == "1").unwrap_or(&word.lower).to_owned(),
    };
    // `2 a)` is `2(a)`.
    let is_sign = |word: &&Word<'_>| !matches!(word.text, "." | "(");
    let key = words.iter().filter(is_sign).map(named).collect::<Vec<_>>().join(" ");
    // The marks of footnotes are numbered as they come.
    let is_footnote = words.get(1).is_some_and(|word| word.text == "^");
    let is_own = is_footnote || begins_line(side.text, span.start) && is_heading(side.text, words);
    Mention { span, text, key, is_own }
}

/// Whether a reference that begins its line ends there too, or at a mark: a heading, or the number of an item.
fn is_heading(text: &str, words: &[Word<'_>]) -> bool {
    let end = words[words.len() - 1].span.end;
    let rest = text.get(end..).unwrap_or("").trim_start_matches([' ', '*', '_', '#']);
    words.len() == 1 || rest.is_empty() || rest.starts_with(['.', ':', '\n', '\r', '—', '–', '-', ')', '|'])
}

/// Whether only marks stand before this place on its line.
fn begins_line(text: &str, at: usize) -> bool {
    let before = before(text, at);
    let line = before.rfind(['\n', '\r', '|']).map_or(before, |cut| &before[cut + 1..]);
    line.len() <= 12 && line.chars().all(|letter| letter.is_whitespace() || "#>*_-–—•[(\"“«".contains(letter))
}

/// Whether a number is that of an item: `5.`, `5)`, `3.3 The Supplier`.
fn is_item_number(text: &str, word: &Word<'_>, next: &str) -> bool {
    if !begins_line(text, word.span.start) || word.text.starts_with(|first: char| !first.is_ascii_digit()) {
        return false;
    }
    let behind = text.get(word.span.end..).unwrap_or("");
    let between = BETWEEN.iter().find_map(|word| behind.strip_prefix(' ')?.strip_prefix(word));
    let behind = between.unwrap_or(behind);
    let is_marked = behind.starts_with(['.', ')']) && behind[1..].starts_with(char::is_whitespace);
    let is_begin = next.starts_with(|first: char| first.is_uppercase() || "\"“„«*_".contains(first));
    let is_parted = word.text.contains('.') && word.text.len() <= 8 && is_begin;
    is_marked && word.text.len() <= 8 || is_parted
}

fn label(word: &Word<'_>) -> Option<usize> {
    word.entry?.reference
}

fn is_number(word: &Word<'_>) -> bool {
    word.kind == TokenKind::Number
}

pub fn is_roman(word: &Word<'_>) -> bool {
    (1..=7).contains(&word.text.len()) && word.text.bytes().all(|letter| b"IVXLC".contains(&letter))
}

/// A single capital or a letter in brackets' place: `Annex A`.
pub fn is_letter(word: &Word<'_>) -> bool {
    let mut letters = word.text.chars();
    word.kind == TokenKind::Word && letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
}
