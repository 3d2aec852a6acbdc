//! How coarsely edits are cut.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::own::OwnBead;
use crate::document::{Pair, Span};

/// How coarsely edits are cut.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Grain {
    /// Bare words: nothing that both wordings share is part of an edit.
    Word,
    /// As people mark edits, each bead as its changes ask for; the whole sentence where hardly anything is shared.
    #[default]
    Auto,
    /// Phrases: the same, but the few words that both wordings share between two changes become part of one replacement.
    Phrase,
    /// Every sentence that differs is one replacement.
    Sentence,
}

impl Grain {
    /// All of them, the finest first.
    pub const ALL: [Self; 4] = [Self::Word, Self::Auto, Self::Phrase, Self::Sentence];

    /// Its name as screens show it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Word => "by words",
            Self::Auto => "as people mark edits",
            Self::Phrase => "by phrases",
            Self::Sentence => "by sentences",
        }
    }

    /// The next coarser one.
    pub fn coarser(self) -> Option<Self> {
        Self::ALL.into_iter().skip_while(|grain| *grain != self).nth(1)
    }

    /// The next finer one.
    pub fn finer(self) -> Option<Self> {
        Self::ALL.into_iter().take_while(|grain| *grain != self).last()
    }
}

/// How a comparison is cut into edits: all of it at one grain, but for some beads that keep another.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
pub struct Cut {
    /// The grain of every bead that keeps no other.
    #[serde(default)]
    pub grain: Grain,
    /// Beads that keep their own grain, by the fingerprint of their words: those of the same words are cut alike.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub kept: BTreeMap<u64, Grain>,
    /// Beads that are edits of the reviewer's own.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub own: BTreeSet<OwnBead>,
}

impl Cut {
    /// The grain of the beads with this fingerprint.
    pub fn of(&self, print: u64) -> Grain {
        self.kept.get(&print).copied().unwrap_or(self.grain)
    }

    /// Lets beads keep the grain that some of their words had in other beads of the same texts.
    pub fn hand_on(
        &mut self,
        own: &[(Pair<Span>, Grain)],
        beads: impl Iterator<Item = Pair<Span>>,
        print: impl Fn(Pair<Span>) -> u64,
    ) {
        if own.is_empty() {
            return;
        }
        let meet = |one: Span, other: Span| one.start < other.end && other.start < one.end;
        for bead in beads {
            if let Some((_, grain)) = own.iter().find(|(at, _)| meet(at.old, bead.old) || meet(at.new, bead.new)) {
                self.kept.entry(print(bead)).or_insert(*grain);
            }
        }
    }
}

impl From<Grain> for Cut {
    fn from(grain: Grain) -> Self {
        Self { grain, ..Self::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grains_follow_each_other_up_to_the_ends() {
        assert_eq!(Grain::Auto.coarser(), Some(Grain::Phrase));
        assert_eq!(Grain::Auto.finer(), Some(Grain::Word));
        assert_eq!((Grain::Word.finer(), Grain::Sentence.coarser()), (None, None));
        for grain in Grain::ALL {
            assert!(grain.coarser().is_none_or(|coarser| coarser.finer() == Some(grain)));
        }
    }
}
