//! Localisation files: XLIFF 2.0 (OASIS, 2014) and 1.2 (2008).

use std::io::{self, Write};

use rustc_hash::FxHashSet;

use super::units::{Unit, Units};
use super::xml::Xml;
use crate::review::beads::State;

/// Writes XLIFF 2.0. A segment's state is one of the standard's; that it was sent back is a substate of ours.
pub fn write(units: &Units, out: impl Write) -> io::Result<()> {
    let root = [
        ("xmlns", "urn:oasis:names:tc:xliff:document:2.0"),
        ("version", "2.0"),
        ("srcLang", &units.languages.old),
        ("trgLang", &units.languages.new),
    ];
    let files = files(units);
    let mut ids = Ids::of(files.iter().map(|file| id_of_file(file)), is_token);
    let mut xml = Xml::new(out)?;
    xml.element("xliff", &root, |xml| {
        files.iter().try_for_each(|file| {
            let id = ids.next(id_of_file(file), "f");
            xml.element("file", &[("id", &id), ("original", original(units, file))], |xml| {
                numbered(file, is_token).try_for_each(|(id, segments)| unit(xml, &id, segments))
            })
        })
    })?;
    xml.end()
}

fn unit<W: Write>(xml: &mut Xml<W>, id: &str, segments: &[Unit]) -> io::Result<()> {
    let mut notes: Vec<(&str, &str)> = Vec::new();
    for unit in segments {
        let told = unit.told_notes().map(|(by, words)| (by.as_str(), words.as_str()));
        for note in told.chain(unit.notes.iter().map(|note| (note.kind, note.words.as_str()))) {
            if !notes.contains(&note) {
                notes.push(note);
            }
        }
    }
    let mut ids = FxHashSet::default();
    xml.element("unit", &[("id", id)], |xml| {
        if !notes.is_empty() {
            xml.element("notes", &[], |xml| {
                notes.iter().try_for_each(|(by, words)| xml.words("note", &given("category", by), words))
            })?;
        }
        segments.iter().try_for_each(|unit| {
            let (state, substate) = state(unit);
            let id = Some(unit.told.segment.as_str()).filter(|id| is_token(id) && ids.insert(*id)).unwrap_or("");
            let attributes = [given("id", id), vec![("state", state)], given("subState", substate)].concat();
            xml.element("segment", &attributes, |xml| {
                xml.words("source", &[], &unit.source)?;
                unit.target.iter().try_for_each(|words| xml.words("target", &[], words))
            })
        })
    })
}

/// The state of a segment and its substate. Where nothing was decided they are what they were.
fn state(unit: &Unit) -> (&str, &str) {
    match (unit.state, unit.told.state.as_str()) {
        (State::Untranslated, _) => ("initial", ""),
        (State::SentBack, _) => ("translated", "redraft:sent-back"),
        (State::Reviewed, _) => ("reviewed", ""),
        (State::Translated, _) if unit.is_decided => ("translated", ""),
        (State::Translated, "initial" | "new" | "needs-translation") => ("initial", &unit.told.substate),
        (State::Translated, "reviewed" | "signed-off") => ("reviewed", &unit.told.substate),
        (State::Translated, "final") => ("final", &unit.told.substate),
        (State::Translated, _) => ("translated", &unit.told.substate),
    }
}

/// Writes XLIFF 1.2, for programs that read no other.
pub fn write_1_2(units: &Units, out: impl Write) -> io::Result<()> {
    let mut xml = Xml::new(out)?;
    xml.element("xliff", &[("xmlns", "urn:oasis:names:tc:xliff:document:1.2"), ("version", "1.2")], |xml| {
        files(units).into_iter().try_for_each(|file| {
            let attributes = [
                ("original", original(units, file)),
                ("source-language", &units.languages.old),
                ("target-language", &units.languages.new),
                ("datatype", "plaintext"),
            ];
            xml.element("file", &attributes, |xml| {
                xml.element("body", &[], |xml| {
                    numbered(file, |id| !id.is_empty()).try_for_each(|(id, segments)| unit_1_2(xml, &id, segments))
                })
            })
        })
    })?;
    xml.end()
}

/// A unit; several segments are marked in it.
fn unit_1_2<W: Write>(xml: &mut Xml<W>, id: &str, segments: &[Unit]) -> io::Result<()> {
    // A unit has come as far as the segment that has most before it.
    const ORDER: [State; 4] = [State::Untranslated, State::SentBack, State::Translated, State::Reviewed];
    let is_decided = segments.iter().any(|unit| unit.is_decided);
    let Some(last) = segments.iter().min_by_key(|unit| ORDER.iter().position(|state| *state == unit.state)) else {
        return Ok(());
    };
    let is_approved = !is_decided && last.told.is_approved && last.state == State::Translated;
    let approved = given("approved", if is_approved { "yes" } else { "" });
    xml.element("trans-unit", &[vec![("id", id)], approved].concat(), |xml| {
        let state = [("state", state_1_2(last, is_decided))];
        match segments {
            [unit] => {
                xml.words("source", &[], &unit.source)?;
                xml.words("target", &state, unit.target.as_deref().unwrap_or(""))?;
            }
            many => {
                let whole: Vec<&str> = many.iter().map(|unit| unit.source.as_str()).collect();
                xml.words("source", &[], &whole.join(" "))?;
                xml.element("seg-source", &[], |xml| {
                    many.iter()
                        .try_for_each(|unit| mark(xml, unit, Some(&unit.source).filter(|words| !words.is_empty())))
                })?;
                xml.element("target", &state, |xml| {
                    many.iter().try_for_each(|unit| mark(xml, unit, unit.target.as_ref()))
                })?;
            }
        }
        segments.iter().try_for_each(|unit| notes_1_2(xml, unit))
    })
}

fn mark<W: Write>(xml: &mut Xml<W>, unit: &Unit, words: Option<&String>) -> io::Result<()> {
    let attributes = [("mtype", "seg"), ("mid", unit.told.segment.as_str())];
    words.iter().try_for_each(|words| xml.words("mrk", &attributes, words))
}

fn notes_1_2<W: Write>(xml: &mut Xml<W>, unit: &Unit) -> io::Result<()> {
    let told: Vec<&(String, String)> = unit.told_notes().collect();
    told.iter().try_for_each(|(by, words)| xml.words("note", &given("from", by), words))?;
    let ours = unit.notes.iter().map(|note| ("redraft".to_owned(), format!("{}: {}", note.kind, note.words)));
    ours.filter(|note| !told.contains(&note)).try_for_each(|(by, words)| xml.words("note", &[("from", &by)], &words))
}

/// The state of a unit. Where nothing was decided it is what it was.
fn state_1_2(unit: &Unit, is_decided: bool) -> &str {
    match (unit.state, unit.told.state.as_str()) {
        (State::Untranslated, state @ ("new" | "needs-l10n" | "needs-adaptation")) if !is_decided => state,
        (State::Untranslated, _) => "needs-translation",
        (State::SentBack, _) => "needs-review-translation",
        (State::Reviewed, _) => "signed-off",
        (State::Translated, "") => "translated",
        (State::Translated, _) if is_decided => "translated",
        (State::Translated, "initial") => "needs-translation",
        (State::Translated, "reviewed") => "signed-off",
        (State::Translated, state) => state,
    }
}

/// An attribute where it says something.
fn given<'a>(name: &'a str, value: &'a str) -> Vec<(&'a str, &'a str)> {
    if value.is_empty() { Vec::new() } else { vec![(name, value)] }
}

/// The units by the files that they came from; one file where there are none.
fn files(units: &Units) -> Vec<&[Unit]> {
    let files: Vec<&[Unit]> = units.units.chunk_by(|one, other| one.told.file == other.told.file).collect();
    if files.is_empty() { vec![&[]] } else { files }
}

fn id_of_file(units: &[Unit]) -> &str {
    units.first().and_then(|unit| unit.told.file.as_deref()).map_or("", |file| file.id.as_str())
}

fn original<'a>(all: &'a Units, units: &'a [Unit]) -> &'a str {
    let told = units.first().and_then(|unit| unit.told.file.as_deref()).map(|file| file.original.as_str());
    told.filter(|name| !name.is_empty()).unwrap_or(&all.names.old)
}

/// The units of a file, several segments that are told apart in one of them together, each with its id: the one that it had, where that can be
/// one, else a number from 1.
fn numbered(units: &[Unit], is_id: fn(&str) -> bool) -> impl Iterator<Item = (String, &[Unit])> {
    let is_one = |one: &Unit, other: &Unit| {
        let (one, other) = (&one.told, &other.told);
        !one.unit.is_empty() && one.unit == other.unit && !one.segment.is_empty() && !other.segment.is_empty()
    };
    let mut ids = Ids::of(units.iter().map(|unit| unit.told.unit.as_str()), is_id);
    units.chunk_by(is_one).map(move |segments| (ids.next(&segments[0].told.unit, ""), segments))
}

/// Ids, of which none comes twice.
struct Ids<'a> {
    wanted: FxHashSet<&'a str>,
    taken: FxHashSet<String>,
    /// The last number that was looked at: none before it is free.
    last: usize,
    is_id: fn(&str) -> bool,
}

impl<'a> Ids<'a> {
    fn of(wanted: impl Iterator<Item = &'a str>, is_id: fn(&str) -> bool) -> Self {
        Self { wanted: wanted.collect(), taken: FxHashSet::default(), last: 0, is_id }
    }

    /// The id that is wanted, or else the next number behind these letters.
    fn next(&mut self, wanted: &str, before: &str) -> String {
        if (self.is_id)(wanted) && self.taken.insert(wanted.to_owned()) {
            return wanted.to_owned();
        }
        self.last = self.last.max(self.taken.len());
        loop {
            self.last += 1;
            let id = format!("{before}{}", self.last);
            if !self.wanted.contains(id.as_str()) && self.taken.insert(id.clone()) {
                return id;
            }
        }
    }
}

/// Whether a text can be an id of 2.x (NMTOKEN of XML Schema).
fn is_token(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|letter| letter.is_alphanumeric() || ".-_:".contains(letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn free_numbers_are_found_once() {
        let wanted: Vec<String> = (1..=50_000).map(|number| number.to_string()).collect();
        let mut ids = Ids::of(wanted.iter().map(String::as_str), is_token);
        let free: Vec<String> = (0..50_000).map(|_| ids.next("", "")).collect();
        assert_eq!((free[0].as_str(), free[49_999].as_str()), ("50001", "100000"));
        assert!(wanted.iter().all(|id| ids.next(id, "") == *id));
    }
}
