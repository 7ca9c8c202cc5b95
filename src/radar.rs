//! Radar: of many names, those that pass themselves off as others.
//!
//! All domains that were registered in a day, or all names in an export: what is listed, genuine or like
//! nothing is passed over, and what is left is ranked, the likeliest first.

mod blocks;
mod name;
mod ranking;
mod suspect;

pub use blocks::{Block, Blocks};
pub use name::{Kind, Name};
pub use ranking::Ranking;
pub use suspect::{Imitation, Suspect};

use crate::check::Checker;
use crate::directory::Directory;
use crate::platform::PlatformIndex;
use crate::search::Index;

/// What names are held against.
#[derive(Debug, Clone, Copy)]
pub struct Radar<'a> {
    /// Whose names may be taken.
    pub directory: &'a Directory,
    /// The index of the directory.
    pub index: &'a Index,
    /// What finds imitations.
    pub checker: &'a Checker,
    /// What all names are, where that is known.
    pub kind: Option<Kind>,
    /// The platform that names of accounts are on, where that is known.
    pub platform: Option<PlatformIndex>,
}

/// What came of some lines.
#[derive(Debug, Default)]
pub struct Looked {
    /// How many names there were.
    pub names: u64,
    /// Those that pass themselves off as others, in the order of their lines.
    pub suspects: Vec<Suspect>,
}

impl Radar<'_> {
    /// Looks at all lines of a block.
    pub fn look(&self, block: &Block) -> Looked {
        let mut looked = Looked::default();
        let lines = block.bytes.split(|byte| *byte == b'\n');
        for (line, bytes) in (block.first_line..).zip(lines) {
            let text = String::from_utf8_lossy(bytes);
            if let Some(name) = Name::read(&text, self.kind) {
                looked.names += 1;
                looked.suspects.extend(Suspect::find(self, name, line));
            }
        }
        looked
    }
}
