//! What an organisation can publish so that a machine can verify its accounts.
//!
//! What is written here, [`crate::verify`] accepts once it stands where it is to stand; it is made of the directory
//! alone, and asks nothing.

mod quick_statements;
mod site_files;

use officieel_directory::directory::{Account, AccountIndex, Directory, OrganisationIndex};
use officieel_directory::platform::check_https;
use url::Url;

pub use site_files::SiteFiles;

/// All that an organisation can publish.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    /// Its website, which all of it rests on; without one, nothing can be verified.
    pub website: Option<Url>,
    /// For each account in use, in file order: what stands on the site, and what stands in the profile.
    pub accounts: Vec<AccountProof>,
    /// The files for the whole site; none where the site is a part of the host of others, who alone speak for it.
    pub files: Option<SiteFiles>,
    /// The text record for each handle that is a domain, as far as the id of the account is known.
    pub records: Vec<TextRecord>,
    /// The script of structured data for the home page.
    pub json_ld: String,
    /// Statements for Wikidata, a line each, for its tool of that name; none without an item.
    pub quick_statements: Vec<String>,
}

/// What is to be published for one account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountProof {
    /// The account.
    pub account: AccountIndex,
    /// Its address.
    pub url: String,
    /// The element for the head of the home page.
    pub rel_me: String,
    /// The line for the profile, which names the site back.
    pub bio: Option<String>,
}

/// A text record in the name system.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextRecord {
    /// The name that it is of.
    pub name: String,
    /// What it says.
    pub value: String,
}

impl Proof {
    /// What an organisation can publish, with the day that statements are to bear.
    ///
    /// ```
    /// use officieel_directory::directory::{Date, load::load};
    /// use officieel_directory::public_suffixes::PublicSuffixes;
    /// use officieel_online::proof::Proof;
    ///
    /// let file = std::fs::read_to_string("../../directory.toml").unwrap();
    /// let directory = load(&file, Date::LAST, &PublicSuffixes::default(), &|| None).unwrap();
    /// let logius = directory.organisation_by_id("logius").unwrap();
    /// let proof = Proof::of(&directory, logius);
    /// assert!(proof.accounts.iter().all(|account| account.rel_me.starts_with("<link rel=\"me\"")));
    /// ```
    pub fn of(directory: &Directory, index: OrganisationIndex) -> Self {
        let organisation = directory.organisation(index);
        let website =
            organisation.website.as_deref().filter(|website| check_https(website).is_ok());
        let website = website.and_then(|website| Url::parse(website).ok());
        let own = in_use(directory, index);
        let files =
            website.as_ref().and_then(|website| SiteFiles::of(directory, index, website, &own));
        let host = files.as_ref().map(|files| files.host.as_str());
        let accounts =
            own.iter().map(|&account| AccountProof::of(directory, account, host)).collect();
        let json_ld = site_files::json_ld(organisation, website.as_ref(), directory, &own);
        let records =
            own.iter().filter_map(|&account| TextRecord::of(directory, account)).collect();
        let quick_statements = quick_statements::of(directory, organisation, &own);
        Self { website, accounts, files, records, json_ld, quick_statements }
    }
}

/// The accounts that an organisation owns and uses.
fn in_use(directory: &Directory, organisation: OrganisationIndex) -> Vec<AccountIndex> {
    let is_used = |account: &Account| {
        account.organisation == organisation
            && !account.status.is_retired()
            && check_https(&account.url).is_ok()
    };
    directory.accounts_of(organisation).filter(|&it| is_used(directory.account(it))).collect()
}

impl AccountProof {
    fn of(directory: &Directory, index: AccountIndex, host: Option<&str>) -> Self {
        let url = directory.account(index).url.clone();
        let rel_me = format!("<link rel=\"me\" href=\"{}\">", in_attribute(&url));
        let bio = host.map(|host| format!("trust://{host}! xpoc://{host}!"));
        Self { account: index, url, rel_me, bio }
    }
}

impl TextRecord {
    fn of(directory: &Directory, index: AccountIndex) -> Option<Self> {
        let account = directory.account(index);
        let platform = directory.platform(account.platform);
        let (handle, id) = (account.handle.as_ref()?, account.platform_id.as_ref()?);
        let is_domain = platform.name_rules(handle)?.is_domain && id.text().starts_with("did:");
        is_domain.then(|| Self {
            name: format!("_atproto.{}", handle.key()),
            value: format!("did={}", id.text()),
        })
    }
}

/// Text within an attribute of HTML.
fn in_attribute(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;")
}

#[cfg(test)]
mod tests;
