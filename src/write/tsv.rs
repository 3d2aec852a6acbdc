//! Two columns: a source, a tab and its settled translation a line.

use std::io::{self, Write};

use super::units::{Units, on_one_line};
use crate::document::cell;

/// Writes the columns, below the row that names them where there is one.
pub fn write(units: &Units, header: Option<&str>, mut out: impl Write) -> io::Result<()> {
    if let Some(header) = header {
        writeln!(out, "{header}")?;
    }
    for unit in &units.units {
        let target = unit.target.as_deref().unwrap_or("");
        let cell = |words: &str| cell::written(on_one_line(words));
        writeln!(out, "{}\t{}", cell(&unit.source), cell(target))?;
    }
    out.flush()
}
