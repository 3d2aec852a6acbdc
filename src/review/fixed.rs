//! Beads that a person has fixed, known by the words of their sentences: they are kept with the review, and the rest is aligned around them.

use std::collections::BTreeMap;
use std::ops::Range;

use serde_json::{Map, Value};

use crate::compare::bitext::Fixed;
use crate::compare::{Mode, SentenceId, sentence_ids};
use crate::document::{Document, Pair, Side, Span};

/// So many bytes of a bead's words are kept, to be told by.
const QUOTE: usize = 80;

/// Sentences of both sides that belong together because a person said so, or do not.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FixedBead {
    /// The sentences, on each side at least one and in a row.
    pub sentences: Pair<Vec<SentenceId>>,
    /// Whether they do not belong together, so that each side stands alone in this place.
    pub is_apart: bool,
    /// How both sides begin, for when they are gone.
    pub quote: Pair<String>,
    /// Fields of the file that this version does not know.
    pub extra: Map<String, Value>,
}

impl FixedBead {
    /// A bead of these sentences of two documents.
    pub fn of(documents: Pair<&Document>, sentences: &Pair<Range<usize>>, is_apart: bool) -> Self {
        let ids = |side: Side| sentence_ids(documents[side]).get(sentences[side].clone()).unwrap_or_default().to_vec();
        let quote = |side: Side| quoted(documents[side], &sentences[side]);
        Self {
            sentences: Pair::of(ids(Side::Old), ids(Side::New)),
            is_apart,
            quote: Pair::of(quote(Side::Old), quote(Side::New)),
            extra: Map::new(),
        }
    }
}

/// How some sentences begin.
fn quoted(document: &Document, sentences: &Range<usize>) -> String {
    let span = document.cover(sentences);
    let end = (span.start + QUOTE..span.end).find(|end| document.text.is_char_boundary(*end)).unwrap_or(span.end);
    let words = Span::new(span.start, end).of(&document.text);
    format!("{words}{}", if end < span.end { "…" } else { "" })
}

/// Fixed beads put with the sentences of two documents.
#[derive(Debug, Default)]
pub struct Attached {
    /// Those whose sentences are there, in row; as indices into the beads.
    pub beads: Vec<(usize, Pair<Range<usize>>)>,
    /// Those whose sentences are gone, or that stand in the way of one fixed later.
    pub lost: Vec<usize>,
}

impl Attached {
    /// Finds the sentences of every bead. Where two are in each other's way, the one that was fixed later counts.
    pub fn of(beads: &[FixedBead], documents: Pair<&Document>, mode: Mode) -> Self {
        let mut attached = Self::default();
        if beads.is_empty() {
            return attached;
        }
        let places = documents.map(places);
        for (index, bead) in beads.iter().enumerate().rev() {
            let found = |side: Side| range(&bead.sentences[side], &places[side]);
            let place = found(Side::Old).zip(found(Side::New)).map(|(old, new)| Pair::of(old, new));
            let fits = |place: &Pair<Range<usize>>, (other, at): &(usize, Pair<Range<usize>>)| {
                let may_cross = mode == Mode::Revision || !bead.is_apart && !beads[*other].is_apart;
                fits(place, at, may_cross)
            };
            match place.filter(|place| attached.beads.iter().all(|other| fits(place, other))) {
                Some(place) => attached.beads.push((index, place)),
                None => attached.lost.push(index),
            }
        }
        attached.beads.sort_by_key(|(_, place)| (place.old.start, place.new.start));
        attached
    }

    /// The same as the aligner takes them.
    pub fn fixed(&self, beads: &[FixedBead]) -> Fixed {
        let of = |(index, place): &(usize, Pair<Range<usize>>)| match beads[*index].is_apart {
            false => vec![place.clone()],
            true => vec![
                Pair::of(place.old.clone(), place.new.start..place.new.start),
                Pair::of(place.old.end..place.old.end, place.new.clone()),
            ],
        };
        Fixed { beads: self.beads.iter().flat_map(of).collect() }
    }
}

/// Whether two beads share no sentence and, where they may not, do not cross.
fn fits(one: &Pair<Range<usize>>, other: &Pair<Range<usize>>, may_cross: bool) -> bool {
    let is_before = |a: &Range<usize>, b: &Range<usize>| a.end <= b.start;
    let order = |side: Side| (is_before(&one[side], &other[side]), is_before(&other[side], &one[side]));
    match (order(Side::Old), order(Side::New)) {
        ((false, false), _) | (_, (false, false)) => false,
        (old, new) => may_cross || old == new,
    }
}

/// Where every sentence stands, and how many are its equals.
type Places = BTreeMap<(u64, u32), (usize, u32)>;

fn places(document: &Document) -> Places {
    sentence_ids(document).iter().enumerate().map(|(at, id)| ((id.print, id.count), (at, id.equals))).collect()
}

/// Where sentences stand that were in a row and still are. Of equals that lost or gained another, none can be told to be the one.
fn range(ids: &[SentenceId], places: &Places) -> Option<Range<usize>> {
    let place = |id: &SentenceId| {
        places.get(&(id.print, id.count)).filter(|(_, equals)| *equals == id.equals).map(|(place, _)| *place)
    };
    let start = place(ids.first()?)?;
    let follows = |(at, id): (usize, &SentenceId)| place(id) == Some(start + at);
    ids.iter().enumerate().all(follows).then_some(start..start + ids.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Unit;
    use crate::read::{Options, read};

    fn document(text: &str) -> Document {
        let options = Options { unit: Unit::Line, ..Options::default() };
        let mut document = read("a.txt", text.replace(' ', "\n").as_bytes(), &options).expect("a text");
        document.cut(|_| false);
        document
    }

    /// Fixes beads in two texts of one-word sentences, and says where they stand in two others.
    #[track_caller]
    fn check(before: (&str, &str), beads: &[(Range<usize>, Range<usize>)], after: (&str, &str), expected: &str) {
        let before = Pair::of(document(before.0), document(before.1));
        let of = |(old, new): &(Range<usize>, Range<usize>)| {
            FixedBead::of(before.as_ref(), &Pair::of(old.clone(), new.clone()), false)
        };
        let beads: Vec<FixedBead> = beads.iter().map(of).collect();
        let after = Pair::of(document(after.0), document(after.1));
        let attached = Attached::of(&beads, after.as_ref(), Mode::Translation);
        let shown = |(index, place): &(usize, Pair<Range<usize>>)| format!("{index}: {:?}={:?}", place.old, place.new);
        let shown: Vec<String> = attached.beads.iter().map(shown).collect();
        assert_eq!(format!("{} lost {:?}", shown.join(" "), attached.lost), expected);
    }

    #[test]
    fn beads_follow_their_sentences() {
        let (old, new) = ("One. Two. Three.", "Un. Deux. Trois. Quatre.");
        check((old, new), &[(1..2, 1..3)], (old, new), "0: 1..2=1..3 lost []");
        check((old, new), &[(1..2, 1..3)], ("Nought. One. Two.", new), "0: 2..3=1..3 lost []");
        check((old, new), &[(1..2, 1..3), (0..1, 0..1)], (old, "Un. Deux. Drei."), "1: 0..1=0..1 lost [0]");
        check((old, new), &[(1..2, 1..3)], (old, "Un. Deux. Et Trois."), " lost [0]");
    }

    #[test]
    fn the_later_of_two_in_each_others_way_counts() {
        let (old, new) = ("One. Two. Three.", "Un. Deux. Trois.");
        check((old, new), &[(0..1, 0..1), (0..1, 1..2)], (old, new), "1: 0..1=1..2 lost [0]");
        // Two may cross: then one of them moved.
        check((old, new), &[(0..1, 1..2), (1..2, 0..1)], (old, new), "0: 0..1=1..2 1: 1..2=0..1 lost []");
    }

    #[test]
    fn one_of_equals_that_lost_another_is_no_one() {
        let old = "Yes. No. Yes.";
        check((old, old), &[(2..3, 2..3)], (old, old), "0: 2..3=2..3 lost []");
        check((old, old), &[(2..3, 2..3)], ("No. Yes.", old), " lost [0]");
    }

    #[test]
    fn what_stands_apart_is_given_side_by_side() {
        let documents = Pair::of(document("One. Two."), document("Un. Deux."));
        let beads = [FixedBead::of(documents.as_ref(), &Pair::of(0..1, 0..1), true)];
        let attached = Attached::of(&beads, documents.as_ref(), Mode::Translation);
        assert_eq!(attached.fixed(&beads).beads, [Pair::of(0..1, 0..0), Pair::of(1..1, 0..1)]);
    }
}
