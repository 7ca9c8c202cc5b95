//! exportRIO.xml: which internet domains are of which organisation of the Dutch government.

use std::io::BufRead;

use url::Url;

use super::record::{Domain, Extract, Ids, OrganisationRecord};
use super::text::clean;
use super::xml::{Attributes, Visit, walk};
use super::{ImportError, date};

/// The versions of the format that were seen when this was written; its namespace is that of the other export.
const KNOWN_VERSIONS: [&str; 1] = ["0.0.3"];

/// Reads the domain register. No more of it is held than what is kept.
pub(super) fn read(input: impl BufRead) -> Result<Extract, ImportError> {
    let mut reader = Register::default();
    walk(input, &mut reader)?;
    let Register { mut extract, .. } = reader;
    super::roo::name_by_id(&mut extract)?;
    Ok(extract)
}

#[derive(Default)]
struct Register {
    extract: Extract,
    host: Option<String>,
    since: Option<String>,
    until: Option<String>,
}

impl Visit for Register {
    fn start(&mut self, path: &str, attributes: &Attributes<'_>) -> Result<(), ImportError> {
        let (above, name) = path.rsplit_once('/').unwrap_or_default();
        match (above, name) {
            ("", "RegisterInternetdomeinenOverheid") => {
                let namespaces = attributes.namespaces();
                let version =
                    namespaces.iter().find_map(|it| it.strip_prefix(super::roo::NAMESPACE));
                let unknown = || ImportError::Malformed("not an export of domains".to_owned());
                let version = version.ok_or_else(unknown)?;
                self.extract.is_unknown_version = !KNOWN_VERSIONS.contains(&version);
                self.extract.version = clean(version);
                self.extract.stamped = attributes.get("timestamp").as_deref().and_then(date);
            }
            ("", name) if name.eq_ignore_ascii_case("html") => return Err(ImportError::Page),
            ("", _) => return Err(ImportError::Malformed("not an export of domains".to_owned())),
            ("/RegisterInternetdomeinenOverheid", "organisatie") => {
                let ids = Ids {
                    register: attributes.get("systeemId").and_then(|it| clean(&it)),
                    tooi: attributes.get("resourceIdentifierTOOI").and_then(|it| clean(&it)),
                    wikidata: None,
                };
                self.extract
                    .records
                    .push(OrganisationRecord { ids, ..OrganisationRecord::default() });
            }
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, path: &str, text: &str) {
        let Some(record) = self.extract.records.last_mut() else { return };
        let below = path.strip_prefix("/RegisterInternetdomeinenOverheid/organisatie/");
        let Some(below) = below else { return };
        match below {
            "naam" => record.name = clean(text).unwrap_or_default(),
            "afkorting" => record.abbreviation = clean(text),
            "types/type" => record.types.extend(clean(text)),
            "overzichtURL" => record.page = clean(text),
            "contact/url" => record.websites.extend(clean(text)),
            "contact/telefoon" => record.phones.extend(clean(text)),
            "domeinnaamregistraties/domeinnaamregistratie" | "domeinen/domein" => {
                let (since, until) = (self.since.take(), self.until.take());
                match self.host.take() {
                    Some(host) => {
                        let day = |text: Option<String>| text.as_deref().and_then(date);
                        add(record, Domain { host, since: day(since), until: day(until) });
                    }
                    None => self.extract.skipped += 1,
                }
            }
            "domeinnaamregistraties/domeinnaamregistratie/naam" | "domeinen/domein/url" => {
                self.host = host(text);
            }
            _ => self.date_of(below, text),
        }
    }
}

impl Register {
    fn date_of(&mut self, below: &str, text: &str) {
        match below.rsplit('/').next() {
            Some("geregistreerdSinds" | "registratieDatum") => self.since = clean(text),
            Some("opgezegdSinds" | "eindeRegistratieDatum") => self.until = clean(text),
            _ => {}
        }
    }
}

/// A host once: what is listed without an end, or with the latest one, holds.
fn add(record: &mut OrganisationRecord, domain: Domain) {
    match record.domains.iter_mut().find(|it| it.host == domain.host) {
        Some(own) => {
            own.since = own.since.or(domain.since);
            own.until = own.until.zip(domain.until).map(|(one, other)| one.max(other));
        }
        None => record.domains.push(domain),
    }
}

/// The host that a value means, which may be a host or an address: small letters, without `www.`.
pub(super) fn host(text: &str) -> Option<String> {
    let text = clean(text)?;
    let address = if text.contains("://") { text } else { format!("https://{text}") };
    let url = Url::parse(&address).ok()?;
    let host = url.domain()?.trim_end_matches('.').to_ascii_lowercase();
    let bare = host.strip_prefix("www.").unwrap_or(&host);
    bare.contains('.').then(|| bare.to_owned())
}
