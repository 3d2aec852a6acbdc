//! How often the checks of a translation speak: `cargo bench --bench checks -- DIR… [--each]`
//!
//! A folder holds documents, a folder each: `src.txt` and `tgt.txt`, one sentence a line, and `gold`, the beads that people found,
//! one a line, `0,1|0`, from 0; an empty side = left out or added. `--old-lang=ru` and `--new-lang=en` say the languages where they
//! can't be told. The translations are good ones, so that what is found in a bead that stands on both sides is mostly a false alarm.
//! `--each` shows all that is found.

#![allow(clippy::print_stdout, reason = "its purpose is to print figures")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use redraft::compare::bitext::{Fixed, Known};
use redraft::compare::checks::CHECKS;
use redraft::compare::{Comparison, compare_translation};
use redraft::document::{Document, Pair, Unit};
use redraft::read::{Options, Trouble, read};

fn main() -> ExitCode {
    let (options, folders): (Vec<String>, Vec<String>) = std::env::args()
        .skip(1)
        .filter(|argument| argument != "--bench")
        .partition(|argument| argument.starts_with("--"));
    if folders.is_empty() {
        println!("checks: name the folders of aligned documents: cargo bench --bench checks -- DIR…");
        return ExitCode::SUCCESS;
    }
    let shows_each = options.iter().any(|option| option == "--each");
    for folder in &folders {
        match counted(Path::new(folder), &options, shows_each) {
            Ok(counts) => counts.print(folder),
            Err(trouble) => {
                println!("{folder}: {trouble}");
                return ExitCode::FAILURE;
            }
        }
    }
    ExitCode::SUCCESS
}

/// What was found in a folder.
#[derive(Default)]
struct Counts {
    documents: usize,
    sentences: usize,
    /// Flags by name: in beads that stand on both sides, and in others.
    flags: BTreeMap<&'static str, (usize, usize)>,
}

impl Counts {
    fn print(&self, folder: &str) {
        println!("{folder}: {} documents, {} sentences; flags per 1,000 sentences", self.documents, self.sentences);
        let per = |count: usize| 1_000.0 * count as f64 / self.sentences.max(1) as f64;
        for check in CHECKS {
            let (paired, alone) = self.flags.get(check).copied().unwrap_or_default();
            let beside =
                if alone > 0 { format!("   and {alone} on sentences without a partner") } else { String::new() };
            println!("  {:<13}{:>6.1}   ({paired}){beside}", check, per(paired));
        }
    }

    fn count(&mut self, comparison: &Comparison, shows_each: bool) {
        self.documents += 1;
        self.sentences += comparison.documents.old.sentences.len();
        for edit in &comparison.edits {
            let bead = &comparison.beads[edit.bead].sentences;
            let is_alone = bead.old.is_empty() || bead.new.is_empty();
            for flag in &edit.flags {
                let count = self.flags.entry(flag.kind.name()).or_default();
                if is_alone {
                    count.1 += 1
                } else {
                    count.0 += 1
                }
                if shows_each && !is_alone {
                    let whole = comparison.bead_span(edit.bead);
                    let texts = comparison.documents.as_ref().map(|document| document.text.as_str());
                    println!(
                        "{}: {}\n  - {}\n  + {}",
                        flag.kind.name(),
                        flag.reason,
                        whole.old.of(texts.old),
                        whole.new.of(texts.new)
                    );
                }
            }
        }
    }
}

fn counted(folder: &Path, options: &[String], shows_each: bool) -> Result<Counts, String> {
    let mut folders: Vec<PathBuf> =
        fs::read_dir(folder).map_err(|trouble| trouble.to_string())?.flatten().map(|entry| entry.path()).collect();
    folders.retain(|path| path.join("gold").is_file());
    folders.sort();
    let mut counts = Counts::default();
    let texts = folders.iter().map(|path| Ok((text(path, "src.txt")?, text(path, "tgt.txt")?, text(path, "gold")?)));
    let texts: Vec<(String, String, String)> = texts.collect::<Result<_, String>>()?;
    // A short document does not tell its language; all together they do.
    let all = |side: fn(&(String, String, String)) -> &str| texts.iter().map(side).collect::<Vec<_>>().join("\n");
    let told = |name: &str, text: &str| -> Result<Option<String>, String> {
        let asked = options.iter().find_map(|option| option.strip_prefix(&format!("--{name}=")));
        let read = document(text, None).map_err(|trouble| trouble.to_string())?;
        Ok(asked.or(read.language).map(str::to_owned))
    };
    let languages = Pair::of(told("old-lang", &all(|texts| &texts.0))?, told("new-lang", &all(|texts| &texts.1))?);
    for (old, new, gold) in &texts {
        let old = document(old, languages.old.clone()).map_err(|trouble| trouble.to_string())?;
        let new = document(new, languages.new.clone()).map_err(|trouble| trouble.to_string())?;
        let known = Known { fixed: Fixed { beads: gold.lines().filter_map(bead).collect() }, ..Known::default() };
        counts.count(&compare_translation(Pair::of(old, new), &known), shows_each);
    }
    Ok(counts)
}

fn text(folder: &Path, name: &str) -> Result<String, String> {
    let path = folder.join(name);
    fs::read_to_string(&path).map_err(|trouble| format!("{}: {trouble}", path.display()))
}

fn document(text: &str, language: Option<String>) -> Result<Document, Trouble> {
    read("text.txt", text.as_bytes(), &Options { unit: Unit::Line, language, ..Options::default() })
}

/// A bead of the gold: `0,1|0`.
fn bead(line: &str) -> Option<Pair<std::ops::Range<usize>>> {
    let (old, new) = line.split_once('|')?;
    let range = |side: &str| -> Option<std::ops::Range<usize>> {
        let numbers: Vec<usize> = side.split(',').filter_map(|number| number.trim().parse().ok()).collect();
        Some(*numbers.first()?..*numbers.last()? + 1)
    };
    match (range(old), range(new)) {
        (Some(old), Some(new)) => Some(Pair::of(old, new)),
        // Where the other side has nothing, the place does not matter: sentences without a partner are found as they are.
        _ => None,
    }
}
