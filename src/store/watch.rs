//! Files that are on the screen and may change on the disk meanwhile.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::document::visible::visible;

/// Some files, and what each was when it was read.
#[derive(Debug)]
pub struct Watch {
    files: Vec<(PathBuf, Option<Stamp>)>,
}

/// When a file was changed last, and its length in bytes.
type Stamp = (SystemTime, u64);

impl Watch {
    /// Of files that are about to be read.
    pub fn of<'a>(paths: impl IntoIterator<Item = &'a Path>) -> Self {
        Self { files: paths.into_iter().map(|path| (path.to_path_buf(), stamp(path))).collect() }
    }

    /// The name of one that is no longer as it was read.
    pub fn changed(&self) -> Option<String> {
        let (path, _) = self.files.iter().find(|(path, known)| stamp(path) != *known)?;
        Some(visible(&path.display().to_string()).into_owned())
    }
}

/// Nothing where it can't be told: of standard input, or of a file that is gone.
fn stamp(path: &Path) -> Option<Stamp> {
    let found = fs::metadata(path).ok()?;
    Some((found.modified().ok()?, found.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_that_change_are_named_until_they_are_read_again() {
        let folder = tempfile::tempdir().expect("a folder");
        let [old, new] = ["old.txt", "new.txt"].map(|name| folder.path().join(name));
        [&old, &new].into_iter().for_each(|path| fs::write(path, "It is due.").expect("written"));
        let watch = Watch::of([&*old, &*new, Path::new("-")]);
        assert_eq!(watch.changed(), None);
        fs::write(&new, "It is due in May.").expect("written");
        assert_eq!(watch.changed(), Some(new.display().to_string()));
        let watch = Watch::of([&*old, &*new]);
        assert_eq!(watch.changed(), None);
        fs::remove_file(&old).expect("removed");
        assert_eq!(watch.changed(), Some(old.display().to_string()));
    }
}
