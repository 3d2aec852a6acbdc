//! What is promised, how firmly, and what is only said.

use super::*;

#[test]
fn commitments_stand_on_a_ladder() {
    for (language, old, new, reason) in [
        ("en", "They undertake to sign it.", "They intend to sign it.", "undertake to → intend to (weaker)"),
        ("en", "They intend to sign it.", "They endeavour to sign it.", "intend to → endeavour to (stronger)"),
        ("fr", "Elle s'engage à ouvrir.", "Elle s'efforce d'ouvrir.", "s'engage à → s'efforce d' (weaker)"),
        ("fr", "Elle s'efforce d'ouvrir.", "Elle a l'intention d'ouvrir.", "s'efforce d' → a l'intention d' (weaker)"),
        (
            "de",
            "Er verpflichtet sich zur Zahlung.",
            "Er beabsichtigt die Zahlung.",
            "verpflichtet sich → beabsichtigt (weaker)",
        ),
        (
            "de",
            "Sie verpflichten sich, es zu tun.",
            "Sie bemühen sich, es zu tun.",
            "verpflichten sich → bemühen sich (weaker)",
        ),
        ("ru", "Он обязуется платить.", "Он намерен платить.", "обязуется → намерен (weaker)"),
        (
            "es",
            "Se compromete a pagar.",
            "Tiene la intención de pagar.",
            "Se compromete a → Tiene la intención de (weaker)",
        ),
    ] {
        check_in(language, old, new, &[&format!("modal: {reason}")]);
        check_class_in(language, old, new, Class::Substantive);
    }
}

#[test]
fn what_is_guaranteed_is_more_than_what_is_said() {
    for (language, old, new, reason) in [
        (
            "en",
            "It states that it is new.",
            "It guarantees that it is new.",
            "states that → guarantees that (stronger)",
        ),
        ("fr", "Il garantit que tout va.", "Il déclare que tout va.", "garantit que → déclare que (weaker)"),
        (
            "de",
            "Er erklärt, dass es neu ist.",
            "Er garantiert, dass es neu ist.",
            "erklärt, dass → garantiert, dass (stronger)",
        ),
        (
            "ru",
            "Он заявляет, что всё есть.",
            "Он гарантирует, что всё есть.",
            "заявляет, что → гарантирует, что (stronger)",
        ),
    ] {
        check_in(language, old, new, &[&format!("modal: {reason}")]);
        check_class_in(language, old, new, Class::Substantive);
    }
    check("It confirms that it is so.", "It confirms now that it is so.", &[]);
    check("It represents that firm there.", "It declares that firm there.", &[]);
}

#[test]
fn efforts_have_a_standard() {
    check(
        "It shall use its best efforts to pay.",
        "It shall use reasonable efforts to pay.",
        &["modal: best efforts → reasonable efforts (weaker)"],
    );
    check(
        "It shall use its best efforts to pay.",
        "It shall use its reasonable efforts to pay.",
        &["modal: best efforts → reasonable efforts (weaker)"],
    );
    check(
        "It shall use its reasonable efforts to pay.",
        "It shall use its best efforts to pay.",
        &["modal: reasonable efforts → best efforts (stronger)"],
    );
    check("It shall use best endeavours to pay.", "It shall use best efforts to pay.", &[]);
    check(
        "It must use best efforts to pay.",
        "It shall use best efforts to pay.",
        &["modal: must → shall (equal force)"],
    );
    check("It shall pay.", "It shall use best efforts to pay.", &["content: adds best efforts"]);
    check("It shall use best efforts to pay.", "It shall pay.", &["content: drops best efforts"]);
    check(
        "It makes its best efforts here.",
        "It makes reasonable efforts here.",
        &["modal: best efforts → reasonable efforts (weaker)"],
    );
    check("It shall use efforts to pay.", "It shall use reasonable efforts to pay.", &["qualifier: adds reasonable"]);
}

#[test]
fn hedges_and_rights_of_several_words_are_no_mere_grammar() {
    check("It may have been warned.", "It was warned.", &["modal: drops may have been"]);
    check_class("It may have been warned.", "It was warned.", Class::Substantive);
    check_class("It is entitled to leave.", "It leaves.", Class::Substantive);
    check("It may have broken the rules.", "It broke the rules.", &["modal: drops may have"]);
    check_class("It may have warned them.", "It warned them.", Class::Substantive);
    check_class("It can have a port.", "It has a port.", Class::Wording);
    check("It may have access to it.", "It has access to it.", &["modal: drops may"]);
    check_class_in("ru", "Банк мог быть закрыт.", "Банк был закрыт.", Class::Substantive);
    check_class("It can grow.", "It grows.", Class::Wording);
}

#[test]
fn what_makes_a_passive_is_no_modal() {
    check_in(
        "de",
        "Es ist klug, sie heute zu zahlen.",
        "Es ist klug, wenn sie heute gezahlt werden.",
        &["condition: adds wenn"],
    );
    check_in("de", "Sie werden zahlen.", "Sie sollen zahlen.", &["modal: werden → sollen (weaker)"]);
    check_in("de", "Es gilt, wenn sie zahlen.", "Es gilt, wenn sie gezahlt werden.", &[]);
}

#[test]
fn what_a_preamble_says_stands_on_a_ladder() {
    for (language, old, new, reason) in [
        ("en", "Strongly condemning it,", "Condemning it,", "Strongly condemning → Condemning (weaker)"),
        (
            "es",
            "Profundamente preocupados por ello,",
            "Preocupados por ello,",
            "Profundamente preocupados por → Preocupados por (weaker)",
        ),
        (
            "fr",
            "Profondément préoccupées par cela,",
            "Préoccupées par cela,",
            "Profondément préoccupées par → Préoccupées par (weaker)",
        ),
        ("en", "Welcoming the report,", "Taking note of the report,", "Welcoming → Taking note of (weaker)"),
        (
            "en",
            "Noting with concern the news,",
            "Deeply concerned by the news,",
            "Noting with concern → Deeply concerned by (stronger)",
        ),
        (
            "en",
            "Concerned by the news,",
            "Deeply concerned by the news,",
            "Concerned by → Deeply concerned by (stronger)",
        ),
        ("fr", "Se félicitant du rapport,", "Prenant note du rapport,", "Se félicitant → Prenant note (weaker)"),
        ("es", "Reafirmando el pacto,", "Recordando el pacto,", "Reafirmando → Recordando (weaker)"),
        (
            "de",
            "In Bekräftigung des Berichts,",
            "In Anerkennung des Berichts,",
            "In Bekräftigung → In Anerkennung (weaker)",
        ),
        ("ru", "Приветствуя доклад,", "Принимая к сведению доклад,", "Приветствуя → Принимая к сведению (weaker)"),
    ] {
        check_in(language, old, new, &[&format!("modal: {reason}")]);
        check_class_in(language, old, new, Class::Substantive);
    }
    check("Noting the report,", "Recalling the report,", &[]);
    check("Noting the report,", "Taking note of the report,", &[]);
    check("The firms concerned are here.", "The firms are here.", &[]);
}

#[test]
fn the_form_of_a_notice_is_told() {
    for (language, old, new, reason) in [
        ("en", "It shall be given in writing.", "It shall be given in text form.", "in writing → in text form"),
        ("de", "Sie bedarf der Schriftform.", "Sie bedarf der Textform.", "Schriftform → Textform"),
        ("fr", "Il est donné par écrit.", "Il est donné par voie électronique.", "par écrit → par voie électronique"),
    ] {
        check_in(language, old, new, &[&format!("qualifier: {reason}")]);
        check_class_in(language, old, new, Class::Substantive);
    }
    check_in("de", "Es ist schriftlich zu melden.", "Es ist in Schriftform zu melden.", &[]);
}

#[test]
fn how_soon_is_part_of_what_is_demanded() {
    check("They shall promptly notify it.", "They shall notify it.", &["date: drops promptly"]);
    check("They shall pay without undue delay.", "They shall pay.", &["date: drops without undue delay"]);
    for (language, old, new) in [
        ("en", "They shall immediately notify it.", "They shall notify it."),
        ("fr", "L'acheteur notifie sans délai le vice.", "L'acheteur notifie le vice."),
        ("de", "Der Käufer zeigt dies unverzüglich an.", "Der Käufer zeigt dies an."),
        ("es", "El comprador notifica de inmediato el vicio.", "El comprador notifica el vicio."),
        ("ru", "Покупатель незамедлительно уведомляет его.", "Покупатель уведомляет его."),
    ] {
        check_class_in(language, old, new, Class::Substantive);
    }
    for (language, old, new) in [
        ("en", "It was immediately clear to all.", "It was clear to all."),
        ("en", "The area immediately behind it is closed.", "The area behind it is closed."),
        ("en", "They shall immediately notify it.", "They shall notify it immediately."),
        ("fr", "La ville croît rapidement ici.", "La ville croît ici."),
        ("ru", "Город быстро растёт.", "Город растёт."),
    ] {
        check_class_in(language, old, new, Class::Wording);
    }
    check("They shall report before noon.", "They shall report noon.", &[]);
}

#[test]
fn intent_and_reserve_qualify_what_is_said() {
    check("He knowingly hid the defect.", "He hid the defect.", &["qualifier: drops knowingly"]);
    check(
        "It takes all the assets.",
        "It takes substantially all the assets.",
        &["quantifier: all → substantially all"],
    );
    for (language, old, new) in [
        ("en", "He knowingly hid the defect.", "He negligently hid the defect."),
        ("fr", "Il a sciemment caché le vice.", "Il a caché le vice."),
        ("de", "Er hat dies wissentlich verschwiegen.", "Er hat dies verschwiegen."),
        ("es", "Renuncia incondicionalmente a ello.", "Renuncia a ello."),
        ("ru", "Он безоговорочно отказывается от иска.", "Он отказывается от иска."),
    ] {
        check_class_in(language, old, new, Class::Substantive);
    }
    check_class("The cost is substantially higher.", "The cost is higher.", Class::Wording);
    check_class_in("de", "Die Kosten sind wesentlich höher.", "Die Kosten sind höher.", Class::Wording);
}

#[test]
fn how_sure_and_who_claims_it_is_told() {
    check("The man was probably seen.", "The man was seen.", &["qualifier: drops probably"]);
    check("He is thought to have fled.", "He has fled.", &["qualifier: drops is thought to"]);
    check("He denied the deal.", "He said the deal was off.", &["modal: denied → said"]);
    check("He was accused of theft.", "He was convicted of theft.", &["modal: accused → convicted (stronger)"]);
    check("The board approved it.", "The board took note of it.", &["modal: approved → took note of (weaker)"]);
    check_class("The drug reduces pain.", "The drug may reduce pain.", Class::Substantive);
    check_class("The drug reduces pain.", "The drug can reduce pain.", Class::Wording);
    check_class_in("de", "Der Preis steigt.", "Der Preis dürfte steigen.", Class::Substantive);
    check("They agree to it.", "They agree in principle to it.", &["qualifier: adds in principle"]);
    check("They should consider paying.", "They should pay.", &["modal: should consider → should (stronger)"]);
    for (language, old, new) in [
        ("fr", "Le maire aurait reçu des fonds.", "Le maire a reçu des fonds."),
        ("fr", "Il est accusé de vol.", "Il est soupçonné de vol."),
        ("de", "Der Mann ist wahrscheinlich geflohen.", "Der Mann ist geflohen."),
        ("es", "El hombre probablemente huyó.", "El hombre huyó."),
        ("es", "El consejo aprobó el plan.", "El consejo tomó nota del plan."),
        ("ru", "Вероятно, он уехал в город.", "Он уехал в город."),
    ] {
        check_class_in(language, old, new, Class::Substantive);
    }
}

#[test]
fn what_says_the_same_of_a_bound_or_a_ban_is_no_alarm() {
    check("Smoking is not permitted here.", "Smoking is prohibited here.", &[]);
    check("It must not be less than 5 euros.", "It must be at least 5 euros.", &[]);
    check("It must not exceed 5 euros.", "It must be at most 5 euros.", &[]);
}
