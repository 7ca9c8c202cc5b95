//! Sites, telephone numbers and services in JSON.

use serde::Serialize;

use super::{EvidenceFull, all_evidence};
use crate::directory::{Directory, Phone, PhoneLabel, ServiceIndex, Site, Urgency};

/// A site of an organisation or service.
#[derive(Debug, Serialize)]
pub(in crate::cli) struct SiteFull<'a> {
    host: &'a str,
    path: Option<&'a str>,
    shared: bool,
    test: bool,
    evidence: Vec<EvidenceFull<'a>>,
    note: Option<&'a str>,
}

/// A telephone number of an organisation or service.
#[derive(Debug, Serialize)]
pub(in crate::cli) struct PhoneFull<'a> {
    number: &'a str,
    label: Option<&'static str>,
    evidence: Vec<EvidenceFull<'a>>,
    note: Option<&'a str>,
}

/// A service that an organisation answers for.
#[derive(Debug, Serialize)]
pub(in crate::cli) struct ServiceFull<'a> {
    id: &'a str,
    name: &'a str,
    aliases: &'a [String],
    text: &'a str,
    government: bool,
    urgency: Option<&'static str>,
    sites: Vec<SiteFull<'a>>,
    phones: Vec<PhoneFull<'a>>,
    evidence: Vec<EvidenceFull<'a>>,
    note: Option<&'a str>,
}

pub(super) fn sites<'a>(directory: &'a Directory, all: &'a [Site]) -> Vec<SiteFull<'a>> {
    let full = |it: &'a Site| SiteFull {
        host: &it.host,
        path: it.path.as_deref(),
        shared: it.is_shared,
        test: it.is_test,
        evidence: all_evidence(directory, &it.evidence),
        note: it.note.as_deref(),
    };
    all.iter().map(full).collect()
}

pub(super) fn phones<'a>(directory: &'a Directory, all: &'a [Phone]) -> Vec<PhoneFull<'a>> {
    let full = |it: &'a Phone| PhoneFull {
        number: &it.number,
        label: it.label.map(PhoneLabel::id),
        evidence: all_evidence(directory, &it.evidence),
        note: it.note.as_deref(),
    };
    all.iter().map(full).collect()
}

pub(in crate::cli) fn service(directory: &Directory, index: ServiceIndex) -> ServiceFull<'_> {
    let it = directory.service(index);
    ServiceFull {
        id: &it.id,
        name: &it.name,
        aliases: &it.aliases,
        text: &it.text,
        government: it.is_government,
        urgency: it.urgency.map(Urgency::id),
        sites: sites(directory, &it.sites),
        phones: phones(directory, &it.phones),
        evidence: all_evidence(directory, &it.evidence),
        note: it.note.as_deref(),
    }
}
