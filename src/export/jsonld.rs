//! Organisations in the vocabulary of schema.org, for search engines and whoever links data.
//!
//! Sources: <https://schema.org/GovernmentOrganization>, <https://www.w3.org/TR/json-ld11/>.

use std::io::{self, Write};

use serde::Serialize;

use super::{Entry, Export, id_of, phone};
use crate::directory::{OwnedPhone, Owner, PhoneLabel};
use crate::json;
use crate::text::sanitise::escaped;

/// The country that Dutch numbers are of (ISO 3166-1).
const DUTCH: &str = "NL";

#[derive(Serialize)]
struct Document {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@graph")]
    graph: Vec<Node>,
}

#[derive(Serialize)]
#[serde(tag = "@type")]
enum Node {
    Dataset(Dataset),
    GovernmentOrganization(Box<Organisation>),
}

/// The edition that all of it is from.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Dataset {
    #[serde(rename = "@id")]
    id: String,
    name: String,
    description: String,
    version: String,
    date_modified: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    license: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    copyright_notice: Option<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Organisation {
    #[serde(rename = "@id")]
    id: String,
    name: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    alternate_name: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    parent_organization: Option<Reference>,
    #[serde(skip_serializing_if = "Option::is_none")]
    address: Option<Address>,
    #[serde(skip_serializing_if = "Option::is_none")]
    dissolution_date: Option<String>,
    /// The pages by which it is known: what registers call it, then its accounts.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    same_as: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    contact_point: Vec<ContactPoint>,
}

#[derive(Serialize)]
struct Reference {
    #[serde(rename = "@id")]
    id: String,
}

/// Where it lies, as far as the directory has it.
#[derive(Serialize)]
#[serde(tag = "@type", rename = "PostalAddress", rename_all = "camelCase")]
struct Address {
    address_region: String,
    address_country: String,
}

#[derive(Serialize)]
#[serde(tag = "@type", rename = "ContactPoint", rename_all = "camelCase")]
struct ContactPoint {
    contact_type: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    telephone: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    area_served: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<String>,
}

pub(super) fn write(export: &Export<'_>, out: &mut dyn Write) -> io::Result<()> {
    let header = &export.list.directory.header;
    let edition = header.edition.to_string();
    let license = license(&header.licence);
    let dataset = Dataset {
        id: format!("tag:officieel,2026:directory/{edition}"),
        name: escaped(&header.title),
        description: escaped(&format!("{} {}", export.origin(), export.asked())),
        version: edition.clone(),
        date_modified: edition,
        copyright_notice: license.is_none().then(|| escaped(&header.licence)),
        license,
    };
    let organisation =
        |entry: &Entry<'_>| Node::GovernmentOrganization(Box::new(organisation(export, entry)));
    let entries = export.entries();
    let graph =
        std::iter::once(Node::Dataset(dataset)).chain(entries.iter().map(organisation)).collect();
    json::write(out, &Document { context: "https://schema.org", graph })
}

/// The address of a licence, where the one that is named has one.
fn license(named: &str) -> Option<String> {
    match named {
        "CC0-1.0" => Some("https://creativecommons.org/publicdomain/zero/1.0/".to_owned()),
        address if address.starts_with("https://") => Some(escaped(address)),
        _ => None,
    }
}

fn organisation(export: &Export<'_>, entry: &Entry<'_>) -> Organisation {
    let directory = export.list.directory;
    let it = entry.organisation;
    let reference = |index| Reference { id: id_of(directory.organisation(index)) };
    let item = it.wikidata.iter().map(|id| format!("https://www.wikidata.org/wiki/{id}"));
    let accounts = entry.accounts.iter().map(|account| account.url.clone());
    let pages = it.tooi.iter().cloned().chain(item).chain(accounts);
    let form = it.contact_form.iter().map(|form| ContactPoint {
        contact_type: contact_type(None),
        telephone: None,
        url: Some(escaped(form)),
        area_served: None,
        description: None,
    });
    let numbers = directory.numbers_of(Owner::Organisation(entry.index));
    Organisation {
        id: id_of(it),
        name: escaped(&it.name),
        alternate_name: it.abbreviation.iter().chain(&it.aliases).map(|it| escaped(it)).collect(),
        url: it.website.as_deref().map(escaped),
        parent_organization: it.parent.map(reference),
        address: it.province.as_deref().map(|it| Address {
            address_region: escaped(it),
            address_country: directory.header.country().to_owned(),
        }),
        dissolution_date: it.ended.map(|it| it.to_string()),
        same_as: pages.map(|it| escaped(&it)).collect(),
        contact_point: numbers.iter().filter_map(by_phone).chain(form).collect(),
    }
}

fn by_phone(it: &OwnedPhone<'_>) -> Option<ContactPoint> {
    let dialled = phone::dialled(it.number)?;
    let label = it.phone.and_then(|it| it.label);
    // Who calls from abroad is not in the country; a number of another country is for whoever is there.
    let is_within = dialled.is_dutch && label != Some(PhoneLabel::Abroad);
    Some(ContactPoint {
        contact_type: contact_type(label),
        telephone: Some(dialled.number),
        url: None,
        area_served: is_within.then_some(DUTCH),
        description: it.phone.and_then(|it| it.note.as_deref()).map(escaped),
    })
}

/// What a way to reach an organisation is for, in the words that readers of schema.org know.
fn contact_type(label: Option<PhoneLabel>) -> &'static str {
    match label {
        None | Some(PhoneLabel::General | PhoneLabel::Abroad) => "customer service",
        Some(PhoneLabel::Press) => "press",
        Some(PhoneLabel::Emergency) => "emergency",
        Some(PhoneLabel::Helpline) => "helpline",
        Some(PhoneLabel::Other) => "other",
    }
}
