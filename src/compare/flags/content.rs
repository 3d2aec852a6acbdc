//! Words of content that came and went: those that are not mere grammar, and have no kin on the other side.

use memchr::memmem;

use super::editorial::short;
use super::lists::Listed;
use super::markup::is_markup;
use super::numeral::is_content;
use super::phrase::Found;
use super::side::{Side, Word};
use crate::document::{Pair, TokenKind};

/// So many words are named in a reason.
const NAMED: usize = 3;
/// What sentences end with.
const ENDS: [char; 9] = ['.', '!', '?', '…', '。', '։', '”', '"', ')'];
/// Shorter sentences (in words) are named by their words.
const SHORT: usize = 4;
/// Longer replacements (words of both sides multiplied) are not searched for kin.
const LONG: usize = 40_000;
/// So many letters at least are shared by words of one family.
const KIN: usize = 4;

/// What came and went in an edit.
#[derive(Debug)]
pub struct Content<'a> {
    /// Words of content that only the old side has: the first of them.
    pub gone: Vec<&'a str>,
    /// Words of content that only the new side has: the first of them.
    pub come: Vec<&'a str>,
    /// The words and numbers of the edit, on its longer side.
    pub size: usize,
    /// How many more of them the side of a replacement has that alone has content of its own; none where that only moved.
    pub more: usize,
    /// Whether both sides have words.
    pub is_replacement: bool,
    /// Whether only the old side has words.
    pub is_gone: bool,
    /// The words of whole sentences that came or went, if such did.
    pub sentence: Option<&'a str>,
    /// Whether it is an item of a list that came or went: `and schools`.
    pub is_item: bool,
}

/// Looks for what came and went.
pub fn content<'a>(sides: Pair<&'a Side<'_>>) -> Content<'a> {
    let heavy = sides.map(heavy);
    let sizes = sides.map(Side::size);
    let is_replacement = sizes.old > 0 && sizes.new > 0;
    let heavy = Pair::of(
        if is_moved(&heavy.old, sides.new, sides.old) { Vec::new() } else { heavy.old },
        if is_moved(&heavy.new, sides.old, sides.new) { Vec::new() } else { heavy.new },
    );
    let only = |words: &[&'a Word<'_>], other: &'a Side<'_>| {
        let parts = if is_replacement { parts(other, words.len()) } else { Vec::new() };
        let own = words.iter().filter(|word| !has_kin(word, &parts)).map(|word| word.text);
        // More than can be named need not be known one by one.
        own.take(NAMED + 1).collect::<Vec<&str>>()
    };
    let (gone, come) = (only(&heavy.old, sides.new), only(&heavy.new, sides.old));
    // Words that the other sentence has as often only moved.
    let more = |words: &[&Word<'_>], side: &Side<'_>, other: &Side<'_>| match side.size().saturating_sub(other.size()) {
        0 => 0,
        _ if words.iter().all(|word| times(word, other) == times(word, side)) => 0,
        more => more,
    };
    Content {
        more: match (gone.is_empty(), come.is_empty()) {
            _ if !is_replacement => 0,
            (false, true) => more(&heavy.old, sides.old, sides.new),
            (true, false) => more(&heavy.new, sides.new, sides.old),
            _ => 0,
        },
        gone,
        come,
        size: sizes.old.max(sizes.new),
        is_replacement,
        is_gone: sizes.new == 0,
        sentence: match (sides.old.stands(), sides.new.stands()) {
            (true, true) => None,
            (_, true) => Some(sides.new.edit.of(sides.new.text)),
            _ => Some(sides.old.edit.of(sides.old.text)),
        },
        is_item: !is_replacement && [sides.old, sides.new].into_iter().any(|side| is_item(side) || is_row(side)),
    }
}

/// That a whole sentence came or went; nothing where what did ends as no sentence does (a heading, a row of a table, a tag).
pub fn sentence(sides: Pair<&Side<'_>>) -> Option<String> {
    let (verb, side) = match (sides.old.stands(), sides.new.stands()) {
        (true, true) => return None,
        (_, true) => ("adds", sides.new),
        _ => ("drops", sides.old),
    };
    let text = side.edit.of(side.text).trim_end();
    (text.ends_with(ENDS) && (side.size() >= SHORT || is_spaceless(text))).then(|| format!("{verb} a sentence"))
}

/// Whether a text is written without spaces between its words: they are not counted then.
fn is_spaceless(text: &str) -> bool {
    !text.is_ascii() && !text.contains(char::is_whitespace)
}

impl Content<'_> {
    /// What came and went in a few words: `adds 7 words (shared, memory, architecture, …)`; as it stands where none of them says
    /// anything: `adds Article 7`.
    pub fn reason(&self) -> String {
        let named = |words: &[&str]| {
            let more = if words.len() > NAMED { ", …" } else { "" };
            format!("{}{more}", words[..words.len().min(NAMED)].join(", "))
        };
        let is_gone = self.come.is_empty() && (self.is_gone || !self.gone.is_empty());
        let (verb, words) = if is_gone { ("drops", &self.gone) } else { ("adds", &self.come) };
        match words.len() {
            _ if !self.gone.is_empty() && !self.come.is_empty() => {
                format!("{} → {}", named(&self.gone), named(&self.come))
            }
            0 => format!("{verb} {}", self.sentence.map_or(String::new(), short)),
            1..=NAMED => format!("{verb} {}", words.join(" ")),
            _ => format!("{verb} {} words ({})", self.size, named(words)),
        }
    }
}

/// The words of content on one side, each once.
pub fn heavy<'a>(side: &'a Side<'_>) -> Vec<&'a Word<'a>> {
    let mut words: Vec<&Word<'_>> = Vec::new();
    for (at, word) in side.words.iter().enumerate() {
        if !is_heavy(side, at) || is_markup(side.text, word.span) {
            continue;
        }
        if words.len() > 64 || !words.iter().any(|known| known.lower == word.lower) {
            words.push(word);
        }
    }
    if points_elsewhere(side) && (words.len() <= 2 || is_bracketed(side)) {
        words.clear();
    }
    words
}

/// Whether an edit is a phrase that only moved within its sentence, with all that might be an alarm in it. A condition, a negation,
/// a limit, a modal or an operative verb that moves bears on something else, so it counts where it stands.
pub fn only_moved(sides: Pair<&Side<'_>>) -> bool {
    let (side, other) = if sides.old.words.is_empty() { (sides.new, sides.old) } else { (sides.old, sides.new) };
    let has_name = || side.words.iter().any(|word| word.is_capitalised() && is_content(word));
    let binds = |found: &Found| match found.listed {
        Listed::Condition | Listed::Negation | Listed::Limit | Listed::Bound | Listed::Verb => true,
        Listed::Modal => found.group < side.lists.duties || has_name(),
        _ => false,
    };
    if !other.words.is_empty() || side.found.iter().any(binds) {
        return false;
    }
    let heavy = heavy(side);
    let counts = |word: &&Word<'_>| {
        word.kind == TokenKind::Number || word.entry.is_some_and(|entry| entry.number.or(entry.scale).is_some())
    };
    let found = side.found.iter().filter(|found| !matches!(found.listed, Listed::Connective | Listed::Qualifier));
    let listed = found.filter_map(|found| side.words.get(found.at..found.at + found.length)).flatten();
    let exact: Vec<&Word<'_>> = side.words.iter().filter(counts).chain(listed).collect();
    is_moved(&heavy, other, side) && exact.iter().all(|word| times(word, other) == times(word, side))
}

/// Whether words that came or went alone stand elsewhere in the other sentence, in whatever form, as often as in this one:
/// they only moved.
fn is_moved(words: &[&Word<'_>], other: &Side<'_>, side: &Side<'_>) -> bool {
    if words.is_empty() || !other.words.is_empty() || !other.stands() || !side.stands() {
        return false;
    }
    let sentence = other.sentence();
    let forms =
        |word: &Word<'_>, side: &Side<'_>| side.around().iter().filter(|one| is_kin(&one.lower, &word.lower)).count();
    words.iter().all(|word| may_have(sentence, word.text))
        && words.iter().all(|word| forms(word, other) == forms(word, side))
}

/// Whether a sentence may have a word in some form. Its first letter may have become a capital; what follows the first letters of kin may
/// differ.
pub fn may_have(sentence: &str, word: &str) -> bool {
    let mut letters = word.char_indices().map(|(at, _)| at).skip(1);
    let start = letters.next().unwrap_or(word.len());
    let end = letters.nth(KIN - 2).unwrap_or(word.len());
    memmem::find(sentence.as_bytes(), &word.as_bytes()[start..end]).is_some()
}

/// How often a word stands in the clauses around an edit.
fn times(word: &Word<'_>, side: &Side<'_>) -> usize {
    side.around().iter().filter(|one| one.lower == word.lower).count()
}

/// Whether a word says something: no grammar, no blank, not what names a number (`Article` in `Article 5`).
fn is_heavy(side: &Side<'_>, at: usize) -> bool {
    let word = &side.words[at];
    let is_label = |entry: &super::lists::Entry| entry.reference.is_some() && is_numbered(side, at);
    let is_light = word.entry.is_some_and(|entry| entry.is_light || is_label(entry));
    word.kind == TokenKind::Word
        && !is_light
        && word.text.chars().nth(1).is_some()
        && !side.is_blank(word)
        && !is_item_label(side, word)
}

/// Whether a word is the label of an item: `(ii)`, `iv)`, `(bb)`.
fn is_item_label(side: &Side<'_>, word: &Word<'_>) -> bool {
    let before = &side.text[..word.span.start];
    let is_apart = before.is_empty() || before.ends_with(|letter: char| letter == '(' || letter.is_whitespace());
    let is_number = is_apart && is_roman(word.text);
    let is_short = word.text.chars().nth(2).is_none() && before.ends_with('(');
    (is_number || is_short) && side.text[word.span.end..].starts_with(')')
}

/// Whether a word is a number as long lists have them: `xlii` is one, `civil` and `ill` are none.
fn is_roman(word: &str) -> bool {
    const ONES: [&str; 10] = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];
    let rest = word.strip_prefix("xl").or_else(|| word.strip_prefix('l')).unwrap_or(word);
    let ones = rest.trim_start_matches('x');
    ONES.contains(&ones) && rest.len() - ones.len() <= 3
}

/// Whether a number, letter, blank or point stands behind a word.
fn is_numbered(side: &Side<'_>, at: usize) -> bool {
    let is_number = |word: &Word<'_>| {
        word.kind == TokenKind::Number
            || matches!(word.text, "." | "[" | "(")
            || word.text.chars().nth(1).is_none()
            || word.is_capitals()
    };
    side.words.get(at + 1).is_none_or(is_number)
}

/// Whether the edit is a remark that points at something written: `(see Annex II)`, `as shown in Figure 2`, `Smith et al.`
pub fn points_elsewhere(side: &Side<'_>) -> bool {
    let is_pointer = |word: &Word<'_>| word.entry.is_some_and(|entry| entry.is_pointer);
    let is_reference =
        |word: &Word<'_>| side.is_blank(word) || word.entry.is_some_and(|entry| entry.reference.is_some());
    let mut words = side.words.iter().filter(|word| word.kind == TokenKind::Word).take(2);
    words.any(is_pointer) && (is_bracketed(side) || side.words.iter().any(is_reference))
}

fn is_bracketed(side: &Side<'_>) -> bool {
    side.words.first().is_some_and(|word| word.text == "(")
}

/// Whether the edit begins or ends with what joins the items of a list.
fn is_item(side: &Side<'_>) -> bool {
    let joins = |word: &Word<'_>| {
        let is_connective = |entry: &super::lists::Entry| {
            entry.phrases.iter().any(|phrase| phrase.listed == Listed::Connective && phrase.rest.is_empty())
        };
        word.entry.is_some_and(is_connective)
    };
    let commas = [side.words.first(), side.words.last()];
    if commas.into_iter().flatten().any(|word| word.text == ",") {
        return true;
    }
    let mut words = side.words.iter().filter(|word| word.kind != TokenKind::Mark);
    words.clone().next().is_some_and(joins) || words.next_back().is_some_and(joins)
}

/// Whether the edit is a whole line among others, with an amount: `Mooring 60` in a list of prices.
fn is_row(side: &Side<'_>) -> bool {
    let is_blank = |letter: char| letter == ' ' || letter == '\t';
    let edit = side.edit.of(side.text).trim_matches(is_blank);
    let begins = || edit.starts_with('\n') || side.text[..side.edit.start].trim_end_matches(is_blank).ends_with('\n');
    let ends =
        || edit.ends_with('\n') || side.text[side.edit.end..].trim_start_matches(is_blank).starts_with(['\n', '\r']);
    side.stands() && side.words.iter().any(|word| word.kind == TokenKind::Number) && begins() && ends()
}

/// What so many words are compared with: the words of the other side, compounds in their parts; nothing where that would take long.
fn parts<'a>(other: &'a Side<'_>, words: usize) -> Vec<&'a str> {
    if other.words.len() * words > LONG {
        return Vec::new();
    }
    other.words.iter().flat_map(|word| compound(&word.lower)).collect()
}

/// Whether a word has one of its family among others: inflected, derived, or as a part of a compound.
fn has_kin(word: &Word<'_>, others: &[&str]) -> bool {
    compound(&word.lower).all(|part| others.iter().any(|other| is_kin(part, other)))
}

/// The parts of a compound written with hyphens or strokes.
fn compound(word: &str) -> impl Iterator<Item = &str> {
    word.split(['-', '/', '‐', '‑']).filter(|part| !part.is_empty())
}

/// Whether two words (in lower case) are of one family: they share their beginning, and what follows is no longer than endings are.
pub fn is_kin(a: &str, b: &str) -> bool {
    /// Letters that endings may have.
    const ENDING: usize = 5;
    if a.as_bytes().first() != b.as_bytes().first() {
        return false;
    }
    let shared = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
    let lengths = (a.chars().count(), b.chars().count());
    let shorter = lengths.0.min(lengths.1);
    a == b || shared >= KIN && shared * 3 >= shorter * 2 && lengths.0.max(lengths.1) - shared <= ENDING
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kin_share_their_beginning() {
        for (a, b) in [
            ("parameter", "parameters"),
            ("adapt", "adaptation"),
            ("совет", "советом"),
            ("prüfen", "prüfung"),
            ("décision", "décisions"),
        ] {
            assert!(is_kin(a, b), "{a} {b}");
        }
        for (a, b) in [("final", "concluding"), ("internal", "international"), ("cat", "cats"), ("contract", "contest")]
        {
            assert!(!is_kin(a, b), "{a} {b}");
        }
    }
}
