//! Scores: how far a family or an organisation is, in shares that say what they count.

use super::Family;
use crate::directory::{Date, Directory, OrganisationIndex};

/// A share: so many of so many.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Share {
    /// Those that do.
    pub some: usize,
    /// Those that were looked at.
    pub all: usize,
}

impl Share {
    /// In whole percents, rounded; `None` where nothing was looked at.
    pub fn percent(self) -> Option<usize> {
        (self.some * 200 + self.all).checked_div(self.all * 2)
    }
}

/// How far a family or an organisation is. Each share is defined in the documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Scores {
    /// Accounts that follow the declared or leading template of their platform.
    pub convention: Share,
    /// Organisations on several platforms that bear one name on all of them.
    pub consistency: Share,
    /// Accounts with a badge, of those that somebody has looked at.
    pub badges: Share,
    /// Accounts that somebody has looked at for a badge, of all.
    pub observed: Share,
    /// Accounts whose evidence is fresh.
    pub freshness: Share,
}

/// The scores of a family.
pub fn of_family(_directory: &Directory, _today: Date, _family: Family) -> Scores {
    Scores::default()
}

/// The scores of one organisation, alone.
pub fn of_organisation(
    _directory: &Directory,
    _today: Date,
    _organisation: OrganisationIndex,
) -> Scores {
    Scores::default()
}
