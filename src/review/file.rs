//! A review as the JSON that is saved: a version, the decisions with the words they are about, and what later versions added.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{Decision, Entry, FixedBead, Review, equals};
use crate::compare::{Comparison, Cut, EditId, SentenceId};
use crate::document::Pair;

/// The version written; higher ones are read but never written over.
const VERSION: u32 = 1;

/// A review read from a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Loaded {
    /// The review; its entries are not yet attached to a comparison.
    pub review: Review,
    /// How the edits were cut when it was saved: cut so, they have their decisions again.
    pub cut: Cut,
    /// Whether a later version of the program wrote the file: it must not be written over.
    pub is_newer: bool,
}

/// Why a text is no review.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable(String);

impl fmt::Display for Unreadable {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl std::error::Error for Unreadable {}

/// Reads a review.
pub fn load(text: &str) -> Result<Loaded, Unreadable> {
    let file: File<'_> = serde_json::from_str(text).map_err(|trouble| Unreadable(trouble.to_string()))?;
    let last = file.last.as_deref().and_then(id);
    let mut review = Review { last, extra: file.extra.into_owned(), ..Review::default() };
    for (from, to) in [(file.decisions, &mut review.entries), (file.orphans, &mut review.orphans)] {
        for record in from {
            let id = id(&record.id).ok_or_else(|| Unreadable(format!("“{}” is no edit's id", record.id)))?;
            to.insert(id, record.entry()?);
        }
    }
    review.fixed = file.fixed.into_iter().map(FixedRecord::bead).collect::<Result<_, _>>()?;
    Ok(Loaded { review, cut: file.cut.into_owned(), is_newer: file.version > VERSION })
}

/// The review of a comparison as a text.
pub fn save(review: &Review, comparison: &Comparison) -> String {
    let equals = equals(comparison);
    let names = comparison.documents.as_ref().map(|document| Named { name: document.name.as_str().into() });
    let file = File {
        version: VERSION,
        old: Some(names.old),
        new: Some(names.new),
        cut: Cow::Borrowed(&comparison.cut),
        decisions: records(&review.entries, |id| equals.get(&id.print).copied()),
        orphans: records(&review.orphans, |_| None),
        fixed: review.fixed.iter().map(FixedRecord::of).collect(),
        last: review.last.map(|id| id.to_string().into()),
        extra: Cow::Borrowed(&review.extra),
    };
    // Nothing in the file can fail to be written: maps have text keys only.
    serde_json::to_string_pretty(&file).unwrap_or_default() + "\n"
}

/// What is saved. It is written at every decision, so it borrows what it writes.
#[derive(Deserialize, Serialize)]
struct File<'a> {
    #[serde(rename = "redraft-review")]
    version: u32,
    #[serde(default)]
    old: Option<Named<'a>>,
    #[serde(default)]
    new: Option<Named<'a>>,
    #[serde(default, skip_serializing_if = "is_usual")]
    cut: Cow<'a, Cut>,
    #[serde(default)]
    decisions: Vec<Record<'a>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    orphans: Vec<Record<'a>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    fixed: Vec<FixedRecord<'a>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    last: Option<Cow<'a, str>>,
    #[serde(flatten)]
    extra: Cow<'a, Map<String, Value>>,
}

fn is_usual(cut: &Cut) -> bool {
    *cut == Cut::default()
}

#[derive(Deserialize, Serialize)]
struct Named<'a> {
    name: Cow<'a, str>,
}

#[derive(Deserialize, Serialize)]
struct Record<'a> {
    id: String,
    decision: Cow<'a, str>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    reason: Option<Cow<'a, str>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    wording: Option<Cow<'a, str>>,
    #[serde(default, skip_serializing_if = "str::is_empty")]
    comment: Cow<'a, str>,
    #[serde(default)]
    old: Cow<'a, str>,
    #[serde(default)]
    new: Cow<'a, str>,
    #[serde(default, skip_serializing_if = "str::is_empty")]
    place: Cow<'a, str>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    follows: bool,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    carried: bool,
    #[serde(default)]
    equals: u32,
    #[serde(flatten)]
    extra: Cow<'a, Map<String, Value>>,
}

impl Record<'_> {
    fn entry(self) -> Result<Entry, Unreadable> {
        let decision = match (self.decision.as_ref(), self.wording, self.reason) {
            ("open", ..) => Decision::Open,
            ("accepted", ..) => Decision::Accepted,
            ("rejected", ..) => Decision::Rejected,
            ("reworded", Some(words), _) => Decision::Reworded(words.into_owned()),
            ("sent back", _, Some(reason)) => Decision::SentBack(reason.into_owned()),
            (other, ..) => return Err(Unreadable(format!("the decision “{other}” on edit {} is incomplete", self.id))),
        };
        let quote = Pair::of(self.old.into_owned(), self.new.into_owned());
        let extra = self.extra.into_owned();
        let (comment, place) = (self.comment.into_owned(), self.place.into_owned());
        let (follows, is_carried, equals) = (self.follows, self.carried, self.equals);
        Ok(Entry { decision, comment, quote, place, follows, is_carried, equals, extra })
    }
}

fn records(entries: &BTreeMap<EditId, Entry>, equals: impl Fn(EditId) -> Option<u32>) -> Vec<Record<'_>> {
    let record = |(id, entry)| {
        let (id, entry): (&EditId, &Entry) = (id, entry);
        let (reason, wording) = match &entry.decision {
            Decision::SentBack(reason) => (Some(reason.into()), None),
            Decision::Reworded(words) => (None, Some(words.into())),
            _ => (None, None),
        };
        Record {
            id: id.to_string(),
            decision: entry.decision.name().into(),
            reason,
            wording,
            comment: entry.comment.as_str().into(),
            old: entry.quote.old.as_str().into(),
            new: entry.quote.new.as_str().into(),
            place: entry.place.as_str().into(),
            follows: entry.follows,
            carried: entry.is_carried,
            equals: equals(*id).unwrap_or(entry.equals),
            extra: Cow::Borrowed(&entry.extra),
        }
    };
    entries.iter().filter(|(_, entry)| !entry.is_empty()).map(record).collect()
}

/// A bead that a person has fixed: its sentences as `fingerprint`, `fingerprint-count` or `fingerprint-count/equals`.
#[derive(Deserialize, Serialize)]
struct FixedRecord<'a> {
    old: Vec<String>,
    new: Vec<String>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    apart: bool,
    #[serde(default)]
    old_words: Cow<'a, str>,
    #[serde(default)]
    new_words: Cow<'a, str>,
    #[serde(flatten)]
    extra: Cow<'a, Map<String, Value>>,
}

impl<'a> FixedRecord<'a> {
    fn of(bead: &'a FixedBead) -> Self {
        let ids = bead.sentences.as_ref().map(|ids| ids.iter().map(SentenceId::to_string).collect());
        Self {
            old: ids.old,
            new: ids.new,
            apart: bead.is_apart,
            old_words: bead.quote.old.as_str().into(),
            new_words: bead.quote.new.as_str().into(),
            extra: Cow::Borrowed(&bead.extra),
        }
    }

    fn bead(self) -> Result<FixedBead, Unreadable> {
        let id = |text: &String| sentence_id(text).ok_or_else(|| Unreadable(format!("“{text}” is no sentence's id")));
        let ids = |written: &[String]| written.iter().map(id).collect::<Result<Vec<_>, _>>();
        Ok(FixedBead {
            sentences: Pair::of(ids(&self.old)?, ids(&self.new)?),
            is_apart: self.apart,
            quote: Pair::of(self.old_words.into_owned(), self.new_words.into_owned()),
            extra: self.extra.into_owned(),
        })
    }
}

/// The id that [`SentenceId`]'s display gives.
fn sentence_id(text: &str) -> Option<SentenceId> {
    let (text, equals) = text.split_once('/').unwrap_or((text, "1"));
    let EditId { print, count } = id(text)?;
    Some(SentenceId { print, count, equals: equals.parse().ok()? })
}

/// The id that [`EditId`]'s display gives.
fn id(text: &str) -> Option<EditId> {
    let (print, count) = text.split_once('-').unwrap_or((text, "0"));
    Some(EditId { print: u64::from_str_radix(print, 16).ok()?, count: count.parse().ok()? })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::compare;
    use crate::read::{Options, read};

    fn compared(old: &str, new: &str) -> Comparison {
        let document = |text: &str| read("a.txt", text.as_bytes(), &Options::default()).expect("a text");
        compare(Pair::of(document(old), document(new)))
    }

    fn decided(comparison: &Comparison, decisions: &[Decision]) -> Review {
        let mut review = Review::default();
        for (edit, decision) in comparison.edits.iter().zip(decisions) {
            let quote = comparison.words(edit).map(str::to_owned);
            review.entries.insert(edit.id, Entry { decision: decision.clone(), quote, ..Entry::default() });
        }
        review
    }

    const OLD: &str = "The Parties shall meet in May. The budget is fixed for two years.\n";
    const NEW: &str = "The Parties should meet in May. The budget is fixed for three years.\n";

    #[test]
    fn a_saved_review_loads_equal() {
        let comparison = compared(OLD, NEW);
        let decisions = [Decision::SentBack("too weak\u{202e}".to_owned()), Decision::Reworded("four".to_owned())];
        let mut review = Review { last: Some(comparison.edits[1].id), ..decided(&comparison, &decisions) };
        review.attach(&comparison);
        let text = save(&review, &comparison);
        let mut loaded = load(&text).expect("a review").review;
        loaded.attach(&comparison);
        loaded.entries.values_mut().for_each(|entry| entry.equals = 0);
        assert_eq!(loaded, review);
        assert_eq!(review.entries.len(), 2);
    }

    #[test]
    fn decisions_follow_their_edits_and_orphans_keep_their_words() {
        let comparison = compared(OLD, NEW);
        let mut review = decided(&comparison, &[Decision::Accepted, Decision::Rejected]);
        review.attach(&comparison);
        let text = save(&review, &comparison);
        let later = compared(
            OLD,
            "We welcome the guests. The Parties should meet in May. The budget is fixed for ten years.\n",
        );
        let mut loaded = load(&text).expect("a review").review;
        loaded.attach(&later);
        let kept: Vec<&str> = loaded.entries.values().map(|entry| entry.quote.new.as_str()).collect();
        assert_eq!(kept, ["should"]);
        let gone: Vec<(&str, &str)> =
            loaded.orphans.values().map(|entry| (entry.quote.new.as_str(), entry.place.as_str())).collect();
        assert_eq!(gone, [("three", "¶ 1, sentence 2")]);
        loaded.attach(&comparison);
        assert!(loaded.orphans.is_empty());
    }

    #[test]
    fn no_orphan_takes_the_place_of_another() {
        let comparison = compared(OLD, NEW);
        let mut review = decided(&comparison, &[Decision::Accepted, Decision::Rejected]);
        let (id, entry) = review.entries.iter().next().map(|(id, entry)| (*id, entry.clone())).expect("an entry");
        review.orphans.insert(id, Entry { decision: Decision::SentBack("earlier".to_owned()), ..entry.clone() });
        review.attach(&compared(OLD, OLD));
        assert_eq!((review.entries.len(), review.orphans.len()), (0, 3));
        let mut loaded = load(&save(&review, &comparison)).expect("a review").review;
        assert_eq!(loaded.orphans.len(), 3);
        loaded.attach(&comparison);
        assert_eq!((loaded.entries.len(), loaded.orphans.len()), (2, 1));
    }

    #[test]
    fn one_of_equals_that_lost_another_is_no_one() {
        let old = "The cat sat. A dog ran by here. The cat sat. Birds flew over. The cat sat.\n";
        let new = "The cat sits. A dog ran by here. The cat sits. Birds flew over. The cat sits.\n";
        let comparison = compared(old, new);
        assert_eq!(comparison.edits.len(), 3);
        let text = save(&decided(&comparison, &[Decision::Accepted]), &comparison);
        let later = compared(old, &new.replacen("sits", "sat", 1));
        let mut loaded = load(&text).expect("a review").review;
        loaded.attach(&later);
        assert!(loaded.entries.is_empty());
        assert_eq!(loaded.orphans.len(), 1);
    }

    /// What was decided on the fee of a lot when the lots stood in their order, in another one.
    #[track_caller]
    fn check_lots(decided_on: &str, again: &[&str], expected: Option<&str>) {
        const LOTS: [&str; 3] = ["Pumps for the northern district", "Valves for the harbour", "Spare parts"];
        let text = |lots: &[&str], days: u8| -> String {
            let lot = |name: &&str| format!("{name}\n\nThe Supplier pays the fee in {days} days.\n\n");
            lots.iter().map(lot).collect()
        };
        let comparison = compared(&text(&LOTS, 30), &text(&LOTS, 45));
        let at = LOTS.iter().position(|name| *name == decided_on).expect("a lot");
        let decisions: Vec<Decision> =
            (0..3).map(|lot| if lot == at { Decision::Rejected } else { Decision::Open }).collect();
        let saved = save(&decided(&comparison, &decisions), &comparison);
        let later = compared(&text(&LOTS, 30), &text(again, 45));
        let mut loaded = load(&saved).expect("a review").review;
        loaded.attach(&later);
        let rejected = later.edits.iter().find(|edit| *loaded.decision(edit.id) == Decision::Rejected);
        let before = rejected.map(|edit| &later.documents.new.text[..edit.spans.new.start]);
        let lot = before.and_then(|before| again.iter().copied().max_by_key(|name| before.rfind(name)));
        assert_eq!(lot, expected, "{again:?}");
    }

    #[test]
    fn what_was_decided_on_one_of_equals_stays_with_its_passage() {
        let [pumps, valves, parts] = ["Pumps for the northern district", "Valves for the harbour", "Spare parts"];
        for again in [[pumps, valves, parts], [parts, pumps, valves], [valves, pumps, parts], [parts, valves, pumps]] {
            check_lots(valves, &again, Some(valves));
            check_lots(parts, &again, Some(parts));
        }
        // Where one is gone, nobody knows.
        check_lots(valves, &[pumps, parts], None);
    }

    #[test]
    fn fixed_beads_are_kept() {
        let comparison = compared("Yes. No. Yes. The end came.\n", "Oui. Non. Oui. C’est la fin.\n");
        let bead = |place: Pair<std::ops::Range<usize>>, is_apart| {
            FixedBead::of(comparison.documents.as_ref(), &place, is_apart)
        };
        let fixed = vec![bead(Pair::of(2..4, 2..3), false), bead(Pair::of(0..1, 0..1), true)];
        let review = Review { fixed, ..Review::default() };
        let text = save(&review, &comparison);
        assert_eq!(load(&text).map(|loaded| loaded.review), Ok(review));
        let broken = text.replacen("\"old\": [\n        \"", "\"old\": [\n        \"x", 1);
        assert!(broken != text && load(&broken).is_err());
    }

    #[test]
    fn unknown_fields_are_kept_and_newer_versions_known() {
        let comparison = compared(OLD, NEW);
        let id = comparison.edits[0].id;
        let text = format!(
            r#"{{"redraft-review":2,"colour":"blue","decisions":[{{"id":"{id}","decision":"accepted","old":"a","new":"b","by":"Ann"}}]}}"#
        );
        let loaded = load(&text).expect("a review");
        assert!(loaded.is_newer);
        let again = save(&loaded.review, &comparison);
        assert!(again.contains(r#""colour": "blue""#) && again.contains(r#""by": "Ann""#), "{again}");
    }

    #[test]
    fn what_is_no_review_says_why() {
        for text in ["", "{}", "[]", r#"{"redraft-review":1,"decisions":[{"id":"zz","decision":"accepted"}]}"#] {
            assert!(load(text).is_err(), "{text}");
        }
        let half = r#"{"redraft-review":1,"decisions":[{"id":"1","decision":"sent back"}]}"#;
        assert_eq!(
            load(half).map_err(|trouble| trouble.to_string()),
            Err("the decision “sent back” on edit 1 is incomplete".to_owned())
        );
    }
}
