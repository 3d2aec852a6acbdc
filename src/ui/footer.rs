//! The keys that work here, or what is to be said now.

use super::Canvas;
use crate::app::{Action, App, Area, Screen};
use crate::document::visible::visible;

/// Draws the footer.
pub fn draw(app: &App, canvas: &mut Canvas<'_>, area: Area) {
    if area.height == 0 {
        return;
    }
    let pending = pending(app);
    let width =
        usize::from(area.width).saturating_sub(if pending.is_empty() { 0 } else { pending.chars().count() + 1 });
    if let Some(notice) = &app.notice {
        let style = canvas.look("notice");
        canvas.put((area.x, area.y), width, &format!(" {}", visible(notice)), style);
    } else {
        keys(app, canvas, area, width);
    }
    let style = canvas.look("key");
    canvas.put(
        (area.x + (usize::from(area.width) - pending.chars().count().min(usize::from(area.width))) as u16, area.y),
        12,
        &pending,
        style,
    );
}

/// The count and the keys of a sequence that is not finished.
fn pending(app: &App) -> String {
    let count = app.pending.count.map(|count| count.to_string()).unwrap_or_default();
    app.pending.keys.iter().fold(count, |shown, key| format!("{shown}{key}"))
}

fn keys(app: &App, canvas: &mut Canvas<'_>, area: Area, width: usize) {
    let mut used = 1;
    let all = hints(app);
    let long: usize = all.iter().map(|(key, what)| key.chars().count() + what.len() + 3).sum();
    // The way out and the help stay when there is no room for everything.
    let last = if long > width { all.len().saturating_sub(2) } else { all.len() };
    let kept: usize = all[last..].iter().map(|(key, what)| key.chars().count() + what.len() + 3).sum();
    let (mut first, rest) = all.split_at(last);
    let room = width.saturating_sub(kept);
    let fits = |(key, what): &(String, &str), used: usize| used + key.chars().count() + what.len() + 3 <= room;
    let mut shown = Vec::new();
    while let Some((hint, others)) = first.split_first().filter(|(hint, _)| fits(hint, used)) {
        used += hint.0.chars().count() + hint.1.len() + 3;
        shown.push(hint);
        first = others;
    }
    let mut x = 1;
    for (key, what) in shown.into_iter().chain(rest) {
        let room = |x: usize| width.saturating_sub(x);
        let style = canvas.look("key");
        x += usize::from(canvas.put((area.x + x as u16, area.y), room(x), key, style)) + 1;
        let style = canvas.look("footer");
        x += usize::from(canvas.put((area.x + x as u16, area.y), room(x), what, style)) + 2;
        if x >= width {
            break;
        }
    }
}

/// The keys that work here and what they do.
fn hints(app: &App) -> Vec<(String, &'static str)> {
    let key = |action: Action| app.keymap.key(action).unwrap_or_default();
    let of = |actions: &[Action]| actions.iter().map(|action| (key(*action), action.short())).collect::<Vec<_>>();
    match app.screens.last() {
        Some(Screen::Prompt(_)) => return vec![("Enter".to_owned(), "done"), ("Esc".to_owned(), "leave it")],
        Some(_) => return of(&[Action::Down, Action::Up, Action::PageDown, Action::Back]),
        None => {}
    }
    let mut hints = Vec::new();
    if app.search.is_some() {
        hints.extend([
            (key(Action::NextEdit), "next hit"),
            (key(Action::PreviousEdit), "previous hit"),
            (key(Action::Back), "end search"),
        ]);
    }
    if !app.comparison.edits.is_empty() {
        if !app.read_only {
            hints.extend(of(&[Action::Accept, Action::Reject, Action::SendBack, Action::Comment, Action::Reword]));
        }
        if app.search.is_none() {
            hints.extend(of(&[Action::NextEdit, Action::NextOpen]));
        }
        if !app.read_only {
            hints.extend(of(&[Action::Undo]));
        }
        hints.extend(of(&[Action::View]));
    }
    hints.extend(of(&[Action::Search, Action::Help, Action::Quit]));
    hints
}
