//! Terms of the glossary that are not rendered as it says.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::rendering::Rendering;
use super::{Class, Finding, FlagKind};
use crate::compare::flags::side::Word;
use crate::document::{Pair, Side, Span, tokens};

/// Letters at the end of a word that its inflection may change.
const ENDING: usize = 3;

/// The endings of each declension, by language.
static ENDINGS: LazyLock<BTreeMap<String, Vec<Vec<String>>>> = LazyLock::new(|| {
    let files: BTreeMap<String, Vec<String>> = toml::from_str(include_str!("words/endings.toml")).unwrap_or_default();
    let row = |row: String| row.split(' ').map(|ending| ending.trim_start_matches('-').to_owned()).collect();
    files.into_iter().map(|(language, rows)| (language, rows.into_iter().map(row).collect())).collect()
});

/// Terms of the original whose translation is not used.
pub fn glossary(rendering: &Rendering<'_>, glossary: &[Pair<String>]) -> Vec<Finding> {
    // A false alarm costs more than a miss: the original must have a form of the term, the translation what may be one.
    let rows = rendering.languages.old.and_then(|language| ENDINGS.get(language));
    let is_declined =
        |word: &str, part: &str| rows.map_or_else(|| may_be_form(word, part), |rows| is_form(word, part, rows));
    let found: Vec<(&Pair<String>, Vec<Span>)> = glossary
        .iter()
        .map(|term| (term, places(rendering.words(Side::Old), &term.old, is_declined)))
        .filter(|(_, spans)| !spans.is_empty())
        .collect();
    // Within a longer term, a word is not a term of its own.
    let is_part = |span: &Span| found.iter().flat_map(|(_, spans)| spans).any(|whole| is_inside(*span, *whole));
    let mut findings: Vec<Finding> = Vec::new();
    for (term, spans) in &found {
        let Some(span) = spans.iter().find(|span| !is_part(span)) else { continue };
        // A term may have several translations, an entry each.
        let same = glossary.iter().filter(|other| other.old.to_lowercase() == term.old.to_lowercase());
        let is_used = same.clone().any(|other| !places(rendering.words(Side::New), &other.new, may_be_form).is_empty());
        let is_known = findings.iter().any(|finding| finding.places.old == Some(*span));
        if is_used || is_known {
            continue;
        }
        let wanted: Vec<&str> = same.map(|other| other.new.as_str()).collect();
        let reason = format!("{} is to be {}", term.old, wanted.join(" or "));
        findings.push(Finding::new(FlagKind::Glossary, Class::Wording, reason).at(Side::Old, *span));
    }
    findings
}

/// Whether a place is a part of another one.
fn is_inside(part: Span, whole: Span) -> bool {
    whole.start <= part.start && part.end <= whole.end && part != whole
}

/// Where a term stands among words, each of which fits its part of the term.
fn places(words: &[Word<'_>], term: &str, fits: impl Fn(&str, &str) -> bool) -> Vec<Span> {
    let parts = tokens(term, Span::new(0, term.len()));
    let parts: Vec<String> = parts.iter().map(|part| part.span.of(term).to_lowercase()).collect();
    if parts.is_empty() {
        return Vec::new();
    }
    let fits = |there: &&[Word<'_>]| there.iter().zip(&parts).all(|(word, part)| fits(&word.lower, part));
    let there = words.windows(parts.len()).filter(fits);
    there.map(|there| there[0].span.to(there[there.len() - 1].span)).collect()
}

/// Whether two words are forms of one: they differ in two endings of one declension.
fn is_form(a: &str, b: &str, rows: &[Vec<String>]) -> bool {
    let is_stem = |stem: &&str| stem.chars().nth(1).is_some();
    let is_in = |row: &Vec<String>| {
        let mut stems = row.iter().filter_map(|ending| b.strip_suffix(ending.as_str())).filter(is_stem);
        stems.any(|stem| a.strip_prefix(stem).is_some_and(|rest| row.iter().any(|ending| ending == rest)))
    };
    a == b || rows.iter().any(is_in)
}

/// Whether two words may be forms of one: all but their endings are the same.
fn may_be_form(a: &str, b: &str) -> bool {
    let letters = |word: &str| word.chars().count();
    let shared = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
    let (short, long) = (letters(a).min(letters(b)), letters(a).max(letters(b)));
    a == b || shared >= 3 && shared + ENDING >= long && shared + 2 >= short
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(language: &str, a: &str, b: &str, expected: bool) {
        assert_eq!(is_form(a, b, &ENDINGS[language]), expected, "{a}, {b}");
    }

    #[test]
    fn forms_differ_in_endings_of_one_declension() {
        check("ru", "сессии", "сессия", true);
        check("ru", "высокого", "высокий", true);
        check("ru", "договорами", "договор", true);
        check("ru", "правах", "право", true);
        check("ru", "правой", "право", false);
        check("ru", "портал", "порт", false);
        check("ru", "советник", "совет", false);
        check("de", "rechts", "recht", true);
        check("de", "rechtlich", "recht", false);
        check("en", "parties", "party", true);
        check("en", "partial", "party", false);
        check("fr", "nationaux", "national", true);
    }
}
