//! Services: `[[service]]` tables.

use std::collections::HashSet;

use super::evidence::{self, RawEvidence, Sources};
use super::fields::{Context, Fields, Located, Sentence};
use super::hosts::Hosts;
use super::organisations::{is_slug, value, values};
use super::resolve::Names;
use super::sites::{RawReach, said};
use crate::directory::service::{Service, Urgency};

/// A `[[service]]` table, before what it names is looked up.
pub(super) struct RawService {
    /// All that needs no other table.
    service: Service,
    organisation: Option<Located<String>>,
    reach: RawReach,
    evidence: Vec<RawEvidence>,
}

pub(super) fn read(root: &Fields<'_, '_>) -> Vec<RawService> {
    let mut ids = HashSet::new();
    let tables = root.tables("service", Sentence::AService);
    tables.into_iter().filter_map(|fields| read_one(fields, &mut ids)).collect()
}

fn read_one(fields: Fields<'_, '_>, ids: &mut HashSet<String>) -> Option<RawService> {
    let id = fields.required_text("id").filter(|id| is_slug(&fields, id));
    if let Some(id) = id.as_ref().filter(|id| !ids.insert(id.value.clone())) {
        fields.fault(id.at, Sentence::ServiceTwice.of([&id.value]));
    }
    let name = fields.required_text("name");
    let aliases = values(fields.texts("aliases"));
    let text = fields.required_text("text");
    let organisation = fields.text("organisation");
    // What is no service of the government says so; nothing said is yes.
    let is_government = fields.is_missing("government") | fields.flag("government");
    if is_government && fields.is_missing("organisation") {
        fields.fault(fields.at, Sentence::ServiceOfNobody);
    }
    let urgency = fields.choice("urgency", &Urgency::ALL, Urgency::id);
    let reach = RawReach::read(&fields);
    let evidence = evidence::read(&fields);
    let note = value(fields.text("note"));
    fields.finish();
    let service = Service {
        id: id?.value,
        name: name?.value,
        aliases,
        text: text?.value,
        organisation: None,
        is_government,
        urgency,
        sites: Vec::new(),
        phones: Vec::new(),
        evidence: Vec::new(),
        note,
    };
    Some(RawService { service, organisation, reach, evidence })
}

/// The services with who answers for them, and with the sources of their evidence.
pub(super) fn services(
    context: &Context<'_>,
    names: &Names<'_>,
    sources: &Sources<'_>,
    hosts: &Hosts<'_>,
    services: Vec<RawService>,
) -> Vec<Service> {
    let resolve = |raw: RawService| {
        let (sites, phones) = raw.reach.resolve(context, sources, hosts);
        let organisation = raw.organisation.and_then(|id| names.find(context, "organisation", &id));
        let evidence = said(context, sources, raw.evidence);
        Service { organisation, sites, phones, evidence, ..raw.service }
    };
    services.into_iter().map(resolve).collect()
}
