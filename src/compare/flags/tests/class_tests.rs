//! How much an edit weighs.

use super::*;

#[test]
fn clauses_items_and_sentences_are_content() {
    check("The library runs fast.", "The library with a shared memory runs fast.", &["content: adds shared memory"]);
    check("It gives us bread.", "It gives us bread and cheese.", &["content: adds cheese"]);
    check(
        "They met there. He left.",
        "They met there. They ate bread with us. He left.",
        &["content: adds a sentence"],
    );
    check(
        "At the end of that day they went there by the old road.",
        "At the end of that day they went there along a narrow mountain path.",
        &["content: old, road → narrow, mountain, path"],
    );
    check("It was long.", "The road to the harbour was long.", &["content: adds road harbour"]);
    check_class("It passes on payment in full.", "It passes on delivery.", Class::Substantive);
    check_class("It passes on payment in full.", "It passes on payment.", Class::Wording);
    check_class("It was long.", "The road was long.", Class::Wording);
    check_class("It was long.", "The winding road was long.", Class::Wording);
    check_class("It was the final word.", "It was the concluding word.", Class::Wording);
    check_class("It was a good word.", "It was a very good word.", Class::Wording);
    check_class("They report without delay and in full.", "They report in full and without delay.", Class::Wording);
    check_class(
        "Narrow mountain valleys: there they go and stay and eat and sleep.",
        "There they go and stay and eat and sleep: narrow mountain valleys.",
        Class::Wording,
    );
    check_class("They met there.", "They met there (see Annex).", Class::Wording);
    check(
        "They report to the Council on the state of the river at its forty-first session.",
        "They report after the forty-first session of the Council on the state of the river.",
        &[],
    );
    check_class("It needs prior written consent.", "It needs prior consent.", Class::Substantive);
    check_class("They met.", "<!-- a remark -->\n\nThey met.", Class::Wording);
    check_class_in("fr", "Il vend du bois.", "Il vend du bois et du charbon.", Class::Substantive);
    check_class_in("de", "Er verkauft Holz.", "Er verkauft Holz und Kohle.", Class::Substantive);
    check_class_in("es", "Vende madera.", "Vende madera y carbón.", Class::Substantive);
    check_class_in("ru", "Он продаёт лес.", "Он продаёт лес и уголь.", Class::Substantive);
}

#[test]
fn alarms_are_no_verdicts() {
    // Hints are shown, and decide nothing alone.
    check_class("They can go there.", "They go there.", Class::Wording);
    check_class("Some members left.", "Members left.", Class::Wording);
    check_class("3. The council meets.", "4. The council meets.", Class::Wording);
    // What binds, bounds or turns the meaning round does.
    check_class("They shall go there.", "They may go there.", Class::Substantive);
    check_class("They go there.", "They never go there.", Class::Substantive);
    check_class("It applies to members.", "It applies only to members.", Class::Substantive);
    check_class("It takes 30 days.", "It takes 45 days.", Class::Substantive);
    check_class("It was four days.", "It was for days.", Class::Substantive);
}

#[test]
fn words_of_one_family_are_the_same_content() {
    check_class(
        "On that day they adapt the schemes.",
        "On that day they do the adaptation of the schemes.",
        Class::Wording,
    );
    check_class_in(
        "ru",
        "Комитет на заседании решил этот вопрос.",
        "Комитет на заседании принял решение по этому вопросу.",
        Class::Wording,
    );
}

#[test]
fn labels_of_items_are_no_content() {
    check("They sell (i) bread and (ii) masks.", "They sell (i) bread.", &["content: drops masks"]);
    check("They sell (i) bread and (iv) masks.", "They sell (i) bread and (v) masks.", &[]);
    check(
        "All liability (criminal or civil) is excluded.",
        "All liability (criminal) is excluded.",
        &["content: drops civil"],
    );
    check("The civil mix is here.", "The mild mix is here.", &[]);
}

#[test]
fn what_only_moved_says_the_same() {
    check_class(
        "They are paid by the Fund under grant 1180 and by the Bank through a scholarship.",
        "They are paid by the Bank through a scholarship and by the Fund under grant 1180.",
        Class::Wording,
    );
    check_class("The notice can be written in French.", "We can write the notice in French.", Class::Wording);
    // A condition bears on what it stands with, and another number is another one.
    check_class(
        "The Seller delivers the goods unless the Buyer objects and pays all costs of storage at the port.",
        "The Seller delivers the goods and pays all costs of storage at the port unless the Buyer objects.",
        Class::Substantive,
    );
    check_class(
        "France shall indemnify the Kingdom of Spain.",
        "The Kingdom of Spain shall indemnify France.",
        Class::Substantive,
    );
    check_class(
        "They are paid by the Fund under grant 1180 and by the Bank through a scholarship.",
        "They are paid by the Bank through a scholarship and by the Fund under grant 1190.",
        Class::Substantive,
    );
}

#[test]
fn a_row_with_an_amount_is_content() {
    let of = |row: &str| format!("Hull cleaning      120\n{row}Painting           300\n");
    check(&of(""), &of("Mooring             60\n"), &["number: adds 60"]);
    check_class(&of(""), &of("Mooring             60\n"), Class::Substantive);
    check_class("Fuel 120\nWater 30\n", "Fuel 120\nMooring 60\nWater 30\n", Class::Substantive);
    check_class("They built it as\nModel 5 in\nParis.", "They built it as\nthe Model 5 in\nParis.", Class::Editorial);
}

#[test]
fn signs_before_items_are_typography() {
    for (old, new) in
        [("- The goods.", "• The goods."), ("* The goods.", "– The goods."), ("▪ The goods.", "• The goods.")]
    {
        check(old, new, &[&format!("typography: {} → {}", &old[..old.len() - 11], &new[..new.len() - 11])]);
        check_class(old, new, Class::Editorial);
    }
    check_class("It is 5 - 3 in all.", "It is 5 + 3 in all.", Class::Wording);
    check_class("-5 is too low.", "+5 is too low.", Class::Substantive);
}
