//! What two texts are to each other.

/// What two wordings are to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Two drafts in one language.
    Revision,
    /// An original and its translation.
    Translation,
}

impl Mode {
    /// Its name as files and the command line show it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Revision => "revision",
            Self::Translation => "translation",
        }
    }

    /// What is said of paragraphs without edits.
    pub const fn without_edits(self) -> &'static str {
        match self {
            Self::Revision => "unchanged",
            Self::Translation => "without findings",
        }
    }
}
