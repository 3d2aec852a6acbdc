//! The command line.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use clap::{Parser, Subcommand, ValueEnum};

use crate::document::{Pair, visible::visible};

mod export;
mod screen;
mod wordings;

/// Two wordings of a draft side by side: every edit found, explained and decided from the keyboard.
#[derive(Debug, Parser)]
#[command(version, about, args_conflicts_with_subcommands = true)]
#[command(after_help = "Without any file, a built-in sample shows the way.\n\
    Exit codes: 0 done, 1 edits were found (with --exit-code), 2 trouble.")]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
    /// The old and the new wording (`-` is standard input).
    #[arg(value_names = ["OLD", "NEW"], num_args = 2)]
    files: Vec<PathBuf>,
    #[command(flatten)]
    reading: Reading,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Print two wordings: the marked text, the JSON, the settled text or a summary.
    Export(Export),
}

#[derive(Debug, clap::Args)]
struct Export {
    /// The old wording (`-` is standard input).
    old: PathBuf,
    /// The new wording.
    new: PathBuf,
    /// What to print.
    #[arg(long, default_value = "text")]
    format: Printed,
    /// Where to; standard output where nothing is said.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Which words stand in the settled text where an edit is open or sent back.
    #[arg(long, default_value = "refuse")]
    open: Open,
    /// Write over a wording.
    #[arg(long)]
    force: bool,
    #[command(flatten)]
    reading: Reading,
}

#[derive(Debug, clap::Args)]
struct Reading {
    /// What counts as a sentence.
    #[arg(long, default_value = "sentence")]
    unit: Unit,
    /// What the two are to each other; found out by their languages where nothing is said.
    #[arg(long)]
    mode: Option<Mode>,
    /// The encoding of both files, where it can't be told by itself.
    #[arg(long, value_name = "NAME")]
    encoding: Option<String>,
    /// The language of the old wording, as two letters.
    #[arg(long, value_name = "CODE")]
    old_lang: Option<String>,
    /// The language of the new wording, as two letters.
    #[arg(long, value_name = "CODE")]
    new_lang: Option<String>,
    /// The file in which the decisions are kept.
    #[arg(long, value_name = "FILE")]
    review: Option<PathBuf>,
    /// End with 1 when edits were found.
    #[arg(long)]
    exit_code: bool,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Printed {
    /// The changed paragraphs with their marks.
    Text,
    /// Everything found, for programs.
    Json,
    /// The text that follows from the decisions.
    Clean,
    /// The edits as a Markdown table.
    Summary,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Open {
    /// The old words.
    Old,
    /// The new words.
    New,
    /// Neither: everything must be decided first.
    Refuse,
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
    /// An original and its translation.
    Translation,
}

/// Does what the command line says.
pub fn main() -> Result<ExitCode> {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(said) if !said.use_stderr() => {
            said.print().context("standard output can't be written")?;
            return Ok(ExitCode::SUCCESS);
        }
        Err(said) => bail!("{}", one_line(&said.render().to_string())),
    };
    match (&arguments.command, arguments.files.as_slice()) {
        (Some(Command::Export(export)), _) => export::print(export),
        (None, [old, new]) => screen::review(Pair::of(old, new), &arguments.reading),
        (None, _) => screen::tour(&arguments.reading),
    }
}

/// What clap says, as one sentence.
fn one_line(said: &str) -> String {
    let said = said.split("\n\nUsage:").next().unwrap_or(said);
    let words: Vec<&str> = said.trim_start_matches("error: ").split_whitespace().collect();
    format!("{}; --help shows what there is", words.join(" "))
}

/// An error as one line that no terminal acts on.
pub fn said(trouble: &anyhow::Error) -> String {
    visible(&format!("{trouble:#}")).into_owned()
}
