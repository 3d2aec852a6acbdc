//! XML as the formats for translations have it: elements, attributes and text, with nothing in it that XML 1.0 can't hold.

use std::borrow::Cow;
use std::io::{self, Write};

use quick_xml::Writer;
use quick_xml::escape::partial_escape;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

/// What XML can't hold is written as this.
const LOST: char = '\u{fffd}';

/// An XML file in the making.
pub struct Xml<W: Write>(Writer<W>);

/// The attributes of an element.
pub type Attributes<'a> = &'a [(&'a str, &'a str)];

impl<W: Write> Xml<W> {
    /// A file with nothing in it yet.
    pub fn new(out: W) -> io::Result<Self> {
        let mut writer = Writer::new_with_indent(out, b' ', 2);
        writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
        Ok(Self(writer))
    }

    /// An element with what `content` writes in it.
    pub fn element(
        &mut self,
        name: &str,
        attributes: Attributes<'_>,
        content: impl FnOnce(&mut Self) -> io::Result<()>,
    ) -> io::Result<()> {
        self.0.write_event(Event::Start(start(name, attributes)))?;
        content(self)?;
        self.0.write_event(Event::End(BytesEnd::new(name)))
    }

    /// An element without anything in it.
    pub fn empty(&mut self, name: &str, attributes: Attributes<'_>) -> io::Result<()> {
        self.0.write_event(Event::Empty(start(name, attributes)))
    }

    /// An element with words in it.
    pub fn words(&mut self, name: &str, attributes: Attributes<'_>, words: &str) -> io::Result<()> {
        if words.is_empty() {
            return self.empty(name, attributes);
        }
        self.element(name, attributes, |xml| {
            // A carriage return by itself would be read as a line feed.
            let escaped = partial_escape(held(words)).replace('\r', "&#13;");
            xml.0.write_event(Event::Text(BytesText::from_escaped(escaped)))
        })
    }

    /// Ends the file.
    pub fn end(mut self) -> io::Result<()> {
        let out = self.0.get_mut();
        out.write_all(b"\n")?;
        out.flush()
    }
}

fn start<'a>(name: &'a str, attributes: Attributes<'_>) -> BytesStart<'a> {
    let mut start = BytesStart::new(name);
    for (key, value) in attributes {
        start.push_attribute((*key, held(value).as_ref()));
    }
    start
}

/// How many characters of a text XML can't hold.
pub fn lost(text: &str) -> usize {
    text.chars().filter(|letter| is_lost(*letter)).count()
}

/// A text as XML can hold it.
fn held(text: &str) -> Cow<'_, str> {
    if lost(text) == 0 { Cow::Borrowed(text) } else { Cow::Owned(text.replace(is_lost, &LOST.to_string())) }
}

/// Whether XML 1.0 has no way to write a character (production 2, Char).
const fn is_lost(letter: char) -> bool {
    matches!(letter, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')
}
