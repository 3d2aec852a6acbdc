//! What lies over the text: lines of words, each with its look, laid out at one width.

use super::page::wrap::{columns, wrap};

/// A line of a list: words and the name of their look in the theme, one after the other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListLine(pub Vec<(&'static str, String)>);

impl ListLine {
    /// A line of one look.
    pub fn of(look: &'static str, text: impl Into<String>) -> Self {
        Self(vec![(look, text.into())])
    }
}

/// A sign or some keys, and what they mean in a column of its own; below it where there is no room for two columns.
pub fn entry(look: &'static str, sign: &str, meaning: &str, width: usize) -> Vec<ListLine> {
    let beside = width >= NARROW && columns(sign) + 2 <= SIGNS;
    let indent = if beside { SIGNS } else { 4 };
    let mut rows =
        wrap(meaning, width.saturating_sub(indent + 1)).into_iter().map(|row| ("context", meaning[row].to_owned()));
    let mut first = vec![("kept", "  ".to_owned()), (look, sign.to_owned())];
    if beside {
        first.push(("kept", " ".repeat(SIGNS - 2 - columns(sign))));
        first.extend(rows.next());
    }
    let more = rows.map(|row| ListLine(vec![("kept", " ".repeat(indent)), row]));
    [ListLine(first)].into_iter().chain(more).collect()
}

/// A paragraph of words, wrapped.
pub fn paragraph(look: &'static str, text: &str, indent: usize, width: usize) -> Vec<ListLine> {
    let row = |row: std::ops::Range<usize>| ListLine::of(look, format!("{}{}", " ".repeat(indent), &text[row]));
    wrap(text, width.saturating_sub(indent + 1)).into_iter().map(row).collect()
}

/// The columns in which keys and signs stand.
const SIGNS: usize = 26;

/// Narrower lists than this have no columns.
const NARROW: usize = 60;
