//! Lines to be typed: reasons, comments, third wordings, searches.

use super::key::{Code, Key};
use super::line::Line;
use super::search::Search;
use super::{App, Effect, Prompt, PromptKind, Screen};
use crate::review::Decision;

impl PromptKind {
    /// What the prompt asks.
    pub const fn question(self) -> &'static str {
        match self {
            Self::SendBack => "Send back, because",
            Self::Comment => "Comment",
            Self::Reword => "Reword",
            Self::Search => "Search",
        }
    }
}

impl App {
    /// Opens a prompt about the current edit.
    pub(super) fn ask(&mut self, kind: PromptKind) {
        let mut line = Line::default();
        if kind != PromptKind::Search {
            if self.read_only {
                self.say("read only: nothing is decided or saved here");
                return;
            }
            let Some(edit) = self.current.and_then(|edit| self.comparison.edits.get(edit)) else {
                self.say("there is no edit to decide");
                return;
            };
            let decided = self.review.decision(edit.id);
            line = Line::of(match (kind, decided) {
                (PromptKind::Comment, _) => self.review.comment(edit.id),
                (PromptKind::SendBack, Decision::SentBack(reason)) => reason,
                (PromptKind::Reword, Decision::Reworded(words)) => words,
                (PromptKind::Reword, _) => self.comparison.words(edit).new,
                _ => "",
            });
        }
        self.screens.push(Screen::Prompt(Prompt { kind, edit: self.current, line }));
        self.refresh();
    }

    /// One key while a prompt is open.
    pub(super) fn prompt_key(&mut self, key: Key) -> Effect {
        let Some(Screen::Prompt(prompt)) = self.screens.last_mut() else { return Effect::None };
        match (key.ctrl, key.code) {
            (_, Code::Esc) | (true, Code::Char('c' | 'g')) => self.close_prompt(),
            (_, Code::Enter) => return self.answer(),
            (true, Code::Char('l')) => return Effect::Redraw,
            (true, Code::Char('z')) => return Effect::Suspend,
            _ => {
                prompt.line.key(key);
            }
        }
        Effect::None
    }

    fn close_prompt(&mut self) {
        self.screens.pop();
        self.refresh();
    }

    fn answer(&mut self) -> Effect {
        let Some(Screen::Prompt(prompt)) = self.screens.last() else { return Effect::None };
        let Prompt { kind, edit, line } = prompt.clone();
        let text = line.text;
        if kind == PromptKind::SendBack && text.trim().is_empty() {
            return self.say("an edit is sent back with a reason: type one, or press Esc");
        }
        self.close_prompt();
        let edits: Vec<usize> = edit.into_iter().collect();
        match kind {
            PromptKind::SendBack => self.decide_all(&edits, &Decision::SentBack(text.trim().to_owned())),
            PromptKind::Reword => self.decide_all(&edits, &Decision::Reworded(text)),
            PromptKind::Comment => self.change(&edits, |entry| text.trim().clone_into(&mut entry.comment)),
            PromptKind::Search => {
                self.begin_search(&text);
                Effect::None
            }
        }
    }

    fn begin_search(&mut self, text: &str) {
        if text.is_empty() {
            self.search = None;
            return;
        }
        let search = Search::new(&self.comparison, text);
        if search.hits.is_empty() {
            self.search = None;
            self.notice = Some("not found in either wording".to_owned());
            return;
        }
        self.search = Some(search);
        self.first_hit();
    }
}
