//! What a person has linked by hand: the rest is aligned around it.

use std::ops::Range;

use crate::document::Pair;

/// Links that are given, not found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fixed {
    /// Sentences that belong together; an empty side = left out or added.
    pub beads: Vec<Pair<Range<usize>>>,
}

/// A stretch of both texts: one bead that is given, or one to be aligned by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// Its sentences.
    pub sentences: Pair<Range<usize>>,
    /// Whether it is a bead that is given.
    pub is_fixed: bool,
}

impl Fixed {
    /// These links, and of others those that have no sentence in common with them.
    pub fn over(&self, others: &Self) -> Self {
        let touch = |a: &Range<usize>, b: &Range<usize>| a.start < b.end && b.start < a.end;
        let is_free = |bead: &&Pair<Range<usize>>| {
            !self.beads.iter().any(|fixed| touch(&fixed.old, &bead.old) || touch(&fixed.new, &bead.new))
        };
        let mut all = self.clone();
        all.beads.extend(others.beads.iter().filter(is_free).cloned());
        all
    }

    /// The stretches of two texts, in order; they cover all sentences. What crosses or overlaps something before it, or reaches
    /// beyond the texts, does not count.
    pub fn stretches(&self, whole: &Pair<Range<usize>>) -> Vec<Stretch> {
        let mut given = self.beads.clone();
        given.sort_by_key(|bead| (bead.old.start, bead.new.start, bead.old.end, bead.new.end));
        let mut stretches = Vec::new();
        let mut at = Pair::of(whole.old.start, whole.new.start);
        for bead in given {
            let fits = |bead: &Range<usize>, at: usize, end: usize| {
                at <= bead.start && bead.start <= bead.end && bead.end <= end
            };
            if !fits(&bead.old, at.old, whole.old.end) || !fits(&bead.new, at.new, whole.new.end) {
                continue;
            }
            push(&mut stretches, Pair::of(at.old..bead.old.start, at.new..bead.new.start), false);
            at = Pair::of(bead.old.end, bead.new.end);
            push(&mut stretches, bead, true);
        }
        push(&mut stretches, Pair::of(at.old..whole.old.end, at.new..whole.new.end), false);
        stretches
    }
}

impl Stretch {
    /// The stretches before a place and those behind it; a bead that is given is never parted, but goes to those before.
    pub fn split(stretches: &[Self], at: Pair<usize>) -> (Vec<Self>, Vec<Self>) {
        let (mut before, mut behind) = (Vec::new(), Vec::new());
        for stretch in stretches {
            let Pair { old, new } = &stretch.sentences;
            let is_before = |range: &Range<usize>, at: usize| range.start < at || range.is_empty();
            if stretch.is_fixed {
                let to = if is_before(old, at.old) && is_before(new, at.new) { &mut before } else { &mut behind };
                to.push(stretch.clone());
            } else {
                let at = Pair::of(at.old.clamp(old.start, old.end), at.new.clamp(new.start, new.end));
                push(&mut before, Pair::of(old.start..at.old, new.start..at.new), false);
                push(&mut behind, Pair::of(at.old..old.end, at.new..new.end), false);
            }
        }
        (before, behind)
    }

    /// What some stretches in a row cover.
    pub fn covered(stretches: &[Self]) -> Pair<Range<usize>> {
        let (Some(first), Some(last)) = (stretches.first(), stretches.last()) else { return Pair::default() };
        let range = |first: &Range<usize>, last: &Range<usize>| first.start..last.end;
        Pair::of(range(&first.sentences.old, &last.sentences.old), range(&first.sentences.new, &last.sentences.new))
    }
}

fn push(stretches: &mut Vec<Stretch>, sentences: Pair<Range<usize>>, is_fixed: bool) {
    if !sentences.old.is_empty() || !sentences.new.is_empty() {
        stretches.push(Stretch { sentences, is_fixed });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(beads: &[(Range<usize>, Range<usize>)], expected: &str) {
        let fixed = Fixed { beads: beads.iter().map(|(old, new)| Pair::of(old.clone(), new.clone())).collect() };
        let stretches = fixed.stretches(&Pair::of(0..9, 0..7));
        let shown = |stretch: &Stretch| {
            let sign = if stretch.is_fixed { "=" } else { "?" };
            format!("{:?}{sign}{:?}", stretch.sentences.old, stretch.sentences.new)
        };
        assert_eq!(stretches.iter().map(shown).collect::<Vec<_>>().join(" "), expected);
    }

    #[test]
    fn stretches_lie_between_what_is_given() {
        check(&[], "0..9?0..7");
        check(&[(2..3, 2..4)], "0..2?0..2 2..3=2..4 3..9?4..7");
        check(&[(2..3, 2..2), (5..6, 5..7)], "0..2?0..2 2..3=2..2 3..5?2..5 5..6=5..7 6..9?7..7");
    }

    #[test]
    fn what_does_not_fit_is_passed_over() {
        check(&[(2..3, 2..4), (3..4, 1..2), (2..4, 4..5), (8..12, 5..6)], "0..2?0..2 2..3=2..4 3..9?4..7");
    }
}
