//! References: Article 5, § 3, Annex II, [12]. One that points elsewhere matters; the number that an item bears itself does not.

use super::lists::JOINS;
use super::mention::{Mention, all, found, is_near};
use super::notes::Notes;
use super::phrase::apart;
use super::side::{Side, Word, before, lower};
use super::{Alarm, FlagKind};
use crate::document::{Pair, Span};

/// What holds its numbered parts, in a text: of `Article 6.2` the second figure tells a part of the first.
const DIVISIONS: &str = "§ §§ article articles art section sections paragraph paragraphs clause clauses chapter chapters annex annexes \
    rule rules regulation regulations paragraphe chapitre annexe règle règlement artikel abschnitt absatz kapitel anhang regel klausel \
    artículo sección párrafo apartado capítulo anexo regla cláusula статья статьи пункт пункта раздел";

/// So many references are named in a reason.
const NAMED: usize = 3;

/// What the references of an edit say, and where they stand: their numbers are no amounts.
#[derive(Debug, Default)]
pub struct References {
    /// Why they matter.
    pub alarm: Option<Alarm>,
    /// The references on both sides.
    pub spans: Pair<Vec<Span>>,
}

/// The references that an edit touches.
pub fn references(sides: Pair<&Side<'_>>, notes: Pair<&Notes>) -> References {
    if let Some(alarm) = inline_item(sides) {
        return References { alarm: Some(alarm), spans: sides.map(|side| vec![side.edit]) };
    }
    if !is_near(sides.old) && !is_near(sides.new) {
        return References::default();
    }
    let found = sides.map(found);
    let (gone, come) = apart(&found.old, &found.new, |old, new| old.key == new.key);
    let is_any = !found.old.is_empty() || !found.new.is_empty();
    if is_any {
        let all = sides.map(|side| whole(side, all(side)));
        if let Some(alarm) = rewritten(sides, &all).or_else(|| reaches(sides, &all)).or_else(|| listed(sides, &all)) {
            return References { alarm: Some(alarm), spans: found.map(spans) };
        }
    }
    let of =
        |mentions: &[Mention], is_own| mentions.iter().find(|one| one.is_own == is_own).map(|one| one.text.clone());
    let named = |mentions: &[Mention]| {
        let mut texts: Vec<&str> = mentions.iter().filter(|one| !one.is_own).map(|one| one.text.as_str()).collect();
        texts.dedup();
        let more = if texts.len() > NAMED { ", …" } else { "" };
        format!("{}{more}", texts[..texts.len().min(NAMED)].join(", "))
    };
    let alarm = match (of(&gone, false), of(&come, false)) {
        (Some(old), Some(new)) => Some(Alarm::strong(FlagKind::Reference, format!("{old} → {new}"))),
        (None, Some(_)) => Some(Alarm::hint(FlagKind::Reference, format!("adds {}", named(&come)))),
        (Some(_), None) => Some(Alarm::hint(FlagKind::Reference, format!("drops {}", named(&gone)))),
        (None, None) => of(&gone, true).zip(of(&come, true)).map(|(old, new)| other_number(notes, &old, &new)),
    };
    References { alarm, spans: found.map(spans) }
}

/// That an item of a list within a sentence has another letter: `(a) tea, (b) milk → (a) tea, (c) milk`.
fn inline_item(sides: Pair<&Side<'_>>) -> Option<Alarm> {
    let item = |side: &'_ Side<'_>| match side.words.as_slice() {
        [only] if only.text.len() <= 2 && side.text[only.span.end..].starts_with(')') => Some(only.text.to_owned()),
        _ => None,
    };
    let begins = |side: &Side<'_>| {
        let words = before(side.text, side.edit.start).strip_suffix("(")?.strip_suffix([' ', '\n'])?;
        let joined = words.rsplit_once(' ').filter(|(_, last)| JOINS.contains(last)).map_or(words, |(rest, _)| rest);
        Some(joined.ends_with([',', ';']))
    };
    let (old, new) = (item(sides.old)?, item(sides.new)?);
    let is_letter = |text: &str| text.bytes().all(|byte| byte.is_ascii_lowercase());
    let is_it = is_letter(&old) && is_letter(&new) && begins(sides.old)? && begins(sides.new)?;
    is_it.then(|| Alarm::note(FlagKind::Reference, format!("({old}) → ({new}) (renumbered)")))
}

/// That a heading or item has another number, or a mark another footnote: that is renumbered where the note says the same. Where both
/// notes are gone as they were, nobody can tell whether it is the same one with an edit in it.
fn other_number(notes: Pair<&Notes>, old: &str, new: &str) -> Alarm {
    let both = format!("{old} → {new}");
    match (notes.old.get(old), notes.new.get(new)) {
        (Some(was), Some(is)) if was != is && (notes.new.say(was) || notes.old.say(is)) => {
            Alarm::hint(FlagKind::Reference, both + " (another note)")
        }
        (Some(was), Some(is)) if was == is => Alarm::note(FlagKind::Reference, both + " (renumbered)"),
        (None, None) if !old.starts_with("[^") => Alarm::note(FlagKind::Reference, both + " (renumbered)"),
        _ => Alarm::note(FlagKind::Reference, both),
    }
}

fn spans(mentions: Vec<Mention>) -> Vec<Span> {
    mentions.into_iter().map(|one| one.span).collect()
}

/// That a reference is only written in another way: `Article 6.2 → paragraph 2 of Article 6`. One edit may hold but a part of it.
fn rewritten(sides: Pair<&Side<'_>>, all: &Pair<Vec<Mention>>) -> Option<Alarm> {
    let same = |one: &Mention, others: &[Mention]| {
        others.iter().find(|other| other.key == one.key && other.text != one.text).map(|other| other.text.clone())
    };
    let (mut old, mut new) = (None, None);
    for one in all.old.iter().filter(|one| sides.old.touches(one.span)) {
        (old, new) = (Some(one.text.clone()), Some(same(one, &all.new)?));
    }
    for one in all.new.iter().filter(|one| sides.new.touches(one.span)) {
        (old, new) = (Some(same(one, &all.old)?), Some(one.text.clone()));
    }
    Some(Alarm::note(FlagKind::Reference, format!("{} → {} (the same)", old?, new?)))
}

/// That the only reference at the edit points at more than before, or at a part of it: `Article 3(a) → Article 3`.
fn reaches(sides: Pair<&Side<'_>>, all: &Pair<Vec<Mention>>) -> Option<Alarm> {
    let only = |side: &Side<'_>, all: &'_ [Mention]| {
        let mut beside = all.iter().filter(|one| !one.is_own && stands_at(side, one.span));
        beside.next().filter(|_| beside.next().is_none()).cloned()
    };
    let (old, new) = (only(sides.old, &all.old)?, only(sides.new, &all.new)?);
    if !is_divided(&old.text) && !is_divided(&new.text) {
        return None;
    }
    let told = match (is_part(&old.key, &new.key), is_part(&new.key, &old.key)) {
        (true, _) => "widened",
        (_, true) => "narrowed",
        _ => return None,
    };
    Some(Alarm::strong(FlagKind::Reference, format!("{} → {} ({told})", old.text, new.text)))
}

/// That a list of references lost some or has more, and nothing else: `clause 4 or 5 → clause 4`, `adds clause 9` behind `clause 4 and`.
fn listed(sides: Pair<&Side<'_>>, all: &Pair<Vec<Mention>>) -> Option<Alarm> {
    if sides.old.words.is_empty() == sides.new.words.is_empty() {
        return None;
    }
    let at =
        |side: &Side<'_>, all: &'_ [Mention]| all.iter().find(|one| !one.is_own && stands_at(side, one.span)).cloned();
    let (old, new) = (at(sides.old, &all.old)?, at(sides.new, &all.new)?);
    let (side, verb) = if sides.old.words.is_empty() { (sides.new, "adds") } else { (sides.old, "drops") };
    let more = found(side);
    let is_of_it =
        |word: &Word<'_>| more.iter().any(|one| one.span.start <= word.span.start && word.span.end <= one.span.end);
    let joins = |word: &Word<'_>| JOINS.contains(&&*word.lower);
    if !side.words.iter().any(joins) || !side.words.iter().all(|word| joins(word) || is_of_it(word)) {
        return None;
    }
    let reason = match more.iter().find(|one| side.edit.start <= one.span.start && !one.is_own) {
        Some(more) => format!("{verb} {}", more.text),
        None if old.key != new.key => format!("{} → {}", old.text, new.text),
        None => return None,
    };
    Some(Alarm::strong(FlagKind::Reference, reason))
}

/// Whether a reference has brackets or names a division of a text: `3(a)`, `Article 6.2`, but not `Version 2.1`.
fn is_divided(text: &str) -> bool {
    let words = text.split(|letter: char| !letter.is_alphanumeric() && letter != '§');
    text.contains(')') || words.map(lower).any(|word| DIVISIONS.split(' ').any(|one| one == word))
}

/// Whether a span lies in the edit, or nothing but white space stands between the two.
fn stands_at(side: &Side<'_>, span: Span) -> bool {
    let (start, end) = (span.end.min(side.edit.end), span.start.max(side.edit.start));
    side.touches(span) || side.text.get(start..end).is_some_and(|between| between.trim().is_empty())
}

/// Whether a key is that of an item, paragraph or number within what another one is of: `3 a )` in `3`, but not `3 and 4`.
fn is_part(key: &str, whole: &str) -> bool {
    let Some(rest) = key.strip_prefix(whole) else { return false };
    let parts: Vec<&str> = rest.split(' ').skip(1).collect();
    let is_item = |part: &[&str]| matches!(part, [item, ")"] if *item != ")");
    rest.starts_with(' ') && parts.chunks(2).all(is_item)
}

/// References with those to the articles that hold what they point at as one: `paragraph 2 of Article 6`, `Article 6, paragraph 2`.
fn whole(side: &Side<'_>, mentions: Vec<Mention>) -> Vec<Mention> {
    let mut found: Vec<Mention> = Vec::new();
    for next in mentions {
        let joined = found.last().and_then(|last| joined(side, last, &next));
        match joined {
            Some(joined) => _ = found.pop().map(|_| found.push(joined)),
            None => found.push(next),
        }
    }
    found
}

fn joined(side: &Side<'_>, first: &Mention, second: &Mention) -> Option<Mention> {
    /// Bytes of the words between, at most: ` of the `.
    const LONG: usize = 8;
    let number = |one: &Mention| {
        let (label, number) = one.key.split_once(' ')?;
        let is_plain = label.starts_with('#') && number.bytes().all(|digit| digit.is_ascii_digit());
        is_plain.then(|| (label.to_owned(), number.to_owned()))
    };
    let (first_label, first_number) = number(first)?;
    let (second_label, second_number) = number(second)?;
    let between = side.text.get(first.span.end..second.span.start).filter(|between| between.len() <= LONG)?;
    let words: Vec<_> = between.split_whitespace().map(lower).collect();
    let is_of = || words.iter().all(|word| side.lists.entry(word).is_some_and(|entry| entry.is_light));
    let key = match words.as_slice() {
        _ if first_label == second_label => return None,
        [] => format!("{first_label} {first_number} {second_number} )"),
        [comma] if comma == "," => format!("{first_label} {first_number} {second_number} )"),
        [first, ..] if !JOINS.contains(&&**first) && is_of() => {
            format!("{second_label} {second_number} {first_number} )")
        }
        _ => return None,
    };
    let span = first.span.to(second.span);
    let text = span.of(side.text).split_whitespace().collect::<Vec<_>>().join(" ");
    Some(Mention { span, text, key, is_own: false })
}
