//! Which numbers of the old wording are which of the new, and what follows from it for references.

use std::collections::BTreeSet;

use rustc_hash::{FxHashMap, FxHashSet};

use super::bearer::{Bearer, Key, Series, bearers};
use super::causes::row;
use super::items::{ItemMention, items};
use super::labels::Labels;
use super::mention::{Mention, mentions};
use super::number::{Number, Style};
use crate::compare::Bead;
use crate::document::{Document, Pair, Side, Span};

/// The numbers of two wordings.
#[derive(Debug)]
pub struct Shifts {
    /// What carries numbers.
    pub labels: Labels,
    /// The blocks that bear them.
    pub bearers: Pair<Vec<Bearer>>,
    /// For every old bearer the same one in the new wording.
    pub same: Vec<Option<usize>>,
    /// For every new bearer the same one in the old wording.
    was: Vec<Option<usize>>,
    /// All numbers with their places, in order.
    pub numbers: Pair<Vec<(Span, Numbered)>>,
    /// What became of a number: it is another now, it is gone, or nobody can tell (several bear it).
    fates: Fates,
    /// The same from the new wording to the old: what a number was.
    origins: Fates,
    keys: BTreeSet<Key>,
    /// The numbers that are borne, by kind.
    borne: Pair<FxHashSet<(Key, Number)>>,
    /// The old bearers whose numbers changed in each series.
    changed: FxHashMap<Series, Vec<usize>>,
}

/// A number in a text: one that a block bears (an index into [`Shifts::bearers`]), one that is referred to, or an item that is.
#[derive(Clone, Debug)]
pub enum Numbered {
    Bearer(usize),
    Mention(Mention),
    Item(ItemMention),
}

type Fates = FxHashMap<(Key, Number), Option<Fate>>;

/// What became of a number; nothing where what bore it is gone.
pub type Fate = Option<Number>;

impl Shifts {
    /// The numbers of two wordings, if any block that stands in both has another number.
    pub fn of(documents: Pair<&Document>, beads: &[Bead]) -> Option<Self> {
        let mut labels = Labels::of(documents.language());
        let bearers = bearers(documents, &mut labels);
        let same = pairs(documents, beads, &bearers);
        let is_other =
            |(old, new): (&Bearer, &Option<usize>)| new.is_some_and(|new| bearers.new[new].number != old.number);
        if !bearers.old.iter().zip(&same).any(is_other) {
            return None;
        }
        let numbers = Pair::of(Side::Old, Side::New).map(|side| numbers(documents[side], &bearers[side], &labels));
        let mut was = vec![None; bearers.new.len()];
        same.iter()
            .enumerate()
            .filter_map(|(old, new)| Some((old, (*new)?)))
            .for_each(|(old, new)| was[new] = Some(old));
        let (fates, origins) = (fates(&bearers.old, &bearers.new, &same), fates(&bearers.new, &bearers.old, &was));
        let keys = bearers.old.iter().chain(&bearers.new).map(|bearer| bearer.key.clone()).collect();
        let borne = |bearers: &Vec<Bearer>| {
            bearers.iter().map(|bearer| (bearer.key.clone(), bearer.number.clone())).collect::<FxHashSet<_>>()
        };
        let (borne, changed) = (bearers.as_ref().map(borne), FxHashMap::default());
        let mut shifts = Self { labels, bearers, same, was, numbers, fates, origins, keys, borne, changed };
        for (at, old) in shifts.bearers.old.iter().enumerate() {
            let new = shifts.same[at].map(|new| &shifts.bearers.new[new].number);
            if let Some(new) = new.filter(|new| **new != old.number) {
                shifts.changed.entry(shifts.series(&old.key, &old.number, new)).or_default().push(at);
            }
        }
        Some(shifts)
    }

    /// What a number follows from that became another one, if the new one is that other.
    pub fn follows(&self, old: &Numbered, new: &Numbered) -> Option<Series> {
        match (old, new) {
            (Numbered::Bearer(old), Numbered::Bearer(new)) => {
                let (before, after) = (&self.bearers.old[*old], &self.bearers.new[*new]);
                let is_same = self.same[*old] == Some(*new) && before.number != after.number;
                is_same.then(|| self.series(&before.key, &before.number, &after.number))
            }
            (Numbered::Mention(old), Numbered::Mention(new)) => {
                let (key, now) = self.fate(old).filter(|_| new.is_own && old.name == new.name)?;
                // Both wordings must agree, so that it does not matter which is the old one.
                let was = self.origin(new).and_then(|(_, was)| was);
                let agree = now.as_ref() == Some(&new.number) && was.as_ref() == Some(&old.number);
                // What is another article and another paragraph of it follows from two renumberings.
                let is_twofold = old.number.differing(&new.number).count() > 1 && self.is_in_list(&key, &old.number);
                let follows = old.number != new.number && agree && !is_twofold;
                follows.then(|| self.series(&key, &old.number, &new.number))
            }
            (Numbered::Item(old), Numbered::Item(new)) => {
                let bearer =
                    old.bearer.filter(|bearer| self.same[*bearer].is_some() && self.same[*bearer] == new.bearer)?;
                let follows = old.mention.name == new.mention.name && old.mention.number != new.mention.number;
                follows.then(|| vec![row(&self.bearers.old[bearer].key, &self.bearers.old[bearer].number)])
            }
            _ => None,
        }
    }

    /// What a change of a number follows from: that of the clause 2.1 into 3.1 from that of Article 2 into 3. What left its article stands
    /// among the numbers of another, and follows from what came and went there.
    pub fn series(&self, key: &Key, old: &Number, new: &Number) -> Series {
        if matches!(key, Key::Item(..)) {
            return vec![row(key, &old.last())];
        }
        let home = self.home(old, new);
        let has_left = home != old.above();
        let old = &home.join(&old.last());
        let (old_head, new_head) = (old.split(1).0, new.split(1).0);
        let carries = |label: &&Key| {
            matches!(label, Key::Label(_))
                && self.fates.get(&((*label).clone(), old_head.clone())) == Some(&Some(Some(new_head.clone())))
        };
        let is_part = |at: usize| at == 0 && *key == Key::Clause && old.depth() > 1;
        let label = |at: usize| self.keys.iter().filter(|_| is_part(at)).find(carries).unwrap_or(key);
        let by_itself = Some(old.depth() - 1).filter(|_| has_left && old.last() == new.last());
        old.differing(new).chain(by_itself).map(|at| (label(at).clone(), old.split(at).0)).collect()
    }

    /// The number of the old wording under which a new one stands: of the clause 4.2 that is 3 where Article 3 is now 4. It is another one
    /// than the old number stands under where its bearer has left that.
    pub fn home(&self, old: &Number, new: &Number) -> Number {
        let (from, to) = (old.above(), new.above());
        let heads = || self.keys.iter().filter(|key| !matches!(key, Key::Item(..)));
        let became = |fates: &Fates, key: &Key, number: &Number| fates.get(&(key.clone(), number.clone()))?.clone()?;
        if to.depth() == 0 || heads().any(|key| became(&self.fates, key, &from).as_ref() == Some(&to)) {
            return from;
        }
        let mut homes: Vec<Number> = heads().filter_map(|key| became(&self.origins, key, &to)).collect();
        homes.dedup();
        homes.pop().filter(|_| homes.is_empty()).unwrap_or(from)
    }

    /// Whether a number of an article has a part that no block bears with it.
    fn is_in_list(&self, key: &Key, number: &Number) -> bool {
        matches!(key, Key::Label(_)) && !self.borne.old.contains(&(key.clone(), number.clone()))
    }

    /// The bearers of their own kind whose numbers changed in a series, in both wordings.
    pub fn changed<'a>(&'a self, series: &'a Series) -> impl Iterator<Item = (&'a Bearer, &'a Bearer)> {
        let changed = self.changed.get(series).into_iter().flatten();
        let pairs = changed.filter_map(|at| Some((&self.bearers.old[*at], &self.bearers.new[self.same[*at]?])));
        pairs.filter(|(old, _)| series.last().is_some_and(|(key, _)| old.key == *key))
    }

    /// The bearers that one wording alone has, in order.
    pub fn alone(&self, side: Side) -> impl Iterator<Item = &Bearer> {
        let others = if side == Side::Old { &self.same } else { &self.was };
        self.bearers[side].iter().zip(others).filter(|(_, other)| other.is_none()).map(|(bearer, _)| bearer)
    }

    /// What a number of one wording follows from that has another one in the other.
    pub fn series_of(&self, side: Side, number: &Number) -> Option<Series> {
        let fates = if side == Side::Old { &self.fates } else { &self.origins };
        let other =
            |key: &Key| fates.get(&(key.clone(), number.clone()))?.as_ref()?.as_ref().filter(|other| *other != number);
        let counted = self.keys.iter().take_while(|key| !matches!(key, Key::Item(..)));
        let (key, other) = counted.filter_map(|key| Some((key, other(key)?))).last()?;
        let (old, new) = if side == Side::Old { (number, other) } else { (other, number) };
        Some(self.series(key, old, new))
    }

    /// What a reference of the old wording counts, and what became of its number.
    pub fn fate(&self, mention: &Mention) -> Option<(Key, Fate)> {
        self.fate_in(Side::Old, mention)
    }

    /// The same of the new wording: what its number was.
    pub fn origin(&self, mention: &Mention) -> Option<(Key, Fate)> {
        self.fate_in(Side::New, mention)
    }

    /// The number to whose bearer a reference of the old wording points: the whole, or the part of it that a block bears.
    pub fn borne(&self, mention: &Mention) -> Option<(Key, Number)> {
        self.counted(&self.fates, mention).map(|(key, number, _)| (key, number))
    }

    fn fate_in(&self, side: Side, mention: &Mention) -> Option<(Key, Fate)> {
        let fates = if side == Side::Old { &self.fates } else { &self.origins };
        let (key, head, tail) = self.counted(fates, mention)?;
        if let Some((item, now)) = self.part(side, &key, &head, &tail) {
            let is_kept = now.as_ref().is_some_and(|now| now.above() == head);
            return Some((if is_kept { item.clone() } else { key }, now));
        }
        let fate = fates.get(&(key.clone(), head))?.as_ref()?.as_ref().map(|now| now.join(&tail));
        Some((key, fate))
    }

    /// The paragraph 2 of Article 6 that `Article 6.2` names, where it is an item of a list: what it counts, and what became of it.
    fn part(&self, side: Side, key: &Key, head: &Number, tail: &Number) -> Option<(&Key, Fate)> {
        if !matches!(key, Key::Label(_)) || tail.depth() != 1 || tail.style() != Style::Digits {
            return None;
        }
        let is_item = |bearer: &Bearer| matches!(bearer.key, Key::Item(..));
        let bearers = &self.bearers[side];
        let under = bearers.iter().position(|bearer| bearer.key == *key && bearer.number == *head)? + 1;
        let mut items = bearers[under..].iter().zip(under..).take_while(|(bearer, _)| is_item(bearer));
        let (item, at) =
            items.find(|(item, _)| matches!(item.key, Key::Item(Style::Digits, _)) && item.number == *tail)?;
        let (others, others_bearers) = match side {
            Side::Old => (&self.same, &self.bearers.new),
            Side::New => (&self.was, &self.bearers.old),
        };
        let Some(other) = others[at] else { return Some((&item.key, None)) };
        let above =
            others_bearers[..other].iter().rfind(|bearer| !is_item(bearer)).filter(|above| above.key == *key)?;
        Some((&item.key, Some(above.number.join(&others_bearers[other].number))))
    }

    /// What a reference counts, the number of it that a block bears, and the rest.
    fn counted(&self, fates: &Fates, mention: &Mention) -> Option<(Key, Number, Number)> {
        let own = Key::Label(mention.name.clone());
        let may_be_clause = self.labels.may_be_clause(&mention.name);
        let key = if self.keys.contains(&own) { own } else { Key::Clause };
        if !mention.is_own || key == Key::Clause && !may_be_clause {
            return None;
        }
        // `Article 5.2` may be the clause 5.2 under Article 5, or else something in Article 5.
        let whole = mention.number.depth();
        let clause = (may_be_clause && whole > 1).then_some((Key::Clause, whole));
        let parts = (1..whole).rev().map(|depth| (key.clone(), depth));
        [(key.clone(), whole)].into_iter().chain(clause).chain(parts).find_map(|(key, depth)| {
            let (head, tail) = mention.number.split(depth);
            let number = (key, head);
            fates.contains_key(&number).then_some((number.0, number.1, tail))
        })
    }

    /// Whether a number of this series changed whose old number another bears now, or whose new number another bore.
    pub fn makes_room(&self, series: &Series) -> bool {
        let has = |side: Side, key: &Key, number: &Number| self.borne[side].contains(&(key.clone(), number.clone()));
        self.changed(series)
            .any(|(old, new)| has(Side::New, &new.key, &old.number) || has(Side::Old, &old.key, &new.number))
    }

    /// How the number of a block of the old wording is named: its label and a space; nothing where it has none.
    pub fn label(&self, bearer: usize) -> String {
        match &self.bearers.old[bearer].key {
            Key::Label(name) => self.labels.shown(name, false).map_or(String::new(), |label| label + " "),
            _ => String::new(),
        }
    }

    /// The same for a reference: as the blocks have it, or as it is written.
    pub fn label_of(&self, mention: &Mention, text: &str) -> String {
        let written = || {
            let label = mention.label.of(text);
            let one = label.strip_suffix('s').filter(|_| self.labels.is_many(label, &mention.name));
            one.unwrap_or(label).to_owned()
        };
        self.labels.shown(&mention.name, false).unwrap_or_else(written) + " "
    }

    /// How a reference to an item is named: `paragraph 1 (d)`.
    pub fn said(&self, item: &ItemMention, text: &str) -> String {
        let Mention { label, place, whole, .. } = item.mention;
        let start = item.head.map_or(whole.start.max(label.end), |_| place.start - 1);
        let head = item.head.map_or("", |head| head.of(text));
        let said = self.label_of(&item.mention, text) + head + Span::new(start, whole.end).of(text);
        said.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The numbers in two stretches that belong to each other, in the order of both: there are equally many, but for those of blocks that
    /// stand in one wording only, as where a paragraph was split.
    pub fn pairs(&self, spans: Pair<Span>) -> Option<Vec<Pair<&(Span, Numbered)>>> {
        let is_in_both = |side: Side, numbered: &Numbered| match (side, numbered) {
            (Side::Old, Numbered::Bearer(at)) => self.same[*at].is_some(),
            (Side::New, Numbered::Bearer(at)) => self.was[*at].is_some(),
            _ => true,
        };
        let inside = Pair::of(Side::Old, Side::New).map(|side| {
            let all = within(&self.numbers[side], spans[side]).iter();
            all.filter(|(_, numbered)| is_in_both(side, numbered)).collect::<Vec<_>>()
        });
        let is_even = inside.old.len() == inside.new.len();
        is_even.then(|| inside.old.into_iter().zip(inside.new).map(|(old, new)| Pair::of(old, new)).collect())
    }

    /// The places in two stretches where a number follows from others.
    pub fn followers(&self, spans: Pair<Span>) -> Vec<Pair<Span>> {
        let pairs = self.pairs(spans).unwrap_or_default().into_iter();
        let followers = pairs.filter(|pair| self.follows(&pair.old.1, &pair.new.1).is_some());
        followers.map(|pair| pair.map(|(place, _)| *place)).collect()
    }
}

/// The numbers that stand in a stretch of the text.
pub fn within(numbers: &[(Span, Numbered)], span: Span) -> &[(Span, Numbered)] {
    let first = numbers.partition_point(|(place, _)| place.start < span.start);
    let last = numbers.partition_point(|(place, _)| place.end <= span.end);
    numbers.get(first..last).unwrap_or_default()
}

/// For every old bearer the same one in the new wording: the alignment says so of its block, or else of the sentence below.
fn pairs(documents: Pair<&Document>, beads: &[Bead], bearers: &Pair<Vec<Bearer>>) -> Vec<Option<usize>> {
    let (with_old, only_new) = beads.split_at(beads.partition_point(|bead| !bead.sentences.old.is_empty()));
    let of_old = |i: usize| with_old[with_old.partition_point(|bead| bead.sentences.old.end <= i)..].first();
    // What stands in one wording only, in either: then it does not matter which is the old one.
    let is_gone = |i: usize| of_old(i).is_some_and(|bead| bead.sentences.new.is_empty());
    let is_come = |j: usize| {
        let bead = only_new[only_new.partition_point(|bead| bead.sentences.new.end <= j)..].first();
        bead.is_some_and(|bead| bead.sentences.new.contains(&j))
    };
    let across = |i: usize| {
        let Pair { old, new } = &of_old(i)?.sentences;
        let at = if old.len() == new.len() { i - old.start } else { 0 };
        (!new.is_empty() && (i == old.start || at > 0)).then_some(new.start + at)
    };
    let first = |side: Side, bearer: &Bearer| documents[side].blocks[bearer.block].sentences.start;
    let at: FxHashMap<usize, usize> =
        bearers.new.iter().enumerate().map(|(at, bearer)| (first(Side::New, bearer), at)).collect();
    let mut paired = FxHashSet::default();
    let mut same: Vec<Option<usize>> =
        bearers.old.iter().map(|old| at.get(&across(first(Side::Old, old))?).copied()).collect();
    paired.extend(same.iter().flatten().copied());
    for (old, same) in bearers.old.iter().zip(&mut same).filter(|(_, same)| same.is_none()) {
        let above = |j: usize| j.checked_sub(1).filter(|j| is_come(*j)).and_then(|j| at.get(&j).copied());
        let here = first(Side::Old, old);
        let below = if is_gone(here) { across(here + 1) } else { None };
        *same = below.and_then(above).filter(|new| paired.insert(*new));
    }
    for (old, same) in bearers.old.iter().zip(&mut same) {
        *same = same.filter(|new| is_one_kind(old, &bearers.new[*new]));
    }
    same
}

/// Whether two bearers count the same and write it the same way.
fn is_one_kind(old: &Bearer, new: &Bearer) -> bool {
    let is_one_key = match (&old.key, &new.key) {
        (Key::Item(..), Key::Item(..)) => true,
        (old, new) => old == new,
    };
    is_one_key && old.number.is_written_like(&new.number)
}

/// All numbers of a text with their places, in order.
fn numbers(document: &Document, bearers: &[Bearer], labels: &Labels) -> Vec<(Span, Numbered)> {
    let title = document.blocks.first().map_or("", |block| block.span.of(&document.text));
    let names = title.split(|letter: char| !letter.is_alphanumeric());
    let names: Vec<&str> = names.filter(|word| word.starts_with(char::is_uppercase)).collect();
    let own = bearers.iter().enumerate().map(|(at, bearer)| (bearer.place, Numbered::Bearer(at)));
    let mut found: Vec<(Span, Numbered)> = own.collect();
    let mentions = mentions(&document.text, labels, &names);
    let items = items(&document.text, bearers, labels, &mentions).into_iter();
    found.extend(items.map(|item| (item.mention.place, Numbered::Item(item))));
    found.extend(mentions.into_iter().map(|mention| (mention.place, Numbered::Mention(mention))));
    // A bearer's own number reads like a reference too, and one to an item like one to a clause: what is put in first stays.
    found.sort_by_key(|(place, _)| place.start);
    found.dedup_by_key(|(place, _)| place.start);
    found
}

/// What became of every number that can be referred to, where all who bear it agree.
fn fates(bearers: &[Bearer], others: &[Bearer], same: &[Option<usize>]) -> Fates {
    let mut fates = Fates::default();
    for (old, same) in bearers.iter().zip(same).filter(|(old, _)| !matches!(old.key, Key::Item(..))) {
        let fate = Some(same.map(|new| others[new].number.clone()));
        let known = fates.entry((old.key.clone(), old.number.clone())).or_insert_with(|| fate.clone());
        if *known != fate {
            *known = None;
        }
    }
    fates
}
