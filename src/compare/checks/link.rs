//! Addresses, e-mail addresses and placeholders: a translation takes them over as they are.

use rustc_hash::FxHashMap;

use super::rendering::Rendering;
use super::{Class, Finding, FlagKind};
use crate::document::{Pair, Side, Span};

/// The bytes of a placeholder's name at most.
const NAME: usize = 40;

/// Links and placeholders that only one side has.
pub fn link(rendering: &Rendering<'_>) -> Vec<Finding> {
    differing(rendering, FlagKind::Link, Class::Substantive, links)
}

/// What only one side has of things that both should have, each in the other's place where both have some.
pub fn differing(
    rendering: &Rendering<'_>,
    kind: FlagKind,
    class: Class,
    find: impl Fn(&str) -> Vec<Span>,
) -> Vec<Finding> {
    let all = Pair::of(Side::Old, Side::New).map(|side| {
        let (start, written) = (rendering.span(side).start, rendering.written(side));
        let found = find(written).into_iter();
        found.map(|span| (span.of(written), Span::new(start + span.start, start + span.end))).collect::<Vec<_>>()
    });
    // Of those that are equal, the first ones belong together.
    let (gone, come) = (surplus(&all.old, &all.new), surplus(&all.new, &all.old));
    let all_gone = gone.len();
    let find = |reason| Finding::new(kind, class, reason);
    let both = gone.iter().zip(&come);
    let both = both.map(|((a, old), (b, new))| find(format!("{a} → {b}")).at(Side::Old, *old).at(Side::New, *new));
    let gone = gone.iter().skip(come.len()).map(|(a, old)| find(format!("drops {a}")).at(Side::Old, *old));
    let come = come.iter().skip(all_gone).map(|(b, new)| find(format!("adds {b}")).at(Side::New, *new));
    both.chain(gone).chain(come).collect()
}

/// What of some texts in their places is left where each takes one of its equals away.
fn surplus<'a>(own: &[(&'a str, Span)], others: &[(&str, Span)]) -> Vec<(&'a str, Span)> {
    let mut counts: FxHashMap<&str, usize> = FxHashMap::default();
    others.iter().for_each(|(text, _)| *counts.entry(text).or_default() += 1);
    let mut takes = |text: &str| {
        let count = counts.get_mut(text).filter(|count| **count > 0);
        count.map(|count| *count -= 1).is_some()
    };
    own.iter().copied().filter(|(text, _)| !takes(text)).collect()
}

/// The links and placeholders of a text, in order.
fn links(text: &str) -> Vec<Span> {
    let addresses = addresses(text);
    let is_free = |span: &Span| {
        let next = addresses.get(addresses.partition_point(|known| known.end <= span.start));
        next.is_none_or(|known| span.end <= known.start)
    };
    let mut found: Vec<Span> = placeholders(text).into_iter().filter(is_free).collect();
    found.extend(&addresses);
    found.sort_unstable();
    found
}

/// `https://…`, `www.…` and `name@host.tld`.
fn addresses(text: &str) -> Vec<Span> {
    let is_part = |letter: char| letter.is_ascii_graphic() && !"\"<>()[]{}|\\^`".contains(letter);
    let mut found = Vec::new();
    let mut start = 0;
    for part in text.split(|letter| !is_part(letter)) {
        let bare = part.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '*', '_']);
        let at = text[start..].find(part).map_or(start, |at| start + at);
        start = at + part.len();
        let is_mail = bare.split_once('@').is_some_and(|(name, host)| {
            let is_host = host.contains('.')
                && host.chars().all(|letter| letter.is_ascii_alphanumeric() || ".-".contains(letter));
            !name.is_empty() && is_host
        });
        let scheme = ["https://", "http://", "ftp://", "www."].iter().find_map(|scheme| bare.find(scheme));
        match (scheme, is_mail) {
            (Some(from), _) if bare.len() > from + 8 => found.push(Span::new(at + from, at + bare.len())),
            (_, true) => found.push(Span::new(at, at + bare.len())),
            _ => {}
        }
    }
    found
}

/// `{0}`, `{{name}}`, `${name}`, `%s`, `%1$d`, `%(name)s`.
pub fn placeholders(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(['{', '$', '%']).map(|found| at + found) {
        let length = braces(&text[start..]).or_else(|| percent(text, start));
        at = start + length.unwrap_or(1);
        found.extend(length.map(|length| Span::new(start, start + length)));
    }
    found
}

/// Where a sign ends the name that a text begins with, if the name is no longer than any.
fn within(text: &str, sign: u8) -> Option<usize> {
    text.bytes().take(NAME + 1).position(|byte| byte == sign)
}

/// How long `{name}` with or without signs around it is.
fn braces(text: &str) -> Option<usize> {
    let open = text.strip_prefix('$').unwrap_or(text);
    let double = open.starts_with("{{");
    let inner = open.strip_prefix(if double { "{{" } else { "{" })?;
    let end = within(inner, b'}')?;
    let is_name = |letter: char| letter.is_ascii_alphanumeric() || "_.:,-# ".contains(letter);
    let name = &inner[..end];
    let is_short = name.chars().all(is_name) && name.split_whitespace().count() <= 3;
    let close = if double { "}}" } else { "}" };
    let is_closed = inner[end..].starts_with(close);
    (is_short && !name.is_empty() && is_closed).then(|| text.len() - inner.len() + end + close.len())
}

/// How long `%s`, `%1$s`, `%.2f` or `%(name)s` is: `50 % der` is none.
fn percent(text: &str, at: usize) -> Option<usize> {
    let rest = text[at..].strip_prefix('%')?;
    if text[..at]
        .ends_with(|before: char| before.is_ascii_digit() || before.is_whitespace() && is_number_before(text, at))
    {
        return None;
    }
    let name = rest.strip_prefix('(').and_then(|name| within(name, b')')).map_or(0, |end| end + 2);
    let signs = rest[name..].bytes().take_while(|byte| byte.is_ascii_digit() || b"$.".contains(byte)).count();
    let letter = name + signs;
    let is_kind = rest[letter..].starts_with(['s', 'd', 'i', 'u', 'f', 'x', '@']);
    let is_end = rest[letter..].chars().nth(1).is_none_or(|next| !next.is_alphanumeric());
    (is_kind && is_end).then_some(letter + 2)
}

fn is_number_before(text: &str, at: usize) -> bool {
    text[..at].trim_end().ends_with(|before: char| before.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        assert_eq!(links(text).iter().map(|span| span.of(text)).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn addresses_are_found() {
        check("See https://example.org/a-b?c=1.", &["https://example.org/a-b?c=1"]);
        check("Пишите: office@ostara.example, (www.ostara.example)", &["office@ostara.example", "www.ostara.example"]);
        check("at 5 @ noon, and/or", &[]);
    }

    #[test]
    fn placeholders_are_found() {
        check(
            "{0} of {{total}} for ${user.name}: %s, %1$d, %(count)d",
            &["{0}", "{{total}}", "${user.name}", "%s", "%1$d", "%(count)d"],
        );
        check("50 %; 50% der 5 % sind, {a set of many long words here}, $35, 20 % d", &[]);
    }
}
