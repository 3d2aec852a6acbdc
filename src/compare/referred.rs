//! Which of two clauses an old one has become, as the references to it tell: a clause that is reworded behind a new one, which has its number
//! now, may be as like to the one as to the other.

use std::ops::Range;

use memchr::memmem;
use rustc_hash::FxHashMap;

use super::align::Link;
use super::flags::lists::Lists;
use super::flags::side::{before, lower};
use super::numbering::{head_of, token};
use super::terms::{Lexicon, Terms, joined, likeness};
use crate::document::{Document, Pair, Side, Span};

/// How alike the clause must be to the one that references lead to (0 to 1), and at least what part of how alike it is to the other.
const ALIKE: f32 = 0.3;
const PART: f32 = 0.5;
/// More blocks than this do not come between two clauses: those under the first one.
const BETWEEN: usize = 8;
/// More clauses are not asked for.
const MANY: usize = 64;

/// Links clauses to those that the references to them lead to, where these are alone and no reference says otherwise. What is given stays.
pub fn by_references(
    documents: Pair<&Document>,
    given: &[Pair<Range<usize>>],
    links: &mut Vec<Link>,
    taken: &mut Pair<Vec<bool>>,
) {
    for one in [Side::Old, Side::New] {
        let two = one.other();
        let before = before_alone(documents[two], &taken[two]);
        if before.is_empty() {
            continue;
        }
        let may_be = |link: &&Link| before.binary_search(&link.sentences[two].start).is_ok();
        let choices = links.iter().filter(may_be).filter_map(|link| Choice::of(documents, link, taken, one));
        let is_given = |choice: &Choice| {
            let meet = |a: &Range<usize>, b: &Range<usize>| a.start < b.end && b.start < a.end;
            given.iter().any(|bead| meet(&bead[one], &choice.clause) || meet(&bead[two], &choice.both()))
        };
        let choices = choices.filter(|choice| !is_given(choice) && choice.is_like(documents, one)).take(MANY);
        let mut choices: Vec<Choice> = choices.collect();
        if choices.is_empty() {
            continue;
        }
        let references = References::of(documents, links);
        choices.retain(|choice| references.are_of(choice, one));
        for choice in choices {
            if taken[two][choice.other.start] {
                continue;
            }
            links.retain(|link| !choice.clause.contains(&link.sentences[one].start) || link.sentences[one].is_empty());
            taken[one][choice.clause.clone()].fill(true);
            taken[two][choice.both()].fill(false);
            taken[two][choice.other.clone()].fill(true);
            links.extend(choice.links(one));
        }
    }
}

/// The first sentences of blocks that bear a number and have one behind them that stands alone, in order: most texts have hardly any.
fn before_alone(document: &Document, taken: &[bool]) -> Vec<usize> {
    let begins = |at: &usize| !taken[*at] && document.begins_block(*at);
    let before = |at: usize| Some(document.blocks.get(document.block_of(at).checked_sub(1)?)?.sentences.start);
    let alone = (0..taken.len()).filter(begins).filter_map(before);
    alone.filter(|first| taken[*first] && head_of(document, *first).is_some()).collect()
}

/// A clause that may be another one than it was taken for.
struct Choice {
    /// Its sentences.
    clause: Range<usize>,
    /// The sentences of the clause of the other wording that it is linked to, and of the one that it may be.
    linked: Range<usize>,
    other: Range<usize>,
    /// Its number, and that of the clause that it may be.
    numbers: (String, String),
}

impl Choice {
    /// The choice that a link of a clause with one of the same number leaves, where a clause behind that stands alone.
    fn of(documents: Pair<&Document>, link: &Link, taken: &Pair<Vec<bool>>, one: Side) -> Option<Self> {
        let two = one.other();
        if link.moved || link.sentences[one].is_empty() || link.sentences[two].is_empty() {
            return None;
        }
        let (clause, linked) = (link.sentences[one].start, link.sentences[two].start);
        let place = documents[two].block_of(linked);
        let own = head_of(documents[one], clause)?;
        let head =
            head_of(documents[two], linked).filter(|head| head.label == own.label && head.number == own.number)?;
        let next = head.number.neighbours()[1].clone()?;
        let behind = documents[two].blocks.get(place + 1..)?.iter().take(BETWEEN);
        let mut alone = behind.take_while(|block| !taken[two][block.sentences.start]);
        let is_next = |first: usize| {
            head_of(documents[two], first).is_some_and(|head| head.label == own.label && head.number == next)
        };
        let other = alone.find(|block| is_next(block.sentences.start))?.sentences.clone();
        let block =
            |side: Side, at: usize| Some(documents[side].blocks.get(documents[side].block_of(at))?.sentences.clone());
        let (clause, linked) = (block(one, clause)?, block(two, linked)?);
        Some(Self { clause, linked, other, numbers: (own.number.to_string(), next.to_string()) })
    }

    /// All from the one clause to the other.
    fn both(&self) -> Range<usize> {
        self.linked.start..self.other.end
    }

    /// Whether its words let it be the other one.
    fn is_like(&self, documents: Pair<&Document>, one: Side) -> bool {
        let of = |own: Vec<usize>, across: Vec<usize>| {
            if one == Side::Old { Pair::of(own, across) } else { Pair::of(across, own) }
        };
        let wanted = of(self.clause.clone().collect(), self.linked.clone().chain(self.other.clone()).collect());
        let lexicon = Lexicon::of(documents, &wanted);
        let terms = |side: Side, sentences: &Range<usize>| {
            let of = |at| if side == Side::Old { lexicon.of_old(at) } else { lexicon.of_new(at) };
            sentences.clone().map(of).fold(Terms::default(), |sum, terms| joined(&sum, &terms))
        };
        let own = terms(one, &self.clause);
        let like = |other: &Range<usize>| likeness(&own, &terms(one.other(), other));
        like(&self.other) >= ALIKE.max(PART * like(&self.linked))
    }

    /// The links of the clause with the other one: sentence by sentence where both have equally many.
    fn links(&self, one: Side) -> Vec<Link> {
        let link = |own: Range<usize>, other: Range<usize>| {
            let sentences = if one == Side::Old { Pair::of(own, other) } else { Pair::of(other, own) };
            Link { sentences, moved: false }
        };
        if self.clause.len() != self.other.len() {
            return vec![link(self.clause.clone(), self.other.clone())];
        }
        let pairs = self.clause.clone().zip(self.other.clone());
        pairs.map(|(own, other)| link(own..own + 1, other..other + 1)).collect()
    }
}

/// The references of both wordings.
struct References<'a> {
    documents: Pair<&'a Document>,
    links: &'a [Link],
    /// The link of every sentence.
    of: Pair<FxHashMap<usize, usize>>,
}

/// References of a stretch of a text, each with its place and its number, in order.
type Referred<'a> = Vec<(usize, &'a str)>;

impl<'a> References<'a> {
    fn of(documents: Pair<&'a Document>, links: &'a [Link]) -> Self {
        let of_side = |side: Side| {
            let of = |(at, link): (usize, &Link)| link.sentences[side].clone().map(move |sentence| (sentence, at));
            links.iter().enumerate().flat_map(of).collect()
        };
        Self { documents, links, of: Pair::of(of_side(Side::Old), of_side(Side::New)) }
    }

    /// Whether references lead from a clause to the one that it may be, and neither is linked to anything else.
    fn are_of(&self, choice: &Choice, one: Side) -> bool {
        let (own, next) = (&choice.numbers.0, &choice.numbers.1);
        self.is_apart(one, &choice.clause, &choice.both())
            && self.is_apart(one.other(), &choice.both(), &choice.clause)
            && self.lead(one, own, next) == Some(true)
            && self.lead(one.other(), next, own) == Some(true)
    }

    /// Whether sentences of one wording are linked to no others of the other wording than these.
    fn is_apart(&self, side: Side, sentences: &Range<usize>, others: &Range<usize>) -> bool {
        let is_within =
            |inner: &Range<usize>, outer: &Range<usize>| outer.start <= inner.start && inner.end <= outer.end;
        sentences.clone().filter_map(|at| self.of[side].get(&at)).map(|at| &self.links[*at]).all(|link| {
            is_within(&link.sentences[side], sentences)
                && is_within(&link.sentences[side.other()], others)
                && !link.moved
        })
    }

    /// Whether the references of one wording to a number are to another one in the other wording; nothing where there are none.
    fn lead(&self, side: Side, number: &str, other: &str) -> Option<bool> {
        let (document, across) = (self.documents[side], self.documents[side.other()]);
        let mut lead = None;
        let mut read: Option<(usize, Pair<Referred<'_>>)> = None;
        let found = memmem::find_iter(document.text.as_bytes(), number.as_bytes());
        for place in found.filter(|at| reference_at(document, *at) == Some(number)) {
            let sentence = document.sentences.partition_point(|sentence| sentence.end <= place);
            let Some(link) = self.of[side].get(&sentence).copied() else { continue };
            // Those of one link follow each other.
            if read.as_ref().is_none_or(|(last, _)| *last != link) {
                let sentences = &self.links[link].sentences;
                let own = references(document, document.cover(&sentences[side]));
                read = Some((link, Pair::of(own, references(across, across.cover(&sentences[side.other()])))));
            }
            let Some((_, Pair { old: own, new: theirs })) = &read else { continue };
            let at = own.binary_search_by_key(&place, |(at, _)| *at).ok().filter(|_| own.len() == theirs.len());
            match at.and_then(|at| theirs.get(at)) {
                Some((_, same)) if *same == number => return Some(false),
                Some((_, led)) if *led == other => lead = Some(true),
                _ => {}
            }
        }
        lead
    }
}

/// The numbers to which a stretch of a text refers, with their places, in order.
fn references(document: &Document, within: Span) -> Referred<'_> {
    let places = within.of(&document.text).match_indices(|sign: char| sign.is_ascii_digit());
    places.filter_map(|(at, _)| Some((within.start + at, reference_at(document, within.start + at)?))).collect()
}

/// The number that begins at a place, if a label stands before it, and it is not the number that a block bears.
fn reference_at(document: &Document, at: usize) -> Option<&str> {
    let number = &document.text[at..][..token(&document.text[at..]).len()];
    let lead = before(&document.text, at);
    if number.is_empty() || lead.ends_with(|last: char| last.is_alphanumeric() || last == '.') {
        return None;
    }
    let label = lead.trim_end_matches([' ', '\u{a0}', '\n', '.']);
    let word = label.rsplit(|letter: char| !letter.is_alphabetic()).next().unwrap_or("");
    let entry = || Lists::of(document.language).entry(&lower(word));
    let is_label = label.ends_with('§') || entry().is_some_and(|entry| entry.reference.is_some());
    let line = lead.rsplit(['\n', '\r']).next().unwrap_or("").trim_start_matches(['#', '*', '_', '>', ' ']);
    let is_own = line.len() <= word.len() + 2;
    (is_label && !is_own).then_some(number)
}

#[cfg(test)]
mod tests {
    use crate::compare::numbering::tests::{check, compared};

    const RECORDS: &str = "3.1 The Supplier shall keep records of each delivery.";
    const OLD: &str = "3.2 The Supplier shall deliver within 30 days of the order.";
    const LIKE: &str = "3.2 The Supplier shall pack the goods within 10 days of the order.";
    const NEW: &str = "3.3 The Supplier must deliver the goods within 45 days of its receipt.";

    #[test]
    fn a_clause_is_the_one_to_which_references_follow_it() {
        let (old, new) =
            ("4.1 The Customer may cancel under clause 3.2.", "4.1 The Customer may cancel under clause 3.3.");
        let expected = ["No. 3.2 renumbered 3.3, 1 reference follows [2]"];
        check(&[RECORDS, OLD, old], &[RECORDS, LIKE, NEW, new], &expected);
        check(&[RECORDS, LIKE, NEW, new], &[RECORDS, OLD, old], &["No. 3.3 renumbered 3.2, 1 reference follows [2]"]);
        let comparison = compared("en", &[RECORDS, OLD, old], &[RECORDS, LIKE, NEW, new]);
        assert!(comparison.edits.iter().any(|edit| comparison.words(edit).new == LIKE));
        // The one behind both moves up with it.
        let behind = ["3.3 Risk passes on delivery.", "3.4 Risk passes on delivery."];
        let both = ["4.1 Clause 3.2 is subject to clause 3.3.", "4.1 Clause 3.3 is subject to clause 3.4."];
        check(
            &[RECORDS, OLD, behind[0], both[0]],
            &[RECORDS, LIKE, NEW, behind[1], both[1]],
            &["Nos. 3.2–3.3 renumbered 3.3–3.4, 2 references follow [4]"],
        );
    }

    #[test]
    fn a_clause_stays_where_references_stay_or_there_are_none() {
        let stays = "4.1 The Customer may cancel under clause 3.2.";
        check(&[RECORDS, OLD, stays], &[RECORDS, LIKE, NEW, stays], &[]);
        check(&[RECORDS, OLD], &[RECORDS, LIKE, NEW], &[]);
        let led = ["4.1 Clause 3.2 applies.", "4.1 Clause 3.3 applies."];
        let other = "3.3 The seat of the arbitrators is Essel.";
        check(&[RECORDS, OLD, led[0]], &[RECORDS, LIKE, other, led[1]], &[]);
        check(&[RECORDS, OLD, led[0], stays], &[RECORDS, LIKE, NEW, led[1], stays], &[]);
    }
}
