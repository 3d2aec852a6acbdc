//! Which sentences belong together: the spine, then beads over the gaps by dynamic programming (Gale and Church 1993), scored by
//! the weight of the words they share, then moves among what is left over.

use std::ops::Range;

use super::anchor::{Gap, heaviest_chain, once_each, spine};
use super::moves::resembling;
use super::terms::{Lexicon, Terms, joined, likeness, prints, shared};
use crate::document::{Document, Pair};

/// How alike two sentences must be to belong together in their place (0 to 1).
const ALIKE: f32 = 0.2;
/// What a bead of more than two sentences must gain over simpler ones.
const JOINT: f32 = 0.06;
/// The part of each sentence's own weight that a joint bead must share with the other side.
const PART: f32 = 0.3;
/// The most cells (old times new sentences) that are compared each with each.
const CELLS: usize = 40_000;
/// A sentence shorter than this many bytes is moved only along with a neighbour.
const MOVABLE: usize = 12;

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

    let alone = left(&taken);
    links.extend(grouped(documents.old, &alone.old).into_iter().map(|range| link(range, 0..0, false)));
    links.extend(grouped(documents.new, &alone.new).into_iter().map(|range| link(0..0, range, false)));
    links
}

fn link(old: Range<usize>, new: Range<usize>, moved: bool) -> Link {
    Link { sentences: Pair::of(old, new), moved }
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
        return beads(&rest.old, &rest.new, lexicon, links);
    }
    let candidates: Vec<(usize, usize, u64)> =
        resembling(rest, lexicon).into_iter().map(|(i, j)| (i, j, 1 + lexicon.sentences.old[i].total as u64)).collect();
    let (mut a, mut b) = (0, 0);
    let ends = [(usize::MAX, usize::MAX)];
    for (i, j) in heaviest_chain(&candidates).into_iter().chain(ends) {
        let (to_a, to_b) = (rest.old.partition_point(|x| *x < i), rest.new.partition_point(|x| *x < j));
        if (to_a - a) * (to_b - b) <= CELLS {
            beads(&rest.old[a..to_a], &rest.new[b..to_b], lexicon, links);
        }
        if i != usize::MAX {
            links.push(link(i..i + 1, j..j + 1, false));
        }
        (a, b) = (to_a + 1, to_b + 1);
    }
}

/// The shapes of beads, old by new sentences.
const SHAPES: [(usize, usize); 6] = [(1, 1), (1, 2), (2, 1), (1, 3), (3, 1), (2, 2)];

/// Beads by dynamic programming over every cell.
fn beads(old: &[usize], new: &[usize], lexicon: &Lexicon, links: &mut Vec<Link>) {
    if old.is_empty() || new.is_empty() {
        return;
    }
    let width = new.len() + 1;
    let mut best = vec![0.0_f32; (old.len() + 1) * width];
    let mut shape = vec![(0_u8, 0_u8); best.len()];
    for i in 0..=old.len() {
        for j in 0..=new.len() {
            let here = i * width + j;
            if i > 0 {
                (best[here], shape[here]) = (best[here - width], (1, 0));
            }
            if j > 0 && (i == 0 || best[here - 1] > best[here]) {
                (best[here], shape[here]) = (best[here - 1], (0, 1));
            }
            for (n, m) in SHAPES {
                if i >= n && j >= m {
                    let score = worth(&old[i - n..i], &new[j - m..j], lexicon);
                    let total = best[here - n * width - m] + score;
                    if score > 0.0 && total > best[here] {
                        (best[here], shape[here]) = (total, (n as u8, m as u8));
                    }
                }
            }
        }
    }
    let (mut i, mut j) = (old.len(), new.len());
    while i > 0 || j > 0 {
        let (n, m) = shape[i * width + j];
        let (n, m) = (n as usize, m as usize);
        if n > 0 && m > 0 {
            links.push(link(old[i - n]..old[i - 1] + 1, new[j - m]..new[j - 1] + 1, false));
        }
        (i, j) = (i - n, j - m);
        if n + m == 0 {
            break;
        }
    }
}

/// What a bead of these sentences is worth; not above 0 where they do not belong together.
fn worth(old: &[usize], new: &[usize], lexicon: &Lexicon) -> f32 {
    let (a, b) = (&lexicon.sentences.old, &lexicon.sentences.new);
    if let ([i], [j]) = (old, new) {
        return likeness(&a[*i], &b[*j]) - ALIKE;
    }
    let in_a_row = |side: &[usize]| side.windows(2).all(|two| two[1] == two[0] + 1);
    if !in_a_row(old) || !in_a_row(new) {
        return 0.0;
    }
    let whole = Pair::of(together(old, a), together(new, b));
    let has_part = |terms: &Terms, other: &Terms| shared(terms, other) >= PART * terms.total;
    if !old.iter().all(|i| has_part(&a[*i], &whole.new)) || !new.iter().all(|j| has_part(&b[*j], &whole.old)) {
        return 0.0;
    }
    likeness(&whole.old, &whole.new) - ALIKE - JOINT * (old.len() + new.len() - 2) as f32
}

fn together(sentences: &[usize], terms: &[Terms]) -> Terms {
    sentences.iter().fold(Terms::default(), |sum, index| joined(&sum, &terms[*index]))
}
