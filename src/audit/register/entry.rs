//! One entry with all that is known about it.

use std::collections::BTreeSet;

use crate::audit::details::EntryFacts;
use crate::audit::register::Entry;
use crate::audit::register::platform;
use crate::audit::register::repair::Address;
use crate::audit::{Certainty, Details, Finding, Subject};
use crate::directory::{AccountIndex, Directory, OrganisationIndex};
use crate::platform::{AccountName, NotAnAccount, Platform, PlatformIndex, Reference};

/// No more of a value than so many characters is repeated in a finding: the register's own fields
/// hold 255 at most.
const LONGEST: usize = 300;

/// What stands for a value that was left empty.
const EMPTY: &str = "–";

/// One entry, read.
#[derive(Debug)]
pub(super) struct EntryContext<'a> {
    pub(super) directory: &'a Directory,
    pub(super) entry: &'a Entry,
    /// The organisation that it is for.
    pub(super) organisation: Option<OrganisationIndex>,
    /// The platforms that it is filed under, as far as the directory has them.
    pub(super) platforms: Vec<PlatformIndex>,
    /// The one platform that it is filed under, where it is one.
    pub(super) filed: Option<PlatformIndex>,
    pub(super) address: Address,
}

impl<'a> EntryContext<'a> {
    pub(super) fn new(directory: &'a Directory, entry: &'a Entry) -> Self {
        let platforms = platform::platforms(directory, &entry.platform);
        let filed = match platforms.as_slice() {
            [only] => Some(*only),
            _ => None,
        };
        Self {
            directory,
            entry,
            platforms,
            filed,
            organisation: super::organisation_of(directory, entry),
            address: Address::read(&directory.platforms, &entry.address),
        }
    }

    /// The account that the address leads to or is a part of.
    pub(super) fn reference(&self) -> Option<&Reference> {
        self.address.parsed.as_ref().ok().map(|parsed| &parsed.account)
    }

    /// What of an account the address is, where it is not its page.
    pub(super) fn part(&self) -> Option<NotAnAccount> {
        self.address.parsed.as_ref().ok().and_then(|parsed| parsed.part)
    }

    /// Whether the address leads to a person.
    pub(super) fn is_personal(&self) -> bool {
        let is_personal =
            |it: &Reference| self.directory.platform(it.platform).is_personal(&it.name);
        self.reference().is_some_and(is_personal)
    }

    /// The listed account that the address leads to.
    pub(super) fn listed(&self) -> Option<AccountIndex> {
        self.directory.account_by(self.reference()?)
    }

    /// The address as it should stand in the register, where the account is known.
    pub(super) fn canonical(&self) -> Option<String> {
        if self.is_personal() {
            return self.instead().map(|account| self.directory.account(account).url.clone());
        }
        match self.listed() {
            Some(account) => Some(self.directory.account(account).url.clone()),
            None => {
                self.reference().map(|it| self.directory.platform(it.platform).address_of(&it.name))
            }
        }
    }

    /// The account that must have been meant by an address that leads to none: the listed one with
    /// the typed name, or else the only one that the organisation has on the platform.
    pub(super) fn instead(&self) -> Option<AccountIndex> {
        let filed = self.filed?;
        let platform = self.directory.platform(filed);
        let typed = platform.parse_name(&self.entry.typed).ok();
        let typed = typed.map(|name| Reference { platform: filed, name });
        if let Some(account) = typed.and_then(|it| self.directory.account_by(&it)) {
            return Some(account);
        }
        let is_open = |account: &AccountIndex| {
            let it = self.directory.account(*account);
            let name = it.handle.as_ref().or(it.platform_id.as_ref());
            it.platform == filed
                && !it.status.is_retired()
                && !name.is_some_and(|name| platform.is_personal(name))
                && !self.is_person_page(&it.url)
        };
        let mut own = self.directory.accounts_of(self.organisation?).filter(is_open);
        own.next().filter(|_| own.next().is_none())
    }

    /// Whether an address leads to a person, for accounts that are listed by their address only.
    fn is_person_page(&self, address: &str) -> bool {
        let parsed = self.directory.platforms.parse_address(address);
        parsed.is_ok_and(|parsed| {
            let platform = self.directory.platform(parsed.account.platform);
            platform.is_personal(&parsed.account.name)
        })
    }

    /// The names that the organisation is known by on any platform: in the directory, and in this
    /// entry's own address.
    pub(super) fn known_names(&self) -> BTreeSet<String> {
        let accounts = self.organisation.into_iter().flat_map(|it| self.directory.accounts_of(it));
        let listed = accounts.filter_map(|it| {
            let account = self.directory.account(it);
            let name = account.handle.as_ref()?;
            Some(bare(self.directory.platform(account.platform), name))
        });
        let own = self.reference().filter(|_| !self.is_personal()).and_then(|it| {
            let platform = self.directory.platform(it.platform);
            let is_id = platform.name_rules(&it.name).is_none_or(|rules| rules.is_platform_id);
            (!is_id).then(|| bare(platform, &it.name))
        });
        listed.chain(own).collect()
    }

    /// A finding about the entry, under the platform that it is filed under.
    pub(super) fn finding(
        &self,
        certainty: Certainty,
        details: impl FnOnce(EntryFacts) -> Details,
    ) -> Finding {
        let filed = self.filed.map(|it| self.directory.platform(it).name());
        self.finding_on(filed.unwrap_or(&self.entry.platform), certainty, details)
    }

    /// A finding about the entry.
    ///
    /// The line is no part of the details: a finding stays the same when the lines above it change.
    pub(super) fn finding_on(
        &self,
        platform: &str,
        certainty: Certainty,
        details: impl FnOnce(EntryFacts) -> Details,
    ) -> Finding {
        let facts = EntryFacts {
            organisation: shown(&self.entry.organisation),
            platform: shown(platform),
            typed: shown(&self.entry.typed),
            address: shown(&self.entry.address),
        };
        let subject = Subject::Entry(self.entry.line, self.organisation);
        Finding::new(details(facts), certainty, subject)
    }
}

/// A name without the part that the platform or the server gives: what an organisation chose.
pub(super) fn bare(platform: &Platform, name: &AccountName) -> String {
    let text = name.text();
    let is_domain = platform.name_rules(name).is_some_and(|rules| rules.is_domain);
    let end = if is_domain { text.find('.') } else { text.find('@') };
    text.get(..end.unwrap_or(text.len())).unwrap_or(text).to_owned()
}

/// A value as a finding repeats it.
fn shown(text: &str) -> String {
    if text.is_empty() {
        return EMPTY.to_owned();
    }
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}
