//! The command line.

use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, anyhow, bail};
use clap::{Parser, Subcommand, ValueEnum};

use crate::app::App;
use crate::compare::bitext::{Known, notice::noticed};
use crate::compare::{self, Comparison, Detail, compare, compare_in, compare_translation};
use crate::document::{self, Document, Pair, visible::visible};
use crate::read::{self, Options};
use crate::review::{Review, settle};
use crate::store::{self, Keeper, Places};
use crate::{run, ui, write};

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
        (Some(Command::Export(export)), _) => print(export),
        (None, [old, new]) => review(Pair::of(old, new), &arguments.reading),
        (None, _) => tour(&arguments.reading),
    }
}

/// What clap says, as one sentence.
fn one_line(said: &str) -> String {
    let said = said.split("\n\nUsage:").next().unwrap_or(said);
    let words: Vec<&str> = said.trim_start_matches("error: ").split_whitespace().collect();
    format!("{}; --help shows what there is", words.join(" "))
}

/// Prints two wordings.
fn print(export: &Export) -> Result<ExitCode> {
    let paths = Pair::of(export.old.as_path(), export.new.as_path());
    let detail = if matches!(export.format, Printed::Json) { Detail::All } else { Detail::Changed };
    let comparison = compared(paths, &export.reading, detail)?;
    let review = kept(&places(paths, &export.reading), &comparison)?.0;
    if let Some(path) = &export.output {
        let mut bytes = Vec::new();
        format(export, &comparison, &review, &mut bytes)?;
        store::write_output(path, &[paths.old, paths.new], export.force, &bytes)?;
    } else {
        to_standard_output(|out| format(export, &comparison, &review, out))?;
    }
    Ok(ended(&comparison, &export.reading))
}

fn format(export: &Export, comparison: &Comparison, review: &Review, out: &mut dyn Write) -> Result<()> {
    match export.format {
        Printed::Text => write::text::write(comparison, review, out)?,
        Printed::Json => write::json::write(comparison, review, out)?,
        Printed::Summary => write::summary::write(comparison, review, out)?,
        Printed::Clean => {
            let open = match export.open {
                Open::Old => settle::Open::Old,
                Open::New => settle::Open::New,
                Open::Refuse => settle::Open::Refuse,
            };
            let clean = write::clean::clean(comparison, review, open)?;
            let bytes = read::encode(&clean.text, clean.origin);
            if bytes.is_none() {
                let encoding = clean.origin.encoding;
                writeln!(
                    io::stderr(),
                    "redraft: {encoding} lacks a character of the settled text: it is written as UTF-8"
                )?;
            }
            out.write_all(&bytes.unwrap_or(clean.text.into_bytes()))?;
        }
    }
    Ok(())
}

/// Prints; that nobody reads it is no trouble.
fn to_standard_output(print: impl FnOnce(&mut dyn Write) -> Result<()>) -> Result<()> {
    let mut out = io::BufWriter::with_capacity(1 << 16, io::stdout().lock());
    match print(&mut out).and_then(|()| Ok(out.flush()?)) {
        Err(trouble) if is_broken_pipe(&trouble) => Ok(()),
        Err(trouble) if trouble.is::<io::Error>() => Err(trouble.context("standard output can't be written")),
        other => other,
    }
}

fn is_broken_pipe(trouble: &anyhow::Error) -> bool {
    let kind = trouble.downcast_ref::<io::Error>().map(io::Error::kind);
    let json = trouble.downcast_ref::<serde_json::Error>().and_then(serde_json::Error::io_error_kind);
    kind.or(json) == Some(io::ErrorKind::BrokenPipe)
}

/// Opens two wordings on the screen, or prints the marked text where there is none.
fn review(paths: Pair<&PathBuf>, reading: &Reading) -> Result<ExitCode> {
    let paths = Pair::of(paths.old.as_path(), paths.new.as_path());
    let detail = if has_screen() { Detail::All } else { Detail::Changed };
    let comparison = compared(paths, reading, detail)?;
    show(comparison, &places(paths, reading), reading, None)
}

/// The built-in sample, which shows the way.
fn tour(reading: &Reading) -> Result<ExitCode> {
    let document = |name: &str, text: &str| {
        let options = Options { language: Some("en".to_owned()), ..Options::default() };
        read::read(name, text.as_bytes(), &options).map_err(|trouble| anyhow!("the built-in sample {trouble}"))
    };
    let old = document("tour, old.md", include_str!("../samples/tour/old.md"))?;
    let new = document("tour, new.md", include_str!("../samples/tour/new.md"))?;
    let places = reading.review.as_deref().map_or_else(|| Places::named("tour"), Places::asked);
    show(
        compare(Pair::of(old, new)),
        &places,
        reading,
        Some("a tour of redraft: n goes to the next edit, ? shows all keys, q quits"),
    )
}

fn show(comparison: Comparison, places: &Places, reading: &Reading, hint: Option<&str>) -> Result<ExitCode> {
    let ended = ended(&comparison, reading);
    if !has_screen() {
        let review = kept(places, &comparison)?.0;
        to_standard_output(|out| Ok(write::text::write(&comparison, &review, out)?))?;
        return Ok(ended);
    }
    let mut notices: Vec<String> = write::text::notes(&comparison);
    let taken = Keeper::take(places);
    let (review, keeper) = match (kept(places, &comparison), taken) {
        (Ok((review, false)), Ok(keeper)) => (review, Some(keeper)),
        (Ok((review, true)), _) => {
            notices.push("read only: a later version of redraft wrote the review".to_owned());
            (review, None)
        }
        (Ok((review, false)), Err(trouble)) => {
            notices.push(format!("read only: {trouble:#}"));
            (review, None)
        }
        (Err(trouble), _) => {
            notices.push(format!("read only: {trouble:#}"));
            (Review::default(), None)
        }
    };
    match review.orphans.len() {
        0 => {}
        1 => notices.push("1 decision has lost its edit: o shows it".to_owned()),
        many => notices.push(format!("{many} decisions have lost their edits: o shows them")),
    }
    notices.extend(hint.filter(|_| review.entries.is_empty()).map(str::to_owned));
    let mut app = App::new(comparison, review, keeper.is_none());
    app.page.brackets = no_color();
    app.monochrome = no_color();
    app.notice = (!notices.is_empty()).then(|| notices.join(" · "));
    let mut open = None;
    let save = |app: &App| {
        let Some(keeper) = &keeper else { return Ok(()) };
        keeper.save(&app.review, &app.comparison)?;
        open = Some(app.open_count());
        Ok(())
    };
    run::run(app, save, ui::draw)?;
    if let (Some(open), Some(keeper)) = (open, &keeper) {
        let open = if open == 0 { "all edits are decided".to_owned() } else { format!("{open} still open") };
        let path = keeper.path().display().to_string();
        let _ = writeln!(io::stdout(), "redraft: {open}; the decisions are kept in {}", visible(&path));
    }
    Ok(ended)
}

/// Whether colours are unwanted (no-color.org).
fn no_color() -> bool {
    std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty())
}

/// Whether there is a terminal to draw on.
fn has_screen() -> bool {
    io::stdout().is_terminal() && std::env::var_os("TERM").is_none_or(|term| term != "dumb")
}

/// The review that is kept, put with its edits, and whether it may not be written over.
fn kept(places: &Places, comparison: &Comparison) -> Result<(Review, bool)> {
    let Some(loaded) = store::load_review(places)? else { return Ok((Review::default(), false)) };
    let mut review = loaded.review;
    review.attach(comparison);
    Ok((review, loaded.is_newer))
}

fn places(paths: Pair<&Path>, reading: &Reading) -> Places {
    reading.review.as_deref().map_or_else(|| Places::of(paths), Places::asked)
}

fn compared(paths: Pair<&Path>, reading: &Reading, detail: Detail) -> Result<Comparison> {
    if paths.old == Path::new("-") && paths.new == Path::new("-") {
        bail!("only one of the wordings can come from standard input; name a file for the other");
    }
    let read = |path: &Path, language: &Option<String>| -> Result<Document> {
        let unit = match reading.unit {
            Unit::Sentence => document::Unit::Sentence,
            Unit::Line => document::Unit::Line,
        };
        store::read_document(
            path,
            &Options { unit, encoding: reading.encoding.clone(), language: language.clone(), format: None },
        )
    };
    let documents = Pair::of(read(paths.old, &reading.old_lang)?, read(paths.new, &reading.new_lang)?);
    let mode = match reading.mode {
        Some(Mode::Revision) => compare::Mode::Revision,
        Some(Mode::Translation) => compare::Mode::Translation,
        None => noticed(documents.as_ref()),
    };
    Ok(match mode {
        compare::Mode::Revision => compare_in(documents, detail),
        compare::Mode::Translation => compare_translation(documents, &Known::default()),
    })
}

fn ended(comparison: &Comparison, reading: &Reading) -> ExitCode {
    ExitCode::from(u8::from(reading.exit_code && !comparison.edits.is_empty()))
}

/// An error as one line that no terminal acts on.
pub fn said(trouble: &anyhow::Error) -> String {
    visible(&format!("{trouble:#}")).into_owned()
}
