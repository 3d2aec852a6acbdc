//! What a person has set once for all: config.toml as text to [`Config`].

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use serde::de::IgnoredAny;
use toml::Spanned;

use crate::app::keymap::Keymap;
use crate::compare::checks::CHECKS;

/// Everything that can be set.
#[derive(Clone, Debug, Default)]
pub struct Config {
    /// The checks of a translation that are off, by the names of [`CHECKS`].
    pub off: BTreeSet<&'static str>,
    /// The glossary of translations, as the file names it.
    pub glossary: Option<String>,
    /// Which keys do what, where some are set: these, over those of the program.
    pub keys: Option<Keymap>,
    /// What was passed over, since nothing is called so or no such key can be had.
    pub passed_over: Vec<Wrong>,
}

/// What is wrong with a text that sets things, and on which line (from 1).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// The line.
    pub line: usize,
    /// What is wrong, as a sentence.
    pub what: String,
}

/// How what has another kind than it should is to be written.
const REMEDIES: [(&str, &str); 4] = [
    ("expected a sequence", "; write it in square brackets: [\"y\"]"),
    ("expected a boolean", "; write true or false"),
    ("expected a string", "; write it in quotes"),
    ("expected a map", "; write its name in square brackets, and what belongs to it in the lines below"),
];

/// What can stand in it.
const FIELDS: [&str; 3] = ["checks", "glossary", "keys"];

#[derive(Default, Deserialize)]
#[serde(default)]
struct File {
    checks: BTreeMap<Spanned<String>, bool>,
    glossary: Option<String>,
    keys: BTreeMap<Spanned<String>, Vec<String>>,
}

impl Config {
    /// Reads config.toml. What is unknown in it is passed over and told: it should not stand in the way of what was to be read.
    ///
    /// # Errors
    ///
    /// What is no TOML, or of another kind than it should be.
    pub fn read(text: &str) -> Result<Self, Wrong> {
        let wrong = |at: usize, what: String| Wrong { line: text[..at].matches('\n').count() + 1, what };
        let malformed = |trouble: toml::de::Error| {
            let at = trouble.span().map_or(0, |span| span.start);
            let said = trouble.message().lines().collect::<Vec<_>>().join(" ");
            let remedy = REMEDIES.iter().find(|(kind, _)| said.ends_with(kind)).map_or("", |(_, remedy)| remedy);
            wrong(at, said + remedy)
        };
        let names: BTreeMap<Spanned<String>, IgnoredAny> = toml::from_str(text).map_err(malformed)?;
        let file: File = toml::from_str(text).map_err(malformed)?;
        let mut passed_over = Vec::new();
        let mut pass_over = |name: &Spanned<String>, what: String| passed_over.push(wrong(name.span().start, what));
        for name in names.keys().filter(|name| !FIELDS.contains(&name.get_ref().as_str())) {
            pass_over(
                name,
                format!("there is no setting called `{}`; there are {}", name.get_ref(), FIELDS.join(", ")),
            );
        }
        let mut off = BTreeSet::new();
        for (name, is_on) in &file.checks {
            match CHECKS.iter().find(|known| *known == name.get_ref()) {
                Some(known) if !is_on => drop(off.insert(*known)),
                Some(_) => {}
                None => {
                    let what =
                        format!("there is no check called `{}`; there are {}", name.get_ref(), CHECKS.join(", "));
                    pass_over(name, what);
                }
            }
        }
        let mut bound = Keymap::empty();
        for (name, written) in &file.keys {
            bound.bind(name.get_ref(), written).unwrap_or_else(|what| pass_over(name, what));
        }
        let keys = (!file.keys.is_empty()).then(|| bound.over(Keymap::default()));
        passed_over.sort_by_key(|wrong| wrong.line);
        Ok(Self { off, glossary: file.glossary, keys, passed_over })
    }

    /// Which keys do what.
    pub fn keymap(&self) -> Keymap {
        self.keys.clone().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::Action;

    #[track_caller]
    fn check_wrong(text: &str, line: usize, what: &str) {
        let wrong = Config::read(text).expect_err("something wrong");
        assert_eq!(wrong.line, line, "{wrong:?}");
        assert!(wrong.what.starts_with(what) && !wrong.what.contains('\n'), "{wrong:?}");
    }

    #[test]
    fn what_is_set_counts() {
        let text = "glossary = \"terms.csv\"\n[checks]\nnumber = false\ndate = true\n[keys]\naccept = [\"y\", \"<Ctrl-y>\"]\nreject = [\"n\"]\n";
        let config = Config::read(text).expect("a config");
        assert_eq!(config.off.iter().copied().collect::<Vec<_>>(), ["number"]);
        assert_eq!(config.glossary.as_deref(), Some("terms.csv"));
        assert_eq!(config.keymap().keys(Action::Accept), ["y", "Ctrl-y"]);
        assert_eq!(config.keymap().keys(Action::Reject), ["n"]);
        assert_eq!(config.keymap().keys(Action::NextEdit), ["J", "]c", "Alt-Down"]);
        assert_eq!(config.keymap().keys(Action::Undo), ["u"]);
        let plain = Config::read("").expect("a config");
        assert_eq!(plain.keymap().keys(Action::NextEdit), Keymap::default().keys(Action::NextEdit));
    }

    #[track_caller]
    fn check_passed_over(text: &str, line: usize, what: &str) -> Config {
        let config = Config::read(text).expect("a config");
        let [wrong] = config.passed_over.as_slice() else { panic!("{:?}", config.passed_over) };
        assert_eq!(wrong.line, line, "{wrong:?}");
        assert!(wrong.what.starts_with(what) && !wrong.what.contains('\n'), "{wrong:?}");
        config
    }

    #[test]
    fn what_is_unknown_is_passed_over_and_the_rest_counts() {
        let checks = "[checks]\nnumber = false\nnmber = false\n";
        let config = check_passed_over(checks, 3, "there is no check called `nmber`; there are omission, ");
        assert_eq!(config.off.into_iter().collect::<Vec<_>>(), ["number"]);
        check_passed_over("\nglosary = \"x\"\n", 2, "there is no setting called `glosary`; there are checks, ");
        check_passed_over("[colours]\nred = 1\n", 1, "there is no setting called `colours`");
        check_passed_over("[keys]\nfly = [\"y\"]\n", 2, "there is no action called `fly`");
        check_passed_over("[keys]\naccept = [\"<Hyper>\"]\n", 2, "`<Hyper>`: there is no key called `Hyper`");
        let keys = "[keys]\naccept = [\"y\"]\nreject = [\"y\"]\n";
        let config = check_passed_over(keys, 3, "`y` of `reject` is in the way of `accept`");
        assert_eq!(config.keymap().keys(Action::Accept), ["y"]);
        assert_eq!(config.keymap().keys(Action::Reject), Keymap::default().keys(Action::Reject));
    }

    #[test]
    fn what_is_broken_says_where() {
        check_wrong("[checks]\nnumber = 1\n", 2, "invalid type: integer `1`, expected a boolean; write true or false");
        check_wrong(
            "[keys]\nundo = 3\n",
            2,
            "invalid type: integer `3`, expected a sequence; write it in square brackets",
        );
        check_wrong("[keys]\nundo = [3]\n", 2, "invalid type: integer `3`, expected a string; write it in quotes");
        check_wrong("checks = 1\n", 1, "invalid type: integer `1`, expected a map; write its name in square brackets");
        check_wrong("[keys\n", 1, "unclosed table");
    }
}
