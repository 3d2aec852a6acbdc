//! Localisation files: XLIFF 1.2 (OASIS, 2008) and 2.x (2014, 2018; ISO 21720).

use roxmltree::Node;

use super::Trouble;
use super::bitext::{Found, Segment};
use super::places::Places;
use super::xml::{child, line, tree, words};
use crate::document::Pair;

/// The segments of all files in it.
pub fn segments(text: &str) -> Result<Found, Trouble> {
    let tree = tree(text, "XLIFF", "xliff")?;
    let root = tree.root_element();
    let attribute = |name: &str| {
        let holder = root.descendants().find(|node| node.is_element() && node.has_attribute(name));
        holder.and_then(|node| node.attribute(name)).map(str::to_owned)
    };
    let mut found = Found {
        languages: Pair::of(
            attribute("srcLang").or_else(|| attribute("source-language")),
            attribute("trgLang").or_else(|| attribute("target-language")),
        ),
        ..Found::default()
    };
    let mut lacking = Places::default();
    for unit in root.descendants().filter(|node| is_segment(*node)) {
        let target = child(unit, "target");
        if target.is_none() {
            lacking.add(line(unit));
        }
        let words = |node: Option<Node<'_, '_>>| node.map(words).unwrap_or_default();
        found.segments.push(Segment { sides: Pair::of(words(child(unit, "source")), words(target)) });
    }
    found.notes.extend(lacking.said("unit has|units have", "no target", "taken as untranslated"));
    Ok(found)
}

/// A unit of 1.2, a segment of 2.x.
fn is_segment(node: Node<'_, '_>) -> bool {
    node.is_element() && matches!(node.tag_name().name(), "trans-unit" | "segment")
}
