//! The loop: key, action, effect, drawing.

use std::io;
use std::panic::resume_unwind;
use std::sync::mpsc::{self, RecvTimeoutError, TryRecvError};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;
use ratatui::{Frame, Terminal as Screen};

use crate::app::key::{Code, Key};
use crate::app::{Action, App, Effect};
use crate::store;
use crate::terminal::{Event, Mouse, Terminal};

/// How many rows a notch of the wheel scrolls.
const WHEEL: usize = 3;

/// Work that is done this soon is not worth saying that it goes on.
const SOON: Duration = Duration::from_millis(100);

/// How often the screen says how far work has come.
const TOLD: Duration = Duration::from_millis(50);

/// Standard output as the screen is drawn on it.
type Out = io::BufWriter<io::Stdout>;

/// The terminal in our hands, from before the comparison until the program is left; it is given back when dropped.
#[derive(Debug)]
pub struct Session {
    screen: Screen<CrosstermBackend<Out>>,
    /// Dropped after the screen: it has the last word on the terminal.
    terminal: Terminal,
    /// What was typed before there was anything to act on.
    early: Vec<Event>,
}

impl Session {
    /// Takes the terminal over.
    pub fn open() -> Result<Self> {
        let terminal = Terminal::enter(true).context("the terminal could not be taken over: run redraft in one")?;
        // A frame leaves in one piece: standard output by itself would send it in crumbs.
        let out = io::BufWriter::with_capacity(1 << 16, io::stdout());
        let screen = Screen::new(CrosstermBackend::new(out)).context("the terminal can't be drawn on")?;
        Ok(Self { screen, terminal, early: Vec::new() })
    }

    /// Does work on another thread, and draws meanwhile if it takes long. `None` = the person does not want to wait for it: the program is
    /// to end, and the work with it. What else is typed is kept for later.
    pub fn wait<T: Send + 'static>(
        &mut self,
        work: impl FnOnce() -> T + Send + 'static,
        draw: impl Fn(&mut Frame<'_>),
    ) -> Result<Option<T>> {
        let (sender, receiver) = mpsc::channel();
        let worker = thread::spawn(move || sender.send(work()));
        let mut done = receiver.recv_timeout(SOON);
        while matches!(done, Err(RecvTimeoutError::Timeout)) {
            if self.terminal.size().is_ok_and(|(columns, rows)| columns > 0 && rows > 0) {
                self.draw(&draw)?;
            }
            for event in self.terminal.events_within(TOLD).context("the terminal can't be read any more")? {
                match event {
                    event if self.ends(&event) => return Ok(None),
                    Event::Resize(columns, rows) => self.clear((columns, rows))?,
                    event => self.early.push(event),
                }
            }
            done = receiver.try_recv().map_err(|why| match why {
                TryRecvError::Empty => RecvTimeoutError::Timeout,
                TryRecvError::Disconnected => RecvTimeoutError::Disconnected,
            });
        }
        match (done, worker.join()) {
            (Ok(done), _) => Ok(Some(done)),
            (Err(_), Err(panic)) => resume_unwind(panic),
            (Err(_), Ok(_)) => bail!("the comparison came to no end"),
        }
    }

    /// Whether an event ends the waiting: Ctrl-C always, q where it is no part of what was typed before it.
    fn ends(&self, event: &Event) -> bool {
        let quit = Event::Key(Key::plain(Code::Char('q')));
        let stop = Event::Key(Key { ctrl: true, ..Key::plain(Code::Char('c')) });
        *event == Event::Quit || *event == stop || *event == quit && self.early.is_empty()
    }

    /// Runs the program until it is left. `save` keeps the review at once and durably, and returns what is to be said then; `reload` goes on
    /// with both wordings as they are on the disk now, `draw` puts the program's state on the screen.
    pub fn run(
        mut self,
        mut app: App,
        mut save: impl FnMut(&App) -> Result<Option<String>>,
        reload: impl Fn(&mut App) -> Result<Effect>,
        draw: impl Fn(&App, &mut Frame<'_>),
    ) -> Result<()> {
        let mut keeping = Keeping { save: &mut save, trouble: None, held_back: false };
        let ended = rounds(&mut app, &mut self, &mut keeping, &reload, draw);
        if keeping.trouble.is_some() {
            keeping.save(&mut app);
        }
        let unsaved = keeping.trouble;
        // What is said from here on is to be read.
        drop(self);
        match unsaved {
            Some(trouble) => bail!("the last decisions are not saved: {trouble}"),
            None => ended,
        }
    }

    /// What was typed early first, then what comes.
    fn events(&mut self) -> Result<Vec<Event>> {
        if self.early.is_empty() {
            return self.terminal.events().context("the terminal can't be read any more");
        }
        Ok(std::mem::take(&mut self.early))
    }

    /// Draws the screen, where there is one.
    fn show(&mut self, app: &App, draw: impl Fn(&App, &mut Frame<'_>)) -> Result<()> {
        if app.size.0 > 0 && app.size.1 > 0 {
            self.draw(|frame| draw(app, frame))?;
        }
        Ok(())
    }

    fn draw(&mut self, draw: impl Fn(&mut Frame<'_>)) -> Result<()> {
        let drawn = self.terminal.update(|| self.screen.draw(|frame| draw(frame)).map(|_| ()));
        drawn.context("the terminal can't be drawn on any more")
    }

    /// Lays out anew where the terminal has another size than was last heard of: word of it comes after the keys that were typed since.
    fn fit(&mut self, app: &mut App) -> Result<()> {
        let (columns, rows) = self.terminal.size().unwrap_or(app.size);
        if (columns, rows) == app.size {
            return Ok(());
        }
        app.resize(columns, rows);
        self.clear(app.size)
    }

    /// The terminal is ours again; it may have another size.
    fn is_back(&mut self, app: &mut App) -> Result<()> {
        let (columns, rows) = self.terminal.size().unwrap_or(app.size);
        app.resize(columns, rows);
        self.clear(app.size)
    }

    /// Everything is drawn anew. ratatui's own `clear` would ask the terminal where its cursor is, and some never answer.
    fn clear(&mut self, (columns, rows): (u16, u16)) -> Result<()> {
        let cleared = self.screen.resize(Rect::new(0, 0, columns, rows));
        cleared.context("the terminal can't be drawn on any more")
    }
}

/// Saving, and what went wrong with it last.
struct Keeping<'a> {
    save: &'a mut dyn FnMut(&App) -> Result<Option<String>>,
    trouble: Option<String>,
    /// Whether the program was once kept from ending for it.
    held_back: bool,
}

impl Keeping<'_> {
    /// Saves; when that fails, says so and keeps the decisions in memory until the next time.
    fn save(&mut self, app: &mut App) {
        match (self.save)(app) {
            Ok(said) => {
                self.trouble = None;
                said.into_iter().for_each(|said| app.say_last(said));
            }
            Err(trouble) => self.trouble = Some(format!("{trouble:#}")),
        }
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
    session: &mut Session,
    keeping: &mut Keeping<'_>,
    reload: &dyn Fn(&mut App) -> Result<Effect>,
    draw: impl Fn(&App, &mut Frame<'_>),
) -> Result<()> {
    let (columns, rows) = session.terminal.size().unwrap_or((80, 24));
    app.resize(columns, rows);
    loop {
        session.fit(app)?;
        session.show(app, &draw)?;
        for event in session.events()? {
            if event == Event::Quit {
                return Ok(());
            }
            let mut effect = effect(app, event);
            if let Effect::Edit(words) = &effect {
                effect = edited(app, session, words)?;
            }
            if effect == Effect::Reload {
                app.notice = Some("reading both wordings again …".to_owned());
                session.show(app, &draw)?;
                effect = reload(app).unwrap_or_else(|trouble| {
                    app.notice = Some(format!("nothing is read again: {trouble:#}"));
                    Effect::None
                });
            }
            match effect {
                Effect::None | Effect::Edit(_) | Effect::Reload => {}
                Effect::Save => keeping.save(app),
                Effect::Align => {
                    let done = app.notice.replace("aligning the rest around it …".to_owned());
                    session.show(app, &draw)?;
                    app.align();
                    app.notice = done;
                    keeping.save(app);
                }
                Effect::Quit if keeping.holds_back(app) => {}
                Effect::Quit => return Ok(()),
                Effect::Suspend => {
                    session.terminal.suspend().context(GONE)?;
                    session.is_back(app)?;
                }
                Effect::Redraw => session.clear(app.size)?,
                Effect::Mouse(on) => {
                    session.terminal.listen(on).context("the terminal can't be written to any more")?;
                }
                Effect::Copy(words) => copied(app, &session.terminal.copy(&words)),
            }
        }
    }
}

const GONE: &str = "the terminal could not be taken over again";

/// Lets an editor write words, and does what follows from them.
fn edited(app: &mut App, session: &mut Session, words: &str) -> Result<Effect> {
    let written = session.terminal.lend(|| store::edit(words)).context(GONE)?;
    session.is_back(app)?;
    Ok(match written {
        Ok(written) => app.edited(words, &written),
        Err(trouble) => {
            app.notice = Some(format!("not reworded: {trouble:#}"));
            Effect::None
        }
    })
}

/// Says where the words went that were copied.
fn copied(app: &mut App, to: &io::Result<&str>) {
    let what = app.notice.take().unwrap_or_default();
    app.notice = Some(match to {
        Ok(place) => format!("{what} {place}"),
        Err(why) => format!("nothing is copied: {why}"),
    });
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
