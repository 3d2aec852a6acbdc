//! From keys to actions: sequences such as `gg` and `]c`, counts, other keyboard layouts.

use std::collections::BTreeMap;

use super::action::{ACTIONS, Action};
use super::key::{Code, Key, keys};
use super::layouts::latin;

/// Which keys do what.
#[derive(Clone, Debug)]
pub struct Keymap {
    bindings: Vec<(Vec<Key>, Action)>,
    /// The actions it says something of, be it that they have no keys.
    named: Vec<Action>,
}

/// What was typed so far of a sequence.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pending {
    /// The keys of the sequence so far.
    pub keys: Vec<Key>,
    /// The count typed before it.
    pub count: Option<usize>,
}

/// What a key led to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// An action, with the count typed before it.
    Action(Action, Option<usize>),
    /// More keys are awaited.
    Wait,
    /// Nothing is bound to these keys.
    Nothing,
}

const COUNT_LIMIT: usize = 999_999;

impl Keymap {
    /// Reads a keymap: a table from action names to keys. What it does not name has no keys.
    pub fn read(table: &str) -> Result<Self, String> {
        let table: BTreeMap<String, Vec<String>> = toml::from_str(table).map_err(|trouble| trouble.to_string())?;
        let mut keymap = Self::empty();
        for (name, written) in &table {
            keymap.add(name, written)?;
        }
        keymap.sort();
        Ok(keymap)
    }

    /// A keymap in which nothing has keys.
    pub const fn empty() -> Self {
        Self { bindings: Vec::new(), named: Vec::new() }
    }

    /// Gives an action these keys. The error says why that can't be: an unknown name, or keys that are in the way of others.
    pub fn bind(&mut self, name: &str, written: &[String]) -> Result<(), String> {
        self.add(name, written)?;
        self.sort();
        Ok(())
    }

    fn add(&mut self, name: &str, written: &[String]) -> Result<(), String> {
        let action = Action::of(name).ok_or_else(|| format!("there is no action called `{name}`"))?;
        let mut bindings = Vec::new();
        for sequence in written {
            let sequence = keys(sequence)?;
            let mut others = self.bindings.iter().chain(&bindings);
            if let Some((_, other)) = others.find(|(bound, _)| clash(bound, &sequence)) {
                return Err(format!("`{}` of `{name}` is in the way of `{}`", shown(&sequence), other.name()));
            }
            bindings.push((sequence, action));
        }
        self.named.push(action);
        self.bindings.extend(bindings);
        Ok(())
    }

    /// In the order of the actions.
    fn sort(&mut self) {
        self.bindings.sort_by_key(|(_, action)| ACTIONS.iter().position(|known| known == action));
    }

    /// This keymap, and what another binds: but for actions that this one names, and for keys that are in the way of its own.
    pub fn over(mut self, other: Self) -> Self {
        let is_free = |(keys, action): &(Vec<Key>, Action)| {
            !self.named.contains(action) && !self.bindings.iter().any(|(bound, _)| clash(bound, keys))
        };
        let free: Vec<_> = other.bindings.into_iter().filter(is_free).collect();
        self.bindings.extend(free);
        self.sort();
        self
    }

    /// One key more.
    pub fn step(&self, pending: &mut Pending, key: Key) -> Found {
        if let (true, Some(digit)) = (pending.keys.is_empty(), key.typed().and_then(|typed| typed.to_digit(10)))
            && (digit > 0 || pending.count.is_some())
        {
            let count = pending.count.unwrap_or(0) * 10 + digit as usize;
            pending.count = Some(count.min(COUNT_LIMIT));
            return Found::Wait;
        }
        pending.keys.push(key);
        let mut found = self.look(&pending.keys);
        if found.is_none() {
            let mapped: Vec<Key> = pending.keys.iter().copied().map(on_latin).collect();
            found = self.look(&mapped);
        }
        match found {
            Some(None) => Found::Wait,
            Some(Some(action)) => {
                let count = pending.count;
                *pending = Pending::default();
                Found::Action(action, count)
            }
            None => {
                *pending = Pending::default();
                Found::Nothing
            }
        }
    }

    /// The action of a sequence; `Some(None)` = the beginning of one; `None` = nothing.
    fn look(&self, typed: &[Key]) -> Option<Option<Action>> {
        let (bound, action) = self.bindings.iter().find(|(bound, _)| bound.starts_with(typed))?;
        Some((bound.len() == typed.len()).then_some(*action))
    }

    /// The keys of an action, as they are shown.
    pub fn keys(&self, action: Action) -> Vec<String> {
        self.bindings.iter().filter(|(_, bound)| *bound == action).map(|(sequence, _)| shown(sequence)).collect()
    }

    /// The first key of an action, for the footer.
    pub fn key(&self, action: Action) -> Option<String> {
        self.bindings.iter().find(|(_, bound)| *bound == action).map(|(sequence, _)| shown(sequence))
    }
}

impl Default for Keymap {
    fn default() -> Self {
        // The file is part of the program, and a test reads it: an empty map is never seen.
        Self::read(include_str!("keys.toml")).unwrap_or(Self::empty())
    }
}

/// Whether one sequence hides the other.
fn clash(one: &[Key], other: &[Key]) -> bool {
    one.starts_with(other) || other.starts_with(one)
}

fn on_latin(key: Key) -> Key {
    match key.code {
        Code::Char(typed) => Key { code: Code::Char(latin(typed).unwrap_or(typed)), ..key },
        _ => key,
    }
}

fn shown(sequence: &[Key]) -> String {
    sequence.iter().map(Key::to_string).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(typed: &str, expected: &[(Action, Option<usize>)]) {
        let keymap = Keymap::read(include_str!("keys.toml")).expect("keys.toml");
        let mut pending = Pending::default();
        let mut found = Vec::new();
        for key in keys(typed).expect("keys") {
            if let Found::Action(action, count) = keymap.step(&mut pending, key) {
                found.push((action, count));
            }
        }
        assert_eq!(found, expected, "{typed}");
    }

    #[test]
    fn keys_lead_to_actions() {
        check("nax", &[(Action::NextEdit, None), (Action::Accept, None), (Action::Reject, None)]);
        check("gg]c<Ctrl-d>", &[(Action::Start, None), (Action::NextEdit, None), (Action::HalfDown, None)]);
        check("<Shift-Tab>", &[(Action::PreviousOpen, None)]);
    }

    #[test]
    fn counts_stand_before_the_key() {
        check("12j", &[(Action::Down, Some(12))]);
        check("10G3n", &[(Action::End, Some(10)), (Action::NextEdit, Some(3))]);
        check("99999999999999999999999j", &[(Action::Down, Some(COUNT_LIMIT))]);
    }

    #[test]
    fn a_broken_sequence_is_forgotten() {
        check("gza", &[(Action::Accept, None)]);
    }

    #[test]
    fn other_layouts_work_too() {
        check("тф", &[(Action::NextEdit, None), (Action::Accept, None)]);
        check("ъс", &[(Action::NextEdit, None)]);
        check("пп", &[(Action::Start, None)]);
    }

    #[test]
    fn every_action_has_a_key() {
        let keymap = Keymap::default();
        for action in ACTIONS {
            assert!(keymap.key(*action).is_some(), "{} has no key", action.name());
        }
    }

    #[test]
    fn conflicts_and_unknown_names_are_refused() {
        assert!(Keymap::read("down = [\"j\"]\nup = [\"j\"]").is_err());
        assert!(Keymap::read("down = [\"g\"]\nup = [\"gg\"]").is_err());
        assert!(Keymap::read("fly = [\"j\"]").is_err());
    }
}
