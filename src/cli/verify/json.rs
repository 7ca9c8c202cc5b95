//! What verifying came to, for programs.

use std::io;

use officieel_online::verify::{Alarm, Asked, FoundEvidence, Remark, Verdict, Verification};
use serde::Serialize;

use super::super::Context;
use crate::directory::Directory;
use crate::json::write as write_json;

#[derive(Serialize)]
struct Json<'a> {
    organisation: &'a str,
    platform: &'a str,
    account: &'a str,
    url: &'a str,
    /// `proved`, `exists`, `moved-to`, `suspended`, `absent`, `cannot-be-checked` or `could-not-look`.
    verdict: &'static str,
    /// Why it could not look, in English.
    why: Option<String>,
    moved_to: Option<&'a str>,
    evidence: Vec<Evidence<'a>>,
    remarks: Vec<&'static str>,
    alarms: Vec<AlarmJson<'a>>,
    id: Option<&'a str>,
    asked: Vec<AskedJson<'a>>,
}

#[derive(Serialize)]
struct Evidence<'a> {
    method: &'static str,
    url: &'a str,
    seen: String,
    rule: &'static str,
}

#[derive(Serialize)]
struct AlarmJson<'a> {
    alarm: &'static str,
    listed: Option<&'a str>,
    found: Option<&'a str>,
    absent_since: Option<String>,
}

#[derive(Serialize)]
struct AskedJson<'a> {
    url: &'a str,
    status: Option<u16>,
}

pub(super) fn write(
    directory: &Directory,
    found: &[Verification],
    cx: &mut Context<'_>,
) -> io::Result<()> {
    let all: Vec<Json<'_>> = found.iter().map(|it| told(directory, it)).collect();
    write_json(cx.out, &all)
}

fn told<'a>(directory: &'a Directory, found: &'a Verification) -> Json<'a> {
    let account = directory.account(found.account);
    Json {
        organisation: &directory.organisation(found.organisation).id,
        platform: directory.platform(account.platform).id(),
        account: account.name(),
        url: &account.url,
        verdict: found.verdict.id(),
        why: match &found.verdict {
            Verdict::CouldNotLook(reason) => Some(reason.to_string()),
            _ => None,
        },
        moved_to: match &found.verdict {
            Verdict::MovedTo(to) => Some(&to.url),
            _ => None,
        },
        evidence: found.evidence.iter().map(evidence).collect(),
        remarks: found.remarks.iter().map(remark).collect(),
        alarms: found.alarms.iter().map(alarm).collect(),
        id: found.immutable_id.as_deref(),
        asked: found.asked.iter().map(asked).collect(),
    }
}

fn evidence(evidence: &FoundEvidence) -> Evidence<'_> {
    Evidence {
        method: evidence.method.id(),
        url: &evidence.url,
        seen: evidence.seen.to_string(),
        rule: evidence.rule.id(),
    }
}

fn asked(asked: &Asked) -> AskedJson<'_> {
    AskedJson { url: &asked.url, status: asked.status }
}

fn remark(remark: &Remark) -> &'static str {
    match remark {
        Remark::OnlyProfile { .. } => "only-profile",
        Remark::SiteNotLooked => "site-not-looked",
        Remark::OnlySite => "only-site",
        Remark::AmbiguousHandle => "ambiguous-handle",
        Remark::HandleNotNamedBack => "handle-not-named-back",
        Remark::HandleLeadsNowhere => "handle-leads-nowhere",
        Remark::ForeignHandle => "foreign-handle",
        Remark::Deactivated => "deactivated",
        Remark::NotForStrangers => "not-for-strangers",
        Remark::Badge(badge) if badge.is_valid => "badge",
        Remark::Badge(_) => "badge-no-longer-valid",
    }
}

fn alarm(alarm: &Alarm) -> AlarmJson<'_> {
    let (listed, found, absent_since) = match alarm {
        Alarm::OtherId { listed, found } => (Some(listed.as_str()), Some(found.as_str()), None),
        Alarm::BackAfterAbsence(day) => (None, None, Some(day.to_string())),
    };
    let id = if absent_since.is_some() { "back-after-absence" } else { "other-id" };
    AlarmJson { alarm: id, listed, found, absent_since }
}
