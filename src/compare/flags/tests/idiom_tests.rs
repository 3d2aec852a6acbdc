//! What an editor changes for the language's sake, and what only looks like it.

use super::*;

/// Whether each edit, of which there are some, is more than editorial.
#[track_caller]
fn says_something(pairs: &[(&str, &str)]) {
    for (old, new) in pairs {
        let edits = compared("en", old, new).edits;
        assert!(!edits.is_empty() && edits.iter().all(|edit| edit.class > Class::Editorial), "{old} {edits:?}");
    }
}

#[test]
fn a_word_that_stands_twice_is_a_slip() {
    check("They go with with us.", "They go with us.", &["doubled: drops with"]);
    check_class("It ends at the end of the of the year.", "It ends at the end of the year.", Class::Editorial);
    check_class("It was sent to to the Board.", "It was sent to the Board.", Class::Editorial);
    check_class_in("fr", "Il paie le le prix.", "Il paie le prix.", Class::Editorial);
    says_something(&[
        ("He had had it.", "He had it."),
        ("It is not not true.", "It is not true."),
        ("It lasts two two-day weeks.", "It lasts two-day weeks."),
        ("It lasts two two days.", "It lasts two days."),
        ("They pay the Buyer Buyer's costs.", "They pay the Buyer's costs."),
        ("They can can fish.", "They can fish."),
        ("The vessel it was was lost.", "The vessel it was lost."),
        ("They took it on on Monday.", "They took it on Monday."),
        ("He gives up up to ten boats.", "He gives up to ten boats."),
        ("They took over over half of it.", "They took over half of it."),
        ("It was brought in in March.", "It was brought in March."),
        ("It is carried on on behalf of them.", "It is carried on behalf of them."),
        ("Whoever works works for pay.", "Whoever works for pay."),
        ("Those are goods sold sold well.", "Those are goods sold well."),
        ("It is a state state law there.", "It is a state law there."),
        ("It grew year by year by year.", "It grew year by year."),
        ("They fell in price per share per share.", "They fell in price per share."),
    ]);
    check_class_in("fr", "Il vend le prix du du bois.", "Il vend le prix du bois.", Class::Editorial);
    check_class_in(
        "de",
        "Er wohnt in dem dem Käufer verkauften Haus.",
        "Er wohnt in dem Käufer verkauften Haus.",
        Class::Wording,
    );
    check_class_in("de", "Es bindet die, die die Ware kaufen.", "Es bindet die, die Ware kaufen.", Class::Wording);
}

#[test]
fn what_opens_a_sentence_says_nothing_of_what_it_is_about() {
    check("To conclude, the work went well.", "The work went well.", &["grammar: drops To conclude,"]);
    check_class("They met. And it went well there.", "They met. It went well there.", Class::Editorial);
    check_class("In short, the text was read to them.", "The text was read to them.", Class::Editorial);
    check_class_in("fr", "En bref, le texte fut lu par eux.", "Le texte fut lu par eux.", Class::Editorial);
    check_class_in("es", "En resumen, el texto fue leído.", "El texto fue leído.", Class::Editorial);
    check_class_in("ru", "Итак, текст был прочитан ими.", "Текст был прочитан ими.", Class::Editorial);
    says_something(&[
        ("It lists: and the goods that they sell.", "It lists: the goods that they sell."),
        ("In particular, the text was read to them.", "The text was read to them."),
        ("In this regard, the text was read to them.", "The text was read to them."),
        ("However, the text was read to them.", "The text was read to them."),
        ("First the text was read to them.", "The text was read to them."),
        ("First, the text was read to them.", "The text was read to them."),
        ("Finally, the text was read to them.", "The text was read to them."),
        ("As a result, the text was read to them.", "The text was read to them."),
        ("They met. So it went well there.", "They met. It went well there."),
        ("First, second and third claims failed.", "Second and third claims failed."),
        ("They shall first read the text there.", "They shall read the text there."),
        ("The Buyer and Seller went there.", "The Buyer Seller went there."),
    ]);
}

#[test]
fn relative_pronouns_may_stand_for_each_other() {
    for (old, new) in [
        ("The goods which are there belong to us.", "The goods that are there belong to us."),
        ("The Party which has signed it pays us.", "The Party that has signed it pays us."),
        ("The goods which are delivered there belong to us.", "The goods delivered there belong to us."),
        ("They ask the experts who are working for us.", "They ask the experts working for us."),
    ] {
        check_class(old, new, Class::Editorial);
    }
    says_something(&[
        ("The notice shall specify which it covers there.", "The notice shall specify that it covers there."),
        ("The goods, which are there, belong to us.", "The goods, that are there, belong to us."),
        ("They ask who is liable there.", "They ask which is liable there."),
        ("They decide which measures apply there.", "They decide that measures apply there."),
        ("The goods which were delivered there belong to us.", "The goods delivered there belong to us."),
        ("They ask the experts who may work for us.", "They ask the experts work for us."),
        ("They ask the person who is king there.", "They ask the person king there."),
    ]);
}

#[test]
fn idiom_asks_for_a_preposition() {
    for (old, new) in [
        ("They are responsible of the costs there.", "They are responsible for the costs there."),
        ("It is different than the rule there.", "It is different from the rule there."),
        ("They took part, whereas we left early.", "They took part, while we left early."),
        ("They comply to the rule there.", "They comply with the rule there."),
        ("They utilize the harbour there.", "They use the harbour there."),
        ("The Governor shall discuss about the plan there.", "The Governor shall discuss the plan there."),
        ("The members have also agreed to it.", "The members also have agreed to it."),
        ("The Dept. of Trade is closed.", "The Department of Trade is closed."),
        ("It falls during the course of the year.", "It falls during the year."),
        ("In case of fire they leave there.", "In the event of fire they leave there."),
        ("It is a dynamic model of growth.", "It is a dynamical model of growth."),
        ("It runs for a period of thirty days there.", "It runs for thirty days there."),
    ] {
        check_class(old, new, Class::Editorial);
    }
    says_something(&[
        ("They discussed on the plane there.", "They discussed the plane there."),
        ("All members of the Board have left.", "All the members of the Board have left."),
        ("It is payable by the Buyer there.", "It is payable to the Buyer there."),
        ("The responsibility of the Buyer ends there.", "The responsibility for the Buyer ends there."),
        ("It shows an increase of 5 there.", "It shows an increase to 5 there."),
        ("He is replaced by the Council there.", "He is replaced with the Council there."),
        ("It is familiar to the Buyer there.", "It is familiar with the Buyer there."),
        ("They ask while the lease runs.", "They ask whereas the lease runs."),
        ("They pay, while the lease runs, all of it.", "They pay, whereas the lease runs, all of it."),
        ("They discussed about half of the plan.", "They discussed half of the plan."),
        ("They mentioned about a dozen plans.", "They mentioned a dozen plans."),
        ("He is elected as a judge there.", "He is elected a judge there."),
        ("It runs for a period of growth there.", "It runs for growth there."),
        ("Participation in the Board is free.", "Participation at the Board is free."),
        ("The change of government came.", "The change in government came."),
        ("They left, since it rained there.", "They left, given that it rained there."),
    ]);
}

#[test]
fn what_is_numbered_may_be_named_in_other_ways() {
    for (old, new) in [
        ("It is in Articles 5 and 6 of it.", "It is in Article 5 and 6 of it."),
        ("It is shown in Figs. 5 and 6 of it.", "It is shown in Fig. 5 and 6 of it."),
        ("It is in Article 5 of it.", "It is in article 5 of it."),
        ("It is in annex A to it.", "It is in Annex A to it."),
        ("It is in paragraph (a) of it.", "It is in Paragraph (a) of it."),
        ("It is in Figs. [12] of it.", "It is in Fig. [12] of it."),
    ] {
        check_class(old, new, Class::Editorial);
    }
    says_something(&[
        ("It is in Article 5 of it.", "It is in Section 5 of it."),
        ("It is in Article 5 of it.", "It is in Articles 5 and 6 of it."),
        ("The Annexes (the lists) bind them.", "The Annex (the lists) bind them."),
        ("They struck the Articles [of] trade.", "They struck the Article [of] trade."),
        ("The Articles bind them.", "The Article binds them."),
        ("It is in Protocol I to it.", "It is in protocol I to it."),
        ("It is in Additional Protocol I to it.", "It is in Additional protocol I to it."),
        ("They ask the Annex Committee there.", "They ask the annex Committee there."),
        ("They ask the Figure Skating Union there.", "They ask the figure Skating Union there."),
    ]);
}

#[test]
fn an_indefinite_article_before_a_plural_is_a_slip() {
    check_class("They are a sound measures there.", "They are sound measures there.", Class::Editorial);
    says_something(&[
        ("They left the territories there.", "They left territories there."),
        ("They saw a few members there.", "They saw few members there."),
        ("They want a territory there.", "They want territory there."),
    ]);
}

#[test]
fn letters_of_a_compound_may_stand_behind_it() {
    check(
        "They give the gnp of it.",
        "They give the gross-national-product (gnp) of it.",
        &["abbreviation: adds gross-national-product", "punctuation: adds )"],
    );
}

#[test]
fn a_letter_makes_no_other_word_of_what_is_none() {
    check("They found minerrals in it.", "They found minerals in it.", &["spelling: minerrals → minerals"]);
    check_class("It is free of scale-dependense now.", "It is free of scale-dependence now.", Class::Editorial);
    says_something(&[
        ("They found a causal link there.", "They found a casual link there."),
        ("They signed the contract there.", "They signed the contact there."),
        ("They met Mr Carpentor there.", "They met Mr Carpenter there."),
        ("It binds the insured there.", "It binds the insurer there."),
    ]);
    check_class_in("de", "Er sah das sensitivve Haus.", "Er sah das sensitive Haus.", Class::Wording);
}

#[test]
fn words_of_a_date_may_change_places() {
    check_class("The rent is due on 1 May 2026.", "The rent is due on May 1, 2026.", Class::Editorial);
    says_something(&[
        ("The rent is due on 1 May 2026.", "The rent is due on May 2026."),
        ("The rent is due on 1 May 2026.", "The rent is due on May 2, 2026."),
        ("The rent is due on 1 May.", "The rent is due on 1 May 2026."),
        ("It is due on 1 May and 5 June.", "It is due on 5 May and 1 June."),
    ]);
}
