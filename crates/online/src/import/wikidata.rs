//! Wikidata: answers of its query service (SPARQL 1.1 JSON results) and of its entity API (`wbgetentities`).
//!
//! Statements are read, not the "truthy" short cut, which hides all but the best rank. Deprecated statements, and
//! those that ended, are history. What a property means is a written list ([`PROPERTIES`]): their modelling changes.

mod entities;
mod sparql;

use serde_json::Value;

use super::record::{AccountEntry, Extract};
use super::text::{clean, typed};
use super::{ImportError, json};
use officieel_directory::directory::Date;

pub use sparql::query;

/// A property that holds the name of an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Property {
    /// The property.
    pub id: &'static str,
    /// The platform, by the name that people know.
    pub platform: &'static str,
    /// The address of the account, with the value at `{}`; empty where values are like `user@host`.
    pub address: &'static str,
}

/// The properties that are read, with the address that each value stands for (formatter URLs as of 2026).
pub const PROPERTIES: [Property; 13] = [
    property("P2002", "X", "https://x.com/{}"),
    property("P2013", "Facebook", "https://www.facebook.com/{}"),
    property("P2003", "Instagram", "https://www.instagram.com/{}"),
    property("P2397", "YouTube", "https://www.youtube.com/channel/{}"),
    property("P11245", "YouTube", "https://www.youtube.com/@{}"),
    property("P4264", "LinkedIn", "https://www.linkedin.com/company/{}"),
    property("P4033", "Mastodon", ""),
    property("P12361", "Bluesky", "https://bsky.app/profile/{}"),
    property("P11892", "Threads", "https://www.threads.net/@{}"),
    property("P7085", "TikTok", "https://www.tiktok.com/@{}"),
    property("P3789", "Telegram", "https://t.me/{}"),
    property("P2984", "Snapchat", "https://www.snapchat.com/add/{}"),
    property("P3836", "Pinterest", "https://www.pinterest.com/{}"),
];

const fn property(id: &'static str, platform: &'static str, address: &'static str) -> Property {
    Property { id, platform, address }
}

/// The property with this id, alone or at the end of an address.
fn property_of(text: &str) -> Option<&'static Property> {
    let id = text.rsplit('/').next()?;
    PROPERTIES.iter().find(|it| it.id == id)
}

/// Reads an answer: all of it or nothing.
pub(super) fn read(bytes: &[u8]) -> Result<Extract, ImportError> {
    let value: Value = json::read(bytes)?;
    match &value {
        Value::Object(all) if all.contains_key("entities") => entities::read(&value),
        Value::Object(all) if all.contains_key("results") => sparql::read(value),
        _ => json::read::<sparql::Answer>(bytes).and(Err(ImportError::Empty)),
    }
}

/// The entry that a value of a property means.
fn entry(property: &Property, value: &str) -> AccountEntry {
    let value = value.trim();
    let is_address = value.contains("://");
    // A value that would lead elsewhere within an address is left as it is, to be refused as a name.
    let is_plain =
        !value.contains(['/', '?', '#', '\\', '%', '&']) && !value.contains(char::is_whitespace);
    let address = match property.address {
        _ if is_address => Some(value.to_owned()),
        "" => mastodon_page(value),
        address if is_plain => Some(address.replace("{}", value.trim_start_matches('@'))),
        _ => None,
    };
    AccountEntry {
        platform: Some(property.platform.to_owned()),
        typed: typed(value),
        address,
        is_platform_sure: true,
        ..AccountEntry::default()
    }
}

/// The page of `user@host`.
fn mastodon_page(value: &str) -> Option<String> {
    let (user, host) = value.trim_start_matches('@').split_once('@')?;
    let is_sound = |text: &str| {
        !text.is_empty()
            && text.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '.' | '-'))
    };
    (is_sound(user) && is_sound(host)).then(|| format!("https://{host}/@{user}"))
}

/// A date as Wikidata writes it, as far as its precision goes: 9 is the year, 10 the month, 11 the day
/// (<https://www.wikidata.org/wiki/Help:Dates>). Where the precision isn't given, 1 January stands for the year.
fn date(text: &str, precision: Option<u64>) -> Option<Date> {
    let text = text.trim().trim_start_matches('+');
    let (year, rest) = (text.get(..4)?, text.get(4..10)?);
    let (month, day) = (rest.get(1..3)?, rest.get(4..6)?);
    let is_whole_year = month == "00"
        || precision == Some(9)
        || (precision.is_none() && (month, day) == ("01", "01"));
    let is_whole_month = day == "00" || precision == Some(10);
    let is_unclear = precision.is_some_and(|it| it < 9);
    let written = if is_whole_year {
        year.to_owned()
    } else if is_whole_month {
        format!("{year}-{month}")
    } else {
        format!("{year}-{month}-{day}")
    };
    written.parse().ok().filter(|_| !is_unclear)
}

/// The names that an item bears: one each, in the order in which they are met.
fn add_name(record: &mut super::OrganisationRecord, text: &str, language: Option<&str>) {
    let Some(text) = clean(text) else { return };
    if record.name.is_empty() {
        record.name = text;
        record.language = language.and_then(clean);
    } else if record.name != text && record.other_names.iter().all(|it| it.text != text) {
        let language = language.and_then(clean);
        record.other_names.push(super::record::Name { text, language });
    }
}
