//! Organisations: who speaks.

use serde::{Deserialize, Serialize};

use super::account::AccountIndex;
use super::former_handle::FormerHandle;
use super::kind::Kind;
use super::phone::Phone;
use super::site::Site;
use crate::date::Date;

/// The place of an organisation in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct OrganisationIndex(pub(crate) u32);

impl OrganisationIndex {
    /// The position among the organisations of its directory.
    pub fn position(self) -> usize {
        self.0 as usize
    }
}

/// A name that an organisation bore.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormerName {
    /// The name.
    pub name: String,
    /// The last day on which it bore it, where known.
    pub until: Option<Date>,
}

/// Something that is known to exist but that no source at hand gives.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gap {
    /// What is missing, in a sentence.
    pub text: String,
    /// The page that says so.
    pub url: String,
    /// When that was seen.
    pub seen: Date,
}

/// One organisation with its names, places, open channels and official ids.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Organisation {
    /// Its own stable slug, such as `gemeente-zwolle`.
    pub id: String,
    /// The name it goes by.
    pub name: String,
    /// The abbreviation it uses itself.
    pub abbreviation: Option<String>,
    /// Other current names, among them how people call it.
    pub aliases: Vec<String>,
    /// Names it no longer bears.
    pub former_names: Vec<FormerName>,
    /// What kind of organisation it is.
    pub kind: Kind,
    /// The organisation that it is a part of or falls under.
    pub parent: Option<OrganisationIndex>,
    /// The towns and villages that it is for.
    pub places: Vec<String>,
    /// The province it lies in.
    pub province: Option<String>,
    /// Its own website.
    pub website: Option<String>,
    /// All hosts that are its own, or that it has a page on.
    pub sites: Vec<Site>,
    /// Its general telephone number.
    pub phone: Option<String>,
    /// Its telephone numbers, each with what it is for.
    pub phones: Vec<Phone>,
    /// Its contact form.
    pub contact_form: Option<String>,
    /// Its id in the Register van Overheidsorganisaties.
    pub register_id: Option<String>,
    /// Its URI in the TOOI thesaurus of government organisations.
    pub tooi: Option<String>,
    /// Its Wikidata item.
    pub wikidata: Option<String>,
    /// The first day on which it no longer existed.
    pub ended: Option<Date>,
    /// The organisation that took over from it.
    pub successor: Option<OrganisationIndex>,
    /// Handles that it used and that continue no account listed here.
    pub former_handles: Vec<FormerHandle>,
    /// What is known to be missing here.
    pub gaps: Vec<Gap>,
    /// Its accounts: its own in file order, then those shared with it.
    pub accounts: Vec<AccountIndex>,
    /// What a reader must know besides.
    pub note: Option<String>,
}

impl Organisation {
    /// Whether any way to reach it is known.
    pub fn is_reachable(&self) -> bool {
        let has_list =
            !(self.accounts.is_empty() && self.sites.is_empty() && self.phones.is_empty());
        has_list || self.website.is_some() || self.phone.is_some() || self.contact_form.is_some()
    }

    /// What it is called: its name, its abbreviation and its aliases.
    pub fn names(&self) -> impl Iterator<Item = &String> {
        std::iter::once(&self.name).chain(&self.abbreviation).chain(&self.aliases)
    }

    /// One of which no more is known than this.
    pub const fn bare(id: String, name: String, kind: Kind) -> Self {
        Self {
            id,
            name,
            abbreviation: None,
            aliases: Vec::new(),
            former_names: Vec::new(),
            kind,
            parent: None,
            places: Vec::new(),
            province: None,
            website: None,
            sites: Vec::new(),
            phone: None,
            phones: Vec::new(),
            contact_form: None,
            register_id: None,
            tooi: None,
            wikidata: None,
            ended: None,
            successor: None,
            former_handles: Vec::new(),
            gaps: Vec::new(),
            accounts: Vec::new(),
            note: None,
        }
    }

    /// The ids that registers gave it: its register id, its TOOI URI and its Wikidata item.
    pub fn official_ids(&self) -> impl Iterator<Item = &str> {
        [&self.register_id, &self.tooi, &self.wikidata].into_iter().flatten().map(String::as_str)
    }
}
