//! A translation and its original: which sentences belong together, without any model of the languages.
//!
//! A bead is as likely as its shape (1:1, 1:2, …), its lengths (Gale and Church 1993) and its words allow. Words vouch for each other
//! where a hint says so (numbers, names, punctuation, basic vocabulary) and where other sentences of the same two texts have shown that
//! they go together (IBM model 1, Brown and others 1993, learnt from the texts themselves as by Moore 2002). All beads are weighed at
//! once, forward and backward, and the path that is expected to hold most right beads is taken.

use std::collections::BTreeSet;
use std::ops::Range;

use super::Progress;
use super::align::Link;
use super::parallel;
use crate::document::{Document, Pair, Side};

mod band;
pub(super) mod cognates;
mod crosswise;
mod fixed;
mod hints;
mod lattice;
mod learn;
mod lengths;
mod lexicon;
mod model;
pub mod notice;
pub(super) mod sentences;
mod support;
#[cfg(test)]
mod tests;
mod vocabulary;

pub use fixed::Fixed;

use band::{Band, Line, anchors};
use crosswise::Crosswise;
use fixed::Stretch;
use hints::Hint;
use lattice::{Found, Lattice, Weighed};
use learn::{Reasons, listen};
use lengths::Lengths;
use lexicon::{Lexicon, Witness};
use model::Model;
use sentences::Sentences;
use support::Support;

/// How often the lexicon is learnt anew.
const ROUNDS: usize = 4;
/// A long text is aligned in parts of so many old sentences or some more, each with its own lexicon: time grows with its length only,
/// and memory does not.
const PART: usize = 1_500;

/// What is known beforehand about a translation.
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// What a person has linked: the rest is aligned around it.
    pub fixed: Fixed,
    /// What the file that holds both sides has linked: kept where no person says otherwise.
    pub given: Fixed,
    /// Terms and their translations, as a glossary has them; a term in several pairs may be translated by each.
    pub glossary: Vec<Pair<String>>,
    /// The checks that are off, by the names of [`super::checks::CHECKS`].
    pub off: BTreeSet<&'static str>,
}

/// All beads, in order; together they cover every sentence once. Sentences without a partner stand alone.
pub fn align(documents: Pair<&Document>, known: &Known, progress: &Progress) -> Vec<Link> {
    align_in_parts(documents, known, PART, progress)
}

fn align_in_parts(documents: Pair<&Document>, known: &Known, size: usize, progress: &Progress) -> Vec<Link> {
    let crosswise = Crosswise::of(known, documents);
    let kept = &crosswise.kept;
    let mut rest = crosswise.fixed.stretches(&kept.as_ref().map(|kept| 0..kept.len()));
    if rest.iter().all(|stretch| stretch.is_fixed) {
        return crosswise.links(documents, rest.into_iter().map(|stretch| stretch.sentences));
    }
    let sentences = |side: Side| Sentences::of(documents[side], &kept[side]);
    let (old, new) = parallel::both(|| sentences(Side::Old), || sentences(Side::New));
    let texts = Pair::of(&old, &new);
    let hints = hints::hints(texts, documents.map(|document| document.language), &known.glossary);
    let (anchors, expected) = (anchors(texts, &hints), Model::new(Lengths::of(texts)));
    let aligner = Aligner { texts, hints: &hints, anchors, expected, size, progress };
    let mut path = Vec::new();
    while !rest.is_empty() {
        let (part, behind) = aligner.part(rest);
        path.extend(part);
        rest = behind;
    }
    crosswise.links(documents, path.into_iter().map(|bead| bead.sentences))
}

/// Two texts and what is known of them before anything is learnt.
struct Aligner<'a> {
    texts: Pair<&'a Sentences>,
    hints: &'a [Hint],
    anchors: Vec<Pair<usize>>,
    expected: Model,
    /// How many old sentences a part has at least.
    size: usize,
    progress: &'a Progress,
}

impl Aligner<'_> {
    /// The path through the first part of some stretches, and the stretches behind it.
    fn part(&self, stretches: Vec<Stretch>) -> (Vec<Weighed>, Vec<Stretch>) {
        let (window, beyond) = match self.end(&stretches) {
            Some(end) => Stretch::split(&stretches, end),
            None => (stretches.clone(), Vec::new()),
        };
        let covered = Stretch::covered(&window);
        let hints = self.within(&covered);
        let round =
            Round { texts: self.texts, hints: &hints, stretches: &window, model: &self.expected, witnesses: &[] };
        let weighed = round.weigh(&Band::first(self.texts, &self.anchors, &covered, &window));
        // Beads near the end of a window that was cut off at a guess are not to be relied on: the part ends well before it.
        let border = (!beyond.is_empty()).then(|| border(&weighed.0.path, self.size)).flatten();
        let (part, behind) = match border {
            Some(border) => Stretch::split(&stretches, border),
            None => (window, beyond),
        };
        (self.refined(&part, &hints, weighed), behind)
    }

    /// Where to end a window on a long text: half a part behind the first part, beside the line of the anchors.
    fn end(&self, stretches: &[Stretch]) -> Option<Pair<usize>> {
        let covered = Stretch::covered(stretches).old;
        let row = covered.start + self.size + self.size / 2;
        let reached = stretches.iter().find(|stretch| row <= stretch.sentences.old.end)?;
        let ends = Pair::of(reached.sentences.old.end, reached.sentences.new.end);
        let beside = || Line::of(self.texts, &self.anchors, &reached.sentences).beside(row);
        (row < covered.end).then(|| if reached.is_fixed { ends } else { Pair::of(row, beside()) })
    }

    /// The hints for words that both sides of a part have.
    fn within(&self, part: &Pair<Range<usize>>) -> Vec<Hint> {
        let seen = |side: &Sentences, range: &Range<usize>| {
            let mut seen = vec![false; side.words.len()];
            range.clone().flat_map(|sentence| side.ids(sentence)).for_each(|word| seen[*word as usize] = true);
            seen
        };
        let seen = Pair::of(seen(self.texts.old, &part.old), seen(self.texts.new, &part.new));
        let is_seen = |hint: &&Hint| seen.old[hint.words.old as usize] && seen.new[hint.words.new as usize];
        self.hints.iter().filter(is_seen).copied().collect()
    }

    /// The path through a part, which learns its own lexicon from what the hints alone have found.
    fn refined(&self, part: &[Stretch], hints: &[Hint], weighed: (Found, Pair<Lexicon>)) -> Vec<Weighed> {
        let covered = Stretch::covered(part);
        let (mut found, mut lexicons) = (weighed.0.within(&covered), weighed.1);
        let mut model = self.expected.clone();
        for round in 1..=ROUNDS {
            // The first weighing is a round too.
            let done = covered.old.start + covered.old.len() * round / (ROUNDS + 1);
            self.progress.tell(done, self.texts.old.count());
            let reasons = Reasons::of(self.texts.old.words.len(), hints, model.trust);
            let (witnesses, kept) = listen(self.texts, &found.beads, lexicons.as_ref(), &reasons);
            model = model.learn(self.texts, &found, &kept);
            let band = Band::around(&found.path, &covered, part);
            let round = Round { texts: self.texts, hints, stretches: part, model: &model, witnesses: &witnesses };
            (found, lexicons) = round.weigh(&band);
        }
        found.path
    }
}

/// Where the first part of a path can end: behind the likeliest bead of those that make it long enough.
fn border(path: &[Weighed], size: usize) -> Option<Pair<usize>> {
    let start = path.first()?.sentences.old.start;
    let behind = |rows: usize| path.partition_point(|bead| bead.sentences.old.end < start + rows);
    let candidates = &path[behind(size)..behind(size + size / 5)];
    let paired = candidates.iter().filter(|bead| !bead.sentences.new.is_empty() && !bead.sentences.old.is_empty());
    let best = paired.max_by(|a, b| a.weight.total_cmp(&b.weight))?;
    Some(Pair::of(best.sentences.old.end, best.sentences.new.end))
}

/// One weighing of all beads.
#[derive(Clone, Copy)]
struct Round<'a> {
    texts: Pair<&'a Sentences>,
    hints: &'a [Hint],
    stretches: &'a [Stretch],
    model: &'a Model,
    witnesses: &'a [Witness],
}

impl Round<'_> {
    /// What is found in a band, and the lexicons that led to it.
    fn weigh(&self, band: &Band) -> (Found, Pair<Lexicon>) {
        let lexicon = |side| Lexicon::of(side, self.texts, self.hints, &self.model.trust, self.witnesses);
        let lexicons = parallel::both(|| lexicon(Side::Old), || lexicon(Side::New));
        let lexicons = Pair::of(lexicons.0, lexicons.1);
        let support = |side: Side| Support::of(side, self.texts, band, &lexicons[side], self.witnesses);
        let (there, back) = parallel::both(|| support(Side::Old), || support(Side::New));
        let lattice = Lattice { texts: self.texts, band, support: Pair::of(&there, &back), model: self.model };
        (lattice.weigh(self.stretches), lexicons)
    }
}
