//! The laws that hold for any two texts.

use proptest::collection::vec;
use proptest::prelude::*;
use redraft::compare::bitext::Known;
use redraft::compare::flags::FlagKind;
use redraft::compare::stale::stale;
use redraft::compare::{
    Bead, Comparison, Detail, Edit, EditKind, Grain, Run, Step, compare, compare_in, compare_sources,
    compare_translation,
};
use redraft::document::{Document, Pair};
use redraft::read::{Options, read};
use redraft::review::settle::{Open, settle};
use redraft::review::{Decision, Entry, FixedBead, Review, load, save};

/// Sentences that drafts are made of.
const SENTENCES: &[&str] = &[
    "The Parties shall meet in May of every year.",
    "The budget is fixed for two years and may be raised.",
    "Article 5 applies to all members, unless they object.",
    "“We will not sign anything,” the chair said.",
    "Assistance of $35,000,000 is granted; 30 days remain.",
    "Yes.",
    "The Secretariat reports to the committee on progress.",
    "No member may leave before the vote (see No. 7).",
    "Стороны должны встретиться в мае.",
    "会議は五月に開かれる。",
    "# Final clauses",
    "- the first point, e.g. this one",
    "The Treaty enters into force — at last — tomorrow.",
    "## Article 2. Seat",
    "## Article 3. Seat",
    "Article 3",
    "Article 4",
    "## Article 3. Accounts and audits",
    "## Article 2. Accounts and audits",
    "2.1 The seat is at Essel, as Articles 2 and 3 say.",
    "3.1 The seat is at Essel, as Articles 3 and 4 say.",
    "(a) the sick, under clause 2.1(b) of this Treaty;",
    "(b) the sick, under clause 3.1(b) of this Treaty;",
    "The develop-\nment of well-\nknown ways may be raised.",
    "The development of well-known ways may be raised.",
    "| the seat | 30 |\n|---|---|\n| Essel | 45 |",
    "| the seat | of | 30 |\n|---|---|---|\n| Essel | | 50 |",
];

const GAPS: &[&str] = &[" ", "  ", "\n", "\n\n", "\r\n\r\n", "\n\n\n", "\t"];

/// A sentence by number, with one word changed, left out or doubled, a word before it or its halves turned where `twist` says so.
fn sentence(number: usize, twist: usize) -> String {
    let mut words: Vec<&str> = SENTENCES[number % SENTENCES.len()].split(' ').collect();
    let at = twist / 6 % words.len();
    let small = words[0].to_lowercase();
    match twist % 6 {
        0 => words[at] = "otherwise",
        1 if words.len() > 1 => drop(words.remove(at)),
        2 => words.insert(at, "very"),
        4 => {
            words[0] = &small;
            words.insert(0, "However,");
        }
        5 => words.rotate_left(at),
        _ => {}
    }
    words.join(" ")
}

/// A draft of real sentences, some of them twisted.
fn draft() -> impl Strategy<Value = String> {
    let part = (0..SENTENCES.len(), prop_oneof![3 => Just(3_usize), 1 => 0..96_usize], 0..GAPS.len());
    (vec(part, 0..12), prop::option::of(0..GAPS.len())).prop_map(|(parts, lead)| {
        let mut text = lead.map_or("", |gap| GAPS[gap]).to_owned();
        for (number, twist, gap) in parts {
            text += &sentence(number, twist);
            text += GAPS[gap];
        }
        text
    })
}

/// Any text: real sentences, or a mess of characters that make trouble.
fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![4 => draft(), 1 => "[a-c .,!?\n\r\t\u{a0}\u{200b}\u{301}é«»“”。։0-9-]{0,60}", 1 => "\\PC{0,40}"]
}

fn document(text: &str) -> Document {
    let options = Options { encoding: Some("utf-8".to_owned()), ..Options::default() };
    read("draft.md", text.as_bytes(), &options).unwrap_or_default()
}

fn compared(old: &str, new: &str) -> Comparison {
    compare(Pair::of(document(old), document(new)))
}

fn decided(comparison: &Comparison, decision: impl Fn(usize) -> Decision) -> Review {
    let entry = |(at, edit): (usize, &Edit)| {
        let quote = comparison.words(edit).map(str::to_owned);
        (edit.id, Entry { decision: decision(at), quote, ..Entry::default() })
    };
    Review { entries: comparison.edits.iter().enumerate().map(entry).collect(), ..Review::default() }
}

fn decision(number: u8) -> Decision {
    match number % 5 {
        0 => Decision::Open,
        1 => Decision::Accepted,
        2 => Decision::Rejected,
        3 => Decision::Reworded("a third wording".to_owned()),
        _ => Decision::SentBack("unclear".to_owned()),
    }
}

/// Swapping the sides swaps insert and delete, split and merge.
fn swaps(old: &str, new: &str) -> Result<(), TestCaseError> {
    let (there, back) = (compared(old, new), compared(new, old));
    let count = |comparison: &Comparison, kind| comparison.edits.iter().filter(|edit| edit.kind == kind).count();
    for (kind, swapped) in [
        (EditKind::Insert, EditKind::Delete),
        (EditKind::Delete, EditKind::Insert),
        (EditKind::Replace, EditKind::Replace),
        (EditKind::Split, EditKind::Merge),
        (EditKind::Merge, EditKind::Split),
    ] {
        prop_assert_eq!(count(&there, kind), count(&back, swapped), "{:?}", kind);
    }
    Ok(())
}

#[test]
fn a_label_that_only_one_wording_has_in_a_heading_swaps_too() -> Result<(), TestCaseError> {
    swaps(
        "## Article 3. Accounts and audits The Parties shall meet in May of every year.\n## otherwise 2. Seat ",
        "otherwise 3 ",
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn accepting_everything_is_the_new_text(old in any_text(), new in any_text()) {
        let comparison = compared(&old, &new);
        let accepted = decided(&comparison, |_| Decision::Accepted);
        let text = settle(&comparison, &accepted, Open::Refuse);
        prop_assert_eq!(text.as_deref(), Ok(comparison.documents.new.text.as_str()));
        let open = settle(&comparison, &Review::default(), Open::New);
        prop_assert_eq!(open.as_deref(), Ok(comparison.documents.new.text.as_str()));
    }

    #[test]
    fn rejecting_everything_is_the_old_text(old in any_text(), new in any_text()) {
        let comparison = compared(&old, &new);
        let rejected = decided(&comparison, |_| Decision::Rejected);
        let text = settle(&comparison, &rejected, Open::Old);
        prop_assert_eq!(text.as_deref(), Ok(comparison.documents.old.text.as_str()));
        let open = settle(&comparison, &Review::default(), Open::Old);
        prop_assert_eq!(open.as_deref(), Ok(comparison.documents.old.text.as_str()));
    }

    #[test]
    fn every_grain_leads_to_both_texts(old in any_text(), new in any_text()) {
        let mut comparison = compared(&old, &new);
        let auto = comparison.edits.clone();
        for grain in [Grain::Word, Grain::Phrase, Grain::Sentence, Grain::Auto] {
            comparison.recut(grain);
            for (index, edit) in comparison.edits.iter().enumerate() {
                prop_assert_eq!(comparison.edit_at(edit.kind, edit.spans), Some(index), "{:?}", grain);
            }
            let accepted = decided(&comparison, |_| Decision::Accepted);
            let text = settle(&comparison, &accepted, Open::Refuse);
            prop_assert_eq!(text.as_deref(), Ok(comparison.documents.new.text.as_str()), "{:?}", grain);
            let rejected = decided(&comparison, |_| Decision::Rejected);
            let text = settle(&comparison, &rejected, Open::Old);
            prop_assert_eq!(text.as_deref(), Ok(comparison.documents.old.text.as_str()), "{:?}", grain);
        }
        prop_assert_eq!(comparison.edits, auto);
    }

    #[test]
    fn accepting_everything_in_a_translation_is_the_target(old in any_text(), new in any_text()) {
        let comparison = compare_translation(Pair::of(document(&old), document(&new)), &Known::default());
        let accepted = decided(&comparison, |_| Decision::Accepted);
        let text = settle(&comparison, &accepted, Open::Refuse);
        prop_assert_eq!(text.as_deref(), Ok(comparison.documents.new.text.as_str()));
        let open = settle(&comparison, &Review::default(), Open::Old);
        prop_assert_eq!(open.as_deref(), Ok(comparison.documents.new.text.as_str()));
        let rejected = settle(&comparison, &decided(&comparison, |_| Decision::Rejected), Open::New).unwrap_or_default();
        let mut kept = comparison.documents.new.text.clone();
        for edit in comparison.edits.iter().rev().filter(|edit| edit.kind == EditKind::Insert) {
            kept.replace_range(edit.spans.new.range(), "");
        }
        let words = |text: &str| text.chars().filter(|letter| !letter.is_whitespace()).collect::<String>();
        prop_assert_eq!(words(&rejected), words(&kept));
    }

    #[test]
    fn what_is_found_in_a_translation_is_ordered_and_never_overlaps(old in any_text(), new in any_text()) {
        let (mut old, mut new) = (document(&old), document(&new));
        (old.language, new.language) = (Some("ru"), Some("en"));
        let comparison = compare_translation(Pair::of(old, new), &Known::default());
        for (index, bead) in comparison.beads.iter().enumerate() {
            let whole = comparison.bead_span(index);
            let mut at = whole.map(|span| span.start);
            for edit in comparison.edits[bead.edits.clone()].iter().filter(|edit| edit.kind == EditKind::Replace) {
                prop_assert!(edit.spans.old.start >= at.old && edit.spans.new.start >= at.new, "{:?}", edit);
                prop_assert!(edit.spans.old.end <= whole.old.end && edit.spans.new.end <= whole.new.end, "{:?}", edit);
                prop_assert!(!edit.flags.is_empty());
                at = edit.spans.map(|span| span.end);
            }
        }
    }

    #[test]
    fn whatever_is_fixed_by_hand_holds_and_loses_nothing(
        (old, new) in (draft(), draft()),
        places in vec((0..12_usize, 1..3_usize, 0..12_usize, 1..3_usize, any::<bool>()), 0..4),
        is_translation in any::<bool>(),
    ) {
        let documents = Pair::of(document(&old), document(&new));
        let mut comparison = match is_translation {
            true => compare_translation(documents, &Known::default()),
            false => compare(documents),
        };
        let counts = comparison.documents.as_ref().map(|document| document.sentences.len());
        let within = |(i, n, j, m, _): &(usize, usize, usize, usize, bool)| i + n <= counts.old && j + m <= counts.new;
        let bead = |(i, n, j, m, is_apart): &(usize, usize, usize, usize, bool)| {
            FixedBead::of(comparison.documents.as_ref(), &Pair::of(*i..i + n, *j..j + m), *is_apart)
        };
        let fixed: Vec<FixedBead> = places.iter().filter(|place| within(place)).map(bead).collect();
        let mut review = Review { fixed, ..Review::default() };
        review.align(&mut comparison);
        prop_assert_eq!(review.lost(&comparison).len() < review.fixed.len(), !review.fixed.is_empty());
        for given in &comparison.known.fixed.beads {
            let is_whole = |bead: &Bead| bead.sentences == *given;
            let stands_alone = given.old.is_empty() || given.new.is_empty();
            prop_assert!(stands_alone || comparison.beads.iter().any(is_whole), "{:?}", given);
        }
        let accepted = decided(&comparison, |_| Decision::Accepted);
        let text = settle(&comparison, &accepted, Open::Refuse);
        prop_assert_eq!(text.as_deref(), Ok(comparison.documents.new.text.as_str()));
        if !is_translation {
            let rejected = decided(&comparison, |_| Decision::Rejected);
            let text = settle(&comparison, &rejected, Open::Old);
            prop_assert_eq!(text.as_deref(), Ok(comparison.documents.old.text.as_str()));
        }
        let saved = load(&save(&review, &comparison)).map(|loaded| loaded.review.fixed);
        prop_assert_eq!(saved, Ok(review.fixed));
    }

    #[test]
    fn equal_texts_have_no_edits(text in any_text()) {
        let comparison = compared(&text, &text);
        prop_assert!(comparison.edits.is_empty(), "{:?}", comparison.edits);
        prop_assert!(comparison.spacing.is_empty());
    }

    #[test]
    fn edits_are_the_same_in_any_detail(old in any_text(), new in any_text()) {
        let all = compared(&old, &new);
        let changed = compare_in(Pair::of(document(&old), document(&new)), Detail::Changed);
        let shown = |edit: &Edit| (edit.id, edit.kind, edit.spans, edit.class);
        prop_assert_eq!(all.edits.iter().map(shown).collect::<Vec<_>>(), changed.edits.iter().map(shown).collect::<Vec<_>>());
    }

    #[test]
    fn swapping_the_sides_swaps_insert_and_delete(old in draft(), new in draft()) {
        swaps(&old, &new)?;
    }

    #[test]
    fn edits_are_ordered_and_never_overlap(old in any_text(), new in any_text()) {
        let comparison = compared(&old, &new);
        for (index, bead) in comparison.beads.iter().enumerate() {
            let mut at = Pair::of(0, 0);
            for edit in &comparison.edits[bead.edits.clone()] {
                prop_assert_eq!(edit.bead, index);
                prop_assert!(edit.spans.old.start >= at.old && edit.spans.new.start >= at.new, "{:?}", edit);
                at = edit.spans.map(|span| span.end);
            }
        }
        let mut ids: Vec<_> = comparison.edits.iter().map(|edit| edit.id).collect();
        ids.sort_unstable();
        ids.dedup();
        prop_assert_eq!(ids.len(), comparison.edits.len());
    }

    #[test]
    fn every_sentence_stands_in_one_step(old in any_text(), new in any_text()) {
        let comparison = compared(&old, &new);
        let mut seen = Pair::of(Vec::new(), Vec::new());
        for step in &comparison.steps {
            let (Step::Bead(bead) | Step::From(bead) | Step::To(bead)) = *step;
            let sentences = &comparison.beads[bead].sentences;
            if !matches!(step, Step::To(_)) {
                seen.old.extend(sentences.old.clone());
            }
            if !matches!(step, Step::From(_)) {
                seen.new.extend(sentences.new.clone());
            }
        }
        prop_assert_eq!(seen.old, (0..comparison.documents.old.sentences.len()).collect::<Vec<_>>());
        prop_assert_eq!(seen.new, (0..comparison.documents.new.sentences.len()).collect::<Vec<_>>());
    }

    #[test]
    fn what_both_wordings_share_is_the_same(old in any_text(), new in any_text()) {
        let comparison = compared(&old, &new);
        for bead in 0..comparison.beads.len() {
            for run in comparison.runs(bead) {
                let Run::Same(spans) = run else { continue };
                let texts = Pair::of(
                    spans.old.of(&comparison.documents.old.text),
                    spans.new.of(&comparison.documents.new.text),
                );
                // Where a line ends with a hyphen, it may be of the line only.
                let breaks_words = |text: &str| text.split_whitespace().any(|word| word.ends_with('-'));
                let is_broken = breaks_words(texts.old) || breaks_words(texts.new);
                let counts = |letter: &char| !(letter.is_whitespace() || is_broken && *letter == '-');
                let words = |text: &str| text.chars().filter(counts).collect::<String>();
                prop_assert_eq!(words(texts.old), words(texts.new));
            }
        }
    }

    #[test]
    fn any_decisions_settle_and_are_kept(old in any_text(), new in any_text(), letters in vec(any::<u8>(), 40)) {
        let comparison = compared(&old, &new);
        let mut review = decided(&comparison, |at| decision(letters[at % letters.len()]));
        let text = settle(&comparison, &review, Open::New).unwrap_or_default();
        for (at, edit) in comparison.edits.iter().enumerate() {
            // A head stands or goes with what it heads.
            let is_led = comparison.numbering.led.contains_key(&at);
            let is_plain = comparison.beads[edit.bead].moved.is_none() && edit.kind != EditKind::Move && !is_led;
            if is_plain && letters[at % letters.len()] % 5 == 2 {
                let words = comparison.words(edit).old.trim();
                prop_assert!(text.contains(words), "{:?} in {:?}", words, text);
            }
        }
        review.attach(&comparison);
        let saved = save(&review, &comparison);
        let mut loaded = load(&saved).map(|loaded| loaded.review).unwrap_or_default();
        loaded.attach(&comparison);
        loaded.entries.values_mut().for_each(|entry| entry.equals = 0);
        review.entries.retain(|_, entry| !entry.is_empty());
        prop_assert_eq!(loaded, review);
    }
}

proptest! {
    // Three texts are compared and aligned in each case.
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn what_is_stale_is_flagged_and_nothing_is_lost(old in draft(), new in draft(), target in draft()) {
        let translation = compare_translation(Pair::of(document(&old), document(&target)), &Known::default());
        let comparison = stale(compare_sources(Pair::of(document(&old), document(&new))), translation);
        let accepted = decided(&comparison, |_| Decision::Accepted);
        let text = settle(&comparison, &accepted, Open::Refuse);
        prop_assert_eq!(text.as_deref(), Ok(comparison.documents.new.text.as_str()));
        let mut seen = Pair::of(vec![0; comparison.documents.old.sentences.len()], vec![0; comparison.documents.new.sentences.len()]);
        for (index, bead) in comparison.beads.iter().enumerate() {
            bead.sentences.old.clone().for_each(|at| seen.old[at] += 1);
            bead.sentences.new.clone().for_each(|at| seen.new[at] += 1);
            prop_assert!(comparison.edits[bead.edits.clone()].iter().all(|edit| edit.bead == index));
            prop_assert!(bead.moved.is_none_or(|moved| comparison.edits[moved].kind == EditKind::Move));
        }
        prop_assert!(seen.old.iter().chain(&seen.new).all(|times| *times == 1), "{:?}", seen);
        let unchanged = stale(compared(&old, &old), compare_translation(Pair::of(document(&old), document(&target)), &Known::default()));
        let is_stale = |edit: &Edit| edit.flags.iter().any(|flag| flag.kind == FlagKind::Stale);
        prop_assert!(!unchanged.edits.iter().any(is_stale));
    }
}
