//! The built program in a pseudo-terminal: what a person sees, and what stays when it ends in any way.

#![cfg(unix)]

use std::fs;
use std::time::{Duration, Instant};

use redraft::app::App;
use redraft::compare::compare;
use redraft::document::Pair;
use redraft::review::Review;

#[allow(dead_code, reason = "the bench uses the rest")]
mod pty;
mod waiting;

use pty::{Desk, Pty, until};

const OLD: &str = "The Parties shall meet within 30 days.\n\nNothing else was said.\n\nThe budget is fixed.\n";
const NEW: &str = "The Parties may meet within 45 days.\n\nNothing else was said.\n\nThe budget is open.\n";
const REVIEW: &str = ".redraft/old.txt--new.txt.review.json";

/// A folder with two wordings.
fn desk(name: &str) -> Desk {
    let desk = Desk::new(name);
    desk.put("old.txt", OLD);
    desk.put("new.txt", NEW);
    desk
}

fn start(desk: &Desk) -> Pty {
    let pty = Pty::start(desk.program(&["old.txt", "new.txt"]), (120, 30));
    pty.is_up("edit 1/3 · ");
    pty
}

fn review(desk: &Desk) -> String {
    fs::read_to_string(desk.path(REVIEW)).unwrap_or_default()
}

#[track_caller]
fn quits(pty: &mut Pty, code: u32) {
    pty.types("q");
    assert_eq!(pty.ends(), code);
    pty.is_whole();
}

#[test]
fn walk_decide_quit() {
    let desk = desk("walk");
    let mut pty = start(&desk);
    pty.sees("modal: shall → may");
    pty.types("n");
    pty.sees("edit 2/3 · 3 open");
    pty.types("a");
    pty.sees("edit 2/3 · 2 open");
    pty.types("\x1b[B\x1b[A\t");
    pty.sees("edit 3/3 · 2 open");
    // A click on “may”, in the first row of the text.
    pty.types("\x1b[<0;78;2M\x1b[<0;78;2m");
    pty.sees("edit 1/3 · 2 open");
    quits(&mut pty, 0);
    assert!(review(&desk).contains("accepted"));
    pty.sees("redraft: 2 still open; the decisions are kept in ");
}

#[test]
fn a_decision_survives_being_killed() {
    let desk = desk("killed");
    let mut pty = start(&desk);
    pty.types("nx");
    pty.sees("2 open");
    pty.signal("KILL");
    pty.ends();
    let mut again = start(&desk);
    again.sees("edit 1/3 · 2 open");
    again.types("n");
    again.sees("rejected");
    quits(&mut again, 0);
}

#[test]
fn signals_end_it_and_leave_the_terminal_whole() {
    for name in ["TERM", "HUP", "INT", "QUIT"] {
        let desk = desk(&format!("signal-{name}"));
        let mut pty = start(&desk);
        pty.types("a");
        pty.sees("2 open");
        pty.signal(name);
        pty.ends();
        pty.is_whole();
        assert!(review(&desk).contains("accepted"), "{name}");
    }
}

/// The loop with a drawing that fails, run by the test below in a terminal of its own.
#[test]
#[ignore = "ends in a panic, by intention"]
fn panics_on_the_screen() {
    let document = |text: &str| redraft::read::read("a.txt", text.as_bytes(), &Default::default()).expect("a text");
    let app = App::new(compare(Pair::of(document(OLD), document(NEW))), Review::default(), false);
    let draw = |app: &App, frame: &mut ratatui::Frame<'_>| {
        redraft::ui::draw(app, frame);
        assert_eq!(app.current, Some(0), "the drawing failed, as it was meant to");
    };
    let session = redraft::run::Session::open().expect("a terminal");
    let _ = session.run(app, |_| Ok(None), |_| anyhow::bail!("nothing is read here"), draw);
}

#[test]
fn a_panic_leaves_the_terminal_whole_and_its_message_readable() {
    let desk = desk("panic");
    let this = std::env::current_exe().expect("this program");
    let arguments = ["--exact", "panics_on_the_screen", "--ignored", "--nocapture"];
    let mut pty = Pty::start(desk.command(&this.to_string_lossy(), &arguments), (120, 30));
    pty.is_up("edit 1/3");
    pty.types("n");
    assert_eq!(pty.ends(), 101);
    pty.is_whole();
    pty.sees("the drawing failed, as it was meant to");
}

#[test]
fn an_editor_rewords_and_the_terminal_is_lent_to_it() {
    let desk = desk("editor");
    desk.put(
        "editor.sh",
        "stty -a | grep -q ' icanon' && sed -i s/may/must/ \"$2\" && echo \"$1\" lent && sleep 0.3\n",
    );
    let mut command = desk.program(&["old.txt", "new.txt"]);
    command.env("VISUAL", "");
    command.env("EDITOR", "sh editor.sh 'was'");
    let mut pty = Pty::start(command, (120, 30));
    pty.is_up("edit 1/3 · ");
    pty.types("E");
    pty.sees("was lent");
    pty.sees("reworded: must");
    quits(&mut pty, 0);
    assert!(review(&desk).contains("\"wording\": \"must\""));
}

#[test]
fn an_editor_that_fails_rewords_nothing() {
    let desk = desk("no-editor");
    let mut command = desk.program(&["old.txt", "new.txt"]);
    command.env("VISUAL", "false");
    let mut pty = Pty::start(command, (120, 30));
    pty.is_up("edit 1/3 · ");
    pty.types("E");
    pty.sees("not reworded: the editor false ended with exit status: 1");
    pty.sees("3 open");
    quits(&mut pty, 0);
}

#[test]
fn copying_and_the_mouse_go_to_the_terminal() {
    let desk = desk("copy");
    let mut pty = start(&desk);
    pty.types("y");
    pty.sees("the new wording of the paragraph is copied to the terminal's clipboard");
    pty.types("M");
    pty.sees("the mouse is the terminal's");
    quits(&mut pty, 0);
}

#[test]
fn both_wordings_are_read_again() {
    let desk = desk("again");
    let mut pty = start(&desk);
    pty.types("a");
    pty.sees("2 open");
    desk.put("new.txt", &NEW.replace("45 days", "60 days"));
    pty.types("r");
    pty.sees("read again: 1 edit came, 1 edit went");
    pty.sees("edit 1/3 · 2 open");
    pty.sees("within 60 days");
    fs::remove_file(desk.path("new.txt")).expect("removed");
    pty.types("r");
    pty.sees("nothing is read again: new.txt does not exist; check the name");
    pty.sees("within 60 days");
    quits(&mut pty, 0);
    assert!(review(&desk).contains("accepted"));
}

#[test]
fn a_pipe_is_not_read_again() {
    let desk = desk("pipe");
    let line = "mkfifo pipe.txt; cat old.txt > pipe.txt & exec \"$redraft\" pipe.txt new.txt";
    let mut pty = Pty::start(desk.shell(line), (120, 30));
    pty.is_up("edit 1/3 · ");
    pty.types("ar");
    pty.sees("nothing is read again: pipe.txt is at its end; quit, and start again");
    pty.sees("edit 1/3 · 2 open");
    quits(&mut pty, 0);
    let kept = fs::read_to_string(desk.path(".redraft/pipe.txt--new.txt.review.json")).unwrap_or_default();
    assert!(kept.contains("accepted") && !kept.contains("orphans"), "{kept}");
}

#[test]
fn suspended_and_resumed() {
    let desk = desk("suspended");
    let mut pty = start(&desk);
    pty.types("\x1a");
    pty.is_stopped();
    pty.is_whole();
    pty.signal("CONT");
    pty.is_up("edit 1/3");
    pty.types("n");
    pty.sees("edit 2/3");
    pty.types("s\x1a");
    pty.is_stopped();
    pty.signal("CONT");
    pty.is_up("because");
    pty.types("why\r");
    pty.sees("sent back: why");
    quits(&mut pty, 0);
}

#[test]
fn it_ends_when_its_terminal_goes() {
    for has_signal in [true, false] {
        let desk = desk(&format!("gone-{has_signal}"));
        let mut command = desk.program(&["old.txt", "new.txt"]);
        // Without a controlling terminal no SIGHUP is sent: the program must notice by itself.
        command.set_controlling_tty(has_signal);
        let mut pty = Pty::start(command, (120, 30));
        pty.is_up("edit 1/3");
        pty.types("a");
        pty.sees("2 open");
        let gone = Instant::now();
        pty.close("n");
        pty.ends();
        assert!(gone.elapsed() < Duration::from_secs(2), "{:?}", gone.elapsed());
        assert!(review(&desk).contains("accepted"));
    }
}

#[test]
fn the_second_program_reads_only() {
    let desk = desk("second");
    let mut first = start(&desk);
    let mut second = Pty::start(desk.program(&["old.txt", "new.txt"]), (120, 30));
    second.is_up("read only: another program has this review open");
    second.types("a");
    second.sees("read only: nothing is decided");
    second.sees("3 open");
    first.types("x");
    first.sees("2 open");
    quits(&mut second, 0);
    quits(&mut first, 0);
    assert!(review(&desk).contains("rejected") && !review(&desk).contains("accepted"));
}

#[test]
fn a_storm_of_sizes_and_keys_is_outlived_and_drawn_right() {
    let desk = desk("storm");
    let mut pty = start(&desk);
    let keys = ["n", "v", "j", "G", "?", "\x1b", "zR", "N", "\x1b[5~", "/the\r", "\x1b", "3k", "o", "\x1b"];
    for (at, keys) in keys.iter().cycle().take(200).enumerate() {
        pty.resize((at * 37 % 230 + 1) as u16, (at * 23 % 71 + 1) as u16);
        pty.types(keys);
    }
    pty.resize(120, 30);
    settle(&mut pty);
    let is_under = |shown: &str| {
        !shown.contains("a accept") || ["N previous hit", "go there"].iter().any(|way| shown.contains(way))
    };
    while is_under(&pty.screen().contents()) {
        escape(&mut pty);
    }
    pty.types("zM1Ggg");
    pty.sees("edit 1/3 · ");
    while let Some(view) = ["inline", "stacked", "clean"].into_iter().find(|view| title(&pty).contains(view)) {
        pty.types("v");
        pty.wait("another view", |screen| !first_row(screen).contains(view));
    }
    let fresh = start(&self::desk("storm-fresh"));
    let wanted = trimmed(&fresh.screen());
    pty.wait(&wanted, |screen| trimmed(screen) == wanted);
    quits(&mut pty, 0);
}

/// Waits until everything typed so far has been read: a number shows wherever it is typed, and Esc takes it, or its prompt, away.
fn settle(pty: &mut Pty) {
    pty.types("918273");
    pty.sees("918273");
    pty.types("\x1b");
    pty.sees_no("918273");
}

/// Esc, and its effect seen.
fn escape(pty: &mut Pty) {
    let before = pty.screen().contents();
    pty.types("\x1b");
    pty.wait("what is under it", |screen| screen.contents() != before);
}

fn first_row(screen: &vt100::Screen) -> String {
    screen.contents().lines().next().unwrap_or_default().to_owned()
}

fn title(pty: &Pty) -> String {
    first_row(&pty.screen())
}

/// The rows without what is blank at their ends.
fn trimmed(screen: &vt100::Screen) -> String {
    screen.contents().lines().map(str::trim_end).collect::<Vec<_>>().join("\n")
}

#[test]
fn any_window_will_do() {
    let desk = desk("windows");
    for size in [(1, 1), (2, 1), (1, 5), (7, 3), (20, 8), (40, 12), (80, 24), (300, 100)] {
        let mut pty = Pty::start(desk.program(&["old.txt", "new.txt"]), size);
        pty.wait("our screen", vt100::Screen::alternate_screen);
        pty.types("nvGgg?q");
        pty.types("1Gsx\r");
        until("the decision", || review(&desk).contains("\"x\""));
        pty.types("u");
        until("no decision", || !review(&desk).contains("\"x\""));
        // The last words of the program want a line that the emulator can scroll.
        pty.resize(80, 24);
        quits(&mut pty, 0);
    }
}

#[test]
fn a_reason_in_other_letters() {
    let desk = desk("letters");
    let mut pty = start(&desk);
    pty.types("sслишком мягко, 曖昧だ, शब्द");
    pty.sees("слишком мягко, 曖昧だ, शब्द");
    pty.types("\x7f\r");
    pty.sees_no("ब्द");
    pty.sees("sent back: слишком мягко, 曖昧だ, श");
    pty.types("c\x1b[200~pasted: ещё раз\x1b[201~\r");
    pty.sees("“pasted: ещё раз”");
    // The keys of a Russian keyboard: н о т ф are y j n a.
    pty.types("тф");
    pty.sees("edit 2/3 · 1 open");
    quits(&mut pty, 0);
    assert!(review(&desk).contains("слишком мягко") && review(&desk).contains("ещё раз"));
}

#[test]
fn the_new_wording_comes_from_a_pipe_and_the_keys_from_the_terminal() {
    let desk = desk("pipe");
    let mut pty = Pty::start(desk.shell("cat new.txt | \"$redraft\" old.txt -"), (120, 30));
    pty.is_up("edit 1/3");
    pty.types("na");
    pty.sees("edit 2/3 · 2 open");
    quits(&mut pty, 0);
    let kept = fs::read_dir(desk.path("state/redraft")).expect("the state folder");
    assert!(kept.count() > 0, "what came from a pipe is kept in the state folder");
}

#[test]
fn without_colours_the_marks_tell() {
    let desk = desk("colours");
    let mut command = desk.program(&["old.txt", "new.txt"]);
    command.env("NO_COLOR", "1");
    let mut pty = Pty::start(command, (120, 30));
    pty.is_up("[-shall-]");
    pty.sees("{+may+}");
    let screen = pty.screen();
    let cells = (0..30).flat_map(|row| (0..120).map(move |column| (row, column)));
    for cell in cells.filter_map(|(row, column)| screen.cell(row, column)) {
        assert_eq!((cell.fgcolor(), cell.bgcolor()), (vt100::Color::Default, vt100::Color::Default));
    }
    quits(&mut pty, 0);
}

#[test]
fn a_dumb_terminal_gets_the_text() {
    let desk = desk("dumb");
    let mut command = desk.program(&["old.txt", "new.txt"]);
    command.env("TERM", "dumb");
    let mut pty = Pty::start(command, (120, 30));
    assert_eq!(pty.ends(), 0);
    pty.sees("The Parties [-shall-]{+may+} meet");
    pty.is_whole();
}

#[test]
fn where_the_folder_takes_no_review_the_state_folder_does() {
    let desk = desk("elsewhere");
    // A file in the folder's place: even a superuser can't write below it.
    desk.put(".redraft", "");
    let mut pty = start(&desk);
    pty.types("nx");
    pty.sees("2 open");
    quits(&mut pty, 0);
    let mut again = start(&desk);
    again.sees("2 open");
    quits(&mut again, 0);
}

#[test]
fn what_is_not_saved_is_said_until_it_is() {
    let desk = desk("unsaved");
    let mut pty = start(&desk);
    fs::rename(desk.path(".redraft"), desk.path("away")).expect("moved");
    desk.put(".redraft", "");
    pty.types("a");
    pty.sees("NOT SAVED");
    pty.sees("a copy is kept");
    let spare = fs::read_dir(desk.path("state/redraft")).expect("a folder").next().expect("a copy").expect("a copy");
    assert!(fs::read_to_string(spare.path()).expect("a copy").contains("accepted"));
    pty.types("n");
    pty.sees("edit 2/3 · 2 open");
    fs::remove_file(desk.path(".redraft")).expect("removed");
    fs::rename(desk.path("away"), desk.path(".redraft")).expect("moved");
    pty.types("x");
    pty.sees("edit 2/3 · 1 open");
    pty.sees_no("NOT SAVED");
    quits(&mut pty, 0);
    assert!(review(&desk).contains("accepted") && review(&desk).contains("rejected"));
}

#[test]
fn a_full_disk_is_said_and_told_by_the_exit_code() {
    let desk = desk("full");
    // No file may grow: what a full disk does to a file, but for the name of the error.
    let mut pty = Pty::start(desk.shell("trap '' XFSZ; ulimit -f 0; exec \"$redraft\" old.txt new.txt"), (120, 30));
    pty.is_up("edit 1/3");
    pty.types("a");
    pty.sees("NOT SAVED");
    pty.sees("2 open");
    pty.types("q");
    pty.sees("quit once more to leave all the same");
    quits(&mut pty, 2);
    pty.sees("the last decisions are not saved");
    assert_eq!(review(&desk), "");
}

#[test]
fn idle_it_neither_draws_nor_works() {
    let desk = desk("idle");
    let mut pty = start(&desk);
    until("rest", || pty.output().1.elapsed() > Duration::from_millis(300));
    let (bytes, _) = pty.output();
    let begun = pty.processor_time();
    std::thread::sleep(Duration::from_secs(2));
    assert_eq!(pty.output().0, bytes, "it draws while nothing happens");
    if let (Some(begun), Some(ended)) = (begun, pty.processor_time()) {
        assert!(ended - begun < Duration::from_millis(40), "{:?} of work in two seconds of rest", ended - begun);
    }
    quits(&mut pty, 0);
}
