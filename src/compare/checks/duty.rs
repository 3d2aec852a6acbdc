//! What one side demands and the other only allows: `must` and `darf`. Silent wherever anything is denied, as `must not` is `darf nicht`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::negation::Negations;
use super::rendering::Rendering;
use super::stems::{fits, phrases};
use super::{Class, Finding, FlagKind};
use crate::compare::flags::side::Word;
use crate::compare::word_lists::{self, word_list};
use crate::document::{Side, Span};

/// In longer sentences (in words) other things may be demanded or allowed.
const LONG: usize = 40;

/// What demands and what allows in one language.
#[derive(Deserialize)]
struct File {
    duties: Vec<String>,
    rights: Vec<String>,
    either: Vec<String>,
}

/// The same, as words.
#[derive(Debug)]
struct Modals {
    duties: Vec<Vec<String>>,
    rights: Vec<Vec<String>>,
    either: Vec<Vec<String>>,
}

static MODALS: LazyLock<BTreeMap<String, Modals>> = LazyLock::new(|| {
    let files: BTreeMap<String, File> = word_lists::read(word_list!("checks/duties"));
    let modals = |file: File| Modals {
        duties: phrases(&file.duties),
        rights: phrases(&file.rights),
        either: phrases(&file.either),
    };
    files.into_iter().map(|(language, file)| (language, modals(file))).collect()
});

/// What a side does.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Force {
    Demands,
    Allows,
}

/// A duty that is rendered as a right, or a right as a duty.
pub fn duty(rendering: &Rendering<'_>) -> Option<Finding> {
    if !rendering.is_single || rendering.size(Side::Old).max(rendering.size(Side::New)) > LONG {
        return None;
    }
    let (was, old) = force(rendering, Side::Old)?;
    let (is, new) = force(rendering, Side::New)?;
    let reason = || format!("{} → {}", old.of(rendering.text(Side::Old)), new.of(rendering.text(Side::New)));
    let finding = || Finding::new(FlagKind::Modal, Class::Substantive, reason());
    (was != is).then(|| finding().at(Side::Old, old).at(Side::New, new))
}

/// Whether a side demands or allows, if it does only one of the two and denies nothing; and where.
fn force(rendering: &Rendering<'_>, side: Side) -> Option<(Force, Span)> {
    let language = rendering.languages[side]?;
    let modals = MODALS.get(language)?;
    let words = rendering.words(side);
    let known = Negations::known(Some(language))?;
    let find = |listed: &[Vec<String>]| {
        let fitting = |at: usize| listed.iter().filter(|phrase| fits(phrase, words, at)).map(Vec::len).max();
        let is_name = |at: usize| at > 0 && words[at].is_capitalised();
        (0..words.len()).filter(|at| !is_name(*at)).find_map(|at| Some(span(words, at, fitting(at)?)))
    };
    let (duty, right) = (find(&modals.duties), find(&modals.rights));
    let force = match (duty, right) {
        (Some(span), None) => (Force::Demands, span),
        (None, Some(span)) => (Force::Allows, span),
        _ => return None,
    };
    let is_open = find(&modals.either).is_some() || (0..words.len()).any(|at| known.may_deny_at(words, at));
    (!is_open).then_some(force)
}

fn span(words: &[Word<'_>], at: usize, length: usize) -> Span {
    words[at].span.to(words[at + length - 1].span)
}
