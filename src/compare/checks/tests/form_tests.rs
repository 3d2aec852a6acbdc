//! What is found of marks, links and markup, lengths and empty targets, and what is passed over.

use super::*;

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

/// Five orders that are kept, and one more bead.
fn after_orders(old: &str, new: &str) -> (String, String) {
    let (orders, kept) = ("Kommt!\nGeht!\nWartet!\nSchaut!\nHört!\n", "Come!\nGo!\n“Wait!”\nLook!\nListen!\n");
    (format!("{orders}{old}\n"), format!("{kept}{new}\n"))
}

#[test]
fn exclamations_that_are_none_any_more_are_found() {
    let (old, new) = after_orders("Der Hafen brennt!", "The harbour is on fire.");
    check("de-en", &old, &new, &["quotes: drops the exclamation mark"]);
    let (old, new) = after_orders("Der Hafen ist offen.", "The harbour is open!");
    check("de-en", &old, &new, &["quotes: adds an exclamation mark"]);
    let (old, new) = (old.replace('!', "！"), new.replace("open!", "open."));
    check("zh-en", &old.replace("offen.", "offen！"), &new, &["quotes: drops the exclamation mark"]);
    check("en-es", "Come!\nThe port burns!", "¡Venid!\nEl puerto arde!", &["quotes: ! is not opened"]);
    check("en-es", "Come!\nThe port burns!", "¡Venid\n¡El puerto arde!", &["quotes: ¡ is not closed"]);
    check("en-es", "Come!\nWhat is this?", "Venid!\nQué es esto?", &["quotes: ? is not opened"]);
}

#[test]
fn exclamations_of_other_habits_pass() {
    // A few are no habit, and neither are many of which the translation keeps some.
    passes("de-en", "Kommt!\nSehr geehrte Frau Lindholm!\nKlicken Sie hier!", "Come!\nDear Ms Lindholm,\nClick here.");
    let (old, new) = after_orders("Bitte wenden!\nSehr geehrte Frau Lindholm!", "Please turn over.\nDear Ms Lindholm,");
    passes("de-en", &old, &new);
    let (old, new) = after_orders("Der Hafen (was für einer!) ist offen.", "The harbour, and what a harbour, is open.");
    passes("de-en", &old, &new);
    let (old, new) = after_orders("Was ist das?!", "What is this!?");
    passes("de-en", &old, &new);
    let (old, new) = after_orders("Ողջո՜ւյն, Աննա։", "Hello, Anna!");
    passes("hy-en", &old, &new);
    passes(
        "en-es",
        "Really?!\nCome, all of you. Come!\nYahoo! was there.",
        "¿De verdad?!\n¡Venid, todos. Venid!\nYahoo! estaba.",
    );
    passes("en-es", "“Come.\nAll of you!”\nHey!", "“¡Venid.\nTodos!”\n¡¡Eh!!");
    passes("en-es", "Come!\nHe asks (?)\nIs it Yahoo?", "¡Venid!\nPregunta (?)\n¿Es Yahoo?");
    passes("en-es", "Is it so, or what?\nWhat now?", "Dime, ¿es así, o qué?\n¿Y ahora qué?");
    passes("en-es", "Come!\nHe is ninety (!)\nHe paid 3 (?)", "¡Venid!\nTiene noventa años (!)\nPagó 3 (?)");
    passes("en-es", "Come (!?) now!", "¡Venid (!?) ya!");
    passes("en-es", "Come!\nHe works at Yahoo!", "¡Venid!\nTrabaja en Yahoo!");
    check("en-es", "Come!\nHi to Shoo!", "¡Venid!\nTrabaja en hoo!", &["quotes: ! is not opened"]);
    passes("en-es", "See https://ostara.example/?a.\nCome!", "Véase https://ostara.example/?a.\n¡Venid!");
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
    let known = Known { fixed: Fixed { beads }, ..Known::default() };
    let pair = Pair::of(document("Совет собрался.\n\nПерерыв.\n", "ru"), document("The council met.\n", "en"));
    let comparison = compare_translation(pair, &known);
    let found: Vec<(&str, Class)> =
        comparison.edits.iter().map(|edit| (edit.flags[0].reason.as_str(), edit.class)).collect();
    assert_eq!(found, [("no translation", Class::Substantive)]);
}

#[test]
fn line_breaks_at_the_ends_of_messages_must_agree() {
    let found = |old: &str, new: &str| {
        let text = |id: &str, form: &str| format!("msgid \"{id}\"\nmsgstr \"{form}\"\n");
        let languages = Pair::of(Some("en"), Some("de"));
        let bitext = read_bitext("a.po", text(old, new), BitextFormat::Po, &Options::default(), languages);
        let bitext = bitext.expect("a catalogue");
        let known = Known { fixed: Fixed { beads: vec![Pair::of(0..1, 0..1)] }, ..Known::default() };
        let comparison = compare_translation(bitext.documents, &known);
        comparison.edits.iter().flat_map(|edit| edit.flags.clone()).map(|flag| flag.reason).collect::<Vec<_>>()
    };
    assert_eq!(found("The file is open.\\n", "Die Datei ist offen."), ["drops the line break at the end"]);
    assert_eq!(found("The file is open.", "\\nDie Datei ist offen."), ["adds the line break at the beginning"]);
    assert!(found("\\nThe file is open.\\n", "\\nDie Datei ist offen.\\n").is_empty());
    assert!(found("The file\\nis open.", "Die Datei ist offen.").is_empty());
}

#[test]
fn quotations_that_are_opened_anew_are_closed_before() {
    let original = "« L’accident se répétera », avertit-elle.\n« Personne n’aidera », dit-il.";
    let new = "“The accident will come again, she warned.\n“No one will help,” he said.";
    check("fr-en", original, new, &["quotes: “ is not closed"]);
    // Speech that goes on is opened anew in each paragraph.
    passes("fr-en", "« L’accident se répétera.\n« Personne n’aidera », dit-il.", &new.replace(", she warned", ""));
    passes("ru-en", "– Авария повторится.\n«Никто не поможет», – сказал он.", &new.replace(", she warned", ""));
}

#[test]
fn one_pair_of_wrong_marks_is_told_once() {
    check("en-de", "He said “no” to them.", "Er sagte „nein„ zu ihnen.", &["quotes: „ and „ are no pair"]);
    passes("de-en", "Er sagte „nein“ zu ihnen.", "He said „no“ to them.");
}
