//! Words that stand on a ladder or in a group: modals and operative verbs, quantifiers, conditions, deadlines.

use super::content::is_kin;
use super::editorial::one;
use super::lists::{LADDER, Listed};
use super::negation::stays_negated;
use super::numeral::is_content;
use super::phrase::{Found, apart, at_word, find};
use super::side::{Side, before};
use super::{Alarm, FlagKind};
use crate::document::Pair;

/// So many words of a new clause: more bring their quantifiers as a matter of course.
const LONG: usize = 8;

/// What ladders and groups tell of, and the polarity.
pub const KINDS: [FlagKind; 6] = [
    FlagKind::Date,
    FlagKind::Modal,
    FlagKind::Negation,
    FlagKind::Quantifier,
    FlagKind::Condition,
    FlagKind::Qualifier,
];
/// All that tells how many or how much.
const QUANTITIES: [Listed; 4] = [Listed::Quantifier, Listed::Choice, Listed::Limit, Listed::Bound];

/// A phrase of any kind in the place of another of its kind.
pub fn exchanged(sides: Pair<&Side<'_>>) -> Option<Alarm> {
    let is_in_place = |listed: &[Listed]| matches!(differing(sides, listed).first(), (Some(_), Some(_)));
    if is_in_place(&[Listed::Modal, Listed::Verb]) {
        return modal(sides, false);
    }
    if is_in_place(&QUANTITIES) {
        return quantifier(sides);
    }
    if is_in_place(&[Listed::Deadline]) {
        return deadline(sides);
    }
    let is_condition = is_in_place(&[Listed::Condition]) || is_in_place(&[Listed::Qualifier]);
    if is_condition { condition(sides) } else { None }
}

/// The force of what is demanded or allowed: `shall → may (weaker)`. Where the polarity is turned, `shall not → may` is shown
/// whole: that is another thing, not a weaker one.
pub fn modal(sides: Pair<&Side<'_>>, is_turned: bool) -> Option<Alarm> {
    let mut modals = differing(sides, &[Listed::Modal]);
    modals.gone.retain(|found| !is_passive(sides.old, found));
    modals.come.retain(|found| !is_passive(sides.new, found));
    let verbs = differing(sides, &[Listed::Verb]);
    let binds = |found: Found| found.group < sides.new.lists.duties;
    match (modals.first(), verbs.first()) {
        ((Some(old), Some(new)), _) => {
            let reason = graded(sides, old, new, is_turned);
            let is_strong = binds(old) || binds(new);
            Some(if is_strong { Alarm::strong(FlagKind::Modal, reason) } else { Alarm::hint(FlagKind::Modal, reason) })
        }
        (_, (Some(old), Some(new))) => Some(Alarm::strong(FlagKind::Modal, graded(sides, old, new, is_turned))),
        // `Undertake to respect → recognize`: what binds and what is merely said are on no one ladder.
        ((Some(duty), None), (None, Some(verb))) if binds(duty) && is_short(sides) => {
            Some(Alarm::strong(FlagKind::Modal, arrow(sides, duty, verb)))
        }
        ((None, Some(duty)), (Some(verb), None)) if binds(duty) && is_short(sides) => {
            Some(Alarm::strong(FlagKind::Modal, arrow(sides, verb, duty)))
        }
        ((old, new), _) => one_sided(sides, old, new, FlagKind::Modal),
    }
}

/// Whether a modal only makes a passive of the participle before it: `gezahlt werden`.
fn is_passive(side: &Side<'_>, found: &Found) -> bool {
    let word = &side.words[found.at];
    if found.length > 1 || !word.entry.is_some_and(|entry| entry.is_passive) {
        return false;
    }
    let before = before(side.text, word.span.start).split_whitespace().next_back().unwrap_or("");
    let is_listed = || side.lists.entry(before).is_some_and(|entry| entry.is_light || !entry.phrases.is_empty());
    before.starts_with(char::is_lowercase) && before.ends_with(['t', 'n']) && !is_listed()
}

/// One modal in the place of another of the strongest: `shall → must`.
pub fn even(sides: Pair<&Side<'_>>) -> Option<Alarm> {
    let modal = |side: &Side<'_>| side.found.iter().find(|found| found.listed == Listed::Modal).copied();
    let (old, new) = (modal(sides.old)?, modal(sides.new)?);
    let text = |found: Found, side: &Side<'_>| found.text(side.text, &side.words).to_lowercase();
    let is_other = (old.group, new.group) == (0, 0) && text(old, sides.old) != text(new, sides.new);
    is_other.then(|| Alarm::note(FlagKind::Modal, format!("{} (equal force)", arrow(sides, old, new))))
}

/// How many or how much is meant: `all → some`, `adds at least`.
pub fn quantifier(sides: Pair<&Side<'_>>) -> Option<Alarm> {
    let found = differing(sides, &QUANTITIES);
    if let (Some(old), Some(new)) = found.first() {
        return Some(Alarm::strong(FlagKind::Quantifier, arrow(sides, old, new)));
    }
    let is_alarm = |found: &&Found| match found.listed {
        Listed::Choice => false,
        // The number that came or went with it says enough.
        Listed::Bound if sides.old.words.is_empty() || sides.new.words.is_empty() => {
            found.at + found.length == sides.old.words.len().max(sides.new.words.len())
        }
        Listed::Quantifier => is_short(sides),
        _ => true,
    };
    let alarm = |found: &[Found]| found.iter().find(is_alarm).copied();
    one_sided(sides, alarm(&found.gone), alarm(&found.come), FlagKind::Quantifier)
}

/// Whether a side has a condition or exception.
pub fn is_conditional(sides: Pair<&Side<'_>>) -> bool {
    sides.old.found.iter().chain(&sides.new.found).any(|found| found.listed == Listed::Condition)
}

/// A condition or exception that came, went or changed: `adds unless`; what qualifies: `drops written`; or one word that joins put
/// for another: `and → or`.
pub fn condition(sides: Pair<&Side<'_>>) -> Option<Alarm> {
    match differing(sides, &[Listed::Condition]).first() {
        (Some(old), Some(new)) => Some(Alarm::strong(FlagKind::Condition, arrow(sides, old, new))),
        (None, None) => qualifier(sides).or_else(|| connective(sides)),
        (old, new) => one_sided(sides, old, new, FlagKind::Condition),
    }
}

/// What qualifies: `prior written consent` is another duty than `prior consent`, `probably` says less than nothing in its place.
fn qualifier(sides: Pair<&Side<'_>>) -> Option<Alarm> {
    match differing(sides, &[Listed::Qualifier]).first() {
        (Some(old), Some(new)) => Some(Alarm::strong(FlagKind::Qualifier, arrow(sides, old, new))),
        (old, new) if is_short(sides) => {
            let alarm = one_sided(sides, old, new, FlagKind::Qualifier)?;
            Some(Alarm::strong(alarm.flag.kind, alarm.flag.reason))
        }
        _ => None,
    }
}

/// `and → or`, and what is left of `and/or`.
fn connective(sides: Pair<&Side<'_>>) -> Option<Alarm> {
    let joins = differing(sides, &[Listed::Connective]).first();
    let is_only = sides.old.size() <= 2 && sides.new.size() <= 2 || joins.0.is_some() && are_reordered(sides);
    let has_stroke = |side: &Side<'_>| side.words.iter().any(|word| word.text == "/");
    match joins {
        _ if !is_only => None,
        (Some(old), Some(new)) => Some(Alarm::strong(FlagKind::Condition, arrow(sides, old, new))),
        (None, None) => None,
        _ if has_stroke(sides.old) || has_stroke(sides.new) => {
            Some(Alarm::strong(FlagKind::Condition, one(&sides.map(Side::shown))))
        }
        _ => None,
    }
}

/// Whether both sides say the same in another order: of `tea, milk or rum → milk, tea and rum` only what joins them differs.
fn are_reordered(sides: Pair<&Side<'_>>) -> bool {
    let says = |side: &'_ Side<'_>| {
        let mut words: Vec<String> =
            side.words.iter().filter(|word| is_content(word)).map(|word| word.lower.to_string()).collect();
        words.sort();
        words
    };
    is_short(sides) && says(sides.old) == says(sides.new)
}

/// How soon, or on which side of a day: `promptly → in due course`. Alone only how soon, unless it is said as often on both sides.
pub fn deadline(sides: Pair<&Side<'_>>) -> Option<Alarm> {
    let (old, new) = differing(sides, &[Listed::Deadline]).first();
    if let (Some(old), Some(new)) = (old, new) {
        return Some(Alarm::strong(FlagKind::Date, arrow(sides, old, new)));
    }
    let is_told = |found: &Found, side: &Side<'_>, other: &Side<'_>| {
        found.group < side.lists.soon
            && is_short(sides)
            && side.stands()
            && other.stands()
            && times(*found, side) != times(*found, other)
    };
    let old = old.filter(|found| is_told(found, sides.old, sides.new));
    let new = new.filter(|found| is_told(found, sides.new, sides.old));
    one_sided(sides, old, new, FlagKind::Date)
}

/// How often the clauses around an edit say what a phrase of it says: one that only moved is said as often on both sides.
fn times(found: Found, side: &Side<'_>) -> usize {
    let is_same = |one: &&Found| (one.listed, one.group) == (found.listed, found.group);
    find(side.around(), || None).iter().filter(is_same).count()
}

/// Whether the clauses around an edit demand something, so that how soon is a part of what is demanded.
fn demands(side: &Side<'_>) -> bool {
    let words = side.around();
    let binds =
        |at| at_word(words, at).is_some_and(|(_, listed, group)| listed == Listed::Modal && group < side.lists.duties);
    (0..words.len()).any(binds)
}

/// The phrases of a kind that only one side has.
#[derive(Default)]
struct Differing {
    gone: Vec<Found>,
    come: Vec<Found>,
}

impl Differing {
    fn first(&self) -> (Option<Found>, Option<Found>) {
        (self.gone.first().copied(), self.come.first().copied())
    }
}

fn differing(sides: Pair<&Side<'_>>, listed: &[Listed]) -> Differing {
    let is_of_kind = |found: &&Found| listed.contains(&found.listed);
    // Most have none.
    if !sides.old.found.iter().chain(&sides.new.found).any(|found| is_of_kind(&found)) {
        return Differing::default();
    }
    let of = |side: &Side<'_>| side.found.iter().filter(is_of_kind).copied().collect();
    let (old, new): (Vec<Found>, Vec<Found>) = (of(sides.old), of(sides.new));
    let (gone, come) = apart(&old, &new, |old, new| (old.listed, old.group) == (new.listed, new.group));
    Differing { gone, come }
}

/// Whether the edit is no longer than a short clause on both sides.
pub fn is_short(sides: Pair<&Side<'_>>) -> bool {
    sides.old.size().max(sides.new.size()) <= LONG
}

fn arrow(sides: Pair<&Side<'_>>, old: Found, new: Found) -> String {
    format!("{} → {}", old.text(sides.old.text, &sides.old.words), new.text(sides.new.text, &sides.new.words))
}

fn graded(sides: Pair<&Side<'_>>, old: Found, new: Found, is_turned: bool) -> String {
    if is_turned {
        return format!("{} → {}", with_not(sides.old, old), with_not(sides.new, new));
    }
    let arrow = arrow(sides, old, new);
    // `must not → may not` forbids twice; `darf nicht → muss nicht` and `keine Partei darf → muss` allow.
    if old.listed == Listed::Modal && stays_negated(sides) {
        return arrow;
    }
    if old.listed == Listed::Verb && old.group / LADDER != new.group / LADDER {
        return arrow;
    }
    let way = if new.group > old.group { "weaker" } else { "stronger" };
    format!("{arrow} ({way})")
}

/// A modal with the `not` behind it, if one is.
fn with_not<'a>(side: &Side<'a>, found: Found) -> &'a str {
    let next = side.found.iter().find(|next| next.at == found.at + found.length && next.listed == Listed::Negation);
    let whole = next.map_or(found, |next| Found { length: found.length + next.length, ..found });
    whole.text(side.text, &side.words)
}

/// Whether an edit leaves what says something, but for the form of one verb.
fn leaves_words(sides: Pair<&Side<'_>>) -> bool {
    let says = |side: &'_ Side<'_>| {
        side.words.iter().filter(|word| is_content(word)).map(|word| word.lower.to_string()).collect::<Vec<_>>()
    };
    match (says(sides.old).as_slice(), says(sides.new).as_slice()) {
        ([], []) => true,
        ([old], [new]) => is_kin(old, new),
        _ => false,
    }
}

/// A phrase that came or went alone. What binds or narrows is an alarm of its own, the rest only a hint.
fn one_sided(sides: Pair<&Side<'_>>, old: Option<Found>, new: Option<Found>, kind: FlagKind) -> Option<Alarm> {
    let (verb, found, side) = match (old, new) {
        (None, Some(new)) => ("adds", new, sides.new),
        (Some(old), None) => ("drops", old, sides.old),
        _ => return None,
    };
    let text = if kind == FlagKind::Modal { with_not(side, found) } else { found.text(side.text, &side.words) };
    let is_one_word = sides.old.size() == 1 && sides.new.size() == 1;
    let reason = if is_one_word { one(&sides.map(Side::shown)) } else { format!("{verb} {text}") };
    let is_pure = sides.old.words.is_empty() || sides.new.words.is_empty();
    let is_strong = match found.listed {
        // The last of the groups that bind asks for an effort only, and those behind it allow: both weaken a verb that binds alone.
        Listed::Modal if side.lists.indicative_binds && found.group + 1 >= side.lists.duties => is_short(sides),
        // `May have been warned`, `is entitled to terminate` say other things than the verb alone; of two words so do those that leave
        // the rest as it was: `may have warned → warned`.
        Listed::Modal if found.group >= side.lists.duties && found.length + usize::from(is_pure) > 2 => is_short(sides),
        // `Reduces → may reduce`: what was a fact is only possible.
        Listed::Modal if side.lists.doubts.contains(&text.to_lowercase()) && leaves_words(sides) => true,
        // Promises (`will`) and phrases (`is to`) are often mere grammar.
        Listed::Modal => found.group < side.lists.duties && found.group != 1 && found.length == 1,
        Listed::Limit => true,
        Listed::Bound => is_pure,
        Listed::Condition => !is_one_word,
        // Elsewhere `quickly` may only describe.
        Listed::Deadline => demands(side) || side.lists.indicative_binds && found.group == 0,
        _ => false,
    };
    Some(if is_strong { Alarm::strong(kind, reason) } else { Alarm::hint(kind, reason) })
}
