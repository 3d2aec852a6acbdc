//! The settled text, and how it is to be encoded.

use crate::compare::Comparison;
use crate::document::Origin;
use crate::review::Review;
use crate::review::settle::{Open, Unsettled, settle};

/// The settled text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clean<'a> {
    /// The text.
    pub text: String,
    /// The encoding and byte-order mark it is to have: the old wording's where nothing was accepted, else the new one's.
    pub origin: &'a Origin,
}

/// The settled text.
pub fn clean<'a>(comparison: &'a Comparison, review: &Review, open: Open) -> Result<Clean<'a>, Unsettled> {
    let text = settle(comparison, review, open)?;
    let documents = &comparison.documents;
    let is_old = text == documents.old.text && text != documents.new.text;
    let origin = if is_old { &documents.old.origin } else { &documents.new.origin };
    Ok(Clean { text, origin })
}
