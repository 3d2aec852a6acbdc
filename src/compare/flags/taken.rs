//! What dates, times and references take up of a text: their numbers are no amounts, their words no names.

use crate::document::Span;

/// Spans whose numbers and words are those of dates and references, and nothing else.
pub struct Taken(Vec<Span>);

impl Taken {
    /// In order, each reaching as far as any that begins before it.
    pub fn of(found: [&[Span]; 3]) -> Self {
        let mut spans = found.concat();
        spans.sort_unstable_by_key(|span| span.start);
        let mut end = 0;
        for span in &mut spans {
            end = end.max(span.end);
            span.end = end;
        }
        Self(spans)
    }

    /// Whether a span lies within one of them.
    pub fn has(&self, span: Span) -> bool {
        let begun = self.0.partition_point(|taken| taken.start <= span.start);
        begun.checked_sub(1).is_some_and(|last| span.end <= self.0[last].end)
    }
}
