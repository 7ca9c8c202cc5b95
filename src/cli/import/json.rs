//! What was found, for programs.

use serde::Serialize;

use super::super::Context;
use super::super::error::Result;
use super::Told;
use crate::directory::OrganisationIndex;
use crate::json;
use officieel_online::import::{
    AccountOutcome, Change, Counts, FoundAccount, FoundOrganisation, Match, Unclear,
};

#[derive(Serialize)]
struct ImportJson<'a> {
    source: &'static str,
    seen: String,
    version: Option<&'a str>,
    counts: CountsJson,
    not_mentioned: usize,
    skipped: usize,
    organisations: Vec<OrganisationJson<'a>>,
}

#[derive(Serialize)]
struct CountsJson {
    records: usize,
    known: usize,
    new_organisations: usize,
    unclear_organisations: usize,
    conflicts: usize,
    ended: usize,
    renamed: usize,
    moved_websites: usize,
    accounts: usize,
    confirmed: usize,
    new_accounts: usize,
    history: usize,
    contradicted: usize,
    former: usize,
    repeated: usize,
    unclear_accounts: usize,
    refused: usize,
    domains: usize,
    listed_domains: usize,
    new_domains: usize,
    contradicted_domains: usize,
    ended_domains: usize,
    ended_domains_in_use: usize,
}

impl From<Counts> for CountsJson {
    fn from(it: Counts) -> Self {
        Self {
            records: it.records,
            known: it.known,
            new_organisations: it.new_organisations,
            unclear_organisations: it.unclear_organisations,
            conflicts: it.conflicts,
            ended: it.ended,
            renamed: it.renamed,
            moved_websites: it.moved_websites,
            accounts: it.accounts,
            confirmed: it.confirmed,
            new_accounts: it.new_accounts,
            history: it.history,
            contradicted: it.contradicted,
            former: it.former,
            repeated: it.repeated,
            unclear_accounts: it.unclear_accounts,
            refused: it.refused,
            domains: it.domains,
            listed_domains: it.listed_domains,
            new_domains: it.new_domains,
            contradicted_domains: it.contradicted_domains,
            ended_domains: it.ended_domains,
            ended_domains_in_use: it.ended_domains_in_use,
        }
    }
}

#[derive(Serialize)]
struct OrganisationJson<'a> {
    name: &'a str,
    register_id: Option<&'a str>,
    tooi: Option<&'a str>,
    wikidata: Option<&'a str>,
    /// `known`, `new`, `unclear` or `conflict`.
    outcome: &'static str,
    /// What it was recognised by.
    by: Option<&'static str>,
    /// The ids of the organisations that it is, or may be.
    organisations: Vec<&'a str>,
    changes: Vec<ChangeJson>,
    accounts: Vec<AccountJson<'a>>,
    domains: Vec<DomainJson<'a>>,
}

#[derive(Serialize)]
struct ChangeJson {
    change: &'static str,
    to: String,
}

#[derive(Serialize)]
struct AccountJson<'a> {
    outcome: &'static str,
    reason: Option<&'static str>,
    platform: Option<&'a str>,
    account: Option<&'a str>,
    url: Option<&'a str>,
    typed: Option<&'a str>,
    address: Option<&'a str>,
    owner: Option<&'a str>,
    beside: Option<&'a str>,
    since: Option<String>,
    until: Option<String>,
    remarks: Vec<&'static str>,
    evidence: Option<EvidenceJson<'a>>,
}

#[derive(Serialize)]
struct EvidenceJson<'a> {
    method: &'static str,
    url: Option<&'a str>,
    seen: String,
}

#[derive(Serialize)]
struct DomainJson<'a> {
    host: &'a str,
    outcome: &'static str,
}

pub(super) fn write(told: &Told<'_>, cx: &mut Context<'_>) -> Result<()> {
    let organisations = told.import.organisations.iter().filter_map(|it| organisation(told, it));
    let value = ImportJson {
        source: told.import.source.id(),
        seen: told.import.seen.to_string(),
        version: told.extract.version.as_deref(),
        counts: told.counts.into(),
        not_mentioned: told.import.not_mentioned,
        skipped: told.extract.skipped,
        organisations: organisations.collect(),
    };
    json::write(cx.out, &value)?;
    Ok(())
}

fn organisation<'a>(
    told: &'a Told<'_>,
    found: &'a FoundOrganisation,
) -> Option<OrganisationJson<'a>> {
    let record = told.extract.records.get(found.record)?;
    let id = |it: &OrganisationIndex| told.directory.organisation(*it).id.as_str();
    let (outcome, by, organisations) = match &found.matched {
        Match::Known { organisation, by } => ("known", Some(by.id()), vec![id(organisation)]),
        Match::New => ("new", None, Vec::new()),
        Match::Unclear(all) => ("unclear", None, all.iter().map(id).collect()),
        Match::Conflict(all) => ("conflict", None, all.iter().map(id).collect()),
    };
    let change = |it: &Change| ChangeJson {
        change: it.id(),
        to: match it {
            Change::Ended(day) => day.to_string(),
            Change::Renamed(text) | Change::Website(text) => text.clone(),
        },
    };
    Some(OrganisationJson {
        name: &record.name,
        register_id: record.ids.register.as_deref(),
        tooi: record.ids.tooi.as_deref(),
        wikidata: record.ids.wikidata.as_deref(),
        outcome,
        by,
        organisations,
        changes: found.changes.iter().map(change).collect(),
        accounts: found.accounts.iter().filter_map(|it| account(told, it)).collect(),
        domains: found
            .domains
            .iter()
            .map(|it| DomainJson { host: &it.host, outcome: it.outcome.id() })
            .collect(),
    })
}

fn account<'a>(told: &'a Told<'_>, found: &'a FoundAccount) -> Option<AccountJson<'a>> {
    let entry = told.extract.records.get(found.record)?.accounts.get(found.entry)?;
    let resolved = found.resolved.as_ref();
    let owner = match &found.outcome {
        AccountOutcome::BelongsToAnother { owner, .. }
        | AccountOutcome::Former(owner)
        | AccountOutcome::Unclear(Unclear::Keeper(Some(owner))) => Some(*owner),
        _ => None,
    };
    Some(AccountJson {
        outcome: found.outcome.id(),
        reason: match &found.outcome {
            AccountOutcome::Refused(refusal) => Some(refusal.id()),
            AccountOutcome::Unclear(unclear) => Some(unclear.id()),
            _ => None,
        },
        platform: resolved.map(|it| told.directory.platform(it.reference.platform).id()),
        account: resolved.map(|it| it.reference.name.text()),
        url: resolved.map(|it| it.url.as_str()),
        typed: entry.typed.as_deref(),
        address: entry.address.as_deref(),
        owner: owner.map(|it| told.directory.organisation(it).id.as_str()),
        beside: found.beside.map(|it| told.directory.account(it).name()),
        since: entry.since.map(|it| it.to_string()),
        until: entry.until.map(|it| it.to_string()),
        remarks: resolved
            .map(|it| it.remarks.iter().map(|remark| remark.id()).collect())
            .unwrap_or_default(),
        evidence: found.evidence.as_ref().map(|it| EvidenceJson {
            method: it.method.id(),
            url: it.url.as_deref(),
            seen: it.seen.to_string(),
        }),
    })
}
