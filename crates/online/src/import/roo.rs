//! exportOO.xml: the register of organisations of the Dutch government.
//!
//! The elements are told by their local names, so that any version of the format is read; which versions there
//! were, and what moved between them, is in the schema's own change log
//! (<https://organisaties.overheid.nl/static/schema/oo/export/>).

use std::io::BufRead;

use super::record::{AccountEntry, Extract, Ids, Name, OrganisationRecord, RecordKind};
use super::text::{clean, typed};
use super::xml::{Attributes, Visit, walk};
use super::{ImportError, date};

/// What the namespace of every version begins with; the version follows.
pub(super) const NAMESPACE: &str = "https://organisaties.overheid.nl/static/schema/oo/export/";
/// The versions that were seen when this was written.
const KNOWN_VERSIONS: [&str; 4] = ["2.6.1", "2.6.3", "2.6.9", "2.6.13"];
/// The label of the main website.
const MAIN_SITE: &str = "algemeen";

/// Reads the register. No more of it is held than what is kept.
pub(super) fn read(input: impl BufRead) -> Result<Extract, ImportError> {
    let mut reader = Register::default();
    walk(input, &mut reader)?;
    let mut extract = reader.finish();
    name_by_id(&mut extract)?;
    Ok(extract)
}

/// An organisation or arrangement whose element is open.
struct Open {
    /// Its place among the records.
    record: usize,
    /// The length of the path of its element.
    path: usize,
    entry: AccountEntry,
    url: Option<String>,
    label: Option<String>,
    has_main: bool,
    address_type: Option<String>,
    place: Option<String>,
}

#[derive(Default)]
struct Register {
    extract: Extract,
    open: Vec<Open>,
}

impl Visit for Register {
    fn start(&mut self, path: &str, attributes: &Attributes<'_>) -> Result<(), ImportError> {
        let (above, name) = path.rsplit_once('/').unwrap_or_default();
        if above.is_empty() {
            return self.root(name, attributes);
        }
        let kind = match name {
            "organisatie" if above.ends_with("/organisaties") => RecordKind::Organisation,
            "regeling" if self.open.is_empty() => RecordKind::Arrangement,
            _ => {
                self.refer(path, attributes);
                return Ok(());
            }
        };
        let record = self.extract.records.len();
        self.extract.records.push(OrganisationRecord {
            kind,
            ids: ids(attributes),
            parent: self.open.last().map(|it| it.record),
            ..OrganisationRecord::default()
        });
        self.open.push(Open {
            record,
            path: path.len(),
            entry: AccountEntry::default(),
            url: None,
            label: None,
            has_main: false,
            address_type: None,
            place: None,
        });
        Ok(())
    }

    fn end(&mut self, path: &str, text: &str) {
        let Some(open) = self.open.last_mut() else { return };
        if path.len() == open.path {
            self.open.pop();
            return;
        }
        // What stands in `functies` is of persons, and has another path below the organisation.
        let below = path.get(open.path..).unwrap_or_default();
        if let Some(record) = self.extract.records.get_mut(open.record) {
            take(record, open, below, text);
        }
    }
}

impl Register {
    fn root(&mut self, name: &str, attributes: &Attributes<'_>) -> Result<(), ImportError> {
        if name.eq_ignore_ascii_case("html") {
            return Err(ImportError::Page);
        }
        let namespaces = attributes.namespaces();
        let version = namespaces.iter().find_map(|it| it.strip_prefix(NAMESPACE));
        let (Some(version), "overheidsorganisaties") = (version, name) else {
            return Err(ImportError::Malformed("not an export of organisations".to_owned()));
        };
        self.extract.is_unknown_version = !KNOWN_VERSIONS.contains(&version);
        self.extract.version = clean(version);
        self.extract.stamped = attributes.get("timestamp").as_deref().and_then(date);
        Ok(())
    }

    /// Takes in an element that only refers to another record.
    fn refer(&mut self, path: &str, attributes: &Attributes<'_>) {
        let Some(open) = self.open.last() else { return };
        let Some(record) = self.extract.records.get_mut(open.record) else { return };
        match path.get(open.path..) {
            Some("/bronhouder") => record.keeper = Some(ids(attributes)),
            Some("/previousVersion") => record.previous = attributes.get("systeemId"),
            Some("/nextVersion") => record.next = attributes.get("systeemId"),
            _ => {}
        }
    }

    fn finish(mut self) -> Extract {
        end_with_parents(&mut self.extract.records);
        self.extract
    }
}

/// Names records without a name by their id, so that they can be told. Where most have none, the element of names is
/// another one in this version: nothing of it can be trusted.
pub(super) fn name_by_id(extract: &mut Extract) -> Result<(), ImportError> {
    let nameless = extract.records.iter().filter(|it| it.name.is_empty()).count();
    if nameless * 2 > extract.records.len() {
        return Err(ImportError::Malformed("most records have no name".to_owned()));
    }
    extract.skipped += nameless;
    for record in extract.records.iter_mut().filter(|it| it.name.is_empty()) {
        record.name = record.ids.iter().next().unwrap_or("?").to_owned();
    }
    Ok(())
}

/// The end of an organisation is that of its parts, which often have none of their own.
fn end_with_parents(records: &mut [OrganisationRecord]) {
    for at in 0..records.len() {
        let parent = records.get(at).and_then(|it| it.parent);
        let ended = parent.and_then(|it| records.get(it)).and_then(|it| it.ended);
        if let (Some(ended), Some(record)) = (ended, records.get_mut(at)) {
            record.ended.get_or_insert(ended);
        }
    }
}

fn ids(attributes: &Attributes<'_>) -> Ids {
    let register = attributes.get("systeemId").filter(|it| is_number(it));
    Ids {
        register,
        tooi: attributes.get("resourceIdentifierTOOI").and_then(|it| clean(&it)),
        wikidata: None,
    }
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

/// Takes in an element below an organisation, by its path from there.
fn take(record: &mut OrganisationRecord, open: &mut Open, below: &str, text: &str) {
    match below {
        "/naam" | "/titel" => record.name = clean(text).unwrap_or_default(),
        "/subnaam" => {
            let other = clean(text).map(|text| Name { text, language: None });
            record.other_names.extend(other);
        }
        "/afkorting" => record.abbreviation = clean(text),
        "/types/type" => record.types.extend(clean(text)),
        "/startDatum" | "/datumInwerkingtreding" => record.started = date(text),
        "/eindDatum" | "/datumUitwerkingtreding" => record.ended = date(text),
        "/datumMutatie" | "/datumTerVerificatie" => record.checked = record.checked.max(date(text)),
        _ => match below.strip_prefix("/contact/") {
            Some(below) => contact(record, open, below, text),
            None => place(record, open, below, text),
        },
    }
}

/// Takes in what stands below the contact of the organisation itself.
fn contact(record: &mut OrganisationRecord, open: &mut Open, below: &str, text: &str) {
    match below {
        "socialMedia/socialmedium/gebruikersnaam" => open.entry.typed = typed(text),
        "socialMedia/socialmedium/url" => open.entry.address = typed(text),
        "socialMedia/socialmedium/platform" => open.entry.platform = clean(text),
        "socialMedia/socialmedium" => record.accounts.push(std::mem::take(&mut open.entry)),
        "internetadressen/internetadres/url"
        | "contactformulieren/contactformulier/url"
        | "contactpaginas/contactpagina/url" => open.url = typed(text),
        "internetadressen/internetadres/label" => open.label = clean(text),
        "internetadressen/internetadres" => {
            let is_main = open.label.take().is_some_and(|it| it.eq_ignore_ascii_case(MAIN_SITE));
            if let Some(url) = open.url.take() {
                let is_first = is_main && !open.has_main;
                open.has_main |= is_main;
                let at = if is_first { 0 } else { record.websites.len() };
                record.websites.insert(at, url);
            }
        }
        "contactformulieren/contactformulier" | "contactpaginas/contactpagina" => {
            record.contact_forms.extend(open.url.take());
        }
        "telefoonnummers/telefoonnummer/nummer" => record.phones.extend(clean(text)),
        _ => {}
    }
}

/// Takes in where an organisation can be visited.
fn place(record: &mut OrganisationRecord, open: &mut Open, below: &str, text: &str) {
    match below {
        "/adressen/adres/adresType" | "/adressen/adres/type" => open.address_type = clean(text),
        "/adressen/adres/woonplaats" | "/adressen/adres/plaats" => open.place = clean(text),
        "/adressen/adres" => {
            let is_visited = open.address_type.take().is_some_and(|it| it.starts_with("Bezoek"));
            let place = open.place.take().filter(|_| is_visited);
            record.places.extend(place.filter(|it| !record.places.contains(it)));
        }
        _ => {}
    }
}
