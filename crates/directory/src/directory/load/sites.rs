//! Sites and telephone numbers, of an organisation or a service.

use std::collections::HashSet;

use super::evidence::{self, RawEvidence, Sources};
use super::fields::{Context, Fields, Sentence};
use super::head::is_host;
use super::organisations::{checked, value};
use crate::directory::evidence::Method;
use crate::directory::{Evidence, Phone, PhoneLabel, PhoneNumber, Site};

/// A site or a number before the sources of its evidence are looked up.
pub(super) struct Raw<T> {
    /// All but the evidence.
    it: T,
    evidence: Vec<RawEvidence>,
}

/// What an organisation or a service is reached by, before sources are looked up.
pub(super) struct RawReach {
    sites: Vec<Raw<Site>>,
    phones: Vec<Raw<Phone>>,
}

/// Reads the `sites` of a table, and reports one that stands twice.
fn read_sites(of: &Fields<'_, '_>) -> Vec<Raw<Site>> {
    let mut seen = HashSet::new();
    let mut all = Vec::new();
    for fields in of.tables("sites", Sentence::ASite) {
        let at = fields.at;
        let Some(raw) = read_site(fields) else { continue };
        if !seen.insert((raw.it.bare_host().to_owned(), raw.it.bare_path().to_owned())) {
            of.fault(at, Sentence::SiteTwice.of([&raw.it.shown()]));
        }
        all.push(raw);
    }
    all.shrink_to_fit();
    all
}

fn read_site(fields: Fields<'_, '_>) -> Option<Raw<Site>> {
    let host = fields
        .required_text("host")
        .filter(|host| checked(&fields, host, is_host(&host.value), Sentence::NoHost));
    let path = fields
        .text("path")
        .filter(|path| checked(&fields, path, is_path(&path.value), Sentence::NoPath));
    let is_shared = fields.flag("shared");
    let is_test = fields.flag("test");
    let evidence = evidence::read(&fields);
    let note = value(fields.text("note"));
    fields.finish();
    let (host, path) = (host?.value, value(path));
    let it = Site { host, path, is_shared, is_test, evidence: Vec::new(), note };
    Some(Raw { it, evidence })
}

/// Whether a text is a part of a site: a path below its front page, as an address has it.
fn is_path(text: &str) -> bool {
    let is_allowed = |b: u8| b.is_ascii_graphic() && !br#"?#\"<>"#.contains(&b);
    text.len() > 1 && text.starts_with('/') && !text.contains("//") && text.bytes().all(is_allowed)
}

/// Reads the `phones` of a table, and reports a number that stands twice for one purpose.
fn read_phones(of: &Fields<'_, '_>) -> Vec<Raw<Phone>> {
    let mut seen = HashSet::new();
    let mut all = Vec::new();
    for fields in of.tables("phones", Sentence::APhone) {
        let at = fields.at;
        let Some((raw, number)) = read_phone(fields) else { continue };
        if !seen.insert((number, raw.it.label)) {
            of.fault(at, Sentence::PhoneTwice.of([&raw.it.number]));
        }
        all.push(raw);
    }
    all.shrink_to_fit();
    all
}

fn read_phone(fields: Fields<'_, '_>) -> Option<(Raw<Phone>, PhoneNumber)> {
    let number = fields.required_text("number");
    let read = number.as_ref().and_then(|number| PhoneNumber::read(&number.value));
    if let Some(number) = &number {
        checked(&fields, number, read.is_some(), Sentence::NoPhoneNumber);
    }
    let label = fields.choice("label", &PhoneLabel::ALL, PhoneLabel::id);
    let evidence = evidence::read(&fields);
    let note = value(fields.text("note"));
    fields.finish();
    let it = Phone { number: number?.value, label, evidence: Vec::new(), note };
    Some((Raw { it, evidence }, read?))
}

impl RawReach {
    /// Reads what a table says of sites and telephone numbers.
    pub(super) fn read(of: &Fields<'_, '_>) -> Self {
        Self { sites: read_sites(of), phones: read_phones(of) }
    }

    /// The sites and numbers with their evidence.
    pub(super) fn resolve(
        self,
        context: &Context<'_>,
        sources: &Sources<'_>,
    ) -> (Vec<Site>, Vec<Phone>) {
        let site =
            |raw: Raw<Site>| Site { evidence: said(context, sources, raw.evidence), ..raw.it };
        let phone =
            |raw: Raw<Phone>| Phone { evidence: said(context, sources, raw.evidence), ..raw.it };
        let sites = self.sites.into_iter().map(site).collect();
        (sites, self.phones.into_iter().map(phone).collect())
    }
}

/// Evidence of anything but an account, with its sources; reports what can only be said of an account.
pub(super) fn said(
    context: &Context<'_>,
    sources: &Sources<'_>,
    raw: Vec<RawEvidence>,
) -> Vec<Evidence> {
    evidence::no_evidence_twice(context, &raw);
    let is_of_account =
        |it: &&RawEvidence| matches!(it.method, Method::TwoWay | Method::OwnObservation);
    for it in raw.iter().filter(is_of_account) {
        context.fault(it.at, Sentence::OfAccountsOnly.of([&it.method.id()]));
    }
    if !raw.iter().any(|it| is_of_account(&it)) {
        evidence::needs_claim(context, &raw);
    }
    sources.evidence(context, raw)
}
