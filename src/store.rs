//! The only file that touches the disk.

use std::fs;
use std::io::{self, Read};
use std::path::Path;

use anyhow::{Result, anyhow, bail};

use crate::document::Document;
use crate::read::{self, Options};

/// Reads a document from a file, or from standard input for `-`.
pub fn read_document(path: &Path, options: &Options) -> Result<Document> {
    let shown = path.display();
    let bytes = if path == Path::new("-") {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes).map_err(|why| anyhow!("standard input can't be read: {why}"))?;
        bytes
    } else {
        if path.is_dir() {
            bail!("{shown} is a folder; name a file in it");
        }
        fs::read(path).map_err(|why| match why.kind() {
            io::ErrorKind::NotFound => anyhow!("{shown} does not exist; check the name"),
            io::ErrorKind::PermissionDenied => anyhow!("{shown} may not be read; ask for the right to read it"),
            _ => anyhow!("{shown} can't be read: {why}"),
        })?
    };
    let name = path.file_name().map_or_else(|| shown.to_string(), |name| name.to_string_lossy().into_owned());
    read::read(&name, &bytes, options).map_err(|trouble| anyhow!("{shown} {trouble}"))
}
