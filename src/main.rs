//! Starts the program, prints the error, sets the exit code.

use std::io::{self, Write};
use std::process::ExitCode;

use mimalloc::MiMalloc;

/// Large texts are many small allocations, and half the time of a comparison went into fetching pages for them.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    match redraft::cli::main() {
        Ok(code) => code,
        Err(trouble) => {
            let _ = writeln!(io::stderr().lock(), "redraft: {}", redraft::cli::said(&trouble));
            ExitCode::from(2)
        }
    }
}
