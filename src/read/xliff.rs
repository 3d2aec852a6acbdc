//! Localisation files: XLIFF 1.2 (OASIS, 2008) and 2.x (2014, 2018; ISO 21720), and the segments that are marked inside units of 1.2.

use roxmltree::Node;
use rustc_hash::FxHashMap;

use super::Trouble;
use super::bitext::{Found, Segment};
use super::places::Places;
use super::slot::Slot;
use super::xml::{child, end_inside, full_name, indent, outermost, slot, tree, words};
use crate::document::{Pair, Side};

/// Groups are looked at so far above a unit.
const DEPTH: usize = 100;

/// The segments of all files in it.
pub fn segments(text: &str) -> Result<Found, Trouble> {
    let tree = tree(text, "XLIFF", "xliff")?;
    let root = tree.root_element();
    let languages =
        Pair::of(values(root, ["srcLang", "source-language"]), values(root, ["trgLang", "target-language"]));
    let mut found = Found::default();
    if languages.old.len() > 1 || languages.new.len() > 1 {
        let all = languages.as_ref().map(|tags| tags.join(", "));
        found
            .notes
            .push(format!("the parts of the file are in several languages ({} → {}); all are shown", all.old, all.new));
    }
    found.languages = languages.map(|tags| tags.first().map(|tag| (*tag).to_owned()));
    let mut lacking = Pair::of(Places::default(), Places::default());
    let mut fixed = Places::default();
    for unit in outermost(root, is_segment) {
        if is_fixed(unit) {
            fixed.add(unit.range().start);
            continue;
        }
        for part in parts(unit) {
            let at = part.sides.old.or(part.sides.new).filter(|_| part.is_marked).unwrap_or(unit).range().start;
            if part.sides.old.is_none() {
                lacking.old.add(at);
            }
            if part.sides.new.is_none() {
                lacking.new.add(at);
            }
            let source = part.sides.old.map(|node| slot(node).span).unwrap_or_default();
            let slot = part.sides.new.map(slot).or(part.slot).map(|slot| Slot { source, ..slot });
            let sides = part.sides.map(|node| node.map(words).unwrap_or_default());
            let name = name(unit, part.sides.old.or(part.sides.new).filter(|_| part.is_marked));
            found.segments.push(Segment { sides, name, at, slot, ..Segment::default() });
        }
    }
    let (source, target) = ("unit has no source|units have no source", "unit has no target|units have no target");
    found.notes.extend(lacking.old.said(text, source, "taken as added"));
    found.notes.extend(lacking.new.said(text, target, "taken as untranslated"));
    found.notes.extend(fixed.said(text, "unit is not to be translated|units are not to be translated", "left out"));
    Ok(found)
}

/// What a unit is called: `12`, and where it has several segments `12/s2`, by their ids or the marks of 1.2.
fn name(unit: Node<'_, '_>, mark: Option<Node<'_, '_>>) -> String {
    let own = unit.attribute("id");
    let (whole, part) = match unit.parent().filter(|_| unit.tag_name().name() == "segment") {
        Some(parent) => (parent.attribute("id"), own),
        None => (own, mark.and_then(|mark| mark.attribute("mid"))),
    };
    [whole, part].into_iter().flatten().collect::<Vec<_>>().join("/")
}

/// The values that an attribute has, which goes by one name in 2.x and by another in 1.2.
fn values<'a>(root: Node<'a, '_>, names: [&str; 2]) -> Vec<&'a str> {
    let mut values = Vec::new();
    for value in root.descendants().flat_map(|node| names.map(|name| node.attribute(name))).flatten() {
        if !values.contains(&value) {
            values.push(value);
        }
    }
    values
}

/// Whether a unit is not to be translated, as it says itself or the nearest group around it that says something of it.
fn is_fixed(unit: Node<'_, '_>) -> bool {
    let told = unit.ancestors().take(DEPTH).find_map(|node| node.attribute("translate"));
    told == Some("no")
}

/// A unit of 1.2, a segment of 2.x.
fn is_segment(node: Node<'_, '_>) -> bool {
    matches!(node.tag_name().name(), "trans-unit" | "segment")
}

/// Two elements that belong together.
struct Part<'a, 'b> {
    sides: Pair<Option<Node<'a, 'b>>>,
    /// Where the second is to be put if there is none.
    slot: Option<Slot>,
    /// Whether the two are marks inside the unit.
    is_marked: bool,
}

/// What belongs together in a unit: its source and target, or the segments that are marked in both.
fn parts<'a, 'b>(unit: Node<'a, 'b>) -> Vec<Part<'a, 'b>> {
    let (source, target) = (child(unit, "source"), child(unit, "target"));
    let marked = child(unit, "seg-source");
    let marks = |node: Option<Node<'a, 'b>>| node.into_iter().flat_map(|node| outermost(node, is_mark));
    let (sources, targets): (Vec<_>, Vec<_>) = (marks(marked).collect(), marks(target).collect());
    if sources.is_empty() || targets.is_empty() {
        let slot = marked.or(source).and_then(|before| beside(before, source?));
        return vec![Part { sides: Pair::of(source, target), slot, is_marked: false }];
    }
    let mut by_mark: FxHashMap<Option<&str>, Pair<Option<Node<'a, 'b>>>> = FxHashMap::default();
    for (side, marks) in [(Side::Old, &sources), (Side::New, &targets)] {
        for mark in marks {
            by_mark.entry(mark.attribute("mid")).or_default()[side].get_or_insert(*mark);
        }
    }
    let same = |mark: &Node<'a, 'b>, side: Side| by_mark.get(&mark.attribute("mid")).and_then(|same| same[side]);
    let mut parts: Vec<Part<'a, 'b>> = Vec::new();
    for source in &sources {
        let other = same(source, Side::New);
        let slot = || {
            let name = full_name(*source);
            let mark = format!("<{name} mtype=\"seg\" mid=\"{}\">", source.attribute("mid").unwrap_or(""));
            Some(Slot::new_at(end_inside(target?)?, &mark, &format!("</{name}>")))
        };
        parts.push(Part { sides: Pair::of(Some(*source), other), slot: slot(), is_marked: true });
    }
    let added = targets.iter().filter(|target| same(target, Side::Old).is_none());
    parts.extend(added.map(|target| Part { sides: Pair::of(None, Some(*target)), slot: None, is_marked: true }));
    parts
}

fn is_mark(node: Node<'_, '_>) -> bool {
    node.tag_name().name() == "mrk" && node.attribute("mtype") == Some("seg")
}

/// The place of a target behind an element, named as the source is.
fn beside(before: Node<'_, '_>, source: Node<'_, '_>) -> Option<Slot> {
    let name = format!("{}target", full_name(source).strip_suffix("source")?);
    Some(Slot::new_at(before.range().end, &format!("{}<{name}>", indent(source)), &format!("</{name}>")))
}
