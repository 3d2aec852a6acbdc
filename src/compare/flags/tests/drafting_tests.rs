//! What those who draft treaties change: persons and countries, strength and number, references.

use super::*;

#[test]
fn a_person_or_country_may_begin_a_sentence() {
    check("They met Mr. Vale at noon.", "They met Mr. Brown at noon.", &["name: Vale → Brown"]);
    check("It was with Dr. Anna Meier then.", "It was with Dr. Anna Maier then.", &["name: Meier → Maier"]);
    check("It was said by J. Vale then.", "It was said by J. Brown then.", &["name: Vale → Brown"]);
    check("Iran submitted the draft.", "Iraq submitted the draft.", &["name: Iran → Iraq"]);
    check("Austria supported the draft.", "Australia supported the draft.", &["name: Austria → Australia"]);
    check(
        "It is for Ruritania and Narnia to say. Narnia paid.",
        "It is for Ruritania and Narnia to say. Ruritania paid.",
        &["name: Narnia → Ruritania"],
    );
    check_in("fr", "M. Duval a soumis le texte.", "M. Dubois a soumis le texte.", &["name: Duval → Dubois"]);
    check_in("es", "Francia pagó la cuota.", "España pagó la cuota.", &["name: Francia → España"]);
    check_in("ru", "Ирак уплатил взнос.", "Иран уплатил взнос.", &["name: Ирак → Иран"]);
}

#[test]
fn other_words_that_begin_a_sentence_are_no_names() {
    check("Delegations supported the draft.", "Members supported the draft.", &[]);
    check("Payments are for the members. Then they go.", "Fees are for the members. Then they go.", &[]);
    check("See Annex A. Payments are due.", "See Annex A. Fees are due.", &[]);
    check("M. Payments are due there.", "M. Fees are due there.", &[]);
    check("They met it at noon etc. Payments went.", "They met it at noon etc. Fees went.", &[]);
    check_in("fr", "Voir l’annexe D. Frais dus au siège.", "Voir l’annexe D. Droits dus au siège.", &[]);
}

#[test]
fn strength_number_and_exceptions_have_reasons() {
    check("It binds all Parties.", "It binds nearly all Parties.", &["quantifier: all → nearly all"]);
    check("Every Party pays.", "Virtually every Party pays.", &["quantifier: Every → Virtually every"]);
    check("It is by consensus there.", "It is by majority there.", &["quantifier: by consensus → by majority"]);
    check("They meet annually there.", "They meet biannually there.", &["date: annually → biannually"]);
    check("They are encouraged to pay.", "They are required to pay.", &["modal: are encouraged to → are required to"]);
    check(
        "It decides to extend it.",
        "It decides to consider extending it.",
        &["modal: decides → decides to consider (weaker)"],
    );
    check(
        "They agree to extend it.",
        "They agree to consider extending it.",
        &["modal: agree to → agree to consider (weaker)"],
    );
    check("It is lifted there.", "It is suspended there.", &["modal: lifted → suspended (weaker)"]);
    check("It is so except in need.", "It is so even in need.", &["opposite: except → even"]);
    check("They pay when it is due.", "They pay if it is due.", &["condition: when → if"]);
    check_in("fr", "Elle vaut, sauf en cas de crise.", "Elle vaut, même en cas de crise.", &["opposite: sauf → même"]);
    check_in("de", "Das gilt außer im Notfall.", "Das gilt auch im Notfall.", &["opposite: außer → auch"]);
    check_in(
        "es",
        "Es para todos los Estados.",
        "Es para casi todos los Estados.",
        &["quantifier: todos → casi todos"],
    );
    check_class("They pay when it is due.", "They pay if it is due.", Class::Wording);
}

#[test]
fn words_of_the_same_strength_are_no_other_duty() {
    check("They shall pay it.", "They must pay it.", &["modal: shall → must (equal force)"]);
    check_class("They shall pay it.", "They must pay it.", Class::Wording);
    check_class_in("fr", "La Partie doit payer.", "Les Parties doivent payer.", Class::Wording);
    check("It is nearly done there.", "It is almost done there.", &[]);
    check("The ship is lifted there.", "The ship is raised there.", &[]);
    check("It applies even in need.", "It applies also in need.", &[]);
}

#[test]
fn a_reference_to_an_item_points_elsewhere() {
    check("See paragraph 2(a) there.", "See paragraph 2(b) there.", &["reference: paragraph 2(a) → paragraph 2(b)"]);
    check("It is as in point (a) there.", "It is as in point (b) there.", &["reference: point (a) → point (b)"]);
    check("See item (iv) of it there.", "See item (vi) of it there.", &["reference: item (iv) → item (vi)"]);
    check(
        "See points (a) and (b) there.",
        "See points (a) and (c) there.",
        &["reference: points (a) and (b) → points (a) and (c)"],
    );
    check_in("fr", "Voir l’alinéa a) du texte.", "Voir l’alinéa b) du texte.", &["reference: alinéa a) → alinéa b)"]);
    check_in(
        "fr",
        "Voir le paragraphe 2 a) du texte.",
        "Voir le paragraphe 2 b) du texte.",
        &["reference: paragraphe 2 a) → paragraphe 2 b)"],
    );
    check_class_in("ru", "Указано в подпункте a) статьи.", "Указано в подпункте b) статьи.", Class::Substantive);
}

#[test]
fn other_letters_in_brackets_are_no_references() {
    check("They have a plan (a) there.", "They have a plan (b) there.", &[]);
    check("A case (new) is sent there.", "A case (old) is sent there.", &[]);
    check("Under Article 5 and (i) of it.", "Under Article 5 and (ii) of it.", &[]);
    check_class("See paragraph 2 (a) there.", "See paragraph 2(a) there.", Class::Editorial);
}

#[test]
fn another_way_to_write_a_number_is_typography() {
    check("It is due in 30 days.", "It is due in thirty days.", &["typography: 30 → thirty"]);
    check("The rate is 5% there.", "The rate is 5 per cent there.", &["typography: 5% → 5 per cent"]);
    check_in("fr", "Il paie 1 250,50 euros.", "Il paie 1.250,50 euros.", &["typography: 1 250,50 → 1.250,50"]);
    check_class("The rate is 5% there.", "The rate is 5 percentage points there.", Class::Substantive);
    check_class("The rate is 5% there.", "The rate is 6 per cent there.", Class::Substantive);
}

#[test]
fn days_of_work_are_a_unit_in_any_order_of_words() {
    check("It is due in ten days.", "It is due in ten working days.", &["unit: days → working days"]);
    check_in(
        "fr",
        "Le délai est de dix jours.",
        "Le délai est de dix jours ouvrables.",
        &["unit: jours → jours ouvrables"],
    );
    check_in(
        "fr",
        "Les jours ouvrables comptent.",
        "Les jours calendaires comptent.",
        &["qualifier: ouvrables → calendaires"],
    );
}

#[test]
fn a_whole_block_has_the_name_of_its_kind() {
    let reasons = |old: &str, new: &str| {
        let document = |text: &str| read("a.md", text.as_bytes(), &Options::default()).expect("a text");
        let edits = compare(Pair::of(document(old), document(new))).edits;
        edits.into_iter().flat_map(|edit| edit.flags).map(|flag| flag.reason).collect::<Vec<_>>()
    };
    let base = "# Accord\n\nIt is said there.\n\n- One oak is due.\n\n| Oak | bark |\n|---|---|\n| Ash | wood |\n";
    let with = |what: &str, behind: &str| base.replace(behind, &format!("{behind}{what}"));
    assert_eq!(reasons(base, &with("\n## Good faith\n\n", "there.\n")), ["adds a heading"]);
    assert_eq!(reasons(&with("- A third elm is due.\n", "due.\n"), base), ["drops an item"]);
    assert_eq!(reasons(base, &with("| Elm tree | twigs |\n", "wood |\n")), ["adds a row"]);
    assert_eq!(reasons(base, &with(" They go to the town.", "said there.")), ["adds a sentence"]);
    assert_eq!(reasons(base, &with(" They pay for it.", "oak is due.")), ["adds a sentence"]);
}
