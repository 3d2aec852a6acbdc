//! Opens two wordings on the screen.

use std::cell::RefCell;
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
use crate::store::{self, Keeper, Places, Watch};
use crate::ui::{self, waiting::Waiting};
use crate::write;

/// Where what is on the screen comes from.
enum Origin<'a> {
    /// Files, which may change.
    Files(Named<'a>, RefCell<Watch>),
    /// The built-in sample.
    Tour,
}

impl Origin<'_> {
    /// Goes on with both wordings as they are now.
    fn reload(&self, app: &mut App, reading: &Reading) -> Result<Effect> {
        let Self::Files(named, watch) = self else { bail!("the tour is built in, and stays as it is") };
        let now = Watch::of(named.inputs(reading));
        let (comparison, mut notes) = named.read_again(reading)?.compared(Detail::All, &Progress::default());
        watch.replace(now);
        notes.extend(said_of(&comparison));
        Ok(app.reloaded(comparison, notes))
    }

    /// What is to be said where a file is no longer as it is shown.
    fn changed(&self, key: &str) -> Option<String> {
        let Self::Files(_, watch) = self else { return None };
        Some(format!("{} has changed on the disk: {key} reads it again", watch.borrow().changed()?))
    }

    /// What can be done when everything is decided.
    const fn next(&self) -> &'static str {
        match self {
            Self::Files(..) => "; redraft export with --format clean prints the text",
            Self::Tour => "",
        }
    }
}

/// Opens two wordings on the screen, or prints the marked text where there is none.
pub fn review(named: Named<'_>, reading: &Reading) -> Result<ExitCode> {
    let watch = Watch::of(named.inputs(reading)).into();
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
    show(session, comparison, &places, reading, notes, &Origin::Files(named, watch))
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
    show(Session::open()?, comparison, &places, reading, vec![hint], &Origin::Tour)
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
    origin: &Origin<'_>,
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
    let [key, again] = [Action::Orphans, Action::Reload].map(|action| keymap.key(action).unwrap_or_default());
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
        let Some(keeper) = &keeper else { return Ok(None) };
        keeper.save(&app.review, &app.comparison)?;
        left = Some((app.open_count(), app.sent_back_count()));
        Ok(origin.changed(&again))
    };
    session.run(app, save, |app| origin.reload(app, reading), ui::draw)?;
    if let (Some(left), Some(keeper)) = (left, &keeper) {
        let (state, next) = match left {
            (0, 0) => ("all edits are decided".to_owned(), origin.next()),
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
