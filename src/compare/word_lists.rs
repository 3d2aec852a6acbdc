//! The word lists that people write as TOML, as the build has turned them into JSON.

use serde::de::DeserializeOwned;

/// Reads a file of word lists. The files are part of the program, and tests use each: none is ever broken.
pub fn read<T: DeserializeOwned + Default>(json: &str) -> T {
    serde_json::from_str(json).unwrap_or_default()
}
