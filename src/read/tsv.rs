//! Two columns: a source, a tab and a translation a line.

use super::bitext::{Found, Segment};
use super::header;
use super::places::{Places, place};
use super::slot::Slot;
use crate::document::{Pair, Span, lines};

/// The segments of two columns; blank lines are none, and neither is a first line that names the columns.
pub fn segments(text: &str) -> Found {
    let mut found = Found::default();
    let (mut wide, mut narrow) = (Places::default(), Places::default());
    for line in lines(text) {
        let words = line.of(text);
        if words.trim().is_empty() {
            continue;
        }
        let mut columns = words.split('\t');
        let source = columns.next().unwrap_or("");
        let is_first = found.segments.is_empty() && found.header.is_none();
        let named = columns.clone().next().filter(|_| is_first).and_then(|target| header::languages(source, target));
        if let Some(languages) = named {
            found.languages = languages;
            found.header = Some(words.split('\t').take(2).collect::<Vec<_>>().join("\t"));
            found
                .notes
                .push(format!("the first line names the columns ({}): it is no segment", place(text, line.start)));
            continue;
        }
        let (target, slot) = match columns.next() {
            Some(target) => {
                let start = line.start + source.len() + 1;
                (target, Slot::at(Span::new(start, start + target.len())))
            }
            None => {
                narrow.add(line.start);
                ("", Slot::new_at(line.end, "\t", ""))
            }
        };
        if columns.next().is_some() {
            wide.add(line.start);
        }
        let sides = Pair::of(source.to_owned(), target.to_owned());
        found.segments.push(Segment { sides, at: line.start, slot: Some(slot), ..Segment::default() });
    }
    let end = "the rest is left out";
    found.notes.extend(wide.said(text, "line has more than two columns|lines have more than two columns", end));
    found.notes.extend(narrow.said(
        text,
        "line has no second column|lines have no second column",
        "taken as untranslated",
    ));
    found
}
