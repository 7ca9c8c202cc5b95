//! On which lines of its file the organisations and accounts of a directory begin.

use std::io::{self, Write};

use crate::store::{Part, Store, Writer};

/// The parts of a store with the lines, as numbers of four bytes.
const OF_ORGANISATIONS: &str = "directory.organisations.lines";
const OF_ACCOUNTS: &str = "directory.accounts.lines";

/// The lines on which organisations and accounts begin, in their order, counted from 1. Of what was put
/// together in memory there are none.
#[derive(Debug, Clone, Default)]
pub(crate) struct Lines {
    pub(in crate::directory) organisations: Vec<u32>,
    pub(in crate::directory) accounts: Vec<u32>,
}

/// The lines in a store, read one by one.
#[derive(Debug)]
pub(super) struct StoredLines {
    pub(super) organisations: Part,
    pub(super) accounts: Part,
}

impl StoredLines {
    pub(super) fn new(store: &Store) -> Self {
        Self { organisations: store.part(OF_ORGANISATIONS), accounts: store.part(OF_ACCOUNTS) }
    }
}

/// Writes the lines of all organisations, then those of all accounts; 0 where one is not known.
pub(super) fn write<W: Write>(
    to: &mut Writer<W>,
    organisations: impl Iterator<Item = Option<u32>>,
    accounts: impl Iterator<Item = Option<u32>>,
) -> io::Result<()> {
    let bytes = |line: Option<u32>| line.unwrap_or_default().to_le_bytes();
    to.part(OF_ORGANISATIONS, &organisations.flat_map(bytes).collect::<Vec<u8>>())?;
    to.part(OF_ACCOUNTS, &accounts.flat_map(bytes).collect::<Vec<u8>>())
}
