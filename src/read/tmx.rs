//! Translation memories: TMX 1.4 (LISA OSCAR, 2005). Of a memory in more languages than two, one pair is taken.

use roxmltree::Node;

use super::Trouble;
use super::bitext::{Found, Segment, primary};
use super::places::Places;
use super::slot::Slot;
use super::xml::{below, child, children, end_inside, full_name, indent, slot, tree, words};
use crate::document::told::Told;
use crate::document::{Pair, Side};

/// The segments of a memory in the languages asked for. Where none are: from its source language into the one that most units have.
pub fn segments<'a>(text: &'a str, asked: Pair<Option<&'a str>>) -> Result<Found, Trouble> {
    let tree = tree(text, "TMX", "tmx")?;
    let root = tree.root_element();
    let declared = child(root, "header").and_then(|header| header.attribute("srclang")).filter(|tag| *tag != "*all*");
    let all = languages(root);
    let pair = chosen(&all, asked, declared)?;
    let languages = pair.map(|tag| (!tag.is_empty()).then(|| tag.to_owned()));
    let mut found = Found { languages, has_others: all.len() > 2, ..Found::default() };
    let (mut unnamed, mut has_hidden) = (Places::default(), false);
    let (mut lacking, mut double) = (Pair::<Places>::default(), Pair::<Places>::default());
    for unit in below(root, "tu") {
        let at = unit.range().start;
        let mut parts = Pair::default();
        let shown = Pair::of(variants(unit, Side::Old, pair), variants(unit, Side::New, pair));
        let is_hidden = |variant: &Node<'_, '_>| !shown.old.contains(variant) && !shown.new.contains(variant);
        for variant in below(unit, "tuv").filter(is_hidden) {
            match language(variant) {
                Some(_) => has_hidden = true,
                None => unnamed.add(variant.range().start),
            }
        }
        for side in [Side::Old, Side::New] {
            if shown[side].len() > 1 {
                double[side].add(at);
            }
            parts[side] = shown[side].first().and_then(|variant| child(*variant, "seg"));
            if parts[side].is_none() {
                lacking[side].add(at);
            }
        }
        let source = parts.old.map(|node| slot(node).span).unwrap_or_default();
        let slot = parts.new.map(slot).or_else(|| beside(unit, pair.new)).map(|slot| Slot { source, ..slot });
        let name = unit.attribute("tuid").unwrap_or("").to_owned();
        let sides = parts.map(|seg| seg.map(words).unwrap_or_default());
        let notes = children(unit, "note").map(|note| (String::new(), words(note))).collect();
        let told = Told { unit: name.clone(), notes, ..Told::default() };
        found.segments.push(Segment { sides, name, at, slot, told, ..Segment::default() });
    }
    for (side, taken) in [(Side::Old, "taken as added"), (Side::New, "taken as untranslated")] {
        let tag = if pair[side].is_empty() { "other" } else { pair[side] };
        let lacks = format!("unit has no {tag} side|units have no {tag} side");
        found.notes.extend(lacking[side].said(text, &lacks, taken));
        let has = format!("unit has more than one {tag} side|units have more than one {tag} side");
        found.notes.extend(double[side].said(text, &has, "the first is taken"));
    }
    let lacks = "side names no language|sides name no language";
    found.notes.extend(unnamed.said(text, lacks, "left out"));
    if has_hidden {
        let (all, Pair { old, new }) = (named(&all), pair);
        found.notes.push(format!("the memory holds {all}: {old} → {new} is shown; --old-lang and --new-lang choose"));
    }
    Ok(found)
}

/// The languages of a memory, in the order in which they come, each with how many variants are in it.
fn languages<'a>(root: Node<'a, '_>) -> Vec<(&'a str, usize)> {
    let mut all: Vec<(&str, usize)> = Vec::new();
    for tag in below(root, "tuv").filter_map(language) {
        match all.iter_mut().find(|(known, _)| is_same(known, tag)) {
            Some((_, count)) => *count += 1,
            None => all.push((tag, 1)),
        }
    }
    all
}

fn named(all: &[(&str, usize)]) -> String {
    all.iter().map(|(tag, _)| *tag).collect::<Vec<_>>().join(", ")
}

fn language<'a>(variant: Node<'a, '_>) -> Option<&'a str> {
    variant.attribute(("http://www.w3.org/XML/1998/namespace", "lang")).or_else(|| variant.attribute("lang"))
}

/// Whether two tags name the same: case does not count, and some programs write a low line.
fn is_same(one: &str, other: &str) -> bool {
    one.replace('_', "-").eq_ignore_ascii_case(&other.replace('_', "-"))
}

/// Whether two tags name the same language in different countries; a private subtag makes a language of its own.
fn is_akin(one: &str, other: &str) -> bool {
    !one.contains("-x-") && !other.contains("-x-") && primary(one).eq_ignore_ascii_case(primary(other))
}

/// The two languages to be shown; one that nobody names is empty.
fn chosen<'a>(
    all: &[(&'a str, usize)],
    asked: Pair<Option<&'a str>>,
    declared: Option<&'a str>,
) -> Result<Pair<&'a str>, Trouble> {
    let find = |wanted: &str| {
        let found = all.iter().find(|(tag, _)| is_same(tag, wanted));
        found.or_else(|| all.iter().find(|(tag, _)| is_akin(tag, wanted))).map(|(tag, _)| *tag)
    };
    // A memory in one language is one side of a pair that lacks the other.
    let free = |wanted: &'a str| find(wanted).or(Some(wanted).filter(|_| all.len() < 2));
    let must = |wanted: &'a str| {
        let lacking = || Trouble::Languages(format!("holds no {wanted}; it holds {}: name two of them", named(all)));
        free(wanted).ok_or_else(lacking)
    };
    let asked = Pair::of(asked.old.map(must).transpose()?, asked.new.map(must).transpose()?);
    let first = || all.iter().map(|(tag, _)| *tag).find(|tag| Some(*tag) != asked.new);
    let old = asked.old.or_else(|| declared.and_then(free).filter(|tag| Some(*tag) != asked.new)).or_else(first);
    // Another language comes before another country's, then the one of more variants, then the earlier one.
    let others = all.iter().rev().filter(|(tag, _)| Some(*tag) != old);
    let most = || others.max_by_key(|(tag, count)| (old.is_none_or(|old| !is_akin(tag, old)), *count));
    match (old, asked.new.or_else(|| most().map(|(tag, _)| *tag))) {
        (Some(old), Some(new)) if old == new => {
            Err(Trouble::Languages(format!("can't be shown from {old} into {old}")))
        }
        (old, new) => Ok(Pair::of(old.unwrap_or(""), new.unwrap_or(""))),
    }
}

/// The variants of a unit in the language of one side; where it has none, those in the language of another country that the other side
/// does not have.
fn variants<'a, 'b>(unit: Node<'a, 'b>, side: Side, pair: Pair<&str>) -> Vec<Node<'a, 'b>> {
    let other = if side == Side::Old { pair.new } else { pair.old };
    let of = |is_wanted: &dyn Fn(&str) -> bool| -> Vec<Node<'a, 'b>> {
        below(unit, "tuv").filter(|variant| language(*variant).is_some_and(is_wanted)).collect()
    };
    let exact = of(&|tag| is_same(tag, pair[side]));
    if exact.is_empty() { of(&|tag| is_akin(tag, pair[side]) && !is_same(tag, other)) } else { exact }
}

/// The place of a variant that a unit lacks, after the others.
fn beside(unit: Node<'_, '_>, tag: &str) -> Option<Slot> {
    let last = below(unit, "tuv").last().filter(|_| !tag.is_empty())?;
    let (variant, space) = (full_name(last), indent(last));
    let seg = format!("{}seg", variant.strip_suffix("tuv")?);
    let before = format!("{space}<{variant} xml:lang=\"{tag}\"><{seg}>");
    end_inside(unit).map(|_| Slot::new_at(last.range().end, &before, &format!("</{seg}></{variant}>")))
}
