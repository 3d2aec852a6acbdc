//! What negotiators and lawyers change.

use super::*;

#[test]
fn a_date_that_is_turned_round_is_the_same() {
    check("It ends on 30 June 2026 here.", "It ends on June 30, 2026 here.", &[]);
    check("They pay by 1 May 2026.", "They pay on or before May 1st, 2026.", &[]);
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
    check_class("It has 5 MW of power.", "It has 5 mW of power.", Class::Wording);
    check_class("It is 5 Km from it.", "It is 5 km from it.", Class::Editorial);
    check_class("It binds the people there.", "It binds the peoples there.", Class::Wording);
    check_class("They pay damage to it.", "They pay damages to it.", Class::Wording);
    check_class("They pay the report then.", "They pay the reports then.", Class::Editorial);
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
    check("They are urged to pay.", "They are invited to pay.", &["modal: are urged to → are invited to (weaker)"]);
    check("It costs EUR 9 per year.", "It costs EUR 9 per month.", &["date: per year → per month"]);
    check("They comply with it there.", "They consider it there.", &["modal: comply with → consider (weaker)"]);
    check("It costs EUR 9 per year.", "It costs EUR 9 a year.", &[]);
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
    check_class("The train left today.", "The train may have left today.", Class::Wording);
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
