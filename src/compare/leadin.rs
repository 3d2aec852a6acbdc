//! Lead-ins: the words with a colon behind them that introduce the items of a list (`The Seller shall:`). An item that moved under another
//! one says something else, though none of its own words differ.

use super::flags::{Flag, FlagKind};
use super::levels::levels;
use super::{Class, Comparison, EditKind};
use crate::document::visible::flowing;
use crate::document::{Document, Pair, Side};

/// A lead-in is told with no more characters of its end than this.
const SHOWN: usize = 40;

/// Says of every item that moved under another lead-in which one that is.
pub fn tell(comparison: &mut Comparison) {
    let is_move = |edit: &usize| comparison.edits[*edit].kind == EditKind::Move;
    let moves: Vec<usize> = (0..comparison.edits.len()).filter(is_move).collect();
    if moves.is_empty() {
        return;
    }
    let levels = comparison.documents.as_ref().map(levels);
    for edit in moves {
        let Some(reason) = other_lead(comparison, levels.as_ref().map(Vec::as_slice), edit) else { continue };
        let edit = &mut comparison.edits[edit];
        edit.flags.push(Flag { kind: FlagKind::Order, reason });
        edit.class = Class::Substantive;
    }
}

/// Under which lead-in a moved item stands now, where that is not the one it stood under.
fn other_lead(comparison: &Comparison, levels: Pair<&[usize]>, edit: usize) -> Option<String> {
    let documents = comparison.documents.as_ref();
    let first = comparison.beads[comparison.edits[edit].bead].sentences.as_ref().map(|sentences| sentences.start);
    let lead = |side: Side| lead_of(documents[side], levels[side], documents[side].block_of(first[side]));
    let (old, new) = (lead(Side::Old)?, lead(Side::New)?);
    let is_same =
        comparison.beads.iter().any(|bead| bead.sentences.old.contains(&old) && bead.sentences.new.contains(&new));
    (!is_same).then(|| format!("under “{}” now", shown(documents.new.sentence(new))))
}

/// The sentence that introduces the list of which a block is an item: the last one above it that is no item of the same list.
fn lead_of(document: &Document, levels: &[usize], block: usize) -> Option<usize> {
    let rank = |block: usize| (levels[block], usize::from(is_lettered(document, block)));
    let own = Some(block).filter(|block| *block < levels.len()).map(rank).filter(|own| *own > (0, 0))?;
    let lead = (0..block).rev().find(|before| rank(*before) < own)?;
    let sentence = document.blocks[lead].sentences.end.checked_sub(1)?;
    document.sentence(sentence).trim_end().ends_with([':', '：']).then_some(sentence)
}

/// Whether a paragraph begins with a letter or number in brackets, as items do where lists are not marked up: `(a)`.
fn is_lettered(document: &Document, block: usize) -> bool {
    /// Letters of `(viii)`.
    const LONG: usize = 4;
    let text = document.sentence(document.blocks[block].sentences.start);
    let label = text.strip_prefix('(').and_then(|rest| rest.split_once(')')).map_or("", |(label, _)| label);
    (1..=LONG).contains(&label.len()) && label.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// The last words of a lead-in.
fn shown(sentence: &str) -> String {
    let text = flowing(sentence).into_owned();
    let Some((from, _)) = text.char_indices().rev().nth(SHOWN) else { return text };
    let words = text[from..].split_once(' ').map_or("", |(_, words)| words);
    format!("… {words}")
}

#[cfg(test)]
mod tests {
    use crate::compare::{Class, EditKind, compare};
    use crate::document::Pair;
    use crate::read::{Options, read};

    /// The reasons and classes of the moves.
    #[track_caller]
    fn check(old: &str, new: &str, expected: &[(&str, Class)]) {
        let document = |text: &str| read("a.md", text.as_bytes(), &Options::default()).expect("a text");
        let comparison = compare(Pair::of(document(old), document(new)));
        let moves = comparison.edits.iter().filter(|edit| edit.kind == EditKind::Move);
        let found: Vec<(String, Class)> = moves
            .map(|edit| (edit.flags.iter().map(|flag| flag.reason.as_str()).collect::<Vec<_>>().join("; "), edit.class))
            .collect();
        let found: Vec<(&str, Class)> = found.iter().map(|(reason, class)| (reason.as_str(), *class)).collect();
        assert_eq!(found, expected, "{:#?}", comparison.edits);
    }

    const OLD: &str = "The Seller shall:\n\n- deliver the goods to the quay by noon;\n- insure them for their full value;\n\
        - store them in a dry and locked hall.\n\nThe Buyer shall:\n\n- inspect the goods within two days;\n- pay the price.\n";

    #[test]
    fn an_item_under_another_lead_in_binds_another() {
        let item = "- insure them for their full value;\n";
        let new = OLD.replace(item, "").replace("- pay the price", &format!("{item}- pay the price"));
        check(OLD, &new, &[("under “The Buyer shall:” now", Class::Substantive)]);
    }

    #[test]
    fn items_are_told_by_their_letters_too() {
        let lettered = |items: [&str; 5]| {
            format!(
                "3.1 The Seller shall:\n\n(a) {}\n\n(b) {}\n\n(c) {}\n\n3.2 The Buyer shall:\n\n(a) {}\n\n(b) {}\n",
                items[0], items[1], items[2], items[3], items[4]
            )
        };
        let (quay, insure) = ("deliver the goods to the quay;", "insure them for their full value;");
        let (store, inspect, pay) =
            ("store them in a dry hall.", "inspect the goods within two days;", "pay the price.");
        let old = lettered([quay, insure, store, inspect, pay]);
        let new = old.replace(&format!("(b) {insure}\n\n"), "").replace("(b) pay", &format!("(b) {insure}\n\n(c) pay"));
        check(&old, &new, &[("under “3.2 The Buyer shall:” now", Class::Substantive)]);
    }

    #[test]
    fn an_item_that_moves_within_its_list_stays_under_its_lead_in() {
        let item = "- insure them for their full value;\n";
        let new = OLD.replace(item, "").replace("- deliver", &format!("{item}- deliver"));
        check(OLD, &new, &[("", Class::Wording)]);
        // The lead-in itself may change: that is an edit of its own.
        let renamed = new.replace("The Seller shall:", "The Seller must:");
        check(OLD, &renamed, &[("", Class::Wording)]);
    }
}
