//! Words that stand on a ladder or in a group: modals and operative verbs, quantifiers, conditions.

use super::lists::{Found, Listed, apart};
use super::side::Side;
use super::{Flag, FlagKind};
use crate::document::Pair;

/// The force of what is demanded or allowed: `shall → may (weaker)`.
pub fn modal(sides: Pair<&Side<'_>>) -> Option<Flag> {
    let (old, new) = differing(sides, Listed::Modal);
    let verbs = differing(sides, Listed::Verb);
    let reason = match (old.first(), new.first(), verbs.0.first(), verbs.1.first()) {
        (Some(old), Some(new), ..) => graded(old, new),
        (.., Some(old), Some(new)) => graded(old, new),
        (old, new, ..) => one_sided(old, new)?,
    };
    Some(Flag { kind: FlagKind::Modal, reason })
}

/// How many or how much is meant: `all → some`.
pub fn quantifier(sides: Pair<&Side<'_>>) -> Option<Flag> {
    plain(sides, Listed::Quantifier, FlagKind::Quantifier)
}

/// A condition or exception that came, went or changed: `adds unless`.
pub fn condition(sides: Pair<&Side<'_>>) -> Option<Flag> {
    plain(sides, Listed::Condition, FlagKind::Condition)
}

fn plain(sides: Pair<&Side<'_>>, listed: Listed, kind: FlagKind) -> Option<Flag> {
    let (old, new) = differing(sides, listed);
    let reason = match (old.first(), new.first()) {
        (Some(old), Some(new)) => format!("{} → {}", old.text, new.text),
        (old, new) => one_sided(old, new)?,
    };
    Some(Flag { kind, reason })
}

fn graded(old: &Found, new: &Found) -> String {
    let way = if new.group > old.group { "weaker" } else { "stronger" };
    format!("{} → {} ({way})", old.text, new.text)
}

fn one_sided(old: Option<&Found>, new: Option<&Found>) -> Option<String> {
    match (old, new) {
        (None, Some(new)) => Some(format!("adds {}", new.text)),
        (Some(old), None) => Some(format!("drops {}", old.text)),
        _ => None,
    }
}

/// The phrases of a kind that only one side has.
fn differing(sides: Pair<&Side<'_>>, listed: Listed) -> (Vec<Found>, Vec<Found>) {
    let found = sides.map(|side| side.found.iter().filter(|found| found.listed == listed).cloned().collect::<Vec<_>>());
    apart(&found.old, &found.new, |old, new| old.group == new.group)
}
