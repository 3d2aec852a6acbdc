//! Terms of the glossary that are not rendered as it says.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::{FxHashMap, FxHashSet};

use super::forms::Forms;
use super::phrases::Phrases;
use super::rendering::Rendering;
use super::{Class, Finding, FlagKind};
use crate::compare::flags::lists::Lists;
use crate::compare::flags::side::{lower, parts};
use crate::document::{Pair, Side, Span};

/// More translations of one term than these are not told.
const TOLD: usize = 8;

/// The terms of a glossary, made ready to be looked for in every bead.
#[derive(Debug)]
pub struct Terms {
    phrases: Pair<Phrases>,
    terms: Vec<Term>,
    /// The terms by their phrases in the original.
    by_phrase: FxHashMap<usize, Vec<usize>>,
}

/// A term. It may have several translations, an entry of the glossary each.
#[derive(Debug)]
struct Term {
    written: String,
    renderings: BTreeSet<usize>,
    wanted: Vec<String>,
}

impl Terms {
    /// Reads a glossary for texts in these languages.
    pub fn of(glossary: &[Pair<String>], languages: Pair<Option<&str>>) -> Self {
        // A false alarm costs more than a miss: the original must have a form of the term, the translation what may be one.
        let phrases = Pair::of(Phrases::new(Forms::of(languages.old)), Phrases::new(Forms::Alike));
        let mut terms = Self { phrases, terms: Vec::new(), by_phrase: FxHashMap::default() };
        let mut known: FxHashMap<String, usize> = FxHashMap::default();
        for entry in glossary {
            let numbers = Pair::of(Side::Old, Side::New).map(|side| {
                let elisions = &Lists::of(languages[side].or(Some(""))).elisions;
                let words: Vec<_> = parts(&entry[side], elisions).into_iter().map(lower).collect();
                terms.phrases[side].add(words.iter().map(|word| &**word))
            });
            let at = *known.entry(entry.old.to_lowercase()).or_insert_with(|| {
                let at = terms.terms.len();
                terms.by_phrase.entry(numbers.old).or_default().push(at);
                let written = entry.old.clone();
                terms.terms.push(Term { written, renderings: BTreeSet::new(), wanted: Vec::new() });
                at
            });
            let term = &mut terms.terms[at];
            term.renderings.insert(numbers.new);
            if term.wanted.len() < TOLD {
                term.wanted.push(entry.new.clone());
            }
        }
        terms
    }
}

/// Terms of the original whose translation is not used.
pub fn glossary(rendering: &Rendering<'_>, terms: &Terms) -> Vec<Finding> {
    let found = terms.phrases.old.found(rendering.words(Side::Old));
    if found.is_empty() {
        return Vec::new();
    }
    let whole = outermost(found.iter().map(|(_, span)| *span));
    let mut places: BTreeMap<usize, Span> = BTreeMap::new();
    for (phrase, span) in found.into_iter().filter(|(_, span)| whole.contains(span)) {
        for term in terms.by_phrase.get(&phrase).into_iter().flatten() {
            places.entry(*term).or_insert(span);
        }
    }
    let used = terms.phrases.new.found(rendering.words(Side::New));
    let used: FxHashSet<usize> = used.into_iter().map(|(phrase, _)| phrase).collect();
    let mut told = BTreeSet::new();
    let mut findings = Vec::new();
    for (term, span) in places {
        let term = &terms.terms[term];
        if term.renderings.iter().any(|phrase| used.contains(phrase)) || !told.insert(span) {
            continue;
        }
        let reason = format!("{} is to be {}", term.written, term.wanted.join(" or "));
        findings.push(Finding::new(FlagKind::Glossary, Class::Wording, reason).at(Side::Old, span));
    }
    findings
}

/// Those of some places that are no part of another one: within a longer term, a word is not a term of its own.
fn outermost(spans: impl Iterator<Item = Span>) -> BTreeSet<Span> {
    let mut spans: Vec<Span> = spans.collect();
    spans.sort_unstable_by_key(|span| (span.start, usize::MAX - span.end));
    spans.dedup();
    let mut end = 0;
    spans.retain(|span| {
        let is_part = span.end <= end;
        end = end.max(span.end);
        !is_part
    });
    spans.into_iter().collect()
}
