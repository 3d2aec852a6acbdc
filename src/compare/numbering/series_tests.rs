//! Numbers that follow from different causes are decided apart.

use super::tests::{check, compared};
use crate::compare::Comparison;

const CLAUSES: [&str; 9] = [
    "The Supplier shall deliver the goods to the harbour.",
    "The Buyer shall inspect each delivery on the day it arrives.",
    "Risk passes when the goods are unloaded from the ship.",
    "The price is fixed for the first year of this contract.",
    "Invoices are sent on the first day of every month.",
    "Interest accrues on sums that are paid late.",
    "Each Party keeps the terms of this contract secret.",
    "This contract ends after three years without notice.",
    "Disputes are brought before the court at Essel.",
];

/// Articles with so many clauses each, of those that are not left out; one of these numbers is an article or clause of its own.
fn draft(gone: &[usize], come: &[usize]) -> Vec<String> {
    let (mut text, mut article) = (Vec::new(), 0);
    for (at, clauses) in CLAUSES.chunks(3).enumerate() {
        if come.contains(&(10 + at)) {
            article += 1;
            text.extend([
                format!("## {article}. INSURANCE"),
                format!("{article}.1 Both Parties insure their ships and crews."),
            ]);
        }
        article += 1;
        text.push(format!("## {article}. {}", ["DELIVERY", "PRICE", "END"][at]));
        let mut number = 0;
        for (index, clause) in clauses.iter().enumerate().map(|(index, clause)| (3 * at + index, clause)) {
            if come.contains(&index) {
                number += 1;
                text.push(format!("{article}.{number} Nothing in this article limits what the law says of fraud."));
            }
            if !gone.contains(&index) {
                number += 1;
                text.push(format!("{article}.{number} {clause}"));
            }
        }
    }
    text
}

/// Every renumbering: its name, how many edits carry it, and the first words of what it follows from.
fn found(gone: &[usize], come: &[usize]) -> Vec<String> {
    let (old, new) = (draft(&[], &[]), draft(gone, come));
    let as_parts = |text: &[String]| text.join("\n\n");
    let comparison = compared("en", &[&as_parts(&old)], &[&as_parts(&new)]);
    let shown =
        |one: &super::Renumbering| format!("{} [{}] by {}", one.name, one.edits.len(), causes(&comparison, one));
    comparison.numbering.all.iter().map(shown).collect()
}

fn causes(comparison: &Comparison, one: &super::Renumbering) -> String {
    let words = |edit: &usize| {
        let words = comparison.words(&comparison.edits[*edit]);
        let words = if words.new.is_empty() { words.old } else { words.new };
        words.split_whitespace().next().unwrap_or("").to_owned()
    };
    one.causes.iter().map(words).collect::<Vec<_>>().join(", ")
}

#[test]
fn clauses_follow_what_came_or_went_in_their_own_article() {
    assert_eq!(found(&[4], &[1]), ["Nos. 1.2–1.3 renumbered 1.3–1.4 [2] by 1.2", "No. 2.3 renumbered 2.2 [1] by 2.2"]);
}

#[test]
fn what_follows_from_both_is_apart_from_what_follows_from_one() {
    // An article that came, and a clause that went two articles further on.
    let top = "Nos. 2–3 renumbered 3–4 [6] by ##";
    assert_eq!(found(&[7], &[11]), [top, "No. 3.3 renumbered 4.2 [1] by ##, 3.2"]);
}

#[test]
fn one_of_a_row_of_references_is_named_as_one() {
    let clauses = |numbers: [&str; 3]| {
        let words = ["Scope of the licence.", "Fees are due in spring.", "Clauses 1 and 2 survive the end of it."];
        numbers.iter().zip(words).map(|(number, words)| format!("{number}. {words}")).collect::<Vec<_>>()
    };
    let (old, new) = (clauses(["1", "2", "3"]), clauses(["1", "1", "2"])[1..].to_vec());
    let text = |parts: &[String]| parts.join("\n\n");
    let line = "Nos. 2–3 renumbered 1–2, 2 references do not follow [2] !Clause 1 is gone !Clause 2 is now 1";
    check(&[&text(&old)], &[&text(&new)], &[line]);
}

#[test]
fn a_clause_that_left_its_article_follows_from_its_move_and_from_what_came_where_it_stands() {
    let clauses =
        ["The Seller sells the ship with all her gear.", "The Seller waives every right of pre-emption over the ship."];
    let price = ["The Buyer pays the price in two parts.", "The Buyer relies on no other statement about the ship."];
    let old = format!(
        "## 1. SALE\n\n1.1 {}\n\n1.2 {}\n\n## 2. PRICE\n\n2.1 {}\n\n2.2 {}\n",
        clauses[0], clauses[1], price[0], price[1]
    );
    let come = "## 2. DEPOSIT\n\n2.1 A tenth of the price is paid at once.";
    let new = format!(
        "## 1. SALE\n\n1.1 {}\n\n{come}\n\n## 3. PRICE\n\n3.1 {}\n\n3.2 {}\n\n3.3 {}\n",
        clauses[0], price[0], clauses[1], price[1]
    );
    let comparison = compared("en", &[&old], &[&new]);
    let kinds = |one: &super::Renumbering| {
        one.causes.iter().map(|edit| comparison.edits[*edit].kind.name()).collect::<Vec<_>>().join(", ")
    };
    let found: Vec<String> =
        comparison.numbering.all.iter().map(|one| format!("{} by {}", one.name, kinds(one))).collect();
    assert_eq!(found, ["No. 2 renumbered 3 by insert", "No. 1.2 renumbered 3.2, 2.2 → 3.3 by insert, move"]);
}
