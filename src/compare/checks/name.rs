//! Names that are spelt in two ways, and names that stand in the place of others.

use std::collections::BTreeMap;

use super::names::{Heard, LETTERS, Name, Rendered, bare, heard};
use super::rendering::Rendering;
use super::{Class, Finding, FlagKind};
use crate::compare::bitext::sentences::fold;
use crate::document::{Side, Span};

/// A rendering that stands so often is the usual one.
const USUAL: usize = 2;

/// In so many places it is looked up who else stands there.
const PLACES: usize = 16;

/// Of so many names in the same bead it is asked whether they stand in the place of one.
const OTHERS: usize = 16;

/// A spelling is compared with so many on both sides of its place in the order of letters.
const NEAR: usize = 128;

/// A name with its rendering, and where both stand.
type Spelling<'a> = ((&'a str, &'a str), Vec<&'a Rendered>);

/// Names of the translation that are spelt otherwise than usual, or stand in the place of another.
pub fn name(renderings: &[(usize, &Rendering<'_>)]) -> Vec<(usize, Finding)> {
    let heard = heard(renderings);
    let mut found = spelt(renderings, &heard);
    found.extend(replaced(renderings, &heard));
    found
}

/// Names that are spelt otherwise than usual.
fn spelt(renderings: &[(usize, &Rendering<'_>)], heard: &Heard) -> Vec<(usize, Finding)> {
    let mut spellings: BTreeMap<(&str, &str), Vec<&Rendered>> = BTreeMap::new();
    for one in &heard.rendered {
        spellings.entry((&one.old, &one.new)).or_default().push(one);
    }
    let spellings: Vec<Spelling<'_>> = spellings.into_iter().collect();
    let mut found = Vec::new();
    for group in spellings.chunk_by(|(a, _), (b, _)| stem(a.0) == stem(b.0)) {
        for (place, (spelling, places)) in group.iter().enumerate() {
            let near = &group[place.saturating_sub(NEAR)..group.len().min(place + NEAR)];
            let Some(usual) = usual(near, *spelling) else { continue };
            for one in places {
                let (bead, rendering) = renderings[one.at];
                let is_there = rendering.words(Side::New).iter().any(|word| fold(bare(&word.lower)) == usual);
                let shown = one.spans.new.of(rendering.text(Side::New));
                let reason = format!("{shown} is spelt {} elsewhere", written(renderings, group, usual));
                let finding = Finding::new(FlagKind::Name, Class::Wording, reason);
                let finding = finding.at(Side::Old, one.spans.old).at(Side::New, one.spans.new);
                found.extend((!is_there).then_some((bead, finding)));
            }
        }
    }
    found
}

/// The first letters of a name.
fn stem(name: &str) -> &str {
    name.char_indices().nth(LETTERS).map_or(name, |(end, _)| &name[..end])
}

/// The usual spelling of a name that is spelt in another way here.
fn usual<'a>(group: &[Spelling<'a>], (old, new): (&str, &str)) -> Option<&'a str> {
    let mut counts: BTreeMap<&str, (usize, bool)> = BTreeMap::new();
    for ((other, rendering), places) in group.iter().filter(|((other, _), _)| is_form(other, old)) {
        let count = counts.entry(rendering).or_default();
        count.0 += places.len();
        count.1 |= rendering == other;
    }
    let own = counts.get(new).map_or(0, |count| count.0);
    let is_usual = |count: usize, is_copied: bool| count > own && count >= USUAL || is_copied && count >= own;
    let candidates = counts.iter().filter(|(text, (count, copied))| is_usual(*count, *copied) && is_slip(text, new));
    candidates.max_by_key(|(_, (count, _))| *count).map(|(text, _)| *text).filter(|_| new != old)
}

/// Names in the place of others: one that is always rendered but here, where a name stands that renders another one everywhere else.
fn replaced(renderings: &[(usize, &Rendering<'_>)], heard: &Heard) -> Vec<(usize, Finding)> {
    let known = Known::of(&heard.rendered);
    let alone = heard.alone.as_ref().map(|names| counted(names));
    let is_single = |counts: &BTreeMap<&str, usize>, name: &str| counts.get(stem(name)) == Some(&1);
    let mut found = Vec::new();
    for (at, old) in &heard.alone.old {
        if !is_single(&alone.old, &old.text) || !known.is_usual(&old.text) {
            continue;
        }
        let others = &heard.alone.new;
        let first = others.partition_point(|(other, _)| other < at);
        let mut here = others[first..].iter().take_while(|(other, _)| other == at).map(|(_, name)| name).take(OTHERS);
        // A first name and a surname are of one person, and so are a title and a name.
        let is_other = |new: &&Name| {
            let places = known.places(&new.text);
            let is_usual = places.len() >= USUAL && is_single(&alone.new, &new.text);
            is_usual && !places.iter().take(PLACES).any(|one| stands_by(renderings, one, &old.text))
        };
        let Some(new) = here.find(is_other) else { continue };
        let (bead, rendering) = renderings[*at];
        let text = |side: Side, span: Span| span.of(rendering.text(side));
        let reason = format!("{} → {}", text(Side::Old, old.span), text(Side::New, new.span));
        let finding = Finding::new(FlagKind::Name, Class::Substantive, reason);
        found.push((bead, finding.at(Side::Old, old.span).at(Side::New, new.span)));
    }
    found
}

/// How many names begin with the same letters.
fn counted(names: &[(usize, Name)]) -> BTreeMap<&str, usize> {
    let mut counts = BTreeMap::new();
    for (_, name) in names {
        *counts.entry(stem(&name.text)).or_default() += 1;
    }
    counts
}

/// The names that have a rendering.
struct Known<'a> {
    /// How often each name of the original is rendered, by its first letters.
    counts: BTreeMap<&'a str, BTreeMap<&'a str, usize>>,
    /// Where each name of the translation renders one.
    places: BTreeMap<&'a str, Vec<&'a Rendered>>,
}

impl<'a> Known<'a> {
    fn of(rendered: &'a [Rendered]) -> Self {
        let mut known = Self { counts: BTreeMap::new(), places: BTreeMap::new() };
        for one in rendered {
            *known.counts.entry(stem(&one.old)).or_default().entry(&one.old).or_default() += 1;
            known.places.entry(&one.new).or_default().push(one);
        }
        known
    }

    /// Whether a name of the original is rendered often enough elsewhere.
    fn is_usual(&self, old: &str) -> bool {
        let forms = self.counts.get(stem(old)).into_iter().flatten().filter(|(form, _)| is_form(form, old));
        forms.map(|(_, count)| count).sum::<usize>() >= USUAL
    }

    /// Where a name of the translation renders one of the original.
    fn places(&self, new: &str) -> &[&'a Rendered] {
        self.places.get(new).map_or(&[], Vec::as_slice)
    }
}

/// Whether a name stands right beside another one in the original.
fn stands_by(renderings: &[(usize, &Rendering<'_>)], one: &Rendered, other: &str) -> bool {
    let words = renderings[one.at].1.words(Side::Old);
    let at = words.partition_point(|word| word.span.start < one.spans.old.start);
    let around = at.saturating_sub(1)..(at + 2).min(words.len());
    words[around].iter().any(|word| is_form(&fold(bare(&word.lower)), other))
}

/// Endings of Russian adjectives, without their signs: most names in -ский are declined as these are.
const ADJECTIVE: [&str; 26] = [
    "ыи", "ии", "ои", "ая", "яя", "ое", "ее", "ые", "ие", "ого", "его", "ому", "ему", "ым", "им", "ом", "ем", "ую",
    "юю", "ых", "их", "ыми", "ими", "еи", "ою", "ею",
];

/// Whether two words are forms of one adjective.
fn is_adjective(a: &str, b: &str) -> bool {
    let stem = |word: &'_ str, ending: &str| word.strip_suffix(ending).map(str::len).filter(|length| *length > 0);
    let stems = |word: &str| ADJECTIVE.iter().filter_map(|ending| stem(word, ending)).collect::<Vec<usize>>();
    let others = stems(b);
    stems(a).iter().any(|length| others.contains(length) && a[..*length] == b[..*length])
}

/// Whether two words of the original are forms of one name: they differ in an ending at most.
fn is_form(a: &str, b: &str) -> bool {
    if is_adjective(a, b) {
        return true;
    }
    let shared = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
    let (a, b) = (a.chars().count() - shared, b.chars().count() - shared);
    a.min(b) <= 1 && a.max(b) <= 3
}

/// Whether one spelling may be a slip for the other: letters inside differ, not an ending, and not many.
fn is_slip(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let before = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
    let most = a.len().min(b.len()) - before;
    let behind = a.iter().rev().zip(b.iter().rev()).take(most).take_while(|(a, b)| a == b).count();
    let (a, b) = (a.len() - before - behind, b.len() - before - behind);
    before > 0 && behind > 0 && a.max(b) <= 2
}

/// The usual spelling as it is written where it stands first, without the sign of possession.
fn written(renderings: &[(usize, &Rendering<'_>)], group: &[Spelling<'_>], usual: &str) -> String {
    let mut places = group.iter().filter(|((_, new), _)| *new == usual).flat_map(|(_, places)| places);
    let first = places.next().map_or(usual, |one| one.spans.new.of(renderings[one.at].1.text(Side::New)));
    bare(first.strip_suffix("’s").unwrap_or(first)).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_inside() {
        assert!(is_slip("petrosyan", "petroysan") && is_slip("lindholm", "lindhlom") && is_slip("karlsen", "karlson"));
        assert!(
            !is_slip("russia", "russian") && !is_slip("alexander", "alexandra") && !is_slip("ukraine", "ukrainian")
        );
    }

    #[test]
    fn forms_differ_in_their_ending() {
        assert!(is_form("петросян", "петросяном") && is_form("анна", "анны"));
        assert!(is_form("варшавскии", "варшавского") && is_form("варшавская", "варшавскими"));
        assert!(!is_form("варшавскии", "васильевского"));
        assert!(!is_form("карлсен", "карлсон"));
    }
}
