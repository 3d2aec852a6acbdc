//! Terms of the glossary that are not rendered as it says.

use std::collections::BTreeSet;

use rustc_hash::{FxHashMap, FxHashSet};

use super::forms::Forms;
use super::phrases::Phrases;
use super::rendering::Rendering;
use super::{Class, Finding, FlagKind};
use crate::compare::flags::lists::Lists;
use crate::compare::flags::side::{Word, lower, parts};
use crate::document::{Pair, Side};

/// More translations of one term than these are not told.
const TOLD: usize = 8;
/// In a glossary of so many terms that all have capitals these are its style, and say nothing of the terms.
const STYLED: usize = 8;

/// The terms of a glossary, made ready to be looked for in every bead.
#[derive(Debug)]
pub struct Terms {
    phrases: Pair<Phrases>,
    /// The terms by their phrases in the original.
    terms: FxHashMap<usize, Term>,
    /// What each phrase of the translation renders, in lower case.
    rendered: FxHashMap<usize, Vec<String>>,
}

/// A term. It may have several translations, an entry of the glossary each.
#[derive(Debug)]
struct Term {
    written: String,
    /// Whether it is a name: the same words in small letters are others, as `Совет` and `совет`.
    is_name: bool,
    renderings: FxHashSet<usize>,
    wanted: Vec<String>,
}

impl Terms {
    /// Reads a glossary for texts in these languages.
    pub fn of(glossary: &[Pair<String>], languages: Pair<Option<&str>>) -> Self {
        // A false alarm costs more than a miss: the original must have a form of the term, the translation what may be one.
        let phrases = Pair::of(Phrases::new(Forms::of(languages.old)), Phrases::new(Forms::Alike));
        let mut terms = Self { phrases, terms: FxHashMap::default(), rendered: FxHashMap::default() };
        let capitals_tell = glossary.len() < STYLED || !glossary.iter().all(|entry| has_capital(&entry.old));
        for entry in glossary {
            let is_name = capitals_tell && has_capital(&entry.old);
            let numbers = Pair::of(Side::Old, Side::New).map(|side| {
                let elisions = &Lists::of(languages[side].or(Some(""))).elisions;
                let words: Vec<_> = parts(&entry[side], elisions).into_iter().map(lower).collect();
                terms.phrases[side].add(words.iter().map(|word| &**word))
            });
            let (written, renderings) = (entry.old.clone(), FxHashSet::default());
            let new = || Term { written, is_name, renderings, wanted: Vec::new() };
            let term = terms.terms.entry(numbers.old).or_insert_with(new);
            term.is_name &= is_name;
            term.renderings.insert(numbers.new);
            terms.rendered.entry(numbers.new).or_default().push(lower(&entry.old).into_owned());
            if term.wanted.len() < TOLD {
                term.wanted.push(entry.new.clone());
            }
        }
        terms
    }

    /// Whether a translation of a term is used: not in a form that is the very translation of quite another term, as `Mieter` is no
    /// form of `Miete` where both are listed.
    fn is_rendered(&self, term: &Term, used: &FxHashMap<usize, Option<usize>>) -> bool {
        let own = lower(&term.written);
        let is_kin = |other: usize| {
            self.rendered.get(&other).is_some_and(|others| others.iter().any(|other| Forms::Alike.are(other, &own)))
        };
        term.renderings.iter().any(|rendering| used.get(rendering).is_some_and(|other| other.is_none_or(is_kin)))
    }
}

/// Terms of the original whose translation is not used.
pub fn glossary(rendering: &Rendering<'_>, terms: &Terms) -> Vec<Finding> {
    let counts = |phrase: usize, words: &[Word<'_>]| {
        let is_name = terms.terms.get(&phrase).is_some_and(|term| term.is_name);
        !is_name || words.iter().any(|word| has_capital(word.text))
    };
    let places = terms.phrases.old.outermost(rendering.words(Side::Old), counts);
    if places.is_empty() {
        return Vec::new();
    }
    let used = terms.phrases.new.used(rendering.words(Side::New));
    let mut told = BTreeSet::new();
    let mut findings = Vec::new();
    for (phrase, span) in places {
        let Some(term) = terms.terms.get(&phrase) else { continue };
        if terms.is_rendered(term, &used) || !told.insert(span) {
            continue;
        }
        let reason = format!("{} is to be {}", term.written, term.wanted.join(" or "));
        findings.push(Finding::new(FlagKind::Glossary, Class::Wording, reason).at(Side::Old, span));
    }
    findings
}

fn has_capital(words: &str) -> bool {
    words.contains(char::is_uppercase)
}
