//! A renumbering as one line: `Articles 5–9 renumbered 6–10, 14 references follow, 1 does not`.

use super::Renumbering;
use super::bearer::{Key, Series};
use super::number::Number;
use super::shifts::Shifts;

/// More stretches of numbers than these are not named one by one.
const MOST: usize = 6;

/// A change of a number: old and new.
type Change<'a> = (&'a Number, &'a Number);

/// What is counted, and how it is renumbered: `Articles 5–9 renumbered 6–10`.
pub fn name(shifts: &Shifts, series: &Series) -> String {
    let runs = runs(&changes(shifts, series));
    // The label stands before the first of them.
    let is_many = runs.first().is_some_and(|(first, last)| first.0 != last.0);
    let run = |(at, (first, last)): (usize, &(Change<'_>, Change<'_>))| {
        let verb = match first.0 != last.0 && first.1 == last.1 {
            true if at == 0 => " all renumbered ",
            _ if at == 0 => " renumbered ",
            _ => " → ",
        };
        format!("{}{verb}{}", range(first.0, last.0), range(first.1, last.1))
    };
    let mut said: Vec<String> = runs.iter().enumerate().take(MOST).map(run).collect();
    if runs.len() > MOST {
        said.push(format!("{} more", runs.len() - MOST));
    }
    let label = series.last().map_or(String::new(), |(key, _)| label(shifts, key, is_many));
    format!("{label} {}", said.join(", "))
}

/// One number: `Article 5`.
pub fn one(shifts: &Shifts, key: &Key, number: &Number) -> String {
    format!("{} {number}", label(shifts, key, false))
}

fn label(shifts: &Shifts, key: &Key, is_many: bool) -> String {
    match key {
        Key::Label(name) => shifts.labels.shown(name, is_many).unwrap_or_default(),
        Key::Clause => if is_many { "Nos." } else { "No." }.to_owned(),
        Key::Item(..) => if is_many { "Items" } else { "Item" }.to_owned(),
    }
}

impl Renumbering {
    /// Its name, how many references follow it, and that so many do not: `Articles 5–9 renumbered 6–10, 14 references follow, 1 does not`.
    pub fn line(&self, strays: usize) -> String {
        let mut said = vec![self.name.clone()];
        match self.references {
            0 => {}
            1 => said.push("1 reference follows".to_owned()),
            many => said.push(format!("{many} references follow")),
        }
        match (strays, self.references) {
            (0, _) => {}
            (1, 0) => said.push("1 reference does not follow".to_owned()),
            (many, 0) => said.push(format!("{many} references do not follow")),
            (1, _) => said.push("1 does not".to_owned()),
            (many, _) => said.push(format!("{many} do not")),
        }
        said.join(", ")
    }
}

/// The numbers that changed, sorted; not those that follow from a shorter one: `5.2 → 6.2` from `5 → 6`.
fn changes<'a>(shifts: &'a Shifts, series: &'a Series) -> Vec<Change<'a>> {
    let mut changes: Vec<Change<'_>> = shifts.changed(series).map(|(old, new)| (&old.number, &new.number)).collect();
    changes.sort_unstable();
    changes.dedup();
    let all = changes.clone();
    let follows = |(old, new): &Change<'_>| {
        (1..old.depth()).any(|depth| {
            let (heads, tails) = (old.split(depth), new.split(depth));
            heads.1 == tails.1 && all.binary_search(&(&heads.0, &tails.0)).is_ok()
        })
    };
    changes.retain(|change| !follows(change));
    changes
}

/// Numbers one after the other that moved equally far, or of which all became one number or came of one, as first and last.
fn runs<'a>(changes: &[Change<'a>]) -> Vec<(Change<'a>, Change<'a>)> {
    let follows = |last: &Number, next: &Number| last.neighbours()[1].as_ref() == Some(next);
    let goes_on = |first: &Number, last: &Number, next: &Number| {
        let is_same = first == last && last == next;
        (is_same || follows(last, next)).then_some(is_same)
    };
    let mut runs: Vec<(Change<'a>, Change<'a>)> = Vec::new();
    for change in changes {
        let is_next = |(first, last): &(Change<'_>, Change<'_>)| {
            let steps = (goes_on(first.0, last.0, change.0), goes_on(first.1, last.1, change.1));
            let is_even =
                |(old, new): (bool, bool)| first == last || old == (first.0 == last.0) && new == (first.1 == last.1);
            steps.0.zip(steps.1).is_some_and(is_even)
        };
        match runs.last_mut().filter(|run| is_next(run)) {
            Some((_, last)) => *last = *change,
            None => runs.push((*change, *change)),
        }
    }
    runs
}

fn range(first: &Number, last: &Number) -> String {
    if first == last { first.to_string() } else { format!("{first}–{last}") }
}
