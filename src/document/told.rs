//! What a file that holds both sides tells of a unit beside its words.

use std::sync::Arc;

/// What is told of a segment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// The part of the file in which it stands, where that has several or names it.
    pub file: Option<Arc<FilePart>>,
    /// The id of its unit; empty = none.
    pub unit: String,
    /// Its own id in its unit; empty = none.
    pub segment: String,
    /// How far it has come, in the words of the file; empty = nothing is said.
    pub state: String,
    /// The same more finely, as `prefix:value`; empty = nothing is said.
    pub substate: String,
    /// Whether somebody has approved it.
    pub is_approved: bool,
    /// What was noted of its unit: by whom or in which category, and what. Stands with the first segment of a unit.
    pub notes: Vec<(String, String)>,
}

/// A part of a file, which came from a file of its own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FilePart {
    /// Its id; empty = none.
    pub id: String,
    /// The file that it came from; empty = not named.
    pub original: String,
}

impl Told {
    /// What the segment is called: `12`, or with its own id `12/s2`; empty where it has none.
    pub fn name(&self) -> String {
        let ids = [&self.unit, &self.segment].into_iter().filter(|id| !id.is_empty());
        ids.map(String::as_str).collect::<Vec<_>>().join("/")
    }
}
