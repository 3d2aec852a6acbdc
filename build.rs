//! People write the word lists as TOML; the program reads them as JSON, at every start and many times as fast.

use std::error::Error;
use std::path::Path;
use std::{env, fs};

const WORDS: [&str; 2] = ["src/compare/flags/words", "src/compare/checks/words"];

fn main() -> Result<(), Box<dyn Error>> {
    let out = env::var("OUT_DIR")?;
    for folder in WORDS {
        println!("cargo::rerun-if-changed={folder}");
        for file in fs::read_dir(folder)? {
            let path = file?.path();
            let words: toml::Value = toml::from_str(&fs::read_to_string(&path)?)?;
            let name = Path::new(path.file_name().unwrap_or_default()).with_extension("json");
            fs::write(Path::new(&out).join(name), serde_json::to_string(&words)?)?;
        }
    }
    Ok(())
}
