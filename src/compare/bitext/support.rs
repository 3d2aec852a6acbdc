//! How much likelier the words of a sentence are beside a group of sentences of the other side than alone.
//!
//! What two sentences themselves have taught the lexicon is left out of account where they are weighed (leave one out): otherwise
//! every pair of sentences that was ever put together would vouch for itself.

use std::ops::Range;

use super::band::Band;
use super::lexicon::{FAINT, Lexicon, Witness};
use super::sentences::Sentences;
use crate::document::{Pair, Side};

/// The most sentences of one side in a bead.
pub const MOST: usize = 4;
/// How often a word has no counterpart at all.
pub const ORPHANS: f32 = 0.1;
/// How many ratios can be multiplied before their logarithm must be taken.
const FACTORS: usize = 16;

/// Logarithms of likelihood ratios, for every sentence of the band and every group of up to [`MOST`] sentences of the other side.
#[derive(Debug, Default)]
pub struct Support {
    first: usize,
    lows: Vec<usize>,
    starts: Vec<usize>,
    gains: Vec<[f32; MOST]>,
}

impl Support {
    /// How the groups of `side` support the sentences of the other side.
    pub fn of(side: Side, texts: Pair<&Sentences>, band: &Band, lexicon: &Lexicon, witnesses: &[Witness]) -> Self {
        let rows = band.rows(side);
        let mut listening = Listening::new(side, texts, band, lexicon, witnesses);
        let mut support = Self { first: rows.start, starts: vec![0], ..Self::default() };
        let mut heard: Vec<Row> = Vec::with_capacity(MOST);
        for sentence in rows.clone() {
            if !heard.is_empty() {
                heard.remove(0);
            }
            while heard.len() < MOST && sentence + heard.len() < rows.end {
                heard.push(listening.row(sentence + heard.len()));
            }
            let columns = band.columns(side, sentence);
            support.lows.push(columns.start);
            support.gains.extend(columns.map(|column| gains(column, &heard)));
            support.starts.push(support.gains.len());
        }
        support
    }

    /// The gain of a sentence beside the `size` sentences from `group` on; minus infinity where they are not in the band.
    pub fn gain(&self, group: usize, size: usize, sentence: usize) -> f64 {
        let row = group - self.first;
        let cells = &self.gains[self.starts[row]..self.starts[row + 1]];
        let gains = sentence.checked_sub(self.lows[row]).and_then(|column| cells.get(column));
        gains.map_or(f64::NEG_INFINITY, |gains| f64::from(gains[size - 1]))
    }
}

/// How one sentence lifts every word of the sentences of the band beside it.
struct Row {
    /// How many words it has.
    size: usize,
    columns: Range<usize>,
    /// Where the words of each column begin in `lifts`.
    starts: Vec<usize>,
    lifts: Vec<f32>,
}

/// The gains of a sentence beside groups of one, two, … of the rows.
fn gains(column: usize, rows: &[Row]) -> [f32; MOST] {
    let mut gains = [f32::NEG_INFINITY; MOST];
    let mut sums: Vec<f32> = Vec::new();
    let mut size = 0;
    for (row, gain) in rows.iter().zip(&mut gains) {
        if !row.columns.contains(&column) {
            break;
        }
        let at = column - row.columns.start;
        let lifts = &row.lifts[row.starts[at]..row.starts[at + 1]];
        sums.resize(lifts.len(), 0.0);
        size += row.size;
        let weight = (1.0 - ORPHANS) / size.max(1) as f32;
        let mut sum = 0.0;
        for (sums, lifts) in sums.chunks_mut(FACTORS).zip(lifts.chunks(FACTORS)) {
            let mut product = 1.0;
            for (sum, lift) in sums.iter_mut().zip(lifts) {
                *sum += lift;
                product *= f64::from(ORPHANS + weight * *sum);
            }
            sum += product.ln();
        }
        *gain = sum as f32;
    }
    gains
}

/// What is at hand while the rows of a side are heard one after the other.
struct Listening<'a> {
    side: Side,
    texts: Pair<&'a Sentences>,
    band: &'a Band,
    lexicon: &'a Lexicon,
    witnesses: &'a [Witness],
    by_row: Index,
    by_column: Index,
    /// How often each word stands in the row.
    inside: Vec<f32>,
    /// What each word was heard with in the row.
    own: Vec<f32>,
    /// The lift of each word of the other side beyond a plain one, and what a column takes off it.
    lifts: Vec<f32>,
    less: Vec<f32>,
}

impl<'a> Listening<'a> {
    fn new(
        side: Side,
        texts: Pair<&'a Sentences>,
        band: &'a Band,
        lexicon: &'a Lexicon,
        witnesses: &'a [Witness],
    ) -> Self {
        let (words, partners) = (texts[side].words.len(), texts[side.other()].words.len());
        let shares = &texts[side.other()].shares;
        let counts = |witness: &Witness| {
            let (word, partner) = (witness.words[side], witness.words[side.other()]);
            let lift = witness.count / shares[partner as usize] * lexicon.scale(word, 0.0);
            lift > FAINT && lexicon.find(word, partner).is_some()
        };
        let counts: Vec<bool> = witnesses.iter().map(counts).collect();
        let by = |row: Side| Index::of(witnesses, &counts, row, band.rows(row));
        Self {
            side,
            texts,
            band,
            lexicon,
            witnesses,
            by_row: by(side),
            by_column: by(side.other()),
            inside: vec![0.0; words],
            own: vec![0.0; words],
            lifts: vec![0.0; partners],
            less: vec![0.0; partners],
        }
    }

    fn row(&mut self, sentence: usize) -> Row {
        let words = self.texts[self.side].ids(sentence);
        let plain = self.hear(sentence, words);
        let columns = self.band.columns(self.side, sentence);
        let mut row = Row { size: words.len(), columns: columns.clone(), starts: vec![0], lifts: Vec::new() };
        for column in columns {
            self.forget(sentence, column);
            let beside = self.texts[self.side.other()].ids(column);
            let lift = |word: &u32| (plain + self.lifts[*word as usize] - self.less[*word as usize]).max(0.0);
            row.lifts.extend(beside.iter().map(lift));
            row.starts.push(row.lifts.len());
            beside.iter().for_each(|word| self.less[*word as usize] = 0.0);
        }
        self.clear(sentence, words);
        row
    }

    /// Adds up the lifts of the row's words, without what the row itself bears witness to; the plain lift of all words is returned.
    fn hear(&mut self, sentence: usize, words: &[u32]) -> f32 {
        for at in self.by_row.of_sentence(sentence) {
            let witness = &self.witnesses[*at as usize];
            self.own[witness.words[self.side] as usize] += witness.count;
        }
        let mut plain = 0.0;
        for word in words {
            self.inside[*word as usize] += 1.0;
            let scale = self.lexicon.scale(*word, self.own[*word as usize]);
            plain += self.lexicon.plain(*word, scale);
            for entry in self.lexicon.entries(*word) {
                self.lifts[entry.word() as usize] += entry.strength * scale;
            }
        }
        for at in self.by_row.of_sentence(sentence) {
            let witness = self.witnesses[*at as usize];
            self.lifts[witness.words[self.side.other()] as usize] -= self.lift(witness);
        }
        plain
    }

    /// Takes off the lifts what the column bears witness to beside other rows.
    fn forget(&mut self, sentence: usize, column: usize) {
        for at in self.by_column.of_sentence(column) {
            let witness = self.witnesses[*at as usize];
            let is_inside = self.inside[witness.words[self.side] as usize] > 0.0;
            if is_inside && witness.sentences[self.side] as usize != sentence {
                self.less[witness.words[self.side.other()] as usize] += self.lift(witness);
            }
        }
    }

    /// What a witness adds to a lift in the row at hand.
    fn lift(&self, witness: Witness) -> f32 {
        let (word, partner) = (witness.words[self.side], witness.words[self.side.other()]);
        let scale = self.lexicon.scale(word, self.own[word as usize]);
        witness.count / self.texts[self.side.other()].shares[partner as usize] * scale * self.inside[word as usize]
    }

    fn clear(&mut self, sentence: usize, words: &[u32]) {
        for at in self.by_row.of_sentence(sentence) {
            self.own[self.witnesses[*at as usize].words[self.side] as usize] = 0.0;
        }
        words.iter().for_each(|word| self.inside[*word as usize] = 0.0);
        self.lifts.fill(0.0);
    }
}

/// Witnesses by one of their sentences.
struct Index {
    first: usize,
    starts: Vec<u32>,
    order: Vec<u32>,
}

impl Index {
    /// The witnesses that count by their sentence on `side`, among `rows`.
    fn of(witnesses: &[Witness], counts: &[bool], side: Side, rows: Range<usize>) -> Self {
        let row = |witness: &Witness| witness.sentences[side] as usize - rows.start;
        let counted = || witnesses.iter().enumerate().filter(|(at, _)| counts[*at]);
        let mut starts = vec![0; rows.len() + 1];
        counted().for_each(|(_, witness)| starts[row(witness) + 1] += 1);
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let mut next = starts.clone();
        let mut order = vec![0; starts[rows.len()] as usize];
        for (at, witness) in counted() {
            let place = &mut next[row(witness)];
            order[*place as usize] = at as u32;
            *place += 1;
        }
        Self { first: rows.start, starts, order }
    }

    fn of_sentence(&self, sentence: usize) -> &[u32] {
        let row = sentence - self.first;
        &self.order[self.starts[row] as usize..self.starts[row + 1] as usize]
    }
}
