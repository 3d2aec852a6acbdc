//! Names: words that stand capitalised within a sentence, or have a capital within themselves.

use super::content::points_elsewhere;
use super::declension::is_other_number;
use super::ladder::is_short;
use super::lists::Lists;
use super::markup::is_markup;
use super::phrase::apart;
use super::side::{Side, Word, before, lower};
use super::term::{Terms, within_sentences};
use super::topics::Topics;
use super::unit::unit_at;
use super::{Alarm, FlagKind, Taken};
use crate::document::{Pair, TokenKind};

/// The longest insertion or deletion (in words) whose names are worth a flag: new clauses bring names as a matter of course.
const LONG: usize = 6;

/// So many words of a sentence tell whether it is a title.
const LONG_TITLE: usize = 16;

/// A name that differs, came or went. Words in `taken` spans (dates, references) are none.
pub fn name(sides: Pair<&Side<'_>>, terms: &Terms, taken: Pair<&Taken>) -> Option<Alarm> {
    let may_be = (sides.old.topics | sides.new.topics).has(Topics::NAME);
    if !may_be || !sides.old.lists.names_by_case || !sides.old.stands() || !sides.new.stands() {
        return None;
    }
    let sizes = sides.map(Side::size);
    if !is_short(sides) && sizes.old.max(sizes.new) > LONG {
        return None;
    }
    let found = Pair::of(names(sides.old, terms, taken.old), names(sides.new, terms, taken.new));
    if found.old.is_empty() && found.new.is_empty() {
        return None;
    }
    let (mut gone, mut come) = apart(&found.old, &found.new, |old, new| is_same(old, new, sides.old.lists));
    gone.retain(|name| !has(&sides.new.words, name));
    come.retain(|name| !has(&sides.old.words, name));
    let alarm = match (gone.first(), come.first()) {
        (Some(_), Some(_)) if is_short(sides) && gone.len() != come.len() => {
            Some(Alarm::strong(FlagKind::Name, format!("{} → {}", listed(&gone), listed(&come))))
        }
        (Some(old), Some(new)) if is_short(sides) => Some(other(old, new)),
        (old, new) => respelt(sides, old, new).or_else(|| alone(sides, &gone, &come)),
    };
    alarm.filter(|_| !is_title(sides.old) && !is_title(sides.new))
}

/// Some names: `England, Wales`.
fn listed(names: &[String]) -> String {
    const NAMED: usize = 3;
    let more = if names.len() > NAMED { ", …" } else { "" };
    names[..names.len().min(NAMED)].join(", ") + more
}

/// A name in the place of another.
fn other(old: &str, new: &str) -> Alarm {
    let reason = format!("{old} → {new}");
    if is_respelt(old, new) { Alarm::hint(FlagKind::Name, reason) } else { Alarm::strong(FlagKind::Name, reason) }
}

/// A name that the other sentence has with a letter more or less: `Petr Halloran` and `Peter Halloran`.
fn respelt(sides: Pair<&Side<'_>>, gone: Option<&String>, come: Option<&String>) -> Option<Alarm> {
    let is_there = |side: &Side<'_>, name: &str| side.sentence().contains(name);
    match (gone, come) {
        (Some(old), None) if !is_there(sides.new, old) => Some(other(old, &near(sides.new, old)?)),
        (None, Some(new)) if !is_there(sides.old, new) => Some(other(&near(sides.old, new)?, new)),
        _ => None,
    }
}

/// What a sentence has that is a name but for a letter more or less in one of its words.
fn near(side: &Side<'_>, name: &str) -> Option<String> {
    const SHORT: usize = 4;
    let parts: Vec<&str> = name.split(' ').collect();
    let is_near =
        |word: &str, part: &str| word.chars().count().min(part.chars().count()) >= SHORT && has_letter_more(word, part);
    // A single word may be another by chance, unless it stood where the edit is.
    let words: Vec<&str> = match parts.len() {
        1 => side.words.iter().map(|word| word.text).collect(),
        _ => side.sentence().split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect(),
    };
    let is_it = |words: &&[&str]| words.iter().zip(&parts).all(|(word, part)| word == part || is_near(word, part));
    words.windows(parts.len()).find(is_it).map(|words| words.join(" "))
}

/// A name that came or went. One that stands elsewhere in the sentence too has moved, or is said once more.
fn alone(sides: Pair<&Side<'_>>, gone: &[String], come: &[String]) -> Option<Alarm> {
    let sizes = sides.map(Side::size);
    if sizes.old.max(sizes.new) > LONG {
        return None;
    }
    let is_in = |side: &Side<'_>, name: &str| side.sentence().contains(name);
    let gone = gone.iter().find(|name| !is_in(sides.new, name));
    let come = come.iter().find(|name| !is_in(sides.old, name));
    let reason = match (gone, come) {
        (None, Some(new)) => format!("adds {new}"),
        (Some(old), None) => format!("drops {old}"),
        _ => return None,
    };
    // `and Norway`, `in Norway` say of whom or where; a name alone may only describe what it stands before.
    let is_remark = points_elsewhere(sides.old) || points_elsewhere(sides.new);
    let is_phrase = sizes.old.min(sizes.new) == 0 && sizes.old.max(sizes.new) > 1 && !is_remark;
    Some(if is_phrase { Alarm::strong(FlagKind::Name, reason) } else { Alarm::hint(FlagKind::Name, reason) })
}

/// Whether two names are the same but for case, number and possession: `Bank` and `Bank's`.
fn is_same(old: &str, new: &str, lists: &Lists) -> bool {
    let bare = |name: &str| name.trim_end_matches("'s").trim_end_matches("’s").to_lowercase();
    let (old, new) = (bare(old), bare(new));
    old == new
        || old.strip_suffix('s') == Some(&new)
        || new.strip_suffix('s') == Some(&old)
        || is_other_number(lists, &old, &new)
}

/// Whether a long name has a letter more or less inside: `Lorenz` and `Lorentz`, but not `Iran` and `Iraq`.
fn is_respelt(old: &str, new: &str) -> bool {
    const LONG: usize = 6;
    old.chars().count().min(new.chars().count()) >= LONG && has_letter_more(old, new)
}

/// Whether two words differ by a letter inside that one of them has more.
fn has_letter_more(old: &str, new: &str) -> bool {
    let (short, long) = if old.len() < new.len() { (old, new) } else { (new, old) };
    let before = short.chars().zip(long.chars()).take_while(|(a, b)| a == b).count();
    let behind = short.chars().rev().zip(long.chars().rev()).take_while(|(a, b)| a == b).count();
    let (letters, more) = (short.chars().count(), long.chars().count());
    more == letters + 1 && before > 0 && before + behind >= letters
}

/// The names of an edit, words that follow each other together.
fn names(side: &Side<'_>, terms: &Terms, taken: &Taken) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let mut end = usize::MAX;
    for word in &side.words {
        if !is_name(side, word) || terms.has_form(word) || taken.has(word.span) {
            continue;
        }
        match names.last_mut() {
            Some(name) if side.text.get(end..word.span.start) == Some(" ") => {
                name.push(' ');
                name.push_str(word.text);
            }
            _ => names.push(word.text.to_owned()),
        }
        end = word.span.end;
    }
    names
}

fn is_name(side: &Side<'_>, word: &Word<'_>) -> bool {
    let is_inside = word.topics.has(Topics::NAME) && has_inner_capital(word.text);
    if !word.is_capitalised() && !is_inside || word.kind != TokenKind::Word {
        return false;
    }
    let is_listed = word.entry.is_some_and(|entry| {
        entry.month.is_some()
            || entry.is_day
            || entry.reference.is_some()
            || (!entry.units.is_empty() || entry.ends_unit) && is_of_unit(side, word)
            || entry.multiplies_money && side.stands_behind_number(word)
            || !entry.phrases.is_empty()
            || entry.is_light
    });
    word.text.chars().nth(1).is_some()
        && !is_listed
        && (is_inside || !is_first(side, word) || is_known(side, word))
        && !is_unit(side, word)
        && !side.is_blank(word)
        && !is_markup(side.text, word.span)
}

/// Whether a word that begins a sentence is a name all the same: that of a country, or one that takes or gives its place to another
/// word, and that the document writes with a capital within sentences too, and never without.
fn is_known(side: &Side<'_>, word: &Word<'_>) -> bool {
    let is_told = || {
        word.entry.is_none()
            && side.size() <= LONG
            && within_sentences(side, word.text) > 0
            && within_sentences(side, &word.lower) == 0
    };
    word.entry.is_some_and(|entry| entry.is_country) || is_told()
}

/// Whether a word is a unit, or part of one that stands there: `US dollars`, but not `US support`.
fn is_of_unit(side: &Side<'_>, word: &Word<'_>) -> bool {
    /// The longest unit, in words.
    const MOST: usize = 4;
    let near = side.near();
    let at = near.partition_point(|other| other.span.start < word.span.start);
    (at.saturating_sub(MOST)..=at).any(|from| unit_at(near, from).is_some_and(|(length, _)| from + length > at))
}

/// Whether a word looks like the sign of a unit and stands right behind a number: `5 kVA`, but not `2026 NATO`.
fn is_unit(side: &Side<'_>, word: &Word<'_>) -> bool {
    const LONGEST: usize = 4;
    let has_capital = || word.text.chars().skip(1).any(char::is_uppercase);
    let before = || before(side.text, word.span.start).trim_end_matches([' ', '\u{a0}', '\u{202f}']);
    word.text.chars().nth(LONGEST).is_none()
        && !word.is_capitals()
        && has_capital()
        && before().ends_with(|last: char| last.is_ascii_digit())
}

/// Whether a word begins with a small letter and goes on with a capital: `eBay`, `mRNA`, but not `non-European`.
fn has_inner_capital(word: &str) -> bool {
    let mut letters = word.chars().take_while(|letter| letter.is_alphabetic());
    letters.next().is_some_and(char::is_lowercase) && letters.any(char::is_uppercase)
}

/// Whether a word begins its sentence, or what is quoted in it.
pub fn is_first(side: &Side<'_>, word: &Word<'_>) -> bool {
    let reach = word.span.start.saturating_sub(side.bead.start);
    let before = before(side.text, word.span.start);
    let before = before.get(before.len().saturating_sub(reach)..).unwrap_or(before);
    let is_opening = |letter: char| letter.is_whitespace() || "\"'“”„«»‹›‘’([#*_>-—–•|".contains(letter);
    let is_alternative = before.ends_with('[');
    let mut before = before.trim_end_matches(is_opening);
    // The words of alternatives begin where the first of them does: `[Decides] [Proposes]`.
    while is_alternative
        && let Some(inside) = before.strip_suffix(']')
        && let Some(at) = inside.rfind('[')
    {
        before = inside[..at].trim_end_matches(is_opening);
    }
    // Behind the number of an item (`2.3`, `(a)`) a sentence begins too.
    let line = before.rsplit(['\n', '\r']).next().unwrap_or("").trim_start_matches(is_opening);
    let is_number = line.len() <= 8
        && line.trim_end_matches(['.', ')']).chars().all(|letter| letter.is_ascii_digit() || letter == '.')
        || line.len() <= 4 && line.ends_with(')');
    let is_end = before.ends_with(['.', '!', '?', ':', '։', '…']) && !leads_to_name(side, line);
    (is_number && !leads_to_name(side, line)) || is_end
}

/// Whether words end in a title or in an initial behind one or behind a small word: `Mr.`, `by J.`, but not `Annex A.`
fn leads_to_name(side: &Side<'_>, words: &str) -> bool {
    let mut words = words.split_whitespace().rev();
    let entry = |word: &str| side.lists.entry(&lower(word));
    let is_title = |word: &str| word.strip_suffix('.').and_then(entry).is_some_and(|entry| entry.is_title);
    let is_initial = |word: &str| {
        word.strip_suffix('.').is_some_and(|one| one.chars().all(char::is_uppercase) && one.chars().count() == 1)
    };
    let is_small = |word: &str| entry(word).is_some_and(|entry| entry.is_light);
    let Some(last) = words.next() else { return false };
    is_title(last)
        || is_initial(last) && words.find(|word| !is_initial(word)).is_some_and(|word| is_title(word) || is_small(word))
}

/// Whether a name stands among these words, in whatever case.
fn has(words: &[Word<'_>], name: &str) -> bool {
    let name = name.to_lowercase();
    name.split(' ').all(|part| words.iter().any(|word| word.lower == part))
}

/// Whether the sentence is a title, most of whose words are capitalised.
fn is_title(side: &Side<'_>) -> bool {
    let words = side
        .bead
        .of(side.text)
        .split_whitespace()
        .filter_map(|word| word.chars().find(|letter| letter.is_alphanumeric()));
    let words = words.filter(|first| first.is_alphabetic()).take(LONG_TITLE);
    let (capital, all) =
        words.fold((0, 0), |(capital, all), first| (capital + usize::from(first.is_uppercase()), all + 1));
    capital * 5 > all * 3
}
