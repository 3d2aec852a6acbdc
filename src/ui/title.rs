//! Where I am: the two wordings, the current edit, what is still open.

use unicode_segmentation::UnicodeSegmentation;

use super::Canvas;
use crate::app::page::View;
use crate::app::page::wrap::{clipped, columns};
use crate::app::{App, Area};
use crate::compare::{Class, Comparison, Grain, Mode};
use crate::document::Document;
use crate::document::visible::visible;

/// Draws the title: the names at the left, in the room that the state leaves them, which stands at the right. Names keep a third of the
/// row where they need it.
pub fn draw(app: &App, canvas: &mut Canvas<'_>, area: Area) {
    if area.height == 0 {
        return;
    }
    let width = usize::from(area.width);
    let state = state(app);
    let counts = shortened(&state[..state.len().min(COUNTS)], usize::MAX);
    let needed = columns(&names(&app.comparison, usize::MAX)).min(width * 3 / 10);
    let most = width.saturating_sub(needed + 3).max(columns(&counts) + 2);
    let right = format!(" {} ", shortened(&state, most));
    let right_width = columns(&right).min(width);
    let room = width.saturating_sub(right_width + 1);
    let kind = kind(&app.comparison, room);
    let left = format!("{}{kind}", names(&app.comparison, room.saturating_sub(columns(&kind))));
    let style = canvas.look("title");
    canvas.put((area.x + 1, area.y), room, &left, style);
    let style = canvas.look(if app.unsaved { "notice" } else { "count" });
    canvas.put((area.x + (width - right_width) as u16, area.y), right_width, &right, style);
}

/// So much of the state is never left out for the names: the current edit, and how many are open.
const COUNTS: usize = 2;

/// Both names, or the one of a file that holds both sides.
fn names(comparison: &Comparison, room: usize) -> String {
    let names = comparison.documents.as_ref().map(named);
    if comparison.is_of_one_file() {
        return pinched(&names.new, room);
    }
    let room = room.saturating_sub(columns(ARROW));
    // What one name leaves is the other's.
    let old = pinched(&names.old, (room / 2).max(room.saturating_sub(columns(&names.new))));
    let new = pinched(&names.new, room.saturating_sub(columns(&old)));
    format!("{old}{ARROW}{new}")
}

/// The languages of a translation, and that it is one; only as much of it as leaves room for the names.
fn kind(comparison: &Comparison, room: usize) -> String {
    if comparison.mode == Mode::Revision {
        return String::new();
    }
    let languages = comparison.documents.as_ref().map(|document| visible(document.language_tag().unwrap_or("?")));
    let short = format!(" · {} → {}", languages.old, languages.new);
    let long = format!("{short} · {}", comparison.mode.name());
    let needed = columns(&names(comparison, usize::MAX)).min(NAMES);
    let fits = |kind: &String| columns(kind) + needed <= room;
    [long, short].into_iter().find(fits).unwrap_or_default()
}

/// What the names need at least to be told.
const NAMES: usize = 28;

/// A document's name, and its encoding where that was guessed.
fn named(document: &Document) -> String {
    let name = visible(&document.name);
    if document.origin.guessed { format!("{name} ({}?)", document.origin.encoding) } else { name.into_owned() }
}

const ARROW: &str = " → ";

/// A name in so many columns: what tells it from others stands at its ends, so its extension gives way first, then its middle.
fn pinched(name: &str, width: usize) -> String {
    if columns(name) <= width {
        return name.to_owned();
    }
    let is_extension = |(stem, end): &(&str, &str)| !stem.is_empty() && end.chars().all(char::is_alphanumeric);
    let name = name.rsplit_once('.').filter(is_extension).map_or(name, |(stem, _)| stem);
    if columns(name) <= width {
        return name.to_owned();
    }
    let end = width.saturating_sub(1) / 2;
    let tail = name.grapheme_indices(true).map(|(at, _)| &name[at..]).find(|tail| columns(tail) <= end).unwrap_or("");
    // The mark of the cut stands before the tail.
    format!("{}{tail}", clipped(name, width.saturating_sub(columns(tail))))
}

/// As much of what is to be said as there is room for, the most important first.
fn shortened(said: &[String], width: usize) -> String {
    let mut shown = said.first().cloned().unwrap_or_default();
    for (at, next) in said.iter().enumerate().skip(1) {
        let longer = format!("{shown} · {next}");
        let mark = if at + 1 < said.len() { 2 } else { 0 };
        if columns(&longer) + mark > width {
            return format!("{shown} …");
        }
        shown = longer;
    }
    shown
}

/// What is to be said, the most important first.
fn state(app: &App) -> Vec<String> {
    let edits = app.comparison.edits.len();
    let mut said = Vec::new();
    if app.unsaved {
        said.push("NOT SAVED".to_owned());
    }
    match app.current {
        _ if edits == 0 => said.push(nothing(&app.comparison).to_owned()),
        Some(edit) => said.push(format!("edit {}/{edits}", edit + 1)),
        None => said.push(format!("{edits} edits")),
    }
    let open = app.open_count();
    if edits > 0 {
        said.push(if open == 0 { "all decided".to_owned() } else { format!("{open} open") });
    }
    if app.marked.is_some() {
        said.push("1 marked".to_owned());
    }
    if let Some(search) = &app.search {
        said.push(search.tally());
    }
    said.extend(filter(app));
    if app.read_only {
        said.push("read only".to_owned());
    }
    if app.view != View::of(app.size.0) {
        said.push(app.view.name().to_owned());
    }
    if app.page.cut.is_some() {
        said.push("not wrapped".to_owned());
    }
    let grain = app.comparison.cut.grain;
    if grain != Grain::Auto {
        said.push(format!("cut {}", grain.name()));
    }
    said.extend(app.current.and_then(|edit| app.comparison.inner_remark(edit)));
    said.extend(app.current.and_then(|edit| app.comparison.numbering_remark(edit)));
    said.extend(app.current.and_then(|edit| app.comparison.column_remark(edit)));
    said.extend(app.current.and_then(|edit| app.comparison.halves_remark(edit)));
    let sent_back = app.sent_back_count();
    if sent_back > 0 {
        said.push(format!("{sent_back} sent back"));
    }
    if app.filter.is_empty() {
        said.extend(classes(app));
    }
    said
}

/// What it means that there are no edits.
fn nothing(comparison: &Comparison) -> &'static str {
    match comparison.mode {
        Mode::Revision if !comparison.relevelled().is_empty() => "no edits but the levels of a list",
        Mode::Revision => "no edits: both wordings say the same",
        Mode::Translation => "no findings",
    }
}

/// What the filter is, how many edits fit it, and which of them the current one is.
fn filter(app: &App) -> Option<String> {
    if app.filter.is_empty() {
        return None;
    }
    Some(match app.walked_count() {
        (0, _) => format!("none {}", app.filter.name()),
        (all, Some(at)) => format!("{at} of {all} {}", app.filter.name()),
        (all, None) => format!("{all} {}", app.filter.name()),
    })
}

/// How many edits there are of each class.
fn classes(app: &App) -> Vec<String> {
    let count = |class| app.comparison.edits.iter().filter(|edit| edit.class == class).count();
    let classes = [Class::Substantive, Class::Wording, Class::Editorial].into_iter();
    let counts = classes.map(|class| (count(class), class.name())).filter(|(count, _)| *count > 0);
    counts.map(|(count, name)| format!("{count} {name}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_give_way_in_the_middle() {
        assert_eq!(pinched("round-1.md", 10), "round-1.md");
        assert_eq!(pinched("round-1.md", 8), "round-1");
        assert_eq!(pinched("declaration-round-1.md", 12), "declar…und-1");
        assert_eq!(pinched("декларация-1.md", 9), "декл…ия-1");
        assert_eq!(pinched("会議会議会議会議1.md", 8), "会議…議1");
        assert_eq!(pinched("round.1 (koi8-r?)", 9), "roun…-r?)");
        assert_eq!(pinched("会議会議", 1), "…");
        assert_eq!(pinched("会議会議", 0), "");
    }

    #[test]
    fn what_matters_less_goes_first() {
        let said = ["edit 1/17", "16 open", "1 sent back"].map(str::to_owned);
        assert_eq!(shortened(&said, 40), "edit 1/17 · 16 open · 1 sent back");
        assert_eq!(shortened(&said, 33), "edit 1/17 · 16 open · 1 sent back");
        assert_eq!(shortened(&said, 32), "edit 1/17 · 16 open …");
        assert_eq!(shortened(&said, 20), "edit 1/17 …");
    }
}
