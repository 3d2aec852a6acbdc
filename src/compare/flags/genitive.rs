//! The same phrase built in another way: `determination of distance` and `distance determination`.

use super::grammar::{stands_before_mass, stands_before_plural};
use super::numeral::is_content;
use super::side::{Side, Word};
use crate::document::Pair;

/// Whether one side says with a word for the genitive what the other says by order: the same words, of the same one.
pub fn is_turned(sides: Pair<&Side<'_>>) -> bool {
    turns(sides.old, sides.new) || turns(sides.new, sides.old)
}

fn turns(long: &Side<'_>, short: &Side<'_>) -> bool {
    let is_genitive = |word: &Word<'_>| long.lists.genitives.contains(&*word.lower);
    let Some(at) = long.words.iter().position(is_genitive) else { return false };
    let owner = &long.words[at + 1..];
    // The Bank of Spain is no Spain Bank.
    let is_capitalised = |word: Option<&Word<'_>>| word.is_some_and(Word::is_capitalised);
    let is_name = is_capitalised(bare(&long.words[..at]).next()) && is_capitalised(owner.last());
    let turned = bare(owner).chain(bare(&long.words[..at]));
    // Private use of property is no use of private property.
    let is_described = first_article(&long.words).is_none()
        && long.near_before().last().is_some_and(|word| is_content(word) && !is_article(word));
    !is_name
        && !is_described
        && bare(owner).next().is_some()
        && bare(&long.words[..at]).next().is_some()
        && bare(&short.words).map(|word| &word.lower).eq(turned.map(|word| &word.lower))
        && first_article(owner).is_none_or(|article| leads(short, article))
        && first_article(&long.words).is_none_or(|article| match first_article(&short.words) {
            Some(other) => other.lower == article.lower,
            None => leads(short, article) || !stands_before_plural(long) && !stands_before_mass(long),
        })
}

/// Whether an edit begins with this article, or stands behind it.
fn leads(side: &Side<'_>, article: &Word<'_>) -> bool {
    first_article(&side.words).or_else(|| side.near_before().last()).is_some_and(|word| word.lower == article.lower)
}

fn first_article<'a, 'b>(words: &'a [Word<'b>]) -> Option<&'a Word<'b>> {
    words.first().filter(|word| is_article(word))
}

fn is_article(word: &Word<'_>) -> bool {
    word.entry.is_some_and(|entry| entry.is_article)
}

fn bare<'a, 'b>(words: &'a [Word<'b>]) -> impl Iterator<Item = &'a Word<'b>> {
    words.iter().filter(|word| !is_article(word))
}
