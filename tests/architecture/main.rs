//! The house rules, held by reading the sources: who may import whom, which file is the door of which crate, what the core does not know,
//! how long things may be. Each rule is a function from a source to complaints, and is tried on a bad source below.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

mod source;

use source::Source;

/// What each module of ours may name of the others. What is not listed may be named by nobody, and names nobody.
const MAY_IMPORT: &[(&str, &[&str])] = &[
    ("document", &[]),
    ("read", &["document"]),
    ("compare", &["document"]),
    ("review", &["document", "compare"]),
    ("write", &["document", "compare", "review"]),
    ("app", &["document", "compare", "review"]),
    ("ui", &["document", "compare", "review", "app"]),
    ("config", &["compare", "app"]),
    ("terminal", &["app"]),
    ("store", &["document", "compare", "read", "review", "write", "config"]),
    ("run", &["app", "terminal", "ui", "store"]),
    ("cli", &["document", "read", "compare", "review", "write", "config", "app", "ui", "store", "run"]),
    ("lib", &[]),
    ("main", &["cli"]),
];

/// The only files, or folders, that name a crate. Words of the language, such as `serde`, stand open to all.
const DOORS: &[(&str, &[&str])] = &[
    ("aho_corasick", &["compare/groups.rs"]),
    ("any_ascii", &["compare/bitext/"]),
    ("anyhow", &["cli/", "run.rs", "store.rs", "terminal.rs"]),
    ("atomic_write_file", &["store.rs"]),
    ("chardetng", &["read/encoding.rs"]),
    ("clap", &["cli/mod.rs"]),
    ("crossterm", &["terminal.rs"]),
    ("csv", &["read/glossary.rs"]),
    ("encoding_rs", &["read/encoding.rs"]),
    ("etcetera", &["store.rs"]),
    ("icu_segmenter", &["document/token.rs", "app/page/wrap.rs"]),
    ("memchr", &[""]),
    ("mimalloc", &["main.rs"]),
    ("nucleo_matcher", &["app/palette.rs"]),
    ("pulldown_cmark", &["read/markdown.rs"]),
    ("quick_xml", &["write/xml.rs"]),
    ("ratatui", &["ui/", "run.rs"]),
    ("roxmltree", &["read/xml.rs", "read/tbx.rs", "read/tmx.rs", "read/xliff.rs"]),
    ("rustc_hash", &[""]),
    ("serde", &[""]),
    ("serde_json", &["review/", "write/json.rs", "cli/", "compare/word_lists.rs", "compare/flags/file.rs"]),
    ("sha2", &["store.rs"]),
    ("signal_hook", &["terminal.rs"]),
    ("similar", &["compare/words.rs"]),
    ("tempfile", &["store.rs"]),
    ("toml", &["app/keymap.rs", "config.rs", "ui/theme.rs"]),
    ("unicode_normalization", &[""]),
    ("unicode_script", &[""]),
    ("unicode_segmentation", &[""]),
    ("unicode_width", &["app/page/wrap.rs"]),
    ("whatlang", &["read/language.rs"]),
];

/// Modules in which the same bytes give the same answer on any machine, at any time.
const CORE: &[&str] = &["document", "read", "compare", "review", "write", "app", "ui"];

/// What the core does not know: the clock, the disk, the environment, the network, chance, and maps whose order is chance.
const UNKNOWN_TO_CORE: &[&str] = &[
    "std::fs",
    "std::env",
    "std::time",
    "std::net",
    "std::process",
    "std::os",
    "SystemTime",
    "Instant",
    "RandomState",
    "collections::HashMap",
    "collections::HashSet",
    "stdin()",
    "stdout()",
    "stderr()",
];

/// What ends the program instead of telling.
const ABRUPT: &[&str] = &[".unwrap()", ".expect(", "panic!(", "unreachable!(", "unimplemented!(", "todo!("];

const LONGEST_FUNCTION: usize = 70;
const LONGEST_FILE: usize = 400;

/// Every complaint about one source.
fn complaints(source: &Source) -> Vec<String> {
    let rules = [imports, doors, core, disk, abrupt, sizes, purpose];
    rules.iter().flat_map(|rule| rule(source)).map(|said| format!("src/{}: {said}", source.path)).collect()
}

fn imports(source: &Source) -> Vec<String> {
    let home = source.module();
    let Some((_, allowed)) = MAY_IMPORT.iter().find(|(module, _)| *module == home) else {
        return vec![format!("`{home}` has no place in the house: say in this test what it may import")];
    };
    let strangers = source.ours().into_iter().filter(|named| *named != home && !allowed.contains(&named.as_str()));
    strangers.map(|named| format!("`{home}` may not import `{named}`")).collect()
}

fn doors(source: &Source) -> Vec<String> {
    let is_shut = |files: &[&str]| !files.iter().any(|file| source.path.starts_with(file));
    let shut = DOORS.iter().filter(|(name, files)| is_shut(files) && source.names(name));
    shut.map(|(name, files)| format!("`{name}` is named in {} only", files.join(", "))).collect()
}

fn core(source: &Source) -> Vec<String> {
    let is_core = CORE.contains(&source.module().as_str());
    let known = UNKNOWN_TO_CORE.iter().filter(|name| is_core && source.code.contains(*name));
    known.map(|name| format!("the core does not know `{name}`")).collect()
}

fn disk(source: &Source) -> Vec<String> {
    let touched = source.module() != "store" && source.code.contains("std::fs");
    touched.then(|| "only `store` touches the disk".to_owned()).into_iter().collect()
}

fn abrupt(source: &Source) -> Vec<String> {
    let used = ABRUPT.iter().filter(|word| source.code.contains(*word));
    used.map(|word| format!("`{word}` outside of tests: say what is wrong, or go on without")).collect()
}

fn sizes(source: &Source) -> Vec<String> {
    let long = source.functions().into_iter().filter(|(_, lines)| *lines > LONGEST_FUNCTION);
    let mut said: Vec<String> = long.map(|(name, lines)| format!("fn {name} has {lines} lines")).collect();
    let lines = source.lines();
    if lines > LONGEST_FILE {
        said.push(format!("{lines} lines before its tests"));
    }
    said
}

fn purpose(source: &Source) -> Vec<String> {
    let says = source.text.lines().next().is_some_and(|line| line.starts_with("//! "));
    (!says).then(|| "the first line does not say what the file is for".to_owned()).into_iter().collect()
}

#[test]
fn the_house_is_in_order() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut sources = Vec::new();
    collect(&root, &root, &mut sources);
    assert!(sources.len() > 50, "the sources were not found");
    let said: Vec<String> = sources.iter().flat_map(complaints).collect();
    assert!(said.is_empty(), "\n{}\n", said.join("\n"));
}

/// Every file of the program but those that hold tests only.
fn collect(root: &Path, folder: &Path, sources: &mut Vec<Source>) {
    for entry in fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("a file").path()) {
        let name = entry.strip_prefix(root).expect("a file of ours").to_string_lossy().replace('\\', "/");
        if entry.is_dir() {
            collect(root, &entry, sources);
        } else if name.ends_with(".rs") && !name.ends_with("tests.rs") {
            sources.push(Source::new(&name, &fs::read_to_string(&entry).expect("a text")));
        }
    }
}

#[test]
fn every_crate_has_its_door_and_is_used() {
    let manifest = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml")).expect("Cargo.toml");
    let manifest: toml::Table = toml::from_str(&manifest).expect("TOML");
    let unix = manifest["target"]["cfg(unix)"]["dependencies"].as_table().expect("a table");
    let named = manifest["dependencies"].as_table().expect("a table").keys().chain(unix.keys());
    let mut named: Vec<String> = named.map(|name| name.replace('-', "_")).collect();
    named.sort();
    assert_eq!(named, DOORS.iter().map(|(name, _)| *name).collect::<Vec<_>>());
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut sources = Vec::new();
    collect(&root, &root, &mut sources);
    let unused: Vec<String> =
        named.into_iter().filter(|name| !sources.iter().any(|source| source.names(name))).collect();
    assert!(unused.is_empty(), "not used: {unused:?}");
}

#[test]
fn every_action_is_described_and_bound() {
    let keymap = redraft::app::keymap::Keymap::default();
    let mut names = BTreeMap::new();
    for action in redraft::app::ACTIONS {
        assert!(keymap.key(*action).is_some(), "{} has no key", action.name());
        assert!(action.doc().ends_with('.') && action.doc().split_whitespace().count() > 1, "{}", action.name());
        assert!(names.insert(action.name(), action).is_none(), "{} twice", action.name());
    }
}

#[track_caller]
fn check(path: &str, text: &str, expected: &[&str]) {
    let said = complaints(&Source::new(path, &format!("//! A file.\n{text}")));
    assert_eq!(said, expected.iter().map(|said| format!("src/{path}: {said}")).collect::<Vec<_>>());
}

#[test]
fn strangers_are_noticed() {
    check("compare/words.rs", "use super::beads::Bead;\nuse crate::document::Pair;", &[]);
    check("document/token.rs", "use crate::read;", &["`document` may not import `read`"]);
    check("read/plain.rs", "use crate::{document::Pair, write};", &["`read` may not import `write`"]);
    check("app/page/rows.rs", "use super::super::super::ui::draw;", &["`app` may not import `ui`"]);
    check("app/page/mod.rs", "fn f() { super::super::store::load() }", &["`app` may not import `store`"]);
    check("app/mod.rs", "use super::run;", &["`app` may not import `run`"]);
    check("review/mod.rs", "use crate::{compare::{Edit, EditId}, document::{Pair, Side}};", &[]);
    check("utils.rs", "", &["`utils` has no place in the house: say in this test what it may import"]);
    check("read/plain.rs", "// use crate::write;\n/* crate::ui */ const A: &str = \"crate::ui\";", &[]);
    check("read/plain.rs", "#[cfg(test)]\nmod tests { use crate::compare::compare; fn f() { g().unwrap() } }", &[]);
    check("read/plain.rs", "#[cfg(test)]\nmod tests;\nuse crate::ui;", &["`read` may not import `ui`"]);
}

#[test]
fn back_doors_are_noticed() {
    check("compare/align.rs", "use similar::Algorithm;", &["`similar` is named in compare/words.rs only"]);
    check("run.rs", "use ratatui::Frame;\nfn f(similar: bool) {}", &[]);
    check("app/mod.rs", "fn f(a: ratatui::Frame) {}", &["`ratatui` is named in ui/, run.rs only"]);
    check("ui/mod.rs", "extern crate crossterm;", &["`crossterm` is named in terminal.rs only"]);
    check("cli/mod.rs", "use std::fs;", &["only `store` touches the disk"]);
    check(
        "read/mod.rs",
        "use std::fs::read;\nfn f() { std::env::var(\"A\"); }",
        &["the core does not know `std::fs`", "the core does not know `std::env`", "only `store` touches the disk"],
    );
    check(
        "app/mod.rs",
        "use std::time::Instant;",
        &["the core does not know `std::time`", "the core does not know `Instant`"],
    );
    check(
        "compare/mod.rs",
        "use std::collections::{BTreeMap, HashMap};",
        &["the core does not know `collections::HashMap`"],
    );
}

#[test]
fn haste_is_noticed() {
    check(
        "app/mod.rs",
        "fn f() { g().unwrap(); h().unwrap_or(1); }",
        &["`.unwrap()` outside of tests: say what is wrong, or go on without"],
    );
    check("app/mod.rs", "/// `panic!(…)`\nfn f() { \"panic!(\"; '\"'; g::<'a>(r#\"\"todo!(\"\"#) }", &[]);
    let long =
        |lines: usize| format!("fn short() {{}}\npub fn long() -> [u8; 4] {{\n{}}}\n", "    f();\n".repeat(lines));
    check("app/mod.rs", &long(68), &[]);
    check("app/mod.rs", &long(69), &["fn long has 71 lines"]);
    check("app/mod.rs", &"const A: u8 = 1;\n".repeat(400), &["401 lines before its tests"]);
    let tested = format!("{}#[cfg(test)]\nmod tests {{\n{}}}\n", "const A: u8 = 1;\n".repeat(300), "\n".repeat(500));
    check("app/mod.rs", &tested, &[]);
    let bare = complaints(&Source::new("app/mod.rs", "use std::fmt;"));
    assert_eq!(bare, ["src/app/mod.rs: the first line does not say what the file is for"]);
}
