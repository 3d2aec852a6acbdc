//! Tokens: words, numbers and marks; white space lies between them.

use icu_segmenter::WordSegmenter;
use icu_segmenter::options::WordBreakInvariantOptions;
use unicode_script::{Script, UnicodeScript};

use super::{Span, Token, TokenKind};

/// What words are made of: small ASCII letters.
const SMALL: u8 = 1;
/// What words are made of: ASCII capitals and digits.
const OTHER: u8 = 2;

/// What ASCII letters and digits are; 0 for other bytes.
static LETTERS: [u8; 256] = {
    let mut table = [0; 256];
    let mut byte = 0;
    while byte < 128 {
        table[byte] = match byte as u8 {
            b'a'..=b'z' => SMALL,
            b'A'..=b'Z' | b'0'..=b'9' => OTHER,
            _ => 0,
        };
        byte += 1;
    }
    table
};

/// How many of eight bytes are small ASCII letters, up to the first that is none.
#[inline]
fn small(eight: [u8; 8]) -> usize {
    const EACH: u64 = 0x0101_0101_0101_0101;
    let eight = u64::from_le_bytes(eight);
    let ascii = eight & (0x7f * EACH);
    // The highest bit of a byte that is at least `a`, and of one that is more than `z`.
    let (from_a, beyond_z) = (ascii + (0x80 - 0x61) * EACH, ascii + (0x80 - 0x7b) * EACH);
    let others = !(from_a & !beyond_z & !eight) & (0x80 * EACH);
    others.trailing_zeros() as usize / 8
}

/// The tokens of one span of a text, in order. White space, and the `>` of a quotation at the start of a line, is left out.
pub fn tokens(text: &str, span: Span) -> Vec<Token> {
    let mut scan = Scan { text: span.of(text), base: span.start, at: 0, found: Vec::with_capacity(span.len() / 4 + 1) };
    loop {
        scan.plain();
        let Some(first) = scan.peek() else { return scan.found };
        if first.is_ascii_alphabetic() {
            scan.word();
        } else if first == ' ' {
            scan.at += 1;
        } else if first.is_whitespace() {
            scan.space(first);
        } else if first.is_ascii_digit() || scan.begins_amount(first) {
            scan.number();
        } else if is_spaceless(first) {
            scan.spaceless();
        } else if is_word(first) {
            scan.word();
        } else {
            scan.mark(first);
        }
    }
}

/// Whether this character belongs to words wherever it stands.
fn is_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_' || is_attached(letter)
}

/// Combining marks and invisible characters: part of the word they touch.
fn is_attached(letter: char) -> bool {
    if letter.is_ascii() {
        return false;
    }
    matches!(letter, '\u{ad}' | '\u{34f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0000}'..='\u{e01ef}')
        || unicode_normalization::char::is_combining_mark(letter)
}

/// Whether words of this letter's script are written without spaces between them.
pub fn is_spaceless(letter: char) -> bool {
    letter >= '\u{e00}'
        && letter.is_alphanumeric()
        && matches!(
            letter.script(),
            Script::Han
                | Script::Hiragana
                | Script::Katakana
                | Script::Thai
                | Script::Lao
                | Script::Khmer
                | Script::Myanmar
        )
}

struct Scan<'a> {
    text: &'a str,
    base: usize,
    at: usize,
    found: Vec<Token>,
}

impl Scan<'_> {
    fn peek(&self) -> Option<char> {
        self.char_at(self.at)
    }

    fn char_at(&self, at: usize) -> Option<char> {
        match self.text.as_bytes().get(at) {
            Some(byte) if byte.is_ascii() => Some(*byte as char),
            Some(_) => self.text.get(at..)?.chars().next(),
            None => None,
        }
    }

    fn push(&mut self, end: usize, kind: TokenKind) {
        self.push_seen(end, kind, false);
    }

    fn push_seen(&mut self, end: usize, kind: TokenKind, is_plain: bool) {
        self.found.push(Token { span: Span::new(self.base + self.at, self.base + end), kind, is_plain });
        self.at = end;
    }

    /// Short words of small ASCII letters with a space behind, as most are: a look at each.
    #[inline]
    fn plain(&mut self) {
        while let Some(eight) = self.text.as_bytes()[self.at..].first_chunk::<8>() {
            let length = small(*eight);
            if length == 0 || eight.get(length) != Some(&b' ') {
                return;
            }
            self.push_seen(self.at + length, TokenKind::Word, true);
            self.at += 1;
        }
    }

    fn space(&mut self, first: char) {
        self.at += first.len_utf8();
        if first != '\n' && first != '\r' {
            return;
        }
        let line = &self.text[self.at..];
        let rest = line.trim_start_matches([' ', '\t', '>']);
        if line.trim_start_matches([' ', '\t']).starts_with('>') {
            self.at += line.len() - rest.len();
        }
    }

    /// A sign of currency, or a minus before a digit that no word precedes.
    fn begins_amount(&self, first: char) -> bool {
        let digit_next = || self.char_at(self.at + first.len_utf8()).is_some_and(|next| next.is_ascii_digit());
        match first {
            '$' | '€' | '£' | '¥' | '₽' | '₴' | '֏' | '₹' | '§' => digit_next(),
            '-' | '−' | '+' => {
                digit_next() && self.found.last().is_none_or(|last| last.span.end < self.base + self.at)
            }
            _ => first.is_numeric() && !first.is_alphabetic(),
        }
    }

    /// A number whole: digits with signs between them, currency, percent, ordinal letters.
    fn number(&mut self) {
        let mut end = self.at + self.peek().map_or(0, char::len_utf8);
        while let Some(next) = self.char_at(end) {
            let after = self.char_at(end + next.len_utf8());
            let joins = matches!(next, '.' | ',' | '/' | ':' | '-' | '’' | '\'')
                && after.is_some_and(|after| after.is_ascii_digit());
            let groups = matches!(next, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}')
                && self.is_group(end)
                && self.three_digits(end + next.len_utf8());
            if !(joins || groups || (is_word(next) && !is_spaceless(next))) {
                break;
            }
            end += next.len_utf8();
        }
        if let Some(sign @ ('%' | '‰' | '€' | '$' | '£' | '°')) = self.char_at(end) {
            let behind = end + sign.len_utf8();
            // The sign of degrees belongs to its scale: `68°F`.
            let has_scale = sign == '°' && self.char_at(behind).is_some_and(char::is_alphabetic);
            end = if has_scale { end } else { behind };
        }
        self.push(end, TokenKind::Number);
    }

    /// Whether one to three digits, or groups of three behind them, end here: more may follow behind a space.
    fn is_group(&self, end: usize) -> bool {
        let digits = self.text.as_bytes()[self.at..end].iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
        let is_first = digits == end - self.at || !self.text.as_bytes()[end - digits - 1].is_ascii_punctuation();
        (1..=3).contains(&digits) && is_first
    }

    fn three_digits(&self, at: usize) -> bool {
        let digits =
            self.text.as_bytes().get(at..).unwrap_or(&[]).iter().take_while(|byte| byte.is_ascii_digit()).count();
        digits == 3
    }

    /// A word whole: letters, with hyphens and apostrophes between them.
    fn word(&mut self) {
        let rest = &self.text.as_bytes()[self.at..];
        let (mut ascii, mut seen) = (rest.first_chunk().map_or(0, |eight| small(*eight)), 0);
        while let Some(letter) = rest.get(ascii).map(|byte| LETTERS[*byte as usize]).filter(|letter| *letter > 0) {
            (ascii, seen) = (ascii + 1, seen | letter);
        }
        let mut end = self.at + ascii;
        // Most words end here.
        if ascii > 0 && rest.get(ascii).is_none_or(|next| next.is_ascii() && !matches!(next, b'-' | b'\'' | b'_')) {
            return self.push_seen(end, TokenKind::Word, seen & OTHER == 0);
        }
        while let Some(next) = self.char_at(end) {
            let joins = matches!(next, '-' | '\'' | '’' | '‐' | '‑')
                && end > self.at
                && self.char_at(end + next.len_utf8()).is_some_and(|after| is_word(after) && !is_spaceless(after));
            if !(joins || (is_word(next) && !is_spaceless(next))) {
                break;
            }
            end += next.len_utf8();
        }
        self.push(end, TokenKind::Word);
    }

    /// Words of a script without spaces, by dictionary.
    fn spaceless(&mut self) {
        let run = &self.text[self.at..];
        let length = run.find(|letter: char| !is_spaceless(letter) && !is_attached(letter)).unwrap_or(run.len());
        let run = &run[..length];
        let start = self.at;
        for end in WordSegmenter::new_auto(WordBreakInvariantOptions::default()).segment_str(run) {
            if start + end > self.at {
                self.push(start + end, TokenKind::Word);
            }
        }
    }

    /// One sign, with what is attached to it.
    fn mark(&mut self, first: char) {
        let mut end = self.at + first.len_utf8();
        while let Some(next) = self.char_at(end).filter(|next| is_attached(*next)) {
            end += next.len_utf8();
        }
        self.push(end, TokenKind::Mark);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let found: Vec<&str> = tokens(text, Span::new(0, text.len())).iter().map(|token| token.span.of(text)).collect();
        assert_eq!(found.join("|"), expected);
    }

    #[test]
    fn numbers_and_amounts_are_whole() {
        check("$35,000,000 was needed, i.e. 6.5 thousand", "$35,000,000|was|needed|,|i|.|e|.|6.5|thousand");
        check("17,5% of 2024-11-23.", "17,5%|of|2024-11-23|.");
    }

    #[test]
    fn words_keep_hyphens_and_apostrophes_but_no_quotes_or_dashes() {
        check("“document” don't—17,5%", "“|document|”|don't|—|17,5%");
        check("maximum-a-posteriori l’accord", "maximum-a-posteriori|l’accord");
        check("[MATH]", "[|MATH|]");
        check("abcdefg h abcdefgh i", "abcdefg|h|abcdefgh|i");
        check("ab-c d 'tis efghij.", "ab-c|d|'|tis|efghij|.");
    }

    #[test]
    fn white_space_and_quote_prefixes_lie_between() {
        check("a\u{a0}b\n> c", "a|b|c");
        check("", "");
    }

    #[test]
    fn scripts_without_spaces_are_segmented() {
        check("首相は、調印した。", "首相|は|、|調印|した|。");
    }

    proptest::proptest! {
        #[test]
        fn every_sign_is_in_one_token(text in "\\PC{0,40}|[a-c '-]{0,40}") {
            let found = tokens(&text, Span::new(0, text.len()));
            let mut at = 0;
            for token in &found {
                proptest::prop_assert!(token.span.start >= at && token.span.end > token.span.start);
                proptest::prop_assert!(text[at..token.span.start].chars().all(char::is_whitespace));
                at = token.span.end;
            }
            proptest::prop_assert!(text[at..].chars().all(char::is_whitespace));
        }
    }
}
