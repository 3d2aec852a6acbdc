//! Lines to be typed: reasons, comments, third wordings, searches.

use super::key::{Code, Key};
use super::line::Line;
use super::own::About;
use super::search::Search;
use super::{Action, App, Effect, Prompt, PromptKind, Screen, palette};
use crate::review::Decision;

/// Nothing is ever said of another edit than was asked about.
const NOT_TAKEN_UP: &str = "nothing can be said of this sentence by itself: nothing was kept";

/// To reword is to write other words.
const NOT_REWORDED: &str = "not reworded: nothing else was written";

impl PromptKind {
    /// What the prompt asks.
    pub const fn question(self) -> &'static str {
        match self {
            Self::SendBack => "Send back, because",
            Self::Comment => "Comment",
            Self::Reword => "Reword",
            Self::Search => "Search",
            Self::Command => "Command",
        }
    }

    /// Whether it is about the current edit.
    pub const fn is_about_edit(self) -> bool {
        !matches!(self, Self::Search | Self::Command)
    }
}

impl App {
    /// Opens a prompt, about the current edit where it is about one.
    pub(super) fn ask(&mut self, kind: PromptKind) {
        let begun = if kind.is_about_edit() { self.begun(kind) } else { Ok("") };
        let line = match begun {
            Ok(words) => Line::of(words),
            Err(said) => {
                self.say(&said);
                return;
            }
        };
        let about = if kind.is_about_edit() { self.about() } else { None };
        self.screens.push(Screen::Prompt(Prompt { kind, about, line, chosen: 0 }));
        self.refresh();
    }

    /// The words with which what is typed about the current edit begins; or why nothing can be typed.
    fn begun(&self, kind: PromptKind) -> Result<&str, String> {
        if self.read_only {
            return Err("read only: nothing is decided or saved here".to_owned());
        }
        let text = &self.comparison.documents.new.text;
        let of_edit =
            |edit: usize| self.comparison.edits.get(edit).map(|edit| (edit.id, self.comparison.words(edit).new));
        let is_gap = |edit: usize| self.comparison.edits.get(edit).is_some_and(|edit| self.comparison.is_gap(edit));
        if let (PromptKind::Reword, Some(About::Edit(edit))) = (kind, self.about())
            && is_gap(edit)
        {
            return Err("only white space differs here, which has no words: accept or reject it, or comment".to_owned());
        }
        let of_stray = |place| self.comparison.stray(place).map(|stray| (stray.id, stray.follows.as_str()));
        let found = match self.about() {
            Some(About::Bead(_)) if kind != PromptKind::Reword => return Ok(""),
            Some(About::Bead(bead)) => return Ok(self.comparison.bead_words(bead).new),
            Some(About::Edit(edit)) => of_edit(edit),
            Some(About::Stray(place)) => {
                of_stray(place).map(|(id, words)| (id, if words.is_empty() { place.of(text) } else { words }))
            }
            None => None,
        };
        let (id, words) = found.ok_or_else(|| {
            let key = self.keymap.key(Action::NextSentence).unwrap_or_default();
            format!("there is no edit here; {key} goes to a sentence, and something can be said of that")
        })?;
        Ok(match (kind, self.review.decision(id)) {
            (PromptKind::Comment, _) => self.review.comment(id),
            (PromptKind::SendBack, Decision::SentBack(reason)) => reason,
            (PromptKind::Reword, Decision::Reworded(words)) => words,
            (PromptKind::Reword, _) => words,
            _ => "",
        })
    }

    /// Sends the words of the current edit to an editor.
    pub(super) fn ask_editor(&mut self) -> Effect {
        match self.begun(PromptKind::Reword).map(str::to_owned) {
            Ok(words) => Effect::Edit(words),
            Err(said) => self.say(&said),
        }
    }

    /// What came back from the editor: a third wording, where it is another one.
    pub fn edited(&mut self, sent: &str, words: &str) -> Effect {
        if words.trim().is_empty() || words == sent {
            return self.say(NOT_REWORDED);
        }
        let decision = Decision::Reworded(words.to_owned());
        match self.about() {
            Some(About::Stray(place)) => self.change_stray(place, |entry| entry.decision = decision),
            Some(about) if !self.go_to_subject(about) => self.say(NOT_TAKEN_UP),
            _ => self.decide(decision),
        }
    }

    /// One key while a prompt is open.
    pub(super) fn prompt_key(&mut self, key: Key) -> Effect {
        let Some(Screen::Prompt(prompt)) = self.screens.last_mut() else { return Effect::None };
        match (key.ctrl, key.code) {
            (_, Code::Esc) | (true, Code::Char('c' | 'g')) => self.close_prompt(),
            (_, Code::Enter) => return self.answer(),
            (true, Code::Char('l')) => return Effect::Redraw,
            (true, Code::Char('z')) => return Effect::Suspend,
            (_, Code::Down) | (true, Code::Char('n')) => self.choose(1),
            (_, Code::Up) | (true, Code::Char('p')) => self.choose(-1),
            _ => {
                if prompt.line.key(key) {
                    prompt.chosen = 0;
                    self.refresh();
                }
            }
        }
        Effect::None
    }

    /// Another one of the lines found.
    fn choose(&mut self, by: isize) {
        if let Some(Screen::Prompt(prompt)) = self.screens.last_mut()
            && prompt.kind == PromptKind::Command
        {
            let last = palette::found(&prompt.line.text).len().saturating_sub(1);
            prompt.chosen = prompt.chosen.saturating_add_signed(by).min(last);
        }
    }

    fn close_prompt(&mut self) {
        self.screens.pop();
        self.refresh();
    }

    fn answer(&mut self) -> Effect {
        let Some(Screen::Prompt(prompt)) = self.screens.last() else { return Effect::None };
        let Prompt { kind, about, line, chosen } = prompt.clone();
        let text = line.text;
        let is_empty = text.trim().is_empty();
        if kind == PromptKind::SendBack && is_empty {
            return self.say("an edit is sent back with a reason: type one, or press Esc");
        }
        if kind == PromptKind::Reword && is_empty && self.has_no_words(about) {
            return self.say("nothing stands here to be reworded: type the words that are to, or press Esc");
        }
        self.close_prompt();
        if let Some(About::Stray(place)) = about {
            return self.change_stray(place, |entry| match kind {
                PromptKind::Comment => text.trim().clone_into(&mut entry.comment),
                PromptKind::SendBack => entry.decision = Decision::SentBack(text.trim().to_owned()),
                _ => entry.decision = Decision::Reworded(text),
            });
        }
        if kind == PromptKind::Reword && self.is_standing(about, &text) {
            return self.say(NOT_REWORDED);
        }
        if kind != PromptKind::Reword && matches!(about, Some(About::Bead(_))) && is_empty {
            return self.say("nothing was written");
        }
        if about.is_some_and(|about| !self.go_to_subject(about)) {
            return self.say(NOT_TAKEN_UP);
        }
        let edits: Vec<usize> = self.current.into_iter().collect();
        match kind {
            PromptKind::SendBack => self.decide(Decision::SentBack(text.trim().to_owned())),
            PromptKind::Reword => self.decide(Decision::Reworded(text)),
            PromptKind::Comment => self.change(&edits, |entry| text.trim().clone_into(&mut entry.comment)),
            PromptKind::Search => {
                self.begin_search(&text);
                Effect::None
            }
            PromptKind::Command => match palette::found(&text).get(chosen) {
                Some(action) => self.update(*action),
                None => self.say(palette::NOTHING),
            },
        }
    }

    /// Whether words to reword something to are those that stand there already.
    fn is_standing(&self, about: Option<About>, text: &str) -> bool {
        let of_edit = |edit: usize| self.comparison.edits.get(edit);
        match about {
            Some(About::Edit(edit)) => of_edit(edit).is_some_and(|edit| match self.review.decision(edit.id) {
                Decision::Reworded(words) => words == text,
                _ => self.comparison.words(edit).new == text,
            }),
            Some(About::Bead(bead)) => self.comparison.bead_words(bead).new.trim() == text.trim(),
            _ => false,
        }
    }

    /// Whether nothing stands in the new wording for an edit.
    fn has_no_words(&self, about: Option<About>) -> bool {
        let Some(About::Edit(edit)) = about else { return false };
        self.comparison.edits.get(edit).is_some_and(|edit| self.comparison.words(edit).new.trim().is_empty())
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
