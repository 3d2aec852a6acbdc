//! A source file as the house rules see it: without comments, without what stands in quotes, without its tests.

use std::collections::BTreeSet;

/// A file of the program.
pub struct Source {
    /// Its path below src/.
    pub path: String,
    /// The whole text.
    pub text: String,
    /// The code alone: comments and literals are blanked, tests are cut out. Lines stay where they are.
    pub code: String,
}

impl Source {
    pub fn new(path: &str, text: &str) -> Self {
        let code = expanded(&without_tests(&blanked(text)));
        Self { path: path.to_owned(), text: text.to_owned(), code }
    }

    /// The module of ours it belongs to: the first folder, or the file itself.
    pub fn module(&self) -> String {
        self.path.split(['/', '.']).next().unwrap_or_default().to_owned()
    }

    /// The modules of ours that it names, by `crate::`, `redraft::` or enough `super::`.
    pub fn ours(&self) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        for path in self.paths() {
            let supers = path.iter().take_while(|part| *part == "super").count();
            let named = match path.first().map(String::as_str) {
                Some("crate" | "redraft") => path.get(1),
                Some("super") if supers == self.depth() => path.get(supers),
                _ => None,
            };
            found.extend(named.cloned());
        }
        found
    }

    /// Whether it names a crate, as `name::` or `extern crate name`.
    pub fn names(&self, name: &str) -> bool {
        self.code.contains(&format!("extern crate {name}"))
            || self.paths().iter().any(|path| path.len() > 1 && path[0] == name)
            || self.code.contains(&format!("use {name};"))
    }

    /// How many `super` lead from here to the root.
    fn depth(&self) -> usize {
        let folders = self.path.matches('/').count();
        if self.path.ends_with("/mod.rs") { folders } else { folders + 1 }
    }

    /// Every path with `::` in it, as its parts.
    fn paths(&self) -> Vec<Vec<String>> {
        let is_part = |letter: char| letter.is_alphanumeric() || matches!(letter, '_' | ':');
        let words = self.code.split(|letter: char| !is_part(letter)).filter(|word| word.contains("::"));
        words.map(|word| word.split("::").filter(|part| !part.is_empty()).map(str::to_owned).collect()).collect()
    }

    /// Every function with a body, and how many lines it takes.
    pub fn functions(&self) -> Vec<(String, usize)> {
        let mut found = Vec::new();
        for (at, _) in self.code.match_indices("fn ") {
            let is_word =
                self.code[..at].chars().next_back().is_none_or(|before| !before.is_alphanumeric() && before != '_');
            let rest = &self.code[at + 3..];
            let name: String = rest.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect();
            if let Some(end) = body_end(rest).filter(|_| is_word && !name.is_empty()) {
                found.push((name, rest[..end].matches('\n').count() + 1));
            }
        }
        found
    }

    /// How many lines stand before the tests.
    pub fn lines(&self) -> usize {
        self.code.trim_end().matches('\n').count() + 1
    }
}

/// Where the braces of an item end that begins here; `None` = it has none.
fn body_end(item: &str) -> Option<usize> {
    let (mut round, mut depth) = (0, 0);
    for (at, letter) in item.char_indices() {
        match letter {
            '(' | '[' => round += 1,
            ')' | ']' => round -= 1,
            ';' if round == 0 && depth == 0 => return None,
            '{' => depth += 1,
            '}' if depth <= 1 => return Some(at + 1),
            '}' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// Cuts out what `#[cfg(test)]` stands before.
fn without_tests(code: &str) -> String {
    let Some((before, item)) = code.split_once("#[cfg(test)]") else { return code.to_owned() };
    let end = body_end(item).or(item.find(';').map(|at| at + 1)).unwrap_or(item.len());
    format!("{before}{}", without_tests(&item[end..]))
}

/// The code with `a::{b, c::d}` written out as `a::b, a::c::d`.
fn expanded(code: &str) -> String {
    let Some(open) = code.rfind("::{") else { return code.to_owned() };
    let Some(length) = code[open..].find('}') else { return code.to_owned() };
    let start = code[..open].rfind(|letter: char| !letter.is_alphanumeric() && !matches!(letter, '_' | ':'));
    let prefix = &code[start.map_or(0, |at| at + 1)..open];
    let inner = &code[open + 3..open + length];
    let written: Vec<String> = inner
        .split(',')
        .map(|part| {
            let lead = part.len() - part.trim_start().len();
            format!("{}{prefix}::{}", &part[..lead], part.trim_start())
        })
        .collect();
    let whole = format!("{}{}{}", &code[..open - prefix.len()], written.join(","), &code[open + length + 1..]);
    expanded(&whole)
}

/// The code with comments and the insides of literals as spaces, line by line where they were.
fn blanked(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let length = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            comment_end(rest)
        } else if letter == '"' {
            quote_end(rest)
        } else if let Some(end) =
            raw_end(rest).filter(|_| !out.ends_with(|before: char| before.is_alphanumeric() || before == '_'))
        {
            end
        } else if letter == '\'' {
            letter_end(rest)
        } else {
            out.push(letter);
            rest = &rest[letter.len_utf8()..];
            continue;
        };
        out.extend(rest[..length].chars().map(|letter| if letter == '\n' { '\n' } else { ' ' }));
        rest = &rest[length..];
    }
    out
}

fn comment_end(text: &str) -> usize {
    let mut depth = 0;
    let mut at = 0;
    while at < text.len() {
        if text[at..].starts_with("/*") {
            depth += 1;
            at += 2;
        } else if text[at..].starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += text[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
    text.len()
}

fn quote_end(text: &str) -> usize {
    let mut escaped = false;
    for (at, letter) in text.char_indices().skip(1) {
        match letter {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// The end of a raw string that begins here.
fn raw_end(text: &str) -> Option<usize> {
    let rest = text.strip_prefix("br").or(text.strip_prefix('r'))?;
    let hashes = rest.len() - rest.trim_start_matches('#').len();
    let inner = rest[hashes..].strip_prefix('"')?;
    let close = format!("\"{}", "#".repeat(hashes));
    let end = inner.find(&close)?;
    Some(text.len() - inner.len() + end + close.len())
}

/// The end of a character; of a lifetime, its tick alone.
fn letter_end(text: &str) -> usize {
    let mut letters = text.char_indices().skip(1);
    match letters.next() {
        Some((_, '\\')) => text[3..].find('\'').map_or(1, |end| end + 4),
        Some((at, letter)) if text[at + letter.len_utf8()..].starts_with('\'') => at + letter.len_utf8() + 1,
        _ => 1,
    }
}
