//! A passive in the place of an active, or the other way round, while who acts and on whom stay where they are: then they change parts.

use super::content::is_kin;
use super::editorial::one;
use super::idiom::is_auxiliary;
use super::lists::Entry;
use super::negation::clause;
use super::numeral::is_content;
use super::side::{Side, Word};
use super::{Alarm, FlagKind};
use crate::document::{Pair, TokenKind};

/// Edits of more words than this say more than another voice.
const LONG: usize = 8;
/// Verbs of no more letters than this may have a participle that is hardly alike: pay, paid.
const IRREGULAR: usize = 4;

/// Another voice between the same words: `shall indemnify the Buyer → shall be indemnified by the Buyer`.
pub fn reversed(sides: Pair<&Side<'_>>) -> Option<Alarm> {
    let agents = &sides.old.lists.agents;
    let names_agent = |side: &Side<'_>| side.words.iter().any(|word| agents.contains(&*word.lower));
    let is_passive = sides.map(names_agent);
    if is_passive.old == is_passive.new || !sides.old.stands() || !sides.new.stands() {
        return None;
    }
    let (active, passive) = if is_passive.new { (sides.old, sides.new) } else { (sides.new, sides.old) };
    let is_small = active.size() > 0 && active.size().max(passive.size()) <= LONG;
    let is_it =
        is_small && is_other_voice(active, passive) && !names_time(passive) && are_same(rest(active), rest(passive));
    let reason = || format!("{} (who acts on whom is reversed)", one(&sides.map(Side::shown)));
    is_it.then(|| Alarm::strong(FlagKind::Order, reason()))
}

/// Whether the passive is that of the verb on the active side.
fn is_other_voice(active: &Side<'_>, passive: &Side<'_>) -> bool {
    let verbs = |side: &'_ Side<'_>| {
        let verbs = side.words.iter().enumerate().filter(|(_, word)| is_content(word));
        verbs.map(|(at, word)| (at, word.lower.to_string())).collect::<Vec<_>>()
    };
    match (verbs(active).as_slice(), verbs(passive).as_slice()) {
        ([(_, acts)], [(at, participle)]) => {
            let is_irregular = acts.chars().count() <= IRREGULAR && acts.chars().next() == participle.chars().next();
            // An auxiliary stands before it.
            *at > 0 && acts != participle && (is_irregular || is_kin(acts, participle))
        }
        ([_] | [], []) => has_participle_last(active, passive),
        _ => false,
    }
}

/// Whether the participle stands at the end of the clause, so that only what goes with it differs: `stellt den → wird vom`.
fn has_participle_last(active: &Side<'_>, passive: &Side<'_>) -> bool {
    let first = |side: &'_ Side<'_>| side.words.first().is_some_and(|word| is_auxiliary(side, word));
    let is_verb = |side: &'_ Side<'_>| first(side) || side.words.first().is_some_and(is_content);
    passive.lists.has_participle_last && first(passive) && is_verb(active) && active.size() > 1
}

/// Whether what follows says until when: `by Monday`, `by 5 May`.
fn names_time(side: &Side<'_>) -> bool {
    side.next().is_none_or(|next| {
        let is_time = |entry: &Entry| entry.is_day || entry.month.is_some() || entry.number.is_some();
        next.kind != TokenKind::Word || next.entry.is_some_and(is_time)
    })
}

/// Whether the words around are the same, but for the end of a participle.
fn are_same(active: Vec<String>, passive: Vec<String>) -> bool {
    let same = active.iter().zip(&passive).take_while(|(active, passive)| active == passive).count();
    match (&active[same..], &passive[same..]) {
        ([], []) => true,
        ([verb], [participle]) => participle.starts_with(verb.as_str()),
        _ => false,
    }
}

/// The words of the clause around an edit.
fn rest(side: &Side<'_>) -> Vec<String> {
    let own = |word: &&Word<'_>| word.span.end <= side.edit.start || word.span.start >= side.edit.end;
    clause(side).iter().filter(own).map(|word| word.lower.to_string()).collect()
}
