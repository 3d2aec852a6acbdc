//! The changed paragraphs as marked text, a line each: `[-old-]{+new+}`, with the reasons below.

use std::io::{self, Write};
use std::ops::Range;

use super::renumbered;
use crate::compare::groups::Group;
use crate::compare::{Class, Comparison, Edit, EditKind, Mode, Run, Step, paragraphs};
use crate::document::visible::{brackets, flowing, visible};
use crate::document::{Document, Pair, Side, Span};
use crate::review::settle::is_to_be_mended;
use crate::review::{Decision, Review, remarks};

/// Writes the marked text.
pub fn write(comparison: &Comparison, review: &Review, out: impl Write) -> io::Result<()> {
    let mut writing = Writing { comparison, review, out, unchanged: 0 };
    writeln!(writing.out, "{}: {}", names(comparison), tally(comparison, review))?;
    for note in notes(comparison) {
        writeln!(writing.out, "({note})")?;
    }
    for steps in paragraphs::paragraphs(comparison) {
        writing.paragraph(steps)?;
    }
    writing.folded()?;
    renumbered::lines(comparison, review, &mut writing.out)?;
    writing.groups()?;
    writing.out.flush()
}

/// The names of the two wordings, or the one of a file that holds both sides.
pub fn names(comparison: &Comparison) -> String {
    let names = comparison.documents.as_ref().map(|document| visible(&document.name));
    if comparison.is_of_one_file() { names.new.into_owned() } else { format!("{} → {}", names.old, names.new) }
}

/// How many edits there are, by class, and how many are decided.
pub fn tally(comparison: &Comparison, review: &Review) -> String {
    let count = |class| comparison.edits.iter().filter(|edit| edit.class == class).count();
    let edits = match comparison.edits.len() {
        0 if comparison.mode == Mode::Translation => return "no findings".to_owned(),
        0 => return "no edits".to_owned(),
        1 => "1 edit".to_owned(),
        many => format!("{many} edits"),
    };
    let classes: Vec<String> = [Class::Substantive, Class::Wording, Class::Editorial]
        .into_iter()
        .map(|class| (count(class), class.name()))
        .filter(|(count, _)| *count > 0)
        .map(|(count, name)| format!("{count} {name}"))
        .collect();
    let open = comparison.edits.iter().filter(|edit| *review.decision(edit.id) == Decision::Open).count();
    let decided = if open == comparison.edits.len() { String::new() } else { format!("; {open} open") };
    let is_mended = |edit: &&Edit| !is_to_be_mended(comparison.mode, edit, review.decision(edit.id));
    let mended = match comparison.edits.len() - comparison.edits.iter().filter(is_mended).count() {
        0 => String::new(),
        count => format!("; {count} to be mended"),
    };
    format!("{edits} ({}{decided}{mended})", classes.join(", "))
}

/// What is to be said of the two files beside their words.
pub fn notes(comparison: &Comparison) -> Vec<String> {
    let mut notes = Vec::new();
    let documents = &comparison.documents;
    let encodings = documents.as_ref().map(|document| document.origin.encoding);
    let guessed = match (documents.old.origin.guessed, documents.new.origin.guessed) {
        (true, true) if encodings.old == encodings.new => format!("of both wordings was guessed: {}", encodings.old),
        (true, true) => format!("of both wordings was guessed: {}, {}", encodings.old, encodings.new),
        (true, false) => format!("of the old wording was guessed: {}", encodings.old),
        (false, true) => format!("of the new wording was guessed: {}", encodings.new),
        (false, false) => String::new(),
    };
    if !guessed.is_empty() {
        notes.push(format!("the encoding {guessed}; name it with --encoding if signs look wrong"));
    }
    if encodings.old != encodings.new {
        notes.push(format!("encoding: {} → {}", encodings.old, encodings.new));
    }
    if documents.old.origin.mark != documents.new.origin.mark {
        notes.push(format!(
            "byte-order mark: only in the {} wording",
            if documents.old.origin.mark { "old" } else { "new" }
        ));
    }
    let ends = documents.as_ref().map(line_ends);
    if ends.old != ends.new && !ends.old.is_empty() && !ends.new.is_empty() {
        notes.push(format!("line ends: {} → {}", ends.old, ends.new));
    }
    let is_broken = |spans: &Pair<Span>| comparison.is_broken_word(*spans);
    let what = match comparison.spacing.iter().any(is_broken) {
        true => "white space or hyphens at the ends of lines",
        false => "white space",
    };
    match comparison.spacing.len() {
        0 => {}
        1 => notes.push(format!("1 place differs in {what} only")),
        many => notes.push(format!("{many} places differ in {what} only")),
    }
    notes.extend(levels(comparison));
    notes
}

/// Which items of lists lie at another level, where some do.
fn levels(comparison: &Comparison) -> Option<String> {
    const NAMED: usize = 8;
    let items = comparison.relevelled();
    let mut named: Vec<String> = items.iter().take(NAMED).map(|block| comparison.place(Side::New, *block)).collect();
    named.extend((items.len() > NAMED).then(|| "…".to_owned()));
    let named = named.join(", ");
    match items.len() {
        0 => None,
        1 => Some(format!("1 item of a list lies at another level: {named}")),
        many => Some(format!("{many} items of lists lie at another level: {named}")),
    }
}

/// The name of the first line end of a text.
fn line_ends(document: &Document) -> &'static str {
    match document.text.find(['\r', '\n']).map(|at| &document.text[at..]) {
        None => "",
        Some(rest) if rest.starts_with("\r\n") => "CRLF",
        Some(rest) if rest.starts_with('\r') => "CR",
        Some(_) => "LF",
    }
}

struct Writing<'a, W> {
    comparison: &'a Comparison,
    review: &'a Review,
    out: W,
    unchanged: usize,
}

impl<W: Write> Writing<'_, W> {
    fn paragraph(&mut self, steps: Range<usize>) -> io::Result<()> {
        let changed = |step: &Step| match step {
            Step::Bead(bead) => !self.comparison.beads[*bead].edits.is_empty(),
            Step::From(_) | Step::To(_) => true,
        };
        if !self.comparison.steps[steps.clone()].iter().any(changed) {
            self.unchanged += self.blocks(&steps);
            return Ok(());
        }
        self.folded()?;
        write!(self.out, "\n{}", self.number(&steps))?;
        let mut last = None;
        for step in steps.clone() {
            let step = self.comparison.steps[step];
            let moved = self.moved(step);
            if moved != last {
                self.close_move(last)?;
                self.open_move(step)?;
                last = moved;
            }
            self.step(step)?;
        }
        self.close_move(last)?;
        self.out.write_all(b"\n")?;
        for step in steps {
            self.reasons(self.comparison.steps[step])?;
        }
        Ok(())
    }

    /// The number of the paragraph in the new wording, or else in the old.
    fn number(&self, steps: &Range<usize>) -> String {
        let documents = &self.comparison.documents;
        let seen = |step: usize| paragraphs::seen(self.comparison, self.comparison.steps[step]);
        let new = steps.clone().map(&seen).find(|sentences| !sentences.new.is_empty());
        match new {
            Some(sentences) => self.comparison.place(Side::New, documents.new.block_of(sentences.new.start)),
            None => self.comparison.place(Side::Old, documents.old.block_of(seen(steps.start).old.start)),
        }
    }

    /// How many paragraphs of the new wording stand in steps that are unchanged.
    fn blocks(&self, steps: &Range<usize>) -> usize {
        let new = &self.comparison.documents.new;
        let seen = |step: usize| paragraphs::seen(self.comparison, self.comparison.steps[step]).new;
        let (first, last) = (seen(steps.start), seen(steps.end - 1));
        new.block_of(last.end - 1) + 1 - new.block_of(first.start)
    }

    fn folded(&mut self) -> io::Result<()> {
        match std::mem::take(&mut self.unchanged) {
            0 => Ok(()),
            1 => writeln!(self.out, "\n⋯ 1 paragraph {}", self.comparison.mode.without_edits()),
            many => writeln!(self.out, "\n⋯ {many} paragraphs {}", self.comparison.mode.without_edits()),
        }
    }

    /// The move that a step is an end of, and which end.
    fn moved(&self, step: Step) -> Option<(Side, usize)> {
        match step {
            Step::Bead(_) => None,
            Step::From(bead) => Some((Side::Old, self.comparison.beads[bead].moved?)),
            Step::To(bead) => Some((Side::New, self.comparison.beads[bead].moved?)),
        }
    }

    fn close_move(&mut self, moved: Option<(Side, usize)>) -> io::Result<()> {
        match moved {
            Some((Side::Old, _)) => self.out.write_all(b"-]"),
            Some((Side::New, _)) => self.out.write_all(b"+}"),
            None => Ok(()),
        }
    }

    /// Says of a step that is an end of a move where the other end of these words stands.
    fn open_move(&mut self, step: Step) -> io::Result<()> {
        let (Step::Bead(bead) | Step::From(bead) | Step::To(bead)) = step;
        let Some((side, edit)) = self.moved(step) else { return Ok(()) };
        let other = side.other();
        let sentences = &self.comparison.beads[bead].sentences[other];
        let place = self.comparison.documents[other].block_of(sentences.start) + 1;
        match side {
            Side::Old => write!(self.out, " [-moved to ¶ {place}, edit {}:", edit + 1),
            Side::New => write!(self.out, " {{+moved from old ¶ {place}, edit {}:", edit + 1),
        }
    }

    fn step(&mut self, step: Step) -> io::Result<()> {
        match step {
            Step::From(bead) => {
                let span = self.comparison.bead_span(bead).old;
                self.stretch(Side::Old, span, "", "")
            }
            // Nearly every sentence of a changed paragraph stands as it was.
            Step::Bead(bead) if self.comparison.beads[bead].edits.is_empty() => {
                let span = self.comparison.bead_span(bead).new;
                self.stretch(Side::New, span, "", "")
            }
            Step::Bead(bead) | Step::To(bead) => {
                for run in self.comparison.runs(bead) {
                    match run {
                        Run::Same(spans) | Run::Capital(spans, _) => self.stretch(Side::New, spans.new, "", "")?,
                        Run::Edit(index) => self.edit(&self.comparison.edits[index])?,
                    }
                }
                Ok(())
            }
        }
    }

    fn edit(&mut self, edit: &Edit) -> io::Result<()> {
        match edit.kind {
            EditKind::Split => self.out.write_all("{+¶+}".as_bytes()),
            EditKind::Merge => self.out.write_all("[-¶-]".as_bytes()),
            EditKind::Level => self.out.write_all(" {+↳+}".as_bytes()),
            EditKind::Own if self.comparison.mode == Mode::Revision => {
                self.stretch(Side::New, edit.spans.new, "{=", "=}")
            }
            _ => {
                let Pair { old, new } = edit.spans;
                let texts = Pair::of(&self.comparison.documents.old.text, &self.comparison.documents.new.text);
                if !old.is_empty() {
                    let (open, close) = brackets(old.of(texts.old), b'-');
                    self.stretch(Side::Old, old, open, close)?;
                }
                let (open, close) = brackets(new.of(texts.new), b'+');
                match (old.is_empty(), new.is_empty()) {
                    (_, true) => Ok(()),
                    (true, false) => self.stretch(Side::New, new, open, close),
                    (false, false) => self.marked(Side::New, new, open, close),
                }
            }
        }
    }

    /// Words, behind a space where there is white space before them.
    fn stretch(&mut self, side: Side, span: Span, open: &str, close: &str) -> io::Result<()> {
        let text = &self.comparison.documents[side].text;
        if text[..span.start].chars().next_back().is_none_or(char::is_whitespace) {
            self.out.write_all(b" ")?;
        }
        self.marked(side, span, open, close)
    }

    fn marked(&mut self, side: Side, span: Span, open: &str, close: &str) -> io::Result<()> {
        self.out.write_all(open.as_bytes())?;
        self.out.write_all(flowing(span.of(&self.comparison.documents[side].text)).as_bytes())?;
        self.out.write_all(close.as_bytes())
    }

    /// Why the edits of a step matter and what was decided, a line each where there is something to say.
    fn reasons(&mut self, step: Step) -> io::Result<()> {
        let bead = match step {
            Step::From(_) => return Ok(()),
            Step::Bead(bead) | Step::To(bead) => bead,
        };
        let whole = self.comparison.beads[bead].moved;
        let whole = whole.filter(|index| self.comparison.edits[*index].bead == bead);
        for index in whole.into_iter().chain(self.comparison.beads[bead].edits.clone()) {
            self.reason(index)?;
        }
        Ok(())
    }

    fn reason(&mut self, index: usize) -> io::Result<()> {
        let edit = &self.comparison.edits[index];
        let decision = self.review.decision(edit.id);
        let comment = self.review.comment(edit.id);
        let remark = self.comparison.inner_remark(index);
        let is_plain = edit.flags.is_empty() && remark.is_none() && *decision == Decision::Open && comment.is_empty();
        if is_plain || renumbered::is_told(self.comparison, self.review, index) {
            return Ok(());
        }
        write!(self.out, "    {} {}, {}", index + 1, edit.kind.name(), edit.class.name())?;
        for flag in &edit.flags {
            write!(self.out, " · {}: {}", flag.kind.name(), flowing(&flag.reason))?;
        }
        if let Some(remark) = remark {
            write!(self.out, " · {remark}")?;
        }
        match decision {
            Decision::Open => {}
            Decision::Reworded(words) => write!(self.out, " · reworded: {}", flowing(words))?,
            Decision::SentBack(reason) => write!(self.out, " · sent back: {}", flowing(reason))?,
            other => write!(self.out, " · {}", other.name())?,
        }
        if !comment.is_empty() {
            write!(self.out, " · “{}”", flowing(comment))?;
        }
        self.out.write_all(b"\n")
    }

    /// Edits that are the same in several places, and the places that they may have missed, a line each.
    fn groups(&mut self) -> io::Result<()> {
        let groups = &self.comparison.groups.all;
        if !groups.is_empty() {
            self.out.write_all(b"\nThe same edit in several places:\n")?;
        }
        for group in groups {
            let edits: Vec<String> = group.edits.iter().map(|edit| (edit + 1).to_string()).collect();
            write!(self.out, "    {}: {}", self.comparison.group_remark(group), edits.join(", "))?;
            if let Some(missed) = missed(self.comparison, self.review, group) {
                write!(self.out, "; {missed}")?;
            }
            self.out.write_all(b"\n")?;
            for said in decided_strays(self.comparison, self.review, group) {
                writeln!(self.out, "        {said}")?;
            }
        }
        Ok(())
    }
}

/// How many places a group may have missed, and in which paragraphs of the new wording they stand.
pub fn missed(comparison: &Comparison, review: &Review, group: &Group) -> Option<String> {
    let said = remarks::missed_remark(comparison, review, group)?;
    let places = remarks::missed(comparison, review, group).iter();
    let mut blocks: Vec<usize> = places.map(|place| comparison.new_block(*place)).collect();
    blocks.dedup();
    let blocks: Vec<String> = blocks.iter().map(|block| comparison.place(Side::New, *block)).collect();
    Some(format!("{said}: {}", blocks.join(", ")))
}

/// What was decided on the places that a group may have missed.
pub fn decided_strays(comparison: &Comparison, review: &Review, group: &Group) -> Vec<String> {
    let strays = remarks::missed(comparison, review, group).iter().filter_map(|place| comparison.stray(*place));
    let decided = strays.filter(|stray| review.entries.get(&stray.id).is_some_and(|entry| !entry.is_empty()));
    decided.map(|stray| remarks::stray_remark(comparison, review, stray)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::compare;
    use crate::read::{Options, read};

    #[track_caller]
    fn check(old: &str, new: &str, expected: &[&str]) {
        let document = |name: &str, text: &str| read(name, text.as_bytes(), &Options::default()).expect("a text");
        let comparison = compare(Pair::of(document("a.txt", old), document("b.txt", new)));
        let mut out = Vec::new();
        write(&comparison, &Review::default(), &mut out).expect("memory");
        let text = String::from_utf8(out).expect("a text");
        let lines: Vec<&str> = text.lines().filter(|line| !line.is_empty() && !line.starts_with("    ")).collect();
        assert_eq!(lines[1..], *expected);
    }

    #[test]
    fn words_are_marked_in_their_place() {
        check("It was a day.\n", "It was a fine day, indeed.\n", &["¶ 1 It was a {+fine+} day{+, indeed+}."]);
        check(
            "We met here.\n\nSame words.\n",
            "We met there.\n\nSame words.\n",
            &["¶ 1 We met [-here-]{+there+}.", "⋯ 1 paragraph unchanged"],
        );
        check("It rained. The sun came.\n", "It rained.\n\nThe sun came.\n", &["¶ 1 It rained.{+¶+} The sun came."]);
    }

    #[test]
    fn signs_stand_apart_from_the_marks() {
        check("- One is here.\n", "* One is here.\n", &["¶ 1 [- - -]{+*+} One is here."]);
        check("A + B is here.\n", "A - B is here.\n", &["¶ 1 A [-+-]{+-+} B is here."]);
        check("It is here.\n", "It is + here.\n", &["¶ 1 It is {+ + +} here."]);
    }

    #[test]
    fn nothing_of_a_text_is_raw() {
        check("A b\u{1b}[31m c.\n", "A b\u{1b}[31m d.\n", &["¶ 1 A b␛[31m [-c-]{+d+}."]);
    }

    #[test]
    fn what_differs_beside_the_words_is_said() {
        check(
            "One two.\r\n",
            "One\ntwo.\n",
            &["(line ends: CRLF → LF)", "(2 places differ in white space only)", "⋯ 1 paragraph unchanged"],
        );
    }
}
