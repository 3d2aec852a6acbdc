//! Term bases: TBX 2 (ISO 30042:2008, `martif`) and 3 (ISO 30042:2019, `tbx`).

use roxmltree::Node;

use super::Trouble;
use super::glossary::{Glossary, chosen};
use super::places::Places;
use super::xml::tree;
use crate::document::Pair;

/// The terms of a base in two languages, each with every translation of its entry. A translation that must not be used any more is left
/// out.
pub fn terms(text: &str, languages: Pair<Option<&str>>) -> Result<Glossary, Trouble> {
    let root = if text.contains("<martif") { "martif" } else { "tbx" };
    let tree = tree(text, "TBX", root)?;
    let sections = named(tree.root_element(), &["langSet", "langSec"]);
    let mut tags: Vec<Option<String>> = sections.map(language).collect();
    tags.dedup();
    let mut glossary = Glossary::default();
    if tags.iter().flatten().next().is_none() {
        return Ok(glossary);
    }
    let pair = match chosen(&tags, languages) {
        Ok(columns) => Pair::of(tags.get(columns.old).cloned().flatten(), tags.get(columns.new).cloned().flatten()),
        Err(note) => return Ok(Glossary { notes: vec![note], ..glossary }),
    };
    let mut lacking = Places::default();
    for entry in named(tree.root_element(), &["termEntry", "conceptEntry"]) {
        let of = |tag: &Option<String>| -> Vec<Node<'_, '_>> {
            let section = named(entry, &["langSet", "langSec"]).filter(|section| language(*section) == *tag);
            section.flat_map(|section| named(section, &["term"])).collect()
        };
        let found = pair.as_ref().map(of);
        if found.old.is_empty() || found.new.is_empty() {
            lacking.add(entry.range().start);
        }
        for old in &found.old {
            let usable = found.new.iter().filter(|term| !is_dropped(**term));
            glossary.terms.extend(usable.map(|new| Pair::of(words(*old), words(*new))));
        }
    }
    glossary.terms.retain(|pair| !pair.old.is_empty() && !pair.new.is_empty());
    glossary.notes.extend(lacking.said(
        text,
        "entry without a term on one side|entries without a term on one side",
        "left out",
    ));
    Ok(glossary)
}

/// The elements below a node that have one of these names.
fn named<'a, 'b>(node: Node<'a, 'b>, names: &'static [&'static str]) -> impl Iterator<Item = Node<'a, 'b>> {
    node.descendants().filter(move |node| node.is_element() && names.contains(&node.tag_name().name()))
}

/// The language of a section, without its region.
fn language(section: Node<'_, '_>) -> Option<String> {
    let tag =
        section.attribute(("http://www.w3.org/XML/1998/namespace", "lang")).or_else(|| section.attribute("lang"))?;
    Some(tag.split(['-', '_']).next().unwrap_or(tag).to_ascii_lowercase())
}

fn words(term: Node<'_, '_>) -> String {
    let text: String = term.descendants().filter_map(|node| node.text().filter(|_| node.is_text())).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a term is deprecated or superseded: said in a note of this type (2, and 3 with attributes) or in an element of this name.
fn is_dropped(term: Node<'_, '_>) -> bool {
    const STATUS: &str = "administrativeStatus";
    let is_term = |node: &Node<'_, '_>| matches!(node.tag_name().name(), "tig" | "ntig" | "termSec");
    let Some(group) = term.ancestors().find(is_term) else { return false };
    let says = |node: Node<'_, '_>| words(node).starts_with("deprecated") || words(node).starts_with("superseded");
    let mut notes =
        group.descendants().filter(|node| node.attribute("type") == Some(STATUS) || node.tag_name().name() == STATUS);
    notes.any(says)
}
