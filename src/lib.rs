//! redraft: two wordings of a draft side by side; every edit found, explained and decided from the keyboard.
//!
//! Everything is ranges into two immutable texts. In the order in which data goes:
//!
//! ```text
//! bytes ─read→ Document ─compare→ Comparison ─review→ Review ─app→ Page ─ui→ cells
//!                                                        └──write→ bytes
//! ```
//!
//! # The screen
//!
//! ```text
//! ┌ round-1.md → round-2.md ──────────────────── edit 7/23 · 4 open · 1 sent back ┐   title   ui/title
//! │ ⋯ 3 paragraphs unchanged                                                     │┊   fold    app/page/chunks
//! │ 12 The Parties [shall] render assis-   │ 12 The Parties {may} render         │█   wordings, row by row: app/page, ui/wordings;
//! │    tance within [30] days.             │    assistance within {45} days.     │▌   at the right the ruler: ui/ruler
//! ├ 7 · replace · substantive · modal: shall → may (weaker) ──────────── accepted ┤   lens    ui/lens
//! │ - The Parties shall render assistance within 30 days.                         │   or what is typed: app/prompt, ui/prompt
//! │ + The Parties may render assistance within 45 days.                           │
//! └ n next  a accept  x reject  s send back  c comment  e reword  ? help  q quit ─┘   footer  ui/footer
//! ```
//!
//! # The words
//!
//! One word for one thing, in code, on the screen and in files:
//!
//! | word | is |
//! |---|---|
//! | old, new | the two wordings |
//! | [block](document::Block) | a paragraph, heading, list item, table cell, footnote, quotation or code block |
//! | sentence | the unit of alignment; a heading or a cell is one sentence |
//! | token | word, number, punctuation mark or space; what word-level edits are made of |
//! | [span](document::Span) | a byte range in a document's text, never splitting a character |
//! | [pair](document::Pair) | two of a thing: one for the old wording, one for the new |
//! | [bead](compare::Bead) | a group of old and new sentences that belong together, 1:1, 1:2, 0:1, n:m (Gale and Church 1993); the alignment is all beads |
//! | [fixed bead](review::FixedBead) | a bead that a person has aligned by hand; kept with the review, and the rest is aligned around it |
//! | [stale](compare::stale) | of a translation: rendering what the source said before it moved on |
//! | [step](compare::Step) | a place in the merged order of both wordings: a bead, or one end of a moved one |
//! | segment | a source and its translation in a file that holds both sides; it becomes a bead that is given |
//! | [unit](write::units::Unit) | a bead with its settled words, as it is written for translators |
//! | [edit](compare::Edit) | one place where the wordings part: insert, delete, replace, move, split, merge |
//! | [grain](compare::Grain) | how coarsely edits are cut: as people mark them, or by bare words, phrases or whole sentences |
//! | [cut](compare::Cut) | the grain of a comparison, and the beads that keep another because somebody decided on their edits |
//! | [flag](compare::flags::Flag) | why an edit matters, with its reason: number, date, name, defined term, modal, negation, content, … or only spelling, grammar, case |
//! | [check](compare::checks) | what looks for one kind of flaw in a translation; its finding is a flag, with a place on both sides |
//! | [class](compare::Class) | substantive, wording or editorial: follows from the flags |
//! | [decision](review::Decision) | on one edit: open, accepted, rejected, reworded, sent back (with a reason) |
//! | [review](review::Review) | the decisions and comments on one pair; what is saved |
//! | [filter](app::filter::Filter) | which edits are walked: by class, decision, kind, flag, comment; the others stay, pale |
//! | [list](app::lists::List) | lines that lie over the text: help, overview, filter, palette, orphans |
//! | [renumbering](compare::numbering::Renumbering) | numbers that changed because others came, went or moved, which are its causes; decided together |
//! | [article](compare::Comparison::article) | a head and what stands under it, to the next head of its rank; decided together where it came or went as a whole |
//! | [stray](compare::strays::Stray) | a place that stands unchanged though edits elsewhere changed the same words, or what it refers to, and these are not rejected; it may be mended, or let stand |
//! | [own edit](compare::EditKind::Own) | a sentence that the reviewer has taken up, though nothing was found there or more than was found |
//! | [level](compare::EditKind::Level) | how deep an item lies in the lists around it; an edit of white space alone |
//! | orphan | a decision whose edit is gone; kept and listed, never put on another edit |
//! | [sentence cursor](app::Sentence) | the sentence that is lit together with what belongs to it; what is aligned by hand |
//! | [page](app::page::Page), [row](app::page::Row) | a comparison laid out at one width; the only thing that is drawn |
//! | [chunk](app::page), fold | what is laid out at once; unchanged chunks that are shown as one row |
//!
//! # The modules, in reading order
//!
//! 1. [`document`]: a text and its parts. Imports nothing of ours.
//! 2. [`read`]: bytes to a document, a file per format.
//! 3. [`compare`]: two documents to a comparison; its files are the stages.
//! 4. [`review`]: what people decide, what text follows from it, what is saved.
//! 5. [`mod@write`]: a comparison and its review to bytes, a file per form.
//! 6. [`app`]: the program's state, and what each action does to it. Keys go in, rows come out; it knows no terminal and no disk.
//! 7. [`ui`]: the state as cells. It reads only.
//! 8. [`terminal`], [`store`]: the only modules that touch the terminal and the disk. [`config`]: what a person has set.
//! 9. [`run`]: the loop that joins them. [`cli`]: the command line.
//!
//! # What is absent
//!
//! The modules up to [`ui`] have no clock, no disk, no environment and no chance: the same bytes give the same answer, byte for byte, on any
//! machine. Nothing of a document reaches the terminal before [`document::visible`] has made it safe. Drawing changes nothing. Nothing panics
//! on any input. `tests/architecture` reads the sources and holds these rules.

pub mod app;
pub mod cli;
pub mod compare;
pub mod config;
pub mod document;
pub mod read;
pub mod review;
pub mod run;
pub mod store;
pub mod terminal;
pub mod ui;
pub mod write;
