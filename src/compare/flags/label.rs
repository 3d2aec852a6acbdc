//! What is numbered, named in another way before the same number: `Articles 5 → Article 5`, `Annex II → annex II`.

use super::FlagKind;
use super::editorial::mark_of_reference;
use super::side::{Side, Word};
use crate::document::{Pair, TokenKind};

/// What differs in how the numbered is named, where that is all; nothing where it is another thing, or has another number.
pub fn same_label(sides: Pair<&Side<'_>>) -> Option<FlagKind> {
    let ([old, old_rest @ ..], [new, new_rest @ ..]) = (sides.old.words.as_slice(), sides.new.words.as_slice()) else {
        return None;
    };
    let divisions = &sides.old.lists.divisions;
    let group =
        |word: &Word<'_>| word.entry.filter(|_| divisions.contains(&*word.lower)).and_then(|entry| entry.reference);
    if group(old).is_none() || group(old) != group(new) || old.text == new.text || !is_numbered_alike(sides) {
        return None;
    }
    let is_same = numbers(old_rest).map(|word| word.text).eq(numbers(new_rest).map(|word| word.text));
    is_same.then_some(if old.lower == new.lower { FlagKind::Case } else { FlagKind::Grammar })
}

/// Words without the point of a label in short.
fn numbers<'a, 'b>(words: &'a [Word<'b>]) -> impl Iterator<Item = &'a Word<'b>> {
    words.iter().skip_while(|word| word.text == ".")
}

/// Whether the same number follows on both sides, in the edit or behind it.
fn is_numbered_alike(sides: Pair<&Side<'_>>) -> bool {
    let behind = |side: &Side<'_>| match numbers(&side.words[1..]).next() {
        Some(_) => begins_with_number(side, &side.words[1..]).then(String::new),
        None => {
            let words = side.words_behind(side.edit.end);
            begins_with_number(side, &words).then(|| numbers(&words).take(2).map(|word| word.text).collect())
        }
    };
    let behind = sides.map(behind);
    behind.old.is_some() && behind.old == behind.new
}

/// Whether words begin with what numbers something: `5`, `IV`, `A`, `(a)`, a mark of reference, but not `(as amended)`.
fn begins_with_number(side: &Side<'_>, words: &[Word<'_>]) -> bool {
    let skipped = words.iter().take_while(|word| word.text == ".").count();
    let is_letter = |word: &Word<'_>| word.text.chars().nth(1).is_none() && word.kind == TokenKind::Word;
    let is_number = |word: &Word<'_>| {
        word.kind == TokenKind::Number || word.is_capitals() || is_letter(word) && word.is_capitalised()
    };
    match &words[skipped..] {
        [open, item, close, ..] if open.text == "(" => {
            close.text == ")" && (item.kind == TokenKind::Number || is_letter(item))
        }
        [open, ..] if open.text == "[" => mark_of_reference(side, &words[skipped..]).is_some(),
        [first, ..] => is_number(first),
        [] => false,
    }
}
