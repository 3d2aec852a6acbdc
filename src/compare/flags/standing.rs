//! Signs by which words stand in a text and yet do not hold: struck out, left out as a comment, or ticked in a box.

use super::editorial::one;
use super::side::Side;
use super::{Alarm, FlagKind};
use crate::document::Pair;

/// The signs around such words, and what they say of them.
const SIGNS: [(&str, &str); 3] =
    [("~~", "strikes words out"), ("<!--", "hides words as a comment"), ("-->", "hides words as a comment")];

/// Such a sign that comes or goes alone, or a box that is ticked: `~~not~~ → not`, `[ ] → [x]`.
pub fn standing(sides: Pair<&Side<'_>>) -> Option<Alarm> {
    let shown = sides.map(Side::shown);
    if is_tick(shown) {
        return Some(Alarm::strong(FlagKind::Markup, one(&shown)));
    }
    let (verb, sign) = match (shown.old, shown.new) {
        (gone, "") => ("drops", gone),
        ("", come) => ("adds", come),
        _ => return None,
    };
    let (_, said) = SIGNS.iter().find(|(known, _)| *known == sign)?;
    Some(Alarm::strong(FlagKind::Markup, format!("{verb} {sign}, which {said}")))
}

/// Whether a box is empty on one side, and ticked on the other.
fn is_tick(shown: Pair<&str>) -> bool {
    let boxed = |words: &str| words.strip_prefix('[')?.strip_suffix(']').map(str::trim).map(str::to_lowercase);
    let Some((old, new)) = boxed(shown.old).zip(boxed(shown.new)) else { return false };
    matches!((&*old, &*new), ("", "x") | ("x", ""))
}
