//! The word lists that people write as TOML, as the build has turned them into JSON.

use serde::de::DeserializeOwned;

/// A file of word lists, by the folder that it is of and its name: `word_list!("flags/en")`.
macro_rules! word_list {
    ($name:literal) => {
        include_str!(concat!(env!("OUT_DIR"), "/", $name, ".json"))
    };
}
pub(super) use word_list;

/// Reads a file of word lists. The files are part of the program, and the build refuses what is no TOML: none is ever broken.
pub fn read<T: DeserializeOwned + Default>(json: &str) -> T {
    let read = serde_json::from_str(json);
    debug_assert!(read.is_ok(), "{:?} in {json}", read.err());
    read.unwrap_or_default()
}
