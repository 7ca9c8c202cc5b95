//! Summaries of all records: made of those in memory, or one after the other in a part of a store.

use std::borrow::Cow;
use std::io::{self, Write};

use serde::{Deserialize, Serialize};

use super::Records;
use crate::directory::account::Account;
use crate::directory::organisation::Organisation;
use crate::directory::summary::{AccountSummary, OrganisationSummary};
use crate::store::{Store, Writer};

/// The parts of a store with the summaries of the organisations and of the accounts.
pub(super) const OF_ORGANISATIONS: &str = "directory.organisations.summaries";
pub(super) const OF_ACCOUNTS: &str = "directory.accounts.summaries";

/// What the summaries of a directory are read from.
#[derive(Debug)]
pub(in crate::directory) enum Summarised<'d> {
    /// The records themselves.
    Loaded(&'d [Organisation], &'d [Account]),
    /// Parts of a store.
    Stored(Stored<'d>),
}

/// The bytes of both parts, and how many platforms there are.
#[derive(Debug)]
pub(in crate::directory) struct Stored<'d> {
    organisations: Cow<'d, [u8]>,
    accounts: Cow<'d, [u8]>,
    platforms: usize,
}

impl Records {
    pub(in crate::directory) fn summarised(&self) -> Summarised<'_> {
        match self {
            Self::Loaded(loaded) => Summarised::Loaded(&loaded.organisations, &loaded.accounts),
            Self::Stored(stored) => {
                let (organisations, accounts) = &stored.summaries;
                Summarised::Stored(Stored {
                    organisations: organisations.read(0..organisations.len()),
                    accounts: accounts.read(0..accounts.len()),
                    platforms: stored.platforms,
                })
            }
        }
    }
}

impl Summarised<'_> {
    pub(in crate::directory) fn organisations(&self) -> Vec<OrganisationSummary<'_>> {
        match self {
            Self::Loaded(organisations, _) => organisations.iter().map(Into::into).collect(),
            Self::Stored(stored) => read(&stored.organisations).collect(),
        }
    }

    pub(in crate::directory) fn accounts(&self) -> Vec<AccountSummary<'_>> {
        match self {
            Self::Loaded(_, accounts) => accounts.iter().map(Into::into).collect(),
            Self::Stored(stored) => {
                // An index that names nothing is only in a file that is changed while the program runs.
                let is_within = |it: &AccountSummary<'_>| it.platform.position() < stored.platforms;
                read(&stored.accounts).take_while(is_within).collect()
            }
        }
    }
}

/// Records that stand one after the other, as far as they can be read.
fn read<'b, T: Deserialize<'b>>(mut bytes: &'b [u8]) -> impl Iterator<Item = T> {
    std::iter::from_fn(move || {
        let (record, rest) = postcard::take_from_bytes(bytes).ok()?;
        bytes = rest;
        Some(record)
    })
}

/// Writes the summaries of all records.
pub(super) fn write<W: Write>(records: &Records, to: &mut Writer<W>) -> io::Result<()> {
    let organisations = (0..records.organisation_count())
        .map(|at| OrganisationSummary::from(records.organisation(at)));
    write_all(to, OF_ORGANISATIONS, organisations)?;
    let accounts = (0..records.account_count()).map(|at| AccountSummary::from(records.account(at)));
    write_all(to, OF_ACCOUNTS, accounts)
}

fn write_all<W: Write>(
    to: &mut Writer<W>,
    name: &str,
    records: impl Iterator<Item = impl Serialize>,
) -> io::Result<()> {
    to.begin(name)?;
    let mut bytes = Vec::new();
    for record in records {
        bytes.clear();
        bytes = postcard::to_extend(&record, bytes).map_err(io::Error::other)?;
        to.write(&bytes)?;
    }
    to.end()
}

/// Both parts of a store.
pub(super) fn parts(store: &Store) -> (crate::store::Part, crate::store::Part) {
    (store.part(OF_ORGANISATIONS), store.part(OF_ACCOUNTS))
}
