//! Words as spreadsheets have them in a cell of a table: in quotation marks, those within doubled, where they hold such marks or line ends.

const ENDS: [char; 4] = ['\n', '\r', '\u{2028}', '\u{2029}'];

/// Where a cell in quotation marks ends that begins at a byte of a table of tabs, if it surely is one. Many texts begin with a quotation, which
/// may go on in the next row: so marks or line ends must stand within, no tab may, and of two lines that are one cell one has a cell too few.
pub fn end(table: &str, at: usize, is_first: bool) -> Option<usize> {
    let rest = table.get(at..)?.strip_prefix('"')?;
    let (mut has_marks, mut length) = (false, 0);
    loop {
        length += rest[length..].find('"')?;
        if !rest[length + 1..].starts_with("\"") {
            break;
        }
        (has_marks, length) = (true, length + 2);
    }
    let (words, behind) = (&rest[..length], &rest[length + 1..]);
    let is_last = behind.is_empty() || behind.starts_with(ENDS);
    let has_ends = words.contains(ENDS);
    let is_closed = is_last || behind.starts_with('\t') && (is_first || !has_ends);
    (is_closed && (has_marks || has_ends) && !words.contains('\t')).then_some(at + length + 2)
}

/// The words of a cell without its quotation marks; nothing where it has none.
pub fn unquoted(cell: &str) -> Option<String> {
    let end = end(cell, 0, true).filter(|end| *end == cell.len())?;
    Some(cell[1..end - 1].replace("\"\"", "\""))
}

/// Words in quotation marks.
pub fn quoted(words: &str) -> String {
    format!("\"{}\"", words.replace('"', "\"\""))
}

/// Words of one line as a cell: in quotation marks only where they would be taken for a cell that is.
pub fn written(words: String) -> String {
    if unquoted(&words).is_some() { quoted(&words) } else { words }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_where_they_surely_are() {
        let check = |cell: &str, words: Option<&str>| assert_eq!(unquoted(cell).as_deref(), words, "{cell}");
        check("\"He said \"\"no\"\".\"", Some("He said \"no\"."));
        check("\"\"\"No\"\"\"", Some("\"No\""));
        check("\"One.\nTwo.\"", Some("One.\nTwo."));
        for cell in
            ["", "\"", "\"\"", "No", "\"No\"", "\"No\" and \"\"", "\"\"No\"\"", "\"No\", he \"\"said\"", "a\"\"\"\""]
        {
            check(cell, None);
        }
    }

    #[test]
    fn what_is_written_is_read_again() {
        for words in ["no", "\"no\"", "\"a\"\"b\"", "\"\"\"\"", "\"a\"\""] {
            let cell = written(words.to_owned());
            assert_eq!(unquoted(&cell).unwrap_or(cell), words);
        }
    }

    #[test]
    fn a_quotation_that_goes_on_in_the_next_row_is_no_cell() {
        let check = |table: &str, at, is_first, expected| assert_eq!(end(table, at, is_first), expected, "{table}");
        check("\"One.\t„Eins.\nTwo.\"\tZwei.“\n", 0, true, None);
        check("A\t\"One.\nTwo.\"\tZwei.\n", 2, false, None);
        check("A\t\"One.\nTwo.\"\n", 2, false, Some(13));
        check("\"One.\nTwo.\"\tZwei.\n", 0, true, Some(11));
        check("\"One.\tEins.\"\n", 0, true, None);
    }
}
