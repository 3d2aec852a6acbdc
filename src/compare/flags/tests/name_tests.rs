//! What is named and pointed at: names, defined terms, references and addresses.

use super::*;

#[test]
fn numbers_written_otherwise_or_put_between_are_those_of_items() {
    check_in(
        "fr",
        "Voir l'article 1 du plan.",
        "Voir l'article 1er du plan.",
        &["reference: article 1 → article 1er (the same)"],
    );
    check(
        "2. It is closed.\n\n3. They wait.\n",
        "2. It is closed.\n\n2 bis. Boats enter the port.\n\n3. They wait.\n",
        &["content: adds a sentence"],
    );
}

#[test]
fn alternatives_at_the_beginning_are_no_names() {
    check(
        "2. Decides to build it.",
        "2. [Decides] [Proposes] to build it.",
        &["bracket: Decides → [Decides] [Proposes]"],
    );
    check(
        "They met [Smith] there.",
        "They met [Smith] [Norway] there.",
        &["name: adds Norway", "bracket: adds [Norway]"],
    );
}

#[test]
fn a_name_that_moved_may_be_spelt_otherwise() {
    let moved = compared("en", "They met Petr Halloran and all of his men.", "All of his men and Peter Halloran met.");
    let names = moved.edits.iter().flat_map(|edit| &edit.flags).filter(|flag| flag.kind == FlagKind::Name);
    let names: Vec<&str> = names.map(|flag| flag.reason.as_str()).collect();
    assert_eq!(names, ["Petr Halloran → Peter Halloran"; 2], "{:?}", moved.edits);
    check("Petr Lund signed it today.", "Today Peter Lund signed it.", &["name: Petr → Peter"]);
}

#[test]
fn references_point_at_more_or_less_than_before() {
    let both = |old: &str, new: &str, wide: &str, narrow: &str| {
        check(old, new, &[&format!("reference: {narrow} → {wide} (widened)")]);
        check(new, old, &[&format!("reference: {wide} → {narrow} (narrowed)")]);
    };
    let no_part = |old: &str, new: &str| {
        let edits = compared("en", old, new).edits;
        let reasons: Vec<&str> = edits.iter().flat_map(|edit| &edit.flags).map(|flag| flag.reason.as_str()).collect();
        assert!(!reasons.is_empty() && reasons.iter().all(|reason| !reason.contains("narrowed")), "{reasons:?}");
    };
    no_part("See Version 2 of it.", "See Version 2.1 of it.");
    no_part("See Table 2 of it.", "See Table 2.1 of it.");
    both("See Article 3(a) of it.", "See Article 3 of it.", "Article 3", "Article 3(a)");
    both("It acts under Article 5(2)(b) then.", "It acts under Article 5(2) then.", "Article 5(2)", "Article 5(2)(b)");
    both("It acts under Section 4.2.1 then.", "It acts under Section 4.2 then.", "Section 4.2", "Section 4.2.1");
    both("See paragraph 2 of Article 6 here.", "See Article 6 here.", "Article 6", "paragraph 2 of Article 6");
    // Another one beside it, and another one in its place.
    check("See Article 3 of it.", "See Article 3 and Article 5(a) of it.", &["reference: adds Article 5(a)"]);
    check("See Article 3(a) of it.", "See Article 3(b) of it.", &["reference: Article 3(a) → Article 3(b)"]);
    check("See Section 5.1 of it.", "See Section 5.10 of it.", &["reference: Section 5.1 → Section 5.10"]);
}

#[test]
fn references_point_elsewhere() {
    check("See Article 5 of it.", "See Article 6 of it.", &["reference: Article 5 → Article 6"]);
    check("It follows from § 3 there.", "It follows from § 4 there.", &["reference: § 3 → § 4"]);
    check("It is listed in Annex II here.", "It is listed in Annex III here.", &["reference: Annex II → Annex III"]);
    check("As was shown [12] before.", "As was shown [14] before.", &["reference: [12] → [14]"]);
    check("As was shown before.", "As was shown [12] before.", &["reference: adds [12]"]);
    check("As was shown before.", "As was shown (see [12]) before.", &["reference: adds (see [12])"]);
    check_class("As was shown before.", "As was shown (see [12]) before.", Class::Editorial);
    check_class("As was shown before.", "As was shown (not [12]) before.", Class::Substantive);
    check("See Article 5 of it.", "See Art. 5 of it.", &["spelling: Article → Art."]);
    check("Under Article 5, 30 days remain.", "Under Article 5, 45 days remain.", &["number: 30 → 45 (+50 %)"]);
    check("3. The council meets.", "4. The council meets.", &["reference: 3 → 4 (renumbered)"]);
    check("# Article 3. Seat", "# Article 4. Seat", &["reference: Article 3 → Article 4 (renumbered)"]);
    check("It is a good case for us.", "It is a good point for us.", &[]);
    check_in("de", "Es gilt § 3 Abs. 2.", "Es gilt § 3 Abs. 4.", &["reference: Abs. 2 → Abs. 4"]);
    check_in("fr", "Voir l’article 5.", "Voir l’article 6.", &["reference: article 5 → article 6"]);
    check_in("es", "Véase el artículo 5.", "Véase el artículo 6.", &["reference: artículo 5 → artículo 6"]);
    check_in("ru", "По статье 5 договора.", "По статье 6 договора.", &["reference: статье 5 → статье 6"]);
}

#[test]
fn names() {
    check(
        "The law of England and Wales applies.",
        "The law of Scotland applies.",
        &["name: England, Wales → Scotland"],
    );
    check("The law of Wales applies.", "The law of Scotland applies.", &["name: Wales → Scotland"]);
    check(
        "It goes to the Secretariat first.",
        "It goes to the Secretary General first.",
        &["name: Secretariat → Secretary General"],
    );
    check("We met in Oslo then.", "We met in Bergen then.", &["name: Oslo → Bergen"]);
    check("We met the chair there.", "We met the chair of Norway there.", &["name: adds Norway"]);
    check("They sell it by eBay now.", "They sell it by mPay now.", &["name: eBay → mPay"]);
    check("It binds the Party.", "It binds the Parties.", &["grammar: Party → Parties (another number)"]);
    check("It binds the Member State.", "It binds the Member States.", &["grammar: State → States (another number)"]);
    check("It binds the Party.", "It binds the Partners.", &["name: Party → Partners"]);
    check("They sell goods there.", "They sell non-European goods there.", &[]);
    check("1.2 Title to the goods passes.", "1.2 Risk in the goods passes.", &[]);
    check("We met the Guests there.", "We met the guests there.", &["case: Guests → guests"]);
    check("We met Lorenz there.", "We met Lorentz there.", &["name: Lorenz → Lorentz"]);
    check("We met [NAME] there.", "We met [DATE] there.", &[]);
    check_in("ru", "Мы встретились в Осло.", "Мы встретились в Риге.", &["name: Осло → Риге"]);
    check_in("de", "Wir trafen den Gast.", "Wir trafen den Boten.", &[]);
}

#[test]
fn a_term_renamed_in_its_definition_alone_is_told() {
    let clause = "\n\nThe Client shall pay the Fees in May. No Fees are paid back.\n";
    let old = format!("“Fees” means the sums below.{clause}");
    check(&old, &old.replacen("Fees", "Charges", 1), &["term: Fees → Charges (2 places still say Fees)"]);
    let term = "term: Fees → Charges";
    check(&old, &old.replace("Fees", "Charges"), &[term, term, term]);
    // Not where it is used in the place of another.
    let both = format!("“Fees” means the sums below. “Charges” means the rest.{clause}");
    check(&both, &both.replacen("the Fees", "the Charges", 1), &[term]);
}

#[test]
fn defined_terms() {
    let defined = "Ostmark Ltd (the “Seller”) sells wood (the “Goods”) to Weststrand Ltd (the “Buyer”). ";
    let check_term = |old: &str, new: &str, expected: &[&str]| {
        check(&format!("{defined}{old}"), &format!("{defined}{new}"), expected);
    };
    check_term("The Seller pays the Buyer.", "The Seller pays the Seller.", &["term: Buyer → Seller"]);
    check_term(
        "He pays for the Goods.",
        "He pays for the goods.",
        &["term: Goods → goods (no longer the defined term)"],
    );
    check_term("He pays for the wood.", "He pays for the Goods.", &["term: adds Goods"]);
    check_term(
        "It binds the Sellers.",
        "It binds the sellers.",
        &["term: Sellers → sellers (no longer the defined term)"],
    );
    // Another number of a term is no other term, unless each is one.
    check_term("It binds the Seller.", "It binds the Sellers.", &["grammar: Seller → Sellers (another number)"]);
    let two = "Each is a “Party” (together the “Parties”), as “Party” means each and “Parties” means both. ";
    check(&format!("{two}It binds the Party."), &format!("{two}It binds the Parties."), &["term: Party → Parties"]);
    let one = "Each is a “Party”, as “Party” means each of them. ";
    check(
        &format!("{one}It binds the Party."),
        &format!("{one}It binds the Parties."),
        &["grammar: Party → Parties (another number)"],
    );
    check_term("The seller’s house.", "The Seller’s house.", &["term: seller’s → Seller’s (the defined term)"]);
    check_term("The Seller paid.", "The Seller's agent paid.", &[]);
    check_term("He pays for the house.", "He pays for the ship.", &[]);
    let defined = "Соглашение заключили Остмарк (далее — «Продавец») и Вестранд (далее — «Покупатель»). ";
    check_in(
        "ru",
        &format!("{defined}Платит Продавец."),
        &format!("{defined}Платит Покупатель."),
        &["term: Продавец → Покупатель"],
    );
}

#[test]
fn addresses_have_no_numbers_and_names() {
    check(
        "See https://example.org/part/5 for it.",
        "See https://example.org/part/6 for it.",
        &["link: https://example.org/part/5 → https://example.org/part/6"],
    );
    check("See [Part 2](#part-2) here.", "See [Part 2](#part-3) here.", &[]);
}

#[test]
fn another_address_is_told() {
    check(
        "Write to info@ostmark.example.",
        "Write to office@ostmark.example.",
        &["link: info@ostmark.example → office@ostmark.example"],
    );
    check_class("Write to a@ostmark.example.", "Write to b@ostmark.example.", Class::Substantive);
    check_class("See www.ostmark.example/a for it.", "See www.ostmark.example/b for it.", Class::Wording);
    check("See http://ostmark.example/a for it.", "See https://ostmark.example/a for it.", &[]);
}

#[test]
fn words_that_say_another_thing_with_a_capital_are_told() {
    check("It sold the Polish goods.", "It sold the polish goods.", &["name: Polish → polish"]);
    check_class("It sold the Polish goods.", "It sold the polish goods.", Class::Wording);
    check_class_in("fr", "Il parle de l'État.", "Il parle de l'état.", Class::Wording);
    check_class("polish goods are sold.", "Polish goods are sold.", Class::Editorial);
    check_class("It was in march 2026.", "It was in March 2026.", Class::Editorial);
}

#[test]
fn two_german_words_are_no_spellings_of_one() {
    check_class_in("de", "Es geschieht in Massen.", "Es geschieht in Maßen.", Class::Wording);
    check_class_in("de", "Die Flosse ist da.", "Die Floße ist da.", Class::Wording);
    check_class_in("de", "Die Strasse ist da.", "Die Straße ist da.", Class::Editorial);
}

#[test]
fn places_that_keep_an_old_name_are_counted_where_nothing_defines_it() {
    let old = "“Client” means Ostmark Ltd.\n\nIt is the Client’s duty. The “Client” pays. The Client—so it is.\n";
    check(old, &old.replacen("Client", "Buyer", 1), &["term: Client → Buyer (3 places still say Client)"]);
    let fees = "“Fees” means the sums below. “Late Fees” means what is late.\n\nThe Late Fees are paid in May.\n";
    check(fees, &fees.replacen("Fees", "Charges", 1), &["term: Fees → Charges"]);
}
