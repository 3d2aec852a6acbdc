//! Message catalogues: PO files of GNU gettext. Ours, for the crate that was tried panics on a lone quotation mark and names no places.

use super::Trouble;
use super::bitext::{Found, Head, Segment};
use super::escapes::quoted;
use super::places::{Places, line_and_column};
use super::slot::Slot;
use crate::document::{Pair, Span, lines};

/// The segments of a catalogue in this encoding: a message each, its plural one more for every form of the translation.
pub fn segments(text: &str, encoding: &'static str) -> Result<Found, Trouble> {
    let mut reading = Reading { encoding, ..Reading::default() };
    for line in lines(text).map(|span| span.trimmed(text)) {
        let malformed = |(what, at): Wrong| {
            Trouble::MalformedAt(line_and_column(text, at), format!("{what}; mend the PO file there"))
        };
        reading.line(text, line).map_err(malformed)?;
    }
    reading.close();
    let mut found = reading.found;
    found.notes.extend(reading.fuzzy.said(text, "entry is fuzzy|entries are fuzzy", ""));
    let obsolete = "obsolete entry is left out|obsolete entries are left out";
    found.notes.extend(reading.obsolete.said(text, obsolete, ""));
    Ok(found)
}

/// What is wrong, and at which byte.
type Wrong = (&'static str, usize);

#[derive(Debug, Default)]
struct Reading {
    encoding: &'static str,
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
    at: usize,
    /// Where it begins, with its comments.
    head: Option<usize>,
    /// Where the message itself begins, with the former one (`#|`): gettext wants no comments between the two.
    message: Option<usize>,
    /// The byte behind the `#,` of its flags.
    flags: Option<usize>,
    context: String,
    /// What makes it fuzzy.
    fuzzy: Vec<Span>,
    /// The lines of the former message.
    former: Vec<Span>,
    id: Option<String>,
    plural: Option<String>,
    /// The translation, or its plural forms, with the bytes of the file where each stands in quotes.
    translated: Vec<(String, Span)>,
}

#[derive(Clone, Copy, Debug)]
enum Field {
    Context,
    Id,
    Plural,
    Translated(usize),
}

impl Reading {
    fn line(&mut self, text: &str, place: Span) -> Result<(), Wrong> {
        let line = place.of(text);
        if let Some(comment) = line.strip_prefix('#') {
            self.comment(text, comment, place.start);
            return Ok(());
        }
        if line.is_empty() {
            return Ok(());
        }
        let (keyword, rest) = line.split_at(line.find([' ', '\t', '"']).unwrap_or(line.len()));
        let field = match (keyword, self.field) {
            ("", Some(field)) => field,
            ("msgctxt", _) => {
                self.begin(place.start);
                Field::Context
            }
            ("msgid", _) => {
                self.begin(place.start);
                self.entry.at = place.start;
                Field::Id
            }
            ("msgid_plural", _) => Field::Plural,
            ("msgstr", _) => Field::Translated(0),
            _ => match keyword.strip_prefix("msgstr[").and_then(|form| form.strip_suffix(']')?.parse().ok()) {
                Some(form) if form < 100 => Field::Translated(form),
                _ => return Err(("neither a keyword nor a text in quotes stands here", place.start)),
            },
        };
        if self.entry.id.is_none() && matches!(field, Field::Plural | Field::Translated(_)) {
            return Err(("a translation stands without its message", place.start));
        }
        let rest = Span::new(place.end - rest.trim_start().len(), place.end);
        let words = quoted(rest.of(text), self.encoding).ok_or(("there is no text in quotes", rest.start))?;
        self.field = Some(field);
        self.entry.add(field, &words, rest);
        Ok(())
    }

    /// A message begins, or its context.
    fn begin(&mut self, at: usize) {
        self.close();
        self.entry.head.get_or_insert(at);
        self.entry.message.get_or_insert(at);
    }

    fn comment(&mut self, text: &str, comment: &str, at: usize) {
        // A comment stands before its entry.
        self.close();
        self.entry.head.get_or_insert(at);
        match comment.chars().next() {
            Some('~') => {
                if comment.contains("msgid ") {
                    self.obsolete.add(at);
                }
                // What was said before it was said of it.
                self.entry = Entry::default();
            }
            Some('|') => {
                self.entry.message.get_or_insert(at);
                self.entry.former.push(whole_line(text, at));
            }
            Some(',') => {
                self.entry.flags.get_or_insert(at + "#,".len());
                self.entry.fuzzy.extend(fuzzy(text, comment, at));
            }
            _ => {}
        }
    }

    /// Ends the entry, if there is one. The first, whose id is empty, is the head of the file.
    fn close(&mut self) {
        self.field = None;
        if self.entry.id.is_none() {
            return;
        }
        let entry = std::mem::take(&mut self.entry);
        let head = entry.head_of_ours();
        let id = entry.id.unwrap_or_default();
        let mut forms = entry.translated.into_iter();
        let (first, place) = forms.next().unzip();
        let first = first.unwrap_or_default();
        if id.is_empty() {
            let language = first.lines().find_map(|line| line.strip_prefix("Language:"));
            self.found.languages.new = language.map(|tag| tag.trim().to_owned()).filter(|tag| !tag.is_empty());
            return;
        }
        if !entry.fuzzy.is_empty() {
            self.fuzzy.add(entry.at);
        }
        let segment = |id: String, form: String, place: Option<Span>| Segment {
            sides: Pair::of(id, form),
            name: entry.context.clone(),
            at: entry.at,
            head: head.clone(),
            slot: place.filter(|place| !place.is_empty()).map(Slot::at),
            ..Segment::default()
        };
        self.found.segments.push(segment(id, first, place));
        if let Some(plural) = entry.plural {
            let forms = if forms.len() == 0 { vec![(String::new(), Span::default())] } else { forms.collect() };
            let forms = forms.into_iter().map(|(form, place)| segment(plural.clone(), form, Some(place)));
            self.found.segments.extend(forms);
        }
    }
}

impl Entry {
    /// Where what is said of it is to stand.
    fn head_of_ours(&self) -> Option<Head> {
        let flagged = self.flags.map(|at| (at, " fuzzy,"));
        let fuzzy = flagged.or(self.message.map(|at| (at, "#, fuzzy\n"))).filter(|_| self.fuzzy.is_empty());
        let former = self.former.iter().filter(|_| !self.fuzzy.is_empty());
        let fuzzy_now = self.fuzzy.iter().chain(former).copied().collect();
        self.head.map(|notes| Head { notes, fuzzy, fuzzy_now })
    }

    fn add(&mut self, field: Field, words: &str, place: Span) {
        match field {
            Field::Context => self.context.push_str(words),
            Field::Id => self.id.get_or_insert_default().push_str(words),
            Field::Plural => self.plural.get_or_insert_default().push_str(words),
            Field::Translated(form) => {
                if self.translated.len() <= form {
                    self.translated.resize_with(form + 1, Default::default);
                }
                let (translated, places) = &mut self.translated[form];
                translated.push_str(words);
                *places = if places.is_empty() { place } else { places.to(place) };
            }
        }
    }
}

/// What in a line of flags makes an entry fuzzy: the flag with its comma, or the whole line where it has no other.
fn fuzzy(text: &str, line: &str, at: usize) -> Option<Span> {
    let is_fuzzy = |flag: &str| flag.trim() == "fuzzy";
    if line.split(',').all(|flag| flag.trim().is_empty() || is_fuzzy(flag)) {
        return line.split(',').any(is_fuzzy).then(|| whole_line(text, at));
    }
    let mut end = at + "#".len();
    line.split_inclusive(',').find_map(|part| {
        let flag = part.strip_suffix(',').unwrap_or(part);
        let start = end;
        end += part.len();
        // The comma before it goes, the one behind it stays.
        is_fuzzy(flag).then(|| Span::new(start - ",".len(), start + flag.len()))
    })
}

/// A line from its first sign to where the next one begins.
fn whole_line(text: &str, at: usize) -> Span {
    let rest = &text[at..];
    let end =
        rest.find(['\n', '\r']).map_or(rest.len(), |end| end + if rest[end..].starts_with("\r\n") { 2 } else { 1 });
    Span::new(at, at + end)
}
