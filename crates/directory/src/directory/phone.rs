//! Telephone numbers beside the general one, each with what it is for and who says so.

mod number;

use serde::{Deserialize, Serialize};

use super::evidence::Evidence;
pub use number::{PhoneNumber, grouped};

/// What a number is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum PhoneLabel {
    /// For everything.
    General,
    /// For who calls from abroad.
    Abroad,
    /// For journalists.
    Press,
    /// For who is in danger.
    Emergency,
    /// For help or questions in one matter.
    Helpline,
    /// Something else, which the note says.
    Other,
}

impl PhoneLabel {
    /// All labels, in the order of the file.
    pub const ALL: [Self; 6] =
        [Self::General, Self::Abroad, Self::Press, Self::Emergency, Self::Helpline, Self::Other];

    /// The name in the file and in JSON.
    pub fn id(self) -> &'static str {
        match self {
            Self::General => "general",
            Self::Abroad => "abroad",
            Self::Press => "press",
            Self::Emergency => "emergency",
            Self::Helpline => "helpline",
            Self::Other => "other",
        }
    }
}

/// A telephone number of an organisation or a service.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Phone {
    /// The number as it is shown.
    pub number: String,
    /// What it is for, where a source says so.
    pub label: Option<PhoneLabel>,
    /// Who says whose it is; never empty.
    pub evidence: Vec<Evidence>,
    /// What a reader must know besides.
    pub note: Option<String>,
}
