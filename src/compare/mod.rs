//! Two documents to a [`Comparison`]: which sentences belong together, where the wordings part, and why each edit matters.
//!
//! The stages are the files, in the order in which data goes.

use std::fmt;
use std::ops::Range;

use crate::document::{Document, Pair, Span};
pub use grain::{Cut, Grain};
pub use identity::{SentenceId, sentence_ids};
pub use mode::Mode;
pub use own::OwnBead;
pub use progress::Progress;

mod align;
mod along;
mod anchor;
mod anew;
mod articles;
mod beads;
pub mod bitext;
mod blocks;
mod broken;
mod capital;
mod cells;
pub mod checks;
mod column;
mod compared;
mod counterpart;
mod cut;
mod ends;
mod fewest;
pub mod flags;
mod followers;
mod grain;
pub mod groups;
mod halves;
mod heads;
mod identity;
mod leadin;
mod levels;
mod mode;
mod moves;
pub mod numbering;
mod own;
pub mod paragraphs;
pub mod parallel;
mod progress;
mod referred;
mod remarks;
mod rewritten;
mod shapes;
mod spacing;
pub mod stale;
mod steps;
pub mod strays;
mod structure;
mod table;
mod terms;
mod tidy;
mod turned;
mod units;
mod window;
mod word_lists;
mod wordclass;
mod words;
mod worth;

/// How far the documents of a comparison are cut into sentences. The edits are the same either way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    /// Everything.
    All,
    /// Only what is changed: a block that stands unchanged counts as one sentence, and a stretch of such blocks may be one bead.
    Changed,
}

/// Finds every edit between two drafts of one text.
pub fn compare(documents: Pair<Document>) -> Comparison {
    compare_in(documents, Detail::All)
}

/// The same in the detail that is asked for.
pub fn compare_in(documents: Pair<Document>, detail: Detail) -> Comparison {
    compare_cut(documents.map(|document| Document { keeps_rows: true, ..document }), detail)
}

/// The same of two versions of a source whose translation is looked at: in all three a cell of a table is a sentence.
pub fn compare_sources(documents: Pair<Document>) -> Comparison {
    compare_cut(documents, Detail::All)
}

fn compare_cut(mut documents: Pair<Document>, detail: Detail) -> Comparison {
    let links = align::align(&mut documents, detail, Vec::new());
    structure::build(documents, links, Cut::default())
}

/// Finds what a translation leaves out and adds, and which renderings are suspect. A bead of which nothing is to be said has no edits.
pub fn compare_translation(documents: Pair<Document>, known: &bitext::Known) -> Comparison {
    compare_aligned(documents, known, Mode::Translation, &Progress::default())
}

/// The same for either mode: sentences are put together as those of a translation are, with regard to what is known. Another thread may
/// look at the progress meanwhile.
pub fn compare_aligned(
    documents: Pair<Document>,
    known: &bitext::Known,
    mode: Mode,
    progress: &Progress,
) -> Comparison {
    let documents = documents.map(|mut document| {
        document.cut(|_| false);
        document
    });
    let links = bitext::align(documents.as_ref(), known, progress);
    Comparison { known: known.clone(), ..built(documents, links, mode, known, Cut::default()) }
}

fn built(
    documents: Pair<Document>,
    links: Vec<align::Link>,
    mode: Mode,
    known: &bitext::Known,
    cut: Cut,
) -> Comparison {
    match mode {
        Mode::Revision => structure::build(documents, links, cut),
        Mode::Translation => structure::build_translation(documents, links, known, cut),
    }
}

/// A group of old and new sentences that belong together, or stand alone (Gale and Church 1993).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bead {
    /// Sentence indices of both sides; an empty side = left out or added. Consecutive, within one block where the other side is empty.
    pub sentences: Pair<Range<usize>>,
    /// The move edit that carries it to another place, as an index into [`Comparison::edits`].
    pub moved: Option<usize>,
    /// Its edits in [`Comparison::edits`], in order of place. A split or merge at the border before the bead comes first.
    /// The move edit itself is not among them: it stands before the edits of its first bead.
    pub edits: Range<usize>,
}

/// Where in the merged order of both wordings a bead stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// A bead in its place on both sides (index into [`Comparison::beads`]).
    Bead(usize),
    /// The old place of a moved bead: only the old wording stands here.
    From(usize),
    /// The new place of a moved bead: only the new wording stands here, with its inner edits.
    To(usize),
}

/// What an edit does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EditKind {
    /// Words only the new wording has.
    Insert,
    /// Words only the old wording has.
    Delete,
    /// Words put in the place of others.
    Replace,
    /// Sentences that stand elsewhere.
    Move,
    /// One block became two here; the spans are the white space at the border.
    Split,
    /// Two blocks became one here; the spans are the white space at the border.
    Merge,
    /// An item of a list lies deeper than before, or less deep; the spans are the white space before it.
    Level,
    /// A sentence that the reviewer has taken up, with what belongs to it: the same words on both sides, or a rendering of them with
    /// whatever was found there.
    Own,
}

impl EditKind {
    /// Its name as files and screens show it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Insert => "insert",
            Self::Delete => "delete",
            Self::Replace => "replace",
            Self::Move => "move",
            Self::Split => "split",
            Self::Merge => "merge",
            Self::Level => "level",
            Self::Own => "own",
        }
    }
}

/// What an edit weighs. Follows from its flags.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Class {
    /// Spelling, grammar, punctuation, case, typography or spacing only.
    #[default]
    Editorial,
    /// Other words, no grave alarm and not much content.
    Wording,
    /// May change what is said: a grave alarm, or content that came or went.
    Substantive,
}

impl Class {
    /// Its name as files and screens show it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Editorial => "editorial",
            Self::Wording => "wording",
            Self::Substantive => "substantive",
        }
    }
}

/// A fingerprint of an edit: of both sides' words and their surroundings, with a counter among equals. Never an index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EditId {
    /// The fingerprint of words and surroundings.
    pub print: u64,
    /// 0 for the first edit with this fingerprint in the order of the text, 1 for the next, …
    pub count: u32,
}

impl fmt::Display for EditId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.count {
            0 => write!(out, "{:016x}", self.print),
            count => write!(out, "{:016x}-{count}", self.print),
        }
    }
}

/// One place where the wordings part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// Its fingerprint.
    pub id: EditId,
    /// What it does.
    pub kind: EditKind,
    /// The bead it lies in (of a move: the first bead it carries), as an index into [`Comparison::beads`].
    pub bead: usize,
    /// Its words on both sides; an empty side is the place between words where nothing stands.
    pub spans: Pair<Span>,
    /// Why it matters, with evidence.
    pub flags: Vec<flags::Flag>,
    /// What it weighs.
    pub class: Class,
}

/// A stretch of a bead: what both wordings share, or one edit. See [`Comparison::runs`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Run {
    /// The same words on both sides (white space may differ); in a translation, what renders each other, of which one side may be empty.
    Same(Pair<Span>),
    /// A word of both sides that has another capital because of the edit before it (an index into [`Comparison::edits`]):
    /// words came or went at the beginning of a sentence. It goes with that edit.
    Capital(Pair<Span>, usize),
    /// An edit, as an index into [`Comparison::edits`].
    Edit(usize),
}

/// Everything found between two documents.
#[derive(Debug)]
pub struct Comparison {
    /// What the two are to each other.
    pub mode: Mode,
    /// The two documents.
    pub documents: Pair<Document>,
    /// How the beads are cut into edits.
    pub cut: Cut,
    /// Which sentences belong together.
    pub beads: Vec<Bead>,
    /// The merged order of both wordings: every bead once, a moved one twice.
    pub steps: Vec<Step>,
    /// Where the wordings part, in the order of the steps (a move stands at its new place, before its inner edits).
    pub edits: Vec<Edit>,
    /// Places where only white space between two words differs and means nothing (re-wrapping), or where only one side breaks a word over
    /// two lines: never walked, never counted.
    pub spacing: Vec<Pair<Span>>,
    /// What was known beforehand: beads that a person has fixed, and of a translation its glossary.
    pub known: bitext::Known,
    /// Whether the beads follow from an older source (see [`stale`]): then they can't be fixed by hand.
    pub is_derived: bool,
    /// Edits that are the same in several places.
    pub groups: groups::Groups,
    /// Numbers that changed because others did, and the references that follow.
    pub numbering: numbering::Numbering,
    /// What stands unchanged though edits elsewhere changed the same, or what it refers to; in the order of the new wording.
    pub strays: Vec<strays::Stray>,
}

impl Comparison {
    /// The edit of this kind at this place, whatever the cut: the same one after cutting anew.
    pub fn edit_at(&self, kind: EditKind, spans: Pair<Span>) -> Option<usize> {
        let start = spans.new.start;
        let from = self.edits.partition_point(|edit| edit.spans.new.start < start);
        let here = self.edits[from..].iter().take_while(|edit| edit.spans.new.start == start);
        here.zip(from..).find(|(edit, _)| edit.kind == kind && edit.spans == spans).map(|(_, index)| index)
    }

    /// What a bead is known by when it is cut anew: a fingerprint of its words.
    pub fn bead_print(&self, bead: usize) -> u64 {
        identity::bead_print(self.documents.as_ref(), self.bead_span(bead))
    }

    /// Whether a place of [`Self::spacing`] lies in a word that is broken over two lines.
    pub fn is_broken_word(&self, spans: Pair<Span>) -> bool {
        let texts = self.documents.as_ref().map(|document| document.text.as_str());
        let is_space = |text: &str, span: Span| span.of(text).chars().all(|sign| sign.is_whitespace() || sign == '>');
        !is_space(texts.old, spans.old) || !is_space(texts.new, spans.new)
    }

    /// Whether both wordings come from one file that holds both sides.
    pub fn is_of_one_file(&self) -> bool {
        self.documents.old.is_half && self.documents.new.is_half
    }

    /// What is to be said of the files that were read.
    pub fn notes(&self) -> impl Iterator<Item = &str> {
        self.documents.old.notes.iter().chain(&self.documents.new.notes).map(String::as_str)
    }

    /// The words of an edit on both sides.
    pub fn words(&self, edit: &Edit) -> Pair<&str> {
        Pair::of(edit.spans.old.of(&self.documents.old.text), edit.spans.new.of(&self.documents.new.text))
    }

    /// The span of a bead on both sides, from the start of its first sentence to the end of its last; empty where it has none.
    pub fn bead_span(&self, bead: usize) -> Pair<Span> {
        let sentences = &self.beads[bead].sentences;
        Pair::of(self.documents.old.cover(&sentences.old), self.documents.new.cover(&sentences.new))
    }

    /// The words of a bead on both sides.
    pub fn bead_words(&self, bead: usize) -> Pair<&str> {
        let span = self.bead_span(bead);
        Pair::of(span.old.of(&self.documents.old.text), span.new.of(&self.documents.new.text))
    }

    /// Whether an edit is of white space only: it has no words to stand.
    pub fn is_gap(&self, edit: &Edit) -> bool {
        let words = self.words(edit);
        words.old.trim().is_empty() && words.new.trim().is_empty()
    }

    /// A bead as stretches that are the same and edits, in order. White space at the borders of the stretches is left out of them.
    pub fn runs(&self, bead: usize) -> Vec<Run> {
        let whole = self.bead_span(bead);
        let mut at = whole.map(|span| span.start);
        let mut runs = Vec::new();
        for index in self.beads[bead].edits.clone() {
            let spans = self.edits[index].spans;
            self.same_up_to(&mut runs, whole, at, spans.map(|span| span.start));
            runs.push(Run::Edit(index));
            at = Pair::of(spans.old.end.max(whole.old.start), spans.new.end.max(whole.new.start));
        }
        self.same_up_to(&mut runs, whole, at, whole.map(|span| span.end));
        runs
    }

    fn same_up_to(&self, runs: &mut Vec<Run>, whole: Pair<Span>, from: Pair<usize>, to: Pair<usize>) {
        let texts = self.documents.as_ref().map(|document| document.text.as_str());
        if self.mode == Mode::Translation {
            return rendered_up_to(runs, texts, whole, (from, to));
        }
        if from.old >= to.old || from.new >= to.new {
            return;
        }
        let mut spans =
            Pair::of(Span::new(from.old, to.old).trimmed(texts.old), Span::new(from.new, to.new).trimmed(texts.new));
        if let Some(&Run::Edit(edit)) = runs.last()
            && let Some(capital) = capital::at_start(texts, spans)
        {
            runs.push(Run::Capital(capital, edit));
            spans.old = Span::new(capital.old.end, spans.old.end).trimmed(texts.old);
            spans.new = Span::new(capital.new.end, spans.new.end).trimmed(texts.new);
        }
        if !spans.old.is_empty() && !spans.new.is_empty() {
            runs.push(Run::Same(spans));
        }
    }
}

/// What stands between two edits of a translation, on both sides or on one; never more than the bead, whose edits may stand elsewhere on
/// a side that has none of its sentences.
fn rendered_up_to(runs: &mut Vec<Run>, texts: Pair<&str>, whole: Pair<Span>, (from, to): (Pair<usize>, Pair<usize>)) {
    let between = |text: &str, whole: Span, from: usize, to: usize| {
        let within = |at: usize| at.clamp(whole.start, whole.end);
        Span::new(within(from), within(to.max(from))).trimmed(text)
    };
    let spans =
        Pair::of(between(texts.old, whole.old, from.old, to.old), between(texts.new, whole.new, from.new, to.new));
    if !spans.old.is_empty() || !spans.new.is_empty() {
        runs.push(Run::Same(spans));
    }
}
