//! Texts that no draft looks like, at sizes that only work in proportion to them can manage: with work in the square of these sizes
//! the tests hardly end. No clock is asked.

use redraft::app::App;
use redraft::app::key::keys;
use redraft::compare::bitext::{Fixed, Known};
use redraft::compare::stale::stale;
use redraft::compare::{Comparison, Edit, compare, compare_translation};
use redraft::document::{Document, Pair, Unit};
use redraft::read::{Options, read};
use redraft::review::settle::{Open, settle};
use redraft::review::{Decision, Entry, Review};

fn document(name: &str, language: &str, text: &str) -> Document {
    let options = Options { language: Some(language.to_owned()), unit: Unit::Line, ..Options::default() };
    read(name, text.as_bytes(), &options).expect("a text")
}

fn english(text: &str) -> Document {
    document("draft.md", "en", text)
}

/// What the text is when everything is decided in this way.
#[track_caller]
fn settled(comparison: &Comparison, decision: &Decision) -> String {
    let entry = |edit: &Edit| (edit.id, Entry { decision: decision.clone(), ..Entry::default() });
    let review = Review { entries: comparison.edits.iter().map(entry).collect(), ..Review::default() };
    settle(comparison, &review, Open::Refuse).expect("all is decided")
}

#[track_caller]
fn revised(documents: Pair<Document>) -> Comparison {
    let comparison = compare(documents);
    let texts = comparison.documents.as_ref().map(|document| document.text.as_str());
    assert!(settled(&comparison, &Decision::Accepted) == texts.new, "all accepted is the new wording");
    assert!(settled(&comparison, &Decision::Rejected) == texts.old, "all rejected is the old wording");
    comparison
}

#[track_caller]
fn translated(documents: Pair<Document>, known: &Known) -> Comparison {
    let comparison = compare_translation(documents, known);
    let text = &comparison.documents.new.text;
    assert!(settled(&comparison, &Decision::Accepted) == *text, "all accepted is the translation");
    let follows = |two: &[Edit]| two[0].spans.new.end <= two[1].spans.new.start;
    assert!(comparison.edits.windows(2).all(follows), "edits stand in order and apart");
    comparison
}

/// Many of these words in a line, and the same backwards.
fn lines(word: impl Fn(usize) -> String) -> Pair<String> {
    const BYTES: usize = 8_000;
    let mut all: Vec<String> = Vec::new();
    let mut bytes = 0;
    while bytes < BYTES {
        let word = word(all.len());
        bytes += word.len();
        all.push(word);
    }
    Pair::of(all.concat(), all.iter().rev().map(String::as_str).collect())
}

/// A line of these words, and one of them backwards, as two wordings and as a translation.
#[track_caller]
fn check_line(word: impl Fn(usize) -> String) {
    let lines = lines(word);
    let text = |language: &str, text: &str| document("draft.txt", language, text);
    revised(lines.as_ref().map(|line| text("en", line)));
    for (from, to, target) in [("en", "de", &lines.old), ("ru", "en", &lines.new)] {
        let documents = Pair::of(text(from, &lines.old), text(to, target));
        // What is linked by hand needs no alignment: it is all checked.
        let has_words = documents.as_ref().map(|document| !document.sentences.is_empty());
        let beads = if has_words.old && has_words.new { vec![Pair::of(0..1, 0..1)] } else { Vec::new() };
        translated(documents, &Known { fixed: Fixed { beads }, ..Known::default() });
    }
}

#[test]
fn lines_that_are_aligned() {
    for word in ["a", "a-", "1,", "слово a ", "Karl "] {
        let Pair { old, new } = lines(|_| word.to_owned());
        let documents = Pair::of(document("draft.txt", "en", &old), document("draft.txt", "de", &new));
        translated(documents, &Known::default());
    }
}

#[test]
fn lines_of_one_sign() {
    for sign in ["{", "(", "%", "<", "&", "`", "*", "“", "?", "—", "’", "\u{a0}", "1", "a"] {
        check_line(|_| sign.to_owned());
    }
}

#[test]
fn lines_of_one_word() {
    for word in [
        "{{ ",
        "%(",
        "a) ",
        "“a ",
        "<a ",
        "<b> ",
        "&a ",
        "` ",
        "[a](",
        "{0} ",
        "1 ",
        "1, ",
        "1万",
        "a-",
        "A. ",
        "the ",
        "not ",
        "hundred ",
        "May ",
        "5 km ",
        "½ ",
        "see Article 1 ( ",
        "5 May 2020, ",
        "👨‍👩‍👧",
        "слово a ",
    ] {
        check_line(|_| word.to_owned());
    }
}

#[test]
fn lines_of_different_words() {
    let letters = |mut number: usize| {
        let mut word = String::new();
        while word.len() < 4 || number > 0 {
            word.push(char::from(b'a' + (number % 26) as u8));
            number /= 26;
        }
        word
    };
    check_line(|at| format!("http://{at}.example "));
    check_line(|at| format!("{{{at}}} "));
    check_line(|at| format!("{} ", at * 7919));
    check_line(|at| format!("Karl{} ", letters(at)));
    check_line(|at| format!("{}Karl ", letters(at * 577).to_uppercase()));
    check_line(|at| format!("“{}” means {at}, ", letters(at)));
}

/// Articles of which the second is new, so that the numbers of the others change, and a last paragraph.
fn articles(last: Pair<&str>) -> Pair<Document> {
    let article = |(at, name): (usize, &&str)| {
        format!("## Article {}\n\nThe {name} committee meets at the {name} harbour every spring.\n\n", at + 1)
    };
    let text =
        |names: &[&str], last: &str| english(&(names.iter().enumerate().map(article).collect::<String>() + last));
    Pair::of(text(&["red", "green", "blue"], last.old), text(&["red", "violet", "green", "blue"], last.new))
}

/// A paragraph that stands in both wordings, below articles that are renumbered.
#[track_caller]
fn check_kept(paragraph: &str) {
    let comparison = revised(articles(Pair::of(paragraph, paragraph)));
    assert!(!comparison.numbering.all.is_empty(), "the articles are renumbered");
}

#[test]
fn paragraphs_below_numbers_that_change() {
    check_kept(&"A-".repeat(30_000));
    check_kept(&"see Article 1 ( ".repeat(5_000));
}

#[test]
fn references_that_follow_in_one_sentence() {
    let references = |number: usize| format!("under Article {number} ").repeat(3_000);
    let (old, new) = (references(2), references(3));
    let comparison = revised(articles(Pair::of(&old, &new)));
    let follow: usize = comparison.numbering.all.iter().map(|renumbering| renumbering.references).sum();
    assert_eq!(follow, 3_000);
}

#[test]
fn references_that_are_decided_together() {
    let lines = |number: usize| {
        let line = |at: usize| format!("The clerk files paper {at} under Article {number}.\n");
        (0..1_500).map(line).collect::<String>()
    };
    let (old, new) = (lines(2), lines(3));
    let comparison = revised(articles(Pair::of(&old, &new)));
    let follow: usize = comparison.numbering.all.iter().map(|renumbering| renumbering.edits.len()).sum();
    let last = comparison.edits.len();
    let mut app = App::new(comparison, Review::default(), false);
    app.resize(120, 40);
    for key in keys(&format!("{last}GA")).expect("keys") {
        app.key(key);
    }
    let accepted = app.review.entries.values().filter(|entry| entry.decision == Decision::Accepted).count();
    assert!(follow >= 1_500 && accepted == follow, "{accepted} of {follow}");
}

#[test]
fn a_sentence_of_which_every_other_word_was_left() {
    let words = |stem: &str| (0..3_000).map(|at| format!("{stem}{at} paper{at} ")).collect::<String>();
    let comparison = revised(Pair::of(english(&words("wharf")), english(&words("quay"))));
    assert!(!comparison.edits.is_empty());
}

#[test]
fn a_long_source_that_moved_on() {
    let lines = |line: &dyn Fn(usize) -> String| (0..600).map(line).collect::<String>();
    let old = lines(&|at| format!("The paper number {at} lies in the box.\n\n"));
    let new =
        lines(&|at| format!("The paper number {at} lies in the {}.\n\n", if at % 4 == 0 { "chest" } else { "box" }));
    let target = lines(&|at| format!("Das Papier Nummer {at} liegt in der Kiste.\n\n"));
    let target = document("draft.md", "de", &target);
    let translation = compare_translation(Pair::of(english(&old), target), &Known::default());
    let comparison = stale(compare(Pair::of(english(&old), english(&new))), translation);
    assert_eq!(comparison.edits.len(), 150);
    assert!(settled(&comparison, &Decision::Accepted) == comparison.documents.new.text);
}

#[test]
fn a_sentence_that_stands_in_every_line() {
    let line = |text: &str| text.repeat(1_000);
    let documents = Pair::of(line("The port closes at night.\n"), line("Der Hafen schließt nachts.\n"));
    let documents = Pair::of(english(&documents.old), document("draft.txt", "de", &documents.new));
    let comparison = translated(documents, &Known::default());
    assert!(comparison.beads.len() >= 950 && comparison.edits.len() <= 100, "{}", comparison.edits.len());
}

#[test]
fn many_terms_in_many_sentences() {
    let term = |at: usize| Pair::of(format!("harbour matter{at}x"), format!("Hafensache{at}y"));
    let known = Known { glossary: (0..2_000).map(term).collect(), ..Known::default() };
    let lines = |line: &dyn Fn(usize) -> String| (0..500).map(line).collect::<String>();
    let old = lines(&|at| format!("At {at} the old clerks talked of the {} and of {at} ships.\n", term(at * 3).old));
    let new = lines(&|at| {
        let term = if at % 50 == 7 { "Dings".to_owned() } else { term(at * 3).new };
        format!("Um {at} sprachen die alten Schreiber von der {term} und von {at} Schiffen.\n")
    });
    let comparison = translated(Pair::of(english(&old), document("draft.txt", "de", &new)), &known);
    let flags: Vec<&str> = comparison.edits.iter().flat_map(|edit| &edit.flags).map(|flag| flag.kind.name()).collect();
    assert_eq!(flags, ["glossary"; 10]);
}

/// So many words that differ in their last letters.
const ALIKE: usize = 6_000;

/// Words of a beginning and of three letters that follow a first one.
fn alike(beginning: &str, first: u32) -> Vec<String> {
    let letter = |number: usize| char::from_u32(first + number as u32).expect("a letter");
    let ending = |at: usize| [letter(at / 576), letter(at / 24 % 24), letter(at % 24)];
    (0..ALIKE).map(|at| beginning.chars().chain(ending(at)).collect()).collect()
}

#[test]
fn defined_terms_that_are_alike() {
    let words = Pair::of(alike("Ааа", 'а'.into()), alike("Aaa", 'a'.into()));
    let line = |term: Pair<&String>| {
        Pair::of(format!("Они учреждают «{}».\n", term.old), format!("They set up the “{}”.\n", term.new))
    };
    let lines: Vec<Pair<String>> =
        words.old.iter().zip(&words.new).map(|(old, new)| line(Pair::of(old, new))).collect();
    let text = |last: Pair<String>| {
        let old: String = lines.iter().map(|line| &*line.old).collect();
        let new: String = lines.iter().map(|line| &*line.new).collect();
        Pair::of(document("draft.txt", "ru", &(old + &last.old)), document("draft.txt", "en", &(new + &last.new)))
    };
    let beads = (0..=ALIKE).map(|line| Pair::of(line..line + 1, line..line + 1)).collect();
    let known = Known { fixed: Fixed { beads }, ..Known::default() };
    translated(text(words.as_ref().map(|words| words.join(" "))), &known);
    let one = |words: &Vec<String>| format!("{} ", words[7]).repeat(10_000);
    translated(text(words.as_ref().map(one)), &known);
}

#[test]
fn terms_of_a_glossary_that_are_alike() {
    let words = Pair::of(alike("aaa", 'a'.into()), alike("bbb", 'a'.into()));
    let glossary = words.old.iter().zip(&words.new).map(|(old, new)| Pair::of(old.clone(), new.clone())).collect();
    let fixed = Fixed { beads: vec![Pair::of(0..1, 0..1)] };
    let known = Known { glossary, fixed, ..Known::default() };
    // In Hungarian all words that differ in their last letters may be forms of one.
    let text = |words: Pair<String>| {
        Pair::of(document("draft.txt", "hu", &words.old), document("draft.txt", "en", &words.new))
    };
    translated(text(words.as_ref().map(|words| words.join(" "))), &known);
    let one = |words: &Vec<String>| format!("{} ", words[7]).repeat(10_000);
    translated(text(words.as_ref().map(one)), &known);
}

#[test]
fn terms_of_a_glossary_with_many_translations() {
    let glossary = (0..20_000).map(|at| Pair::of("harbour".to_owned(), format!("Wort{at}x"))).collect();
    let beads = (0..2_000).map(|line| Pair::of(line..line + 1, line..line + 1)).collect();
    let known = Known { glossary, fixed: Fixed { beads }, ..Known::default() };
    let lines = |line: &dyn Fn(usize) -> String| (0..2_000).map(line).collect::<String>();
    let old = lines(&|at| format!("The harbour of quay {at} closes at night.\n"));
    let new = lines(&|at| format!("Das Ding von Kai {at} schließt nachts.\n"));
    let comparison = translated(Pair::of(english(&old), document("draft.txt", "de", &new)), &known);
    let flags = comparison.edits.iter().flat_map(|edit| &edit.flags);
    assert_eq!(flags.filter(|flag| flag.kind.name() == "glossary").count(), 2_000);
}
