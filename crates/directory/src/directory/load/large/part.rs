//! One piece of a large file: its organisations and accounts, and what must be held against the rest.

use std::collections::HashSet;
use std::hash::{BuildHasher, RandomState};
use std::io;

use super::super::accounts::{AccountReader, Known, host_of, own_hosts};
use super::super::document;
use super::super::evidence::Sources;
use super::super::fields::{Context, Fields, Located, Sentence};
use super::super::former_handles::RawFormerHandle;
use super::super::hosts::Hosts;
use super::super::organisations::{self, RawAccount};
use super::super::problem::{line_ends, lines_of};
use super::super::resolve::{Taken, formerly_called};
use super::super::{Platforming, hostile_characters};
use super::{Facts, unusual};
use crate::directory::{Account, Date, Header, Organisation, OrganisationIndex};
use crate::platform::{AccountName, PlatformIndex, Reference, is_under};

/// Hashes that nobody can foresee, for what must be unique.
#[derive(Debug, Default)]
pub(super) struct Hashes(RandomState);

impl Hashes {
    pub(super) fn of_name(&self, platform: PlatformIndex, name: &AccountName) -> u64 {
        self.0.hash_one((platform, name))
    }

    pub(super) fn of_text(&self, what: &str, text: &str) -> u64 {
        self.0.hash_one((what, text))
    }
}

/// What the head of the file says, to read organisations by.
pub(super) struct PartReader<'a> {
    pub(super) today: Date,
    pub(super) known: &'a Known<'a>,
    pub(super) header: &'a Header,
    pub(super) platforming: &'a Platforming,
    pub(super) sources: &'a Sources<'a>,
    pub(super) hosts: &'a Hosts<'a>,
    /// The accounts of other governments, which none of these may be.
    pub(super) foreign: &'a HashSet<Reference>,
    pub(super) hashes: &'a Hashes,
}

/// What a piece says. Positions are counted from its first organisation and account.
#[derive(Default)]
pub(super) struct ReadPart {
    /// The length of its text, in bytes, and how many lines end in it.
    pub(super) length: usize,
    pub(super) line_ends: u32,
    /// Organisations and accounts, stored.
    pub(super) stored: Vec<u8>,
    pub(super) facts: Vec<Facts>,
    pub(super) ids: Vec<String>,
    /// For each organisation its own hosts, one a line.
    pub(super) own_hosts: Vec<String>,
    /// The lines that organisations and accounts begin on.
    pub(super) lines: (Vec<u32>, Vec<u32>),
    /// The hashes of names that are listed, of those that are former, and of what else may stand once.
    pub(super) names: Vec<u64>,
    pub(super) former: Vec<u64>,
    pub(super) once: Vec<u64>,
    /// The hashes of names that must be listed.
    pub(super) continued_as: Vec<u64>,
    pub(super) parents: Vec<(u32, String)>,
    pub(super) successors: Vec<(u32, String)>,
    /// Accounts that are shared, with whom.
    pub(super) shared: Vec<(u32, Account, Vec<String>)>,
    /// Accounts that continue elsewhere.
    pub(super) continued: Vec<Account>,
    /// Whose accounts are said to live on a host of theirs, which is none of their own nor of the whole.
    pub(super) claims: Vec<(u32, String)>,
}

impl PartReader<'_> {
    /// Reads a piece.
    ///
    /// # Errors
    ///
    /// Where anything is amiss with it.
    pub(super) fn read(&self, piece: Vec<u8>) -> io::Result<ReadPart> {
        let text = String::from_utf8(piece).map_err(io::Error::other)?;
        let context = Context::new(&text, self.today);
        hostile_characters(&context);
        let raw = {
            let document = document::parse(&text).ok_or_else(unusual)?;
            if document.keys().any(|key| key.get_ref() != "organisation") {
                return Err(unusual());
            }
            organisations::read(&Fields::new(&context, &document, 0, Sentence::TheFile))
        };
        let taken = Taken::apart(vec![raw]);
        let mut read = ReadPart { length: text.len(), ..ReadPart::default() };
        let begins = taken.written.iter().map(|it| it.begins);
        read.lines.0 = lines_of(&text, begins);
        read.line_ends = u32::try_from(line_ends(text.as_bytes())).unwrap_or(u32::MAX);
        let (organisations, accounts) = self.records(&context, taken, &mut read)?;
        self.describe(&organisations, &accounts, &mut read)?;
        if !context.into_faults().is_empty() {
            return Err(unusual());
        }
        read.stored =
            postcard::to_allocvec(&(organisations, accounts)).map_err(io::Error::other)?;
        Ok(read)
    }

    /// The organisations and accounts, without what they have with others; that is noted.
    fn records(
        &self,
        context: &Context<'_>,
        taken: Taken,
        read: &mut ReadPart,
    ) -> io::Result<(Vec<Organisation>, Vec<Account>)> {
        let Taken { mut organisations, written, reach, former_handles, accounts } = taken;
        let named = |id: Option<Located<String>>, at: u32| Some((at, id?.value));
        for (written, at) in written.into_iter().zip(0..) {
            read.parents.extend(named(written.parent, at));
            read.successors.extend(named(written.successor, at));
        }
        let continued = former_handles.iter().flat_map(|(_, _, all)| all);
        for address in continued.filter_map(RawFormerHandle::successor) {
            if let Ok(parsed) = self.platforming.platforms.parse_address(&address.value) {
                let Reference { platform, name } = parsed.account;
                read.continued_as.push(self.hashes.of_name(platform, &name));
            }
        }
        formerly_called(context, self.platforming, &mut organisations, former_handles);
        for (organisation, reach) in organisations.iter_mut().zip(reach) {
            if let Some(website) = &organisation.website {
                self.hosts.check_website(context, website, 0);
            }
            (organisation.sites, organisation.phones) =
                reach.resolve(context, self.sources, self.hosts);
        }
        let accounts = accounts.into_iter().flatten();
        let accounts = self.accounts(context, &organisations, accounts, read)?;
        Ok((organisations, accounts))
    }

    fn accounts(
        &self,
        context: &Context<'_>,
        organisations: &[Organisation],
        raw: impl Iterator<Item = (OrganisationIndex, RawAccount)>,
        read: &mut ReadPart,
    ) -> io::Result<Vec<Account>> {
        let reader = AccountReader { context, known: self.known };
        let (mut accounts, mut places) = (Vec::new(), Vec::new());
        for (owner, mut raw) in raw {
            places.push(raw.at);
            let sharers = std::mem::take(&mut raw.shared_with);
            let (account, claim) = reader.read(owner, raw).ok_or_else(unusual)?;
            if !sharers.is_empty() {
                let sharers = sharers.into_iter().map(|id| id.value).collect();
                let at = u32::try_from(accounts.len()).map_err(io::Error::other)?;
                read.shared.push((at, account.clone(), sharers));
            }
            if claim.is_some() {
                let host = host_of(&self.platforming.platforms, &account).ok_or_else(unusual)?;
                let own = organisations.get(owner.position()).into_iter().flat_map(own_hosts);
                let mut own = self.header.domains.iter().cloned().chain(own);
                if !own.any(|domain| is_under(&host, &domain)) {
                    read.claims.push((owner.0, host));
                }
            }
            accounts.push(account);
        }
        read.lines.1 = lines_of(context.text, places.into_iter());
        Ok(accounts)
    }

    /// Notes what must be held against the rest of the file.
    fn describe(
        &self,
        organisations: &[Organisation],
        accounts: &[Account],
        read: &mut ReadPart,
    ) -> io::Result<()> {
        for it in organisations {
            let name = u32::try_from(it.name.chars().count()).unwrap_or(u32::MAX);
            read.facts.push(Facts { has_ended: it.ended.is_some(), kind: it.kind, name });
            read.ids.push(it.id.clone());
            read.own_hosts.push(own_hosts(it).collect::<Vec<_>>().join("\n"));
            let register_id = it.register_id.iter();
            read.once.extend(register_id.map(|id| self.hashes.of_text("register", id)));
        }
        for account in accounts {
            read.once.push(self.hashes.of_text("address", &account.url));
            if !self.foreign.is_empty() && account.references().any(|it| self.foreign.contains(&it))
            {
                return Err(unusual());
            }
            for name in account.handle.iter().chain(&account.platform_id) {
                read.names.push(self.hashes.of_name(account.platform, name));
            }
        }
        let of_organisations = organisations.iter().flat_map(|it| &it.former_handles);
        let of_accounts = accounts.iter().flat_map(|it| &it.former_handles);
        let former = of_organisations.chain(of_accounts);
        read.former.extend(former.map(|it| self.hashes.of_name(it.platform, &it.handle)));
        let continued = accounts.iter().filter(|it| it.successor.is_some());
        read.continued.extend(continued.cloned());
        Ok(())
    }
}
