//! Words that every language has, and the terms of a glossary: what a translation is likely to say where the original says this.
//!
//! `vocabulary/*.toml` name each meaning by its English word and list the words of one language that express it.
//! `~` stands for any ending. What several languages' files share is what two texts can be compared by.

use rustc_hash::FxHashMap;

use super::hints::{Hint, Reason};
use super::sentences::{Sentences, fold};
use crate::compare::word_lists::{self, word_list};
use crate::document::{Pair, Span, tokens};

/// The vocabularies by ISO 639-1 code.
const VOCABULARIES: [(&str, &str); 7] = [
    ("de", word_list!("vocabulary/de")),
    ("en", word_list!("vocabulary/en")),
    ("es", word_list!("vocabulary/es")),
    ("fr", word_list!("vocabulary/fr")),
    ("hu", word_list!("vocabulary/hu")),
    ("ru", word_list!("vocabulary/ru")),
    ("zh", word_list!("vocabulary/zh")),
];

/// Meanings of one language: the words that express them.
type Vocabulary = std::collections::BTreeMap<String, String>;

/// Pairs of words that a vocabulary or the glossary has.
pub fn pairs(sides: Pair<&Sentences>, languages: Pair<Option<&str>>, glossary: &[Pair<String>]) -> Vec<Hint> {
    let old = Words::of(sides.old, glossary.iter().map(|term| spaced(&term.old)));
    let new = Words::of(sides.new, glossary.iter().map(|term| spaced(&term.new)));
    let mut hints = paired(Pair::of(old, new));
    let (Some(old), Some(new)) = (languages.old.and_then(vocabulary), languages.new.and_then(vocabulary)) else {
        return hints;
    };
    let shared: Vec<&String> = old.keys().filter(|meaning| new.contains_key(*meaning)).collect();
    let words =
        |vocabulary: &Vocabulary, side| Words::of(side, shared.iter().map(|meaning| vocabulary[*meaning].clone()));
    hints.extend(paired(Pair::of(words(&old, sides.old), words(&new, sides.new))));
    hints
}

fn vocabulary(language: &str) -> Option<Vocabulary> {
    let (_, text) = VOCABULARIES.iter().find(|(code, _)| *code == language)?;
    Some(word_lists::read(text))
}

/// A term with its words apart, also where its script writes them together.
fn spaced(term: &str) -> String {
    let words: Vec<&str> = tokens(term, Span::new(0, term.len())).iter().map(|token| token.span.of(term)).collect();
    words.join(" ")
}

fn paired(words: Pair<Words>) -> Vec<Hint> {
    let mut hints = Vec::new();
    for (old, new) in words.old.by_meaning.iter().zip(&words.new.by_meaning) {
        for old in old {
            hints.extend(new.iter().map(|new| Hint {
                words: Pair::of(*old, *new),
                weight: 1.0,
                reason: Reason::Vocabulary,
            }));
        }
    }
    hints
}

/// The words of a text that express each meaning.
struct Words {
    by_meaning: Vec<Vec<u32>>,
}

impl Words {
    /// `meanings` are lists of words, each with `~` for any ending.
    fn of(side: &Sentences, meanings: impl Iterator<Item = String>) -> Self {
        let mut whole: FxHashMap<String, Vec<usize>> = FxHashMap::default();
        let mut begun: FxHashMap<String, Vec<usize>> = FxHashMap::default();
        let mut count = 0;
        for words in meanings {
            for word in words.split([' ', '-', '\'', '’']).filter(|word| !word.is_empty()) {
                match word.strip_suffix('~') {
                    Some(start) => begun.entry(fold(start)).or_default().push(count),
                    None => whole.entry(fold(word)).or_default().push(count),
                }
            }
            count += 1;
        }
        let longest = begun.keys().map(String::len).max().unwrap_or(0);
        let mut by_meaning = vec![Vec::new(); count];
        for (id, word) in side.words.iter().enumerate() {
            for form in &word.forms {
                let starts = form.char_indices().map(|(at, letter)| &form[..at + letter.len_utf8()]);
                let starts = starts.take_while(|start| start.len() <= longest);
                let meanings = starts.filter_map(|start| begun.get(start)).chain(whole.get(form)).flatten();
                meanings.for_each(|meaning| by_meaning[*meaning].push(id as u32));
            }
        }
        by_meaning.iter_mut().for_each(|ids: &mut Vec<u32>| ids.dedup());
        Self { by_meaning }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_vocabularies_are_read_and_share_the_english_meanings() {
        let english = vocabulary("en").expect("a vocabulary");
        for (code, _) in VOCABULARIES {
            let words = vocabulary(code).unwrap_or_default();
            assert!(words.len() > 300, "{code}");
            for (meaning, words) in words {
                assert!(english.contains_key(&meaning), "{code}: {meaning}");
                assert!(words.split(' ').all(|word| !word.is_empty()), "{code}: {meaning}");
            }
        }
        assert!(vocabulary("xx").is_none());
    }
}
