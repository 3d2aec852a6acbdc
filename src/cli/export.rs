//! Prints two wordings.

use std::io::{self, Write};
use std::process::ExitCode;

use anyhow::Result;

use super::wordings::{compared, ended, kept, places};
use super::{Export, Open, Printed};
use crate::compare::{Comparison, Detail};
use crate::document::Pair;
use crate::review::{Review, settle};
use crate::{read, store, write};

/// Prints two wordings.
pub fn print(export: &Export) -> Result<ExitCode> {
    let paths = Pair::of(export.old.as_path(), export.new.as_path());
    let detail = if matches!(export.format, Printed::Json) { Detail::All } else { Detail::Changed };
    let comparison = compared(paths, &export.reading, detail)?;
    let review = kept(&places(paths, &export.reading), &comparison)?.0;
    if let Some(path) = &export.output {
        let mut bytes = Vec::new();
        format(export, &comparison, &review, &mut bytes)?;
        store::write_output(path, &[paths.old, paths.new], export.force, &bytes)?;
    } else {
        to_standard_output(|out| format(export, &comparison, &review, out))?;
    }
    Ok(ended(&comparison, &export.reading))
}

fn format(export: &Export, comparison: &Comparison, review: &Review, out: &mut dyn Write) -> Result<()> {
    match export.format {
        Printed::Text => write::text::write(comparison, review, out)?,
        Printed::Json => write::json::write(comparison, review, out)?,
        Printed::Summary => write::summary::write(comparison, review, out)?,
        Printed::Clean => {
            let open = match export.open {
                Open::Old => settle::Open::Old,
                Open::New => settle::Open::New,
                Open::Refuse => settle::Open::Refuse,
            };
            let clean = write::clean::clean(comparison, review, open)?;
            let bytes = read::encode(&clean.text, clean.origin);
            if bytes.is_none() {
                let encoding = clean.origin.encoding;
                writeln!(
                    io::stderr(),
                    "redraft: {encoding} lacks a character of the settled text: it is written as UTF-8"
                )?;
            }
            out.write_all(&bytes.unwrap_or(clean.text.into_bytes()))?;
        }
    }
    Ok(())
}

/// Prints; that nobody reads it is no trouble.
pub fn to_standard_output(print: impl FnOnce(&mut dyn Write) -> Result<()>) -> Result<()> {
    let mut out = io::BufWriter::with_capacity(1 << 16, io::stdout().lock());
    match print(&mut out).and_then(|()| Ok(out.flush()?)) {
        Err(trouble) if is_broken_pipe(&trouble) => Ok(()),
        Err(trouble) if trouble.is::<io::Error>() => Err(trouble.context("standard output can't be written")),
        other => other,
    }
}

fn is_broken_pipe(trouble: &anyhow::Error) -> bool {
    let kind = trouble.downcast_ref::<io::Error>().map(io::Error::kind);
    let json = trouble.downcast_ref::<serde_json::Error>().and_then(serde_json::Error::io_error_kind);
    kind.or(json) == Some(io::ErrorKind::BrokenPipe)
}
