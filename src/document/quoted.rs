//! Words as a catalogue of gettext has them, and what is said there of an entry.

/// What is said of a translation of a catalogue.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// Lines of comments.
    pub comments: Vec<String>,
    /// What it says of whether its entry is fuzzy.
    pub fuzzy: Fuzzy,
}

/// What a translation says of whether its entry is fuzzy, which may have several of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fuzzy {
    /// Nothing: there was nothing to decide.
    #[default]
    Silent,
    /// It stays as it is: something is open.
    Stays,
    /// It is so no more, for all of it was decided and there are words.
    Gone,
    /// It is to be looked at again.
    Made,
}

/// The words in quotes, a line for each of theirs, controls as escapes of C. Separators, which would end a line of the file, become spaces; a
/// zero, which would end the words, becomes U+FFFD.
pub fn quoted(words: &str) -> String {
    let lines: Vec<String> = words.split_inclusive('\n').map(line).collect();
    match lines.as_slice() {
        [] => "\"\"".to_owned(),
        [one] => one.clone(),
        many => format!("\"\"\n{}", many.join("\n")),
    }
}

fn line(words: &str) -> String {
    let mut written = String::from("\"");
    for letter in words.chars() {
        match letter {
            '"' | '\\' => written.extend(['\\', letter]),
            '\n' => written.push_str("\\n"),
            '\t' => written.push_str("\\t"),
            '\r' => written.push_str("\\r"),
            '\u{2028}' | '\u{2029}' => written.push(' '),
            '\u{7}' => written.push_str("\\a"),
            '\u{8}' => written.push_str("\\b"),
            '\u{b}' => written.push_str("\\v"),
            '\u{c}' => written.push_str("\\f"),
            '\0' => written.push('\u{fffd}'),
            // Three digits, for another may follow.
            '\u{1}'..='\u{1f}' | '\u{7f}' => written.push_str(&format!("\\{:03o}", letter as u32)),
            letter => written.push(letter),
        }
    }
    written + "\""
}
