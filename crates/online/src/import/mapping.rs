//! Any table, with a mapping that says in which of its columns what stands.

use std::collections::HashMap;
use std::str::FromStr;

use officieel_directory::platform::{HttpsError, check_https};

use super::ImportError;
use super::record::{AccountEntry, Extract, Ids, OrganisationRecord};
use super::table::Table;
use super::text::{clean, item, typed};

/// What can stand in a column.
const FIELDS: [&str; 11] = [
    "organisation",
    "register",
    "tooi",
    "wikidata",
    "kind",
    "website",
    "phone",
    "platform",
    "account",
    "url",
    "page",
];

/// In which column of a table what stands, as `organisation=Naam,platform=Kanaal,url=Adres`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mapping(HashMap<&'static str, String>);

/// Why a text is no mapping.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MappingError {
    /// A part is not written as `field=column`.
    #[error("`{0}` is not written as field=column")]
    NoColumn(String),
    /// Nothing of that name is imported.
    #[error(
        "`{0}` is none of organisation, register, tooi, wikidata, kind, website, phone, platform, account, url, page"
    )]
    UnknownField(String),
    /// A field stands there twice.
    #[error("`{0}` stands there twice")]
    Twice(&'static str),
    /// It doesn't say where the organisation stands.
    #[error("it does not say in which column the organisation stands: organisation=…")]
    NoOrganisation,
}

impl FromStr for Mapping {
    type Err = MappingError;

    fn from_str(text: &str) -> Result<Self, MappingError> {
        let mut columns = HashMap::new();
        for part in text.split(',').filter(|part| !part.trim().is_empty()) {
            let shown = || clean(part).unwrap_or_default();
            let (field, column) =
                part.split_once('=').ok_or_else(|| MappingError::NoColumn(shown()))?;
            let field = field.trim();
            let is_it = |known: &&str| known.eq_ignore_ascii_case(field);
            let known = FIELDS.iter().copied().find(|known| is_it(known));
            let known = known
                .ok_or_else(|| MappingError::UnknownField(clean(field).unwrap_or_default()))?;
            if columns.insert(known, column.trim().to_owned()).is_some() {
                return Err(MappingError::Twice(known));
            }
        }
        if columns.contains_key("organisation") {
            Ok(Self(columns))
        } else {
            Err(MappingError::NoOrganisation)
        }
    }
}

/// Reads a table by a mapping; without one, its columns are called as the fields are.
pub(super) fn read(bytes: &[u8], mapping: Option<&Mapping>) -> Result<Extract, ImportError> {
    let table = Table::read(bytes)?;
    let mut places = HashMap::new();
    for field in FIELDS {
        let place = match mapping.map(|it| it.0.get(field)) {
            Some(Some(column)) => Some(table.needed(column)?),
            Some(None) => None,
            None if field == "organisation" => Some(table.needed(field)?),
            None => table.column(field),
        };
        places.extend(place.map(|place| (field, place)));
    }
    let mut extract = Extract::default();
    let mut known: HashMap<(Ids, String), usize> = HashMap::new();
    for row in table.rows() {
        let cell = |field: &str| row.get(places.get(field).copied());
        let Some(name) = cell("organisation").and_then(clean) else {
            extract.skipped += 1;
            continue;
        };
        let page = cell("page").and_then(clean);
        if let Some(page) = page.clone().filter(|it| is_odd(it)) {
            return Err(ImportError::OddPage { row: row.number, page });
        }
        let ids = Ids {
            register: cell("register").and_then(clean),
            tooi: cell("tooi").and_then(clean),
            wikidata: cell("wikidata").and_then(item),
        };
        let records = &mut extract.records;
        let at = *known.entry((ids.clone(), name.clone())).or_insert_with(|| {
            records.push(record(ids, name, &cell));
            records.len() - 1
        });
        let Some(record) = records.get_mut(at) else { continue };
        match entry(&cell) {
            Some(entry) => record.accounts.push(entry),
            // Of a row without an account, the page is that of the organisation.
            None => record.page = record.page.take().or(page),
        }
    }
    Ok(extract)
}

/// Whether a page is one that could be opened but for something odd in its address, such as a user name that passes for
/// the host: no directory takes it.
fn is_odd(page: &str) -> bool {
    matches!(check_https(page), Err(HttpsError::UserName | HttpsError::Character))
}

fn record<'a>(
    ids: Ids,
    name: String,
    cell: &impl Fn(&str) -> Option<&'a str>,
) -> OrganisationRecord {
    OrganisationRecord {
        ids,
        name,
        types: cell("kind").and_then(clean).into_iter().collect(),
        websites: cell("website").and_then(typed).into_iter().collect(),
        phones: cell("phone").and_then(clean).into_iter().collect(),
        ..OrganisationRecord::default()
    }
}

fn entry<'a>(cell: &impl Fn(&str) -> Option<&'a str>) -> Option<AccountEntry> {
    let (address, account) = (cell("url").and_then(typed), cell("account").and_then(typed));
    (address.is_some() || account.is_some()).then(|| AccountEntry {
        platform: cell("platform").and_then(clean),
        typed: account,
        address,
        page: cell("page").and_then(clean),
        ..AccountEntry::default()
    })
}
