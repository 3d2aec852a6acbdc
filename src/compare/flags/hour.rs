//! Times of day: `7 pm → 7.30 pm` is no amount that grew.

use super::phrase::apart;
use super::side::{Side, Word};
use super::topics::Topics;
use super::{Alarm, FlagKind};
use crate::compare::checks::clock::{Time, times};
use crate::document::{Pair, Span};

/// What the times of day of an edit say, and where they stand: their numbers are no amounts.
#[derive(Debug, Default)]
pub struct Hours {
    /// Why they matter.
    pub alarm: Option<Alarm>,
    /// The times on both sides.
    pub spans: Pair<Vec<Span>>,
}

/// The times of day that an edit touches.
pub fn hours(sides: Pair<&Side<'_>>, language: Option<&str>) -> Hours {
    if !may_be(sides.old) && !may_be(sides.new) {
        return Hours::default();
    }
    let found = sides.map(|side| {
        let times = times(side.near(), language);
        times.into_iter().filter(|time| time.is_certain && side.touches(time.span)).collect::<Vec<Time>>()
    });
    let (gone, come) = apart(&found.old, &found.new, |old, new| old.is_same(*new));
    let text = |side: &Side<'_>, time: &Time| time.span.of(side.text).split_whitespace().collect::<Vec<_>>().join(" ");
    let reason = match (gone.first(), come.first()) {
        (Some(old), Some(new)) => Some(format!("{} → {}", text(sides.old, old), text(sides.new, new))),
        (None, Some(new)) => Some(format!("adds {}", text(sides.new, new))),
        (Some(old), None) => Some(format!("drops {}", text(sides.old, old))),
        (None, None) => None,
    };
    let alarm = reason.map(|reason| Alarm::strong(FlagKind::Date, reason));
    Hours { alarm, spans: found.map(|times| times.into_iter().map(|time| time.span).collect()) }
}

/// Whether the edit has a number, or a sign that may tell the side of noon: `pm`, `p.m.`
fn may_be(side: &Side<'_>) -> bool {
    let is_short = |word: &Word<'_>| matches!(&*word.lower, "a" | "p");
    let has_point = |word: &Word<'_>| side.text[word.span.end..].starts_with('.');
    side.any(Topics::DIGITS | Topics::NOON, |word| !is_short(word) || has_point(word))
}
