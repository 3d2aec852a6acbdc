//! Whether two texts are drafts in one language or a translation.

use std::collections::BTreeSet;

use crate::compare::Mode;
use crate::document::{Document, Pair};

/// How many bytes of each text are asked.
const SAMPLE: usize = 16_384;
/// Shorter words are shared by chance, and by languages that are akin.
const LONG: usize = 4;
/// Two drafts in one language share more of their long words than this; two languages share names and little else.
const SHARED: f32 = 0.25;

/// A text with fewer letters is in no script.
const FEW: usize = 8;
/// So many letters of another script, as a part, make no other text.
const MIXED: f32 = 0.3;

/// What two texts are to each other. Where that is not sure, as for short texts, they are drafts.
pub fn noticed(documents: Pair<&Document>) -> Mode {
    if are_in_two_scripts(documents) {
        return Mode::Translation;
    }
    let (Some(old), Some(new)) = (documents.old.language, documents.new.language) else { return Mode::Revision };
    if old == new || shared(documents) > SHARED { Mode::Revision } else { Mode::Translation }
}

/// Whether one text is in Latin letters and the other is not: no text is so short that this does not tell.
fn are_in_two_scripts(documents: Pair<&Document>) -> bool {
    let parts = documents.map(|document| latin_part(&document.text));
    parts.old.zip(parts.new).is_some_and(|(old, new)| old.min(new) < MIXED && old.max(new) > 1.0 - MIXED)
}

/// The part of a text's letters that are Latin; nothing where it has next to none.
fn latin_part(text: &str) -> Option<f32> {
    let sample = &text[..text.floor_char_boundary(SAMPLE)];
    let letters = sample.chars().filter(|letter| letter.is_alphabetic());
    let (latin, all) = letters.fold((0, 0), |(latin, all), letter| (latin + usize::from(letter < '\u{250}'), all + 1));
    (all >= FEW).then(|| latin as f32 / all as f32)
}

/// The part of the long words of the text that has fewer of them which the other has too.
fn shared(documents: Pair<&Document>) -> f32 {
    let words = documents.map(|document| long_words(&document.text));
    let least = words.old.len().min(words.new.len());
    words.old.intersection(&words.new).count() as f32 / least.max(1) as f32
}

fn long_words(text: &str) -> BTreeSet<String> {
    let sample = &text[..text.floor_char_boundary(SAMPLE)];
    let words = sample.split(|letter: char| !letter.is_alphanumeric());
    let long = words.filter(|word| {
        word.chars().nth(LONG - 1).is_some() && !word.starts_with(|letter: char| letter.is_ascii_digit())
    });
    long.map(str::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::{Options, read};

    #[track_caller]
    fn check(old: &str, new: &str, expected: Mode) {
        let document = |text: &str| read("a.txt", text.as_bytes().to_vec(), &Options::default()).expect("a text");
        assert_eq!(noticed(Pair::of(&document(old), &document(new))), expected);
    }

    #[test]
    fn a_translation_is_noticed() {
        let english = "The Parties shall consult without delay whenever one of them asks for it in writing.";
        let russian = "Стороны проводят консультации незамедлительно по письменной просьбе любой из них.";
        let german = "Die Vertragsparteien beraten sich unverzüglich, sobald eine von ihnen schriftlich darum ersucht.";
        check(english, russian, Mode::Translation);
        check(english, german, Mode::Translation);
        check(russian, english, Mode::Translation);
        check("В июле он пришёл домой.", "In June he came home.", Mode::Translation);
    }

    #[test]
    fn drafts_are_no_translation() {
        let english = "The Parties shall consult without delay whenever one of them asks for it in writing.";
        let mixed =
            format!("{english} Les Parties se consultent sans délai. Стороны проводят консультации без промедления.");
        check(english, &english.replace("shall", "should"), Mode::Revision);
        check(english, &mixed, Mode::Revision);
        check("Yes.", "Oui.", Mode::Revision);
        check("", english, Mode::Revision);
    }
}
