//! The word lists, a file for each language.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;

use super::side::Word;

/// What a listed phrase is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Listed {
    /// A modal verb: groups from strong to weak.
    Modal,
    /// An operative verb: groups from strong to weak.
    Verb,
    /// A word that turns the meaning round.
    Negation,
    /// How many or how much.
    Quantifier,
    /// A condition or exception.
    Condition,
}

/// A listed phrase found among words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// What it is.
    pub listed: Listed,
    /// Its group: phrases of one group mean the same.
    pub group: usize,
    /// As it is written there.
    pub text: String,
    /// The word with which it begins.
    pub at: usize,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct File {
    modals: Vec<Vec<String>>,
    verbs: Vec<Vec<String>>,
    negations: Vec<String>,
    quantifiers: Vec<Vec<String>>,
    conditions: Vec<Vec<String>>,
    months: Vec<String>,
    days: Vec<String>,
    names_by_case: bool,
    numbers: BTreeMap<String, f64>,
    scales: BTreeMap<String, f64>,
}

/// By first word: the words that follow it, what the phrase is, and its group; the longest phrase first.
type Phrases = FxHashMap<String, Vec<(Vec<String>, Listed, usize)>>;

/// The lists of one language.
#[derive(Debug)]
pub struct Lists {
    phrases: Phrases,
    months: FxHashSet<String>,
    days: FxHashSet<String>,
    /// Whether a capital within a sentence tells a name.
    pub names_by_case: bool,
    /// Words for numbers.
    pub numbers: FxHashMap<String, f64>,
    /// Words that multiply the number before them.
    pub scales: FxHashMap<String, f64>,
    /// Whether the comma parts the decimals.
    pub decimal_comma: bool,
}

static ENGLISH: LazyLock<Lists> = LazyLock::new(|| Lists::read(include_str!("words/en.toml"), false));
static FRENCH: LazyLock<Lists> = LazyLock::new(|| Lists::read(include_str!("words/fr.toml"), true));
static GERMAN: LazyLock<Lists> = LazyLock::new(|| Lists::read(include_str!("words/de.toml"), true));
static SPANISH: LazyLock<Lists> = LazyLock::new(|| Lists::read(include_str!("words/es.toml"), true));
static RUSSIAN: LazyLock<Lists> = LazyLock::new(|| Lists::read(include_str!("words/ru.toml"), true));

impl Lists {
    /// The lists of a language (ISO 639-1); English where it is not known or has none.
    pub fn of(language: Option<&str>) -> &'static Self {
        match language {
            Some("fr") => &FRENCH,
            Some("de") => &GERMAN,
            Some("es") => &SPANISH,
            Some("ru") => &RUSSIAN,
            _ => &ENGLISH,
        }
    }

    fn read(text: &str, decimal_comma: bool) -> Self {
        let empty = || File {
            modals: Vec::new(),
            verbs: Vec::new(),
            negations: Vec::new(),
            quantifiers: Vec::new(),
            conditions: Vec::new(),
            months: Vec::new(),
            days: Vec::new(),
            names_by_case: false,
            numbers: BTreeMap::new(),
            scales: BTreeMap::new(),
        };
        let file: File = toml::from_str(text).unwrap_or_else(|_| empty());
        let mut phrases = FxHashMap::default();
        add(&mut phrases, file.modals, Listed::Modal);
        add(&mut phrases, file.verbs, Listed::Verb);
        add(&mut phrases, vec![file.negations], Listed::Negation);
        add(&mut phrases, file.quantifiers, Listed::Quantifier);
        add(&mut phrases, file.conditions, Listed::Condition);
        phrases.values_mut().for_each(|known| known.sort_by_key(|(rest, ..)| std::cmp::Reverse(rest.len())));
        Self {
            phrases,
            months: file.months.into_iter().collect(),
            days: file.days.into_iter().collect(),
            names_by_case: file.names_by_case,
            numbers: file.numbers.into_iter().collect(),
            scales: file.scales.into_iter().collect(),
            decimal_comma,
        }
    }

    /// The listed phrases among words, the longest at each place, none overlapping another.
    pub fn find(&self, words: &[Word<'_>]) -> Vec<Found> {
        let mut found = Vec::new();
        let mut at = 0;
        while let Some(word) = words.get(at) {
            let Some((length, listed, group)) = self.at(words, at) else {
                at += 1;
                continue;
            };
            let text: Vec<&str> = words[at..at + length].iter().map(|word| word.text).collect();
            if !self.is_other(word, words.get(at + 1), listed) {
                found.push(Found { listed, group, text: text.join(" "), at });
            }
            at += length;
        }
        found
    }

    /// Whether a word (in lower case) is a month.
    pub fn is_month(&self, lower: &str) -> bool {
        self.months.contains(lower)
    }

    /// Whether a word (in lower case) is a day of the week.
    pub fn is_day(&self, lower: &str) -> bool {
        self.days.contains(lower)
    }

    /// Whether a listed phrase begins with this word (in lower case).
    pub fn begins(&self, lower: &str) -> bool {
        self.phrases.contains_key(lower)
    }

    fn at(&self, words: &[Word<'_>], at: usize) -> Option<(usize, Listed, usize)> {
        let lower = &*words[at].lower;
        if lower.ends_with("n't") || lower.ends_with("n’t") {
            return Some((1, Listed::Negation, 0));
        }
        let fits = |rest: &[String]| {
            let next = words.get(at + 1..at + 1 + rest.len());
            next.is_some_and(|next| next.iter().zip(rest).all(|(word, wanted)| word.lower == *wanted))
        };
        let (rest, listed, group) = self.phrases.get(lower)?.iter().find(|(rest, ..)| fits(rest))?;
        Some((rest.len() + 1, *listed, *group))
    }

    /// Whether a word only looks like what is listed: the month of May, the abbreviation `No.`
    fn is_other(&self, word: &Word<'_>, next: Option<&Word<'_>>, listed: Listed) -> bool {
        let is_capital = word.text.starts_with(char::is_uppercase);
        match listed {
            Listed::Modal => is_capital && self.is_month(&word.lower),
            Listed::Negation => {
                is_capital
                    && word.lower == "no"
                    && next.is_some_and(|next| next.text == "." && next.span.start == word.span.end)
            }
            _ => false,
        }
    }
}

fn add(phrases: &mut Phrases, groups: Vec<Vec<String>>, listed: Listed) {
    for (group, known) in groups.into_iter().enumerate() {
        for phrase in known {
            let mut words = phrase.split(' ').map(str::to_owned);
            if let Some(first) = words.next() {
                phrases.entry(first).or_default().push((words.collect(), listed, group));
            }
        }
    }
}

/// What only one of the sides has, in order: equal phrases (by `same`) are taken from both.
pub fn apart<T: Clone>(old: &[T], new: &[T], same: impl Fn(&T, &T) -> bool) -> (Vec<T>, Vec<T>) {
    let mut left = new.to_vec();
    let mut gone = Vec::new();
    for item in old {
        match left.iter().position(|other| same(item, other)) {
            Some(at) => drop(left.remove(at)),
            None => gone.push(item.clone()),
        }
    }
    (gone, left)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_its_lists() {
        for language in ["en", "fr", "de", "es", "ru"] {
            let lists = Lists::of(Some(language));
            assert!(lists.phrases.len() > 60, "{language}");
            assert_eq!((lists.months.len(), lists.days.is_empty()), (12, false), "{language}");
        }
    }
}
