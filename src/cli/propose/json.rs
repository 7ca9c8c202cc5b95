//! Proposed names as JSON.

use serde::Serialize;

use super::Told;
use crate::audit::share::Share;
use crate::directory::AccountIndex;
use crate::handle_proposals::{Basis, Convention, Proposal, Refusal, Refused, Rename};
use crate::words::Language;

/// All that is proposed.
#[derive(Debug, Serialize)]
pub(super) struct ProposalsJson<'a> {
    name: &'a str,
    kind: &'static str,
    platform: &'a str,
    /// The most characters of a name there; null where no limit is known.
    longest: Option<usize>,
    /// How many proposals there are, also where fewer are shown.
    total: usize,
    proposals: Vec<ProposalJson<'a>>,
    /// Names by the leading convention that can't be had.
    refused: Vec<RefusedJson<'a>>,
    /// What it costs to rename the accounts that there are.
    renames: Vec<RenameJson<'a>>,
}

#[derive(Debug, Serialize)]
struct ProposalJson<'a> {
    handle: &'a str,
    url: String,
    convention: ConventionJson,
    length: usize,
    /// Whether it is on nobody's name in this directory; only the platform knows whether it is free there.
    unlisted: bool,
    confusable_with: Option<AccountJson<'a>>,
    /// Look-alikes to hold beside it.
    park: Vec<&'a str>,
}

#[derive(Debug, Serialize)]
struct ConventionJson {
    /// Null for the body's own domain.
    template: Option<String>,
    /// `declared`, `platform`, `elsewhere`, `name` or `own-domain`.
    basis: &'static str,
    followers: usize,
    peers: usize,
    /// In whole percents; null where it has no peers.
    share: Option<usize>,
}

#[derive(Debug, Serialize)]
struct AccountJson<'a> {
    handle: &'a str,
    organisation: &'a str,
}

#[derive(Debug, Serialize)]
struct RefusedJson<'a> {
    handle: &'a str,
    /// `long`, `invalid`, `taken`, `former` or `foreign`.
    reason: &'static str,
    /// Whose it is or was.
    organisation: Option<&'a str>,
}

#[derive(Debug, Serialize)]
struct RenameJson<'a> {
    handle: &'a str,
    /// The kind of the badge that was seen; null where there was none, or nobody looked.
    badge: Option<&'a str>,
    /// How many listed pages and accounts name it.
    named_by: usize,
    /// The text to put on it, in both languages; null where no name is proposed.
    notice: Option<NoticeJson>,
}

#[derive(Debug, Serialize)]
struct NoticeJson {
    nl: String,
    en: String,
}

pub(super) fn proposals<'a>(told: &'a Told<'_>) -> ProposalsJson<'a> {
    let all = told.proposals;
    ProposalsJson {
        name: told.name,
        kind: told.kind.id(),
        platform: told.platform().id(),
        longest: all.limit,
        total: all.total,
        proposals: all.proposals.iter().map(|it| proposal(told, it)).collect(),
        refused: all.refused.iter().map(|it| refused(told, it)).collect(),
        renames: all.renames.iter().map(|it| rename(told, it)).collect(),
    }
}

fn proposal<'a>(told: &'a Told<'_>, it: &'a Proposal) -> ProposalJson<'a> {
    ProposalJson {
        handle: it.name.text(),
        url: told.platform().address_of(&it.name),
        convention: convention(&it.convention, it.share),
        length: it.length,
        unlisted: it.own.is_none(),
        confusable_with: it.confusable.map(|it| account(told, it)),
        park: it.parked.iter().map(|it| it.name.as_str()).collect(),
    }
}

fn convention(convention: &Convention, share: Share) -> ConventionJson {
    let (template, basis) = match convention {
        Convention::OwnDomain => (None, "own-domain"),
        Convention::Template(template, basis) => {
            let basis = match basis {
                Basis::Declared => "declared",
                Basis::Platform => "platform",
                Basis::Elsewhere => "elsewhere",
                Basis::Name => "name",
            };
            (Some(template.to_string()), basis)
        }
    };
    let (followers, peers) = (share.some, share.all);
    ConventionJson { template, basis, followers, peers, share: share.percent() }
}

fn account<'a>(told: &'a Told<'_>, index: AccountIndex) -> AccountJson<'a> {
    let it = told.directory.account(index);
    let organisation = told.directory.organisation(it.organisation).id.as_str();
    AccountJson { handle: it.name(), organisation }
}

fn refused<'a>(told: &'a Told<'_>, it: &'a Refused) -> RefusedJson<'a> {
    let directory = told.directory;
    let (reason, organisation) = match it.reason {
        Refusal::Long(_) => ("long", None),
        Refusal::Invalid => ("invalid", None),
        Refusal::Taken(other) => ("taken", Some(account(told, other).organisation)),
        Refusal::Former(former) => ("former", Some(directory.organisation(former).id.as_str())),
        Refusal::Foreign(foreign) => {
            ("foreign", Some(directory.foreign_organisation(foreign).name.as_str()))
        }
    };
    RefusedJson { handle: &it.name, reason, organisation }
}

fn rename<'a>(told: &'a Told<'_>, it: &Rename) -> RenameJson<'a> {
    let account = told.directory.account(it.account);
    let kind = account.badge.as_ref().and_then(|badge| badge.kind);
    let badge = kind.and_then(|kind| told.directory.badges.get(kind.position()));
    let notice = |language: Language| told.notice(it.account, language.words());
    RenameJson {
        handle: account.name(),
        badge: badge.map(|kind| kind.id.as_str()),
        named_by: it.named_by,
        notice: notice(Language::Nl)
            .zip(notice(Language::En))
            .map(|(nl, en)| NoticeJson { nl, en }),
    }
}
