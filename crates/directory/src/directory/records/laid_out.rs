//! Records of a large directory, stored a stretch at a time.

use std::fs::File;
use std::io::{self, Read, Seek, Write};

use serde::Serialize;

use super::lookup::Lookups;
use super::summarised;
use super::{ACCOUNTS, Lines, ORGANISATIONS, SERVICES, TOPICS, lazy, lines, write};
use crate::directory::Directory;
use crate::directory::account::Account;
use crate::directory::organisation::Organisation;
use crate::directory::service::Service;
use crate::directory::summary::{AccountSummary, OrganisationSummary};
use crate::store::Writer;

/// Records one after the other, and how long each is.
#[derive(Debug, Default)]
struct Encoded {
    bytes: Vec<u8>,
    lengths: Vec<usize>,
}

impl Encoded {
    fn of(records: impl Iterator<Item = impl Serialize>) -> io::Result<Self> {
        let mut all = Self::default();
        for record in records {
            let begin = all.bytes.len();
            all.bytes = postcard::to_extend(&record, std::mem::take(&mut all.bytes))
                .map_err(io::Error::other)?;
            all.lengths.push(all.bytes.len() - begin);
        }
        Ok(all)
    }
}

/// Organisations that follow one another, with their accounts, as they are stored.
#[derive(Debug)]
pub(crate) struct LaidOut {
    organisations: Encoded,
    accounts: Encoded,
    of_organisations: Encoded,
    of_accounts: Encoded,
    pairs: [Vec<u64>; 8],
}

impl LaidOut {
    /// The stored form of organisations and accounts from these positions on.
    pub(crate) fn of(
        (first, organisations): (u32, &[Organisation]),
        (first_account, accounts): (u32, &[Account]),
    ) -> io::Result<Self> {
        Ok(Self {
            organisations: Encoded::of(organisations.iter())?,
            accounts: Encoded::of(accounts.iter())?,
            of_organisations: Encoded::of(organisations.iter().map(OrganisationSummary::from))?,
            of_accounts: Encoded::of(accounts.iter().map(AccountSummary::from))?,
            pairs: Lookups::pairs((first, organisations), (first_account, accounts), &[]),
        })
    }
}

/// Where records begin, and the last ends.
#[derive(Default)]
struct Offsets {
    bytes: Vec<u8>,
    end: u64,
}

impl Offsets {
    fn extend(&mut self, lengths: &[usize]) {
        for length in lengths {
            self.bytes.extend(self.end.to_le_bytes());
            self.end = self.end.saturating_add(u64::try_from(*length).unwrap_or(u64::MAX));
        }
    }

    fn write_to<W: Write>(mut self, to: &mut Writer<W>, name: &str) -> io::Result<()> {
        self.bytes.extend(self.end.to_le_bytes());
        to.part(&lazy::offsets_of(name), &self.bytes)
    }
}

/// Writes records as [`super::Records::write_to`] does, of which no more is held than a stretch.
pub(crate) struct RecordsWriter {
    organisations: Offsets,
    accounts: Offsets,
    /// What stands behind the organisations: the accounts, and the summaries of both.
    behind: [File; 3],
    pairs: [Vec<u64>; 8],
}

impl RecordsWriter {
    /// Begins with a directory without organisations; what stands behind them is put into empty files meanwhile.
    pub(crate) fn begin<W: Write>(
        head: &Directory,
        behind: [File; 3],
        to: &mut Writer<W>,
    ) -> io::Result<Self> {
        head.write_head(to)?;
        to.begin(ORGANISATIONS)?;
        let (organisations, accounts) = (Offsets::default(), Offsets::default());
        Ok(Self { organisations, accounts, behind, pairs: Default::default() })
    }

    /// Writes the next stretch.
    pub(crate) fn add<W: Write>(&mut self, next: &LaidOut, to: &mut Writer<W>) -> io::Result<()> {
        to.write(&next.organisations.bytes)?;
        self.organisations.extend(&next.organisations.lengths);
        self.accounts.extend(&next.accounts.lengths);
        let behind = [&next.accounts, &next.of_organisations, &next.of_accounts];
        for (file, more) in self.behind.iter_mut().zip(behind) {
            file.write_all(&more.bytes)?;
        }
        for (pairs, more) in self.pairs.iter_mut().zip(&next.pairs) {
            pairs.extend(more);
        }
        Ok(())
    }

    /// Writes what stands behind the organisations.
    pub(crate) fn finish<W: Write>(
        mut self,
        head: &Directory,
        lines: &Lines,
        to: &mut Writer<W>,
    ) -> io::Result<()> {
        let [accounts, of_organisations, of_accounts] = self.behind;
        to.end()?;
        self.organisations.write_to(to, ORGANISATIONS)?;
        copy(accounts, to, ACCOUNTS)?;
        self.accounts.write_to(to, ACCOUNTS)?;
        let services: Vec<Service> = head.services().cloned().collect();
        write(to, SERVICES, services.iter())?;
        write(to, TOPICS, head.topics())?;
        let begin = lines.organisations.iter().copied().map(Some);
        lines::write(to, begin, lines.accounts.iter().copied().map(Some))?;
        copy(of_organisations, to, summarised::OF_ORGANISATIONS)?;
        copy(of_accounts, to, summarised::OF_ACCOUNTS)?;
        let of_services = Lookups::pairs((0, &[]), (0, &[]), &services);
        for (pairs, more) in self.pairs.iter_mut().zip(of_services) {
            pairs.extend(more);
        }
        Lookups::made(self.pairs).write_to(to)
    }
}

/// Writes all of a file as a part.
fn copy<W: Write>(mut file: File, to: &mut Writer<W>, name: &str) -> io::Result<()> {
    to.begin(name)?;
    file.rewind()?;
    let mut piece = vec![0; 1 << 18];
    loop {
        let length = file.read(&mut piece)?;
        if length == 0 {
            return to.end();
        }
        to.write(piece.get(..length).unwrap_or_default())?;
    }
}
