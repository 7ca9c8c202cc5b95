//! What all organisations and accounts are called and where they speak, without the rest of what is
//! known of them.
//!
//! Who compares a name with every listed one would read the whole directory for it: evidence, notes,
//! telephone numbers. A summary is a tenth of that.

use serde::{Deserialize, Serialize};

use super::Directory;
use super::account::Account;
use super::kind::Kind;
use super::organisation::{Organisation, OrganisationIndex};
use super::records::Summarised;
use super::site::Site;
use crate::platform::{AccountName, PlatformIndex};

/// What an organisation is called, which places it is for and which hosts it has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrganisationSummary<'d> {
    /// Its slug.
    pub id: &'d str,
    /// The name it goes by.
    pub name: &'d str,
    /// The abbreviation it uses itself.
    pub abbreviation: Option<&'d str>,
    /// Other current names.
    #[serde(borrow)]
    pub aliases: Vec<&'d str>,
    /// What kind of organisation it is.
    pub kind: Kind,
    /// Whether it is part of another one.
    pub has_parent: bool,
    /// Whether it exists no longer.
    pub has_ended: bool,
    /// The towns and villages that it is for.
    #[serde(borrow)]
    pub places: Vec<&'d str>,
    /// The province it lies in.
    pub province: Option<&'d str>,
    /// Its own website.
    pub website: Option<&'d str>,
    /// Its contact form.
    pub contact_form: Option<&'d str>,
    /// The hosts of its sites that are not only a part of a host, without `www.`.
    #[serde(borrow)]
    pub hosts: Vec<&'d str>,
}

/// What an account is called.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountSummary<'d> {
    /// Whose it is.
    pub organisation: OrganisationIndex,
    /// The platform that it is on.
    pub platform: PlatformIndex,
    /// Its handle as it is written, where it has one.
    pub handle: Option<&'d str>,
}

impl<'d> From<&'d Organisation> for OrganisationSummary<'d> {
    fn from(of: &'d Organisation) -> Self {
        let whole = of.sites.iter().filter(|site| site.path.is_none());
        Self {
            id: &of.id,
            name: &of.name,
            abbreviation: of.abbreviation.as_deref(),
            aliases: of.aliases.iter().map(String::as_str).collect(),
            kind: of.kind,
            has_parent: of.parent.is_some(),
            has_ended: of.ended.is_some(),
            places: of.places.iter().map(String::as_str).collect(),
            province: of.province.as_deref(),
            website: of.website.as_deref(),
            contact_form: of.contact_form.as_deref(),
            hosts: whole.map(Site::bare_host).collect(),
        }
    }
}

impl<'d> From<&'d Account> for AccountSummary<'d> {
    fn from(of: &'d Account) -> Self {
        Self {
            organisation: of.organisation,
            platform: of.platform,
            handle: of.handle.as_ref().map(AccountName::text),
        }
    }
}

impl OrganisationSummary<'_> {
    /// What it is called now: its name, its abbreviation, its other names.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.name).chain(self.abbreviation).chain(self.aliases.iter().copied())
    }
}

/// The summaries of a directory, in the order of the file.
#[derive(Debug)]
pub struct Summaries<'d>(Summarised<'d>);

impl Summaries<'_> {
    /// Those of all organisations, each at the position of its index.
    pub fn organisations(&self) -> Vec<OrganisationSummary<'_>> {
        self.0.organisations()
    }

    /// Those of all accounts, each at the position of its index.
    pub fn accounts(&self) -> Vec<AccountSummary<'_>> {
        self.0.accounts()
    }
}

impl Directory {
    /// What all organisations and accounts are called.
    pub fn summaries(&self) -> Summaries<'_> {
        Summaries(self.records.summarised())
    }
}
