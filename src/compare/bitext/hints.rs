//! Words of both texts that are likely to render each other, before anything is learnt from the texts.

use rustc_hash::FxHashMap;

use super::cognates::{Sound, likeness};
use super::sentences::{Kind, Sentences};
use super::vocabulary;
use crate::document::Pair;

/// Why an old word may be rendered by a new one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// They sound alike.
    Cognate,
    /// They are the same digits.
    Number,
    /// They are the same mark.
    Mark,
    /// A vocabulary or a glossary has them.
    Vocabulary,
}

/// An old word and a new one that may render each other.
#[derive(Clone, Copy, Debug)]
pub struct Hint {
    /// Word ids.
    pub words: Pair<u32>,
    /// How far it is trusted next to others for the same reason, 0 to 1.
    pub weight: f32,
    /// Why.
    pub reason: Reason,
}

/// All hints, ordered by old and new word, one for a pair of words: what a vocabulary has is surer than a likeness.
pub fn hints(sides: Pair<&Sentences>, languages: Pair<Option<&str>>, glossary: &[Pair<String>]) -> Vec<Hint> {
    let mut found = vocabulary::pairs(sides, languages, glossary);
    found.extend(equal(sides));
    found.extend(alike(sides));
    // The sort keeps what was found first in front.
    found.sort_by_key(|hint| (hint.words.old, hint.words.new));
    found.dedup_by_key(|hint| hint.words);
    found
}

/// The same numbers and marks.
fn equal(sides: Pair<&Sentences>) -> Vec<Hint> {
    let mut ids: FxHashMap<(Kind, &str), u32> = FxHashMap::default();
    for (id, word) in sides.new.words.iter().enumerate() {
        ids.insert((word.kind, &word.stem), id as u32);
    }
    let reason = |kind| match kind {
        Kind::Number => Some(Reason::Number),
        Kind::Mark => Some(Reason::Mark),
        Kind::Word | Kind::Ideograph => None,
    };
    let hint = |(old, word): (usize, &super::sentences::Word)| {
        let words = Pair::of(old as u32, *ids.get(&(word.kind, word.stem.as_str()))?);
        Some(Hint { words, weight: 1.0, reason: reason(word.kind)? })
    };
    sides.old.words.iter().enumerate().filter_map(hint).collect()
}

/// Words that sound alike.
fn alike(sides: Pair<&Sentences>) -> Vec<Hint> {
    let sounds = sides.map(sounds);
    let mut by_key: FxHashMap<(u8, u8), Vec<usize>> = FxHashMap::default();
    for (at, (sound, _)) in sounds.new.iter().enumerate() {
        by_key.entry(sound.key()).or_default().push(at);
    }
    let mut hints: Vec<Hint> = Vec::new();
    for (sound, old) in &sounds.old {
        for at in by_key.get(&sound.key()).into_iter().flatten() {
            let (other, new) = &sounds.new[*at];
            let weight = likeness(sound, other);
            if weight > 0.0 {
                hints.push(Hint { words: Pair::of(*old, *new), weight, reason: Reason::Cognate });
            }
        }
    }
    // Of several forms of two words the most alike ones tell.
    hints.sort_by(|a, b| {
        (a.words.old, a.words.new).cmp(&(b.words.old, b.words.new)).then(b.weight.total_cmp(&a.weight))
    });
    hints.dedup_by_key(|hint| hint.words);
    hints
}

fn sounds(side: &Sentences) -> Vec<(Sound, u32)> {
    let words = side.words.iter().enumerate().filter(|(_, word)| word.kind == Kind::Word);
    let forms = words.flat_map(|(id, word)| word.forms.iter().map(move |form| (form, id as u32)));
    forms.filter(|(form, _)| form.len() > 1).filter_map(|(form, id)| Some((Sound::of(form)?, id))).collect()
}
