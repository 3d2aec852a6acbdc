//! How long a person waits: from the start to the first full screen, and from a key to its frame, in a pseudo-terminal.
//!
//! `cargo bench --bench screen` measures a text of 3 MB made here; `cargo bench --bench screen -- OLD NEW` measures two files.

#![cfg(unix)]
#![allow(clippy::print_stdout, reason = "it is a report")]

use std::path::PathBuf;
use std::time::{Duration, Instant};

#[path = "../tests/terminal/pty.rs"]
#[allow(dead_code, reason = "the tests use the rest")]
mod pty;
mod text;

use pty::{Desk, Pty};
use redraft::compare::compare;
use redraft::document::Pair;
use redraft::read::Options;
use redraft::review::{Decision, Entry, Review};

const SIZE: (u16, u16) = (160, 50);

/// What is typed, and how often; what ends it is not measured.
const KEYS: &[(&str, &str, usize, &str)] = &[
    ("next edit", "n", 200, ""),
    ("a row down", "j", 200, ""),
    ("a page down", "\x1b[6~", 200, ""),
    ("the end", "G", 1, ""),
    ("the start", "gg", 1, ""),
    ("all folds open", "zR", 1, ""),
    ("a page down", "\x1b[6~", 200, ""),
    ("the end, unfolded", "G", 1, ""),
    ("all folds closed", "zM", 1, ""),
    ("edit 1,000", "1000G", 1, ""),
    ("accept", "a", 20, ""),
    ("accept, go on", "\r", 50, ""),
    ("undo", "u", 20, ""),
    ("next open", "\t", 50, ""),
    ("next substantive", "]s", 50, ""),
    ("view", "v", 8, ""),
    ("accept, go on", "\r", 20, ""),
    ("search opened", "/", 1, ""),
    ("a word typed", "the", 1, ""),
    ("search", "\r", 1, ""),
    ("next hit", "n", 100, ""),
    ("a page down", "\x1b[6~", 50, "\x1b"),
    ("help", "?", 1, "q"),
];

fn main() {
    let desk = Desk::new("bench");
    let named: Vec<PathBuf> =
        std::env::args().skip(1).filter(|argument| !argument.starts_with('-')).map(PathBuf::from).collect();
    match named.as_slice() {
        [old, new] => {
            desk.put("old.txt", &std::fs::read_to_string(old).expect("the old wording"));
            desk.put("new.txt", &std::fs::read_to_string(new).expect("the new wording"));
        }
        _ => {
            let (old, new) = text::pair(3_000_000);
            desk.put("old.txt", &old);
            desk.put("new.txt", &new);
        }
    }
    let mut starts: Vec<Duration> = (0..5).map(|_| start(&desk).1).collect();
    report("start to full screen", &mut starts);
    let (mut pty, _) = start(&desk);
    println!("{}", pty.screen().contents().lines().next().unwrap_or_default().trim());
    for (what, keys, times, after) in KEYS {
        let mut waits: Vec<Duration> = (0..*times).map(|_| wait(&mut pty, keys)).collect();
        report(what, &mut waits);
        if !after.is_empty() {
            wait(&mut pty, after);
        }
    }
    pty.types("q");
    pty.ends();
    decide_all(&desk);
    let (mut pty, _) = start(&desk);
    println!("{}", pty.screen().contents().lines().next().unwrap_or_default().trim());
    for (what, keys) in [("reject", "x"), ("undo", "u"), ("next edit", "n"), ("next open", "\t")] {
        report(what, &mut (0..20).map(|_| wait(&mut pty, keys)).collect::<Vec<_>>());
    }
}

/// A program, and how long it took until its screen was full.
fn start(desk: &Desk) -> (Pty, Duration) {
    let begun = Instant::now();
    let pty = Pty::start(desk.program(&["old.txt", "new.txt"]), SIZE);
    let drawn = pty.frame_after(0);
    (pty, drawn - begun)
}

/// From the last of these keys to its frame.
fn wait(pty: &mut Pty, keys: &str) -> Duration {
    let (first, last) = if keys.starts_with('\x1b') { ("", keys) } else { keys.split_at(keys.len() - 1) };
    for key in first.chars() {
        press(pty, key.encode_utf8(&mut [0; 4]));
    }
    press(pty, last)
}

fn press(pty: &mut Pty, key: &str) -> Duration {
    let before = pty.frames();
    let begun = Instant::now();
    pty.types(key);
    pty.frame_after(before) - begun
}

/// Every edit accepted but the first, so that the review is as long as it can be.
fn decide_all(desk: &Desk) {
    let document = |name: &str| {
        let bytes = std::fs::read(desk.path(name)).expect("a wording");
        redraft::read::read(name, bytes, &Options::default()).expect("a text")
    };
    let comparison = compare(Pair::of(document("old.txt"), document("new.txt")));
    let mut review = Review::default();
    for edit in comparison.edits.iter().skip(1) {
        let quote = comparison.words(edit).map(str::to_owned);
        review.entries.insert(edit.id, Entry { decision: Decision::Accepted, quote, ..Entry::default() });
    }
    std::fs::create_dir_all(desk.path(".redraft")).expect("a folder");
    let path = desk.path(".redraft/old.txt--new.txt.review.json");
    std::fs::write(path, redraft::review::save(&review, &comparison)).expect("a review");
}

fn report(what: &str, waits: &mut [Duration]) {
    waits.sort();
    let milliseconds = |wait: Duration| wait.as_secs_f64() * 1_000.0;
    let (median, worst) = (waits[waits.len() / 2], waits[waits.len() - 1]);
    println!(
        "{what:24} median {:8.1} ms   worst {:8.1} ms   of {}",
        milliseconds(median),
        milliseconds(worst),
        waits.len()
    );
}
