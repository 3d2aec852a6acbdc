//! What carries a number: the words that are listed for a language, and those of the headings of a text.

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;

use crate::compare::flags::lists::Lists;
use crate::compare::word_lists::{self, word_list};

/// A word that carries a number. Forms of one word have one name.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Name {
    /// One that is listed: its group.
    Listed(usize),
    /// One that a heading of the text has: in small letters.
    Word(String),
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    many: String,
    clauses: String,
    parts: String,
    near: String,
    of: Vec<String>,
    to: Vec<String>,
    texts: String,
    own: String,
    possessives: String,
}

/// The words of words.toml for a language.
#[derive(Debug, Default)]
struct Words {
    many: Vec<&'static str>,
    clauses: FxHashSet<Name>,
    parts: FxHashSet<Name>,
    near: FxHashSet<&'static str>,
    of: Vec<Vec<&'static str>>,
    to: Vec<Vec<&'static str>>,
    texts: FxHashSet<&'static str>,
    text_ends: Vec<&'static str>,
    own: FxHashSet<&'static str>,
    possessives: FxHashSet<&'static str>,
}

static WORDS: LazyLock<BTreeMap<String, File>> = LazyLock::new(|| word_lists::read(word_list!("numbering/words")));

/// The labels of two wordings.
#[derive(Debug)]
pub struct Labels {
    /// The word lists of the language.
    pub lists: &'static Lists,
    language: &'static str,
    /// Read when they are asked for: most texts have no numbers that changed.
    words: OnceCell<Words>,
    /// Of what the blocks of the texts have: as it is written there first.
    shown: FxHashMap<Name, String>,
}

impl Labels {
    /// The labels for a language (ISO 639-1), English where it is not known.
    pub fn of(language: Option<&'static str>) -> Self {
        let lists = Lists::of(language);
        Self { lists, language: language.unwrap_or("en"), words: OnceCell::new(), shown: FxHashMap::default() }
    }

    fn words(&self) -> &Words {
        self.words.get_or_init(|| {
            let Some(file) = WORDS.get(self.language) else { return Words::default() };
            let phrases = |phrases: &'static [String]| phrases.iter().map(|words| words.split(' ').collect()).collect();
            Words {
                many: file.many.split(' ').collect(),
                clauses: file.clauses.split(' ').map(|word| self.any(word)).collect(),
                parts: file.parts.split(' ').map(|word| self.any(word)).collect(),
                near: file.near.split(' ').collect(),
                of: phrases(&file.of),
                to: phrases(&file.to),
                texts: file.texts.split(' ').map(|text| text.trim_start_matches('-')).collect(),
                text_ends: file.texts.split(' ').filter_map(|text| text.strip_prefix('-')).collect(),
                own: file.own.split(' ').collect(),
                possessives: file.possessives.split(' ').collect(),
            }
        })
    }

    /// The name of a word, whatever it is.
    fn any(&self, word: &str) -> Name {
        let lower = word.to_lowercase();
        match self.lists.entry(&lower).and_then(|entry| entry.reference) {
            _ if lower.starts_with('§') => Name::Word("§".to_owned()),
            Some(group) => Name::Listed(group),
            None => Name::Word(lower),
        }
    }

    /// The name of a label: a word that is listed, a sign of paragraph, or a word that was learnt.
    pub fn name(&self, word: &str) -> Option<Name> {
        let name = self.any(word);
        let is_label = matches!(name, Name::Listed(_)) || word.starts_with('§') || self.shown.contains_key(&name);
        is_label.then_some(name)
    }

    /// The name of what stands before the number of a block; from now on it is a label. Only a heading may tell a new one.
    pub fn learn(&mut self, word: &str, is_heading: bool) -> Option<Name> {
        let name = if is_heading { self.any(word) } else { self.name(word)? };
        let is_shouted = word.chars().count() > 1 && !word.chars().any(char::is_lowercase);
        let letters = word.chars().enumerate();
        let calm = |(at, letter): (usize, char)| if at > 0 { letter.to_lowercase().collect() } else { vec![letter] };
        let shown = || if is_shouted { letters.flat_map(calm).collect() } else { word.to_owned() };
        self.shown.entry(name.clone()).or_insert_with(shown);
        Some(name)
    }

    /// How a label that blocks have is written there, before one number or in front of several.
    pub fn shown(&self, name: &Name, is_many: bool) -> Option<String> {
        let one = self.shown.get(name)?;
        let many = self.words().many.iter().find(|many| is_many && self.any(many) == *name);
        let Some(many) = many else { return Some(one.clone()) };
        let is_capital = one.starts_with(char::is_uppercase);
        let letters = many.chars().enumerate();
        let shown = |(at, letter): (usize, char)| match at {
            0 if is_capital => letter.to_uppercase().collect(),
            _ => vec![letter],
        };
        Some(letters.flat_map(shown).collect())
    }

    /// Whether several numbers follow a word.
    pub fn is_many(&self, word: &str, name: &Name) -> bool {
        let lower = word.to_lowercase();
        let is_one = || self.shown.get(name).is_some_and(|one| one.to_lowercase() == lower);
        self.words().many.contains(&lower.as_str()) && !is_one()
    }

    /// Whether a label may point at a number that stands alone.
    pub fn may_be_clause(&self, name: &Name) -> bool {
        self.words().clauses.contains(name)
    }

    /// Whether a label may name what is counted anew in every article.
    pub fn is_part(&self, name: &Name) -> bool {
        self.words().parts.contains(name)
    }

    /// Whether a word (in small letters) says that what stands before it is near in the same text: `above`.
    pub fn is_near(&self, lower: &str) -> bool {
        self.words().near.contains(lower)
    }

    /// Whether it is known how the language leads into another text.
    pub fn can_tell(&self) -> bool {
        !self.words().of.is_empty()
    }

    /// How many of these words (in small letters), which stand behind a reference, lead into another text; 0 = none.
    pub fn of_words(&self, lower: &[String]) -> usize {
        longest(&self.words().of, lower)
    }

    /// How many of them do so where the name of a text follows; 0 = none.
    pub fn to_words(&self, lower: &[String]) -> usize {
        longest(&self.words().to, lower)
    }

    /// Whether a word names a kind of text: `Charter`, `Grundlagenvertrag`; or is short for one: `TEU`.
    pub fn is_text(&self, word: &str) -> bool {
        const SHORT: usize = 3;
        let is_short = || word.chars().count() >= SHORT && word.chars().all(char::is_uppercase);
        let lower = word.to_lowercase();
        let words = self.words();
        let is_listed = words.texts.contains(lower.as_str()) || words.texts.contains(word);
        is_listed || words.text_ends.iter().any(|end| lower.ends_with(end)) || is_short()
    }

    /// Whether a word (in small letters) says that what stands behind it is of something named before: `its paragraph 2`.
    pub fn is_possessive(&self, lower: &str) -> bool {
        self.words().possessives.contains(lower)
    }

    /// Whether a word (in small letters) says that the text itself is meant.
    pub fn is_own(&self, lower: &str) -> bool {
        self.words().own.contains(lower)
    }
}

/// How many words the longest of some phrases has with which these words begin.
fn longest(phrases: &[Vec<&str>], lower: &[String]) -> usize {
    let fits =
        |phrase: &&Vec<&str>| lower.len() >= phrase.len() && lower.iter().zip(*phrase).all(|(word, part)| word == part);
    phrases.iter().filter(fits).map(Vec::len).max().unwrap_or(0)
}
