//! The command line.

use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{CommandFactory, Parser, Subcommand, ValueEnum};

use wordings::Named;

use crate::document::visible::visible;

mod export;
mod said;
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
    /// The old and the new wording (`-` is standard input), or one or two files that hold both sides (TMX, XLIFF, PO, TSV).
    #[arg(value_names = ["OLD", "NEW"], num_args = 1..=2)]
    files: Vec<PathBuf>,
    #[command(flatten)]
    reading: Reading,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Print two wordings: the marked text, the JSON, the settled text, a summary, or what belongs together.
    Export(Export),
}

#[derive(Debug, clap::Args)]
struct Export {
    /// The old and the new wording (`-` is standard input), or one or two files that hold both sides (TMX, XLIFF, PO, TSV).
    #[arg(value_names = ["OLD", "NEW"], num_args = 1..=2, required = true)]
    files: Vec<PathBuf>,
    /// What to print.
    #[arg(long, default_value = "text")]
    format: Printed,
    /// Where to; standard output where nothing is said.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Which words stand where an edit is open or sent back; a settled text is refused where nothing is said.
    #[arg(long)]
    open: Option<Open>,
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
    /// How coarsely edits are cut; as they were last where nothing is said.
    #[arg(long)]
    grain: Option<Grain>,
    /// A translation of the old wording: what of it is stale where the new wording, the source of today, says something else.
    #[arg(long, value_name = "FILE", conflicts_with = "mode")]
    translation: Option<PathBuf>,
    /// Terms and their translations, as CSV, TSV or TBX; a first row of language codes tells the columns.
    #[arg(long, value_name = "FILE")]
    glossary: Option<PathBuf>,
    /// The encoding of both files, where it can't be told by itself.
    #[arg(long, value_name = "NAME")]
    encoding: Option<String>,
    /// The language of the old wording, as two letters; of a translation memory, the one to be shown as the source.
    #[arg(long, value_name = "CODE")]
    old_lang: Option<String>,
    /// The language of the new wording, or of the translation, as two letters; of a translation memory, the one to be shown as the translation.
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
    /// The text that follows from the decisions; of a file that holds both sides, the file with its settled translations.
    Clean,
    /// The edits as a Markdown table.
    Summary,
    /// What belongs together, with the settled translation, as a translation memory (TMX 1.4).
    Tmx,
    /// The same as XLIFF 2.0.
    Xliff,
    /// The same as XLIFF 1.2.
    #[value(name = "xliff-1.2")]
    Xliff12,
    /// The same as a message catalogue of GNU gettext; one that was opened keeps everything else it has.
    Po,
    /// The same as two columns.
    Tsv,
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

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Grain {
    /// Bare words.
    Word,
    /// As people mark edits.
    Auto,
    /// Phrases.
    Phrase,
    /// Whole sentences.
    Sentence,
}

/// Does what the command line says.
pub fn main() -> Result<ExitCode> {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(said) if !said.use_stderr() => {
            // That nobody reads it to its end is no trouble.
            let is_left = |trouble: &io::Error| trouble.kind() == io::ErrorKind::BrokenPipe;
            said.print()
                .or_else(|trouble| if is_left(&trouble) { Ok(()) } else { Err(trouble) })
                .context("standard output can't be written")?;
            return Ok(ExitCode::SUCCESS);
        }
        Err(said) => bail!("{}", refused(&said)),
    };
    match &arguments.command {
        Some(Command::Export(export)) => export::print(export),
        None if arguments.files.is_empty() => screen::tour(&arguments.reading),
        None => screen::review(Named::of(&arguments.files, &arguments.reading)?, &arguments.reading),
    }
}

/// What clap says, as one sentence.
fn refused(said: &clap::Error) -> String {
    let argument = match said.get(ContextKind::InvalidArg) {
        Some(ContextValue::String(name)) => name.as_str(),
        _ => "",
    };
    match said.kind() {
        ErrorKind::UnknownArgument if is_of_export(argument) => {
            format!("{argument} belongs to export: redraft export OLD NEW {argument} …; --help shows what there is")
        }
        ErrorKind::TooManyValues => {
            "these are more than two files: redraft OLD NEW opens two, redraft export OLD NEW prints them; --help shows what there is"
                .to_owned()
        }
        _ => one_line(&said.render().to_string()),
    }
}

/// Whether an option is one of `export`, and of nothing else.
fn is_of_export(option: &str) -> bool {
    let is_it = |argument: &clap::Arg| {
        let long = argument.get_long().and_then(|long| option.strip_prefix("--").map(|name| name == long));
        let short = argument.get_short().map(|short| option == format!("-{short}"));
        long == Some(true) || short == Some(true)
    };
    Arguments::command().find_subcommand("export").is_some_and(|export| export.get_arguments().any(is_it))
}

/// What clap says, on one line.
fn one_line(said: &str) -> String {
    let said = said.split("\n\n").next().unwrap_or(said);
    let words: Vec<&str> = said.trim_start_matches("error: ").split_whitespace().collect();
    format!("{}; --help shows what there is", words.join(" "))
}

/// An error as one line that no terminal acts on.
pub fn said(trouble: &anyhow::Error) -> String {
    visible(&format!("{trouble:#}")).into_owned()
}
