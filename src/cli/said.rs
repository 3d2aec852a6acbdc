//! What is to be said of wordings that are not what the command line says, or have no words.

use std::collections::BTreeSet;
use std::path::Path;

use super::Reading;
use crate::document::{Document, Pair, Side, is_spaceless};
use crate::read::detect_plainly;
use crate::store;

/// What is to be said of each of two wordings.
pub fn of_two(documents: Pair<&Document>, reading: &Reading) -> Pair<Vec<String>> {
    let is_empty = documents.map(|document| document.blocks.is_empty());
    let empty = match (is_empty.old, is_empty.new) {
        (true, true) => Pair::of(None, Some("both wordings are empty")),
        (true, false) => Pair::of(Some("the old wording is empty"), None),
        (false, true) => Pair::of(None, Some("the new wording is empty")),
        (false, false) => Pair::default(),
    };
    let said = |empty: Option<&str>, other| empty.map(str::to_owned).into_iter().chain(other).collect();
    let Pair { old, new } = contradictions(documents, reading);
    Pair::of(said(empty.old, old), said(empty.new, new))
}

/// That both names are of one file, which can't differ from itself.
pub fn of_one_file(paths: Pair<&Path>) -> Option<String> {
    let is_one = store::is_one_file(paths);
    is_one.then(|| "both wordings are this one file: name the other wording too".to_owned())
}

/// For each side whose language was named that the words plainly are not in it.
pub fn contradictions(documents: Pair<&Document>, reading: &Reading) -> Pair<Option<String>> {
    let of = |side: Side| {
        let (what, option, named) = match side {
            Side::Old => ("old wording", "--old-lang", &reading.old_lang),
            Side::New => ("new wording", "--new-lang", &reading.new_lang),
        };
        let (document, named) = (documents[side], named.as_ref()?);
        let found =
            detect_plainly(&document.text).filter(|found| document.language.is_some_and(|known| known != *found))?;
        Some(format!("the {what} reads like {found}, but {option} says {named}"))
    };
    Pair::of(of(Side::Old), of(Side::New))
}

/// For each side of a translation whose language can't be told that the checks know nothing of its words.
pub fn unknown_languages(documents: Pair<&Document>) -> Pair<Option<String>> {
    let of = |side: Side| {
        let (what, option) = match side {
            Side::Old => ("original", "--old-lang"),
            Side::New => ("translation", "--new-lang"),
        };
        let is_empty = |side: Side| documents[side].blocks.is_empty();
        let is_unknown = documents[side].language.is_none() && !is_empty(Side::Old) && !is_empty(Side::New);
        is_unknown.then(|| {
            format!("the language of the {what} can't be told, so its words are not checked: {option} names it")
        })
    };
    Pair::of(of(Side::Old), of(Side::New))
}

/// The same of a file that holds both sides.
pub fn unknown_languages_of_one(documents: Pair<&Document>) -> Vec<String> {
    let Pair { old, new } = unknown_languages(documents);
    if old.is_some() && new.is_some() {
        let both = "the languages can't be told, so no words are checked: --old-lang and --new-lang name them";
        return vec![both.to_owned()];
    }
    old.into_iter().chain(new).collect()
}

/// What is to be said of a glossary of whose terms none comes in the source: its columns may be others than they are taken for.
pub fn of_glossary(terms: &[Pair<String>], documents: Pair<&Document>) -> Option<String> {
    // The beginning of the first word: a text may have it with another ending.
    let first = |words: &str| {
        const ENDING: usize = 2;
        const LEAST: usize = 3;
        let word = words.split(|letter: char| !letter.is_alphanumeric()).find(|word| !word.is_empty())?.to_lowercase();
        let letters = word.chars().count().saturating_sub(ENDING).max(LEAST);
        Some(word.chars().take(letters).collect::<String>())
    };
    // Where no spaces part words, no word of a text can be looked up.
    let has_no_words = |text: &str| text.chars().any(is_spaceless);
    if terms.is_empty() || terms.iter().any(|term| has_no_words(&term.old) || has_no_words(&term.new)) {
        return None;
    }
    let words = documents.map(|document| {
        document.text.split(|letter: char| !letter.is_alphanumeric()).map(str::to_lowercase).collect::<BTreeSet<_>>()
    });
    let comes = |side: Side, column: Side| {
        let begins =
            |begin: String| words[side].range(begin.clone()..).next().is_some_and(|word| word.starts_with(&begin));
        terms.iter().filter_map(|term| first(&term[column])).any(begins)
    };
    if comes(Side::Old, Side::Old) {
        None
    } else if comes(Side::Old, Side::New) && comes(Side::New, Side::Old) {
        Some(
            "its terms are those of the translation: swap its columns, or name their languages in a first row"
                .to_owned(),
        )
    } else {
        Some("none of its terms comes in the source: a first row of languages tells which columns they are".to_owned())
    }
}

/// What is to be said of each of a source and what is named as its translation.
pub fn of_a_translation(documents: Pair<&Document>, reading: &Reading) -> Pair<Vec<String>> {
    let mut said = of_two(documents, reading);
    let languages = documents.map(|document| document.language);
    if let Some(language) = languages.new.filter(|_| languages.old == languages.new) {
        let name = &documents.new.name;
        said.new.push(format!("{name} is in {language}, and so is its source: --translation names the translation"));
    }
    said
}

/// What is to be said of a glossary beside `--translation`, where it only helps to align.
pub fn of_unchecked_terms(source: &Path, translation: &Path) -> String {
    let (source, translation) = (source.display(), translation.display());
    format!(
        "the terms of the glossary are not checked beside --translation: compare {source} and {translation} for that"
    )
}
