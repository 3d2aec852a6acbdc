//! Keys as this program knows them, free of any terminal library, and how they are written: `a`, `gg`, `<Ctrl-d>`, `]c`, `<Tab>`.

use std::fmt;

/// Which key, without Ctrl and Alt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Code {
    /// A character, as typed (a capital is the capital, not Shift).
    Char(char),
    /// The Enter key.
    Enter,
    /// The Escape key.
    Esc,
    /// The Tab key.
    Tab,
    /// Shift and Tab.
    BackTab,
    /// Deletes to the left.
    Backspace,
    /// Deletes to the right.
    Delete,
    /// Arrow.
    Left,
    /// Arrow.
    Right,
    /// Arrow.
    Up,
    /// Arrow.
    Down,
    /// To the start.
    Home,
    /// To the end.
    End,
    /// A page up.
    PageUp,
    /// A page down.
    PageDown,
    /// A function key.
    F(u8),
}

/// A key with its modifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    /// Which key.
    pub code: Code,
    /// Whether Ctrl was held.
    pub ctrl: bool,
    /// Whether Alt was held.
    pub alt: bool,
}

impl Key {
    /// A key alone.
    pub const fn plain(code: Code) -> Self {
        Self { code, ctrl: false, alt: false }
    }

    /// A character with Ctrl.
    pub const fn ctrl(letter: char) -> Self {
        Self { code: Code::Char(letter), ctrl: true, alt: false }
    }

    /// The character it types, if it types one.
    pub const fn typed(self) -> Option<char> {
        match self.code {
            Code::Char(letter) if !self.ctrl && !self.alt => Some(letter),
            _ => None,
        }
    }
}

const NAMES: &[(&str, Code)] = &[
    ("Enter", Code::Enter),
    ("Esc", Code::Esc),
    ("Tab", Code::Tab),
    ("Shift-Tab", Code::BackTab),
    ("Backspace", Code::Backspace),
    ("Del", Code::Delete),
    ("Left", Code::Left),
    ("Right", Code::Right),
    ("Up", Code::Up),
    ("Down", Code::Down),
    ("Home", Code::Home),
    ("End", Code::End),
    ("PgUp", Code::PageUp),
    ("PgDn", Code::PageDown),
    ("Space", Code::Char(' ')),
    ("lt", Code::Char('<')),
];

/// Keys as written in keys.toml: characters stand for themselves, `<Name>` for the named ones, `<Ctrl-x>` and `<Alt-x>` with modifiers.
pub fn keys(written: &str) -> Result<Vec<Key>, String> {
    let mut found = Vec::new();
    let mut rest = written;
    while let Some(first) = rest.chars().next() {
        rest = &rest[first.len_utf8()..];
        if first != '<' {
            found.push(Key::plain(Code::Char(first)));
            continue;
        }
        let Some((name, after)) = rest.split_once('>') else {
            return Err(format!(
                "`{written}`: `<` begins a named key and wants `>`; the sign itself is written `<lt>`"
            ));
        };
        found.push(named(name).ok_or_else(|| format!("`{written}`: there is no key called `{name}`"))?);
        rest = after;
    }
    Ok(found)
}

fn named(name: &str) -> Option<Key> {
    if let Some((_, code)) = NAMES.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)) {
        return Some(Key::plain(*code));
    }
    if let Some(rest) = name.strip_prefix("Ctrl-") {
        return named(rest).map(|key| Key { ctrl: true, ..key });
    }
    if let Some(rest) = name.strip_prefix("Alt-") {
        return named(rest).map(|key| Key { alt: true, ..key });
    }
    if let Some(number) = name.strip_prefix('F').and_then(|number| number.parse().ok()) {
        return Some(Key::plain(Code::F(number)));
    }
    let mut letters = name.chars();
    match (letters.next(), letters.next()) {
        (Some(letter), None) => Some(Key::plain(Code::Char(letter))),
        _ => None,
    }
}

impl fmt::Display for Key {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.ctrl {
            out.write_str("Ctrl-")?;
        }
        if self.alt {
            out.write_str("Alt-")?;
        }
        match self.code {
            Code::Char(letter) if letter != ' ' => write!(out, "{letter}"),
            Code::F(number) => write!(out, "F{number}"),
            code => out.write_str(NAMES.iter().find(|(_, known)| *known == code).map_or("?", |(name, _)| name)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(written: &str, shown: &str) {
        let read = keys(written).expect("keys");
        assert_eq!(read.iter().map(Key::to_string).collect::<Vec<_>>().join(" "), shown);
    }

    #[test]
    fn keys_read_as_written() {
        check("gg", "g g");
        check("]c", "] c");
        check("<Ctrl-d>", "Ctrl-d");
        check("<Alt-Down><Shift-Tab><F1>", "Alt-Down Shift-Tab F1");
        check("<lt><Space>", "< Space");
    }

    #[test]
    fn unknown_names_are_refused() {
        assert!(keys("<Hyper>").is_err());
        assert!(keys("<").is_err());
    }
}
