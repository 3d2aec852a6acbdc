//! Two files that hold both sides, as two versions of one translation: unit beside unit.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::bitext::{Bitext, File, Segment, add};
use super::places::Places;
use crate::document::{Document, Pair};

/// Two versions of a translation.
#[derive(Debug)]
pub struct Versions {
    /// The older and the newer translation: a block a unit. The older one is put in the order of the newer.
    pub documents: Pair<Document>,
    /// The blocks of every unit that either has, in order; a range is empty where that version has no words.
    pub units: Vec<Pair<Range<usize>>>,
    /// The same of the newer file's segments alone.
    pub segments: Vec<Pair<Range<usize>>>,
    /// The newer file, for its translations to be put into.
    pub file: File,
    /// The language of its sources, as a tag of BCP 47, where it is known.
    pub source_tag: Option<String>,
}

/// Puts the units of two files together: by their names and sources, then by their names alone, and where they have none by their places.
pub fn versions(old: Bitext, new: Bitext) -> Versions {
    let partners = partners(&old.file.segments, &new.file.segments);
    let mut reordered = Document {
        text: String::new(),
        blocks: Vec::new(),
        places: Vec::new(),
        numbers: Vec::new(),
        breaks: Vec::new(),
        told: Vec::new(),
        is_half: false,
        ..old.documents.new.clone()
    };
    let (mut units, mut segments) = (Vec::new(), Vec::new());
    let mut at = 0;
    let mut document = Document { numbers: Vec::new(), breaks: Vec::new(), is_half: false, ..new.documents.new };
    for ((from, to), number) in ordered(&partners, old.segments.len()).into_iter().zip(1..) {
        let blocks = from.map_or(0..0, |from| old.segments[from].new.clone());
        let before = &old.documents.new;
        let words = before
            .blocks
            .get(blocks.start)
            .filter(|_| !blocks.is_empty())
            .map_or("", |block| block.span.of(&before.text));
        let older = add(&mut reordered, words);
        reordered.places.extend(older.clone().map(|_| before.places.get(blocks.start).cloned().unwrap_or_default()));
        let newer = to.map_or(at..at, |to| new.segments[to].new.clone());
        at = newer.end;
        reordered.numbers.extend(older.clone().map(|_| number));
        document.numbers.extend(newer.clone().map(|_| number));
        let unit = Pair::of(older, newer);
        segments.extend(to.map(|_| unit.clone()));
        units.push(unit);
    }
    units.retain(|unit| !unit.old.is_empty() || !unit.new.is_empty());
    let source_tag = new.documents.old.language_tag().map(str::to_owned);
    document.notes.insert(0, "the translations of the two files are compared, unit beside unit".to_owned());
    document.notes.extend(other_sources(&old.file, &new.file, &partners));
    let has_others = old.file.has_others || new.file.has_others;
    let file = File { has_others, ..new.file };
    Versions { documents: Pair::of(reordered, document), units, segments, file, source_tag }
}

/// For every newer segment the older one that it was, if there was one.
fn partners(old: &[Segment], new: &[Segment]) -> Vec<Option<usize>> {
    let mut partners = vec![None; new.len()];
    let mut is_taken = vec![false; old.len()];
    let whole = |segment: &Segment| Some((segment.name.clone(), segment.sides.old.trim().to_owned()));
    let name = |segment: &Segment| (!segment.name.is_empty()).then(|| (segment.name.clone(), String::new()));
    for key in [&whole as &dyn Fn(&Segment) -> Option<(String, String)>, &name] {
        let mut places: FxHashMap<(String, String), Vec<usize>> = FxHashMap::default();
        for (at, segment) in old.iter().enumerate().rev().filter(|(at, _)| !is_taken[*at]) {
            if let Some(key) = key(segment) {
                places.entry(key).or_default().push(at);
            }
        }
        for (at, segment) in new.iter().enumerate().filter(|(at, _)| partners[*at].is_none()).collect::<Vec<_>>() {
            let partner = key(segment).and_then(|key| places.get_mut(&key)?.pop());
            if let Some(partner) = partner {
                (partners[at], is_taken[partner]) = (Some(partner), true);
            }
        }
    }
    // A source that was changed: the unit behind the same unit.
    for at in 0..new.len() {
        let behind = if at == 0 { Some(0) } else { partners[at - 1].map(|before| before + 1) };
        let is_free =
            |place: &usize| old.get(*place).is_some_and(|segment| segment.name.is_empty()) && !is_taken[*place];
        if partners[at].is_none()
            && new[at].name.is_empty()
            && let Some(place) = behind.filter(is_free)
        {
            (partners[at], is_taken[place]) = (Some(place), true);
        }
    }
    partners
}

/// All units in the newer order; those that are gone stand behind the unit that they stood behind.
fn ordered(partners: &[Option<usize>], old: usize) -> Vec<(Option<usize>, Option<usize>)> {
    let mut is_kept = vec![false; old];
    partners.iter().flatten().for_each(|place| is_kept[*place] = true);
    let gone = |from: usize| (from..old).take_while(|place| !is_kept[*place]).map(|place| (Some(place), None));
    let mut all: Vec<(Option<usize>, Option<usize>)> = gone(0).collect();
    for (at, partner) in partners.iter().enumerate() {
        all.push((*partner, Some(at)));
        all.extend(partner.iter().flat_map(|place| gone(place + 1)));
    }
    all
}

/// What is to be said of units whose sources are not the same.
fn other_sources(old: &File, new: &File, partners: &[Option<usize>]) -> Option<String> {
    let mut others = Places::default();
    for (segment, partner) in new.segments.iter().zip(partners) {
        let source = partner.and_then(|place| old.segments.get(place)).map(|older| older.sides.old.trim());
        if source.is_some_and(|source| source != segment.sides.old.trim()) {
            others.add(segment.at);
        }
    }
    others.said(
        &new.text,
        "unit has another source than in the older file|units have other sources than in the older file",
        "",
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::{BitextFormat, Options, read_bitext};

    /// Units as `older|newer`, one after the other.
    #[track_caller]
    fn check(name: &str, old: &str, new: &str, expected: &str, notes: usize) {
        let read = |text: &str| {
            let format = BitextFormat::of(name).expect("a format");
            read_bitext(name, text.as_bytes(), format, &Options::default(), Pair::default()).expect("a bitext")
        };
        let found = versions(read(old), read(new));
        let words = |document: &Document, blocks: &Range<usize>| {
            blocks.clone().map(|block| document.blocks[block].span.of(&document.text)).collect::<String>()
        };
        let Pair { old, new } = &found.documents;
        let units = found.units.iter().map(|unit| format!("{}|{}", words(old, &unit.old), words(new, &unit.new)));
        assert_eq!(units.collect::<Vec<_>>().join(" "), expected);
        assert_eq!(new.notes.len(), notes, "{:?}", new.notes);
        for document in [old, new] {
            assert_eq!((document.places.len(), document.numbers.len()), (document.blocks.len(), document.blocks.len()));
        }
    }

    #[test]
    fn units_are_put_together_by_source() {
        check("a.tsv", "A\t1\nB\t2\nC\t3\n", "A\t1\nB\t5\nC\t3\n", "1|1 2|5 3|3", 1);
        check("a.tsv", "A\t1\nB\t2\nC\t3\n", "C\t3\nA\t1\n", "3|3 1|1 2|", 1);
        check("a.tsv", "A\t1\nA\t2\n", "A\t3\nX\t4\nA\t2\n", "1|3 |4 2|2", 1);
        check("a.tsv", "A\t\nB\t2\n", "A\t1\nB\t\n", "|1 2|", 1);
    }

    #[test]
    fn a_source_that_was_changed_is_the_same_unit_and_said() {
        check("a.tsv", "A\t1\nB\t2\nC\t3\n", "A\t1\nX\t5\nC\t3\n", "1|1 2|5 3|3", 2);
        let xliff = |units: &[(&str, &str, &str)]| {
            let unit = |(id, source, target): &(&str, &str, &str)| {
                format!("<trans-unit id='{id}'><source>{source}</source><target>{target}</target></trans-unit>")
            };
            format!("<xliff><file>{}</file></xliff>", units.iter().map(unit).collect::<String>())
        };
        let (old, new) = (xliff(&[("1", "A", "a"), ("2", "B", "b")]), xliff(&[("2", "X", "x"), ("3", "A", "y")]));
        check("a.xlf", &old, &new, "a| b|x |y", 2);
    }

    proptest::proptest! {
        #[test]
        fn every_unit_of_either_version_comes_once(
            old in proptest::collection::vec(("[ab]?", "[xy]?"), 0..8),
            new in proptest::collection::vec(("[ab]?", "[xy]?"), 0..8),
        ) {
            let table = |rows: &[(String, String)]| rows.iter().map(|(a, b)| format!("{a}\t{b}\n")).collect::<String>();
            let read = |rows: &[(String, String)]| {
                read_bitext("a.tsv", table(rows), BitextFormat::Tsv, &Options::default(), Pair::default())
            };
            if let (Ok(old), Ok(new)) = (read(&old), read(&new)) {
                let found = versions(old, new);
                let mut at = Pair::of(0, 0);
                for unit in &found.units {
                    proptest::prop_assert_eq!((unit.old.start, unit.new.start), (at.old, at.new));
                    at = Pair::of(unit.old.end, unit.new.end);
                }
                let blocks = found.documents.as_ref().map(|document| document.blocks.len());
                proptest::prop_assert_eq!(at, blocks);
                proptest::prop_assert_eq!(found.segments.len(), found.file.segments.len());
            }
        }
    }
}
