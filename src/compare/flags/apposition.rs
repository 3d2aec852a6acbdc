//! Commas that tell whether one is meant or two: `the buyer, Acme, and the seller` may be two or three, `the buyer Acme and the seller`
//! are two.

use super::lists::Listed;
use super::side::{Side, Word};
use crate::document::TokenKind;

/// So many words at most has what stands beside another: a title with two names, an article with a word before what somebody is.
const LONG: usize = 4;

/// What somebody is and the name beside it, where the edit is a comma between them or behind them, in a row that `and` or `or` ends.
pub fn apposition(side: &Side<'_>) -> Option<String> {
    let near = side.near();
    let (first, last) = side.place();
    let (before, behind) = (near.get(..first)?, near.get(last..)?);
    if behind.first().is_some_and(joins) {
        // What stands beside then has a comma before it too.
        let comma = before.iter().rposition(|word| word.text == ",")?;
        return beside(side, &before[..comma], &before[comma + 1..]);
    }
    let end = behind.iter().position(|word| word.text == "," || joins(word))?;
    let comma = usize::from(behind[end].text == ",");
    behind.get(end + comma).is_some_and(joins).then(|| beside(side, before, &behind[..end])).flatten()
}

/// Whether a word joins the last of a row to the others.
fn joins(word: &Word<'_>) -> bool {
    word.entry.is_some_and(|entry| {
        entry
            .phrases
            .iter()
            .any(|phrase| phrase.listed == Listed::Connective && phrase.rest.is_empty() && phrase.group < 2)
    })
}

/// Both, where one of them says what somebody is and the other is a name.
fn beside(side: &Side<'_>, before: &[Word<'_>], behind: &[Word<'_>]) -> Option<String> {
    let (one, other) = (before.last()?, behind.last().filter(|_| behind.len() <= LONG)?);
    let is_role = |word: &Word<'_>| side.lists.roles.contains(&*word.lower);
    let is_name = |word: &Word<'_>| word.kind == TokenKind::Word && word.is_capitalised() && !is_role(word);
    let is_named = || behind.iter().all(|word| is_name(word) || word.text == ".");
    // With an article (`the Board`) it is one more of the row.
    let is_bare = || {
        let first = before.iter().rev().find(|word| !word.is_capitalised());
        side.lists.names_by_case && !first.is_some_and(|first| first.entry.is_some_and(|entry| entry.is_article))
    };
    let is_one = is_role(one) && is_named() || is_role(other) && is_name(one) && is_bare();
    is_one.then(|| format!("{} and {} may be one or two", one.text, other.text))
}
