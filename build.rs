//! People write the word lists as TOML; the program reads them as JSON, at every start and many times as fast.

use std::error::Error;
use std::path::Path;
use std::{env, fs};

/// Folders of word lists, and what they are called among those of the program.
const WORDS: [(&str, &str); 4] = [
    ("flags", "src/compare/flags/words"),
    ("checks", "src/compare/checks/words"),
    ("numbering", "src/compare/numbering"),
    ("vocabulary", "src/compare/bitext/vocabulary"),
];

fn main() -> Result<(), Box<dyn Error>> {
    let out = env::var("OUT_DIR")?;
    for (name, folder) in WORDS {
        println!("cargo::rerun-if-changed={folder}");
        let to = Path::new(&out).join(name);
        fs::create_dir_all(&to)?;
        for file in fs::read_dir(folder)? {
            let path = file?.path();
            if path.extension().is_some_and(|kind| kind == "toml") {
                let words: toml::Value = toml::from_str(&fs::read_to_string(&path)?)?;
                let file = Path::new(path.file_name().unwrap_or_default()).with_extension("json");
                fs::write(to.join(file), serde_json::to_string(&words)?)?;
            }
        }
    }
    Ok(())
}
