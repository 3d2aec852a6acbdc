use proptest::prelude::*;

use super::*;
use crate::compare::{EditKind, Mode, compare_translation};
use crate::document::Unit;
use crate::read::{Options, read};

fn document(text: &str, language: Option<&str>) -> Document {
    let options = Options { unit: Unit::Line, language: language.map(str::to_owned), ..Options::default() };
    let mut document = read("a.txt", text.as_bytes().to_vec(), &options).expect("a text");
    document.cut(|_| false);
    document
}

fn aligned(old: &str, new: &str, languages: (&str, &str), known: &Known) -> String {
    let (old, new) = (document(old, Some(languages.0)), document(new, Some(languages.1)));
    let links = align(Pair::of(&old, &new), known, &Progress::default());
    let side = |range: &Range<usize>| range.clone().map(|at| at.to_string()).collect::<Vec<_>>().join(",");
    let shown = links.iter().map(|link| format!("{}|{}", side(&link.sentences.old), side(&link.sentences.new)));
    shown.collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn check(old: &str, new: &str, languages: (&str, &str), expected: &str) {
    assert_eq!(aligned(old, new, languages, &Known::default()), expected);
}

const ENGLISH: &str = "\
The Republic of Arvenia and the Kingdom of Tolmark signed the agreement in Lindholm on 14 May 2031.
Prime Minister Petrosyan spoke for forty minutes.
Who will pay for the bridge over the river Ossa?
The bridge costs 35,000,000 crowns, and work will begin in spring.
“We have waited twelve years,” said Minister Karlsen.
";
const RUSSIAN: &str = "\
Республика Арвения и Королевство Толмарк подписали соглашение в Линдхольме 14 мая 2031 года.
Премьер-министр Петросян говорил сорок минут.
Кто заплатит за мост через реку Осса?
Мост стоит 35 000 000 крон, и работы начнутся весной.
«Мы ждали двенадцать лет», — сказал министр Карлсен.
";

/// The lines of a text whose numbers are given.
fn lines(text: &str, numbers: &[usize]) -> String {
    let all: Vec<&str> = text.lines().collect();
    numbers.iter().map(|number| format!("{}\n", all[*number])).collect()
}

#[test]
fn sentences_find_each_other() {
    check(ENGLISH, RUSSIAN, ("en", "ru"), "0|0 1|1 2|2 3|3 4|4");
    check(RUSSIAN, ENGLISH, ("ru", "en"), "0|0 1|1 2|2 3|3 4|4");
}

#[test]
fn paragraphs_are_seldom_joined() {
    let document = |text: &str, language: &str| {
        let options = Options { language: Some(language.to_owned()), ..Options::default() };
        let mut document = read("a.txt", text.as_bytes().to_vec(), &options).expect("a text");
        document.cut(|_| false);
        document
    };
    let (old, new) = (
        document(
            "Der Vorsitzende eröffnet die Sitzung. Er stellt fest, dass die Einladung erfolgt ist.\n\nFrau Öztürk wird gewählt. Herr Grünfeld scheidet aus.\n\nDer Haushalt wird beraten.",
            "de",
        ),
        document(
            "The chairman opened the meeting and noted that notice had been given.\n\nMr Grünfeld is stepping down. Ms Öztürk was elected.\n\nThe budget was discussed.",
            "en",
        ),
    );
    let links = align(Pair::of(&old, &new), &Known::default(), &Progress::default());
    let across = |document: &Document, range: &Range<usize>| range.clone().skip(1).any(|at| document.begins_block(at));
    assert!(
        !links.iter().any(|link| across(&old, &link.sentences.old) || across(&new, &link.sentences.new)),
        "{links:?}"
    );
}

#[test]
fn what_is_left_out_or_added_stands_alone() {
    check(ENGLISH, &lines(RUSSIAN, &[0, 1, 3, 4]), ("en", "ru"), "0|0 1|1 2| 3|2 4|3");
    check(&lines(ENGLISH, &[0, 2, 3, 4]), RUSSIAN, ("en", "ru"), "0|0 |1 1|2 2|3 3|4");
}

#[test]
fn joined_sentences_are_one_bead() {
    let joined = lines(RUSSIAN, &[0, 1, 2, 3, 4]).replacen("минут.\n", "минут. ", 1);
    check(ENGLISH, &joined, ("en", "ru"), "0|0 1,2|1 3|2 4|3");
}

#[test]
fn languages_without_a_vocabulary_have_names_and_numbers() {
    let georgian = "\
არვენიის რესპუბლიკამ და ტოლმარკის სამეფომ ხელი მოაწერეს შეთანხმებას ლინდჰოლმში 2031 წლის 14 მაისს.
პრემიერ-მინისტრი პეტროსიანი ორმოც წუთს ლაპარაკობდა.
ვინ გადაიხდის მდინარე ოსაზე ხიდისთვის?
ხიდი 35 000 000 კრონა ღირს და სამუშაოები გაზაფხულზე დაიწყება.
„ჩვენ თორმეტი წელი ველოდით“, თქვა მინისტრმა კარლსენმა.
";
    check(ENGLISH, georgian, ("en", "ka"), "0|0 1|1 2|2 3|3 4|4");
}

#[test]
fn sides_may_be_empty() {
    check("", "", ("en", "ru"), "");
    check(&lines(ENGLISH, &[0, 1]), "", ("en", "ru"), "0| 1|");
    check("", &lines(RUSSIAN, &[0, 1]), ("en", "ru"), "|0 |1");
}

#[test]
fn a_link_by_hand_is_respected() {
    let fixed = Fixed { beads: vec![Pair::of(1..2, 2..3)] };
    let known = Known { fixed, ..Known::default() };
    let found = aligned(ENGLISH, RUSSIAN, ("en", "ru"), &known);
    assert!(found.contains("1|2 ") && found.ends_with("3|3 4|4"), "{found}");
}

#[test]
fn a_glossary_tells_what_no_word_does() {
    let old = "Arvo lint oma.\nSuna peril tark.\nMolo vinder pas.\n";
    let new = "Krug bes dol.\nFenn hutt zum.\n";
    let pair = |(old, new): (&str, &str)| Pair::of(old.to_owned(), new.to_owned());
    let glossary =
        [("suna peril", "krug bes"), ("tark", "dol"), ("molo", "zum"), ("vinder", "hutt"), ("pas", "fenn")].map(pair);
    let known = Known { glossary: glossary.to_vec(), ..Known::default() };
    assert_eq!(aligned(old, new, ("it", "nl"), &known), "0| 1|0 2|1");
}

/// A text of many sentences, and its translation, in two made-up languages.
fn long(sentences: usize) -> (String, String) {
    let mut state = 12_345_u64;
    let mut next = |below: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    let (mut old, mut new) = (String::new(), String::new());
    for _ in 0..sentences {
        for _ in 0..5 + next(12) {
            let word = next(30) * next(40);
            old += &format!("{} ", spelt(word, "bdgklm"));
            new += &format!("{} ", spelt(word + 7, "fnprtv"));
        }
        old += ".\n";
        new += ".\n";
    }
    (old, new)
}

fn spelt(mut word: u64, consonants: &str) -> String {
    let mut spelt = String::new();
    for _ in 0..4 {
        spelt.push(char::from(consonants.as_bytes()[(word % 6) as usize]));
        spelt.push(char::from(b"aeiou"[(word / 6 % 5) as usize]));
        word = word / 30 * 7 + word % 30;
    }
    spelt
}

#[test]
fn a_long_text_is_aligned_in_parts_and_always_the_same() {
    let (old, new) = long(500);
    let (old, new) = (document(&old, Some("it")), document(&new, Some("nl")));
    let found = || align_in_parts(Pair::of(&old, &new), &Known::default(), 120, &Progress::default());
    let is_right = |(at, link): &(usize, &Link)| link.sentences == Pair::of(*at..at + 1, *at..at + 1);
    let right = found().iter().enumerate().filter(is_right).count();
    assert!(right > 490, "{right}");
    assert_eq!(found(), found());
}

#[test]
fn edits_are_what_is_left_out_and_added() {
    let (old, new) = (lines(ENGLISH, &[0, 1, 3, 4]), lines(RUSSIAN, &[0, 3, 4, 2]));
    let documents = Pair::of(document(&old, Some("en")), document(&new, Some("ru")));
    let comparison = compare_translation(documents, &Known::default());
    assert_eq!(comparison.mode, Mode::Translation);
    let edits: Vec<(EditKind, &str)> = comparison
        .edits
        .iter()
        .map(|edit| {
            (
                edit.kind,
                if edit.kind == EditKind::Delete { comparison.words(edit).old } else { comparison.words(edit).new },
            )
        })
        .collect();
    let (left_out, added) = (ENGLISH.lines().nth(1), RUSSIAN.lines().nth(2));
    let expected = [(EditKind::Delete, left_out.unwrap_or("")), (EditKind::Insert, added.unwrap_or(""))];
    assert_eq!(edits, expected);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn any_two_texts_are_covered_in_order_but_for_what_moved(
        old in "([a-dА-Г漢字0-9 .?“”]{0,30}\n){0,8}",
        new in "(\\PC{0,20}\n{1,2}){0,8}",
        beads in proptest::collection::vec((0..9_usize, 0..4_usize, 0..9_usize, 0..4_usize), 0..3),
    ) {
        let (old, new) = (document(&old, None), document(&new, None));
        let beads = beads.into_iter().map(|(i, n, j, m)| Pair::of(i..i + n, j..j + m)).collect();
        let known = Known { fixed: Fixed { beads }, ..Known::default() };
        let links = align(Pair::of(&old, &new), &known, &Progress::default());
        let is_paired = |link: &&Link| !link.sentences.old.is_empty() && !link.sentences.new.is_empty();
        let mut at = Pair::of(0, 0);
        for link in links.iter().filter(|link| !link.moved).filter(is_paired) {
            prop_assert!(link.sentences.old.start >= at.old && link.sentences.new.start >= at.new);
            at = link.sentences.clone().map(|range| range.end);
        }
        prop_assert!(links.iter().filter(|link| link.moved).all(|link| is_paired(&link)));
        for (side, document) in [(Side::Old, &old), (Side::New, &new)] {
            let mut sentences: Vec<usize> = links.iter().flat_map(|link| link.sentences[side].clone()).collect();
            sentences.sort_unstable();
            prop_assert_eq!(sentences, (0..document.sentences.len()).collect::<Vec<_>>());
        }
    }
}
