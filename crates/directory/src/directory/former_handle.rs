//! Handles that are no account any more: what an account or an organisation was called on a platform.

use serde::{Deserialize, Serialize};

use super::account::AccountIndex;
use super::organisation::OrganisationIndex;
use crate::date::Date;
use crate::platform::{AccountName, PlatformIndex, Reference};

/// A handle that was given up. Anybody may have taken it since.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormerHandle {
    /// The platform that it was on.
    pub platform: PlatformIndex,
    /// The handle.
    pub handle: AccountName,
    /// The last day on which it was in use, where known.
    pub until: Option<Date>,
    /// The address of the account that continues it, where known; of an account that was renamed, none.
    pub successor: Option<String>,
    /// The page that says so.
    pub url: String,
    /// When it said so.
    pub seen: Date,
}

impl FormerHandle {
    /// What it refers to.
    pub fn reference(&self) -> Reference {
        Reference { platform: self.platform, name: self.handle.clone() }
    }
}

/// A former handle with whose it was.
#[derive(Debug, Clone, Copy)]
pub struct Formerly<'a> {
    /// The organisation that used it.
    pub organisation: OrganisationIndex,
    /// The account that was called so, where it is listed under its new name.
    pub account: Option<AccountIndex>,
    /// The handle.
    pub handle: &'a FormerHandle,
}
