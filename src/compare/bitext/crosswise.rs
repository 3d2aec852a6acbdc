//! What a person has linked crosswise. A path through two texts never goes back, so such sentences are taken out of both, the rest is
//! aligned without them, and they stand as moved.

use std::collections::BTreeSet;
use std::ops::Range;

use super::{Fixed, Known};
use crate::compare::align::Link;
use crate::compare::anchor::heaviest_chain;
use crate::document::{Document, Pair, Side};

/// Two texts without what is linked crosswise.
#[derive(Debug)]
pub struct Crosswise {
    /// What is linked crosswise.
    moved: Vec<Pair<Range<usize>>>,
    /// The sentences of the texts that are aligned.
    pub kept: Pair<Vec<usize>>,
    /// The other links, by the places that their sentences have among those.
    pub fixed: Fixed,
}

impl Crosswise {
    /// Of what is known of two texts, what crosses the heaviest chain of links. A link of a file that does is none.
    pub fn of(known: &Known, documents: Pair<&Document>) -> Self {
        let mut all = known.fixed.over(&known.given).beads;
        let counts = documents.map(|document| document.sentences.len());
        let is_pair = |bead: &Pair<Range<usize>>| {
            let is_within = |side: Side| bead[side].start < bead[side].end && bead[side].end <= counts[side];
            is_within(Side::Old) && is_within(Side::New)
        };
        all.sort_by_key(|bead| (bead.old.start, bead.new.start, bead.old.end, bead.new.end));
        let (mut pairs, alone): (Vec<_>, Vec<_>) = all.into_iter().partition(is_pair);
        pairs.dedup_by_key(|bead| bead.old.start);
        let weight = |bead: &Pair<Range<usize>>| {
            (documents.old.cover(&bead.old).len() + documents.new.cover(&bead.new).len()) as u64 + 1
        };
        let starts: Vec<(usize, usize)> = pairs.iter().map(|bead| (bead.old.start, bead.new.start)).collect();
        let chain: BTreeSet<(usize, usize)> = heaviest_chain(&starts, |at| weight(&pairs[at])).into_iter().collect();
        let (mut fixed, crossing): (Vec<_>, Vec<_>) =
            pairs.into_iter().partition(|bead| chain.contains(&(bead.old.start, bead.new.start)));
        fixed.extend(alone);
        let mut moved: Vec<Pair<Range<usize>>> = Vec::new();
        for bead in crossing {
            if known.fixed.beads.contains(&bead) && !fixed.iter().chain(&moved).any(|other| touch(other, &bead)) {
                moved.push(bead);
            }
        }
        let is_moved = |side: Side, at: &usize| moved.iter().any(|bead| bead[side].contains(at));
        let is_kept = |side: Side| (0..counts[side]).filter(|at| !is_moved(side, at)).collect::<Vec<usize>>();
        let kept = Pair::of(is_kept(Side::Old), is_kept(Side::New));
        let beads = fixed.iter().map(|bead| Pair::of(placed(&kept.old, &bead.old), placed(&kept.new, &bead.new)));
        let fixed = Fixed { beads: beads.collect() };
        Self { fixed, moved, kept }
    }

    /// All links, from a path through what is kept. Where sentences were taken out of the midst of a bead, its longest part stays. What
    /// stands alone beside a moved bead on both sides, and as often in both blocks, goes with it.
    pub fn links(self, documents: Pair<&Document>, path: impl Iterator<Item = Pair<Range<usize>>>) -> Vec<Link> {
        let Self { mut moved, kept, fixed } = self;
        let link = |sentences| Link { sentences, moved: false };
        if moved.is_empty() {
            return path.map(link).collect();
        }
        let (mut links, mut alone) = (Vec::new(), Pair::<BTreeSet<usize>>::default());
        for bead in path {
            let is_given = fixed.beads.contains(&bead);
            let (old, apart_old) = parted(&kept.old, bead.old);
            let (new, apart_new) = parted(&kept.new, bead.new);
            alone.old.extend(apart_old.into_iter().flatten());
            alone.new.extend(apart_new.into_iter().flatten());
            match (old.is_empty(), new.is_empty()) {
                (_, true) if !is_given => alone.old.extend(old),
                (true, _) if !is_given => alone.new.extend(new),
                _ => links.push(link(Pair::of(old, new))),
            }
        }
        for bead in moved.clone() {
            moved.extend(companions(documents, &bead, &mut alone));
        }
        links.extend(moved.into_iter().map(|sentences| Link { sentences, moved: true }));
        links.extend(alone.old.into_iter().map(|at| link(Pair::of(at..at + 1, 0..0))));
        links.extend(alone.new.into_iter().map(|at| link(Pair::of(0..0, at..at + 1))));
        links
    }
}

/// The sentences behind and before a moved bead that go with it, one by one; they stand alone no more.
fn companions(
    documents: Pair<&Document>,
    bead: &Pair<Range<usize>>,
    alone: &mut Pair<BTreeSet<usize>>,
) -> Vec<Pair<Range<usize>>> {
    let block = |side: Side, at: usize| documents[side].blocks[documents[side].block_of(at)].sentences.clone();
    let behind = |side: Side| run(&alone[side], bead[side].end..block(side, bead[side].end - 1).end);
    let before = |side: Side| run(&alone[side], (block(side, bead[side].start).start..bead[side].start).rev());
    let runs = [(behind(Side::Old), behind(Side::New)), (before(Side::Old), before(Side::New))];
    let mut found = Vec::new();
    for (old, new) in runs.into_iter().filter(|(old, new)| old.len() == new.len()) {
        for (old, new) in old.into_iter().zip(new) {
            alone.old.remove(&old);
            alone.new.remove(&new);
            found.push(Pair::of(old..old + 1, new..new + 1));
        }
    }
    found
}

/// Whether two links share a sentence.
fn touch(one: &Pair<Range<usize>>, other: &Pair<Range<usize>>) -> bool {
    let meet = |a: &Range<usize>, b: &Range<usize>| a.start < b.end && b.start < a.end;
    meet(&one.old, &other.old) || meet(&one.new, &other.new)
}

/// The first of these sentences, as long as they stand alone.
fn run(alone: &BTreeSet<usize>, sentences: impl Iterator<Item = usize>) -> Vec<usize> {
    sentences.take_while(|at| alone.contains(at)).collect()
}

/// The places that sentences have among those that are kept; what is beyond the text stays beyond.
fn placed(kept: &[usize], sentences: &Range<usize>) -> Range<usize> {
    let beyond = |at: usize| at.saturating_sub(kept.last().map_or(0, |last| last + 1));
    let place = |at: usize| kept.partition_point(|sentence| *sentence < at) + beyond(at);
    place(sentences.start)..place(sentences.end)
}

/// The longest run of the sentences in these places, and the other runs; an empty run in its place where there are none.
fn parted(kept: &[usize], places: Range<usize>) -> (Range<usize>, Vec<Range<usize>>) {
    let sentences = kept.get(places.clone()).unwrap_or_default();
    let runs = sentences.chunk_by(|a, b| a + 1 == *b).map(|run| run[0]..run[run.len() - 1] + 1);
    let mut runs: Vec<Range<usize>> = runs.collect();
    let longest = (0..runs.len()).max_by_key(|at| (runs[*at].len(), usize::MAX - at));
    let at = kept.get(places.start).copied().unwrap_or(kept.last().map_or(0, |last| last + 1));
    (longest.map_or(at..at, |at| runs.remove(at)), runs)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::{Options, read};

    /// The links of five sentences and five, two of each in the second block, from fixed beads and a path of pairs through the rest.
    #[track_caller]
    fn check(fixed: &[(usize, usize)], path: &[(Range<usize>, Range<usize>)], expected: &str) {
        let document = || read("a.txt", b"One.\n\nTwo. Three.\n\nFour. Five.\n", &Options::default()).expect("a text");
        let documents = Pair::of(document(), document()).map(|mut document| {
            document.cut(|_| false);
            document
        });
        let beads = fixed.iter().map(|(old, new)| Pair::of(*old..old + 1, *new..new + 1)).collect();
        let known = Known { fixed: Fixed { beads }, ..Known::default() };
        let crosswise = Crosswise::of(&known, documents.as_ref());
        let path = path.iter().map(|(old, new)| Pair::of(old.clone(), new.clone()));
        let mut links = crosswise.links(documents.as_ref(), path);
        links.sort_by_key(|link| (link.sentences.old.is_empty(), link.sentences.old.start, link.sentences.new.start));
        let shown = |link: &Link| {
            let side = |range: &Range<usize>| if range.is_empty() { String::new() } else { format!("{range:?}") };
            let star = if link.moved { "*" } else { "" };
            format!("{}={}{star}", side(&link.sentences.old), side(&link.sentences.new))
        };
        assert_eq!(links.iter().map(shown).collect::<Vec<_>>().join(" "), expected);
    }

    /// The places in a path are among what is kept where the fourth old sentence and the second new one moved.
    const CROSSING: &[(usize, usize)] = &[(1, 3), (3, 1)];

    #[test]
    fn what_crosses_stands_as_moved() {
        let path = [(0..1, 0..1), (1..1, 1..2), (1..2, 2..3), (2..3, 3..3), (3..4, 3..4)];
        check(CROSSING, &path, "0..1=0..1 1..2=3..4 2..3= 3..4=1..2* 4..5=4..5 =2..3");
        let path = [(0..1, 0..1), (1..2, 1..2), (2..3, 2..3), (3..4, 3..4), (4..5, 4..5)];
        check(&[(1, 1), (3, 3)], &path, "0..1=0..1 1..2=1..2 2..3=2..3 3..4=3..4 4..5=4..5");
    }

    #[test]
    fn what_stands_alone_beside_it_goes_with_it() {
        let path = [(0..1, 0..1), (1..1, 1..2), (1..2, 2..3), (2..3, 3..4), (3..4, 4..4)];
        check(CROSSING, &path, "0..1=0..1 1..2=3..4 2..3=4..5 3..4=1..2* 4..5=2..3*");
    }

    #[test]
    fn a_bead_does_not_reach_over_what_was_taken_out() {
        let path = [(0..1, 0..1), (1..1, 1..2), (1..2, 2..3), (2..4, 3..4)];
        check(&[(1, 3), (3, 1)], &path, "0..1=0..1 1..2=3..4 2..3=4..5 3..4=1..2* 4..5=2..3*");
    }
}
