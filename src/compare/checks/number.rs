//! Numbers and their units, by value and by locale: `6,5 тыс.` is `6.5 thousand` and `6,500`, `35 млн долларов` is `$35 million`.

use std::collections::VecDeque;

use super::amounts::{Amount, amounts};
use super::date::{Dates, dates};
use super::numerals::{Numeral, has_words, numerals, said, tells_time};
use super::phone;
use super::rendering::Rendering;
use super::said::is_same;
use super::{Class, Finding, FlagKind};
use crate::compare::flags::side::Word;
use crate::compare::flags::unit::Unit;
use crate::document::{Pair, Side, Span, TokenKind};

/// Values of two units that are one length or weight: translators round.
const ROUNDED: f64 = 0.08;

/// What is told in words in most languages: `rund um die Uhr`, …
const ALWAYS: &str = "24/7";
/// … and so are these phrases with their number.
const AROUND: [(&str, &str); 13] = [
    ("24", "hours a day"),
    ("24", "hours per day"),
    ("24", "Stunden am Tag"),
    ("24", "Stunden täglich"),
    ("24", "heures sur 24"),
    ("24", "horas al día"),
    ("24", "часа в сутки"),
    ("7", "days a week"),
    ("7", "days per week"),
    ("7", "Tage die Woche"),
    ("7", "jours sur 7"),
    ("7", "días a la semana"),
    ("7", "дней в неделю"),
];

/// More numbers of one side than these are not told one by one, …
const MANY: usize = 3;
/// … and no more than so many of them at all.
const TOLD: usize = 24;
/// A number is looked for among so many that are left of the other side.
const NEAR: usize = 64;

/// Numbers, units and dates that do not correspond.
pub fn number(rendering: &Rendering<'_>) -> Vec<Finding> {
    let Dates { spans, found } = dates(rendering);
    let phones = phone::shared(rendering);
    let mut findings = found;
    let left = [Side::Old, Side::New].map(|side| {
        let all = numerals(&rendering.sides[side], rendering.languages[side]);
        let is_other = |one: &Numeral| is_within(one, &spans[side]) || is_within(one, &phones[side]);
        all.into_iter().filter(|one| !is_other(one)).collect::<Vec<Numeral>>()
    });
    let [mut old, mut new] = left;
    findings.extend(paired(rendering, &mut old, &mut new));
    if old.is_empty() && new.is_empty() {
        return findings;
    }
    let values = Pair::of(Side::Old, Side::New).map(|side| said(&rendering.sides[side], rendering.languages[side]));
    let tells_time =
        Pair::of(Side::Old, Side::New).map(|side| tells_time(&rendering.sides[side], rendering.languages[side]));
    let amounts = Pair::of(Side::Old, Side::New).map(|side| amounts(&rendering.sides[side], rendering.languages[side]));
    for (side, there, numerals) in [(Side::Old, Side::New, &old), (Side::New, Side::Old, &new)] {
        let measured = numerals.iter().filter(|one| one.unit.is_some());
        findings.extend(measured.filter_map(|one| worded_unit(rendering, one, (side, there), &amounts[there])));
    }
    // Whether the other side does not say it.
    let is_missing = |one: &Numeral, there: Side| {
        let is_all_said = |reading: &Vec<f64>| reading.iter().all(|value| values[there].has_part(*value));
        let is_amount = || one.unit.is_some() && amounts[there].iter().any(|amount| amount.is(one));
        let is_always = || tells_always(rendering.text(there.other()), one);
        let is_said = one.readings.iter().any(is_all_said) || tells_time[there] && one.is_part_of_hour();
        !(is_said || is_amount() || is_always())
    };
    let (gone, come): (Vec<&Numeral>, Vec<&Numeral>) = (
        old.iter().filter(|one| is_missing(one, Side::New)).collect(),
        new.iter().filter(|one| is_missing(one, Side::Old)).collect(),
    );
    if gone.len().max(come.len()) > MANY {
        findings.push(all_differ(rendering, &gone, &come));
    } else {
        findings.extend(differing(rendering, Pair::of(&gone, &come), Pair::of(&old, &new)));
    }
    findings
}

/// Whether a number only tells that something is always so.
fn tells_always(text: &str, one: &Numeral) -> bool {
    let behind = |number: &str| text[one.span.start..].strip_prefix(number).map(str::trim_start);
    let is_here = |(number, phrase): &(&str, &str)| {
        // The second number of `24 heures sur 24` belongs to it.
        let is_end = || phrase.ends_with(number) && text[..one.span.end].ends_with(phrase);
        behind(number).is_some_and(|behind| behind.starts_with(phrase)) || is_end()
    };
    one.span.of(text) == ALWAYS || AROUND.iter().any(is_here)
}

/// Whether a number lies in one of some spans, which are in order.
fn is_within(one: &Numeral, spans: &[Span]) -> bool {
    let next = spans.get(spans.partition_point(|span| span.end <= one.span.start));
    next.is_some_and(|span| span.start <= one.span.start && one.span.end <= span.end)
}

/// Where so many numbers do not correspond, something else is wrong: it is said once.
fn all_differ(rendering: &Rendering<'_>, gone: &[&Numeral], come: &[&Numeral]) -> Finding {
    let texts = |side: Side, all: &[&Numeral]| {
        let texts: Vec<&str> = all.iter().take(TOLD).map(|one| one.span.of(rendering.text(side))).collect();
        let dots = if all.len() > TOLD { ", …" } else { "" };
        if texts.is_empty() { "nothing".to_owned() } else { texts.join(", ") + dots }
    };
    let reason = format!("{} → {}", texts(Side::Old, gone), texts(Side::New, come));
    Finding::new(FlagKind::Number, Class::Substantive, reason)
}

/// Takes numbers that are equal out of both sides; those among them that count other things are found.
fn paired(rendering: &Rendering<'_>, old: &mut Vec<Numeral>, new: &mut Vec<Numeral>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut others: VecDeque<Numeral> = std::mem::take(new).into();
    old.retain(|one| {
        let same_unit = |two: &Numeral| one.unit.is_none() || two.unit.is_none() || any_units(one, two, Unit::is);
        let equal = |two: &&Numeral| is_equal(one, two);
        let near = || others.iter().take(NEAR);
        let found = near().position(|two| equal(&two) && same_unit(two));
        let found = found.or_else(|| near().position(|two| equal(&two)));
        let Some(two) = found.and_then(|at| others.remove(at)) else { return true };
        findings.extend(other_unit(rendering, one, &two));
        false
    });
    *new = others.into();
    findings
}

fn is_equal(one: &Numeral, two: &Numeral) -> bool {
    let same_values = |a: &Vec<f64>, b: &Vec<f64>| a.len() == b.len() && a.iter().zip(b).all(|(a, b)| is_same(*a, *b));
    let is_same_value = one.readings.iter().any(|a| two.readings.iter().any(|b| same_values(a, b)));
    is_same_value || is_converted(one, two)
}

/// Whether this holds for any of the units that two numbers may have.
fn any_units(one: &Numeral, two: &Numeral, holds: impl Fn(&'static Unit, &'static Unit) -> bool) -> bool {
    one.units().any(|a| two.units().any(|b| holds(a, b)))
}

/// Whether two amounts are one in two units: `10 miles` and `16 km`.
fn is_converted(one: &Numeral, two: &Numeral) -> bool {
    let (Some([x]), Some([y])) = (one.readings.first().map(Vec::as_slice), two.readings.first().map(Vec::as_slice))
    else {
        return false;
    };
    any_units(one, two, |a, b| {
        let is_rounded = |times: f64| (x * times / y - 1.0).abs() < ROUNDED;
        !a.is(b) && (a.is_degree(*x, b, *y) || a.in_units_of(b).is_some_and(is_rounded))
    })
}

/// The same number of another thing.
fn other_unit(rendering: &Rendering<'_>, one: &Numeral, two: &Numeral) -> Option<Finding> {
    if any_units(one, two, Unit::is) || !any_units(one, two, Unit::is_kin) || is_converted(one, two) {
        return None;
    }
    let (old, new) = (one.whole.of(rendering.text(Side::Old)), two.whole.of(rendering.text(Side::New)));
    let finding = Finding::new(FlagKind::Unit, Class::Substantive, format!("{old} → {new}"));
    Some(finding.at(Side::Old, one.whole).at(Side::New, two.whole))
}

/// The same number of another thing, in words: `6 months` and `six weeks`.
fn worded_unit(
    rendering: &Rendering<'_>,
    one: &Numeral,
    (side, there): (Side, Side),
    amounts: &[Amount],
) -> Option<Finding> {
    let other = amounts.iter().find(|amount| amount.is_other(one))?;
    if amounts.iter().any(|amount| amount.is(one)) {
        return None;
    }
    let spans = if side == Side::Old { Pair::of(one.whole, other.span) } else { Pair::of(other.span, one.whole) };
    let (old, new) = (spans.old.of(rendering.text(Side::Old)), spans.new.of(rendering.text(Side::New)));
    let finding = Finding::new(FlagKind::Unit, Class::Substantive, format!("{old} → {new}"));
    Some(finding.at(side, one.whole).at(there, other.span))
}

/// Whether a number turns the one before it into another unit, in brackets: `3 yards (2.75 m)`.
fn is_aside(rendering: &Rendering<'_>, one: &Numeral) -> bool {
    let words = rendering.words(Side::New);
    let at = words.partition_point(|word| word.span.start < one.span.start);
    let is_bracket = |at: usize| words.get(at).is_some_and(|word| word.text == "(");
    let bracket = (at.saturating_sub(3)..at).rev().find(|at| is_bracket(*at));
    let is_number = |word: &Word<'_>| {
        word.kind == TokenKind::Number || word.entry.is_some_and(|entry| entry.number.or(entry.scale).is_some())
    };
    one.unit.is_some() && bracket.is_some_and(|at| words[at.saturating_sub(3)..at].iter().any(is_number))
}

/// What is left over: numbers in each other's place, or that came or went.
fn differing(rendering: &Rendering<'_>, missing: Pair<&Vec<&Numeral>>, left: Pair<&Vec<Numeral>>) -> Vec<Finding> {
    let text = |side: Side, one: &Numeral| one.span.of(rendering.text(side)).to_owned();
    let mut findings = Vec::new();
    let find = |reason| Finding::new(FlagKind::Number, Class::Substantive, reason);
    for (at, two) in missing.new.iter().filter(|one| !is_aside(rendering, one)).enumerate() {
        // A number that the translation says elsewhere may still be the one that stands here.
        match missing.old.get(at).copied().or_else(|| left.old.get(at).filter(|_| missing.old.is_empty())) {
            Some(one) => {
                let reason = differs(text(Side::Old, one), text(Side::New, two), one, two);
                findings.push(find(reason).at(Side::Old, one.span).at(Side::New, two.span));
            }
            None if has_words(rendering.languages.old) => {
                findings.push(find(format!("adds {}", text(Side::New, two))).at(Side::New, two.span));
            }
            None => {}
        }
    }
    for one in missing.old.iter().skip(missing.new.len()).filter(|_| has_words(rendering.languages.new)) {
        findings.push(find(format!("drops {}", text(Side::Old, one))).at(Side::Old, one.span));
    }
    findings
}

/// How two numbers differ; written alike, they do by what their languages mean by the signs in them.
fn differs(old: String, new: String, one: &Numeral, two: &Numeral) -> String {
    match (one.value(), two.value()) {
        (Some(a), Some(b)) if old == new => format!("{old} is {a} in the original, {b} in the translation"),
        _ => format!("{old} → {new}"),
    }
}
