//! Readers and sorting on fixtures that have the traps of the real sources.

mod broken;
mod registers;
mod wiki;

use super::{
    AccountOutcome, Counts, Extract, FoundAccount, Import, ReadOptions, Source, read, sort,
};
use officieel_directory::directory::load::{Defaults, load};
use officieel_directory::directory::{Date, Directory};
use officieel_directory::public_suffixes::PublicSuffixes;

const PLATFORMS: &str = include_str!("../../../../directory.toml");

pub(super) fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// A directory with the platforms of the built-in one and these organisations.
pub(super) fn directory(organisations: &str) -> Directory {
    let platforms = PLATFORMS.split("\n[[badge]]").next().unwrap();
    let text = format!("{platforms}\n{organisations}");
    load(&text, Date::LAST, &PublicSuffixes::default(), &|| Some(Defaults::default())).unwrap()
}

pub(super) fn extract(source: Source, bytes: &[u8]) -> Extract {
    read(source, bytes, &ReadOptions::default()).unwrap()
}

/// What became of each entry: organisation, account or what was typed, outcome.
pub(super) fn told(import: &Import, extract: &Extract, directory: &Directory) -> Vec<String> {
    let mut lines = Vec::new();
    for found in &import.organisations {
        let record = &extract.records[found.record];
        for account in &found.accounts {
            lines.push(format!("{}: {}", record.name, one(account, extract, directory)));
        }
    }
    assert!(Counts::of(import).add_up(), "{:?}", Counts::of(import));
    lines
}

fn one(account: &FoundAccount, extract: &Extract, directory: &Directory) -> String {
    let entry = &extract.records[account.record].accounts[account.entry];
    let name = match &account.resolved {
        Some(it) => {
            let platform = directory.platform(it.reference.platform);
            format!("{}:{}", platform.id(), platform.written(&it.reference.name))
        }
        None => entry.address.clone().or_else(|| entry.typed.clone()).unwrap_or_default(),
    };
    let remarks = account.resolved.iter().flat_map(|it| &it.remarks);
    let remarks: String = remarks.flat_map(|it| [" [", it.id(), "]"]).collect();
    let reason = match &account.outcome {
        AccountOutcome::Refused(refusal) => format!(" ({})", refusal.id()),
        _ => String::new(),
    };
    format!("{name} {}{reason}{remarks}", account.outcome.id())
}

pub(super) fn sorted(source: Source, bytes: &[u8], directory: &Directory) -> Vec<String> {
    let extract = extract(source, bytes);
    let import = sort(source, &extract, directory, day("2026-11-28"));
    told(&import, &extract, directory)
}
