//! What is to be said of an edit beside its flags, in the words that screens and files show.

use super::Comparison;

impl Comparison {
    /// Everything that is to be said of an edit beside its flags.
    pub fn remarks(&self, edit: usize) -> Vec<String> {
        self.inner_remark(edit).into_iter().collect()
    }

    /// Of a move: how many edits lie inside.
    pub fn inner_remark(&self, edit: usize) -> Option<String> {
        match self.inner(edit).len() {
            0 => None,
            1 => Some("with 1 edit inside".to_owned()),
            many => Some(format!("with {many} edits inside")),
        }
    }
}
