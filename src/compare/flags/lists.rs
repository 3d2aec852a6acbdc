//! The word lists, a file for each language.

use std::borrow::Cow;
use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};
use unicode_segmentation::UnicodeSegmentation;

use super::entries::Entries;
use super::file::read;
use super::opposite::Denial;
use super::side::lower;
use super::topics::Topics;
use super::unit::Unit;
use crate::compare::word_lists::word_list;
use crate::document::{Document, Pair};

/// So many words of a text are asked for its language.
const SAMPLE: usize = 100;

/// What a listed phrase is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Listed {
    /// A modal verb: groups from strong to weak.
    Modal,
    /// An operative verb: groups from strong to weak, on several ladders (see [`LADDER`]).
    Verb,
    /// A word that turns the meaning round.
    Negation,
    /// How many or how much.
    Quantifier,
    /// Any: it counts only where a quantifier stands on the other side.
    Choice,
    /// What narrows: only, at least, at most.
    Limit,
    /// A bound of the number behind it: about, up to, more than.
    Bound,
    /// A condition or exception.
    Condition,
    /// What qualifies a duty or a right in law: written, binding.
    Qualifier,
    /// How soon, or on which side of a day.
    Deadline,
    /// And, or, but.
    Connective,
}

/// So many groups a ladder of operative verbs may have: verbs of one ladder have groups with the same multiple of it.
pub const LADDER: usize = 32;

/// What joins the numbers of a list.
pub const JOINS: [&str; 21] = [
    "and", "or", "to", "und", "oder", "bis", "et", "ou", "à", "y", "o", "a", "и", "или", "по", ",", "-", "–", "—", "/",
    "through",
];

/// A phrase without its first word, what it is, and its group: phrases of one group mean the same.
#[derive(Debug)]
pub struct Phrase {
    /// The words behind the first.
    pub rest: Vec<String>,
    /// What it is.
    pub listed: Listed,
    /// Its group.
    pub group: usize,
}

/// All that the lists say of one word.
#[derive(Debug, Default)]
pub struct Entry {
    /// Phrases that begin with it, the longest first.
    pub phrases: Vec<Phrase>,
    /// It is one of the words of a longer phrase.
    pub is_part: bool,
    /// The words that follow it in such phrases.
    pub next: Vec<String>,
    /// A whole phrase begins with it that is written in another way too, or may stand for another, or says nothing.
    pub begins_whole: bool,
    /// Units that begin with it, the longest first: the words behind the first, and the unit.
    pub units: Vec<(Vec<String>, &'static Unit)>,
    /// A unit of more words ends with it: `ouvrables` of `jours ouvrables`.
    pub ends_unit: bool,
    /// It carries no content.
    pub is_light: bool,
    /// It stands in a phrase that may stand for another.
    pub in_synonym: bool,
    /// An article.
    pub is_article: bool,
    /// A grammar word that may come or go alone.
    pub is_link: bool,
    /// It makes a passive with a participle before it, beside what it is as a modal.
    pub is_passive: bool,
    /// It points at something written: see, cf., above.
    pub is_pointer: bool,
    /// The name of a country, or the first word of one.
    pub is_country: bool,
    /// What stands before the name of a person, with a full stop behind it: Mr., Dr.
    pub is_title: bool,
    /// The month it names, from 1.
    pub month: Option<u8>,
    /// It is a day of the week.
    pub is_day: bool,
    /// It names what is numbered (Article, Annex): its group.
    pub reference: Option<usize>,
    /// The number it stands for.
    pub number: Option<f64>,
    /// That number counts only where another stands on the other side.
    pub is_weak: bool,
    /// What it multiplies the number before it by.
    pub scale: Option<f64>,
    /// It multiplies an amount of money: bn.
    pub multiplies_money: bool,
    /// The groups of forms that follow from the words around.
    pub agreement: Vec<usize>,
    /// It is a misspelling of this.
    pub meant: Option<String>,
    /// What the word may be about, by all of this.
    pub topics: Topics,
}

impl Entry {
    /// Whether the word alone is a unit: not so where others must follow, as in `US dollars`.
    pub fn is_unit(&self) -> bool {
        self.units.iter().any(|(rest, _)| rest.is_empty())
    }
}

/// Letters that are written in two ways: `our` and `or`.
#[derive(Debug)]
pub struct Variant {
    /// One way.
    pub one: String,
    /// The other.
    pub other: String,
    /// How many bytes they share at their beginning.
    pub shared: usize,
}

/// The lists of one language.
#[derive(Debug, Default)]
pub struct Lists {
    /// By word in lower case: all that is said of it.
    pub entries: Entries,
    /// By whole phrase: its groups of ways to write the same.
    pub alike: FxHashMap<String, Vec<usize>>,
    /// By whole phrase: its groups of grammar words that may stand for each other.
    pub synonyms: FxHashMap<String, Vec<usize>>,
    /// Phrases that say nothing.
    pub fillers: FxHashMap<String, Vec<usize>>,
    /// Phrases that tie a sentence to another.
    pub connectors: FxHashMap<String, Vec<usize>>,
    /// Those of them that do so only at the end of a clause or before a comma.
    pub set_off: FxHashSet<String>,
    /// Names of parts of a document, which are numbered: a capital makes no name of them.
    pub divisions: FxHashSet<String>,
    /// Modals by which what was a fact is only possible: may, might.
    pub doubts: FxHashSet<String>,
    /// What names who acts in a passive: by.
    pub agents: FxHashSet<String>,
    /// A participle stands at the end of its clause.
    pub has_participle_last: bool,
    /// Phrases that open a sentence with a comma behind them, and say nothing.
    pub openers: FxHashMap<String, Vec<usize>>,
    /// What opens a sentence without one, and only joins it to the one before.
    pub starters: FxHashSet<String>,
    /// Relative pronouns with their verb, without which a participle says the same: which are.
    pub reduced: FxHashMap<String, Vec<usize>>,
    /// Endings of participles.
    pub participle_endings: Vec<String>,
    /// Relative pronouns with their groups of those that may stand for each other.
    pub relatives: FxHashMap<String, Vec<usize>>,
    /// By word: prepositions that say the same behind it.
    pub governed: FxHashMap<String, Vec<String>>,
    /// By word: prepositions that it needs not.
    pub needless: FxHashMap<String, Vec<String>>,
    /// Adverbs that may stand before an auxiliary or behind it.
    pub adverbs: FxHashSet<String>,
    /// By whole phrase: its groups of words that open a contrast behind a comma.
    pub contrasts: FxHashMap<String, Vec<usize>>,
    /// How words for so many of a unit go on behind the number, with the unit: `tägig` in `dreißigtägig`.
    pub counted: Vec<(String, &'static Unit)>,
    /// By letter, as it is written: what it multiplies an amount of money by in this language: T.
    pub money_scales: FxHashMap<String, f64>,
    /// Phrases that define the quoted term before them.
    pub defining: Vec<String>,
    /// Groups of endings that follow from grammar alone.
    pub endings: Vec<Vec<String>>,
    /// Groups of endings that tell the number of a noun, or its case.
    pub declensions: Vec<Vec<String>>,
    /// The same of adjectives, which are nouns where none stands behind them.
    pub nominal: Vec<Vec<String>>,
    /// Words behind which a noun may stand in either number; where none is listed, behind all.
    pub open: FxHashSet<String>,
    /// By whole phrase: where it puts something before a date or time. The first group says no more than the date, the second that
    /// something begins there.
    pub moments: FxHashMap<String, Vec<usize>>,
    /// What may stand between such a phrase and its date, beside articles and numbers: `the end of May`.
    pub date_leads: FxHashSet<String>,
    /// By whole phrase: the pairs in which it is one of two opposites.
    pub opposites: FxHashMap<String, Vec<usize>>,
    /// Prefixes by which a word says the opposite.
    pub denials: Vec<Denial>,
    /// Beginnings of words before which they say another thing.
    pub lookalikes: Vec<String>,
    /// By whole phrase: its groups of forms of one verb in different tenses.
    pub tenses: FxHashMap<String, Vec<usize>>,
    /// Pairs of endings that may tell two tenses.
    pub tense_endings: Vec<Vec<String>>,
    /// Pronouns before which the plain form of a verb is finite, where that form is other things too.
    pub subjects: FxHashSet<String>,
    /// Letters of one word in two spellings.
    pub variants: Vec<Variant>,
    /// Words written together or apart without another meaning.
    pub joined: FxHashSet<String>,
    /// Endings that tell a plural, where a definite article may mean all of them.
    pub plural_endings: Vec<String>,
    /// Forms that mean another thing than the word that they seem to be a form of: damages, hardly.
    pub other_forms: FxHashSet<String>,
    /// Articles that are not definite.
    pub indefinite: FxHashSet<String>,
    /// Nouns that say another thing with a definite article: information, the information.
    pub masses: FxHashSet<String>,
    /// Words that say the contrary behind an indefinite article: few, a few.
    pub scant: FxHashSet<String>,
    /// Words that say another thing with a capital.
    pub cased: FxHashSet<String>,
    /// The two words that deny together: `ne … pas`.
    pub negation_halves: FxHashSet<String>,
    /// Verbs that the first of them denies alone.
    pub denied_alone: FxHashSet<String>,
    /// Words with which it says something else than that in their clause.
    pub opens_clause: FxHashSet<String>,
    /// What the name of a street begins or ends with.
    pub streets: FxHashSet<String>,
    /// What somebody is, with a name beside it: buyer, partner.
    pub roles: FxHashSet<String>,
    /// Words for the genitive, which order may say as well: of.
    pub genitives: FxHashSet<String>,
    /// Words before which a comma tells whether what follows restricts: which, unless.
    pub restrictive: FxHashSet<String>,
    /// What a word sheds before its apostrophe.
    pub elisions: FxHashSet<String>,
    /// How many groups of modals bind.
    pub duties: usize,
    /// How many groups of deadlines say how soon.
    pub soon: usize,
    /// Whether a verb binds without a modal (`notifie`): one that allows weakens it then.
    pub indicative_binds: bool,
    /// Whether a capital within a sentence tells a name.
    pub names_by_case: bool,
    /// Whether words that are none can be told from others.
    pub has_dictionary: bool,
    /// Whether the comma parts the decimals.
    pub decimal_comma: bool,
}

static ENGLISH: LazyLock<Lists> = LazyLock::new(|| read(word_list!("flags/en")));
static FRENCH: LazyLock<Lists> = LazyLock::new(|| read(word_list!("flags/fr")));
static GERMAN: LazyLock<Lists> = LazyLock::new(|| read(word_list!("flags/de")));
static SPANISH: LazyLock<Lists> = LazyLock::new(|| read(word_list!("flags/es")));
static RUSSIAN: LazyLock<Lists> = LazyLock::new(|| read(word_list!("flags/ru")));
static HUNGARIAN: LazyLock<Lists> = LazyLock::new(|| read(word_list!("flags/hu")));
static CHINESE: LazyLock<Lists> = LazyLock::new(|| read(word_list!("flags/zh")));
/// For languages without lists: an English `no` is not a Portuguese one.
static OTHER: LazyLock<Lists> =
    LazyLock::new(|| Lists { names_by_case: true, decimal_comma: true, ..Lists::default() });
/// For those of them that part decimals with a point.
static OTHER_WITH_POINT: LazyLock<Lists> = LazyLock::new(|| Lists { names_by_case: true, ..Lists::default() });

/// What stands between the ends of a range of numbers.
pub const RANGES: [&str; 9] = ["to", "through", "bis", "à", "a", "по", "-", "–", "—"];

impl Lists {
    /// The lists of a language (ISO 639-1); English where it is not known, none where we have none.
    pub fn of(language: Option<&str>) -> &'static Self {
        match language {
            Some("en") | None => &ENGLISH,
            Some("fr") => &FRENCH,
            Some("de") => &GERMAN,
            Some("es") => &SPANISH,
            Some("ru") => &RUSSIAN,
            Some("hu") => &HUNGARIAN,
            Some("zh") => &CHINESE,
            Some("ja" | "ko" | "th" | "he" | "hi" | "fa" | "ar") => &OTHER_WITH_POINT,
            Some(_) => &OTHER,
        }
    }

    /// The lists of two documents' language; where it can't be told, as in a single sentence, those that know most of their words.
    pub fn of_documents(documents: Pair<&Document>) -> &'static Self {
        match documents.language() {
            Some(language) => Self::of(Some(language)),
            None => Self::knowing(documents.map(|document| document.text.as_str())),
        }
    }

    /// The lists that know most words without content at the beginning of two texts; English if in doubt.
    fn knowing(texts: Pair<&str>) -> &'static Self {
        let words = texts.map(|text| text.unicode_words().take(SAMPLE).map(lower).collect::<Vec<_>>());
        let known = |lists: &Self| {
            let is_known = |word: &&Cow<'_, str>| lists.entry(word).is_some_and(|entry| entry.is_light);
            words.old.iter().chain(&words.new).filter(is_known).count()
        };
        let others = ["fr", "de", "es", "ru"].map(|language| Self::of(Some(language)));
        let first = (known(&ENGLISH), &*ENGLISH);
        others
            .into_iter()
            .map(|lists| (known(lists), lists))
            .fold(first, |best, next| if next.0 > best.0 { next } else { best })
            .1
    }

    /// What the lists say of a word in lower case.
    pub fn entry(&self, lower: &str) -> Option<&Entry> {
        self.entries.get(lower)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_list_speaks_for_another_language() {
        assert!(Lists::of(Some("pt")).entry("no").is_none());
        assert!(Lists::of(None).entry("shall").is_some());
    }

    #[test]
    fn a_single_sentence_is_read_in_its_language() {
        let modal = |text: &str, word: &str| {
            Lists::knowing(Pair::of(text, text)).entry(word).is_some_and(|entry| !entry.phrases.is_empty())
        };
        assert!(modal("Die Partei muss zahlen.", "muss"));
        assert!(modal("Cada Parte debe pagar a la otra.", "debe"));
        assert!(modal("Сторона должна уплатить взнос.", "должна"));
        assert!(modal("Chaque Partie doit payer.", "doit"));
        assert!(modal("Each Party shall pay.", "shall"));
        assert!(modal("", "shall"));
    }

    #[test]
    fn elided_words_are_listed() {
        let entry = |word| Lists::of(Some("fr")).entry(word);
        assert!(entry("l'").is_some_and(|entry| entry.is_article));
        assert!(entry("qu'").is_some_and(|entry| entry.is_light));
        assert!(entry("l").is_none_or(|entry| !entry.is_article));
    }

    #[test]
    fn the_files_have_words() {
        for language in ["en", "fr", "de", "es", "ru"] {
            assert!(Lists::of(Some(language)).entries.len() > 500, "{language}");
        }
    }
}
