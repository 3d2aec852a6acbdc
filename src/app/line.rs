//! A small editor for one line of text; the cursor goes by graphemes.

use unicode_segmentation::UnicodeSegmentation;

use super::key::{Code, Key};

/// A text being typed, and where the next letter goes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// What was typed. It may hold any character: whoever draws it makes it safe first.
    pub text: String,
    /// The cursor: a byte of the text, always at a grapheme's start or at the end.
    pub cursor: usize,
}

impl Line {
    /// A line that begins with a text, the cursor behind it.
    pub fn of(text: &str) -> Self {
        Self { text: text.to_owned(), cursor: text.len() }
    }

    /// The text before and behind the cursor.
    pub fn parts(&self) -> (&str, &str) {
        self.text.split_at_checked(self.cursor).unwrap_or((&self.text, ""))
    }

    /// Puts a text in at the cursor, every character kept.
    pub fn insert(&mut self, text: &str) {
        let (before, after) = self.parts();
        let cursor = before.len() + text.len();
        self.text = [before, text, after].concat();
        // A combining mark joins what stands before it: the cursor goes behind the whole grapheme.
        self.cursor =
            self.text.grapheme_indices(true).map(|(at, _)| at).find(|at| *at >= cursor).unwrap_or(self.text.len());
    }

    /// One key; whether it meant something here.
    pub fn key(&mut self, key: Key) -> bool {
        if let Some(typed) = key.typed() {
            self.insert(typed.encode_utf8(&mut [0; 4]));
            return true;
        }
        match (key.ctrl, key.alt, key.code) {
            (false, false, Code::Left) | (true, false, Code::Char('b')) => self.cursor = self.left(),
            (false, false, Code::Right) | (true, false, Code::Char('f')) => self.cursor = self.right(),
            (_, _, Code::Home) | (true, false, Code::Char('a')) => self.cursor = 0,
            (_, _, Code::End) | (true, false, Code::Char('e')) => self.cursor = self.text.len(),
            (true, _, Code::Left) | (_, true, Code::Left | Code::Char('b')) => self.cursor = self.word_left(),
            (true, _, Code::Right) | (_, true, Code::Right | Code::Char('f')) => self.cursor = self.word_right(),
            (false, false, Code::Backspace) | (true, false, Code::Char('h')) => self.delete(self.left(), self.cursor),
            (false, false, Code::Delete) | (true, false, Code::Char('d')) => self.delete(self.cursor, self.right()),
            (true, false, Code::Char('w')) | (_, true, Code::Backspace) => self.delete(self.word_left(), self.cursor),
            (true, false, Code::Char('u')) => self.delete(0, self.cursor),
            (true, false, Code::Char('k')) => self.delete(self.cursor, self.text.len()),
            _ => return false,
        }
        true
    }

    fn delete(&mut self, from: usize, to: usize) {
        let kept = [self.text.get(..from).unwrap_or(""), self.text.get(to..).unwrap_or("")].concat();
        self.text = kept;
        self.cursor = from;
    }

    fn left(&self) -> usize {
        self.parts().0.grapheme_indices(true).next_back().map_or(0, |(at, _)| at)
    }

    fn right(&self) -> usize {
        self.cursor + self.parts().1.graphemes(true).next().map_or(0, str::len)
    }

    fn word_left(&self) -> usize {
        self.parts().0.unicode_word_indices().next_back().map_or(0, |(at, _)| at)
    }

    fn word_right(&self) -> usize {
        let after = self.parts().1;
        after.unicode_word_indices().next().map_or(self.text.len(), |(at, word)| self.cursor + at + word.len())
    }
}

#[cfg(test)]
mod tests {
    use super::super::key::keys;
    use super::*;

    #[track_caller]
    fn check(typed: &str, expected: &str) {
        let mut line = Line::default();
        for key in keys(typed).expect("keys") {
            line.key(key);
        }
        let (before, after) = line.parts();
        assert_eq!(format!("{before}|{after}"), expected, "{typed}");
    }

    #[test]
    fn typing_and_deleting() {
        check("too vague", "too vague|");
        check("abc<Left><Left>x", "ax|bc");
        check("abc<Home><Del>", "|bc");
        check("one two<Ctrl-w>", "one |");
        check("one two<Ctrl-Left><Ctrl-k>", "one |");
        check("one<Ctrl-u>", "|");
        check("<Backspace><Del><Left><Right>", "|");
    }

    #[test]
    fn the_cursor_goes_by_graphemes() {
        check("e\u{301}<Backspace>", "|");
        check("👨‍👩‍👧<Left>x", "x|👨‍👩‍👧");
    }
}
