//! The terminal: entered, left whole on every way out, and its events. The only file that names crossterm.

use std::io::{self, IsTerminal, Write};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Weak};
use std::time::Duration;

use crossterm::clipboard::CopyToClipboard;
use crossterm::event::{self, DisableBracketedPaste, EnableBracketedPaste, KeyCode, KeyEventKind, KeyModifiers};
use crossterm::event::{MouseButton, MouseEventKind};
use crossterm::terminal::{self, BeginSynchronizedUpdate, EndSynchronizedUpdate};
use crossterm::terminal::{Clear, ClearType, EnterAlternateScreen, LeaveAlternateScreen};
use crossterm::{cursor, execute, style};
use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGSTOP, SIGTERM};

use crate::app::key::{Code, Key};

/// What the terminal tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// A key was pressed.
    Key(Key),
    /// Columns and rows changed.
    Resize(u16, u16),
    /// Text was pasted.
    Paste(String),
    /// The mouse did something.
    Mouse(Mouse),
    /// A signal asks us to end, or the terminal is gone.
    Quit,
}

/// What the mouse did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mouse {
    /// The wheel, a notch up.
    WheelUp,
    /// The wheel, a notch down.
    WheelDown,
    /// A click, at this column and row.
    Click(u16, u16),
}

/// Whether the terminal is in our hands: restoring it twice does nothing.
static ENTERED: AtomicBool = AtomicBool::new(false);

/// How long a signal, or the end of the terminal, may go unnoticed.
const WATCH: Duration = Duration::from_millis(250);

/// What has come is waited for this long: crossterm does not even look when it may not wait at all.
const AT_ONCE: Duration = Duration::from_millis(1);

/// Clicks, drags and the wheel only: crossterm's own would report every motion.
const MOUSE_ON: &[u8] = b"\x1b[?1000h\x1b[?1002h\x1b[?1006h";
const MOUSE_OFF: &[u8] = b"\x1b[?1006l\x1b[?1002l\x1b[?1000l";

/// The terminal in our hands; given back when dropped.
#[derive(Debug)]
pub struct Terminal {
    mouse: bool,
    ending: Arc<AtomicBool>,
    signals: Vec<signal_hook::SigId>,
}

impl Terminal {
    /// Takes the terminal over.
    pub fn enter(mouse: bool) -> io::Result<Self> {
        // Under NO_COLOR crossterm would undo underline and strike; the theme leaves the colours out itself.
        style::force_color_output(true);
        let ending = Arc::new(AtomicBool::new(false));
        let mut signals = Vec::new();
        for signal in [SIGTERM, SIGHUP, SIGINT, SIGQUIT] {
            signals.push(signal_hook::flag::register(signal, Arc::clone(&ending))?);
        }
        restore_on_panic();
        end_in_time(Arc::downgrade(&ending));
        let mut held = Self { mouse, ending, signals };
        held.take()?;
        // crossterm hears of sizes from its first look on: what the window does after the first drawing must not be missed.
        event::poll(Duration::ZERO)?;
        Ok(held)
    }

    fn take(&mut self) -> io::Result<()> {
        terminal::enable_raw_mode()?;
        ENTERED.store(true, Ordering::SeqCst);
        let mut out = io::stdout().lock();
        // A program that was killed may have left the alternate screen with its words on it.
        execute!(out, EnterAlternateScreen, Clear(ClearType::All), EnableBracketedPaste, cursor::Hide)?;
        if self.mouse {
            out.write_all(MOUSE_ON)?;
        }
        out.flush()
    }

    /// Listens to the mouse, or no longer.
    pub fn listen(&mut self, on: bool) -> io::Result<()> {
        self.mouse = on;
        let mut out = io::stdout().lock();
        out.write_all(if on { MOUSE_ON } else { MOUSE_OFF })?;
        out.flush()
    }

    /// Hands words to the clipboard; where they went. The terminal does it (OSC 52), over ssh too; in tmux, tmux does.
    pub fn copy(&self, words: &str) -> io::Result<&'static str> {
        if std::env::var_os("TMUX").is_some() && to_tmux(words).is_ok_and(|done| done) {
            return Ok("to tmux, which hands it to its terminal");
        }
        execute!(io::stdout(), CopyToClipboard::to_clipboard_from(words))?;
        Ok("to the terminal's clipboard")
    }

    /// Gives the terminal to the shell until the program is continued.
    pub fn suspend(&mut self) -> io::Result<()> {
        // SIGTSTP would be dropped in an orphaned process group.
        self.lend(|| signal_hook::low_level::raise(SIGSTOP))?
    }

    /// Gives the terminal to somebody else for as long as they take.
    pub fn lend<T>(&mut self, take: impl FnOnce() -> T) -> io::Result<T> {
        restore();
        let done = take();
        self.take()?;
        Ok(done)
    }

    /// Whether a signal asked us to end.
    pub fn is_ending(&self) -> bool {
        self.ending.load(Ordering::SeqCst)
    }

    /// Waits for events and takes all that are there, so that one drawing shows them all. Idle, it sleeps.
    pub fn events(&self) -> io::Result<Vec<Event>> {
        while !event::poll(WATCH)? {
            if self.is_ending() {
                break;
            }
        }
        self.events_within(AT_ONCE)
    }

    /// The events that are there, or come within some time.
    pub fn events_within(&self, time: Duration) -> io::Result<Vec<Event>> {
        let mut found = Vec::new();
        let mut is_there = event::poll(time)?;
        if self.is_ending() {
            return Ok(vec![Event::Quit]);
        }
        while is_there {
            match of(event::read()?) {
                Some(Event::Resize(columns, rows)) => {
                    found.retain(|event| !matches!(event, Event::Resize(..)));
                    found.push(Event::Resize(columns, rows));
                }
                Some(event) => found.push(event),
                None => {}
            }
            is_there = found.len() < 1000 && event::poll(AT_ONCE)?;
        }
        Ok(found)
    }

    /// Draws between the marks of one update, so that no half-drawn screen is seen.
    pub fn update<T>(&self, draw: impl FnOnce() -> io::Result<T>) -> io::Result<T> {
        execute!(io::stdout(), BeginSynchronizedUpdate)?;
        let drawn = draw();
        execute!(io::stdout(), EndSynchronizedUpdate)?;
        drawn
    }

    /// Columns and rows.
    pub fn size(&self) -> io::Result<(u16, u16)> {
        terminal::size()
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        restore();
        for signal in self.signals.drain(..) {
            signal_hook::low_level::unregister(signal);
        }
    }
}

/// Gives the terminal back as it was, best effort; the second time does nothing.
pub fn restore() {
    if !ENTERED.swap(false, Ordering::SeqCst) {
        return;
    }
    let mut out = io::stdout();
    // Nobody is left to tell when this fails; each step is tried whatever became of the others.
    let _ = out.write_all(MOUSE_OFF);
    let _ = execute!(out, EndSynchronizedUpdate);
    let _ = execute!(out, style::ResetColor, DisableBracketedPaste);
    let _ = execute!(out, LeaveAlternateScreen, cursor::Show);
    let _ = terminal::disable_raw_mode();
}

/// Hands words to tmux; whether it took them.
fn to_tmux(words: &str) -> io::Result<bool> {
    let mut tmux = Command::new("tmux");
    tmux.args(["load-buffer", "-w", "-"]).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
    let mut tmux = tmux.spawn()?;
    if let Some(mut into) = tmux.stdin.take() {
        into.write_all(words.as_bytes())?;
    }
    Ok(tmux.wait()?.success())
}

/// The terminal is given back before a panic's message is printed, so that it can be read.
fn restore_on_panic() {
    static ONCE: std::sync::Once = std::sync::Once::new();
    ONCE.call_once(|| {
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            restore();
            before(info);
        }));
    });
}

/// Notices that the terminal is gone, which reading from it does not tell; and once that or a signal ends the program, it ends within two
/// seconds, even where the reading never comes back. Nothing is lost, every decision was saved when it was taken.
fn end_in_time(ending: Weak<AtomicBool>) {
    std::thread::spawn(move || {
        while let Some(flag) = ending.upgrade() {
            if !io::stdout().is_terminal() {
                flag.store(true, Ordering::SeqCst);
            }
            let is_ending = flag.load(Ordering::SeqCst);
            drop(flag);
            if is_ending {
                std::thread::sleep(2 * WATCH);
                if ending.upgrade().is_some() {
                    restore();
                    std::process::exit(2);
                }
                return;
            }
            std::thread::sleep(WATCH);
        }
    });
}

fn of(event: event::Event) -> Option<Event> {
    match event {
        event::Event::Key(key) if key.kind == KeyEventKind::Press => key_of(key).map(Event::Key),
        event::Event::Resize(columns, rows) => Some(Event::Resize(columns, rows)),
        event::Event::Paste(text) => Some(Event::Paste(text)),
        event::Event::Mouse(mouse) => match mouse.kind {
            MouseEventKind::ScrollUp => Some(Event::Mouse(Mouse::WheelUp)),
            MouseEventKind::ScrollDown => Some(Event::Mouse(Mouse::WheelDown)),
            MouseEventKind::Down(MouseButton::Left) => Some(Event::Mouse(Mouse::Click(mouse.column, mouse.row))),
            _ => None,
        },
        _ => None,
    }
}

fn key_of(key: event::KeyEvent) -> Option<Key> {
    let code = match key.code {
        KeyCode::Char(letter) => Code::Char(letter),
        KeyCode::Enter => Code::Enter,
        KeyCode::Esc => Code::Esc,
        KeyCode::Tab => Code::Tab,
        KeyCode::BackTab => Code::BackTab,
        KeyCode::Backspace => Code::Backspace,
        KeyCode::Delete => Code::Delete,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        KeyCode::F(number) => Code::F(number),
        _ => return None,
    };
    let held = |modifier| key.modifiers.contains(modifier);
    Some(Key { code, ctrl: held(KeyModifiers::CONTROL), alt: held(KeyModifiers::ALT) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(code: KeyCode, modifiers: KeyModifiers, shown: &str) {
        let key = key_of(event::KeyEvent::new(code, modifiers));
        assert_eq!(key.map(|key| key.to_string()).as_deref(), Some(shown));
    }

    #[test]
    fn keys_become_ours() {
        check(KeyCode::Char('A'), KeyModifiers::SHIFT, "A");
        check(KeyCode::Char('d'), KeyModifiers::CONTROL, "Ctrl-d");
        check(KeyCode::BackTab, KeyModifiers::SHIFT, "Shift-Tab");
        check(KeyCode::Down, KeyModifiers::ALT, "Alt-Down");
    }

    #[test]
    fn only_presses_count() {
        let key = event::KeyEvent::new_with_kind(KeyCode::Enter, KeyModifiers::NONE, KeyEventKind::Release);
        assert_eq!(of(event::Event::Key(key)), None);
    }
}
