//! Which sentences belong together: the spine, then beads over the gaps, then moves among what is left over.

use std::ops::Range;

use super::anchor::{Gap, heaviest_chain, once_each, spine};
use super::beads::beads;
use super::moves::resembling;
use super::terms::{Lexicon, prints};
use crate::document::{Document, Pair};

/// The most cells (old times new sentences) that are compared each with each.
const CELLS: usize = 40_000;
/// The part of a sentence that its twin repeats at both ends.
const TWIN: f32 = 0.6;
/// A sentence shorter than this many bytes is moved only along with a neighbour.
const MOVABLE: usize = 12;
/// What a sentence weighs beside its bytes when it is told what moved: rather few sentences than few words.
const SENTENCE: usize = 100;

/// A bead before its edits are known: sentence ranges and whether it stands elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Sentences on both sides, never both empty.
    pub sentences: Pair<Range<usize>>,
    /// Whether it left its place.
    pub moved: bool,
}

/// All beads, in old order, those without old sentences by new order behind; together they cover every sentence once.
/// Which of two equally good answers is taken never hangs on the direction: the texts are aligned in the order of their bytes.
pub fn align(documents: Pair<&Document>) -> Vec<Link> {
    if documents.old.text <= documents.new.text {
        return aligned(documents);
    }
    let back = |link: Link| Link { sentences: link.sentences.swap(), ..link };
    aligned(documents.swap()).into_iter().map(back).collect()
}

fn aligned(documents: Pair<&Document>) -> Vec<Link> {
    let prints = Pair::of(prints(documents.old), prints(documents.new));
    let prints = Pair::of(prints.old.as_slice(), prints.new.as_slice());
    let (partner, gaps) = spine(documents, prints);
    let mut links: Vec<Link> = pairs(&partner).map(|(i, j)| link(i..i + 1, j..j + 1, false)).collect();
    let mut taken = Pair::of(vec![false; prints.old.len()], vec![false; prints.new.len()]);
    take(&mut taken, &links);

    let elsewhere = moved_as_they_were(documents, prints, &taken, &gaps);
    take(&mut taken, &elsewhere);
    links.extend(elsewhere);

    let plain = twins(documents, &gaps, &taken);
    take(&mut taken, &plain);
    links.extend(plain);

    let lexicon = Lexicon::of(documents, &left(&taken));
    for gap in &gaps {
        let rest = Pair::of(
            gap.old.clone().filter(|i| !taken.old[*i]).collect(),
            gap.new.clone().filter(|j| !taken.new[*j]).collect(),
        );
        fill(&rest, &lexicon, &mut links);
    }
    take(&mut taken, &links);

    let resembling = resembling(&left(&taken), &lexicon);
    links.extend(resembling.into_iter().map(|(i, j)| link(i..i + 1, j..j + 1, true)));
    take(&mut taken, &links);
    keep_in_place(documents, &mut links);

    let alone = left(&taken);
    links.extend(grouped(documents.old, &alone.old).into_iter().map(|range| link(range, 0..0, false)));
    links.extend(grouped(documents.new, &alone.new).into_iter().map(|range| link(0..0, range, false)));
    links
}

/// What stays is the heaviest chain of links that keeps both orders, by their sentences and bytes; the rest has moved.
fn keep_in_place(documents: Pair<&Document>, links: &mut [Link]) {
    links.sort_unstable_by_key(|link| link.sentences.old.start);
    let bytes = |document: &Document, range: &Range<usize>| {
        document.sentences[range.start].to(document.sentences[range.end - 1]).len()
    };
    let chain: Vec<(usize, usize, u64)> = links
        .iter()
        .map(|link| {
            let weight = bytes(documents.old, &link.sentences.old) + bytes(documents.new, &link.sentences.new);
            (
                link.sentences.old.start,
                link.sentences.new.start,
                (SENTENCE * (link.sentences.old.len() + link.sentences.new.len()) + weight) as u64,
            )
        })
        .collect();
    let mut chain = heaviest_chain(&chain).into_iter().peekable();
    for link in links {
        link.moved = chain.next_if(|(old, _)| *old == link.sentences.old.start).is_none();
    }
}

fn link(old: Range<usize>, new: Range<usize>, moved: bool) -> Link {
    Link { sentences: Pair::of(old, new), moved }
}

fn in_place(sentences: Pair<Range<usize>>) -> Link {
    Link { sentences, moved: false }
}

fn pairs(partner: &[Option<usize>]) -> impl Iterator<Item = (usize, usize)> {
    partner.iter().enumerate().filter_map(|(i, j)| j.map(|j| (i, j)))
}

fn take(taken: &mut Pair<Vec<bool>>, links: &[Link]) {
    for link in links {
        taken.old[link.sentences.old.clone()].fill(true);
        taken.new[link.sentences.new.clone()].fill(true);
    }
}

fn left(taken: &Pair<Vec<bool>>) -> Pair<Vec<usize>> {
    taken.as_ref().map(|side| (0..side.len()).filter(|index| !side[*index]).collect())
}

/// Sentences that stand once on each side, word for word, but not in the same order.
fn moved_as_they_were(
    documents: Pair<&Document>,
    prints: Pair<&[u64]>,
    taken: &Pair<Vec<bool>>,
    gaps: &[Gap],
) -> Vec<Link> {
    let old = gaps.iter().flat_map(|gap| gap.old.clone()).filter(|i| !taken.old[*i]).map(|i| (i, prints.old[i]));
    let new = gaps.iter().flat_map(|gap| gap.new.clone()).filter(|j| !taken.new[*j]).map(|j| (j, prints.new[j]));
    let twins = once_each(old, new);
    let long = |i: usize| documents.old.sentences[i].len() >= MOVABLE;
    let mut moved = Vec::new();
    for (at, (i, j)) in twins.iter().enumerate() {
        let beside = |other: Option<&(usize, usize)>, step: isize| {
            other.is_some_and(|(a, b)| {
                *a as isize == *i as isize + step && *b as isize == *j as isize + step && long(*a)
            })
        };
        let before = at.checked_sub(1).and_then(|at| twins.get(at));
        if long(*i) || beside(before, -1) || beside(twins.get(at + 1), 1) {
            moved.push(link(*i..*i + 1, *j..*j + 1, true));
        }
    }
    moved
}

/// Sentences that are the only ones left in their gap and hardly differ: nothing needs to be weighed there.
fn twins(documents: Pair<&Document>, gaps: &[Gap], taken: &Pair<Vec<bool>>) -> Vec<Link> {
    let mut links = Vec::new();
    for gap in gaps {
        let mut old = gap.old.clone().filter(|i| !taken.old[*i]);
        let mut new = gap.new.clone().filter(|j| !taken.new[*j]);
        if let (Some(i), None, Some(j), None) = (old.next(), old.next(), new.next(), new.next())
            && is_twin(documents.old.sentence(i).as_bytes(), documents.new.sentence(j).as_bytes())
        {
            links.push(link(i..i + 1, j..j + 1, false));
        }
    }
    links
}

/// Whether most of the longer one stands at the beginning and the end of both.
fn is_twin(old: &[u8], new: &[u8]) -> bool {
    let first = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let last = old[first..].iter().rev().zip(new[first..].iter().rev()).take_while(|(a, b)| a == b).count();
    (first + last) as f32 >= TWIN * old.len().max(new.len()) as f32
}

/// Sentences without a partner, those of one block and in a row together.
fn grouped(document: &Document, alone: &[usize]) -> Vec<Range<usize>> {
    let mut groups: Vec<Range<usize>> = Vec::new();
    let mut block = usize::MAX;
    for index in alone {
        let here = document.block_of(*index);
        match groups.last_mut() {
            Some(group) if group.end == *index && here == block => group.end += 1,
            _ => groups.push(*index..*index + 1),
        }
        block = here;
    }
    groups
}

/// Beads between two lists of sentences, in order on both sides.
fn fill(rest: &Pair<Vec<usize>>, lexicon: &Lexicon, links: &mut Vec<Link>) {
    if rest.old.is_empty() || rest.new.is_empty() {
        return;
    }
    if rest.old.len() * rest.new.len() <= CELLS {
        links.extend(beads(Pair::of(&rest.old, &rest.new), lexicon).into_iter().map(in_place));
        return;
    }
    let candidates: Vec<(usize, usize, u64)> =
        resembling(rest, lexicon).into_iter().map(|(i, j)| (i, j, 1 + lexicon.sentences.old[i].total as u64)).collect();
    let (mut a, mut b) = (0, 0);
    let ends = [(usize::MAX, usize::MAX)];
    for (i, j) in heaviest_chain(&candidates).into_iter().chain(ends) {
        let (to_a, to_b) = (rest.old.partition_point(|x| *x < i), rest.new.partition_point(|x| *x < j));
        if (to_a - a) * (to_b - b) <= CELLS {
            let rest = Pair::of(&rest.old[a..to_a], &rest.new[b..to_b]);
            links.extend(beads(rest, lexicon).into_iter().map(in_place));
        }
        if i != usize::MAX {
            links.push(link(i..i + 1, j..j + 1, false));
        }
        (a, b) = (to_a + 1, to_b + 1);
    }
}
