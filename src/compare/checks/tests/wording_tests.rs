//! What is found of names, terms and words left as they are, and what is passed over.

use super::*;

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
        "de-en",
        "Die Parteien haben sich verpflichtet, Hilfe zu leisten.",
        "The Parties haben sich verpflichtet to render assistance.",
        &["untranslated: “haben sich verpflichtet” is left as it is"],
    );
    check(
        "fr-en",
        "Le ministre s’est rendu sur place avec son équipe.",
        "The minister s’est rendu sur place with his team.",
        &["untranslated: “s’est rendu sur place” is left as it is"],
    );
    check(
        "en-fr",
        "The Parties know what they have been told.",
        "Les Parties savent ce que they have been dit.",
        &["untranslated: “they have been” is left as it is"],
    );
    check(
        "en-ru",
        "The members of the council met in the hall.",
        "The members of the council met in the hall.",
        &["untranslated: “The members of the council met …” is left as it is"],
    );
}

#[test]
fn whole_sentences_left_as_they_are_are_found() {
    let left = "untranslated: “The Board proposed new rules quickly” is left as it is";
    let old = "The Board proposed new rules quickly.";
    for language in ["ru", "zh", "fr", "de", "es", "hu"] {
        check(&format!("en-{language}"), old, old, &[left]);
    }
    check("en-ru", &format!("{old} It met."), "The Board proposed new rules quickly, и всё.", &[left]);
    let old = "Prices fell. They asked the Lake Board to propose remedies. It rained.";
    let left = &["untranslated: “They asked the Lake Board to …” is left as it is"];
    check("en-fr", old, "Les prix ont baissé. They asked the Lake Board to propose remedies. Il pleuvait.", left);
    check("en-zh", old, "价格下跌。They asked the Lake Board to propose remedies.下雨了。", left);
    check("en-ru", "Members may vote.", "Members may vote.", &["untranslated: “Members may vote” is left as it is"]);
    let old = "Die Kommission schlug sofort Abhilfe vor.";
    let left = "untranslated: “Die Kommission schlug sofort Abhilfe vor” is left as it is";
    check("de-ru", old, old, &[left]);
}

#[test]
fn names_glosses_and_commands_are_no_sentences() {
    passes("en-ru", "The New York Times and the Boston Globe.", "The New York Times and the Boston Globe.");
    passes("en-ru", "It is a limited liability company of the port.", "Это общество (limited liability company).");
    passes("en-ru", "He works for the Bank of the North.", "Он работает в Bank of the North.");
    passes("en-ru", "Bank of the North", "Bank of the North");
    passes("en-zh", "The Treaty on trade in goods is old.", "《条约》（Treaty on trade in goods）很旧。");
    passes("en-ru", "Type sudo apt install redraft here.", "Введите sudo apt install redraft здесь.");
    passes("en-ru", "The song is “All we want is more”.", "Песня — «All we want is more».");
    passes("en-de", "Terms of trade and finance", "Terms of trade and finance");
    passes("en-de", "All rights reserved.", "All rights reserved.");
    passes("en-fr", "We flew with Air of the North to Oslo.", "Nous avons volé avec Air of the North à Oslo.");
    passes("fr-en", "On dînait à la carte partout.", "We dined à la carte everywhere.");
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
    passes("de-fr", "Das ist Herr von der Heyden.", "C’est monsieur von der Heyden.");
    passes("fr-en", "Le menu à la carte est ici.", "The menu à la carte is here.");
    passes("en-de", "The list is up to date.", "Die Liste ist up to date.");
    passes("en-fr", "This is the state of the art.", "C’est l’état de l’art, le state of the art.");
    passes("en-de", "We say “it has been” again.", "Wir sagen erneut „it has been“.");
    passes("hu-en", "Itt van Dominique de Combles de Nayves.", "Here is Dominique de Combles de Nayves.");
}

#[test]
fn doubled_words_are_found() {
    check("ru-en", "Совет принял документ.", "The council adopted the the document.", &["doubled: the stands twice"]);
    check("de-fr", "Der Rat tagt.", "Le conseil siège siège.", &["doubled: siège stands twice"]);
}

#[test]
fn doubled_articles_are_found_in_german() {
    let old = "The dues of the sea are paid to the people.";
    check("en-de", old, "Die die Beiträge werden den Leuten gezahlt.", &["doubled: die stands twice"]);
    check("en-de", old, "Die Beiträge der der See gehen an die Leute.", &["doubled: der stands twice"]);
    check("en-de", old, "Sie dankten den den Leuten für alles.", &["doubled: den stands twice"]);
}

#[test]
fn german_pronouns_before_articles_pass() {
    let old = "It is the council.";
    passes("en-de", old, "Es ist die Stadt, die die Wahl gewann.");
    passes("en-de", old, "Es ist die Stadt, in der der Rat tagt, und die die Wahl gewann.");
    passes("en-de", old, "Alle die Wahl und die die See betreffenden Fragen sind offen.");
    passes("en-de", old, "Das ist der der Stadt bekannte Rat.");
    passes("en-de", old, "Die, die kommen, sind der Rat, den den ganzen Tag jeder sah.");
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
fn defined_terms_within_longer_ones_are_no_terms_of_their_own() {
    let old = "The “Secretary” is elected.\nThe “Secretary General” is elected.\n".to_owned()
        + &"The Secretary came.\n".repeat(7);
    let new = "Der „Sekretär“ wird gewählt.\nDer „Generalsekretär“ wird gewählt.\n".to_owned()
        + &"Der Sekretär kam.\n".repeat(7);
    passes("en-de", &format!("{old}The Secretary General left.\n"), &format!("{new}Der Generalsekretär ging.\n"));
    check(
        "en-de",
        &format!("{old}The Secretary General met the Secretary.\n"),
        &format!("{new}Der Generalsekretär traf den Schreiber.\n"),
        &["consistency: Secretary is Sekretär elsewhere"],
    );
}

/// A definition of a term and some sentences with it, and one more bead.
fn after_definition(old: &str, new: &str) -> (String, String) {
    let defined = "Стороны учреждают «Портовый комитет».\nПортовый комитет собирается в мае.\nВ Портовый комитет входят девять членов.\nПравила утверждает Портовый комитет.\n";
    let kept = "The Parties establish the “Harbour Committee”.\nThe Harbour Committee meets in May.\nThe Harbour Committee has nine members.\nThe rules are approved by the Harbour Committee.\n";
    (format!("{defined}{old}\n"), format!("{kept}{new}\n"))
}

#[test]
fn defined_terms_that_are_rendered_otherwise_are_found() {
    let wanted = ["consistency: Портового комитета is Harbour Committee elsewhere"];
    let old = "Решения Портового комитета обязательны.";
    let (old, new) = after_definition(old, "The decisions of the Port Council are binding.");
    check("ru-en", &old, &new, &wanted);
    let off = Known { off: ["consistency"].into(), ..Known::default() };
    assert!(compared("ru-en", &old, &new, off).edits.is_empty());
}

#[test]
fn terms_that_are_kept_or_vary_pass() {
    let passing = |old: &str, new: &str| {
        let (old, new) = after_definition(old, new);
        passes("ru-en", &old, &new);
    };
    passing("Решения Портового комитета обязательны.", "The Harbour Committee’s decisions are binding.");
    passing("Решения Портовых комитетов обязательны.", "The decisions of Harbour Committees are binding.");
    // A committee of a port, not the one that is defined; and one that is nowhere in the original.
    passing("Любой портовый комитет может это делать.", "Any body of a port may do so.");
    passing("Дождь идёт с утра.", "It has been raining since the morning.");
    // Two places without it are a habit of their own.
    passing(
        "Решения Портового комитета обязательны.\nПортовый комитет может это делать.",
        "Its decisions are binding on all.\nIt may do so at any time.",
    );
    // What somebody says, and what is quoted once, defines nothing.
    let (old, new) =
        ("«Мы едем».\nМы едем.\nМы едем.\nМы едем.\nМы едем.", "“We go.”\nWe go.\nWe go.\nWe go.\nOff we are.");
    check("ru-en", old, new, &[]);
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
fn terms_with_a_hyphen_stand_in_any_form() {
    let term = Pair::of("observer state".to_owned(), "государство-наблюдатель".to_owned());
    let found = |new: &str| {
        let known = Known { glossary: vec![term.clone()], ..Known::default() };
        let comparison = compared("en-ru", "The observer states spoke.", new, known);
        comparison.edits.iter().flat_map(|edit| edit.flags.clone()).map(|flag| flag.reason).collect::<Vec<_>>()
    };
    assert!(found("Выступили представители государств-наблюдателей.").is_empty());
    assert!(found("Государства-наблюдатели взяли слово.").is_empty());
    assert_eq!(found("Государства-участники взяли слово."), ["observer state is to be государство-наблюдатель"]);
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
fn a_term_with_a_capital_is_not_the_common_noun() {
    let term = |old: &str, new: &str| Pair::of(old.to_owned(), new.to_owned());
    let found = |glossary: &[Pair<String>], languages: &str, old: &str, new: &str| {
        let comparison = compared(languages, old, new, Known { glossary: glossary.to_vec(), ..Known::default() });
        comparison.edits.iter().flat_map(|edit| edit.flags.clone()).map(|flag| flag.reason).collect::<Vec<_>>()
    };
    let wanted = ["Совет is to be Council"];
    let council = [term("Совет", "Council")];
    assert!(found(&council, "ru-en", "Это решил совет директоров.", "The board of directors decided this.").is_empty());
    assert_eq!(found(&council, "ru-en", "Это решил Совет.", "The board decided this."), wanted);
    // The first place that is the term counts, wherever it stands.
    let both = "Это решил совет при Совете.";
    assert_eq!(found(&council, "ru-en", both, "The board at the Committee decided this."), wanted);
    // One that is written in both ways, or in small letters, is wanted in any.
    let common = [term("Совет", "Council"), term("совет", "board")];
    let old = "Это решил совет директоров.";
    assert_eq!(found(&common, "ru-en", old, "The panel decided this."), ["Совет is to be Council or board"]);
    assert_eq!(found(&[term("vertrag", "treaty")], "de-en", "Der Vertrag gilt.", "It holds.").len(), 1);
    assert!(found(&[term("Recht", "law")], "de-en", "Das ist mir recht so.", "That is fine with me.").is_empty());
    // The very translation of another term is no form of this one, but for a term of the same family.
    let lease = [term("rent", "Miete"), term("tenant", "Mieter"), term("part", "Teil"), term("parts", "Teile")];
    assert_eq!(found(&lease, "en-de", "The rent is high.", "Der Mieter ist hoch."), ["rent is to be Miete"]);
    assert!(found(&lease, "en-de", "The rent is high.", "Die Mieten sind hoch.").is_empty());
    assert!(found(&lease, "en-de", "The part is there.", "Die Teile sind da.").is_empty());
    // Where all of many terms begin so, it is how the glossary is written.
    let mut styled: Vec<Pair<String>> = "abcdefg".chars().map(|letter| term(&format!("Ж{letter}"), "it")).collect();
    styled.extend(council);
    assert_eq!(found(&styled, "ru-en", old, "The board decided this."), wanted);
}

#[test]
fn what_is_reworded_takes_both_marks_of_a_pair() {
    let (old, new) = ("Это ООО «Теплосервис».", "This is the firm [общество с ответственностью «Теплосервис»].");
    let comparison = compared("ru-en", old, new, Known::default());
    let words: Vec<&str> = comparison.edits.iter().map(|edit| comparison.words(edit).new).collect();
    assert_eq!(words, ["общество с ответственностью «Теплосервис»"]);
}

#[test]
fn names_declined_like_adjectives_are_one() {
    let old = "Вчера Варшавский прибыл.\nТогда Варшавского видели.\nТам Варшавскому рады.\n";
    let new = "Yesterday Varshavsky came.\nThen Varshavsky was seen.\nThere Varshovsky is liked.\n";
    check("ru-en", old, new, &["name: Varshovsky is spelt Varshavsky elsewhere"]);
}
