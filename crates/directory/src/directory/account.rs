//! Accounts: a name on a platform that an organisation speaks through.

use serde::{Deserialize, Serialize};

use super::badge::BadgeObservation;
use super::evidence::{Basis, Evidence, Method, Says, Trust, last_seen};
use super::former_handle::FormerHandle;
use super::organisation::OrganisationIndex;
use super::purpose::Purpose;
use crate::date::Date;
use crate::platform::{AccountName, Platform, PlatformIndex, Reference, page_of_address};

/// The place of an account in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct AccountIndex(pub(crate) u32);

impl AccountIndex {
    /// The position among the accounts of its directory.
    pub fn position(self) -> usize {
        self.0 as usize
    }
}

/// What has become of an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Status {
    /// In use, as far as the newest evidence shows.
    Active,
    /// Kept so that nobody else takes the name.
    Parked,
    /// No longer used, and not known to be kept.
    Left,
    /// Closed by its owner or the platform.
    Closed,
    /// Continued under another name or elsewhere.
    Moved,
    /// Nobody has said.
    Unknown,
}

impl Status {
    /// All statuses.
    pub const ALL: [Self; 6] =
        [Self::Active, Self::Parked, Self::Left, Self::Closed, Self::Moved, Self::Unknown];

    /// The name in the file and in JSON.
    pub fn id(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Parked => "parked",
            Self::Left => "left",
            Self::Closed => "closed",
            Self::Moved => "moved",
            Self::Unknown => "unknown",
        }
    }

    /// Whether the organisation no longer speaks through the account.
    pub fn is_retired(self) -> bool {
        matches!(self, Self::Parked | Self::Left | Self::Closed | Self::Moved)
    }
}

/// One account with its evidence.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Account {
    /// The organisation that owns it.
    pub organisation: OrganisationIndex,
    /// Other organisations that speak through it too.
    pub shared_with: Vec<OrganisationIndex>,
    /// The platform it is on.
    pub platform: PlatformIndex,
    /// The handle, where it has one.
    pub handle: Option<AccountName>,
    /// The platform's own immutable id, where known.
    pub platform_id: Option<AccountName>,
    /// The canonical `https` address.
    pub url: String,
    /// The name shown on the platform when last seen. It never decides anything.
    pub display_name: Option<String>,
    /// What the organisation uses it for, where that is known.
    pub purpose: Option<String>,
    /// The same by a closed list, in its order; empty where nobody has said.
    pub purposes: Vec<Purpose>,
    /// What has become of it.
    pub status: Status,
    /// The account or address where it continues, for [`Status::Moved`].
    pub successor: Option<String>,
    /// What it was called on its platform before.
    pub former_handles: Vec<FormerHandle>,
    /// The newest observation of a badge; `None` means unknown, never "no badge".
    pub badge: Option<BadgeObservation>,
    /// The day on which it was known already, where a source tells of one before the evidence.
    pub since: Option<Date>,
    /// Why it is thought to be official, and what takes that away; never without a claim.
    pub evidence: Vec<Evidence>,
    /// What a reader must know besides.
    pub note: Option<String>,
}

impl Account {
    /// How sure it is on a day that this account is official.
    pub fn trust(&self, today: Date) -> Trust {
        Trust::of(&self.evidence, today)
    }

    /// The evidence that says whose the account is, or was: all but own observations and what takes away.
    pub fn claims(&self) -> impl Iterator<Item = &Evidence> {
        self.evidence.iter().filter(|e| e.is_claim())
    }

    /// The newest evidence that takes away: the organisation no longer showed it, or said that it leaves it.
    pub fn withdrawal(&self) -> Option<&Evidence> {
        self.evidence.iter().filter(|e| e.is_withdrawal()).max_by_key(|e| e.seen)
    }

    /// The newest evidence that takes away, unless the organisation itself shows the account again since.
    pub fn open_withdrawal(&self) -> Option<&Evidence> {
        let withdrawal = self.withdrawal()?;
        let is_own = |it: &&Evidence| it.method <= Method::OfficialSite;
        let mut own = self.claims().filter(is_own);
        (!own.any(|it| it.seen.is_after(withdrawal.seen))).then_some(withdrawal)
    }

    /// Whether, by its evidence, the organisation speaks through it no more: it said that it leaves, or nothing
    /// that called the account official stands.
    pub fn is_taken_back(&self) -> bool {
        self.open_withdrawal().is_some_and(|it| it.says == Says::Leaves)
            || Basis::of(&self.evidence) == Basis::Withdrawn
    }

    /// Whether it is for one purpose beside what the organisation is for as a whole: by the closed list where
    /// that is filled in, else where anything is said of its purpose.
    pub fn has_own_purpose(&self) -> bool {
        if self.purposes.is_empty() { self.purpose.is_some() } else { self.is_special() }
    }

    /// The day of the newest evidence of the strongest kind that carries the trust level; where all of it was
    /// withdrawn, of the newest there was.
    pub fn last_seen(&self) -> Option<Date> {
        last_seen(&self.evidence)
    }

    /// Whether it is for something of its own, such as a district, a theme or questions, and not what people mean
    /// by the account of its organisation on a platform.
    pub fn is_special(&self) -> bool {
        !self.purposes.is_empty() && !self.purposes.contains(&Purpose::General)
    }

    /// What the account is called on its platform: the handle, else the platform's id, else the address.
    pub fn name(&self) -> &str {
        self.handle
            .as_ref()
            .or(self.platform_id.as_ref())
            .map_or(self.url.as_str(), AccountName::text)
    }

    /// The name as people write it on its platform; see [`Account::name`].
    pub fn written(&self, platform: &Platform) -> String {
        match self.handle.as_ref().or(self.platform_id.as_ref()) {
            Some(name) => platform.written(name),
            None => self.url.clone(),
        }
    }

    /// The page that this account is known by, where it has no name: that of a feed, for example.
    pub fn page(&self) -> Option<String> {
        let is_named = self.handle.is_some() || self.platform_id.is_some();
        if is_named { None } else { page_of_address(&self.url) }
    }

    /// The references under which this account is known: by handle and by platform id.
    pub fn references(&self) -> impl Iterator<Item = Reference> + '_ {
        self.handle
            .iter()
            .chain(&self.platform_id)
            .map(|name| Reference { platform: self.platform, name: name.clone() })
    }
}

#[cfg(test)]
mod tests;
