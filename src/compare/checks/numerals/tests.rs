//! What numbers say, in digits and in words.

use super::*;
use crate::compare::flags::lists::Lists;

#[track_caller]
fn check(language: &'static str, text: &str, expected: f64) {
    let whole = Span::new(0, text.len());
    let side = Side::of(text, &[], whole, whole, Lists::of(Some(language)));
    let values = said(&side, Some(language));
    assert!(values.has(expected), "{text}: {values:?}");
}

#[test]
fn numbers_are_read_in_many_ways() {
    check("en", "6.5 thousand", 6500.0);
    check("en", "$3.5bn", 3.5e9);
    check("en", "a thirty-five-year-old", 35.0);
    check("en", "a 2.5-million-dollar loan", 2.5e6);
    check("ru", "6,5 тыс. человек", 6500.0);
    check("ru", "пятидесятилетний юбилей", 50.0);
    check("de", "fünfunddreißig Boote", 35.0);
    check("de", "zweihundertfünfzig Boote", 250.0);
    check("fr", "quatre-vingt-dix-sept ans", 97.0);
    check("fr", "au XIXe siècle", 19.0);
    check("hu", "kétszázhuszonöt", 225.0);
    check("zh", "三十五万人", 350_000.0);
    check("zh", "1万2千人", 12_000.0);
    check("zh", "3.5亿元", 3.5e8);
    check("zh", "一九八八年", 1988.0);
    check("ru", "в 17.30", 30.0);
}

#[test]
fn every_language_is_read() {
    assert_eq!(NUMBERS.len(), 7);
    assert!(NUMBERS.values().all(|numbers| numbers.scales.has("万") || numbers.words.of("10").next().is_none()));
}
