//! The keys that work here, and what is to be said now.

use super::Canvas;
use crate::app::page::wrap::{columns, wrap};
use crate::app::search::Wanted;
use crate::app::{Action, App, Area, PromptKind, Screen};
use crate::compare::EditKind;
use crate::document::visible::visible;

/// Draws the footer.
pub fn draw(app: &App, canvas: &mut Canvas<'_>, area: Area) {
    if area.height == 0 {
        return;
    }
    let right = corner(app);
    let width = usize::from(area.width).saturating_sub(columns(&right) + usize::from(!right.is_empty()));
    keys(app, canvas, area, width);
    let style = canvas.look("key");
    let start = usize::from(area.width).saturating_sub(columns(&right));
    canvas.put((area.x + start as u16, area.y), columns(&right), &right, style);
}

/// Says what is to be said now, over the keys, and over what stands above them where one row is not enough.
pub fn notice(app: &App, canvas: &mut Canvas<'_>, area: Area) {
    let Some(notice) = app.notice.as_deref().filter(|_| area.height > 0) else { return };
    let notice = visible(notice);
    let style = canvas.look("notice");
    let width = usize::from(area.width);
    let rows = wrap(&notice, width.saturating_sub(2));
    let height = rows.len().min(usize::from(area.y / 2).max(1));
    for (row, y) in rows.iter().take(height).zip(area.y + 1 - height as u16..) {
        canvas.put((area.x, y), width, &" ".repeat(width), style);
        let is_last = y == area.y && rows.len() > height;
        let text = if is_last { &notice[row.start..] } else { &notice[row.clone()] };
        canvas.put((area.x + 1, y), width.saturating_sub(1), text, style);
    }
}

/// What stands at the right: the keys typed of a sequence that is not finished, or which rows of a list are seen.
fn corner(app: &App) -> String {
    let count = app.pending.count.map(|count| count.to_string()).unwrap_or_default();
    let pending = app.pending.keys.iter().fold(count, |shown, key| format!("{shown}{key}"));
    let Some(list) = app.list().filter(|_| pending.is_empty()) else { return pending };
    let last = list.first + list.lines.len();
    match list.chosen {
        Some(chosen) if app.screens.last() == Some(&Screen::Overview) => format!("{} of {} ", chosen + 1, list.all),
        _ if list.lines.len() < list.all => format!("{}–{last} of {} ", list.first + 1, list.all),
        _ => pending,
    }
}

/// Draws as many of the keys as there is room for. The help and the way out come last and stay longest.
fn keys(app: &App, canvas: &mut Canvas<'_>, area: Area, width: usize) {
    let hints = hints(app);
    // Where there is little room, keys stand closer together.
    let gap = if width < 60 { 1 } else { 2 };
    let wide = |(key, what): &(String, &str)| columns(key) + 1 + columns(what) + gap;
    let all: usize = hints.iter().map(wide).sum();
    let kept = if all > width { hints.len().saturating_sub(2) } else { hints.len() };
    let (first, last) = hints.split_at(kept);
    let mut room = (width + gap).saturating_sub(1 + last.iter().map(wide).sum::<usize>());
    let fits = |hint: &&(String, &str)| match room.checked_sub(wide(hint)) {
        Some(left) => {
            room = left;
            true
        }
        None => false,
    };
    let shown: Vec<_> = first.iter().take_while(fits).chain(last).collect();
    let mut x = 1;
    for (key, what) in shown {
        let room = |x: usize| width.saturating_sub(x);
        let style = canvas.look("key");
        x += usize::from(canvas.put((area.x + x as u16, area.y), room(x), key, style)) + 1;
        let style = canvas.look("footer");
        x += usize::from(canvas.put((area.x + x as u16, area.y), room(x), what, style)) + gap;
    }
}

/// The keys that work in the help.
fn in_help(app: &App) -> Vec<(String, &'static str)> {
    let ways = [Action::Down, Action::Up, Action::PageDown].map(|action| (action, action.short()));
    let named = [(Action::Palette, "find a command"), (Action::Back, Action::Back.short())];
    let hint = |(action, what)| (app.keymap.key(action).unwrap_or_default(), what);
    ways.into_iter().chain(named).map(hint).collect()
}

/// The keys that work here and what they do, the most needed first.
fn hints(app: &App) -> Vec<(String, &'static str)> {
    let key = |action: Action| app.keymap.key(action).unwrap_or_default();
    let of = |actions: &[Action]| actions.iter().map(|action| (key(*action), action.short())).collect::<Vec<_>>();
    match app.screens.last() {
        Some(Screen::Filter(_)) => {
            let space = ("Space".to_owned(), "choose");
            let all = (key(Action::Filter), "all edits");
            let ways = of(&[Action::Down, Action::Up]);
            return [space].into_iter().chain(ways).chain([all, ("Enter".to_owned(), "done")]).collect();
        }
        Some(Screen::Overview) => {
            let ways = [(key(Action::AcceptAndGo), "go there"), (key(Action::Back), "back")];
            let mut hints = of(&[Action::Down, Action::Up]);
            if !app.read_only {
                hints.extend(of(&[Action::Accept, Action::Reject, Action::SendBack, Action::Comment]));
            }
            hints.extend(of(&[Action::Filter]));
            return hints.into_iter().chain(ways).collect();
        }
        Some(Screen::Prompt(prompt)) if prompt.kind == PromptKind::Command => {
            let ways = [("↓", "next"), ("↑", "previous"), ("Enter", "do it"), ("Esc", "leave it")];
            return ways.map(|(key, what)| (key.to_owned(), what)).into();
        }
        Some(Screen::Prompt(_)) => return vec![("Enter".to_owned(), "done"), ("Esc".to_owned(), "leave it")],
        Some(Screen::Help(_)) => return in_help(app),
        Some(_) => return of(&[Action::Down, Action::Up, Action::PageDown, Action::Back]),
        None => {}
    }
    let mut hints = Vec::new();
    if app.marked.is_some() {
        let ways = [Action::Align, Action::NextSentence, Action::PreviousSentence, Action::OldSide, Action::NewSide];
        hints.extend(of(&ways));
        hints.push((key(Action::Back), "leave it"));
    } else if app.cursor.is_some() {
        hints.extend(of(&[Action::Align, Action::Split, Action::Merge]));
    }
    if let Some(search) = &app.search {
        let named = match search.wanted {
            Wanted::Words(_) => ["next hit", "previous hit", "end search"],
            Wanted::Strays => ["next stray", "previous stray", "edits again"],
        };
        hints.extend([Action::NextEdit, Action::PreviousEdit, Action::Back].map(key).into_iter().zip(named));
    } else if !app.filter.is_empty() {
        hints.push((key(Action::Back), "end filter"));
    }
    if app.bare_bead().is_some() && !app.read_only {
        hints.extend(of(&[Action::Comment, Action::SendBack, Action::Reword, Action::NextEdit]));
        hints.push((key(Action::Back), "leave it"));
    } else if app.stray().is_some() && !app.read_only {
        hints.extend(of(&[Action::Reword, Action::Accept, Action::SendBack, Action::Comment, Action::Undo]));
    } else if !app.comparison.edits.is_empty() {
        if app.search.is_none() {
            hints.extend(of(&[Action::NextEdit]));
        }
        if app.current.and_then(|edit| app.comparison.edits.get(edit)).is_some_and(|edit| edit.kind == EditKind::Move) {
            hints.extend(of(&[Action::OtherEnd]));
        }
        if !app.read_only {
            hints.extend(of(&[Action::Accept, Action::Reject, Action::SendBack, Action::Comment, Action::Reword]));
            hints.extend(of(if app.filter.is_empty() { &[] } else { &[Action::AcceptFiltered] }));
            hints.extend(of(&[Action::Undo]));
        }
        if app.search.is_none() {
            hints.extend(of(&[Action::NextOpen]));
        }
        hints.extend(of(&[Action::View, Action::Filter, Action::Overview]));
    }
    hints.extend(of(&[Action::Search, Action::Palette, Action::Help, Action::Quit]));
    hints
}
