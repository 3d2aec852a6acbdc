//! Words that are the same in another spelling: of another country, with or without a hyphen, misspelt, in short.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use super::dictionary::is_slip;
use super::lists::{Entry, Listed, Lists, RANGES, Variant};
use super::side::{Side, Word, before};
use crate::document::{Pair, TokenKind};

/// A word without the shapes of its apostrophes, hyphens and raised figures.
pub fn plain(word: &str) -> Cow<'_, str> {
    if word.is_ascii() {
        return Cow::Borrowed(word);
    }
    let mut last = ' ';
    let shape = |letter| {
        // Behind a figure it is a power.
        let is_of_unit = std::mem::replace(&mut last, letter).is_alphabetic();
        match letter {
            '’' => '\'',
            '‐' | '‑' => '-',
            // Between figures: no word has a dash in it.
            '–' => '-',
            '²' if is_of_unit => '2',
            '³' if is_of_unit => '3',
            '\u{a0}' | '\u{202f}' | '\u{2009}' => ' ',
            other => other,
        }
    };
    Cow::Owned(word.chars().filter(|letter| *letter != '\u{ad}').map(shape).collect())
}

/// Whether both sides are phrases that are listed as ways to write the same: `e.g.` and `for example`.
pub fn is_alike(sides: Pair<&Side<'_>>) -> bool {
    share_group(sides, &sides.old.lists.alike)
}

/// Whether both sides are whole phrases of one group.
pub fn share_group(sides: Pair<&Side<'_>>, groups: &FxHashMap<String, Vec<usize>>) -> bool {
    if !begins_phrase(sides.old) || !begins_phrase(sides.new) {
        return false;
    }
    let found = sides.map(|side| groups.get(&*phrase(side)));
    found.old.zip(found.new).is_some_and(|(old, new)| old.iter().any(|group| new.contains(group)))
}

/// Whether a side begins like a listed phrase, and is no longer than one.
pub fn begins_phrase(side: &Side<'_>) -> bool {
    /// The longest listed phrase, in words and marks.
    const LONG: usize = 8;
    let first = side.words.iter().find(|word| word.text != ",");
    side.words.len() <= LONG && first.is_some_and(|first| first.entry.is_some_and(|entry| entry.begins_whole))
}

/// The words and marks of a side (commas around them aside) as one phrase.
pub fn phrase<'b>(side: &'b Side<'_>) -> Cow<'b, str> {
    if let [only] = side.words.as_slice() {
        return Cow::Borrowed(if only.text == "," { "" } else { &only.lower });
    }
    let words = side.words.iter().map(|word| &*word.lower).collect::<Vec<_>>().join(" ");
    Cow::Owned(words.trim_matches([' ', ',']).to_owned())
}

/// Whether two words are spellings of one.
pub fn is_respelt(old: &Word<'_>, new: &Word<'_>, lists: &Lists) -> bool {
    if is_meant(old, new, lists) {
        return true;
    }
    // A name is no misspelt word.
    let may_be_slip = lists.has_dictionary && !old.is_capitalised() && !new.is_capitalised();
    let (old, new) = (&*old.lower, &*new.lower);
    if old == new {
        return true;
    }
    if lists.other_forms.contains(old) || lists.other_forms.contains(new) {
        return false;
    }
    if is_listed(old, new, lists) {
        return true;
    }
    let begins_alike = |(a, b): (char, char)| a == b || matches!(a, 'е' | 'ё' | '-') && matches!(b, 'е' | 'ё' | '-');
    if old.len().abs_diff(new.len()) > 4 || !old.chars().zip(new.chars()).take(2).all(begins_alike) {
        return false;
    }
    let bares = (bare(old), bare(new));
    bares.0 == bares.1 || is_variant(&bares.0, &bares.1, lists) || may_be_slip && has_slips(old, new)
}

/// Whether two words are listed as ways to write the same: `grey` and `gray`.
fn is_listed(old: &str, new: &str, lists: &Lists) -> bool {
    let groups = lists.alike.get(old).zip(lists.alike.get(new));
    groups.is_some_and(|(old, new)| old.iter().any(|group| new.contains(group)))
}

/// Whether one word, or a part of a compound, is no word and a letter away from the other.
fn has_slips(old: &str, new: &str) -> bool {
    let mut parts = old.split('-').zip(new.split('-'));
    old.matches('-').count() == new.matches('-').count() && parts.all(|(old, new)| old == new || is_slip(old, new))
}

/// Whether one word, or a part of a compound, is a listed misspelling of the other.
fn is_meant(old: &Word<'_>, new: &Word<'_>, lists: &Lists) -> bool {
    let meant = |entry: Option<&Entry>, other: &str| entry.and_then(|entry| entry.meant.as_deref()) == Some(other);
    if meant(old.entry, &new.lower) || meant(new.entry, &old.lower) {
        return true;
    }
    if !old.lower.contains('-') || !new.lower.contains('-') {
        return false;
    }
    let is_one = |(old, new): (&str, &str)| old == new || meant(lists.entry(old), new) || meant(lists.entry(new), old);
    old.lower.matches('-').count() == new.lower.matches('-').count()
        && old.lower.split('-').zip(new.lower.split('-')).all(is_one)
}

/// A word without hyphens and without the letters that are written in two ways.
fn bare(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|byte| byte.is_ascii() && byte != b'-') {
        return Cow::Borrowed(word);
    }
    let bare = plain(word).replace('ё', "е").replace('ß', "ss");
    // `re-sign` is not `resign`, nor `20-5` `205`.
    let counts = bare.starts_with(|sign: char| sign.is_ascii_digit());
    let is_bound = counts || bare.starts_with("re-") && !bare.starts_with("re-e");
    Cow::Owned(if is_bound { bare } else { bare.replace('-', "") })
}

/// Whether one listed variant in the place of the other makes the words equal.
fn is_variant(old: &str, new: &str, lists: &Lists) -> bool {
    /// Letters before a variant: with fewer, `prise` would be `prize`.
    const STEM: usize = 3;
    let shared = shared(old, new);
    let turns = |from: &str, to: &str, at: usize| {
        old[at..].strip_prefix(from).zip(new[at..].strip_prefix(to)).is_some_and(|(old, new)| old == new)
    };
    // The words part where the variants do.
    let next = [old, new].map(|word| word.as_bytes().get(shared));
    let part = |[one, other]: [&str; 2], at: usize| {
        let parts = |variant: &str, next: Option<&u8>| variant.as_bytes().get(at).is_none_or(|byte| Some(byte) == next);
        parts(one, next[0]) && parts(other, next[1])
    };
    lists.variants.iter().any(|variant| {
        let Variant { one, other, shared: from } = variant;
        let Some(at) = shared.checked_sub(*from) else { return false };
        (part([one, other], *from) || part([other, one], *from))
            && old.is_char_boundary(at)
            && (turns(one, other, at) || turns(other, one, at))
            && old[..at].chars().count() >= STEM
    })
}

/// How many bytes two words share at their beginning.
pub fn shared(a: &str, b: &str) -> usize {
    a.chars().zip(b.chars()).take_while(|(a, b)| a == b).map(|(letter, _)| letter.len_utf8()).sum()
}

/// Whether the same words are written together or apart: `low-energy` and `low energy`, but not `may be` and `maybe`.
pub fn is_joined(sides: Pair<&Side<'_>>) -> bool {
    /// More words are not looked at.
    const LONG: usize = 8;
    let first = |side: &Side<'_>| words(side).next().and_then(|word| word.lower.chars().next());
    let is_long = sides.old.words.len() > LONG || sides.new.words.len() > LONG;
    if is_long || first(sides.old).is_none() || first(sides.old) != first(sides.new) {
        return false;
    }
    let letters = |side| words(side).flat_map(|word| word.lower.chars()).filter(|letter| letter.is_alphanumeric());
    if !letters(sides.old).eq(letters(sides.new)) {
        return false;
    }
    let whole = sides.map(|side| words(side).map(|word| plain(&word.lower)).collect::<Vec<_>>().join(" "));
    let spaced = whole.as_ref().map(|text| text.replace('-', " "));
    if whole.old == whole.new {
        return false;
    }
    if spaced.old == spaced.new {
        return !is_bound_otherwise(whole.as_ref().map(String::as_str), sides.old.lists);
    }
    let is_number = |text: &str| text.starts_with(|sign: char| sign.is_ascii_digit());
    if is_number(&whole.old) || is_number(&whole.new) {
        return false;
    }
    let joined = spaced.as_ref().map(|text| text.replace(' ', ""));
    joined.old == joined.new
        && (sides.old.lists.joined.contains(&joined.old) || is_compound(sides.old) && is_compound(sides.new))
}

/// Whether a hyphen tells what belongs together: `twenty-five day periods` are others than `twenty five-day periods`, `12-15` is no
/// `12 15`, and `no-fault claims` are claims.
fn is_bound_otherwise(sides: Pair<&str>, lists: &Lists) -> bool {
    let hyphens = |own: &str, other: &str| {
        let signs = own.char_indices().zip(other.chars());
        signs.filter(|((_, own), other)| *own == '-' && *other == ' ').map(|((at, _), _)| at).collect::<Vec<_>>()
    };
    let (gone, come) = (hyphens(sides.old, sides.new), hyphens(sides.new, sides.old));
    let counts = |text: &str, at: usize| {
        let before = text[..at].rsplit([' ', '-']).next().unwrap_or("");
        let is_digit = |sign: &str| sign.starts_with(|sign: char| sign.is_ascii_digit());
        let listed = lists.entry(before).map_or(&[][..], |entry| &entry.phrases);
        is_digit(before) && is_digit(&text[at + 1..])
            || listed.iter().any(|phrase| {
                phrase.rest.is_empty() && matches!(phrase.listed, Listed::Negation | Listed::Quantifier | Listed::Limit)
            })
    };
    !gone.is_empty() && !come.is_empty()
        || gone.iter().any(|at| counts(sides.old, *at))
        || come.iter().any(|at| counts(sides.new, *at))
}

/// Whether both sides are one row of two numbers, with a dash or a word between them: `12 to 9` and `12–9`.
pub fn is_same_range(sides: Pair<&Side<'_>>) -> bool {
    let is_digit = |sign: char| sign.is_ascii_digit();
    let ends = |side: &Side<'_>| -> Option<[String; 2]> {
        let own = |word: &str| word.bytes().all(|digit| digit.is_ascii_digit()).then(|| word.to_owned());
        match side.words.as_slice() {
            [only] => only.text.split_once(['-', '–']).and_then(|(first, last)| Some([own(first)?, own(last)?])),
            [first, join, last] if RANGES.contains(&&*join.lower) => Some([own(first.text)?, own(last.text)?]),
            _ => None,
        }
    };
    // The numbers may stand outside the edit.
    let is_join = |side: &Side<'_>| {
        let [join] = side.words.as_slice() else { return false };
        let before = side.text[..join.span.start].trim_end_matches(' ');
        let behind = side.text[join.span.end..].trim_start_matches(' ');
        let is_listed = RANGES.contains(&&*join.lower) && join.lower != "through";
        is_listed && before.ends_with(is_digit) && behind.starts_with(is_digit)
    };
    let ends = sides.map(ends);
    ends.old.is_some() && ends.old == ends.new || is_join(sides.old) && is_join(sides.new) || is_same_last_year(sides)
}

/// Whether both sides are the last year of one range, with its century on one of them: `1914–18` and `1914–1918`.
fn is_same_last_year(sides: Pair<&Side<'_>>) -> bool {
    const SHORT: usize = 2;
    const WHOLE: usize = 4;
    let is_number = |text: &str| text.bytes().all(|digit| digit.is_ascii_digit());
    let range = |side: &Side<'_>| -> Option<(String, String)> {
        let [only] = side.words.as_slice() else { return None };
        let before = before(side.text, only.span.end);
        let line = before.rsplit(char::is_whitespace).next()?;
        let (first, last) = line.split_once(['-', '–'])?;
        let first: String = first.chars().skip_while(|sign| !sign.is_ascii_digit()).collect();
        let is_range = first.len() == WHOLE && is_number(&first) && is_number(last);
        let century = first.get(..WHOLE - SHORT)?;
        let whole = if last.len() == SHORT { format!("{century}{last}") } else { last.to_owned() };
        (is_range && whole.len() == WHOLE).then_some((first, whole))
    };
    let ranges = sides.map(range);
    ranges.old.is_some() && ranges.old == ranges.new
}

/// The words and numbers of a side, without its marks.
pub fn words<'a, 'b>(side: &'a Side<'b>) -> impl Iterator<Item = &'a Word<'b>> + Clone {
    side.words.iter().filter(|word| word.kind != TokenKind::Mark)
}

/// Whether no word is one that would be another alone: `a way` is not `away`, `re sign` not `resign`.
fn is_compound(side: &Side<'_>) -> bool {
    words(side).all(|word| {
        let is_grammar = word.entry.is_some_and(|entry| entry.is_light);
        word.kind == TokenKind::Word && !is_grammar && word.lower != "re" && !word.lower.starts_with("re-")
    })
}
