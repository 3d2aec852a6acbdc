//! What likely beads tell about words: which of them are expected to render each other there (the expectation step of IBM model 1).

use super::hints::{Hint, Reason};
use super::lattice::Weighed;
use super::lexicon::{Entry, Lexicon, Witness};
use super::model::Trust;
use super::sentences::Sentences;
use super::support::ORPHANS;
use crate::compare::parallel;
use crate::document::Pair;

/// An expectation smaller than this is passed over.
const LEAST: f32 = 0.005;
/// So many beads are listened to at a time: sums are the same on any number of cores.
const CHUNK: usize = 256;
/// A bead with more words on a side than this teaches nothing.
const WORDS: usize = 1024;

/// How often hints were borne out, and how often they could have been, by their reason.
#[derive(Clone, Copy, Debug, Default)]
pub struct Kept {
    /// Borne out, given.
    pub by_reason: [(f64, f64); 4],
}

impl Kept {
    fn add(&mut self, more: &Self) {
        for (sums, more) in self.by_reason.iter_mut().zip(&more.by_reason) {
            sums.0 += more.0;
            sums.1 += more.1;
        }
    }
}

/// Why each old word has hints, if it has any, and how far those are trusted so far.
#[derive(Debug)]
pub struct Reasons {
    by_word: Vec<Option<Reason>>,
    trust: Trust,
}

impl Reasons {
    /// The reasons of so many old words. What a vocabulary has goes before what only sounds alike.
    pub fn of(words: usize, hints: &[Hint], trust: Trust) -> Self {
        let mut by_word = vec![None; words];
        for hint in hints {
            let reason = &mut by_word[hint.words.old as usize];
            if reason.is_none() || hint.reason == Reason::Vocabulary {
                *reason = Some(hint.reason);
            }
        }
        Self { by_word, trust }
    }
}

/// What all likely beads bear witness to, by sentences and words.
pub fn listen(
    texts: Pair<&Sentences>,
    beads: &[Weighed],
    lexicons: Pair<&Lexicon>,
    reasons: &Reasons,
) -> (Vec<Witness>, Kept) {
    let chunks: Vec<&[Weighed]> = beads.chunks(CHUNK).collect();
    let told = parallel::each(&chunks, |beads| told(texts, beads, lexicons, reasons));
    let mut kept = Kept::default();
    let mut witnesses = Vec::with_capacity(told.iter().map(|(witnesses, _)| witnesses.len()).sum());
    for (more, borne) in told {
        witnesses.extend(more);
        kept.add(&borne);
    }
    // A stable sort: expectations are summed in the order of the beads.
    witnesses.sort_by_key(|witness: &Witness| {
        (witness.sentences.old, witness.sentences.new, witness.words.old, witness.words.new)
    });
    witnesses.dedup_by(|next, first| {
        let is_same = next.sentences == first.sentences && next.words == first.words;
        if is_same {
            first.count += next.count;
        }
        is_same
    });
    (witnesses, kept)
}

/// What some beads bear witness to.
fn told(
    texts: Pair<&Sentences>,
    beads: &[Weighed],
    lexicons: Pair<&Lexicon>,
    reasons: &Reasons,
) -> (Vec<Witness>, Kept) {
    let (mut witnesses, mut kept) = (Vec::new(), Kept::default());
    for bead in beads {
        let words =
            Pair::of(words(texts.old, bead.sentences.old.clone()), words(texts.new, bead.sentences.new.clone()));
        let most = words.old.len().max(words.new.len());
        if words.old.is_empty() || words.new.is_empty() || most > WORDS {
            continue;
        }
        let meeting = Meeting::of(&words, texts, lexicons);
        kept.add(&meeting.kept(&words, lexicons.old, reasons, bead.weight));
        meeting.witnesses(&words, bead.weight as f32, &mut witnesses);
    }
    (witnesses, kept)
}

/// Words of both sides with the sentences they stand in.
type Words = Pair<Vec<(u32, u32)>>;

fn words(side: &Sentences, sentences: std::ops::Range<usize>) -> Vec<(u32, u32)> {
    sentences.flat_map(|sentence| side.ids(sentence).iter().map(move |word| (*word, sentence as u32))).collect()
}

/// The words of a bead, each with each, by old word, then new: how likely it is that one renders the other.
struct Meeting {
    width: usize,
    /// The part that an old word has in a new one.
    there: Vec<f32>,
    /// The part that a new word has in an old one.
    back: Vec<f32>,
    /// Whether a hint vouches for the two.
    hinted: Vec<bool>,
}

impl Meeting {
    fn of(words: &Words, texts: Pair<&Sentences>, lexicons: Pair<&Lexicon>) -> Self {
        let (height, width) = (words.old.len(), words.new.len());
        let size = height * width;
        let (mut there, mut back, mut hinted) =
            (Vec::with_capacity(size), Vec::with_capacity(size), Vec::with_capacity(size));
        let scaled = |lexicon: &Lexicon, word: u32, share: f32| {
            let scale = lexicon.scale(word, 0.0);
            (lexicon.plain(word, scale), scale * share)
        };
        let share = |side: &Sentences, word: u32| side.shares[word as usize];
        let of_new: Vec<(f32, f32)> =
            words.new.iter().map(|(new, _)| scaled(lexicons.new, *new, share(texts.new, *new))).collect();
        for (old, _) in &words.old {
            let (plain, scale) = scaled(lexicons.old, *old, 1.0);
            let rarity = 1.0 / share(texts.old, *old);
            for ((new, _), (plain_back, scale_back)) in words.new.iter().zip(&of_new) {
                let entry = lexicons.old.find(*old, *new);
                let strength = entry.map_or(0.0, |entry| entry.strength);
                there.push(plain + strength * scale);
                back.push(plain_back + strength * scale_back * rarity);
                hinted.push(entry.is_some_and(Entry::is_hinted));
            }
        }
        let mut meeting = Self { width, there, back, hinted };
        meeting.divide(ORPHANS / (1.0 - ORPHANS));
        meeting
    }

    /// Turns lifts into parts of each word; `orphans` is the weight of having no counterpart, for each word that could be one.
    fn divide(&mut self, orphans: f32) {
        let height = self.there.len() / self.width;
        let mut columns = vec![orphans * height as f32; self.width];
        for row in self.there.chunks(self.width) {
            columns.iter_mut().zip(row).for_each(|(sum, lift)| *sum += lift);
        }
        for row in self.there.chunks_mut(self.width) {
            row.iter_mut().zip(&columns).for_each(|(lift, sum)| *lift /= sum);
        }
        for row in self.back.chunks_mut(self.width) {
            let sum = orphans * self.width as f32 + row.iter().sum::<f32>();
            row.iter_mut().for_each(|lift| *lift /= sum);
        }
    }

    /// Which hints are borne out here.
    fn kept(&self, words: &Words, lexicon: &Lexicon, reasons: &Reasons, weight: f64) -> Kept {
        let mut kept = Kept::default();
        let rows = self.there.chunks(self.width).zip(self.hinted.chunks(self.width));
        for ((old, _), (parts, hinted)) in words.old.iter().zip(rows) {
            let Some(reason) = reasons.by_word[*old as usize] else { continue };
            let borne: f32 = parts.iter().zip(hinted).filter(|(_, hinted)| **hinted).map(|(part, _)| part).sum();
            let sums = &mut kept.by_reason[reason as usize];
            sums.0 += weight * f64::from(borne.min(1.0));
            sums.1 += weight * f64::from(lexicon.hinted(*old) / reasons.trust.of(reason));
        }
        kept
    }

    fn witnesses(&self, words: &Words, weight: f32, witnesses: &mut Vec<Witness>) {
        let parts = self.there.chunks(self.width).zip(self.back.chunks(self.width));
        for ((old, i), (there, back)) in words.old.iter().zip(parts) {
            for (((new, j), there), back) in words.new.iter().zip(there).zip(back) {
                let count = weight * (there + back) / 2.0;
                if count >= LEAST {
                    witnesses.push(Witness { words: Pair::of(*old, *new), sentences: Pair::of(*i, *j), count });
                }
            }
        }
    }
}
