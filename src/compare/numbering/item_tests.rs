//! References to the items of lists and the paragraphs of articles.

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

const PARAGRAPHS: [&str; 4] = [
    "The Seller pays the fees of the port.",
    "The Buyer insures the cargo against loss at sea.",
    "Guests are welcome at any hour of the day.",
    "The accounts are audited every spring by two auditors.",
];

/// Article 6 with three paragraphs, to which one comes as the second, and a sentence in Article 7.
#[track_caller]
fn checked_paragraphs(language: &str, label: &str, signs: [&str; 4], old: &str, new: &str, expected: &[&str]) {
    let (first, second) = (format!("## {label} 6. Xxx"), format!("## {label} 7. Yyy"));
    let text = |order: &[usize], said: &str| {
        let numbered = order.iter().zip(signs).map(|(at, sign)| format!("{sign} {}", PARAGRAPHS[*at]));
        let whole = [first.clone()].into_iter().chain(numbered).chain([second.clone(), said.to_owned()]);
        whole.collect::<Vec<String>>().join("\n\n")
    };
    check_in(language, &[&text(&[0, 1, 3], old)], &[&text(&[0, 2, 1, 3], new)], expected);
}

const BRACKETS: [&str; 4] = ["(1)", "(2)", "(3)", "(4)"];

#[track_caller]
fn check_paragraph(old: &str, new: &str, more: &str) {
    let expected = format!("Items 2–3 renumbered 3–4{more}");
    checked_paragraphs("en", "Article", BRACKETS, old, new, &[&expected]);
}

#[test]
fn references_to_paragraphs_follow() {
    for (old, new) in [
        ("It ends as Article 6(2) says.", "It ends as Article 6(3) says."),
        ("It ends as Article 6 (2) says.", "It ends as Article 6 (3) says."),
        ("It ends as paragraph 2 of Article 6 says.", "It ends as paragraph 3 of Article 6 says."),
        ("It ends as Article 6, paragraph 2, says.", "It ends as Article 6, paragraph 3, says."),
        ("It ends as paragraph (2) of Article 6 says.", "It ends as paragraph (3) of Article 6 says."),
    ] {
        check_paragraph(old, new, ", 1 reference follows [3]");
    }
    check_paragraph(
        "It ends as paragraphs 2 and 3 of Article 6 say.",
        "It ends as paragraphs 3 and 4 of Article 6 say.",
        ", 2 references follow [4]",
    );
    check_paragraph(
        "It ends as Articles 6(2) and 6(3) say.",
        "It ends as Articles 6(3) and 6(4) say.",
        ", 2 references follow [4]",
    );
}

#[test]
fn references_to_paragraphs_that_do_not_follow_are_stray() {
    for (said, reason) in [
        ("Article 6(2)", "Article 6(2) is now (3)"),
        ("paragraph 2 of Article 6", "paragraph 2 is now 3"),
        ("paragraph 2, Article 6", ""),
        ("Article 6, paragraph 2", "paragraph 2 is now 3"),
        ("Articles 6(1), (2) and 7", "Article 6(2) is now (3)"),
    ] {
        let said = format!("It ends as {said} says.");
        let more =
            if reason.is_empty() { " [2]".to_owned() } else { format!(", 1 reference does not follow [2] !{reason}") };
        check_paragraph(&said, &said, &more);
    }
}

#[test]
fn paragraphs_of_others_are_none() {
    for said in [
        "It ends as paragraph 2 says.",
        "It ends as paragraph 2 of Article 9 says.",
        "It ends as paragraph 2 of Article 6 of the Charter says.",
        "It ends as paragraph 2 of the Charter says.",
        "It ends as Article 6(2) of the Charter says.",
        "It ends as Article 9(2) says.",
        "It ends as Annex 6(2) says.",
        "It ends after Article 6 and two (2) days later.",
        "It ends as Article 6 of the Charter and paragraph 2 thereof say.",
        "It ends as paragraphs 1 to 4 of Article 6 say.",
        "It ends under the GDPR, Article 6(2), at once.",
        "It ends under Regulation (EU) 2016/679, Article 6(2), at once.",
        "It ends as the Charter (Article 6(2)) says.",
        "It ends, in the Charter, Article 6, paragraph 2, at once.",
        "It ends as Article 6 of the Act and its paragraph 2 say.",
        "It ends as the mayor’s letter, paragraph 2, says.",
    ] {
        check_paragraph(said, said, " [2]");
    }
}

#[test]
fn a_bare_paragraph_is_one_of_its_own_article() {
    let said = |number: u8| format!("5. What paragraph {number} says of the cargo holds.");
    let text = |order: &[usize], said: &str| {
        let numbered =
            order.iter().zip(["1.", "2.", "3.", "4."]).map(|(at, sign)| format!("{sign} {}", PARAGRAPHS[*at]));
        let lines: Vec<String> = numbered.chain([said.to_owned()]).collect();
        format!("## Article 5\n\n1. Hay.\n\n2. Straw.\n\n## Article 6\n\n{}", lines.join("\n\n"))
    };
    let old = text(&[0, 1, 3], &said(2));
    let line = |more: &str| format!("Items 2–3 renumbered 3–4{more}");
    check(&[&old], &[&text(&[0, 2, 1, 3], &said(3))], &[&line(", 1 reference follows [3]")]);
    let stray = line(", 1 reference does not follow [2] !paragraph 2 is now 3");
    check(&[&old], &[&text(&[0, 2, 1, 3], &said(2))], &[&stray]);
}

#[test]
fn a_letter_in_brackets_points_at_what_is_near_where_that_is_said() {
    checked(
        "Whatever (c) above says is public.",
        "Whatever (d) above says is public.",
        &["Items b–c renumbered c–d, 1 reference follows [3]"],
    );
    checked(
        "Whatever (c) above says is public.",
        "Whatever (c) above says is public.",
        &["Items b–c renumbered c–d, 1 reference does not follow [2] !(c) is now (d)"],
    );
}

#[test]
fn letters_in_paragraphs_follow_by_the_whole_address() {
    checked(
        "Article 1(1)(b) and (c) and subparagraph (c) of paragraph 1 of Article 1 are public.",
        "Article 1(1)(c) and (d) and subparagraph (d) of paragraph 1 of Article 1 are public.",
        &["Items b–c renumbered c–d, 3 references follow [5]"],
    );
}

#[test]
fn a_range_of_paragraphs_is_right_while_the_same_stands_within_it() {
    let text = |order: [usize; 4]| {
        let numbered = order.iter().zip(BRACKETS).map(|(at, sign)| format!("{sign} {}", PARAGRAPHS[*at]));
        let lines: Vec<String> = numbered.collect();
        format!("## Article 6\n\n{}\n\n## Article 7\n\nParagraphs 1 to 3 of Article 6 hold.", lines.join("\n\n"))
    };
    let strays = |new: [usize; 4]| {
        let comparison = super::tests::compared("en", &[&text([0, 1, 2, 3])], &[&text(new)]);
        comparison.strays.iter().map(|stray| stray.reason.clone()).collect::<Vec<_>>()
    };
    assert_eq!(strays([1, 2, 0, 3]), [""; 0]);
    assert_eq!(strays([0, 1, 3, 2]), ["Paragraph 3 is now 4"]);
}

#[test]
fn paragraphs_in_other_languages() {
    let follows = ["Items 2–3 renumbered 3–4, 1 reference follows [3]"];
    for (language, label, old, new) in [
        ("de", "Artikel", "Es gilt Artikel 6 Absatz 2 weiter.", "Es gilt Artikel 6 Absatz 3 weiter."),
        ("de", "Artikel", "Es gilt Absatz 2 des Artikels 6 weiter.", "Es gilt Absatz 3 des Artikels 6 weiter."),
        ("fr", "Article", "Le paragraphe 2 de l’article 6 vaut.", "Le paragraphe 3 de l’article 6 vaut."),
        ("es", "Artículo", "El apartado 2 del artículo 6 vale.", "El apartado 3 del artículo 6 vale."),
        ("ru", "Статья", "Пункт 2 статьи 6 остаётся в силе.", "Пункт 3 статьи 6 остаётся в силе."),
    ] {
        checked_paragraphs(language, label, BRACKETS, old, new, &follows);
    }
}

#[test]
fn a_clause_that_is_named_alone_is_the_head_of_that_number() {
    let terms = "1.1 The price is payable in accordance with clause 3.\n\n1.2 Heads are for convenience only.\n\n\
        1.3 Words in the plural are also in the singular.";
    let [sale, price] = ["The Seller sells the ship.", "The Buyer pays the price."];
    let old = format!("## 1. TERMS\n\n{terms}\n\n## 2. SALE\n\n2.1 {sale}\n\n## 3. PRICE\n\n3.1 {price}\n");
    let terms = terms.replace("clause 3", "clause 4");
    let come = "## 2. DEPOSIT\n\n2.1 A tenth of the price is paid at once.";
    let new = format!("## 1. TERMS\n\n{terms}\n\n{come}\n\n## 3. SALE\n\n3.1 {sale}\n\n## 4. PRICE\n\n4.1 {price}\n");
    check(&[&old], &[&new], &["Nos. 2–3 renumbered 3–4, 1 reference follows [5]"]);
}

#[test]
fn a_paragraph_is_named_behind_the_number_of_its_article() {
    let told =
        ["1. The Parties trade freely.", "2. The Parties keep records of it.", "3. Each Party says what it asks."];
    let new = "2. The Parties report on all that hinders them.";
    let [third, fourth] = [told[1].replace("2.", "3."), told[2].replace("3.", "4.")];
    let last = "## Article 3. Review";
    let before = ["## Article 2. Trade", told[0], told[1], told[2], last];
    let after = ["## Article 2. Trade", told[0], new, &third, &fourth, last];
    let with =
        |said: &'static str| ([&before[..], &[said]].concat(), move |now: &'static str| [&after[..], &[now]].concat());
    let (old, new) = with("What Article 2.2 asks for is read.");
    check(&old, &new("What Article 2.3 asks for is read."), &["Items 2–3 renumbered 3–4, 1 reference follows [3]"]);
    check(
        &old,
        &new("What Article 2.2 asks for is read."),
        &["Items 2–3 renumbered 3–4, 1 reference does not follow [2] !Article 2.2 is now 2.3"],
    );
}

#[test]
fn items_that_all_become_the_same_are_named_together() {
    let words =
        ["Keep a register of all vessels.", "Inspect each vessel in its ports.", "Report it to the Commission."];
    let numbered = |numbers: [u8; 3]| {
        let items = words.iter().zip(numbers).map(|(words, number)| format!("{number}. {words}"));
        items.collect::<Vec<_>>()
    };
    let (counted, same) = (numbered([1, 2, 3]), numbered([1, 1, 1]));
    let of = |items: &[String]| items.join("\n");
    check(
        &["The duties are these:", &of(&counted)],
        &["The duties are these:", &of(&same)],
        &["Items 2–3 all renumbered 1 [2]"],
    );
}
