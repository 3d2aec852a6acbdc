//! Localisation files: XLIFF 2.0 (OASIS, 2014) and 1.2 (2008).

use std::io::{self, Write};

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
    let mut xml = Xml::new(out)?;
    xml.element("xliff", &root, |xml| {
        xml.element("file", &[("id", "f1"), ("original", &units.names.old)], |xml| {
            numbered(units).try_for_each(|(number, one)| unit(xml, &number, one))
        })
    })?;
    xml.end()
}

fn unit<W: Write>(xml: &mut Xml<W>, number: &str, unit: &Unit) -> io::Result<()> {
    let state: &[(&str, &str)] = match unit.state {
        State::Untranslated => &[("state", "initial")],
        State::Translated => &[("state", "translated")],
        State::SentBack => &[("state", "translated"), ("subState", "redraft:sent-back")],
        State::Reviewed => &[("state", "reviewed")],
    };
    xml.element("unit", &[("id", number)], |xml| {
        if !unit.notes.is_empty() {
            xml.element("notes", &[], |xml| {
                unit.notes.iter().try_for_each(|note| xml.words("note", &[("category", note.kind)], &note.words))
            })?;
        }
        xml.element("segment", state, |xml| {
            xml.words("source", &[], &unit.source)?;
            unit.target.iter().try_for_each(|words| xml.words("target", &[], words))
        })
    })
}

/// Writes XLIFF 1.2, for programs that read no other.
pub fn write_1_2(units: &Units, out: impl Write) -> io::Result<()> {
    let file = [
        ("original", units.names.old.as_str()),
        ("source-language", &units.languages.old),
        ("target-language", &units.languages.new),
        ("datatype", "plaintext"),
    ];
    let mut xml = Xml::new(out)?;
    xml.element("xliff", &[("xmlns", "urn:oasis:names:tc:xliff:document:1.2"), ("version", "1.2")], |xml| {
        xml.element("file", &file, |xml| {
            xml.element("body", &[], |xml| numbered(units).try_for_each(|(number, one)| unit_1_2(xml, &number, one)))
        })
    })?;
    xml.end()
}

fn unit_1_2<W: Write>(xml: &mut Xml<W>, number: &str, unit: &Unit) -> io::Result<()> {
    let state = match unit.state {
        State::Untranslated => "needs-translation",
        State::Translated => "translated",
        State::SentBack => "needs-review-translation",
        State::Reviewed => "signed-off",
    };
    xml.element("trans-unit", &[("id", number)], |xml| {
        xml.words("source", &[], &unit.source)?;
        xml.words("target", &[("state", state)], unit.target.as_deref().unwrap_or(""))?;
        unit.notes
            .iter()
            .try_for_each(|note| xml.words("note", &[("from", "redraft")], &format!("{}: {}", note.kind, note.words)))
    })
}

/// The units with their numbers, from 1.
fn numbered(units: &Units) -> impl Iterator<Item = (String, &Unit)> {
    units.units.iter().enumerate().map(|(at, unit)| ((at + 1).to_string(), unit))
}
