//! Copying: the paragraph of the current edit, as the new wording has it or with its edits marked.

use super::page::Row;
use super::{App, Effect};
use crate::compare::paragraphs;
use crate::document::Span;

impl App {
    /// The new wording of the paragraph, every byte as it is.
    pub(super) fn copy_new(&mut self) -> Effect {
        let Some(edit) = self.current else { return self.say("there is no edit whose paragraph could be copied") };
        let steps = &self.comparison.steps[self.page.paragraph(&self.comparison, edit)];
        let seen = steps.iter().map(|step| paragraphs::seen(&self.comparison, *step).new);
        let document = &self.comparison.documents.new;
        let span = seen.filter(|sentences| !sentences.is_empty()).map(|sentences| document.cover(&sentences));
        let Some(span) = span.reduce(Span::to) else {
            return self.say("the new wording has nothing of this paragraph");
        };
        let words = span.of(&document.text).to_owned();
        self.copy(words, "the new wording")
    }

    /// The paragraph with its edits marked.
    pub(super) fn copy_redline(&mut self) -> Effect {
        let Some(edit) = self.current else { return self.say("there is no edit whose paragraph could be copied") };
        let text = |row: &Row| row.cells.new.iter().map(|piece| piece.text.as_str()).collect::<String>();
        let rows = self.page.redline(&self.comparison, &self.review, edit);
        let blocks: Vec<String> = rows.iter().map(text).filter(|block| !block.is_empty()).collect();
        self.copy(blocks.join("\n"), "the redline")
    }

    fn copy(&mut self, words: String, what: &str) -> Effect {
        self.notice = Some(format!("{what} of the paragraph is copied"));
        Effect::Copy(words)
    }
}
