//! What is found of amounts of money, units and times of day, and what is passed over.

use super::*;

#[test]
fn money_in_short_passes() {
    passes("fr-en", "Le budget est de 12 M€ cette année.", "The budget is EUR 12 million this year.");
    passes("fr-en", "La dette est de 3 Md€ et de 4,5 Mds €.", "The debt is €3 billion and €4.5 billion.");
    passes("de-en", "Es kostet 40 k€ oder 12 Mio. €.", "It costs EUR 40,000 or EUR 12 million.");
    passes("de-en", "Es kostet 250 TEUR, danach 3 Mrd. Euro.", "It costs EUR 250,000, then 3 billion euros.");
    passes("fr-de", "Il a reçu 12M€ et 3 M d’euros.", "Er erhielt 12 Mio. € und 3 Mio. Euro.");
    passes("en-fr", "It raised €12 m and US$ 3 bn.", "Il a levé 12 millions d’euros et 3 Md$.");
    check("fr-en", "Le budget est de 12 M€.", "The budget is EUR 12 billion.", &["number: 12 M → 12 billion"]);
    check(
        "de-en",
        "Es kostet 12 Mio. Euro.",
        "It costs 12 million dollars.",
        &["unit: 12 Mio. Euro → 12 million dollars"],
    );
}

#[test]
fn letters_that_multiply_nothing_pass() {
    passes("fr-en", "Il y a 12 m entre les murs.", "The walls are 12 metres apart.");
    passes("fr-en", "Il a vu 12 M. Dupont.", "He saw 12 Mr Duponts.");
    passes("ru-en", "Выделено 12 тыс. руб. и 3 млн. руб.", "It granted 12,000 roubles and 3 million roubles.");
    passes("ru-en", "ВЫДЕЛЕНО 12 ТЫС. РУБ.", "GRANTED: 12,000 ROUBLES");
}

#[test]
fn what_is_so_many_times_as_much_passes() {
    passes("de-en", "Das ist das 2,5-Fache der Summe.", "That is two and a half times the sum.");
    passes("de-en", "Das ist das 2,5-fache der Summe.", "That is 2.5 times the sum.");
    passes("ru-en", "Сумма выросла в 2,5 раза.", "The sum grew two and a half times.");
    passes("en-de", "The sum grew 2.5 times.", "Die Summe wuchs auf das Zweieinhalbfache.");
    passes("en-ru", "It took 2.5 hours.", "Это заняло два с половиной часа.");
    check("de-en", "Das ist das 2,5-Fache.", "That is 3.5 times as much.", &["number: 2,5 → 3.5"]);
}

#[test]
fn telephone_numbers_from_abroad_pass() {
    passes("de-en", "Rufen Sie an: 030 1234567.", "Call us: +49 30 1234567.");
    passes("ru-en", "Тел. 8 (495) 123-45-67, 3 окна.", "Phone +7 495 123 45 67, 3 windows.");
    check("de-en", "Rufen Sie an: 030 1234567, Zimmer 12.", "Call us: +49 30 1234567, room 21.", &["number: 12 → 21"]);
}

#[test]
fn numbers_behind_a_link_count() {
    passes("zh-en", "见https://ostara.example/a，第3条。", "See https://ostara.example/a, Article 3.");
    check(
        "zh-en",
        "见https://ostara.example/a，第3条。",
        "See https://ostara.example/a, Article 5.",
        &["number: 3 → 5"],
    );
}

#[test]
fn times_on_the_other_side_of_noon_are_found() {
    check("de-en", "Beginn ist um 19.30 Uhr.", "It begins at 7:30 a.m.", &["number: 19.30 Uhr → 7:30 a.m."]);
    check("fr-en", "Le bureau ouvre à 8h du matin.", "The office opens at 8 p.m.", &["number: 8h du matin → 8 p.m."]);
    check("ru-en", "Начало в 19:30.", "It begins at 7:30 in the morning.", &["number: 19:30 → 7:30 in the morning"]);
    check("de-fr", "Beginn ist um 19.30 Uhr.", "Cela commence à 7 h 30.", &["number: 19.30 Uhr → 7 h 30"]);
    check("en-zh", "It closes at 10 p.m.", "上午10时关门。", &["number: 10 p.m. → 上午10时"]);
    check("de-en", "Beginn ist um 19.30 Uhr.", "It begins at 8:30 p.m.", &["number: 19.30 → 8:30"]);
}

#[test]
fn times_in_other_ways_pass() {
    passes("de-en", "Beginn ist um 19.30 Uhr.", "It begins at 7:30 p.m.");
    passes("de-fr", "Beginn ist um 19.30 Uhr.", "Cela commence à 19h30.");
    passes("fr-en", "Ouvert de 8h à 20h.", "Open from 8 a.m. to 8 p.m.");
    passes("de-ru", "Beginn ist um 19.30 Uhr.", "Начало в 19:30.");
    passes("de-en", "Beginn ist um 7 Uhr am Hafen.", "It begins at 7 p.m. at the harbour.");
    passes("de-en", "Beginn ist um 7.30 Uhr, also spät am Abend.", "It begins at 7:30 p.m., late in the evening.");
    passes("en-ru", "It begins at 7:30 p.m.", "Начало в 19 ч 30 мин.");
    passes("de-en", "Von 8 bis 20 Uhr, freitags bis 8 Uhr.", "From 8 a.m. to 8 p.m., on Fridays until 8 a.m.");
    passes("de-en", "Der Zug fährt um 0.15 Uhr ab.", "The train leaves at 12:15 a.m.");
    passes("en-de", "Lunch is at 12:15 p.m.", "Mittagessen ist um 12.15 Uhr.");
    passes("ru-en", "Он спал 19 часов и встал в 7 утра.", "He slept for 19 hours and rose at 7 a.m.");
}

#[test]
fn times_with_another_beside_them_pass() {
    passes("de-en", "Geöffnet von 9:00 bis 17:00 Uhr.", "Open from 9:00 to 5:00 pm.");
    passes("de-en", "Um 20.30 Uhr gehe ich.", "At 8:30 I am leaving.");
    passes("de-en", "Geöffnet von 11:00 bis 13:00 Uhr.", "Open from 11:00 am to 1:00.");
    passes("es-de", "Mañana a las 7:30 llega el barco.", "Morgen um 19.30 Uhr kommt das Schiff.");
    check("de-en", "Geöffnet von 9:00 bis 17:00 Uhr.", "Open from 9:00 to 5:00 am.", &["number: 17:00 Uhr → 5:00 am"]);
}

#[test]
fn units_of_a_kind_that_differ_are_found() {
    check("de-en", "Die Frist beträgt 6 Monate.", "The term is 6 weeks.", &["unit: 6 Monate → 6 weeks"]);
    check("de-en", "Die Frist beträgt 6 Monate.", "The term is six weeks.", &["unit: 6 Monate → six weeks"]);
    check("en-de", "The term is six months.", "Die Frist beträgt 6 Wochen.", &["unit: six months → 6 Wochen"]);
    check("de-en", "Es sind 40 l Wasser.", "There are 40 ml of water.", &["unit: 40 l → 40 ml"]);
    check("de-en", "Das Haus hat 120 m².", "The house has 120 square feet.", &["unit: 120 m² → 120 square feet"]);
    check("ru-en", "Это 30км дороги.", "It is 30 miles of road.", &["unit: 30км → 30 miles"]);
    check("zh-en", "期限为6个月。", "The term is 6 weeks.", &["unit: 6个月 → 6 weeks"]);
    check("en-de", "Within 10 working days.", "Innerhalb von 10 Tagen.", &["unit: 10 working days → 10 Tagen"]);
}

#[test]
fn units_of_one_amount_pass() {
    passes("de-en", "Es dauert 60 Minuten.", "It takes one hour.");
    passes("de-en", "Es dauert 14 Tage und 24 Monate.", "It takes two weeks and two years.");
    passes("de-en", "In 8 Tagen kommt er.", "He will come in a week.");
    check("de-en", "In 13 Tagen kommt er.", "He will come in two weeks.", &["number: drops 13"]);
    passes("fr-en", "Il a 15 jours pour le faire.", "He has two weeks to do so.");
    passes("en-ru", "It takes 60 minutes.", "Это занимает один час.");
    passes("de-en", "Die Frist beträgt 6 Monate, die Pause 6 Wochen.", "The break is 6 weeks, the term 6 months.");
    passes("ru-en", "В 90-х годах было 90 дней.", "In the 90s it was 90 days.");
    passes("de-en", "Der Lauf geht über 40 m und 3 m.", "The race is over 40 m and 3 metres.");
    passes("de-en", "Nach 10 Werktagen.", "After 10 business days.");
    check("de-en", "Es dauert 60 Minuten.", "It takes two hours.", &["number: drops 60"]);
}

#[test]
fn hours_with_minutes_are_one_time() {
    passes("de-en", "Der Film dauert 105 Minuten.", "The film takes 1 hour 45 minutes.");
    passes("de-en", "Der Film dauert 1 Stunde und 45 Minuten.", "The film takes 105 minutes.");
    passes("fr-en", "Le trajet dure 13 h 30.", "The journey takes 13.5 hours.");
    check("de-en", "Der Film dauert 105 Minuten.", "The film takes 1 hour 35 minutes.", &["number: 105 → 1 hour 35"]);
    check("fr-en", "Le trajet dure 13 h 30.", "The journey takes 14.5 hours.", &["number: 13 → 14.5"]);
}

#[test]
fn numbers_in_two_parts_pass() {
    passes("en-ru", "The way is 2.3 km long.", "Длина пути — 2 км 300 м.");
    passes("ru-en", "Длина пути — 2 км 300 м.", "The way is 2 km 300 m long, i.e. 2,300 m.");
    passes("de-en", "Das dauerte 2 Stunden 30 Minuten.", "That took 2.5 hours, or 150 minutes.");
    passes("fr-en", "Cela dura 2 h 30.", "That took 2 hours 30 minutes.");
    passes("en-fr", "It begins at a quarter to nine.", "Cela commence à 8 h 45.");
    passes("fr-de", "Cela commence à 8 h 45.", "Es beginnt um Viertel vor neun.");
    passes("en-zh", "She is 1.75 m tall and paid 3.5 yuan.", "她身高一米七五，付了三块五。");
    check("en-ru", "The way is 2.3 km long.", "Длина пути — 3 км 300 м.", &["number: 2.3 → 3 км 300"]);
    check("en-fr", "It begins at 8:45.", "Cela commence à 8 h 15.", &["number: 8:45 → 15"]);
}

#[test]
fn numbers_in_the_words_of_a_language_pass() {
    passes("en-fr", "The rate is 3.25%.", "Le taux s’élève à 3,25 p. 100.");
    check("en-fr", "The rate is 3.25%.", "Le taux s’élève à 3,75 p. 100.", &["number: 3.25% → 3,75"]);
    passes("en-de", "The shop is open 24/7.", "Der Laden ist rund um die Uhr geöffnet.");
    check("en-de", "The shop is open 24/6.", "Der Laden ist rund um die Uhr geöffnet.", &["number: drops 24/6"]);
    passes("en-de", "It ends on the last day of February 2032.", "Sie läuft am 29. Februar 2032 ab.");
    passes("ru-en", "Срок истекает в последний день июня.", "The term expires on 30 June.");
    check("en-de", "It ends on the last day of May.", "Sie läuft am 30. Mai ab.", &["date: adds 30. Mai"]);
    passes("en-de", "It ends on 31 May.", "Sie läuft Ende Mai ab.");
    passes("en-fr", "It ends on 31 May.", "Il prend fin le dernier jour de mai.");
    check("en-de", "It ended on 31 May last year.", "Sie endete im Mai letzten Jahres.", &["date: drops 31 May"]);
}

#[test]
fn power_and_pressure_are_measured() {
    passes("en-ru", "The plant yields 1.2 GW.", "Станция даёт 1200 МВт.");
    passes("en-de", "It bears 30 psi.", "Er hält 2,1 bar aus.");
    check("en-de", "It bears 30 psi.", "Er hält 30 bar aus.", &["unit: 30 psi → 30 bar"]);
    check("en-ru", "The plant yields 1.2 GW.", "Станция даёт 1,2 МВт.", &["unit: 1.2 GW → 1,2 МВт"]);
}

#[test]
fn words_that_begin_like_numerals_say_no_number() {
    let (old, new) = ("Trade on the Lake grew to 1,250,000 tonnes.", "Торговля на Озере выросла до 1,25 тыс. тонн.");
    check("en-ru", old, new, &["number: 1,250,000 → 1,25 тыс"]);
}

#[test]
fn units_that_are_other_words_too_are_read() {
    check("en-es", "The limit is 300 kg.", "El límite es de 300 libras.", &["unit: 300 kg → 300 libras"]);
    check("en-ru", "The limit is 300 kg of fish.", "Предел — 300 т рыбы.", &["unit: 300 kg → 300 т"]);
    check("en-ru", "The limit is 300 kg of fish.", "Предел — 300 г рыбы.", &["unit: 300 kg → 300 г"]);
    check("en-ru", "It cost 300 euros.", "Это стоило 300 долл. США.", &["unit: 300 euros → 300 долл"]);
    check("en-zh", "It cost 300 dollars.", "花了300元。", &["unit: 300 dollars → 300元"]);
    passes("en-es", "It cost £300 and weighs 300 kg.", "Costó 300 libras y pesa 300 kg.");
    passes("en-es", "The limit is 300 kg.", "El límite es de 661 libras.");
    passes("es-en", "Costó 300 libras.", "It cost 300 pounds.");
    passes("ru-en", "В 1988 г рыбы было 300 г и 5 т. п.", "In 1988 there were 300 grams of fish, and 5 and so on.");
    passes("en-ru", "It cost $300.", "Это стоило 300 долл. США.");
    passes("en-zh", "It cost 300 yuan, not US$500.", "花了300元，不是500美元。");
}

#[test]
fn units_stand_behind_small_words_and_in_longer_ones() {
    let differs = |languages: &str, old: &str, new: &str, reason: &str| {
        check(languages, old, new, &[&format!("unit: {reason}")]);
    };
    differs(
        "fr-en",
        "Cela coûte 30 millions d’euros.",
        "It costs 30 million dollars.",
        "30 millions d’euros → 30 million dollars",
    );
    differs("hu-en", "Az ár 500 Ft volt.", "The price was 500 dollars.", "500 Ft → 500 dollars");
    differs("hu-en", "A cég 500 dollárt fizetett.", "The firm paid 500 euros.", "500 dollárt → 500 euros");
    differs("zh-en", "公司付了300万美元。", "It paid 3 million yuan.", "300万美元 → 3 million yuan");
    differs("de-en", "Die Bahn ist 40 km lang.", "It is a 40-mile-long line.", "40 km → 40-mile-long");
    differs("de-en", "Die Halle hat 80 m².", "It is an 80-square-foot hall.", "80 m² → 80-square-foot");
    differs(
        "ru-en",
        "Было 30 градусов Цельсия.",
        "It was 30 degrees Fahrenheit.",
        "30 градусов Цельсия → 30 degrees Fahrenheit",
    );
    passes("es-en", "Cuesta 30 millones de dólares.", "It costs $30 million.");
    passes("hu-en", "Az út 25 kilométert tett ki, 500 Ft-ot ért.", "The way was 25 km and worth HUF 500.");
    passes("hu-en", "Kaptak egy 20 fontos bankjegyet.", "They got a £20 note.");
    differs("hu-en", "A cég 500 fontot fizetett.", "The firm paid 500 euros.", "500 fontot → 500 euros");
    passes("zh-en", "公司付了300万元。", "It paid RMB 3 million, or ¥3 million.");
    passes("de-en", "Die Bahn ist 40 km lang.", "It is a 25-mile-long line.");
    passes("fr-en", "Il fait 30 degrés Celsius.", "It is 86 degrees Fahrenheit.");
    passes("en-de", "3 second-hand boats were sold.", "3 gebrauchte Boote wurden verkauft.");
    passes("ru-en", "Мощность составляет 1200 МВт.", "The capacity is 1.2 gigawatts.");
    check("ru-en", "Мощность составляет 1200 МВт.", "The capacity is 1.2 megawatts.", &["number: 1200 → 1.2"]);
}

#[test]
fn chinese_and_japanese_numbers_are_read_with_their_signs() {
    passes("zh-en", "总额为8亿5000万元。", "The total was 850 million yuan.");
    passes("en-zh", "The total was 350 million yuan.", "总额为三亿五千万元。");
    check("zh-en", "总额为8亿5000万元。", "The total was 800 million yuan.", &["number: 8亿5000万 → 800 million"]);
    passes("zh-en", "3成的人同意。", "30 percent of the people agreed.");
    check("zh-en", "3成的人同意。", "40 percent of the people agreed.", &["number: 3 → 40"]);
    passes("zh-en", "他生于20世纪50年代。", "He was born in the 1950s.");
    passes("en-zh", "He was born in the 1950s.", "他生于20世纪50年代。");
    passes("zh-en", "产量增长了1.5倍。", "Output grew by 150 percent.");
    passes("en-zh", "All is 20 percent off.", "全场八折。");
    passes("ja-en", "売上は8億円、約3割だった。", "Sales were 800 million yen, about 30 percent.");
    passes("ja-en", "予算は1兆2000億円。", "The budget is 1.2 trillion yen.");
    passes("ja-en", "会議は17時に始まる。", "The meeting starts at 5 p.m.");
    passes("ja-en", "昭和60年4月1日に始まった。", "It began on 1 April 1985.");
    passes("ja-en", "身長は1メートル70センチ。", "He is 1.70 metres tall.");
}

#[test]
fn numbers_in_several_words_are_read_whole() {
    passes("ru-en", "Около ста двадцати пяти тысяч человек вышли.", "About 125,000 people came out.");
    passes("fr-en", "Mille deux cents personnes sont venues.", "1,200 people came.");
    passes("es-en", "Mil doscientas personas vinieron.", "1,200 people came.");
    passes("en-de", "One thousand two hundred people came.", "1200 Menschen kamen.");
    passes("hu-en", "A költség két és fél milliárd forint, félmillió ember.", "2.5 billion forints, 500,000 people.");
    passes("ru-en", "Два с половиной миллиона человек, полмиллиона семей.", "2.5 million people, 500,000 families.");
    passes("de-en", "Eine halbe Million Menschen kam.", "500,000 people came.");
    passes("fr-en", "Deux millions et demi de personnes.", "2.5 million people.");
    passes("de-en", "Es dauert eine Dreiviertelstunde.", "It takes 45 minutes.");
    check("ru-en", "Сто человек вышли.", "100,000 people came out.", &["number: adds 100,000"]);
}

#[test]
fn russian_nights_and_days_tell_the_side_of_noon() {
    check("ru-en", "Поезд прибыл в 3 часа ночи.", "The train arrived at 3 p.m.", &["number: 3 часа ночи → 3 p.m."]);
    check("ru-en", "Поезд прибыл в 2 часа дня.", "The train arrived at 2 a.m.", &["number: 2 часа дня → 2 a.m."]);
    passes("ru-en", "Поезд прибыл в час ночи.", "The train arrived at 1 a.m.");
    passes("ru-en", "Он ждал 3 часа дня и ночи.", "He waited 3 hours by day and night.");
    check(
        "fr-en",
        "Dans la nuit du 3 au 4 février, la ville brûla.",
        "On the night of March 3-4 the city burned.",
        &["date: 4 février → March 3-4"],
    );
    passes("en-fr", "We met in May 2020-21.", "Nous nous sommes vus en mai 2020-2021.");
    passes("fr-en", "Dans la nuit du 3 au 4 février, la ville brûla.", "On the night of February 3-4 the city burned.");
}
