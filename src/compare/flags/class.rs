//! From flags to the class. Alarms are alarms, not verdicts: people call a changed number, modal or negation substantive in a
//! quarter to two thirds of all cases. So both are weighed: what an alarm is of, and how much content came and went.
//! All weights and limits stand here; `benches/classes.rs` measures them.
//!
//! The limits of content are where people's judgement turns. Of insertions and deletions with a word of content, those of three words
//! and more are called substantive in 95 of 100 cases, shorter ones in 20; of replacements, those at or above the limits in 75, those
//! below in 10 (edits of papers, marked with their intents: arXivEdits, Jiang et al. 2022).

use super::content::{Content, content, only_moved, sentence};
use super::grammar::only_side;
use super::lists::Listed;
use super::markup::is_tag;
use super::side::Side;
use super::{Alarm, Flag, FlagKind};
use crate::compare::Class;
use crate::document::{BlockKind, Pair};

/// An edit whose alarms weigh so much is substantive: one grave alarm, or two hints.
const SUBSTANTIVE: u8 = 2;

/// So many words (of them at least one of content) that came or went make a clause.
const CLAUSE: usize = 3;
/// So many words of content that came or went on one side of a replacement, the other side's counterparts aside.
const ONE_SIDE: usize = 3;
/// So many words of content that came and went in all.
const BOTH_SIDES: usize = 4;
/// So many of them, with a quantifier among them: `payment in full → delivery`.
const QUANTIFIED: usize = 3;
/// So many words of content of one side, where the other has none of its own and is shorter by a clause: words came or went there,
/// whatever small word stands in their place.
const ALONE: usize = 2;

/// How much an alarm weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// Worth knowing, changes nothing: a renumbered article.
    Note,
    /// May matter: a name that came, `some` that went.
    Hint,
    /// Matters whatever else is there: `shall → may`, 30 → 45.
    Strong,
}

impl Weight {
    const fn points(self) -> u8 {
        match self {
            Self::Note => 0,
            Self::Hint => 1,
            Self::Strong => SUBSTANTIVE,
        }
    }
}

/// The flags and class of an edit that changes words.
pub fn weighed(alarms: Vec<Alarm>, sides: Pair<&Side<'_>>, block: Option<BlockKind>) -> (Vec<Flag>, Class) {
    let points: u8 = alarms.iter().map(|alarm| alarm.weight.points()).sum();
    let has_sign = alarms.iter().any(|alarm| matches!(alarm.flag.kind, FlagKind::Bracket | FlagKind::Character));
    let is_strong = points >= SUBSTANTIVE && (has_sign || !only_moved(sides));
    let is_sentence = !sides.old.stands() || !sides.new.stands();
    let mut flags = flags(alarms);
    if is_strong && !is_sentence {
        return (flags, Class::Substantive);
    }
    if let Some(reason) = sentence(sides) {
        push(&mut flags, whole(sides, block).unwrap_or(reason));
        return (flags, Class::Substantive);
    }
    if !may_be_content(sides) {
        return (flags, if is_strong { Class::Substantive } else { Class::Wording });
    }
    let content = content(sides);
    let is_content =
        is_content(&content) || is_replaced(&content) && (is_measured(sides.old) || is_measured(sides.new));
    if is_content && (flags.is_empty() || !is_phrase(sides)) {
        push(&mut flags, whole(sides, block).unwrap_or_else(|| content.reason()));
    }
    (flags, if is_strong || is_content { Class::Substantive } else { Class::Wording })
}

/// Whether nothing but one listed phrase came or went: an alarm that tells it has told all of it.
fn is_phrase(sides: Pair<&Side<'_>>) -> bool {
    only_side(sides).is_some_and(|side| matches!(side.found.as_slice(), [only] if only.length == side.words.len()))
}

/// That a block came or went as a whole, where it has another name than its words.
fn whole(sides: Pair<&Side<'_>>, block: Option<BlockKind>) -> Option<String> {
    let name = match block? {
        BlockKind::Heading => "a heading",
        BlockKind::ListItem => "an item",
        BlockKind::TableRow => "a row",
        _ => return None,
    };
    Some(format!("{} {name}", if sides.old.stands() { "drops" } else { "adds" }))
}

/// The flags and class of another sentence in the place of one.
pub fn rewritten(alarms: Vec<Alarm>) -> (Vec<Flag>, Class) {
    let mut flags = flags(alarms);
    push(&mut flags, "rewrites the sentence".to_owned());
    (flags, Class::Substantive)
}

/// The flags of alarms, in no more room than they need: every edit keeps its own.
fn flags(alarms: Vec<Alarm>) -> Vec<Flag> {
    let mut flags = Vec::with_capacity(alarms.len());
    flags.extend(alarms.into_iter().map(|alarm| alarm.flag));
    flags
}

/// Puts the flag of content where it belongs by its kind.
fn push(flags: &mut Vec<Flag>, reason: String) {
    flags.reserve_exact(1);
    let at = flags.iter().position(|flag| flag.kind > FlagKind::Content).unwrap_or(flags.len());
    flags.insert(at, Flag { kind: FlagKind::Content, reason });
}

/// Whether an edit has words enough that it need be asked which of them are of content.
fn may_be_content(sides: Pair<&Side<'_>>) -> bool {
    let sizes = sides.map(|side| side.words.len());
    let is_replacement = sizes.old > 0 && sizes.new > 0;
    !is_replacement || sizes.old.max(sizes.new) >= ONE_SIDE || sizes.old + sizes.new >= BOTH_SIDES
}

/// Whether words of content stand in the place of others, so many that with a quantifier among them something else is meant.
const fn is_replaced(content: &Content<'_>) -> bool {
    let (gone, come) = (content.gone.len(), content.come.len());
    content.is_replacement && gone > 0 && come > 0 && gone + come >= QUANTIFIED
}

/// Whether a phrase tells how much of what stands before it: `in full`.
fn is_measured(side: &Side<'_>) -> bool {
    side.found.iter().any(|found| found.listed == Listed::Quantifier && found.at > 0 && found.length > 1)
}

/// Whether so much content came or went that something else is said.
fn is_content(content: &Content<'_>) -> bool {
    let (gone, come) = (content.gone.len(), content.come.len());
    if let Some(sentence) = content.sentence {
        return content.size > 0 && !is_tag(sentence);
    }
    match content.is_replacement {
        true => {
            gone + come >= BOTH_SIDES || gone.max(come) >= ONE_SIDE || content.more >= CLAUSE && gone.max(come) >= ALONE
        }
        false => gone + come > 0 && (content.size >= CLAUSE || content.is_item),
    }
}
