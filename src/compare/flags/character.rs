//! Characters that deceive: invisible ones, ones that turn the direction, letters that look like those of another script.

use std::collections::BTreeSet;

use unicode_script::{Script, UnicodeScript};

use super::side::Side;
use super::{Alarm, FlagKind};
use crate::document::Pair;
use crate::document::visible::{is_odd, visible};

/// Characters that deceive on one side and not on the other, with their code points.
pub fn character(sides: Pair<&Side<'_>>) -> Option<Alarm> {
    let texts = sides.map(|side| side.edit.of(side.text));
    // Without a way out of the loop, many bytes are looked at at once.
    let is_clean = texts.map(|text| {
        text.bytes().fold(true, |is_clean, byte| is_clean & ((0x20..0x7f).contains(&byte) | byte.is_ascii_whitespace()))
    });
    if is_clean.old && is_clean.new {
        return None;
    }
    let found = texts.map(odd);
    let reason = match (found.old, found.new) {
        (None, Some(new)) => format!("adds {new}"),
        (Some(old), None) => format!("drops {old}"),
        (Some(old), Some(new)) if old != new => format!("{old} → {new}"),
        (Some(_), Some(_)) => return None,
        (None, None) => twin(sides)?,
    };
    Some(Alarm::strong(FlagKind::Character, reason))
}

fn has_control(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_control() && !byte.is_ascii_whitespace())
}

/// The first deceiving character of a text, by name.
fn odd(text: &str) -> Option<String> {
    if text.is_ascii() && !has_control(text) {
        return None;
    }
    text.split(char::is_whitespace).find_map(|chunk| {
        // A character is harmless everywhere in a chunk or nowhere.
        let mut judged = BTreeSet::new();
        let mut odd = chunk.chars().filter(|letter| is_odd(*letter) && judged.insert(*letter));
        let hidden = odd.find(|letter| !is_harmless(*letter, chunk));
        let hidden = hidden.map(|letter| format!("the invisible U+{:04X}", u32::from(letter)));
        let bare: String = chunk.chars().filter(|letter| !is_odd(*letter)).collect();
        let mixed = bare.split(|letter: char| !letter.is_alphabetic()).find_map(mixed).or_else(|| in_number(&bare));
        match (hidden, mixed) {
            (Some(hidden), Some(mixed)) => Some(format!("{hidden}, {mixed}")),
            (hidden, mixed) => hidden.or(mixed),
        }
    })
}

/// Soft hyphens have their use everywhere; joiners and variation selectors where the script or emoji around needs them.
fn is_harmless(letter: char, chunk: &str) -> bool {
    match letter {
        '\u{ad}' => true,
        '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}' => {
            let sign = format!("⟨U+{:04X}⟩", u32::from(letter));
            !visible(chunk).contains(&sign)
        }
        _ => false,
    }
}

/// What mixes the scripts of a word, where a letter stands in it that looks like one of the others.
fn mixed(word: &str) -> Option<String> {
    if word.is_ascii() || word.chars().nth(2).is_none() {
        return None;
    }
    let of = |script: Script| word.chars().filter(|letter| letter.script() == script).count();
    let counts = [Script::Latin, Script::Cyrillic, Script::Greek, Script::Armenian].map(|script| (of(script), script));
    let used: Vec<(usize, Script)> = counts.into_iter().filter(|(count, _)| *count > 0).collect();
    if used.len() < 2 {
        return None;
    }
    // `kΩ` and `Δx` are written so: only letters that look alike deceive.
    let (_, foreign) = used.iter().min_by_key(|(count, _)| *count)?;
    let is_alike = |letter: &char| twin_of(*letter).is_some() || looks_foreign(*letter);
    let letter = word.chars().filter(|letter| letter.script() == *foreign).find(is_alike)?;
    Some(format!("{} letter “{letter}” (U+{:04X}) in “{word}”", foreign.full_name(), u32::from(letter)))
}

/// A letter between digits that looks like one of them: `1о0`.
fn in_number(chunk: &str) -> Option<String> {
    const ZEROS: [char; 6] = ['о', 'О', 'ο', 'Ο', 'օ', 'Օ'];
    let number = chunk.split(|sign: char| !sign.is_alphanumeric()).find(|part| {
        let is_digit = |sign: char| sign.is_ascii_digit() || ZEROS.contains(&sign);
        part.contains(ZEROS) && part.chars().all(is_digit) && part.contains(|sign: char| sign.is_ascii_digit())
    })?;
    let letter = number.chars().find(|sign| ZEROS.contains(sign))?;
    Some(format!("{} letter “{letter}” (U+{:04X}) in “{number}”", letter.script().full_name(), u32::from(letter)))
}

/// A Latin letter that has a twin in another script.
fn looks_foreign(letter: char) -> bool {
    letter.is_ascii() && "aceopxyABCEHKMOPTXYIJSinv".contains(letter)
}

/// Words that look the same on both sides and are not: all their letters are those of another script.
fn twin(sides: Pair<&Side<'_>>) -> Option<String> {
    let ([old], [new]) = (sides.old.words.as_slice(), sides.new.words.as_slice()) else { return None };
    let look = |word: &str| word.chars().map(|letter| twin_of(letter).unwrap_or(letter)).collect::<String>();
    if old.text == new.text || look(old.text) != look(new.text) {
        return None;
    }
    let (before, after) = old.text.chars().zip(new.text.chars()).find(|(old, new)| old != new)?;
    Some(format!("“{before}” (U+{:04X}) → “{after}” (U+{:04X})", u32::from(before), u32::from(after)))
}

/// The Latin letter that a letter of another script looks like (from Unicode's confusables, UTS #39).
fn twin_of(letter: char) -> Option<char> {
    const TWINS: &str =
        "аaеeоoрpсcуyхxіiјjѕsԁdԛqԝwһhАAВBЕEКKМMНHОOРPСCТTУYХXІIЈJЅSΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXοoνvօoոnսuհhցgՕOՍUՏS";
    if letter.is_ascii() {
        return None;
    }
    let mut twins = TWINS.chars();
    while let Some(foreign) = twins.next() {
        let latin = twins.next();
        if foreign == letter {
            return latin;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(odd(text).as_deref(), expected, "{text:?}");
    }

    #[test]
    fn what_deceives_is_named() {
        check("the P\u{430}rties", Some("Cyrillic letter “а” (U+0430) in “P\u{430}rties”"));
        check("Стор\u{6f}ны", Some("Latin letter “o” (U+006F) in “Стор\u{6f}ны”"));
        check("Par\u{200b}ties", Some("the invisible U+200B"));
        check("Par\u{200d}ties", Some("the invisible U+200D"));
        check("a\u{202e}b", Some("the invisible U+202E"));
        check("n\u{fe0f}o", Some("the invisible U+FE0F"));
        check("x\u{1b}[31m", Some("the invisible U+001B"));
        let both = "the invisible U+200B, Cyrillic letter “а” (U+0430) in “P\u{430}rties”";
        check("P\u{430}r\u{200b}ties", Some(both));
        check("1\u{43e}0 euros", Some("Cyrillic letter “о” (U+043E) in “1\u{43e}0”"));
    }

    #[test]
    fn what_writing_needs_is_left_alone() {
        for text in [
            "می\u{200c}روم",
            "👩\u{200d}🚀 ❤\u{fe0f}",
            "co\u{ad}operation",
            "IT-компания и Wi-Fi",
            "10 kΩ, 5 μm, Δx",
            "naïve Café – “Ångström”",
            "Москва Moscow",
            "plain\ttext\r\nhere",
        ] {
            check(text, None);
        }
    }
}
