//! A message catalogue of GNU gettext.

use std::io::{self, Write};

use rustc_hash::FxHashMap;

use super::units::{Unit, Units};
use crate::document::quoted::{Fuzzy, Said, quoted};
use crate::document::visible::flowing;
use crate::review::beads::{Note, Settled, State};

/// What gettext asks of a head; who translated it and when is for them to say.
const HEAD: [&str; 5] =
    ["Project-Id-Version: ", "PO-Revision-Date: ", "Last-Translator: ", "Language-Team: ", "MIME-Version: 1.0"];

/// Writes a catalogue. A message that comes twice has its number as its context, for a catalogue holds each but once; additions have no
/// message and are left out.
pub fn write(units: &Units, mut out: impl Write) -> io::Result<()> {
    writeln!(out, "msgid \"\"\nmsgstr \"\"")?;
    let known = Some(units.languages.new.as_str()).filter(|tag| *tag != "und");
    let language = format!("Language: {}", known.unwrap_or("").replace('-', "_"));
    let encoding = ["Content-Type: text/plain; charset=UTF-8", "Content-Transfer-Encoding: 8bit"];
    for field in HEAD.into_iter().chain([language.as_str()]).chain(encoding) {
        writeln!(out, "{}", quoted(&format!("{field}\n")))?;
    }
    let mut seen: FxHashMap<String, usize> = FxHashMap::default();
    for unit in units.units.iter().filter(|unit| !unit.source.is_empty()) {
        // Sources that are told apart by nothing that a catalogue holds are one message.
        let message = quoted(&unit.source);
        let times = seen.entry(message.clone()).or_default();
        *times += 1;
        entry(unit, &message, *times, &mut out)?;
    }
    out.flush()
}

fn entry(unit: &Unit, message: &str, times: usize, out: &mut impl Write) -> io::Result<()> {
    out.write_all(b"\n")?;
    comments_of(&unit.notes).iter().try_for_each(|line| writeln!(out, "{line}"))?;
    if is_fuzzy(unit.state) {
        writeln!(out, "#, fuzzy")?;
    }
    if times > 1 {
        writeln!(out, "msgctxt \"{times}\"")?;
    }
    writeln!(out, "msgid {message}")?;
    writeln!(out, "msgstr {}", quoted(&ended_like(&unit.source, unit.target.as_deref().unwrap_or(""))))
}

/// What is said of the segments of a catalogue that was read: why one was sent back and the comments on it, where these are told, and
/// whether it is fuzzy.
pub fn said(segments: &[Option<Settled>], is_told: bool) -> Vec<Said> {
    let fuzzy = |bead: &Settled| match bead.state {
        State::SentBack if is_told => Fuzzy::Made,
        State::Reviewed if bead.words.as_ref().is_some_and(|words| !words.trim().is_empty()) => Fuzzy::Gone,
        State::Translated if !bead.has_edits => Fuzzy::Silent,
        _ => Fuzzy::Stays,
    };
    let comments = |bead: &Settled| if is_told { comments_of(&bead.notes) } else { Vec::new() };
    let of = |bead: &Settled| Said { comments: comments(bead), fuzzy: fuzzy(bead) };
    segments.iter().map(|bead| bead.as_ref().map(of).unwrap_or_default()).collect()
}

fn comments_of(notes: &[Note]) -> Vec<String> {
    notes.iter().map(|note| format!("# {}: {}", note.kind, flowing(&note.words))).collect()
}

/// Whether it is to be looked at again.
fn is_fuzzy(state: State) -> bool {
    state == State::SentBack
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
