//! Bytes to text: byte-order mark, UTF-16 by its pattern of zeros, UTF-8, else a guess.

use chardetng::EncodingDetector;
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use super::Trouble;
use super::places::line_and_column;
use crate::document::{EncodingPart, Origin};

/// How many bytes at the start are looked at for what they are.
const SAMPLE: usize = 4_096;

/// The same, where every byte must be of the encoding that is named.
pub fn decode_strictly(bytes: Vec<u8>, label: Option<&str>) -> Result<(String, Origin), Trouble> {
    // A byte-order mark tells more surely than a name.
    let encoding = Encoding::for_bom(&bytes).map(|(encoding, _)| encoding.name()).or(label);
    let Some(label) = encoding else { return decode(bytes, None) };
    let has_fault = Encoding::for_label(label.as_bytes()).is_some_and(|encoding| encoding.decode(&bytes).2);
    let (text, origin) = decode(bytes, Some(label))?;
    match text.find('\u{fffd}').filter(|_| has_fault) {
        Some(at) => Err(Trouble::Undecodable(line_and_column(&text, at), origin.encoding)),
        None => Ok((text, origin)),
    }
}

/// The text and how it came in.
pub fn decode(bytes: Vec<u8>, label: Option<&str>) -> Result<(String, Origin), Trouble> {
    if let Some(label) = label {
        let encoding =
            Encoding::for_label(label.as_bytes()).ok_or_else(|| Trouble::UnknownEncoding(label.to_owned()))?;
        let (text, origin) = as_encoding(&bytes, encoding, false);
        return Ok((text, Origin { part: part(label, encoding, &bytes), ..origin }));
    }
    if bytes.starts_with(b"\xff\xfe\0\0") || bytes.starts_with(b"\0\0\xfe\xff") {
        return Err(Trouble::Utf32);
    }
    if let Some((encoding, _)) = Encoding::for_bom(&bytes) {
        return Ok(as_encoding(&bytes, encoding, false));
    }
    if let Some(encoding) = utf_16_by_zeros(&bytes) {
        let found = as_encoding(&bytes, encoding, true);
        return if has_controls(&found.0) { Err(Trouble::Binary) } else { Ok(found) };
    }
    if is_binary(&bytes) {
        return Err(Trouble::Binary);
    }
    let bytes = match String::from_utf8(bytes) {
        Ok(text) => return Ok((text, Origin::default())),
        Err(other) => other.into_bytes(),
    };
    let mut detector = EncodingDetector::new();
    detector.feed(&bytes, true);
    Ok(as_encoding(&bytes, detector.guess(None, true), true))
}

/// Bytes of an encoding as text; those that are none become U+FFFD.
pub fn decoded(bytes: &[u8], label: &str) -> String {
    Encoding::for_label(label.as_bytes()).unwrap_or(UTF_8).decode_without_bom_handling(bytes).0.into_owned()
}

/// The text in the encoding that it came in; or the first character that is missing there.
pub fn encode(text: &str, origin: &Origin) -> Result<Vec<u8>, char> {
    let encoding = encoding(origin);
    let marked = if origin.mark { "\u{feff}" } else { "" };
    let whole = marked.chars().chain(text.chars());
    if encoding == UTF_16LE {
        return Ok(whole
            .flat_map(|letter| letter.encode_utf16(&mut [0; 2]).to_vec())
            .flat_map(u16::to_le_bytes)
            .collect());
    }
    if encoding == UTF_16BE {
        return Ok(whole
            .flat_map(|letter| letter.encode_utf16(&mut [0; 2]).to_vec())
            .flat_map(u16::to_be_bytes)
            .collect());
    }
    let (bytes, _, missing) = encoding.encode(text);
    if missing || is_beyond(&bytes, origin) {
        return Err(text.chars().find(|letter| !has(origin, *letter)).unwrap_or(char::REPLACEMENT_CHARACTER));
    }
    Ok([marked.as_bytes(), &bytes].concat())
}

/// The text with every character that is missing in the encoding written by its number: `&#8594;`.
pub fn with_numbers(text: &str, origin: &Origin) -> String {
    let mut written = String::with_capacity(text.len());
    for letter in text.chars() {
        if letter.is_ascii() || has(origin, letter) {
            written.push(letter);
        } else {
            written.push_str(&format!("&#{};", u32::from(letter)));
        }
    }
    written
}

/// The text in the encoding that it came in, for XML, where a character that is missing can be written by its number.
pub fn encode_xml(text: &str, origin: &Origin) -> Vec<u8> {
    let numbered = || encode(&with_numbers(text, origin), origin);
    encode(text, origin).or_else(|_| numbered()).unwrap_or_else(|_| encoding(origin).encode(text).0.into_owned())
}

fn encoding(origin: &Origin) -> &'static Encoding {
    Encoding::for_label(origin.encoding.as_bytes()).unwrap_or(UTF_8)
}

/// Whether a character can be written.
fn has(origin: &Origin, letter: char) -> bool {
    let mut buffer = [0; 4];
    let (bytes, _, missing) = encoding(origin).encode(letter.encode_utf8(&mut buffer));
    !missing && !is_beyond(&bytes, origin)
}

/// Whether some of these bytes are none of the encoding that was named.
fn is_beyond(bytes: &[u8], origin: &Origin) -> bool {
    origin.part.is_some_and(|part| bytes.iter().any(|byte| (0x80..=part.last).contains(byte)))
}

/// The part of an encoding that a label names: browsers take the whole in its place (encoding.spec.whatwg.org), and so do we in reading, but
/// other programs do not. Where there are bytes of the whole, that is what is meant.
fn part(label: &str, encoding: &'static Encoding, bytes: &[u8]) -> Option<EncodingPart> {
    let label = label.trim().to_ascii_lowercase();
    let (name, last) = match encoding.name() {
        "windows-1252" if label.contains("ascii") || label.contains("x3.4") => ("US-ASCII", 0xff),
        "windows-1252" if !label.contains("1252") => ("ISO-8859-1", 0x9f),
        "windows-1254" if !label.contains("1254") => ("ISO-8859-9", 0x9f),
        "windows-874" if !label.contains("874") => ("ISO-8859-11", 0x9f),
        _ => return None,
    };
    (!bytes.iter().any(|byte| (0x80..=last).contains(byte))).then_some(EncodingPart { name, last })
}

fn as_encoding(bytes: &[u8], encoding: &'static Encoding, guessed: bool) -> (String, Origin) {
    let mark = Encoding::for_bom(bytes).filter(|(found, _)| *found == encoding).map_or(0, |(_, length)| length);
    let (text, _) = encoding.decode_without_bom_handling(&bytes[mark..]);
    (text.into_owned(), Origin { encoding: encoding.name(), guessed, mark: mark > 0, part: None })
}

/// UTF-16 without a mark: nearly all zeros stand on one side of the pairs, as in any text with Latin letters or spaces.
fn utf_16_by_zeros(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(SAMPLE) & !1];
    let zeros = |parity: usize| sample.iter().skip(parity).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd, pairs) = (zeros(0), zeros(1), sample.len() / 2);
    let many = |zeros: usize| zeros > 1 && zeros * 10 >= pairs;
    match (many(even), many(odd)) {
        (false, true) if even == 0 => Some(UTF_16LE),
        (true, false) if odd == 0 => Some(UTF_16BE),
        _ => None,
    }
}

/// Whether something stands in what was taken for UTF-16 that stands in no text.
fn has_controls(text: &str) -> bool {
    text.chars().any(|letter| letter == '\u{fffd}' || letter.is_control() && !letter.is_whitespace())
}

/// Zeros, more controls than any text has, or the sign of a PDF, which may have none of both.
fn is_binary(bytes: &[u8]) -> bool {
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let controls = sample.iter().filter(|byte| matches!(byte, 1..=6 | 14..=26 | 28..=31)).count();
    bytes.starts_with(b"%PDF-") || memchr::memchr(0, bytes).is_some() || controls * 10 > sample.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], text: &str, encoding: &str, mark: bool) {
        let (found, origin) = decode(bytes.to_vec(), None).unwrap();
        assert_eq!((found.as_str(), origin.encoding, origin.mark), (text, encoding, mark));
        assert_eq!(encode(&found, &origin).as_deref(), Ok(bytes), "written back byte for byte");
    }

    #[test]
    fn encodings_are_told() {
        check("naïve".as_bytes(), "naïve", "UTF-8", false);
        check(b"\xEF\xBB\xBFa", "a", "UTF-8", true);
        check(b"\xFF\xFEa\0b\0", "ab", "UTF-16LE", true);
        check(b"\0a\0b\0c", "abc", "UTF-16BE", false);
        let russian = encoding_rs::WINDOWS_1251.encode("Проект решения о помощи направлен на доработку.").0;
        check(&russian, "Проект решения о помощи направлен на доработку.", "windows-1251", false);
    }

    #[test]
    fn what_is_named_is_not_written_as_what_is_wider() {
        let check = |label: &str, bytes: &[u8], name: &str, lacking: Option<char>, numbered: &str| {
            let (text, origin) = decode(bytes.to_vec(), Some(label)).unwrap();
            assert_eq!((origin.name(), encode(&text, &origin).as_deref()), (name, Ok(bytes)), "{label}");
            let written = format!("{text}é”");
            assert_eq!(encode(&written, &origin).err(), lacking, "{label}");
            assert_eq!(with_numbers("é”", &origin), numbered, "{label}");
        };
        check("ISO-8859-1", b"a\xe9", "ISO-8859-1", Some('”'), "é&#8221;");
        check("latin1", b"a\xe9", "ISO-8859-1", Some('”'), "é&#8221;");
        check("us-ascii", b"a", "US-ASCII", Some('é'), "&#233;&#8221;");
        check("windows-1252", b"a\xe9", "windows-1252", None, "é”");
        // The bytes tell that the name is wrong.
        check("iso-8859-1", b"\x93a", "windows-1252", None, "é”");
        check("us-ascii", b"a\xe9", "windows-1252", None, "é”");
        check("iso-8859-9", b"\xfd", "ISO-8859-9", Some('”'), "é&#8221;");
    }

    #[test]
    fn binary_is_refused() {
        assert_eq!(decode(b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\x01\x02".to_vec(), None), Err(Trouble::Binary));
        assert_eq!(decode(b"\xff\xfe\0\0a\0\0\0".to_vec(), None), Err(Trouble::Utf32));
        assert_eq!(decode(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj".to_vec(), None), Err(Trouble::Binary));
        assert_eq!(decode(b"a\0b\0\x01\0\x02\0c\0".to_vec(), None), Err(Trouble::Binary));
    }
}
