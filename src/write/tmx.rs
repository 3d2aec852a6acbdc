//! A translation memory: TMX 1.4 (LISA OSCAR, 2005).

use std::io::{self, Write};

use super::units::{Unit, Units};
use super::xml::Xml;
use crate::document::Pair;

/// Writes the memory. Both sides must differ in language: where they do not, as for two drafts, they are told apart by a private subtag.
pub fn write(units: &Units, out: impl Write) -> io::Result<()> {
    let tags = &units.languages;
    let tags = if tags.old.eq_ignore_ascii_case(&tags.new) {
        Pair::of(format!("{}-x-old", tags.old), format!("{}-x-new", tags.new))
    } else {
        tags.clone()
    };
    let mut xml = Xml::new(out)?;
    let header = [
        ("creationtool", "redraft"),
        ("creationtoolversion", env!("CARGO_PKG_VERSION")),
        ("segtype", "sentence"),
        ("o-tmf", "redraft"),
        ("adminlang", "en"),
        ("srclang", &tags.old),
        ("datatype", "plaintext"),
    ];
    xml.element("tmx", &[("version", "1.4")], |xml| {
        xml.empty("header", &header)?;
        xml.element("body", &[], |xml| units.units.iter().try_for_each(|one| unit(xml, one, &tags)))
    })?;
    xml.end()
}

fn unit<W: Write>(xml: &mut Xml<W>, unit: &Unit, tags: &Pair<String>) -> io::Result<()> {
    let source = Some(&unit.source).filter(|words| !words.is_empty());
    let id = unit.told.name();
    let id: Vec<(&str, &str)> = Some(("tuid", id.as_str())).into_iter().filter(|(_, id)| !id.is_empty()).collect();
    xml.element("tu", &id, |xml| {
        for note in unit.all_notes() {
            xml.words("note", &[], &note)?;
        }
        for (tag, words) in [(&tags.old, source), (&tags.new, unit.target.as_ref())] {
            let Some(words) = words else { continue };
            xml.element("tuv", &[("xml:lang", tag)], |xml| xml.words("seg", &[], words))?;
        }
        Ok(())
    })
}
