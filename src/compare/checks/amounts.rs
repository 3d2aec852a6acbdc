//! Amounts that are said in words: `one hour`, which is 60 minutes, `two weeks`.

use rustc_hash::FxHashSet;

use super::numerals::{Numeral, word_values};
use super::said::is_same;
use crate::compare::flags::side::Side;
use crate::compare::flags::unit::{Unit, unit_at};
use crate::document::{Span, TokenKind};

/// What words say of one unit.
pub struct Amount {
    value: f64,
    unit: &'static Unit,
    /// Where it stands.
    pub span: Span,
}

impl Amount {
    /// Whether a number with its unit is the same: 60 minutes, one hour. `Acht Tage` are a week, and `quinze jours` are two.
    pub fn is(&self, one: &Numeral) -> bool {
        let Some((value, unit)) = one.value().zip(one.unit) else { return false };
        let Some(times) = unit.in_units_of(self.unit) else { return false };
        let is_with_both_ends = !unit.is(self.unit) && [8.0, 15.0].contains(&value);
        is_same(value * times, self.value) || is_with_both_ends && is_same((value - 1.0) * times, self.value)
    }

    /// Whether it is the same number of another unit: 6 months, six weeks. Every text has a first, a second and one of something.
    pub fn is_other(&self, one: &Numeral) -> bool {
        let is_kin = one.unit.is_some_and(|unit| !unit.is(self.unit) && unit.is_kin(self.unit));
        is_kin && self.value > 2.0 && one.value().is_some_and(|value| is_same(value, self.value))
    }
}

/// The amounts of one side that are said in words, with a word before the unit or not: `one full hour`; each once,
/// where it stands first.
pub fn amounts(side: &Side<'_>, language: Option<&str>) -> Vec<Amount> {
    let words = side.words.iter().enumerate().filter(|(_, word)| word.kind == TokenKind::Word);
    let units = words.filter_map(|(at, word)| {
        let unit = |at: usize| unit_at(&side.words, at).map(|(length, unit)| (at + length - 1, unit));
        let (last, unit) = unit(at + 1).or_else(|| unit(at + 2))?;
        let span = word.span.to(side.words[last].span);
        Some(word_values(&word.lower, language).map(move |value| Amount { value, unit, span }))
    });
    let mut seen = FxHashSet::default();
    units.flatten().filter(|one| seen.insert((one.value.to_bits(), std::ptr::from_ref(one.unit)))).collect()
}
