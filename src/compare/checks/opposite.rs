//! What one side denies and the other says, in words that themselves may render a negation: `not excluded` and `descartan`; and what is
//! permitted on one side and forbidden on the other, open and closed.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::negation::Negations;
use super::rendering::Rendering;
use super::stems::Stems;
use super::{Class, Finding, FlagKind};
use crate::compare::flags::side::Word;
use crate::compare::word_lists::{self, word_list};
use crate::document::{Side, Span, TokenKind};

/// In longer sentences (in words) other things may be meant.
const LONG: usize = 25;
/// A negation stands so near before what it denies, in words and in signs: `not been excluded`, `不会关闭`.
const NEAR: usize = 3;

/// The words of one language for one thing.
#[derive(Debug)]
struct Words {
    stems: Stems<()>,
    /// The same as signs, of a language that is written without spaces.
    signs: Vec<String>,
}

/// The words for one thing by language.
type Thing = BTreeMap<String, Words>;

/// Of those in `denied` one side may deny what the other says, those of each pair in `turned` are opposites.
#[derive(Debug)]
struct Things {
    denied: Vec<Thing>,
    turned: Vec<(Thing, Thing)>,
}

/// Things whose opposite has a name: where they are denied, it may be said.
const TURNED: [(&str, &str); 2] = [("allowed", "forbidden"), ("open", "closed")];

static THINGS: LazyLock<Things> = LazyLock::new(|| {
    let files: BTreeMap<String, BTreeMap<String, String>> = word_lists::read(word_list!("checks/opposites"));
    let words = |listed: &String| {
        let mut stems = Stems::default();
        stems.add(listed, ());
        Words { stems, signs: listed.split_whitespace().map(str::to_owned).collect() }
    };
    let thing = |languages: &BTreeMap<String, String>| {
        languages.iter().map(|(language, listed)| (language.clone(), words(listed))).collect::<Thing>()
    };
    let named = |name: &str| files.get(name).map(thing).unwrap_or_default();
    let has_opposite = |name: &str| TURNED.iter().any(|(one, _)| *one == name);
    let denied = files.iter().filter(|(name, _)| !has_opposite(name)).map(|(_, languages)| thing(languages)).collect();
    Things { denied, turned: TURNED.iter().map(|(one, other)| (named(one), named(other))).collect() }
});

/// One side of a bead with what is known of its language.
struct Told<'a, 'b> {
    rendering: &'b Rendering<'a>,
    side: Side,
    language: &'static str,
    known: &'static Negations,
}

/// What this side denies and the other one says, or what both say the opposite of.
pub fn opposite(rendering: &Rendering<'_>, side: Side) -> Option<Finding> {
    if !rendering.is_single || rendering.size(Side::Old).max(rendering.size(Side::New)) > LONG {
        return None;
    }
    let (own, other) = (Told::of(rendering, side)?, Told::of(rendering, side.other())?);
    let denied = THINGS.denied.iter().find_map(|thing| Some((own.denies(thing)?, other.says(thing)?)));
    let turned = |(one, opposite): &(Thing, Thing)| {
        let is_clear = !own.has(opposite) && !other.has(one);
        Some((own.says(one)?, other.says(opposite)?)).filter(|_| is_clear)
    };
    let (here, there) = denied.or_else(|| THINGS.turned.iter().find_map(turned))?;
    let (old, new) = if side == Side::Old { (here, there) } else { (there, here) };
    let reason = format!("{} → {}", old.of(rendering.text(Side::Old)), new.of(rendering.text(Side::New)));
    let finding = Finding::new(FlagKind::Negation, Class::Substantive, reason);
    Some(finding.at(Side::Old, old).at(Side::New, new))
}

impl<'a, 'b> Told<'a, 'b> {
    fn of(rendering: &'b Rendering<'a>, side: Side) -> Option<Self> {
        let language = rendering.languages[side]?;
        Some(Self { rendering, side, language, known: Negations::known(Some(language))? })
    }

    fn words(&self) -> &'b [Word<'a>] {
        self.rendering.words(self.side)
    }

    /// Where a thing is said in signs, in bytes of this side.
    fn sign(&self, words: &Words) -> Option<Span> {
        let written = self.rendering.written(self.side);
        let mut places = words.signs.iter().filter_map(|sign| Some((written.find(sign.as_str())?, sign.len())));
        places.next().map(|(at, length)| Span::new(at, at + length))
    }

    /// Whether a thing comes in any way.
    fn has(&self, thing: &Thing) -> bool {
        thing.get(self.language).is_some_and(|words| match self.known.signs {
            Some(_) => self.sign(words).is_some(),
            None => self.words().iter().any(|word| words.stems.has(&word.lower)),
        })
    }

    /// Where a thing is said, and nothing denied.
    fn says(&self, thing: &Thing) -> Option<Span> {
        let wanted = thing.get(self.language)?;
        if let Some(signs) = &self.known.signs {
            let (at, written) = (self.sign(wanted)?, self.rendering.written(self.side));
            let is_denied = signs.may_deny(&written[..at.start]) || signs.may_deny(&written[at.end..]);
            return (!is_denied).then(|| self.place(at));
        }
        let words = self.words();
        let at = words.iter().position(|word| wanted.stems.has(&word.lower))?;
        let may_deny = |at: usize| !wanted.stems.has(&words[at].lower) && self.known.may_deny_at(words, at);
        (!(0..words.len()).any(may_deny)).then(|| words[at].span)
    }

    /// Where a thing is denied, and nothing else.
    fn denies(&self, thing: &Thing) -> Option<Span> {
        let wanted = thing.get(self.language)?;
        if let Some(signs) = &self.known.signs {
            let (at, written) = (self.sign(wanted)?, self.rendering.written(self.side));
            let denial = signs.denial(written)?;
            let is_near = denial.end <= at.start && written[denial.start..at.start].chars().count() <= NEAR;
            return is_near.then(|| self.place(Span::new(denial.start, at.end)));
        }
        let words = self.words();
        let at = words.iter().position(|word| wanted.stems.has(&word.lower))?;
        let mut hard = (0..words.len()).filter(|at| self.known.is_hard(&words[*at].lower));
        // `N'exclut pas`.
        let is_behind = |denial: usize| self.known.needs.is_some() && denial == at + 1;
        let is_beside = |denial: &usize| (at.saturating_sub(NEAR)..at).contains(denial) || is_behind(*denial);
        let denial = hard.next().filter(is_beside)?;
        let is_between = |word: &Word<'_>| word.kind == TokenKind::Word && !self.known.is_soft(&word.lower);
        let is_plain = hard.next().is_none() && !self.known.is_idle(words, denial, at);
        let mut between = words[at.min(denial + 1)..at].iter();
        (is_plain && between.all(is_between)).then(|| words[denial].span.to(words[at].span))
    }

    /// A place of this side in its text.
    fn place(&self, at: Span) -> Span {
        let start = self.rendering.span(self.side).start;
        Span::new(start + at.start, start + at.end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_thing_has_words_in_every_language() {
        let things = THINGS.denied.iter().chain(THINGS.turned.iter().flat_map(|(one, other)| [one, other]));
        for thing in things {
            let languages: Vec<&str> = thing.keys().map(String::as_str).collect();
            assert_eq!(languages, ["de", "en", "es", "fr", "hu", "ru", "zh"]);
            assert!(thing.values().all(|words| !words.signs.is_empty()));
        }
    }

    #[test]
    fn what_only_begins_like_a_thing_is_none() {
        let others = [
            ("de", "schließlich ausschließlich geschlossenheit zweifellos zweifelsohne zweifelsfrei"),
            ("en", "close"),
            ("es", "violencia violento superficie superior supermercado"),
            ("fr", "ferme fermement violence violent"),
            ("hu", "kétségtelenül kétségkívül"),
        ];
        for (language, words) in others {
            let is_thing = |word: &str| THINGS.denied.iter().any(|thing| thing[language].stems.has(word));
            assert!(!words.split(' ').any(is_thing), "{language}: {words}");
        }
    }
}
