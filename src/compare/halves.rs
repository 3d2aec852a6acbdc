//! Words that deny only together, with others between them: `ne … pas`, `neither … nor`. Such a negation comes or goes as one change, in
//! every grain: one half of it without the other is no sentence.

use std::sync::LazyLock;

use super::words::Change;
use crate::document::Pair;

/// The most shared words between two halves.
const BETWEEN: usize = 4;
/// The most words on one side of a change that is looked at.
const SHORT: usize = 8;

/// The halves of each negation, in any of the languages at once.
static NEGATIONS: LazyLock<Vec<Pair<Vec<&str>>>> = LazyLock::new(|| {
    let lines = include_str!("halves.txt").lines().filter(|line| !line.starts_with('#'));
    let halves = lines.filter_map(|line| line.split_once('|'));
    halves.map(|(one, other)| Pair::of(one, other).map(|words| words.split_whitespace().collect())).collect()
});

/// The lengths in bytes that a half may have, as bits, by its first byte in either case: most words are told apart by these.
static LENGTHS: LazyLock<[u32; 256]> = LazyLock::new(|| {
    let mut lengths = [0; 256];
    for half in NEGATIONS.iter().flat_map(|halves| halves.old.iter().chain(&halves.new)) {
        let length = if half.ends_with(['\'', '’']) { u32::MAX } else { 1 << half.len() };
        for first in half.bytes().take(1).flat_map(|first| [first.to_ascii_lowercase(), first.to_ascii_uppercase()]) {
            lengths[usize::from(first)] |= length;
        }
    }
    lengths
});

/// Whether two changes with these words between them bring or take the two halves of a negation.
pub fn are_halves(words: Pair<&[&str]>, last: &Change, next: &Change) -> bool {
    let between = &words.new[last.new.end..next.new.start];
    let is_end = |word: &&str| matches!(*word, "." | ";" | ":" | "!" | "?");
    let sizes = [&last.old, &last.new, &next.old, &next.new].map(|range| range.len());
    if between.len() > BETWEEN || sizes.iter().any(|size| *size > SHORT) || between.iter().any(is_end) {
        return false;
    }
    let [last, next] =
        [last, next].map(|change| Pair::of(&words.old[change.old.clone()], &words.new[change.new.clone()]));
    let may_hold = |change: Pair<&[&str]>| change.old.iter().chain(change.new).any(|word| may_be_half(word));
    if !may_hold(last) || !may_hold(next) {
        return false;
    }
    NEGATIONS.iter().any(|halves| {
        let denies = |last: &[&str], next: &[&str]| {
            let [last, next] = [last, next].map(|words| held(words, halves));
            let are_same = halves.old == halves.new && last.0 && next.0;
            are_same || matches!((last, next), ((true, false), (false, true)) | ((false, true), (true, false)))
        };
        let is_plain = |words: &[&str]| held(words, halves) == (false, false);
        denies(last.new, next.new) && is_plain(last.old) && is_plain(next.old)
            || denies(last.old, next.old) && is_plain(last.new) && is_plain(next.new)
    })
}

fn may_be_half(word: &str) -> bool {
    let lengths = word.bytes().next().map_or(0, |first| LENGTHS[usize::from(first)]);
    lengths >> word.len().min(31) & 1 == 1
}

/// Which of two halves some words have.
fn held(words: &[&str], halves: &Pair<Vec<&str>>) -> (bool, bool) {
    let is = |word: &str, half: &str| match half.ends_with(['\'', '’']) {
        true => word.get(..half.len()).is_some_and(|first| first.eq_ignore_ascii_case(half)),
        false => word.eq_ignore_ascii_case(half) || !word.is_ascii() && word.to_lowercase() == half,
    };
    let has = |halves: &[&str]| words.iter().any(|word| halves.iter().any(|half| is(word, half)));
    (has(&halves.old), has(&halves.new))
}

#[cfg(test)]
mod tests {
    use super::super::Grain;
    use super::super::words::{difference, words};
    use super::*;
    use crate::document::{Span, tokens};

    /// Each change as `old|new`, however the words are cut and in either direction.
    #[track_caller]
    fn check(old: &str, new: &str, expected: &[&str]) {
        for (texts, grain) in [Grain::Auto, Grain::Word].map(|grain| (Pair::of(old, new), grain)) {
            for texts in [texts, texts.swap()] {
                let words = texts.map(|text| words(text, &tokens(text, Span::new(0, text.len()))));
                let changes = difference(words.as_ref().map(Vec::as_slice), grain, None).changes;
                let shown = |change: Change| {
                    let sides = Pair::of(words.old[change.old].join(" "), words.new[change.new].join(" "));
                    let sides = if texts.old == old { sides } else { sides.swap() };
                    format!("{}|{}", sides.old, sides.new)
                };
                assert_eq!(changes.into_iter().map(shown).collect::<Vec<_>>(), expected, "{grain:?}");
            }
        }
    }

    #[test]
    fn what_denies_in_two_words_is_one_change() {
        check("La Partie livre le texte", "La Partie ne livre pas le texte", &["livre|ne livre pas"]);
        check("Elle en est sûre", "Elle n’en est jamais sûre", &["en est|n’en est jamais"]);
        check("Le vendeur livre le texte", "Aucun vendeur ne livre le texte", &["Le vendeur|Aucun vendeur ne"]);
        check("Either party or the bank may", "Neither party nor the bank may", &["Either party or|Neither party nor"]);
        check("La banque et lui paient", "Ni la banque ni lui ne paient", &["La banque et lui|Ni la banque ni lui ne"]);
        check("Банк и продавец платят", "Ни банк ни продавец платят", &["Банк и|Ни банк ни"]);
    }

    #[test]
    fn what_denies_by_itself_or_far_away_is_none() {
        check("Un banco y él pagan", "Un banco ni él pagan", &["y|ni"]);
        check("Elle ne livre pas le texte", "Elle ne livre jamais le texte", &["pas|jamais"]);
        check("Le prix plus haut y est dit", "Le prix haut n’y est dit", &["plus|", "y|n’y"]);
        check("Elle le dit. On voit", "Elle ne le dit. On voit pas", &["|ne", "|pas"]);
        check("The quiet party or the bank may", "The party nor the small bank may", &["quiet|", "or|nor", "|small"]);
    }
}
