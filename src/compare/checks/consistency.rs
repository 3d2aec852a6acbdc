//! The same sentence rendered in two ways, and two sentences rendered in the same way.

use rustc_hash::FxHashMap;

use super::rendering::Rendering;
use super::{Class, Finding, FlagKind};
use crate::document::{Side, TokenKind};

/// Shorter sentences (in words) are rendered as their surroundings want it.
const SHORT: usize = 4;
/// So many words of a sentence are shown.
const SHOWN: usize = 8;

/// Sentences that are rendered otherwise, or render something else, elsewhere.
pub fn consistency(renderings: &[(usize, &Rendering<'_>)]) -> Vec<(usize, Finding)> {
    let mut found = differing(renderings, Side::Old, "the same is elsewhere");
    found.extend(differing(renderings, Side::New, "the same renders elsewhere"));
    found
}

/// Beads whose one side is the same as before and the other is not.
fn differing(renderings: &[(usize, &Rendering<'_>)], same: Side, what: &str) -> Vec<(usize, Finding)> {
    let mut known: FxHashMap<String, usize> = FxHashMap::default();
    let mut found = Vec::new();
    for (at, (bead, rendering)) in renderings.iter().enumerate() {
        if rendering.size(same) < SHORT || rendering.size(same.other()) < SHORT {
            continue;
        }
        let Some(before) = known.insert(words(rendering, same), at).map(|before| renderings[before].1) else {
            continue;
        };
        if words(rendering, same.other()) != words(before, same.other()) {
            let reason = format!("{what} “{}”", shown(before.written(same.other())));
            found.push((*bead, Finding::new(FlagKind::Consistency, Class::Wording, reason)));
        }
    }
    found
}

/// The words and numbers of a side in lower case.
fn words(rendering: &Rendering<'_>, side: Side) -> String {
    let words = rendering.words(side).iter().filter(|word| word.kind != TokenKind::Mark);
    words.map(|word| &*word.lower).collect::<Vec<_>>().join(" ")
}

/// The beginning of a sentence.
fn shown(sentence: &str) -> String {
    let words: Vec<&str> = sentence.split_whitespace().collect();
    let dots = if words.len() > SHOWN { " …" } else { "" };
    let start: String = words.into_iter().take(SHOWN).collect::<Vec<_>>().join(" ");
    format!("{}{dots}", start.chars().take(80).collect::<String>())
}
