//! What is to be said of an edit beside its flags, in the words that screens and files show.

use super::groups::{Group, folded};
use super::numbering::{Renumbering, Stray};
use super::{Comparison, EditKind};
use crate::document::visible::flowing;
use crate::document::{Side, Span};

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
        let block = |stray: &Stray| self.place(Side::New, self.new_block(stray.place));
        let remark = |stray: &Stray| format!("{}: {}", block(stray), flowing(&stray.reason));
        renumbering.stray.iter().map(remark).collect()
    }

    /// The places of the new wording that stand unchanged though edits elsewhere changed the same, or what they refer to; and what is to be
    /// said of each. In the order of the text, each once.
    pub fn strays(&self) -> Vec<(Span, String)> {
        let block = |place: Span| self.place(Side::New, self.new_block(place));
        let said = |place: Span, what: &str| (place, format!("{}: {}", block(place), flowing(what)));
        let references = self.numbering.all.iter().flat_map(|renumbering| &renumbering.stray);
        let mut strays: Vec<(Span, String)> = references.map(|stray| said(stray.place, &stray.reason)).collect();
        for group in &self.groups.all {
            let words = group.edits.first().and_then(|edit| self.edits.get(*edit)).map(|edit| self.words(edit).new);
            let reason = format!("elsewhere replaced by {}", folded(words.unwrap_or("")));
            strays.extend(group.missed.iter().map(|place| said(*place, &reason)));
        }
        strays.sort_by_key(|(place, _)| *place);
        strays.dedup_by_key(|(place, _)| *place);
        strays
    }

    /// Those of the renumbering and the group of an edit, in order.
    pub fn strays_of(&self, edit: usize) -> Vec<Span> {
        let references = self.numbering.of(edit).into_iter().flat_map(|renumbering| &renumbering.stray);
        let missed = self.groups.of(edit).into_iter().flat_map(|group| &group.missed);
        let mut places: Vec<Span> = references.map(|stray| stray.place).chain(missed.copied()).collect();
        places.sort_unstable();
        places
    }

    /// Which one of a renumbering an edit is: `renumbered 3/14`.
    pub fn numbering_remark(&self, edit: usize) -> Option<String> {
        let edits = &self.numbering.of(edit)?.edits;
        let at = edits.iter().position(|member| *member == edit)?;
        Some(format!("renumbered {}/{}", at + 1, edits.len()))
    }

    /// A block as it is pointed at: `¶ 3`, `old ¶ 3`, or by the name that its unit has in a file that holds both sides.
    pub fn place(&self, side: Side, block: usize) -> String {
        match (self.documents[side].place(block), side) {
            (Some(name), _) => flowing(name).into_owned(),
            (None, Side::New) => format!("¶ {}", block + 1),
            (None, Side::Old) => format!("old ¶ {}", block + 1),
        }
    }

    /// How the unit of an edit is named in a file that holds both sides, where it is.
    pub fn unit_of(&self, edit: usize) -> Option<String> {
        let sentences = &self.beads.get(self.edits.get(edit)?.bead)?.sentences;
        let side = if sentences.new.is_empty() { Side::Old } else { Side::New };
        let document = &self.documents[side];
        document.place(document.block_of(sentences[side].start)).map(|name| flowing(name).into_owned())
    }

    /// The block of the new wording in which a place stands.
    pub fn new_block(&self, place: Span) -> usize {
        let document = &self.documents.new;
        let sentence = document.sentences.partition_point(|sentence| sentence.end <= place.start);
        document.block_of(sentence.min(document.sentences.len().saturating_sub(1)))
    }
}
