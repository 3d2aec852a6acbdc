//! Names as they are heard: which name of the translation renders which of the original, in whatever script.

use std::borrow::Cow;

use super::rendering::Rendering;
use crate::compare::bitext::cognates::{Sound, likeness};
use crate::compare::bitext::sentences::fold;
use crate::compare::flags::markup::is_markup;
use crate::compare::flags::side::Word;
use crate::document::{Pair, Side, Span, TokenKind};

/// Shorter words are too easily alike.
pub const LETTERS: usize = 4;
/// Names that sound less alike are two names.
const ALIKE: f32 = 0.45;

/// A name is compared with so many on both sides of its place in the row.
const NEAR: usize = 32;

/// A name in its place.
#[derive(Clone, Debug)]
pub struct Name {
    /// In lower case, without accents and the sign of possession.
    pub text: String,
    /// Where it stands.
    pub span: Span,
    sound: Sound,
}

/// A name of the original with the one of the translation that sounds like it most.
#[derive(Debug)]
pub struct Rendered {
    /// The bead, by its place in the row.
    pub at: usize,
    /// The name in the original.
    pub old: String,
    /// The name in the translation.
    pub new: String,
    /// Where they stand.
    pub spans: Pair<Span>,
}

/// The names of a text that render each other, and those that nothing in their bead sounds like.
#[derive(Debug, Default)]
pub struct Heard {
    /// Names with the one that sounds like them most.
    pub rendered: Vec<Rendered>,
    /// Names of both sides that are left over, with their beads by place in the row.
    pub alone: Pair<Vec<(usize, Name)>>,
}

/// Hears which names render each other.
pub fn heard(renderings: &[(usize, &Rendering<'_>)]) -> Heard {
    let mut heard = Heard::default();
    for (at, (_, rendering)) in renderings.iter().enumerate() {
        let (old, new) = (names(rendering, Side::Old), names(rendering, Side::New));
        let mut used = vec![false; new.len()];
        for (place, one) in old.iter().enumerate() {
            let beside = place * new.len() / old.len();
            let graded = near(&new, beside).map(|(index, other)| (likeness(&one.sound, &other.sound), index));
            let best = graded.filter(|(grade, _)| *grade >= ALIKE).max_by(|a, b| a.0.total_cmp(&b.0));
            let Some((grade, index)) = best else {
                heard.alone.old.push((at, one.clone()));
                continue;
            };
            used[index] = true;
            // It may sound like another name of the sentence even more.
            let is_taken = near(&old, place).any(|(_, rival)| likeness(&rival.sound, &new[index].sound) > grade);
            if !is_taken {
                let spans = Pair::of(one.span, new[index].span);
                heard.rendered.push(Rendered { at, old: one.text.clone(), new: new[index].text.clone(), spans });
            }
        }
        let left = new.into_iter().zip(used).filter(|(_, used)| !used).map(|(name, _)| (at, name));
        heard.alone.new.extend(left);
    }
    heard
}

/// The names around a place in their row, each with its own.
fn near(names: &[Name], place: usize) -> impl Iterator<Item = (usize, &Name)> {
    names.iter().enumerate().take(place + NEAR).skip(place.saturating_sub(NEAR))
}

/// The names of a side: capitalised words, long ones also at the beginning of a sentence.
fn names(rendering: &Rendering<'_>, side: Side) -> Vec<Name> {
    let words = rendering.words(side);
    let mut names = Vec::new();
    let mut begins = true;
    for word in words {
        let is_sure = !begins || word.text.chars().count() > LETTERS;
        let is_name = is_sure && is_name(word) && !is_markup(rendering.text(side), word.span);
        begins = match word.kind {
            TokenKind::Mark => matches!(word.text, "." | "!" | "?" | "…" | ":") || begins && word.text != ",",
            _ => false,
        };
        let text = fold(bare(&word.lower));
        if is_name && let Some(sound) = Sound::of(&as_named(&text)) {
            names.push(Name { text, span: word.span, sound });
        }
    }
    names
}

/// A Russian surname that is declined as an adjective as it names somebody: `варшавскому`, without accents.
fn as_named(text: &str) -> Cow<'_, str> {
    let stems = ["ого", "ому", "им", "ом"].iter().filter_map(|ending| text.strip_suffix(ending));
    let stem = stems.into_iter().find(|stem| stem.ends_with("ск") || stem.ends_with("цк"));
    stem.map_or(Cow::Borrowed(text), |stem| Cow::Owned(format!("{stem}ии")))
}

fn is_name(word: &Word<'_>) -> bool {
    let is_listed = |word: &Word<'_>| {
        word.entry.is_some_and(|entry| {
            entry.is_light || entry.month.is_some() || entry.is_day || entry.reference.is_some() || entry.is_unit()
        })
    };
    word.kind == TokenKind::Word
        && word.is_capitalised()
        && !word.is_capitals()
        && bare(&word.lower).chars().count() >= LETTERS
        && !is_listed(word)
}

/// A word without the sign of possession.
pub fn bare(word: &str) -> &str {
    let word = word.strip_suffix("'s").unwrap_or(word);
    word.strip_suffix('\'').unwrap_or(word)
}
