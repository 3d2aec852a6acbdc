//! The settled text as a file.

use crate::compare::Comparison;
use crate::document::Origin;
use crate::read::encode;
use crate::review::Review;
use crate::review::settle::{Open, Unsettled, settle};

/// The settled text in the encoding that the wordings came in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clean {
    /// What is to be written.
    pub bytes: Vec<u8>,
    /// The encoding that lacks some character of the text: then the bytes are UTF-8.
    pub lacking: Option<&'static str>,
}

/// The settled text; with nothing accepted it is encoded as the old wording was, else as the new.
pub fn clean(comparison: &Comparison, review: &Review, open: Open) -> Result<Clean, Unsettled> {
    let text = settle(comparison, review, open)?;
    let documents = &comparison.documents;
    let origin = if text == documents.old.text && text != documents.new.text { &documents.old } else { &documents.new };
    Ok(encoded(text, &origin.origin))
}

fn encoded(text: String, origin: &Origin) -> Clean {
    match encode(&text, origin) {
        Some(bytes) => Clean { bytes, lacking: None },
        None => Clean { bytes: text.into_bytes(), lacking: Some(origin.encoding) },
    }
}
