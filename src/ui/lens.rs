//! The current edit: what it is, why it matters, old over new, what was decided and said.

use super::Canvas;
use crate::app::own::About;
use crate::app::page::flow::Flow;
use crate::app::page::wrap::{clipped, columns, wrap};
use crate::app::page::{Mark, Piece};
use crate::app::search::Search;
use crate::app::{Action, App, Area, Prompt};
use crate::compare::strays::Stray;
use crate::compare::{Edit, EditId, EditKind, Mode};
use crate::document::visible::flowing;
use crate::document::{Document, Side, Span, Unit};
use crate::review::Decision;
use crate::review::remarks::{remarks, strays_of};

/// How many bytes around an edit are looked at for its context at most.
const AROUND: usize = 600;

/// What stands where a side has nothing.
const ABSENT: &str = "∅";

/// A row of the lens: its sign, what it says and how that looks, whether something is cut before and behind it.
struct LensRow {
    sign: &'static str,
    pieces: Vec<(&'static str, String)>,
    cut: (bool, bool),
}

/// Draws the lens.
pub fn draw(app: &App, canvas: &mut Canvas<'_>, area: Area) {
    if area.height == 0 {
        return;
    }
    if let Some(stray) = app.stray() {
        return draw_stray(app, canvas, stray, area);
    }
    if let Some(bead) = app.bare_bead() {
        let room = bare_rule(canvas, area, "");
        let style = canvas.look("wording");
        canvas.put((area.x + 2, area.y), room.saturating_sub(2), " no edit in this sentence ", style);
        return put(canvas, below_rule(area), &sentences(app, bead, area.width));
    }
    let Some((index, edit)) = app.current.and_then(|index| Some((index, app.comparison.edits.get(index)?))) else {
        return;
    };
    let why = reasons(app, index);
    let is_said = rule(app, canvas, area, index, &why);
    let mut groups = Vec::new();
    if !is_said {
        groups.push(plain("substantive", &why.join(" · "), area.width));
    }
    groups.extend(words(app, edit, area.width));
    groups.extend(said(app, edit.id, area.width));
    put(canvas, below_rule(area), &groups);
}

/// The words alone of what a prompt is about, below what is typed.
pub fn below(app: &App, canvas: &mut Canvas<'_>, prompt: &Prompt, area: Area) {
    let groups = match prompt.about {
        Some(About::Stray(place)) => app.comparison.stray(place).map(|stray| vec![stray_words(app, stray, area.width)]),
        Some(About::Edit(edit)) => app.comparison.edits.get(edit).map(|edit| words(app, edit, area.width)),
        Some(About::Bead(bead)) => Some(sentences(app, bead, area.width)),
        None => None,
    };
    put(canvas, area, &groups.unwrap_or_default());
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

/// The stray that is shown: why it is one, its words, what was decided.
fn draw_stray(app: &App, canvas: &mut Canvas<'_>, stray: &Stray, area: Area) {
    let tally = app.search.as_ref().map(Search::tally).unwrap_or_default();
    let decision = match app.review.decision(stray.id) {
        Decision::Accepted => "stands",
        other => other.name(),
    };
    let room = bare_rule(canvas, area, decision);
    let style = canvas.look("wording");
    let used = canvas.put((area.x + 2, area.y), room.saturating_sub(2), &format!(" {tally} · "), style);
    let style = canvas.look("substantive");
    let left = room.saturating_sub(2 + usize::from(used));
    let reason = format!("{} ", flowing(&stray.reason));
    canvas.put((area.x + 2 + used, area.y), left, &reason, style);
    let mut groups = Vec::new();
    if columns(&reason) > left {
        groups.push(plain("substantive", &reason, area.width));
    }
    groups.push(stray_words(app, stray, area.width));
    groups.extend(said(app, stray.id, area.width));
    put(canvas, below_rule(area), &groups);
}

fn stray_words(app: &App, stray: &Stray, width: u16) -> Vec<LensRow> {
    let whole = app.comparison.sentence_around(stray.place);
    let shown = |flow: &mut Flow, text: &str| flow.words(text, (Side::New, stray.place), Mark::Suspect, Some(0));
    let width = usize::from(width).saturating_sub(4);
    around(&app.comparison.documents.new.text, Side::New, (whole, stray.place), "= ", width, shown)
}

/// The rows of the lens below its rule.
fn below_rule(area: Area) -> Area {
    Area { y: area.y + 1, height: area.height - 1, ..area }
}

/// A rule with what was decided at its right, if anything was; how many columns are left.
fn bare_rule(canvas: &mut Canvas<'_>, area: Area, decision: &str) -> usize {
    let width = usize::from(area.width);
    let style = canvas.look("rule");
    canvas.put((area.x, area.y), width, &"─".repeat(width), style);
    if decision.is_empty() {
        return width;
    }
    let decision = format!(" {decision} ");
    let at = width.saturating_sub(columns(&decision) + 2);
    if at > 2 {
        let style = canvas.look("decision");
        canvas.put((area.x + at as u16, area.y), columns(&decision), &decision, style);
    }
    width.saturating_sub(columns(&decision) + 3)
}

/// The first row: what the edit is, why it matters where there is room for it, what was decided. Whether it says why.
fn rule(app: &App, canvas: &mut Canvas<'_>, area: Area, index: usize, why: &[String]) -> bool {
    let edit = &app.comparison.edits[index];
    let room = bare_rule(canvas, area, app.decision(index).name());
    let head = format!(" {} · {}", index + 1, edit.kind.name());
    let class = edit.class.name();
    // A long name gives way to what the edit weighs.
    let left = room.saturating_sub(columns(&head) + columns(class) + 6);
    let head = format!("{head}{} · ", clipped(&places(app, index), left));
    let reasons: String = why.iter().map(|reason| format!(" · {reason}")).collect();
    let fits = columns(&head) + columns(class) + columns(&reasons) + 3 <= room;
    let mut x = 2;
    let style = canvas.look("wording");
    x += canvas.put((area.x + x, area.y), room.saturating_sub(2), &head, style);
    let style = canvas.look(class);
    let text = format!("{class}{} ", if fits { reasons.as_str() } else { "" });
    canvas.put((area.x + x, area.y), room.saturating_sub(x.into()), &text, style);
    fits
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
    let row = |row: std::ops::Range<usize>| vec![(look, text[row].to_owned())];
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
        EditKind::Replace => &[Side::Old, Side::New],
    };
    sides.iter().map(|side| words_of(app, edit, *side, usize::from(width).saturating_sub(4))).collect()
}

/// Whether both sides have sentences at an edit.
fn has_both(app: &App, edit: &Edit) -> bool {
    let sentences = &app.comparison.beads[edit.bead].sentences;
    !sentences.old.is_empty() && !sentences.new.is_empty()
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
        _ if is_absent => flow.note(ABSENT, Mark::Suspect, Some(0)),
        // Nothing stands here that could be pointed at; but it is the place that is to be seen.
        _ if span.is_empty() => flow.note("", mark, Some(0)),
        _ if span.of(text).trim().is_empty() => flow.note(&"␣".repeat(span.len().max(1)), mark, Some(0)),
        _ => flow.words(text, (side, span.trimmed(text)), mark, Some(0)),
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

/// Puts groups of rows below each other, each with its share of the room.
fn put(canvas: &mut Canvas<'_>, area: Area, groups: &[Vec<LensRow>]) {
    let wanted: Vec<usize> = groups.iter().map(Vec::len).collect();
    let mut y = area.y;
    for (group, share) in groups.iter().zip(shares(&wanted, area.height.into())) {
        let from = first_shown(group, share);
        for (at, row) in group.iter().enumerate().skip(from).take(share) {
            let is_first = at == from;
            let is_cut =
                (row.cut.0 || is_first && from > 0, row.cut.1 || at + 1 == from + share && at + 1 < group.len());
            put_row(canvas, Area { y, height: 1, ..area }, row, is_first, is_cut);
            y += 1;
        }
    }
}

/// Rows for each of those who want some, one after the other, as long as there are any.
fn shares(wanted: &[usize], room: usize) -> Vec<usize> {
    let mut shares = vec![0; wanted.len()];
    let mut left = room.min(wanted.iter().sum());
    while left > 0 {
        for (share, wanted) in shares.iter_mut().zip(wanted) {
            if left > 0 && *share < *wanted {
                *share += 1;
                left -= 1;
            }
        }
    }
    shares
}

/// From which row on a group is shown, so that the edit itself is seen with something around it.
fn first_shown(group: &[LensRow], share: usize) -> usize {
    let is_edit = |row: &LensRow| row.pieces.iter().any(|(look, _)| *look != "context");
    let first = group.iter().position(is_edit).unwrap_or(0);
    let last = group.iter().rposition(is_edit).unwrap_or(0);
    let around = share.saturating_sub(last + 1 - first) / 2;
    first.saturating_sub(around).min(group.len().saturating_sub(share))
}

fn put_row(canvas: &mut Canvas<'_>, area: Area, row: &LensRow, is_first: bool, cut: (bool, bool)) {
    let mark = canvas.look("key");
    if is_first && !row.sign.is_empty() {
        canvas.put((area.x + 1, area.y), 2, row.sign, mark);
    }
    if cut.0 {
        canvas.put((area.x + 2, area.y), 1, "…", mark);
    }
    let mut x = if row.sign.is_empty() { 1 } else { 3 };
    for (look, text) in &row.pieces {
        let style = canvas.look(look);
        x += canvas.put((area.x + x, area.y), usize::from(area.width.saturating_sub(x)), text, style);
    }
    if cut.1 {
        canvas.put((area.x + x, area.y), 1, "…", mark);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_shared() {
        assert_eq!(shares(&[5, 1, 2], 4), [2, 1, 1]);
        assert_eq!(shares(&[5, 1, 2], 20), [5, 1, 2]);
        assert_eq!(shares(&[1, 1, 1], 2), [1, 1, 0]);
        assert_eq!(shares(&[], 3), [0; 0]);
    }

    #[test]
    fn what_is_near_goes_from_word_to_word() {
        let text = "é ".repeat(1_000);
        let found = near(&text, Span::new(0, text.len()), Span::new(1_500, 1_500));
        assert!(found.of(&text).starts_with(' ') && found.len() > 1_000, "{found:?}");
        assert_eq!(near("one two", Span::new(0, 7), Span::new(3, 4)), Span::new(0, 7));
    }
}
