//! What negotiators and lawyers change.

use super::*;

#[test]
fn a_date_that_is_turned_round_is_the_same() {
    let turned = "spelling: 30 June 2026 → June 30, 2026";
    check("It ends on 30 June 2026 here.", "It ends on June 30, 2026 here.", &[turned, turned]);
    check("They pay by 1 May 2026.", "They pay on or before May 1st, 2026.", &["spelling: 1 May 2026 → May 1st, 2026"]);
    check("It ends on 30 June 2026.", "It ends on 30/06/2026.", &["spelling: 30 June 2026 → 30/06/2026"]);
    check("It ends on 6/30/2026 here.", "It ends on June 30, 2026 here.", &["spelling: 6/30/2026 → June 30, 2026"]);
    check("It ends on 5 June 2026.", "It ends on 05/06/2026.", &["date: 5 June 2026 → 05/06/2026"]);
    check(
        "It ends on 30 June 2026.",
        "It ends on June 29, 2026.",
        &["date: drops 30 June 2026", "date: 30 June 2026 → June 29, 2026"],
    );
}

#[test]
fn a_number_said_twice_has_its_unit_behind_both() {
    check("Due in ten (10) days.", "Due in ten (10) Business Days.", &["unit: days → Business Days"]);
    check("Due in 30 (thirty) days.", "Due in 30 (thirty) months.", &["unit: days → months"]);
    check("Due in 30 (see them) days.", "Due in 30 (see them) months.", &[]);
}

#[test]
fn a_comma_may_restrict() {
    check("Goods which fail are sent.", "Goods, which fail are sent.", &["punctuation: adds , before which"]);
    check_class("Goods which fail are sent.", "Goods, which fail are sent.", Class::Wording);
    check_class("Goods then fail at once.", "Goods, then fail at once.", Class::Editorial);
}

#[test]
fn what_differs_by_size_or_number_alone_may_be_another_thing() {
    check("It has 5 MW of power.", "It has 5 mW of power.", &["unit: MW → mW"]);
    check("Give it 5 mg of salt.", "Give it 5 Mg of salt.", &["unit: mg → Mg"]);
    check_class("It binds 5 Members there.", "It binds 5 members there.", Class::Editorial);
    check_class("It is 5 Km from it.", "It is 5 km from it.", Class::Editorial);
    check_class("It binds the people there.", "It binds the peoples there.", Class::Wording);
    check_class("They pay damage to it.", "They pay damages to it.", Class::Wording);
    check_class("They pay two report then.", "They pay two reports then.", Class::Editorial);
}

#[test]
fn what_is_forbidden_has_no_direction() {
    check("They must not go there.", "They may not go there.", &["modal: must → may"]);
    check_in("de", "Er darf nicht gehen.", "Er muss nicht gehen.", &["modal: darf → muss"]);
}

#[test]
fn square_brackets_hold_what_is_not_agreed() {
    check("Gifts are [voluntary] here.", "Gifts are voluntary here.", &["bracket: [voluntary] → voluntary"]);
    check("An [equal] share is due.", "An [equal] [fair] share is due.", &["bracket: adds [fair]"]);
    check(
        "[They pay.] It is due.",
        "They pay. It is due.",
        &["bracket: out of brackets: They pay.", "bracket: out of brackets: They pay."],
    );
    check(
        "[It binds [all] here.] Yes.",
        "It binds [all] here. Yes.",
        &["bracket: out of brackets: It binds [all] here.", "bracket: out of brackets: It binds [all] here."],
    );
    check("Cut by [30] [40] per cent.", "Cut by [40] per cent.", &["number: drops 30", "bracket: drops [30]"]);
    check("Cut by [30] per cent here.", "Cut by 30 per cent here.", &["bracket: [30] → 30"]);
    check("It ends in [2030] there.", "It ends in 2030 there.", &["bracket: [2030] → 2030"]);
    check("They pay EUR [500] there.", "They pay EUR 500 there.", &["bracket: [500] → 500"]);
    check_class("Gifts are [voluntary] here.", "Gifts are voluntary here.", Class::Substantive);
    check_class("Cut by [30] [40] per cent.", "Cut by [40] per cent.", Class::Substantive);
}

#[test]
fn other_square_brackets_are_none_of_the_talks() {
    for (old, new) in [
        ("As was shown before it.", "As was shown [12] before it."),
        ("As was shown before it.", "As was shown [12, 14] before it."),
        ("See the list of [NAME] here.", "See the list of NAME here."),
        ("See the list here today.", "See the [list](https://example.org) here today."),
        ("He said: “The talks failed.”", "He said: “[T]he talks failed.”"),
        ("He saw it so there.", "He saw it so [sic] there."),
        ("It is said there.", "It is said there.\n\n[docs]: https://example.org/docs"),
        ("It is as said there.", "It is as said[^1] there."),
    ] {
        for (old, new) in [(old, new), (new, old)] {
            let found = compared("en", old, new);
            let kinds = found.edits.iter().flat_map(|edit| &edit.flags).map(|flag| flag.kind);
            assert!(!kinds.into_iter().any(|kind| kind == FlagKind::Bracket), "{old} {new}");
        }
    }
}

#[test]
fn phrases_reach_out_of_edits() {
    check("They shall endeavour to pay.", "They shall pay.", &["modal: shall endeavour to → shall (stronger)"]);
    check("They are urged to pay.", "They are invited to pay.", &["modal: urged → invited (weaker)"]);
    check("It costs EUR 9 per year.", "It costs EUR 9 per month.", &["date: per year → per month"]);
    check("They comply with it there.", "They consider it there.", &["modal: comply with → consider (weaker)"]);
    check("It costs EUR 9 per year.", "It costs EUR 9 a year.", &["grammar: per → a"]);
    check("The house is required there.", "The house is expected there.", &[]);
    check_in("fr", "Il paie une fois par an.", "Il paie une fois par mois.", &["date: par an → par mois"]);
    check_in(
        "de",
        "Die Partei ist verpflichtet zu zahlen.",
        "Die Partei ist berechtigt zu zahlen.",
        &["modal: ist verpflichtet → ist berechtigt (weaker)"],
    );
}

#[test]
fn what_allows_weakens_a_verb_that_binds_alone() {
    check_in("fr", "La Partie notifie l’accident.", "La Partie peut notifier l’accident.", &["modal: adds peut"]);
    check_class_in("fr", "La Partie notifie l’accident.", "La Partie peut notifier l’accident.", Class::Substantive);
    check_class_in("fr", "Elle s’efforce de publier le plan.", "Elle publie le plan.", Class::Substantive);
    check_class("The train leaves today.", "The train can leave today.", Class::Wording);
}

#[test]
fn words_and_figures_that_part_are_told() {
    check(
        "Due thirty (30) days on.",
        "Due forty-five (30) days on.",
        &["number: thirty → forty-five (+50 %); it says forty-five (30)"],
    );
    check("Due thirty (30) days on.", "Due thirty (45) days on.", &["number: 30 → 45 (+50 %); it says thirty (45)"]);
    check("Due 30 (thirty) days on.", "Due 45 (thirty) days on.", &["number: 30 → 45 (+50 %); it says 45 (thirty)"]);
    check("Due in thirty days.", "Due in forty days (more).", &["number: thirty → forty (+33 %)"]);
}

#[test]
fn a_bound_may_stand_behind_or_be_a_term() {
    check("It weighs 500 tons there.", "It weighs 500 tons or more there.", &["quantifier: adds or more"]);
    check("They pay within ten days.", "They pay ten days.", &["quantifier: drops within"]);
    check("They walk within it there.", "They walk it there.", &[]);
    check_class("It is done.", "It is more or less done.", Class::Wording);
}

#[test]
fn moments_count_before_a_date() {
    check("It falls due before 1 May.", "It falls due by 1 May.", &["date: before → by"]);
    check("It runs until 1 May 2027.", "It runs through 1 May 2027.", &["date: until → through"]);
    check(
        "It is paid not later than 1 May.",
        "It is paid not earlier than 1 May.",
        &["date: not later than → not earlier than"],
    );
    check("It falls due 30 June.", "It falls due by 30 June.", &["date: adds by"]);
    check("It runs until the end of the year.", "It runs from the end of the year.", &["date: until → from"]);
    check("It falls due on 1 May.", "It falls due upon 1 May.", &[]);
    check("It runs 1 May to 5 May.", "It runs from 1 May to 5 May.", &[]);
    check("It is paid by the Buyer.", "It is paid on the Buyer.", &[]);
    check("It is heard in the second chamber.", "It is heard by the second chamber.", &[]);
    check("The annual report is out.", "The biennial report is out.", &["date: annual → biennial"]);
    check_in("fr", "Il court jusqu’au 1 mai.", "Il court à partir du 1 mai.", &["date: jusqu’au → à partir du"]);
    check_in("fr", "Il va jusqu’au port.", "Il va à partir du port.", &[]);
    check_in("de", "Zahlbar ist es vor dem 1. Mai.", "Zahlbar ist es bis zum 1. Mai.", &["date: vor dem → bis zum"]);
    check_in("de", "Es gilt bis zum 1. Mai.", "Es gilt bis spätestens zum 1. Mai.", &[]);
    check_in("es", "Rige hasta el 1 de mayo.", "Rige desde el 1 de mayo.", &["date: hasta → desde"]);
    check_in("ru", "Оплата вносится до 1 мая.", "Оплата вносится с 1 мая.", &["date: до → с"]);
    check_in("ru", "Он идёт до порта.", "Он идёт с порта.", &[]);
}

#[test]
fn a_prefix_turns_what_is_said() {
    check("The licence is exclusive.", "The licence is non-exclusive.", &["opposite: exclusive → non-exclusive"]);
    check("It is a material breach.", "It is an immaterial breach.", &["opposite: a material → an immaterial"]);
    check("The gift was valuable.", "The gift was invaluable.", &[]);
    check("The gift was valuable.", "The gift was worthless.", &[]);
    check_in("de", "Die Kündigung ist wirksam.", "Die Kündigung ist unwirksam.", &["opposite: wirksam → unwirksam"]);
}

#[test]
fn opposites_turn_what_is_said() {
    check(
        "The list, including annexes, is final.",
        "The list, excluding annexes, is final.",
        &["opposite: including → excluding"],
    );
    check("Tax is due on gross income.", "Tax is due on net income.", &["opposite: gross → net"]);
    check("The buyer bears the cost.", "The seller bears the cost.", &["name: buyer → seller (the other party)"]);
    check("It lies upstream of it.", "It lies downstream of it.", &["opposite: upstream → downstream"]);
    check_in(
        "fr",
        "Il vit au-dessus de la mer.",
        "Il vit au-dessous de la mer.",
        &["opposite: au-dessus → au-dessous"],
    );
    check("They made gross errors.", "They made grave errors.", &["qualifier: gross → grave"]);
    check("The list including annexes is final.", "The list with annexes is final.", &[]);
    check_in("fr", "Le revenu brut est imposé.", "Le revenu net est imposé.", &["opposite: brut → net"]);
    check_in(
        "de",
        "Die Liste einschließlich der Anlagen gilt.",
        "Die Liste ausschließlich der Anlagen gilt.",
        &["opposite: einschließlich → ausschließlich"],
    );
    check_in("es", "Se grava el ingreso bruto.", "Se grava el ingreso neto.", &["opposite: bruto → neto"]);
    check_in(
        "ru",
        "Список, включая приложения, готов.",
        "Список, исключая приложения, готов.",
        &["opposite: включая → исключая"],
    );
}

#[test]
fn words_of_statements_and_treaties_count() {
    check("It was made by the army.", "It was allegedly made by the army.", &["qualifier: adds allegedly"]);
    check("They confirmed the report.", "They denied the report.", &["opposite: confirmed → denied"]);
    check("Parties undertake to obey it.", "Parties recognize it.", &["modal: undertake to → recognize"]);
    check("They confirmed the report.", "They received the report.", &[]);
    check_in(
        "fr",
        "Il vaut dès la signature.",
        "Il vaut dès la ratification.",
        &["date: dès la signature → dès la ratification"],
    );
    check_in("de", "Es ist von ihr verübt.", "Es ist angeblich von ihr verübt.", &["qualifier: adds angeblich"]);
    check_in(
        "es",
        "Fue obra del ejército.",
        "Fue presuntamente obra del ejército.",
        &["qualifier: adds presuntamente"],
    );
    check_in("ru", "Это сделала армия.", "Это предположительно сделала армия.", &["qualifier: adds предположительно"]);
}

#[test]
fn a_comma_may_make_two_of_one() {
    let both = "punctuation: drops , (buyer and Acme may be one or two)";
    check("It binds the buyer, Acme, and the bank.", "It binds the buyer Acme and the bank.", &[both, both]);
    for (language, old, new) in [
        ("en", "It is for my partner, Ms. Ada Ito, and Mr. Roy.", "It is for my partner, Ms. Ada Ito and Mr. Roy."),
        ("en", "It is for my partner, Ms Ito or Mr Roy.", "It is for my partner Ms Ito or Mr Roy."),
        ("en", "It binds Acme, the former buyer, and Bond.", "It binds Acme, the former buyer and Bond."),
        ("fr", "Il lie mon associé, Mme Ito, et M. Roy.", "Il lie mon associé, Mme Ito et M. Roy."),
        ("de", "Es gilt für den Käufer, Frau Ito, und Herrn Roy.", "Es gilt für den Käufer, Frau Ito und Herrn Roy."),
        ("es", "Obliga a mi socio, Ana Ito, y a Juan Roy.", "Obliga a mi socio Ana Ito y a Juan Roy."),
        ("ru", "Это касается партнёра, Анны Ито, и Ивана.", "Это касается партнёра, Анны Ито и Ивана."),
    ] {
        check_class_in(language, old, new, Class::Wording);
    }
    for (language, old, new) in [
        ("en", "It binds France, Italy, and Spain.", "It binds France, Italy and Spain."),
        ("en", "It binds the Buyer, the Seller, and the Bank.", "It binds the Buyer, the Seller and the Bank."),
        ("en", "It is for the Board, the director, and us.", "It is for the Board, the director and us."),
        ("en", "In the hall, France and Italy met.", "In the hall France and Italy met."),
        ("en", "The buyer pays, and Acme delivers.", "The buyer pays and Acme delivers."),
        ("de", "Es bindet das Haus, den Käufer und uns.", "Es bindet das Haus den Käufer und uns."),
    ] {
        check_class_in(language, old, new, Class::Editorial);
    }
}

#[test]
fn commas_that_change_the_reach_are_told() {
    check(
        "The Parties, acting jointly shall notify it.",
        "The Parties acting jointly, shall notify it.",
        &["punctuation: “Parties, acting” → “jointly, shall”", "punctuation: “Parties, acting” → “jointly, shall”"],
    );
    check(
        "Goods which are defective are returned.",
        "Goods which are defective, are returned.",
        &["punctuation: adds , behind “which …”"],
    );
    check_class("Goods which are defective are returned.", "Goods which are defective, are returned.", Class::Wording);
    let text = |comma: &str| format!("However, unless the Buyer objects{comma} the Seller may sell.");
    check_class(&text(""), &text(","), Class::Editorial);
    let text = |comma: &str| format!("Goods, which are defective{comma} are returned.");
    check_class(&text(""), &text(","), Class::Wording);
    check_class("They sell bread, cheese and wine.", "They sell bread, cheese, and wine.", Class::Editorial);
    check_class(
        "They came, saw and won. They left soon.",
        "They came, saw and won. They left, soon.",
        Class::Editorial,
    );
    check_class_in(
        "fr",
        "Les biens qui sont défectueux sont rendus.",
        "Les biens qui sont défectueux, sont rendus.",
        Class::Wording,
    );
    check_class_in("es", "Venden pan, queso y vino.", "Venden pan, queso, y vino.", Class::Editorial);
    check_class_in(
        "de",
        "Die Parteien, gemeinsam handelnd teilen dies mit.",
        "Die Parteien gemeinsam handelnd, teilen dies mit.",
        Class::Wording,
    );
    check_class_in("ru", "Казнить, нельзя помиловать его.", "Казнить нельзя, помиловать его.", Class::Wording);
}

#[test]
fn a_term_that_loses_its_capital_is_told() {
    let old =
        "Entry into the Territory is free. Goods leave the Territory. All own the Territory. We love the Territory.";
    let new =
        "Entry into the Territory is free. Goods leave the territory. All own the Territory. We love the Territory.";
    check(old, new, &["term: Territory → territory (a term elsewhere)"]);
    check_class(old, new, Class::Wording);
    // The capital may go everywhere, or never have told a term.
    check_class(old, &old.replace("Territory", "territory"), Class::Editorial);
    check_class("He said that the Council met.", "He said that the council met.", Class::Editorial);
    check_class_in(
        "fr",
        "Tout quitte le Territoire. Nul ne voit le Territoire. Tous aiment le Territoire. Voici le Territoire.",
        "Tout quitte le territoire. Nul ne voit le Territoire. Tous aiment le Territoire. Voici le Territoire.",
        Class::Wording,
    );
    check_class_in(
        "ru",
        "Все видят Территорию. Никто не покидает Территорию. Мы любим Территорию. Вот карта на Территорию.",
        "Все видят территорию. Никто не покидает Территорию. Мы любим Территорию. Вот карта на Территорию.",
        Class::Wording,
    );
}

#[test]
fn a_time_of_day_has_two_sides_too() {
    check("It is due before 5 p.m. there.", "It is due by 5 p.m. there.", &["date: before → by"]);
    check("It is due before 5 p.m. on 1 May.", "It is due by 5 p.m. on 1 May.", &["date: before → by"]);
    check("It holds from 6 a.m. there.", "It holds at 6 a.m. there.", &[]);
    check("It lies before 5 houses there.", "It lies by 5 houses there.", &[]);
}

#[test]
fn dozens_are_no_hundreds() {
    check("There were dozens of boats.", "There were hundreds of boats.", &["quantifier: dozens → hundreds"]);
    check_in("de", "Es kamen Dutzende Boote.", "Es kamen Hunderte Boote.", &["quantifier: Dutzende → Hunderte"]);
}

#[test]
fn what_binds_a_refusal_and_who_says_it_is_told() {
    let reason = |told: &str| format!("qualifier: drops {told}");
    let drops = |language: &str, old: &str, new: &str, told: &str| check_in(language, old, new, &[&reason(told)]);
    drops("en", "It shall not unreasonably refuse.", "It shall not refuse.", "unreasonably");
    drops("en", "The envoy, she said, has left.", "The envoy has left.", "she said");
    drops("fr", "Nul ne refuse sans motif raisonnable.", "Nul ne refuse.", "sans motif raisonnable");
    drops("fr", "Le ministre, a-t-elle dit, est parti.", "Le ministre est parti.", "a-t-elle dit");
    drops("de", "Sie darf nicht unbillig verweigert werden.", "Sie darf nicht verweigert werden.", "unbillig");
    drops("de", "Der Minister, sagte sie, ist fort.", "Der Minister ist fort.", "sagte sie");
    drops("es", "No se denegará injustificadamente.", "No se denegará.", "injustificadamente");
    drops("ru", "Оно не может быть необоснованно отклонено.", "Оно не может быть отклонено.", "необоснованно");
    drops("ru", "Министр, по его словам, уехал.", "Министр уехал.", "по его словам");
    check("Under the said lease it ends.", "Under the lease it ends.", &[]);
}
