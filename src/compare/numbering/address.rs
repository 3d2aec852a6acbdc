//! Where a reference to an item points. Every list and every article begins anew, so that hangs on the paragraph and article that the
//! reference names behind it or before it (`paragraph 2 of Article 6`, `Article 6, paragraph 2`), or else on those in which it stands.

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use super::bearer::{Bearer, Key};
use super::labels::Name;
use super::mention::{Mention, Scan};
use super::number::{Number, Style};
use crate::document::Span;

/// So many references, each within the next one, are followed.
const DEEPEST: usize = 4;
/// So many references in one list.
const LONGEST: usize = 20;

/// Where the words before a sign in brackets lead.
#[derive(Clone, Debug)]
pub enum Base {
    /// To the number of a reference, by its index, and on through the brackets in a stretch behind it: `Article 6(2)`.
    Number(usize, Span),
    /// Nowhere: the sign is that of an item around.
    Here,
}

/// From which side a reference was come to: there nothing more is asked for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Start,
    Before,
    Behind,
}

/// What bears numbers, and the references to them.
pub struct Address<'a> {
    scan: &'a Scan<'a>,
    bearers: &'a [Bearer],
    mentions: &'a [Mention],
    /// The bearers whose number no other of their kind bears; nothing for a number that several bear.
    only: FxHashMap<(&'a Key, &'a Number), Option<usize>>,
    /// The labels that bearers have.
    labels: FxHashSet<&'a Name>,
    /// The articles among the bearers, and the paragraphs with them.
    articles: Vec<usize>,
    paragraphs: Vec<usize>,
    /// The items by their number, and the clauses by its last part.
    borne: FxHashMap<Number, Vec<usize>>,
}

impl<'a> Address<'a> {
    /// What can be told of a text; `mentions` are its references to numbers, in order.
    pub fn of(scan: &'a Scan<'a>, bearers: &'a [Bearer], mentions: &'a [Mention]) -> Self {
        let mut only = FxHashMap::default();
        let mut labels = FxHashSet::default();
        let mut borne: FxHashMap<Number, Vec<usize>> = FxHashMap::default();
        for (at, bearer) in bearers.iter().enumerate() {
            let place = only.entry((&bearer.key, &bearer.number)).or_insert(Some(at));
            *place = place.filter(|known| *known == at);
            match &bearer.key {
                Key::Label(name) => _ = labels.insert(name),
                Key::Clause => borne.entry(bearer.number.last()).or_default().push(at),
                Key::Item(..) => borne.entry(bearer.number.clone()).or_default().push(at),
            }
        }
        let all = |is_kind: fn(&Bearer) -> bool| (0..bearers.len()).filter(|at| is_kind(&bearers[*at])).collect();
        let (articles, paragraphs) = (all(is_article), all(is_paragraph));
        Self { scan, bearers, mentions, only, labels, articles, paragraphs, borne }
    }

    /// The item that a sign in brackets points at, in a list that ends at a place; nothing within where none can be told, nothing at all
    /// where it is that of another text.
    pub fn bracketed(&self, base: &Base, mention: &Mention, end: usize) -> Option<Option<usize>> {
        let start = mention.label.start;
        let is_own = match (base, self.behind(end)) {
            (_, Some(owner)) => self.leads_here(owner),
            (Base::Number(at, _), None) => self.mentions[*at].is_own,
            (Base::Here, None) => self.scan.leads_here(end) && !self.scan.is_owned(start),
        };
        let range = || match base {
            Base::Number(at, brackets) => self.through(*at, *brackets, end),
            Base::Here => match self.owner(
                self.mentions.partition_point(|other| other.label.start < start),
                start,
                end,
                Way::Start,
            ) {
                Some((owner, way)) => self.target(owner, way, DEEPEST).map(|target| self.under(target)),
                None if mention.number.style() == Style::Digits => Some(self.around(start, &self.articles)),
                None => Some(self.around(start, &self.paragraphs)),
            },
        };
        is_own.then(|| self.numbered(range()?, &mention.number))
    }

    /// The paragraph that a reference names by a label that nothing bears, in the same way.
    pub fn part(&self, at: usize) -> Option<Option<usize>> {
        let number = &self.mentions[at].number;
        let end = self.end(at);
        let is_part = number.depth() == 1 && number.style() == Style::Digits && self.is_part(at, end, Way::Start);
        if !is_part || !self.leads_here(at) {
            return None;
        }
        let part = self.named(at, end, Way::Start, DEEPEST);
        (part.is_some() || self.clause(at).is_none()).then_some(part)
    }

    /// Whether a reference may name a part of an article: no block has its label, nor is it to a clause of the whole text.
    fn is_part(&self, at: usize, end: usize, way: Way) -> bool {
        let name = &self.mentions[at].name;
        self.scan.labels.is_part(name) && !self.labels.contains(name) && !self.is_clause(at, end, way)
    }

    /// Whether a reference leads to this text, by the last one in which it stands.
    fn leads_here(&self, mut at: usize) -> bool {
        for _ in 0..DEEPEST {
            match self.behind(self.end(at)) {
                Some(owner) => at = owner,
                None => break,
            }
        }
        self.mentions[at].is_own
    }

    /// Where the list ends in which a reference stands.
    fn end(&self, at: usize) -> usize {
        let label = self.mentions[at].label;
        let list = self.mentions[at..].iter().take(LONGEST).take_while(|mention| mention.label == label);
        list.last().map_or(0, |mention| mention.whole.end)
    }

    /// The reference within which what ends here is: `of Article 6`.
    fn behind(&self, end: usize) -> Option<usize> {
        let next = self.mentions.partition_point(|mention| mention.label.start < end);
        let Mention { label, name, .. } = self.mentions.get(next)?;
        self.scan.is_within(end, label.start, self.scan.labels.is_part(name)).then_some(next)
    }

    /// The reference within which one is that begins and ends there, and stands before the given one: behind it or before it.
    fn owner(&self, at: usize, start: usize, end: usize, way: Way) -> Option<(usize, Way)> {
        let behind = if way == Way::Behind { None } else { self.behind(end) };
        let leads = |before: &usize| {
            let join = self.scan.joins(self.mentions[*before].whole.end, start);
            join.is_some_and(|join| join.is_empty() || join == ",")
        };
        let before = || at.checked_sub(1).filter(|before| way != Way::Before && leads(before));
        behind.map(|owner| (owner, Way::Before)).or_else(|| Some((before()?, Way::Behind)))
    }

    /// What bears the number of a reference, of which so many are followed.
    fn target(&self, at: usize, way: Way, left: usize) -> Option<usize> {
        self.target_in(at, self.end(at), way, left)
    }

    fn target_in(&self, at: usize, end: usize, way: Way, left: usize) -> Option<usize> {
        let mention = &self.mentions[at];
        if let Some(target) = self.only.get(&(&Key::Label(mention.name.clone()), &mention.number)) {
            return target.filter(|_| mention.is_own);
        }
        let part = if self.is_part(at, end, way) { self.named(at, end, way, left.checked_sub(1)?) } else { None };
        part.or_else(|| self.clause(at).filter(|_| mention.is_own))
    }

    /// The paragraph that a reference in a list names.
    fn named(&self, at: usize, end: usize, way: Way, left: usize) -> Option<usize> {
        let Mention { label, number, is_own, .. } = &self.mentions[at];
        let range = match self.owner_of(at, end, way) {
            Some((owner, way)) => self.under(self.target(owner, way, left)?),
            None if *is_own => self.around(label.start, &self.articles),
            None => return None,
        };
        self.numbered(range, number)
    }

    /// The reference that names in what a part is.
    fn owner_of(&self, at: usize, end: usize, way: Way) -> Option<(usize, Way)> {
        let label = self.mentions[at].label;
        let first = self.mentions[..at].iter().rposition(|other| other.label != label).map_or(0, |other| other + 1);
        self.owner(first, label.start, end, way)
    }

    /// Whether a reference is to a clause of the whole text: `clause 3` without more is the head `3. Price`, where there is one, and not
    /// the third of the clauses around.
    fn is_clause(&self, at: usize, end: usize, way: Way) -> bool {
        let Mention { name, number, .. } = &self.mentions[at];
        self.only.contains_key(&(&Key::Clause, number))
            && self.scan.labels.may_be_clause(name)
            && self.owner_of(at, end, way).is_none()
    }

    /// The clause that bears the number of a reference.
    fn clause(&self, at: usize) -> Option<usize> {
        let Mention { name, number, .. } = &self.mentions[at];
        let clause = self.only.get(&(&Key::Clause, number)).copied().flatten();
        clause.filter(|_| self.scan.labels.may_be_clause(name))
    }

    /// The bearers among which the sign behind a number and some brackets is: the second one of `Article 6(2)(b)`.
    fn through(&self, at: usize, brackets: Span, end: usize) -> Option<Range<usize>> {
        let mut range = self.under(self.target_in(at, end, Way::Start, DEEPEST)?);
        let parts = brackets.of(self.scan.text).split(['(', ')']).map(str::trim);
        for part in parts.filter(|part| !part.is_empty()) {
            range = self.under(self.numbered(range, &Number::read(part)?)?);
        }
        Some(range)
    }

    /// The bearers of what stands around a place, from one of a kind on to the next.
    fn around(&self, place: usize, kind: &[usize]) -> Range<usize> {
        let here = self.bearers.partition_point(|bearer| bearer.place.start < place);
        let last = kind.partition_point(|at| *at < here).checked_sub(1);
        last.map_or(0..self.bearers.len(), |last| self.under(kind[last]))
    }

    /// The bearers of what stands under a number.
    fn under(&self, at: usize) -> Range<usize> {
        let owner = &self.bearers[at];
        let kind = if is_article(owner) { &self.articles } else { &self.paragraphs };
        let next = kind.get(kind.partition_point(|other| *other <= at)).copied().unwrap_or(self.bearers.len());
        if is_paragraph(owner) {
            return at + 1..next;
        }
        let length = self.bearers[at + 1..next].iter().position(|other| other.key == owner.key);
        at + 1..length.map_or(next, |length| at + 1 + length)
    }

    /// The only item of a number among some bearers, or clause right under the one before them.
    fn numbered(&self, range: Range<usize>, number: &Number) -> Option<usize> {
        let above = range.start.checked_sub(1).map_or(0, |above| self.bearers[above].number.depth());
        let is_it = |at: &usize| match &self.bearers[*at].key {
            Key::Clause => number.style() == Style::Digits && self.bearers[*at].number.depth() == above + 1,
            _ => true,
        };
        let within = |number: &Number| {
            let all = self.borne.get(number).map_or(&[][..], Vec::as_slice);
            let first = all.partition_point(|at| *at < range.start);
            all[first..].iter().copied().take_while(|at| *at < range.end).filter(is_it)
        };
        let letter = number.as_letter();
        let letters = (letter != *number).then(|| within(&letter)).into_iter().flatten();
        let mut found = within(number).chain(letters);
        found.next().filter(|_| found.next().is_none())
    }
}

fn is_article(bearer: &Bearer) -> bool {
    match bearer.key {
        Key::Label(_) => true,
        Key::Clause => bearer.number.depth() == 1,
        Key::Item(..) => false,
    }
}

fn is_paragraph(bearer: &Bearer) -> bool {
    is_article(bearer) || matches!(bearer.key, Key::Clause | Key::Item(Style::Digits, _))
}
