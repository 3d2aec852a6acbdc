//! Beads as translation units: what the formats that hold both sides are written from.

use super::xml::lost;
use crate::compare::Comparison;
use crate::document::{Document, Pair, Span, Unit as SentenceUnit};
use crate::review::Review;
use crate::review::beads::{Note, Settled, State, settled};
use crate::review::settle::{Open, Unsettled};

/// A comparison as translation units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Units {
    /// The names of the two wordings.
    pub names: Pair<String>,
    /// Their languages as tags of BCP 47; `und` where nobody knows.
    pub languages: Pair<String>,
    /// The units, in the order of the new wording.
    pub units: Vec<Unit>,
}

/// A bead with its settled translation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Its words, on one line where a line end means nothing; no target = still to be translated.
    pub source: String,
    /// The settled translation.
    pub target: Option<String>,
    /// How far it has come.
    pub state: State,
    /// What was said of it.
    pub notes: Vec<Note>,
}

/// The units of a comparison. A bead of which nothing is left is none.
pub fn units(comparison: &Comparison, review: &Review, open: Open) -> Result<Units, Unsettled> {
    let documents = comparison.documents.as_ref();
    let unit = |bead: Settled| {
        let sources = comparison.beads[bead.bead].sentences.old.clone();
        let source = if sources.is_empty() { Span::default() } else { documents.old.cover(&sources) };
        let target = bead.words.map(|words| written(documents.new, &words));
        let state = told(bead.state, target.as_deref());
        Unit { source: written(documents.old, source.of(&documents.old.text)), target, state, notes: bead.notes }
    };
    let has_words = |words: &String| !words.trim().is_empty();
    let is_left = |unit: &Unit| has_words(&unit.source) || unit.target.as_ref().is_some_and(has_words);
    Ok(Units {
        names: documents.map(|document| document.name.clone()),
        languages: documents.map(tag),
        units: settled(comparison, review, open)?.into_iter().map(unit).filter(is_left).collect(),
    })
}

/// The state of a unit as other programs are to take it: what has no words is no translation that is done.
fn told(state: State, target: Option<&str>) -> State {
    let is_empty = target.is_none_or(|words| words.trim().is_empty());
    if is_empty && state != State::SentBack { State::Untranslated } else { state }
}

/// The segments of a file as units: its own sources, with their settled translations.
pub fn of_segments<'a>(
    comparison: &Comparison,
    source_tag: &str,
    sources: impl Iterator<Item = &'a str>,
    segments: Vec<Option<Settled>>,
) -> Units {
    let document = &comparison.documents.new;
    let unit = |(source, settled): (&str, Option<Settled>)| {
        let (words, state, notes) =
            settled.map_or((None, State::Untranslated, Vec::new()), |bead| (bead.words, bead.state, bead.notes));
        let target = words.filter(|words| !words.trim().is_empty());
        let state = told(state, target.as_deref());
        Unit { source: source.to_owned(), target, state, notes }
    };
    let is_left = |unit: &Unit| !unit.source.is_empty() || unit.target.is_some();
    Units {
        names: Pair::of(document.name.clone(), document.name.clone()),
        languages: Pair::of(source_tag.replace('_', "-"), tag(document)),
        units: sources.zip(segments).map(unit).filter(is_left).collect(),
    }
}

impl Units {
    /// How many characters of them XML can't hold.
    pub fn lost_in_xml(&self) -> usize {
        let of = |unit: &Unit| lost(&unit.source) + unit.target.as_deref().map_or(0, lost);
        self.units.iter().map(of).sum()
    }
}

fn tag(document: &Document) -> String {
    document.language_tag().unwrap_or("und").replace('_', "-")
}

/// Words as they stand in a unit: in segments as they are, in running text without the ends of its lines.
fn written(document: &Document, words: &str) -> String {
    if document.unit == SentenceUnit::Block { words.to_owned() } else { on_one_line(words) }
}

/// Words with one space for every row of spaces, tabs and line ends. Spaces of other kinds stay.
pub fn on_one_line(words: &str) -> String {
    let is_plain_space = |letter: char| letter.is_ascii_whitespace() || "\u{b}\u{85}\u{2028}\u{2029}".contains(letter);
    words.split(is_plain_space).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}
