//! What is searched: a directory, its index, and the same texts as the peers want them.

use std::cell::Cell;
use std::fmt;
use std::fs::File;
use std::io::BufWriter;
use std::str::FromStr;
use std::time::Instant;

use nucleo_matcher::Utf32String;
use officieel::cache::{self, Progress, Step};
use officieel::directory::{Date, Directory};
use officieel::search::Index;
use officieel::text::fold::fold;
use tempfile::TempDir;

use crate::generate;
use crate::stages::{Stage, Stages};

/// How large a directory.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Size {
    /// The one that is built in.
    Embedded,
    /// A made-up one of so many organisations, with an account each.
    MadeUp(usize),
}

impl Size {
    pub(crate) const ALL: [Self; 4] =
        [Self::Embedded, Self::MadeUp(10_000), Self::MadeUp(100_000), Self::MadeUp(1_000_000)];

    /// How often each query is put to each matcher.
    pub(crate) fn repetitions(self) -> usize {
        match self {
            Self::Embedded => 20,
            Self::MadeUp(..20_000) => 9,
            Self::MadeUp(_) => 5,
        }
    }
}

/// A size that is neither `embedded` nor a number.
#[derive(Debug)]
pub(crate) struct NoSize;

impl FromStr for Size {
    type Err = NoSize;

    fn from_str(text: &str) -> Result<Self, NoSize> {
        match text {
            "embedded" => Ok(Self::Embedded),
            _ => text.parse().map(Self::MadeUp).map_err(|_no_number| NoSize),
        }
    }
}

impl fmt::Display for Size {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Embedded => f.write_str("built in"),
            Self::MadeUp(count) => f.write_str(&crate::table::thousands(*count)),
        }
    }
}

/// The texts of a directory, prepared so that no peer has to while it is timed.
pub(crate) struct Texts {
    /// Name, abbreviation, aliases, places and handles of each organisation.
    pub(crate) fields: Vec<[String; 5]>,
    /// These five on one line.
    pub(crate) lines: Vec<String>,
    /// The lines as nucleo holds them.
    pub(crate) for_nucleo: Vec<Utf32String>,
    /// All lines, folded, one after the other.
    pub(crate) folded: String,
}

/// What is searched.
pub(crate) struct Subject {
    pub(crate) size: Size,
    pub(crate) directory: Directory,
    pub(crate) index: Index,
    pub(crate) texts: Texts,
    /// Where its file and the cache of that are.
    folder: TempDir,
}

impl Subject {
    /// Makes and opens a directory, and says how long each stage of that took.
    pub(crate) fn new(size: Size) -> (Self, Stages) {
        let mut stages = Stages::default();
        let folder = tempfile::tempdir().unwrap();
        let mut file = BufWriter::new(File::create(folder.path().join(FILE)).unwrap());
        let built_in = officieel::embedded::directory().unwrap();
        match size {
            Size::Embedded => {
                std::io::Write::write_all(&mut file, officieel::embedded::TEXT.as_bytes()).unwrap();
            }
            Size::MadeUp(count) => {
                generate::write(&built_in, count, generate::SEED, &mut file).unwrap();
            }
        }
        drop(file);
        open_first(&folder, &mut stages);
        // What is searched is what a second start finds.
        let directory = open(size, &folder);
        let index = Index::new(&directory);
        let texts = Texts::new(&directory);
        (Self { size, directory, index, texts, folder }, stages)
    }

    /// Opens the directory once more.
    pub(crate) fn open(&self) -> Directory {
        open(self.size, &self.folder)
    }
}

const FILE: &str = "directory.toml";

fn open(size: Size, folder: &TempDir) -> Directory {
    match size {
        Size::Embedded => officieel::embedded::directory().unwrap(),
        Size::MadeUp(_) => cached(folder, &|_progress| ()),
    }
}

/// Opens a directory file, with a cache of its own.
fn cached(folder: &TempDir, on_progress: cache::OnProgress<'_>) -> Directory {
    let kept = folder.path().join("cache");
    cache::open_or_load(&folder.path().join(FILE), Some(&kept), Date::LAST, on_progress).unwrap()
}

/// Opens it for the first time: all of it is read as TOML.
fn open_first(folder: &TempDir, stages: &mut Stages) {
    let indexing: Cell<Option<Instant>> = Cell::new(None);
    let start = Instant::now();
    cached(folder, &|progress: Progress| {
        if progress.step == Step::Indexing && indexing.get().is_none() {
            indexing.set(Some(Instant::now()));
        }
    });
    let end = Instant::now();
    stages.add(Stage::First, end - start);
    // A small file is read anew each time, and has no cache to be made.
    if let Some(indexing) = indexing.get() {
        stages.add(Stage::Check, indexing - start);
        stages.add(Stage::Index, end - indexing);
    }
}

impl Texts {
    fn new(directory: &Directory) -> Self {
        let fields: Vec<[String; 5]> = directory
            .organisation_indexes()
            .map(|index| {
                let it = directory.organisation(index);
                let handles: Vec<&str> =
                    it.accounts.iter().map(|&account| directory.account(account).name()).collect();
                [
                    it.name.clone(),
                    it.abbreviation.clone().unwrap_or_default(),
                    it.aliases.join(" "),
                    it.places.join(" "),
                    handles.join(" "),
                ]
            })
            .collect();
        let line = |fields: &[String; 5]| {
            let filled: Vec<&str> =
                fields.iter().map(String::as_str).filter(|field| !field.is_empty()).collect();
            filled.join(" ")
        };
        let lines: Vec<String> = fields.iter().map(line).collect();
        let for_nucleo = lines.iter().map(|line| Utf32String::from(line.as_str())).collect();
        let folded = lines.iter().flat_map(|line| [fold(line), "\n".to_owned()]).collect();
        Self { fields, lines, for_nucleo, folded }
    }
}
