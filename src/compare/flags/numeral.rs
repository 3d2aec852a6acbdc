//! Numerals: digits by locale, words for numbers, and what multiplies them.

use super::lists::{Listed, Lists};
use super::money;
use super::side::Word;
use super::topics::Topics;
use super::unit::{Unit, unit_in};
use crate::document::TokenKind;

/// Longer parts of a compound, in letters, are no numbers.
const PART: usize = 24;

/// What a word for a number says.
#[derive(Clone, Copy, Debug)]
pub struct Worth {
    /// The number.
    pub value: f64,
    /// Whether it is often something else (`first`), and counts only where another number stands on the other side.
    pub is_weak: bool,
    /// The unit that is part of the word: of `five-year` it is the year.
    pub unit: Option<&'static Unit>,
    /// Whether it says how many of something that is part of the word and no unit: `three-judge`.
    pub is_label: bool,
}

impl Worth {
    /// Whether what it counts is part of the word.
    pub const fn counts(&self) -> bool {
        self.unit.is_some() || self.is_label
    }
}

/// What a word says as a number: `twelve`, `twenty-five`, `eighty-first`, `five-year`, `dreißigtägig`.
pub fn worth(word: &Word<'_>, lists: &Lists) -> Option<Worth> {
    if !word.topics.has(Topics::AMOUNT) {
        return None;
    }
    if let Some(entry) = word.entry.filter(|entry| entry.number.is_some()) {
        return Some(Worth { value: entry.number?, is_weak: entry.is_weak, unit: None, is_label: false });
    }
    let may_be = word.kind == TokenKind::Word && (word.text.contains('-') || !lists.counted.is_empty());
    let compound = if may_be { compound(&word.lower, lists) } else { None };
    let compound = compound.filter(|compound| !compound.is_row)?;
    let (value, is_weak) = (compound.value, compound.is_weak);
    if let Some(rest) = compound.rest.strip_prefix('-') {
        let noun = lists.entry(rest.split('-').next().unwrap_or(rest));
        let unit = noun.and_then(|noun| noun.units.iter().find(|(rest, _)| rest.is_empty())).map(|(_, unit)| *unit);
        // `Second-hand` and `one-off` say no number.
        let says = unit.is_some() || !is_weak;
        return says.then_some(Worth { value, is_weak: is_weak || unit.is_none(), unit, is_label: unit.is_none() });
    }
    let counted = lists.counted.iter().find(|(stem, _)| compound.rest.starts_with(stem.as_str()));
    let is_whole = compound.rest.is_empty() && compound.parts > 1;
    (is_whole || counted.is_some()).then(|| Worth {
        value,
        is_weak,
        unit: counted.map(|(_, unit)| *unit),
        is_label: false,
    })
}

/// An ordinal at the beginning of a word, and what stands behind its hyphen: `second-largest`.
pub fn rank<'a>(word: &'a Word<'_>, lists: &Lists) -> Option<(f64, &'a str)> {
    let may_be = word.kind == TokenKind::Word && word.text.contains('-');
    let compound = if may_be { compound(&word.lower, lists)? } else { return None };
    let behind = compound.rest.strip_prefix('-').filter(|_| compound.is_weak)?;
    Some((compound.value, behind))
}

/// Number words at the beginning of a word.
#[derive(Clone, Copy, Debug)]
pub struct Compound<'a> {
    /// What they say.
    pub value: f64,
    /// How many they are.
    pub parts: usize,
    /// What is left of the word.
    rest: &'a str,
    /// Whether one of them is often something else.
    is_weak: bool,
    /// Whether they stand in a row and make no one number: `два-три`.
    is_row: bool,
}

/// Number words written as one: `fünfunddreißig`, `kétszázhúsz`, `quatre-vingt-dix-sept`.
pub fn compound<'a>(word: &'a str, lists: &Lists) -> Option<Compound<'a>> {
    let (mut rest, mut total, mut current, mut parts) = (word, 0.0, 0.0, 0);
    let (mut is_weak, mut is_row) = (false, false);
    while !rest.is_empty() {
        let next = rest.trim_start_matches('-');
        let next = next.strip_prefix("und").or_else(|| next.strip_prefix("et-")).unwrap_or(next);
        let ends = next.char_indices().take(PART).map(|(at, letter)| at + letter.len_utf8());
        let ends = ends.collect::<Vec<usize>>().into_iter().rev();
        let part = |end: usize| lists.entry(&next[..end]).filter(|entry| entry.number.or(entry.scale).is_some());
        let Some((end, entry)) = ends.take_while(|end| *end > 2).find_map(|end| Some((end, part(end)?))) else { break };
        let more = entry.number.unwrap_or(0.0);
        match entry.scale {
            Some(scale) if scale >= 1e3 => (total, current) = (total + f64::max(current, 1.0) * scale, 0.0),
            Some(scale) => current = f64::max(current, 1.0) * scale,
            None => {
                let is_tens = |value: f64| value >= 10.0 && value % 10.0 == 0.0;
                let is_french = matches!(current, 60.0 | 80.0) && more < 20.0;
                let is_beside = is_tens(current) && current < 100.0 && more >= 10.0 && !is_french;
                is_row |= is_beside || current > 0.0 && !is_tens(current) && !(current < 10.0 && is_tens(more));
                current += more;
            }
        }
        (rest, parts, is_weak) = (&next[end..], parts + 1, is_weak || entry.is_weak);
    }
    let value = total + current;
    (parts > 0 && value.is_finite()).then_some(Compound { value, parts, rest, is_weak, is_row })
}

/// The numeral that begins at a word: the index behind it, and its value where it has one.
#[inline]
pub fn numeral_at(words: &[Word<'_>], at: usize, lists: &Lists) -> Option<(usize, Option<f64>)> {
    let may_be = words.get(at)?.topics.has(Topics::DIGITS.with(Topics::AMOUNT));
    if may_be { sure_numeral_at(words, at, lists) } else { None }
}

fn sure_numeral_at(words: &[Word<'_>], at: usize, lists: &Lists) -> Option<(usize, Option<f64>)> {
    let first = &words[at];
    let is_words = first.kind == TokenKind::Word;
    let value = worth(first, lists);
    if is_words && value.is_none() || first.kind == TokenKind::Mark {
        return None;
    }
    if value.is_some_and(|worth| worth.counts()) {
        return Some((at + 1, value.map(|worth| worth.value)));
    }
    let in_digits = || {
        let plain = digits(first.text, lists.decimal_comma);
        plain.or_else(|| short(first.text, lists.decimal_comma).filter(|_| money::is_money(words, at, at + 1)))
    };
    let Some(mut current) = value.map(|worth| worth.value).or_else(in_digits) else { return Some((at + 1, None)) };
    let (mut groups, mut end) = (Vec::new(), at + 1);
    loop {
        let scale = |at: usize| words.get(at).and_then(|word| word.entry?.scale);
        let of_money = || money::scale(words, at, end, lists).filter(|_| !is_words && end == at + 1);
        if let Some(scale) = scale(end).or_else(of_money) {
            match scale {
                // `deux mille cent`
                100.0 if current == 0.0 && !groups.is_empty() => current = scale,
                100.0 => current *= scale,
                _ => {
                    multiply(&mut groups, current, scale);
                    current = 0.0;
                }
            }
            end += 1;
            continue;
        }
        let total: f64 = groups.iter().map(|(value, _)| value).sum();
        let joiner = usize::from(is_words && words.get(end).is_some_and(is_joiner));
        let more = words.get(end + joiner).filter(|_| is_words).and_then(|word| worth(word, lists));
        let Some(more) = more.filter(|more| !more.counts()) else { break };
        let is_counting = words.get(end + 1).is_some_and(is_content);
        if let Some(part) = part(current, more, is_counting).filter(|_| joiner == 0 && total == 0.0) {
            return Some((end + 1, Some(current * part)));
        }
        // `Twenty-five thousand` is one number, and so is `one thousand two hundred`; `hundred and five hundred` are two.
        let is_other = current >= 100.0 && scale(end + joiner + 1) == Some(100.0);
        if is_other || !continues(total, current, more.value, joiner > 0) {
            break;
        }
        current += more.value;
        end += joiner + 1;
    }
    let value = groups.iter().map(|(value, _)| value).sum::<f64>() + current;
    Some((end, Some(value).filter(|value| value.is_finite())))
}

/// Multiplies what stands before a scale by it: what has a smaller one goes with it (`5 mil millones`), what has a greater one stays as it
/// is (`dos millones mil`). The groups are those before, each with its scale.
fn multiply(groups: &mut Vec<(f64, f64)>, current: f64, scale: f64) {
    // What stands alone behind another one says once as much: `dos millones mil`.
    let is_alone = current == 0.0 && groups.last().is_some_and(|(_, before)| *before >= scale);
    let mut count = if is_alone { 1.0 } else { current };
    while let Some((value, _)) = groups.pop_if(|(_, before)| *before < scale) {
        count += value;
    }
    groups.push((count * scale, scale));
}

/// What part a word behind a number names: of `two thirds` a third, of `one fifth` a fifth, which is an ordinal too: one that counts
/// the noun behind it in `one third party`.
fn part(number: f64, more: Worth, is_counting: bool) -> Option<f64> {
    let is_ordinal = !is_counting && more.is_weak && (3.0..=10.0).contains(&more.value);
    // A `Zweidrittelmehrheit` is no part of a whole that is counted.
    let is_part =
        more.value > 0.0 && more.value < 1.0 && (more.value.recip() - more.value.recip().round()).abs() < 1e-6;
    if is_part && number >= 1.0 && number.fract() == 0.0 {
        Some(more.value)
    } else {
        (is_ordinal && number == 1.0).then(|| more.value.recip())
    }
}

/// Whether a word says something, so that a number before it may count that.
pub fn is_content(word: &Word<'_>) -> bool {
    word.kind == TokenKind::Word && word.entry.is_none_or(|entry| !entry.is_light)
}

/// Whether a number word goes on with another: `twenty five`, `two hundred and five`, but not `two three`.
fn continues(total: f64, current: f64, more: f64, is_joined: bool) -> bool {
    let is_tens = (20.0..100.0).contains(&current) && current % 10.0 == 0.0 && (1.0..10.0).contains(&more);
    let is_behind_scale = (current >= 100.0 && current % 100.0 == 0.0 || total > 0.0 && current == 0.0) && more < 100.0;
    is_tens || is_behind_scale && (is_joined || more >= 1.0)
}

/// Whether a word joins all parts of a list: and.
pub fn is_joiner(word: &Word<'_>) -> bool {
    word.entry.is_some_and(|entry| {
        entry.phrases.iter().any(|phrase| phrase.listed == Listed::Connective && phrase.group == 0)
    })
}

/// What a number in digits is worth; nothing for ranges, fractions, times and clause numbers.
pub fn digits(text: &str, decimal_comma: bool) -> Option<f64> {
    if money::has_sign(text) { short(text, decimal_comma) } else { scaled(text, decimal_comma, |bare| (bare, 1.0)) }
}

/// The same of an amount of money, which may be written short.
fn short(text: &str, decimal_comma: bool) -> Option<f64> {
    scaled(text, decimal_comma, money::short)
}

/// What a number is worth without what multiplies it, so many times.
fn scaled(text: &str, decimal_comma: bool, parts: impl Fn(&str) -> (&str, f64)) -> Option<f64> {
    let is_sign = |letter: char| {
        matches!(letter, '‰' | '°' | '§' | '\'' | '’')
            || letter.is_whitespace()
            || !letter.is_ascii() && unit_in(letter.encode_utf8(&mut [0; 4])).is_some()
            || matches!(letter, '$' | '%')
    };
    let bare: String = text
        .chars()
        .filter(|letter| !is_sign(*letter))
        .map(|letter| if letter == '−' { '-' } else { letter })
        .collect();
    let bare = ["st", "nd", "rd", "th"].iter().find_map(|ending| bare.strip_suffix(ending)).unwrap_or(&bare);
    let (bare, scale) = parts(bare);
    let is_comma = match (bare.rfind(','), bare.rfind('.')) {
        // Where both stand, the last one parts the decimals, whatever the language: `1.500,00`.
        (Some(comma), Some(point)) => comma > point,
        _ => decimal_comma,
    };
    let (decimal, group) = if is_comma { (',', '.') } else { ('.', ',') };
    let grouped = |whole: &str, sign: char| {
        let mut parts = whole.split(sign);
        let first = parts.next().unwrap_or("");
        let mut rest = parts.peekable();
        rest.peek().is_some()
            && (1..=3).contains(&first.trim_start_matches(['-', '+']).len())
            && rest.all(|part| part.len() == 3)
    };
    let (whole, fraction) = match bare.rsplit_once(decimal) {
        // The other way of writing numbers: `1.250.000` in an English text.
        Some(_) if bare.matches(decimal).count() > 1 => {
            let value = |whole: f64| whole * scale;
            return grouped(bare, decimal)
                .then(|| bare.replace(decimal, "").parse().ok().map(value).filter(|value| value.is_finite()))?;
        }
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (bare, None),
    };
    let whole = match whole.contains(group) {
        true if grouped(whole, group) => whole.replace(group, ""),
        true if fraction.is_none() => whole.replace(group, "."),
        true => return None,
        false => whole.to_owned(),
    };
    let value: f64 = match fraction {
        Some(fraction) => format!("{whole}.{fraction}").parse().ok()?,
        None => whole.parse().ok()?,
    };
    Some(value * scale).filter(|value| value.is_finite())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::flags::side::Side;
    use crate::document::Span;

    #[track_caller]
    fn check(text: &str, decimal_comma: bool, expected: Option<f64>) {
        assert_eq!(digits(text, decimal_comma), expected, "{text}");
    }

    #[test]
    fn numbers_are_read_by_locale() {
        check("$35,000,000", false, Some(35e6));
        check("6.5", false, Some(6.5));
        check("6,5", false, Some(6.5));
        check("6,5", true, Some(6.5));
        check("6.500", true, Some(6500.0));
        check("6,500", false, Some(6500.0));
        check("1 250 000", true, Some(1_250_000.0));
        check("1.250.000", false, Some(1_250_000.0));
        check("5th", false, Some(5.0));
        check("30%", false, Some(30.0));
        check("1.500,00", false, Some(1500.0));
        check("1,500.00", true, Some(1500.0));
        check("£12m", false, Some(12e6));
        check("$3bn", false, Some(3e9));
        check("$12M", false, Some(12e6));
        check("12m", false, None);
        check(&format!("$9{}bn", "0".repeat(307)), false, None);
        check("10-15", false, None);
        check("1/2", false, None);
        check("2.1.3", false, None);
        check("10:30", false, None);
    }

    #[track_caller]
    fn check_words(language: &str, text: &str, expected: (usize, f64)) {
        let lists = Lists::of(Some(language));
        let whole = Span::new(0, text.len());
        let side = Side::of(text, &[], whole, whole, lists);
        assert_eq!(numeral_at(&side.words, 0, lists), Some((expected.0, Some(expected.1))), "{text}");
    }

    #[test]
    fn words_for_numbers_add_up() {
        check_words("en", "twelve ships", (1, 12.0));
        check_words("en", "twenty-five ships", (1, 25.0));
        check_words("en", "two hundred and five ships", (4, 205.0));
        check_words("en", "6.5 thousand people", (2, 6500.0));
        check_words("en", "two and three", (1, 2.0));
        check_words("es", "treinta y cinco días", (3, 35.0));
        check_words("fr", "vingt-cinq jours", (1, 25.0));
        check_words("fr", "trois millions de francs", (2, 3e6));
        check_words("fr", "deux mille cent euros", (3, 2100.0));
        check_words("es", "dos mil millones de euros", (3, 2e9));
        check_words("es", "dos millones mil euros", (3, 2_001_000.0));
        check_words("en", "two thousand five hundred million euros", (5, 2.5e9));
        check_words("de", "drei Millionen Euro", (2, 3e6));
        check_words("ru", "двадцать пять суток", (2, 25.0));
        check_words("ru", "6,5 тыс. человек", (2, 6500.0));
        check_words("ru", "двумя тысячами", (1, 2.0));
    }
}
