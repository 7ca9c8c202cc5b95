//! The public directory of a Mastodon server (`GET /api/v1/directory?local=true`): one page of it, or several in a
//! row. It lists only who wants to be listed: who isn't there may have an account all the same.
//!
//! Source: <https://docs.joinmastodon.org/methods/directory/>.

use serde::Deserialize;
use url::Url;

use super::record::{AccountEntry, Doubt, Extract, OrganisationRecord};
use super::text::{clean, typed};
use super::{ImportError, date, json};

#[derive(Deserialize)]
struct Account {
    username: String,
    acct: String,
    #[serde(default)]
    display_name: Option<String>,
    url: String,
    #[serde(default)]
    created_at: Option<String>,
    #[serde(default)]
    suspended: Option<bool>,
    #[serde(default)]
    moved: Option<Box<Moved>>,
    #[serde(default)]
    fields: Vec<Field>,
}

#[derive(Deserialize)]
struct Moved {
    #[serde(default)]
    url: Option<String>,
}

#[derive(Deserialize)]
struct Field {
    #[serde(default)]
    value: String,
    #[serde(default)]
    verified_at: Option<String>,
}

/// Reads pages of a directory. Each account is a record of its own; which organisation it is of, its site tells.
pub(super) fn read(bytes: &[u8]) -> Result<Extract, ImportError> {
    let accounts = pages(bytes)?;
    let mut extract = Extract::default();
    for account in accounts {
        // An account of another server, which that one knows best, and one that is shut.
        let is_local = !account.acct.contains('@');
        match record(account).filter(|_| is_local) {
            Some(record) if !extract.records.contains(&record) => extract.records.push(record),
            _ => extract.skipped += 1,
        }
    }
    Ok(extract)
}

fn pages(bytes: &[u8]) -> Result<Vec<Account>, ImportError> {
    let stream = serde_json::Deserializer::from_slice(bytes).into_iter::<Vec<Account>>();
    match stream.collect::<Result<Vec<Vec<Account>>, _>>() {
        Ok(pages) if !pages.is_empty() => Ok(pages.into_iter().flatten().collect()),
        _ => json::read(bytes),
    }
}

fn record(account: Account) -> Option<OrganisationRecord> {
    let name =
        account.display_name.as_deref().and_then(clean).or_else(|| clean(&account.username))?;
    let address = typed(&account.url).filter(|_| account.suspended != Some(true))?;
    // What the server itself checked comes first: a site that links back.
    let mut fields: Vec<&Field> = account.fields.iter().collect();
    fields.sort_by_key(|field| field.verified_at.is_none());
    let websites = fields.into_iter().filter_map(|field| link(&field.value)).collect();
    let moved = account.moved.and_then(|it| clean(&it.url?));
    let entry = AccountEntry {
        platform: Some("Mastodon".to_owned()),
        typed: typed(&account.username),
        address: Some(address.clone()),
        is_platform_sure: true,
        since: account.created_at.as_deref().and_then(date),
        doubt: moved.map(|to| Doubt::Moved { to }),
        page: Some(address),
        ..AccountEntry::default()
    };
    Some(OrganisationRecord {
        name,
        websites,
        accounts: vec![entry],
        ..OrganisationRecord::default()
    })
}

/// The address that the HTML of a field links to first.
fn link(html: &str) -> Option<String> {
    let behind = html.split_once("href=\"")?.1;
    let address = behind.split_once('"')?.0.replace("&amp;", "&");
    let url = Url::parse(&address).ok()?;
    matches!(url.scheme(), "http" | "https").then_some(address)
}
