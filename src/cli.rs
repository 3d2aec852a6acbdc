//! The command line.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Result, anyhow};
use clap::{Parser, Subcommand, ValueEnum};

use crate::compare::{Comparison, compare};
use crate::document::Pair;
use crate::read::{Format, Options};
use crate::review::Review;
use crate::{store, write};

/// Two wordings of a draft side by side: every edit found, explained and decided.
#[derive(Debug, Parser)]
#[command(version, about)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Print the comparison of two wordings.
    Export(Export),
}

#[derive(Debug, clap::Args)]
struct Export {
    /// The old wording (`-` is standard input).
    old: PathBuf,
    /// The new wording.
    new: PathBuf,
    /// What to print.
    #[arg(long, default_value = "json")]
    format: Printed,
    /// What counts as a sentence.
    #[arg(long, default_value = "sentence")]
    unit: Unit,
    /// What the two are to each other.
    #[arg(long, default_value = "revision")]
    mode: Mode,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Printed {
    /// Everything found, for programs.
    Json,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Unit {
    /// Sentences as the language ends them.
    Sentence,
    /// A line is a sentence.
    Line,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Mode {
    /// Two drafts in one language.
    Revision,
}

/// Does what the command line says.
pub fn main() -> Result<ExitCode> {
    let Command::Export(export) = Arguments::parse().command;
    let Mode::Revision = export.mode;
    let options = Options { format: matches!(export.unit, Unit::Line).then_some(Format::Lines), ..Options::default() };
    let comparison = compared(Pair::of(&export.old, &export.new), &options)?;
    let Printed::Json = export.format;
    let mut out = io::BufWriter::new(io::stdout().lock());
    match write::json::write(&comparison, &Review::default(), &mut out).and_then(|()| out.flush()) {
        Err(trouble) if trouble.kind() != io::ErrorKind::BrokenPipe => {
            Err(anyhow!("standard output can't be written: {trouble}"))
        }
        _ => Ok(ExitCode::SUCCESS),
    }
}

fn compared(paths: Pair<&PathBuf>, options: &Options) -> Result<Comparison> {
    let read = |path: &Path| store::read_document(path, options);
    Ok(compare(Pair::of(read(paths.old)?, read(paths.new)?)))
}
