//! The program's state and what each action does to it. No terminal, no disk: keys go in, an [`Effect`] and a window of rows come out.

use std::ops::Range;

use crate::compare::Comparison;
use crate::review::{Decision, Review};

pub mod action;
mod by_hand;
pub mod columns;
mod copy;
mod decide;
mod effect;
pub mod filter;
mod folded;
mod grain;
pub mod help;
mod identical;
pub mod key;
pub mod keymap;
mod layout;
mod layouts;
pub mod lens;
pub mod line;
pub mod list;
pub mod lists;
mod mouse;
mod numbers;
pub mod orphans;
mod overview;
pub mod own;
pub mod page;
pub mod palette;
mod prompt;
mod reload;
pub mod search;
mod sentence;
mod sight;
mod stops;
mod strays;
mod undo;
mod update;
mod walk;

pub use action::{ACTIONS, Action};
pub use effect::Effect;
use filter::Filter;
use key::{Code, Key};
use keymap::{Found, Keymap, Pending};
pub use layout::{Area, Layout, layout};
use line::Line;
use own::About;
use page::{Page, Place, Row, Tick, View};
use search::Search;
pub use sentence::Sentence;
use undo::Step;

/// Everything the screen shows and the keys change.
#[derive(Debug)]
pub struct App {
    /// What was found between the two wordings.
    pub comparison: Comparison,
    /// What was decided.
    pub review: Review,
    /// The comparison laid out.
    pub page: Page,
    /// How the wordings are shown.
    pub view: View,
    /// What stands at the top of the window.
    pub top: Place,
    /// The current edit, as an index into the comparison's edits.
    pub current: Option<usize>,
    /// What stood at the top of the window when the current edit was last shown.
    shown: Place,
    /// Where the last row of the window stands.
    pub bottom: Place,
    /// The rows of the window: prepared after every update, drawing reads them only.
    pub window: Vec<Row>,
    /// Columns and rows of the terminal.
    pub size: (u16, u16),
    /// What lies over the text, the topmost last.
    pub screens: Vec<Screen>,
    /// What is to be said now; gone with the next key.
    pub notice: Option<String>,
    /// What was said of the wordings when they were read.
    pub notes: Vec<String>,
    /// The sentence cursor; none until it is moved.
    pub cursor: Option<Sentence>,
    /// Where a search or a way to an end of the text has led: there the sentence cursor begins.
    pointed: Option<Sentence>,
    /// The sentence that waits for what belongs to it.
    pub marked: Option<Sentence>,
    /// The search that is on.
    pub search: Option<Search>,
    /// Which edits are walked.
    pub filter: Filter,
    /// Whether the last decisions could not be saved yet.
    pub unsaved: bool,
    /// Whether nothing may be decided here.
    pub read_only: bool,
    /// Whether colours are left out (marks and styles only).
    pub monochrome: bool,
    /// Whether the lens is shown.
    pub lens: bool,
    /// How many rows the lens would need.
    lens_rows: usize,
    /// Whether the mouse is listened to.
    pub mouse: bool,
    /// Which keys do what.
    pub keymap: Keymap,
    /// The beginning of a key sequence, and the count.
    pub pending: Pending,
    /// Whether the view was chosen by hand: then the width does not change it.
    view_chosen: bool,
    /// For every edit, whether it is open: looked up for every tick of every frame.
    open: Vec<bool>,
    /// For every edit, whether it fits the filter: looked up for every piece of every frame.
    walked: Vec<bool>,
    /// The last decision, for repeating.
    last: Option<Decision>,
    done: Vec<Step>,
    undone: Vec<Step>,
}

/// Something that lies over the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Screen {
    /// What every key does; the first row shown.
    Help(usize),
    /// The decisions whose edits are gone; the first row shown.
    Orphans(usize),
    /// A line for every edit; the current one is the chosen one.
    Overview,
    /// What the edits can be filtered by; the chosen line.
    Filter(usize),
    /// A line to be typed, in the lens.
    Prompt(Prompt),
}

/// A line to be typed, and what for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prompt {
    /// What for.
    pub kind: PromptKind,
    /// What it is about.
    pub about: Option<About>,
    /// What was typed.
    pub line: Line,
    /// Which of the lines found for it is chosen.
    pub chosen: usize,
}

/// What a prompt is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PromptKind {
    /// The reason for sending an edit back.
    SendBack,
    /// A comment on an edit.
    Comment,
    /// A third wording.
    Reword,
    /// What to search for.
    Search,
    /// An action, by its name.
    Command,
}

impl App {
    /// The program at its start: at the first open edit; what it says where some are decided stands in [`App::notice`].
    pub fn new(comparison: Comparison, review: Review, read_only: bool) -> Self {
        let page = Page::new(&comparison);
        let mut app = Self {
            comparison,
            review,
            page,
            view: View::SideBySide,
            top: Place { chunk: 0, row: 0 },
            bottom: Place::default(),
            current: None,
            shown: Place::default(),
            window: Vec::new(),
            size: (0, 0),
            screens: Vec::new(),
            notice: None,
            notes: Vec::new(),
            cursor: None,
            pointed: None,
            marked: None,
            search: None,
            filter: Filter::default(),
            unsaved: false,
            read_only,
            monochrome: false,
            lens: true,
            lens_rows: 0,
            mouse: true,
            keymap: Keymap::default(),
            pending: Pending::default(),
            view_chosen: false,
            open: Vec::new(),
            walked: Vec::new(),
            last: None,
            done: Vec::new(),
            undone: Vec::new(),
        };
        app.note_decisions();
        app.go_on();
        app
    }

    /// The terminal has this size now (columns, rows).
    pub fn resize(&mut self, columns: u16, rows: u16) {
        let first = self.size == (0, 0);
        self.size = (columns, rows);
        if !self.view_chosen {
            self.view = View::of(columns);
        }
        self.refresh();
        if first || self.current.is_some_and(|edit| !self.in_sight(edit)) {
            self.show_current();
        }
    }

    /// One key.
    pub fn key(&mut self, key: Key) -> Effect {
        self.notice = None;
        if matches!(self.screens.last(), Some(Screen::Prompt(_))) {
            return self.prompt_key(key);
        }
        if let Some(effect) = self.filter_key(key) {
            return effect;
        }
        if key == Key::plain(Code::Esc) && self.pending != Pending::default() {
            self.pending = Pending::default();
            return Effect::None;
        }
        let mut pending = std::mem::take(&mut self.pending);
        let typed = pending.keys.iter().chain([&key]).map(Key::to_string).collect::<String>();
        let found = self.keymap.step(&mut pending, key);
        self.pending = pending;
        match found {
            Found::Action(action, count) => self.act(action, count),
            Found::Wait => Effect::None,
            Found::Nothing => {
                let help = self.keymap.key(Action::Help).unwrap_or_default();
                self.say(&format!("{typed} does nothing; {help} shows what every key does"))
            }
        }
    }

    /// Text pasted: it goes into an open prompt and nowhere else.
    pub fn paste(&mut self, text: &str) {
        if let Some(Screen::Prompt(prompt)) = self.screens.last_mut() {
            prompt.line.insert(text);
            self.refresh();
        }
    }

    /// What was decided on an edit.
    pub fn decision(&self, edit: usize) -> &Decision {
        self.comparison.edits.get(edit).map_or(&Decision::Open, |edit| self.review.decision(edit.id))
    }

    /// Whether an edit is still open.
    pub fn is_open(&self, edit: usize) -> bool {
        self.open.get(edit).copied().unwrap_or(true)
    }

    /// How many edits are still open.
    pub fn open_count(&self) -> usize {
        self.open.iter().filter(|is_open| **is_open).count()
    }

    /// How many edits are sent back.
    pub fn sent_back_count(&self) -> usize {
        self.review.entries.values().filter(|entry| matches!(entry.decision, Decision::SentBack(_))).count()
    }

    /// Looks every decision up again.
    fn note_decisions(&mut self) {
        let edits = self.comparison.edits.len();
        self.open = vec![true; edits];
        self.walked = vec![true; edits];
        (0..edits).for_each(|edit| self.note_decision(edit));
    }

    /// Looks the decision on an edit up again.
    fn note_decision(&mut self, index: usize) {
        if let Some(edit) = self.comparison.edits.get(index) {
            self.open[index] = *self.review.decision(edit.id) == Decision::Open;
            self.walked[index] = self.filter.fits(edit, &self.review);
        }
    }

    fn first(&self) -> Option<usize> {
        (!self.comparison.edits.is_empty()).then_some(0)
    }

    /// The ruler: a tick for each row of the text area, with the edits of that part of the text. Where the whole text is in sight, the ticks
    /// stand beside their edits.
    pub fn ticks(&self) -> Vec<Tick> {
        let height = self.rows();
        if !self.is_whole() {
            return self.page.ruler(height);
        }
        let edits = |row: &Row| {
            let edits = || [&row.cells.old, &row.cells.new].into_iter().flatten().filter_map(|piece| piece.edit);
            Tick { edits: edits().min().map_or(0..0, |first| first..edits().max().unwrap_or(first) + 1) }
        };
        self.window.iter().map(edits).collect()
    }

    /// Which rows of the ruler stand for the window; none where the whole text is in sight.
    pub fn seen(&self) -> Range<usize> {
        if self.is_whole() {
            return 0..0;
        }
        let height = self.rows();
        self.page.ruler_row(self.top, height)..self.page.ruler_row(self.bottom, height) + 1
    }

    /// Whether the whole text is in the window.
    fn is_whole(&self) -> bool {
        self.top == Place::default() && self.window.len() < self.rows()
    }

    fn columns(&self) -> usize {
        layout(self.size, self).text.width.into()
    }

    fn rows(&self) -> usize {
        layout(self.size, self).text.height.into()
    }

    /// Lays the window out anew, and once more where the lens needs another height for what it shows now.
    fn refresh(&mut self) {
        self.lay_out();
        let wanted = self.lens_height();
        if wanted != self.lens_rows {
            self.lens_rows = wanted;
            self.lay_out();
        }
    }

    fn lay_out(&mut self) {
        let (columns, rows) = (self.columns(), self.rows());
        self.window = self.page.window(&self.comparison, &self.review, self.view, columns, rows, self.top);
        self.bottom = self.scrolled(self.top, self.window.len().saturating_sub(1) as isize);
    }

    fn scrolled(&mut self, from: Place, rows: isize) -> Place {
        let columns = self.columns();
        self.page.scroll(&self.comparison, &self.review, self.view, columns, from, rows)
    }
}

#[cfg(test)]
mod by_hand_tests;
#[cfg(test)]
mod tests;
