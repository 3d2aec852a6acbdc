//! Articles that came or went as a whole: a head, and what stands under it down to the next head of its rank.

use std::collections::BTreeMap;
use std::ops::Range;

use super::Comparison;
use super::numbering::head_of;
use crate::document::{BlockKind, Document, Side};

/// How high a head stands, the highest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    /// A heading of this level.
    Heading(usize),
    /// `Article 5` before other words or in a line of its own, its label inside so many others; how many parts its number has.
    Label(usize, usize),
    /// `5.2`, of so many parts.
    Clause(usize),
    /// `(a)`.
    Item,
}

impl Comparison {
    /// The edits of the article around an edit, in order, where it came or went as a whole; else none.
    pub fn article(&self, edit: usize) -> Vec<usize> {
        let Some(bead) = self.edits.get(edit).and_then(|edit| self.beads.get(edit.bead)) else { return Vec::new() };
        let side = match (bead.sentences.old.is_empty(), bead.sentences.new.is_empty()) {
            (true, false) => Side::New,
            (false, true) => Side::Old,
            _ => return Vec::new(),
        };
        let is_alone = self.alone(side);
        let Some(whole) = article(&self.documents[side], bead.sentences[side].start, &is_alone) else {
            return Vec::new();
        };
        let belongs = |edit: &usize| {
            let sentences = &self.beads[self.edits[*edit].bead].sentences[side];
            !sentences.is_empty() && whole.contains(&sentences.start) && is_alone[sentences.start]
        };
        (0..self.edits.len()).filter(belongs).collect()
    }

    /// Which sentences of one side the other one has nothing of.
    fn alone(&self, side: Side) -> Vec<bool> {
        let other = side.other();
        let mut is_alone = vec![false; self.documents[side].sentences.len()];
        for bead in self.beads.iter().filter(|bead| bead.sentences[other].is_empty()) {
            is_alone[bead.sentences[side].clone()].fill(true);
        }
        is_alone
    }
}

/// The sentences of the article around a sentence whose head stands in this wording alone. What has a number without a label is a part of
/// what stands above it, as far as that is alone too.
fn article(document: &Document, sentence: usize, is_alone: &[bool]) -> Option<Range<usize>> {
    let heads = heads(document);
    let (mut whole, mut below) = (None, None);
    for (at, (head, rank)) in heads.iter().enumerate().rev().filter(|(_, (head, _))| *head <= sentence) {
        if below.is_some_and(|below| *rank >= below) {
            continue;
        }
        if !is_alone[*head] {
            break;
        }
        let next = heads[at + 1..].iter().find(|(_, next)| next <= rank);
        whole = Some(*head..next.map_or(document.sentences.len(), |(next, _)| *next));
        below = Some(*rank);
        if *rank < Rank::Clause(0) {
            break;
        }
    }
    whole
}

/// The first sentences of the blocks that head others, and how high they stand.
fn heads(document: &Document) -> Vec<(usize, Rank)> {
    let mut heads = Vec::new();
    // Where every label stands first and last.
    let mut labels: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for block in document.blocks.iter().filter(|block| !block.sentences.is_empty()) {
        let at = block.sentences.start;
        let text = block.span.of(&document.text);
        match head_of(document, at) {
            _ if block.kind == BlockKind::Heading => heads.push((at, Rank::Heading(level(text)), String::new())),
            Some(head) if !head.label.is_empty() => {
                let label = head.label.to_lowercase();
                labels.entry(label.clone()).or_insert((at, at)).1 = at;
                heads.push((at, Rank::Label(0, head.number.depth()), label));
            }
            Some(head) if text[head.place.clone()].starts_with(|first: char| first.is_ascii_digit()) => {
                heads.push((at, Rank::Clause(head.number.depth()), String::new()));
            }
            Some(_) => heads.push((at, Rank::Item, String::new())),
            None => {}
        }
    }
    let inside = |label: &str| {
        let first = labels.get(label).map_or(0, |(first, _)| *first);
        labels.values().filter(|around| around.0 < first && first < around.1).count()
    };
    let inside: BTreeMap<&str, usize> = labels.keys().map(|label| (label.as_str(), inside(label))).collect();
    let ranked = |(at, rank, label): &(usize, Rank, String)| match rank {
        Rank::Label(_, parts) => (*at, Rank::Label(inside.get(label.as_str()).copied().unwrap_or(0), *parts)),
        other => (*at, *other),
    };
    heads.iter().map(ranked).collect()
}

/// The level of a heading, by its signs or by the line below it.
fn level(text: &str) -> usize {
    let signs = text.bytes().take_while(|byte| *byte == b'#').count();
    let is_underlined = || text.lines().next_back().is_some_and(|line| line.starts_with('='));
    if signs > 0 { signs } else { 2 - usize::from(is_underlined()) }
}

#[cfg(test)]
mod tests {
    use crate::compare::compare;
    use crate::document::Pair;
    use crate::read::{Options, read};

    /// The edits of the article around every edit, from the one text to the other and back, as places in a row.
    #[track_caller]
    fn check(name: &str, less: &str, more: &str, expected: &[&[usize]]) {
        let document = |text: &str| read(name, text.as_bytes(), &Options::default()).expect("a text");
        for (old, new) in [(less, more), (more, less)] {
            let comparison = compare(Pair::of(document(old), document(new)));
            let found: Vec<Vec<usize>> = (0..comparison.edits.len()).map(|edit| comparison.article(edit)).collect();
            assert_eq!(found, expected, "{:#?}", comparison.edits);
        }
    }

    const SEAT: &str = "The office has its seat at Essel.\n\n";
    const FEES: &str = "Whoever lands a boat pays a fee of two crowns.\n\n";
    const BOATS: &str = "Boats may land wherever there is a quay.\n\n";
    const TERM: &str = "It ends after ten years unless the council renews it.\n\n";

    #[test]
    fn an_article_is_a_head_and_what_stands_under_it() {
        let more = format!("# Pact\n\n## Article 1\n\n{SEAT}## Article 2\n\n{FEES}{BOATS}## Article 3\n\n{TERM}");
        let less = format!("# Pact\n\n## Article 1\n\n{SEAT}## Article 2\n\n{TERM}");
        let all: &[usize] = &[0, 1, 2];
        check("a.md", &less, &more, &[all, all, all, &[]]);
        let plain = |text: &str| text.replace("# Pact\n\n", "").replace("## ", "");
        check("a.txt", &plain(&less), &plain(&more), &[all, all, all, &[]]);
    }

    #[test]
    fn what_only_stands_in_an_article_is_none() {
        let less = format!("## Article 1\n\n{SEAT}## Article 2\n\n{TERM}");
        let more = format!("## Article 1\n\n{SEAT}{FEES}## Article 2\n\n{TERM}");
        check("a.md", &less, &more, &[&[]]);
    }

    #[test]
    fn articles_stand_in_chapters_and_clauses_in_articles() {
        let less = format!("Chapter I\n\nArticle 1\n\n{SEAT}Chapter II\n\nArticle 2\n\n{TERM}Annex A\n\n{BOATS}");
        let more = format!(
            "Chapter I\n\nArticle 1\n\n{SEAT}Article 2\n\n1. {FEES}2. No boat is too small for it.\n\nChapter II\n\nArticle 3\n\n{TERM}Annex A\n\n{BOATS}"
        );
        let all: &[usize] = &[0, 1, 2];
        check("a.txt", &less, &more, &[all, all, all, &[]]);
        let clauses = |numbers: [&str; 2], more: &str| {
            format!("1. Seat\n\n1.1 {SEAT}{more}{}. Term\n\n{}.1 {TERM}", numbers[0], numbers[1])
        };
        let more = clauses(["3", "3"], &format!("2. Fees\n\n2.1 {FEES}2.2 {BOATS}"));
        check("a.txt", &clauses(["2", "2"], ""), &more, &[all, all, all, &[], &[]]);
    }
}
