//! What another order of the same words says: a negation that denies other words than before, and two words that changed places.

use super::content::{is_kin, may_have};
use super::editorial::one;
use super::lists::{Entry, Listed};
use super::negation::{clause, negations};
use super::numeral::is_content;
use super::opposite::only;
use super::phrase::{Found, find};
use super::side::{Side, Word};
use super::{Alarm, FlagKind};
use crate::document::{Pair, TokenKind};

/// A negation is shown with no more words behind it than this.
const SHOWN: usize = 3;
/// Two words that change places are looked for in an edit of no more words than this.
const LONG: usize = 12;

/// Two numbers that change places: `21–18 → 18–21`.
pub fn numbers_turned(sides: Pair<&Side<'_>>) -> Option<Alarm> {
    let ends = |side: &'_ Side<'_>| match side.words.as_slice() {
        [first, _, last] if first.kind == TokenKind::Number && last.kind == TokenKind::Number => {
            Some([first.text.to_owned(), last.text.to_owned()])
        }
        _ => None,
    };
    let (old, [first, last]) = (ends(sides.old)?, ends(sides.new)?);
    (first != last && old == [last, first]).then(|| Alarm::strong(FlagKind::Number, one(&sides.map(Side::shown))))
}

/// A negation that went to another place in its clause, past a word that says something: `not be required → not to publish`.
pub fn negation_moved(sides: Pair<&Side<'_>>) -> Option<Alarm> {
    let is_gone = sides.new.words.is_empty();
    let (side, other) = if is_gone { (sides.old, sides.new) } else { (sides.new, sides.old) };
    if !other.words.is_empty() || !side.stands() || !other.stands() {
        return None;
    }
    let is_all = |found: &Found| found.listed == Listed::Negation && found.length == side.words.len();
    let denied = side.found.first().filter(|found| is_all(found))?;
    let (own, others) = (clause(side), clause(other));
    let (from, to) = (only_negation(own)?, only_negation(others)?);
    let is_same = own[from.at].lower == others[to.at].lower && own[from.at].span == side.words[denied.at].span;
    let words = Pair::of(rest(own, from), rest(others, to));
    if !is_same || !words.old.iter().map(|word| &word.lower).eq(words.new.iter().map(|word| &word.lower)) {
        return None;
    }
    let mut passed = words.old[from.at.min(to.at)..from.at.max(to.at)].iter();
    let texts = [denied_by(side, own, from), denied_by(other, others, to)];
    let (old, new) = if is_gone { (texts[0], texts[1]) } else { (texts[1], texts[0]) };
    passed.any(|word| says(word)).then(|| Alarm::strong(FlagKind::Negation, format!("{old} → {new}")))
}

/// Whether a word says something, or demands or allows it: `не может платить` is no `может не платить`.
fn says(word: &Word<'_>) -> bool {
    let is_modal = |entry: &Entry| entry.phrases.iter().any(|phrase| phrase.listed == Listed::Modal);
    is_content(word) || word.entry.is_some_and(is_modal)
}

/// The negation of a clause that has but one.
fn only_negation(clause: &[Word<'_>]) -> Option<Found> {
    match negations(&find(clause, || None))[..] {
        [only] => Some(only),
        _ => None,
    }
}

/// A clause without its negation.
fn rest<'a, 'b>(clause: &'a [Word<'b>], found: Found) -> Vec<&'a Word<'b>> {
    clause[..found.at].iter().chain(&clause[found.at + found.length..]).collect()
}

/// A negation with the words behind it, up to the first that says something.
fn denied_by<'a>(side: &Side<'a>, clause: &[Word<'_>], found: Found) -> &'a str {
    let behind = &clause[found.at + found.length..];
    let reach = behind.iter().position(is_content).map_or(behind.len(), |at| at + 1).min(SHOWN);
    let last = &clause[found.at + found.length + reach - 1];
    clause[found.at].span.to(last.span).of(side.text)
}

/// One word in the place of another that stands in its place: `the court may order the parties → the parties may order the court`. Not so
/// where words only join them: `cats and dogs → dogs and cats`.
pub fn exchanged(sides: Pair<&Side<'_>>) -> Option<Alarm> {
    let is_it = || Some(turned(sides) || changed_places(sides, named(sides.old)?, named(sides.new)?));
    let is_it = sides.old.stands() && sides.new.stands() && is_it().unwrap_or(false);
    is_it.then(|| Alarm::strong(FlagKind::Order, format!("{} (exchanged)", one(&sides.map(Side::shown)))))
}

/// The only word of a side, if it names something: a letter may (`Party A`).
fn named<'a, 'b>(side: &'a Side<'b>) -> Option<&'a Word<'b>> {
    match &side.words[..] {
        [word] if is_letter(word) => Some(word),
        _ => only(side).filter(|word| is_content(word)),
    }
}

fn is_letter(word: &Word<'_>) -> bool {
    word.text.chars().nth(1).is_none() && word.is_capitalised()
}

/// Whether one word is the other in some form.
fn is_form(one: &Word<'_>, of: &Word<'_>) -> bool {
    if is_letter(of) { one.text == of.text } else { is_kin(&one.lower, &of.lower) }
}

/// Whether all words of an edit stay but for two that changed places: `Ann owes Bob → Bob owes Ann`.
fn turned(sides: Pair<&Side<'_>>) -> bool {
    let words = sides.map(|side| &side.words[..]);
    let differ = |at: &usize| words.old[*at].lower != words.new[*at].lower;
    let sizes = words.map(<[Word<'_>]>::len);
    if sizes.old != sizes.new || !(3..=LONG).contains(&sizes.old) {
        return false;
    }
    let [first, last] = (0..sizes.old).filter(differ).collect::<Vec<_>>()[..] else { return false };
    let is_swapped = is_form(&words.new[last], &words.old[first]) && is_form(&words.new[first], &words.old[last]);
    is_swapped && is_content(&words.old[first]) && !words.old[first + 1..last].iter().all(joins)
}

/// Whether each of two words stands on the same side of the other's edit, and there once.
fn changed_places(sides: Pair<&Side<'_>>, old: &Word<'_>, new: &Word<'_>) -> bool {
    let places = || Some((place(sides.old, new, old)?, place(sides.new, old, new)?));
    !is_form(old, new) && places().is_some_and(|(was, is)| was == is)
}

/// On which side of the edit the other word stands, apart from it, where it does so once and its own word only in the edit.
fn place(side: &Side<'_>, other: &Word<'_>, own: &Word<'_>) -> Option<bool> {
    if !may_have(side.sentence(), other.text) {
        return None;
    }
    let around = side.around();
    let only = |word: &Word<'_>| {
        let mut forms = (0..around.len()).filter(|at| is_form(&around[*at], word));
        forms.next().filter(|_| forms.next().is_none())
    };
    let (there, here) = (only(other)?, only(own)?);
    let between = around.get(there.min(here) + 1..there.max(here))?;
    (!between.iter().all(joins)).then_some(there > here)
}

/// Whether a word only joins what may as well stand the other way round: `and`, an article, a comma.
fn joins(word: &Word<'_>) -> bool {
    let is_connective = |entry: &Entry| entry.phrases.iter().any(|phrase| phrase.listed == Listed::Connective);
    word.kind == TokenKind::Mark || word.entry.is_some_and(|entry| entry.is_article || is_connective(entry))
}
