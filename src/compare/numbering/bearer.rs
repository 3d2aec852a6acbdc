//! The blocks that bear a number, and what it counts.

use rustc_hash::{FxHashMap, FxHashSet};

use super::head::{Head, head};
use super::labels::{Labels, Name};
use super::number::{Number, Style};
use crate::document::{Block, BlockKind, Document, Pair, Span};

/// What a number counts: numbers of one key form one sequence.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Key {
    /// What a word names: articles, sections.
    Label(Name),
    /// Clauses whose number stands alone and runs through the text.
    Clause,
    /// Items of a list (counted from 1), which begin anew with every list.
    Item(Style, usize),
}

/// What is counted together: numbers of one key below one number, as the old wording has them.
pub type Row = (Key, Number);

/// The rows from which a change of a number follows, the shortest first, of which there is one at least: 4.2 that is 5.3 follows from that
/// of 4 into 5, and from what came before it in 4.
pub type Series = Vec<Row>;

/// A block that bears a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bearer {
    /// The block.
    pub block: usize,
    /// What its number counts.
    pub key: Key,
    /// The number.
    pub number: Number,
    /// Where the number stands, without label, brackets and point.
    pub place: Span,
}

/// The bearers of both documents, in order.
pub fn bearers(documents: Pair<&Document>, labels: &mut Labels) -> Pair<Vec<Bearer>> {
    let heads = documents.map(heads);
    // What a heading of either wording has is a label in both.
    for (_, head) in heads.old.iter().chain(&heads.new).filter(|(at, head)| at.1 && !head.label.is_empty()) {
        labels.learn(head.label, true);
    }
    let mut found =
        Pair::of(in_rows(read(documents.old, heads.old, labels)), in_rows(read(documents.new, heads.new, labels)));
    let runs_through = runs_through(&found.old) && runs_through(&found.new);
    for bearer in found.old.iter_mut().chain(&mut found.new) {
        if runs_through && matches!(bearer.key, Key::Item(Style::Digits, _)) {
            bearer.key = Key::Clause;
        }
    }
    number_lists(&mut found.old);
    number_lists(&mut found.new);
    found
}

/// The heads of the blocks of a document, by index and whether it is a heading.
fn heads(document: &Document) -> Vec<((usize, bool), Head<'_>)> {
    let carries = |kind: BlockKind| matches!(kind, BlockKind::Heading | BlockKind::Paragraph | BlockKind::ListItem);
    let blocks = document.blocks.iter().enumerate().filter(|(_, block)| carries(block.kind));
    let head = |(at, block): (usize, &Block)| {
        let is_heading = block.kind == BlockKind::Heading;
        Some(((at, is_heading), head(block.span.of(&document.text), is_heading)?))
    };
    blocks.filter_map(head).collect()
}

fn read(document: &Document, heads: Vec<((usize, bool), Head<'_>)>, labels: &mut Labels) -> Vec<Bearer> {
    let mut found = Vec::new();
    for ((at, is_heading), head) in heads {
        let block = document.blocks[at].span;
        let text = block.of(&document.text);
        let key = if head.label.is_empty() {
            let is_clause = head.number.style() == Style::Digits && (is_heading || head.number.depth() > 1);
            if is_date(&text[head.end..], labels) {
                continue;
            }
            if is_clause { Key::Clause } else { Key::Item(head.number.style(), 0) }
        } else {
            let Some(name) = labels.learn(head.label, is_heading) else { continue };
            Key::Label(name)
        };
        let place = Span::new(block.start + head.place.start, block.start + head.place.end);
        found.push(Bearer { block: at, key, number: head.number, place });
    }
    found
}

/// Whether a month stands behind a number: `30. April`.
fn is_date(words: &str, labels: &Labels) -> bool {
    let word = words.split(|letter: char| !letter.is_alphabetic()).next().unwrap_or("").to_lowercase();
    labels.lists.entry(&word).is_some_and(|entry| entry.month.is_some())
}

/// Leaves out numbers without a label that stand in no row with another of their kind: amounts at the beginning of a line.
fn in_rows(mut bearers: Vec<Bearer>) -> Vec<Bearer> {
    let mut last: Option<Number> = None;
    for bearer in bearers.iter_mut().filter(|bearer| matches!(bearer.key, Key::Item(..))) {
        // `(i)` behind `(h)` is a letter.
        let letter = bearer.number.as_letter();
        if letter != bearer.number && letter.neighbours()[0] == last {
            bearer.key = Key::Item(letter.style(), 0);
            bearer.number = letter;
        }
        last = Some(bearer.number.clone());
    }
    let known: FxHashSet<(Key, Number)> =
        bearers.iter().map(|bearer| (bearer.key.clone(), bearer.number.clone())).collect();
    let is_known = |bearer: &Bearer, number| known.contains(&(bearer.key.clone(), number));
    bearers.retain(|bearer| {
        matches!(bearer.key, Key::Label(_))
            || bearer.number.is_first()
            || bearer.number.neighbours().into_iter().flatten().any(|number| is_known(bearer, number))
    });
    bearers
}

/// Whether single numbers run through the whole text and do not begin anew with every list or article.
fn runs_through(bearers: &[Bearer]) -> bool {
    let is_single = |bearer: &&Bearer| bearer.key == Key::Item(Style::Digits, 0);
    let singles: Vec<&Bearer> = bearers.iter().filter(is_single).collect();
    let leads = bearers.iter().find(|bearer| bearer.number.depth() == 1).is_some_and(|first| is_single(&first));
    leads && singles.windows(2).all(|two| two[0].number < two[1].number)
}

/// Tells the lists apart: a heading, a clause, or a number that does not grow begins a new one.
fn number_lists(bearers: &mut [Bearer]) {
    let mut lists = 0;
    let mut open: FxHashMap<Style, (Number, usize)> = FxHashMap::default();
    for bearer in bearers {
        let Key::Item(style, list) = &mut bearer.key else {
            open.clear();
            continue;
        };
        let going_on = open.get(style).filter(|(last, _)| *last < bearer.number).map(|(_, list)| *list);
        lists += usize::from(going_on.is_none());
        *list = going_on.unwrap_or(lists);
        open.insert(*style, (bearer.number.clone(), *list));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::{Options, read};

    /// The bearers of a Markdown text as `key number`, items with their list.
    #[track_caller]
    fn check(language: &'static str, text: &str, expected: &str) {
        let document = || read("a.md", text.as_bytes(), &Options::default()).expect("a text");
        let mut labels = Labels::of(Some(language));
        let (old, new) = (document(), document());
        let found = bearers(Pair::of(&old, &new), &mut labels).new;
        let shown = |bearer: &Bearer| match &bearer.key {
            Key::Label(name) => format!("{} {}", labels.shown(name, false).expect("a label"), bearer.number),
            Key::Clause => format!("clause {}", bearer.number),
            Key::Item(_, list) => format!("{} in {list}", bearer.number),
        };
        let texts = found.iter().map(|bearer| bearer.place.of(&new.text).to_owned());
        assert!(texts.eq(found.iter().map(|bearer| bearer.number.to_string())), "{found:?}");
        assert_eq!(found.iter().map(shown).collect::<Vec<_>>().join(", "), expected);
    }

    #[test]
    fn labels_and_numbers_begin_a_block() {
        check(
            "en",
            "## Article 5. Seat\n\nText.\n\n## ARTICLE 6\n\n**Section 2**: Text.\n\n§ 7. Text.\n",
            "Article 5, Article 6, Section 2, § 7",
        );
        check("de", "Artikel 5\n\n## Anhang 3 Haftung\n\nAbschnitt IV – Kosten\n", "Artikel 5, Anhang 3, Abschnitt IV");
        check("fr", "## Article 5 - Siège\n\n## Annexe II\n", "Article 5, Annexe II");
        check("es", "# Artículo 5. Sede\n", "Artículo 5");
        check("ru", "Статья 5. Бюджет\n\nст. 6\n", "Статья 5, Статья 6");
    }

    #[test]
    fn headings_teach_a_word_that_is_not_listed() {
        check("pt", "Artigo 4\n\n## Artigo 5. Sede\n\nArtigo 6\n\nPreço 7\n", "Artigo 4, Artigo 5, Artigo 6");
    }

    #[test]
    fn references_and_amounts_bear_nothing() {
        check("en", "Article 5 applies to all members.\n\nSection 2 of the law is void, they say.\n", "");
        check("en", "2.5 Tons of sand\n\n4.5 Litres of oil\n\n2024. A year\n\n17 people came\n", "");
        check("de", "30. April: Abgabe\n\n31. Mai: Beratung\n", "");
    }

    #[test]
    fn clauses_run_through_the_text() {
        check(
            "en",
            "## 1. Seat\n\n1.1 The seat.\n\n1.2 The room.\n\n## 2. Term\n",
            "clause 1, clause 1.1, clause 1.2, clause 2",
        );
        check(
            "en",
            "1. The first.\n2. The second.\n\nText.\n\n3. The third.\n\n## Annex I\n",
            "clause 1, clause 2, clause 3, Annex I",
        );
    }

    #[test]
    fn items_begin_anew_with_every_list() {
        let text = "## Article 1. Uses\n\n1. water;\n2. food.\n\n## Article 2. Order\n\n1. the sick;\n2. the young.\n";
        check("en", text, "Article 1, 1 in 1, 2 in 1, Article 2, 1 in 2, 2 in 2");
        let nested = "(g) gold;\n\n(h) hay;\n\n(i) iron.\n\nText.\n\n(i) first;\n\n(ii) second.\n";
        check("en", nested, "g in 1, h in 1, i in 1, i in 2, ii in 2");
    }
}
