//! What the words of a bead are compared as: those that are written as one joined, those that are broken over two lines whole, and numbers
//! that only follow from others as if they had not changed.

use std::borrow::Cow;

use super::broken::{Broken, gap, has_break, mend};
use super::cells::{Columns, units_of_row};
use super::followers::{followers, with_followers};
use super::grain::Grain;
use super::units::units;
use super::words::{Difference, difference, words};
use crate::document::{Pair, Span, Token};

/// The words of a bead on both sides.
pub struct Compared<'a> {
    /// The columns, so far as they are known, if it is rows of a table.
    columns: Option<Columns>,
    units: Pair<Cow<'a, [Token]>>,
    broken: Broken,
}

/// Where the white space differs that means nothing.
pub enum Gap {
    /// Between two words.
    Between(Pair<Span>),
    /// Within a word that is broken over two lines on one side.
    Within(Pair<Span>),
}

impl<'a> Compared<'a> {
    /// Reads the tokens of a stretch of both wordings, which may be rows of a table with these columns.
    pub fn of(texts: Pair<&str>, seen: Pair<Span>, tokens: Pair<&'a [Token]>, columns: Option<Columns>) -> Self {
        let units = if columns.is_some() { units_of_row } else { units };
        let units = Pair::of(units(texts.old, tokens.old), units(texts.new, tokens.new));
        let may_be_broken = has_break(seen.old.of(texts.old)) || has_break(seen.new.of(texts.new));
        let (units, broken) = if may_be_broken { mend(texts, &units) } else { (units, Broken::default()) };
        Self { columns, units, broken }
    }

    /// The words.
    pub fn units(&self) -> Pair<&[Token]> {
        Pair::of(&*self.units.old, &*self.units.new)
    }

    /// What differs between them; the numbers at these places, which only follow from others, do not go with the words around them.
    pub fn difference(&self, texts: Pair<&str>, following: &[Pair<Span>], grain: Grain) -> Difference {
        let units = self.units();
        let mut compared = Pair::of(words(texts.old, units.old), words(texts.new, units.new));
        self.broken.old.iter().for_each(|(at, whole)| compared.old[*at] = whole);
        self.broken.new.iter().for_each(|(at, whole)| compared.new[*at] = whole);
        let followers = followers(texts, units, following);
        // Each is compared as what only the two of it are, whichever of them is the old one.
        let marks = followers.iter().map(|at| Pair::of(compared.old[at.old], compared.new[at.new]));
        let marks: Vec<String> = marks.map(|at| format!("{}→{}", at.old.min(at.new), at.old.max(at.new))).collect();
        for (at, mark) in followers.iter().zip(&marks) {
            (compared.old[at.old], compared.new[at.new]) = (mark, mark);
        }
        let mut difference = difference(compared.as_ref().map(Vec::as_slice), grain, self.columns.as_deref());
        if !followers.is_empty() {
            difference.changes = with_followers(texts, units, difference.changes, &followers);
        }
        difference
    }

    /// Where white space differs between equal neighbours, or within words that are broken, from unit `at` up to the old unit `end`.
    pub fn gaps(&self, texts: Pair<&str>, at: Pair<usize>, end: usize) -> Vec<Gap> {
        let units = self.units();
        let old = units.old.get(at.old..end).unwrap_or_default();
        let new = units.new.get(at.new..).unwrap_or_default();
        let bytes = texts.map(str::as_bytes);
        let has_broken = !self.broken.old.is_empty() || !self.broken.new.is_empty();
        let mut found = Vec::new();
        let mut before: Option<Pair<Span>> = None;
        for (old, new) in old.iter().zip(new) {
            let next = Pair::of(old.span, new.span);
            if let Some(before) = before {
                let gap =
                    Pair::of(Span::new(before.old.end, next.old.start), Span::new(before.new.end, next.new.start));
                let is_space = |text: &[u8], gap: Span| gap.len() == 1 && text[gap.start] == b' ';
                let is_plain = gap.old.is_empty() && gap.new.is_empty()
                    || is_space(bytes.old, gap.old) && is_space(bytes.new, gap.new);
                if !is_plain && bytes.old[gap.old.range()] != bytes.new[gap.new.range()] {
                    found.push(Gap::Between(gap));
                }
            }
            if has_broken {
                found.extend(gap(texts, next).map(Gap::Within));
            }
            before = Some(next);
        }
        found
    }
}
