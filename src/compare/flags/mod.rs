//! Why an edit matters: rules and word lists per language, each flag with its evidence; and the class that follows.
//! The flags of a translation are those of [`super::checks`].

use std::cell::OnceCell;

use super::{Class, EditKind};
use crate::document::{BlockKind, Document, Pair, Span, Token};

mod abbreviation;
mod apposition;
mod bracket;
mod character;
mod class;
mod comma;
mod content;
pub(super) mod date;
mod declension;
mod dictionary;
pub(super) mod doubled;
mod editorial;
mod entries;
mod file;
mod genitive;
mod grammar;
mod hour;
mod house;
mod idiom;
mod label;
mod ladder;
mod link;
pub(super) mod lists;
pub(super) mod markup;
mod mention;
mod moment;
pub(super) mod money;
mod name;
mod negation;
mod notes;
mod number;
pub(super) mod numeral;
mod opposite;
mod order;
mod period;
mod phrase;
mod power;
mod quote;
mod reach;
mod reference;
pub(super) mod side;
mod sign;
mod spelling;
mod standing;
mod synonym;
mod taken;
mod term;
mod topics;
mod twin;
mod uncounted;
mod undefined;
pub(super) mod unit;
mod voice;

pub(super) use content::is_kin;
use lists::Lists;
use notes::Notes;
use side::Side;
use taken::Taken;
use term::Terms;

/// What a flag says of an edit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FlagKind {
    /// A number, amount or percentage differs by value.
    Number,
    /// The unit or currency of a number differs.
    Unit,
    /// A date or deadline differs.
    Date,
    /// A name differs.
    Name,
    /// A term that the document defines came, went or changed.
    Term,
    /// A reference points elsewhere.
    Reference,
    /// The force of a modal or operative verb differs.
    Modal,
    /// The polarity differs.
    Negation,
    /// How many or how much is meant differs.
    Quantifier,
    /// A condition or exception came, went or changed.
    Condition,
    /// What qualifies a duty, a right or what is said came, went or changed: written, binding, probably.
    Qualifier,
    /// The opposite is said.
    Opposite,
    /// Words changed places, or who acts and on whom is reversed.
    Order,
    /// Square brackets, which hold what is not agreed, came, went or changed.
    Bracket,
    /// The source has changed since this was translated, or has lost or gained it.
    Stale,
    /// Characters that deceive: invisible, bidirectional, look-alike.
    Character,
    /// Words of content came or went: a clause, a sentence, an item of a list.
    Content,
    /// The translation leaves a sentence out.
    Omission,
    /// The translation has a sentence that its original has not.
    Addition,
    /// Words of the original stand in the translation as they are.
    Untranslated,
    /// There is nothing where a translation should be.
    Empty,
    /// An address, link or placeholder differs.
    Link,
    /// A term of the glossary is not rendered as it says.
    Glossary,
    /// The same is rendered in two ways, or two things in the same way.
    Consistency,
    /// A translation is much longer or shorter than others of the same text.
    Length,
    /// Quotation marks, brackets, question or exclamation marks do not pair.
    Quotes,
    /// Tags or signs of markup differ.
    Markup,
    /// A word stands twice.
    Doubled,
    /// Only a number differs that follows from others: a renumbering. Told by [`super::numbering`].
    Numbering,
    /// Only the spelling differs.
    Spelling,
    /// Only a name or phrase is written short or in full.
    Abbreviation,
    /// Only grammar words or endings differ.
    Grammar,
    /// Only punctuation differs.
    Punctuation,
    /// Only capitals differ.
    Case,
    /// Only the shape of quotes, dashes, spaces or marks differs, or the way a number is written.
    Typography,
    /// Only white space differs.
    Spacing,
}

impl FlagKind {
    /// Its name as files and screens show it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Unit => "unit",
            Self::Date => "date",
            Self::Name => "name",
            Self::Term => "term",
            Self::Reference => "reference",
            Self::Modal => "modal",
            Self::Negation => "negation",
            Self::Quantifier => "quantifier",
            Self::Condition => "condition",
            Self::Qualifier => "qualifier",
            Self::Opposite => "opposite",
            Self::Order => "order",
            Self::Bracket => "bracket",
            Self::Stale => "stale",
            Self::Character => "character",
            Self::Content => "content",
            Self::Omission => "omission",
            Self::Addition => "addition",
            Self::Untranslated => "untranslated",
            Self::Empty => "empty",
            Self::Link => "link",
            Self::Glossary => "glossary",
            Self::Consistency => "consistency",
            Self::Length => "length",
            Self::Quotes => "quotes",
            Self::Markup => "markup",
            Self::Doubled => "doubled",
            Self::Numbering => "numbering",
            Self::Spelling => "spelling",
            Self::Abbreviation => "abbreviation",
            Self::Grammar => "grammar",
            Self::Punctuation => "punctuation",
            Self::Case => "case",
            Self::Typography => "typography",
            Self::Spacing => "spacing",
        }
    }
}

/// A reason why an edit matters, or why it does not.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Flag {
    /// What it is about.
    pub kind: FlagKind,
    /// The evidence: `shall → may (weaker)`, `30 → 45 (+50 %)`.
    pub reason: String,
}

/// A flag that may matter, with how much it weighs for the class.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Alarm {
    flag: Flag,
    weight: class::Weight,
}

impl Alarm {
    const fn strong(kind: FlagKind, reason: String) -> Self {
        Self { flag: Flag { kind, reason }, weight: class::Weight::Strong }
    }

    const fn hint(kind: FlagKind, reason: String) -> Self {
        Self { flag: Flag { kind, reason }, weight: class::Weight::Hint }
    }

    const fn note(kind: FlagKind, reason: String) -> Self {
        Self { flag: Flag { kind, reason }, weight: class::Weight::Note }
    }
}

/// One edit in its surroundings, as the flags see it.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'a> {
    /// The whole texts.
    pub texts: Pair<&'a str>,
    /// What the edit does.
    pub kind: EditKind,
    /// The edit's words.
    pub edit: Pair<Span>,
    /// The bead around it (whole sentences).
    pub bead: Pair<Span>,
    /// What came or went, where it is the whole of a block.
    pub block: Option<BlockKind>,
    /// What was seen of it already.
    pub seen: Seen<'a>,
}

/// What the comparison of words saw of an edit.
#[derive(Clone, Copy, Debug, Default)]
pub struct Seen<'a> {
    /// The tokens of the bead, or a part of them.
    pub tokens: Pair<&'a [Token]>,
    /// Whether it puts another sentence in the place of one.
    pub is_rewritten: bool,
}

/// What holds for all edits between two documents: the word lists of their language, the terms they define and their footnotes.
#[derive(Debug)]
pub struct Rules {
    lists: &'static Lists,
    language: Option<&'static str>,
    terms: Terms,
    notes: Pair<Notes>,
}

impl Rules {
    /// Reads what two documents define.
    pub fn of(documents: Pair<&Document>) -> Self {
        let lists = Lists::of_documents(documents);
        Self {
            lists,
            language: documents.language(),
            terms: Terms::of(documents, lists),
            notes: documents.map(|document| Notes::of(&document.text)),
        }
    }

    /// The flags of one edit, the gravest first, each kind at most once, and its class.
    pub fn flags(&self, subject: &Subject<'_>) -> (Vec<Flag>, Class) {
        match subject.kind {
            EditKind::Move | EditKind::Own | EditKind::Level => return (Vec::new(), Class::Wording),
            EditKind::Split | EditKind::Merge => return (Vec::new(), Class::Editorial),
            EditKind::Insert | EditKind::Delete | EditKind::Replace => {}
        }
        let sides = Pair::of(
            Side::of(subject.texts.old, subject.seen.tokens.old, subject.edit.old, subject.bead.old, self.lists),
            Side::of(subject.texts.new, subject.seen.tokens.new, subject.edit.new, subject.bead.new, self.lists),
        );
        let sides = sides.as_ref();
        let deceives = character::character(sides);
        let term = term::term(sides, &self.terms).or_else(|| term::capital(sides));
        let bracket = bracket::bracket(sides).or_else(|| standing::standing(sides));
        let comma = comma::comma(sides).or_else(|| quote::quote(sides));
        if let Some(flag) = abbreviation::undefined(sides) {
            return (vec![flag], Class::Wording);
        }
        if !subject.seen.is_rewritten
            && deceives.is_none()
            && term.is_none()
            && bracket.is_none()
            && comma.is_none()
            && let Some(flag) = editorial::same_words(sides)
        {
            return (vec![flag], Class::Editorial);
        }
        let known = [deceives, term, bracket, comma].into_iter().flatten().collect();
        let mut alarms = self.alarms(sides, known);
        if subject.seen.is_rewritten {
            return class::rewritten(alarms);
        }
        if alarms.is_empty()
            && let Some(flag) = grammar::grammar(sides)
        {
            return (vec![flag], Class::Editorial);
        }
        if alarms.is_empty() {
            alarms.extend(ladder::even(sides));
        }
        class::weighed(alarms, sides, subject.block)
    }

    /// All alarms with those known, the gravest first, each kind at most once.
    fn alarms(&self, sides: Pair<&Side<'_>>, mut alarms: Vec<Alarm>) -> Vec<Alarm> {
        let dates = date::dates(sides);
        let references = reference::references(sides, self.notes.as_ref());
        let hours = hour::hours(sides, self.language);
        let taken = Pair::of(
            Taken::of([&dates.spans.old, &references.spans.old, &hours.spans.old]),
            Taken::of([&dates.spans.new, &references.spans.new, &hours.spans.new]),
        );
        let taken = taken.as_ref();
        alarms.extend(number::number(sides, taken).or_else(|| sign::sign(sides)));
        alarms.extend(link::link(sides));
        alarms.extend(dates.alarm);
        alarms.extend(period::rate(sides));
        alarms.extend(hours.alarm);
        alarms.extend(name::name(sides, &self.terms, taken));
        alarms.extend(references.alarm);
        let wide = OnceCell::new();
        let wide = || wide.get_or_init(|| reach::widened(sides)).as_ref().map(Pair::as_ref);
        let reaching = || wide().and_then(ladder::exchanged);
        let is_named = alarms.iter().any(|alarm| matches!(alarm.flag.kind, FlagKind::Name | FlagKind::Term));
        let opposite =
            || opposite::opposite(sides).filter(|_| !is_named).map(|opposite| reaching().unwrap_or(opposite));
        let exchanged = || order::exchanged(sides).filter(|_| !is_named);
        let whole = period::other(sides)
            .or_else(|| moment::moment(sides, self.language))
            .or_else(opposite)
            .or_else(exchanged)
            .or_else(|| voice::reversed(sides));
        let is_whole = whole.is_some();
        alarms.extend(whole);
        if !is_whole && (!sides.old.found.is_empty() || !sides.new.found.is_empty()) {
            let negation = negation::negation(sides).or_else(|| order::negation_moved(sides));
            alarms.extend(ladder::deadline(sides));
            alarms.extend(ladder::modal(sides, negation.is_some()));
            alarms.extend(negation);
            alarms.extend(ladder::quantifier(sides));
            // What qualifies a unit is told with it: `jours → jours ouvrables`.
            let is_told =
                alarms.iter().any(|alarm| alarm.flag.kind == FlagKind::Unit) && !ladder::is_conditional(sides);
            alarms.extend(ladder::condition(sides).filter(|_| !is_told));
        }
        alarms.extend(negation::alone(sides));
        if !is_whole && let Some(reached) = reaching() {
            put(&mut alarms, reached, wide().is_some_and(ladder::is_conditional));
        }
        if alarms.is_empty() {
            alarms.extend(period::start(sides));
        }
        alarms.extend(grammar::tense(sides).or_else(|| grammar::connector(sides)));
        if alarms.is_empty() {
            alarms.extend(declension::declension(sides));
        }
        alarms.sort_by_key(|alarm| alarm.flag.kind);
        alarms.dedup_by_key(|alarm| alarm.flag.kind);
        alarms
    }
}

/// Puts what reaches out of an edit among its alarms, in the place of those that tell only a part of it.
fn put(alarms: &mut Vec<Alarm>, reached: Alarm, is_conditional: bool) {
    let kind = reached.flag.kind;
    let is_part =
        |alarm: &Alarm| matches!(alarm.flag.kind, FlagKind::Condition | FlagKind::Qualifier) && !is_conditional;
    let is_told = |alarm: &Alarm| alarm.weight == class::Weight::Strong && ladder::KINDS.contains(&alarm.flag.kind);
    if alarms.iter().any(|alarm| is_told(alarm) && !is_part(alarm)) {
        return;
    }
    alarms.retain(|alarm| alarm.flag.kind != kind && !is_part(alarm));
    alarms.push(reached);
}

#[cfg(test)]
mod tests;
