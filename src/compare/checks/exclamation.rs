//! Exclamations that are none any more, or were none; and Spanish marks that are not opened or not closed.
//!
//! How often a language exclaims is its habit (German asks and greets with a mark), and how far a translator follows is his. So a mark is
//! missed only where this translation has kept nearly all others.

use super::quotes::{CLOSING, last};
use super::rendering::Rendering;
use super::{Class, Finding, FlagKind};
use crate::document::{Side, Span};

/// What an exclamation ends with; in Armenian it stands inside.
const MARKS: [char; 3] = ['!', '！', '՜'];
/// So many exclamations must be ones on both sides to show a habit, …
const ENOUGH: usize = 5;
/// … and so many for each that is not.
const KEPT: usize = 5;

/// Exclamations of one side where the other has none, though it has nearly all others.
pub fn exclamations(renderings: &[(usize, &Rendering<'_>)]) -> Vec<(usize, Finding)> {
    let mut found: Vec<(usize, Finding)> = Vec::new();
    for side in [Side::Old, Side::New] {
        let single = renderings.iter().filter(|(_, rendering)| rendering.is_single && exclaims(rendering, side));
        let is_kept = |rendering: &Rendering<'_>| rendering.written(side.other()).contains(MARKS);
        let alone: Vec<_> = single.clone().filter(|(_, rendering)| !is_kept(rendering)).collect();
        let kept = single.count() - alone.len();
        if kept >= ENOUGH && kept >= KEPT * alone.len() {
            found.extend(alone.iter().filter_map(|(bead, rendering)| Some((*bead, finding(rendering, side)?))));
        }
    }
    found
}

/// Whether a side is an exclamation as a whole.
fn exclaims(rendering: &Rendering<'_>, side: Side) -> bool {
    let written = rendering.written(side).trim_end_matches(CLOSING);
    written.ends_with(MARKS) || written.contains('՜')
}

fn finding(rendering: &Rendering<'_>, side: Side) -> Option<Finding> {
    let verb = if side == Side::Old { "drops the" } else { "adds an" };
    let (at, mark) = rendering.written(side).rmatch_indices(MARKS).next()?;
    let start = rendering.span(side).start + at;
    let finding = Finding::new(FlagKind::Quotes, Class::Wording, format!("{verb} exclamation mark"));
    let finding = finding.at(side, Span::new(start, start + mark.len()));
    Some(if side == Side::Old { finding.at(Side::New, last(rendering)) } else { finding })
}

/// Marks of a Spanish translation without their partner: `¿Vamos.`, `Vamos?`; of exclamations where it opens any, for some never do.
pub fn inverted(renderings: &[(usize, &Rendering<'_>)]) -> Vec<(usize, Finding)> {
    let (mut found, mut open, mut is_habit) = (Vec::new(), None, false);
    for (bead, rendering) in renderings.iter().filter(|(_, one)| one.languages.new == Some("es")) {
        let (start, written) = (rendering.span(Side::New).start, rendering.written(Side::New));
        let end = written.trim_end_matches(CLOSING).len();
        // What is opened may be closed in the next sentence.
        let mut before: Option<(usize, Finding)> = open.take();
        for (at, mark) in written.match_indices(['¡', '¿', '!', '?']) {
            let span = Span::new(start + at, start + at + mark.len());
            if matches!(mark, "¡" | "¿") {
                (open, is_habit) = (Some((*bead, unpaired(mark, "closed", span))), true);
                continue;
            }
            let earlier = written[..at].trim_end_matches(['!', '?']);
            // What wonders or doubts within a sentence, `(!)`, is not opened.
            if earlier.ends_with('(') {
                continue;
            }
            let is_opened = open.take().or_else(|| before.take()).is_some();
            let is_second = earlier.len() < at;
            if !is_opened && !is_second && span.end == start + end && !is_of_name(rendering, &written[..end]) {
                found.push((*bead, unpaired(mark, "opened", span)));
            }
        }
        found.extend(before);
    }
    found.extend(open);
    found.retain(|(_, finding)| is_habit || !finding.flag.reason.starts_with('!'));
    found
}

/// Whether the original has the last word with the same mark, which may be one of a name: `Yahoo!`.
fn is_of_name(rendering: &Rendering<'_>, written: &str) -> bool {
    let word = written.trim_end_matches(['!', '?']).trim_end_matches(char::is_alphanumeric).len();
    let (original, name) = (rendering.written(Side::Old), &written[word..]);
    original.match_indices(name).any(|(at, _)| !original[..at].ends_with(char::is_alphanumeric))
}

fn unpaired(mark: &str, how: &str, span: Span) -> Finding {
    Finding::new(FlagKind::Quotes, Class::Editorial, format!("{mark} is not {how}")).at(Side::New, span)
}
