//! The checks of a translation: what is left out or added, and what of a rendering is suspect, each with its evidence and its place on
//! both sides.
//!
//! A false alarm costs more than a miss: whoever was called ten times for nothing does not come the eleventh time. So every check
//! speaks only where the other side has nothing that could be meant.

use super::align::Link;
use super::bitext::Known;
use super::flags::{Flag, FlagKind};
use super::{Class, EditKind};
use crate::document::{Document, Pair, Side, Span};

mod alone;
mod amounts;
pub(super) mod clock;
mod consistency;
mod date;
mod defined;
mod doubled;
mod duty;
mod empty;
mod exclamation;
mod forms;
mod glossary;
mod han;
mod length;
mod link;
mod markup;
mod measure;
mod name;
mod names;
mod negation;
mod number;
mod numerals;
mod opposite;
mod paired;
mod phone;
mod phrases;
mod place;
mod quotes;
mod readings;
mod rendering;
mod roman;
mod said;
mod scales;
mod signs;
mod stems;
mod sums;
#[cfg(test)]
mod tests;
mod untranslated;

pub use place::Suspect;

use glossary::Terms;
use rendering::Rendering;

/// The checks of a translation, by name: each gives the flag of that name.
pub const CHECKS: [&str; 17] = [
    FlagKind::Omission.name(),
    FlagKind::Addition.name(),
    FlagKind::Untranslated.name(),
    FlagKind::Number.name(),
    FlagKind::Date.name(),
    FlagKind::Unit.name(),
    FlagKind::Name.name(),
    FlagKind::Modal.name(),
    FlagKind::Negation.name(),
    FlagKind::Consistency.name(),
    FlagKind::Glossary.name(),
    FlagKind::Quotes.name(),
    FlagKind::Link.name(),
    FlagKind::Markup.name(),
    FlagKind::Doubled.name(),
    FlagKind::Length.name(),
    FlagKind::Empty.name(),
];

/// What a check found.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Finding {
    flag: Flag,
    class: Class,
    /// Where it stands on each side, where that can be said.
    places: Pair<Option<Span>>,
}

impl Finding {
    const fn new(kind: FlagKind, class: Class, reason: String) -> Self {
        Self { flag: Flag { kind, reason }, class, places: Pair::of(None, None) }
    }

    /// The same with its place on one side.
    fn at(mut self, side: Side, span: Span) -> Self {
        self.places[side] = Some(span);
        self
    }
}

/// What is suspect in each bead, in the order of the links; in each bead in order of place. An empty row = nothing to say.
pub fn suspects(documents: Pair<&Document>, links: &[Link], known: &Known) -> Vec<Vec<Suspect>> {
    let renderings: Vec<Option<Rendering<'_>>> =
        links.iter().map(|link| Rendering::of(documents, &link.sentences)).collect();
    let terms = Terms::of(&known.glossary, documents.map(|document| document.language));
    let mut found: Vec<Vec<Finding>> = Vec::with_capacity(links.len());
    for (link, rendering) in links.iter().zip(&renderings) {
        found.push(match rendering {
            Some(rendering) => {
                let mut found = of_one(rendering, &terms);
                found.extend(markup::breaks(documents, link));
                found
            }
            None => alone::alone(documents, link).into_iter().collect(),
        });
    }
    let paired: Vec<(usize, &Rendering<'_>)> =
        renderings.iter().enumerate().filter_map(|(at, rendering)| Some((at, rendering.as_ref()?))).collect();
    let checks = [
        name::name,
        consistency::consistency,
        defined::defined,
        length::length,
        quotes::pairs,
        exclamation::exclamations,
        exclamation::inverted,
    ];
    for check in checks {
        for (at, finding) in check(&paired) {
            found[at].push(finding);
        }
    }
    let wanted = |finding: &Finding| !known.off.contains(finding.flag.kind.name());
    let mut placed = Vec::with_capacity(links.len());
    for (mut findings, rendering) in found.into_iter().zip(&renderings) {
        findings.retain(wanted);
        placed.push(match rendering {
            Some(rendering) => place::placed(rendering, findings),
            None => findings.into_iter().map(Suspect::alone).collect(),
        });
    }
    placed
}

/// What the checks find that need no other bead.
fn of_one(rendering: &Rendering<'_>, terms: &Terms) -> Vec<Finding> {
    if let Some(finding) = empty::empty(rendering) {
        return vec![finding];
    }
    let mut found = untranslated::untranslated(rendering);
    if untranslated::is_whole(rendering, &found) {
        return found;
    }
    found.extend(number::number(rendering));
    found.extend(clock::clock(rendering));
    found.extend(duty::duty(rendering));
    found.extend(negation::negation(rendering));
    found.extend(quotes::marks(rendering));
    found.extend(link::link(rendering));
    found.extend(markup::markup(rendering));
    found.extend(doubled::doubled(rendering));
    found.extend(glossary::glossary(rendering, terms));
    found
}
