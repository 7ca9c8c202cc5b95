//! What is searched: a directory, its index, and the same texts as the peers want them.

use std::fmt;
use std::fs::File;
use std::io::BufWriter;
use std::str::FromStr;

use nucleo_matcher::Utf32String;
use officieel::directory::{Date, Directory};
use officieel::search::Index;
use officieel::store::{Store, Writer};
use officieel::text::fold::fold;

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
    /// Directory and index as they are kept between runs.
    pub(crate) stored: File,
}

impl Subject {
    /// Makes and loads a directory, and says how long each stage of that took.
    pub(crate) fn new(size: Size) -> (Self, Stages) {
        let mut stages = Stages::default();
        let built_in = Directory::embedded().unwrap();
        let toml = match size {
            Size::Embedded => officieel::embedded::TEXT.to_owned(),
            Size::MadeUp(count) => {
                let mut toml = Vec::new();
                generate::write(&built_in, count, generate::SEED, &mut toml).unwrap();
                String::from_utf8(toml).unwrap()
            }
        };
        let parsed = stages.time(Stage::Parse, || Directory::from_toml(&toml, Date::LAST));
        let parsed = parsed.unwrap();
        drop(toml);
        let stored = store(&parsed, &mut stages);
        drop(parsed);
        // What is searched is what a second start finds: read from where it is kept.
        let directory = open(&stored);
        let index = Index::new(&directory);
        let texts = Texts::new(&directory);
        (Self { size, directory, index, texts, stored }, stages)
    }
}

/// Writes a directory and its index to a file, as they are kept.
fn store(directory: &Directory, stages: &mut Stages) -> File {
    let file = tempfile::tempfile().unwrap();
    let mut writer = Writer::new(BufWriter::new(file.try_clone().unwrap())).unwrap();
    stages.time(Stage::Store, || directory.write_to(&mut writer).unwrap());
    stages.time(Stage::Index, || Index::write_to(directory, &mut writer).unwrap());
    writer.finish().unwrap();
    file
}

/// Opens such a file.
pub(crate) fn open(stored: &File) -> Directory {
    let store = Store::open(stored.try_clone().unwrap()).unwrap();
    Directory::from_store(&store).unwrap()
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
