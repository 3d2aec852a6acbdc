//! From findings to edits: which findings of a bead are one edit, and where it stands on both sides.
//!
//! A place that only one side has is an empty one on the other. Where nothing can be pointed at in the translation, the edit is the whole
//! bead: it is what has to be reworded. Findings that overlap, or whose places cross as the order of words differs, are one edit.

use rustc_hash::FxHashSet;

use super::paired::paired;
use super::rendering::Rendering;
use super::{EditKind, Finding};
use crate::compare::Class;
use crate::compare::flags::{Flag, FlagKind};
use crate::document::{Pair, Side, Span};

/// An edit of a translation before it has its place among the others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suspect {
    /// What it does.
    pub kind: EditKind,
    /// Its words on both sides; of a bead that stands on one side only they are not yet known.
    pub spans: Pair<Span>,
    /// Why it matters.
    pub flags: Vec<Flag>,
    /// What it weighs.
    pub class: Class,
}

impl Suspect {
    /// A finding on sentences that stand on one side only.
    pub(super) fn alone(finding: Finding) -> Self {
        let kind = if finding.places.old.is_some() { EditKind::Delete } else { EditKind::Insert };
        let spans = finding.places.map(Option::unwrap_or_default);
        Self { kind, spans, flags: vec![finding.flag], class: finding.class }
    }
}

/// Findings that stand in one place.
#[derive(Debug)]
struct Group {
    old: Option<Span>,
    new: Span,
    flags: Vec<Flag>,
    class: Class,
}

/// The edits of a bead.
pub fn placed(rendering: &Rendering<'_>, findings: Vec<Finding>) -> Vec<Suspect> {
    let whole = Pair::of(rendering.span(Side::Old), rendering.span(Side::New));
    let texts = Pair::of(rendering.text(Side::Old), rendering.text(Side::New));
    let mut found: Vec<Group> = findings.into_iter().map(|finding| group(finding, texts, whole)).collect();
    found.sort_by_key(|group| (group.new, group.old));
    let mut groups: Vec<Group> = Vec::new();
    for group in found {
        let first = first_crossed(&groups, &group);
        let joined = groups.drain(first..).reduce(join);
        groups.push(match joined {
            Some(before) => join(before, group),
            None => group,
        });
    }
    suspects(rendering, groups)
}

fn group(finding: Finding, texts: Pair<&str>, whole: Pair<Span>) -> Group {
    // A mark that lacks its partner is a place of its own.
    let is_mark = finding.flag.kind == FlagKind::Quotes;
    let paired = |side: Side, place: Span| if is_mark { place } else { paired(texts[side], place, whole[side]) };
    let (old, new) = match finding.places.new {
        Some(new) => (finding.places.old.map(|old| paired(Side::Old, old)), paired(Side::New, new)),
        None => (Some(whole.old), whole.new),
    };
    Group { old, new, flags: vec![finding.flag], class: finding.class }
}

/// Where the groups begin, in their order, of which the first is not before another on both sides.
fn first_crossed(groups: &[Group], behind: &Group) -> usize {
    let mut first = groups.len();
    for (at, before) in groups.iter().enumerate().rev() {
        if !follows(before, behind) {
            first = at;
        } else if before.old.is_some() || behind.old.is_none() {
            // Those before this one are before that one, too.
            break;
        }
    }
    first
}

/// Whether one group stands behind another on both sides.
fn follows(before: &Group, behind: &Group) -> bool {
    let is_behind = |a: Span, b: Span| a.end <= b.start && a != b;
    let old = before.old.zip(behind.old).is_none_or(|(a, b)| is_behind(a, b));
    old && is_behind(before.new, behind.new)
}

fn join(mut a: Group, b: Group) -> Group {
    a.old = match (a.old, b.old) {
        (Some(a), Some(b)) => Some(a.to(b)),
        (one, other) => one.or(other),
    };
    a.new = a.new.to(b.new);
    a.flags.extend(b.flags);
    a.class = a.class.max(b.class);
    a
}

fn suspects(rendering: &Rendering<'_>, groups: Vec<Group>) -> Vec<Suspect> {
    let whole = Pair::of(rendering.span(Side::Old), rendering.span(Side::New));
    let mut at = whole.old.start;
    let mut placed = Vec::with_capacity(groups.len());
    for (group, limit) in groups.iter().zip(limits(&groups, whole.old.end)) {
        let old = group.old.unwrap_or_else(|| {
            let place = level(rendering, group.new.start).clamp(at, limit.max(at));
            Span::new(place, place)
        });
        at = old.end;
        let mut seen = FxHashSet::default();
        let mut flags: Vec<Flag> = group.flags.iter().filter(|flag| seen.insert(*flag)).cloned().collect();
        flags.sort_by_key(|flag| flag.kind);
        placed.push(Suspect { kind: EditKind::Replace, spans: Pair::of(old, group.new), flags, class: group.class });
    }
    placed
}

/// Where the old words of each group begin, or of the next one that has some.
fn limits(groups: &[Group], end: usize) -> Vec<usize> {
    let mut limit = end;
    let mut limits: Vec<usize> = groups
        .iter()
        .rev()
        .map(|group| {
            limit = group.old.map_or(limit, |old| old.start);
            limit
        })
        .collect();
    limits.reverse();
    limits
}

/// The beginning of the old word that is as far in the bead as a place of the new side.
fn level(rendering: &Rendering<'_>, at: usize) -> usize {
    let (old, new) = (rendering.span(Side::Old), rendering.span(Side::New));
    let far = (at - new.start) * old.len() / new.len().max(1) + old.start;
    let words = rendering.words(Side::Old);
    let word = words.partition_point(|word| word.span.end <= far);
    words.get(word).map_or(old.end, |word| word.span.start)
}
