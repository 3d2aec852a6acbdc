//! Lines broken where the writing system allows it (UAX #14), by display columns.

use std::ops::Range;
use std::sync::LazyLock;

use icu_segmenter::options::LineBreakOptions;
use icu_segmenter::{LineSegmenter, LineSegmenterBorrowed};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

static LINES: LazyLock<LineSegmenterBorrowed<'static>> =
    LazyLock::new(|| LineSegmenter::new_dictionary(LineBreakOptions::default()));

/// Longer options (in bytes) are none.
const LONGEST_OPTION: usize = 32;

/// The rows of a text as byte ranges, none wider than `width` columns (at least 2), white space at their ends left out.
/// A line feed always ends a row; what has no place to break is cut between graphemes.
pub fn wrap(text: &str, width: usize) -> Vec<Range<usize>> {
    let width = width.max(2);
    let mut rows = Vec::new();
    let mut start = 0;
    let mut used = 0;
    let mut from = 0;
    for to in LINES.segment_str(text).skip(1).filter(|to| !is_in_word(text, *to)) {
        let part = &text[from..to];
        let wide = columns(part.trim_end());
        if used + wide > width && start < from {
            rows.push(start..from);
            (start, used) = (from, 0);
        }
        if wide > width {
            start = cut(text, from..to, width, &mut rows);
            used = 0;
            from = start;
        }
        used += columns(text[from..to].trim_end_matches('\n'));
        from = to;
        if part.ends_with('\n') {
            rows.push(start..to);
            (start, used) = (to, 0);
        }
    }
    if start < text.len() {
        rows.push(start..text.len());
    }
    rows.iter_mut().for_each(|row| row.end = row.start + text[row.clone()].trim_end().len());
    rows
}

/// Whether a place lies behind a hyphen that belongs to what follows: that of an option, `--old-lang`, or the sign of words that went,
/// `[-old`.
fn is_in_word(text: &str, at: usize) -> bool {
    let (before, behind) = text.split_at(at);
    if before.ends_with("[-") {
        return true;
    }
    if !before.ends_with('-') || !behind.starts_with(|next: char| next.is_ascii_lowercase()) {
        return false;
    }
    let is_of_option = |byte: &u8| *byte == b'-' || byte.is_ascii_lowercase();
    let length = before.bytes().rev().take(LONGEST_OPTION).take_while(is_of_option).count();
    let (before, option) = before.split_at(before.len() - length);
    option.starts_with("--") && !before.ends_with(char::is_alphanumeric)
}

/// How many columns a text takes, as it is drawn: grapheme by grapheme.
pub fn columns(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.graphemes(true).map(UnicodeWidthStr::width).sum() }
}

/// As much of a text as fits into so many columns, one of them left for the mark where it is cut; whether it is.
pub fn fitting(text: &str, width: usize) -> (&str, bool) {
    let mut used = 0;
    let mut kept = 0;
    for (at, grapheme) in text.grapheme_indices(true) {
        used += columns(grapheme);
        if used > width {
            return (&text[..kept], true);
        }
        if used < width {
            kept = at + grapheme.len();
        }
    }
    (text, false)
}

/// A text in so many columns, with a mark where it is cut.
pub fn clipped(text: &str, width: usize) -> String {
    let (shown, is_cut) = fitting(text, width);
    format!("{shown}{}", if is_cut && width > 0 { "…" } else { "" })
}

/// Rows of a part that is wider than a row; the start of what is left.
fn cut(text: &str, part: Range<usize>, width: usize, rows: &mut Vec<Range<usize>>) -> usize {
    let mut start = part.start;
    let mut used = 0;
    for (at, grapheme) in text[part.clone()].grapheme_indices(true) {
        let columns = grapheme.width();
        if used + columns > width && start < part.start + at {
            rows.push(start..part.start + at);
            (start, used) = (part.start + at, 0);
        }
        used += columns;
    }
    start
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, width: usize, expected: &[&str]) {
        let rows: Vec<&str> = wrap(text, width).into_iter().map(|row| &text[row]).collect();
        assert_eq!(rows, expected);
    }

    #[test]
    fn rows_break_at_words() {
        check("the Parties shall meet", 11, &["the Parties", "shall meet"]);
        check("the Parties shall meet", 12, &["the Parties", "shall meet"]);
        check("a-b c", 2, &["a-", "b", "c"]);
        check("", 5, &[]);
        check("one\ntwo", 9, &["one", "two"]);
        check("name it with --old-lang", 16, &["name it with", "--old-lang"]);
        check("in its [-of old-] place", 9, &["in its", "[-of", "old-]", "place"]);
        check("a well-known word--here", 13, &["a well-known", "word--here"]);
        check("the well-known words", 9, &["the well-", "known", "words"]);
    }

    #[test]
    fn what_does_not_break_is_cut() {
        check("abcdefgh i", 3, &["abc", "def", "gh", "i"]);
        check("x abcdefgh", 4, &["x", "abcd", "efgh"]);
    }

    #[test]
    fn every_script_by_its_rules() {
        check("会議は五月に開かれる。", 8, &["会議は五", "月に開か", "れる。"]);
        check("Стороны должны встретиться", 14, &["Стороны должны", "встретиться"]);
        check("« Oui », dit-il.", 9, &["« Oui »,", "dit-il."]);
    }

    proptest::proptest! {
        #[test]
        fn no_row_is_wider_than_its_column(text in "[\\PC\n]{0,80}", width in 2_usize..30) {
            let mut seen = String::new();
            for row in wrap(&text, width) {
                let row = &text[row];
                let is_one = row.graphemes(true).count() == 1;
                proptest::prop_assert!(columns(row) <= width || is_one, "{:?}", row);
                seen.extend(row.chars().filter(|letter| !letter.is_whitespace()));
            }
            let all: String = text.chars().filter(|letter| !letter.is_whitespace()).collect();
            proptest::prop_assert_eq!(seen, all);
        }
    }
}
