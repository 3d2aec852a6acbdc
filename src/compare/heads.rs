//! Heads of what stands under them: `Article 5`, which says nothing by itself, and `Article 5. Definitions`, which others may say too.
//! They go with what they head.

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::align::Link;
use super::numbering::{head_of, is_bare};
use super::terms::print;
use crate::document::{Document, Pair, Side};

/// The fingerprint of a block or sentence, by index; that of a bare head covers what stands under it too.
pub fn headed<'a>(document: &'a Document, index: usize, words: impl Fn(&'a Document, usize) -> &'a str) -> u64 {
    const NOTHING: u64 = 0x9e37_79b9_7f4a_7c15;
    let own = print(words(document, index));
    let is_bare = is_bare(document, words(document, index));
    if is_bare { own ^ print(words(document, index + 1)).rotate_left(1) ^ NOTHING } else { own }
}

/// Links heads where what stands under them is linked, if they say the same, their numbers aside. What is given stays as it is.
pub fn with_what_they_head(
    documents: Pair<&Document>,
    given: &[Pair<Range<usize>>],
    links: &mut Vec<Link>,
    taken: &mut Pair<Vec<bool>>,
) {
    let wanted = wanted(documents, given, links, taken);
    if wanted.is_empty() {
        return;
    }
    let (old, new): (FxHashSet<usize>, FxHashSet<usize>) = wanted.iter().copied().unzip();
    links.retain(|Link { sentences, .. }| {
        let stays = !old.contains(&sentences.old.start) && !new.contains(&sentences.new.start);
        if !stays {
            taken.old[sentences.old.clone()].fill(false);
            taken.new[sentences.new.clone()].fill(false);
        }
        stays
    });
    for (i, j) in wanted {
        (taken.old[i], taken.new[j]) = (true, true);
        links.push(Link { sentences: Pair::of(i..i + 1, j..j + 1), moved: false });
    }
}

/// The heads to be linked that are not; those of them that are linked otherwise are so to other heads, one with one.
fn wanted(
    documents: Pair<&Document>,
    given: &[Pair<Range<usize>>],
    links: &[Link],
    taken: &Pair<Vec<bool>>,
) -> Vec<(usize, usize)> {
    let mut partners = documents.map(|document| vec![None; document.sentences.len()]);
    for Link { sentences: Pair { old, new }, .. } in links.iter().filter(|link| is_pair(link)) {
        (partners.old[old.start], partners.new[new.start]) = (Some(new.start), Some(old.start));
    }
    let is_given = |side: Side, head: usize| given.iter().any(|bead| bead[side].contains(&head));
    let is_loose = |side: Side, other: Side, head: usize| match partners[side][head] {
        Some(partner) => words_behind(documents[other], partner).is_some() && !is_given(side, head),
        None => !taken[side][head],
    };
    let mut done: Pair<FxHashSet<usize>> = Pair::default();
    let mut wanted = Vec::new();
    let above = |i: usize, j: usize| Some((i.checked_sub(1)?, j.checked_sub(1)?));
    let starts = links.iter().map(|link| (link.sentences.old.start, link.sentences.new.start));
    let mut open: Vec<(usize, usize)> = starts.filter_map(|(i, j)| above(i, j)).collect();
    while let Some((i, j)) = open.pop() {
        // Most are linked.
        if partners.old[i] == Some(j) || done.old.contains(&i) || done.new.contains(&j) {
            continue;
        }
        let is_same = words_behind(documents.old, i).is_some_and(|words| words_behind(documents.new, j) == Some(words));
        if is_same && is_loose(Side::Old, Side::New, i) && is_loose(Side::New, Side::Old, j) {
            done.old.insert(i);
            done.new.insert(j);
            wanted.push((i, j));
            open.extend(above(i, j));
        }
    }
    wanted
}

fn is_pair(link: &Link) -> bool {
    link.sentences.old.len() == 1 && link.sentences.new.len() == 1
}

/// What a sentence that may head others says behind its number: it is a block, or the bare head of one. Nothing where it has none.
fn words_behind(document: &Document, sentence: usize) -> Option<&str> {
    /// Whoever has more bytes heads nothing.
    const LONGEST: usize = 100;
    let text = document.sentence(sentence);
    let head = head_of(document, sentence).filter(|_| text.len() <= LONGEST)?;
    (head.end == text.len() || document.begins_block(sentence + 1)).then_some(&text[head.end..])
}
