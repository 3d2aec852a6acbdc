//! Beads as translation units: what the formats that hold both sides are written from.

use super::xml::lost;
use crate::compare::Comparison;
use crate::document::told::Told;
use crate::document::{Document, Pair, Side, Span, Unit as SentenceUnit};
use crate::review::Review;
use crate::review::beads::{Note, Settled, State, settled};
use crate::review::settle::{Open, Unsettled};

/// The kinds of notes that say what is to be mended.
const VERDICTS: [&str; 2] = ["sent back", "rejected"];

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
    /// What the file that it was read from tells of it.
    pub told: Told,
    /// Whether something in it was decided: what is told of how far it has come is no longer so.
    pub is_decided: bool,
}

/// The units of a comparison. A bead of which nothing is left is none.
pub fn units(comparison: &Comparison, review: &Review, open: Open) -> Result<Units, Unsettled> {
    let documents = comparison.documents.as_ref();
    let unit = |bead: Settled| {
        let sources = comparison.beads[bead.bead].sentences.old.clone();
        let source = if sources.is_empty() { Span::default() } else { documents.old.cover(&sources) };
        let target = bead.words.map(|words| written(documents.new, &words));
        let state = state(bead.state, target.as_deref());
        let source = written(documents.old, source.of(&documents.old.text));
        let told = told(comparison, bead.bead).cloned().unwrap_or_default();
        Unit { source, target, state, notes: bead.notes, told, is_decided: bead.is_decided }
    };
    let has_words = |words: &String| !words.trim().is_empty();
    let is_left = |unit: &Unit| has_words(&unit.source) || unit.target.as_ref().is_some_and(has_words);
    Ok(Units {
        names: documents.map(|document| document.name.clone()),
        languages: documents.map(tag),
        units: settled(comparison, review, open)?.into_iter().map(unit).filter(is_left).collect(),
    })
}

/// What the file that they were read from tells of the first segment of a bead.
fn told(comparison: &Comparison, bead: usize) -> Option<&Told> {
    let sentences = &comparison.beads[bead].sentences;
    // There a sentence is a block.
    let of = |side: Side| comparison.documents[side].told.get(sentences[side].clone())?.first();
    of(Side::New).or_else(|| of(Side::Old))
}

/// The state of a unit as other programs are to take it: what has no words is no translation that is done.
fn state(state: State, target: Option<&str>) -> State {
    let is_empty = target.is_none_or(|words| words.trim().is_empty());
    if is_empty && state != State::SentBack { State::Untranslated } else { state }
}

/// The segments of a file as units: its own sources, with their settled translations.
pub fn of_segments<'a>(
    comparison: &Comparison,
    source_tag: &str,
    sources: impl Iterator<Item = (&'a str, &'a Told)>,
    segments: Vec<Option<Settled>>,
) -> Units {
    let document = &comparison.documents.new;
    let unit = |((source, told), settled): ((&str, &Told), Option<Settled>)| {
        let is_decided = settled.as_ref().is_some_and(|bead| bead.is_decided);
        let (words, so_far, notes) =
            settled.map_or((None, State::Untranslated, Vec::new()), |bead| (bead.words, bead.state, bead.notes));
        let target = words.filter(|words| !words.trim().is_empty());
        let state = state(so_far, target.as_deref());
        Unit { source: source.to_owned(), target, state, notes, told: told.clone(), is_decided }
    };
    let is_left = |unit: &Unit| !unit.source.is_empty() || unit.target.is_some();
    Units {
        names: Pair::of(document.name.clone(), document.name.clone()),
        languages: Pair::of(source_tag.replace('_', "-"), tag(document)),
        units: sources.zip(segments).map(unit).filter(is_left).collect(),
    }
}

impl Unit {
    /// What the file has noted of it. Once something is decided, why it was sent back or rejected in an earlier round is so no more.
    pub fn told_notes(&self) -> impl Iterator<Item = &(String, String)> {
        let is_verdict = |(by, words): &&(String, String)| {
            VERDICTS.iter().any(|kind| {
                let is_ours = || words.strip_prefix(kind).is_some_and(|rest| rest.starts_with(": "));
                by == kind || matches!(by.as_str(), "" | "redraft") && is_ours()
            })
        };
        self.told.notes.iter().filter(move |note| !self.is_decided || !is_verdict(note))
    }

    /// What the file has noted of it, and what was said of it, a line each; what was written by us before is not said twice.
    pub fn all_notes(&self) -> Vec<String> {
        let line = |by: &str, words: &str| if by.is_empty() { words.to_owned() } else { format!("{by}: {words}") };
        let mut notes: Vec<String> = self.told_notes().map(|(by, words)| line(by, words)).collect();
        for note in self.notes.iter().map(|note| line(note.kind, &note.words)) {
            if !notes.contains(&note) {
                notes.push(note);
            }
        }
        notes
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_verdict_of_an_earlier_round_is_gone_once_something_is_decided() {
        let note = |by: &str, words: &str| (by.to_owned(), words.to_owned());
        let notes =
            vec![note("", "sent back: why"), note("redraft", "rejected: it"), note("sent back", "x"), note("ann", "y")];
        let told = Told { notes, ..Told::default() };
        let (source, target, state) = (String::new(), None, State::Reviewed);
        let unit = Unit { source, target, state, notes: Vec::new(), told, is_decided: true };
        assert_eq!(unit.all_notes(), ["ann: y"]);
        let open = Unit { is_decided: false, ..unit };
        assert_eq!(open.all_notes().len(), 4);
    }
}
