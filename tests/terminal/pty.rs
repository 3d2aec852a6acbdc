//! A program in a terminal of its own: keys go in, what a person would see comes out. Nothing sleeps for luck: every wait is for something
//! that the screen shows, with a limit so generous that only a fault can reach it.

use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Arc, Condvar, Mutex};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use vt100::{MouseProtocolMode, Parser, Screen};

/// How long anything may take before it counts as never.
const NEVER: Duration = Duration::from_secs(60);

/// The marks at the beginning and at the end of a frame (synchronized output).
const BEGIN: &[u8] = b"\x1b[?2026h";
const END: &[u8] = b"\x1b[?2026l";

/// A folder of its own, with a state folder in it.
pub struct Desk(PathBuf);

impl Desk {
    pub fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("terminal-{name}"));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(folder.join("state")).expect("a folder");
        Self(folder)
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    pub fn put(&self, name: &str, text: &str) {
        fs::write(self.path(name), text).expect("a file");
    }

    /// The program with these arguments, to be run here.
    pub fn program(&self, arguments: &[&str]) -> CommandBuilder {
        self.command(env!("CARGO_BIN_EXE_redraft"), arguments)
    }

    /// A line of shell, with the program as `$redraft`, to be run here.
    pub fn shell(&self, line: &str) -> CommandBuilder {
        let mut command = self.command("sh", &["-c", line]);
        command.env("redraft", env!("CARGO_BIN_EXE_redraft"));
        command
    }

    pub fn command(&self, program: &str, arguments: &[&str]) -> CommandBuilder {
        let mut command = CommandBuilder::new(program);
        command.args(arguments);
        command.cwd(&self.0);
        command.env("TERM", "xterm-256color");
        command.env("XDG_STATE_HOME", self.path("state"));
        command.env("XDG_CONFIG_HOME", self.path("config"));
        command.env("RUST_BACKTRACE", "0");
        command.env_remove("NO_COLOR");
        command.env_remove("TMUX");
        command
    }
}

/// What came out of the program.
struct Shown {
    parser: Parser,
    /// Bytes so far.
    bytes: usize,
    /// Frames so far.
    frames: usize,
    /// Whether half a frame has come.
    in_frame: bool,
    /// The last bytes, in which half of such a mark may stand.
    tail: Vec<u8>,
    /// When the last of them came.
    last: Instant,
    /// Whether nothing more can come.
    over: bool,
    /// Whether the terminal is to be taken away with the next byte that comes.
    closing: bool,
}

impl Shown {
    fn take(&mut self, bytes: &[u8]) {
        self.last = Instant::now();
        self.bytes += bytes.len();
        self.tail.extend(bytes);
        for mark in self.tail.windows(END.len()).filter(|bytes| [BEGIN, END].contains(bytes)) {
            self.in_frame = mark == BEGIN;
            self.frames += usize::from(mark == END);
        }
        let kept = self.tail.len().saturating_sub(END.len() - 1);
        self.tail.drain(..kept);
        self.parser.process(bytes);
    }
}

type Shared = Arc<(Mutex<Shown>, Condvar)>;

/// A running program and its terminal.
pub struct Pty {
    child: Box<dyn Child + Send + Sync>,
    master: Option<Box<dyn MasterPty + Send>>,
    writer: Option<Box<dyn Write + Send>>,
    reader: Option<JoinHandle<()>>,
    shown: Shared,
    /// The terminal's line settings, before the program touched them.
    before: String,
}

impl Pty {
    /// Starts a program in a terminal of so many columns and rows.
    pub fn start(command: CommandBuilder, (columns, rows): (u16, u16)) -> Self {
        let pair = native_pty_system().openpty(size(columns, rows)).expect("a pseudo-terminal");
        let before = settings(&*pair.master);
        let reading = pair.master.try_clone_reader().expect("a reader");
        let shown = Shown {
            parser: Parser::new(rows, columns, 0),
            bytes: 0,
            frames: 0,
            in_frame: false,
            tail: Vec::new(),
            last: Instant::now(),
            over: false,
            closing: false,
        };
        let shown = Arc::new((Mutex::new(shown), Condvar::new()));
        let writer = pair.master.take_writer().expect("a writer");
        let reader = std::thread::spawn({
            let shown = Arc::clone(&shown);
            move || read_all(reading, &shown)
        });
        let child = pair.slave.spawn_command(command).expect("the program");
        Self { child, master: Some(pair.master), writer: Some(writer), reader: Some(reader), shown, before }
    }

    /// Waits until the screen, wholly drawn, is as wanted; what it shows then.
    #[track_caller]
    pub fn wait(&self, wanted: &str, is_there: impl Fn(&Screen) -> bool) -> Screen {
        let (shown, changed) = &*self.shown;
        let shown = shown.lock().expect("the screen");
        let not_yet = |shown: &mut Shown| (shown.in_frame || !is_there(shown.parser.screen())) && !shown.over;
        let (shown, _) = changed.wait_timeout_while(shown, NEVER, not_yet).expect("the screen");
        let (screen, over) = (shown.parser.screen().clone(), shown.over);
        drop(shown);
        assert!(is_there(&screen), "never seen: {wanted}\n{}\n(ended: {over})", screen.contents());
        screen
    }

    /// Waits until the screen shows this text.
    #[track_caller]
    pub fn sees(&self, text: &str) {
        self.wait(text, |screen| screen.contents().contains(text));
    }

    /// Waits until the screen shows this text no more.
    #[track_caller]
    pub fn sees_no(&self, text: &str) {
        self.wait(&format!("not {text}"), |screen| !screen.contents().contains(text));
    }

    /// Waits until our screen is up and says this.
    #[track_caller]
    pub fn is_up(&self, text: &str) {
        self.wait(text, |screen| screen.alternate_screen() && screen.contents().contains(text));
    }

    /// What the screen shows now.
    #[track_caller]
    pub fn screen(&self) -> Screen {
        self.wait("a whole frame", |_| true)
    }

    /// How many bytes came so far, and when the last did.
    pub fn output(&self) -> (usize, Instant) {
        let shown = self.shown.0.lock().expect("the screen");
        (shown.bytes, shown.last)
    }

    /// How many frames were drawn so far.
    pub fn frames(&self) -> usize {
        self.shown.0.lock().expect("the screen").frames
    }

    /// Waits for a frame after so many; when it came.
    #[track_caller]
    pub fn frame_after(&self, frames: usize) -> Instant {
        let (shown, changed) = &*self.shown;
        let shown = shown.lock().expect("the screen");
        let (shown, _) = changed
            .wait_timeout_while(shown, NEVER, |shown| shown.frames <= frames && !shown.over)
            .expect("the screen");
        assert!(shown.frames > frames, "no frame came");
        shown.last
    }

    /// Types.
    pub fn types(&mut self, keys: &str) {
        let writer = self.writer.as_mut().expect("the terminal");
        writer.write_all(keys.as_bytes()).and_then(|()| writer.flush()).expect("typed");
    }

    pub fn resize(&mut self, columns: u16, rows: u16) {
        // The emulator can't wrap what is drawn for the size before into a single row or column.
        self.shown.0.lock().expect("the screen").parser.screen_mut().set_size(rows.max(2), columns.max(2));
        self.master.as_ref().expect("the terminal").resize(size(columns, rows)).expect("resized");
    }

    /// Sends a signal, named as `kill` names it.
    pub fn signal(&self, name: &str) {
        let status = Command::new("kill").args([&format!("-{name}"), &self.id()]).status();
        assert!(status.expect("kill").success());
    }

    fn id(&self) -> String {
        self.child.process_id().expect("a process").to_string()
    }

    /// Waits until the program has been stopped, as Ctrl-Z does it.
    #[track_caller]
    pub fn is_stopped(&self) {
        self.until("stopped", || {
            let state = Command::new("ps").args(["-o", "state=", "-p", &self.id()]).output().expect("ps").stdout;
            state.first() == Some(&b'T')
        });
    }

    /// How long the program has worked so far, where /proc tells.
    pub fn processor_time(&self) -> Option<Duration> {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.id())).ok()?;
        let fields: Vec<&str> = stat.rsplit(')').next()?.split_whitespace().collect();
        let ticks = |at: usize| fields.get(at)?.parse::<u64>().ok();
        // User and system time, in hundredths of a second.
        Some(Duration::from_millis((ticks(11)? + ticks(12)?) * 10))
    }

    /// Takes the terminal away, as closing its window does: nobody holds it any more. A key that draws something wakes our reader for that.
    pub fn close(&mut self, key: &str) {
        self.shown.0.lock().expect("the screen").closing = true;
        self.types(key);
        self.reader.take().expect("the reader").join().expect("the reader");
        self.writer = None;
        self.master = None;
    }

    /// Waits for the end; the exit code, 1 for a signal.
    #[track_caller]
    pub fn ends(&mut self) -> u32 {
        let mut code = None;
        let child = &mut self.child;
        until("the end", || {
            code = child.try_wait().expect("the program").map(|status| status.exit_code());
            code.is_some()
        });
        if let Some(reader) = self.reader.take() {
            reader.join().expect("the reader");
        }
        code.expect("a code")
    }

    /// Asserts that the terminal is as it was: no mode left on, the main screen, the cursor, the line settings.
    #[track_caller]
    pub fn is_whole(&self) {
        // What a stopped program wrote last may still be on its way.
        let screen = self.wait("the main screen", |screen| !screen.alternate_screen());
        assert!(!screen.hide_cursor(), "the cursor is hidden");
        assert!(!screen.bracketed_paste(), "bracketed paste is on");
        assert_eq!(screen.mouse_protocol_mode(), MouseProtocolMode::None);
        assert!(!(screen.bold() || screen.dim() || screen.underline() || screen.inverse()), "a style is left on");
        let master = self.master.as_ref().expect("the terminal");
        assert_eq!(settings(&**master), self.before, "the line settings changed");
    }

    #[track_caller]
    fn until(&self, wanted: &str, is_so: impl FnMut() -> bool) {
        until(wanted, is_so);
    }
}

impl Drop for Pty {
    fn drop(&mut self) {
        let _ = Command::new("kill").args(["-KILL", &self.id()]).output();
        let _ = self.child.wait();
    }
}

/// Looks again and again at what can't be waited for.
#[track_caller]
pub fn until(wanted: &str, mut is_so: impl FnMut() -> bool) {
    let begun = Instant::now();
    while !is_so() {
        assert!(begun.elapsed() < NEVER, "never: {wanted}");
        std::thread::sleep(Duration::from_millis(5));
    }
}

fn read_all(mut from: Box<dyn Read + Send>, shared: &Shared) {
    let mut buffer = [0; 1 << 16];
    loop {
        let length = from.read(&mut buffer).unwrap_or(0);
        let mut shown = shared.0.lock().expect("the screen");
        let is_last = length == 0 || shown.closing;
        if is_last {
            shown.over = true;
        } else {
            shown.take(&buffer[..length]);
        }
        shared.1.notify_all();
        if is_last {
            return;
        }
    }
}

const fn size(columns: u16, rows: u16) -> PtySize {
    PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 }
}

fn settings(master: &dyn MasterPty) -> String {
    format!("{:?}", master.get_termios())
}
