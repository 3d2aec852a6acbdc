//! Terms that both sides define in quotation marks, `“Secretariat”` for `«Секретариат»`, and that are rendered otherwise elsewhere.
//!
//! What a text defines it says in the same words from then on. So the words by which a term is defined are wanted wherever the term
//! stands, if nearly all its other places have them: where a translator varies, nothing is said.

use std::collections::BTreeMap;

use super::forms::Forms;
use super::phrases::Phrases;
use super::rendering::Rendering;
use super::{Class, Finding, FlagKind};
use crate::compare::flags::side::Word;
use crate::document::{Pair, Side, Span, TokenKind};

/// More words than these in quotation marks are what somebody says.
const LONGEST: usize = 4;
/// So many places must have the words of the definition to show a habit, …
const ENOUGH: usize = 4;
/// … and so many for each that has not.
const KEPT: usize = 4;

/// A term, and its places in beads: those with the words of its definition, and the others.
#[derive(Debug, Default)]
struct Term {
    kept: usize,
    lacking: Vec<(usize, Span)>,
}

/// Places of defined terms that are rendered otherwise than nearly everywhere.
pub fn defined(renderings: &[(usize, &Rendering<'_>)]) -> Vec<(usize, Finding)> {
    let Some((_, first)) = renderings.first() else { return Vec::new() };
    let mut phrases = Pair::of(Phrases::new(Forms::of(first.languages.old)), Phrases::new(Forms::Alike));
    let mut renders: BTreeMap<usize, Option<(usize, String)>> = BTreeMap::new();
    for (_, rendering) in renderings {
        let Some(words) = definition(rendering) else { continue };
        let number = |phrases: &mut Phrases, words: &[Word<'_>]| phrases.add(words.iter().map(|word| &*word.lower));
        let (old, new) = (number(&mut phrases.old, words.old), number(&mut phrases.new, words.new));
        let written = words.new[0].span.to(words.new[words.new.len() - 1].span).of(rendering.text(Side::New));
        // What is defined in two ways is no one term.
        let known = renders.entry(old).or_insert_with(|| Some((new, written.to_owned())));
        if known.as_ref().is_some_and(|(other, _)| *other != new) {
            *known = None;
        }
    }
    if renders.values().all(Option::is_none) {
        return Vec::new();
    }
    let mut terms: BTreeMap<usize, Term> = BTreeMap::new();
    for (at, (_, rendering)) in renderings.iter().enumerate() {
        let mut places = phrases.old.outermost(rendering.words(Side::Old), |_, _| true);
        places.retain(|_, span| !is_small(span.of(rendering.text(Side::Old))));
        if places.is_empty() {
            continue;
        }
        let used = phrases.new.used(rendering.words(Side::New));
        for (old, span) in places {
            let Some(Some((new, _))) = renders.get(&old) else { continue };
            let term = terms.entry(old).or_default();
            if used.contains_key(new) {
                term.kept += 1;
            } else {
                term.lacking.push((at, span));
            }
        }
    }
    terms.retain(|_, term| term.kept >= ENOUGH && term.kept >= KEPT * term.lacking.len());
    let finding = |old: usize, (at, span): (usize, Span)| {
        let (bead, rendering) = renderings[at];
        let (_, wanted) = renders.get(&old)?.as_ref()?;
        let reason = format!("{} is {wanted} elsewhere", span.of(rendering.text(Side::Old)));
        Some((bead, Finding::new(FlagKind::Consistency, Class::Wording, reason).at(Side::Old, span)))
    };
    terms
        .into_iter()
        .flat_map(|(old, term)| term.lacking.into_iter().filter_map(move |place| finding(old, place)))
        .collect()
}

/// The term that a bead defines: the only words in quotation marks on each side.
fn definition<'a>(rendering: &'a Rendering<'_>) -> Option<Pair<&'a [Word<'a>]>> {
    let only = |side: Side| {
        let mut quoted = quoted(rendering.words(side)).into_iter();
        let only = quoted.next().filter(|_| quoted.next().is_none())?;
        let is_term = !is_small(only[0].text) && only.iter().all(|word| word.kind == TokenKind::Word);
        (is_term && only.len() <= LONGEST).then_some(only)
    };
    Some(Pair::of(only(Side::Old)?, only(Side::New)?))
}

/// Whether words begin with a small letter; writing without capitals has none.
fn is_small(words: &str) -> bool {
    words.starts_with(char::is_lowercase)
}

/// What stands in quotation marks.
fn quoted<'a, 'b>(words: &'b [Word<'a>]) -> Vec<&'b [Word<'a>]> {
    let is_mark = |word: &Word<'_>| word.text.starts_with(['“', '”', '„', '«', '»', '"', '「', '」', '『', '』']);
    let marks: Vec<usize> = (0..words.len()).filter(|at| is_mark(&words[*at])).collect();
    let between = marks.chunks_exact(2).map(|two| &words[two[0] + 1..two[1]]);
    between.filter(|words| !words.is_empty()).collect()
}
