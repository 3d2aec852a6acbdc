//! What is found of numbers, units and dates, and what is passed over.

use super::*;

#[test]
fn numbers_that_differ_are_found() {
    check("ru-en", "Погибли 35 человек.", "It killed 55 people.", &["number: 35 → 55"]);
    check("ru-en", "Выделено 35 млн долларов.", "It granted $35 billion.", &["number: 35 млн → $35 billion"]);
    check(
        "ru-en",
        "Вес груза 1,250 кг.",
        "The load weighs 1,250 kg.",
        &["number: 1,250 is 1.25 in the original, 1250 in the translation"],
    );
    check(
        "de-fr",
        "Es kostet 1,5 Mio. Franken.",
        "Cela coûte 15 millions de francs.",
        &["number: 1,5 Mio → 15 millions"],
    );
    check("ru-en", "В зале было 240 мест.", "The hall was full of seats.", &["number: drops 240"]);
    check("zh-en", "那里有35万人。", "There were 35,000 people there.", &["number: 35万 → 35,000"]);
}

#[test]
fn what_is_always_so_is_told_in_other_words() {
    passes("en-de", "The office answers 24 hours a day.", "Das Büro antwortet rund um die Uhr.");
    passes("fr-en", "Le service répond 24 heures sur 24.", "The service answers round the clock.");
    passes("en-de", "It ends with a fortnight's notice.", "Es endet mit einer Frist von 14 Tagen.");
    check("en-de", "The office is open 24 hours.", "Das Büro ist offen.", &["number: drops 24"]);
}

#[test]
fn numbers_of_the_same_value_pass() {
    passes("ru-en", "Это 6,5 тыс. человек и 35 млн долларов.", "That is 6,500 people and $35 million.");
    passes("ru-en", "Это 6,5 тыс. человек.", "That is 6.5 thousand people.");
    passes("ru-en", "Было 2 дома и 12 лодок.", "There were two houses and a dozen boats.");
    passes("ru-en", "На площади в 1 250,5 га растут две сосны.", "Two pines grow on 1,250.5 hectares.");
    passes("ru-en", "В 80-х годах XIX века их было 30-40 тысяч.", "In the 1880s there were 30,000 to 40,000 of them.");
    passes(
        "ru-en",
        "В 1980-е годы, в XX веке, это стоило 50% цены.",
        "In the eighties, in the 20th century, it cost half the price.",
    );
    passes("ru-en", "Пятидесятилетний капитан ждал 15 минут.", "The 50-year-old captain waited a quarter of an hour.");
    passes("ru-en", "Встреча начнётся в 17:30.", "The meeting begins at 5:30 p.m.");
    passes("ru-en", "Счёт 3:1, артикул № 713946, Ми-8.", "The score is 3–1, item no. 713946, Mi-8.");
    passes("de-fr", "Um 17.30 Uhr waren es 1 ½ m, fünfunddreißig Boote.", "À 17 h 30 il y avait 1,50 m et 35 bateaux.");
    passes(
        "de-fr",
        "Es kostet Fr. 2.70, von 22 bis 6 Uhr, 4,80 m tief.",
        "Cela coûte 2 fr. 70, de 22 h à 6 h, 4,80 m de fond.",
    );
    passes("de-en", "Geöffnet von 22 bis 6 Uhr.", "Open from 10 p.m. to 6 a.m.");
    passes(
        "ru-en",
        "Замена обойдётся не в 90, а в 130 млн крон.",
        "Replacing it will cost 130 million crowns, not 90 million.",
    );
    passes("de-fr", "Das sind 1'250 Franken im Jahr 98.", "Cela fait 1250 francs en 1998.");
    passes("en-de", "It cost $1.2bn and 97 lives.", "Es kostete 1,2 Milliarden Dollar und siebenundneunzig Leben.");
    passes("hu-en", "Az ár 25 százaléka 35 000 forint.", "25 percent of the price is 35,000 forints.");
    passes("zh-en", "三十五万人付了3.5亿元。", "The 350,000 people paid 350 million yuan.");
    passes("zh-en", "他有一个苹果。", "He has an apple.");
}

#[test]
fn numbers_said_by_other_means_pass() {
    passes("ru-en", "Всего 3 млн 150 тыс. тонн.", "3.15 million tons in all.");
    passes("ru-en", "Сход начался в полседьмого.", "The meeting began at 6:30.");
    passes("ru-en", "Начнём без четверти девять.", "Let us begin at 8:45.");
    passes("de-en", "Wir kamen um halb vier.", "We came at 3:30.");
    passes("ru-en", "Треть лодок новая, четверть старая.", "33% of the boats are new, 25% old.");
    passes("en-ru", "About 75% of the boats are new.", "Новых лодок — три четверти.");
    passes("de-en", "Sie fuhren anderthalb Stunden.", "They sailed for 90 minutes.");
    passes("de-en", "Das dauerte drei Jahrzehnte.", "That took 30 years.");
    passes("en-de", "That took 3 decades.", "Das dauerte 30 Jahre.");
    passes("ru-en", "Ночью было минус 35.", "It was -35 at night.");
    passes("ru-en", "Паром отходит в 00:25.", "The ferry leaves at 12:25 a.m.");
    passes("ru-en", "Высота стены 185 см.", "The wall is 1.85 m high.");
    passes("de-en", "Es waren 20 °C.", "It was 68 °F.");
    passes("de-en", "Es waren 20 °C.", "It was 68°F.");
    check("de-en", "Es waren 20 °C.", "It was 86 °F.", &["number: 20 → 86"]);
    check("de-en", "Es waren 20°C.", "It was 86°F.", &["number: 20 → 86"]);
    check("de-en", "Es waren -20 Grad.", "It was 20 degrees.", &["number: -20 → 20"]);
    check("de-en", "Er kam um 7:30 Uhr.", "He came at 8:30.", &["number: 7:30 → 8:30"]);
}

#[test]
fn units_that_differ_are_found() {
    check("ru-en", "До города 30 км.", "The town is 30 miles away.", &["unit: 30 км → 30 miles"]);
    check(
        "ru-en",
        "Выдано 35 млн рублей.",
        "It paid 35 million dollars.",
        &["unit: 35 млн рублей → 35 million dollars"],
    );
    check(
        "de-fr",
        "Die Quote stieg um 2 Prozentpunkte auf 30 Prozent.",
        "La part a augmenté de 2 % pour atteindre 30 %.",
        &["unit: 2 Prozentpunkte → 2 %"],
    );
}

#[test]
fn units_that_are_one_pass() {
    passes("ru-en", "До города 16 км, 30 процентов пути.", "The town is 10 miles away, 30% of the way.");
    passes("ru-en", "Срок — 24 месяца.", "The term is 2 years.");
    passes("ru-en", "В 1988 г. было 5 г соли.", "In 1988 there were 5 grams of salt.");
    passes("de-fr", "Ein 5-jähriges Kind lief 3 km.", "Un enfant de 5 ans a couru 3 kilomètres.");
}

#[test]
fn dates_that_differ_are_found() {
    check(
        "ru-en",
        "Это случилось 7 декабря 1988 г.",
        "It happened on December 17, 1988.",
        &["date: 7 декабря 1988 → December 17, 1988"],
    );
    check("ru-en", "Они встретятся 7 мая.", "They will meet on March 7.", &["date: 7 мая → March 7"]);
    check("de-fr", "Sie treffen sich am Mittwoch.", "Ils se réunissent jeudi.", &["date: Mittwoch → jeudi"]);
    check(
        "zh-en",
        "1988年12月7日发生。",
        "It happened on December 8, 1988.",
        &["date: 1988年12月7日 → December 8, 1988"],
    );
}

#[test]
fn dates_that_are_one_pass() {
    passes("ru-en", "7 декабря 1988 г. и 07.03.2021.", "December 7, 1988 and 7 March 2021.");
    passes("ru-en", "С 7 по 9 декабря.", "December 7–9.");
    passes(
        "ru-en",
        "В четверг, 16 сентября, охрана окружающей среды.",
        "On Thursday, September 16th, environmental protection.",
    );
    passes("de-fr", "Am 1. August 2021 und im Mai.", "Le 1er août 2021 et en mai.");
    passes("hu-en", "2004. május 1-jén csatlakozott.", "It joined on 1 May 2004.");
    passes("zh-en", "12月7日，星期三。", "Wednesday, December 7.");
    passes("ru-en", "В прошлом месяце, в декабре, шёл снег.", "It snowed last month.");
}
