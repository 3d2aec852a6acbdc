//! What it is worth to mark an edit as it is cut: the terms and their weights, which stand together here.
//!
//! The weights are fitted on sentence pairs whose edits were marked by hand: they make the cuts that people chose more likely than
//! all others (a log-linear model over segmentations, Sarawagi and Cohen 2004). All worths are in thousandths, sizes in words.

use std::sync::LazyLock;

use super::wordclass::WordClass;

/// A replacement costs by its size (for each hundredth of the logarithm): two small ones are better than a big one.
const SIZE: i32 = 12;
/// It costs by how much longer one side is than the other (for each hundredth of the logarithm of the quotient).
const UNLIKE_LENGTHS: i32 = 11;
/// At each end where both sides have words of the same class, it replaces like by like.
const LIKE_ENDS: i32 = 900;
/// Cutting one change into two edits.
const SPLIT: i32 = -4_900;
/// A comma that came or went behind other words stands by itself.
const COMMA: i32 = 3_600;
/// Taking the two sides of a change for a deletion and an insertion that have nothing to do with each other …
const UNRELATED: i32 = -5_800;
/// … which is likelier the longer they are (for each hundredth of the logarithms) …
const UNRELATED_SIZE: i32 = 6;
/// … likelier for a whole clause, and the less likely the more their words are alike (for each hundredth).
const UNRELATED_CLAUSE: i32 = 1_900;
const UNRELATED_LIKENESS: i32 = -38;
/// Taking the shared words between two changes into one edit …
const GAP: i32 = 1_300;
/// … costs for each of those words, and for each change that is no more than another form of a word …
const SHARED: i32 = -1_100;
const OTHER_FORM: i32 = -900;
/// … but what was only moved from one change to another belongs into one edit.
const MOVED: i32 = 1_500;

/// How alike words are that are the same but for capitals.
pub const SAME: i32 = 100;
/// How alike two numbers of a noun are at least (hundredths).
pub const KIN: i32 = 85;
/// How alike two words must be to be forms of one (hundredths).
const ALIKE: i32 = 50;

/// What the replacement of some words by others is worth.
pub fn replacement(old: &[WordClass], new: &[WordClass]) -> i32 {
    let ends = i32::from(old.first() == new.first()) + i32::from(old.last() == new.last());
    let lengths = logarithm(old.len()) - logarithm(new.len());
    ends * LIKE_ENDS - logarithm(old.len() + new.len()) * SIZE - lengths.abs() * UNLIKE_LENGTHS
}

/// What it is worth to cut off one side of a change by itself.
pub fn cut_off(words: &[&str]) -> i32 {
    if words == [","] { COMMA } else { 0 }
}

/// What it is worth to cut a change in two.
pub const fn split() -> i32 {
    SPLIT
}

/// The most that it is worth to take the sides of a change for a deletion and an insertion, before their likeness is known.
pub fn unrelated(old: usize, new: usize, is_clause: bool) -> i32 {
    UNRELATED + (logarithm(old) + logarithm(new)) * UNRELATED_SIZE + i32::from(is_clause) * UNRELATED_CLAUSE
}

/// What it costs that their likest words are so much alike.
pub const fn related(likeness: i32) -> i32 {
    likeness * UNRELATED_LIKENESS
}

/// What it is worth to close a gap of so many shared words.
pub const fn closed(words: usize) -> i32 {
    GAP + words as i32 * SHARED
}

/// What it costs to make a change part of a bigger edit.
pub fn absorbed(old: &[&str], new: &[&str]) -> i32 {
    let is_small = (1..=2).contains(&old.len()) && (1..=2).contains(&new.len());
    let alike = |old: &&str| new.iter().any(|new| likeness(old, new) >= ALIKE);
    if is_small && old.iter().any(alike) { OTHER_FORM } else { 0 }
}

/// What it is worth that words only moved within an edit.
pub const fn moved() -> i32 {
    MOVED
}

/// How alike two words are, in hundredths: the part of both that their common beginning makes up.
pub fn likeness(old: &str, new: &str) -> i32 {
    let first = (old.as_bytes().first().copied().unwrap_or(0), new.as_bytes().first().copied().unwrap_or(0));
    if first.0.is_ascii() && first.1.is_ascii() && !first.0.eq_ignore_ascii_case(&first.1) {
        return 0;
    }
    let (common, letters) = if old.is_ascii() && new.is_ascii() {
        let common = old.bytes().zip(new.bytes()).take_while(|(a, b)| a.eq_ignore_ascii_case(b)).count();
        (common, old.len() + new.len())
    } else {
        let is_same = |(a, b): &(char, char)| a == b || a.to_lowercase().eq(b.to_lowercase());
        let common = old.chars().zip(new.chars()).take_while(is_same).count();
        (common, old.chars().count() + new.chars().count())
    };
    (200 * common).checked_div(letters).unwrap_or(0) as i32
}

/// The natural logarithm in whole hundredths, so that it is the same on every machine.
fn logarithm(number: usize) -> i32 {
    static SMALL: LazyLock<[i32; 64]> = LazyLock::new(|| std::array::from_fn(|number| hundredths(number.max(1))));
    SMALL.get(number).copied().unwrap_or_else(|| hundredths(number))
}

fn hundredths(number: usize) -> i32 {
    ((number as f64).ln() * 100.0).round() as i32
}
