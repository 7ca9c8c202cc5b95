//! Organisations of other governments, each with the addresses of its accounts.

use std::collections::HashMap;

use super::countries::is_other_country;
use super::evidence::Sources;
use super::fields::{Context, Fields, Located, Message, Sentence};
use super::hosts::Hosts;
use super::organisations::{is_wikidata_item, value};
use super::problem::Lines;
use crate::directory::Account;
use crate::directory::foreign::{ForeignAccount, ForeignOrganisation};
use crate::platform::{Platforms, Reference};

/// A `[[foreign_organisation]]` table, before its source is looked up.
pub(super) struct RawForeign {
    name: String,
    country: String,
    website: Option<Located<String>>,
    wikidata: Option<String>,
    source: Located<String>,
    accounts: Vec<Located<Reference>>,
}

impl RawForeign {
    /// Its accounts.
    pub(super) fn accounts(&self) -> impl Iterator<Item = &Reference> {
        self.accounts.iter().map(|it| &it.value)
    }
}

pub(super) fn read(
    root: &Fields<'_, '_>,
    platforms: &Platforms,
    own: Option<&str>,
) -> Vec<RawForeign> {
    let read_one = |fields: Fields<'_, '_>| {
        let name = fields.required_text("name");
        let country =
            fields.required_text("country").filter(|code| is_other_country(&fields, code, own));
        let website = fields.address("website");
        let wikidata = fields.text("wikidata").filter(|item| is_wikidata_item(&fields, item));
        let source = fields.required_text("source");
        let accounts = fields.texts("accounts");
        if fields.is_missing("accounts") {
            fields.missing("accounts");
        }
        let account = |address| account(&fields, address, platforms);
        let accounts = accounts.iter().filter_map(account).collect();
        fields.finish();
        Some(RawForeign {
            name: name?.value,
            country: country?.value,
            website,
            wikidata: wikidata.map(|item| item.value),
            source: source?,
            accounts,
        })
    };
    let tables = root.tables("foreign_organisation", Sentence::AForeignOrganisation);
    tables.into_iter().filter_map(read_one).collect()
}

/// The account that an address is the page of; any other address is reported.
fn account(
    fields: &Fields<'_, '_>,
    address: &Located<String>,
    platforms: &Platforms,
) -> Option<Located<Reference>> {
    if !fields.is_https("accounts", address) {
        return None;
    }
    let why = match platforms.parse_address(&address.value) {
        Ok(parsed) => match parsed.part {
            None => return Some(Located { value: parsed.account, at: address.at }),
            Some(part) => Message::from(Sentence::AddressNotAnAccount).and(&part),
        },
        Err(fault) => Message::from(&fault),
    };
    fields.fault(address.at, Sentence::ForeignNoAccount.of([&address.value]).and(why));
    None
}

/// The organisations with their sources. An account of two organisations, be one of them listed, is reported.
pub(super) fn resolve(
    context: &Context<'_>,
    lines: &Lines<'_>,
    sources: &Sources<'_>,
    hosts: &Hosts<'_>,
    raw: Vec<RawForeign>,
    (listed, places): (&[Account], &[usize]),
) -> Vec<ForeignOrganisation> {
    no_account_twice(context, lines, &raw, listed, places);
    for website in raw.iter().filter_map(|raw| raw.website.as_ref()) {
        hosts.check_website(context, &website.value, website.at);
    }
    let resolve = |raw: RawForeign| {
        Some(ForeignOrganisation {
            name: raw.name,
            country: raw.country,
            website: value(raw.website),
            wikidata: raw.wikidata,
            source: sources.find(context, &raw.source)?,
            accounts: raw.accounts.iter().map(|it| ForeignAccount::new(&it.value)).collect(),
        })
    };
    raw.into_iter().filter_map(resolve).collect()
}

fn no_account_twice(
    context: &Context<'_>,
    lines: &Lines<'_>,
    raw: &[RawForeign],
    listed: &[Account],
    places: &[usize],
) {
    let mut first: HashMap<&Reference, usize> = HashMap::new();
    let report = |at, reference: &Reference, other| {
        let line = lines.line_of(other);
        context.fault(at, Sentence::ForeignTwice.of([&reference.name, &line]));
    };
    for account in raw.iter().flat_map(|raw| &raw.accounts) {
        match first.get(&account.value) {
            Some(earlier) => report(account.at, &account.value, *earlier),
            None => _ = first.insert(&account.value, account.at),
        }
    }
    if first.is_empty() {
        return;
    }
    for (account, place) in listed.iter().zip(places) {
        for reference in account.references() {
            if let Some((written, at)) = first.get_key_value(&reference) {
                report(*at, written, *place);
            }
        }
    }
}
