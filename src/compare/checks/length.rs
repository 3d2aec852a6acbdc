//! Translations that are much longer or shorter than others of the same text.

use super::rendering::Rendering;
use super::{Class, Finding, FlagKind};
use crate::document::Side;

/// A text needs so many beads to tell how long a translation is.
const ENOUGH: usize = 10;
/// A translation is suspicious where it is this many times as long, or as short, as expected.
const TIMES: f64 = 2.5;
/// And where so many letters and signs of it are too many or missing.
const LETTERS: f64 = 60.0;

/// Renderings whose lengths do not fit.
pub fn length(renderings: &[(usize, &Rendering<'_>)]) -> Vec<(usize, Finding)> {
    let size = |rendering: &Rendering<'_>, side: Side| {
        let letters = rendering.words(side).iter().flat_map(|word| word.text.chars());
        letters.filter(|letter| letter.is_alphanumeric()).count() as f64
    };
    let sizes: Vec<(f64, f64)> =
        renderings.iter().map(|(_, one)| (size(one, Side::Old), size(one, Side::New))).collect();
    let mut ratios: Vec<f64> =
        sizes.iter().filter(|(old, new)| *old > 0.0 && *new > 0.0).map(|(old, new)| new / old).collect();
    if ratios.len() < ENOUGH {
        return Vec::new();
    }
    ratios.sort_by(f64::total_cmp);
    let usual = ratios[ratios.len() / 2];
    // Texts that are rendered freely differ more, and so may each of their sentences.
    let quarter = |part: usize| ratios[(ratios.len() - 1) * part / 4];
    let times = TIMES.max((quarter(3) / quarter(1)).powi(3));
    let suspicious = renderings.iter().zip(sizes).filter_map(|((at, _), (old, new))| {
        let expected = old * usual;
        let is_off = (new > expected * times || new * times < expected) && (new - expected).abs() > LETTERS;
        let reason = if new > expected {
            format!("{:.1} times as long as others", new / expected)
        } else {
            format!("{:.0} % as long as others", 100.0 * new / expected)
        };
        is_off.then(|| (*at, Finding::new(FlagKind::Length, Class::Wording, reason)))
    });
    suspicious.collect()
}
