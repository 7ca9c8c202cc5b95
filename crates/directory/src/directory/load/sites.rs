//! Sites and telephone numbers, of an organisation or a service.

use std::collections::HashSet;

use super::evidence::{self, RawEvidence, Sources};
use super::fields::{Context, Fields, Located, Sentence};
use super::hosts::{self, Hosts};
use super::organisations::{checked, value};
use crate::directory::evidence::Method;
use crate::directory::{Evidence, Phone, PhoneLabel, PhoneNumber, Site};

/// A site or a number before the sources of its evidence are looked up.
pub(super) struct Raw<T> {
    /// All but the evidence.
    it: T,
    /// Where its host or number stands.
    at: usize,
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
    let sound = |text: &Located<String>, fault: Option<Sentence>| {
        fault.is_none_or(|fault| checked(&fields, text, false, fault))
    };
    let host = fields.required_text("host").filter(|it| sound(it, hosts::fault(&it.value)));
    let path = fields.text("path").filter(|it| sound(it, hosts::path_fault(&it.value)));
    let is_shared = fields.flag("shared");
    let is_test = fields.flag("test");
    let evidence = evidence::read(&fields);
    let note = value(fields.text("note"));
    fields.finish();
    let (Located { value: host, at }, path) = (host?, value(path));
    let it = Site { host, path, is_shared, is_test, evidence: Vec::new(), note };
    Some(Raw { it, at, evidence })
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
        is_number(&fields, number, read.as_ref(), Sentence::NoPhoneNumber);
    }
    let label = fields.choice("label", &PhoneLabel::ALL, PhoneLabel::id);
    let evidence = evidence::read(&fields);
    let note = value(fields.text("note"));
    fields.finish();
    let Located { value: number, at } = number?;
    let it = Phone { number, label, evidence: Vec::new(), note };
    Some((Raw { it, at, evidence }, read?))
}

/// Whether a text was read as a number, and as one that there can be; reports where not.
pub(super) fn is_number(
    fields: &Fields<'_, '_>,
    text: &Located<String>,
    read: Option<&PhoneNumber>,
    no_number: Sentence,
) -> bool {
    let is_possible = read.is_some_and(PhoneNumber::is_possible);
    let fault = if read.is_some() { Sentence::NumberOutOfPlan } else { no_number };
    checked(fields, text, is_possible, fault)
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
        hosts: &Hosts<'_>,
    ) -> (Vec<Site>, Vec<Phone>) {
        for raw in &self.sites {
            if let Some(fault) = hosts.fault(&raw.it.host) {
                context.fault(raw.at, fault);
            }
        }
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
