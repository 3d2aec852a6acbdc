//! What is said of numbers that follow from an article that came, went or moved, when that is decided.

use super::{Action, App};
use crate::compare::numbering::Renumbering;
use crate::review::Decision;
use crate::review::numbering::misfit;
use crate::review::settle::Open;

/// No more renumberings than these are spoken of at once.
const TOLD: usize = 2;

impl App {
    /// What is to be said of the numbers that an edit carries, or that follow from it: which they are, and whether they fit.
    pub fn number_remarks(&self, edit: usize) -> Vec<String> {
        let about = self.comparison.numbering.about(&[edit]);
        let is_carried = self.comparison.numbering.of(edit).is_some();
        let remark = |renumbering: &Renumbering| match (self.misfit(renumbering), is_carried) {
            (Some(why), true) => Some(why),
            (Some(why), false) => Some(format!("{}: {why}", renumbering.name)),
            (None, false) if renumbering.causes.contains(&edit) => {
                Some(format!("follows from it: {}", renumbering.name))
            }
            (None, _) => None,
        };
        about.into_iter().filter_map(remark).collect()
    }

    /// Says which numbers went with what was decided, and which do not fit now.
    pub(super) fn tell_numbers(&mut self, edits: &[usize], following: &[usize], decision: &Decision) {
        let name = |renumbering: &&Renumbering| renumbering.name.clone();
        let mut told = Vec::new();
        let is_half = |edit: &&usize| self.comparison.other_halves(**edit).iter().any(|of| edits.contains(of));
        let (halves, following): (Vec<usize>, Vec<usize>) = following.iter().partition(is_half);
        let in_place = |edit: &usize| self.comparison.counterpart(*edit).is_some_and(|of| edits.contains(&of));
        let columns = self.comparison.columns(edits);
        let (cells, following): (Vec<usize>, Vec<usize>) =
            following.into_iter().partition(|edit| columns.contains(edit));
        let now = if *decision == Decision::Open { "open again" } else { decision.name() };
        match cells.len() {
            0 => {}
            1 => told.push(format!("1 more cell of the column is {now} with it")),
            many => told.push(format!("{many} more cells of the column are {now} with it")),
        }
        match halves[..] {
            [] => {}
            [edit] if in_place(&edit) => {
                told.push(format!("edit {} stands in its place and is {now} with it", edit + 1))
            }
            [edit] => told.push(format!("edit {} is the other half of it and is {now} with it", edit + 1)),
            _ => told.push(format!("{} edits that are halves of these are {now} with them", halves.len())),
        }
        if !following.is_empty() {
            let of = |edit: &usize| self.comparison.numbering.of(*edit);
            let mut names: Vec<String> =
                following.iter().filter_map(of).map(|renumbering| name(&renumbering)).collect();
            names.dedup();
            let key = self.keymap.key(Action::Undo).unwrap_or_default();
            let names = if names.is_empty() { String::new() } else { format!(": {}", names.join("; ")) };
            let numbers = if following.len() == 1 { "number is" } else { "numbers are" };
            let decided = decision.name();
            told.push(format!("{} {numbers} {decided} with it{names}; {key} undoes both", following.len()));
        }
        let about = self.comparison.numbering.about(edits).into_iter();
        let misfits =
            about.filter_map(|renumbering| Some(format!("{}: {}", name(&renumbering), self.misfit(renumbering)?)));
        told.extend(misfits.take(TOLD));
        if !told.is_empty() {
            self.say_first(told.join("; "));
        }
    }

    fn misfit(&self, renumbering: &Renumbering) -> Option<String> {
        misfit(&self.comparison, &self.review, renumbering, Open::New)
    }
}
