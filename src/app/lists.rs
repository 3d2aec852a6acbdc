//! The lists that lie over the text: what is seen of them, and going through them.

use super::list::ListLine;
use super::{Action, App, Effect, PromptKind, Screen, help, layout, orphans, palette};

/// What is seen of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct List {
    /// The lines that are seen.
    pub lines: Vec<ListLine>,
    /// Which line of all is the first of them.
    pub first: usize,
    /// How many lines there are in all.
    pub all: usize,
    /// Which of all lines is the chosen one, in a list in which one is chosen.
    pub chosen: Option<usize>,
}

impl List {
    /// Lines from one of them on.
    fn from(lines: Vec<ListLine>, top: usize, height: usize) -> Self {
        let all = lines.len();
        // A list has fewer lines in a window that has become wider.
        let first = top.min(all.saturating_sub(height));
        Self { lines: lines.into_iter().skip(first).take(height).collect(), first, all, chosen: None }
    }

    /// Lines around the chosen one; only those that are seen are made.
    fn around(chosen: Option<usize>, all: usize, height: usize, line: impl Fn(usize) -> ListLine) -> Self {
        let first = chosen.unwrap_or(0).saturating_sub(height / 2).min(all.saturating_sub(height));
        Self { lines: (first..all.min(first + height)).map(line).collect(), first, all, chosen }
    }
}

impl App {
    /// The list that lies over the text; `None` = there is none.
    pub fn list(&self) -> Option<List> {
        let width = self.size.0.into();
        let height = self.list_height();
        Some(match self.screens.last()? {
            Screen::Help(top) => List::from(help::lines(&self.keymap, width), *top, height),
            Screen::Orphans(top) => List::from(orphans::lines(&self.review, &self.comparison, width), *top, height),
            Screen::Filter(at) => {
                let (lines, places) = self.filter_lines();
                let chosen = places.get(*at).copied();
                List::around(chosen, lines.len(), height, |line| lines[line].clone())
            }
            Screen::Overview => {
                let edits = self.overviewed();
                let chosen = self.current.and_then(|current| edits.binary_search(&current).ok());
                List::around(chosen, edits.len(), height, |line| self.overview_line(edits[line], width))
            }
            Screen::Prompt(prompt) if prompt.kind == PromptKind::Command => {
                let found = palette::found(&prompt.line.text);
                if found.is_empty() {
                    return Some(List::from(
                        vec![ListLine::of("context", format!("  {}", palette::NOTHING))],
                        0,
                        height,
                    ));
                }
                let chosen = Some(prompt.chosen);
                List::around(chosen, found.len(), height, |line| palette::line(&self.keymap, found[line], width))
            }
            Screen::Prompt(_) => return None,
        })
    }

    /// How many lines of a list are seen at once.
    pub fn list_height(&self) -> usize {
        let parts = layout(self.size, self);
        let lens = match self.screens.last() {
            Some(Screen::Overview | Screen::Prompt(_)) => 0,
            _ => parts.lens.height,
        };
        usize::from(parts.text.height + lens).max(1)
    }

    /// What an action does while a list lies over the text; `None` = what it always does.
    pub(super) fn on_list(&mut self, action: Action, count: Option<usize>) -> Option<Effect> {
        let list = self.list()?;
        match (action, self.screens.last()?) {
            (Action::Suspend | Action::Redraw | Action::Theme | Action::Mouse, _) => return None,
            // The commands are found by the words of the help.
            (Action::Palette, Screen::Help(_)) => {
                self.screens.pop();
                self.ask(PromptKind::Command);
            }
            // Enter ends a search, but does a command: the one is not put for the other.
            (Action::Search, Screen::Help(_)) => {
                let key = self.keymap.key(Action::Palette).unwrap_or_default();
                self.notice = Some(format!("{key} finds commands by their names and by the words of this help"));
            }
            (Action::Filter, Screen::Filter(_)) => {
                self.end_filter();
                self.close_filter();
            }
            (Action::Back | Action::Quit, Screen::Filter(_)) => self.close_filter(),
            (Action::AcceptAndGo | Action::Back | Action::Quit | Action::Overview, Screen::Overview) => {
                self.screens.pop();
                self.show_current();
            }
            // What is about sentences is done in the text, where they are seen.
            (_, Screen::Overview) if is_of_sentences(action) => {
                self.screens.pop();
                self.show_current();
                return None;
            }
            // As in the text: to the edit of this number.
            (Action::Start | Action::End, Screen::Overview) if count.is_some() => {
                let wanted = count.unwrap_or(1).saturating_sub(1);
                let edits = self.overviewed();
                self.current = edits.iter().find(|edit| **edit >= wanted).or(edits.last()).copied().or(self.current);
            }
            (_, Screen::Overview) if !is_scroll(action) => return None,
            (Action::Back | Action::Quit | Action::Help | Action::Orphans, _) => {
                self.screens.pop();
                self.refresh();
            }
            _ => self.move_in(&list, action, count.unwrap_or(1)),
        }
        Some(Effect::None)
    }

    /// Through the lines of a list, or from one choice to another.
    fn move_in(&mut self, list: &List, action: Action, times: usize) {
        let height = self.list_height();
        let (facets, edits) = match self.screens.last() {
            Some(Screen::Filter(_)) => (self.facets().len(), Vec::new()),
            Some(Screen::Overview) => (0, self.overviewed()),
            _ => (0, Vec::new()),
        };
        let moved = |from: usize, all: usize| moved(action, from, times, height).min(all.saturating_sub(1));
        match self.screens.last_mut() {
            Some(Screen::Help(top) | Screen::Orphans(top)) => {
                *top = moved(list.first, list.all + 1 - height.min(list.all))
            }
            Some(Screen::Filter(at)) => *at = moved(*at, facets),
            Some(Screen::Overview) => {
                let at = moved(list.chosen.unwrap_or(0), edits.len());
                self.current = edits.get(at).copied().or(self.current);
            }
            _ => {}
        }
    }

    /// A click on a row of the list: what stands there is chosen.
    pub(super) fn click_list(&mut self, row: usize) {
        let Some(list) = self.list().filter(|list| row < list.lines.len()) else { return };
        let line = list.first + row;
        match self.screens.last() {
            Some(Screen::Filter(_)) => {
                let Some(at) = self.filter_lines().1.iter().position(|place| *place == line) else { return };
                self.toggle_facet(at);
                self.screens.pop();
                self.screens.push(Screen::Filter(at));
            }
            Some(Screen::Overview) => self.current = self.overviewed().get(line).copied().or(self.current),
            _ => {}
        }
    }
}

const fn is_of_sentences(action: Action) -> bool {
    matches!(
        action,
        Action::Align
            | Action::Split
            | Action::Merge
            | Action::NextSentence
            | Action::PreviousSentence
            | Action::OldSide
            | Action::NewSide
    )
}

const fn is_scroll(action: Action) -> bool {
    matches!(
        action,
        Action::Down
            | Action::Up
            | Action::PageDown
            | Action::PageUp
            | Action::HalfDown
            | Action::HalfUp
            | Action::Start
            | Action::End
    )
}

/// Where an action leads from a line.
fn moved(action: Action, from: usize, times: usize, height: usize) -> usize {
    match action {
        Action::Down => from.saturating_add(times),
        Action::Up => from.saturating_sub(times),
        Action::PageDown => from.saturating_add(height.saturating_mul(times)),
        Action::PageUp => from.saturating_sub(height.saturating_mul(times)),
        Action::HalfDown => from.saturating_add(height / 2),
        Action::HalfUp => from.saturating_sub(height / 2),
        Action::Start => 0,
        Action::End => usize::MAX,
        _ => from,
    }
}
