//! How well the classes of edits agree with people: `cargo bench --bench classes -- FILE.jsonl…`
//!
//! Each line of a file is a pair of sentences, tokens parted by spaces, with the edits that people marked and what they are for:
//! `{"a": "…", "b": "…", "gold": [[{"intent": "Content", "a": [2, 3], "b": null}, …], …]}` (the form of arXivEdits, Jiang et al. 2022;
//! the first answer carries the intents). `Content` is what we call substantive; every other intent is not.
//!
//! Two figures are printed. The first judges the classes alone: our class of every edit as it was marked, against its intent.
//! The second judges what a reader sees: our own edits, each against the intents of the marked edits that it overlaps.
//! `--each` shows every edit that the first figure counts.

#![allow(clippy::print_stdout, reason = "its purpose is to print figures")]

use std::collections::BTreeMap;
use std::ops::Range;
use std::process::ExitCode;

use redraft::compare::flags::{Rules, Seen, Subject};
use redraft::compare::{Class, Edit, EditKind, compare};
use redraft::document::{Document, Pair, Span};
use redraft::read::{Options, read};
use serde::Deserialize;

/// A pair of sentences with the edits that people marked.
#[derive(Deserialize)]
struct Case {
    a: String,
    b: String,
    gold: Vec<Vec<Marked>>,
}

/// One marked edit: token ranges of both sides, and what it is for.
#[derive(Deserialize)]
struct Marked {
    intent: Option<String>,
    a: Option<(usize, usize)>,
    b: Option<(usize, usize)>,
}

/// A marked edit as spans of bytes.
struct Gold {
    spans: Pair<Span>,
    is_content: bool,
}

/// Counts of one figure.
#[derive(Default)]
struct Figure {
    edits: usize,
    substantive: usize,
    substantive_right: usize,
    content: usize,
    content_found: usize,
    editorial: usize,
    editorial_wrong: usize,
}

impl Figure {
    fn count(&mut self, class: Class, is_content: bool) {
        self.edits += 1;
        self.substantive += usize::from(class == Class::Substantive);
        self.substantive_right += usize::from(class == Class::Substantive && is_content);
        self.editorial += usize::from(class == Class::Editorial);
        self.editorial_wrong += usize::from(class == Class::Editorial && is_content);
    }

    fn print(&self, what: &str) {
        let share = |part: usize, whole: usize| 100.0 * part as f64 / whole.max(1) as f64;
        let precision = share(self.substantive_right, self.substantive);
        let recall = share(self.content_found, self.content);
        let both = if precision + recall > 0.0 { 2.0 * precision * recall / (precision + recall) } else { 0.0 };
        println!("{what}: {} edits", self.edits);
        println!("  substantive against Content: P {precision:.1} R {recall:.1} F1 {both:.1}");
        let editorial = share(self.editorial, self.edits);
        println!("  editorial: {editorial:.1} % of all edits, {} of them Content", self.editorial_wrong);
    }
}

fn main() -> ExitCode {
    let (options, paths): (Vec<String>, Vec<String>) =
        std::env::args().skip(1).partition(|argument| argument.starts_with("--"));
    if paths.is_empty() {
        println!("classes: name the files with marked edits: cargo bench --bench classes -- FILE.jsonl…");
        return ExitCode::SUCCESS;
    }
    let shows_each = options.iter().any(|option| option == "--each");
    let (mut alone, mut seen, mut kinds) = (Figure::default(), Figure::default(), BTreeMap::new());
    for path in &paths {
        let cases = match cases(path) {
            Ok(cases) => cases,
            Err(trouble) => {
                println!("{path}: {trouble}");
                return ExitCode::FAILURE;
            }
        };
        for case in cases {
            let documents = Pair::of(document(&case.a), document(&case.b));
            let gold = gold(&case);
            classes_alone(&documents, &gold, &mut alone, &mut kinds, shows_each);
            classes_seen(documents, &gold, &mut seen);
        }
    }
    alone.print("marked edits, our classes");
    seen.print("our edits, our classes");
    println!("flags on marked edits (of them Content):");
    for (kind, (all, content)) in kinds {
        println!("  {kind}: {all} ({content})");
    }
    ExitCode::SUCCESS
}

fn cases(path: &str) -> Result<Vec<Case>, Box<dyn std::error::Error>> {
    let text = std::fs::read_to_string(path)?;
    text.lines().map(|line| Ok(serde_json::from_str(line)?)).collect()
}

fn document(text: &str) -> Document {
    let options = Options { language: Some("en".to_owned()), ..Options::default() };
    read("sentence.txt", text.as_bytes(), &options).unwrap_or_default()
}

fn whole(document: &Document) -> Span {
    Span::new(0, document.text.len())
}

/// The marked edits that have an intent, as spans. Where a side is empty, the place is the one that the edits before leave.
fn gold(case: &Case) -> Vec<Gold> {
    let tokens = Pair::of(&case.a, &case.b).map(|text| token_spans(text));
    let mut marked: Vec<&Marked> = case.gold.first().into_iter().flatten().collect();
    marked.sort_by_key(|one| (one.a.map(|range| range.0), one.b.map(|range| range.0)));
    let mut found = Vec::new();
    let mut at = Pair::of(0, 0);
    while !marked.is_empty() {
        let here = |one: &&Marked| {
            one.a.is_some_and(|range| range.0 <= at.old) || one.b.is_some_and(|range| range.0 <= at.new)
        };
        let Some(index) = marked.iter().position(here) else {
            if at.old > tokens.old.len() && at.new > tokens.new.len() {
                break;
            }
            at = at.map(|index| index + 1);
            continue;
        };
        let one = marked.remove(index);
        let ranges = Pair::of(one.a, one.b);
        let old = ranges.old.map_or(at.old..at.old, |range| range.0..range.1);
        let new = ranges.new.map_or(at.new..at.new, |range| range.0..range.1);
        at = Pair::of(at.old.max(old.end), at.new.max(new.end));
        if let Some(intent) = &one.intent {
            let spans = Pair::of(span(&tokens.old, &old), span(&tokens.new, &new));
            found.push(Gold { spans, is_content: intent == "Content" });
        }
    }
    found
}

fn token_spans(text: &str) -> Vec<Span> {
    let mut at = 0;
    let mut spans = Vec::new();
    for token in text.split(' ') {
        spans.push(Span::new(at, at + token.len()));
        at += token.len() + 1;
    }
    spans
}

fn span(tokens: &[Span], range: &Range<usize>) -> Span {
    let end = tokens.last().map_or(0, |last| last.end);
    match (tokens.get(range.start), tokens.get(range.end.wrapping_sub(1))) {
        (Some(first), Some(last)) if range.start < range.end => first.to(*last),
        (Some(next), _) => Span::new(next.start, next.start),
        _ => Span::new(end, end),
    }
}

fn classes_alone(
    documents: &Pair<Document>,
    gold: &[Gold],
    figure: &mut Figure,
    kinds: &mut BTreeMap<&'static str, (usize, usize)>,
    shows_each: bool,
) {
    let rules = Rules::of(documents.as_ref());
    for one in gold {
        let kind = match (one.spans.old.is_empty(), one.spans.new.is_empty()) {
            (true, _) => EditKind::Insert,
            (_, true) => EditKind::Delete,
            _ => EditKind::Replace,
        };
        let subject = Subject {
            texts: Pair::of(&documents.old.text, &documents.new.text),
            kind,
            edit: one.spans,
            bead: documents.as_ref().map(whole),
            block: None,
            seen: Seen::default(),
        };
        let (flags, class) = rules.flags(&subject);
        figure.count(class, one.is_content);
        figure.content += usize::from(one.is_content);
        figure.content_found += usize::from(one.is_content && class == Class::Substantive);
        for flag in &flags {
            let count = kinds.entry(flag.kind.name()).or_insert((0, 0));
            count.0 += 1;
            count.1 += usize::from(one.is_content);
        }
        if shows_each {
            let verdict = if (class == Class::Substantive) == one.is_content { "right" } else { "wrong" };
            let words = Pair::of(one.spans.old.of(&documents.old.text), one.spans.new.of(&documents.new.text));
            let said: Vec<String> = flags.iter().map(|flag| format!("{}: {}", flag.kind.name(), flag.reason)).collect();
            let is = if one.is_content { "Content" } else { "other" };
            println!("{verdict}: {is}, {} [{}|{}] {}", class.name(), words.old, words.new, said.join("; "));
        }
    }
}

fn classes_seen(documents: Pair<Document>, gold: &[Gold], figure: &mut Figure) {
    let comparison = compare(documents);
    let meets = |a: Span, b: Span| a.start < b.end && b.start < a.end;
    let overlaps =
        |edit: &Edit, one: &Gold| meets(edit.spans.old, one.spans.old) || meets(edit.spans.new, one.spans.new);
    for edit in &comparison.edits {
        let mut met = gold.iter().filter(|one| overlaps(edit, one)).peekable();
        if met.peek().is_some() {
            let is_content = met.any(|one| one.is_content);
            figure.count(edit.class, is_content);
        }
    }
    for one in gold.iter().filter(|one| one.is_content) {
        let is_found = |edit: &Edit| edit.class == Class::Substantive && overlaps(edit, one);
        figure.content += 1;
        figure.content_found += usize::from(comparison.edits.iter().any(is_found));
    }
}
