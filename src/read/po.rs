//! Message catalogues: PO files of GNU gettext. Ours, for the crate that was tried panics on a lone quotation mark and names no places.

use super::Trouble;
use super::bitext::{Found, Segment};
use super::places::Places;
use crate::document::{Pair, lines};

/// The segments of a catalogue: a message each, its plural one more for every form of the translation.
pub fn segments(text: &str) -> Result<Found, Trouble> {
    let mut reading = Reading::default();
    for (at, line) in lines(text).map(|span| span.of(text).trim()).enumerate() {
        reading.line(line, at + 1)?;
    }
    reading.close();
    let mut found = reading.found;
    found
        .notes
        .extend(reading.fuzzy.said("entry|entries", "is fuzzy", "").map(|said| said.replace("ies is", "ies are")));
    let obsolete = reading.obsolete.said("obsolete entry|obsolete entries", "is left out", "");
    found.notes.extend(obsolete.map(|said| said.replace("ies is", "ies are")));
    Ok(found)
}

#[derive(Debug, Default)]
struct Reading {
    found: Found,
    entry: Entry,
    /// The text that a line of nothing but a text goes on with.
    field: Option<Field>,
    fuzzy: Places,
    obsolete: Places,
}

/// One message.
#[derive(Debug, Default)]
struct Entry {
    line: usize,
    is_fuzzy: bool,
    id: Option<String>,
    plural: Option<String>,
    /// The translation, or its plural forms.
    translated: Vec<String>,
}

#[derive(Clone, Copy, Debug)]
enum Field {
    Context,
    Id,
    Plural,
    Translated(usize),
}

impl Reading {
    fn line(&mut self, line: &str, number: usize) -> Result<(), Trouble> {
        if let Some(comment) = line.strip_prefix('#') {
            self.comment(comment, number);
            return Ok(());
        }
        if line.is_empty() {
            return Ok(());
        }
        let (keyword, rest) = line.split_at(line.find([' ', '\t', '"']).unwrap_or(line.len()));
        let field = match (keyword, self.field) {
            ("", Some(field)) => field,
            ("msgctxt", _) => {
                self.close();
                Field::Context
            }
            ("msgid", _) => {
                self.close();
                self.entry.line = number;
                Field::Id
            }
            ("msgid_plural", _) => Field::Plural,
            ("msgstr", _) => Field::Translated(0),
            _ => match keyword.strip_prefix("msgstr[").and_then(|form| form.strip_suffix(']')?.parse().ok()) {
                Some(form) if form < 100 => Field::Translated(form),
                _ => {
                    let what = format!("line {number} is neither a keyword nor a text in quotes");
                    return Err(Trouble::Malformed("PO", what));
                }
            },
        };
        let words = quoted(rest.trim_start())
            .ok_or_else(|| Trouble::Malformed("PO", format!("line {number} has no text in quotes")))?;
        self.field = Some(field);
        self.entry.add(field, &words);
        Ok(())
    }

    fn comment(&mut self, comment: &str, number: usize) {
        if comment.starts_with('~') {
            if comment.contains("msgid ") {
                self.obsolete.add(number);
            }
            return;
        }
        // A comment stands before its entry.
        self.close();
        if comment.starts_with(',') && comment.split(',').any(|flag| flag.trim() == "fuzzy") {
            self.entry.is_fuzzy = true;
        }
    }

    /// Ends the entry, if there is one. The first, whose id is empty, is the head of the file.
    fn close(&mut self) {
        self.field = None;
        if self.entry.id.is_none() {
            return;
        }
        let entry = std::mem::take(&mut self.entry);
        let id = entry.id.unwrap_or_default();
        let mut forms = entry.translated.into_iter();
        let first = forms.next().unwrap_or_default();
        if id.is_empty() {
            let language = first.lines().find_map(|line| line.strip_prefix("Language:"));
            self.found.languages.new = language.map(|tag| tag.trim().to_owned()).filter(|tag| !tag.is_empty());
            return;
        }
        if entry.is_fuzzy {
            self.fuzzy.add(entry.line);
        }
        self.found.segments.push(Segment { sides: Pair::of(id, first) });
        if let Some(plural) = entry.plural {
            let forms = if forms.len() == 0 { vec![String::new()] } else { forms.collect() };
            let segment = |form| Segment { sides: Pair::of(plural.clone(), form) };
            self.found.segments.extend(forms.into_iter().map(segment));
        }
    }
}

impl Entry {
    fn add(&mut self, field: Field, words: &str) {
        match field {
            Field::Context => {}
            Field::Id => self.id.get_or_insert_default().push_str(words),
            Field::Plural => self.plural.get_or_insert_default().push_str(words),
            Field::Translated(form) => {
                if self.translated.len() <= form {
                    self.translated.resize(form + 1, String::new());
                }
                self.translated[form].push_str(words);
            }
        }
    }
}

/// What stands in quotes, its escapes resolved.
fn quoted(text: &str) -> Option<String> {
    let inner = text.strip_prefix('"')?.strip_suffix('"')?;
    let mut words = String::with_capacity(inner.len());
    let mut letters = inner.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => words.push(match letters.next()? {
                'n' => '\n',
                't' => '\t',
                'r' => '\r',
                other => other,
            }),
            '"' => return None,
            other => words.push(other),
        }
    }
    Some(words)
}
