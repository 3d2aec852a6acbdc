//! Words that sound alike across languages and scripts: names above all, and what all languages have borrowed.

/// Words that share less than this of their sounds (twice the longest common subsequence over both lengths) are no cognates.
const ALIKE: f32 = 0.7;
/// How far barely alike words are trusted, next to equal ones.
const BARELY: f32 = 0.3;
/// Shorter words must be equal, and are trusted less.
const SHORT: usize = 4;
/// Sounds of a word that count.
const SOUNDS: usize = 48;

/// How a word sounds, roughly, in Latin letters, whatever its script.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sound {
    letters: Vec<u8>,
    /// Which letters and digits there are, a bit each.
    set: u64,
    /// Whether its script writes no vowels.
    consonants: bool,
}

/// Spellings of one sound, longest first.
const SPELLINGS: [(&str, &str); 20] = [
    ("tsch", "k"),
    ("shch", "z"),
    ("sch", "z"),
    ("tch", "k"),
    ("ch", "k"),
    ("sh", "z"),
    ("zh", "z"),
    ("kh", "h"),
    ("ph", "f"),
    ("th", "t"),
    ("ts", "z"),
    ("tz", "z"),
    ("ce", "ze"),
    ("ci", "zi"),
    ("cy", "zi"),
    ("ck", "k"),
    ("qu", "k"),
    ("x", "kz"),
    ("ou", "u"),
    ("oo", "u"),
];

impl Sound {
    /// The sound of a word; nothing where it has no letters or digits.
    pub fn of(word: &str) -> Option<Self> {
        let consonants = word.chars().any(|letter| matches!(letter, '\u{590}'..='\u{6ff}' | '\u{700}'..='\u{74f}'));
        // Armenian writes this vowel as two letters.
        let latin = any_ascii::any_ascii(&word.replace("ու", "u")).to_ascii_lowercase();
        let mut letters: Vec<u8> = Vec::with_capacity(latin.len());
        let mut rest = latin.as_str();
        while let Some(first) = rest.bytes().next().filter(|_| letters.len() < SOUNDS) {
            let (written, sound) = SPELLINGS
                .iter()
                .find(|(written, _)| rest.starts_with(written))
                .map_or((1, None), |(w, s)| (w.len(), Some(*s)));
            let single = [folded(first)];
            for letter in sound.map_or(&single[..], str::as_bytes) {
                if letter.is_ascii_alphanumeric() && letters.last() != Some(letter) {
                    letters.push(*letter);
                }
            }
            rest = rest.get(written..).unwrap_or("");
        }
        let set = letters.iter().fold(0, |set, letter| set | 1 << (letter % 64));
        (!letters.is_empty()).then_some(Self { letters, set, consonants })
    }

    /// What both of two alike words have in common: how they begin and their first consonant behind that.
    pub fn key(&self) -> (u8, u8) {
        let next = self.letters.iter().skip(1).find(|letter| !is_vowel(**letter));
        (if is_vowel(self.letters[0]) { b'a' } else { self.letters[0] }, next.copied().unwrap_or(b' '))
    }
}

/// How far two words are to be trusted to be one: 0 where they do not sound alike, 1 where they sound equal.
pub fn likeness(a: &Sound, b: &Sound) -> f32 {
    if a.consonants || b.consonants {
        let bare =
            |sound: &Sound| sound.letters.iter().copied().filter(|letter| !is_vowel(*letter)).collect::<Vec<u8>>();
        return graded(&bare(a), &bare(b), SHORT - 1);
    }
    // What one has and the other lacks can't be in common: this spares most of the work.
    let most = |this: &Sound, that: &Sound| this.letters.len() - (this.set & !that.set).count_ones() as usize;
    let sum = (a.letters.len() + b.letters.len()) as f32;
    if (2 * most(a, b).min(most(b, a))) as f32 >= ALIKE * sum { graded(&a.letters, &b.letters, SHORT) } else { 0.0 }
}

fn graded(a: &[u8], b: &[u8], short: usize) -> f32 {
    let (least, sum) = (a.len().min(b.len()), (a.len() + b.len()) as f32);
    if least < short {
        return if a == b && !a.is_empty() { BARELY } else { 0.0 };
    }
    if 2.0 * (least as f32) < ALIKE * sum {
        return 0.0;
    }
    let alike = 2.0 * common(a, b) as f32 / sum;
    if alike < ALIKE { 0.0 } else { BARELY + (1.0 - BARELY) * (alike - ALIKE) / (1.0 - ALIKE) }
}

fn folded(letter: u8) -> u8 {
    match letter {
        b'y' | b'j' => b'i',
        b'w' => b'v',
        b'c' | b'q' => b'k',
        b's' => b'z',
        other => other,
    }
}

fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u')
}

/// The length of the longest common subsequence.
fn common(a: &[u8], b: &[u8]) -> usize {
    let mut row = vec![0_u8; b.len() + 1];
    for x in a {
        let mut diagonal = 0;
        for (j, y) in b.iter().enumerate() {
            let above = row[j + 1];
            row[j + 1] = if x == y { diagonal + 1 } else { above.max(row[j]) };
            diagonal = above;
        }
    }
    row[b.len()] as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(a: &str, b: &str, are_alike: bool) {
        let (Some(x), Some(y)) = (Sound::of(a), Sound::of(b)) else { panic!("{a} and {b} have a sound") };
        assert_eq!(likeness(&x, &y) > 0.0, are_alike, "{x:?} {y:?}");
        assert!(!are_alike || x.key() == y.key() || x.consonants || y.consonants, "{x:?} {y:?}");
    }

    #[test]
    fn names_are_known_in_any_script() {
        check("Петросян", "Petrosyan", true);
        check("Հարություն", "Harutyun", true);
        check("ვაჟა", "Vazha", true);
        check("Παπαδόπουλος", "Papadopoulos", true);
        check("محمد", "Mohammed", true);
        check("Schweizer", "Швейцер", true);
        check("Zürich", "Цюрих", true);
        check("Revolution", "революция", true);
        check("Müller", "Möbel", false);
        check("und", "ant", false);
    }
}
