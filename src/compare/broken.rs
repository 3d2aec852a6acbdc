//! Words broken over two lines with a hyphen: `develop-` and `ment` are `development` where the other wording has that word whole. It is
//! the other wording, too, that tells the hyphen of a line's end from one of a word: `well-` and `known` are `well-known` there.

use std::borrow::Cow;

use memchr::memchr_iter;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::document::{Pair, Span, Token, TokenKind};

/// The units of both sides that are words broken over two lines, in order, each with the word as it is whole.
pub type Broken = Pair<Vec<(usize, String)>>;

/// The tokens of one side.
type Units<'a> = Cow<'a, [Token]>;

/// The units of both wordings, those joined that are one word of the other wording.
pub fn mend<'a>(texts: Pair<&str>, units: &Pair<Units<'_>>) -> (Pair<Units<'a>>, Broken) {
    let breaks = Pair::of(breaks(texts.old, &units.old), breaks(texts.new, &units.new));
    let (old, broken_old) = joined(&units.old, &breaks.old, || Words::of(texts.new, &units.new, &breaks.new));
    let (new, broken_new) = joined(&units.new, &breaks.new, || Words::of(texts.old, &units.old, &breaks.old));
    (Pair::of(Cow::Owned(old), Cow::Owned(new)), Pair::of(broken_old, broken_new))
}

/// Where two units that are compared as the same differ because one of them is broken.
pub fn gap(texts: Pair<&str>, units: Pair<Span>) -> Option<Pair<Span>> {
    let words = Pair::of(units.old.of(texts.old), units.new.of(texts.new));
    if words.old == words.new || !words.old.contains(LINE_ENDS) && !words.new.contains(LINE_ENDS) {
        return None;
    }
    let length = |same: &(char, char)| same.0.len_utf8();
    let is_same = |same: &(char, char)| same.0 == same.1;
    let first: usize = words.old.chars().zip(words.new.chars()).take_while(is_same).map(|same| length(&same)).sum();
    let rest = words.map(|word| &word[first..]);
    let ends = rest.old.chars().rev().zip(rest.new.chars().rev());
    let last: usize = ends.take_while(is_same).map(|same| length(&same)).sum();
    Some(units.map(|span| Span::new(span.start + first, span.end - last)))
}

/// Words that mean something else behind `re-` than behind `re`, as far as their forms share it.
const AGAIN: [&str; 22] = [
    "bound", "count", "cover", "creat", "dress", "form", "fund", "fuse", "lease", "mark", "pair", "present", "press",
    "prove", "sent", "serve", "sign", "solv", "sort", "sound", "store", "treat",
];

const LINE_ENDS: [char; 2] = ['\n', '\r'];

/// What may be a word broken over two lines.
struct Break {
    /// The unit that is its first half.
    at: usize,
    /// With the hyphen.
    hyphened: String,
    /// Without it; nothing where it surely belongs to the word.
    whole: Option<String>,
}

/// The words of one wording, in which those that are broken in the other are looked up.
struct Words<'a> {
    units: FxHashSet<&'a str>,
    /// Those that are broken here too, without their hyphens, each with what it is with one; nothing where that differs.
    broken: FxHashMap<&'a str, Option<&'a str>>,
}

impl<'a> Words<'a> {
    fn of(text: &'a str, units: &[Token], breaks: &'a [Break]) -> Self {
        let mut broken = FxHashMap::default();
        for own in breaks {
            let Some(whole) = &own.whole else { continue };
            let hyphened = Some(own.hyphened.as_str());
            let known = broken.entry(whole.as_str()).or_insert(hyphened);
            *known = known.filter(|_| *known == hyphened);
        }
        Self { units: units.iter().map(|unit| unit.span.of(text)).collect(), broken }
    }

    /// A word as it stands here, whole or broken elsewhere.
    fn find(&self, own: &Break) -> Option<String> {
        let is_elsewhere = |hyphened: &Option<&str>| *hyphened != Some(own.hyphened.as_str());
        let is_there = |word: &&String| {
            self.units.contains(word.as_str()) || self.broken.get(word.as_str()).is_some_and(is_elsewhere)
        };
        [Some(&own.hyphened), own.whole.as_ref()].into_iter().flatten().find(is_there).cloned()
    }
}

/// Whether a line of a text ends with a hyphen.
pub fn has_break(text: &str) -> bool {
    memchr_iter(b'\n', text.as_bytes()).any(|end| is_hyphen(text[..end].trim_end_matches([' ', '\t', '\r'])))
}

/// Whether words end with a hyphen, which may be a soft one.
fn is_hyphen(words: &str) -> bool {
    words.ends_with(['-', '\u{ad}'])
}

/// What may be broken words: two units with a hyphen and the end of a line between them.
fn breaks(text: &str, units: &[Token]) -> Vec<Break> {
    let broken = |(at, two): (usize, &[Token])| {
        let (first, last) = (two[0].span.of(text), two[1].span.of(text));
        let between = Span::new(two[0].span.end, two[1].span.start).of(text);
        let stem = first.strip_suffix(['-', '\u{ad}']).filter(|_| between.contains(LINE_ENDS))?;
        let is_word = stem.ends_with(char::is_alphanumeric) && last.starts_with(char::is_alphanumeric);
        // `re-sign` is not `resign`, nor `20-5` `205`.
        let is_again = stem.eq_ignore_ascii_case("re") && AGAIN.iter().any(|word| last.starts_with(word));
        let is_bound = !stem.ends_with(char::is_alphabetic) || is_again;
        let may_join = last.starts_with(char::is_lowercase) && !is_bound;
        let whole = may_join.then(|| [stem, last].concat());
        is_word.then(|| Break { at, hyphened: [stem, last].join("-"), whole })
    };
    units.windows(2).enumerate().filter_map(broken).collect()
}

/// Units with the halves joined of those breaks that have a word.
fn joined<'a>(
    units: &[Token],
    breaks: &[Break],
    across: impl FnOnce() -> Words<'a>,
) -> (Vec<Token>, Vec<(usize, String)>) {
    if breaks.is_empty() {
        return (units.to_vec(), Vec::new());
    }
    let across = across();
    let (mut joined, mut broken) = (Vec::with_capacity(units.len()), Vec::new());
    let mut from = 0;
    for own in breaks.iter() {
        let Some(word) = across.find(own).filter(|_| own.at >= from) else { continue };
        joined.extend_from_slice(&units[from..own.at]);
        broken.push((joined.len(), word));
        let span = units[own.at].span.to(units[own.at + 1].span);
        joined.push(Token { span, kind: TokenKind::Word, is_plain: false });
        from = own.at + 2;
    }
    joined.extend_from_slice(&units[from..]);
    (joined, broken)
}

#[cfg(test)]
mod tests {
    use super::super::units::units;
    use super::*;
    use crate::document::tokens;

    /// The words of the old side that are broken, and where both differ in them.
    #[track_caller]
    fn check(old: &str, new: &str, words: &[&str], gap: Option<(&str, &str)>) {
        for is_turned in [false, true] {
            let texts = if is_turned { Pair::of(new, old) } else { Pair::of(old, new) };
            let seen = texts.map(|text| Span::new(0, text.len()));
            let tokens = Pair::of(tokens(texts.old, seen.old), tokens(texts.new, seen.new));
            let units = Pair::of(units(texts.old, &tokens.old), units(texts.new, &tokens.new));
            let (units, broken) = mend(texts, &units);
            let (units, broken) = if is_turned { (units.swap(), broken.swap()) } else { (units, broken) };
            assert_eq!(broken.old.iter().map(|(_, word)| word.as_str()).collect::<Vec<_>>(), words);
            let Some((at, word)) = broken.old.first() else { continue };
            let is_it = |unit: &&Token| unit.span.of(new).replace("-\n", "") == *word || unit.span.of(new) == word;
            let spans = Pair::of(units.old[*at].span, units.new.iter().find(is_it).expect("the word").span);
            let found = super::gap(Pair::of(old, new), spans).map(|gap| (gap.old.of(old), gap.new.of(new)));
            assert_eq!(found, gap);
        }
    }

    #[test]
    fn words_are_whole_that_the_other_side_has_whole() {
        check("the develop-\nment of", "the development of", &["development"], Some(("-\n", "")));
        check("a well-\r\n known way", "a well-known way", &["well-known"], Some(("\r\n ", "")));
        check("the develop\u{ad}\nment", "the development", &["development"], Some(("\u{ad}\n", "")));
        check("the deve-\nlopment", "the develop-\nment", &["development"], Some(("-\nlop", "lop-\n")));
        check("the re-\ngion", "the region", &["region"], Some(("-\n", "")));
        check("an Anglo-\nSaxon word", "an Anglo-Saxon word", &["Anglo-Saxon"], Some(("\n", "")));
    }

    #[test]
    fn other_hyphens_stay() {
        check("pre-\nand post-war", "pre- and post-war", &[], None);
        check("we re-\nsign it", "we resign it", &[], None);
        check("from 20-\n5 of", "from 205 of", &[], None);
        check("develop-\nment", "develop-\nment", &[], None);
        check("a develop- ment", "a development", &[], None);
        check("we met -\nthere", "we met there", &[], None);
    }
}
