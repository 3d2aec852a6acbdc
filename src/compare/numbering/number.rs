//! Numbers of articles, clauses and items: `5`, `5.2`, `5a`, `IV`, `iv`, `B`, `b`.

use std::fmt;

/// How a part of a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Style {
    /// `5`
    Digits,
    /// `IV`
    Roman,
    /// `iv`
    SmallRoman,
    /// `B`
    Capital,
    /// `b`
    Letter,
}

/// A number and how it is written; its parts from the left.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Number(Vec<(Style, u32)>);

/// Longer numbers than these digits count something else: years, amounts.
const DIGITS: usize = 3;

impl Number {
    /// Reads a number; nothing where it is none. A single letter is a Roman numeral where it is `I`, `V` or `X`.
    pub fn read(text: &str) -> Option<Self> {
        if !text.starts_with(|first: char| first.is_ascii_digit()) {
            return letters(text).map(|part| Self(vec![part]));
        }
        let (digits, letter) = match text.strip_suffix(|last: char| last.is_ascii_lowercase()) {
            Some(digits) => (digits, text[digits.len()..].bytes().next()),
            None => (text, None),
        };
        let part = |part: &str| {
            let is_part = (1..=DIGITS).contains(&part.len()) && part.bytes().all(|digit| digit.is_ascii_digit());
            Some((Style::Digits, part.parse().ok().filter(|_| is_part)?))
        };
        let mut parts: Vec<(Style, u32)> = digits.split('.').map(part).collect::<Option<_>>()?;
        parts.extend(letter.map(|letter| (Style::Letter, u32::from(letter - b'a') + 1)));
        Some(Self(parts))
    }

    /// A Roman numeral of one letter as the letter that it also is.
    pub fn as_letter(&self) -> Self {
        let text = self.to_string();
        match (self.0.as_slice(), text.bytes().next()) {
            ([(Style::Roman, _)], Some(letter)) if text.len() == 1 => {
                Self(vec![(Style::Capital, u32::from(letter - b'A') + 1)])
            }
            ([(Style::SmallRoman, _)], Some(letter)) if text.len() == 1 => {
                Self(vec![(Style::Letter, u32::from(letter - b'a') + 1)])
            }
            _ => self.clone(),
        }
    }

    /// How many parts it has.
    pub const fn depth(&self) -> usize {
        self.0.len()
    }

    /// How its last part is written.
    pub fn style(&self) -> Style {
        self.0.last().map_or(Style::Digits, |(style, _)| *style)
    }

    /// Whether another number has as many parts, each written the same way.
    pub fn is_written_like(&self, other: &Self) -> bool {
        self.0.iter().map(|(style, _)| style).eq(other.0.iter().map(|(style, _)| style))
    }

    /// Whether it is the first of its kind: `1`, `5.1`, `a`.
    pub fn is_first(&self) -> bool {
        self.0.last().is_some_and(|(_, value)| *value <= 1)
    }

    /// The number before it, and the number after it: `5.1` and `5.3` for `5.2`.
    pub fn neighbours(&self) -> [Option<Self>; 2] {
        [-1, 1].map(|by| {
            let mut other = self.clone();
            let last = other.0.last_mut()?;
            last.1 = last.1.checked_add_signed(by)?;
            Some(other)
        })
    }

    /// The beginning of a number, and what follows it there: `5` and `2` of `5.2`.
    pub fn split(&self, at: usize) -> (Self, Self) {
        let (head, tail) = self.0.split_at(at.min(self.0.len()));
        (Self(head.to_vec()), Self(tail.to_vec()))
    }

    /// What it stands under: `5` of `5.2`, nothing of `5`.
    pub fn above(&self) -> Self {
        self.split(self.depth().saturating_sub(1)).0
    }

    /// Its last part: `2` of `5.2`.
    pub fn last(&self) -> Self {
        self.split(self.depth() - 1).1
    }

    /// The places of the parts by which another number differs.
    pub fn differing<'a>(&'a self, other: &'a Self) -> impl Iterator<Item = usize> + 'a {
        (0..self.0.len()).filter(|at| self.0.get(*at) != other.0.get(*at))
    }

    /// A number with another behind it.
    pub fn join(&self, tail: &Self) -> Self {
        Self([self.0.as_slice(), &tail.0].concat())
    }
}

impl fmt::Display for Number {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, (style, value)) in self.0.iter().enumerate() {
            if at > 0 && *style == Style::Digits {
                out.write_str(".")?;
            }
            match style {
                Style::Digits => write!(out, "{value}")?,
                Style::Roman => out.write_str(&roman(*value))?,
                Style::SmallRoman => out.write_str(&roman(*value).to_lowercase())?,
                Style::Capital => write!(out, "{}", letter(*value).to_ascii_uppercase())?,
                Style::Letter => write!(out, "{}", letter(*value))?,
            }
        }
        Ok(())
    }
}

/// A Roman numeral or a single letter.
fn letters(text: &str) -> Option<(Style, u32)> {
    let is_small = text.bytes().all(|letter| letter.is_ascii_lowercase());
    if !is_small && !text.bytes().all(|letter| letter.is_ascii_uppercase()) {
        return None;
    }
    match (text.len(), text.bytes().next()) {
        (1, Some(letter)) if !b"IVXivx".contains(&letter) => {
            let value = u32::from(letter.to_ascii_lowercase() - b'a') + 1;
            Some((if is_small { Style::Letter } else { Style::Capital }, value))
        }
        _ => {
            let value = sum(text.as_bytes()).filter(|value| *value > 0 && roman(*value).eq_ignore_ascii_case(text))?;
            Some((if is_small { Style::SmallRoman } else { Style::Roman }, value))
        }
    }
}

const fn digit(letter: u8) -> Option<u32> {
    Some(match letter {
        b'I' => 1,
        b'V' => 5,
        b'X' => 10,
        b'L' => 50,
        b'C' => 100,
        _ => return None,
    })
}

/// What Roman digits add up to: a smaller one before a larger one is taken off. Nothing where a letter is no digit.
fn sum(letters: &[u8]) -> Option<u32> {
    let mut total: u32 = 0;
    let mut last = 0;
    for letter in letters.iter().rev() {
        let digit = digit(letter.to_ascii_uppercase())?;
        total = if digit < last { total.checked_sub(digit)? } else { total.checked_add(digit)? };
        last = digit;
    }
    Some(total)
}

fn roman(mut value: u32) -> String {
    const SIGNS: [(u32, &str); 9] =
        [(100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
    let mut text = String::new();
    for (worth, sign) in SIGNS {
        while value >= worth && text.len() < 16 {
            text.push_str(sign);
            value -= worth;
        }
    }
    text
}

fn letter(value: u32) -> char {
    u8::try_from(value).ok().and_then(|value| (b'a' - 1).checked_add(value)).map_or('?', char::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_and_written_alike() {
        for text in ["5", "5.2", "12.3.1", "5a", "IV", "XXXIX", "iv", "I", "x", "B", "b", "C", "D"] {
            assert_eq!(Number::read(text).map(|number| number.to_string()).as_deref(), Some(text));
        }
        for text in ["", ".", "5.", "2024", "5.1234", "IIII", "Iv", "ab", "VX", "é", "5é", "1..2"] {
            assert_eq!(Number::read(text), None, "{text}");
        }
    }

    #[test]
    fn neighbours_differ_by_one() {
        let shown = |text: &str| {
            let neighbours = Number::read(text).expect("a number").neighbours();
            neighbours.map(|number| number.map_or(String::new(), |number| number.to_string()))
        };
        assert_eq!(shown("5.2"), ["5.1", "5.3"]);
        assert_eq!(shown("IX"), ["VIII", "X"]);
    }
}
