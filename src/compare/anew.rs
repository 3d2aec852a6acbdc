//! The same two documents cut or put together anew.

use super::bitext::{self, Fixed, Known};
use super::{Bead, Comparison, Cut, Detail, Grain, Mode, Progress, align, built, identity};
use crate::document::{Document, Pair, Span};

impl Comparison {
    /// Cuts the edits anew. Which sentences belong together stays, and so do the beads' indices. The edits of a translation have no grain:
    /// only which sentences the reviewer has taken up tells there, and nothing where the beads follow from an older source.
    pub fn recut(&mut self, cut: impl Into<Cut>) {
        let cut = cut.into();
        if self.mode == Mode::Translation && (self.is_derived || self.cut.own == cut.own) {
            return;
        }
        let link = |bead: Bead| align::Link { sentences: bead.sentences, moved: bead.moved.is_some() };
        let links = std::mem::take(&mut self.beads).into_iter().map(link).collect();
        let (documents, known) = (std::mem::take(&mut self.documents), std::mem::take(&mut self.known));
        let built = built(documents, links, self.mode, &known, cut);
        *self = Self { known, ..built };
    }

    /// The beads that are cut at another grain than the rest.
    fn own_grains(&self) -> Vec<(Pair<Span>, Grain)> {
        if self.cut.kept.is_empty() {
            return Vec::new();
        }
        let beads = (0..self.beads.len()).map(|bead| (self.bead_span(bead), self.cut.of(self.bead_print(bead))));
        beads.filter(|(_, grain)| *grain != self.cut.grain).collect()
    }

    /// Puts the sentences of the same two documents together again, around the beads that a person has fixed, and cuts them as they were.
    pub fn align_around(&mut self, fixed: impl FnOnce(Pair<&Document>) -> Fixed) {
        let own = self.own_grains();
        let (mut documents, mut cut) = (std::mem::take(&mut self.documents), std::mem::take(&mut self.cut));
        documents.old.cut(|_| false);
        documents.new.cut(|_| false);
        let fixed = fixed(documents.as_ref());
        let known = Known { fixed, ..std::mem::take(&mut self.known) };
        let is_given = known.given != Fixed::default();
        let links = match self.mode {
            Mode::Revision if !is_given => align::align(&mut documents, Detail::All, known.fixed.beads.clone()),
            _ => bitext::align(documents.as_ref(), &known, &Progress::default()),
        };
        let whole = |link: &align::Link| {
            Pair::of(documents.old.cover(&link.sentences.old), documents.new.cover(&link.sentences.new))
        };
        cut.hand_on(&own, links.iter().map(whole), |whole| identity::bead_print(documents.as_ref(), whole));
        let built = built(documents, links, self.mode, &known, cut);
        *self = Self { known, ..built };
    }
}
