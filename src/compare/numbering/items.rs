//! References to the items of a list: `subparagraph (c)`, `paragraph 1 (d)`, `points (a) and (b)`. Every list begins anew, so which
//! item is meant hangs on where the reference stands: the paragraph and article that it names, or else those it stands in.

use std::ops::Range;

use memchr::memchr_iter;
use rustc_hash::FxHashMap;

use super::bearer::{Bearer, Key};
use super::labels::Labels;
use super::mention::{Mention, Scan};
use super::number::{Number, Style};
use crate::document::Span;

/// Longer signs (bytes) are no letters of items.
const LONGEST: usize = 5;

/// A reference to an item.
#[derive(Clone, Debug)]
pub struct ItemMention {
    /// The reference, with the letter as its number.
    pub mention: Mention,
    /// What bears that letter, where it can be told: an index into the bearers of the same wording.
    pub bearer: Option<usize>,
}

impl ItemMention {
    /// How it is said in its text; in a list with the label of the first.
    pub fn said(&self, text: &str) -> String {
        let Mention { label, whole, .. } = self.mention;
        let whole_text = whole.of(text).split_whitespace().collect::<Vec<_>>().join(" ");
        if whole.start == label.start { whole_text } else { format!("{} {whole_text}", label.of(text)) }
    }
}

/// A letter in brackets behind a label, and the number that stands between them.
struct Found {
    mention: Mention,
    owner: Option<Number>,
}

/// All references to items, in order.
pub fn items(text: &str, bearers: &[Bearer], labels: &Labels) -> Vec<ItemMention> {
    let scan = Scan { text, labels, names: &[] };
    let mut found: Vec<Found> = Vec::new();
    for close in memchr_iter(b')', text.as_bytes()) {
        found.extend(mention(&scan, close, found.last()));
    }
    let led = |found: &Found| scan.leads_here(found.mention.whole.end) && !scan.is_owned(found.mention.label.start);
    let only = only(bearers);
    let told = found.into_iter().filter(led).map(|Found { mention, owner }| {
        let bearer = bearer(bearers, &only, &mention, owner.as_ref());
        ItemMention { mention, bearer }
    });
    told.collect()
}

/// The reference whose letter ends at a closing bracket.
fn mention(scan: &Scan<'_>, close: usize, last: Option<&Found>) -> Option<Found> {
    let before = &scan.text[..close];
    let start = before.trim_end_matches(|letter: char| letter.is_ascii_lowercase()).len();
    let place = Span::new(start, close);
    let number = Number::read(place.of(scan.text)).filter(|_| (1..=LONGEST).contains(&place.len()))?;
    let open = start - usize::from(scan.text[..start].ends_with('('));
    if let Some(last) =
        last.filter(|last| scan.joins(last.mention.whole.end, open).is_some_and(|join| !join.is_empty()))
    {
        let whole = Span::new(open, close + 1);
        let mention = Mention { number, place, whole, ..last.mention.clone() };
        return Some(Found { mention, owner: last.owner.clone() });
    }
    let bare = scan.text[..open].trim_end();
    let digits = bare.len() - bare.trim_end_matches(|sign: char| sign.is_ascii_digit() || sign == '.').len();
    let (bare, owner) = bare.split_at(bare.len() - digits);
    let owner = if owner.is_empty() { None } else { Some(Number::read(owner)?) };
    let named = bare.trim_end();
    let word = &named[named.trim_end_matches(|letter: char| letter.is_alphabetic() || letter == '-').len()..];
    // A label has a space behind it: `item (a)`, not `item(a)`.
    if word.is_empty() || named.len() == open {
        return None;
    }
    let label = Span::new(named.len() - word.len(), named.len());
    let whole = Span::new(label.start, close + 1);
    let mention = Mention { name: scan.labels.name(word)?, number, place, is_own: true, label, whole };
    Some(Found { mention, owner })
}

/// The bearers whose number no other of their kind bears.
fn only(bearers: &[Bearer]) -> Only<'_> {
    let mut only = Only::default();
    for (at, bearer) in bearers.iter().enumerate() {
        let place = only.entry((&bearer.key, &bearer.number)).or_insert(Some(at));
        *place = place.filter(|known| *known == at);
    }
    only
}

type Only<'a> = FxHashMap<(&'a Key, &'a Number), Option<usize>>;

/// The only item that bears the letter where a reference points.
fn bearer(bearers: &[Bearer], only: &Only<'_>, mention: &Mention, owner: Option<&Number>) -> Option<usize> {
    let range = range(bearers, only, mention, owner)?;
    let bears = |at: &usize| {
        let Bearer { key, number, .. } = &bearers[*at];
        let is_item = matches!(key, Key::Item(style, _) if *style != Style::Digits);
        is_item && (*number == mention.number || *number == mention.number.as_letter())
    };
    let mut found = range.filter(bears);
    found.next().filter(|_| found.next().is_none())
}

/// The bearers among which a reference points: those of the number that it names, or of the paragraph in which it stands.
fn range(bearers: &[Bearer], only: &Only<'_>, mention: &Mention, owner: Option<&Number>) -> Option<Range<usize>> {
    let is_article = |bearer: &Bearer| match bearer.key {
        Key::Label(_) => true,
        Key::Clause => bearer.number.depth() == 1,
        Key::Item(..) => false,
    };
    let is_paragraph =
        |bearer: &Bearer| is_article(bearer) || matches!(bearer.key, Key::Clause | Key::Item(Style::Digits, _));
    let behind = |at: usize, ends: &dyn Fn(&Bearer) -> bool| {
        at + 1..bearers[at + 1..].iter().position(ends).map_or(bearers.len(), |length| at + 1 + length)
    };
    let here = bearers.partition_point(|bearer| bearer.place.start < mention.place.start);
    let Some(owner) = owner else {
        return Some(
            bearers[..here].iter().rposition(is_paragraph).map_or(0..bearers.len(), |at| behind(at, &is_paragraph)),
        );
    };
    let key = Key::Label(mention.name.clone());
    if let Some(at) = only.get(&(&key, owner)) {
        return at.map(|at| behind(at, &is_article));
    }
    let article = bearers[..here].iter().rposition(is_article).map_or(0..bearers.len(), |at| behind(at, &is_article));
    let at = article.clone().find(|at| bearers[*at].number == *owner && is_paragraph(&bearers[*at]))?;
    Some(behind(at, &is_paragraph))
}
