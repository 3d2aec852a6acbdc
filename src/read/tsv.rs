//! Two columns: a source, a tab and a translation a line.

use super::Trouble;
use super::bitext::{Found, Segment};
use super::places::Places;
use crate::document::{Pair, lines};

/// The segments of two columns; blank lines are none.
pub fn segments(text: &str) -> Result<Found, Trouble> {
    let mut found = Found::default();
    let (mut wide, mut narrow) = (Places::default(), Places::default());
    for (at, line) in lines(text).map(|span| span.of(text)).enumerate() {
        if line.trim().is_empty() {
            continue;
        }
        let mut columns = line.split('\t');
        let source = columns.next().unwrap_or("").to_owned();
        let target = columns.next();
        if target.is_none() {
            narrow.add(at + 1);
        }
        if columns.next().is_some() {
            wide.add(at + 1);
        }
        found.segments.push(Segment { sides: Pair::of(source, target.unwrap_or("").to_owned()) });
    }
    let lines = "line has|lines have";
    found.notes.extend(wide.said(lines, "more than two columns", "the rest is left out"));
    found.notes.extend(narrow.said(lines, "no second column", "taken as untranslated"));
    Ok(found)
}
