//! What people decided on the edits of one comparison.

use std::collections::BTreeMap;

use crate::compare::EditId;
use crate::document::Pair;

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
}

/// What was decided and said on one edit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// The decision.
    pub decision: Decision,
    /// The comment; empty = none.
    pub comment: String,
    /// The words of the edit, for when it is gone.
    pub quote: Pair<String>,
}

/// The decisions and comments on one comparison.
#[derive(Clone, Debug, Default)]
pub struct Review {
    /// By edit.
    pub entries: BTreeMap<EditId, Entry>,
    /// Those whose edits are gone.
    pub orphans: Vec<Entry>,
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
}
