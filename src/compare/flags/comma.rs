//! Commas that change what is meant. Before a relative clause or a condition: `goods which are defective` are some, `goods, which are
//! defective,` are all. Behind such a clause. Between a name and what somebody is, who may be one or two. And one that moves:
//! `the Parties, acting jointly shall` and `acting jointly, shall`.

use memchr::memchr_iter;

use super::apposition::apposition;
use super::lists::Listed;
use super::side::{Side, Word};
use super::{Alarm, FlagKind};
use crate::document::{Pair, TokenKind};

/// Marks that part what is said.
const PARTING: [&str; 3] = [",", ";", ":"];

/// A comma that comes, goes or moves alone, or another mark that moves, where it may change what is meant.
pub fn comma(sides: Pair<&Side<'_>>) -> Option<Alarm> {
    let (verb, side) = match (sides.old.words.as_slice(), sides.new.words.as_slice()) {
        ([], [mark]) if PARTING.contains(&mark.text) => ("adds", sides.new),
        ([mark], []) if PARTING.contains(&mark.text) => ("drops", sides.old),
        _ => return None,
    };
    let mark = side.words[0].text;
    if mark != "," {
        return Some(Alarm::hint(FlagKind::Punctuation, moved(sides, side, mark)?));
    }
    let before =
        || side.next().filter(|next| restricts(side, next)).map(|next| format!("{verb} , before {}", next.text));
    let behind = || closes(side).map(|first| format!("{verb} , behind “{} …”", first.text));
    let between = || apposition(side).map(|both| format!("{verb} , ({both})"));
    let reason = before().or_else(behind).or_else(|| moved(sides, side, mark)).or_else(between)?;
    Some(Alarm::hint(FlagKind::Punctuation, reason))
}

fn restricts(side: &Side<'_>, word: &Word<'_>) -> bool {
    side.lists.restrictive.contains(&*word.lower)
}

/// The first word of the relative clause or condition that ends at the edit: no mark stands between, but words before it do.
fn closes<'a, 'b>(side: &'b Side<'a>) -> Option<&'b Word<'a>> {
    let words = side.around();
    let before = &words[..words.partition_point(|word| word.span.end <= side.edit.start)];
    let start = before.iter().rposition(|word| word.kind == TokenKind::Mark).map_or(0, |at| at + 1);
    // The comma behind a condition that opens the sentence is a matter of style, behind `However,` too.
    let is_light = |word: &Word<'_>| word.entry.is_some_and(|entry| entry.is_light);
    let is_condition = |word: &Word<'_>| {
        word.entry.is_some_and(|entry| entry.phrases.iter().any(|phrase| phrase.listed == Listed::Condition))
    };
    let is_opening =
        start == 0 || words[..start - 1].iter().all(is_light) && before.get(start).is_some_and(is_condition);
    before[start..].iter().skip(usize::from(is_opening)).find(|word| restricts(side, word))
}

/// From where to where a mark moves, where the sentences are the same but for such marks, and have as many.
fn moved(sides: Pair<&Side<'_>>, side: &Side<'_>, mark: &str) -> Option<String> {
    // One that moved leaves as many, as few do.
    let times = sides.map(|side| memchr_iter(mark.as_bytes()[0], side.sentence().as_bytes()).count());
    if times.old != times.new {
        return None;
    }
    let (close, apart) = (format!("{mark} "), format!(" {mark} "));
    let sentences = sides.map(|side| side.sentence().replace(&close, &apart));
    let words = sentences.as_ref().map(|text| text.split_whitespace().filter(|word| *word != mark).collect::<Vec<_>>());
    if words.old != words.new {
        return None;
    }
    // A comma is told by the word behind it.
    let commas = sentences.as_ref().map(|text| {
        let marked = text.split_whitespace().scan(0, |at, word| {
            *at += usize::from(word != mark);
            Some((*at, word))
        });
        marked.filter(|(_, word)| *word == mark).map(|(at, _)| at).collect::<Vec<usize>>()
    });
    let only =
        |own: &[usize], other: &[usize]| own.iter().copied().filter(|at| !other.contains(at)).collect::<Vec<_>>();
    let (gone, come) = (only(&commas.old, &commas.new), only(&commas.new, &commas.old));
    let before = side.text[side.sentence_span().start..side.edit.start].replace(&close, &apart);
    let at = before.split_whitespace().filter(|word| *word != mark).count();
    let own = if side.edit.is_empty() {
        None
    } else {
        gone.iter().position(|one| *one == at).or_else(|| come.iter().position(|one| *one == at))
    };
    let place = own.filter(|_| gone.len() == come.len())?;
    let shown = |at: usize| {
        format!("“{}{mark} {}”", words.old.get(at.wrapping_sub(1)).unwrap_or(&""), words.old.get(at).unwrap_or(&""))
    };
    Some(format!("{} → {}", shown(*gone.get(place)?), shown(*come.get(place)?)))
}
