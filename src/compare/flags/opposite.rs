//! A word in the place of its opposite: `including → excluding`, which is listed, and `lawful → unlawful`, which its prefix tells.

use super::editorial::one;
use super::lists::Lists;
use super::side::{Side, Word};
use super::spelling::{phrase, share_group, words};
use super::{Alarm, FlagKind};
use crate::document::{Pair, TokenKind};

/// Shorter words (letters) are often others that only look alike: `it`, `unit`.
const SHORT: usize = 4;

/// Endings that do not change what is the opposite of what.
const ENDINGS: [&str; 3] = ["", "s", "'s"];

/// A prefix by which a word says the opposite.
#[derive(Debug)]
pub struct Denial {
    /// The prefix.
    pub prefix: String,
    /// How the words begin that may stand behind it; where none is given, and no ending, all may.
    pub begins: Vec<String>,
    /// How they end.
    pub ends: Vec<String>,
}

impl Denial {
    /// A prefix with what may stand behind it: beginnings, and endings with a hyphen before them.
    pub fn of(prefix: String, behind: &str) -> Self {
        let ends = behind.split_whitespace().filter_map(|end| end.strip_prefix('-')).map(str::to_owned).collect();
        let begins = behind.split_whitespace().filter(|begin| !begin.starts_with('-')).map(str::to_owned).collect();
        Self { prefix, begins, ends }
    }

    /// Whether one word is the other with this prefix before it.
    fn turns(&self, word: &str, denied: &str) -> bool {
        let is_any = self.begins.is_empty() && self.ends.is_empty();
        denied.strip_prefix(&*self.prefix) == Some(word)
            && (is_any
                || self.begins.iter().any(|begin| word.starts_with(begin))
                || self.ends.iter().any(|end| word.ends_with(end)))
    }
}

/// A word or phrase in the place of its opposite.
pub fn opposite(sides: Pair<&Side<'_>>) -> Option<Alarm> {
    let is_listed = || share_group(sides, &sides.old.lists.opposites) && phrase(sides.old) != phrase(sides.new);
    let is_it = is_denied(sides) || is_listed() || is_listed_in_form(sides);
    let shown = || one(&sides.map(Side::shown));
    is_it.then(|| match are_roles(sides) {
        true => Alarm::strong(FlagKind::Name, format!("{} (the other party)", shown())),
        false => Alarm::strong(FlagKind::Opposite, shown()),
    })
}

/// Whether both sides are what somebody is: `the seller → the buyer`.
fn are_roles(sides: Pair<&Side<'_>>) -> bool {
    let is_role = |side: &Side<'_>| {
        let stems = |word: &'_ Word<'_>| ENDINGS.map(|ending| word.lower.strip_suffix(ending).map(str::to_owned));
        only(side).is_some_and(|word| stems(word).iter().flatten().any(|stem| side.lists.roles.contains(stem)))
    };
    is_role(sides.old) && is_role(sides.new)
}

/// Whether the only words of both sides are opposites, but for an article or an ending that both have: `the seller's → the buyer's`.
fn is_listed_in_form(sides: Pair<&Side<'_>>) -> bool {
    let words = sides.map(only);
    let (Some(old), Some(new)) = (words.old, words.new) else { return false };
    let groups = |word: &Word<'_>, ending: &str| {
        sides.old.lists.opposites.get(word.lower.strip_suffix(ending)?).map(Vec::as_slice)
    };
    let are_opposite = |ending: &&str| {
        let found = groups(old, ending).zip(groups(new, ending));
        found.is_some_and(|(old, new)| old.iter().any(|group| new.contains(group)))
    };
    old.lower != new.lower && ENDINGS.iter().any(are_opposite)
}

/// Whether one side has nothing but a word of the other with a prefix that denies it, articles aside.
fn is_denied(sides: Pair<&Side<'_>>) -> bool {
    let only = sides.map(only);
    let (Some(old), Some(new)) = (only.old, only.new) else { return false };
    let (word, denied) = if old.lower.len() < new.lower.len() { (old, new) } else { (new, old) };
    denied.lower.ends_with(&*word.lower) && !word.is_capitals() && turns(&word.lower, &denied.lower, sides.old.lists)
}

fn turns(word: &str, denied: &str, lists: &Lists) -> bool {
    word.chars().nth(SHORT - 1).is_some()
        && lists.denials.iter().any(|denial| denial.turns(word, denied))
        && !lists.lookalikes.iter().any(|other| match other.strip_suffix('.') {
            Some(whole) => word == whole,
            None => word.starts_with(other),
        })
}

/// The only word of a side, an article before it aside.
pub fn only<'a, 'b>(side: &'a Side<'b>) -> Option<&'a Word<'b>> {
    /// A word, an article and a mark or two.
    const MOST: usize = 4;
    let mut words = words(side).filter(|word| !word.entry.is_some_and(|entry| entry.is_article));
    let word = if side.words.len() <= MOST { words.next()? } else { return None };
    (word.kind == TokenKind::Word && words.next().is_none()).then_some(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether each of some words has each time its opposite in the other.
    #[track_caller]
    fn check(language: &str, pairs: &str, expected: bool) {
        for pair in pairs.split_whitespace() {
            let (word, denied) = pair.split_once('/').expect("two words");
            assert_eq!(turns(word, denied, Lists::of(Some(language))), expected, "{pair}");
        }
    }

    #[test]
    fn prefixes_deny_a_word() {
        let pairs = "able/unable lawful/unlawful exclusive/non-exclusive payment/nonpayment direct/indirect complete/incomplete possible/impossible \
                     material/immaterial regular/irregular legal/illegal agreed/disagreed satisfied/dissatisfied";
        check("en", pairs, true);
        check(
            "de",
            "wirksame/unwirksame öffentlich/nichtöffentlich öffentlich/nicht-öffentlich kündbar/unkündbar wesentlich/unwesentlich menschlich/unmenschlich brauchbar/unbrauchbar",
            true,
        );
        check(
            "fr",
            "directe/indirecte applicable/inapplicable possible/impossible limitée/illimitée régulier/irrégulier",
            true,
        );
        check(
            "es",
            "directa/indirecta aplicable/inaplicable posible/imposible limitado/ilimitado regular/irregular",
            true,
        );
        check("ru", "действительный/недействительный условное/безусловное срочный/бессрочный", true);
    }

    #[test]
    fn what_a_prefix_tells_is_not_listed() {
        for language in ["en", "fr", "de", "es", "ru"] {
            let lists = Lists::of(Some(language));
            for (word, groups) in &lists.opposites {
                let mut others = lists.opposites.iter().filter(|(_, own)| own.iter().any(|own| groups.contains(own)));
                assert!(others.all(|(denied, _)| !turns(word, denied, lists)), "{language} {word}");
            }
        }
    }

    #[test]
    fn words_that_only_look_so_are_none() {
        let pairs = "valuable/invaluable flammable/inflammable different/indifferent famous/infamous less/unless form/inform port/import \
                     charge/discharge tend/intend vest/invest press/impress respective/irrespective corporate/incorporate formation/information \
                     nation/donation it/unit tent/intent vent/invent cite/incite sect/insect duct/induct sure/insure dent/indent fact/infact";
        check("en", pairs, false);
        check(
            "de",
            "fall/unfall kosten/unkosten menge/unmenge weit/unweit ter/unter zahl/unzahl längst/unlängst wesen/unwesen brauch/missbrauch",
            false,
        );
        check(
            "fr",
            "différent/indifférent flammable/inflammable vente/invente formation/information forment/informent citent/incitent tente/intente secte/insecte",
            false,
        );
        check("es", "diferente/indiferente vierte/invierte formativo/informativo gente/ingente secta/insecta", false);
        check(
            "ru",
            "сколько/несколько которые/некоторые медленно/немедленно ценный/бесценный посредственно/непосредственно",
            false,
        );
    }
}
