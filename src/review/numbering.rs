//! Whether numbers stand as what they follow from does: a renumbering is right while every article that came, went or moved did so, and
//! wrong once all of that is rejected. In between no wording has the right numbers, and that is said.

use std::collections::BTreeSet;

use super::settle::Open;
use super::{Decision, Review};
use crate::compare::Comparison;
use crate::compare::numbering::{Clash, Part, Renumbering};
use crate::document::Side;

/// No more edits than these are named.
const NAMED: usize = 4;

/// Why the numbers of a renumbering do not fit what they follow from; nothing where they do. What is not decided stands as `open` says.
pub fn misfit(comparison: &Comparison, review: &Review, renumbering: &Renumbering, open: Open) -> Option<String> {
    let decision = |edit: usize| comparison.edits.get(edit).map_or(&Decision::Open, |edit| review.decision(edit.id));
    let side = |edit: usize| match decision(edit) {
        Decision::Accepted | Decision::Reworded(_) => Side::New,
        Decision::Rejected => Side::Old,
        Decision::Open | Decision::SentBack(_) => {
            if open == Open::Old {
                Side::Old
            } else {
                Side::New
            }
        }
    };
    let is_old = |edit: usize| comparison.led_to(edit, side).unwrap_or_else(|| side(edit)) == Side::Old;
    // Who rewords a number has said what it is to be.
    let numbers = renumbering.edits.iter().filter(|edit| !matches!(decision(**edit), Decision::Reworded(_)));
    let numbers: Vec<bool> = numbers.map(|edit| is_old(*edit)).collect();
    let gone: Vec<usize> = renumbering.causes.iter().copied().filter(|edit| is_old(*edit)).collect();
    let old = numbers.iter().filter(|is_old| **is_old).count();
    let causes = named(&renumbering.causes);
    let count = |wrong: usize, which: &str| match (wrong, numbers.len()) {
        (wrong, all) if wrong == all => format!("the {which} numbers do not fit"),
        (1, all) => format!("1 of {all} numbers does not fit"),
        (wrong, all) => format!("{wrong} of {all} numbers do not fit"),
    };
    let fits = match (gone.len(), renumbering.causes.len()) {
        _ if numbers.is_empty() => None,
        (_, 0) => None,
        (0, _) => (old > 0).then(|| format!("{}: {causes} not rejected", count(old, "old"))),
        (gone, all) if gone == all => {
            let new = numbers.len() - old;
            (new > 0).then(|| format!("{}: {causes} rejected", count(new, "new")))
        }
        _ => Some(format!("look at each number: {causes} the cause, but only {} rejected", named(&gone))),
    };
    let is_reworded = |edit: usize| matches!(decision(edit), Decision::Reworded(_));
    let is_twice =
        |clash: &&Clash| is_old(clash.edits.old) && !is_old(clash.edits.new) && !is_reworded(clash.edits.new);
    let (all, gone) = (renumbering.causes.len(), gone.len());
    let is_wrong = |part: &&Part| match part.side {
        Side::New => gone == all && !is_old(part.edit) && !is_reworded(part.edit),
        Side::Old => gone == 0 && is_old(part.edit),
    };
    let wrong: Vec<&str> =
        renumbering.parts.iter().filter(is_wrong).map(|part| part.number.as_str()).take(NAMED).collect();
    let unfit = || {
        let (verb, not) = (if wrong.len() == 1 { "does" } else { "do" }, if gone == 0 { "not " } else { "" });
        (all > 0 && !wrong.is_empty()).then(|| format!("{} {verb} not fit: {causes} {not}rejected", wrong.join(", ")))
    };
    fits.or_else(unfit).or_else(|| renumbering.clashes.iter().find(is_twice).map(twice))
}

/// That a number stands twice, and by which edits.
fn twice(clash: &Clash) -> String {
    format!("{} stands twice: {} rejected, {} not", clash.name, named(&[clash.edits.old]), named(&[clash.edits.new]))
}

/// Edits by their numbers, and the verb to them.
fn named(edits: &[usize]) -> String {
    let numbers: Vec<String> = edits.iter().take(NAMED).map(|edit| (edit + 1).to_string()).collect();
    let numbers = numbers.join(", ");
    match edits.len() {
        1 => format!("edit {numbers} is"),
        2..=NAMED => format!("edits {numbers} are"),
        _ => format!("edits {numbers}, … are"),
    }
}

/// The open heads, halves, cells and numbers that go with edits when these are decided so: heads that have no decision of their own, what
/// stands in the place of an edit or holds its words elsewhere in the sentence, the rest of its column, and with what is rejected the
/// numbers that can only be rejected too, as all that they follow from is gone then. What was rejected along with an edit comes back with it when that is accepted after all, unless something else they follow
/// from stays rejected, or something was said of it.
pub fn followers(comparison: &Comparison, review: &Review, edits: &[usize], decision: &Decision) -> Vec<usize> {
    let is = |edit: usize, decision: &Decision| {
        comparison.edits.get(edit).is_some_and(|edit| review.decision(edit.id) == decision)
    };
    let given: BTreeSet<usize> = edits.iter().copied().collect();
    let along = halves(comparison, review, edits, decision);
    let edits = [edits, &along].concat();
    let mut these: BTreeSet<usize> = edits.iter().copied().collect();
    let heads = comparison.numbering.led.iter().filter(|(_, leader)| these.contains(leader)).map(|(head, _)| *head);
    let mut following: BTreeSet<usize> = match decision {
        Decision::Accepted | Decision::Rejected => heads.filter(|head| is(*head, &Decision::Open)).collect(),
        _ => BTreeSet::new(),
    };
    if *decision == Decision::Rejected {
        these.extend(&following);
        let is_gone = |edit: &usize| these.contains(edit) || is(*edit, &Decision::Rejected);
        let all: Vec<usize> = these.iter().copied().collect();
        let caused = comparison.numbering.caused_by(&all).into_iter();
        let gone = caused.filter(|renumbering| renumbering.causes.iter().all(is_gone));
        let numbers = gone.flat_map(|renumbering| renumbering.edits.iter().copied());
        following.extend(numbers.filter(|edit| is(*edit, &Decision::Open)));
    }
    if *decision == Decision::Accepted {
        let back: Vec<usize> = edits.iter().copied().filter(|edit| is(*edit, &Decision::Rejected)).collect();
        let heads = comparison.numbering.led.iter().filter(|(_, leader)| back.contains(leader)).map(|(head, _)| *head);
        let all: Vec<usize> = back.iter().copied().chain(heads).collect();
        let caused = comparison.numbering.caused_by(&all).into_iter();
        let is_back = |edit: &usize| all.contains(edit) || !is(*edit, &Decision::Rejected);
        let whole = caused.filter(|renumbering| renumbering.causes.iter().all(is_back));
        let numbers = whole.flat_map(|renumbering| renumbering.edits.iter().copied());
        let entry = |edit: usize| review.entries.get(&comparison.edits[edit].id);
        let came_along = |edit: &usize| entry(*edit).is_some_and(|entry| entry.is_carried && entry.comment.is_empty());
        let rejected = all.iter().copied().chain(numbers).filter(|edit| is(*edit, &Decision::Rejected));
        following.extend(rejected.filter(came_along));
    }
    following.extend(along);
    following.difference(&given).copied().collect()
}

/// The other halves of edits: what stands in their place or holds their words elsewhere, and is open, sent back or was decided along with them: one wording of a place stands, or the other.
/// What is opened again opens what it was decided with. The cells of a column go together however they were decided before.
fn halves(comparison: &Comparison, review: &Review, edits: &[usize], decision: &Decision) -> Vec<usize> {
    let entry = |edit: usize| review.entries.get(&comparison.edits[edit].id).cloned().unwrap_or_default();
    let goes_along = |edit: usize, of: Option<usize>| {
        let other = entry(edit);
        let is_bound = of.is_none() && !matches!(other.decision, Decision::Reworded(_));
        let comes_along = |of: usize| other.is_carried || entry(of).is_carried;
        match (decision, &other.decision) {
            (Decision::Reworded(_), _) | (Decision::Open, Decision::Open) => false,
            (Decision::Open, _) => other.comment.is_empty() && (is_bound || of.is_some_and(comes_along)),
            (_, Decision::Open) => true,
            (_, decided) => {
                // Each may be sent back for a reason of its own.
                let is_settled = decided.is_undecided() && !decision.is_undecided();
                let is_undecided = decided.is_undecided() && decision.is_undecided();
                other.comment.is_empty() && (is_bound && !is_undecided || other.is_carried || is_settled)
            }
        }
    };
    let pairs = edits.iter().flat_map(|edit| comparison.other_halves(*edit).into_iter().map(|other| (other, *edit)));
    let halves = pairs.filter(|(other, of)| goes_along(*other, Some(*of))).map(|(other, _)| other);
    let cells = comparison.columns(edits).into_iter().filter(|cell| goes_along(*cell, None));
    halves.chain(cells).collect()
}

/// For each of some edits that are decided at once, and of those that follow them, whether its decision comes along with that on another.
pub fn carried(comparison: &Comparison, edits: &[usize], following: &[usize]) -> Vec<bool> {
    let these: BTreeSet<usize> = edits.iter().copied().collect();
    let goes_along = |edit: &usize| {
        let follows = |renumbering: &Renumbering| renumbering.causes.iter().any(|cause| these.contains(cause));
        comparison.numbering.led.get(edit).is_some_and(|leader| these.contains(leader))
            || comparison.numbering.of(*edit).is_some_and(follows)
    };
    edits.iter().map(goes_along).chain(following.iter().map(|_| true)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::compare;
    use crate::document::Pair;
    use crate::read::{Options, read};

    const OLD: &str = "## Article 1. Seat\n\nThe office has its seat at Essel.\n\n## Article 2. Accounts\n\n\
        The accounts are audited every spring by two auditors.\n\n## Article 3. Term\n\nIt ends as Article 2 says.\n";
    const NEW: &str = "## Article 1. Guests\n\nGuests are welcome at any hour of the day.\n\n## Article 2. Seat\n\n\
        The office has its seat at Essel.\n\n## Article 3. Boats\n\nBoats may land wherever there is a quay.\n\n\
        ## Article 4. Accounts\n\nThe accounts are audited every spring by two auditors.\n\n## Article 5. Term\n\n\
        It ends as Article 4 says.\n";

    fn compared(old: &str, new: &str) -> Comparison {
        let document = |text: &str| read("a.md", text.as_bytes(), &Options::default()).expect("a text");
        compare(Pair::of(document(old), document(new)))
    }

    /// What is said after these decisions: of both articles that came, and of the numbers.
    #[track_caller]
    fn check(articles: [char; 2], numbers: &str, open: Open, expected: Option<&str>) {
        let comparison = compared(OLD, NEW);
        let [renumbering] = &comparison.numbering.all[..] else { panic!("{:?}", comparison.numbering) };
        assert_eq!((renumbering.causes.len(), renumbering.edits.len()), (2, 4), "{:#?}", comparison.edits);
        let mut letters = vec!['-'; comparison.edits.len()];
        for (edit, letter) in
            renumbering.causes.iter().zip(articles).chain(renumbering.edits.iter().zip(numbers.chars()))
        {
            letters[*edit] = letter;
        }
        let review = Review::of_letters(&comparison, &letters.iter().collect::<String>());
        let said = misfit(&comparison, &review, renumbering, open);
        let shown: String = said.iter().flat_map(|said| said.chars()).filter(|letter| !letter.is_numeric()).collect();
        assert_eq!(said.map(|_| shown).as_deref(), expected, "{articles:?} {numbers}");
    }

    #[test]
    fn numbers_fit_all_or_nothing() {
        check(['a', 'a'], "aaaa", Open::New, None);
        check(['-', '-'], "----", Open::New, None);
        check(['-', '-'], "----", Open::Old, None);
        check(['x', 'x'], "xxxx", Open::New, None);
        check(['x', 'x'], "wwww", Open::New, None);
        check(['a', 'w'], "aaaw", Open::New, None);
        check(['x', 'x'], "----", Open::Old, None);
    }

    #[test]
    fn what_does_not_fit_is_said() {
        let gone = Some("the new numbers do not fit: edits ,  are rejected");
        check(['x', 'x'], "aaaa", Open::New, gone);
        check(['x', 'x'], "----", Open::New, gone);
        check(['x', 'x'], "xxxa", Open::New, Some(" of  numbers does not fit: edits ,  are rejected"));
        check(['a', '-'], "xxxx", Open::New, Some("the old numbers do not fit: edits ,  are not rejected"));
        check(['a', 'a'], "xxaa", Open::New, Some(" of  numbers do not fit: edits ,  are not rejected"));
        let partly = Some("look at each number: edits ,  are the cause, but only edit  is rejected");
        check(['a', 'x'], "aaaa", Open::New, partly);
        check(['a', 'x'], "xxxx", Open::New, partly);
        check(['x', '-'], "----", Open::New, partly);
        check(['a', '-'], "aaaa", Open::Old, partly);
    }

    #[test]
    fn numbers_come_back_with_the_last_of_their_causes() {
        let comparison = compared(OLD, NEW);
        let [renumbering] = &comparison.numbering.all[..] else { panic!("{:?}", comparison.numbering) };
        let mut letters = vec!['x'; comparison.edits.len()];
        renumbering.edits.iter().for_each(|edit| letters[*edit] = 'r');
        let review = Review::of_letters(&comparison, &letters.iter().collect::<String>());
        let (first, last) = (renumbering.causes[0], renumbering.causes[1]);
        assert_eq!(followers(&comparison, &review, &[first], &Decision::Accepted), [0; 0]);
        assert_eq!(followers(&comparison, &review, &[first, last], &Decision::Accepted), renumbering.edits);
        // One that was rejected by itself stays so.
        letters[renumbering.edits[0]] = 'x';
        let review = Review::of_letters(&comparison, &letters.iter().collect::<String>());
        assert_eq!(followers(&comparison, &review, &[first, last], &Decision::Accepted), renumbering.edits[1..]);
    }

    #[test]
    fn what_is_decided_with_its_cause_comes_along() {
        let comparison = compared(OLD, NEW);
        let [renumbering] = &comparison.numbering.all[..] else { panic!("{:?}", comparison.numbering) };
        let (cause, number) = (renumbering.causes[0], renumbering.edits[0]);
        assert_eq!(carried(&comparison, &[cause, number], &[renumbering.edits[1]]), [false, true, true]);
        assert_eq!(carried(&comparison, &[number], &[]), [false]);
    }

    #[test]
    fn heads_go_with_what_leads_them() {
        let old = "1. It meets once per year. Decisions are taken by consensus.\n\n2. The Committee adopts rules.\n";
        let new =
            "1. It meets once per year.\n\n2. Decisions are taken by consensus.\n\n3. The Committee adopts rules.\n";
        // A split, the head behind it, and the number that follows from that.
        let (comparison, review) = (compared(old, new), Review::default());
        let follow = |edit: usize, decision: Decision| followers(&comparison, &review, &[edit], &decision);
        assert_eq!(follow(0, Decision::Rejected), [1, 2]);
        assert_eq!(follow(0, Decision::Accepted), [1]);
        assert_eq!(follow(0, Decision::Open), [0; 0]);
        assert_eq!(follow(1, Decision::Rejected), [2]);
        let review = Review::of_letters(&comparison, "-aa");
        assert_eq!(followers(&comparison, &review, &[0], &Decision::Rejected), [0; 0]);
        // What went with a split comes back with it.
        let review = Review::of_letters(&comparison, "xrr");
        assert_eq!(followers(&comparison, &review, &[0], &Decision::Accepted), [1, 2]);
        assert_eq!(followers(&comparison, &review, &[2], &Decision::Accepted), [0; 0]);
        // Without the split its head does not stand, and what follows from it does not fit.
        let review = Review::of_letters(&comparison, "xaa");
        let said = misfit(&comparison, &review, &comparison.numbering.all[0], Open::New);
        assert_eq!(said.as_deref(), Some("the new numbers do not fit: edit 2 is rejected"));
    }

    #[test]
    fn a_number_that_came_under_a_renumbered_one_is_said() {
        let old =
            "5. LIABILITY\n\n5.1 Nothing limits liability for fraud.\n\n6. TERM\n\n6.1 It continues for three years.\n";
        let new = "5. INSURANCE\n\n5.1 The Supplier shall be insured.\n\n6. LIABILITY\n\n6.1 Nothing limits liability for fraud.\n\n\
            7. TERM\n\n7.1 It continues for three years.\n\n7.2 Notice is given in writing.\n";
        let said = |old: &str, new: &str, number: char, article: char| {
            let comparison = compared(old, new);
            let [renumbering] = &comparison.numbering.all[..] else { panic!("{:?}", comparison.numbering) };
            let [part] = &renumbering.parts[..] else { panic!("{renumbering:?}") };
            assert_eq!(part.number, "7.2");
            let letter = |edit: usize| if edit == part.edit { number } else { article };
            let letters: String = (0..comparison.edits.len()).map(letter).collect();
            let said = misfit(&comparison, &Review::of_letters(&comparison, &letters), renumbering, Open::New)?;
            Some(said.chars().filter(|letter| !letter.is_numeric()).collect::<String>())
        };
        let wrong = ". does not fit: edit  is rejected";
        for (number, article, expected) in
            [('a', 'x', Some(wrong)), ('w', 'x', None), ('x', 'x', None), ('a', 'a', None), ('x', 'a', None)]
        {
            assert_eq!(said(old, new, number, article).as_deref(), expected, "{number} {article}");
        }
        let wrong = ". does not fit: edit  is not rejected";
        for (number, article, expected) in
            [('x', 'a', Some(wrong)), ('x', 'x', None), ('a', 'a', None), ('a', 'x', None)]
        {
            assert_eq!(said(new, old, number, article).as_deref(), expected, "{number} {article}");
        }
    }

    #[test]
    fn a_number_that_stands_twice_is_said() {
        let article = |at: usize, name: &str| {
            format!("## Article {at}. {name}\n\nThe {name} board meets at the {name} quay in spring.\n\n")
        };
        let text = |names: [&str; 4]| (1..).zip(names).map(|(at, name)| article(at, name)).collect::<String>();
        let (less, more) = (text(["red", "green", "blue", "brown"]), text(["red", "blue", "brown", "gold"]));
        // Green went and gold came; the other way round gold went and green came.
        for (old, new, rejected, number) in [(&less, &more, "green", 4), (&more, &less, "gold", 4)] {
            let comparison = compared(old, new);
            let [renumbering] = &comparison.numbering.all[..] else { panic!("{:?}", comparison.numbering) };
            let is_of = |edit: &usize, name: &str| {
                let words = comparison.words(&comparison.edits[*edit]);
                words.old.contains(name) || words.new.contains(name)
            };
            let of = |name: &str| (0..comparison.edits.len()).filter(|edit| is_of(edit, name)).collect::<Vec<_>>();
            let said = |rejected: &[usize]| {
                let letter = |edit| if rejected.contains(&edit) { 'x' } else { 'a' };
                let letters: String = (0..comparison.edits.len()).map(letter).collect();
                misfit(&comparison, &Review::of_letters(&comparison, &letters), renumbering, Open::New)
            };
            assert_eq!(said(&[]), None);
            assert_eq!(said(&(0..comparison.edits.len()).collect::<Vec<_>>()), None);
            let numbers = if rejected == "green" { renumbering.edits.clone() } else { Vec::new() };
            let some: Vec<usize> = of(rejected).into_iter().chain(numbers).collect();
            let twice = said(&some).unwrap_or_default();
            assert!(twice.starts_with(&format!("Article {number} stands twice: edit ")), "{twice:?}");
        }
    }

    #[test]
    fn a_head_that_went_is_a_cause_though_another_came_over_its_body() {
        let article = |(at, name): (usize, &&str)| {
            format!("## Article {}. {name}\n\nThe {name} board meets at the {name} quay in spring.\n\n", at + 1)
        };
        let text = |names: &[&str]| names.iter().enumerate().map(article).collect::<String>();
        let there = compared(&text(&["red", "green", "blue", "brown"]), &text(&["red", "blue", "brown", "gold"]));
        let went = there.edits.iter().position(|edit| there.words(edit).old == "## Article 2. green");
        assert_eq!(there.numbering.all[0].causes, went.into_iter().collect::<Vec<_>>(), "{:#?}", there.edits);
    }

    #[test]
    fn only_what_stands_before_a_number_is_its_cause() {
        let more = format!("{NEW}\n## Article 6. Fees\n\nWhoever comes by boat pays a fee.\n");
        let (comparison, with_more) = (compared(OLD, NEW), compared(OLD, &more));
        assert_eq!(with_more.numbering.all[0].causes, comparison.numbering.all[0].causes);
        // Seen from the other side, what came has gone.
        assert_eq!(compared(NEW, OLD).numbering.all[0].causes.len(), 2);
    }
}
