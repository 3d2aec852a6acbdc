//! Places of a file: where they are, and of which of them the same is to be said.

/// A place of a file as it is said in a sentence: `line 12:5`.
pub fn place(text: &str, at: usize) -> String {
    format!("line {}", line_and_column(text, at))
}

/// A place of a file as line and column, both from 1, columns in characters: `12:5`.
pub fn line_and_column(text: &str, at: usize) -> String {
    let before = text.get(..at).unwrap_or(text);
    let line_end = |(at, letter): (usize, char)| {
        let is_end = letter == '\n' || letter == '\r' && !text[at + 1..].starts_with('\n');
        is_end.then_some(at + 1)
    };
    let ends: Vec<usize> = before.char_indices().filter_map(line_end).collect();
    let column = before[ends.last().copied().unwrap_or(0)..].chars().count();
    format!("{}:{}", ends.len() + 1, column + 1)
}

/// How many there are, and the byte of the first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Places {
    count: usize,
    first: usize,
}

impl Places {
    /// One more, at this byte of the file's text.
    pub const fn add(&mut self, at: usize) {
        self.count += 1;
        if self.count == 1 {
            self.first = at;
        }
    }

    /// What is said of them, if there are any: `what` has the words for one and for many, parted by a bar; `end` may be empty.
    pub fn said(self, text: &str, what: &str, end: &str) -> Option<String> {
        let (one, many) = what.split_once('|').unwrap_or((what, what));
        let end = if end.is_empty() { String::new() } else { format!(": {end}") };
        match self.count {
            0 => None,
            1 => Some(format!("1 {one} ({}){end}", place(text, self.first))),
            count => Some(format!("{count} {many} (the first at {}){end}", place(text, self.first))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::place;

    #[test]
    fn places_are_lines_and_columns() {
        for (text, at, expected) in [
            ("", 0, "line 1:1"),
            ("ab\ncd", 2, "line 1:3"),
            ("ab\ncd", 3, "line 2:1"),
            ("ä\r\nö\rx", 7, "line 3:1"),
            ("ä\r\nö\rx", 6, "line 2:2"),
        ] {
            assert_eq!(place(text, at), expected, "{text:?}");
        }
    }
}
