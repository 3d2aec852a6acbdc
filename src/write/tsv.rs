//! Two columns: a source, a tab and its settled translation a line.

use std::io::{self, Write};

use super::units::{Units, on_one_line};

/// Writes the columns.
pub fn write(units: &Units, mut out: impl Write) -> io::Result<()> {
    for unit in &units.units {
        let target = unit.target.as_deref().unwrap_or("");
        writeln!(out, "{}\t{}", on_one_line(&unit.source), on_one_line(target))?;
    }
    out.flush()
}
