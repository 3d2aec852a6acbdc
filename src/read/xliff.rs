//! Localisation files: XLIFF 1.2 (OASIS, 2008) and 2.x (2014, 2018; ISO 21720), and the segments that are marked inside units of 1.2.

use std::sync::Arc;

use roxmltree::Node;
use rustc_hash::FxHashMap;

use super::Trouble;
use super::bitext::{Found, Segment};
use super::places::Places;
use super::slot::Slot;
use super::xml::{child, children, end_inside, full_name, indent, outermost, slot, tree, words};
use crate::document::told::{FilePart, Told};
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
    let mut file: Option<Arc<FilePart>> = None;
    for unit in outermost(root, is_segment) {
        if is_fixed(unit) {
            fixed.add(unit.range().start);
            continue;
        }
        let whose = unit.ancestors().take(DEPTH).find(|node| node.tag_name().name() == "file").map(file_part);
        if file.as_deref() != whose.as_ref() {
            file = whose.map(Arc::new);
        }
        for (index, part) in parts(unit).into_iter().enumerate() {
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
            let ids = ids(unit, part.sides.old.or(part.sides.new).filter(|_| part.is_marked));
            let told = told(unit, ids, index == 0, file.clone());
            found.segments.push(Segment { sides, name: told.name(), at, slot, told, ..Segment::default() });
        }
    }
    let (source, target) = ("unit has no source|units have no source", "unit has no target|units have no target");
    found.notes.extend(lacking.old.said(text, source, "taken as added"));
    found.notes.extend(lacking.new.said(text, target, "taken as untranslated"));
    found.notes.extend(fixed.said(text, "unit is not to be translated|units are not to be translated", "left out"));
    Ok(found)
}

/// The ids of a unit and of a segment in it, or of the mark that it has in 1.2.
fn ids<'a>(unit: Node<'a, '_>, mark: Option<Node<'a, '_>>) -> Pair<Option<&'a str>> {
    let own = unit.attribute("id");
    match unit.parent().filter(|_| unit.tag_name().name() == "segment") {
        Some(parent) => Pair::of(parent.attribute("id"), own),
        None => Pair::of(own, mark.and_then(|mark| mark.attribute("mid"))),
    }
}

/// What else is told of a segment; what was noted of its unit stands with the first one.
fn told(unit: Node<'_, '_>, ids: Pair<Option<&str>>, is_first: bool, file: Option<Arc<FilePart>>) -> Told {
    let written = |node: Option<Node<'_, '_>>, name: &str| {
        node.and_then(|node| node.attribute(name)).unwrap_or_default().to_owned()
    };
    // In 2.x notes stand in an element of their own, before the segments of the unit.
    let whole = unit.parent().filter(|_| unit.tag_name().name() == "segment");
    let is_first = is_first && whole.is_none_or(|whole| child(whole, "segment") == Some(unit));
    let noted = whole.map_or(Some(unit), |whole| child(whole, "notes")).filter(|_| is_first);
    let by = |note: Node<'_, '_>| written(Some(note), if whole.is_some() { "category" } else { "from" });
    let notes = noted.into_iter().flat_map(|noted| children(noted, "note")).map(|note| (by(note), words(note)));
    Told {
        file,
        unit: ids.old.unwrap_or_default().to_owned(),
        segment: ids.new.unwrap_or_default().to_owned(),
        state: written(if whole.is_some() { Some(unit) } else { child(unit, "target") }, "state"),
        substate: written(whole.map(|_| unit), "subState"),
        is_approved: unit.attribute("approved") == Some("yes"),
        notes: notes.collect(),
    }
}

/// The part of a file that an element holds.
fn file_part(file: Node<'_, '_>) -> FilePart {
    let written = |name| file.attribute(name).unwrap_or_default().to_owned();
    FilePart { id: written("id"), original: written("original") }
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
