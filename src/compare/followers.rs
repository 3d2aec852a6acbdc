//! Numbers that only follow from others: compared as if they had not changed, each is a change of its own in the end.

use super::words::Change;
use crate::document::{Pair, Span, Token};

/// The tokens of the numbers at these places, where only the number differs; in order.
pub fn followers(texts: Pair<&str>, tokens: Pair<&[Token]>, places: &[Pair<Span>]) -> Vec<Pair<usize>> {
    places.iter().filter_map(|places| follower(texts, tokens, *places)).collect()
}

/// The changes, and between them each number that follows from others as one of its own.
pub fn with_followers(
    texts: Pair<&str>,
    tokens: Pair<&[Token]>,
    cut: Vec<Change>,
    followers: &[Pair<usize>],
) -> Vec<Change> {
    let is_same = |i: usize, j: usize| tokens.old[i].span.of(texts.old) == tokens.new[j].span.of(texts.new);
    let mut all = Vec::with_capacity(cut.len() + followers.len());
    let ends = Pair::of(tokens.old.len()..tokens.old.len(), tokens.new.len()..tokens.new.len());
    let mut at = Pair::of(0, 0);
    for change in cut.into_iter().chain([ends]) {
        let same = (at.old..change.old.start).zip(at.new..change.new.start);
        let is_follower = |(i, j): &(usize, usize)| {
            // They ascend on both sides.
            let is_one = followers.binary_search_by_key(i, |at| at.old).is_ok()
                || followers.binary_search_by_key(j, |at| at.new).is_ok();
            is_one && !is_same(*i, *j)
        };
        all.extend(same.filter(is_follower).map(|(i, j)| Pair::of(i..i + 1, j..j + 1)));
        at = Pair::of(change.old.end, change.new.end);
        let is_even = change.old.len() == change.new.len();
        if !is_even || change.old.clone().zip(change.new.clone()).any(|(i, j)| !is_same(i, j)) {
            all.push(change);
        }
    }
    all
}

fn follower(texts: Pair<&str>, tokens: Pair<&[Token]>, places: Pair<Span>) -> Option<Pair<usize>> {
    let at = |tokens: &[Token], place: Span| tokens.partition_point(|token| token.span.end <= place.start);
    let at = Pair::of(at(tokens.old, places.old), at(tokens.new, places.new));
    let around = |text, token: &Token, place: Span| {
        let (start, end) = (Span::new(token.span.start, place.start), Span::new(place.end, token.span.end));
        (start.start <= start.end && end.start <= end.end).then(|| (start.of(text), end.of(text)))
    };
    let old = around(texts.old, tokens.old.get(at.old)?, places.old)?;
    (old == around(texts.new, tokens.new.get(at.new)?, places.new)?).then_some(at)
}
