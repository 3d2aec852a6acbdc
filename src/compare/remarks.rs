//! What is to be said of an edit beside its flags and decisions, in the words that screens and files show.

use super::groups::{Group, folded, unowned};
use super::{Comparison, Edit, EditKind};
use crate::document::visible::flowing;
use crate::document::{Block, Side, Span};

impl Comparison {
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
        let words = unowned(self.words(edit)).map(|words| flowing(&folded(words)).into_owned());
        let times = group.edits.len();
        match edit.kind {
            EditKind::Insert => format!("adds {}, {times} times", words.new),
            EditKind::Delete => format!("drops {}, {times} times", words.old),
            _ => format!("{} → {}, {times} times", words.old, words.new),
        }
    }

    /// Which one of a renumbering an edit is: `renumbered 3/14`.
    pub fn numbering_remark(&self, edit: usize) -> Option<String> {
        let edits = &self.numbering.of(edit)?.edits;
        let at = edits.iter().position(|member| *member == edit)?;
        Some(if edits.len() == 1 { "renumbered".to_owned() } else { format!("renumbered {}/{}", at + 1, edits.len()) })
    }

    /// With which edits an edit is decided, being one half of what they say: `with edit 3`.
    pub fn halves_remark(&self, edit: usize) -> Option<String> {
        let numbers: Vec<String> = self.other_halves(edit).iter().map(|other| (other + 1).to_string()).collect();
        match &numbers[..] {
            [] => None,
            [only] => Some(format!("with edit {only}")),
            _ => Some(format!("with edits {}", numbers.join(", "))),
        }
    }

    /// Which cell of a column that came or went an edit is: `column 2/5`.
    pub fn column_remark(&self, edit: usize) -> Option<String> {
        let cells = self.column(edit);
        let at = cells.iter().position(|cell| *cell == edit)?;
        Some(format!("column {}/{}", at + 1, cells.len()))
    }

    /// A block as it is pointed at: `¶ 3`, `old ¶ 3`, or by the name that its unit has in a file that holds both sides.
    pub fn place(&self, side: Side, block: usize) -> String {
        match (self.documents[side].place(block), side) {
            (Some(name), _) => flowing(name).into_owned(),
            (None, Side::New) => format!("¶ {}", self.documents.new.number(block)),
            (None, Side::Old) => format!("old ¶ {}", self.documents.old.number(block)),
        }
    }

    /// Where a sentence stands: its block, and which sentence it is there where there are several.
    pub fn place_of_sentence(&self, side: Side, sentence: usize) -> String {
        let document = &self.documents[side];
        let block = document.block_of(sentence);
        let place = self.place(side, block);
        match document.blocks.get(block) {
            Some(Block { sentences, .. }) if sentences.len() > 1 => {
                format!("{place}, sentence {}", sentence + 1 - sentences.start)
            }
            _ => place,
        }
    }

    /// Where an edit stands: in the new wording, in the old one where its sentence is only there.
    pub fn place_of_edit(&self, edit: &Edit) -> String {
        let sentences = &self.beads[edit.bead].sentences;
        let side = if sentences.new.is_empty() { Side::Old } else { Side::New };
        let place = edit.spans[side].start;
        let of_bead = &self.documents[side].sentences[sentences[side].clone()];
        let within = of_bead.partition_point(|span| span.end <= place).min(of_bead.len().saturating_sub(1));
        self.place_of_sentence(side, sentences[side].start + within)
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
