//! Names and phrases written short or in full: `neural network → NN`, and `(NN)` put behind the words it stands for.

use memchr::memmem;

use super::editorial::short;
use super::side::{Side, Word};
use super::{Flag, FlagKind};
use crate::document::{Pair, TokenKind};

/// How many words before a bracket may be what its letters stand for.
const REACH: usize = 12;

/// What is abbreviated or written in full, as a reason; nothing where something else is said.
pub fn abbreviation(sides: Pair<&Side<'_>>) -> Option<String> {
    let may_be = |side: &Side<'_>| side.words.len() > 1 || side.words.iter().any(|word| word.text.contains('-'));
    // One side is a short form, with hardly more than an article; or stands alone, in brackets.
    let is_short = sides.old.words.len().min(sides.new.words.len()) <= 2;
    if !is_short || !may_be(sides.old) && !may_be(sides.new) {
        return None;
    }
    let (old, new) = (content(sides.old), content(sides.new));
    match (old.as_slice(), new.as_slice()) {
        ([short], long) if spells(short, long) => Some(format!("{} → {}", short.text, written(sides.new))),
        (long, [short]) if spells(short, long) => Some(format!("{} → {}", written(sides.old), short.text)),
        ([], words) => alone(sides.new, words).then(|| format!("adds {}", written(sides.new))),
        (words, []) => alone(sides.old, words).then(|| format!("drops {}", written(sides.old))),
        _ => None,
    }
}

/// That what letters stand for is gone, where the new wording says it nowhere with them: `United Ports Organisation (UPO) → UPO`.
pub fn undefined(sides: Pair<&Side<'_>>) -> Option<Flag> {
    let is_open = sides.new.words.is_empty() && sides.old.words.last().is_some_and(|word| word.text == "(");
    if !is_open || !alone(sides.old, &content(sides.old)) {
        return None;
    }
    let short = sides.old.next()?;
    let is_said = memmem::find(sides.new.text.as_bytes(), format!("({})", short.text).as_bytes()).is_some();
    let reason = || format!("drops what {} stands for", short.text);
    (!is_said).then(|| Flag { kind: FlagKind::Term, reason: reason() })
}

/// Whether words that stand alone are the letters behind a phrase, in brackets, or the phrase before its letters.
fn alone(side: &Side<'_>, words: &[&Word<'_>]) -> bool {
    let marks = || side.words.iter().filter(|word| word.kind == TokenKind::Mark).map(|word| word.text);
    match words {
        [short] if marks().eq(["(", ")"]) => {
            let before = side.around().iter().filter(|word| word.span.end <= side.edit.start && counts(word));
            let phrase: Vec<&Word<'_>> = before.collect();
            let reach = phrase.len().saturating_sub(REACH);
            (reach..phrase.len()).any(|start| spells(short, &phrase[start..]))
        }
        _ if marks().eq(["("]) => {
            let behind = side.around().iter().find(|word| word.span.start >= side.edit.end);
            behind.is_some_and(|short| spells(short, words))
        }
        _ => false,
    }
}

fn written(side: &Side<'_>) -> String {
    short(side.edit.of(side.text).trim_end().trim_end_matches('('))
}

/// The words whose letters count: no articles, no `of`.
fn content<'a>(side: &'a Side<'_>) -> Vec<&'a Word<'a>> {
    side.words.iter().filter(|word| counts(word)).collect()
}

fn counts(word: &Word<'_>) -> bool {
    word.kind != TokenKind::Mark && !word.entry.is_some_and(|entry| entry.is_article || entry.is_link)
        || word.is_capitals()
}

/// Whether the letters of a word in capitals are the first letters of these words: of `neural MT` they are `NMT`.
fn spells(short: &Word<'_>, long: &[&Word<'_>]) -> bool {
    // In small letters three are needed: two may be a word by chance.
    let (letters, capitals) =
        (short.text.chars().count(), short.text.chars().filter(|letter| letter.is_uppercase()).count());
    let parts = || long.iter().flat_map(|word| word.text.split(['-', '/']));
    let is_short = (capitals >= 2 || letters >= 3 && parts().nth(2).is_some()) && letters <= 8;
    if long.len() < 2 && !long.first().is_some_and(|word| word.text.contains('-')) || !is_short {
        return false;
    }
    let mut initials = String::new();
    for part in parts() {
        let is_capitals = part.chars().count() > 1 && part.chars().all(char::is_uppercase);
        initials.extend(part.chars().take(if is_capitals { usize::MAX } else { 1 }).flat_map(char::to_lowercase));
    }
    let letters = short.text.to_lowercase();
    initials.chars().count() >= 2 && (letters == initials || letters.strip_suffix('s') == Some(&initials))
}
