//! A source that has moved on: which sentences of its translation are stale.
//!
//! The older source is compared with the newer one, and aligned with its translation. Through the sentences of the older source the
//! two lead from the newer source to the translation; what changed on the way is why a sentence is stale.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::align::Link;
use super::bitext::{Fixed, Known};
use super::checks::CHECKS;
use super::flags::{Flag, FlagKind};
use super::identity::identify;
use super::moves::keep_in_place;
use super::structure::build_translation;
use super::{Bead, Class, Comparison, Cut, Edit, EditId, EditKind, Step};
use crate::document::{Pair, Span};

/// Longer words of the source than this many letters are quoted in part.
const QUOTE: usize = 60;

/// The newer source beside the translation of the older one: `revision` is of the older and the newer source in every detail,
/// `translation` of the older source and its translation. Where the source changed more than its spelling or form, an edit is flagged as
/// stale: on a sentence and its translation, on a new sentence that nobody has translated, on a translation whose sentence is gone.
pub fn stale(revision: Comparison, translation: Comparison) -> Comparison {
    let (mut links, mut why) = (Vec::new(), Reasons::default());
    for old in stretches(&revision, &translation) {
        stretch(&revision, &translation, &old, &mut links, &mut why);
    }
    let is_alone = |sentences: &Pair<Range<usize>>| sentences.old.is_empty() && !sentences.new.is_empty();
    for bead in revision.beads.iter().filter(|bead| is_alone(&bead.sentences)) {
        let sentences = Pair::of(bead.sentences.new.clone(), 0..0);
        why.add(&sentences, Class::Substantive, "new in the source, not translated yet".to_owned());
        links.push(Link { sentences, moved: false });
    }
    for bead in translation.beads.iter().filter(|bead| is_alone(&bead.sentences)) {
        links.push(Link { sentences: Pair::of(0..0, bead.sentences.new.clone()), moved: false });
    }
    let documents = Pair::of(revision.documents.new, translation.documents.new);
    let is_paired = |link: &Link| !link.sentences.old.is_empty() && !link.sentences.new.is_empty();
    let (mut paired, alone): (Vec<Link>, Vec<Link>) = links.into_iter().partition(is_paired);
    keep_in_place(documents.as_ref(), &mut paired);
    paired.extend(alone);
    // How the older source was rendered is judged beside it. What stands on one side only is found, if it is wanted or not: it is an edit
    // where it is stale.
    let off = CHECKS.into_iter().filter(|check| !matches!(*check, "omission" | "addition" | "empty")).collect();
    let mut comparison = build_translation(documents, paired, &Known { off, ..Known::default() }, Cut::default());
    // What was fixed is of the older source's sentences.
    comparison.known = Known { fixed: Fixed::default(), ..translation.known };
    comparison.is_derived = true;
    flag(&mut comparison, &why);
    comparison
}

/// The stretches of the older source that neither a bead of its revision nor one of its translation reaches across.
fn stretches(revision: &Comparison, translation: &Comparison) -> Vec<Range<usize>> {
    let count = revision.documents.old.sentences.len().min(translation.documents.old.sentences.len());
    let mut is_border = vec![true; count + 1];
    for bead in revision.beads.iter().chain(&translation.beads) {
        let old = &bead.sentences.old;
        let inner = (old.start + 1).min(count)..old.end.min(count);
        is_border.get_mut(inner).into_iter().for_each(|inner| inner.fill(false));
    }
    let borders: Vec<usize> = (0..=count).filter(|at| is_border[*at]).collect();
    borders.windows(2).map(|two| two[0]..two[1]).collect()
}

/// What a stretch of the older source became in the newer one and in the translation, linked, and why that is stale.
fn stretch(
    revision: &Comparison,
    translation: &Comparison,
    old: &Range<usize>,
    links: &mut Vec<Link>,
    why: &mut Reasons,
) {
    let beads = Pair::of(within(&revision.beads, old), within(&translation.beads, old));
    let source = runs(beads.old.iter().map(|bead| bead.sentences.new.clone()));
    let target = runs(beads.new.iter().map(|bead| bead.sentences.new.clone()));
    let longest = |runs: &[Range<usize>]| runs.iter().max_by_key(|run| (run.len(), usize::MAX - run.start)).cloned();
    let place = Pair::of(longest(&source).unwrap_or(0..0), longest(&target).unwrap_or(0..0));
    let alone = source.iter().filter(|run| **run != place.old).map(|run| Pair::of(run.clone(), 0..0));
    let alone = alone.chain(target.iter().filter(|run| **run != place.new).map(|run| Pair::of(0..0, run.clone())));
    for sentences in alone.collect::<Vec<_>>() {
        why.add(&sentences, Class::Wording, "moved away in the source from what it was translated with".to_owned());
        links.push(Link { sentences, moved: false });
    }
    match (place.old.is_empty(), place.new.is_empty()) {
        (true, true) => return,
        (false, true) => {}
        (true, false) => {
            let words = revision.documents.old.cover(old).of(&revision.documents.old.text);
            why.add(&place, Class::Substantive, format!("no longer in the source: {}", quoted(words)));
        }
        (false, false) => {
            let edits = beads.old.iter().filter_map(|bead| revision.edits.get(bead.edits.clone()));
            for edit in edits.flatten() {
                if edit.class != Class::Editorial {
                    why.add(&place, edit.class, changed(revision, edit));
                }
            }
        }
    }
    links.push(Link { sentences: place, moved: false });
}

/// The beads in a stretch of the old sentences: beads stand in the order of these, and behind them those that have none.
fn within<'a>(beads: &'a [Bead], old: &Range<usize>) -> &'a [Bead] {
    let with_old = &beads[..beads.partition_point(|bead| !bead.sentences.old.is_empty())];
    let first = with_old.partition_point(|bead| bead.sentences.old.start < old.start);
    let last = with_old.partition_point(|bead| bead.sentences.old.end <= old.end);
    with_old.get(first..last).unwrap_or_default()
}

/// Sentences in rows, in order.
fn runs(ranges: impl Iterator<Item = Range<usize>>) -> Vec<Range<usize>> {
    let mut ranges: Vec<Range<usize>> = ranges.filter(|range| !range.is_empty()).collect();
    ranges.sort_by_key(|range| range.start);
    let mut runs: Vec<Range<usize>> = Vec::new();
    for range in ranges {
        match runs.last_mut().filter(|last| last.end == range.start) {
            Some(last) => last.end = range.end,
            None => runs.push(range),
        }
    }
    runs
}

/// What an edit did to the source.
fn changed(revision: &Comparison, edit: &Edit) -> String {
    let words = revision.words(edit).map(str::trim);
    match (words.old.is_empty(), words.new.is_empty()) {
        (true, _) => format!("source added {}", quoted(words.new)),
        (_, true) => format!("source dropped {}", quoted(words.old)),
        _ => format!("source changed {} → {}", quoted(words.old), quoted(words.new)),
    }
}

/// Words in quotes, the end of many left out.
fn quoted(words: &str) -> String {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    match words.char_indices().nth(QUOTE) {
        Some((end, _)) => format!("“{} …”", words[..end].rsplit_once(' ').map_or(&words[..end], |(first, _)| first)),
        None => format!("“{words}”"),
    }
}

/// Why beads are stale, by their first sentence: of the source, or of the translation where they have none of the source.
#[derive(Debug, Default)]
struct Reasons(BTreeMap<(bool, usize), (Class, Vec<String>)>);

impl Reasons {
    const fn key(sentences: &Pair<Range<usize>>) -> (bool, usize) {
        let is_source = sentences.old.start < sentences.old.end;
        (is_source, if is_source { sentences.old.start } else { sentences.new.start })
    }

    fn add(&mut self, sentences: &Pair<Range<usize>>, class: Class, reason: String) {
        let place = self.0.entry(Self::key(sentences)).or_default();
        place.0 = place.0.max(class);
        place.1.push(reason);
    }

    fn of(&self, sentences: &Pair<Range<usize>>) -> Option<(Class, Flag)> {
        let (class, reasons) = self.0.get(&Self::key(sentences))?;
        Some((*class, Flag { kind: FlagKind::Stale, reason: reasons.join("; ") }))
    }
}

/// Flags the edits of beads that are stale; a bead that has none is one edit now. What nothing is to be said of any more, for its checks
/// are off, is no edit.
fn flag(comparison: &mut Comparison, why: &Reasons) {
    let before = std::mem::take(&mut comparison.edits);
    let mut edits = Vec::with_capacity(before.len() + why.0.len());
    for step in comparison.steps.clone() {
        let (Step::Bead(bead) | Step::To(bead)) = step else { continue };
        let whole = comparison.bead_span(bead);
        let place = &mut comparison.beads[bead];
        // The move edit stands before the edits of the first bead it carries.
        if let Some(moved) = place.moved.filter(|moved| before[*moved].bead == bead) {
            let reason = "stands elsewhere in the source".to_owned();
            let mut edit = before[moved].clone();
            edit.flags.insert(0, Flag { kind: FlagKind::Stale, reason });
            edits.push(edit);
        }
        place.moved = place.moved.map(|_| edits.iter().rposition(|edit| edit.kind == EditKind::Move).unwrap_or(0));
        let from = edits.len();
        edits.extend(before[place.edits.clone()].iter().cloned().map(|edit| heard(edit, &comparison.known.off)));
        if let Some((class, flag)) = why.of(&place.sentences) {
            if edits.len() == from {
                edits.push(one(bead, whole));
            }
            let edit = &mut edits[from];
            edit.flags.insert(0, flag);
            edit.class = edit.class.max(class);
        }
        let found = edits.split_off(from);
        edits.extend(found.into_iter().filter(|edit| !edit.flags.is_empty()));
        place.edits = from..edits.len();
    }
    comparison.edits = edits;
    identify(comparison);
}

/// An edit without what checks say that are off.
fn heard(mut edit: Edit, off: &BTreeSet<&str>) -> Edit {
    edit.flags.retain(|flag| !off.contains(flag.kind.name()));
    let class = if edit.flags.is_empty() { Class::Editorial } else { edit.class };
    Edit { class, ..edit }
}

/// A bead as one edit.
const fn one(bead: usize, spans: Pair<Span>) -> Edit {
    let id = EditId { print: 0, count: 0 };
    Edit { id, kind: EditKind::Replace, bead, spans, flags: Vec::new(), class: Class::Editorial }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::{compare, compare_translation};
    use crate::document::{Document, Unit};
    use crate::read::{Options, read};

    fn document(text: &str, language: &str) -> Document {
        let options = Options { unit: Unit::Line, language: Some(language.to_owned()), ..Options::default() };
        read("a.txt", text.as_bytes(), &options).expect("a text")
    }

    const OLD: &str =
        "The Parties shall meet in May.\nMinister Karlsen opened the session.\nThe port closes at night.\n";
    const TARGET: &str =
        "Les Parties se réunissent en mai.\nLe ministre Karlsen a ouvert la séance.\nLe port ferme la nuit.\n";

    /// The edits of a newer source and the translation: kind, class, words of both sides in short, what is stale.
    #[track_caller]
    fn check(new: &str, expected: &[&str]) {
        check_without([].into(), TARGET, new, expected);
    }

    /// The same of a translation, and with checks that are off.
    #[track_caller]
    fn check_without(off: BTreeSet<&'static str>, target: &str, new: &str, expected: &[&str]) {
        let (old, target) = (document(OLD, "en"), document(target, "fr"));
        let beads = (0..3).map(|at| Pair::of(at..at + 1, at..at + 1)).collect();
        let known = Known { fixed: Fixed { beads }, off: off.clone(), ..Known::default() };
        let translation = compare_translation(Pair::of(old.clone(), target), &known);
        let found = stale(compare(Pair::of(old, document(new, "en"))), translation);
        let shown = |edit: &Edit| {
            let words = found.words(edit).map(|words| words.split(' ').take(3).collect::<Vec<_>>().join(" "));
            let flag = edit.flags.first().filter(|flag| flag.kind == FlagKind::Stale);
            let reason = flag.map_or("not stale", |flag| flag.reason.as_str());
            format!("{} {} | {} | {} | {reason}", edit.kind.name(), edit.class.name(), words.old, words.new)
        };
        assert_eq!(found.edits.iter().map(shown).collect::<Vec<_>>(), expected);
        assert!(found.edits.iter().flat_map(|edit| &edit.flags).all(|flag| !off.contains(flag.kind.name())));
        for (index, bead) in found.beads.iter().enumerate() {
            assert!(found.edits[bead.edits.clone()].iter().all(|edit| edit.bead == index));
        }
    }

    #[test]
    fn what_the_source_changed_is_stale() {
        check(OLD, &[]);
        check(
            &OLD.replace("shall", "should"),
            &["replace substantive | The Parties should | Les Parties se | source changed “shall” → “should”"],
        );
        check(
            &OLD.replace("closes at", "slowly closes every"),
            &[
                "replace wording | The port slowly | Le port ferme | source added “slowly”; source changed “at” → “every”",
            ],
        );
    }

    #[test]
    fn form_is_not_stale() {
        check(&OLD.replace("session.", "session!").replace("May.\n", "May.\n\n"), &[]);
        check(&OLD.replace("Minister Karlsen", "Minister  Karlsen"), &[]);
    }

    #[test]
    fn what_came_and_went_in_the_source_is_stale() {
        check(
            &OLD.replace("The port", "A new rule of the harbour master is announced.\nThe port"),
            &["delete substantive | A new rule |  | new in the source, not translated yet"],
        );
        check(
            &OLD.replace("Minister Karlsen opened the session.\n", ""),
            &[
                "insert substantive |  | Le ministre Karlsen | no longer in the source: “Minister Karlsen opened the session.”",
            ],
        );
    }

    #[test]
    fn checks_that_are_off_say_nothing_of_what_is_stale() {
        let new = OLD.replace("The port closes at night.\n", "A new rule of the harbour master is announced.\n");
        let target = format!("{TARGET}Une phrase que personne n’a demandée.\n");
        let added = "insert substantive |  | Une phrase que | not stale";
        let untranslated = "delete substantive | A new rule |  | new in the source, not translated yet";
        let gone = "insert substantive |  | Le port ferme | no longer in the source: “The port closes at night.”";
        check_without([].into(), &target, &new, &[untranslated, gone, added]);
        check_without(["omission", "addition"].into(), &target, &new, &[untranslated, gone]);
    }

    #[test]
    fn what_moved_in_the_source_is_stale() {
        let port = "The port closes at night.\n";
        check(
            &format!("{port}{}", OLD.replace(port, "")),
            &["move wording | The port closes | Le port ferme | stands elsewhere in the source"],
        );
    }

    #[test]
    fn sentences_that_the_source_joined_stay_with_their_translations() {
        check(
            &OLD.replace("session.\nThe", "session, and the"),
            &["replace wording | Minister Karlsen opened | Le ministre Karlsen | source changed “.” → “, and”"],
        );
    }
}
