//! Footnotes by their marks: what `[^1]` points at.

use memchr::memmem;
use rustc_hash::{FxHashMap, FxHashSet};

/// The words of the footnotes of a text by their marks, every run of white space as one space.
#[derive(Debug, Default)]
pub struct Notes {
    by_mark: FxHashMap<String, String>,
    words: FxHashSet<String>,
}

impl Notes {
    /// Reads the footnotes of a text: each begins a line with its mark and a colon and goes on in lines that are set in.
    pub fn of(text: &str) -> Self {
        if memmem::find(text.as_bytes(), b"[^").is_none() {
            return Self::default();
        }
        let mut by_mark: FxHashMap<String, String> = FxHashMap::default();
        let mut open: Option<String> = None;
        for line in text.lines() {
            let bare = line.trim_start_matches(['>', ' ', '\t']);
            if let Some((mark, words)) = head(bare) {
                by_mark.entry(mark.to_owned()).or_insert_with(|| folded(words));
                open = Some(mark.to_owned());
            } else if line.starts_with([' ', '\t']) && !bare.is_empty() {
                if let Some(note) = open.as_ref().and_then(|mark| by_mark.get_mut(mark)) {
                    note.push(' ');
                    note.push_str(&folded(bare));
                }
            } else if !bare.is_empty() {
                open = None;
            }
        }
        let words = by_mark.values().cloned().collect();
        Self { by_mark, words }
    }

    /// The note of a mark.
    pub fn get(&self, mark: &str) -> Option<&str> {
        self.by_mark.get(mark).map(String::as_str)
    }

    /// Whether some note has just these words.
    pub fn say(&self, words: &str) -> bool {
        self.words.contains(words)
    }
}

/// The mark of a note that begins with a line, and its words there.
fn head(line: &str) -> Option<(&str, &str)> {
    let end = line.starts_with("[^").then(|| line.find("]:"))??;
    Some((&line[..=end], &line[end + 2..]))
}

fn folded(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_goes_on_in_lines_that_are_set_in() {
        let notes = Notes::of("Dear.[^1]\n\n[^1]: See  the\n    annex.\n  [^b]: Not this.\n\nMore.\n    Code.\n");
        assert_eq!(notes.get("[^1]"), Some("See the annex."));
        assert_eq!(notes.get("[^b]"), Some("Not this."));
        assert_eq!(notes.get("[^2]"), None);
        assert!(notes.say("Not this.") && !notes.say("Code."));
    }
}
