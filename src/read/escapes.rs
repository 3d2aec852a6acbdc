//! The escapes of a catalogue's words: those of C, as the reader of GNU gettext takes them (`po-lex.c`).

use super::encoding::decoded;

/// What stands in quotes, its escapes resolved; `None` = it does not stand in quotes. Numbers are bytes of the file's encoding; an escape
/// that gettext does not know stays as it is written.
pub fn quoted(text: &str, encoding: &str) -> Option<String> {
    let mut rest = text.strip_prefix('"')?.strip_suffix('"')?;
    let mut words = String::with_capacity(rest.len());
    // Several bytes make a character.
    let mut bytes = Vec::new();
    while let Some(letter) = rest.chars().next() {
        let behind = &rest[letter.len_utf8()..];
        let number = if letter == '\\' { number(behind) } else { None };
        if let Some((byte, length)) = number {
            bytes.push(byte);
            rest = &behind[length..];
            continue;
        }
        if !bytes.is_empty() {
            words.push_str(&decoded(&std::mem::take(&mut bytes), encoding));
        }
        rest = behind;
        match letter {
            '"' => return None,
            '\\' => {
                let escaped = rest.chars().next()?;
                rest = &rest[escaped.len_utf8()..];
                match control(escaped) {
                    Some(control) => words.push(control),
                    None => words.extend(['\\', escaped]),
                }
            }
            other => words.push(other),
        }
    }
    words.push_str(&decoded(&bytes, encoding));
    Some(words)
}

const fn control(escaped: char) -> Option<char> {
    Some(match escaped {
        'a' => '\u{7}',
        'b' => '\u{8}',
        'f' => '\u{c}',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'v' => '\u{b}',
        '"' | '\\' => escaped,
        _ => return None,
    })
}

/// The byte that a number behind a backslash stands for, and how long the number is: up to three octal digits, or `x` and any hexadecimal
/// ones, of which the last two count.
fn number(text: &str) -> Option<(u8, usize)> {
    let (start, base, most) = if text.starts_with('x') { (1, 16, usize::MAX) } else { (0, 8, 3) };
    let digits = || text[start..].chars().take(most).map_while(|digit| digit.to_digit(base));
    let byte = digits().fold(0_u8, |byte, digit| byte.wrapping_mul(base as u8).wrapping_add(digit as u8));
    let count = digits().count();
    (count > 0).then_some((byte, start + count))
}

#[cfg(test)]
mod tests {
    use super::quoted;
    use crate::document::quoted::quoted as written;

    #[track_caller]
    fn check(text: &str, encoding: &str, expected: &str, again: &str) {
        let words = quoted(text, encoding).expect("words in quotes");
        assert_eq!((words.as_str(), written(&words).as_str()), (expected, again));
        assert_eq!(quoted(again, "UTF-8").as_deref(), Some(expected));
    }

    #[test]
    fn escapes_are_those_of_c() {
        let all = r#""\a\b\f\r\t\v\\\"""#;
        check(all, "UTF-8", "\u{7}\u{8}\u{c}\r\t\u{b}\\\"", all);
        check(r#""\33[1m\0331\x1B""#, "UTF-8", "\u{1b}[1m\u{1b}1\u{1b}", r#""\033[1m\0331\033""#);
        check(r#""\101\x42 \1012""#, "UTF-8", "AB A2", r#""AB A2""#);
        // Bytes are of the file's encoding.
        check(r#""\303\274 \xc3\274""#, "UTF-8", "ü ü", r#""ü ü""#);
        check(r#""\374""#, "windows-1252", "ü", r#""ü""#);
        // What is no escape stays as it is.
        check(r#""\d \xg \8""#, "UTF-8", "\\d \\xg \\8", r#""\\d \\xg \\8""#);
    }

    #[test]
    fn what_does_not_stand_in_quotes_is_nothing() {
        for text in ["", "\"", "a", r#""a"b""#, r#""a\""#] {
            assert_eq!(quoted(text, "UTF-8"), None, "{text}");
        }
    }
}
