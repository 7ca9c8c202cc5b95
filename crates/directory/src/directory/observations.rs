//! Overlays: what a person saw of accounts themselves, laid over a directory.
//!
//! An overlay is a file in the format of a directory, of which only the accounts count: each with the
//! badge or the status that was seen, and own observations as evidence. It makes nothing official, lists no
//! account, and changes nothing but the badge and the status of accounts that the directory lists.

mod edit;
mod own;
#[cfg(test)]
mod tests;

use super::load::{Defaults, load_overlay};
use super::{AccountIndex, BadgeObservation, Date, Directory, LoadError, Status};
use crate::directory::badge::BadgeKindIndex;
pub use edit::NewerObservationError;
pub(super) use own::Observations;
pub use own::{OwnObservation, StatusObservation};

/// What was seen of an account today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Observed {
    /// The badge next to its name; `None` for no badge.
    Badge(Option<BadgeKindIndex>),
    /// Takes an earlier observation of the badge back.
    BadgeUnknown,
    /// What has become of it. [`Status::Unknown`] takes an earlier observation of that back; for
    /// [`Status::Moved`] there is [`Observed::Moved`].
    Status(Status),
    /// It continues at this `https` address.
    Moved(String),
    /// Takes all that was observed of the account back.
    Nothing,
}

/// An overlay file, read over a directory.
#[derive(Debug, Clone)]
pub struct Overlay {
    /// The file itself. Its platforms and badge kinds are those of the directory under it.
    file: Directory,
    foreign: Vec<LoadError>,
}

/// What of an overlay counts over its directory on a day, and what doesn't.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally {
    /// How many listed accounts it says something of.
    pub observed: usize,
    /// The accounts that the directory doesn't list, as they are written on their platforms.
    pub unlisted: Vec<String>,
    /// How many accounts were only observed on days yet to come.
    pub later: usize,
}

impl Overlay {
    /// Reads an overlay over a directory.
    ///
    /// # Errors
    ///
    /// All problems of the file, in its order.
    pub fn parse(text: &str, over: &Directory) -> Result<Self, Vec<LoadError>> {
        let of_directory = || {
            Some(Defaults {
                platforms: over.platforms.clone(),
                badges: over.badges.clone(),
                ..Defaults::default()
            })
        };
        let (file, foreign) = load_overlay(text, &of_directory)?;
        Ok(Self { file, foreign })
    }

    /// What it says of platforms, badge kinds and names that the directory can't have, with the place.
    pub fn foreign(&self) -> &[LoadError] {
        &self.foreign
    }

    /// How many accounts stand in it.
    pub fn account_count(&self) -> usize {
        self.file.account_count()
    }

    /// The file in the canonical layout, without what is foreign.
    pub fn to_toml(&self) -> String {
        self.file.to_toml()
    }

    /// What of it counts over its directory on a day.
    pub fn tally(&self, over: &Directory, today: Date) -> Tally {
        let (observations, left_out) = Observations::of(self, over, today);
        let unlisted = left_out.unlisted.iter().map(|&index| {
            let account = self.file.account(index);
            let platform = self.file.platform(account.platform);
            format!("{platform} {}", account.written(platform))
        });
        Tally { observed: observations.len(), unlisted: unlisted.collect(), later: left_out.later }
    }
}

impl Directory {
    /// This directory with what an overlay says that was seen on this day or before, in the place of any
    /// other overlay. Of accounts that it doesn't list nothing is said.
    ///
    /// The newer observation of a badge counts. A status that was observed counts unless the directory
    /// knows one and has evidence of a later day.
    #[must_use]
    pub fn with_overlay(&self, overlay: &Overlay, today: Date) -> Self {
        let (observations, _left_out) = Observations::of(overlay, self, today);
        let observed = (observations.len() > 0).then(|| observations.into());
        Self { observed, ..self.clone() }
    }

    /// What the overlay says of an account, where it says something.
    pub fn own_observation(&self, index: AccountIndex) -> Option<&OwnObservation> {
        self.observed.as_ref()?.get(index)
    }
}
