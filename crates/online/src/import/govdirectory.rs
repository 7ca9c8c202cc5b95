//! A table with a row for each account, as made from Govdirectory's pages:
//! `country,qid,name,description,website,phone,platform,account,url`.

use std::collections::HashMap;

use super::ImportError;
use super::record::{AccountEntry, Extract, Ids, OrganisationRecord};
use super::table::{Row, Table};
use super::text::{clean, item, typed};

/// Reads the table: all rows, or those of one country.
pub(super) fn read(bytes: &[u8], country: Option<&str>) -> Result<Extract, ImportError> {
    let table = Table::read(bytes)?;
    let needed = |name| table.needed(name).map(Some);
    let columns = Columns {
        item: needed("qid")?,
        name: needed("name")?,
        platform: needed("platform")?,
        url: needed("url")?,
        account: table.column("account"),
        country: table.column("country"),
        description: table.column("description"),
        website: table.column("website"),
        phone: table.column("phone"),
    };
    let mut extract = Extract::default();
    let mut known: HashMap<String, usize> = HashMap::new();
    for row in table.rows() {
        let here = row.get(columns.country).unwrap_or_default();
        if country.is_some_and(|it| !here.eq_ignore_ascii_case(it)) {
            continue;
        }
        let (Some(item), Some(name)) =
            (row.get(columns.item).and_then(item), row.get(columns.name).and_then(clean))
        else {
            extract.skipped += 1;
            continue;
        };
        let records = &mut extract.records;
        let at = *known.entry(item.clone()).or_insert_with(|| {
            records.push(columns.record(row, item, name));
            records.len() - 1
        });
        if let (Some(record), Some(entry)) = (records.get_mut(at), columns.entry(row)) {
            record.accounts.push(entry);
        }
    }
    Ok(extract)
}

struct Columns {
    item: Option<usize>,
    name: Option<usize>,
    platform: Option<usize>,
    url: Option<usize>,
    account: Option<usize>,
    country: Option<usize>,
    description: Option<usize>,
    website: Option<usize>,
    phone: Option<usize>,
}

impl Columns {
    fn record(&self, row: Row<'_>, item: String, name: String) -> OrganisationRecord {
        let description = row.get(self.description).and_then(clean);
        OrganisationRecord {
            page: Some(format!("https://www.wikidata.org/wiki/{item}")),
            ids: Ids { wikidata: Some(item), ..Ids::default() },
            name,
            types: description.iter().cloned().collect(),
            description,
            websites: row.get(self.website).and_then(typed).into_iter().collect(),
            phones: row.get(self.phone).and_then(phone).into_iter().collect(),
            ..OrganisationRecord::default()
        }
    }

    fn entry(&self, row: Row<'_>) -> Option<AccountEntry> {
        let platform = row.get(self.platform).and_then(clean)?;
        Some(AccountEntry {
            typed: row.get(self.account).and_then(typed),
            address: row.get(self.url).and_then(typed),
            // Mastodon accounts stand there behind a service that sends on to them.
            is_platform_sure: true,
            platform: Some(platform),
            ..AccountEntry::default()
        })
    }
}

/// A number as the table has it, with spaces that were encoded for an address.
fn phone(text: &str) -> Option<String> {
    clean(&text.replace("%20", " "))
}
