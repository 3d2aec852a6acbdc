//! Defined terms: what a document puts in quotes with a capital where it says what it means by it.
//!
//! Two forms are known: `“Agreement” means …`, and in brackets behind what is meant: `(the “Agreement”)`.

use memchr::{memchr_iter, memchr3_iter, memmem};
use rustc_hash::{FxHashMap, FxHashSet};

use super::content::heavy;
use super::declension::is_other_number;
use super::editorial::one;
use super::ladder::is_short;
use super::lists::Lists;
use super::mention::{is_letter, is_roman};
use super::name::is_first;
use super::numeral::is_content;
use super::phrase::apart;
use super::side::{Side, Word, lower};
use super::spelling::words;
use super::undefined::undefined;
use super::unit::is_mere_letter;
use super::{Alarm, FlagKind};
use crate::document::{Document, Pair, TokenKind};

/// The longest term, in bytes.
const LONG: usize = 80;
/// The most words that a term has.
const WORDS: usize = 6;
/// How far before its quotes the bracket around a definition may open, in bytes.
const REACH: usize = 60;

/// More is not counted.
const MANY: usize = 64;

/// Quotes that open, with those that close them.
pub const QUOTES: [(&str, &str); 5] = [("\"", "\""), ("“", "”"), ("„", "“"), ("„", "”"), ("«", "»")];

/// After so many quotations without a definition among them a text is taken for one that defines nothing: a novel has ten thousand.
const PATIENCE: usize = 1_000;
/// Spaces that French puts inside its quotes.
pub const SPACES: [char; 3] = [' ', '\u{a0}', '\u{202f}'];

/// The terms that two documents define.
#[derive(Debug, Default)]
pub struct Terms {
    /// Terms as they are written, by their first word in lower case.
    by_first: FxHashMap<String, Vec<Vec<String>>>,
    /// All their words as they are written.
    words: FxHashSet<String>,
    /// The same in lower case.
    lower: FxHashSet<String>,
    /// The terms that the new wording defines, as they are written.
    now: FxHashSet<String>,
    /// The first bytes of those in lower case, a bit each: most words are told apart by theirs.
    firsts: [u64; 4],
}

impl Terms {
    /// Reads what both documents define.
    pub fn of(documents: Pair<&Document>, lists: &Lists) -> Self {
        let mut terms = Self::default();
        for text in [&documents.old.text, &documents.new.text] {
            terms.now.clear();
            for term in defined(text, lists) {
                terms.add(term);
                terms.now.insert(term.to_owned());
            }
        }
        terms
    }

    /// Whether a word as it is written is part of a term.
    pub fn has(&self, word: &str) -> bool {
        self.words.contains(word)
    }

    /// Whether a word is part of a term, in whatever number.
    pub fn has_form(&self, word: &Word<'_>) -> bool {
        self.has(word.text) || self.has_lower(&word.lower)
    }

    /// Whether a word in lower case, or its plain form, is part of a term.
    #[inline]
    fn has_lower(&self, word: &str) -> bool {
        let first = word.as_bytes().first().copied().unwrap_or(0);
        self.firsts[usize::from(first >> 6)] & 1 << (first & 63) != 0 && self.has_listed(word)
    }

    fn has_listed(&self, word: &str) -> bool {
        let is_one = || of_many(word).is_some_and(|one| self.lower.contains(&one));
        self.lower.contains(word) || word.ends_with('s') && (self.lower.contains(plain(word)) || is_one())
    }

    /// Whether the new wording defines a term.
    pub fn defines_now(&self, term: &str) -> bool {
        self.now.contains(term)
    }

    /// Whether a term is defined in just this form, capitals aside.
    fn defines(&self, term: &str) -> bool {
        let words: Vec<_> = term.split_whitespace().map(lower).collect();
        let known = words.first().and_then(|first| self.by_first.get(&**first));
        let is_it = |known: &Vec<String>| known.iter().map(|word| lower(word)).eq(words.iter().cloned());
        known.is_some_and(|known| known.iter().any(is_it))
    }

    fn add(&mut self, term: &str) {
        let words: Vec<String> = term.split_whitespace().map(str::to_owned).collect();
        let Some(first) = words.first() else { return };
        let known = self.by_first.entry(lower(first).into_owned()).or_default();
        if !known.contains(&words) {
            for word in words.iter().map(|word| lower(word).into_owned()) {
                let first = word.as_bytes().first().copied().unwrap_or(0);
                self.firsts[usize::from(first >> 6)] |= 1 << (first & 63);
                self.lower.insert(word);
            }
            self.words.extend(words.iter().cloned());
            known.push(words);
            known.sort_by_key(|words| std::cmp::Reverse(words.len()));
        }
    }

    /// The term that begins at a word, in whatever case.
    fn at(&self, words: &[Word<'_>], at: usize) -> Option<&[String]> {
        let first = &*words[at].lower;
        let known = self.by_first.get(first).or_else(|| self.by_first.get(plain(first)));
        let known = known.or_else(|| self.by_first.get(&of_many(first)?))?;
        let fits = |term: &&Vec<String>| {
            let here = words.get(at..at + term.len());
            let is_part = |(word, part): (&Word<'_>, &String)| {
                let part = lower(part);
                plain(&word.lower) == plain(&part) || of_many(&word.lower).is_some_and(|one| one == part)
            };
            here.is_some_and(|here| here.iter().zip(term.iter()).all(is_part))
        };
        known.iter().find(fits).map(Vec::as_slice)
    }
}

/// A word without the endings of possession and plural.
fn plain(word: &str) -> &str {
    let word = owner(word);
    word.strip_suffix('s').unwrap_or(word)
}

/// What a plural in `ies` is of: `party` of `parties`.
fn of_many(word: &str) -> Option<String> {
    owner(word).strip_suffix("ies").map(|stem| format!("{stem}y"))
}

/// A word or term without the ending of possession.
fn owner(word: &str) -> &str {
    word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word)
}

/// The terms that a text defines.
fn defined<'a>(text: &'a str, lists: &Lists) -> Vec<&'a str> {
    let bytes = text.as_bytes();
    // The last bytes of the quotes that open: rarer than their first, which all typographic marks share.
    let mut found = terms_at(text, memchr3_iter(0x9c, 0x9e, 0xab, bytes), lists);
    found.extend(terms_at(text, memchr_iter(b'"', bytes), lists));
    found.sort_unstable();
    found.into_iter().map(|(_, term)| term).collect()
}

/// The terms that are defined where quotes end at these bytes.
fn terms_at<'a>(text: &'a str, quotes: impl Iterator<Item = usize>, lists: &Lists) -> Vec<(usize, &'a str)> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut fruitless = 0;
    for at in quotes {
        // A term begins with a capital: most quotes are none, and this is the quickest way to tell.
        let may_begin = |byte: &u8| byte.is_ascii_uppercase() || *byte >= 0x80 || bytes[at] == 0xab;
        if !bytes.get(at + 1).is_some_and(may_begin) {
            continue;
        }
        fruitless += 1;
        if fruitless > PATIENCE {
            break;
        }
        for (open, close) in QUOTES.iter().filter(|(open, _)| bytes[..=at].ends_with(open.as_bytes())) {
            if let Some(term) = term_in(text, at, open, close, lists) {
                found.push((at, term));
                fruitless = 0;
            }
        }
    }
    found
}

/// The term that begins behind a quote that ends at a byte, if one is defined there.
fn term_in<'a>(text: &'a str, at: usize, open: &str, close: &str, lists: &Lists) -> Option<&'a str> {
    let inside = text.get(at + 1..)?.trim_start_matches(SPACES);
    let term = quoted(inside, close).filter(|term| term.starts_with(char::is_uppercase))?;
    let behind = inside[term.len()..].trim_start_matches(SPACES).strip_prefix(close)?;
    (is_bracketed(&text[..=at], open, behind) || is_said(behind, lists)).then_some(term)
}

/// What stands before the closing quote, if it looks like a term: short and without a mark.
fn quoted<'a>(text: &'a str, close: &str) -> Option<&'a str> {
    let bytes = text.as_bytes();
    let is_close = |at: usize| bytes[at] == close.as_bytes()[0] && bytes[at..].starts_with(close.as_bytes());
    let is_mark = |byte: u8| matches!(byte, b'.' | b',' | b';' | b'?' | b'!' | b':' | b'(' | b'\n' | b'"');
    let is_end = |at: &usize| is_mark(bytes[*at]) || is_close(*at);
    let end = (0..bytes.len().min(LONG)).find(is_end).filter(|end| is_close(*end))?;
    let term = text[..end].trim_end_matches(SPACES);
    (term.split_whitespace().count() <= WORDS).then_some(term)
}

/// Whether a bracket opened shortly before the quotes and closes soon behind them.
fn is_bracketed(before: &str, open: &str, behind: &str) -> bool {
    let before = before.strip_suffix(open).unwrap_or(before);
    let mut reach = before.len().saturating_sub(REACH);
    while !before.is_char_boundary(reach) {
        reach += 1;
    }
    let near = &before[reach..];
    let is_open = near.rfind('(').is_some_and(|at| !near[at..].contains([')', '.', ';']));
    let rest = behind.trim_start_matches(['*', '_', '"', '”', '»', ' ', ',']);
    is_open
        && (rest.starts_with(')')
            || rest.starts_with(['“', '„', '«'])
            || rest.starts_with("or ")
            || rest.starts_with("and "))
}

/// Whether what follows the quotes says what is meant.
fn is_said(behind: &str, lists: &Lists) -> bool {
    let rest = behind.trim_start_matches(|letter: char| letter.is_whitespace() || "*_”\"»,—–-".contains(letter));
    lists.defining.iter().any(|verb| {
        rest.strip_prefix(verb.as_str()).is_some_and(|rest| rest.starts_with(|next: char| !next.is_alphanumeric()))
    })
}

/// A defined term that came, went, changed or lost its capital.
pub fn term(sides: Pair<&Side<'_>>, terms: &Terms) -> Option<Alarm> {
    if terms.by_first.is_empty() || !sides.old.stands() || !sides.new.stands() {
        return None;
    }
    let found = sides.map(|side| found(side, terms));
    if found.old.is_empty() && found.new.is_empty() {
        return None;
    }
    // Both numbers of a noun are one term where the document does not define each of them.
    let is_number = |old: &str, new: &str| {
        old.chars().next() == new.chars().next()
            && is_other_number(sides.old.lists, &lower(owner(old)), &lower(owner(new)))
            && !(terms.defines(old) && terms.defines(new))
    };
    let (gone, come) = apart(&found.old, &found.new, |old, new| owner(old) == owner(new) || is_number(old, new));
    let is_other_case = |a: &&str, b: &&str| lower(a) == lower(b);
    if let Some((old, new)) = gone.iter().find_map(|old| Some((old, come.iter().find(|new| is_other_case(old, new))?)))
    {
        let is_defined = |term: &str| {
            let first = term.split_whitespace().next().unwrap_or("");
            terms.has(first) || terms.has(plain(first))
        };
        let note = if is_defined(new) { "the defined term" } else { "no longer the defined term" };
        return Some(Alarm::strong(FlagKind::Term, format!("{old} → {new} ({note})")));
    }
    if !is_short(sides) {
        return None;
    }
    let uses = |found: Vec<&str>| {
        found.into_iter().filter(|term| term.chars().any(char::is_uppercase)).map(str::to_owned).next()
    };
    let (verb, term, other) = match (uses(gone), uses(come)) {
        (Some(old), Some(new)) => {
            let left = undefined(sides, terms, &old).unwrap_or_default();
            return Some(Alarm::strong(FlagKind::Term, format!("{old} → {new}{left}")));
        }
        (Some(old), None) => ("drops", old, sides.new),
        (None, Some(new)) => ("adds", new, sides.old),
        (None, None) => return None,
    };
    // In the place of other words of content a term is another thing; in that of a pronoun it is the same.
    let is_strong = !heavy(other).is_empty();
    let reason = format!("{verb} {term}");
    Some(if is_strong { Alarm::strong(FlagKind::Term, reason) } else { Alarm::hint(FlagKind::Term, reason) })
}

/// A word that loses or gains its capital within a sentence, where the document goes on to write it with one: it is a term there,
/// whether it is defined or not. Or where it stands beside a capital: it is part of a name; or says another thing with one: `Polish`.
pub fn capital(sides: Pair<&Side<'_>>) -> Option<Alarm> {
    if !sides.old.lists.names_by_case || !sides.old.stands() || !sides.new.stands() {
        return None;
    }
    let is_same = |(old, new): (&Word<'_>, &Word<'_>)| old.lower == new.lower;
    if !words(sides.old).zip(words(sides.new)).all(is_same) || words(sides.old).count() != words(sides.new).count() {
        return None;
    }
    let is_other = |(old, new): &(&Word<'_>, &Word<'_>)| {
        old.is_capitalised() != new.is_capitalised() && !is_first(sides.old, old) && !is_first(sides.new, new)
    };
    let (old, new) = words(sides.old).zip(words(sides.new)).find(is_other)?;
    let (term, other, side) = if new.is_capitalised() { (new, old, sides.old) } else { (old, new, sides.new) };
    if within_sentences(side, term.text) > within_sentences(side, other.text) {
        return Some(Alarm::hint(FlagKind::Term, format!("{} → {} (a term elsewhere)", old.text, new.text)));
    }
    let is_name = sides.old.lists.cased.contains(&*old.lower)
        || has_capital_beside(sides.old, old)
        || has_capital_beside(sides.new, new);
    let is_letter = || is_mere_letter(sides.old) && is_mere_letter(sides.new);
    (is_name && !is_letter()).then(|| Alarm::hint(FlagKind::Name, one(&sides.map(Side::shown))))
}

/// Whether a word with a capital stands right before or behind a word, within its sentence: `West Bank`, `western Sahara`. Behind
/// a part of a document it is its number (`Annex A`), and a document is a name with its number: `Protocol I`.
fn has_capital_beside(side: &Side<'_>, word: &Word<'_>) -> bool {
    let near = side.near();
    let at = near.partition_point(|other| other.span.start < word.span.start);
    let is_label = side.lists.divisions.contains(&*word.lower);
    let is_number = |next: &Word<'_>| next.kind == TokenKind::Number || next.is_capitalised();
    let is_document = !is_label && word.entry.is_some_and(|entry| entry.reference.is_some());
    if is_document && near.get(at + 1).is_some_and(is_number) {
        return true;
    }
    let is_own_number = |next: &Word<'_>| next.kind == TokenKind::Number || is_roman(next) || is_letter(next);
    let behind = (!is_label || !near.get(at + 1).is_some_and(is_own_number)).then_some(at + 1);
    let mut beside = [at.checked_sub(1), behind].into_iter().flatten().filter_map(|at| near.get(at));
    beside.any(|other| other.is_capitalised() && is_content(other) && !is_first(side, other))
}

/// How often a word stands within sentences near an edit, not at their beginning; more than matters is not counted.
pub fn within_sentences(side: &Side<'_>, word: &str) -> usize {
    /// In bytes, before and behind: a document is looked through, of a book some pages.
    const FAR: usize = 50_000;
    const NEAR: usize = 5_000;
    const BOOK: usize = 500_000;
    let bytes = side.text.as_bytes();
    let far = if bytes.len() < BOOK { FAR } else { NEAR };
    let window = side.edit.start.saturating_sub(far)..(side.edit.end + far).min(bytes.len());
    let stands = |at: &usize| {
        let start = window.start + at;
        let before = bytes[..start].iter().rev().find(|byte| !byte.is_ascii_whitespace());
        let is_led = bytes[..start].ends_with(b" ")
            && before.is_some_and(|byte| byte.is_ascii_lowercase() || *byte >= 0x80 || *byte == b',');
        is_led && bytes.get(start + word.len()).is_none_or(|byte| !byte.is_ascii_alphanumeric() && *byte < 0x80)
    };
    memmem::find_iter(&bytes[window.clone()], word.as_bytes()).filter(stands).take(MANY).count()
}

/// The terms that the edit of one side touches, as they are written there.
fn found<'a>(side: &'a Side<'_>, terms: &Terms) -> Vec<&'a str> {
    let mut found = Vec::new();
    if !side.words.iter().any(|word| terms.has_lower(&word.lower)) {
        return found;
    }
    let words = side.near();
    let mut at = 0;
    while at < words.len() {
        let Some(term) = terms.at(words, at) else {
            at += 1;
            continue;
        };
        let span = words[at].span.to(words[at + term.len() - 1].span);
        if side.touches(span) {
            found.push(span.of(side.text));
        }
        at += term.len();
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(language: &str, text: &str, expected: &[&str]) {
        assert_eq!(defined(text, Lists::of(Some(language))), expected);
    }

    #[test]
    fn terms_are_defined_in_two_ways() {
        check("en", "This Agreement (the “Agreement”) is made by Ostmark Ltd (“Seller”).", &["Agreement", "Seller"]);
        check(
            "en",
            "\"Working day\" means any day but Sunday. **\"Goods\"** has the meaning below.",
            &["Working day", "Goods"],
        );
        check("en", "“Yes,” she said. “Goods” are sold here. (see “The Sea”, 1931)", &[]);
        check("fr", "le présent traité (ci-après le « Traité »)", &["Traité"]);
        check("fr", "le présent traité (ci-après le «\u{a0}Traité\u{a0}»)", &["Traité"]);
        check("fr", "le présent traité (ci-après le «Traité»)", &["Traité"]);
        check("de", "Der Vertrag (im Folgenden „Vertrag“) gilt. „Ware“ bezeichnet Holz.", &["Vertrag", "Ware"]);
        check("es", "«Bienes» significa la madera.", &["Bienes"]);
        check("ru", "Соглашение (далее — «Соглашение»); «Товар» означает лес.", &["Соглашение", "Товар"]);
    }
}
