//! A file of word lists, and how it is read.

use std::collections::BTreeMap;

use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;

use super::entries::Entries;
use super::lists::{Entry, LADDER, Listed, Lists, Phrase, Variant};
use super::money;
use super::opposite::Denial;
use super::side::parts;
use super::spelling::shared;
use super::topics::Topics;
use super::unit::UNITS;
use crate::compare::word_lists;

/// A file of word lists. See `words/en.toml` for what each of them is.
#[derive(Default, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
struct File {
    decimal_comma: bool,
    names_by_case: bool,
    has_dictionary: bool,
    elisions: String,
    modals: Vec<Vec<String>>,
    duties: usize,
    indicative_binds: bool,
    verbs: Vec<Vec<Vec<String>>>,
    negations: Vec<String>,
    quantifiers: Vec<Vec<String>>,
    choices: Vec<Vec<String>>,
    limits: Vec<Vec<String>>,
    bounds: Vec<Vec<String>>,
    conditions: Vec<Vec<String>>,
    qualifiers: Vec<Vec<String>>,
    deadlines: Vec<Vec<String>>,
    soon: usize,
    connectives: Vec<Vec<String>>,
    months: Vec<Vec<String>>,
    days: Vec<String>,
    references: Vec<Vec<String>>,
    divisions: String,
    passives: String,
    doubts: String,
    agents: String,
    has_participle_last: bool,
    pointers: String,
    countries: String,
    titles: String,
    defining: Vec<String>,
    function: String,
    discourse: String,
    articles: String,
    indefinite: String,
    masses: String,
    scant: String,
    cased: String,
    negation_halves: String,
    denied_alone: String,
    opens_clause: String,
    streets: String,
    plural_endings: Vec<String>,
    other_forms: String,
    restrictive: String,
    roles: String,
    genitives: String,
    agreement: Vec<Vec<String>>,
    links: String,
    alike: Vec<Vec<String>>,
    synonyms: Vec<Vec<String>>,
    connectors: Vec<String>,
    set_off: String,
    fillers: Vec<String>,
    openers: Vec<String>,
    starters: String,
    reduced: Vec<String>,
    participle_endings: Vec<String>,
    relatives: Vec<Vec<String>>,
    governed: BTreeMap<String, String>,
    needless: BTreeMap<String, String>,
    adverbs: String,
    contrasts: Vec<Vec<String>>,
    endings: Vec<Vec<String>>,
    declensions: Vec<Vec<String>>,
    nominal: Vec<Vec<String>>,
    open: String,
    moments: Vec<Vec<String>>,
    date_leads: String,
    opposites: Vec<Vec<String>>,
    denials: BTreeMap<String, String>,
    lookalikes: String,
    tenses: Vec<Vec<String>>,
    tense_endings: Vec<Vec<String>>,
    subjects: String,
    variants: Vec<[String; 2]>,
    joined: String,
    misspellings: String,
    numbers: BTreeMap<String, f64>,
    weak_numbers: BTreeMap<String, f64>,
    scales: BTreeMap<String, f64>,
    money_scales: BTreeMap<String, f64>,
    unit_endings: String,
    not_units: String,
    units: BTreeMap<String, String>,
    counted: BTreeMap<String, String>,
}

/// So many bytes of a file make an entry, more or less.
const LENGTH: usize = 17;

/// Reads a file of word lists, as the build has turned it into JSON.
pub fn read(text: &str) -> Lists {
    let file: File = word_lists::read(text);
    let elisions = set(&file.elisions);
    let entries = Entries::with_capacity(text.len() / LENGTH);
    let mut reading = Reading { entries, elisions: &elisions };
    reading.phrases(&file);
    reading.words(&file);
    reading.amounts(&file);
    let one = std::slice::from_ref;
    let lists = Lists {
        alike: reading.whole(&file.alike),
        synonyms: reading.whole(&file.synonyms),
        tenses: reading.whole(&file.tenses),
        moments: reading.whole(&file.moments),
        opposites: reading.whole(&file.opposites),
        fillers: reading.whole(one(&file.fillers)),
        connectors: reading.whole(one(&file.connectors)),
        openers: reading.whole(one(&file.openers)),
        reduced: reading.whole(one(&file.reduced)),
        contrasts: reading.whole(&file.contrasts),
        relatives: reading.whole(&file.relatives),
        ..Lists::default()
    };
    for word in file.synonyms.iter().flatten().flat_map(|phrase| phrase.split(' ')) {
        reading.entry(word).in_synonym = true;
    }
    reading.all(&file.starters, |entry| entry.begins_whole = true);
    reading.entries.all_mut().for_each(|entry| entry.topics = Topics::of_entry(entry));
    let entries = reading.entries;
    with_words(Lists { entries, elisions, ..lists }, file)
}

/// Lists with what a file has besides phrases.
fn with_words(lists: Lists, file: File) -> Lists {
    let split = |words: &str| words.split_whitespace().map(str::to_owned).collect::<Vec<String>>();
    Lists {
        divisions: set(&file.divisions),
        doubts: set(&file.doubts),
        agents: set(&file.agents),
        has_participle_last: file.has_participle_last,
        set_off: set(&file.set_off),
        starters: set(&file.starters),
        participle_endings: file.participle_endings,
        governed: file.governed.into_iter().map(|(word, behind)| (word, split(&behind))).collect(),
        needless: file.needless.into_iter().map(|(word, behind)| (word, split(&behind))).collect(),
        adverbs: set(&file.adverbs),
        counted: file.counted.into_iter().filter_map(|(stem, sign)| Some((stem, UNITS.get(&sign)?))).collect(),
        money_scales: file.money_scales.into_iter().collect(),
        defining: file.defining,
        endings: file.endings,
        declensions: file.declensions,
        nominal: file.nominal,
        open: set(&file.open),
        date_leads: set(&file.date_leads),
        denials: file.denials.into_iter().map(|(prefix, behind)| Denial::of(prefix, &behind)).collect(),
        lookalikes: split(&file.lookalikes),
        subjects: set(&file.subjects),
        tense_endings: file.tense_endings,
        variants: file.variants.into_iter().map(variant).collect(),
        joined: set(&file.joined),
        plural_endings: file.plural_endings,
        other_forms: set(&file.other_forms),
        indefinite: set(&file.indefinite),
        masses: set(&file.masses),
        scant: set(&file.scant),
        cased: set(&file.cased),
        negation_halves: set(&file.negation_halves),
        denied_alone: set(&file.denied_alone),
        opens_clause: set(&file.opens_clause),
        streets: set(&file.streets),
        restrictive: set(&file.restrictive),
        roles: set(&file.roles),
        genitives: set(&file.genitives),
        duties: file.duties,
        soon: file.soon,
        indicative_binds: file.indicative_binds,
        names_by_case: file.names_by_case,
        has_dictionary: file.has_dictionary,
        decimal_comma: file.decimal_comma,
        ..lists
    }
}

fn set(words: &str) -> FxHashSet<String> {
    words.split_whitespace().map(str::to_owned).collect()
}

/// A Hungarian noun as it stands before an ending: `tonná` of `tonna`.
fn lengthened(noun: &str) -> String {
    match (noun.strip_suffix('a'), noun.strip_suffix('e')) {
        (Some(stem), _) => format!("{stem}á"),
        (_, Some(stem)) => format!("{stem}é"),
        _ => noun.to_owned(),
    }
}

fn variant([one, other]: [String; 2]) -> Variant {
    let shared = shared(&one, &other);
    Variant { one, other, shared }
}

/// A file on its way into [`Lists`].
struct Reading<'a> {
    entries: Entries,
    elisions: &'a FxHashSet<String>,
}

impl Reading<'_> {
    fn phrases(&mut self, file: &File) {
        let negations = vec![file.negations.clone()];
        let all = [
            (&file.modals, Listed::Modal),
            (&negations, Listed::Negation),
            (&file.quantifiers, Listed::Quantifier),
            (&file.choices, Listed::Choice),
            (&file.limits, Listed::Limit),
            (&file.bounds, Listed::Bound),
            (&file.conditions, Listed::Condition),
            (&file.qualifiers, Listed::Qualifier),
            (&file.deadlines, Listed::Deadline),
            (&file.connectives, Listed::Connective),
        ];
        for (groups, listed) in all {
            for (group, known) in groups.iter().enumerate() {
                for phrase in known {
                    self.phrase(phrase, listed, group);
                }
            }
        }
        for (ladder, groups) in file.verbs.iter().enumerate() {
            for (group, known) in groups.iter().enumerate() {
                known.iter().for_each(|phrase| self.phrase(phrase, Listed::Verb, ladder * LADDER + group));
            }
        }
        for entry in self.entries.all_mut() {
            entry.phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.rest.len()));
        }
    }

    fn phrase(&mut self, phrase: &str, listed: Listed, group: usize) {
        let rest = self.rest(phrase);
        rest.iter().for_each(|word| self.entry(word).is_part = true);
        rest.windows(2).for_each(|two| self.entry(&two[0]).next.push(two[1].clone()));
        self.each(phrase, |entry| {
            entry.is_part |= !rest.is_empty();
            entry.next.extend(rest.first().cloned());
            entry.phrases.push(Phrase { rest: rest.clone(), listed, group });
            entry.is_light |= rest.is_empty() && !matches!(listed, Listed::Verb | Listed::Qualifier | Listed::Deadline);
        });
    }

    fn words(&mut self, file: &File) {
        for text in [&file.function, &file.discourse] {
            self.all(text, |entry| entry.is_light = true);
        }
        self.all(&file.pointers, |entry| (entry.is_light, entry.is_pointer) = (true, true));
        self.all(&file.countries, |entry| entry.is_country = true);
        self.all(&file.titles, |entry| entry.is_title = true);
        self.all(&file.articles, |entry| (entry.is_light, entry.is_article) = (true, true));
        self.all(&file.passives, |entry| entry.is_passive = true);
        self.all(&file.links, |entry| (entry.is_light, entry.is_link) = (true, true));
        for (at, names) in file.months.iter().enumerate() {
            names.iter().for_each(|name| self.each(name, |entry| entry.month = u8::try_from(at + 1).ok()));
        }
        file.days.iter().for_each(|name| self.each(name, |entry| entry.is_day = true));
        for (group, names) in file.references.iter().enumerate() {
            names.iter().for_each(|name| self.each(name, |entry| entry.reference = Some(group)));
        }
        for (group, forms) in file.agreement.iter().enumerate() {
            forms.iter().for_each(|form| self.each(form, |entry| entry.agreement.push(group)));
        }
        for (wrong, right) in file.misspellings.lines().filter_map(|line| line.split_once(' ')) {
            self.each(wrong, |entry| entry.meant = Some(right.to_owned()));
        }
    }

    fn amounts(&mut self, file: &File) {
        for (word, value) in &file.numbers {
            self.each(word, |entry| (entry.number, entry.is_light) = (Some(*value), true));
        }
        for (word, value) in &file.weak_numbers {
            self.each(word, |entry| (entry.number, entry.is_weak, entry.is_light) = (Some(*value), true, true));
        }
        for (word, value) in &file.scales {
            self.each(word, |entry| (entry.scale, entry.is_light) = (Some(*value), true));
        }
        money::signs(&file.money_scales).for_each(|sign| self.each(&sign, |entry| entry.multiplies_money = true));
        let others = set(&file.not_units);
        // What a language calls a unit is that in it, whatever it is a sign of elsewhere: `ft` are forints in Hungarian.
        for (name, sign) in &file.units {
            let Some(unit) = UNITS.get(sign) else { continue };
            let rest = self.rest(name);
            self.each(name, |entry| entry.units.push((rest.clone(), unit)));
            if let Some(last) = rest.last() {
                let entry = self.entry(last);
                entry.ends_unit = !entry.is_light;
            }
            let forms = file.unit_endings.split_whitespace().filter(|_| rest.is_empty());
            let is_other = |form: &String| file.units.contains_key(form) || others.contains(form);
            for form in forms.map(|ending| lengthened(name) + ending).filter(|form| !is_other(form)) {
                self.each(&form, |entry| entry.units.push((Vec::new(), unit)));
            }
        }
        for (sign, unit) in UNITS.iter() {
            for written in unit.written(sign) {
                let written = written.to_lowercase();
                let rest = self.rest(&written);
                self.each(&written, |entry| entry.units.push((rest.clone(), unit)));
            }
        }
        for entry in self.entries.all_mut() {
            entry.units.sort_by_key(|(rest, _)| std::cmp::Reverse(rest.len()));
        }
    }

    /// Whole phrases with the groups they are in.
    fn whole(&mut self, groups: &[Vec<String>]) -> FxHashMap<String, Vec<usize>> {
        let mut found: FxHashMap<String, Vec<usize>> = FxHashMap::default();
        for (group, phrases) in groups.iter().enumerate() {
            for phrase in phrases {
                found.entry(self.split(phrase).join(" ")).or_default().push(group);
                self.each(phrase, |entry| entry.begins_whole = true);
            }
        }
        found
    }

    fn all(&mut self, words: &str, mut change: impl FnMut(&mut Entry)) {
        words.split_whitespace().for_each(|word| self.each(word, &mut change));
    }

    /// Changes the entry of a phrase's first word; a word with ё is found with е too.
    fn each(&mut self, phrase: &str, mut change: impl FnMut(&mut Entry)) {
        let first = phrase.split(' ').next().unwrap_or(phrase);
        // `l'`, which stands so in `l'accord`.
        let is_elided = first.strip_suffix('\'').is_some_and(|stem| self.elisions.contains(stem));
        let is_word = is_elided || first.chars().all(char::is_alphanumeric);
        let first = if is_word { first } else { parts(first, self.elisions).first().copied().unwrap_or(first) };
        if first.contains('ё') {
            change(self.entry(&first.replace('ё', "е")));
        }
        change(self.entry(first));
    }

    fn entry(&mut self, word: &str) -> &mut Entry {
        self.entries.entry(word)
    }

    /// The words of a phrase behind the first.
    fn rest(&self, phrase: &str) -> Vec<String> {
        self.split(phrase).into_iter().skip(1).map(str::to_owned).collect()
    }

    fn split<'b>(&self, phrase: &'b str) -> Vec<&'b str> {
        let is_plain = phrase.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b' ');
        if is_plain {
            return phrase.split(' ').collect();
        }
        // `d'` at the end stands as it does in `d'office`.
        let is_elided = |word: &str| word.strip_suffix('\'').is_some_and(|stem| self.elisions.contains(stem));
        let words = phrase.split(' ');
        words.flat_map(|word| if is_elided(word) { vec![word] } else { parts(word, self.elisions) }).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::word_lists::word_list;

    #[test]
    fn forms_of_a_unit_that_are_other_words_are_none() {
        let lists = read(word_list!("flags/hu"));
        let is_unit = |word: &str| lists.entry(word).is_some_and(|entry| !entry.units.is_empty());
        assert!(["font", "fontot", "fontért", "literes"].into_iter().all(is_unit));
        assert!(!is_unit("fontos"));
    }

    #[test]
    fn every_file_is_whole() {
        for text in [
            word_list!("flags/en"),
            word_list!("flags/fr"),
            word_list!("flags/de"),
            word_list!("flags/es"),
            word_list!("flags/ru"),
        ] {
            let file = serde_json::from_str::<File>(text)
                .map_err(|trouble| trouble.to_string())
                .expect("a file of word lists");
            assert!(file.months.len() == 12 && file.days.len() >= 7 && !file.defining.is_empty());
            assert!(file.units.values().all(|sign| UNITS.contains_key(sign)), "{:?}", file.units);
            assert!(file.duties > 0 && file.duties < file.modals.len());
            assert!(file.soon > 0 && file.soon < file.deadlines.len());
            assert!(file.verbs.iter().all(|ladder| (1..LADDER).contains(&ladder.len())));
            let misspelt = file.misspellings.lines().filter(|line| !line.is_empty()).map(|line| line.split_once(' '));
            assert!(misspelt.into_iter().all(|pair| pair.is_some_and(|(wrong, right)| wrong != right)));
        }
    }
}
