//! What is to be said of an edit beside its flags, and of strays: places that stand unchanged though edits elsewhere changed the same words,
//! or what they refer to. Once all of these are rejected, what stands unchanged is right, and no stray.

use super::{Decision, Review};
use crate::compare::groups::{Group, folded};
use crate::compare::numbering::Renumbering;
use crate::compare::strays::Stray;
use crate::compare::{Comparison, Mode};
use crate::document::visible::flowing;
use crate::document::{Side, Span};

/// Everything that is to be said of an edit beside its flags.
pub fn remarks(comparison: &Comparison, review: &Review, edit: usize) -> Vec<String> {
    let mut said: Vec<String> = comparison.inner_remark(edit).into_iter().collect();
    if let Some(renumbering) = comparison.numbering.of(edit) {
        said.push(line(comparison, review, renumbering));
        said.extend(stray_remarks(comparison, review, renumbering));
    }
    if let Some(group) = comparison.groups.of(edit) {
        let at = group.edits.iter().position(|member| *member == edit).unwrap_or(0);
        said.push(format!("{} of {} identical", at + 1, group.edits.len()));
        said.extend(missed_remark(comparison, review, group));
    }
    said
}

/// What is to be said of so many decisions whose edits are gone; `key` shows them. A finding that is gone may well be mended.
pub fn gone_remark(mode: Mode, gone: usize, key: &str) -> Option<String> {
    match (mode, gone) {
        (_, 0) => None,
        (Mode::Revision, 1) => Some(format!("1 decision has lost its edit: {key} shows it")),
        (Mode::Revision, _) => Some(format!("{gone} decisions have lost their edits: {key} shows them")),
        (Mode::Translation, 1) => Some(format!("1 finding that was decided is there no more: {key} shows it")),
        (Mode::Translation, _) => {
            Some(format!("{gone} findings that were decided are there no more: {key} shows them"))
        }
    }
}

/// A renumbering, how many references follow it, and how many do not, but for those that are mended or are to stand.
pub fn line(comparison: &Comparison, review: &Review, renumbering: &Renumbering) -> String {
    let is_settled = |stray: &&Stray| matches!(review.decision(stray.id), Decision::Accepted | Decision::Reworded(_));
    renumbering.line(references(comparison, review, renumbering).filter(|stray| !is_settled(stray)).count())
}

/// The references that do not follow a renumbering.
pub fn references<'a>(
    comparison: &'a Comparison,
    review: &Review,
    renumbering: &Renumbering,
) -> impl Iterator<Item = &'a Stray> {
    let strays = renumbering.stray.iter().filter_map(|place| comparison.stray(*place));
    strays.filter(|stray| !is_undone(comparison, review, &stray.edits))
}

/// The same as they are shown, with what was decided: `¶ 12: Article 7 is now 8`.
pub fn stray_remarks(comparison: &Comparison, review: &Review, renumbering: &Renumbering) -> Vec<String> {
    references(comparison, review, renumbering).map(|stray| stray_remark(comparison, review, stray)).collect()
}

/// What is to be said of a stray: where it stands, why it is one, and what was decided.
pub fn stray_remark(comparison: &Comparison, review: &Review, stray: &Stray) -> String {
    let place = comparison.place(Side::New, comparison.new_block(stray.place));
    let mut said = format!("{place}: {}", flowing(&stray.reason));
    match review.decision(stray.id) {
        Decision::Open => {}
        Decision::Accepted => said.push_str(" · stands"),
        Decision::Reworded(words) => said.push_str(&format!(" · reworded: {}", flowing(words))),
        Decision::SentBack(reason) => said.push_str(&format!(" · sent back: {}", flowing(reason))),
        Decision::Rejected => said.push_str(" · rejected"),
    }
    let comment = review.comment(stray.id);
    if comment.is_empty() { said } else { format!("{said} · “{}”", flowing(comment)) }
}

/// The places that a group may have missed.
pub fn missed<'a>(comparison: &Comparison, review: &Review, group: &'a Group) -> &'a [Span] {
    if is_undone(comparison, review, &group.edits) { &[] } else { &group.missed }
}

/// How many they are: `2 places still say Secretariat`.
pub fn missed_remark(comparison: &Comparison, review: &Review, group: &Group) -> Option<String> {
    let edit = group.edits.first().and_then(|edit| comparison.edits.get(*edit))?;
    let words = folded(comparison.words(edit).old);
    let words = flowing(&words);
    match missed(comparison, review, group).len() {
        0 => None,
        1 => Some(format!("1 place still says {words}")),
        many => Some(format!("{many} places still say {words}")),
    }
}

/// All strays, in the order of the text.
pub fn strays<'a>(comparison: &'a Comparison, review: &Review) -> Vec<&'a Stray> {
    let renumberings = comparison.numbering.all.iter();
    let of_numbers = renumberings.flat_map(|renumbering| references(comparison, review, renumbering));
    let groups = comparison.groups.all.iter();
    let missed = groups.flat_map(|group| missed(comparison, review, group));
    let mut strays: Vec<&Stray> = of_numbers.chain(missed.filter_map(|place| comparison.stray(*place))).collect();
    strays.sort_by_key(|stray| stray.place);
    strays.dedup_by_key(|stray| stray.place);
    strays
}

/// Where those of the renumbering and the group of an edit stand, in order.
pub fn strays_of(comparison: &Comparison, review: &Review, edit: usize) -> Vec<Span> {
    let renumbering = comparison.numbering.of(edit).into_iter();
    let of_numbers = renumbering.flat_map(|renumbering| references(comparison, review, renumbering));
    let group = comparison.groups.of(edit);
    let missed = group.map_or(&[][..], |group| missed(comparison, review, group));
    let mut places: Vec<Span> = of_numbers.map(|stray| stray.place).chain(missed.iter().copied()).collect();
    places.sort_unstable();
    places
}

/// Whether there are edits, and all of them are rejected.
fn is_undone(comparison: &Comparison, review: &Review, edits: &[usize]) -> bool {
    let is_rejected =
        |edit: &usize| comparison.edits.get(*edit).is_some_and(|edit| *review.decision(edit.id) == Decision::Rejected);
    !edits.is_empty() && edits.iter().all(is_rejected)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::compare;
    use crate::document::Pair;
    use crate::read::{Options, read};

    #[test]
    fn a_reference_to_what_is_gone_is_right_where_that_stays() {
        let seat = "## Article 1. Seat\n\nThe office has its seat at Essel.\n\n";
        let accounts = "## Article 2. Accounts\n\nTwo auditors look at the accounts every spring.\n\n";
        let term = "Term\n\nIt ends as Article 2 says.\n";
        let document = |text: String| read("a.md", text.as_bytes(), &Options::default()).expect("a text");
        let old = document(format!("{seat}{accounts}## Article 3. {term}"));
        let comparison = compare(Pair::of(old, document(format!("{seat}## Article 2. {term}"))));
        let check = |letters: &str, expected: &[&str]| {
            let review = Review::of_letters(&comparison, letters);
            let said = stray_remarks(&comparison, &review, &comparison.numbering.all[0]);
            assert_eq!(said, expected, "{letters} {:#?}", comparison.edits);
        };
        // The article and its words go, and the number of the next one follows.
        check("---", &["¶ 4: Article 2 is gone"]);
        check("--x", &["¶ 4: Article 2 is gone"]);
        check("-xx", &["¶ 4: Article 2 is gone"]);
        check("x--", &[]);
        check("xxx", &[]);
    }
}
