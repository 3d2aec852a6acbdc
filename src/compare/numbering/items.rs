//! References to the items of a list and to the paragraphs of an article: `subparagraph (c)`, `paragraph 1 (d)`, `Article 6(2)`,
//! `paragraph 2 of Article 6`, `points (a) and (b)`, `(b) above`. Which item one points at is told by [`super::address`].

use memchr::memchr_iter;

use super::address::{Address, Base};
use super::bearer::Bearer;
use super::labels::{Labels, Name};
use super::mention::{Mention, Scan};
use super::number::{Number, Style};
use crate::document::Span;

/// Longer signs (bytes) are no numbers of items.
const LONGEST: usize = 5;

/// A reference to an item.
#[derive(Clone, Debug)]
pub struct ItemMention {
    /// The reference, with the item's own sign as its number.
    pub mention: Mention,
    /// What bears that number, where it can be told: an index into the bearers of the same wording.
    pub bearer: Option<usize>,
    /// The number and the brackets behind which the sign stands, or would but for a list: `6` in `Article 6(1), (2)`.
    pub head: Option<Span>,
}

impl ItemMention {
    /// How a number would be written in its place: `(3)` in `Article 6(2)`.
    pub fn written(&self, number: &str) -> String {
        if self.mention.whole.end > self.mention.place.end { format!("({number})") } else { number.to_owned() }
    }
}

/// A sign in brackets, and where the words before it lead.
struct Found {
    mention: Mention,
    base: Base,
    /// Whether it goes on with a list: `(a) and (b)`.
    is_listed: bool,
}

/// All references to items; `mentions` are those to numbers, in order.
pub fn items(text: &str, bearers: &[Bearer], labels: &Labels, mentions: &[Mention]) -> Vec<ItemMention> {
    let scan = Scan { text, labels, names: &[] };
    let address = Address::of(&scan, bearers, mentions);
    let mut found: Vec<Found> = Vec::new();
    for close in memchr_iter(b')', text.as_bytes()) {
        found.extend(bracketed(&scan, mentions, close, found.last()));
    }
    let parts = mentions.iter().enumerate();
    let mut told: Vec<ItemMention> = parts.filter_map(|(at, mention)| Some(part(mention, address.part(at)?))).collect();
    let mut end = 0;
    for at in (0..found.len()).rev() {
        // What stands behind a list tells of all in it.
        if found.get(at + 1).is_none_or(|next| !next.is_listed) {
            end = found[at].mention.whole.end;
        }
        let Found { mention, base, .. } = &found[at];
        let head = match base {
            Base::Number(at, brackets) => Some(mentions[*at].place.to(*brackets)),
            Base::Here => None,
        };
        let bearer = address.bracketed(base, mention, end);
        told.extend(bearer.map(|bearer| ItemMention { mention: mention.clone(), bearer, head }));
    }
    told
}

/// A reference to a paragraph by a label: `paragraph 2`.
fn part(mention: &Mention, bearer: Option<usize>) -> ItemMention {
    let whole = Span::new(mention.whole.start, mention.place.end);
    ItemMention { mention: Mention { whole, ..mention.clone() }, bearer, head: None }
}

/// The reference whose sign ends at a closing bracket.
fn bracketed(scan: &Scan<'_>, mentions: &[Mention], close: usize, last: Option<&Found>) -> Option<Found> {
    let before = &scan.text[..close];
    let is_digits = before.ends_with(|sign: char| sign.is_ascii_digit());
    let is_sign = |sign: char| if is_digits { sign.is_ascii_digit() } else { sign.is_ascii_lowercase() };
    let start = before.trim_end_matches(is_sign).len();
    let place = Span::new(start, close);
    let number = Number::read(place.of(scan.text)).filter(|_| (1..=LONGEST).contains(&place.len()))?;
    let is_opened = scan.text[..start].ends_with('(');
    let open = start - usize::from(is_opened);
    let whole = Span::new(open, close + 1);
    let goes_on = |last: &&Found| scan.joins(last.mention.whole.end, open).is_some_and(|join| !join.is_empty());
    if let Some(last) = last.filter(goes_on).filter(|last| is_digits == (last.mention.number.style() == Style::Digits))
    {
        let mention = Mention { number, place, whole, ..last.mention.clone() };
        return Some(Found { mention, base: last.base.clone(), is_listed: true });
    }
    let at = mentions.partition_point(|mention| mention.whole.end <= start);
    if let Some(named) = mentions.get(at).filter(|named| named.place.end <= open && is_opened) {
        let whole = Span::new(named.whole.start, close + 1);
        let mention = Mention { number, place, whole, ..named.clone() };
        return Some(Found { mention, base: Base::Number(at, Span::new(named.place.end, open)), is_listed: false });
    }
    let bare = scan.text[..open].trim_end();
    let word = &bare[bare.trim_end_matches(|letter: char| letter.is_alphabetic() || letter == '-').len()..];
    let label = Span::new(bare.len() - word.len(), bare.len());
    // A label has a space behind it: `item (a)`, not `item(a)`.
    let name = if word.is_empty() || bare.len() == open { None } else { scan.labels.name(word) };
    let (name, label) = match name {
        Some(name) if !is_digits || scan.labels.is_part(&name) => (name, label),
        None if is_opened && !is_digits && scan.is_pointed_at(close + 1) => {
            (Name::Word(String::new()), Span::new(open, open))
        }
        _ => return None,
    };
    let mention = Mention { name, number, place, is_own: true, label, whole: Span::new(label.start, close + 1) };
    Some(Found { mention, base: Base::Here, is_listed: false })
}
