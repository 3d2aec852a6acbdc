//! What may matter, with its evidence.

use super::*;

#[test]
fn what_came_or_went_is_named_whole() {
    check(
        "It may not sell them.",
        "It may not sell them without prior written consent.",
        &["negation: adds without prior written consent", "qualifier: adds prior"],
    );
    check_in("fr", "Ce plan est valable.", "Ce plan n'est pas valable.", &["negation: est → n'est pas"]);
    check(
        "It is open.",
        "It is open. Article 3 binds ships, and Article 7 binds boats there.",
        &["reference: adds Article 3, Article 7", "content: adds a sentence"],
    );
    check("They met.\n\nIt\n\nThey left.\n", "They met.\n\nThey left.\n", &["content: drops It"]);
    check("They met.\n\nThey left.\n", "They met.\n\n§ 7\n\nThey left.\n", &["content: adds § 7"]);
}

#[test]
fn numbers_by_value() {
    check("It takes 30 days to pay.", "It takes 45 days to pay.", &["number: 30 → 45 (+50 %)"]);
    check(
        "It costs $48 million in all.",
        "It costs $71 million in all.",
        &["number: $48 million → $71 million (+48 %)"],
    );
    check("It costs 2 million in all.", "It costs 2 billion in all.", &["number: 2 million → 2 billion (+99900 %)"]);
    check("Some 6.5 thousand people came.", "Some 6,500 people came.", &["typography: 6.5 thousand → 6,500"]);
    check("We saw twelve ships there.", "We saw nine ships there.", &["number: twelve → nine (−25 %)"]);
    check("We saw 4 ships there.", "We saw four ships there.", &["typography: 4 → four"]);
    check("We saw ships there.", "We saw 3 ships there.", &["number: adds 3"]);
    check(
        "We saw 3 judges and clerks there.",
        "We saw judges and 3 clerks there.",
        &["number: drops 3", "number: adds 3"],
    );
    let moved = "order: moved within its sentence";
    check("They met for 3 days in Oslo then.", "They met in Oslo then for 3 days.", &[moved, moved]);
    check("The first report is late.", "The second report is late.", &["number: first → second"]);
    check("They met once a year.", "They met twice a year.", &["number: once → twice (+100 %)"]);
    check("One member left early.", "A member left early.", &[]);
    check_in("ru", "Пришло 6,5 тыс. человек.", "Пришло 6 500 человек.", &["typography: 6,5 тыс. → 6 500"]);
    check_in(
        "ru",
        "Расходы 1 250 000 крон в год.",
        "Расходы 1 750 000 крон в год.",
        &["number: 1 250 000 → 1 750 000 (+40 %)"],
    );
    check_in("fr", "Il y a vingt membres.", "Il y a trente membres.", &["number: vingt → trente (+50 %)"]);
    check_in("es", "Hay veinte países.", "Hay treinta países.", &["number: veinte → treinta (+50 %)"]);
    check_in("de", "Es gibt zehn Länder.", "Es gibt zwölf Länder.", &["number: zehn → zwölf (+20 %)"]);
}

#[test]
fn what_tells_a_place_in_a_row_does_not_grow() {
    check("The 1st Chamber decides.", "The 2nd Chamber decides.", &["number: 1st → 2nd"]);
    check("We met 10 judges there.", "We met 20 judges there.", &["number: 10 → 20 (+100 %)"]);
    check_in("fr", "La 2e chambre décide.", "La 3e chambre décide.", &["number: 2e → 3e"]);
    check_in("de", "Es entscheidet der 1. Senat.", "Es entscheidet der 2. Senat.", &["number: 1 → 2"]);
    check_in("de", "Es gibt 10 Senate.", "Es gibt 20 Senate.", &["number: 10 → 20 (+100 %)"]);
}

#[test]
fn amounts_written_another_way() {
    check("It costs £12m in all.", "It costs £12,000,000 in all.", &["typography: £12m → £12,000,000"]);
    check("It costs $3bn in all.", "It costs $3m in all.", &["number: $3bn → $3m (−99.9 %)"]);
    check("It costs 1.500,00 in all.", "It costs 1,500.00 in all.", &["typography: 1.500,00 → 1,500.00"]);
    check(
        "A limit of EUR 2,000,000 holds.",
        "A limit of EUR 1,500,000 holds.",
        &["number: 2,000,000 → 1,500,000 (−25 %)"],
    );
    check("It weighs 2.5 kg dry.", "It weighs 2,500 g dry.", &[]);
    check("It weighs 2.5 kg dry.", "It weighs 2,600 g dry.", &["number: 2.5 kg → 2,600 g (+4 %)"]);
    check("Sums are paid in USD then.", "Sums are paid in EUR then.", &["unit: USD → EUR"]);
    check("Call 104 220 at night.", "Call 104 202 at night.", &["number: 104 220 → 104 202"]);
}

#[test]
fn units_and_currencies() {
    check("It lies 30 km from there.", "It lies 30 miles from there.", &["unit: km → miles"]);
    check("It costs €500 a year.", "It costs $500 a year.", &["unit: €500 → $500"]);
    check("It costs EUR 500 a year.", "It costs USD 500 a year.", &["unit: EUR → USD"]);
    check("They pay within 30 days.", "They pay within 30 business days.", &["unit: days → business days"]);
    check("They pay within 10 days.", "They pay within 72 hours.", &["number: 10 days → 72 hours (−70 %)"]);
    check("It is 5% of it.", "It is 5 percentage points of it.", &["unit: 5% → 5 percentage points"]);
    check("It lies 30 km from there.", "It lies 30 kilometres from there.", &["abbreviation: km → kilometres"]);
    check("That day they came.", "That year they came.", &[]);
    check("It boils at 10 °C there.", "It boils at 50 °F there.", &[]);
    check("It boils at 10 °C there.", "It boils at 60 °F there.", &["number: 10 °C → 60 °F"]);
    check("It costs $3M in all.", "It costs $3m in all.", &["typography: $3M → $3m"]);
    check("It costs $12M in all.", "It costs $13M in all.", &["number: $12M → $13M (+8.3 %)"]);
    check_in("fr", "Il paie sous 30 jours.", "Il paie sous 30 mois.", &["unit: jours → mois"]);
    check_in("es", "Paga en 30 días.", "Paga en 30 meses.", &["unit: días → meses"]);
    check_in("de", "Er zahlt in 30 Tagen.", "Er zahlt in 30 Werktagen.", &["unit: Tagen → Werktagen"]);
    check_in("ru", "Срок 30 дней.", "Срок 30 месяцев.", &["unit: дней → месяцев"]);
}

#[test]
fn dates_are_whole() {
    check(
        "It enters into force on 1 January 2027.",
        "It enters into force on 1 July 2027.",
        &["date: 1 January 2027 → 1 July 2027"],
    );
    check("They meet on 15 October in Oslo.", "They meet on 1 October in Oslo.", &["date: 15 October → 1 October"]);
    check("It was agreed in 2025 there.", "It was agreed in 2026 there.", &["date: 2025 → 2026"]);
    check("It ends on 2026-05-01 at noon.", "It ends on 2026-06-01 at noon.", &["date: 2026-05-01 → 2026-06-01"]);
    check("They meet on Monday at noon.", "They meet on Friday at noon.", &["date: Monday → Friday"]);
    check("They met in May that year.", "They met in June that year.", &["date: May → June"]);
    check("It ends on 2026-05-01 at noon.", "It ends on 1 May 2026 at noon.", &["spelling: 2026-05-01 → 1 May 2026"]);
    check("See point D.8 of it there.", "See point D.8 of it, which may end.", &["modal: adds may"]);
    check_in("ru", "Вступает в силу 1 мая.", "Вступает в силу 15 мая.", &["date: 1 мая → 15 мая"]);
    check_in("fr", "Il entre en vigueur le 1 mai.", "Il entre en vigueur le 1 juin.", &["date: 1 mai → 1 juin"]);
    check_in("es", "Entra en vigor el 1 de mayo.", "Entra en vigor el 1 de junio.", &["date: 1 de mayo → 1 de junio"]);
    check_in("de", "Es gilt ab 1. Mai.", "Es gilt ab 1. Juni.", &["date: 1. Mai → 1. Juni"]);
    check_in("zh", "会议于5月3日举行。", "会议于5月4日举行。", &["date: 5月3日 → 5月4日"]);
    check_in("zh", "会议于2031年5月3日举行。", "会议于2032年5月3日举行。", &["date: 2031年5月3日 → 2032年5月3日"]);
    check_in("zh", "会议举行了3个月。", "会议举行了4个月。", &["number: 3 → 4 (+33 %)"]);
}

#[test]
fn a_deadline_that_goes_is_told_unless_it_only_moved() {
    let twice = "The seller shall immediately notify the bank and immediately pay.";
    check(twice, "The seller shall notify the bank and immediately pay.", &["date: drops immediately"]);
    let (old, new) = ("Er muss es rasch anzeigen, was überraschend ist.", "Er muss es anzeigen, was überraschend ist.");
    check_in("de", old, new, &["date: drops rasch"]);
    let first = "Immediately on receipt, the seller shall notify the bank.";
    let moved = "order: moved within its sentence";
    check(first, "The seller shall notify the bank immediately on receipt.", &[moved, moved]);
    check("Decides to act in due course.", "Decides to act.", &["date: drops in due course"]);
}

#[test]
fn a_word_ties_a_sentence_only_where_it_stands_apart() {
    check("He pays the fee too.", "He pays the fee.", &["grammar: drops too (ties this to what else is said)"]);
    check("He too shall pay.", "He shall pay.", &["grammar: drops too (ties this to what else is said)"]);
    check("The price is too high.", "The price is high.", &[]);
    check("However hard it is, he shall pay.", "Hard it is, he shall pay.", &[]);
}

#[test]
fn deadlines_count_where_one_stands_for_another() {
    check("They reply promptly then.", "They reply in due course then.", &["date: promptly → in due course"]);
    check("They meet before the vote.", "They meet after the vote.", &["date: before → after"]);
    check("They meet before the vote.", "They meet prior to the vote.", &["grammar: before → prior to"]);
    check_in("fr", "Il répond immédiatement.", "Il répond en temps utile.", &["date: immédiatement → en temps utile"]);
    check_in("de", "Er antwortet unverzüglich.", "Er antwortet rechtzeitig.", &["date: unverzüglich → rechtzeitig"]);
    check_in(
        "es",
        "El comité responde sin demora.",
        "El comité responde oportunamente.",
        &["date: sin demora → oportunamente"],
    );
    check_in("ru", "Он отвечает немедленно.", "Он отвечает в разумный срок.", &["date: немедленно → в разумный срок"]);
}

#[test]
fn modals_and_verbs_have_a_direction() {
    check("The Parties shall meet here.", "The Parties may meet here.", &["modal: shall → may (weaker)"]);
    check("The Parties should meet here.", "The Parties must meet here.", &["modal: should → must (stronger)"]);
    check("The Council requests the report.", "The Council urges the report.", &["modal: requests → urges (weaker)"]);
    check(
        "The Council urges them to act.",
        "The Council calls upon them to act.",
        &["modal: urges → calls upon (weaker)"],
    );
    check("The Council condemns the act.", "The Council deplores the act.", &["modal: condemns → deplores (weaker)"]);
    check("The Council condemns the act.", "The Council requests the act.", &["modal: condemns → requests"]);
    check("It meets here.", "It shall meet here.", &["modal: adds shall"]);
    check("The Parties shall meet here.", "The Parties must meet here.", &["modal: shall → must (equal force)"]);
    check_in("ru", "Капитаны должны сообщать.", "Капитаны могут сообщать.", &["modal: должны → могут (weaker)"]);
    check_in(
        "ru",
        "Совет поручает комитету.",
        "Совет предлагает комитету.",
        &["modal: поручает → предлагает (weaker)"],
    );
    check_in(
        "de",
        "Die Parteien müssen sich treffen.",
        "Die Parteien können sich treffen.",
        &["modal: müssen → können (weaker)"],
    );
    check_in(
        "fr",
        "Les parties doivent se réunir.",
        "Les parties peuvent se réunir.",
        &["modal: doivent → peuvent (weaker)"],
    );
    check_in(
        "fr",
        "Le Conseil exige un rapport.",
        "Le Conseil demande un rapport.",
        &["modal: exige → demande (weaker)"],
    );
    check_in(
        "es",
        "Las partes deberán reunirse.",
        "Las partes podrán reunirse.",
        &["modal: deberán → podrán (weaker)"],
    );
}

#[test]
fn negation_counts_over_the_clause() {
    check("The Council may review it.", "The Council may not review it.", &["negation: may → may not"]);
    check("They shall not enter it.", "They may enter it.", &["modal: shall not → may", "negation: drops not"]);
    check(
        "They shall not enter it.",
        "They may enter it, if the gate is not shut.",
        &["modal: shall not → may", "negation: drops not", "condition: adds if"],
    );
    check("He made clear he would sign nothing.", "He made clear he will not sign anything.", &["modal: would → will"]);
    check("They don't agree with it.", "They agree with it.", &["negation: They don't → They"]);
    check("They don't agree with it.", "They do not agree with it.", &["spelling: don't → do not"]);
    check("See No. 7 of the list.", "See number 7 of the list.", &["spelling: No. → number"]);
    check_in("ru", "Это запрещено здесь.", "Это не запрещено здесь.", &["negation: Это → Это не"]);
    check_in("fr", "Il n’est jamais entré.", "Il est souvent entré.", &["negation: est jamais → est"]);
    check_in("de", "Er ist nicht Mitglied.", "Er ist Mitglied.", &["negation: ist nicht → ist"]);
    check_in(
        "es",
        "El Consejo puede revisarlo.",
        "El Consejo no puede revisarlo.",
        &["negation: Consejo → Consejo no"],
    );
    check_in("pt", "Foi no porto.", "Foi do porto.", &[]);
}

#[test]
fn quantifiers_and_limits() {
    check("It applies to all members today.", "It applies to some members today.", &["quantifier: all → some"]);
    check("It applies to all members today.", "It applies to every member today.", &[]);
    check("It applies to members today.", "It applies only to members today.", &["quantifier: adds only"]);
    check("It takes 60 days.", "It takes at least 60 days.", &["quantifier: adds at least"]);
    check("It takes up to 60 days.", "It takes more than 60 days.", &["quantifier: up to → more than"]);
    check("They spoke over it.", "They spoke under it.", &[]);
    check("They bring a guest.", "They bring any guest.", &[]);
    check("It takes above 5 tons.", "It takes below 5 tons.", &["quantifier: above → below"]);
    check_in("fr", "Tous les membres votent.", "Certains membres votent.", &["quantifier: Tous → Certains"]);
    check_in("es", "Votan todos los miembros.", "Votan algunos miembros.", &["quantifier: todos → algunos"]);
    check_in("de", "Alle Mitglieder stimmen ab.", "Einige Mitglieder stimmen ab.", &["quantifier: Alle → Einige"]);
    check_in("ru", "Голосуют все члены.", "Голосуют некоторые члены.", &["quantifier: все → некоторые"]);
    check_in("ru", "Это длится 10 дней.", "Это длится не менее 10 дней.", &["quantifier: adds не менее"]);
}

#[test]
fn conditions_exceptions_and_what_joins() {
    check("They pay within a month.", "They pay within a month, unless they object.", &["condition: adds unless"]);
    check("They pay and leave.", "They pay or leave.", &["condition: and → or"]);
    check("They pay and/or leave.", "They pay and leave.", &["condition: and/or → and"]);
    check("They gave notice.", "They gave written notice.", &["qualifier: adds written"]);
    check("It stays until they leave.", "It stays till they leave.", &["grammar: until → till"]);
    check_in("fr", "Ils paient.", "Ils paient, sauf accord.", &["condition: adds sauf"]);
    check_in("es", "Pagan el precio.", "Pagan el precio, salvo acuerdo.", &["condition: adds salvo"]);
    check_in("de", "Sie zahlen den Preis.", "Sie zahlen den Preis, sofern sie liefern.", &["condition: adds sofern"]);
    check_in("ru", "Они платят цену.", "Они платят цену, если поставят товар.", &["condition: adds если"]);
}

#[test]
fn deceiving_characters_are_named() {
    check(
        "The Parties met here.",
        "The P\u{430}rties met here.",
        &["name: Parties → P\u{430}rties", "character: adds Cyrillic letter “а” (U+0430) in “P\u{430}rties”"],
    );
    check(
        "The Parties met here.",
        "The Par\u{200b}ties met here.",
        &["name: Parties → Par\u{200b}ties", "character: adds the invisible U+200B"],
    );
    check_in(
        "ru",
        "Это было не СССР.",
        "Это было не CCCP.",
        &["name: СССР → CCCP", "character: “С” (U+0421) → “C” (U+0043)"],
    );
}

#[test]
fn chinese_drafts_have_reasons() {
    check_in("zh", "当事人应当支付价款。", "当事人可以支付价款。", &["modal: 应当 → 可以 (weaker)"]);
    check_in("zh", "委员会和理事会决定。", "委员会或理事会决定。", &["condition: 和 → 或"]);
    check_in("zh", "合同自签字之日起生效。", "合同自批准之日起生效。", &["date: 签字 → 批准"]);
}

#[test]
fn numbers_of_lines_do_not_grow() {
    check("Call 030 1234567 for it.", "Call 030 7654321 for it.", &["number: 1234567 → 7654321"]);
    check("Call +49 30 1234567 for it.", "Call +43 30 1234567 for it.", &["number: +49 → +43"]);
    check("They pay 12345 for it.", "They pay 24690 for it.", &["number: 12345 → 24690 (+100 %)"]);
}

#[test]
fn dollars_are_those_of_a_country() {
    check("They pay A$500 for it.", "They pay HK$500 for it.", &["unit: A$ → HK$", "name: adds HK"]);
    check("They pay $500 for it.", "They pay C$500 for it.", &["unit: $ → C$"]);
    check("They pay USD 500 for it.", "They pay HKD 500 for it.", &["unit: USD → HKD"]);
    check_class("They pay US$500 for it.", "They pay $500 for it.", Class::Wording);
}

#[test]
fn opposites_turn_what_is_said() {
    for (language, old, new) in [
        ("en", "It runs from receipt of it.", "It runs from dispatch of it."),
        ("en", "All goods except spares count.", "All goods including spares count."),
        ("en", "It is the seller's flag.", "It is the buyer's flag."),
        ("en", "It binds the lessors.", "It binds the lessees."),
        ("en", "It counts as an asset.", "It counts as a liability."),
        ("en", "It ends today.", "It ends tomorrow."),
        ("en", "Either Party may end it.", "Each Party may end it."),
        ("en", "None may acquire land.", "None may acquire land by force."),
        ("fr", "Le délai court dès la réception.", "Le délai court dès l'envoi."),
        ("de", "Die Frist läuft ab Zugang.", "Die Frist läuft ab Absendung."),
        ("es", "Corre desde la recepción.", "Corre desde el envío."),
        ("ru", "Срок идёт со дня получения.", "Срок идёт со дня отправки."),
        ("ru", "Он не вправе взять это.", "Он не вправе взять это силой."),
    ] {
        check_class_in(language, old, new, Class::Substantive);
    }
    check_class("It is the end of the day.", "It is the close of the day.", Class::Wording);
}

#[test]
fn a_list_of_references_that_gets_shorter_is_told_whole() {
    check("It holds under clause 4 or 5.", "It holds under clause 4.", &["reference: clause 4 or 5 → clause 4"]);
    check("It holds under clause 4 and clause 9.", "It holds under clause 4.", &["reference: drops clause 9"]);
    check_class("It holds under clause 4 and clause 9.", "It holds under clause 4.", Class::Substantive);
    check("It holds (clause 4) there.", "It holds there.", &["reference: drops clause 4"]);
    check_class("It holds (clause 4) there.", "It holds there.", Class::Wording);
}

#[test]
fn the_groups_of_an_account_number_do_not_grow() {
    check("Pay to 5001 0517 5407 31 now.", "Pay to 5001 0517 5407 32 now.", &["number: 31 → 32"]);
}

#[test]
fn the_items_within_a_sentence_are_renumbered() {
    let old = "Costs cover (a) travel, (b) meals, and (c) rooms.";
    check(old, "Costs cover (a) travel, (b) taxis, (c) meals, and (d) rooms.", &["reference: (c) → (d) (renumbered)"]);
}
