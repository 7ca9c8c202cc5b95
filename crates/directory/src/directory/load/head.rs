//! What stands before the organisations: head, sources, inventories, conventions.

use super::SCHEMA;
use super::countries;
use super::fields::{Context, Fields, Located, Sentence, not_one_of};
use super::hosts::{self, Hosts};
use crate::directory::source::{Convention, Header, Inventory, Source};
use crate::directory::{Date, Kind};
use crate::platform::{PlatformIndex, Platforms};

pub(super) fn read_head(root: &Fields<'_, '_>) -> Option<RawHeader> {
    let other = |written: &str| Sentence::OtherSchema.of([&written, &SCHEMA]);
    let schema = root.number_or("schema", other);
    if let Some(schema) = &schema
        && schema.value != SCHEMA
    {
        root.fault(schema.at, other(&schema.value.to_string()));
    }
    let title = root.required_text("title");
    let edition = root.required_web_date("edition");
    let licence = root.required_text("licence");
    let of_country = root.text("country").filter(|it| countries::is_country(root, it));
    let spoken = root.texts("languages").into_iter().filter(|it| is_language(root, it));
    let spoken = spoken.map(|it| it.value).collect();
    let domains = root.texts("domains");
    for domain in &domains {
        match hosts::fault(&domain.value) {
            None => {}
            Some(Sentence::NoHost) => {
                root.fault(domain.at, Sentence::NoDomain.of([&domain.value]));
            }
            Some(fault) => root.fault(domain.at, fault.of([&domain.value])),
        }
    }
    let domains_at = domains.iter().map(|domain| domain.at).collect();
    let header = Header {
        schema: schema?.value,
        title: title?.value,
        edition: edition?.value,
        licence: licence?.value,
        of_country: of_country.map(|it| it.value),
        spoken,
        domains: domains.into_iter().map(|domain| domain.value).collect(),
    };
    Some(RawHeader { header, domains_at })
}

/// Whether a value is written as a language is; anything else is reported.
fn is_language(root: &Fields<'_, '_>, written: &Located<String>) -> bool {
    let text = &written.value;
    let is_one = matches!(text.len(), 2 | 3) && text.bytes().all(|it| it.is_ascii_lowercase());
    if !is_one {
        root.fault(written.at, Sentence::NoLanguage.of([text]));
    }
    is_one
}

/// The head before its domains are held against what is given away to anybody.
pub(super) struct RawHeader {
    header: Header,
    domains_at: Vec<usize>,
}

impl RawHeader {
    /// The country whose government it is of.
    pub(super) fn country(&self) -> &str {
        self.header.country()
    }

    /// The head; a domain that is nobody's own is reported.
    pub(super) fn resolve(self, context: &Context<'_>, hosts: &Hosts<'_>) -> Header {
        for (domain, at) in self.header.domains.iter().zip(self.domains_at) {
            if let Some(fault) = hosts.fault(domain) {
                context.fault(at, fault);
            }
        }
        self.header
    }
}

pub(super) fn read_sources(root: &Fields<'_, '_>) -> Vec<Source> {
    let mut sources: Vec<Source> = Vec::new();
    for fields in root.tables("source", Sentence::ASource) {
        let id = fields.required_text("id");
        let title = fields.required_text("title");
        let publisher = fields.text("publisher").map(|text| text.value);
        let kept_by = fields.text("kept_by").map(|text| text.value);
        let url = fields.required_address("url");
        let retrieved = fields.required_web_date("retrieved");
        let licence = fields.text("licence").map(|text| text.value);
        let note = fields.text("note").map(|text| text.value);
        if let Some(id) = &id
            && sources.iter().any(|earlier| earlier.id == id.value)
        {
            fields.fault(id.at, Sentence::SourceTwice.of([&id.value]));
        }
        fields.finish();
        let (Some(id), Some(title), Some(url), Some(retrieved)) = (id, title, url, retrieved)
        else {
            continue;
        };
        sources.push(Source {
            id: id.value,
            title: title.value,
            publisher,
            kept_by,
            url: url.value,
            retrieved: retrieved.value,
            licence,
            note,
        });
    }
    sources
}

pub(super) fn read_inventories(root: &Fields<'_, '_>, platforms: &Platforms) -> Vec<Inventory> {
    let read_one = |fields: Fields<'_, '_>| {
        let title = fields.required_text("title");
        let organisations = fields.number("organisations");
        let counts: Vec<(PlatformIndex, u32)> = fields
            .numbers("counts")
            .into_iter()
            .filter_map(|(id, count)| Some((known_platform(&fields, &id, platforms)?, count)))
            .collect();
        let url = fields.required_address("url");
        let seen = fields.required_web_date("seen");
        let note = fields.text("note").map(|text| text.value);
        fields.finish();
        Some(Inventory {
            title: title?.value,
            organisations: organisations?.value,
            counts,
            url: url?.value,
            seen: seen?.value,
            note,
        })
    };
    root.tables("inventory", Sentence::AnInventory).into_iter().filter_map(read_one).collect()
}

pub(super) fn read_conventions(root: &Fields<'_, '_>, platforms: &Platforms) -> Vec<Convention> {
    let read_one = |fields: Fields<'_, '_>| {
        let kind = fields.required_choice("kind", Kind::ALL, Kind::id);
        let platform =
            fields.required_text("platform").and_then(|id| known_platform(&fields, &id, platforms));
        let template = fields.required_text("template");
        let url = fields.required_address("url");
        let seen: Option<Located<Date>> = fields.required_web_date("seen");
        let note = fields.text("note").map(|text| text.value);
        fields.finish();
        Some(Convention {
            kind: kind?,
            platform: platform?,
            template: template?.value,
            url: url?.value,
            seen: seen?.value,
            note,
        })
    };
    root.tables("convention", Sentence::AConvention).into_iter().filter_map(read_one).collect()
}

/// The platform that an id names; an unknown one is reported.
pub(super) fn known_platform(
    fields: &Fields<'_, '_>,
    id: &Located<String>,
    platforms: &Platforms,
) -> Option<PlatformIndex> {
    is_known(fields.context, id, platforms)
}

/// The platform that a value names, which was read before; one that there is none of is complained of.
pub(super) fn is_known(
    context: &Context<'_>,
    id: &Located<String>,
    platforms: &Platforms,
) -> Option<PlatformIndex> {
    let found = platforms.by_id(&id.value);
    if found.is_none() {
        let ids: Vec<&str> = platforms.iter().map(|(_, platform)| platform.id()).collect();
        context.fault(id.at, not_one_of("platform", &id.value, &ids));
    }
    found
}
