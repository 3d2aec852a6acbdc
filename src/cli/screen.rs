//! Opens two wordings on the screen.

use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::{Result, anyhow, bail};

use super::Reading;
use super::export::{NEWER, say, say_notes, to_standard_output};
use super::wordings::{Named, Wordings, ended, kept, lost};
use crate::app::{Action, App, Effect};
use crate::compare::{Comparison, Detail, Progress, compare};
use crate::document::{Pair, visible::visible};
use crate::read::{self, Options};
use crate::review::Review;
use crate::review::remarks::gone_remark;
use crate::run::Session;
use crate::store::{self, Keeper, Places};
use crate::ui::{self, waiting::Waiting};
use crate::write;

/// Opens two wordings on the screen, or prints the marked text where there is none.
pub fn review(named: Named<'_>, reading: &Reading) -> Result<ExitCode> {
    let wordings = named.read(reading)?;
    let places = named.places(reading, &wordings);
    if !has_screen() {
        let (mut comparison, notes) = wordings.compared(Detail::Changed, &Progress::default());
        let ended = print(&mut comparison, &places, reading)?;
        notes.iter().for_each(|note| say(note));
        say_notes(&comparison);
        return Ok(ended);
    }
    let mut session = Session::open()?;
    let (comparison, notes) = waited(&mut session, wordings)?;
    let reload = |app: &mut App| {
        let (comparison, mut notes) = named.read_again(reading)?.compared(Detail::All, &Progress::default());
        notes.extend(said_of(&comparison));
        Ok(app.reloaded(comparison, notes))
    };
    show(session, comparison, &places, reading, notes, reload, "; redraft export with --format clean prints the text")
}

/// Compares on another thread, while the screen says how far it has come.
fn waited(session: &mut Session, wordings: Wordings) -> Result<(Comparison, Vec<String>)> {
    let progress = Arc::new(Progress::default());
    let waiting = Waiting::of(wordings.documents.as_ref(), wordings.mode, no_color());
    let told = Arc::clone(&progress);
    let compared = session.wait(
        move || wordings.compared(Detail::All, &told),
        |frame| ui::waiting::draw(&waiting, progress.percent(), frame),
    );
    compared?.ok_or_else(|| anyhow!("stopped before the two were compared"))
}

/// Prints the marked text.
fn print(comparison: &mut Comparison, places: &Places, reading: &Reading) -> Result<ExitCode> {
    let (review, is_newer) = kept(places, reading, comparison)?;
    if is_newer {
        say(NEWER);
    }
    to_standard_output(|out| Ok(write::text::write(comparison, &review, out)?))?;
    Ok(ended(comparison, reading))
}

/// The built-in sample, which shows the way.
pub fn tour(reading: &Reading) -> Result<ExitCode> {
    let document = |name: &str, text: &str| {
        let options = Options { language: Some("en".to_owned()), ..Options::default() };
        read::read(name, text.as_bytes(), &options).map_err(|trouble| anyhow!("the built-in sample {trouble}"))
    };
    let old = document("tour, old.md", include_str!("../../samples/tour/old.md"))?;
    let new = document("tour, new.md", include_str!("../../samples/tour/new.md"))?;
    let places = reading.review.as_deref().map_or_else(|| Places::named("tour"), Places::asked);
    let mut comparison = compare(Pair::of(old, new));
    if !has_screen() {
        return print(&mut comparison, &places, reading);
    }
    let hint = "a tour of redraft: n goes to the next edit, ? shows all keys, q quits".to_owned();
    let reload = |_: &mut App| bail!("the tour is built in, and stays as it is");
    show(Session::open()?, comparison, &places, reading, vec![hint], reload, "")
}

/// What is to be said of two files.
fn said_of(comparison: &Comparison) -> Vec<String> {
    comparison.notes().map(str::to_owned).chain(write::text::notes(comparison)).collect()
}

/// Shows the screen until it is left, and says then what is still open, or else what can be done next.
fn show(
    session: Session,
    mut comparison: Comparison,
    places: &Places,
    reading: &Reading,
    notes: Vec<String>,
    reload: impl Fn(&mut App) -> Result<Effect>,
    next: &str,
) -> Result<ExitCode> {
    let ended = ended(&comparison, reading);
    let (config, _) = store::config()?;
    let taken = Keeper::take(places);
    let found = kept(places, reading, &mut comparison);
    let mut notices = said_of(&comparison);
    let told = notes.iter().chain(&notices).cloned().collect();
    let (review, keeper) = match (found, taken) {
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
    let keymap = config.keymap();
    let key = keymap.key(Action::Orphans).unwrap_or_default();
    notices.extend(gone_remark(comparison.mode, review.missed(), &key));
    notices.extend(lost(&review, &comparison).map(|lost| format!("{lost}; {key} shows all")));
    notices.extend(notes);
    let mut app = App::new(comparison, review, keeper.is_none());
    app.keymap = keymap;
    app.notes = told;
    app.page.brackets = no_color();
    app.monochrome = no_color();
    notices.extend(app.notice.take());
    app.notice = (!notices.is_empty()).then(|| notices.join(" · "));
    let mut left = None;
    let save = |app: &App| {
        let Some(keeper) = &keeper else { return Ok(()) };
        keeper.save(&app.review, &app.comparison)?;
        left = Some((app.open_count(), app.sent_back_count()));
        Ok(())
    };
    session.run(app, save, reload, ui::draw)?;
    if let (Some(left), Some(keeper)) = (left, &keeper) {
        let (state, next) = match left {
            (0, 0) => ("all edits are decided".to_owned(), next),
            (0, back) => (format!("all edits are decided, {back} sent back"), ""),
            (open, _) => (format!("{open} still open"), ""),
        };
        let path = keeper.path().display().to_string();
        let _ = writeln!(io::stdout(), "redraft: {state}; the decisions are kept in {}{next}", visible(&path));
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
