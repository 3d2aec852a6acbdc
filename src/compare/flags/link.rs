//! Addresses of mail and pages: notices that go to another one do not arrive.

use super::editorial::one;
use super::side::{Side, before};
use super::{Alarm, FlagKind};
use crate::document::Pair;

/// An address in the place of another. That of a page often moves with what it says, that of a mailbox is somebody else's.
pub fn link(sides: Pair<&Side<'_>>) -> Option<Alarm> {
    let (old, new) = (address(sides.old)?, address(sides.new)?);
    let reason = one(&Pair::of(old, new));
    match is_mail(old) || is_mail(new) {
        _ if bare(old) == bare(new) => None,
        true => Some(Alarm::strong(FlagKind::Link, reason)),
        false => Some(Alarm::hint(FlagKind::Link, reason)),
    }
}

fn is_mail(address: &str) -> bool {
    address.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
}

/// An address without what only says how it is asked for.
fn bare(address: &str) -> &str {
    address.strip_prefix("http://").or_else(|| address.strip_prefix("https://")).unwrap_or(address)
}

/// The address that an edit is a part of, or is.
fn address<'a>(side: &Side<'a>) -> Option<&'a str> {
    /// Words and marks of a part of an address: `terms/2024/a`.
    const LONG: usize = 12;
    let (first, last) = (side.words.first()?, side.words.last()?);
    if side.words.len() > LONG || first.span.to(last.span).of(side.text).contains(char::is_whitespace) {
        return None;
    }
    let before = before(side.text, first.span.start);
    let start = before.trim_end_matches(|sign| !is_outside(sign)).len() + first.span.start - before.len();
    let behind = &side.text[last.span.end..];
    let end = last.span.end + behind.find(is_outside).unwrap_or(behind.len());
    let address = side.text[start..end].trim_end_matches(['.', ',', ';', ':', '!', '?']);
    (address.contains("://") || address.starts_with("www.") || is_mail(address)).then_some(address)
}

fn is_outside(sign: char) -> bool {
    sign.is_whitespace() || "()[]<>{}\"“”„«»，。".contains(sign)
}
