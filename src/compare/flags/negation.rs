//! Polarity: an alarm only where the clause as a whole has other negations than before, so that
//! “will not sign anything” and “would sign nothing” are the same.

use super::editorial::one;
use super::lists::Listed;
use super::phrase::{Found, find};
use super::side::{Side, Word};
use super::{Alarm, FlagKind};
use crate::document::{Pair, TokenKind};

/// A longer insertion or deletion (in words) brings clauses of its own: its negations turn nothing round.
const LONG: usize = 4;

/// A negation that came or went: `may → may not`.
pub fn negation(sides: Pair<&Side<'_>>) -> Option<Alarm> {
    let here = sides.map(|side| negations(&side.found));
    if here.old.len() == here.new.len() || !sides.old.stands() || !sides.new.stands() {
        return None;
    }
    if is_second_half(sides) {
        return None;
    }
    let is_one_sided = sides.old.words.is_empty() || sides.new.words.is_empty();
    if is_one_sided && sides.old.size().max(sides.new.size()) > LONG {
        return None;
    }
    let clauses = sides.map(clause);
    let count = clauses.map(|words| negations(&find(words, || None)).len());
    if count.old == count.new {
        return None;
    }
    let is_gone = here.old.len() > here.new.len();
    let (side, words, found) = match is_gone {
        true => (sides.old, sides.old.around(), here.old.first()?),
        false => (sides.new, sides.new.around(), here.new.first()?),
    };
    // `Est → n'est pas` denies with two words.
    let (few, more) = (sides.old.size().min(sides.new.size()), sides.old.size().max(sides.new.size()));
    if few == 1 && (more == 1 || more == 3 && found.at == 2) {
        return Some(Alarm::strong(FlagKind::Negation, one(&sides.map(Side::shown))));
    }
    // `Without interest` says more than `without`.
    let whole = Found { length: side.words.len(), ..*found };
    let text = if is_one_sided && found.at == 0 { whole } else { *found }
        .text(side.text, &side.words)
        .trim_end_matches([',', ';']);
    if is_one_sided && found.at == 0 && side.size() > 1 {
        return Some(Alarm::strong(FlagKind::Negation, format!("{} {text}", if is_gone { "drops" } else { "adds" })));
    }
    let is_alone = here.old.is_empty() || here.new.is_empty();
    let other = if is_gone { sides.new } else { sides.old };
    let stays = |word: &&str| {
        let has = |side: &Side<'_>| side.words.iter().any(|own| own.text == *word);
        has(other) || !has(side)
    };
    let reason = match before(words, side, found).filter(|_| is_alone).filter(stays) {
        Some(word) if is_gone => format!("{word} {text} → {word}"),
        Some(word) => format!("{word} → {word} {text}"),
        None if is_gone => format!("drops {text}"),
        None => format!("adds {text}"),
    };
    Some(Alarm::strong(FlagKind::Negation, reason))
}

/// Whether the clauses around an edit are negated on both sides, wherever the negation stands: `must not`, `no party may`.
pub fn stays_negated(sides: Pair<&Side<'_>>) -> bool {
    let denies = |side: &Side<'_>| {
        let words = clause(side);
        let edit = words.partition_point(|word| word.span.end <= side.edit.start);
        // Before the edit only what denies its subject or itself: `a bid that is not signed may` denies nothing of what may be done.
        let counts = |found: &Found| found.at == 0 || found.at + found.length >= edit;
        negations(&find(words, || None)).iter().any(counts)
    };
    denies(sides.old) && denies(sides.new)
}

/// Whether all that comes or goes is the second half of a negation that the first half says alone: `ne peut → ne peut pas`.
fn is_second_half(sides: Pair<&Side<'_>>) -> bool {
    let (side, empty) = if sides.old.words.is_empty() { (sides.new, sides.old) } else { (sides.old, sides.new) };
    let ([half], true) = (side.words.as_slice(), empty.words.is_empty()) else { return false };
    let (words, at) = (side.near(), side.place().0);
    let Some([first, verb]) = at.checked_sub(2).and_then(|start| words.get(start..at)) else { return false };
    let lists = side.lists;
    // `Ne peut que` allows, and behind a comparison or another negation `ne` says nothing.
    let is_open = |word: &Word<'_>| lists.opens_clause.contains(&*word.lower);
    let count = |side: &Side<'_>| negations(&find(clause(side), || None)).len();
    lists.denied_alone.contains(&*verb.lower)
        && lists.negation_halves.contains(&*first.lower)
        && lists.negation_halves.contains(&*half.lower)
        && count(empty) == 0
        && !clause(side).iter().any(is_open)
}

/// A first half that denies by itself came or went before its verb: `ne peuvent → peuvent`.
pub fn alone(sides: Pair<&Side<'_>>) -> Option<Alarm> {
    let (side, empty) = if sides.old.words.is_empty() { (sides.new, sides.old) } else { (sides.old, sides.new) };
    let ([half], true, true) = (side.words.as_slice(), empty.words.is_empty(), empty.stands()) else { return None };
    let lists = side.lists;
    let verb = lists.negation_halves.contains(&*half.lower).then(|| side.next())??;
    // Any other negation of the clause may be the one that counts, but for `sans`, which denies what follows it.
    let denies =
        |word: &Word<'_>| word.lower != "sans" && !negations(&find(std::slice::from_ref(word), || None)).is_empty();
    let is_open = |word: &Word<'_>| lists.opens_clause.contains(&*word.lower);
    let is_it =
        lists.denied_alone.contains(&*verb.lower) && !clause(side).iter().any(|word| denies(word) || is_open(word));
    let (with, without) = (format!("{} {}", half.text, verb.text), verb.text.to_owned());
    let (old, new) = if sides.new.words.is_empty() { (with, without) } else { (without, with) };
    is_it.then(|| Alarm::strong(FlagKind::Negation, format!("{old} → {new}")))
}

/// The negations among some phrases.
pub fn negations(found: &[Found]) -> Vec<Found> {
    found.iter().filter(|found| found.listed == Listed::Negation).copied().collect()
}

/// The clause around the edit: from the mark or condition before it to the one behind it.
pub fn clause<'a, 'b>(side: &'b Side<'a>) -> &'b [Word<'a>] {
    let words = side.around();
    let first = words.partition_point(|word| word.span.end <= side.edit.start);
    let behind = words.partition_point(|word| word.span.start < side.edit.end).max(first);
    let start = words[..first].iter().rposition(is_border).map_or(0, |at| at + 1);
    let end = words[behind..].iter().position(is_border).map_or(words.len(), |at| behind + at);
    &words[start..end]
}

/// Whether a clause ends here: at a mark that parts clauses, or at a word that begins a condition or joins.
fn is_border(word: &Word<'_>) -> bool {
    match word.kind {
        TokenKind::Mark => matches!(word.text, "," | ";" | ":" | "." | "!" | "?" | "(" | ")" | "—" | "–" | "…"),
        _ => word.entry.is_some_and(|entry| {
            let begins = |listed| matches!(listed, Listed::Condition | Listed::Connective);
            entry.phrases.iter().any(|phrase| phrase.rest.is_empty() && begins(phrase.listed))
        }),
    }
}

/// The word right before a negation.
fn before<'a>(whole: &[Word<'a>], side: &Side<'_>, found: &Found) -> Option<&'a str> {
    let at = side.words.get(found.at)?.span.start;
    let index = whole.iter().position(|word| word.span.start == at)?;
    whole.get(index.checked_sub(1)?).filter(|word| word.kind == TokenKind::Word).map(|word| word.text)
}
