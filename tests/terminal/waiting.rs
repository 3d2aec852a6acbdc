//! What is seen while a long translation is still being aligned, and how it is left.

use super::pty::{Desk, Pty};

/// A folder with so many sentences and as many of a translation, a line each.
fn desk(name: &str, sentences: usize) -> Desk {
    let desk = Desk::new(name);
    let lines = |line: fn(usize) -> String| (0..sentences).map(line).collect::<String>();
    desk.put("en.txt", &lines(|at| format!("In the year {at} the council of Lindholm met {} times.\n", at * 7 % 31)));
    desk.put("de.txt", &lines(|at| format!("Im Jahr {at} tagte der Rat von Lindholm {}-mal.\n", at * 7 % 31)));
    desk
}

fn start(desk: &Desk) -> Pty {
    let arguments =
        ["en.txt", "de.txt", "--unit", "line", "--mode", "translation", "--old-lang", "en", "--new-lang", "de"];
    let pty = Pty::start(desk.program(&arguments), (80, 24));
    pty.is_up("aligning …");
    pty.sees("en.txt → de.txt");
    pty
}

#[test]
fn a_long_alignment_is_left_at_once() {
    for keys in ["q", "\x03", "nq\x03"] {
        let desk = desk("left", 8_000);
        let mut pty = start(&desk);
        pty.resize(60, 12);
        pty.types(keys);
        assert_eq!(pty.ends(), 2);
        pty.is_whole();
        pty.sees("redraft: stopped before the two were compared");
    }
}

#[test]
fn a_signal_ends_the_waiting() {
    let desk = desk("signalled", 8_000);
    let mut pty = start(&desk);
    pty.signal("TERM");
    pty.ends();
    pty.is_whole();
}

#[test]
fn what_is_typed_early_is_not_lost() {
    let desk = desk("early", 400);
    let mut pty = start(&desk);
    pty.types("?");
    pty.sees("Go to the previous edit");
    pty.types("\x1b");
    pty.sees_no("Go to the previous edit");
    pty.sees("en.txt → de.txt · en → de");
    pty.types("q");
    assert_eq!(pty.ends(), 0);
}
