//! Polarity: a sentence that one side denies and the other does not, where nothing on the other side could render a negation.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::quotes;
use super::rendering::{Rendering, other};
use super::stems::Stems;
use super::{Class, Finding, FlagKind};
use crate::compare::flags::side::Word;
use crate::document::{Side, TokenKind};

/// What is known of the negations of one language.
#[derive(Debug)]
struct Negations {
    hard: Stems<()>,
    /// Phrases that turn nothing round, as words.
    idle: Vec<Vec<String>>,
    soft: Stems<()>,
    /// Phrases that may render a negation, as words.
    denies: Vec<Vec<String>>,
    double: Stems<()>,
    needs: Option<Stems<()>>,
    /// Endings of hard and of soft words.
    endings: (Vec<String>, Vec<String>),
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
}

/// Shorter sentences (in words) are titles and exclamations, which are rendered freely.
const SHORT: usize = 4;

static NEGATIONS: LazyLock<BTreeMap<String, Negations>> = LazyLock::new(|| {
    let files: BTreeMap<String, File> = toml::from_str(include_str!("words/negation.toml")).unwrap_or_default();
    files.into_iter().map(|(language, file)| (language, Negations::of(&file))).collect()
});

impl Negations {
    fn of(file: &File) -> Self {
        let listed = |words: &str| {
            let (endings, words): (Vec<&str>, Vec<&str>) =
                words.split_whitespace().partition(|word| word.starts_with('~'));
            let mut stems = Stems::default();
            stems.add(&words.join(" "), ());
            let endings = endings.iter().map(|word| word[1..].to_owned()).filter(|ending| !ending.is_empty());
            (stems, endings.collect())
        };
        let ((hard, hard_endings), (soft, soft_endings)) = (listed(&file.hard), listed(&file.soft));
        let words = |phrase: &String| phrase.split(' ').map(str::to_owned).collect();
        Self {
            hard,
            idle: file.idle.iter().map(words).collect(),
            soft,
            denies: file.denies.iter().map(words).collect(),
            double: listed(&file.double).0,
            needs: file.needs.as_ref().map(|words| listed(words).0),
            endings: (hard_endings, soft_endings),
        }
    }

    fn is_hard(&self, word: &str) -> bool {
        self.hard.has(word) || self.endings.0.iter().any(|ending| word.ends_with(ending.as_str()))
    }

    fn is_soft(&self, word: &str) -> bool {
        self.soft.has(word)
            || self.endings.1.iter().any(|ending| word.len() > ending.len() && word.ends_with(ending.as_str()))
    }

    /// Whether a negation stands in a phrase that turns nothing round.
    fn is_idle(&self, words: &[Word<'_>], at: usize) -> bool {
        let covers = |phrase: &Vec<String>| (0..phrase.len()).any(|back| back <= at && fits(phrase, words, at - back));
        self.idle.iter().any(covers)
    }

    /// Whether a word, or a phrase that begins at it, may render a negation.
    fn may_deny(&self, words: &[Word<'_>], at: usize) -> bool {
        let word = &words[at];
        let is_listed = self.is_hard(&word.lower) || self.is_soft(&word.lower);
        word.kind == TokenKind::Word && (is_listed || self.denies.iter().any(|phrase| fits(phrase, words, at)))
    }
}

/// Whether a phrase begins at a word.
fn fits(phrase: &[String], words: &[Word<'_>], at: usize) -> bool {
    let there = words.get(at..at + phrase.len());
    there.is_some_and(|there| there.iter().zip(phrase).all(|(word, wanted)| is(&word.lower, wanted)))
}

/// Whether a word is the one of a phrase.
fn is(word: &str, wanted: &str) -> bool {
    if wanted == "*" {
        return true;
    }
    match wanted.strip_suffix('~') {
        Some(start) => word.starts_with(start),
        None => word == wanted,
    }
}

/// A negation lost or gained.
pub fn negation(rendering: &Rendering<'_>) -> Option<Finding> {
    [Side::Old, Side::New].into_iter().find_map(|side| lacking(rendering, side))
}

/// Whether both sides ask, and nothing but yes or no: `would you not like to`, `we go, don't we?`
fn is_polar(rendering: &Rendering<'_>, side: Side) -> bool {
    let asks = |side: Side| rendering.written(side).contains(quotes::QUESTIONS);
    asks(Side::Old) && asks(Side::New) && !quotes::has_asking(rendering, side)
}

/// A negation of one side that the other can't mean.
fn lacking(rendering: &Rendering<'_>, side: Side) -> Option<Finding> {
    let known = |side: Side| rendering.languages[side].and_then(|language| NEGATIONS.get(language));
    let (own, others) = (known(side)?, known(other(side))?);
    let words = rendering.words(side);
    if rendering.size(Side::Old).min(rendering.size(Side::New)) < SHORT {
        return None;
    }
    let has = |stems: &Stems<()>| words.iter().any(|word| stems.has(&word.lower));
    if has(&own.double) || own.needs.as_ref().is_some_and(|needs| !has(needs)) {
        return None;
    }
    let is_word = |word: &&Word<'_>| word.kind == TokenKind::Word;
    let denies = |at: usize| own.is_hard(&words[at].lower) && !own.is_idle(words, at);
    let at = (0..words.len()).find(|at| denies(*at))?;
    let there = rendering.words(other(side));
    if (0..there.len()).any(|at| others.may_deny(there, at)) || is_polar(rendering, side) {
        return None;
    }
    let next = words.get(at + 1).filter(is_word).unwrap_or(&words[at]);
    let span = words[at].span.to(next.span);
    let verb = if side == Side::Old { "drops" } else { "adds" };
    let reason = format!("{verb} {}", span.of(rendering.text(side)));
    Some(Finding::new(FlagKind::Negation, Class::Substantive, reason).at(side, span))
}
