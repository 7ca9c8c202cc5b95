//! Hosts: whose site an address leads to, and which one it passes itself off as.

use super::likeness::Step;
use crate::directory::{Directory, OrganisationIndex};
use crate::platform::PlatformIndex;

/// A listed website.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Site {
    /// Whose it is.
    pub organisation: OrganisationIndex,
    /// Its host, as the directory has it, without `www.`.
    pub host: String,
}

/// A host that passes itself off as another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HostImitation {
    /// Whose host is imitated.
    pub of: Imitated,
    /// That host, or the word that is borrowed.
    pub genuine: String,
    /// The domain that the address belongs to in truth, such as `evil.co.uk`.
    pub domain: String,
    /// How it is done.
    pub trick: HostTrick,
    /// Character by character, where the two are alike throughout.
    pub steps: Vec<Step>,
}

/// Whose host is imitated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Imitated {
    /// A platform's.
    Platform(PlatformIndex),
    /// That of an organisation of the directory.
    Organisation(OrganisationIndex),
}

/// How a host passes itself off as another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum HostTrick {
    /// Characters that look like others: `0verheid.nl`, or letters of another script.
    Characters,
    /// A letter doubled, dropped, added or swapped.
    Slip,
    /// The genuine name, under another ending: `belastingdienst.com`.
    OtherEnding,
    /// The whole genuine host stands before a domain of others: `belastingdienst.nl.example`.
    HostInside,
    /// The genuine name stands inside a domain of others: `digid-form-site.xyz`.
    NameInside,
    /// The genuine host stands before an `@`, where a user name does: `x.com@evil.nl`.
    BeforeHost,
    /// Signs that programs read differently, so that nobody can say where it leads: `x.com\@evil.nl`.
    Ambiguous,
}

/// The hosts of platforms and of listed websites, ready to be compared with.
#[derive(Debug, Default)]
pub struct Hosts {}

impl Hosts {
    /// Reads all hosts of a directory.
    pub fn new(_directory: &Directory) -> Self {
        Self::default()
    }

    /// The listed website that a host is, or lies under. `host` is in lower case and ASCII.
    pub fn site(&self, _directory: &Directory, _host: &str) -> Option<Site> {
        None
    }

    /// What a host that is no platform's and no listed site passes itself off as.
    pub fn imitated(&self, _directory: &Directory, _host: &str) -> Option<HostImitation> {
        None
    }

    /// What the signs around a host pass it off as: a user name before it that is a known host, or a
    /// backslash. `address` is the whole address as it was written.
    pub fn imitated_around(&self, _directory: &Directory, _address: &str) -> Option<HostImitation> {
        None
    }
}
