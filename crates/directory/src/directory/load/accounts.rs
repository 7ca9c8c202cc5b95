//! Accounts: names and addresses by the rules of their platform, badges, evidence.

use super::Platforming;
use super::evidence::{self, RawEvidence, Sources};
use super::fields::{Context, Located, Message, Sentence, not_one_of};
use super::former_handles;
use super::head::is_known;
use super::organisations::{RawAccount, RawBadge, value};
use super::resolve::Names;
use crate::directory::badge::{BadgeKindIndex, BadgeObservation};
use crate::directory::evidence::{Method, NOTE_BADGE, NOTE_STATUS};
use crate::directory::organisation::{Organisation, OrganisationIndex};
use crate::directory::site::bare_host;
use crate::directory::source::Header;
use crate::directory::{Account, Date, Site, Status};
use crate::platform::{
    AccountName, NameError, Platform, PlatformIndex, Platforms, host_in, host_of_address, is_under,
};

/// How many organisations may stand one above the other; real ones take a few steps.
pub(super) const MOST_LEVELS: usize = 100;

/// What the rest of the file says, for all accounts.
pub(super) struct Known<'a> {
    header: &'a Header,
    sources: &'a Sources<'a>,
    platforming: &'a Platforming,
    organisations: &'a [Organisation],
    names: &'a Names<'a>,
    /// Whether the file is an overlay.
    pub(super) is_overlay: bool,
}

impl<'a> Known<'a> {
    pub(super) fn new(
        header: &'a Header,
        sources: &'a Sources<'a>,
        platforming: &'a Platforming,
        organisations: &'a [Organisation],
        names: &'a Names<'a>,
    ) -> Self {
        Self { header, sources, platforming, organisations, names, is_overlay: false }
    }
}

/// Reads accounts against everything else that the file says.
pub(super) struct AccountReader<'a> {
    pub(super) context: &'a Context<'a>,
    pub(super) known: &'a Known<'a>,
}

/// The names and the address of one account.
struct Naming {
    handle: Option<AccountName>,
    platform_id: Option<AccountName>,
    url: String,
}

impl AccountReader<'_> {
    /// The account, and where it is claimed that it lives on a domain of its organisation, if it is.
    pub(super) fn read(
        &self,
        owner: OrganisationIndex,
        mut raw: RawAccount,
    ) -> Option<(Account, Option<usize>)> {
        let index = self.platform(&raw.platform)?;
        self.right_evidence(&raw);
        let shared_with = self.sharers(owner, &raw);
        let badge = raw.badge.as_ref().and_then(|badge| self.badge(index, badge));
        evidence::no_evidence_twice(self.context, &raw.evidence);
        let claim = raw.evidence.iter().find(|e| e.method == Method::OwnDomain).map(|e| e.at);
        let evidence = self.known.sources.evidence(self.context, std::mem::take(&mut raw.evidence));
        let former_handles = std::mem::take(&mut raw.former_handles);
        let not_here = |at, message| self.not_here(at, message);
        let former_handles = former_handles::resolve(
            self.context,
            self.known.platforming,
            Some(index),
            former_handles,
            not_here,
        );
        let Naming { handle, platform_id, url } = self.naming(index, &raw)?;
        let account = Account {
            organisation: owner,
            shared_with,
            platform: index,
            handle,
            platform_id,
            url,
            display_name: raw.display_name,
            purpose: raw.purpose,
            purposes: raw.purposes,
            status: raw.status,
            successor: value(raw.successor),
            former_handles,
            badge,
            since: raw.since,
            evidence,
            note: raw.note,
        };
        Some((account, claim))
    }

    /// Reports what the platforms of the directory can't have: a fault, but in an overlay, which may lie over
    /// another directory than the one it was made for.
    fn not_here(&self, at: usize, message: Message) {
        if self.known.is_overlay {
            self.context.foreign(at, message);
        } else {
            self.context.fault(at, message);
        }
    }

    /// The platform of an account. An overlay may be about one that this directory doesn't have.
    fn platform(&self, id: &Located<String>) -> Option<PlatformIndex> {
        let platforms = &self.known.platforming.platforms;
        if self.known.is_overlay && platforms.by_id(&id.value).is_none() {
            self.not_here(id.at, Sentence::PlatformNotHere.of([&id.value]));
            return None;
        }
        is_known(self.context, id, platforms)
    }

    /// An own observation is no evidence that an account is official; an overlay holds nothing else.
    fn right_evidence(&self, raw: &RawAccount) {
        let is_own = |it: &&RawEvidence| it.method == Method::OwnObservation;
        if !self.known.is_overlay {
            evidence::needs_claim(self.context, &raw.evidence);
            return;
        }
        for other in raw.evidence.iter().filter(|it| !is_own(it)) {
            self.context.fault(other.at, Sentence::NotObserved.of([&other.method.id()]));
        }
        let is_dated = raw.evidence.iter().any(|it| it.note.as_deref() != Some(NOTE_BADGE));
        if raw.status != Status::Unknown && !is_dated {
            self.context.fault(raw.at, Sentence::StatusUndated.of([&NOTE_STATUS]));
        }
    }

    fn naming(&self, index: PlatformIndex, raw: &RawAccount) -> Option<Naming> {
        let platform = self.known.platforming.platforms.get(index);
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
                let message = Sentence::TwoNames.of([&named.text(), &other.text()]);
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
        match self.known.platforming.platforms.parse_address(&written.value) {
            Ok(parsed) if parsed.account.platform == index => Some(parsed.account.name),
            Ok(parsed) => {
                let other = self.known.platforming.platforms.get(parsed.account.platform);
                self.not_here(written.at, Sentence::OtherPlatform.of([other, platform]));
                None
            }
            Err(fault) => {
                let message = Sentence::NoAccountAddress.of([platform]);
                self.not_here(written.at, message.and(&fault));
                None
            }
        }
    }

    /// Parses a written name: `None` where it is wrong (and reported), `Some(None)` where there is none.
    #[expect(clippy::option_option, reason = "wrong and absent are two things here")]
    fn name(
        &self,
        written: Option<&Located<String>>,
        parse: impl Fn(&str) -> Result<AccountName, NameError>,
    ) -> Option<Option<AccountName>> {
        let Some(written) = written else {
            return Some(None);
        };
        match parse(&written.value) {
            Ok(name) => Some(Some(name)),
            Err(fault) => {
                self.not_here(written.at, Message::from(&fault));
                None
            }
        }
    }

    fn sharers(&self, owner: OrganisationIndex, raw: &RawAccount) -> Vec<OrganisationIndex> {
        let find = |id: &Located<String>| {
            let found = self.known.names.find(self.context, "shared_with", id)?;
            if found == owner {
                self.context.fault(id.at, Sentence::SharedWithSelf.of([&id.value]));
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
            .zip(&self.known.platforming.badges)
            .filter(|(_, b)| b.platform == platform);
        let Some((index, kind)) = of_platform.clone().find(|(_, badge)| badge.id == raw.kind.value)
        else {
            let mut ids: Vec<&str> = of_platform.map(|(_, badge)| badge.id.as_str()).collect();
            ids.push("none");
            if self.known.is_overlay {
                self.not_here(raw.kind.at, Sentence::BadgeNotHere.of([&raw.kind.value]));
                return None;
            }
            self.context.fault(raw.kind.at, not_one_of("kind", &raw.kind.value, &ids));
            return None;
        };
        let too_early = kind.from.is_some_and(|from| raw.seen < from);
        let too_late = kind.until.is_some_and(|until| raw.seen > until);
        if too_early || too_late {
            let day = |day: Option<Date>| day.map_or_else(|| "…".to_owned(), |it| it.to_string());
            let message = Sentence::BadgeOutOfTime.of([
                &kind.id,
                &raw.seen,
                &day(kind.from),
                &day(kind.until),
            ]);
            self.context.fault(raw.kind.at, message);
        }
        Some(observed(Some(index)))
    }

    /// Holds `own-domain` evidence to what it claims: that the account lives on such a domain.
    pub(super) fn own_domain(&self, account: &Account, claimed_at: usize) {
        let host = host_of(&self.known.platforming.platforms, account);
        let own = host.as_deref().is_some_and(|host| {
            self.known.header.domains.iter().any(|domain| is_under(host, domain))
                || self.websites_above(account.organisation).any(|domain| is_under(host, &domain))
        });
        if !own {
            let host = host.unwrap_or_default();
            self.context.fault(claimed_at, Sentence::NotOwnDomain.of([&host]));
        }
    }

    /// The hosts of the websites and own sites of an organisation and all above it, without `www.`.
    fn websites_above(&self, organisation: OrganisationIndex) -> impl Iterator<Item = String> + '_ {
        let get = |index: OrganisationIndex| self.known.organisations.get(index.position());
        let chain = std::iter::successors(get(organisation), move |o| o.parent.and_then(get));
        chain.take(MOST_LEVELS).flat_map(own_hosts)
    }
}

/// The host that an account lives on, by its name or its page.
pub(super) fn host_of(platforms: &Platforms, account: &Account) -> Option<String> {
    let platform = platforms.get(account.platform);
    match &account.handle {
        Some(handle) => platform.host_of(handle).map(str::to_owned),
        None => host_of_address(&account.url).filter(|_| platform.rules.names.is_empty()),
    }
}

/// The hosts of the website and own sites of an organisation, without `www.`.
pub(super) fn own_hosts(of: &Organisation) -> impl Iterator<Item = String> + '_ {
    let website = of.website.as_deref().and_then(host_in);
    let is_own = |site: &&Site| !site.is_shared && site.path.is_none();
    let sites = of.sites.iter().filter(is_own).map(|site| site.bare_host().to_owned());
    website.map(|host| bare_host(&host).to_owned()).into_iter().chain(sites)
}
