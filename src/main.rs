//! Starts the program, prints the error, sets the exit code.

use std::io::{self, Write};
use std::process::ExitCode;

fn main() -> ExitCode {
    match redraft::cli::main() {
        Ok(code) => code,
        Err(trouble) => {
            let _ = writeln!(io::stderr().lock(), "redraft: {}", redraft::cli::said(&trouble));
            ExitCode::from(2)
        }
    }
}
