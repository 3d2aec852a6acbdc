//! The overview: a line for every edit that is walked; the current one is seen in full in the lens below.

use super::App;
use super::list::ListLine;
use super::page::wrap::{clipped, columns};
use crate::compare::{Class, Edit, EditKind, Mode};
use crate::document::Span;
use crate::document::visible::flowing;

/// How wide the number, the kind and the decision are.
const NUMBER: usize = 5;
const KIND: usize = 9;
const DECISION: usize = 11;

/// Narrower windows than this show no reasons.
const ROOM_FOR_REASONS: usize = 70;

/// No line shows more bytes of an edit than this.
const LONGEST: usize = 400;

impl App {
    /// The edits of the overview.
    pub(super) fn overviewed(&self) -> Vec<usize> {
        (0..self.comparison.edits.len()).filter(|edit| self.is_walked(*edit)).collect()
    }

    /// The line of an edit, at this width.
    pub(super) fn overview_line(&self, edit: usize, width: usize) -> ListLine {
        let Some(found) = self.comparison.edits.get(edit) else { return ListLine::default() };
        let decision = if self.is_open(edit) { "" } else { self.decision(edit).name() };
        let mut line = vec![
            ("number", format!("{:>NUMBER$} ", edit + 1)),
            ("tick-substantive", if found.class == Class::Substantive { "▌" } else { " " }.to_owned()),
            (found.class.name(), format!("{:<KIND$}", found.kind.name())),
        ];
        let room = width.saturating_sub(NUMBER + 2 + KIND + DECISION);
        let words = if width < ROOM_FOR_REASONS { room } else { room / 2 };
        let mut used = 0;
        for (look, text) in self.overview_words(found, words) {
            used += columns(&text);
            line.push((look, text));
        }
        line.push(("kept", " ".repeat(room.min(words + 1).saturating_sub(used))));
        let left = room.saturating_sub(used.max(words + 1));
        let reasons: Vec<String> =
            found.flags.iter().map(|flag| format!("{}: {}", flag.kind.name(), flowing(&flag.reason))).collect();
        let reasons = clipped(&reasons.join(" · "), left.saturating_sub(1));
        let gap = left.saturating_sub(columns(&reasons));
        line.extend([("context", reasons), ("kept", " ".repeat(gap)), ("decision", decision.to_owned())]);
        ListLine(line)
    }

    /// The words of both sides, an arrow between them, in so many columns.
    fn overview_words(&self, edit: &Edit, width: usize) -> Vec<(&'static str, String)> {
        let documents = &self.comparison.documents;
        let shown = |text: &str, span: Span| {
            let end = (span.start + LONGEST).min(span.end);
            let end = (span.start..=end).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(span.start);
            flowing(Span::new(span.start, end).of(text).trim()).into_owned()
        };
        let (old, new) = (shown(&documents.old.text, edit.spans.old), shown(&documents.new.text, edit.spans.new));
        match edit.kind {
            EditKind::Move => vec![("moved-here", clipped(&new, width))],
            EditKind::Split | EditKind::Merge => vec![("note", "¶".to_owned())],
            EditKind::Level => vec![("note", "↳".to_owned())],
            EditKind::Own if self.comparison.mode == Mode::Revision => vec![("suspect", clipped(&new, width))],
            _ if old.is_empty() && new.is_empty() => vec![("note", "␣".to_owned())],
            _ if old.is_empty() => vec![("inserted", clipped(&new, width))],
            _ if new.is_empty() => vec![("deleted", clipped(&old, width))],
            _ => {
                let is_translated = self.comparison.mode == Mode::Translation;
                let looks = if is_translated { ["suspect"; 2] } else { ["deleted", "inserted"] };
                let room = width.saturating_sub(3);
                // What one side leaves is the other's.
                let half = (room / 2).max(room.saturating_sub(columns(&new)));
                let old = clipped(&old, half);
                let new = clipped(&new, room.saturating_sub(columns(&old)));
                vec![(looks[0], old), ("note", " → ".to_owned()), (looks[1], new)]
            }
        }
    }
}
