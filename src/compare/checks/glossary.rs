//! Terms of the glossary that are not rendered as it says.

use super::rendering::Rendering;
use super::{Class, Finding, FlagKind};
use crate::compare::flags::side::Word;
use crate::document::{Pair, Side, Span, tokens};

/// Letters at the end of a word that its inflection may change.
const ENDING: usize = 3;

/// Terms of the original whose translation is not used.
pub fn glossary(rendering: &Rendering<'_>, glossary: &[Pair<String>]) -> Vec<Finding> {
    let is_found = |term: &str, side: Side| place(rendering.words(side), term);
    let mut findings: Vec<Finding> = Vec::new();
    for term in glossary {
        let Some(span) = is_found(&term.old, Side::Old) else { continue };
        // A term may have several translations, an entry each.
        let same = glossary.iter().filter(|other| other.old.to_lowercase() == term.old.to_lowercase());
        let is_used = same.clone().any(|other| is_found(&other.new, Side::New).is_some());
        let is_known = findings.iter().any(|finding| finding.places.old == Some(span));
        if is_used || is_known {
            continue;
        }
        let wanted: Vec<&str> = same.map(|other| other.new.as_str()).collect();
        let reason = format!("{} is to be {}", term.old, wanted.join(" or "));
        findings.push(Finding::new(FlagKind::Glossary, Class::Wording, reason).at(Side::Old, span));
    }
    findings
}

/// Where a term stands among words, in whatever form.
fn place(words: &[Word<'_>], term: &str) -> Option<Span> {
    let parts = tokens(term, Span::new(0, term.len()));
    let parts: Vec<String> = parts.iter().map(|part| part.span.of(term).to_lowercase()).collect();
    let fits = |there: &&[Word<'_>]| there.iter().zip(&parts).all(|(word, part)| is_form(&word.lower, part));
    let there = words.windows(parts.len().max(1)).find(|there| !parts.is_empty() && fits(there))?;
    Some(there[0].span.to(there[there.len() - 1].span))
}

/// Whether two words are forms of one: all but their endings are the same.
fn is_form(a: &str, b: &str) -> bool {
    let letters = |word: &str| word.chars().count();
    let shared = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
    let (short, long) = (letters(a).min(letters(b)), letters(a).max(letters(b)));
    a == b || shared >= 3 && shared + ENDING >= long && shared + 2 >= short
}
