//! A long text and a revision of it, made from a fixed seed: the same on every machine.

use std::fmt::Write;

/// A pair of wordings of about so many bytes each: about a tenth of the sentences are edited, now and then a paragraph is left out.
pub fn pair(bytes: usize) -> (String, String) {
    let mut chance = Chance(0x9e37_79b9_7f4a_7c15);
    let words = vocabulary(&mut chance);
    let (mut old, mut new) = (String::with_capacity(bytes), String::with_capacity(bytes));
    while old.len() < bytes {
        let (mut before, mut after) = (String::new(), String::new());
        for _ in 0..3 + chance.below(4) {
            let sentence: Vec<&str> = (0..8 + chance.below(18)).map(|_| common(&words, &mut chance)).collect();
            let mut edited = sentence.clone();
            if chance.below(10) == 0 {
                edit(&mut edited, &words, &mut chance);
            }
            let _ = write!(before, "{}. ", capital(&sentence.join(" ")));
            let _ = write!(after, "{}. ", capital(&edited.join(" ")));
        }
        let _ = writeln!(old, "{}\n", before.trim_end());
        if chance.below(200) > 0 {
            let _ = writeln!(new, "{}\n", after.trim_end());
        }
    }
    (old, new)
}

/// A word more, a word less, or another word.
fn edit<'a>(sentence: &mut Vec<&'a str>, words: &'a [String], chance: &mut Chance) {
    let at = chance.below(sentence.len());
    match chance.below(3) {
        0 => sentence.insert(at, common(words, chance)),
        1 => drop(sentence.remove(at)),
        _ => sentence[at] = common(words, chance),
    }
}

/// A word of the vocabulary, the first ones more often, as in any language.
fn common<'a>(words: &'a [String], chance: &mut Chance) -> &'a str {
    let limit = chance.below(words.len()) + 1;
    &words[chance.below(limit)]
}

fn vocabulary(chance: &mut Chance) -> Vec<String> {
    const SYLLABLES: &[&str] =
        &["ba", "cor", "de", "fin", "gra", "hel", "is", "lo", "mer", "ne", "par", "ri", "sta", "ten", "ul", "vor"];
    let word =
        |chance: &mut Chance| (0..1 + chance.below(4)).map(|_| SYLLABLES[chance.below(SYLLABLES.len())]).collect();
    (0..6_000).map(|_| word(chance)).collect()
}

fn capital(sentence: &str) -> String {
    let mut letters = sentence.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Numbers without a pattern (xorshift, Marsaglia 2003).
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit as u64) as usize
    }
}
