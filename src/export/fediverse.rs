//! The accounts that a server of the fediverse can be told to follow, as Mastodon exports and imports them.
//!
//! Source: <https://docs.joinmastodon.org/user/moving/>; the heads of the columns are those of its own export.

use std::collections::HashSet;
use std::io::{self, Write};

use super::{Counts, Export};
use crate::directory::{Account, Directory};
use crate::report::csv::of_system;

/// The heads of the columns, which are the same in every language.
const HEADS: [&str; 4] = ["Account address", "Show boosts", "Notify on new posts", "Languages"];

pub(super) fn write(export: &Export<'_>, out: &mut dyn Write) -> io::Result<Counts> {
    // Lines end as those of Mastodon do.
    let mut writer = csv::WriterBuilder::new().from_writer(out);
    writer.write_record(HEADS).map_err(of_system)?;
    let mut seen = HashSet::new();
    let mut counts = Counts::default();
    for account in export.entries().iter().flat_map(|entry| &entry.accounts) {
        let address = address(export.list.directory, account);
        if !seen.insert(address.unwrap_or(&account.url).to_lowercase()) {
            continue;
        }
        match address {
            Some(address) => {
                writer.write_record([address, "true", "false", ""]).map_err(of_system)?;
                counts.written += 1;
            }
            None => counts.left_out += 1,
        }
    }
    writer.flush()?;
    Ok(counts)
}

/// By which name other servers follow an account that is in use: `name@server`.
fn address<'a>(directory: &Directory, account: &'a Account) -> Option<&'a str> {
    let handle = account.handle.as_ref().filter(|_| !account.status.is_retired())?;
    let rules = directory.platform(account.platform).name_rules(handle)?;
    let (name, server) = handle.text().split_once('@')?;
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '-');
    let is_sound = rules.address.contains("{host}")
        && name.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '_')
        && name.chars().chain(server.chars()).all(is_name);
    is_sound.then_some(handle.text())
}
