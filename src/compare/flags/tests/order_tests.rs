use super::*;

#[test]
fn a_negation_that_moves_denies_other_words() {
    let reason = "negation: not be required → not to publish";
    check(
        "The council shall not be required to publish the map.",
        "The council shall be required not to publish the map.",
        &[reason, reason],
    );
    for (language, old, new) in [
        ("en", "All bids that are not complete are void.", "Not all bids that are complete are void."),
        ("de", "Die Mitglieder müssen nicht sofort abstimmen.", "Die Mitglieder müssen sofort nicht abstimmen."),
        ("ru", "Совет не обязан публиковать карту.", "Совет обязан не публиковать карту."),
        ("es", "El consejo no puede exigir la entrega.", "El consejo puede no exigir la entrega."),
    ] {
        check_class_in(language, old, new, Class::Substantive);
    }
    check_class("They do not also pay the fee.", "They also do not pay the fee.", Class::Wording);
}

#[test]
fn two_words_that_change_places_say_another_thing() {
    check(
        "The bailiff may ask the witness to wait.",
        "The witness may ask the bailiff to wait.",
        &["order: bailiff → witness (exchanged)", "order: witness → bailiff (exchanged)"],
    );
    check_class("The bailiff and the witness wait.", "The witness and the bailiff wait.", Class::Wording);
    check_class("Tea, coffee and milk are sold.", "Coffee, tea and milk are sold.", Class::Wording);
    check_class("The bailiff asks the witness.", "The usher asks the witness.", Class::Wording);
    for (language, old, new) in [
        ("en", "The ferry must wait for the bus.", "The bus must wait for the ferry."),
        ("en", "It governs the claim of the owner in winter.", "It governs the owner of the claim in winter."),
        ("en", "Party A shall warn Party B.", "Party B shall warn Party A."),
        ("en", "Ann owes Bob money.", "Bob owes Ann money."),
        ("en", "Ferries from Essel to Quay are late.", "Ferries from Quay to Essel are late."),
        ("en", "It is deemed granted unless withdrawn.", "It is deemed withdrawn unless granted."),
        ("fr", "Le greffier convoque le témoin.", "Le témoin convoque le greffier."),
        ("de", "Der Zeuge begleitet den Boten.", "Der Bote begleitet den Zeugen."),
        ("ru", "Свидетель уведомляет пристава.", "Пристав уведомляет свидетеля."),
    ] {
        check_class_in(language, old, new, Class::Substantive);
    }
}

#[test]
fn what_stands_in_the_text_and_does_not_hold_is_told() {
    let dropped = "markup: drops ~~, which strikes words out";
    check("The ban is ~~not~~ lifted.", "The ban is not lifted.", &[dropped, dropped]);
    check_class("The ban is not lifted.", "The ban is <!-- not --> lifted.", Class::Substantive);
    check("- [ ] The bid is signed.", "- [x] The bid is signed.", &["markup: [ ] → [x]"]);
    check("The x axis is drawn [here].", "The axis is drawn [here].", &[]);
    check_class("It is about ~ 5 km.", "It is about 5 km.", Class::Wording);
}

#[test]
fn what_a_period_runs_from_is_told() {
    let old = "The fee is due within 30 days of receipt of the bill.";
    check(old, "The fee is due within 30 days of the date of the bill.", &["date: 30 days of: receipt → the date"]);
    check_class(old, "The fee is due within 30 days of receipt of the note.", Class::Wording);
    for (language, old, new) in [
        ("fr", "Il paie dans les 30 jours de la livraison.", "Il paie dans les 30 jours de la commande."),
        ("de", "Er zahlt binnen 30 Tagen nach Lieferung.", "Er zahlt binnen 30 Tagen nach Bestellung."),
        ("es", "Paga a los 30 días de la entrega.", "Paga a los 30 días de la firma."),
        ("ru", "Он платит через 30 дней после поставки.", "Он платит через 30 дней после подписания."),
    ] {
        check_class_in(language, old, new, Class::Substantive);
    }
}

#[test]
fn a_period_that_gets_a_beginning_or_loses_its_turn_is_told() {
    check("It is due in 30 days.", "It is due in 30 days from signature.", &["date: 30 days: adds from signature"]);
    check("It is due in 30 days of receipt.", "It is due in 30 days.", &["date: 30 days: drops of receipt"]);
    check("The fine is 500 euros per day.", "The fine is 500 euros.", &["unit: drops per day"]);
    check("It lasts a month.", "It lasts a year.", &["unit: month → year"]);
    check("Risk stays until delivery.", "Risk stays until payment.", &["date: until: delivery → payment"]);
    check_class_in("fr", "Il paie avant la livraison.", "Il paie avant la commande.", Class::Substantive);
    check_class("It passes by the harbour.", "It passes by the market.", Class::Wording);
    check("That month it rained.", "That year it rained.", &[]);
    check("A term of six months runs.", "A term of up to six months runs.", &["quantifier: adds up to"]);
    check("It costs up to EUR 100.", "It costs EUR 100.", &["quantifier: drops up to"]);
    for (language, old, new) in [
        ("fr", "Il paie dans les 30 jours.", "Il paie dans les 30 jours à compter de la livraison."),
        ("de", "Er zahlt binnen 30 Tagen.", "Er zahlt binnen 30 Tagen nach Lieferung."),
        ("de", "Die Strafe beträgt 500 Euro pro Tag.", "Die Strafe beträgt 500 Euro."),
        ("fr", "Le délai est d'un mois.", "Le délai est d'un an."),
        ("es", "El plazo es de un mes.", "El plazo es de un año."),
        ("ru", "Это длится месяц.", "Это длится год."),
    ] {
        check_class_in(language, old, new, Class::Substantive);
    }
}

#[test]
fn another_voice_between_the_same_words_reverses_who_acts() {
    check(
        "The Carrier shall indemnify the Port.",
        "The Carrier shall be indemnified by the Port.",
        &["order: indemnify → be indemnified by (who acts on whom is reversed)"],
    );
    for (language, old, new) in [
        ("en", "The Carrier shall pay the Port.", "The Carrier shall be paid by the Port."),
        ("fr", "Le transporteur garantit le port.", "Le transporteur est garanti par le port."),
        ("es", "El transportista indemnizará al puerto.", "El transportista será indemnizado por el puerto."),
        ("de", "Der Frachtführer stellt den Hafen frei.", "Der Frachtführer wird vom Hafen freigestellt."),
        ("de", "Der Frachtführer hat den Hafen zu entlasten.", "Der Frachtführer ist vom Hafen zu entlasten."),
    ] {
        check_class_in(language, old, new, Class::Substantive);
        check_class_in(language, new, old, Class::Substantive);
    }
    check("The work ends Monday.", "The work is ended by Monday.", &[]);
    check("The Carrier stands the Port.", "The Carrier stands by the Port.", &[]);
}

#[test]
fn what_only_moved_within_its_sentence_is_told_so() {
    let moved = "order: moved within its sentence";
    check("If the owner objects, no fee is due.", "No fee is due if the owner objects.", &[moved, moved]);
    check_class("If the owner objects, no fee is due.", "No fee is due if the owner objects.", Class::Wording);
    check_class("Only members may vote.", "Members may only vote.", Class::Substantive);
    check("It serves tea, milk or rum.", "It serves milk, tea and rum.", &["condition: or → and"]);
}
