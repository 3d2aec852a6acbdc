//! Polarity: a sentence that one side denies and the other does not, where nothing on the other side could render a negation.

use std::cell::LazyCell;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use serde::Deserialize;

use super::opposite::opposite;
use super::quotes;
use super::rendering::Rendering;
use super::signs::Signs;
use super::stems::{Stems, fits, phrases};
use super::{Class, Finding, FlagKind};
use crate::compare::flags::side::Word;
use crate::compare::word_lists::{self, word_list};
use crate::document::{Side, Span, TokenKind};

/// What is known of the negations of one language.
#[derive(Debug)]
pub struct Negations {
    hard: Stems<()>,
    /// Phrases that turn nothing round, as words.
    idle: Vec<Vec<String>>,
    /// Words that may render a negation, and those that only begin like them (false).
    soft: Stems<bool>,
    /// Phrases that may render a negation, as words.
    denies: Vec<Vec<String>>,
    double: Stems<()>,
    pub needs: Option<Stems<()>>,
    /// Phrases that deny without a hard word.
    denials: Vec<Vec<String>>,
    /// Words that deny alone before a verb, …
    particles: Stems<()>,
    /// … those verbs, …
    bare: Stems<()>,
    /// … and words that, in the same sentence, let them say something else.
    unless: Stems<()>,
    /// Words with a negation inside that turns no sentence round.
    compounds: Stems<()>,
    /// Endings of hard and of soft words.
    endings: (Vec<String>, Vec<String>),
    /// The same of a language that is written without spaces.
    pub signs: Option<Signs>,
    /// Phrases that say that something is over, as words, …
    over: Vec<Vec<String>>,
    /// … and those that do so behind a negation.
    denied: Vec<Vec<String>>,
    /// Words that compare what stands before them.
    bounds: Stems<()>,
    /// Words that say that it lasts.
    lasting: Stems<()>,
}

#[derive(Deserialize)]
struct File {
    hard: String,
    idle: Vec<String>,
    soft: String,
    #[serde(default)]
    denies: Vec<String>,
    #[serde(default)]
    double: String,
    needs: Option<String>,
    #[serde(default)]
    denials: Vec<String>,
    #[serde(default)]
    particles: String,
    #[serde(default)]
    bare: String,
    #[serde(default)]
    unless: String,
    #[serde(default)]
    compounds: String,
    #[serde(default)]
    unspaced: bool,
    #[serde(default)]
    over: Vec<String>,
    #[serde(default)]
    denied: Vec<String>,
    #[serde(default)]
    bounds: String,
    #[serde(default)]
    lasting: String,
}

/// In longer sentences (in words) one thing may be over and another last.
const LONG: usize = 30;

/// From and into a language without spaces longer sentences (in words) are rendered freely, …
const CLOSE: usize = 25;
/// … and those in which a single letter denies.
const CLOSEST: usize = 10;

/// Shorter sentences (in words) are titles and exclamations, which are rendered freely, …
const SHORT: usize = 4;
/// … but for whole sentences that are no longer on one side only, …
const SHORTEST: usize = 3;
/// … and so are those with fewer signs of a script without spaces.
const SHORT_IN_SIGNS: usize = 7;

static NEGATIONS: LazyLock<BTreeMap<String, Negations>> = LazyLock::new(|| {
    let files: BTreeMap<String, File> = word_lists::read(word_list!("checks/negation"));
    files.into_iter().map(|(language, file)| (language, Negations::of(&file))).collect()
});

impl Negations {
    /// By language, where it is known.
    pub fn known(language: Option<&str>) -> Option<&'static Self> {
        NEGATIONS.get(language?)
    }

    fn of(file: &File) -> Self {
        let listed = |words: &str| {
            let (endings, words): (Vec<&str>, Vec<&str>) =
                words.split_whitespace().partition(|word| word.starts_with('~'));
            let mut stems = Stems::default();
            stems.add(&words.join(" "), ());
            let endings = endings.iter().map(|word| word[1..].to_owned()).filter(|ending| !ending.is_empty());
            (stems, endings.collect())
        };
        let (spared, others): (Vec<&str>, Vec<&str>) =
            file.soft.split_whitespace().partition(|word| word.starts_with('!'));
        let ((hard, hard_endings), (_, soft_endings)) = (listed(&file.hard), listed(&file.soft));
        let mut soft = Stems::default();
        soft.add(&others.join(" "), true);
        spared.iter().for_each(|word| soft.add(&word[1..], false));
        Self {
            hard,
            idle: phrases(&file.idle),
            soft,
            denies: phrases(&file.denies),
            double: listed(&file.double).0,
            needs: file.needs.as_ref().map(|words| listed(words).0),
            denials: phrases(&file.denials),
            particles: listed(&file.particles).0,
            bare: listed(&file.bare).0,
            unless: listed(&file.unless).0,
            compounds: listed(&file.compounds).0,
            endings: (hard_endings, soft_endings),
            over: phrases(&file.over),
            denied: phrases(&file.denied),
            bounds: listed(&file.bounds).0,
            lasting: listed(&file.lasting).0,
            signs: file.unspaced.then(|| Signs::of(&file.hard, &file.idle, &file.soft)),
        }
    }

    /// Whether a word in lower case surely denies, but for the phrase that it is in.
    pub fn is_hard(&self, word: &str) -> bool {
        self.hard.has(word) || self.endings.0.iter().any(|ending| word.ends_with(ending.as_str()))
    }

    /// Whether a word in lower case may render a negation.
    pub fn is_soft(&self, word: &str) -> bool {
        self.soft.of(word).last() == Some(true)
            || self.endings.1.iter().any(|ending| word.len() > ending.len() && word.ends_with(ending.as_str()))
    }

    /// Whether a negation stands in a phrase that turns nothing round, which goes no further than to a word.
    pub fn is_idle(&self, words: &[Word<'_>], at: usize, end: usize) -> bool {
        // What only begins like such a word is another: `nicht un~` is not `nicht unterzeichnet`.
        let is_other = |(wanted, word): (&String, &Word<'_>)| {
            wanted.ends_with('~') && self.soft.of(&word.lower).any(|is_soft| !is_soft)
        };
        let is_here = |phrase: &Vec<String>, first: usize| {
            let is_whole = first + phrase.len() <= end && fits(phrase, words, first);
            is_whole && !phrase.iter().zip(&words[first..]).any(is_other)
        };
        let covers = |phrase: &Vec<String>| (0..phrase.len()).any(|back| back <= at && is_here(phrase, at - back));
        self.idle.iter().any(covers)
    }

    /// Where one side denies.
    fn denial(&self, rendering: &Rendering<'_>, side: Side) -> Option<Span> {
        if let Some(signs) = &self.signs {
            let start = rendering.span(side).start;
            return signs.denial(rendering.written(side)).map(|sign| Span::new(start + sign.start, start + sign.end));
        }
        let words = rendering.words(side);
        let has = |stems: &Stems<()>| words.iter().any(|word| stems.has(&word.lower));
        if has(&self.double) || self.needs.as_ref().is_some_and(|needs| !has(needs)) {
            return None;
        }
        (0..words.len()).find(|at| self.denies_at(words, *at)).map(|at| words[at].span)
    }

    /// Whether a word surely denies, or a phrase that begins at it.
    fn denies_at(&self, words: &[Word<'_>], at: usize) -> bool {
        let is_hard = || {
            self.is_hard(&words[at].lower)
                || self.denials.iter().any(|phrase| fits(phrase, words, at))
                || self.denies_alone(words, at)
        };
        is_hard() && !self.is_idle(words, at, words.len())
    }

    /// Whether a particle denies by the verb behind it: `ne peut`, `n'ose le dire`.
    fn denies_alone(&self, words: &[Word<'_>], at: usize) -> bool {
        /// So many pronouns stand between the two at most, and the verb.
        const VERB: usize = 3;
        /// So many words before and behind belong to the clause.
        const CLAUSE: usize = 40;
        let mut behind = words[at + 1..].iter().take(VERB).take_while(|word| word.kind == TokenKind::Word);
        self.particles.has(&words[at].lower)
            && behind.any(|word| self.bare.has(&word.lower))
            && !words[at.saturating_sub(CLAUSE)..words.len().min(at + CLAUSE)]
                .iter()
                .any(|word| self.unless.has(&word.lower))
    }

    /// Where words say that something is over. What bounds a number does not: `no longer than`, `ne … plus que`.
    fn over(&self, words: &[Word<'_>]) -> Option<Range<usize>> {
        let is_bound = |at: usize| words.get(at).is_some_and(|word| self.bounds.has(&word.lower));
        let is_here = |phrase: &Vec<String>, at: usize| fits(phrase, words, at) && !is_bound(at + phrase.len());
        let find = |phrase: &Vec<String>, holds: &dyn Fn(usize) -> bool| {
            let at = (0..words.len()).find(|at| is_here(phrase, *at) && holds(*at))?;
            Some(at..at + phrase.len())
        };
        let is_denied = |at: usize| {
            let mut clause = (0..at).rev().take_while(|before| words[*before].kind != TokenKind::Mark);
            clause.any(|before| self.denies_at(words, before))
        };
        let over = self.over.iter().find_map(|phrase| find(phrase, &|_| true));
        over.or_else(|| self.denied.iter().find_map(|phrase| find(phrase, &is_denied)))
    }

    /// Whether something on one side may render a negation.
    fn may_deny(&self, rendering: &Rendering<'_>, side: Side) -> bool {
        if let Some(signs) = &self.signs {
            return signs.may_deny(rendering.written(side));
        }
        let words = rendering.words(side);
        let others = Self::known(rendering.languages[side.other()]);
        let is_compound = |word: &Word<'_>| others.is_some_and(|others| others.compounds.has(&word.lower));
        let has_compound = LazyCell::new(|| rendering.words(side.other()).iter().any(is_compound));
        let is_rendered = |at: usize| self.compounds.has(&words[at].lower) && *has_compound;
        (0..words.len()).any(|at| self.may_deny_at(words, at) && !is_rendered(at))
    }

    /// Whether a word, or a phrase that begins at it, may render a negation.
    pub fn may_deny_at(&self, words: &[Word<'_>], at: usize) -> bool {
        let word = &words[at];
        let is_listed = self.is_hard(&word.lower) || self.is_soft(&word.lower);
        word.kind == TokenKind::Word && (is_listed || self.denies.iter().any(|phrase| fits(phrase, words, at)))
    }
}

/// A negation lost or gained.
pub fn negation(rendering: &Rendering<'_>) -> Option<Finding> {
    let found = |side| lasting(rendering, side).or_else(|| lacking(rendering, side));
    let opposite = |side| opposite(rendering, side).filter(|_| !is_polar(rendering, side));
    let sides = [Side::Old, Side::New];
    sides.into_iter().find_map(found).or_else(|| sides.into_iter().find_map(opposite))
}

/// What is over on one side and lasts on the other: `nicht mehr` and `still`.
fn lasting(rendering: &Rendering<'_>, side: Side) -> Option<Finding> {
    let known = |side: Side| Negations::known(rendering.languages[side]);
    let (own, others) = (known(side)?, known(side.other())?);
    let (words, there) = (rendering.words(side), rendering.words(side.other()));
    if rendering.size(Side::Old).max(rendering.size(Side::New)) > LONG || is_polar(rendering, side) {
        return None;
    }
    let over = own.over(words)?;
    let lasts = there.iter().find(|word| others.lasting.has(&word.lower))?;
    // Whatever else is denied on the other side may be meant, and so may what lasts on this one.
    let may_be_meant = |at: usize| !others.lasting.has(&there[at].lower) && others.may_deny_at(there, at);
    if (0..there.len()).any(may_be_meant) || words.iter().any(|word| own.lasting.has(&word.lower)) {
        return None;
    }
    let span = words[over.start].span.to(words[over.end - 1].span);
    let texts = [span.of(rendering.text(side)), lasts.text];
    let [old, new] = if side == Side::Old { texts } else { [texts[1], texts[0]] };
    let finding = Finding::new(FlagKind::Negation, Class::Substantive, format!("{old} → {new}"));
    Some(finding.at(side, span).at(side.other(), lasts.span))
}

/// Whether both sides ask, and nothing but yes or no: `would you not like to`, `we go, don't we?`
fn is_polar(rendering: &Rendering<'_>, side: Side) -> bool {
    let asks = |side: Side| rendering.written(side).contains(quotes::QUESTIONS);
    asks(Side::Old) && asks(Side::New) && !quotes::has_asking(rendering, side)
}

/// Whether a sentence is rendered word for word, so far as its length tells: from and into languages without spaces few are.
fn is_close(rendering: &Rendering<'_>, denial: &str) -> bool {
    let longest = if denial.chars().nth(1).is_some() { CLOSE } else { CLOSEST };
    rendering.is_single && rendering.size(Side::Old).max(rendering.size(Side::New)) <= longest
}

/// Whether one side is no sentence, or both are next to none.
fn is_short(rendering: &Rendering<'_>) -> bool {
    let is_short = |side: Side| {
        let is_unspaced = Negations::known(rendering.languages[side]).is_some_and(|known| known.signs.is_some());
        let signs = || rendering.written(side).chars().count();
        rendering.size(side) < SHORT && (!is_unspaced || signs() < SHORT_IN_SIGNS)
    };
    let is_whole = |side: Side| rendering.size(side) >= SHORTEST && rendering.written(side).ends_with('.');
    match (is_short(Side::Old), is_short(Side::New)) {
        (false, false) => false,
        (true, true) => true,
        _ => !is_whole(Side::Old) || !is_whole(Side::New),
    }
}

/// A negation of one side that the other can't mean.
fn lacking(rendering: &Rendering<'_>, side: Side) -> Option<Finding> {
    let known = |side: Side| Negations::known(rendering.languages[side]);
    let (own, others) = (known(side)?, known(side.other())?);
    if is_short(rendering) {
        return None;
    }
    let denial = own.denial(rendering, side)?;
    if (own.signs.is_some() || others.signs.is_some()) && !is_close(rendering, denial.of(rendering.text(side))) {
        return None;
    }
    if others.may_deny(rendering, side.other()) || is_polar(rendering, side) {
        return None;
    }
    let words = rendering.words(side);
    let next = words.get(words.partition_point(|word| word.span.start < denial.end));
    let next = next.filter(|word| word.kind == TokenKind::Word).map_or(denial, |word| word.span);
    let span = denial.to(next);
    let verb = if side == Side::Old { "drops" } else { "adds" };
    let reason = format!("{verb} {}", span.of(rendering.text(side)));
    Some(Finding::new(FlagKind::Negation, Class::Substantive, reason).at(side, span))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_phrase_has_words_that_may_stand_in_a_text() {
        for (language, negations) in NEGATIONS.iter() {
            let Negations { idle, denies, over, denied, .. } = negations;
            for phrase in [idle, denies, over, denied].into_iter().flatten() {
                assert!(phrase.iter().all(|word| !word.is_empty()), "{language}: {phrase:?}");
            }
            let is_hard = |word: &String| negations.is_hard(word) || word.ends_with('~');
            for phrase in idle.iter().filter(|_| negations.signs.is_none()) {
                assert!(phrase.iter().any(is_hard), "{language}: {phrase:?} has no negation");
            }
        }
    }
}
