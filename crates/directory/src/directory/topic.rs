//! Topics: what a citizen wants, and who handles it.

use serde::{Deserialize, Serialize};

use super::evidence::Evidence;
use super::organisation::OrganisationIndex;

/// The place of a topic in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct TopicIndex(pub(crate) u32);

impl TopicIndex {
    /// The position among the topics of its directory.
    pub fn position(self) -> usize {
        self.0 as usize
    }
}

/// A layer of the government.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Layer {
    /// The municipality of whoever asks.
    Municipality,
    /// Their province.
    Province,
    /// Their water board.
    WaterBoard,
    /// The state, where nobody says which body of it.
    State,
}

impl Layer {
    /// All layers.
    pub const ALL: [Self; 4] = [Self::Municipality, Self::Province, Self::WaterBoard, Self::State];

    /// The name in the file and in JSON.
    pub fn id(self) -> &'static str {
        match self {
            Self::Municipality => "municipality",
            Self::Province => "province",
            Self::WaterBoard => "water-board",
            Self::State => "state",
        }
    }
}

/// Who handles something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum HandledBy {
    /// The body of a layer that whoever asks lives under.
    Layer(Layer),
    /// One organisation, for everybody.
    Organisation(OrganisationIndex),
}

/// Who handles a topic or a part of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Handler {
    /// Who.
    pub by: HandledBy,
    /// Which part of it, where others handle the rest.
    pub part: Option<String>,
    /// Who says so; never empty.
    pub evidence: Vec<Evidence>,
}

/// One thing that citizens want of the government.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Topic {
    /// Its own stable slug.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// Everyday words for it.
    pub words: Vec<String>,
    /// The last part of its address in the Uniforme Productnamenlijst, where it stands in that.
    pub product: Option<String>,
    /// Who handles it, in the order in which they are needed; nobody where no source says it.
    pub handlers: Vec<Handler>,
    /// What a reader must know besides.
    pub note: Option<String>,
}
