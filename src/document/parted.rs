//! A stretch of a text, parted where blocks begin in it.

use super::{Document, Span};

impl Document {
    /// The parts of a stretch of the text, without white space at their ends, one for each block of which it has words.
    pub fn parted(&self, span: Span) -> impl Iterator<Item = Span> {
        let first = self.sentences.partition_point(|sentence| sentence.start <= span.start);
        let last = self.sentences.partition_point(|sentence| sentence.start < span.end).max(first);
        let borders = (first..last).filter(|at| self.begins_block(*at)).map(|at| self.sentences[at].start);
        let ends = borders.chain([span.end]);
        let starts = std::iter::once(span.start).chain(ends.clone());
        let parts = starts.zip(ends).map(|(start, end)| Span::new(start, end).trimmed(&self.text));
        parts.filter(|part| !part.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Block, BlockKind};
    use super::*;

    #[test]
    fn a_stretch_is_parted_where_blocks_begin() {
        let text = "One. Two.\n\nThree.";
        let mut document = Document { text: text.to_owned(), ..Document::default() };
        let block = |start, end| Block::new(text, BlockKind::Paragraph, Span::new(start, end));
        document.blocks.extend([block(0, 9), block(11, 17)].into_iter().flatten());
        document.cut(|_| false);
        let check = |words: &str, expected: &[&str]| {
            let start = text.find(words).expect("words");
            let parts = document.parted(Span::new(start, start + words.len())).map(|part| part.of(text));
            assert_eq!(parts.collect::<Vec<_>>(), expected);
        };
        check(text, &["One. Two.", "Three."]);
        check("Two.\n\nThree", &["Two.", "Three"]);
        check("\n\nThree", &["Three"]);
        check("e. Tw", &["e. Tw"]);
        check("", &[]);
    }
}
