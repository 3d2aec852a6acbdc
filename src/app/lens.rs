//! What the lens says of the current edit: what it is, why it matters, old over new, what was decided and said.

use std::ops::Range;

use super::own::About;
use super::page::flow::Flow;
use super::page::wrap::{clipped, columns, wrap};
use super::page::{Mark, Piece};
use super::search::Search;
use super::{Action, App, Prompt, PromptKind, Screen};
use crate::compare::strays::Stray;
use crate::compare::{Edit, EditId, EditKind, Mode, Step};
use crate::document::visible::{flowing, visible};
use crate::document::{Document, Side, Span, Unit};
use crate::review::Decision;
use crate::review::remarks::{remarks, strays_of};
use crate::review::settle::{Choice, settled};

/// How many bytes around an edit are looked at for its context at most.
const AROUND: usize = 600;

/// What stands where a side has nothing.
const ABSENT: &str = "∅";

/// The lens, laid out at one width.
#[derive(Debug, Default)]
pub struct Lens {
    /// What stands in its rule, and how that looks.
    pub head: Vec<(&'static str, String)>,
    /// What was decided; stands at the end of the rule.
    pub decision: &'static str,
    /// What stands below the rule: each group of rows has its share of the room.
    pub groups: Vec<Vec<LensRow>>,
}

/// A row of the lens.
#[derive(Debug)]
pub struct LensRow {
    /// Its sign.
    pub sign: &'static str,
    /// What it says and how that looks.
    pub pieces: Vec<(&'static str, String)>,
    /// Whether something is cut before and behind it.
    pub cut: (bool, bool),
}

impl App {
    /// What the lens shows; nothing where there is nothing to be shown.
    pub fn lens(&self) -> Option<Lens> {
        let width = self.size.0;
        if let Some(stray) = self.stray() {
            return Some(of_stray(self, stray, width));
        }
        if let Some(bead) = self.bare_bead() {
            let head = vec![("wording", " no edit in this sentence ".to_owned())];
            return Some(Lens { head, decision: "", groups: sentences(self, bead, width) });
        }
        let index = self.current?;
        let edit = self.comparison.edits.get(index)?;
        let why = reasons(self, index);
        let (head, is_said) = head(self, index, &why);
        let why = (!is_said).then(|| plain("substantive", &why.join(" · "), width));
        let groups = why.into_iter().chain(words(self, edit, width)).chain(said(self, edit.id, width)).collect();
        Some(Lens { head, decision: self.decision(index).name(), groups })
    }

    /// What stands below the line that is typed: the sentence that comes of it, and the words that it is about.
    pub fn lens_of(&self, prompt: &Prompt) -> Vec<Vec<LensRow>> {
        let width = self.size.0;
        let typed = (prompt.kind == PromptKind::Reword).then_some(prompt.line.text.as_str());
        match prompt.about {
            Some(About::Stray(place)) => self
                .comparison
                .stray(place)
                .map(|stray| vec![stray_words(self, stray, typed, width)])
                .unwrap_or_default(),
            Some(About::Edit(index)) => {
                let Some(edit) = self.comparison.edits.get(index) else { return Vec::new() };
                let result = typed.and_then(|typed| reworded(self, index, typed, width));
                result.into_iter().chain(words(self, edit, width)).collect()
            }
            Some(About::Bead(bead)) => sentences(self, bead, width),
            None => Vec::new(),
        }
    }

    /// How many rows the lens would need with its rule.
    pub(super) fn lens_height(&self) -> usize {
        let rows = |groups: &[Vec<LensRow>]| groups.iter().map(Vec::len).sum::<usize>();
        let below = match self.screens.last() {
            Some(Screen::Prompt(prompt)) => {
                rows(&self.lens_of(prompt)) + typed_rows(&prompt.line.text, self.size.0.into())
            }
            _ => self.lens().map_or(0, |lens| rows(&lens.groups)),
        };
        1 + below
    }
}

/// What the rule says: what the edit is, why it matters where there is room for it. Whether it says why.
fn head(app: &App, index: usize, why: &[String]) -> (Vec<(&'static str, String)>, bool) {
    let edit = &app.comparison.edits[index];
    let room = room_of_head(app.size.0, app.decision(index).name());
    let head = format!(" {} · {}", index + 1, edit.kind.name());
    let class = edit.class.name();
    // A long name gives way to what the edit weighs.
    let left = room.saturating_sub(columns(&head) + columns(class) + 4);
    let head = format!("{head}{} · ", clipped(&places(app, index), left));
    let reasons: String = why.iter().map(|reason| format!(" · {reason}")).collect();
    let fits = columns(&head) + columns(class) + columns(&reasons) < room;
    let text = format!("{class}{} ", if fits { reasons.as_str() } else { "" });
    (vec![("wording", head), (class, text)], fits)
}

/// A stray: why it is one, its words, what was decided.
fn of_stray(app: &App, stray: &Stray, width: u16) -> Lens {
    let tally = app.search.as_ref().map(Search::tally).unwrap_or_default();
    let decision = match app.review.decision(stray.id) {
        Decision::Accepted => "stands",
        other => other.name(),
    };
    let tally = format!(" {tally} · ");
    let reason = format!("{} ", flowing(&stray.reason));
    let fits = columns(&tally) + columns(&reason) <= room_of_head(width, decision);
    let why = (!fits).then(|| plain("substantive", &reason, width));
    let words = [stray_words(app, stray, None, width)];
    let groups = why.into_iter().chain(words).chain(said(app, stray.id, width)).collect();
    Lens { head: vec![("wording", tally), ("substantive", reason)], decision, groups }
}

/// How many columns of the rule are left for what stands at its start, beside what was decided.
pub fn room_of_head(width: u16, decision: &str) -> usize {
    let taken = if decision.is_empty() { 2 } else { columns(decision) + 7 };
    usize::from(width).saturating_sub(taken)
}

/// How many rows of this many columns a line that is typed takes, with its cursor.
fn typed_rows(text: &str, width: usize) -> usize {
    (columns(&visible(text)) + 1).div_ceil(width.saturating_sub(3).max(1))
}

/// A bead that is to be taken up: its source and translation, or the words that both wordings have.
fn sentences(app: &App, bead: usize, width: u16) -> Vec<Vec<LensRow>> {
    let span = app.comparison.bead_span(bead);
    let signs = match app.comparison.mode {
        Mode::Translation => &[(Side::Old, "- "), (Side::New, "+ ")][..],
        Mode::Revision => &[(Side::New, "  ")],
    };
    let row = |(side, sign): &(Side, &'static str)| {
        let (side, text) = (*side, &app.comparison.documents[*side].text);
        let shown = |flow: &mut Flow, text: &str| flow.words(text, (side, span[side]), Mark::Same, None);
        around(text, side, (span[side], span[side]), sign, usize::from(width).saturating_sub(4), shown)
    };
    signs.iter().map(row).collect()
}

/// The sentence of a stray, or what it would be with other words in the stray's place.
fn stray_words(app: &App, stray: &Stray, typed: Option<&str>, width: u16) -> Vec<LensRow> {
    let whole = app.comparison.sentence_around(stray.place);
    let shown = |flow: &mut Flow, text: &str| match typed {
        Some(typed) => flow.note(&flowing(typed), Mark::Inserted, Some(0)),
        None => flow.words(text, (Side::New, stray.place), Mark::Suspect, Some(0)),
    };
    let width = usize::from(width).saturating_sub(4);
    around(&app.comparison.documents.new.text, Side::New, (whole, stray.place), "= ", width, shown)
}

/// From which paragraph to which a move goes; what its unit is called in a file that holds both sides.
fn places(app: &App, index: usize) -> String {
    if !app.is_move(index) {
        return app.comparison.unit_of(index).map(|unit| format!(" · {unit}")).unwrap_or_default();
    }
    let ends = app.comparison.ends(index).map(|block| block + 1);
    format!(" from ¶ {} to ¶ {}", ends.old, ends.new)
}

/// Why an edit matters, and what else is to be said of it.
fn reasons(app: &App, index: usize) -> Vec<String> {
    let flags = app.comparison.edits[index].flags.iter();
    let flags = flags.map(|flag| format!("{}: {}", flag.kind.name(), flowing(&flag.reason)));
    let strays = strays_of(&app.comparison, &app.review, index).len();
    let way = (strays > 0).then(|| app.keymap.key(Action::NextStray)).flatten().map(|key| format!("{key} goes there"));
    flags.chain(app.number_remarks(index)).chain(remarks(&app.comparison, &app.review, index)).chain(way).collect()
}

/// Words of ours, wrapped.
fn plain(look: &'static str, text: &str, width: u16) -> Vec<LensRow> {
    let rows = wrap(text, usize::from(width).saturating_sub(4));
    let row = |row: Range<usize>| vec![(look, text[row].to_owned())];
    rows.into_iter().map(|range| LensRow { sign: "", pieces: row(range), cut: (false, false) }).collect()
}

/// What was decided, where it has words, and the comment.
fn said(app: &App, id: EditId, width: u16) -> Vec<Vec<LensRow>> {
    let mut said = Vec::new();
    match app.review.decision(id) {
        Decision::SentBack(reason) => {
            said.push(plain("decision", &format!("sent back: {}", flowing(reason)), width));
        }
        Decision::Reworded(words) => said.push(plain("decision", &format!("reworded: {}", flowing(words)), width)),
        _ => {}
    }
    let comment = app.review.comment(id);
    if !comment.is_empty() {
        said.push(plain("note", &format!("“{}”", flowing(comment)), width));
    }
    said
}

/// The words of each side with what stands around them, for one is judged by the other; of two wordings one side alone where the
/// other has no sentence, or the same.
fn words(app: &App, edit: &Edit, width: u16) -> Vec<Vec<LensRow>> {
    let sides = match edit.kind {
        _ if app.comparison.mode == Mode::Translation => &[Side::Old, Side::New][..],
        EditKind::Insert | EditKind::Delete if has_both(app, edit) => &[Side::Old, Side::New],
        EditKind::Insert | EditKind::Split | EditKind::Move | EditKind::Own => &[Side::New],
        EditKind::Delete | EditKind::Merge => &[Side::Old],
        EditKind::Replace | EditKind::Level => &[Side::Old, Side::New],
    };
    sides.iter().map(|side| words_of(app, edit, *side, usize::from(width).saturating_sub(4))).collect()
}

/// Whether both sides have sentences at an edit.
fn has_both(app: &App, edit: &Edit) -> bool {
    let sentences = &app.comparison.beads[edit.bead].sentences;
    !sentences.old.is_empty() && !sentences.new.is_empty()
}

/// The sentence that comes of a third wording and of what else is decided in it; none where the wording is all there is.
fn reworded(app: &App, index: usize, typed: &str, width: u16) -> Option<Vec<LensRow>> {
    let edit = &app.comparison.edits[index];
    let mut review = app.review.clone();
    review.entries.entry(edit.id).or_default().decision = Decision::Reworded(typed.to_owned());
    let is_of_bead = |step: &&Step| matches!(step, Step::Bead(bead) | Step::To(bead) if *bead == edit.bead);
    let step = app.comparison.steps.iter().find(is_of_bead)?;
    let parts = settled(&app.comparison, &review, std::slice::from_ref(step));
    if parts.iter().all(|part| part.edit == Some(index)) {
        return None;
    }
    let mut flow = Flow::default();
    for part in &parts {
        if !part.gap.is_empty() {
            flow.space();
        }
        match part.words {
            Choice::Third(words) if part.edit == Some(index) => flow.note(&flowing(words), Mark::Inserted, Some(0)),
            Choice::Third(words) => flow.note(&flowing(words), Mark::Same, None),
            Choice::Side(side) => {
                let span = part.places[side]?;
                flow.words(&app.comparison.documents[side].text, (side, span), Mark::Same, None);
            }
        }
    }
    let rows = flow.rows(usize::from(width).saturating_sub(4));
    Some(rows.into_iter().map(|row| LensRow { sign: "= ", pieces: looks(row), cut: (false, false) }).collect())
}

fn words_of(app: &App, edit: &Edit, side: Side, width: usize) -> Vec<LensRow> {
    let document = &app.comparison.documents[side];
    let text = &document.text;
    let span = edit.spans[side];
    let is_absent = app.comparison.beads[edit.bead].sentences[side].is_empty();
    let whole = match edit.kind {
        EditKind::Split | EditKind::Merge => neighbours(document, span),
        // Units of a file do not go on from one another.
        _ if is_absent && document.unit == Unit::Block => span,
        _ if is_absent => neighbours(document, span),
        _ => app.comparison.bead_span(edit.bead)[side].to(span),
    };
    let is_translated = app.comparison.mode == Mode::Translation;
    let is_rendered = is_translated && matches!(edit.kind, EditKind::Replace | EditKind::Own);
    let (sign, mark) = match (edit.kind, side) {
        (EditKind::Own, _) if !is_translated => ("  ", Mark::Suspect),
        (_, Side::Old) if is_rendered => ("- ", Mark::Suspect),
        (_, Side::New) if is_rendered => ("+ ", Mark::Suspect),
        (EditKind::Move, _) => ("» ", Mark::MovedHere),
        (_, Side::Old) => ("- ", Mark::Deleted),
        (_, Side::New) => ("+ ", Mark::Inserted),
    };
    around(text, side, (whole, span), sign, width, |flow, text| match edit.kind {
        EditKind::Split | EditKind::Merge => flow.note("¶", mark, Some(0)),
        EditKind::Level => flow.note("↳ ", mark, Some(0)),
        _ if is_absent => flow.note(ABSENT, Mark::Suspect, Some(0)),
        // Nothing stands here that could be pointed at; but it is the place that is to be seen.
        _ if span.is_empty() => flow.note("", mark, Some(0)),
        _ if span.of(text).trim().is_empty() => flow.note(&"␣".repeat(span.len().max(1)), mark, Some(0)),
        _ => {
            for (at, part) in document.parted(span).enumerate() {
                if at > 0 {
                    flow.note(" ¶ ", Mark::Note, None);
                }
                flow.words(text, (side, part), mark, Some(0));
            }
        }
    })
}

/// A part of a whole as it is put down, between the words that stand near it.
fn around(
    text: &str,
    side: Side,
    (whole, span): (Span, Span),
    sign: &'static str,
    width: usize,
    shown: impl FnOnce(&mut Flow, &str),
) -> Vec<LensRow> {
    let around = near(text, whole, span);
    let mut flow = Flow::default();
    flow.words(text, (side, Span::new(around.start, span.start).trimmed(text)), Mark::Same, None);
    space(&mut flow, text, span.start);
    shown(&mut flow, text);
    space(&mut flow, text, span.end);
    flow.words(text, (side, Span::new(span.end, around.end).trimmed(text)), Mark::Same, None);
    let rows = flow.rows(width);
    let last = rows.len().saturating_sub(1);
    let cut = |at: usize| (at == 0 && around.start > whole.start, at == last && around.end < whole.end);
    rows.into_iter().enumerate().map(|(at, row)| LensRow { sign, pieces: looks(row), cut: cut(at) }).collect()
}

/// The sentences before and behind a border between blocks.
fn neighbours(document: &Document, border: Span) -> Span {
    let behind = document.sentences.partition_point(|sentence| sentence.start < border.end);
    let around = [behind.saturating_sub(1), behind].map(|at| document.sentences.get(at).copied().unwrap_or(border));
    around[0].to(around[1]).to(border)
}

/// A space where white space stands on one side of a place.
fn space(flow: &mut Flow, text: &str, at: usize) {
    let (before, after) = text.split_at(at);
    if before.ends_with(char::is_whitespace) || after.starts_with(char::is_whitespace) {
        flow.space();
    }
}

fn looks(pieces: Vec<Piece>) -> Vec<(&'static str, String)> {
    let look = |mark| match mark {
        Mark::Deleted => "deleted",
        Mark::Inserted => "inserted",
        Mark::Suspect => "suspect",
        Mark::MovedHere | Mark::MovedAway => "moved-here",
        Mark::Same | Mark::Note => "context",
    };
    pieces.into_iter().map(|piece| (look(piece.mark), piece.text)).collect()
}

/// As much of a whole as is near a part of it, from word to word.
fn near(text: &str, whole: Span, part: Span) -> Span {
    let mut start = part.start.saturating_sub(AROUND).max(whole.start);
    while start > whole.start && start < part.start && !text[..part.start].is_char_boundary(start) {
        start += 1;
    }
    if start > whole.start {
        start += text[start..part.start].find(char::is_whitespace).unwrap_or(0);
    }
    let mut end = (part.end + AROUND).min(whole.end);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    if end < whole.end {
        end = part.end + text[part.end..end].rfind(char::is_whitespace).unwrap_or(end - part.end);
    }
    Span::new(start, end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_near_goes_from_word_to_word() {
        let text = "é ".repeat(1_000);
        let found = near(&text, Span::new(0, text.len()), Span::new(1_500, 1_500));
        assert!(found.of(&text).starts_with(' ') && found.len() > 1_000, "{found:?}");
        assert_eq!(near("one two", Span::new(0, 7), Span::new(3, 4)), Span::new(0, 7));
    }
}
