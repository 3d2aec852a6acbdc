//! Which sentences belong together: blocks that stand unchanged, the spine of the sentences between them, then beads over the gaps,
//! then moves among what is left over.

use std::ops::Range;

use super::Detail;
use super::along::{along, twins_along, within};
use super::anchor::{Gap, heaviest_chain, spine};
use super::beads::beads;
use super::blocks::{Kept, kept};
use super::cells::is_rule;
use super::ends::ends;
use super::heads::{headed, with_what_they_head};
use super::moves::{elsewhere, keep_in_place, resembling, resembling_blocks};
use super::numbering::head_of;
use super::referred::by_references;
use super::terms::{Lexicon, alone, likeness, print};
use crate::document::{BlockKind, Document, Pair, Side, Span};

/// The most cells (old times new sentences) that are compared each with each.
const CELLS: usize = 40_000;
/// The part of a sentence that its twin repeats at both ends.
const TWIN: f32 = 0.6;
/// The part that makes a neighbour a rival for a twin.
const RIVAL: f32 = 0.4;
/// How many sentences of both sides may be passed over to the next twins, the fewest first.
const PASSED: [(usize, usize); 9] = [(0, 0), (0, 1), (1, 0), (1, 1), (0, 2), (2, 0), (1, 2), (2, 1), (2, 2)];
/// In a sentence of fewer bytes, the number that its block bears counts for much.
const HEADED: usize = 100;
/// A sentence of fewer bytes is hardly ever split off another.
const SPLIT_OFF: usize = 12;

/// How alike the only sentences left over between two links must be (0 to 1).
const REWRITTEN: f32 = 0.15;
/// The same where each is a block of its own.
const REPLACED: f32 = 0.02;

/// A bead before its edits are known: sentence ranges and whether it stands elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Sentences on both sides, never both empty.
    pub sentences: Pair<Range<usize>>,
    /// Whether it left its place.
    pub moved: bool,
}

/// Cuts the documents into sentences, as far as the detail asks for, and gives all beads; together they cover every sentence once.
/// What is given stands among them as it is, and what crosses it is a move; only all sentences can be asked for then.
/// Which of two equally good answers is taken never hangs on the direction: the texts are aligned in the order of their bytes.
pub fn align(documents: &mut Pair<Document>, detail: Detail, mut given: Vec<Pair<Range<usize>>>) -> Vec<Link> {
    let is_turned = documents.old.text > documents.new.text;
    if is_turned {
        std::mem::swap(&mut documents.old, &mut documents.new);
        given.iter_mut().for_each(|bead| std::mem::swap(&mut bead.old, &mut bead.new));
    }
    let detail = if given.is_empty() { detail } else { Detail::All };
    let mut links = aligned(documents, detail, &given);
    if is_turned {
        std::mem::swap(&mut documents.old, &mut documents.new);
        links.iter_mut().for_each(|link| std::mem::swap(&mut link.sentences.old, &mut link.sentences.new));
    }
    links
}

fn aligned(documents: &mut Pair<Document>, detail: Detail, given: &[Pair<Range<usize>>]) -> Vec<Link> {
    let given = &fitting(documents, given);
    let blocks = kept(documents.as_ref(), given);
    let is_whole = |matched: &[bool], block: usize| detail == Detail::Changed && matched[block];
    documents.old.cut(|block| is_whole(&blocks.matched.old, block));
    if detail == Detail::All {
        let partners = blocks.partners();
        documents.new.cut_as(&documents.old, |block| partners[block]);
    } else {
        documents.new.cut(|block| is_whole(&blocks.matched.new, block));
    }
    let documents = documents.as_ref();
    let mut taken = documents.map(|document| vec![false; document.sentences.len()]);
    let of = |sentences: &Pair<Range<usize>>| Link { sentences: sentences.clone(), moved: false };
    let (mut links, apart): (Vec<Link>, Vec<Link>) =
        given.iter().map(of).partition(|link| !link.sentences.old.is_empty() && !link.sentences.new.is_empty());
    take(&mut taken, &links);
    take(&mut taken, &apart);
    add(&mut links, &mut taken, of_blocks(documents, &blocks, detail));
    let (same, gaps) = between(documents, &blocks, &taken, given);
    add(&mut links, &mut taken, same);
    let plain = twins(documents, &gaps, &taken);
    add(&mut links, &mut taken, plain);
    twins_along(documents, &gaps, &mut links, &mut taken);

    let lexicon = Lexicon::of(documents, &left(&taken));
    let mut filled = Vec::new();
    for gap in &gaps {
        let rest = Pair::of(
            gap.old.clone().filter(|i| !taken.old[*i]).collect(),
            gap.new.clone().filter(|j| !taken.new[*j]).collect(),
        );
        fill(&rest, &lexicon, &mut filled);
    }
    add(&mut links, &mut taken, filled);
    let mut elsewhere = Vec::new();
    for block in resembling_blocks(documents, &taken, &lexicon) {
        fill(&block.map(Iterator::collect), &lexicon, &mut elsewhere);
    }
    add(&mut links, &mut taken, elsewhere);
    let resembling = resembling(&left(&taken), &lexicon).into_iter().map(single).collect();
    add(&mut links, &mut taken, resembling);
    with_what_they_head(documents, given, &mut links, &mut taken);
    keep_in_place(documents, &mut links);
    let along = along(documents, &links, &taken, &lexicon);
    add(&mut links, &mut taken, along);
    let rewritten = rewritten(documents, &links, &taken, &lexicon);
    add(&mut links, &mut taken, rewritten);
    within(documents, &mut links, &mut taken);
    by_references(documents, given, &mut links, &mut taken);

    for link in apart {
        taken.old[link.sentences.old].fill(false);
        taken.new[link.sentences.new].fill(false);
    }
    let left = left(&taken);
    links.extend(grouped(documents.old, &left.old).into_iter().map(|range| link(range, 0..0)));
    links.extend(grouped(documents.new, &left.new).into_iter().map(|range| link(0..0, range)));
    links
}

/// Cuts the documents where something is given; the beads given that lie in them and have no sentence of one before them.
fn fitting(documents: &mut Pair<Document>, given: &[Pair<Range<usize>>]) -> Vec<Pair<Range<usize>>> {
    if given.is_empty() {
        return Vec::new();
    }
    documents.old.cut(|_| false);
    documents.new.cut(|_| false);
    let mut taken = documents.as_ref().map(|document| vec![false; document.sentences.len()]);
    let mut fitting = given.to_vec();
    fitting.retain(|bead| {
        let is_free =
            |taken: &[bool], side: &Range<usize>| taken.get(side.clone()).is_some_and(|all| !all.contains(&true));
        let fits = is_free(&taken.old, &bead.old) && is_free(&taken.new, &bead.new);
        if fits {
            taken.old[bead.old.clone()].fill(true);
            taken.new[bead.new.clone()].fill(true);
        }
        fits
    });
    fitting
}

fn link(old: Range<usize>, new: Range<usize>) -> Link {
    Link { sentences: Pair::of(old, new), moved: false }
}

fn single((i, j): (usize, usize)) -> Link {
    link(i..i + 1, j..j + 1)
}

fn take(taken: &mut Pair<Vec<bool>>, links: &[Link]) {
    for link in links {
        taken.old[link.sentences.old.clone()].fill(true);
        taken.new[link.sentences.new.clone()].fill(true);
    }
}

fn add(links: &mut Vec<Link>, taken: &mut Pair<Vec<bool>>, more: Vec<Link>) {
    take(taken, &more);
    links.extend(more);
}

fn left(taken: &Pair<Vec<bool>>) -> Pair<Vec<usize>> {
    taken.as_ref().map(|side| (0..side.len()).filter(|index| !side[*index]).collect())
}

/// The links of blocks that stand unchanged: sentence by sentence, or a stretch of blocks at once where these are not cut and white space
/// is the same too; all of a block together where its words are cut in another way (lines re-wrapped).
fn of_blocks(documents: Pair<&Document>, blocks: &Kept, detail: Detail) -> Vec<Link> {
    let mut links: Vec<Link> = Vec::new();
    for (i, j) in &blocks.pairs {
        let (old, new) = (documents.old.blocks[*i].sentences.clone(), documents.new.blocks[*j].sentences.clone());
        let is_same = |(i, j)| {
            let Pair { old, new } = Pair::of(documents.old.sentence(i), documents.new.sentence(j));
            old == new || print(old) == print(new)
        };
        if detail == Detail::Changed {
            match links.last_mut().filter(|last| goes_on(documents, last, &old, &new)) {
                Some(last) => {
                    last.sentences = Pair::of(last.sentences.old.start..old.end, last.sentences.new.start..new.end)
                }
                None => links.push(link(old, new)),
            }
        } else if old.len() == new.len() && old.clone().zip(new.clone()).all(is_same) {
            links.extend(old.zip(new).map(single));
        } else {
            links.push(link(old, new));
        }
    }
    links
}

/// Whether these sentences follow a link's on both sides, and everything from the last sentence of the link on is the same to the byte.
fn goes_on(documents: Pair<&Document>, last: &Link, old: &Range<usize>, new: &Range<usize>) -> bool {
    let Pair { old: before_old, new: before_new } = &last.sentences;
    let from = |document: &Document, before: usize, to: &Range<usize>| {
        let (first, last) = (document.sentences[before], document.sentences[to.end - 1]);
        first.to(last)
    };
    before_old.end == old.start && before_new.end == new.start && !is_set_in_anew(documents, last) && {
        let old = from(documents.old, before_old.end - 1, old).of(&documents.old.text);
        old == from(documents.new, before_new.end - 1, new).of(&documents.new.text)
    }
}

/// Whether a link begins with an item of a list before which other white space stands: it may lie deeper, and is an edit then.
fn is_set_in_anew(documents: Pair<&Document>, link: &Link) -> bool {
    let before = |document: &'_ Document, first: usize| {
        let block = document.blocks.get(document.block_of(first));
        let is_item = block.is_some_and(|block| block.kind == BlockKind::ListItem);
        let from = first.checked_sub(1).map_or(0, |last| document.sentences[last].end);
        is_item.then(|| Span::new(from, document.sentences[first].start))
    };
    let Pair { old, new } = &link.sentences;
    let gaps = Pair::of(before(documents.old, old.start), before(documents.new, new.start));
    gaps.old.map(|gap| gap.of(&documents.old.text)) != gaps.new.map(|gap| gap.of(&documents.new.text))
}

/// The links of sentences that stand unchanged between those blocks, in their place or elsewhere; and the gaps that remain.
fn between(
    documents: Pair<&Document>,
    blocks: &Kept,
    taken: &Pair<Vec<bool>>,
    given: &[Pair<Range<usize>>],
) -> (Vec<Link>, Vec<Gap>) {
    let mut prints = documents.map(|document| vec![0; document.sentences.len()]);
    let gaps: Vec<Gap> = blocks.gaps.iter().map(|gap| sentences(documents, gap)).collect();
    for gap in &gaps {
        gap.old.clone().for_each(|i| prints.old[i] = headed(documents.old, i, Document::sentence));
        gap.new.clone().for_each(|j| prints.new[j] = headed(documents.new, j, Document::sentence));
    }
    // What is given is like nothing else.
    given.iter().flat_map(|bead| bead.old.clone()).for_each(|i| prints.old[i] = alone(i, Side::Old));
    given.iter().flat_map(|bead| bead.new.clone()).for_each(|j| prints.new[j] = alone(j, Side::New));
    let prints = Pair::of(prints.old.as_slice(), prints.new.as_slice());
    let spine = spine(prints, gaps, |_| 1);
    // A block that moved takes its sentences along.
    let is_free = |(i, j): &(usize, usize)| !taken.old[*i] && !taken.new[*j];
    let mut links: Vec<Link> = spine.fixed.iter().copied().filter(is_free).map(single).collect();
    let old = spine.gaps.iter().flat_map(|gap| gap.old.clone()).filter(|i| !taken.old[*i]);
    let new = spine.gaps.iter().flat_map(|gap| gap.new.clone()).filter(|j| !taken.new[*j]);
    let moved = elsewhere(prints, &Pair::of(old.collect(), new.collect()), |i| documents.old.sentences[i].len());
    links.extend(moved.into_iter().map(single));
    (links, spine.gaps)
}

/// The sentences of a stretch of blocks.
fn sentences(documents: Pair<&Document>, blocks: &Gap) -> Gap {
    let of = |document: &Document, blocks: &Range<usize>| {
        let end = |block: usize| document.blocks.get(block).map_or(document.sentences.len(), |b| b.sentences.start);
        end(blocks.start)..end(blocks.end)
    };
    Pair::of(of(documents.old, &blocks.old), of(documents.new, &blocks.new))
}

/// Sentences of a gap that hardly differ, from its start on and then from its end: nothing needs to be weighed there.
fn twins(documents: Pair<&Document>, gaps: &[Gap], taken: &Pair<Vec<bool>>) -> Vec<Link> {
    let mut links = Vec::new();
    for gap in gaps {
        let old: Vec<usize> = gap.old.clone().filter(|i| !taken.old[*i]).collect();
        let new: Vec<usize> = gap.new.clone().filter(|j| !taken.new[*j]).collect();
        let before = gap.as_ref().map(|side| side.start as isize - 1);
        let rest = twins_in_a_row(documents, Pair::of(&old, &new), before, &mut links);
        let back = |side: &[usize], from: usize| side[from..].iter().rev().copied().collect::<Vec<usize>>();
        let (old, new) = (back(&old, rest.old), back(&new, rest.new));
        let behind = gap.as_ref().map(|side| side.end as isize);
        twins_in_a_row(documents, Pair::of(&old, &new), behind, &mut links);
    }
    links
}

/// Adds the links of twins in the order given, a few sentences without a twin passed over; how many of both sides are done. `last` are
/// the two sentences before the first that belong together.
fn twins_in_a_row(
    documents: Pair<&Document>,
    sentences: Pair<&[usize]>,
    mut last: Pair<isize>,
    links: &mut Vec<Link>,
) -> Pair<usize> {
    let at =
        |place: Pair<usize>| Pair::of(sentences.old.get(place.old).copied(), sentences.new.get(place.new).copied());
    let mut done = Pair::of(0, 0);
    loop {
        let are_alone = sentences.old.len() == done.old + 1 && sentences.new.len() == done.new + 1;
        let next = PASSED.iter().map(|(i, j)| Pair::of(done.old + i, done.new + j)).find(|place| {
            let (here, beside) = (at(*place), at(Pair::of(place.old + 1, place.new + 1)));
            let touches = |index: Option<usize>, last: isize| index.is_some_and(|i| last.abs_diff(i as isize) == 1);
            let touch = touches(here.old, last.old) && touches(here.new, last.new);
            are_twins(documents, here, beside, (are_alone, touch))
        });
        let Some(place) = next else { return done };
        let (i, j) = (sentences.old[place.old], sentences.new[place.new]);
        links.push(single((i, j)));
        last = Pair::of(i as isize, j as isize);
        done = Pair::of(place.old + 1, place.new + 1);
    }
}

/// Whether two sentences are sure to belong together: most of the longer one stands at the beginning and the end of both, no sentence
/// can have been split off unless they are alone, and neither is as like to the one beside the other. Where they touch two that belong
/// together, the one beside must be more like: of equal clauses, each goes with what heads it.
pub(super) fn are_twins(
    documents: Pair<&Document>,
    here: Pair<Option<usize>>,
    beside: Pair<Option<usize>>,
    (are_alone, touch): (bool, bool),
) -> bool {
    let (Some(i), Some(j)) = (here.old, here.new) else { return false };
    let lengths = Pair::of(documents.old.sentences[i].len(), documents.new.sentences[j].len());
    if !are_alone && lengths.old.abs_diff(lengths.new) > SPLIT_OFF {
        return false;
    }
    let alike = |i: Option<usize>, j: Option<usize>| match (i, j) {
        (Some(i), Some(j)) => shared_ends(words(documents.old, i), words(documents.new, j)),
        _ => 0.0,
    };
    let own = alike(here.old, here.new);
    let is_no_rival = |other: f32| other < RIVAL || touch && other <= own;
    own >= TWIN && is_no_rival(alike(here.old, beside.new)) && is_no_rival(alike(beside.old, here.new))
}

/// A sentence without its head, where that makes up much of it.
fn words(document: &Document, index: usize) -> &[u8] {
    let sentence = document.sentence(index);
    let head = if sentence.len() < HEADED { head_of(document, index) } else { None };
    &sentence.as_bytes()[head.map_or(0, |head| head.end)..]
}

/// The part of the longer one that stands at the beginning and the end of both, 0 to 1.
fn shared_ends(old: &[u8], new: &[u8]) -> f32 {
    let (first, last) = ends(old, new);
    (first + last) as f32 / old.len().max(new.len()).max(1) as f32
}

/// The only sentences left over between the same neighbours: one was put in the place of the other where they share at least something,
/// and hardly that where each is a block of its own. The links are in old order.
fn rewritten(documents: Pair<&Document>, links: &[Link], taken: &Pair<Vec<bool>>, lexicon: &Lexicon) -> Vec<Link> {
    let mut found = Vec::new();
    let mut from = Pair::of(0, 0);
    let ends = taken.as_ref().map(|side| side.len()..side.len());
    for place in links.iter().filter(|link| !link.moved).map(|link| &link.sentences).chain([&ends]) {
        let mut old = (from.old..place.old.start).filter(|i| !taken.old[*i]);
        let mut new = (from.new..place.new.start).filter(|j| !taken.new[*j]);
        if let (Some(i), None, Some(j), None) = (old.next(), old.next(), new.next(), new.next()) {
            let is_block =
                |document: &Document, index: usize| document.blocks[document.block_of(index)].sentences.len() == 1;
            let least = if is_block(documents.old, i) && is_block(documents.new, j) { REPLACED } else { REWRITTEN };
            // A head that says something else is the same over what is the same.
            let is_above = |index: usize, below: &Range<usize>| index + 1 == below.start && !below.is_empty();
            let is_over_same = is_above(i, &place.old) && is_above(j, &place.new);
            let are_heads = || head_of(documents.old, i).is_some() && head_of(documents.new, j).is_some();
            let are_rules = || is_rule(documents.old.sentence(i)) && is_rule(documents.new.sentence(j));
            let is_like = likeness(&lexicon.of_old(i), &lexicon.of_new(j)) >= least;
            if is_like || is_over_same && are_heads() || are_rules() {
                found.push(single((i, j)));
            }
        }
        from = place.as_ref().map(|range| range.end);
    }
    found
}

/// Sentences without a partner, those of one block and in a row together.
fn grouped(document: &Document, alone: &[usize]) -> Vec<Range<usize>> {
    let follows = |a: &usize, b: &usize| *b == a + 1 && document.block_of(*a) == document.block_of(*b);
    alone.chunk_by(follows).map(|group| group[0]..group[group.len() - 1] + 1).collect()
}

/// Beads between two lists of sentences, in order on both sides.
fn fill(rest: &Pair<Vec<usize>>, lexicon: &Lexicon, links: &mut Vec<Link>) {
    if rest.old.is_empty() || rest.new.is_empty() {
        return;
    }
    let of = |sentences: Pair<Range<usize>>| Link { sentences, moved: false };
    if rest.old.len() * rest.new.len() <= CELLS {
        links.extend(beads(Pair::of(&rest.old, &rest.new), lexicon).into_iter().map(of));
        return;
    }
    let candidates = resembling(rest, lexicon);
    let weight = |index: usize| 1 + lexicon.of_old(candidates[index].0).total as u64;
    let (mut a, mut b) = (0, 0);
    let ends = [(usize::MAX, usize::MAX)];
    for (i, j) in heaviest_chain(&candidates, weight).into_iter().chain(ends) {
        let (to_a, to_b) = (rest.old.partition_point(|x| *x < i), rest.new.partition_point(|x| *x < j));
        if (to_a - a) * (to_b - b) <= CELLS {
            let rest = Pair::of(&rest.old[a..to_a], &rest.new[b..to_b]);
            links.extend(beads(rest, lexicon).into_iter().map(of));
        }
        if i != usize::MAX {
            links.push(single((i, j)));
        }
        (a, b) = (to_a + 1, to_b + 1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::{Options, read};

    #[test]
    fn of_equal_clauses_each_goes_with_what_heads_it() {
        let text = |lots: [&str; 3], days: u8| {
            let lot = |name| format!("{name}\n\nThe Supplier shall pay the fee within {days} days.\n\n");
            read("a.txt", lots.map(lot).concat().as_bytes(), &Options::default()).expect("a text")
        };
        let [pumps, valves, parts] = ["Pumps for the northern district", "Valves for the harbour", "Control units"];
        for lots in [[pumps, valves, parts], [valves, pumps, parts], [parts, pumps, valves], [parts, valves, pumps]] {
            let mut documents = Pair::of(text([pumps, valves, parts], 30), text(lots, 45));
            let links = align(&mut documents, Detail::All, Vec::new());
            let partner = |old: usize| links.iter().find(|link| link.sentences.old.start == old);
            for head in [0, 2, 4] {
                let new = partner(head).map(|link| link.sentences.new.start);
                let below = partner(head + 1).map(|link| link.sentences.new.start);
                assert_eq!(below, new.map(|new| new + 1), "{lots:?}: {links:?}");
            }
        }
    }
}
