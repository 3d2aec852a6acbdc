//! What each check finds, and what it passes over.

use super::*;
use crate::compare::bitext::Fixed;
use crate::compare::{Comparison, compare_translation};
use crate::document::Unit;
use crate::read::{Options, read};

fn compared(languages: &str, old: &str, new: &str, known: Known) -> Comparison {
    let (from, to) = languages.split_once('-').expect("two languages");
    let document = |text: &str, language: &str| {
        let options = Options { unit: Unit::Line, language: Some(language.to_owned()), ..Options::default() };
        read("a.txt", text.as_bytes(), &options).expect("a text")
    };
    let lines = old.lines().count().min(new.lines().count());
    let beads = (0..lines).map(|line| Pair::of(line..line + 1, line..line + 1)).collect();
    let known = Known { fixed: Fixed { beads, ..Fixed::default() }, ..known };
    compare_translation(Pair::of(document(old, from), document(new, to)), &known)
}

/// All flags of a translation, line by line, as `kind: reason`.
#[track_caller]
fn check(languages: &str, old: &str, new: &str, expected: &[&str]) {
    let comparison = compared(languages, old, new, Known::default());
    let said = |flag: &Flag| format!("{}: {}", flag.kind.name(), flag.reason);
    let found: Vec<String> = comparison.edits.iter().flat_map(|edit| edit.flags.iter().map(said)).collect();
    assert_eq!(found, expected);
}

/// That nothing is said of a rendering.
#[track_caller]
fn passes(languages: &str, old: &str, new: &str) {
    check(languages, old, new, &[]);
}

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
    check("de-en", "Es waren 20 °C.", "It was 86 °F.", &["number: 20 → 86"]);
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

#[test]
fn names_in_two_spellings_are_found() {
    let old = "Вчера Карлсен прибыл.\nПотом Карлсена видели.\nО нём, Карлсене, писали.\n";
    let new = "Yesterday Karlsen came.\nThen Karlsen was seen.\nOne wrote of Karlson.\n";
    check("ru-en", old, new, &["name: Karlson is spelt Karlsen elsewhere"]);
    let (old, new) = ("Die Stadt Lindholm wächst.\n", "La ville de Lindhlom grandit.\n");
    check(
        "de-fr",
        &format!("{old}{old}"),
        &format!("La ville de Lindholm est loin.\n{new}"),
        &[
            "name: Lindhlom is spelt Lindholm elsewhere",
            "consistency: the same is elsewhere “La ville de Lindholm est loin.”",
        ],
    );
}

#[test]
fn names_are_quoted_as_they_are_written() {
    let old = "Вчера Мюлленберг прибыл.\nПотом Мюлленберга видели.\nО нём, Мюлленберге, писали.\n";
    let new = "Yesterday Müllenberg came.\nThen Müllenberg's boat was seen.\nOne wrote of Müllemberg.\n";
    check("ru-en", old, new, &["name: Müllemberg is spelt Müllenberg elsewhere"]);
}

#[test]
fn names_in_the_place_of_others_are_found() {
    let old =
        "Вчера Карлсен прибыл.\nПотом Лейдес ушла.\nТут Карлсена ждали.\nОттуда Лейдес уехала.\nПисали о Карлсене.\n";
    let new = "Then Karlsen came.\nThen Leides left.\nHere Karlsen was awaited.\nAnd Leides drove off.\nOne wrote of Leides.\n";
    check("ru-en", old, new, &["name: Карлсене → Leides"]);
    // One person has two names, and may be called by either.
    let old = "Вчера Анна Лейдес прибыла.\nПотом Анна ушла.\nСнова Анна Лейдес тут.\nТеперь Анна говорит.\n";
    let new = "Then Anna Leides came.\nThen Leides left.\nAgain Anna Leides is here.\nNow Leides speaks.\n";
    passes("ru-en", old, new);
}

#[test]
fn names_in_other_forms_pass() {
    let old = "Вчера Александр прибыл.\nПотом Александра видели.\nПришла и Александра.\n";
    passes("ru-en", old, "Yesterday Alexander came.\nThen Alexander was seen.\nThen Alexandra came.\n");
    let old = "Вчера Карлсен прибыл.\nПотом Карлсон ушёл.\nСнова Карлсен здесь.\n";
    passes("ru-en", old, "Yesterday Karlsen came.\nThen Karlson left.\nAgain Karlsen is here.\n");
    passes(
        "hu-en",
        "Itt van Sípos Péter.\nJön Péter.\nJön Péter is.\n",
        "Here is Péter Sípos.\nHere comes Peter.\nSo does Péter.\n",
    );
}

#[test]
fn negations_lost_or_gained_are_found() {
    check(
        "ru-en",
        "Министр не подписал договор в столице.",
        "The minister signed the treaty in the capital.",
        &["negation: drops не подписал"],
    );
    check(
        "de-fr",
        "Der Rat hat dem Antrag zugestimmt.",
        "Le conseil n’a pas accepté la demande.",
        &["negation: adds pas accepté"],
    );
    check(
        "hu-en",
        "A tanács nem fogadta el a javaslatot.",
        "The council adopted the proposal yesterday.",
        &["negation: drops nem fogadta"],
    );
}

#[test]
fn negations_in_other_words_pass() {
    passes(
        "ru-en",
        "Он не только пришёл, но и не опоздал ни на минуту.",
        "He came, and on time, without a minute's delay.",
    );
    passes("ru-en", "Совет не принял решения по этому делу.", "The council failed to decide on this case.");
    passes("ru-en", "Срок составляет не менее трёх лет для всех.", "The term is at least three years for all.");
    passes("ru-en", "Это невозможно для всех сторон.", "This is impossible for all parties.");
    passes("ru-en", "Никто из них не остался без работы там.", "All of them found work there.");
    passes("ru-en", "Как бы громко это ни звучало сегодня.", "However loud this sounds today.");
    passes("de-fr", "Ohne das Abkommen geht es den Staaten schlecht.", "L’accord n’existe pas, et les États vont mal.");
    passes("de-fr", "Er ging keinen Schritt weiter als sein Bruder.", "Il a refusé tout pas de plus que son frère.");
    passes("hu-en", "Szokásai változatlanok a nyár óta.", "His habits have not changed since the summer.");
    passes("zh-en", "他不禁笑了起来。", "He burst out laughing all at once.");
}

#[test]
fn negations_that_turn_nothing_round_pass() {
    passes("ru-en", "Нельзя не заметить эту старую башню.", "You are sure to see that old tower.");
    passes("ru-en", "Это далеко не первая такая башня.", "Such towers were built before this one.");
    passes("ru-en", "Чего только мы там не видели!", "We saw all kinds of things there!");
    passes("ru-en", "Не желаешь ли ещё чаю, капитан?", "Would you like more tea, captain?");
    passes("de-en", "Wir sehen uns am Hafen, oder?", "We'll meet at the harbour, won't we?");
    passes("de-en", "Die Lage der Stadt ist alles andere als gut.", "The town is not doing well.");
    passes("de-en", "Das Schiff kam erst am Abend an.", "The ship did not arrive until the evening.");
    passes("de-en", "Der Rat lehnte den Antrag gestern ab.", "The council did not grant the request yesterday.");
    check(
        "ru-en",
        "Почему министр не подписал договор?",
        "Why did the minister sign the treaty?",
        &["negation: drops не подписал"],
    );
}

#[test]
fn passages_left_as_they_are_are_found() {
    check(
        "ru-en",
        "Принят документ об оказании помощи Ладонии.",
        "They adopted a document [об оказании помощи Ладонии].",
        &["untranslated: “об оказании помощи Ладонии” is left as it is"],
    );
    check(
        "de-fr",
        "Der Rat hat sich mit der Lage in den Bergen befasst und vertagt.",
        "Le conseil hat sich mit der Lage in den Bergen befasst et s’est ajourné.",
        &["untranslated: “hat sich mit der Lage in …” is left as it is"],
    );
    check(
        "en-ru",
        "The members of the council met in the hall.",
        "The members of the council met in the hall.",
        &["untranslated: “The members of the council met …” is left as it is"],
    );
}

#[test]
fn what_stays_as_it_is_passes() {
    passes("ru-en", "Матрас 105х195, слово «щи».", "A mattress 105х195, the word shchi (щи).");
    passes("ru-en", "Сайт https://пример.рф/.", "The site is https://пример.рф/.");
    passes("en-ru", "The BBC and the New York Times wrote it.", "Об этом писали BBC и The New York Times.");
    passes(
        "de-fr",
        "Er heisst Ernst von der Heyden und las « Gipfel über den Wolken ».",
        "Il s’appelle Ernst von der Heyden et a lu « Gipfel über den Wolken ».",
    );
    passes("hu-en", "Itt van Dominique de Combles de Nayves.", "Here is Dominique de Combles de Nayves.");
}

#[test]
fn marks_without_partner_are_found() {
    check("ru-en", "Он сказал: «Да, мы едем».", "He said: “Yes, we are going.", &["quotes: “ is not closed"]);
    check("ru-en", "Он сказал: «Да, мы едем».", "He said: \"Yes, we are going.", &["quotes: \" is not closed"]);
    check(
        "ru-en",
        "Совет (всего 9 членов) решил.",
        "The council (9 members in all decided.",
        &["quotes: ( is not closed"],
    );
    check("ru-en", "Совет (всего 9 членов) решил.", "The council 9 members) decided.", &["quotes: ) is not opened"]);
    check("ru-en", "Придут ли они завтра?", "They will come tomorrow.", &["quotes: drops the question mark"]);
    check("ru-en", "Почему они ушли так рано?", "Why did they leave so early.", &["quotes: drops the question mark"]);
}

#[test]
fn marks_of_other_habits_pass() {
    passes("ru-en", "«Да, – сказал он, – мы едем».", "“Yes,” he said, “we're going.”");
    passes("de-fr", "„Ja“, sagte er, „wir fahren.“", "« Oui, dit-il, nous partons. »");
    passes("de-fr", "»Ja«, sagte er.", "« Oui », dit-il.");
    passes("en-de", "“We came.\nWe saw.\nWe left.”", "„Wir kamen.\nWir sahen.\nWir gingen.“");
    passes("ru-en", "1) первый пункт\nа) буква", "1) the first item\na) a letter");
    passes("ru-en", "Он спросил, придут ли они?", "He wondered whether they would come.");
    passes("ru-en", "Ура, победа!", "Hooray, victory.");
    passes("ru-en", "Доска 5\" и документ \"Мир\".", "A 5\" board and the document \"Peace\".");
    passes("fr-en", "« Première partie.\n« Deuxième partie. »", "“First part.\n“Second part.”");
}

#[test]
fn links_and_markup_that_differ_are_found() {
    check(
        "ru-en",
        "См. https://ostara.example/a.",
        "See https://ostara.example/b.",
        &["link: https://ostara.example/a → https://ostara.example/b"],
    );
    check("en-de", "Hello {name}, you have %d items.", "Hallo {Name}, Sie haben %d Dinge.", &["link: {name} → {Name}"]);
    check(
        "en-de",
        "A <b>bold</b> word &amp; a sign.",
        "Ein <b>fettes</i> Wort &amp; ein Zeichen.",
        &["markup: </b> → </i>"],
    );
    check("en-de", "A **bold** word.", "Ein fettes Wort.", &["markup: drops **"]);
}

#[test]
fn links_and_markup_that_are_one_pass() {
    passes("en-de", "Write to a@ostara.example, {0} of %1$s.", "Schreiben Sie an a@ostara.example, %1$s, {0}.");
    passes("en-de", "50% of all, 3 < 5, R&D.", "50 % der Leute, 3 < 5, R&D.");
}

#[test]
fn inline_codes_say_nothing() {
    passes("de-en", "Am <g id=\"1\">14. Mai</g> ist Markt.", "There is a market on <g id=\"1\">May 14</g>.");
    passes("de-en", "Am <g id=\"1\">14.</g> Mai ist Markt.", "There is a market on May <g id=\"1\">14</g>.");
    passes("de-en", "Der Markt beginnt <g id=\"1\">um 19 Uhr</g>.", "The market begins <g id=\"1\">at 7 p.m.</g>.");
    passes("de-en", "Es sind <b>30</b> km, {0} von %1$s.", "It is <b>30</b> km, {0} of %1$s.");
    passes("ru-en", "Он сказал: «Да, <g id=\"1\">мы</g> едем».", "He said: “Yes, <g id=\"1\">we</g> are going.”");
    check("de-en", "Es kostet <g id=\"1\">30</g> Euro.", "It costs <g id=\"1\">13</g> euros.", &["number: 30 → 13"]);
    check(
        "de-en",
        "Es sind <g id=\"1\">30</g> <g id=\"2\">km</g>.",
        "It is <g id=\"1\">30</g> <g id=\"2\">miles</g>.",
        &["unit: 30</g> <g id=\"2\">km → 30</g> <g id=\"2\">miles"],
    );
    check("de-en", "Der Rat ist da.", "<g id=\"1\"></g>.", &["empty: no words in the translation"]);
}

#[test]
fn doubled_words_are_found() {
    check("ru-en", "Совет принял документ.", "The council adopted the the document.", &["doubled: the stands twice"]);
    check("de-fr", "Der Rat tagt.", "Le conseil siège siège.", &["doubled: siège stands twice"]);
}

#[test]
fn words_that_may_stand_twice_pass() {
    passes(
        "ru-en",
        "Он знал, что тот остров, Бора-Бора, далеко.",
        "He knew that that island, Bora Bora, had had a port.",
    );
    passes("ru-en", "Да, да, очень очень далеко.", "Far far away.");
    passes("de-fr", "Die, die kommen, gehen.", "Nous nous voyons.");
}

#[test]
fn what_is_rendered_in_two_ways_is_found() {
    let old = "Стороны проводят консультации.\nДождь идёт.\nСтороны проводят консультации.\n";
    let new = "The Parties shall hold consultations.\nIt is raining.\nThe Parties are to consult one another.\n";
    // Three words are too few, four are enough.
    check("ru-en", old, new, &[]);
    let old = old.replace("консультации", "консультации каждый год");
    check("ru-en", &old, new, &["consistency: the same is elsewhere “The Parties shall hold consultations.”"]);
    let new = "The Parties consult every year here.\nIt is raining.\nThe Parties consult every year here.\n";
    let old = "Стороны проводят консультации каждый год.\nДождь идёт.\nГосударства встречаются здесь ежегодно.\n";
    check("ru-en", old, new, &["consistency: the same renders elsewhere “Стороны проводят консультации каждый год.”"]);
}

#[test]
fn terms_of_the_glossary_are_wanted() {
    let term = |old: &str, new: &str| Pair::of(old.to_owned(), new.to_owned());
    let known = Known {
        glossary: vec![term("высокий совет", "High Council"), term("сессия", "session")],
        ..Known::default()
    };
    let old = "Высокого совета на сессии не было.\nВысокий совет собрался.\n";
    let comparison = compared("ru-en", old, "No High Council was at the sessions.\nThe Upper Council met.\n", known);
    let reasons: Vec<&str> = comparison.edits.iter().map(|edit| edit.flags[0].reason.as_str()).collect();
    assert_eq!(reasons, ["высокий совет is to be High Council"]);
}

#[test]
fn other_words_are_no_terms() {
    let term = |old: &str, new: &str| Pair::of(old.to_owned(), new.to_owned());
    let found = |old: &str, new: &str| {
        let glossary = vec![
            term("порт", "port"),
            term("совет", "council"),
            term("право", "law"),
            term("право вето", "veto right"),
        ];
        let comparison = compared("ru-en", old, new, Known { glossary, ..Known::default() });
        comparison.edits.iter().flat_map(|edit| edit.flags.clone()).map(|flag| flag.reason).collect::<Vec<_>>()
    };
    assert!(found("Портал закрыт с утра.", "The gateway is closed since the morning.").is_empty());
    assert!(found("Советник машет правой рукой.", "The adviser waves his right hand.").is_empty());
    // The longer term wins, and the shorter one is asked for only where it stands by itself.
    assert!(found("Стороны имеют права вето.", "The parties have veto rights.").is_empty());
    assert_eq!(found("Порты имеют право вето.", "The ports may object."), ["право вето is to be veto right"]);
    assert_eq!(found("По праву есть право вето.", "By right there is a veto right."), ["право is to be law"]);
}

#[test]
fn lengths_that_do_not_fit_are_found() {
    let old: String =
        (0..12).map(|_| "Слова и снова слова, и много разных слов в каждой строке этого текста.\n").collect();
    let line = "Words and words again, and many other words in every line of this text.\n";
    let long = line.replace('.', ", and then more words that nobody has written in the original, about nothing at all, for the length of it, and on and on, to the end of the line and further.");
    let new: String = (0..12).map(|at| if at == 7 { long.as_str() } else { line }).collect();
    let comparison = compared("ru-en", &old, &new, Known::default());
    let flags: Vec<&str> =
        comparison.edits.iter().flat_map(|edit| edit.flags.iter().map(|flag| flag.kind.name())).collect();
    assert!(flags.contains(&"length"), "{flags:?}");
    let same = compared("ru-en", &old, &line.repeat(12), Known::default());
    assert!(same.edits.is_empty());
}

#[test]
fn what_is_not_rendered_at_all_is_found() {
    check("ru-en", "Совет собрался вчера.", "—", &["empty: no words in the translation"]);
    passes("ru-en", "***", "—");
    let comparison = compared(
        "ru-en",
        "Совет собрался вчера.\nШёл дождь весь день.",
        "The council met yesterday.",
        Known::default(),
    );
    let kinds: Vec<(EditKind, &str)> =
        comparison.edits.iter().map(|edit| (edit.kind, edit.flags[0].reason.as_str())).collect();
    assert_eq!(kinds, [(EditKind::Delete, "leaves out 4 words")]);
}

#[test]
fn segments_without_a_translation_are_substantive() {
    let document = |text: &str, language: &str| {
        let options = Options { unit: Unit::Block, language: Some(language.to_owned()), ..Options::default() };
        read("a.txt", text.as_bytes(), &options).expect("a text")
    };
    let beads = vec![Pair::of(0..1, 0..1), Pair::of(1..2, 1..1)];
    let known = Known { fixed: Fixed { beads, ..Fixed::default() }, ..Known::default() };
    let pair = Pair::of(document("Совет собрался.\n\nПерерыв.\n", "ru"), document("The council met.\n", "en"));
    let comparison = compare_translation(pair, &known);
    let found: Vec<(&str, Class)> =
        comparison.edits.iter().map(|edit| (edit.flags[0].reason.as_str(), edit.class)).collect();
    assert_eq!(found, [("no translation", Class::Substantive)]);
}

#[test]
fn checks_are_switched_off_by_name() {
    let off = ["number", "doubled"].into();
    let known = Known { off, ..Known::default() };
    let comparison = compared("ru-en", "Их было 35.", "There were were 55 (of them.", known);
    let kinds: Vec<&str> =
        comparison.edits.iter().flat_map(|edit| edit.flags.iter().map(|flag| flag.kind.name())).collect();
    assert_eq!(kinds, ["quotes"]);
}

#[test]
fn places_are_ordered_on_both_sides() {
    let comparison = compared("ru-en", "В 35 домах 40 окон.", "The the 41 windows are in 36 houses.", Known::default());
    let words: Vec<(&str, &str)> =
        comparison.edits.iter().map(|edit| comparison.words(edit)).map(|pair| (pair.old, pair.new)).collect();
    assert_eq!(words[0], ("", "The the"));
    assert!(comparison.edits.windows(2).all(|two| two[0].spans.old.end <= two[1].spans.old.start));
}
