//! Numbers in words, parts of a whole, and times.

use super::*;

#[test]
fn percentages_differ_by_points() {
    check("Interest is 8% a year.", "Interest is 9% a year.", &["number: 8% → 9% (+1 point)"]);
    check("The quorum is 12.5 per cent.", "The quorum is 9 per cent.", &["number: 12.5 → 9 (−3.5 points)"]);
    check("The fee is $8 a year.", "The fee is $9 a year.", &["number: $8 → $9 (+12.5 %)"]);
}

#[test]
fn times_of_day() {
    check("It ends at 7 pm there.", "It ends at 7.30 pm there.", &["date: 7 pm → 7.30 pm"]);
    check("It ends at 5 p.m. there.", "It ends at 5 a.m. there.", &["date: 5 p.m. → 5 a.m."]);
    check("It ends at 17:00 there.", "It ends at 17:30 there.", &["date: 17:00 → 17:30"]);
    check("It ends at 5 p.m. there.", "It ends at 5 pm there.", &["spelling: p.m. → pm"]);
    check("It ends at 5 pm there.", "It ends at 17:00 there.", &[]);
    check_in("de", "Es endet um 7.30 Uhr dort.", "Es endet um 8.30 Uhr dort.", &["date: 7.30 Uhr → 8.30 Uhr"]);
    check_in("ru", "Ответ дают за 12 часов.", "Ответ дают за 6 часов.", &["number: 12 → 6 (−50 %)"]);
    check("It takes 7 days there.", "It takes 8 days there.", &["number: 7 → 8 (+14 %)"]);
    check("It begins at 10:30 there.", "It begins at 22:30 there.", &["date: 10:30 → 22:30"]);
    check("It begins at 12:30 there.", "It begins at 00:30 there.", &["date: 12:30 → 00:30"]);
    check("It has 12 morning sessions.", "It has 14 morning sessions.", &["number: 12 → 14 (+17 %)"]);
    check("It has 12 votes in the morning.", "It has 14 votes in the morning.", &["number: 12 → 14 (+17 %)"]);
    check(
        "It ends at 7 in the evening.",
        "It ends at 8 in the evening.",
        &["date: 7 in the evening → 8 in the evening"],
    );
}

#[test]
fn numbers_within_a_word() {
    check("It takes twenty-five men.", "It takes thirty-five men.", &["number: twenty-five → thirty-five (+40 %)"]);
    check(
        "It was the eighty-first session.",
        "It was the eighty-second session.",
        &["number: eighty-first → eighty-second"],
    );
    check("A five-year term is set.", "A ten-year term is set.", &["number: five-year → ten-year (+100 %)"]);
    check("A six-month rate applies.", "A six-week rate applies.", &["unit: six-month → six-week"]);
    check("A three-judge panel sits.", "A five-judge panel sits.", &["number: three-judge → five-judge"]);
    check("The goods are second-hand now.", "The goods are first-rate now.", &[]);
    check("It is a one-off payment.", "It is a single payment.", &[]);
    check_in(
        "fr",
        "C’est la vingt-et-unième session.",
        "C’est la vingt-deuxième session.",
        &["number: vingt-et-unième → vingt-deuxième"],
    );
    check_in("fr", "Il reste dix-sept jours.", "Il reste dix-huit jours.", &["number: dix-sept → dix-huit (+5.9 %)"]);
    check_in("fr", "Un membre paie seul.", "Le membre paie seul.", &[]);
    check_in(
        "de",
        "Eine dreißigtägige Frist gilt.",
        "Eine sechzigtägige Frist gilt.",
        &["number: dreißigtägige → sechzigtägige (+100 %)"],
    );
    check_in(
        "de",
        "Das ist die einundachtzigste Tagung.",
        "Das ist die zweiundachtzigste Tagung.",
        &["number: einundachtzigste → zweiundachtzigste"],
    );
    check_in("de", "Ein Mitglied zahlt allein.", "Das Mitglied zahlt allein.", &[]);
    check_in(
        "es",
        "Es la vigésimo primera sesión.",
        "Es la vigésimo segunda sesión.",
        &["number: vigésimo primera → vigésimo segunda"],
    );
    check_in("ru", "Дан пятилетний срок.", "Дан десятилетний срок.", &["number: пятилетний → десятилетний (+100 %)"]);
    check_in("ru", "Это двусторонний договор.", "Это многосторонний договор.", &[]);
    check_in("ru", "Пришли десять-пятнадцать членов.", "Пришли двадцать пять членов.", &["number: adds двадцать пять"]);
    check_in(
        "fr",
        "Il a quatre-vingt-dix-sept ans.",
        "Il a soixante-dix-sept ans.",
        &["number: quatre-vingt-dix-sept → soixante-dix-sept (−21 %)"],
    );
    check_in("ru", "Пришли два-три члена.", "Пришли три-четыре члена.", &[]);
}

#[test]
fn a_word_and_its_figures_are_told_apart_where_they_count() {
    let edited = |old: &str, new: &str| check_in("de", old, new, &["number: 2 → 3 (+50 %)"]);
    edited("Er greift ein (2) und geht.", "Er greift ein (3) und geht.");
}

#[test]
fn fractions_by_value() {
    check(
        "Two thirds of them vote.",
        "Three quarters of them vote.",
        &["number: Two thirds → Three quarters (+12.5 %)"],
    );
    check("One third of them votes.", "One half of them votes.", &["quantifier: third → half"]);
    check("One third of them vote.", "Two thirds of them vote.", &["number: One third → Two thirds (+100 %)"]);
    check("They vote by two thirds.", "They vote by two-thirds.", &["spelling: two thirds → two-thirds"]);
    check(
        "At least one third party pays.",
        "At least two third parties pay.",
        &["number: one → two (+100 %)", "grammar: party pays → parties pay"],
    );
    check("The third party pays them.", "The other party pays them.", &[]);
    check_in(
        "fr",
        "Il faut deux tiers des voix.",
        "Il faut trois quarts des voix.",
        &["number: deux tiers → trois quarts (+12.5 %)"],
    );
    check_in("fr", "Un tiers paie la facture.", "Une société affiliée paie la facture.", &[]);
    check_in(
        "de",
        "Zwei Drittel der Stimmen reichen.",
        "Drei Viertel der Stimmen reichen.",
        &["number: Zwei Drittel → Drei Viertel (+12.5 %)"],
    );
    check_in(
        "es",
        "Se exigen dos tercios de los votos.",
        "Se exigen tres cuartos de los votos.",
        &["number: dos tercios → tres cuartos (+12.5 %)"],
    );
    check_in(
        "ru",
        "Нужны две трети голосов.",
        "Нужны три четверти голосов.",
        &["number: две трети → три четверти (+12.5 %)"],
    );
}

#[test]
fn a_century_says_nothing_new_of_the_last_year() {
    check("The war of 1914–18 ended.", "The war of 1914–1918 ended.", &["typography: 18 → 1918"]);
    check("The war of 1914-18 ended.", "The war of 1914-1918 ended.", &["typography: 1914-18 → 1914-1918"]);
    check("It has 18 members.", "It has 1918 members.", &["number: 18 → 1918 (+10556 %)"]);
}

#[test]
fn two_numbers_that_change_places_are_told() {
    check("They voted 21–18 for it.", "They voted 18–21 for it.", &["number: 21–18 → 18–21"]);
    check("They voted 21 to 18 for it.", "They voted 18 to 21 for it.", &["number: 21 to 18 → 18 to 21"]);
    check("They voted 21–18 for it.", "They voted 21 to 18 for it.", &["typography: – → to"]);
}

#[test]
fn powers_are_whole() {
    check("It holds 10^6 per litre.", "It holds 10^-6 per litre.", &["number: 10^6 → 10^-6"]);
    check("It holds 10^6 per litre.", "It holds 10⁹ per litre.", &["number: 10^6 → 10⁹"]);
    check("It holds 10^6 per litre.", "It holds 10⁶ per litre.", &["typography: 10^6 → 10⁶"]);
    check("It holds 5 m^2 there.", "It holds 5 m^3 there.", &["number: m^2 → m^3"]);
    check("It holds 10^6 cells there.", "It holds 10^9 grains there.", &["number: 6 → 9"]);
    check("It holds 10 per litre.", "It holds 20 per litre.", &["number: 10 → 20 (+100 %)"]);
}

#[test]
fn a_word_before_a_noun_says_nothing_of_a_date() {
    check("It was heard at the Court on 5 May.", "It was heard before the Court on 5 May.", &[]);
    check("It was adopted by the Council in May 2020.", "It was adopted in the Council in May 2020.", &[]);
    check("It was received from the Bank on Monday.", "It was received by the Bank on Monday.", &[]);
    check_in("de", "Das Treffen vom 5. Mai zählt.", "Das Treffen am 5. Mai zählt.", &[]);
    check("It ends before the end of May.", "It ends by the end of May.", &["date: before → by"]);
    check("They set it out above, as was said.", "They set it out below, as was said.", &[]);
    check("It falls due earlier in that case.", "It falls due later in that case.", &[]);
}

#[test]
fn a_number_said_twice_is_one() {
    check("It ends in 30 days.", "It ends in thirty (30) days.", &["typography: 30 → thirty (30)"]);
    check("It ends in thirty (30) days.", "It ends in 30 days.", &["typography: thirty (30) → 30"]);
    check("It ends in thirty days.", "It ends in thirty (30) days.", &["spelling: adds (30)"]);
    check(
        "It ends in thirty (30) days.",
        "It ends in forty-five (45) days.",
        &["number: thirty (30) → forty-five (45) (+50 %)"],
    );
    check(
        "It ends in 30 (thirty) days.",
        "It ends in 45 (forty-five) days.",
        &["number: 30 (thirty) → 45 (forty-five) (+50 %)"],
    );
    check(
        "It ends in thirty (30) days.",
        "It ends in thirty (45) days.",
        &["number: 30 → 45 (+50 %); it says thirty (45)"],
    );
    check("It ends in thirty days.", "It ends in thirty (45) days.", &["number: adds 45; it says thirty (45)"]);
    check("It ends in thirty days.", "It ends in thirty days (30).", &["number: adds 30"]);
    check_in(
        "fr",
        "Il prend fin dans 30 jours.",
        "Il prend fin dans trente (30) jours.",
        &["typography: 30 → trente (30)"],
    );
}

#[test]
fn a_range_may_be_written_in_several_ways() {
    check("They voted 12 to 9 there.", "They voted 12-9 there.", &["typography: 12 to 9 → 12-9"]);
    check("They voted 12-9 there.", "They voted 12–9 there.", &["typography: 12-9 → 12–9"]);
    check("They voted 12 to 9 there.", "They voted 13-9 there.", &["number: 12 → 13-9"]);
    check(
        "See Articles 12 and 19 there.",
        "See Articles 12-19 there.",
        &["reference: Articles 12 and 19 → Articles 12-19"],
    );
}

#[test]
fn areas_and_currencies_are_told_apart() {
    check("It has 5 km2 of wood.", "It has 5 ha of wood.", &["unit: km2 → ha"]);
    check("It has 5 km² of wood.", "It has 5 km2 of wood.", &["typography: km² → km2"]);
    check("It has 5 km2 of wood.", "It has 500 ha of wood.", &[]);
    check("It costs 500 yen there.", "It costs 500 yuan there.", &["unit: yen → yuan"]);
    check("It costs ¥500 there.", "It costs 500 yuan there.", &[]);
    check("It costs ¥500 there.", "It costs 500 yen there.", &[]);
}

#[test]
fn ordinals_within_a_word_differ() {
    check(
        "It is the second-largest port.",
        "It is the third-largest port.",
        &["number: second-largest → third-largest"],
    );
    check("It is a second-hand boat.", "It is a second-rate boat.", &[]);
}

#[test]
fn a_number_that_moved_within_its_sentence_is_no_alarm() {
    check("A two-day meeting was held in May.", "A meeting was held in May for two days.", &["content: adds days"]);
    check("It is held in 2 towns and 3 ports.", "It is held in 2 towns and ports.", &["number: drops 3"]);
}

#[test]
fn amounts_of_money_may_be_written_short() {
    check("The aid is 5 m euros.", "The aid is 5 bn euros.", &["number: 5 m → 5 bn (+99900 %)"]);
    check("The aid is EUR 5bn.", "The aid is EUR 5m.", &["number: 5bn → 5m (−99.9 %)"]);
    check("The pipe is 5 m long.", "The pipe is 5 km long.", &["unit: m → km"]);
    check_class("The aid is 5 m euros.", "The aid is 5 million euros.", Class::Wording);
    check_class("The aid is €5m.", "The aid is €5 million.", Class::Editorial);
    check_in("fr", "L'aide est de 5 M€.", "L'aide est de 5 Md€.", &["number: 5 M → 5 Md (+99900 %)"]);
    check_in(
        "es",
        "La ayuda es de 5 millones de euros.",
        "La ayuda es de 5 mil millones de euros.",
        &["number: 5 millones → 5 mil millones (+99900 %)"],
    );
}

#[test]
fn per_mille_is_a_tenth_of_per_cent() {
    check("The rate is 5 %.", "The rate is 5 ‰.", &["unit: % → ‰ (−4.5 points)"]);
    check("The rate is 5% of it.", "The rate is 6‰ of it.", &["number: 5% → 6‰ (−4.4 points)"]);
    check_class("The rate is 5% of it.", "The rate is 50‰ of it.", Class::Wording);
    check_class("The rate is 5‰ of it.", "The rate is 5 ‰ of it.", Class::Editorial);
    check_in(
        "ru",
        "Ставка 5 процентов суммы.",
        "Ставка 5 промилле суммы.",
        &["unit: процентов → промилле (−4.5 points)"],
    );
}

#[test]
fn marks_of_footnotes_are_no_numbers() {
    check("It is dear.[^3]", "It is dear.[^4]", &["reference: [^3] → [^4]"]);
    let notes = "\n\n[^1]: See the annex.\n[^2]: Nobody knows.\n[^3]: See the annex.\n";
    let check_noted = |new: &str, expected: &str| {
        check(&format!("It is dear.[^1]{notes}"), &format!("It is dear.{new}{notes}"), &[expected]);
    };
    check_noted("[^2]", "reference: [^1] → [^2] (another note)");
    check_noted("[^3]", "reference: [^1] → [^3] (renumbered)");
    check("It is dear.[^3]", "It is dear.", &["reference: drops [^3]"]);
}

#[test]
fn a_reference_is_written_in_several_ways() {
    let said = "reference: Article 6.2 → paragraph 2 of Article 6 (the same)";
    check("Under Article 6.2 they meet.", "Under paragraph 2 of Article 6 they meet.", &[said, said]);
    check(
        "Under Article 6.2 they meet.",
        "Under Article 6(2) they meet.",
        &["reference: Article 6.2 → Article 6(2) (the same)"],
    );
    check_in(
        "de",
        "Nach Artikel 6 Absatz 2 tagen sie.",
        "Nach Artikel 6.2 tagen sie.",
        &["reference: Artikel 6 Absatz 2 → Artikel 6.2 (the same)"],
    );
    check_class("Under Article 6.2 they meet.", "Under paragraph 2 of Article 6 they meet.", Class::Wording);
    check_class("Under Article 6.2 they meet.", "Under paragraph 3 of Article 6 they meet.", Class::Substantive);
    check_class("Under Section 5.1 they meet.", "Under Section 5.10 they meet.", Class::Substantive);
    check_class("Under version 1.1 they meet.", "Under version 1.10 they meet.", Class::Substantive);
    check_class("The rate is 5.1 here.", "The rate is 5.10 here.", Class::Editorial);
}

#[test]
fn signs_before_a_number_say_more_or_less() {
    check("The part weighs < 5 kg in all.", "The part weighs > 5 kg in all.", &["number: < 5 → > 5"]);
    check("It is cut to ±5 mm at most.", "It is cut to +5 mm at most.", &["number: ±5 → +5"]);
    check("The part weighs 5 kg in all.", "The part weighs ≥ 5 kg in all.", &["number: adds ≥ before 5"]);
    check("See <b>five</b> here.", "See <i>five</i> here.", &["markup: b → i", "markup: b → i"]);
}

#[test]
fn money_of_another_country_is_another_unit() {
    for (language, old, new, reason) in [
        ("en", "It pays 500 US dollars.", "It pays 500 Canadian dollars.", "US dollars → Canadian dollars"),
        ("fr", "Il paie 500 francs suisses.", "Il paie 500 francs CFA.", "francs suisses → francs CFA"),
        ("es", "Paga 500 francos suizos.", "Paga 500 francos CFA.", "francos suizos → francos CFA"),
        ("de", "Er zahlt 500 US-Dollar.", "Er zahlt 500 kanadische Dollar.", "US-Dollar → kanadische Dollar"),
        ("ru", "Он платит 500 долларов.", "Он платит 500 канадских долларов.", "долларов → канадских долларов"),
    ] {
        check_in(language, old, new, &[&format!("unit: {reason}")]);
        check_class_in(language, old, new, Class::Substantive);
    }
    check("It has Swiss partners.", "It has Canadian partners.", &["name: Swiss → Canadian"]);
}

#[test]
fn millions_are_no_metres() {
    check("It is 1.5 M.", "It is 1.5 m.", &["unit: M → m"]);
    check_class("It is 1.5 M.", "It is 1.5 m.", Class::Substantive);
    check_class("It is line M of it.", "It is line m of it.", Class::Editorial);
}

#[test]
fn a_currency_is_told_without_a_number() {
    for (language, old, new, reason) in [
        ("en", "They pay in US dollars.", "They pay in Canadian dollars.", "US dollars → Canadian dollars"),
        ("en", "They pay in Swiss francs.", "They pay in CFA francs.", "Swiss francs → CFA francs"),
        ("fr", "Ils paient en francs suisses.", "Ils paient en francs CFA.", "francs suisses → francs CFA"),
        ("es", "Pagan en francos suizos.", "Pagan en francos CFA.", "francos suizos → francos CFA"),
        ("en", "They pay in XOF.", "They pay in XAF.", "XOF → XAF"),
    ] {
        check_in(language, old, new, &[&format!("unit: {reason}")]);
        check_class_in(language, old, new, Class::Substantive);
    }
    check("They pay 500 Swiss francs.", "They pay 500 francs.", &["unit: Swiss francs → francs"]);
    check("They pay 500 dollars.", "They pay 500 US dollars.", &["unit: dollars → US dollars"]);
    check_class("They pay 500 FCFA.", "They pay 500 CFA francs.", Class::Editorial);
    check_class("They pay in dollars or in euros.", "They pay in dollars or euros.", Class::Editorial);
}

#[test]
fn letters_multiply_money_only_where_it_stands() {
    check("It is in Columbia, TN.", "It is in Columbia, MD.", &["name: TN → MD"]);
    check("The aid is €5 MN.", "The aid is €5 BN.", &["number: €5 MN → €5 BN (+99900 %)"]);
    check_class("The aid is 1.5 M EUR.", "The aid is 1.5 m EUR.", Class::Editorial);
    check_class("The aid is €5 M.", "The aid is €5 m.", Class::Editorial);
    check_class("It stands in annex 5 M.", "It stands in annex 5 m.", Class::Editorial);
    check_class("The pump has 5 MW.", "The pump has 5 mW.", Class::Substantive);
    check("The debt is $34 T.", "The debt is $34 trillion.", &[]);
    check_class("The debt is $34 T.", "The debt is $34 thousand.", Class::Substantive);
    check_in("de", "Die Schuld ist 34 T EUR.", "Die Schuld ist 34 Tausend EUR.", &[]);
    check_class_in("de", "Die Schuld ist 34 T EUR.", "Die Schuld ist 34 Mio EUR.", Class::Substantive);
}

#[test]
fn a_smaller_scale_behind_a_greater_one_is_added() {
    check_in(
        "es",
        "Paga dos millones mil euros.",
        "Paga dos mil millones de euros.",
        &["number: dos millones mil → dos mil millones (+99850 %)"],
    );
}
