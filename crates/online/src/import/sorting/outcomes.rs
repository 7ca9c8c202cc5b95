//! What each record and entry means for the directory.

use std::collections::{BTreeSet, HashSet};

use officieel_directory::directory::{
    AccountIndex, Date, Directory, Organisation, OrganisationIndex,
};
use officieel_directory::platform::{PlatformIndex, Reference, is_under};
use officieel_directory::text::fold::fold;

use super::super::address::{Resolved, resolve};
use super::super::matching::{Basis, Match, Matcher, site};
use super::super::record::{AccountEntry, Domain, Extract, OrganisationRecord, Rank, RecordKind};
use super::super::{Source, text};
use super::{
    AccountOutcome, Change, DomainOutcome, FoundAccount, FoundDomain, FoundEvidence,
    FoundOrganisation, Unclear,
};

/// All that is needed to sort.
pub(super) struct Sorter<'a> {
    pub(super) source: Source,
    pub(super) extract: &'a Extract,
    pub(super) directory: &'a Directory,
    pub(super) matcher: &'a Matcher<'a>,
    pub(super) seen: Date,
}

impl Sorter<'_> {
    /// Whether a record is rather of an account than of an organisation, so that several may be of one.
    pub(super) fn lists_accounts(&self) -> bool {
        matches!(self.source, Source::Mastodon | Source::Police)
    }

    /// Which organisation a record is of.
    pub(super) fn matched(&self, record: &OrganisationRecord) -> Match {
        let found = self.matcher.find(record);
        if found != Match::New || !record.ids.is_empty() {
            return found;
        }
        let owner = |entry: &AccountEntry| {
            let resolved =
                resolve(entry, &self.directory.platforms).ok().filter(|_| entry.doubt.is_none())?;
            let account = self.directory.account_by(&resolved.reference)?;
            Some(self.directory.account(account).organisation)
        };
        let owners: BTreeSet<OrganisationIndex> =
            record.accounts.iter().filter_map(owner).collect();
        match owners.first() {
            Some(&organisation) if owners.len() == 1 => {
                Match::Known { organisation, by: Basis::Account }
            }
            _ => found,
        }
    }

    /// A record, sorted.
    pub(super) fn organisation(&self, at: usize, matched: Match) -> FoundOrganisation {
        let Some(record) = self.extract.records.get(at) else {
            return FoundOrganisation {
                record: at,
                matched,
                changes: Vec::new(),
                accounts: Vec::new(),
                domains: Vec::new(),
            };
        };
        let mut met: HashSet<Reference> = HashSet::new();
        let mut accounts = Vec::new();
        for (entry, typed) in record.accounts.iter().enumerate() {
            let mut found = self.account(at, entry, record, typed, &matched);
            if let Some(resolved) = &found.resolved
                && !met.insert(resolved.reference.clone())
            {
                found.outcome = AccountOutcome::Repeated;
                found.evidence = None;
            }
            accounts.push(found);
        }
        let owner = matched.organisation();
        FoundOrganisation {
            record: at,
            changes: owner
                .map(|it| self.changes(record, self.directory.organisation(it)))
                .unwrap_or_default(),
            accounts,
            domains: record.domains.iter().map(|domain| self.domain(domain, owner)).collect(),
            matched,
        }
    }

    fn account(
        &self,
        at: usize,
        entry: usize,
        record: &OrganisationRecord,
        typed: &AccountEntry,
        matched: &Match,
    ) -> FoundAccount {
        let bare = |resolved, outcome| FoundAccount {
            record: at,
            entry,
            resolved,
            outcome,
            beside: None,
            evidence: None,
        };
        let resolved = match resolve(typed, &self.directory.platforms) {
            Ok(resolved) => resolved,
            Err(refusal) => return bare(None, AccountOutcome::Refused(refusal)),
        };
        let mut outcome = self.outcome(record, typed, &resolved, matched);
        let owner = matched.organisation();
        let mut evidence = matches!(outcome, AccountOutcome::New | AccountOutcome::Confirms(_))
            .then(|| self.evidence(record, typed, &resolved, owner))
            .flatten();
        if outcome == AccountOutcome::New && evidence.is_none() {
            outcome = AccountOutcome::Unclear(Unclear::OwnWord);
        }
        if evidence
            .as_ref()
            .is_some_and(|it| it.url.as_deref().is_some_and(|url| !url.starts_with("https://")))
        {
            // Only what can be opened safely is cited.
            evidence = evidence.map(|it| FoundEvidence { url: None, ..it });
        }
        let beside = owner.filter(|_| outcome == AccountOutcome::New);
        let beside = beside.and_then(|it| self.listed_on(it, resolved.reference.platform));
        FoundAccount { beside, evidence, ..bare(Some(resolved), outcome) }
    }

    fn outcome(
        &self,
        record: &OrganisationRecord,
        entry: &AccountEntry,
        resolved: &Resolved,
        matched: &Match,
    ) -> AccountOutcome {
        let reference = &resolved.reference;
        if let Some(doubt) = &entry.doubt {
            return AccountOutcome::Unclear(Unclear::Doubt(doubt.clone()));
        }
        let listed = self.directory.account_by(reference);
        if self.is_history(record, entry, matched) {
            return AccountOutcome::History(listed);
        }
        if record.kind == RecordKind::Arrangement {
            let mut ids = record.keeper.iter().flat_map(super::super::Ids::iter);
            let keeper = ids.find_map(|id| self.directory.organisation_by_official_id(id));
            let is_own =
                matched.organisation().is_some_and(|it| keeper.is_none_or(|keeper| keeper == it));
            if !is_own {
                return AccountOutcome::Unclear(Unclear::Keeper(keeper));
            }
        }
        match (listed, matched) {
            (Some(account), Match::Known { organisation, .. }) => {
                self.listed(account, *organisation, entry)
            }
            (Some(account), _) => AccountOutcome::BelongsToAnother {
                account,
                owner: self.directory.account(account).organisation,
            },
            (None, _) => self.unlisted(reference, matched),
        }
    }

    fn listed(
        &self,
        account: AccountIndex,
        organisation: OrganisationIndex,
        entry: &AccountEntry,
    ) -> AccountOutcome {
        let own = self.directory.account(account);
        if own.organisation != organisation && !own.shared_with.contains(&organisation) {
            return AccountOutcome::BelongsToAnother { account, owner: own.organisation };
        }
        match (&own.platform_id, &entry.platform_id) {
            (Some(listed), Some(found)) if own.handle.is_some() && listed.text() != found => {
                AccountOutcome::OtherId { account, found: found.clone() }
            }
            _ => AccountOutcome::Confirms(account),
        }
    }

    fn unlisted(&self, reference: &Reference, matched: &Match) -> AccountOutcome {
        if let Some(former) = self.directory.formerly(reference) {
            return AccountOutcome::Former(former.organisation);
        }
        if let Some(foreign) = self.directory.foreign_by(reference) {
            return AccountOutcome::Foreign(foreign);
        }
        match matched {
            Match::Known { .. } | Match::New => AccountOutcome::New,
            Match::Unclear(_) | Match::Conflict(_) => {
                AccountOutcome::Unclear(Unclear::Organisation)
            }
        }
    }

    /// Whether an entry speaks of the past on the day on which the source said so.
    fn is_history(
        &self,
        record: &OrganisationRecord,
        entry: &AccountEntry,
        matched: &Match,
    ) -> bool {
        let listed = matched.organisation().and_then(|it| self.directory.organisation(it).ended);
        let is_past = |day: &Date| !day.is_after(self.seen);
        let ends = [record.ended, listed, entry.until];
        entry.rank == Rank::Deprecated || ends.iter().flatten().any(is_past)
    }

    fn evidence(
        &self,
        record: &OrganisationRecord,
        entry: &AccountEntry,
        resolved: &Resolved,
        owner: Option<OrganisationIndex>,
    ) -> Option<FoundEvidence> {
        let page = entry.page.clone().or_else(|| record.page.clone());
        let url = page.or_else(|| page_of(self.source, record));
        if self.source == Source::Mastodon && !self.is_own_domain(resolved, owner) {
            return None;
        }
        Some(FoundEvidence { method: self.source.method(), url, seen: self.seen })
    }

    /// Whether an account is on a domain of the government, or of the organisation itself.
    fn is_own_domain(&self, resolved: &Resolved, owner: Option<OrganisationIndex>) -> bool {
        let platform = self.directory.platform(resolved.reference.platform);
        let Some(host) = platform.host_of(&resolved.reference.name) else { return false };
        let governments = self.directory.header.domains.iter().any(|domain| is_under(host, domain));
        let sites = owner.map(|it| &self.directory.organisation(it).sites);
        let own =
            sites.into_iter().flatten().filter(|it| !it.is_shared && it.bare_path().is_empty());
        governments || own.into_iter().any(|it| is_under(host, it.bare_host()))
    }

    fn listed_on(
        &self,
        organisation: OrganisationIndex,
        platform: PlatformIndex,
    ) -> Option<AccountIndex> {
        let is_there = |it: &AccountIndex| {
            let account = self.directory.account(*it);
            account.platform == platform && !account.status.is_retired()
        };
        self.directory.accounts_of(organisation).find(is_there)
    }

    fn changes(&self, record: &OrganisationRecord, own: &Organisation) -> Vec<Change> {
        let mut changes = Vec::new();
        changes.extend(record.ended.filter(|_| own.ended.is_none()).map(Change::Ended));
        if self.source.names_officially() && !bears(own, &record.name) {
            changes.push(Change::Renamed(record.name.clone()));
        }
        let is_register = self.source == Source::Roo && record.kind == RecordKind::Organisation;
        let moved = record
            .websites
            .first()
            .filter(|it| is_register && is_elsewhere(own, it, &record.websites));
        changes.extend(moved.map(|it| Change::Website(it.clone())));
        changes
    }

    fn domain(&self, domain: &Domain, owner: Option<OrganisationIndex>) -> FoundDomain {
        let users = self.matcher.of_host(&domain.host);
        let is_own = owner.is_some_and(|it| users.contains(&it));
        let has_ended = domain.until.is_some_and(|it| !it.is_after(self.seen));
        let outcome = match users.first() {
            _ if has_ended => DomainOutcome::Ended { is_in_use: !users.is_empty() },
            _ if is_own => DomainOutcome::Listed,
            Some(&other) if owner.is_some() => DomainOutcome::BelongsToAnother(other),
            _ => DomainOutcome::New,
        };
        FoundDomain { host: domain.host.clone(), outcome }
    }

    /// How many organisations have an id of this source, are in use and aren't in it.
    pub(super) fn not_mentioned(&self, found: &[FoundOrganisation]) -> usize {
        let mentioned: BTreeSet<OrganisationIndex> =
            found.iter().filter_map(|it| it.matched.organisation()).collect();
        let is_of_source = |it: &Organisation| match self.source {
            Source::Roo | Source::Rio => it.register_id.is_some() || it.tooi.is_some(),
            Source::Wikidata | Source::Govdirectory => it.wikidata.is_some(),
            Source::Mastodon | Source::Police | Source::Csv => false,
        };
        let all = self.directory.organisation_indexes();
        let all =
            all.filter(|it| !mentioned.contains(it)).map(|it| self.directory.organisation(it));
        all.filter(|it| it.ended.is_none() && is_of_source(it)).count()
    }
}

/// Whether an organisation bears a name, or bore it, with or without the words that names of its kind begin with.
fn bears(own: &Organisation, name: &str) -> bool {
    let name = words(name);
    let former = own.former_names.iter().map(|it| &it.name);
    let mut all = std::iter::once(&own.name).chain(&own.aliases).chain(former);
    all.any(|known| {
        let known = words(known);
        known == name || known.ends_with(&name) || name.ends_with(&known)
    })
}

fn words(text: &str) -> Vec<String> {
    let folded = fold(text);
    folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|it| !it.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Whether the main website is on a host that the organisation has no site on, and its own is none of those listed.
fn is_elsewhere(own: &Organisation, main: &str, listed: &[String]) -> bool {
    let host =
        |address: &str| site(address).map(|it| it.split('/').next().unwrap_or_default().to_owned());
    let (Some(main), Some(current)) = (host(main), own.website.as_deref().and_then(host)) else {
        return false;
    };
    let is_site = own.sites.iter().any(|it| it.bare_host() == main);
    main != current && !is_site && !listed.iter().any(|it| host(it).as_ref() == Some(&current))
}

/// The page of a record in its source, where that follows from its id.
pub fn page_of(source: Source, record: &OrganisationRecord) -> Option<String> {
    let id = record.ids.register.as_ref().filter(|_| source == Source::Roo)?;
    // The address needs a last part, and any does.
    Some(format!("https://organisaties.overheid.nl/{id}/{}", slug(&record.name)))
}

/// A name as the last part of an address: letters and digits of ASCII with single hyphens between them.
///
/// ```
/// assert_eq!(officieel_online::import::slug("Gemeente 's-Hertogenbosch"), "gemeente-s-hertogenbosch");
/// ```
pub fn slug(name: &str) -> String {
    let plain = fold(&text::clean(name).unwrap_or_default());
    let mut out = String::new();
    for c in plain.chars() {
        if c.is_ascii_alphanumeric() {
            out.push(c);
        } else if !out.is_empty() && !out.ends_with('-') {
            out.push('-');
        }
    }
    let out = out.trim_end_matches('-');
    if out.is_empty() { "x".to_owned() } else { out.to_owned() }
}
