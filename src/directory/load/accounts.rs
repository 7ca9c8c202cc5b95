//! Accounts: names and addresses by the rules of their platform, badges, evidence.

use std::cmp::Reverse;

use super::Platforming;
use super::fields::{Context, Located, not_one_of};
use super::head::is_known;
use super::organisations::{RawAccount, RawBadge, RawEvidence};
use super::resolve::Names;
use crate::directory::Account;
use crate::directory::badge::{BadgeKindIndex, BadgeObservation};
use crate::directory::evidence::{Evidence, Method};
use crate::directory::organisation::{Organisation, OrganisationIndex};
use crate::directory::source::{Header, Source, SourceIndex};
use crate::platform::{AccountName, NameFault, Platform, PlatformIndex, host_of_address};
use crate::text::sanitise;

/// Reads accounts against everything else that the file says.
pub(super) struct AccountReader<'a> {
    pub(super) context: &'a Context<'a>,
    pub(super) header: &'a Header,
    pub(super) sources: &'a [Source],
    pub(super) platforming: &'a Platforming,
    pub(super) organisations: &'a [Organisation],
    pub(super) names: &'a Names<'a>,
}

/// The names and the address of one account.
struct Naming {
    handle: Option<AccountName>,
    platform_id: Option<AccountName>,
    url: String,
}

impl AccountReader<'_> {
    pub(super) fn read(&self, owner: OrganisationIndex, raw: &RawAccount) -> Option<Account> {
        let index = is_known(self.context, &raw.platform, &self.platforming.platforms)?;
        let shared_with = self.sharers(owner, raw);
        let badge = raw.badge.as_ref().and_then(|badge| self.badge(index, badge));
        let mut evidence: Vec<Evidence> =
            raw.evidence.iter().filter_map(|e| self.evidence(e)).collect();
        // The strongest first, of those the newest: what is shown and opened first.
        evidence.sort_by_key(|e| (e.method, Reverse(e.seen)));
        self.no_evidence_twice(&raw.evidence);
        let Naming { handle, platform_id, url } = self.naming(index, raw)?;
        let account = Account {
            organisation: owner,
            shared_with,
            platform: index,
            handle,
            platform_id,
            url,
            display_name: raw.display_name.clone(),
            purpose: raw.purpose.clone(),
            status: raw.status,
            successor: raw.successor.clone(),
            badge,
            evidence,
            note: raw.note.clone(),
        };
        self.own_domain(&account, &raw.evidence);
        Some(account)
    }

    fn naming(&self, index: PlatformIndex, raw: &RawAccount) -> Option<Naming> {
        let platform = self.platforming.platforms.get(index);
        let mut handle = self.name(raw.handle.as_ref(), |text| platform.parse_name(text))?;
        let mut platform_id =
            self.name(raw.platform_id.as_ref(), |text| platform.parse_platform_id(text))?;
        let Some(written) = &raw.url else {
            let url = platform.address_for(handle.as_ref(), platform_id.as_ref());
            return Some(Naming { handle, platform_id, url: url? });
        };
        if !platform.rules.names.is_empty() {
            let named = self.named_by(index, platform, written)?;
            let is_id = platform.name_rules(&named).is_some_and(|rules| rules.is_platform_id);
            let slot = if is_id { &mut platform_id } else { &mut handle };
            if let Some(other) = slot
                && other.key() != named.key()
            {
                let message = format!(
                    "the address is of `{}`, but the account is written as `{}`; one of the two is wrong",
                    named.text(),
                    other.text()
                );
                self.context.fault(written.at, message);
                return None;
            }
            *slot = Some(named);
        }
        let follows = platform.address_for(handle.as_ref(), platform_id.as_ref());
        Some(Naming { handle, platform_id, url: follows.unwrap_or_else(|| written.value.clone()) })
    }

    /// The name in a written address of this platform.
    fn named_by(
        &self,
        index: PlatformIndex,
        platform: &Platform,
        written: &Located<String>,
    ) -> Option<AccountName> {
        match self.platforming.platforms.parse_address(&written.value) {
            Ok(parsed) if parsed.account.platform == index => Some(parsed.account.name),
            Ok(parsed) => {
                let other = self.platforming.platforms.get(parsed.account.platform);
                let message =
                    format!("this is an address on {other}, not on {platform}; put it right");
                self.context.fault(written.at, message);
                None
            }
            Err(fault) => {
                let message = format!("this is no address of an account on {platform}: {fault}");
                self.context.fault(written.at, message);
                None
            }
        }
    }

    /// Parses a written name: `None` where it is wrong (and reported), `Some(None)` where there is none.
    #[expect(clippy::option_option, reason = "wrong and absent are two things here")]
    fn name(
        &self,
        written: Option<&Located<String>>,
        parse: impl Fn(&str) -> Result<AccountName, NameFault>,
    ) -> Option<Option<AccountName>> {
        let Some(written) = written else {
            return Some(None);
        };
        match parse(&written.value) {
            Ok(name) => Some(Some(name)),
            Err(fault) => {
                self.context.fault(written.at, sanitise::escaped(&fault.to_string()));
                None
            }
        }
    }

    fn sharers(&self, owner: OrganisationIndex, raw: &RawAccount) -> Vec<OrganisationIndex> {
        let find = |id: &Located<String>| {
            let found = self.names.find("shared_with", id)?;
            if found == owner {
                let message =
                    format!("`{}` can't share its account with itself; remove it", id.value);
                self.context.fault(id.at, message);
                return None;
            }
            Some(found)
        };
        raw.shared_with.iter().filter_map(find).collect()
    }

    fn badge(&self, platform: PlatformIndex, raw: &RawBadge) -> Option<BadgeObservation> {
        let observed = |kind| BadgeObservation { kind, seen: raw.seen, url: raw.url.clone() };
        if raw.kind.value == "none" {
            return Some(observed(None));
        }
        let of_platform = (0..)
            .map(BadgeKindIndex)
            .zip(&self.platforming.badges)
            .filter(|(_, b)| b.platform == platform);
        let Some((index, kind)) = of_platform.clone().find(|(_, badge)| badge.id == raw.kind.value)
        else {
            let mut ids: Vec<&str> = of_platform.map(|(_, badge)| badge.id.as_str()).collect();
            ids.push("none");
            self.context.fault(raw.kind.at, not_one_of("kind", &raw.kind.value, &ids));
            return None;
        };
        let too_early = kind.from.is_some_and(|from| raw.seen < from);
        let too_late = kind.until.is_some_and(|until| raw.seen > until);
        if too_early || too_late {
            let period = format!(
                "{} to {}",
                kind.from.map_or_else(|| "…".to_owned(), |date| date.to_string()),
                kind.until.map_or_else(|| "…".to_owned(), |date| date.to_string())
            );
            let message = format!(
                "the badge `{}` was seen on {}, but existed from {period}; put the day or the kind right",
                kind.id, raw.seen
            );
            self.context.fault(raw.kind.at, message);
        }
        Some(observed(Some(index)))
    }

    fn evidence(&self, raw: &RawEvidence) -> Option<Evidence> {
        let source = match &raw.source {
            None => None,
            Some(id) => {
                let found = (0..)
                    .map(SourceIndex)
                    .zip(self.sources)
                    .find(|(_, source)| source.id == id.value);
                if found.is_none() {
                    let ids: Vec<&str> =
                        self.sources.iter().map(|source| source.id.as_str()).collect();
                    self.context.fault(id.at, not_one_of("source", &id.value, &ids));
                }
                Some(found?)
            }
        };
        let url = raw.url.clone().or_else(|| source.map(|(_, source)| source.url.clone()))?;
        Some(Evidence {
            method: raw.method,
            source: source.map(|(index, _)| index),
            own_url: raw.url.is_some(),
            url,
            seen: raw.seen,
            note: raw.note.clone(),
        })
    }

    fn no_evidence_twice(&self, all: &[RawEvidence]) {
        for (position, raw) in all.iter().enumerate() {
            let same = |other: &RawEvidence| {
                other.method == raw.method
                    && other.seen == raw.seen
                    && other.url == raw.url
                    && other.source.as_ref().map(|id| &id.value)
                        == raw.source.as_ref().map(|id| &id.value)
            };
            if all.iter().take(position).any(same) {
                self.context.fault(raw.at, "this evidence stands twice; keep one");
            }
        }
    }

    /// Holds `own-domain` evidence to what it claims: that the account lives on such a domain.
    fn own_domain(&self, account: &Account, raw: &[RawEvidence]) {
        let Some(claim) = raw.iter().find(|e| e.method == Method::OwnDomain) else {
            return;
        };
        let platform = self.platforming.platforms.get(account.platform);
        let host = match &account.handle {
            Some(handle) => platform.host_of(handle).map(str::to_owned),
            None => host_of_address(&account.url).filter(|_| platform.rules.names.is_empty()),
        };
        let own = host.as_deref().is_some_and(|host| {
            let within = |domain: &str| {
                host.strip_suffix(domain).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
            };
            self.header.domains.iter().any(|domain| within(domain))
                || self.websites_above(account.organisation).any(|domain| within(&domain))
        });
        if !own {
            let message = format!(
                "`own-domain` needs an account on a domain of the government, and `{}` is neither in `domains` \
                 nor the website of this organisation or one above it; use another method",
                host.unwrap_or_default()
            );
            self.context.fault(claim.at, message);
        }
    }

    /// The hosts of the websites of an organisation and all above it, without `www.`.
    fn websites_above(&self, organisation: OrganisationIndex) -> impl Iterator<Item = String> + '_ {
        let get = |index: OrganisationIndex| self.organisations.get(index.position());
        let chain = std::iter::successors(get(organisation), move |o| o.parent.and_then(get));
        chain.take(self.organisations.len()).filter_map(|o| {
            let url = url::Url::parse(o.website.as_deref()?).ok()?;
            let host = url.host_str()?;
            Some(host.strip_prefix("www.").unwrap_or(host).to_owned())
        })
    }
}
