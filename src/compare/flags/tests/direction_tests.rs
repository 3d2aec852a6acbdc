//! Which way a force goes where it is denied, and words that say the contrary or qualify.

use super::*;

#[test]
fn a_force_that_is_denied_goes_no_way() {
    let cases = [
        ("ru", "Они не вправе спорить.", "Они не обязаны спорить.", "вправе → обязаны"),
        ("de", "Keine Partei darf fehlen.", "Keine Partei muss fehlen.", "darf → muss"),
        ("en", "No member may leave.", "No member shall leave.", "may → shall"),
        ("fr", "Aucun membre ne peut partir.", "Aucun membre ne doit partir.", "peut → doit"),
        ("es", "Ningún socio podrá irse.", "Ningún socio deberá irse.", "podrá → deberá"),
    ];
    for (language, old, new, reason) in cases {
        check_in(language, old, new, &[&format!("modal: {reason}")]);
    }
    let reason = "modal: may → shall (stronger)";
    check("A bid that is not signed may be returned.", "A bid that is not signed shall be returned.", &[reason]);
    // What is denied in another clause says nothing of this one.
    check("If no member leaves, it shall stay.", "If no member leaves, it may stay.", &["modal: shall → may (weaker)"]);
}

#[test]
fn some_french_verbs_are_denied_by_one_word() {
    check_in("fr", "Le client ne peut revendre.", "Le client ne peut pas revendre.", &[]);
    check_in("fr", "Il n'ose partir.", "Il n'ose pas partir.", &[]);
    // `Ne peut que` allows, and no other verb is denied so.
    let told = |old: &str, new: &str| assert!(compared("fr", old, new).edits.iter().any(|edit| !edit.flags.is_empty()));
    told("Il ne peut que partir.", "Il ne peut pas que partir.");
    told("Le client peut revendre.", "Le client peut pas revendre.");
}

#[test]
fn verbs_and_parties_have_opposites_too() {
    check("He denied the charge.", "He admitted the charge.", &["opposite: denied → admitted"]);
    check_in("de", "Er bestreitet den Vorwurf.", "Er bestätigt den Vorwurf.", &["opposite: bestreitet → bestätigt"]);
    check("The rate rose there.", "The rate fell there.", &["opposite: rose → fell"]);
    check("The rate fell to 5 there.", "The rate fell by 5 there.", &["quantifier: fell to → fell by"]);
    check("He denied the charge.", "He heard the charge.", &[]);
}

#[test]
fn what_qualifies_comes_and_goes() {
    check("It is a material breach.", "It is a breach.", &["qualifier: drops material"]);
    check("It is a sad breach.", "It is a breach.", &[]);
    check(
        "The court acts on application.",
        "The court acts of its own motion.",
        &["condition: on application → of its own motion"],
    );
}

#[test]
fn who_condemns_may_do_so_strongly() {
    check("It strongly condemns the act.", "It condemns the act.", &["modal: strongly condemns → condemns (weaker)"]);
    check_in(
        "fr",
        "Il condamne fermement l'acte.",
        "Il condamne l'acte.",
        &["modal: condamne fermement → condamne (weaker)"],
    );
    check("It reaffirms its vow.", "It recalls its vow.", &["modal: reaffirms → recalls (weaker)"]);
    check(
        "Deeply concerned that talks ended,",
        "Concerned that talks ended,",
        &["modal: Deeply concerned that → Concerned that (weaker)"],
    );
}

#[test]
fn months_alone_are_dates() {
    check_in("fr", "Il part en mars.", "Il part en mai.", &["date: mars → mai"]);
    check_in("de", "Er zahlt Ende Januar.", "Er zahlt Ende Juni.", &["date: Januar → Juni"]);
    check_in("ru", "Он едет в марте.", "Он едет в мае.", &["date: марте → мае"]);
    check("They march home.", "They may home.", &["modal: march → may"]);
}

#[test]
fn halves_and_micrograms_differ() {
    check("They own more than half of it.", "They own about half of it.", &["quantifier: more than half → about half"]);
    check("Take 10 mg a day.", "Take 10 mcg a day.", &["unit: mg → mcg"]);
}

#[test]
fn what_is_numbered_does_not_grow() {
    check("He lives at 12 Mill Road.", "He lives at 21 Mill Road.", &["number: 12 → 21"]);
    check("He owns 12 Mills there.", "He owns 21 Mills there.", &["number: 12 → 21 (+75 %)"]);
}

#[test]
fn a_first_half_that_denies_alone_is_told_where_it_comes_or_goes() {
    let told = &["negation: ne peuvent → peuvent"];
    check_in("fr", "Les clients ne peuvent céder sans accord.", "Les clients peuvent céder sans accord.", told);
    check_class_in("fr", "Le client peut revendre.", "Le client ne peut revendre.", Class::Substantive);
    check_in("fr", "Aucun client ne peut revendre.", "Aucun client peut revendre.", &[]);
    check_in("fr", "Le client ne peut que revendre.", "Le client peut que revendre.", &[]);
}
