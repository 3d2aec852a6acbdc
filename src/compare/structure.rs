//! From beads to steps and edits: the merged order of both wordings, moves, splits and merges of blocks, and the words inside.

use std::collections::BTreeSet;
use std::ops::Range;

use rustc_hash::FxHashMap;

use super::align::Link;
use super::bitext::Known;
use super::cells::are_drawn_alike;
use super::checks::{Suspect, suspects};
use super::compared::{Compared, Gap};
use super::flags::{Flag, FlagKind, Rules, Seen, Subject};
use super::grain::{Cut, Grain};
use super::groups::{self, Groups};
use super::identity::{bead_print, identify};
use super::leadin;
use super::levels::levels;
use super::numbering::{self, Numbering, Shifts};
use super::own;
use super::spacing::spacing;
use super::steps::{merged, move_groups};
use super::strays;
use super::table::Table;
use super::turned;
use super::window::window;
use super::words::span;
use super::{Bead, Class, Comparison, Edit, EditId, EditKind, Mode, Step};
use crate::document::{BlockKind, Document, Pair, Side, Span, tokens};

/// Beads, steps and edits of two drafts from their links, cut as is said.
pub fn build(documents: Pair<Document>, links: Vec<Link>, cut: Cut) -> Comparison {
    let (links, steps) = merged(links);
    let judge = Judge::Revision(Box::new(Rules::of(documents.as_ref())));
    made(documents, links, steps, Mode::Revision, cut, judge)
}

/// The same of an original and its translation: the edits are what its checks find.
pub fn build_translation(documents: Pair<Document>, links: Vec<Link>, known: &Known, cut: Cut) -> Comparison {
    let (links, steps) = merged(links);
    let judge = Judge::Translation(suspects(documents.as_ref(), &links, known));
    made(documents, links, steps, Mode::Translation, cut, judge)
}

fn made(
    documents: Pair<Document>,
    links: Vec<Link>,
    steps: Vec<Step>,
    mode: Mode,
    cut: Cut,
    judge: Judge,
) -> Comparison {
    let mut making = Making {
        judge,
        comparison: Comparison {
            mode,
            documents,
            cut,
            beads: Vec::with_capacity(links.len()),
            steps,
            edits: Vec::new(),
            spacing: Vec::new(),
            known: Known::default(),
            is_derived: false,
            groups: Groups::default(),
            numbering: Numbering::default(),
            strays: Vec::new(),
        },
        shifts: None,
        own: BTreeSet::new(),
        levels: None,
        table: Table::default(),
        last: None,
    };
    making.comparison.beads.extend(links.iter().map(|link| Bead {
        sentences: link.sentences.clone(),
        moved: None,
        edits: 0..0,
    }));
    if mode == Mode::Revision {
        making.shifts = Shifts::of(making.comparison.documents.as_ref(), &making.comparison.beads);
    }
    making.own = own::beads(&making.comparison);
    let groups = move_groups(&links, &making.comparison.steps);
    drop(links);
    making.outer(|document| Span::new(0, document.sentences.first().map_or(document.text.len(), |span| span.start)));
    for at in 0..making.comparison.steps.len() {
        match making.comparison.steps[at] {
            Step::From(_) => {}
            Step::To(bead) => making.moved_bead(bead, &groups),
            Step::Bead(bead) => making.bead(bead),
        }
    }
    if !making.comparison.steps.is_empty() {
        making.outer(|document| {
            let end = document.text.len();
            Span::new(document.sentences.last().map_or(end, |span| span.end), end)
        });
    }
    let prints = identify(&mut making.comparison);
    if let Some(shifts) = making.shifts {
        numbering::number(&mut making.comparison, &shifts);
    }
    if mode == Mode::Revision {
        making.comparison.numbering.led = numbering::led(&making.comparison);
        making.comparison.groups = groups::groups(&making.comparison, &prints);
        strays::gather(&mut making.comparison);
        turned::tell(&mut making.comparison);
        leadin::tell(&mut making.comparison);
    }
    making.comparison
}

/// Where the edits of a bead come from.
enum Judge {
    /// Its words, by rules.
    Revision(Box<Rules>),
    /// The checks of a translation, by bead.
    Translation(Vec<Vec<Suspect>>),
}

struct Making {
    judge: Judge,
    comparison: Comparison,
    /// The numbers that changed, where some did.
    shifts: Option<Shifts>,
    /// The beads that the reviewer has taken up.
    own: BTreeSet<usize>,
    /// How deep the items of lists lie, by block, once that is asked for.
    levels: Option<Pair<Vec<usize>>>,
    /// The table in which columns came or went last.
    table: Table,
    /// The bead in its place that was made last, if the next one may touch it on both sides.
    last: Option<usize>,
}

impl Making {
    /// White space before or behind all words, where it differs.
    fn outer(&mut self, gap: impl Fn(&Document) -> Span) {
        if self.comparison.mode == Mode::Translation {
            return;
        }
        let documents = self.comparison.documents.as_ref();
        let gaps = documents.map(gap);
        if gaps.old.of(&documents.old.text) != gaps.new.of(&documents.new.text) {
            self.comparison.spacing.push(gaps);
        }
    }

    fn moved_bead(&mut self, bead: usize, groups: &FxHashMap<usize, Range<usize>>) {
        let Some(group) = groups.get(&bead).cloned() else { return };
        if group.start == bead {
            let (first, last) = (self.comparison.bead_span(group.start), self.comparison.bead_span(group.end - 1));
            let index = self.comparison.edits.len();
            self.push(bead, EditKind::Move, Pair::of(first.old.to(last.old), first.new.to(last.new)));
            for member in group {
                self.comparison.beads[member].moved = Some(index);
            }
            self.last = None;
        }
        self.bead(bead);
    }

    fn bead(&mut self, bead: usize) {
        let from = self.comparison.edits.len();
        let sentences = self.comparison.beads[bead].sentences.clone();
        let whole = self.comparison.bead_span(bead);
        let is_alone = sentences.old.is_empty() || sentences.new.is_empty();
        let is_own = !is_alone && self.own.contains(&bead);
        if let Judge::Translation(suspects) = &mut self.judge {
            let suspects = suspects.get_mut(bead).map(std::mem::take).unwrap_or_default();
            if is_own {
                self.own(bead, whole, suspects);
            } else {
                suspects.into_iter().for_each(|suspect| self.suspect(bead, whole, suspect));
            }
        } else if !is_alone {
            self.border(bead);
            let found = self.comparison.edits.len();
            self.inside(bead, whole);
            if is_own && self.comparison.edits.len() == found {
                self.own(bead, whole, Vec::new());
            }
        } else if !sentences.old.is_empty() {
            self.push(bead, EditKind::Delete, self.alone(EditKind::Delete, whole));
        } else if !sentences.new.is_empty() {
            self.push(bead, EditKind::Insert, self.alone(EditKind::Insert, whole));
        }
        if !is_alone {
            self.last = Some(bead);
        }
        self.comparison.beads[bead].edits = from..self.comparison.edits.len();
    }

    /// The places of sentences that stand on one side only.
    fn alone(&self, kind: EditKind, whole: Pair<Span>) -> Pair<Span> {
        match kind {
            EditKind::Delete => Pair::of(whole.old, self.here(Side::New)),
            _ => Pair::of(self.here(Side::Old), whole.new),
        }
    }

    /// What the checks of a translation have found.
    fn suspect(&mut self, bead: usize, whole: Pair<Span>, suspect: Suspect) {
        let Suspect { kind, spans, flags, class } = suspect;
        let spans = if kind == EditKind::Replace { spans } else { self.alone(kind, whole) };
        self.comparison.edits.push(Edit { id: EditId { print: 0, count: 0 }, kind, bead, spans, flags, class });
    }

    /// A bead that the reviewer has taken up, with all that was found there.
    fn own(&mut self, bead: usize, spans: Pair<Span>, suspects: Vec<Suspect>) {
        let class = suspects.iter().map(|suspect| suspect.class).max().unwrap_or(Class::Wording);
        let mut flags: Vec<Flag> = suspects.into_iter().flat_map(|suspect| suspect.flags).collect();
        flags.sort_by(|a, b| (a.kind, &a.reason).cmp(&(b.kind, &b.reason)));
        flags.dedup();
        let id = EditId { print: 0, count: 0 };
        self.comparison.edits.push(Edit { id, kind: EditKind::Own, bead, spans, flags, class });
    }

    /// The white space between the last bead and this one, where they are neighbours on both sides.
    fn border(&mut self, bead: usize) {
        let Some(last) = self.last else { return };
        let beads = &self.comparison.beads;
        let (a, b) = (&beads[last].sentences, &beads[bead].sentences);
        if a.old.end != b.old.start || a.new.end != b.new.start {
            return;
        }
        let (before, after) = (self.comparison.bead_span(last), self.comparison.bead_span(bead));
        let gap = Pair::of(Span::new(before.old.end, after.old.start), Span::new(before.new.end, after.new.start));
        let documents = &self.comparison.documents;
        let breaks = Pair::of(documents.old.begins_block(b.old.start), documents.new.begins_block(b.new.start));
        let first = Pair::of(b.old.start, b.new.start);
        match self.other_level(gap, first).filter(|_| breaks.old && breaks.new) {
            Some(levels) => self.level(bead, gap, levels),
            None => self.gap(bead, gap, breaks),
        }
    }

    /// How deep the items of lists lie that begin with these sentences, where that differs.
    fn other_level(&mut self, gap: Pair<Span>, first: Pair<usize>) -> Option<Pair<usize>> {
        let documents = self.comparison.documents.as_ref();
        let blocks = Pair::of(documents.old.block_of(first.old), documents.new.block_of(first.new));
        let is_item = |document: &Document, block: usize| {
            document.blocks.get(block).is_some_and(|block| block.kind == BlockKind::ListItem)
        };
        let is_same = gap.old.of(&documents.old.text) == gap.new.of(&documents.new.text);
        if is_same || !is_item(documents.old, blocks.old) || !is_item(documents.new, blocks.new) {
            return None;
        }
        let levels = self.levels.get_or_insert_with(|| documents.map(levels));
        let found = Pair::of(levels.old[blocks.old], levels.new[blocks.new]);
        (found.old != found.new && found.old > 0 && found.new > 0).then_some(found)
    }

    /// An item that lies deeper than before, or less deep.
    fn level(&mut self, bead: usize, spans: Pair<Span>, levels: Pair<usize>) {
        let reason = format!("level {} → {} of the list", levels.old, levels.new);
        let flags = vec![Flag { kind: FlagKind::Markup, reason }];
        let id = EditId { print: 0, count: 0 };
        self.comparison.edits.push(Edit { id, kind: EditKind::Level, bead, spans, flags, class: Class::Wording });
    }

    /// White space between the same two words on both sides.
    fn gap(&mut self, bead: usize, gap: Pair<Span>, breaks: Pair<bool>) {
        let documents = &self.comparison.documents;
        if gap.old.of(&documents.old.text) == gap.new.of(&documents.new.text) && breaks.old == breaks.new {
            return;
        }
        match (breaks.old, breaks.new) {
            (false, true) => self.push(bead, EditKind::Split, gap),
            (true, false) => self.push(bead, EditKind::Merge, gap),
            _ if gap.old.is_empty() != gap.new.is_empty() => self.push(bead, EditKind::Replace, gap),
            _ => self.comparison.spacing.push(gap),
        }
    }

    /// The words of a bead that stands on both sides.
    fn inside(&mut self, bead: usize, whole: Pair<Span>) {
        let documents = &self.comparison.documents;
        let texts = documents.as_ref().map(|document| document.text.as_str());
        if whole.old.of(texts.old) == whole.new.of(texts.new) {
            return;
        }
        if let Some(gaps) = spacing(texts, whole) {
            return gaps.into_iter().for_each(|gap| self.gap_inside(bead, gap));
        }
        let sentences = &self.comparison.beads[bead].sentences;
        let is_pair = sentences.old.len() == 1 && sentences.new.len() == 1;
        let lines = Pair::of(whole.old.of(texts.old), whole.new.of(texts.new));
        let grain = if is_pair && are_drawn_alike(lines) { Grain::Sentence } else { self.grain(whole) };
        let columns = self.table.columns(documents.as_ref(), &self.comparison.beads, bead);
        let is_cut = is_pair && columns.is_none() && grain != Grain::Sentence;
        let seen = if is_cut { window(texts, whole) } else { whole };
        let tokens = Pair::of(tokens(texts.old, seen.old), tokens(texts.new, seen.new));
        let tokens = tokens.as_ref().map(Vec::as_slice);
        let compared = Compared::of(texts, seen, tokens, columns);
        let units = compared.units();
        let following = self.shifts.as_ref().map_or(Vec::new(), |shifts| shifts.followers(seen));
        let difference = compared.difference(texts, &following, grain);
        let spans: Vec<Pair<Span>> = difference
            .changes
            .iter()
            .map(|c| Pair::of(span(units.old, &c.old, seen.old.end), span(units.new, &c.new, seen.new.end)))
            .collect();
        let mut at = Pair::of(0, 0);
        for (change, spans) in difference.changes.iter().zip(spans) {
            self.gaps(bead, &compared, at, change.old.start);
            self.push_seen(bead, kind(&spans), spans, Seen { tokens, is_rewritten: difference.is_rewritten });
            at = Pair::of(change.old.end, change.new.end);
        }
        self.gaps(bead, &compared, at, units.old.len());
    }

    /// How coarsely a bead is cut.
    fn grain(&self, whole: Pair<Span>) -> Grain {
        let cut = &self.comparison.cut;
        if cut.kept.is_empty() { cut.grain } else { cut.of(bead_print(self.comparison.documents.as_ref(), whole)) }
    }

    /// The white space that differs between equal words from one place up to another.
    fn gaps(&mut self, bead: usize, compared: &Compared<'_>, at: Pair<usize>, end: usize) {
        let texts = self.comparison.documents.as_ref().map(|document| document.text.as_str());
        for gap in compared.gaps(texts, at, end) {
            match gap {
                Gap::Between(gap) => self.gap_inside(bead, gap),
                Gap::Within(gap) => self.comparison.spacing.push(gap),
            }
        }
    }

    /// White space within a bead that differs.
    fn gap_inside(&mut self, bead: usize, gap: Pair<Span>) {
        let sentences = &self.comparison.beads[bead].sentences;
        let documents = &self.comparison.documents;
        let breaks = Pair::of(
            breaks_at(&documents.old, &sentences.old, gap.old.end),
            breaks_at(&documents.new, &sentences.new, gap.new.end),
        );
        self.gap(bead, gap, breaks);
    }

    /// The place on a side that lacks the words: behind what was made last.
    fn here(&self, side: Side) -> Span {
        let edit = self.comparison.edits.last().map_or(0, |edit| edit.spans[side].end);
        let bead = self.last.map_or(0, |bead| self.comparison.bead_span(bead)[side].end);
        Span::new(edit.max(bead), edit.max(bead))
    }

    fn push(&mut self, bead: usize, kind: EditKind, spans: Pair<Span>) {
        self.push_seen(bead, kind, spans, Seen::default());
    }

    fn push_seen(&mut self, bead: usize, kind: EditKind, spans: Pair<Span>, seen: Seen<'_>) {
        let documents = &self.comparison.documents;
        let subject = Subject {
            texts: Pair::of(&documents.old.text, &documents.new.text),
            kind,
            edit: spans,
            bead: self.comparison.bead_span(bead),
            block: whole_block(&self.comparison, bead),
            seen,
        };
        let (flags, class) = match &self.judge {
            Judge::Revision(rules) => rules.flags(&subject),
            Judge::Translation(_) => (Vec::new(), Class::Wording),
        };
        self.comparison.edits.push(Edit { id: EditId { print: 0, count: 0 }, kind, bead, spans, flags, class });
    }
}

/// The kind of the block that a bead is the whole of, where one side has nothing of it.
fn whole_block(comparison: &Comparison, bead: usize) -> Option<BlockKind> {
    let sentences = &comparison.beads[bead].sentences;
    let (document, own) = match (sentences.old.is_empty(), sentences.new.is_empty()) {
        (true, false) => (&comparison.documents.new, &sentences.new),
        (false, true) => (&comparison.documents.old, &sentences.old),
        _ => return None,
    };
    let block = document.blocks.get(document.block_of(own.start))?;
    (block.sentences == *own).then_some(block.kind)
}

fn kind(spans: &Pair<Span>) -> EditKind {
    match (spans.old.is_empty(), spans.new.is_empty()) {
        (true, _) => EditKind::Insert,
        (_, true) => EditKind::Delete,
        _ => EditKind::Replace,
    }
}

/// Whether one of these sentences begins a block at this byte.
fn breaks_at(document: &Document, sentences: &Range<usize>, at: usize) -> bool {
    sentences.clone().any(|index| document.sentences[index].start == at && document.begins_block(index))
}
