//! The same edit in several places: the same words put in, left out or put in the place of the same others.
//! And the places that such a replacement may have missed: the old words, still standing in the new wording.

use std::borrow::Cow;
use std::collections::BTreeMap;

use aho_corasick::{AhoCorasick, AhoCorasickKind, Input, Match, MatchKind};
use rustc_hash::{FxBuildHasher, FxHashMap};

use super::flags::FlagKind;
use super::terms::is_even;
use super::wordclass::WordClass;
use super::{Comparison, Edit, EditKind};
use crate::document::{Pair, Span, TokenKind, is_spaceless, tokens};

/// A word of fewer letters tells nothing by itself: `a` for `the`, `or` for `and`.
const LETTERS: usize = 4;
/// Names in capitals, and words of scripts without spaces, are shorter.
const SHORT: usize = 2;

/// So many bytes of a text tell which words are common in it.
const PAGES: usize = 1 << 16;
/// From so many bytes for each of the words that are looked for it pays to build what finds them faster.
const BUILT: usize = 1 << 11;

/// Edits that say the same, and what they may have missed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The edits, at least two, as indices into [`Comparison::edits`], in order.
    pub edits: Vec<usize>,
    /// Where the new wording, unchanged, still says the old words; in order. Told only where the words were replaced in at least as
    /// many places: else it was not meant for everywhere.
    pub missed: Vec<Span>,
}

/// All groups of a comparison.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Groups {
    /// In the order of their first edits.
    pub all: Vec<Group>,
    of: FxHashMap<usize, usize>,
}

impl Groups {
    /// The group of an edit.
    pub fn of(&self, edit: usize) -> Option<&Group> {
        self.all.get(*self.of.get(&edit)?)
    }
}

/// What edits of one group share: what they do, and their words, white space folded.
type Key<'a> = (EditKind, Pair<Cow<'a, str>>);

/// Groups the edits of a comparison, whose fingerprints without their surroundings are known. Linear in the edits and the text.
pub fn groups(comparison: &Comparison, prints: &[u64]) -> Groups {
    let mut all = alike(comparison, prints);
    find_missed(comparison, &mut all);
    let members = |(at, group): (usize, &Group)| group.edits.iter().map(move |edit| (*edit, at)).collect::<Vec<_>>();
    let of = all.iter().enumerate().flat_map(members).collect();
    Groups { all, of }
}

/// The groups, in order, without what they missed.
fn alike(comparison: &Comparison, prints: &[u64]) -> Vec<Group> {
    let edits = &comparison.edits;
    let key = |edit: &Edit| (edit.kind, unowned(comparison.words(edit)).map(folded));
    // Most edits are like no other, which a number tells in less room than their words.
    let mut times: FxHashMap<u64, u32> = FxHashMap::with_capacity_and_hasher(edits.len(), FxBuildHasher);
    prints.iter().for_each(|print| *times.entry(*print).or_default() += 1);
    let mut found: FxHashMap<Key<'_>, Vec<usize>> = FxHashMap::default();
    for (index, (edit, print)) in edits.iter().zip(prints).enumerate() {
        let has_words = matches!(edit.kind, EditKind::Insert | EditKind::Delete | EditKind::Replace);
        if has_words && times[print] > 1 && comparison.numbering.of(index).is_none() {
            found.entry(key(edit)).or_default().push(index);
        }
    }
    let mut all: Vec<Group> = found
        .into_iter()
        .filter(|((_, words), edits)| {
            let is_telling = || is_telling(&words.old) || is_telling(&words.new);
            edits.len() > 1 && (is_telling() || is_of_signs(&comparison.edits[edits[0]]))
        })
        .map(|(_, edits)| Group { edits, missed: Vec::new() })
        .collect();
    all.sort_by_key(|group| group.edits[0]);
    all
}

/// Whether an edit puts a sign in the place of another that says the same: all bullets of a list, all quotation marks of a text.
fn is_of_signs(edit: &Edit) -> bool {
    edit.kind == EditKind::Replace && edit.flags.first().is_some_and(|flag| flag.kind == FlagKind::Typography)
}

/// The words of an edit without the ending of possession that both sides have: `Supplier's → Vendor's` is `Supplier → Vendor`.
pub fn unowned(words: Pair<&str>) -> Pair<&str> {
    let bare = |words: &'_ str| -> Option<usize> {
        let words = words.trim_end();
        // Most words end otherwise.
        let stem =
            if words.ends_with('s') { words.strip_suffix("'s").or_else(|| words.strip_suffix("’s")) } else { None };
        // `There's` is short for two words.
        stem.filter(|stem| stem.split_whitespace().next_back().is_some_and(|word| WordClass::of(word).is_full()))
            .map(str::len)
    };
    match (bare(words.old), bare(words.new)) {
        (Some(old), Some(new)) => Pair::of(&words.old[..old], &words.new[..new]),
        _ => words,
    }
}

/// Words with every white space as one space.
pub fn folded(words: &str) -> Cow<'_, str> {
    let words = words.trim();
    let is_wide = |letter: char| letter.is_whitespace() && letter != ' ';
    if is_even(words.as_bytes()) && (words.is_ascii() || !words.contains(is_wide)) {
        return Cow::Borrowed(words);
    }
    Cow::Owned(words.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Whether there is a word among these that tells something by itself.
fn is_telling(words: &str) -> bool {
    let is_long = |word: &str| {
        let letters = word.chars().filter(|letter| letter.is_alphabetic()).count();
        let is_capital = word.chars().all(|letter| !letter.is_lowercase());
        letters >= LETTERS || letters >= SHORT && (is_capital || word.chars().any(is_spaceless))
    };
    let words = (words, tokens(words, Span::new(0, words.len())));
    words.1.iter().any(|token| token.kind == TokenKind::Word && is_long(token.span.of(words.0)))
}

/// Whether there is more than grammar words: `shall` in one clause says nothing of that in another.
fn says_something(words: &str) -> bool {
    words.split(' ').any(|word| WordClass::of(word).is_full())
}

/// Old words that are looked for: the longest part is looked for first, the parts around it where it stands.
struct Wanted<'a> {
    group: usize,
    parts: Vec<&'a str>,
    longest: usize,
}

fn find_missed(comparison: &Comparison, groups: &mut [Group]) {
    let words: Vec<Pair<Cow<'_, str>>> =
        groups.iter().map(|group| unowned(comparison.words(&comparison.edits[group.edits[0]])).map(folded)).collect();
    let is_replacement = |group: &Group| comparison.edits[group.edits[0]].kind == EditKind::Replace;
    let mut wanted: Vec<Wanted<'_>> = (0..groups.len())
        .filter(|at| is_replacement(&groups[*at]) && is_telling(&words[*at].old) && says_something(&words[*at].old))
        .map(|at| wanted(at, &words[at].old))
        .collect();
    let text = &comparison.documents.new.text;
    let kept = unchanged(&comparison.edits, text.len());
    // Common words are known after some pages: the others are found quickly then.
    let (first, rest) = kept.split_at(kept.partition_point(|part| part.start < PAGES));
    for parts in [first, rest] {
        standing(text, parts, &wanted).into_iter().for_each(|(group, place)| groups[group].missed.push(place));
        let is_common = |group: &Group| group.missed.len() > group.edits.len();
        wanted.retain(|wanted| !is_common(&groups[wanted.group]));
        groups.iter_mut().filter(|group| is_common(group)).for_each(|group| group.missed.clear());
    }
}

/// Where old words stand in parts of a text, and of which group.
fn standing(text: &str, parts: &[Span], wanted: &[Wanted<'_>]) -> Vec<(usize, Span)> {
    let mut anchors: BTreeMap<&str, Vec<&Wanted<'_>>> = BTreeMap::new();
    wanted.iter().for_each(|wanted| anchors.entry(wanted.parts[wanted.longest]).or_default().push(wanted));
    let of_anchor: Vec<&Vec<&Wanted<'_>>> = anchors.values().collect();
    let bytes: usize = parts.iter().map(|part| part.len()).sum();
    let is_much = bytes > BUILT * anchors.len();
    let kind = if is_much { AhoCorasickKind::DFA } else { AhoCorasickKind::ContiguousNFA };
    let mut finder = AhoCorasick::builder();
    finder.match_kind(MatchKind::LeftmostLongest).kind(Some(kind));
    let finder = if anchors.is_empty() { None } else { finder.build(anchors.keys()).ok() };
    let Some(finder) = finder else { return Vec::new() };
    let places = |part: Span, hit: Match| {
        let place = Span::new(hit.start(), hit.end());
        let of_hit = of_anchor[hit.pattern().as_usize()].iter();
        let is_in_part = move |place: &Span| part.start <= place.start && place.end <= part.end;
        of_hit.filter_map(move |wanted| Some((wanted.group, whole(text, place, wanted).filter(is_in_part)?)))
    };
    let in_part = |part: &Span| {
        let part = *part;
        finder.find_iter(Input::new(text).range(part.range())).flat_map(move |hit| places(part, hit))
    };
    parts.iter().flat_map(in_part).collect()
}

fn wanted(group: usize, words: &str) -> Wanted<'_> {
    let parts: Vec<&str> = words.split(' ').collect();
    let longest = (0..parts.len()).max_by_key(|part| (parts[*part].len(), parts.len() - part)).unwrap_or(0);
    Wanted { group, parts, longest }
}

/// The whole of the words around their longest part, if they stand there as words of their own.
fn whole(text: &str, longest: Span, wanted: &Wanted<'_>) -> Option<Span> {
    let (before, after) = (&wanted.parts[..wanted.longest], &wanted.parts[wanted.longest + 1..]);
    let mut place = longest;
    for part in before.iter().rev() {
        let rest = text[..place.start].trim_end();
        place.start = if rest.len() < place.start { rest.strip_suffix(part)?.len() } else { return None };
    }
    for part in after {
        let rest = text[place.end..].trim_start();
        let is_apart = rest.len() < text.len() - place.end;
        place.end = if is_apart { text.len() - rest.strip_prefix(part)?.len() } else { return None };
    }
    let (before, after) = (&text[..place.start], &text[place.end..]);
    (!joins(before.chars().rev()) && !joins(after.chars())).then_some(place)
}

/// Whether the letters beyond a place, the nearest first, go on with its word, as hyphens do between letters.
fn joins(mut beyond: impl Iterator<Item = char>) -> bool {
    match beyond.next() {
        Some('-' | '‐' | '‑') => beyond.next().is_some_and(char::is_alphanumeric),
        Some(letter) => letter.is_alphanumeric() && !is_spaceless(letter),
        None => false,
    }
}

/// What is as it was in a new wording of so many bytes, in order: moved words are.
fn unchanged(edits: &[Edit], bytes: usize) -> Vec<Span> {
    let is_changed = |edit: &&Edit| edit.kind != EditKind::Move && !edit.spans.new.is_empty();
    let mut changed: Vec<Span> = edits.iter().filter(is_changed).map(|edit| edit.spans.new).collect();
    changed.sort_unstable();
    let starts = std::iter::once(0).chain(changed.iter().map(|span| span.end));
    let ends = changed.iter().map(|span| span.start).chain([bytes]);
    starts.zip(ends).filter(|(start, end)| start < end).map(|(start, end)| Span::new(start, end)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::compare;
    use crate::read::{Options, read};

    /// Every group as `old → new ×times`, and what still says the old words with two letters behind it.
    #[track_caller]
    fn check(old: &[&str], new: &[&str], expected: &[&str]) {
        let document =
            |lines: &[&str]| read("a.txt", lines.join("\n\n").as_bytes(), &Options::default()).expect("a text");
        let comparison = compare(Pair::of(document(old), document(new)));
        let shown = |group: &Group| {
            let words = comparison.words(&comparison.edits[group.edits[0]]).map(folded);
            let text = &comparison.documents.new.text;
            let missed = group.missed.iter().map(|span| text[span.start..].chars().take(span.len() + 2).collect());
            let missed: Vec<String> = missed.collect();
            format!("{} → {} ×{} {}", words.old, words.new, group.edits.len(), missed.join("|")).trim().to_owned()
        };
        assert_eq!(comparison.groups.all.iter().map(shown).collect::<Vec<_>>(), expected, "{:?}", comparison.edits);
    }

    const KEPT: &str = "A hearing is held in every canton before the fund is committed to any work.";

    #[test]
    fn the_same_replacement_is_a_group_and_old_words_left_standing_are_missed() {
        check(
            &["The Warden opens the gates.", "Nobody but the Warden may close them.", KEPT, "Ask the Warden, in May."],
            &["The Keeper opens the gates.", "Nobody but the Keeper may close them.", KEPT, "Ask the Warden, in May."],
            &["Warden → Keeper ×2 Warden,"],
        );
        check(
            &["The Water Board meets.", "It is the Water\nBoard that pays.", "No Water  Board may lend."],
            &["The River Office meets.", "It is the River Office that pays.", "No Water  Board may lend."],
            &["Water Board → River Office ×2 Water  Board m"],
        );
        check(
            &["The Warden opens the gates.", "It is the Warden's duty to close them.", KEPT, "It is the Warden’s own."],
            &["The Keeper opens the gates.", "It is the Keeper's duty to close them.", KEPT, "It is the Warden’s own."],
            &["Warden → Keeper ×2 Warden’s"],
        );
    }

    #[test]
    fn only_whole_unchanged_words_were_missed() {
        let old = ["The Warden opens the gates.", "Nobody but the Warden may close them."];
        let new = ["The Keeper opens the gates.", "Nobody but the Keeper may close them."];
        let with = |lines: [&'static str; 2], more: &'static str| [lines[0], lines[1], more];
        for more in ["Wardens are many.", "A Warden-General is none.", "The warden of a prison is another."] {
            check(&with(old, more), &with(new, more), &["Warden → Keeper ×2"]);
        }
        check(&old, &with(new, "The Warden is new here."), &["Warden → Keeper ×2"]);
        let more = "This is the Warden’s house.";
        check(&with(old, more), &with(new, more), &["Warden → Keeper ×2 Warden’s"]);
    }

    #[test]
    fn what_was_not_meant_for_everywhere_missed_nothing() {
        let kept = "The report of the report on a report about every report is long.";
        check(
            &["The report is due.", "It is a report.", kept],
            &["The account is due.", "It is a account.", kept],
            &["report → account ×2"],
        );
    }

    #[test]
    fn short_words_and_marks_do_not_group() {
        check(
            &["A rule holds here.", "In a year, a ship sails."],
            &["The rule holds here.", "In the year, the ship sails."],
            &[],
        );
        check(&["One, two.", "Ships, boats."], &["One; two.", "Ships; boats."], &[]);
        check(&["It costs 30 crowns.", "It takes 30 days."], &["It costs 45 crowns.", "It takes 45 days."], &[]);
        check(
            &["The EU agrees to it.", "It is the EU that pays."],
            &["The OSCE agrees to it.", "It is the OSCE that pays."],
            &["EU → OSCE ×2"],
        );
    }

    #[test]
    fn grammar_words_were_not_missed() {
        check(
            &["The Warden shall lend boats.", "No canton shall sell them.", "All canals shall be deep."],
            &["The Warden may lend boats.", "No canton may sell them.", "All canals shall be deep."],
            &["shall → may ×2"],
        );
    }

    #[test]
    fn signs_that_say_the_same_group() {
        check(&["“The rule” holds.", "“A ship” sails."], &["„The rule” holds.", "„A ship” sails."], &["“ → „ ×2"]);
        check(&["* one rule\n* two ships\n* bread"], &["- one rule\n- two ships\n- bread"], &["* → - ×3"]);
    }

    #[test]
    fn words_put_in_and_left_out_group_too() {
        check(
            &["The gates are opened.", "The doors are closed.", "The draft report is long.", "No draft rule holds."],
            &[
                "The gates are promptly opened.",
                "The doors are promptly closed.",
                "The report is long.",
                "No rule holds.",
            ],
            &["→ promptly ×2", "draft →  ×2"],
        );
    }
}
