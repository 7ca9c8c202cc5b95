//! The cache of directory files: a large one is read as TOML once, and served from a store after.
//!
//! A file in the cache is named after the content of the directory file, this program's version and
//! its built-in directory, so nothing has to be told that one of them changed. Whatever is wrong with
//! the cache, the directory file is read instead, and nobody is bothered.

mod folder;
mod key;
#[cfg(test)]
mod tests;

use std::fs::{self, File};
use std::io::{self, Read, Seek};
use std::panic::resume_unwind;
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::thread;

use tempfile::NamedTempFile;

use crate::directory::load::{in_lines, text_of};
use crate::directory::{Date, Directory, LoadError};
use crate::input_file;
use crate::large;
use crate::search::Index;
use crate::store::{Store, Writer};
use folder::Folder;
pub(crate) use folder::is_name;
use key::Key;

/// A file of fewer bytes is read faster than its cache.
pub const SMALLEST: u64 = 256 * 1024;

/// What is being done to a directory before it can be searched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// The file is read.
    Reading,
    /// What it says is checked.
    Checking,
    /// Its text is folded and laid out for searching.
    Indexing,
}

/// How far a step is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// The step.
    pub step: Step,
    /// What is done of it, in whatever it is counted.
    pub done: u64,
    /// What there is to do; 0 where nobody knows.
    pub total: u64,
}

impl Progress {
    /// The beginning of a step of which nobody knows how long it takes.
    pub fn begun(step: Step) -> Self {
        Self { step, done: 0, total: 0 }
    }

    /// The share that is done, in whole percents; `None` where nobody knows.
    pub fn percent(self) -> Option<u64> {
        let done = u128::from(self.done.min(self.total)) * 100;
        done.checked_div(u128::from(self.total)).and_then(|share| u64::try_from(share).ok())
    }
}

/// Is told how far opening a directory is.
pub type OnProgress<'a> = &'a dyn Fn(Progress);

/// Why a directory file can't be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The system does not let it be read.
    #[error(transparent)]
    Unreadable(io::Error),
    /// What it says can't be used.
    #[error("{}", in_lines(.0))]
    Problems(Vec<LoadError>),
}

/// Opens a directory file: from the cache in this folder where it is there, else from its text.
///
/// `today` is the last day that a date in it may name.
///
/// # Errors
///
/// Where the file can't be read, or has problems.
pub fn open_or_load(
    path: &Path,
    folder: Option<&Path>,
    today: Date,
    on_progress: OnProgress<'_>,
) -> Result<Directory, OpenError> {
    let mut file = input_file::open(path).map_err(OpenError::Unreadable)?;
    let is_large = file.metadata().is_ok_and(|about| about.is_file() && about.len() >= SMALLEST);
    let Some(folder) = folder.filter(|_| is_large) else {
        return load(&read(&mut file, on_progress)?, today, on_progress);
    };
    let folder = Folder::new(folder);
    on_progress(Progress::begun(Step::Reading));
    let cached = find(&folder, &mut file).map_err(OpenError::Unreadable)?;
    if let Some(directory) = cached.and_then(|(cached, key)| cached.directory(&key, today)) {
        return Ok(directory);
    }
    // Piece by piece where nothing is wrong with it; else whole, which says what is.
    let cached = write_large(&folder, &mut file, today, on_progress);
    if let Some(directory) = cached.and_then(|(cached, key)| cached.directory(&key, today)) {
        return Ok(directory);
    }
    file.rewind().map_err(OpenError::Unreadable)?;
    let bytes = read(&mut file, on_progress)?;
    let key = Key::of(&bytes);
    let loaded = load(&bytes, today, on_progress)?;
    drop(bytes);
    on_progress(Progress::begun(Step::Indexing));
    let written = write(&folder, &key, &loaded, today, on_progress);
    // What is in the store need not be held in memory.
    Ok(written.and_then(|cached| cached.directory(&key, today)).unwrap_or(loaded))
}

/// The file of the cache that was made of a file, with its key. Both take as long as reading hundreds of megabytes,
/// so that the one which is probably it is opened while the key is worked out.
fn find(folder: &Folder<'_>, file: &mut File) -> io::Result<Option<(Cached, Key)>> {
    // Without one that was made of so long a file, none was made of this one.
    let Some(guess) = folder.newest(file.metadata()?.len()) else { return Ok(None) };
    let (guess, key) = thread::scope(|scope| {
        let guess = scope.spawn(|| Cached::open(&guess));
        let key = Key::read(file);
        (guess.join().unwrap_or_default(), key)
    });
    let key = key?;
    let is_its_own = |cached: &Cached| cached.key.as_ref() == Some(&key);
    let cached = guess.filter(is_its_own).or_else(|| Cached::open(&folder.path_of(&key)));
    Ok(cached.map(|cached| (cached, key)))
}

/// The whole file.
fn read(file: &mut File, on_progress: OnProgress<'_>) -> Result<Vec<u8>, OpenError> {
    on_progress(Progress::begun(Step::Reading));
    read_file(file).map_err(OpenError::Unreadable)
}

/// The most bytes of a file that are read. The largest directories have some hundred million, and a device
/// may never end.
const MOST: u64 = 1 << 30;

/// The bytes of a whole file.
///
/// # Errors
///
/// As [`read_whole`].
pub fn read_file(file: &mut File) -> io::Result<Vec<u8>> {
    let length = file.metadata().map_or(0, |about| about.len());
    read_at_most(MOST, usize::try_from(length.min(MOST)).unwrap_or(0), file)
}

/// All bytes that there are.
///
/// # Errors
///
/// Where they can't be read, or are so many that they are no directory: [`io::ErrorKind::FileTooLarge`].
pub fn read_whole(from: impl Read) -> io::Result<Vec<u8>> {
    read_at_most(MOST, 0, from)
}

fn read_at_most(most: u64, expected: usize, from: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(expected);
    let read = from.take(most.saturating_add(1)).read_to_end(&mut bytes)?;
    if u64::try_from(read).is_ok_and(|read| read > most) {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    Ok(bytes)
}

/// Loads a directory from the bytes of a file. What the loader tells on any thread is told on here.
fn load(bytes: &[u8], today: Date, on_progress: OnProgress<'_>) -> Result<Directory, OpenError> {
    let count = |bytes: usize| u64::try_from(bytes).unwrap_or(u64::MAX);
    let text = text_of(bytes).map_err(OpenError::Problems)?;
    let total = count(text.len());
    if total < SMALLEST {
        return crate::embedded::from_toml(text, today).map_err(OpenError::Problems);
    }
    let (done, progress) = mpsc::channel();
    let loaded = thread::scope(|scope| {
        let loader = scope.spawn(move || {
            // The receiver is gone only when telling panicked.
            let progress = |bytes| {
                let _ = done.send(bytes);
            };
            crate::embedded::from_toml_with_progress(text, today, &progress)
        });
        for bytes in progress {
            on_progress(Progress { step: Step::Reading, done: count(bytes), total });
            if count(bytes) == total {
                // What tables say of each other is left.
                on_progress(Progress::begun(Step::Checking));
            }
        }
        loader.join().unwrap_or_else(|panic| resume_unwind(panic))
    });
    loaded.map_err(OpenError::Problems)
}

/// The part with the key of the file that it was made of.
const KEY: &str = "cache.key";

/// The part with the day on which that file had no problems: later it has none either.
const DAY: &str = "cache.day";

/// A sound file of the cache.
struct Cached {
    store: Store,
    key: Option<Key>,
}

impl Cached {
    fn open(path: &Path) -> Option<Self> {
        // A link may lead anywhere; no file of the cache is one.
        fs::symlink_metadata(path).ok().filter(fs::Metadata::is_file)?;
        Some(Self::of(Store::open(File::open(path).ok()?).ok()?))
    }

    fn of(store: Store) -> Self {
        let key = Key::from_bytes(&store.part(KEY).read(0..usize::MAX));
        Self { store, key }
    }

    /// The directory in it, where it is that of this key and had no problems on this day.
    fn directory(&self, key: &Key, today: Date) -> Option<Directory> {
        let day: Date = postcard::from_bytes(&self.store.part(DAY).read(0..usize::MAX)).ok()?;
        let is_it = self.key.as_ref() == Some(key) && day <= today;
        if is_it { Directory::from_store(&self.store).ok() } else { None }
    }
}

/// Puts a sound directory file in the cache without holding it, if the system lets it.
fn write_large(
    folder: &Folder<'_>,
    from: &mut File,
    today: Date,
    on_progress: OnProgress<'_>,
) -> Option<(Cached, Key)> {
    folder.make()?;
    let count = |bytes: usize| u64::try_from(bytes).unwrap_or(u64::MAX);
    let total = from.metadata().ok()?.len();
    let on_progress = |progress| match progress {
        large::Progress::Read(bytes) if count(bytes) < total => {
            on_progress(Progress { step: Step::Reading, done: count(bytes), total });
        }
        large::Progress::Read(_) => on_progress(Progress::begun(Step::Checking)),
        large::Progress::LaidOut(done, total) => {
            on_progress(Progress { step: Step::Indexing, done, total });
        }
    };
    from.rewind().ok()?;
    let mut file = folder.temporary()?;
    let mut writer = begin(file.as_file_mut(), today).ok()?;
    let rules = crate::embedded::rules(today);
    let read = large::write(from, &mut || folder.aside(), &mut writer, rules, &on_progress).ok()?;
    // The key of what was read, whatever stands in the file by now.
    let key = Key::new(read);
    writer.part(KEY, key.as_bytes()).ok()?;
    writer.finish().ok()?;
    Some((keep(folder, &key, file)?, key))
}

/// Gives a file of the cache its name.
fn keep(folder: &Folder<'_>, key: &Key, file: NamedTempFile) -> Option<Cached> {
    let path: PathBuf = folder.path_of(key);
    let file = file.persist(&path).ok()?;
    folder.tidy();
    Some(Cached::of(Store::written(file).ok()?))
}

/// Puts a directory in the cache, if the system lets it.
fn write(
    folder: &Folder<'_>,
    key: &Key,
    directory: &Directory,
    today: Date,
    on_progress: OnProgress<'_>,
) -> Option<Cached> {
    folder.make()?;
    let mut file = folder.temporary()?;
    write_parts(file.as_file_mut(), key, directory, today, on_progress).ok()?;
    keep(folder, key, file)
}

/// Begins a file of the cache.
fn begin(to: &mut File, today: Date) -> io::Result<Writer<&mut File>> {
    let mut writer = Writer::new(to)?;
    writer.part(DAY, &postcard::to_allocvec(&today).map_err(io::Error::other)?)?;
    Ok(writer)
}

fn write_parts(
    to: &mut File,
    key: &Key,
    directory: &Directory,
    today: Date,
    on_progress: OnProgress<'_>,
) -> io::Result<()> {
    let mut writer = begin(to, today)?;
    writer.part(KEY, key.as_bytes())?;
    directory.write_to(&mut writer)?;
    Index::write_with_progress(directory, &mut writer, &|done, total| {
        on_progress(Progress { step: Step::Indexing, done, total });
    })?;
    writer.finish().map(|_file| ())
}
