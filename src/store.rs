//! The only file that touches the disk: documents are read, reviews kept, exports written.

use std::fs::{self, File, TryLockError};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, anyhow, bail};
use atomic_write_file::AtomicWriteFile;
use etcetera::BaseStrategy;
use sha2::{Digest, Sha256};

use crate::compare::Comparison;
use crate::config::{Config, Wrong};
use crate::document::{Document, Pair};
use crate::read::{self, Bitext, BitextFormat, Glossary, Options};
use crate::review::{self, Review};

mod watch;

pub use watch::Watch;

/// The folder beside the new wording in which its reviews are kept.
const FOLDER: &str = ".redraft";

/// How often a lock that another program has is tried again, …
const TRIES: usize = 20;
/// … and how long is waited before each time.
const BETWEEN: Duration = Duration::from_millis(25);

/// Reads a document from a file, or from standard input for `-`.
pub fn read_document(path: &Path, options: &Options) -> Result<Document> {
    let bytes = bytes(path)?;
    read::read(&shown_name(path), bytes, options).map_err(|trouble| of_file(&trouble, path))
}

/// Reads a file that holds both sides, in the languages asked for where it has more.
pub fn read_bitext(
    path: &Path,
    format: BitextFormat,
    options: &Options,
    languages: Pair<Option<&str>>,
) -> Result<Bitext> {
    let bytes = bytes(path)?;
    let read = read::read_bitext(&shown_name(path), bytes, format, options, languages);
    read.map_err(|trouble| of_file(&trouble, path))
}

/// Reads a glossary for a source and a translation in these languages.
pub fn read_glossary(path: &Path, encoding: Option<&str>, languages: Pair<Option<&str>>) -> Result<Glossary> {
    let read = read::read_glossary(&shown_name(path), bytes(path)?, encoding, languages);
    read.map_err(|trouble| of_file(&trouble, path))
}

/// Reads `redraft/config.toml` in the folder for settings, and what is to be said of it; where there is none, nothing is set. A glossary that
/// it names is found beside it.
pub fn config() -> Result<(Config, Vec<String>)> {
    let Ok(base) = etcetera::choose_base_strategy() else { return Ok(Default::default()) };
    let folder = base.config_dir().join("redraft");
    let path = folder.join("config.toml");
    if !path.exists() {
        return Ok(Default::default());
    }
    let shown = path.display();
    let text = String::from_utf8(bytes(&path)?).map_err(|_| anyhow!("{shown} is not UTF-8; save it as such"))?;
    let said = |wrong: &Wrong| format!("{shown}, line {}: {}", wrong.line, wrong.what);
    let config = Config::read(&text).map_err(|wrong| anyhow!(said(&wrong)))?;
    let notes = config.passed_over.iter().map(said).collect();
    let beside = |name: &str| match name.strip_prefix("~/") {
        Some(below) => base.home_dir().join(below),
        None => folder.join(name),
    };
    let glossary = config.glossary.map(|name| beside(&name).display().to_string());
    Ok((Config { glossary, ..config }, notes))
}

fn of_file(trouble: &read::Trouble, path: &Path) -> anyhow::Error {
    anyhow!("{}", trouble.of(&path.display().to_string()))
}

fn bytes(path: &Path) -> Result<Vec<u8>> {
    let shown = path.display();
    if is_stream(path) {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes).map_err(|why| anyhow!("standard input can't be read: {why}"))?;
        return Ok(bytes);
    }
    if path.is_dir() {
        bail!("{shown} is a folder; name a file in it");
    }
    fs::read(path).map_err(|why| match why.kind() {
        io::ErrorKind::NotFound => missing(path),
        io::ErrorKind::PermissionDenied => anyhow!("{shown} may not be read; ask for the right to read it"),
        _ => anyhow!("{shown} can't be read: {why}"),
    })
}

/// Refuses a file that is not there. Standard input always is.
pub fn must_exist(path: &Path) -> Result<()> {
    if is_stream(path) || path.exists() { Ok(()) } else { Err(missing(path)) }
}

fn missing(path: &Path) -> anyhow::Error {
    anyhow!("{} does not exist; check the name", path.display())
}

/// The name to show: that of a file, and of what is none, such as `/dev/null`, where it is.
fn shown_name(path: &Path) -> String {
    let is_device = fs::metadata(path).is_ok_and(|about| !about.is_file() && !about.is_dir());
    if is_device { path.display().to_string() } else { name(path) }
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

/// Whether two names are of one file.
pub fn is_one_file(paths: Pair<&Path>) -> bool {
    let whole = paths.map(|path| fs::canonicalize(path).ok().filter(|path| path.is_file()));
    whole.old.is_some() && whole.old == whole.new
}

fn is_stream(path: &Path) -> bool {
    path == Path::new("-")
}

/// Refuses what can be read only once: standard input, a pipe, a device.
pub fn readable_again(path: &Path) -> Result<()> {
    let is_at_end = is_stream(path) || fs::metadata(path).is_ok_and(|about| !about.is_file() && !about.is_dir());
    if is_at_end {
        let shown = if is_stream(path) { "standard input".to_owned() } else { path.display().to_string() };
        bail!("{shown} is at its end; quit, and start again");
    }
    Ok(())
}

/// Where the reviews of two wordings may be kept, the best place first; and where they were kept when a file of more languages had one
/// review for all of them.
#[derive(Clone, Debug, Default)]
pub struct Places {
    paths: Vec<PathBuf>,
    former: Vec<PathBuf>,
}

impl Places {
    /// The file that was asked for, and no other.
    pub fn asked(path: &Path) -> Self {
        Self { paths: vec![path.to_owned()], ..Self::default() }
    }

    /// Beside the last of the files compared, or else in the state folder; there only for standard input. `languages` are those of files that
    /// hold more than two: every pair of them has a review of its own.
    pub fn of(paths: &[&Path], languages: Option<Pair<&str>>) -> Self {
        let Some(last) = paths.last() else { return Self::default() };
        let pair = languages.map(|Pair { old, new }| format!("{}--{}", plain(old), plain(new)));
        let mut names = paths.iter().map(|path| name(path)).collect::<Vec<_>>().join("--");
        names.extend(pair.iter().flat_map(|pair| [".", pair]));
        let is_kept = |path: &PathBuf| !is_stream(last) && path.is_file();
        let beside = fs::canonicalize(last).ok().filter(is_kept).and_then(|path| {
            let folder = path.parent()?.join(FOLDER);
            Some(folder.join(format!("{}.review.json", short(&names))))
        });
        let key: Vec<String> = paths.iter().map(|path| whole(path).display().to_string()).chain(pair).collect();
        let elsewhere = state(&format!("{}-{}", short(&name(last)), digest(&key.join("\n"))));
        let former = languages.map_or_else(Vec::new, |_| Self::of(paths, None).paths);
        Self { paths: beside.into_iter().chain(elsewhere).collect(), former }
    }

    /// Where a review of one of several pairs of languages may be kept under the file's name alone, if none is kept under that of this pair.
    pub fn former(&self) -> Option<Self> {
        let is_new = !self.former.is_empty() && self.newest().is_none();
        is_new
            .then(|| Self { paths: self.former.clone(), ..Self::default() })
            .filter(|former| former.newest().is_some())
    }

    /// All of them, the first choice first.
    pub fn paths(&self) -> impl Iterator<Item = &Path> {
        self.paths.iter().map(PathBuf::as_path)
    }

    /// The place that was written last: where the first choice could not be written for a while, it holds an older review.
    pub fn newest(&self) -> Option<&Path> {
        let written = |path: &Path| fs::metadata(path).and_then(|about| about.modified()).ok();
        let there = self.paths().filter(|path| path.exists());
        // Of two that are as new the first choice counts.
        there.collect::<Vec<_>>().into_iter().rev().max_by_key(|path| written(path))
    }

    /// In the state folder, under a name.
    pub fn named(name: &str) -> Self {
        Self { paths: state(name).into_iter().collect(), ..Self::default() }
    }
}

fn whole(path: &Path) -> PathBuf {
    fs::canonicalize(path).unwrap_or_else(|_| path.to_owned())
}

/// A file of the state folder.
fn state(name: &str) -> Option<PathBuf> {
    let base = etcetera::choose_base_strategy().ok()?;
    let folder = base.state_dir().unwrap_or_else(|| base.data_dir());
    Some(folder.join("redraft").join(format!("{name}.review.json")))
}

/// A language's tag as a part of a file's name.
fn plain(tag: &str) -> String {
    tag.replace(|letter: char| !letter.is_alphanumeric(), "-")
}

/// A name that every file system takes.
fn short(name: &str) -> String {
    if name.len() <= 180 { name.to_owned() } else { digest(name) }
}

/// The first 16 hexadecimal digits of a text's SHA-256.
fn digest(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// The review that was written last in any of the places; `None` = nothing was decided yet.
pub fn load_review(places: &Places) -> Result<Option<review::Loaded>> {
    let Some(path) = places.newest() else { return Ok(None) };
    let shown = path.display();
    let text = fs::read_to_string(path).map_err(|why| anyhow!("the review {shown} can't be read: {why}"))?;
    review::load(&text).map(Some).map_err(|trouble| {
        anyhow!("{shown} is no review of this program ({trouble}); it is left as it is: move it away, or name another file with --review")
    })
}

/// A review on the disk, ours alone while it is held.
#[derive(Debug)]
pub struct Keeper {
    path: PathBuf,
    /// Where a copy goes when that can't be written any more.
    spare: Option<PathBuf>,
    _lock: File,
}

impl Keeper {
    /// Takes the first place that can be written. The error says why nothing can be kept.
    pub fn take(places: &Places) -> Result<Self> {
        let mut trouble = anyhow!("there is no state folder; name a file with --review");
        for path in &places.paths {
            match Self::take_one(path) {
                Ok(keeper) => {
                    keep_older(&keeper.path, places.newest())?;
                    return Ok(Self { spare: places.paths.last().filter(|last| *last != path).cloned(), ..keeper });
                }
                Err(Refused::InUse) => {
                    bail!("another program has this review open; decide there, or close it and start again")
                }
                Err(Refused::Disk(why)) => {
                    trouble = anyhow!("{} can't be written ({why}); name another file with --review", path.display());
                }
            }
        }
        Err(trouble)
    }

    fn take_one(path: &Path) -> Result<Self, Refused> {
        // Behind a link lies the file that is meant.
        let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        if path.is_dir() {
            return Err(Refused::Disk(io::Error::from(io::ErrorKind::IsADirectory)));
        }
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        let mut lock = path.clone().into_os_string();
        lock.push(".lock");
        let lock = File::options().create(true).truncate(false).write(true).open(lock)?;
        match lock_soon(&lock) {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(Refused::InUse),
            // A file system without locks: better without than not at all.
            Err(TryLockError::Error(why)) if why.kind() == io::ErrorKind::Unsupported => {}
            Err(TryLockError::Error(why)) => return Err(Refused::Disk(why)),
        }
        Ok(Self { path, spare: None, _lock: lock })
    }

    /// Where the review is kept.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Writes the review: it is on the disk, whole, when this returns. The error says whether a copy is kept elsewhere.
    pub fn save(&self, review: &Review, comparison: &Comparison) -> Result<()> {
        let text = review::save(review, comparison);
        let Err(why) = write_whole(&self.path, text.as_bytes()) else { return Ok(()) };
        let path = self.path.display();
        match self.spare.as_ref().filter(|spare| write_spare(spare, text.as_bytes()).is_ok()) {
            Some(spare) => bail!(
                "{path} can't be written ({why}); a copy is kept: mend the folder, or start again with --review {}",
                spare.display()
            ),
            None => bail!("{path} can't be written ({why}); {} before you quit", remedy(&why)),
        }
    }
}

/// Locks a file that another program may be about to let go of. The system frees the lock of one that was killed, though only after its memory.
fn lock_soon(file: &File) -> Result<(), TryLockError> {
    for _ in 0..TRIES {
        match file.try_lock() {
            Err(TryLockError::WouldBlock) => thread::sleep(BETWEEN),
            tried => return tried,
        }
    }
    file.try_lock()
}

/// What is to be done about a review that can't be written.
fn remedy(why: &io::Error) -> &'static str {
    match why.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => "make room there",
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => "give yourself the right to write there",
        io::ErrorKind::NotFound => "make its folder again",
        _ => "mend that",
    }
}

/// Puts an older review than the one that is gone on with out of the way of being written over.
fn keep_older(path: &Path, newest: Option<&Path>) -> Result<()> {
    let is_newest = newest.is_none_or(|newest| whole(newest) == *path);
    if is_newest || !path.exists() {
        return Ok(());
    }
    let mut aside = path.to_owned().into_os_string();
    aside.push(".older");
    fs::rename(path, &aside).with_context(|| format!("the older review {} can't be put aside", path.display()))
}

fn write_spare(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    write_whole(path, bytes)
}

enum Refused {
    InUse,
    Disk(io::Error),
}

impl From<io::Error> for Refused {
    fn from(why: io::Error) -> Self {
        Self::Disk(why)
    }
}

/// Lets the editor that `$VISUAL` or `$EDITOR` names write words, in a file that is gone afterwards. It has the terminal meanwhile.
pub fn edit(words: &str) -> Result<String> {
    let chosen = ["VISUAL", "EDITOR"].into_iter().filter_map(std::env::var_os).find(|name| !name.is_empty());
    let editor = chosen.map_or_else(|| "vi".to_owned(), |name| name.to_string_lossy().into_owned());
    let mut file = tempfile::Builder::new().prefix("redraft-").suffix(".txt").tempfile()?;
    // An editor ends every line; the words themselves have no end of a line.
    writeln!(file, "{words}")?;
    let path = file.into_temp_path();
    // The setting may hold arguments: the shell reads them, as it does for others who start an editor.
    let mut shell = Command::new("sh");
    shell.args(["-c", &format!("{editor} \"$1\""), "sh"]).arg(&path);
    let status = shell.status().with_context(|| format!("the editor {editor} can't be started"))?;
    if !status.success() {
        bail!("the editor {editor} ended with {status}; name another one in $EDITOR");
    }
    let written = fs::read_to_string(&path).with_context(|| format!("what {editor} wrote can't be read"))?;
    Ok(written.strip_suffix('\n').map_or(written.as_str(), |text| text.strip_suffix('\r').unwrap_or(text)).to_owned())
}

/// Writes an export. An input is written over only with `force`.
pub fn write_output(path: &Path, inputs: &[&Path], force: bool, bytes: &[u8]) -> Result<()> {
    let shown = path.display();
    if path.is_dir() {
        bail!("{shown} is a folder; name a file in it");
    }
    let whole = fs::canonicalize(path);
    let is_input = |input: &&Path| whole.is_ok() && fs::canonicalize(input).ok() == whole.as_ref().ok().cloned();
    if !force && inputs.iter().any(is_input) {
        bail!("{shown} was read for this; name another file, or write over it with --force");
    }
    let path = whole.as_deref().unwrap_or(path);
    // A pipe or a device is written to: it must not become a file.
    let is_stream = fs::metadata(path).is_ok_and(|about| !about.is_file());
    let written = if is_stream { fs::write(path, bytes) } else { write_whole(path, bytes) };
    written.with_context(|| format!("{shown} can't be written"))
}

/// Writes a file so that it is never half there: a temporary file, synced, renamed, and the folder synced.
fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = AtomicWriteFile::open(path)?;
    file.write_all(bytes)?;
    file.commit()
}

#[cfg(test)]
mod tests {
    use std::time::SystemTime;

    use super::*;

    fn put(path: &Path, text: &str, age: u64) {
        fs::write(path, text).expect("a file");
        let file = File::options().write(true).open(path).expect("a file");
        file.set_modified(SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000 - age)).expect("a time");
    }

    #[test]
    fn what_can_be_done_depends_on_what_is_wrong() {
        let said = |kind| remedy(&io::Error::from(kind));
        assert_eq!(said(io::ErrorKind::StorageFull), "make room there");
        assert_eq!(said(io::ErrorKind::PermissionDenied), "give yourself the right to write there");
        assert_eq!(said(io::ErrorKind::NotFound), "make its folder again");
        assert_eq!(said(io::ErrorKind::TimedOut), "mend that");
    }

    #[test]
    fn a_lock_that_is_let_go_of_soon_is_waited_for_and_another_is_not() {
        let folder = tempfile::tempdir().expect("a folder");
        let places = Places::asked(&folder.path().join("a.json"));
        let first = Keeper::take(&places).expect("a keeper");
        assert!(Keeper::take(&places).is_err_and(|trouble| trouble.to_string().starts_with("another program")));
        let ending = thread::spawn(move || {
            thread::sleep(BETWEEN * 2);
            drop(first);
        });
        assert!(Keeper::take(&places).is_ok());
        ending.join().expect("an end");
        assert!(Keeper::take(&places).is_ok());
    }

    #[test]
    fn the_review_that_was_written_last_counts_and_an_older_one_is_put_aside() {
        let folder = tempfile::tempdir().expect("a folder");
        let [first, second] = ["a.json", "b.json"].map(|name| folder.path().join(name));
        let places = Places { paths: vec![first.clone(), second.clone()], ..Places::default() };
        assert!(load_review(&places).expect("no trouble").is_none());
        put(&first, r#"{"redraft-review":1,"decisions":[]}"#, 10);
        put(&second, "later", 0);
        assert!(load_review(&places).is_err_and(|trouble| trouble.to_string().contains("b.json is no review")));
        let keeper = Keeper::take(&places).expect("a keeper");
        assert_eq!((keeper.path().file_name(), first.exists()), (first.file_name(), false));
        assert!(folder.path().join("a.json.older").exists());
        put(&first, r#"{"redraft-review":1,"decisions":[]}"#, 0);
        assert!(load_review(&places).expect("a review").is_some());
        drop(keeper);
        assert!(Keeper::take(&places).is_ok() && first.exists() && second.exists());
    }
}
