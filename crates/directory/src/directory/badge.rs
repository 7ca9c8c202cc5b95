//! Badges: what a platform showed next to a name, when, and what that meant then.

use serde::{Deserialize, Serialize};

use crate::date::Date;
use crate::platform::PlatformIndex;

/// One kind of badge on one platform, in the calendar of badge kinds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BadgeKind {
    /// The kind's id, as observations name it.
    pub id: String,
    /// The platform that shows it.
    pub platform: PlatformIndex,
    /// What it is called.
    pub name: String,
    /// The first day on which the platform gave it, where known.
    pub from: Option<Date>,
    /// The last day on which it meant this, where it ended.
    pub until: Option<Date>,
    /// Whether it was earned, bought, or given to governments.
    pub gained: Gained,
    /// Whether it goes, or stands in the way, when the account changes its name.
    pub lost_by_renaming: bool,
    /// What it says about who is behind the account.
    pub meaning: String,
    /// Where the platform or others say so.
    pub url: String,
    /// When that was seen.
    pub seen: Date,
}

impl BadgeKind {
    /// Whether the platform gives it on a day, by the calendar.
    pub fn is_given(&self, on: Date) -> bool {
        self.from.is_none_or(|from| from <= on) && self.until.is_none_or(|until| until >= on)
    }
}

/// How an account comes by a badge.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Gained {
    /// The platform looked at who is behind the account.
    Earned,
    /// Anyone can pay for it.
    Paid,
    /// For governments and their bodies only.
    Government,
    /// A technical proof that anyone can repeat.
    Proof,
}

impl Gained {
    /// All ways.
    pub const ALL: [Self; 4] = [Self::Earned, Self::Paid, Self::Government, Self::Proof];

    /// The name in the file.
    pub fn id(self) -> &'static str {
        match self {
            Self::Earned => "earned",
            Self::Paid => "paid",
            Self::Government => "government",
            Self::Proof => "proof",
        }
    }
}

/// Which badge an account showed on a day. Without an observation the badge is unknown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BadgeObservation {
    /// The kind seen; `None` where the account was seen to have no badge.
    pub kind: Option<BadgeKindIndex>,
    /// The day of the observation.
    pub seen: Date,
    /// The page that shows it.
    pub url: String,
}

/// The place of a badge kind in [`super::Directory::badges`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct BadgeKindIndex(pub(crate) u16);

impl BadgeKindIndex {
    /// The position in the vector of badge kinds.
    pub fn position(self) -> usize {
        usize::from(self.0)
    }
}
