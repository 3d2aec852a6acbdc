//! What each action does.

use super::own::About;
use super::page::View;
use super::search::Wanted;
use super::{Action, App, Effect, PromptKind, Screen, columns};
use crate::document::Side;
use crate::review::Decision;

/// No line is as long, in columns.
const FARTHEST: usize = 1 << 24;

impl App {
    /// Does an action once.
    pub fn update(&mut self, action: Action) -> Effect {
        self.act(action, None)
    }

    /// Does an action, with the count typed before it.
    pub fn act(&mut self, action: Action, count: Option<usize>) -> Effect {
        if let Some(effect) = self.on_list(action, count).or_else(|| self.act_on_stray(action)) {
            return effect;
        }
        if self.brings_into_sight(action) {
            return Effect::None;
        }
        match action {
            Action::NextEdit | Action::PreviousEdit if self.search.is_some() => {
                self.walk_hits(action == Action::NextEdit, count)
            }
            Action::NextEdit => self.walk(true, count, |_, _| true, "edit"),
            Action::PreviousEdit => self.walk(false, count, |_, _| true, "edit"),
            Action::NextOpen => self.walk(true, count, Self::is_open, "open edit"),
            Action::PreviousOpen => self.walk(false, count, Self::is_open, "open edit"),
            Action::NextSubstantive => self.walk(true, count, Self::is_substantive, "substantive edit"),
            Action::PreviousSubstantive => self.walk(false, count, Self::is_substantive, "substantive edit"),
            Action::NextUntranslated => self.walk(true, count, Self::is_untranslated, "untranslated passage"),
            Action::PreviousUntranslated => self.walk(false, count, Self::is_untranslated, "untranslated passage"),
            Action::NextSentence | Action::PreviousSentence => {
                self.walk_sentences(action == Action::NextSentence, count);
            }
            Action::OldSide => self.cross_to(Side::Old),
            Action::NewSide => self.cross_to(Side::New),
            Action::Align => return self.join(),
            Action::Split => return self.split(),
            Action::Merge => return self.merge(),
            Action::NextMove => self.walk(true, count, Self::is_move, "move"),
            Action::PreviousMove => self.walk(false, count, Self::is_move, "move"),
            Action::NextComment => self.walk(true, count, Self::has_comment, "comment"),
            Action::PreviousComment => self.walk(false, count, Self::has_comment, "comment"),
            Action::NextStray | Action::PreviousStray => self.walk_strays(action == Action::NextStray, count),
            Action::OtherEnd => self.other_end(),
            Action::NextIdentical => self.next_identical(count),
            Action::Start if count.is_some() => self.go_to(count),
            Action::End if count.is_some() => self.go_to(count),
            Action::SendBack => self.ask(PromptKind::SendBack),
            Action::Reword => self.ask(PromptKind::Reword),
            Action::RewordInEditor => return self.ask_editor(),
            Action::Comment => self.ask(PromptKind::Comment),
            Action::Search => self.ask(PromptKind::Search),
            Action::Palette => self.ask(PromptKind::Command),
            Action::Filter => self.over(Screen::Filter(0)),
            Action::Overview => self.over(Screen::Overview),
            Action::Coarser => return self.regrain(true),
            Action::Finer => return self.regrain(false),
            Action::CopyNew => return self.copy_new(),
            Action::CopyRedline => return self.copy_redline(),
            Action::Mouse => return self.toggle_mouse(),
            Action::Lens => self.toggle_lens(),
            Action::Theme => self.next_theme(),
            Action::View => self.next_view(),
            Action::Wrap => self.toggle_wrap(),
            Action::Left | Action::Right => self.scroll_across(action == Action::Right, count),
            Action::Fold => self.fold(),
            Action::OpenFolds => self.fold_all(false),
            Action::CloseFolds => self.fold_all(true),
            Action::Orphans => self.screens.push(Screen::Orphans(0)),
            Action::Help => self.screens.push(Screen::Help(0)),
            Action::Back => self.back(),
            Action::Quit => return Effect::Quit,
            Action::Reload => return Effect::Reload,
            Action::Suspend => return Effect::Suspend,
            Action::Redraw => return Effect::Redraw,
            _ => return self.act_on_edits(action, count),
        }
        Effect::None
    }

    /// Shows the current edit where an action would decide it though a search or a scroll has left it: nobody decides what does not
    /// stand there.
    fn brings_into_sight(&mut self, action: Action) -> bool {
        let asks = matches!(action, Action::SendBack | Action::Reword | Action::RewordInEditor | Action::Comment);
        if asks && self.about() != self.current.map(About::Edit) {
            return false;
        }
        let is_left = |edit: &usize| {
            let has_left = self.search.is_some() || self.top != self.shown;
            is_of_edits(action) && has_left && self.stray().is_none() && !self.in_sight(*edit)
        };
        let Some(edit) = self.current.filter(is_left) else { return false };
        self.show_current();
        // Some views leave out what is deleted.
        let is_shown = self.in_sight(edit);
        if is_shown {
            self.notice = Some(format!("edit {} was out of sight: here it is", edit + 1));
        }
        is_shown
    }

    /// What decides, or takes a decision back; the rest scrolls.
    fn act_on_edits(&mut self, action: Action, count: Option<usize>) -> Effect {
        match action {
            Action::Accept => self.decide(Decision::Accepted),
            Action::Reject => self.decide(Decision::Rejected),
            Action::Reopen => self.decide(Decision::Open),
            Action::AcceptAndGo => self.accept_and_go(),
            Action::AcceptParagraph => self.decide_paragraph(Decision::Accepted),
            Action::RejectParagraph => self.decide_paragraph(Decision::Rejected),
            Action::AcceptArticle => self.decide_article(Decision::Accepted),
            Action::RejectArticle => self.decide_article(Decision::Rejected),
            Action::AcceptFiltered => self.decide_filtered(Decision::Accepted),
            Action::RejectFiltered => self.decide_filtered(Decision::Rejected),
            Action::Repeat => self.repeat(),
            Action::Identical => self.decide_identical(),
            Action::Undo => self.undo(),
            Action::Redo => self.redo(),
            _ => {
                self.scroll(action, count);
                Effect::None
            }
        }
    }

    fn next_view(&mut self) {
        self.view = match self.view {
            View::SideBySide => View::Inline,
            View::Inline => View::Stacked,
            View::Stacked => View::Clean,
            View::Clean => View::SideBySide,
        };
        self.view_chosen = true;
        self.top.row = 0;
        self.top = self.scrolled(self.top, 0);
        self.show_current();
    }

    /// Wraps the lines, or cuts them.
    fn toggle_wrap(&mut self) {
        let key = |action| self.keymap.key(action).unwrap_or_default();
        let (left, right, wrap) = (key(Action::Left), key(Action::Right), key(Action::Wrap));
        let (cut, said) = match self.page.cut {
            None => {
                (Some(0), format!("a line a paragraph: {right} and {left} go right and left, {wrap} wraps them again"))
            }
            Some(_) => (None, "lines are wrapped".to_owned()),
        };
        self.page.cut = cut;
        self.notice = Some(said);
        self.top.row = 0;
        self.top = self.scrolled(self.top, 0);
        self.show_current();
    }

    /// Moves lines that are cut by half a column's width.
    fn scroll_across(&mut self, right: bool, count: Option<usize>) {
        let Some(from) = self.page.cut else {
            let key = self.keymap.key(Action::Wrap).unwrap_or_default();
            self.notice = Some(format!("lines are wrapped; {key} cuts them"));
            return;
        };
        let half = (columns::columns(self.view, self.columns()).new.1 / 2).max(1);
        let by = half.saturating_mul(count.unwrap_or(1));
        self.page.cut = Some(if right { from.saturating_add(by).min(FARTHEST) } else { from.saturating_sub(by) });
        self.refresh();
    }

    fn fold(&mut self) {
        if !self.page.toggle_fold(self.top, self.bottom) {
            self.notice = Some("there is nothing to fold or unfold on this screen".to_owned());
            return;
        }
        self.top.row = 0;
        self.top = self.scrolled(self.top, 0);
        self.refresh();
    }

    fn fold_all(&mut self, folded: bool) {
        self.page.fold_all(folded);
        self.top.row = 0;
        self.top = self.scrolled(self.top, 0);
        self.show_current();
    }

    /// One level back: a count, a mark, the sentence cursor, the search, then the filter; never out of the program.
    fn back(&mut self) {
        if self.leave_sentences() {
            return;
        }
        if let Some(search) = self.search.take() {
            let is_of_words = search.wanted != Wanted::Strays;
            let said = if is_of_words { "search ended" } else { "edits are walked again" };
            self.notice = Some(said.to_owned());
            self.refresh();
        } else if self.end_filter() {
            self.notice = Some("all edits are walked again".to_owned());
            self.show_current();
        }
    }

    /// Lays a list of the edits over the text.
    fn over(&mut self, list: Screen) {
        if self.comparison.edits.is_empty() {
            self.notice = Some("there are no edits".to_owned());
            return;
        }
        self.screens.push(list);
    }

    fn toggle_lens(&mut self) {
        self.lens = !self.lens;
        let key = self.keymap.key(Action::Lens).unwrap_or_default();
        self.notice = (!self.lens).then(|| format!("the lens is hidden; {key} shows it again"));
        self.show_current();
    }

    fn next_theme(&mut self) {
        (self.monochrome, self.page.brackets) = match (self.monochrome, self.page.brackets) {
            (false, false) => (false, true),
            (false, true) => (true, true),
            (true, _) => (false, false),
        };
        let theme = match (self.monochrome, self.page.brackets) {
            (false, false) => "colours",
            (false, true) => "colours and brackets",
            (true, _) => "brackets without colours",
        };
        self.notice = Some(format!("edits are marked in {theme}"));
        self.top = self.scrolled(self.top, 0);
        self.show_current();
    }

    fn toggle_mouse(&mut self) -> Effect {
        self.mouse = !self.mouse;
        let said =
            if self.mouse { "the mouse is listened to" } else { "the mouse is the terminal's: mark and copy there" };
        self.notice = Some(said.to_owned());
        Effect::Mouse(self.mouse)
    }
}

/// Whether an action decides on the current edit, or on others with it.
pub(super) const fn is_of_edits(action: Action) -> bool {
    matches!(
        action,
        Action::Accept
            | Action::Reject
            | Action::Reopen
            | Action::AcceptAndGo
            | Action::AcceptParagraph
            | Action::RejectParagraph
            | Action::AcceptArticle
            | Action::RejectArticle
            | Action::SendBack
            | Action::Reword
            | Action::RewordInEditor
            | Action::Comment
            | Action::Repeat
            | Action::Identical
    )
}
