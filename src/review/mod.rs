//! What people decided on the edits of one comparison.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::compare::bitext::Fixed;
use crate::compare::{Comparison, EditId};
use crate::document::Pair;

pub mod beads;
mod file;
mod fixed;
pub mod mends;
mod moved;
pub mod numbering;
pub mod recut;
pub mod remarks;
pub mod settle;
mod unsettled;

pub use file::{Loaded, Unreadable, load, save};
pub use fixed::{Attached, FixedBead};

/// What was decided on one edit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Decision {
    /// Nothing yet.
    #[default]
    Open,
    /// The new words stand.
    Accepted,
    /// The old words stand.
    Rejected,
    /// A third wording stands.
    Reworded(String),
    /// Sent back, for this reason.
    SentBack(String),
}

impl Decision {
    /// Its name as files and screens show it.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Accepted => "accepted",
            Self::Rejected => "rejected",
            Self::Reworded(_) => "reworded",
            Self::SentBack(_) => "sent back",
        }
    }

    /// Whether it does not yet say which words stand.
    pub const fn is_undecided(&self) -> bool {
        matches!(self, Self::Open | Self::SentBack(_))
    }
}

/// What was decided and said on one edit.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Entry {
    /// The decision.
    pub decision: Decision,
    /// The comment; empty = none.
    pub comment: String,
    /// The words of the edit, for when it is gone.
    pub quote: Pair<String>,
    /// Where the edit was last, for when it is gone; empty where nobody knows.
    pub place: String,
    /// Whether the edit was a number that only follows from others.
    pub follows: bool,
    /// Whether the decision came along with that on another edit, which it follows from.
    pub is_carried: bool,
    /// How many edits had this fingerprint when it was saved: if that changes, none of them can be told to be the one.
    pub equals: u32,
    /// Fields of the file that this version does not know.
    pub extra: Map<String, Value>,
}

impl Entry {
    /// Whether nothing was decided or said.
    pub fn is_empty(&self) -> bool {
        self.decision == Decision::Open && self.comment.is_empty() && self.extra.is_empty()
    }

    /// Notes what the edit is and where it stands, for when it is gone.
    pub fn note(&mut self, comparison: &Comparison, edit: usize) {
        let Some(noted) = comparison.edits.get(edit) else { return };
        self.place = comparison.place_of_edit(noted);
        self.follows = comparison.numbering.of(edit).is_some();
    }

    /// Whether nothing is lost when its edit is gone: a number follows from others in the next round as it did in this one.
    pub fn is_idle(&self) -> bool {
        self.follows && self.comment.is_empty() && matches!(self.decision, Decision::Accepted | Decision::Rejected)
    }
}

/// The decisions and comments on one comparison.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Review {
    /// By edit.
    pub entries: BTreeMap<EditId, Entry>,
    /// Those whose edits are gone, by what these were.
    pub orphans: BTreeMap<EditId, Entry>,
    /// The beads that a person has fixed, in the order in which that was done.
    pub fixed: Vec<FixedBead>,
    /// The edit that was decided or commented on last.
    pub last: Option<EditId>,
    /// Fields of the file that this version does not know.
    pub extra: Map<String, Value>,
}

impl Review {
    /// What was decided on an edit.
    pub fn decision(&self, id: EditId) -> &Decision {
        self.entries.get(&id).map_or(&Decision::Open, |entry| &entry.decision)
    }

    /// Whether nothing was decided on an edit.
    pub fn is_open(&self, id: EditId) -> bool {
        *self.decision(id) == Decision::Open
    }

    /// The comment on an edit.
    pub fn comment(&self, id: EditId) -> &str {
        self.entries.get(&id).map_or("", |entry| &entry.comment)
    }

    /// Aligns around the beads that a person has fixed, where there are any, and puts every entry with its edit.
    pub fn align(&mut self, comparison: &mut Comparison) {
        let is_fixed = !self.fixed.is_empty() || comparison.known.fixed != Fixed::default();
        if is_fixed && !comparison.is_derived {
            let mode = comparison.mode;
            comparison.align_around(|documents| Attached::of(&self.fixed, documents, mode).fixed(&self.fixed));
        }
        self.attach(comparison);
    }

    /// The fixed beads that fit the texts no more. They are kept, and count again should the texts return.
    pub fn lost(&self, comparison: &Comparison) -> Vec<&FixedBead> {
        if comparison.is_derived {
            return Vec::new();
        }
        let attached = Attached::of(&self.fixed, comparison.documents.as_ref(), comparison.mode);
        attached.lost.iter().map(|index| &self.fixed[*index]).collect()
    }

    /// Notes how many equals every edit has now, before what is compared changes.
    pub fn hold(&mut self, comparison: &Comparison) {
        let equals = equals(comparison);
        for (id, entry) in &mut self.entries {
            entry.equals = equals.get(&id.print).copied().unwrap_or(entry.equals);
        }
    }

    /// Puts every entry with its edit: what is gone becomes an orphan, an orphan whose edit is back is none any more.
    pub fn attach(&mut self, comparison: &Comparison) {
        let equals = equals(comparison);
        let (entries, orphans) = (std::mem::take(&mut self.entries), std::mem::take(&mut self.orphans));
        let mut gone = Vec::new();
        // What was decided on an edit last stays with it, whatever else was decided on one like it.
        for (id, entry) in entries.into_iter().chain(orphans) {
            let now = equals.get(&id.print).copied().unwrap_or(0);
            let is_there = id.count < now && (entry.equals == 0 || entry.equals == now);
            if is_there && !self.entries.contains_key(&id) {
                self.entries.insert(id, entry);
            } else {
                gone.push((id, entry));
            }
        }
        for (id, entry) in gone {
            match moved::home(comparison, id, &entry).filter(|home| !self.entries.contains_key(home)) {
                Some(home) => drop(self.entries.insert(home, entry)),
                None => self.orphan(id, entry),
            }
        }
        self.note_places(comparison);
    }

    /// How many decisions have lost their edits, and are missed.
    pub fn missed(&self) -> usize {
        self.orphans.values().filter(|entry| !entry.is_idle()).count()
    }

    /// Notes where the edits of this comparison stand.
    fn note_places(&mut self, comparison: &Comparison) {
        for (index, edit) in comparison.edits.iter().enumerate() {
            if let Some(entry) = self.entries.get_mut(&edit.id) {
                entry.note(comparison, index);
            }
        }
    }

    /// Keeps an entry whose edit is gone. Where another one is kept under its id, it gets a counter that no edit has: what was decided
    /// there can't be told to be about the one or the other should such an edit return.
    pub(crate) fn orphan(&mut self, id: EditId, entry: Entry) {
        let mut home = id;
        let mut last = u32::MAX;
        while self.orphans.get(&home).is_some_and(|kept| *kept != entry) {
            home = EditId { count: last, ..id };
            last -= 1;
        }
        self.orphans.insert(home, entry);
    }
}

/// How many edits, or strays, have each fingerprint.
fn equals(comparison: &Comparison) -> BTreeMap<u64, u32> {
    let mut equals = BTreeMap::new();
    for id in comparison.edits.iter().map(|edit| edit.id).chain(comparison.strays.iter().map(|stray| stray.id)) {
        *equals.entry(id.print).or_insert(0) += 1;
    }
    equals
}

#[cfg(test)]
impl Review {
    /// One decision an edit: `a` accepted, `x` rejected, `r` rejected along with another, `s` sent back, `w` reworded to `WORDS`, `-` open.
    #[track_caller]
    fn of_letters(comparison: &Comparison, letters: &str) -> Self {
        assert_eq!(comparison.edits.len(), letters.len(), "{:?}", comparison.edits);
        let decision = |letter| match letter {
            'a' => Decision::Accepted,
            'x' | 'r' => Decision::Rejected,
            'w' => Decision::Reworded("WORDS".to_owned()),
            's' => Decision::SentBack("why".to_owned()),
            _ => Decision::Open,
        };
        let entry = |letter| Entry { decision: decision(letter), is_carried: letter == 'r', ..Entry::default() };
        let entries = comparison.edits.iter().zip(letters.chars()).map(|(edit, letter)| (edit.id, entry(letter)));
        Self { entries: entries.collect(), ..Self::default() }
    }
}
