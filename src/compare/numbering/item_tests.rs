//! References to the items of lists.

use super::tests::{check, check_in};

const LIST: [&str; 4] = [
    "(a) keep a register of all vessels;",
    "(b) inspect every vessel in its ports;",
    "(c) report what was found to the Commission.",
    "(d) mark the vessels that were inspected;",
];

/// An article with a list, to which an item comes as the second, and a sentence behind it.
#[track_caller]
fn checked(old: &str, new: &str, expected: &[&str]) {
    let head = ["## Article 1. Duties", "1. Each Party shall:"];
    let before = [head[0], head[1], LIST[0], LIST[1], LIST[2], old];
    let items = [LIST[3].replace("(d)", "(b)"), LIST[1].replace("(b)", "(c)"), LIST[2].replace("(c)", "(d)")];
    let after = [head[0], head[1], LIST[0], &items[0], &items[1], &items[2], new];
    check(&before, &after, expected);
}

#[test]
fn references_to_items_follow() {
    checked(
        "2. The report under paragraph 1 (c) is public.",
        "2. The report under paragraph 1 (d) is public.",
        &["Items b–c renumbered c–d, 1 reference follows [3]"],
    );
    checked(
        "The visits under subparagraphs (a) and (b) are announced.",
        "The visits under subparagraphs (a) and (c) are announced.",
        &["Items b–c renumbered c–d, 1 reference follows [3]"],
    );
    checked(
        "2. What Article 1 (c) says is public.",
        "2. What Article 1 (d) says is public.",
        &["Items b–c renumbered c–d, 1 reference follows [3]"],
    );
}

#[test]
fn references_to_items_that_do_not_follow_are_stray() {
    checked(
        "2. The report under paragraph 1 (c) is public.",
        "2. The report under paragraph 1 (c) is public.",
        &["Items b–c renumbered c–d, 1 reference does not follow [2] !paragraph 1 (c) is now (d)"],
    );
}

#[test]
fn an_item_that_is_gone_is_said() {
    let head = ["## Article 1. Duties", "1. Each Party shall:"];
    let said = "2. The report under paragraph 1 (c) and Article 2 is public.";
    check(
        &[head[0], head[1], LIST[0], LIST[1], LIST[2], said, "## Article 2. Term", "It ends then."],
        &[
            head[0],
            head[1],
            LIST[1].replace("(b)", "(a)").as_str(),
            LIST[2].replace("(c)", "(b)").as_str(),
            said,
            "## Article 2. Term",
            "It ends then.",
        ],
        &["Items b–c renumbered a–b, 1 reference does not follow [2] !paragraph 1 (c) is now (b)"],
    );
    check(
        &[head[0], head[1], LIST[0], LIST[1], LIST[2], said, "## Article 2. Term", "It ends then."],
        &[
            head[0],
            head[1],
            LIST[0],
            "(b) mark the vessels that were seen.",
            said,
            "## Article 2. Term",
            "It ends then.",
        ],
        &[],
    );
}

#[test]
fn a_label_that_two_bear_points_nowhere() {
    let before = [
        "## Annex A",
        "### Part 1",
        LIST[0],
        LIST[1],
        "## Annex B",
        "### Part 1",
        LIST[0],
        LIST[1],
        "Part 1 (b) is public.",
    ];
    let mut after = before.to_vec();
    let items = [LIST[3].replace("(d)", "(b)"), LIST[1].replace("(b)", "(c)")];
    after.splice(3..4, items.iter().map(String::as_str));
    check(&before, &after, &["Item b renumbered c [1]"]);
}

#[test]
fn other_letters_in_brackets_point_nowhere() {
    let renumbered = ["Items b–c renumbered c–d [2]"];
    for other in [
        "2. The report under paragraph 4 (c) is public.",
        "2. The report under paragraph 1 (c) of the Charter is public.",
        "2. The report under subparagraph (c) of paragraph 3 is public.",
        "2. The report (c) is public.",
        "2. The report under subparagraph (c) is public.",
    ] {
        checked(other, other, &renumbered);
    }
}

#[test]
fn lists_are_told_by_where_they_stand() {
    check_in(
        "de",
        &["## Artikel 1", LIST[0], LIST[1], "## Artikel 2", "(a) erstens;", "(b) zweitens.", "Es gilt Buchstabe (b)."],
        &[
            "## Artikel 1",
            LIST[0],
            LIST[1],
            "## Artikel 2",
            "(a) vorab noch dieses;",
            "(b) erstens;",
            "(c) zweitens.",
            "Es gilt Buchstabe (c).",
        ],
        &["Items a–b renumbered b–c, 1 reference follows [3]"],
    );
}
