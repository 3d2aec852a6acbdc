//! Why an edit matters: rules and word lists per language, each flag with its evidence.

use super::{Class, EditKind};
use crate::document::{Pair, Span};

mod character;
mod date;
mod editorial;
mod ladder;
mod lists;
mod name;
mod negation;
mod number;
mod side;

use lists::Lists;
use side::Side;

/// What a flag says of an edit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FlagKind {
    /// A number, amount or percentage differs by value.
    Number,
    /// A date or deadline differs.
    Date,
    /// A name differs.
    Name,
    /// The force of a modal or operative verb differs.
    Modal,
    /// The polarity differs.
    Negation,
    /// How many or how much is meant differs.
    Quantifier,
    /// A condition or exception came, went or changed.
    Condition,
    /// Characters that deceive: invisible, bidirectional, look-alike.
    Character,
    /// Only the spelling differs.
    Spelling,
    /// Only punctuation differs.
    Punctuation,
    /// Only capitals differ.
    Case,
    /// Only the shape of quotes, dashes, spaces or marks differs.
    Typography,
    /// Only white space differs.
    Spacing,
}

impl FlagKind {
    /// Its name as files and screens show it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Date => "date",
            Self::Name => "name",
            Self::Modal => "modal",
            Self::Negation => "negation",
            Self::Quantifier => "quantifier",
            Self::Condition => "condition",
            Self::Character => "character",
            Self::Spelling => "spelling",
            Self::Punctuation => "punctuation",
            Self::Case => "case",
            Self::Typography => "typography",
            Self::Spacing => "spacing",
        }
    }
}

/// A reason why an edit matters, or why it does not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flag {
    /// What it is about.
    pub kind: FlagKind,
    /// The evidence: `shall → may (weaker)`, `30 → 45 (+50 %)`.
    pub reason: String,
}

/// One edit in its surroundings, as the flags see it.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'a> {
    /// The whole texts.
    pub texts: Pair<&'a str>,
    /// The languages, ISO 639-1, where known.
    pub languages: Pair<Option<&'static str>>,
    /// What the edit does.
    pub kind: EditKind,
    /// The edit's words.
    pub edit: Pair<Span>,
    /// The bead around it (whole sentences).
    pub bead: Pair<Span>,
}

/// The flags of one edit, the gravest first, each kind at most once, and its class.
pub fn flags(subject: &Subject<'_>) -> (Vec<Flag>, Class) {
    match subject.kind {
        EditKind::Move => return (Vec::new(), Class::Wording),
        EditKind::Split | EditKind::Merge => return (Vec::new(), Class::Editorial),
        EditKind::Insert | EditKind::Delete | EditKind::Replace => {}
    }
    let lists = Lists::of(subject.languages.new.or(subject.languages.old));
    let sides = Pair::of(
        Side::of(subject.texts.old, subject.edit.old, subject.bead.old, lists),
        Side::of(subject.texts.new, subject.edit.new, subject.bead.new, lists),
    );
    let sides = sides.as_ref();
    let dates = date::dates(sides, lists);
    let graver = [
        number::number(sides, lists, &dates),
        dates.flag.clone(),
        name::name(sides, lists),
        ladder::modal(sides),
        negation::negation(sides, lists),
        ladder::quantifier(sides),
        ladder::condition(sides),
        character::character(sides),
    ];
    let mut flags: Vec<Flag> = graver.into_iter().flatten().collect();
    flags.sort_by_key(|flag| flag.kind);
    flags.dedup_by_key(|flag| flag.kind);
    if !flags.is_empty() {
        return (flags, Class::Substantive);
    }
    match editorial::editorial(sides) {
        Some(flag) => (vec![flag], Class::Editorial),
        None => (Vec::new(), Class::Wording),
    }
}

#[cfg(test)]
mod tests;
