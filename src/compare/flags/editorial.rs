//! Edits that change no word: spelling, punctuation, case, typography, spacing. What is not surely one of these is none.

use super::side::{Side, Word};
use super::{Flag, FlagKind};
use crate::document::{Pair, TokenKind};

/// Marks whose coming and going changes no word. Square brackets are not among them: in drafts they hold what is not agreed.
const MARKS: &str = ",;:.…\"'“”„«»‹›‘’‚—–-()!·";

/// Why an edit is editorial; nothing where it is not.
pub fn editorial(sides: Pair<&Side<'_>>) -> Option<Flag> {
    if sides.old.bead.is_empty() || sides.new.bead.is_empty() {
        return None;
    }
    let flag = |kind, reason: String| Some(Flag { kind, reason });
    let shown = sides.map(|side| side.edit.of(side.text).trim());
    if shown.old.is_empty() && shown.new.is_empty() {
        return flag(FlagKind::Spacing, "white space only".to_owned());
    }
    let marks = sides.map(marks);
    if marks.old.iter().chain(&marks.new).any(|mark| !MARKS.contains(mark)) {
        return None;
    }
    let words = sides.map(words);
    let all = |same: fn(&Word<'_>, &Word<'_>) -> bool| {
        words.old.len() == words.new.len() && words.old.iter().zip(&words.new).all(|(old, new)| same(old, new))
    };
    let change = || one(&shown);
    if all(|old, new| old.text == new.text) {
        let shape = |marks: &[&str]| marks.concat().chars().map(shape).collect::<String>().replace("...", "…");
        let kind = if shape(&marks.old) == shape(&marks.new) { FlagKind::Typography } else { FlagKind::Punctuation };
        return flag(kind, change());
    }
    if all(|old, new| plain(old.text) == plain(new.text)) {
        return flag(FlagKind::Typography, change());
    }
    if all(|old, new| old.lower == new.lower && is_capital(old.text) == is_capital(new.text)) {
        return flag(FlagKind::Case, change());
    }
    if all(|old, new| is_capital(old.text) == is_capital(new.text) && is_variant(&old.lower, &new.lower))
        || is_joined(&words)
    {
        return flag(FlagKind::Spelling, change());
    }
    None
}

fn one(shown: &Pair<&str>) -> String {
    match (shown.old, shown.new) {
        ("", new) => format!("adds {new}"),
        (old, "") => format!("drops {old}"),
        (old, new) => format!("{old} → {new}"),
    }
}

fn marks<'a>(side: &'a Side<'_>) -> Vec<&'a str> {
    side.words.iter().filter(|word| word.kind == TokenKind::Mark).map(|word| word.text).collect()
}

fn words<'a, 'b>(side: &'a Side<'b>) -> Vec<&'a Word<'b>> {
    side.words.iter().filter(|word| word.kind != TokenKind::Mark).collect()
}

/// Whether a word is in capitals: `US` is not `us`.
fn is_capital(word: &str) -> bool {
    word.chars().count() > 1 && !word.chars().any(char::is_lowercase) && word.chars().any(char::is_uppercase)
}

/// A mark without its shape.
fn shape(mark: char) -> char {
    match mark {
        '“' | '”' | '„' | '«' | '»' | '‹' | '›' | '‘' | '’' | '‚' | '\'' => '"',
        '—' | '–' => '-',
        other => other,
    }
}

/// A word without the shapes of its apostrophes and hyphens.
fn plain(word: &str) -> String {
    word.chars()
        .filter(|letter| *letter != '\u{ad}')
        .map(|letter| match letter {
            '’' => '\'',
            '‐' | '‑' => '-',
            '\u{a0}' | '\u{202f}' | '\u{2009}' => ' ',
            other => other,
        })
        .collect()
}

/// Whether two words are spellings of one.
fn is_variant(old: &str, new: &str) -> bool {
    let is_near = old.len().abs_diff(new.len()) <= 4 && old.chars().next() == new.chars().next();
    is_near && spelling(old) == spelling(new)
}

/// What the variants of one word's spelling share: British and American endings, hyphens, ё and ß.
fn spelling(word: &str) -> String {
    let mut key = plain(word).replace('ё', "е").replace('ß', "ss");
    // `re-sign` is not `resign`.
    if !key.starts_with("re-") {
        key = key.replace('-', "");
    }
    let letters = key.chars().count();
    for (ending, other) in [
        ("ise", "ize"),
        ("ised", "ized"),
        ("ises", "izes"),
        ("ising", "izing"),
        ("isation", "ization"),
        ("isations", "izations"),
        ("yse", "yze"),
        ("ysed", "yzed"),
        ("ysing", "yzing"),
    ] {
        if let Some(stem) = key.strip_suffix(ending).filter(|_| letters >= 7) {
            key = format!("{stem}{other}");
            break;
        }
    }
    if letters >= 5 {
        key = key.replace("our", "or").replace("ence", "ense");
    }
    if letters >= 8 {
        key = key.replace("lled", "led").replace("lling", "ling").replace("ller", "ler");
    }
    if letters >= 6 {
        for (ending, other) in [
            ("tre", "ter"),
            ("tres", "ters"),
            ("ogue", "og"),
            ("ogues", "ogs"),
            ("gramme", "gram"),
            ("grammes", "grams"),
        ] {
            if let Some(stem) = key.strip_suffix(ending) {
                key = format!("{stem}{other}");
                break;
            }
        }
    }
    key
}

/// Words that are written together or apart without another meaning.
fn is_joined(words: &Pair<Vec<&Word<'_>>>) -> bool {
    const JOINED: [&str; 4] = ["percent", "cannot", "worldwide", "email"];
    let whole = words.as_ref().map(|words| words.iter().map(|word| word.lower.replace('-', "")).collect::<String>());
    whole.old == whole.new && JOINED.contains(&whole.old.as_str())
}
