//! A message catalogue of GNU gettext.

use std::io::{self, Write};

use rustc_hash::FxHashMap;

use super::units::{Unit, Units};
use crate::document::visible::flowing;
use crate::review::beads::{Note, Settled, State};

/// What gettext asks of a head; who translated it and when is for them to say.
const HEAD: [&str; 5] =
    ["Project-Id-Version: ", "PO-Revision-Date: ", "Last-Translator: ", "Language-Team: ", "MIME-Version: 1.0"];

/// Writes a catalogue. A message that comes twice has its number as its context, for a catalogue holds each but once; additions have no
/// message and are left out.
pub fn write(units: &Units, mut out: impl Write) -> io::Result<()> {
    writeln!(out, "msgid \"\"\nmsgstr \"\"")?;
    let language = format!("Language: {}", units.languages.new.replace('-', "_"));
    let encoding = ["Content-Type: text/plain; charset=UTF-8", "Content-Transfer-Encoding: 8bit"];
    for field in HEAD.into_iter().chain([language.as_str()]).chain(encoding) {
        writeln!(out, "{}", quoted(&format!("{field}\n")))?;
    }
    let mut seen: FxHashMap<&str, usize> = FxHashMap::default();
    for unit in units.units.iter().filter(|unit| !unit.source.is_empty()) {
        let times = seen.entry(&unit.source).or_default();
        *times += 1;
        entry(unit, *times, &mut out)?;
    }
    out.flush()
}

fn entry(unit: &Unit, times: usize, out: &mut impl Write) -> io::Result<()> {
    out.write_all(b"\n")?;
    comments_of(unit.state, &unit.notes).iter().try_for_each(|line| writeln!(out, "{line}"))?;
    if times > 1 {
        writeln!(out, "msgctxt \"{times}\"")?;
    }
    writeln!(out, "msgid {}", lines(&unit.source))?;
    writeln!(out, "msgstr {}", lines(&ended_like(&unit.source, unit.target.as_deref().unwrap_or(""))))
}

/// The comments on the segments of a catalogue that was read: why one was sent back, and what was said of it.
pub fn comments(segments: &[Option<Settled>]) -> Vec<Vec<String>> {
    let of = |bead: &Settled| comments_of(bead.state, &bead.notes);
    segments.iter().map(|bead| bead.as_ref().map(of).unwrap_or_default()).collect()
}

/// Notes as comments, and the flag of what is to be looked at again.
fn comments_of(state: State, notes: &[Note]) -> Vec<String> {
    let fuzzy = (state == State::SentBack).then(|| "#, fuzzy".to_owned());
    notes.iter().map(|note| format!("# {}: {}", note.kind, flowing(&note.words))).chain(fuzzy).collect()
}

/// A translation that begins and ends with a line end where its source does, as gettext wants it.
fn ended_like(source: &str, target: &str) -> String {
    if target.is_empty() {
        return String::new();
    }
    let end = |has: bool| if has { "\n" } else { "" };
    let (start, last) = (end(source.starts_with('\n')), end(source.ends_with('\n')));
    format!("{start}{}{last}", target.trim_matches('\n'))
}

/// Words in quotes, a line for each of theirs.
fn lines(words: &str) -> String {
    let lines: Vec<String> = words.split_inclusive('\n').map(quoted).collect();
    match lines.as_slice() {
        [] => "\"\"".to_owned(),
        [one] => one.clone(),
        many => format!("\"\"\n{}", many.join("\n")),
    }
}

/// A line in quotes; controls that a catalogue can't hold become U+FFFD.
fn quoted(line: &str) -> String {
    let mut written = String::from("\"");
    for letter in line.chars() {
        match letter {
            '"' | '\\' => written.extend(['\\', letter]),
            '\n' => written.push_str("\\n"),
            '\t' => written.push_str("\\t"),
            '\r' => written.push_str("\\r"),
            '\u{2028}' | '\u{2029}' => written.push(' '),
            letter if letter.is_control() => written.push('\u{fffd}'),
            letter => written.push(letter),
        }
    }
    written + "\""
}
