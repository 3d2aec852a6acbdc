//! What words are compared as: tokens, those that are written as one joined. A mark in the middle of a word is no border of an edit.

use std::borrow::Cow;

use crate::document::{Token, TokenKind, is_abbreviation};

/// The tokens of a text, joined where they are written as one.
pub fn units<'a>(text: &str, tokens: &'a [Token]) -> Cow<'a, [Token]> {
    let reading = Reading { text, tokens };
    let joins = |index: usize, unit: &Token| unit.span.end == tokens[index].span.start && reading.joins(index, unit);
    let touching = tokens.windows(2).zip(1..).filter(|(two, _)| two[0].span.end == two[1].span.start);
    let joined = |(two, index): (&[Token], usize)| reading.joins(index, &two[0]).then_some(index);
    let Some(first) = touching.filter_map(joined).next() else { return Cow::Borrowed(tokens) };
    let mut units = Vec::with_capacity(tokens.len());
    units.extend_from_slice(&tokens[..first]);
    for (index, token) in tokens.iter().enumerate().skip(first) {
        match units.last_mut() {
            Some(unit) if joins(index, unit) => {
                *unit = Token { span: unit.span.to(token.span), kind: TokenKind::Word, is_plain: false };
            }
            _ => units.push(*token),
        }
    }
    Cow::Owned(units)
}

struct Reading<'a> {
    text: &'a str,
    tokens: &'a [Token],
}

impl Reading<'_> {
    /// Whether nothing stands between a token and the one before it.
    fn touches(&self, index: usize) -> bool {
        index > 0 && self.tokens.get(index).is_some_and(|token| token.span.start == self.tokens[index - 1].span.end)
    }

    /// The first byte of a mark.
    fn mark(&self, index: usize) -> Option<u8> {
        let token = self.tokens.get(index).filter(|token| token.kind == TokenKind::Mark)?;
        self.text.as_bytes().get(token.span.start).copied()
    }

    fn is_word(&self, index: usize) -> bool {
        self.tokens.get(index).is_some_and(|token| token.kind != TokenKind::Mark)
    }

    /// Whether a token that touches the unit before it belongs to it.
    fn joins(&self, index: usize, unit: &Token) -> bool {
        match (self.mark(index - 1), self.mark(index)) {
            (None, Some(b'.')) if self.ends_abbreviation(index, unit) => true,
            (None, Some(b'-')) if !self.touches(index + 1) => true,
            (None, Some(b']')) => unit.span.of(self.text).starts_with('['),
            (None, Some(mark)) => is_inner(mark) && self.touches(index + 1) && self.is_word(index + 1),
            (Some(b'['), None) => self.touches(index + 1) && self.mark(index + 1) == Some(b']'),
            (Some(b'-'), None) if !self.touches(index - 1) => true,
            (Some(mark), None) => is_inner(mark) && self.touches(index - 1) && self.is_word(index - 2),
            _ => false,
        }
    }

    /// Whether a full stop behind a word does not end a sentence.
    fn ends_abbreviation(&self, index: usize, unit: &Token) -> bool {
        let letters = unit.span.of(self.text);
        let is_short = |last: &str| last.chars().count() <= 2 && !last.starts_with(|first: char| first.is_numeric());
        let is_initials = letters.rsplit_once('.').is_some_and(|(_, last)| is_short(last));
        let goes_on = |next: &Token| {
            next.span.of(self.text).starts_with(|first: char| {
                first.is_lowercase()
                    || first.is_ascii_digit()
                    || matches!(first, ',' | ';' | ':' | ')' | ']' | '(' | '[')
            })
        };
        is_initials
            || (!self.touches(index + 1) && self.tokens.get(index + 1).is_some_and(goes_on) && is_abbreviation(letters))
    }
}

/// Whether a mark holds two words together when it touches both: `and/or`, `3-inch`, `e.g`, `AT&T`.
const fn is_inner(mark: u8) -> bool {
    matches!(mark, b'-' | b'/' | b'+' | b'.' | b'_' | b'@' | b'&' | b':' | b'=' | b'*' | b'^' | b'~' | b'\\' | b'|')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Span, tokens};

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let found = tokens(text, Span::new(0, text.len()));
        let found = units(text, &found);
        assert_eq!(found.iter().map(|unit| unit.span.of(text)).collect::<Vec<_>>().join("|"), expected);
    }

    #[test]
    fn words_held_together_by_marks_are_one() {
        check("grants and/or 3-inch A.1 loans", "grants|and/or|3-inch|A.1|loans");
        check("pre- and post-war, a 24 -hour watch", "pre-|and|post-war|,|a|24|-hour|watch");
    }

    #[test]
    fn a_word_in_square_brackets_is_one() {
        check("within [30] days [or weeks]", "within|[30]|days|[|or|weeks|]");
    }

    #[test]
    fn the_full_stop_of_an_abbreviation_belongs_to_it() {
        check("see e.g. Art. 5 and the like.", "see|e.g.|Art.|5|and|the|like|.");
        check("la suite de l’art. 5", "la|suite|de|l’art.|5");
        check("It ends. The rest follows.", "It|ends|.|The|rest|follows|.");
        check("They left. 12 members stayed.", "They|left|.|12|members|stayed|.");
        check("It is the Court’s. 12 judges sit.", "It|is|the|Court’s|.|12|judges|sit|.");
        check("J. de Vries, Bahnhofstr. 4", "J.|de|Vries|,|Bahnhofstr.|4");
        check("u. a. die, kb. 30 nap", "u.|a.|die|,|kb.|30|nap");
        check("5. industry", "5|.|industry");
        check("under clause 4.2. The rest", "under|clause|4.2|.|The|rest");
    }

    #[test]
    fn dashes_and_quotes_part_words() {
        check("peace—at last, “peace”", "peace|—|at|last|,|“|peace|”");
        check("首相は、調印した。", "首相|は|、|調印|した|。");
    }
}
