//! Numbers where paragraphs were split, and ranges of them.

use super::tests::check;

const OLD: [&str; 5] = [
    "5. LIABILITY",
    "5.1 Nothing limits liability for fraud.",
    "6. TERM",
    "6.1 This Agreement continues for 3 years. Clauses 5 and 6 survive termination.",
    "7. LAW",
];

#[test]
fn references_follow_behind_a_number_that_comes_with_a_split() {
    let new = |survive| {
        [
            "5. INSURANCE",
            "5.1 The Supplier shall maintain insurance.",
            "6. LIABILITY",
            "6.1 Nothing limits liability for fraud.",
            "7. TERM",
            "7.1 This Agreement continues for 3 years.",
            survive,
            "8. LAW",
        ]
    };
    let follow = new("7.2 Clauses 6 and 7 survive termination.");
    check(&OLD, &follow, &["Nos. 5–7 renumbered 6–8, 2 references follow [7]"]);
    check(&follow, &OLD, &["Nos. 6–8 renumbered 5–7, 2 references follow [7]"]);
    // One that stands still is a stray there too.
    let stray = new("7.2 Clauses 6 and 6 survive termination.");
    check(&OLD, &stray, &["Nos. 5–7 renumbered 6–8, 1 reference follows, 1 does not [6] !Clause 6 is now 7"]);
}

#[test]
fn a_range_that_holds_the_same_is_no_stray() {
    let all = [
        "The Parties exchange what they know.",
        "A secretariat helps the Committee.",
        "Costs are shared in equal parts.",
        "Guests may listen at any session.",
    ];
    let text = |order: [usize; 4], last: &str| {
        let [a, b, c, d] = order.map(|at| all[at]);
        [format!("6. {a}"), format!("7. {b}"), format!("8. {c}"), format!("9. {d}"), format!("10. {last}")]
    };
    let of_range = |order, last: &str, expected: &[&str]| {
        let (old, new) = (text([0, 1, 2, 3], last), text(order, last));
        check(&old.each_ref().map(String::as_str), &new.each_ref().map(String::as_str), expected);
    };
    let swapped = "No. 6 renumbered 7, 7 → 6";
    of_range([1, 0, 2, 3], "Nothing in paragraphs 6 to 9 binds the host.", &[&format!("{swapped} [2]")]);
    // What went out of it, and a list, are.
    let strays = "2 references do not follow [2] !paragraph 6 is now 7 !paragraph 7 is now 6";
    of_range([1, 0, 2, 3], "Nothing in paragraphs 6 and 7 binds the host.", &[&format!("{swapped}, {strays}")]);
    let stray = "1 reference does not follow [2] !paragraph 7 is now 6";
    of_range([1, 0, 2, 3], "Nothing in paragraphs 7 to 9 binds the host.", &[&format!("{swapped}, {stray}")]);
}
