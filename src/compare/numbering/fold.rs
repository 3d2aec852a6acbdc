//! The edits that only carry a renumbering, and the references that do not follow one.

use rustc_hash::FxHashMap;

use super::causes::{edit_at, places, row};
use super::mention::Mention;
use super::ranges::{is_of_right_items, is_of_right_range};
use super::shifts::{Numbered, Shifts, within};
use super::{Comparison, Edit, EditKind, Row, Series, Span, Stray};
use crate::compare::EditId;
use crate::document::{Pair, Side};

/// An edit that only carries a renumbering.
pub struct Fold {
    /// The edit.
    pub edit: usize,
    /// What its numbers follow from.
    pub series: Series,
    /// What it does.
    pub reason: String,
    /// How many references it has.
    pub references: usize,
}

/// The edits whose numbers each stayed the same or followed from others, and that change nothing else; in order.
pub fn folds(comparison: &Comparison, shifts: &Shifts) -> Vec<Fold> {
    let edits = comparison.edits.iter().enumerate();
    edits.filter_map(|(at, edit)| fold(comparison, shifts, at, edit)).collect()
}

fn fold(comparison: &Comparison, shifts: &Shifts, at: usize, edit: &Edit) -> Option<Fold> {
    let pairs = shifts.pairs(edit.spans).filter(|pairs| edit.kind == EditKind::Replace && !pairs.is_empty())?;
    let texts = comparison.documents.as_ref().map(|document| document.text.as_str());
    if between(texts.old, edit.spans.old, pairs.iter().map(|pair| pair.old.0))
        != between(texts.new, edit.spans.new, pairs.iter().map(|pair| pair.new.0))
    {
        return None;
    }
    let mut fold: Option<Fold> = None;
    for pair in pairs {
        let (old, new) = (pair.old.0.of(texts.old), pair.new.0.of(texts.new));
        if old == new {
            continue;
        }
        let series = shifts.follows(&pair.old.1, &pair.new.1)?;
        let reason = match &pair.old.1 {
            Numbered::Bearer(at) => format!("{}{old} → {new}, renumbered", shifts.label(*at)),
            Numbered::Mention(mention) => {
                format!("{}{old} → {new}, follows the renumbering", shifts.label_of(mention, texts.old))
            }
            Numbered::Item(item) => {
                format!("{} → {}, follows the renumbering", shifts.said(item, texts.old), item.written(new))
            }
        };
        let is_reference = usize::from(!matches!(pair.old.1, Numbered::Bearer(_)));
        fold = Some(match fold {
            None => Fold { edit: at, series, reason, references: is_reference },
            Some(fold) => {
                let reason = format!("{}; {reason}", fold.reason);
                Fold { reason, references: fold.references + is_reference, ..fold }
            }
        });
    }
    fold
}

/// The words of a stretch around and between some places in it.
fn between(text: &str, span: Span, places: impl Iterator<Item = Span>) -> Vec<Vec<&str>> {
    let mut from = span.start;
    let words = |from, to| Span::new(from, to).of(text).split_whitespace().collect();
    let mut parts = Vec::new();
    for place in places {
        parts.push(words(from, place.start));
        from = place.end;
    }
    parts.push(words(from, span.end));
    parts
}

/// References that stand unchanged in the new wording, or in words put in the place of others that had them too, though what they
/// referred to has another number now, or is gone.
pub fn strays(comparison: &Comparison, shifts: &Shifts) -> Vec<(Series, Stray)> {
    let is_changed = |edit: &&Edit| edit.kind != EditKind::Move && !edit.spans.new.is_empty();
    let mut changed: Vec<&Edit> = comparison.edits.iter().filter(is_changed).collect();
    changed.sort_by_key(|edit| edit.spans.new);
    let borne = borne(comparison, shifts);
    let mut found = Vec::new();
    for (at, (place, numbered)) in shifts.numbers.new.iter().enumerate() {
        let Numbered::Mention(mention) = numbered else { continue };
        let next = changed.partition_point(|edit| edit.spans.new.end <= place.start);
        let edit = changed.get(next).filter(|edit| edit.spans.new.start < place.end);
        if edit.is_some_and(|edit| !says(shifts, edit.spans.old, mention)) {
            continue;
        }
        let text = &comparison.documents.new.text;
        let label = shifts.label_of(mention, text);
        let (series, reason, follows) = match shifts.fate(mention) {
            Some((_, Some(_))) if is_of_right_range(shifts, text, at) => continue,
            Some((key, Some(now))) if now != mention.number => {
                let reason = format!("{label}{} is now {now}", mention.number);
                (shifts.series(&key, &mention.number, &now), reason, now.to_string())
            }
            Some((key, None)) => {
                (vec![row(&key, &mention.number)], format!("{label}{} is gone", mention.number), String::new())
            }
            _ => continue,
        };
        let edits = shifts.borne(mention).and_then(|number| borne.get(&number)).cloned().unwrap_or_default().into();
        found.push((series, Stray { id: EditId { print: 0, count: 0 }, place: *place, reason, follows, edits }));
    }
    found.extend(stray_items(comparison, shifts, &borne));
    found.sort_by_key(|(_, stray)| stray.place);
    found
}

/// The same of items: where both wordings refer to one by the same letter, which it does not bear any more.
fn stray_items(comparison: &Comparison, shifts: &Shifts, borne: &Borne) -> Vec<(Series, Stray)> {
    let text = &comparison.documents.new.text;
    let stray = |pair: &Pair<&(Span, Numbered)>| {
        let (Numbered::Item(old), Numbered::Item(new)) = (&pair.old.1, &pair.new.1) else { return None };
        if old.mention.number != new.mention.number {
            return None;
        }
        let at = old.bearer?;
        let bearer = &shifts.bearers.old[at];
        let now = shifts.same[at].map(|new| &shifts.bearers.new[new].number);
        let said = shifts.said(new, text);
        let (reason, follows) = match now {
            Some(now) if now.last() == bearer.number.last() => return None,
            Some(now) => {
                let now = now.last().to_string();
                (format!("{said} is now {}", new.written(&now)), now)
            }
            None => (format!("{said} is gone"), String::new()),
        };
        let edits = borne.get(&(bearer.key.clone(), bearer.number.clone())).cloned().unwrap_or_default().into();
        let stray = Stray { id: EditId { print: 0, count: 0 }, place: pair.new.0, reason, follows, edits };
        Some((vec![row(&bearer.key, &bearer.number)], stray))
    };
    let mut found = Vec::new();
    for bead in 0..comparison.beads.len() {
        let pairs = shifts.pairs(comparison.bead_span(bead)).unwrap_or_default();
        let is_right = |at: usize| is_of_right_items(shifts, text, &pairs, at);
        let strays = pairs.iter().enumerate().filter_map(|(at, pair)| Some((at, stray(pair)?)));
        found.extend(strays.filter(|(at, _)| !is_right(*at)).map(|(_, stray)| stray));
    }
    found
}

/// The edits that change a number, or by which it went.
type Borne = FxHashMap<Row, Vec<usize>>;

/// For every number of the old wording the edits that change it, or by which it went, in order.
fn borne(comparison: &Comparison, shifts: &Shifts) -> Borne {
    let edits = places(comparison, Side::Old);
    let mut borne = Borne::default();
    for bearer in &shifts.bearers.old {
        let edit = edit_at(&edits, bearer.place);
        borne.entry((bearer.key.clone(), bearer.number.clone())).or_default().extend(edit);
    }
    borne
}

/// Whether the old wording has the same reference in a stretch.
fn says(shifts: &Shifts, span: Span, mention: &Mention) -> bool {
    within(&shifts.numbers.old, span).iter().any(|(_, numbered)| match numbered {
        Numbered::Mention(old) => old.name == mention.name && old.number == mention.number,
        Numbered::Bearer(_) | Numbered::Item(_) => false,
    })
}
