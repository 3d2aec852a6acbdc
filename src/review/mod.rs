//! What people decided on the edits of one comparison.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::compare::{Comparison, EditId};
use crate::document::Pair;

pub mod beads;
mod file;
pub mod settle;

pub use file::{Loaded, Unreadable, load, save};

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
}

/// The decisions and comments on one comparison.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Review {
    /// By edit.
    pub entries: BTreeMap<EditId, Entry>,
    /// Those whose edits are gone, by what these were.
    pub orphans: BTreeMap<EditId, Entry>,
    /// Fields of the file that this version does not know.
    pub extra: Map<String, Value>,
}

impl Review {
    /// What was decided on an edit.
    pub fn decision(&self, id: EditId) -> &Decision {
        self.entries.get(&id).map_or(&Decision::Open, |entry| &entry.decision)
    }

    /// The comment on an edit.
    pub fn comment(&self, id: EditId) -> &str {
        self.entries.get(&id).map_or("", |entry| &entry.comment)
    }

    /// Puts every entry with its edit: what is gone becomes an orphan, an orphan whose edit is back is none any more.
    pub fn attach(&mut self, comparison: &Comparison) {
        let equals = equals(comparison);
        let mut all = std::mem::take(&mut self.orphans);
        all.append(&mut self.entries);
        for (id, entry) in all {
            let now = equals.get(&id.print).copied().unwrap_or(0);
            let is_there = id.count < now && (entry.equals == 0 || entry.equals == now);
            if is_there { &mut self.entries } else { &mut self.orphans }.insert(id, entry);
        }
    }
}

/// How many edits have each fingerprint.
fn equals(comparison: &Comparison) -> BTreeMap<u64, u32> {
    let mut equals = BTreeMap::new();
    for edit in &comparison.edits {
        *equals.entry(edit.id.print).or_insert(0) += 1;
    }
    equals
}
