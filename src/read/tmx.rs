//! Translation memories: TMX 1.4 (LISA OSCAR, 2005). Of a memory in more languages than two, one pair is taken.

use roxmltree::Node;

use super::Trouble;
use super::bitext::{Found, Segment};
use super::places::Places;
use super::xml::{below, child, line, tree, words};
use crate::document::Pair;

/// The segments of a memory in the languages asked for; else in its source language and the first other one.
pub fn segments(text: &str, asked: Pair<Option<&str>>) -> Result<Found, Trouble> {
    let tree = tree(text, "TMX", "tmx")?;
    let root = tree.root_element();
    let declared = child(root, "header").and_then(|header| header.attribute("srclang")).filter(|tag| *tag != "*all*");
    let all = languages(root);
    let source = asked.old.or(declared).map(primary).or_else(|| all.first().cloned());
    let other = |tag: &&String| Some(*tag) != source.as_ref();
    let target = asked.new.map(primary).or_else(|| all.iter().find(other).cloned());
    let mut found = Found { languages: Pair::of(source.clone(), target.clone()), ..Found::default() };
    let pair = Pair::of(source.unwrap_or_default(), target.unwrap_or_default());
    let mut lacking = Pair::of(Places::default(), Places::default());
    for unit in below(root, "tu") {
        let side = |tag: &str| below(unit, "tuv").find(|variant| language(*variant).as_deref() == Some(tag));
        let variants = pair.as_ref().map(|tag| side(tag));
        if variants.old.is_none() {
            lacking.old.add(line(unit));
        }
        if variants.new.is_none() {
            lacking.new.add(line(unit));
        }
        let words =
            |variant: Option<Node<'_, '_>>| variant.and_then(|v| child(v, "seg")).map(words).unwrap_or_default();
        found.segments.push(Segment { sides: variants.map(words) });
    }
    let units = "unit has|units have";
    found.notes.extend(lacking.old.said(units, &format!("no {} side", pair.old), "taken as empty"));
    found.notes.extend(lacking.new.said(units, &format!("no {} side", pair.new), "taken as empty"));
    let others: Vec<&String> = all.iter().filter(|tag| **tag != pair.old && **tag != pair.new).collect();
    if !others.is_empty() {
        let others = others.into_iter().cloned().collect::<Vec<_>>().join(", ");
        found.notes.push(format!("the memory also holds {others}: --old-lang and --new-lang choose"));
    }
    Ok(found)
}

/// The languages of a memory, in the order in which they come.
fn languages(root: Node<'_, '_>) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for tag in below(root, "tuv").filter_map(language) {
        if !all.contains(&tag) {
            all.push(tag);
        }
    }
    all
}

/// The language of a variant, without its region.
fn language(variant: Node<'_, '_>) -> Option<String> {
    let tag = variant.attribute(("http://www.w3.org/XML/1998/namespace", "lang")).or_else(|| variant.attribute("lang"));
    tag.map(primary)
}

fn primary(tag: &str) -> String {
    tag.split(['-', '_']).next().unwrap_or(tag).to_ascii_lowercase()
}
