//! Places of a file of which the same is to be said.

/// How many there are, and the line of the first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Places {
    count: usize,
    first: usize,
}

impl Places {
    /// One more, at this line (from 1).
    pub const fn add(&mut self, line: usize) {
        self.count += 1;
        if self.count == 1 {
            self.first = line;
        }
    }

    /// What is said of them, if there are any: `things` has the words for one and for many, parted by a bar; `end` may be empty.
    pub fn said(self, things: &str, what: &str, end: &str) -> Option<String> {
        let (one, many) = things.split_once('|').unwrap_or((things, things));
        let end = if end.is_empty() { String::new() } else { format!(": {end}") };
        match self.count {
            0 => None,
            1 => Some(format!("1 {one} {what} (line {}){end}", self.first)),
            count => Some(format!("{count} {many} {what} (the first at line {}){end}", self.first)),
        }
    }
}
