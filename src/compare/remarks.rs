//! What is to be said of an edit beside its flags, in the words that screens and files show.

use super::groups::{Group, folded};
use super::numbering::{Renumbering, Stray};
use super::{Comparison, EditKind};
use crate::document::Span;
use crate::document::visible::flowing;

impl Comparison {
    /// Everything that is to be said of an edit beside its flags.
    pub fn remarks(&self, edit: usize) -> Vec<String> {
        let mut said: Vec<String> = self.inner_remark(edit).into_iter().collect();
        if let Some(renumbering) = self.numbering.of(edit) {
            said.push(renumbering.line.clone());
            said.extend(self.stray_remarks(renumbering));
        }
        if let Some(group) = self.groups.of(edit) {
            let at = group.edits.iter().position(|member| *member == edit).unwrap_or(0);
            said.push(format!("{} of {} identical", at + 1, group.edits.len()));
            said.extend(self.missed_remark(group));
        }
        said
    }

    /// Of a move: how many edits lie inside.
    pub fn inner_remark(&self, edit: usize) -> Option<String> {
        match self.inner(edit).len() {
            0 => None,
            1 => Some("with 1 edit inside".to_owned()),
            many => Some(format!("with {many} edits inside")),
        }
    }

    /// What the edits of a group do, and how often: `Secretariat → Secretary General, 14 times`.
    pub fn group_remark(&self, group: &Group) -> String {
        let Some(edit) = group.edits.first().and_then(|edit| self.edits.get(*edit)) else { return String::new() };
        let words = self.words(edit).map(|words| flowing(&folded(words)).into_owned());
        let times = group.edits.len();
        match edit.kind {
            EditKind::Insert => format!("adds {}, {times} times", words.new),
            EditKind::Delete => format!("drops {}, {times} times", words.old),
            _ => format!("{} → {}, {times} times", words.old, words.new),
        }
    }

    /// How many places a group may have missed: `2 places still say Secretariat`.
    pub fn missed_remark(&self, group: &Group) -> Option<String> {
        let edit = group.edits.first().and_then(|edit| self.edits.get(*edit))?;
        let words = folded(self.words(edit).old);
        let words = flowing(&words);
        match group.missed.len() {
            0 => None,
            1 => Some(format!("1 place still says {words}")),
            many => Some(format!("{many} places still say {words}")),
        }
    }

    /// The references that do not follow a renumbering: `¶ 12: Article 7 is now 8`.
    pub fn stray_remarks(&self, renumbering: &Renumbering) -> Vec<String> {
        let remark = |stray: &Stray| format!("¶ {}: {}", self.new_block(stray.place) + 1, flowing(&stray.reason));
        renumbering.stray.iter().map(remark).collect()
    }

    /// Which one of a renumbering an edit is: `renumbered 3/14`.
    pub fn numbering_remark(&self, edit: usize) -> Option<String> {
        let edits = &self.numbering.of(edit)?.edits;
        let at = edits.iter().position(|member| *member == edit)?;
        Some(format!("renumbered {}/{}", at + 1, edits.len()))
    }

    /// The block of the new wording in which a place stands.
    pub fn new_block(&self, place: Span) -> usize {
        let document = &self.documents.new;
        let sentence = document.sentences.partition_point(|sentence| sentence.end <= place.start);
        document.block_of(sentence.min(document.sentences.len().saturating_sub(1)))
    }
}
