//! Renumbering: headings, clauses and items whose numbers changed because others came, went or moved, and the references that follow,
//! folded into one line. A number that really changed must never be taken for one of these: what is not sure is left as it was.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashMap;

use super::flags::{Flag, FlagKind};
use super::strays::Stray;
use super::{Class, Comparison, Edit, EditKind};
use crate::document::{Pair, Side, Span};

mod address;
mod bearer;
mod causes;
mod clashes;
mod fold;
mod head;
mod items;
mod labels;
mod led;
mod line;
mod mention;
mod number;
mod parts;
mod ranges;
mod shifts;

use bearer::{Key, Row, Series};
use fold::Fold;
pub use head::{head_of, is_bare, token};
pub use led::led;
pub use shifts::Shifts;

/// Numbers of one kind that changed together, and the references that follow.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Renumbering {
    /// `Articles 5–9 renumbered 6–10`.
    pub name: String,
    /// The edits that only carry it, as indices into [`Comparison::edits`], in order.
    pub edits: Vec<usize>,
    /// The edits that it follows from, by which what bears such a number came, went or moved; in order.
    pub causes: Vec<usize>,
    /// Numbers of it that stand twice, by what neither carries it nor is its cause.
    pub clashes: Vec<Clash>,
    /// Numbers that came or went under those of it.
    pub parts: Vec<Part>,
    /// How many references follow.
    pub references: usize,
    /// Where references of the new wording do not follow, in order: see [`Comparison::stray`].
    pub stray: Vec<Span>,
}

/// A number that stands twice should one edit be rejected and another not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clash {
    /// `Article 7`.
    pub name: String,
    /// The edit by which the old number goes, and the one by which the new one comes; one of them carries the renumbering.
    pub edits: Pair<usize>,
}

/// A number that one wording alone has, under one that is renumbered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// `7.2`.
    pub number: String,
    /// The wording that has it.
    pub side: Side,
    /// The edit by which it comes or goes.
    pub edit: usize,
}

/// All renumberings of a comparison, and the numbers that go with other edits.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Numbering {
    /// In the order of what they count.
    pub all: Vec<Renumbering>,
    /// For every edit of a head that has no decision of its own the one with which it stands: see [`Comparison::led_to`].
    pub led: FxHashMap<usize, usize>,
    of: FxHashMap<usize, usize>,
    caused: FxHashMap<usize, Vec<usize>>,
    clashing: FxHashMap<usize, Vec<usize>>,
}

impl Numbering {
    /// The renumberings that follow from some edits, in order.
    pub fn caused_by(&self, edits: &[usize]) -> Vec<&Renumbering> {
        let places: BTreeSet<usize> =
            edits.iter().filter_map(|edit| self.caused.get(edit)).flatten().copied().collect();
        places.into_iter().filter_map(|at| self.all.get(at)).collect()
    }

    /// The renumberings that some edits carry, from which they follow or with whose numbers they clash, in order.
    pub fn about(&self, edits: &[usize]) -> Vec<&Renumbering> {
        let carried = edits.iter().filter_map(|edit| self.of.get(edit));
        let others = [&self.caused, &self.clashing];
        let others = edits.iter().flat_map(|edit| others.into_iter().filter_map(|all| all.get(edit)).flatten());
        let places: BTreeSet<usize> = carried.chain(others).copied().collect();
        places.into_iter().filter_map(|at| self.all.get(at)).collect()
    }

    /// The renumbering that an edit only carries.
    pub fn of(&self, edit: usize) -> Option<&Renumbering> {
        self.all.get(*self.of.get(&edit)?)
    }
}

/// Finds what was renumbered, and flags the edits that carry nothing else.
pub fn number(comparison: &mut Comparison, shifts: &Shifts) {
    let mut found: BTreeMap<Series, (Vec<Fold>, Vec<Stray>)> = BTreeMap::new();
    for fold in fold::folds(comparison, shifts) {
        found.entry(fold.series.clone()).or_default().0.push(fold);
    }
    // What is gone from a row that is not renumbered is told with the first one of its kind.
    let mut first: BTreeMap<Key, Series> = BTreeMap::new();
    for (series, (key, _)) in found.keys().filter_map(|series| Some((series, series.last()?))) {
        first.entry(key.clone()).or_insert_with(|| series.clone());
    }
    for (series, stray) in fold::strays(comparison, shifts) {
        let other = || series.last().and_then(|(key, _)| first.get(key)).cloned();
        let told = if found.contains_key(&series) { None } else { other() };
        found.entry(told.unwrap_or(series)).or_default().1.push(stray);
    }
    let causes = causes::causes(comparison, shifts);
    let mut numbering = Numbering::default();
    let mut places_of = BTreeMap::new();
    for (series, (folds, stray)) in found {
        // One number that changed all alone may be a slip.
        if folds.is_empty() || folds.len() + stray.len() == 1 && !shifts.makes_room(&series) {
            continue;
        }
        let places = stray.iter().map(|stray| stray.place).collect();
        comparison.strays.extend(stray);
        let references = folds.iter().map(|fold| fold.references).sum();
        let edits = folds.iter().map(|fold| fold.edit).collect();
        let causes: BTreeSet<usize> = series.iter().filter_map(|row| causes.get(row)).flatten().copied().collect();
        let causes: Vec<usize> = causes.into_iter().collect();
        for cause in &causes {
            numbering.caused.entry(*cause).or_default().push(numbering.all.len());
        }
        let name = line::name(shifts, &series);
        for fold in folds {
            let edit = &mut comparison.edits[fold.edit];
            edit.flags = vec![Flag { kind: FlagKind::Numbering, reason: fold.reason }];
            edit.class = Class::Editorial;
            numbering.of.insert(fold.edit, numbering.all.len());
        }
        places_of.insert(series, numbering.all.len());
        let (clashes, parts) = (Vec::new(), Vec::new());
        numbering.all.push(Renumbering { name, edits, causes, clashes, parts, references, stray: places });
    }
    clashes::find(comparison, shifts, &mut numbering);
    parts::find(comparison, shifts, &places_of, &mut numbering);
    comparison.numbering = numbering;
}

#[cfg(test)]
mod item_tests;
#[cfg(test)]
mod series_tests;
#[cfg(test)]
mod split_tests;
#[cfg(test)]
pub(super) mod tests;
