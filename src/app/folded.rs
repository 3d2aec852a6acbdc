//! A text as it is searched: as it reads, not as it was typed.

use memchr::memmem::{self, find_iter};

use crate::document::Span;

/// So many bytes are looked at at once.
const CHUNK: usize = 32;

/// So many bytes at least are folded before they are searched, up to the end of a paragraph: no pattern goes beyond it.
const PART: usize = 1 << 16;

/// Every place of a pattern in a text, none overlapping another.
pub fn find(text: &str, pattern: &str, exact: bool) -> Vec<Span> {
    let pattern = Folded::of(pattern, exact).text;
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.len() && !pattern.is_empty() {
        let rest = &text[at..];
        let part = &rest[..part(rest.as_bytes())];
        found.extend(Folded::of(part, exact).find(&pattern).map(|span| Span::new(at + span.start, at + span.end)));
        at += part.len();
    }
    found
}

/// How many bytes go up to the first paragraph's end that is far enough.
fn part(bytes: &[u8]) -> usize {
    let ends = bytes.get(PART..).and_then(|far| memmem::find(far, b"\n\n"));
    ends.map_or(bytes.len(), |end| PART + end + 1)
}

/// A text with one space for all white space within a paragraph, straight quotes, plain hyphens, no soft ones, and in small letters where
/// capitals do not count; and where its bytes come from.
struct Folded {
    text: Vec<u8>,
    /// The text's length.
    length: usize,
    /// What is longer or shorter here: where it stands here, and in the text.
    odd: Vec<(Span, Span)>,
}

impl Folded {
    /// Folds a text.
    fn of(text: &str, exact: bool) -> Self {
        let mut folded = Self { text: Vec::with_capacity(text.len()), length: text.len(), odd: Vec::new() };
        let mut at = 0;
        while at < text.len() {
            let rest = &text.as_bytes()[at..];
            let plain = plain(rest);
            folded.add_plain(&rest[..plain], exact);
            at += plain;
            if plain < rest.len() {
                at = folded.add(text, at, exact);
            }
        }
        folded
    }

    fn find<'a>(&'a self, pattern: &'a [u8]) -> impl Iterator<Item = Span> + 'a {
        // They come in order: what is odd before one is before the next too.
        let mut before = 0;
        find_iter(&self.text, pattern).map(move |at| {
            before += self.odd[before..].iter().take_while(|(here, _)| here.start <= at).count();
            let start = self.origin(before, at);
            let end = at + pattern.len();
            before += self.odd[before..].iter().take_while(|(here, _)| here.start < end).count();
            Span::new(start, self.end(before, end))
        })
    }

    /// Adds bytes in which nothing is odd, many at a time.
    fn add_plain(&mut self, bytes: &[u8], exact: bool) {
        let start = self.text.len();
        self.text.extend(bytes.iter().map(|byte| if is_space(*byte) { b' ' } else { *byte }));
        if !exact {
            self.text[start..].make_ascii_lowercase();
        }
    }

    /// Adds the sign at a place of the text, with the white space behind white space; where it ends.
    fn add(&mut self, text: &str, at: usize, exact: bool) -> usize {
        let rest = &text[at..];
        let Some(sign) = rest.chars().next() else { return text.len() };
        let start = self.text.len();
        let mut end = at + sign.len_utf8();
        match sign {
            '\u{ad}' => {}
            '‘' | '’' => self.text.push(b'\''),
            '“' | '”' | '„' => self.text.push(b'"'),
            '‐' | '‑' => self.text.push(b'-'),
            _ if sign.is_whitespace() => {
                end = at + rest.len() - rest.trim_start().len();
                // A line that is empty ends a paragraph.
                let is_border = text[at..end].matches('\n').nth(1).is_some();
                self.text.push(if is_border { b'\n' } else { b' ' });
            }
            _ if exact => self.text.extend_from_slice(&text.as_bytes()[at..end]),
            _ => sign
                .to_lowercase()
                .for_each(|small| self.text.extend_from_slice(small.encode_utf8(&mut [0; 4]).as_bytes())),
        }
        if self.text.len() - start != end - at {
            self.odd.push((Span::new(start, self.text.len()), Span::new(at, end)));
        }
        end
    }

    /// The byte of the text from which a byte here comes, before or at which so much is odd; of what is odd its first.
    fn origin(&self, before: usize, at: usize) -> usize {
        match before.checked_sub(1).and_then(|last| self.odd.get(last)) {
            Some((here, there)) if at < here.end => there.start,
            Some((here, there)) => there.end + at - here.end,
            None => at,
        }
    }

    /// Where in the text the bytes before a place here end, before which so much is odd.
    fn end(&self, before: usize, at: usize) -> usize {
        match before.checked_sub(1).and_then(|last| self.odd.get(last)) {
            Some((here, there)) if at <= here.end => there.end,
            Some((here, there)) => (there.end + at - here.end).min(self.length),
            None => at,
        }
    }
}

const fn is_space(byte: u8) -> bool {
    (byte == b' ') | (byte.wrapping_sub(b'\t') <= b'\r' - b'\t')
}

/// How many bytes from the first on are ASCII and no white space that is not a single space, tab or line end.
fn plain(bytes: &[u8]) -> usize {
    let odd = |byte: u8, next: u8| byte >> 7 | u8::from(is_space(byte)) & (u8::from(is_space(next)) | next >> 7);
    let is_odd = |at: usize| odd(bytes[at], bytes.get(at + 1).copied().unwrap_or(b'-')) > 0;
    if bytes.is_empty() || is_odd(0) {
        return 0;
    }
    // Without a way out of the loop, many bytes are looked at at once.
    let many = |at: &usize| {
        let pairs = bytes[*at..*at + CHUNK].iter().zip(&bytes[*at + 1..]);
        pairs.map(|(byte, next)| odd(*byte, *next)).fold(0, |any, odd| any | odd) == 0
    };
    let most = (0..bytes.len().saturating_sub(CHUNK)).step_by(CHUNK).take_while(many).count() * CHUNK;
    (most..bytes.len()).find(|at| is_odd(*at)).unwrap_or(bytes.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, pattern: &str, expected: &[&str]) {
        let exact = pattern.chars().any(char::is_uppercase);
        let found = find(text, pattern, exact);
        let found: Vec<&str> = found.into_iter().map(|span| span.of(text)).collect();
        assert_eq!(found, expected, "{pattern} in {text}");
    }

    #[test]
    fn capitals_count_only_when_searched_for() {
        check("The the THE", "the", &["The", "the", "THE"]);
        check("The the THE", "The", &["The"]);
        check("Стороны и СТОРОНЫ", "стороны", &["Стороны", "СТОРОНЫ"]);
    }

    #[test]
    fn letters_that_grow_when_lowered_keep_their_place() {
        check("İİ shall İ", "shall", &["shall"]);
        check("aß", "ß", &["ß"]);
        check("İ SHALL ẞ Ⱥ shall", "shall", &["SHALL", "shall"]);
        check("aİb", "b", &["b"]);
        check("x", "", &[]);
    }

    #[test]
    fn white_space_quotes_and_soft_hyphens_are_as_they_read() {
        check(
            "deliver the\ngoods, the  goods and the\u{a0}goods",
            "the goods",
            &["the\ngoods", "the  goods", "the\u{a0}goods"],
        );
        check("the\r\n    goods", "The  goods", &[]);
        check("the\r\n    goods", "the  goods", &["the\r\n    goods"]);
        check(
            "the Licensor’s “seat” in\u{ad}voice",
            "licensor's \"seat\" invoice",
            &["Licensor’s “seat” in\u{ad}voice"],
        );
        check("the Licensor's seat", "Licensor’s", &["Licensor's"]);
        check("in\u{ad}voice\u{ad} due", "invoice", &["in\u{ad}voice"]);
        check("It ends here.\n\nThe rest", "here. the", &[]);
        let long = format!("{}the\n  goods{}", "x".repeat(62), " of the  goods".repeat(9));
        assert_eq!(find(&long, "the goods", false).len(), 10);
        // White space over the border of what is looked at at once.
        check(&format!("{} \u{a0}goods", "x".repeat(63)), "x goods", &["x \u{a0}goods"]);
        check(&format!("deliver the\ngoods {}", "x".repeat(70)), "the goods", &["the\ngoods"]);
    }

    #[test]
    fn long_texts_are_searched_in_parts() {
        let text = "It is due.\n\nThe  goods’ \n".repeat(20_000);
        let found = find(&text, "the goods'", false);
        assert_eq!(found.len(), 20_000);
        assert!(found.iter().all(|span| span.of(&text) == "The  goods’"));
    }

    proptest::proptest! {
        #[test]
        fn hits_are_whole_signs_in_order(text in "[a-cİß \u{a0}\n\u{ad}’]{0,160}", pattern in "[a-cİß ’]{1,3}") {
            let mut from = 0;
            let hits = find(&text, &pattern, false);
            let later = find(&format!("-{text}"), &pattern, false);
            proptest::prop_assert!(hits.iter().map(|span| span.start + 1).eq(later.iter().map(|span| span.start)));
            for span in hits {
                proptest::prop_assert!(span.start >= from && span.end >= span.start);
                proptest::prop_assert!(text.is_char_boundary(span.start) && text.is_char_boundary(span.end));
                from = span.end;
            }
        }
    }
}
