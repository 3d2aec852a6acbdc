//! A chunk as rows: what stands on each side, in each view.

use std::ops::Range;

use super::cells::{Numbered, alone, level};
use super::chunks::Chunk;
use super::flow::Flow;
use super::{Laid, Mark, Piece, Row, RowKind, View};
use crate::app::columns::columns;
use crate::compare::{Comparison, Edit, EditKind, Mode, Run, Step, paragraphs};
use crate::document::indent::set_in;
use crate::document::visible::{brackets, flowing};
use crate::document::{BlockKind, Document, Pair, Side, Span};
use crate::review::Review;
use crate::review::settle::{Choice, Part, settled};

/// So many columns an item is set in at most.
const DEEPEST: usize = 12;

/// The rows of a chunk.
pub fn rows(comparison: &Comparison, review: &Review, chunk: &Chunk, laid: Laid) -> Vec<Row> {
    let Laid { width, view, brackets, cut } = laid;
    let at = columns(view, width);
    let widths = Pair::of(at.old.map_or(at.new.1, |old| old.1), at.new.1);
    if widths.old < 2 || widths.new < 2 {
        return vec![blank()];
    }
    let laying = Laying { comparison, chunk, brackets };
    let alone = |flows: &[Numbered], side| alone(flows, side, widths.new, cut);
    let mut rows = match view {
        View::SideBySide => level(&laying.side(Side::Old), &laying.side(Side::New), widths, cut),
        View::Stacked if chunk.changed || comparison.mode == Mode::Translation => {
            let mut rows = alone(&laying.side(Side::Old), Side::Old);
            rows.extend(alone(&laying.side(Side::New), Side::New));
            rows
        }
        View::Stacked => alone(&laying.side(Side::New), Side::New),
        View::Inline => alone(&laying.woven(), Side::New),
        View::Clean => alone(&laying.settled(review), Side::New),
    };
    if chunk.apart && !rows.is_empty() {
        rows.insert(0, blank());
    }
    rows
}

/// The rows of a closed fold.
pub fn fold(chunks: &Range<usize>, mode: Mode) -> Vec<Row> {
    let text = format!("⋯ {} paragraphs {}", chunks.len(), mode.without_edits());
    let piece = Piece { text, mark: Mark::Note, edit: None, span: None };
    let fold = Row { kind: RowKind::Fold, numbers: Pair::default(), cells: Pair::of(Vec::new(), vec![piece]) };
    if chunks.start == 0 { vec![fold] } else { vec![blank(), fold] }
}

fn blank() -> Row {
    Row { kind: RowKind::Blank, numbers: Pair::default(), cells: Pair::default() }
}

struct Laying<'a> {
    comparison: &'a Comparison,
    chunk: &'a Chunk,
    brackets: bool,
}

impl Laying<'_> {
    /// What stands on one side.
    fn side(&self, side: Side) -> Vec<Numbered> {
        let mut weaving = Weaving::new(self);
        for step in self.chunk.steps.clone() {
            match (self.comparison.steps[step], side) {
                (Step::Bead(bead), _) => weaving.on_side(bead, side, None),
                (Step::From(bead), Side::Old) => weaving.on_side(bead, side, Some(Mark::MovedAway)),
                (Step::To(bead), Side::New) => weaving.on_side(bead, side, Some(Mark::MovedHere)),
                _ => {}
            }
        }
        weaving.flows
    }

    /// Both sides woven into one text.
    fn woven(&self) -> Vec<Numbered> {
        let mut weaving = Weaving::new(self);
        for step in self.chunk.steps.clone() {
            match self.comparison.steps[step] {
                Step::Bead(bead) => weaving.both(bead, None),
                Step::From(bead) => weaving.on_side(bead, Side::Old, Some(Mark::MovedAway)),
                Step::To(bead) => weaving.both(bead, Some(Mark::MovedHere)),
            }
        }
        weaving.flows
    }

    /// What the decisions leave of both.
    fn settled(&self, review: &Review) -> Vec<Numbered> {
        let mut weaving = Weaving::new(self);
        for part in settled(self.comparison, review, &self.comparison.steps[self.chunk.steps.clone()]) {
            weaving.settled(&part, review);
        }
        weaving.flows
    }

    fn move_of(&self, bead: usize) -> Option<(usize, &Edit)> {
        let index = self.comparison.beads[bead].moved?;
        Some((index, self.comparison.edits.get(index)?))
    }

    /// Whether an edit is of words and their translation, or of a sentence that was taken up: something is to be said of it.
    fn is_rendered(&self, edit: &Edit) -> bool {
        edit.kind == EditKind::Own || self.comparison.mode == Mode::Translation && edit.kind == EditKind::Replace
    }
}

/// Where a block or a line of code begins.
#[derive(Clone, Copy, Debug)]
struct Border {
    at: usize,
    /// The block's number; None = a line of code.
    number: Option<usize>,
}

struct Weaving<'a> {
    laying: &'a Laying<'a>,
    borders: Pair<Vec<Border>>,
    /// How many of the borders were passed.
    passed: Pair<usize>,
    /// Whether the next words take the place of those before them, with no space between.
    is_tight: bool,
    flows: Vec<Numbered>,
}

impl<'a> Weaving<'a> {
    fn new(laying: &'a Laying<'a>) -> Self {
        let mut borders = Pair::of(Vec::new(), Vec::new());
        for step in laying.chunk.steps.clone() {
            let seen = paragraphs::seen(laying.comparison, laying.comparison.steps[step]);
            for side in [Side::Old, Side::New] {
                let document = &laying.comparison.documents[side];
                borders[side].extend(seen[side].clone().filter_map(|sentence| border(document, sentence)));
            }
        }
        Self { laying, borders, passed: Pair::default(), is_tight: false, flows: Vec::new() }
    }

    /// One side of a bead.
    fn on_side(&mut self, bead: usize, side: Side, moved: Option<Mark>) {
        self.label(bead, side, moved);
        let whole = self.laying.move_of(bead).map(|(index, _)| index).filter(|_| moved.is_some());
        for run in self.laying.comparison.runs(bead) {
            match run {
                Run::Same(spans) | Run::Capital(spans, _) => {
                    self.put(side, spans[side], moved.unwrap_or(Mark::Same), whole);
                }
                Run::Edit(index) => self.edit_on_side(index, side),
            }
        }
    }

    fn edit_on_side(&mut self, index: usize, side: Side) {
        let edit = &self.laying.comparison.edits[index];
        let mark = match side {
            _ if self.laying.is_rendered(edit) => Mark::Suspect,
            Side::Old => Mark::Deleted,
            Side::New => Mark::Inserted,
        };
        match (edit.kind, side) {
            (EditKind::Split, Side::New) | (EditKind::Merge, Side::Old) => self.sign("¶", mark, index),
            (EditKind::Split | EditKind::Merge, _) => {}
            (EditKind::Level, _) => {
                self.borders_up_to(side, edit.spans[side].end);
                self.sign("↳", mark, index);
            }
            _ if edit.spans[side].is_empty() => {}
            _ if edit.spans[side].of(self.text(side)).trim().is_empty() => self.sign("␣", mark, index),
            _ => self.marked(side, edit.spans[side], mark, index),
        }
    }

    /// Both sides of a bead, one after the other at every edit.
    fn both(&mut self, bead: usize, moved: Option<Mark>) {
        self.label(bead, Side::New, moved);
        let whole = self.laying.move_of(bead).map(|(index, _)| index).filter(|_| moved.is_some());
        for run in self.laying.comparison.runs(bead) {
            match run {
                Run::Same(spans) | Run::Capital(spans, _) => self.same(spans, moved.unwrap_or(Mark::Same), whole),
                Run::Edit(index) => {
                    let edit = &self.laying.comparison.edits[index];
                    let is_rendered = self.laying.is_rendered(edit);
                    self.begin_both(edit);
                    // What is translated stands in the words of the translation alone.
                    if !is_rendered && edit.kind != EditKind::Level {
                        self.edit_on_side(index, Side::Old);
                    }
                    self.is_tight = edit.kind == EditKind::Replace && !is_rendered;
                    self.edit_on_side(index, Side::New);
                    self.is_tight = false;
                }
            }
        }
    }

    /// Where the blocks of both sides begin with an edit (of their numbers, say), they begin as one.
    fn begin_both(&mut self, edit: &Edit) {
        let sentences = &self.laying.comparison.beads[edit.bead].sentences;
        let begins = |side: Side| {
            let next = self.borders[side].get(self.passed[side]);
            !sentences[side].is_empty() && next.is_some_and(|border| border.at == edit.spans[side].start)
        };
        if begins(Side::Old) && begins(Side::New) {
            self.borders_up_to(Side::New, edit.spans.new.start);
            self.passed.old += 1;
        }
    }

    /// Words that the decisions leave.
    fn settled(&mut self, part: &Part<'_>, review: &Review) {
        let place = |side: Side| part.places[side].map(|span| (side, span));
        let place = match part.words {
            Choice::Side(side) => place(side),
            Choice::Third(_) => place(Side::New).or(place(Side::Old)),
        };
        if part.begins.is_some() {
            // Paragraphs are numbered as in the new wording; one of the old has no number there.
            let border = part.places.new.and_then(|span| self.border(Side::New, span.start));
            let number = border.and_then(|border| border.number).map(|number| (Side::New, number));
            let indent = place.map_or(0, |(side, span)| match &self.laying.comparison.documents[side] {
                // The white space before an item may be that of the other wording.
                document if part.gap.contains('\n') && is_item(document, span.start) => set_in(part.gap).min(DEEPEST),
                document => indent(document, span.start),
            });
            self.flows.push(Numbered { number, flow: Flow::indented(indent) });
        } else if part.gap.contains('\n') && place.is_some_and(|(side, span)| self.border(side, span.start).is_some()) {
            self.flow().flow.line();
        } else if !part.gap.is_empty() {
            self.flow().flow.space();
        }
        match (part.words, place) {
            (Choice::Third(words), _) => self.flow().flow.note(&flowing(words), Mark::Same, part.edit),
            (_, Some((side, span))) => self.open_words(side, span, part.edit, review),
            _ => {}
        }
    }

    /// Words that stand, underlined where nothing is decided on them. Brackets would show half of an edit here.
    fn open_words(&mut self, side: Side, span: Span, edit: Option<usize>, review: &Review) {
        self.passed[side] = self.borders[side].partition_point(|border| border.at <= span.start);
        let open = edit.map(|index| (index, &self.laying.comparison.edits[index]));
        match open.filter(|(_, edit)| review.decision(edit.id).is_undecided()) {
            None => self.words(side, span, Mark::Same, edit),
            Some((index, edit)) if self.laying.is_rendered(edit) => self.words(side, span, Mark::Suspect, Some(index)),
            Some((index, _)) => self.words(side, span, Mark::Inserted, Some(index)),
        }
    }

    /// The border at a byte of a side.
    fn border(&self, side: Side, at: usize) -> Option<Border> {
        let borders = &self.borders[side];
        borders.binary_search_by_key(&at, |border| border.at).ok().map(|place| borders[place])
    }

    /// Says at the first bead of a move where the other end is.
    fn label(&mut self, bead: usize, side: Side, moved: Option<Mark>) {
        let Some((index, edit)) = self.laying.move_of(bead).filter(|_| moved.is_some()) else { return };
        if edit.bead != bead {
            return;
        }
        let documents = &self.laying.comparison.documents;
        let sentences = &self.laying.comparison.beads[bead].sentences;
        let ends = self.laying.comparison.ends(index).map(|block| block + 1);
        let label = match side {
            Side::Old => format!("[moved to ¶ {}]", ends.new),
            Side::New => format!("[moved from ¶ {}]", ends.old),
        };
        self.borders_up_to(side, documents[side].sentences[sentences[side].start].start);
        let flow = &mut self.flow().flow;
        flow.space();
        flow.note(&label, Mark::Note, Some(index));
        flow.space();
    }

    fn same(&mut self, spans: Pair<Span>, mark: Mark, edit: Option<usize>) {
        self.put(Side::New, spans.new, mark, edit);
        let old = &self.borders.old;
        self.passed.old = self.passed.old.max(old.partition_point(|border| border.at < spans.old.end));
    }

    fn marked(&mut self, side: Side, span: Span, mark: Mark, index: usize) {
        if !span.is_empty() {
            self.lead(side, span.start);
            self.bracketed(side, span, mark, index);
        }
    }

    /// Words with the brackets of their mark, where there are brackets.
    fn bracketed(&mut self, side: Side, span: Span, mark: Mark, index: usize) {
        if !self.laying.brackets || mark == Mark::Suspect {
            return self.words(side, span, mark, Some(index));
        }
        let sign = if mark == Mark::Deleted { b'-' } else { b'+' };
        let (open, close) = brackets(span.of(self.text(side)), sign);
        self.flow().flow.note(open, mark, Some(index));
        self.words(side, span, mark, Some(index));
        self.flow().flow.note(close, mark, Some(index));
    }

    fn sign(&mut self, sign: &str, mark: Mark, index: usize) {
        let (open, close) = match (self.laying.brackets, mark) {
            (false, _) => ("", ""),
            (true, Mark::Deleted) => ("[-", "-]"),
            (true, _) => ("{+", "+}"),
        };
        self.flow().flow.note(&format!("{open}{sign}{close}"), mark, Some(index));
    }

    fn put(&mut self, side: Side, span: Span, mark: Mark, edit: Option<usize>) {
        if !span.is_empty() {
            self.lead(side, span.start);
            self.words(side, span, mark, edit);
        }
    }

    /// Begins the blocks that begin here, and puts a space where white space stands before the words.
    fn lead(&mut self, side: Side, at: usize) {
        self.borders_up_to(side, at);
        if !self.is_tight && self.text(side)[..at].chars().next_back().is_none_or(char::is_whitespace) {
            self.flow().flow.space();
        }
    }

    fn words(&mut self, side: Side, span: Span, mark: Mark, edit: Option<usize>) {
        let mut start = span.start;
        let inner: Vec<usize> = self.borders[side][self.passed[side]..]
            .iter()
            .map(|border| border.at)
            .take_while(|at| *at < span.end)
            .collect();
        for end in inner.into_iter().chain([span.end]) {
            let part = Span::new(start, end);
            let text = self.text(side);
            let words = Span::new(start, start + part.of(text).trim_end().len());
            self.flow().flow.words(text, (side, words), mark, edit);
            if end < span.end {
                self.borders_up_to(side, end);
            }
            start = end;
        }
    }

    fn borders_up_to(&mut self, side: Side, at: usize) {
        while let Some(border) = self.borders[side].get(self.passed[side]).filter(|border| border.at <= at).copied() {
            self.passed[side] += 1;
            match border.number {
                Some(number) => {
                    let flow = Flow::indented(indent(&self.laying.comparison.documents[side], border.at));
                    self.flows.push(Numbered { number: Some((side, number)), flow });
                }
                None => self.flow().flow.line(),
            }
        }
    }

    fn flow(&mut self) -> &mut Numbered {
        if self.flows.is_empty() {
            self.flows.push(Numbered { number: None, flow: Flow::default() });
        }
        let last = self.flows.len() - 1;
        &mut self.flows[last]
    }

    fn text(&self, side: Side) -> &'a str {
        &self.laying.comparison.documents[side].text
    }
}

/// By how many columns an item of a list is set in that begins at a byte, as far as it is shown.
fn indent(document: &Document, at: usize) -> usize {
    let block = document.blocks.partition_point(|block| block.span.end <= at);
    if is_item(document, at) { document.indent(block).min(DEEPEST) } else { 0 }
}

/// Whether an item of a list stands at a byte.
fn is_item(document: &Document, at: usize) -> bool {
    let block = document.blocks.partition_point(|block| block.span.end <= at);
    document.blocks.get(block).is_some_and(|block| block.kind == BlockKind::ListItem)
}

/// The border that a sentence begins with, if it does.
fn border(document: &Document, sentence: usize) -> Option<Border> {
    let at = document.sentences[sentence].start;
    let block = document.block_of(sentence);
    if document.begins_block(sentence) {
        return Some(Border { at, number: Some(document.number(block)) });
    }
    let is_code = document.blocks.get(block).is_some_and(|block| block.kind == BlockKind::Code);
    is_code.then_some(Border { at, number: None })
}
