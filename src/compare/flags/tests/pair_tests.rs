//! Words of contracts and treaties that stand for each other in no text.

use super::*;

#[test]
fn days_of_work_and_of_the_calendar_are_no_kin() {
    check("Due in 10 calendar days.", "Due in 10 business days.", &["unit: calendar days → business days"]);
    check_in("de", "Die Frist ist 10 Werktage.", "Die Frist ist 10 Kalendertage.", &["unit: Werktage → Kalendertage"]);
    check_in("de", "Die Frist ist 10 Werktage.", "Die Frist ist 10 Arbeitstage.", &["unit: Werktage → Arbeitstage"]);
    check_in("ru", "Срок 10 рабочих дней.", "Срок 10 календарных дней.", &["unit: рабочих дней → календарных дней"]);
    let in_french = |old: &str, new: &str, expected: &str| {
        let text = |word: &str| format!("Le montant est payé dans un délai de 10 jours {word} par la Partie.");
        check_in("fr", &text(old), &text(new), &[expected]);
    };
    in_french("ouvrés", "calendaires", "unit: jours ouvrés → jours calendaires");
    in_french("ouvrés", "ouvrables", "unit: jours ouvrés → jours ouvrables");
    let text = |word: &str| format!("El importe se paga en un plazo de 10 días {word} por la Parte.");
    check_class_in("es", &text("hábiles"), &text("naturales"), Class::Substantive);
    check_class_in(
        "fr",
        "Le délai est de 10 jours ouvrables ici.",
        "Le délai est de 10 jours ici.",
        Class::Substantive,
    );
}

#[test]
fn scores_count_only_in_the_place_of_a_quantity() {
    check("It rests on exam scores here.", "It rests on exam results here.", &[]);
    check_class("They saw scores of ships.", "They saw hundreds of ships.", Class::Substantive);
}

#[test]
fn units_are_no_names() {
    check("It takes 5 kVA of power.", "It takes 5 kilovolt-amperes of power.", &[]);
    check("It is 80 mmHg or so.", "It is 80 millimetres of mercury or so.", &[]);
}

#[test]
fn ordinals_and_fractions_are_numbers() {
    check("At the thirtieth session it met.", "At the fortieth session it met.", &["number: thirtieth → fortieth"]);
    check_in("fr", "À la trentième session.", "À la quarantième session.", &["number: trentième → quarantième"]);
    check_in("ru", "На тридцатой сессии.", "На сороковой сессии.", &["number: тридцатой → сороковой"]);
    check_in(
        "de",
        "Eine Zweidrittelmehrheit ist nötig.",
        "Eine Dreiviertelmehrheit ist nötig.",
        &["number: Zweidrittelmehrheit → Dreiviertelmehrheit (+12.5 %)"],
    );
    check("It meets biennially here.", "It meets every two years here.", &[]);
    check_class("It meets biennially here.", "It meets annually here.", Class::Substantive);
}

#[test]
fn opposites_of_contracts_are_told() {
    check("Rent is due in advance here.", "Rent is due in arrears here.", &["date: in advance → in arrears"]);
    check("The minimum term is a year.", "The maximum term is a year.", &["qualifier: minimum → maximum"]);
    check("The higher of both is due.", "The lower of both is due.", &["qualifier: The higher of → The lower of"]);
    check("Such a sale is void here.", "Such a sale is voidable here.", &["qualifier: void → voidable"]);
    check("They ensure access there.", "They promote access there.", &["modal: ensure → promote (weaker)"]);
    check("They phase out coal there.", "They phase down coal there.", &["modal: phase out → phase down (weaker)"]);
    check("He is not obliged to pay.", "He is not allowed to pay.", &["qualifier: obliged to → allowed to"]);
    let edits = compared("en", "It is a share of sales.", "It is a share of gross national income.").edits;
    assert!(edits.iter().flat_map(|edit| &edit.flags).all(|flag| flag.kind != FlagKind::Condition), "{edits:?}");
    check_class("Pay for gross negligence there.", "Pay for negligence there.", Class::Substantive);
    check_in("fr", "La Partie peut résilier.", "La Partie pourra résilier.", &[]);
}
