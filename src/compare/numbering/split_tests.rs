//! Numbers where paragraphs were split: what is new in one wording alone does not part the others.

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
    check(&OLD, &stray, &["Nos. 5–7 renumbered 6–8, 1 reference follows, 1 does not [6] !Clauses 6 is now 7"]);
}
