//! The loop: key, action, effect, drawing.

use std::io;

use anyhow::{Context, Result, bail};
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;
use ratatui::{Frame, Terminal as Screen};

use crate::app::{Action, App, Effect};
use crate::terminal::{Event, Mouse, Terminal};

/// How many rows a notch of the wheel scrolls.
const WHEEL: usize = 3;

/// Runs the program until it is left. `save` keeps the review at once and durably, `draw` puts the program's state on the screen.
pub fn run(mut app: App, mut save: impl FnMut(&App) -> Result<()>, draw: impl Fn(&App, &mut Frame<'_>)) -> Result<()> {
    let (ended, unsaved) = {
        let mut terminal = Terminal::enter(true).context("the terminal could not be taken over: run redraft in one")?;
        let mut keeping = Keeping { save: &mut save, trouble: None, held_back: false };
        let ended = rounds(&mut app, &mut terminal, &mut keeping, draw);
        if keeping.trouble.is_some() {
            keeping.save(&mut app);
        }
        (ended, keeping.trouble)
    };
    match unsaved {
        Some(trouble) => bail!("the last decisions are not saved: {trouble}"),
        None => ended,
    }
}

/// Saving, and what went wrong with it last.
struct Keeping<'a> {
    save: &'a mut dyn FnMut(&App) -> Result<()>,
    trouble: Option<String>,
    /// Whether the program was once kept from ending for it.
    held_back: bool,
}

impl Keeping<'_> {
    /// Saves; when that fails, says so and keeps the decisions in memory until the next time.
    fn save(&mut self, app: &mut App) {
        self.trouble = (self.save)(app).err().map(|trouble| format!("{trouble:#}"));
        app.unsaved = self.trouble.is_some();
        self.held_back &= app.unsaved;
        if let Some(trouble) = &self.trouble {
            app.notice = Some(format!("NOT SAVED, tried again at the next decision: {trouble}"));
        }
    }

    /// Tries once more before the program ends; whether that fails for the first time, so that there is something to be done about it.
    fn holds_back(&mut self, app: &mut App) -> bool {
        if self.trouble.is_none() || self.held_back {
            return false;
        }
        self.save(app);
        self.held_back = self.trouble.is_some();
        if let Some(trouble) = &self.trouble {
            app.notice = Some(format!("NOT SAVED; quit once more to leave all the same: {trouble}"));
        }
        self.held_back
    }
}

fn rounds(
    app: &mut App,
    terminal: &mut Terminal,
    keeping: &mut Keeping<'_>,
    draw: impl Fn(&App, &mut Frame<'_>),
) -> Result<()> {
    // A frame leaves in one piece: standard output by itself would send it in crumbs.
    let out = io::BufWriter::with_capacity(1 << 16, io::stdout());
    let mut screen = Screen::new(CrosstermBackend::new(out)).context("the terminal can't be drawn on")?;
    let (columns, rows) = terminal.size().unwrap_or((80, 24));
    app.resize(columns, rows);
    loop {
        if app.size.0 > 0 && app.size.1 > 0 {
            let drawn = terminal.update(|| screen.draw(|frame| draw(app, frame)).map(|_| ()));
            drawn.context("the terminal can't be drawn on any more")?;
        }
        for event in terminal.events().context("the terminal can't be read any more")? {
            if event == Event::Quit {
                return Ok(());
            }
            match effect(app, event) {
                Effect::None => {}
                Effect::Save => keeping.save(app),
                Effect::Quit if keeping.holds_back(app) => {}
                Effect::Quit => return Ok(()),
                Effect::Suspend => {
                    terminal.suspend().context("the terminal could not be taken over again")?;
                    let (columns, rows) = terminal.size().unwrap_or(app.size);
                    app.resize(columns, rows);
                    clear(&mut screen, app.size)?;
                }
                Effect::Redraw => clear(&mut screen, app.size)?,
            }
        }
    }
}

/// Everything is drawn anew. ratatui's own `clear` would ask the terminal where its cursor is, and some never answer.
fn clear<W: io::Write>(screen: &mut Screen<CrosstermBackend<W>>, (columns, rows): (u16, u16)) -> Result<()> {
    screen.resize(Rect::new(0, 0, columns, rows)).context("the terminal can't be drawn on any more")
}

fn effect(app: &mut App, event: Event) -> Effect {
    match event {
        Event::Key(key) => return app.key(key),
        Event::Resize(columns, rows) => {
            app.resize(columns, rows);
            // A terminal that was smaller for a moment may have dropped cells that it has again.
            return Effect::Redraw;
        }
        Event::Paste(text) => app.paste(&text),
        Event::Mouse(Mouse::WheelUp) => return app.act(Action::Up, Some(WHEEL)),
        Event::Mouse(Mouse::WheelDown) => return app.act(Action::Down, Some(WHEEL)),
        Event::Mouse(Mouse::Click(column, row)) => app.click(column, row),
        Event::Quit => {}
    }
    Effect::None
}
