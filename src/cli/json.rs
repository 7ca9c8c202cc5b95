//! The shapes of the JSON that commands print. They are stable: keys are added, never renamed.

mod reach;

use serde::Serialize;

use crate::channel::Channel;
use crate::check::{HostTechnique, Technique};
use crate::directory::{
    Account, AccountIndex, BadgeObservation, Date, Directory, Evidence, FormerHandle,
    OrganisationIndex,
};
pub(super) use crate::json::write;
use crate::platform::AccountName;
use reach::{PhoneFull, SiteFull, phones, sites};
pub(super) use reach::{ServiceFull, service};

/// An organisation in few words.
#[derive(Debug, Serialize)]
pub(super) struct OrganisationBrief<'a> {
    id: &'a str,
    name: &'a str,
    kind: &'static str,
    register_id: Option<&'a str>,
}

/// An account in few words.
#[derive(Debug, Serialize)]
pub(super) struct AccountBrief<'a> {
    platform: &'a str,
    /// The handle; where there is none, the platform's id, else the address.
    handle: &'a str,
    url: &'a str,
    trust: &'static str,
    status: &'static str,
    last_seen: Option<String>,
    /// What the person saw of it themselves.
    own_observation: Option<OwnObservationJson<'a>>,
}

/// What the person saw of an account themselves.
#[derive(Debug, Serialize)]
pub(super) struct OwnObservationJson<'a> {
    badge: Option<OwnBadge<'a>>,
    status: Option<OwnStatus<'a>>,
}

#[derive(Debug, Serialize)]
struct OwnBadge<'a> {
    /// The kind seen; null where the account was seen without one.
    kind: Option<&'a str>,
    seen: String,
    /// Whether it is the badge of the account, rather than a newer one of the directory.
    counts: bool,
}

#[derive(Debug, Serialize)]
struct OwnStatus<'a> {
    status: &'static str,
    successor: Option<&'a str>,
    seen: String,
    /// Whether it is the status of the account, rather than a newer one of the directory.
    counts: bool,
}

/// An account with everything that is known of it.
#[derive(Debug, Serialize)]
pub(super) struct AccountFull<'a> {
    #[serde(flatten)]
    brief: AccountBrief<'a>,
    platform_id: Option<&'a str>,
    display_name: Option<&'a str>,
    purpose: Option<&'a str>,
    purposes: Vec<&'static str>,
    successor: Option<&'a str>,
    former_handles: Vec<FormerHandleJson<'a>>,
    owner: &'a str,
    shared_with: Vec<&'a str>,
    badge: Option<Badge<'a>>,
    /// The day on which it was known already, where the file gives one.
    since: Option<String>,
    evidence: Vec<EvidenceFull<'a>>,
    note: Option<&'a str>,
}

#[derive(Debug, Serialize)]
struct Badge<'a> {
    /// The kind seen; null where the account was seen without one.
    kind: Option<&'a str>,
    seen: String,
    url: &'a str,
}

#[derive(Debug, Serialize)]
struct EvidenceFull<'a> {
    method: &'static str,
    source: Option<&'a str>,
    /// Who says what stands in the source.
    publisher: Option<&'a str>,
    /// Who keeps the copy that it was read in.
    kept_by: Option<&'a str>,
    url: &'a str,
    seen: String,
    /// `official`, or what takes that away.
    says: &'static str,
    note: Option<&'a str>,
}

/// A handle that was given up.
#[derive(Debug, Serialize)]
pub(super) struct FormerHandleJson<'a> {
    platform: &'a str,
    handle: &'a str,
    until: Option<String>,
    /// The address of the account that continues it.
    successor: Option<&'a str>,
    url: &'a str,
    seen: String,
}

/// An organisation with everything that is known of it.
#[derive(Debug, Serialize)]
pub(super) struct OrganisationFull<'a> {
    #[serde(flatten)]
    brief: OrganisationBrief<'a>,
    abbreviation: Option<&'a str>,
    aliases: &'a [String],
    former_names: Vec<FormerName<'a>>,
    former_handles: Vec<FormerHandleJson<'a>>,
    parent: Option<OrganisationBrief<'a>>,
    places: &'a [String],
    province: Option<&'a str>,
    website: Option<&'a str>,
    sites: Vec<SiteFull<'a>>,
    phone: Option<&'a str>,
    phones: Vec<PhoneFull<'a>>,
    contact_form: Option<&'a str>,
    services: Vec<ServiceFull<'a>>,
    tooi: Option<&'a str>,
    wikidata: Option<&'a str>,
    ended: Option<String>,
    successor: Option<OrganisationBrief<'a>>,
    accounts: Vec<AccountFull<'a>>,
    gaps: Vec<Gap<'a>>,
    note: Option<&'a str>,
}

#[derive(Debug, Serialize)]
struct FormerName<'a> {
    name: &'a str,
    until: Option<String>,
}

#[derive(Debug, Serialize)]
struct Gap<'a> {
    text: &'a str,
    url: &'a str,
    seen: String,
}

pub(super) fn organisation(
    directory: &Directory,
    index: OrganisationIndex,
) -> OrganisationBrief<'_> {
    let it = directory.organisation(index);
    OrganisationBrief {
        id: &it.id,
        name: &it.name,
        kind: it.kind.id(),
        register_id: it.register_id.as_deref(),
    }
}

pub(super) fn account(directory: &Directory, index: AccountIndex, today: Date) -> AccountBrief<'_> {
    let it = directory.account(index);
    AccountBrief {
        platform: directory.platform(it.platform).id(),
        handle: it.name(),
        url: &it.url,
        trust: it.trust(today).id(),
        status: it.status.id(),
        last_seen: it.last_seen().map(|date| date.to_string()),
        own_observation: own_observation(directory, index),
    }
}

/// What the person saw of an account themselves.
pub(super) fn own_observation(
    directory: &Directory,
    index: AccountIndex,
) -> Option<OwnObservationJson<'_>> {
    let own = directory.own_observation(index)?;
    Some(OwnObservationJson {
        badge: own.badge.as_ref().map(|badge| OwnBadge {
            kind: badge_kind(directory, badge),
            seen: badge.seen.to_string(),
            counts: own.shows_badge(),
        }),
        status: own.status.as_ref().map(|status| OwnStatus {
            status: status.status.id(),
            successor: status.successor.as_deref(),
            seen: status.seen.to_string(),
            counts: own.shows_status(),
        }),
    })
}

/// The id of the kind of badge that was seen.
fn badge_kind<'a>(directory: &'a Directory, badge: &BadgeObservation) -> Option<&'a str> {
    let kind = directory.badges.get(badge.kind?.position());
    kind.map(|kind| kind.id.as_str())
}

fn account_full(directory: &Directory, index: AccountIndex, today: Date) -> AccountFull<'_> {
    let it: &Account = directory.account(index);
    let id_of = |index: &OrganisationIndex| directory.organisation(*index).id.as_str();
    AccountFull {
        brief: account(directory, index, today),
        platform_id: it.platform_id.as_ref().map(AccountName::text),
        display_name: it.display_name.as_deref(),
        purpose: it.purpose.as_deref(),
        purposes: it.purposes.iter().map(|purpose| purpose.id()).collect(),
        successor: it.successor.as_deref(),
        former_handles: former_handles(directory, &it.former_handles),
        owner: id_of(&it.organisation),
        shared_with: it.shared_with.iter().map(id_of).collect(),
        badge: it.badge.as_ref().map(|badge| Badge {
            kind: badge_kind(directory, badge),
            seen: badge.seen.to_string(),
            url: &badge.url,
        }),
        since: it.since.map(|day| day.to_string()),
        evidence: it.evidence.iter().map(|evidence| evidence_full(directory, evidence)).collect(),
        note: it.note.as_deref(),
    }
}

fn evidence_full<'a>(directory: &'a Directory, it: &'a Evidence) -> EvidenceFull<'a> {
    let source = it.source.and_then(|source| directory.sources.get(source.position()));
    EvidenceFull {
        method: it.method.id(),
        source: source.map(|source| source.title.as_str()),
        publisher: source.and_then(|source| source.publisher.as_deref()),
        kept_by: source.and_then(|source| source.kept_by.as_deref()),
        url: &it.url,
        seen: it.seen.to_string(),
        says: it.says.id(),
        note: it.note.as_deref(),
    }
}

/// A handle that was given up.
pub(super) fn former_handle<'a>(
    directory: &'a Directory,
    it: &'a FormerHandle,
) -> FormerHandleJson<'a> {
    FormerHandleJson {
        platform: directory.platform(it.platform).id(),
        handle: it.handle.text(),
        until: it.until.map(|day| day.to_string()),
        successor: it.successor.as_deref(),
        url: &it.url,
        seen: it.seen.to_string(),
    }
}

fn former_handles<'a>(
    directory: &'a Directory,
    all: &'a [FormerHandle],
) -> Vec<FormerHandleJson<'a>> {
    all.iter().map(|it| former_handle(directory, it)).collect()
}

pub(super) fn organisation_full(
    directory: &Directory,
    index: OrganisationIndex,
    today: Date,
) -> OrganisationFull<'_> {
    let it = directory.organisation(index);
    let brief =
        |other: Option<OrganisationIndex>| other.map(|other| organisation(directory, other));
    OrganisationFull {
        brief: organisation(directory, index),
        abbreviation: it.abbreviation.as_deref(),
        aliases: &it.aliases,
        former_names: it
            .former_names
            .iter()
            .map(|former| FormerName {
                name: &former.name,
                until: former.until.map(|date| date.to_string()),
            })
            .collect(),
        former_handles: former_handles(directory, &it.former_handles),
        parent: brief(it.parent),
        places: &it.places,
        province: it.province.as_deref(),
        website: it.website.as_deref(),
        sites: sites(directory, &it.sites),
        phone: it.phone.as_deref(),
        phones: phones(directory, &it.phones),
        contact_form: it.contact_form.as_deref(),
        services: directory.services_of(index).map(|it| service(directory, it)).collect(),
        tooi: it.tooi.as_deref(),
        wikidata: it.wikidata.as_deref(),
        ended: it.ended.map(|date| date.to_string()),
        successor: brief(it.successor),
        accounts: crate::channel::channels(directory, index, today)
            .into_iter()
            .filter_map(|channel| match channel {
                Channel::Account(account) => Some(account_full(directory, account, today)),
                _ => None,
            })
            .collect(),
        gaps: it
            .gaps
            .iter()
            .map(|gap| Gap { text: &gap.text, url: &gap.url, seen: gap.seen.to_string() })
            .collect(),
        note: it.note.as_deref(),
    }
}

fn all_evidence<'a>(directory: &'a Directory, all: &'a [Evidence]) -> Vec<EvidenceFull<'a>> {
    all.iter().map(|evidence| evidence_full(directory, evidence)).collect()
}

/// The id of a trick.
pub(super) fn trick(trick: &Technique) -> &'static str {
    match trick {
        Technique::Hidden => "hidden",
        Technique::Characters => "characters",
        Technique::Separators => "separators",
        Technique::Affix(_) => "affix",
        Technique::Doubled => "doubled",
        Technique::Dropped => "dropped",
        Technique::Added => "added",
        Technique::Swapped => "swapped",
        Technique::Replaced => "replaced",
    }
}

/// How a host passes itself off as another, as JSON.
pub(super) fn host_trick(trick: HostTechnique) -> &'static str {
    match trick {
        HostTechnique::Characters => "characters",
        HostTechnique::Typo => "slip",
        HostTechnique::OtherEnding => "other-ending",
        HostTechnique::EmbeddedHost => "host-inside",
        HostTechnique::EmbeddedName => "name-inside",
        HostTechnique::InPath => "in-path",
        HostTechnique::BeforeHost => "before-host",
        HostTechnique::Backslash => "backslash",
        HostTechnique::Ambiguous => "ambiguous",
    }
}
