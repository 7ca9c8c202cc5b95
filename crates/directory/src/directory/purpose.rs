//! What an account is for, as a closed list.

use serde::{Deserialize, Serialize};

/// What an organisation uses an account for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Purpose {
    /// Its general account.
    General,
    /// It answers questions.
    Webcare,
    /// Information on crises and incidents.
    Crisis,
    /// It looks for staff.
    Recruitment,
    /// It is for the press.
    Press,
    /// A district, area, station or location of it.
    Place,
    /// A theme, campaign, council or project.
    Theme,
    /// The office of a person, such as the prime minister or a mayor.
    Office,
}

impl Purpose {
    /// All of them, in the order in which they are written.
    pub const ALL: [Self; 8] = [
        Self::General,
        Self::Webcare,
        Self::Crisis,
        Self::Recruitment,
        Self::Press,
        Self::Place,
        Self::Theme,
        Self::Office,
    ];

    /// The name in the file and in JSON.
    pub fn id(self) -> &'static str {
        match self {
            Self::General => "general",
            Self::Webcare => "webcare",
            Self::Crisis => "crisis",
            Self::Recruitment => "recruitment",
            Self::Press => "press",
            Self::Place => "place",
            Self::Theme => "theme",
            Self::Office => "office",
        }
    }
}
