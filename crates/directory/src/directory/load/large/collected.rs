//! What was read of all pieces so far, and how it fits together.

use std::fs::File;
use std::io::{self, Write};
use std::panic::resume_unwind;
use std::thread;

use super::super::accounts::MOST_LEVELS;
use super::super::circles::on_circles;
use super::part::{Hashes, ReadPart};
use super::{Facts, Links, behind, unusual};
use crate::directory::records::Lines;
use crate::directory::{Account, AccountIndex, OrganisationIndex};
use crate::platform::is_under;

/// More accounts than this that are shared or continue elsewhere are not held beside the rest.
const MOST_HELD: usize = 1 << 16;

/// Texts one behind the other.
#[derive(Debug, Default)]
struct Texts {
    all: String,
    ends: Vec<usize>,
}

impl Texts {
    fn push(&mut self, text: &str) {
        self.all.push_str(text);
        self.ends.push(self.all.len());
    }

    fn get(&self, at: usize) -> Option<&str> {
        let begin = at.checked_sub(1).map_or(Some(0), |before| self.ends.get(before).copied())?;
        self.all.get(begin..*self.ends.get(at)?)
    }
}

/// The ids of organisations.
#[derive(Debug, Default)]
pub(super) struct Ids {
    texts: Texts,
    /// Hashes with the positions, sorted.
    hashes: Vec<(u64, u32)>,
    /// Where the hashes with each first two bytes begin, and where the last of them end.
    begins: Vec<usize>,
}

impl Ids {
    /// The organisation with an id.
    pub(super) fn find(&self, hashes: &Hashes, id: &str) -> Option<OrganisationIndex> {
        let hash = hashes.of_text("id", id);
        let lot = first_bytes(hash);
        let some = self.hashes.get(*self.begins.get(lot)?..*self.begins.get(lot + 1)?)?;
        let at = some.partition_point(|(other, _)| *other < hash);
        let (found, position) = *some.get(at)?;
        let is_it = found == hash && self.texts.get(position as usize) == Some(id);
        is_it.then_some(OrganisationIndex(position))
    }

    /// Makes them to be found, where none stands twice.
    fn sort(&mut self, hashes: &Hashes) -> Option<()> {
        self.hashes = self.all().zip(0..).map(|(id, at)| (hashes.of_text("id", id), at)).collect();
        self.hashes.sort_unstable();
        let is_unique = self.hashes.is_sorted_by(|(one, _), (next, _)| one < next);
        let begin = |lot| self.hashes.partition_point(|(hash, _)| first_bytes(*hash) < lot);
        self.begins = (0..=LOTS).map(begin).collect();
        is_unique.then_some(())
    }

    /// All ids, in the order of the file.
    pub(super) fn all(&self) -> impl Iterator<Item = &str> {
        (0..self.texts.ends.len()).map_while(|at| self.texts.get(at))
    }
}

/// So many different two bytes are there.
const LOTS: usize = 1 << 16;

/// The first two bytes of a hash.
fn first_bytes(hash: u64) -> usize {
    let [first, second, ..] = hash.to_be_bytes();
    usize::from(u16::from_be_bytes([first, second]))
}

/// The hashes of names that are listed, of those that are former, of what else may stand once, and of the names that
/// something continues as.
#[derive(Debug, Default)]
struct Names {
    listed: Vec<u64>,
    former: Vec<u64>,
    once: Vec<u64>,
    continued_as: Vec<u64>,
}

impl Names {
    /// Whether none stands twice, and what continues is listed.
    fn are_sound(mut self) -> bool {
        for all in [&mut self.listed, &mut self.former, &mut self.once] {
            all.sort_unstable();
        }
        let is_unique = |all: &[u64]| all.is_sorted_by(|one, next| one < next);
        let is_listed = |name: &u64| self.listed.binary_search(name).is_ok();
        is_unique(&self.listed)
            && is_unique(&self.former)
            && is_unique(&self.once)
            && !self.former.iter().any(is_listed)
            && self.continued_as.iter().all(is_listed)
    }
}

/// Where the records of a piece stand among those that were put aside, and which are the first of them.
#[derive(Debug, Clone, Copy)]
pub(crate) struct PartPlace {
    pub(super) length: usize,
    pub(super) first: u32,
    pub(super) first_account: u32,
}

/// What was read so far.
pub(super) struct Collected {
    pub(super) aside: File,
    pub(super) places: Vec<PartPlace>,
    pub(super) facts: Vec<Facts>,
    pub(super) lines: Lines,
    /// Accounts that continue elsewhere.
    pub(super) continued: Vec<Account>,
    ids: Ids,
    own_hosts: Texts,
    line_ends: u32,
    names: Names,
    parents: Vec<(u32, String)>,
    successors: Vec<(u32, String)>,
    shared: Vec<(u32, Account, Vec<String>)>,
    claims: Vec<(u32, String)>,
}

impl Collected {
    /// Nothing yet but the head of the file.
    pub(super) fn new(aside: File, head: &str) -> Self {
        let ends = head.bytes().filter(|byte| *byte == b'\n').count();
        Self {
            aside,
            line_ends: u32::try_from(ends).unwrap_or(u32::MAX),
            places: Vec::new(),
            facts: Vec::new(),
            lines: Lines::default(),
            continued: Vec::new(),
            ids: Ids::default(),
            own_hosts: Texts::default(),
            names: Names::default(),
            parents: Vec::new(),
            successors: Vec::new(),
            shared: Vec::new(),
            claims: Vec::new(),
        }
    }

    /// Takes what the next piece says, and puts its records aside.
    pub(super) fn take(&mut self, part: ReadPart) -> io::Result<()> {
        let count = |length: usize| u32::try_from(length).map_err(io::Error::other);
        let first = count(self.facts.len())?;
        let first_account = count(self.lines.accounts.len())?;
        self.places.push(PartPlace { length: part.stored.len(), first, first_account });
        self.aside.write_all(&part.stored)?;
        self.facts.extend(part.facts);
        part.ids.iter().for_each(|id| self.ids.texts.push(id));
        part.own_hosts.iter().for_each(|hosts| self.own_hosts.push(hosts));
        let (of_organisations, of_accounts) = part.lines;
        let line = |line: u32| line.saturating_add(self.line_ends);
        self.lines.organisations.extend(of_organisations.into_iter().map(line));
        self.lines.accounts.extend(of_accounts.into_iter().map(line));
        self.line_ends = self.line_ends.saturating_add(part.line_ends);
        self.names.listed.extend(part.names);
        self.names.former.extend(part.former);
        self.names.once.extend(part.once);
        self.names.continued_as.extend(part.continued_as);
        let named = |(at, id): (u32, String)| (first.saturating_add(at), id);
        self.parents.extend(part.parents.into_iter().map(named));
        self.successors.extend(part.successors.into_iter().map(named));
        self.claims.extend(part.claims.into_iter().map(named));
        for (at, mut account, sharers) in part.shared {
            account.organisation = behind(first, account.organisation);
            self.shared.push((first_account.saturating_add(at), account, sharers));
        }
        self.continued.extend(part.continued);
        let is_much = self.shared.len().max(self.continued.len()) > MOST_HELD;
        if is_much { Err(unusual()) } else { Ok(()) }
    }

    /// The accounts that continue elsewhere, as [`super::circles::of_accounts`] wants them.
    pub(super) fn successors(&self) -> Vec<(AccountIndex, usize)> {
        (0..).zip(&self.continued).map(|(at, _)| (AccountIndex(at), 0)).collect()
    }

    /// What organisations and accounts have with each other.
    ///
    /// # Errors
    ///
    /// Where anything of it is amiss.
    pub(super) fn links(&mut self, hashes: &Hashes) -> io::Result<(Ids, Links)> {
        let names = std::mem::take(&mut self.names);
        thread::scope(|scope| {
            let are_sound = scope.spawn(|| names.are_sound());
            let links = self.all_links(hashes);
            let are_sound = are_sound.join().unwrap_or_else(|panic| resume_unwind(panic));
            links.and_then(|links| if are_sound { Ok(links) } else { Err(unusual()) })
        })
    }

    fn all_links(&mut self, hashes: &Hashes) -> io::Result<(Ids, Links)> {
        let mut ids = std::mem::take(&mut self.ids);
        ids.sort(hashes).ok_or_else(unusual)?;
        let find = |id: &String| ids.find(hashes, id).ok_or_else(unusual);
        let mut links = Links {
            parents: self.linked(&self.parents, find)?,
            successors: self.linked(&self.successors, find)?,
            ..Links::default()
        };
        self.check_claims(&links.parents)?;
        for (at, account, sharers) in std::mem::take(&mut self.shared) {
            let sharers: Vec<OrganisationIndex> =
                sharers.iter().map(find).collect::<io::Result<_>>()?;
            for sharer in &sharers {
                if *sharer == account.organisation {
                    return Err(unusual());
                }
                links.given.entry(sharer.0).or_default().push(AccountIndex(at));
            }
            links.sharers.insert(at, sharers);
            links.shared.insert(at, account);
        }
        Ok((ids, links))
    }

    /// The organisations that others name, by these; they lead to no circle.
    fn linked(
        &self,
        named: &[(u32, String)],
        find: impl Fn(&String) -> io::Result<OrganisationIndex>,
    ) -> io::Result<Vec<Option<OrganisationIndex>>> {
        let mut all = vec![None; self.facts.len()];
        for (at, id) in named {
            if let Some(link) = all.get_mut(*at as usize) {
                *link = Some(find(id)?);
            }
        }
        let next = |from: usize| all.get(from).copied().flatten().map(OrganisationIndex::position);
        if on_circles(all.len(), next).is_empty() { Ok(all) } else { Err(unusual()) }
    }

    /// Whether all that claims to live on a host of its organisation does, or on one of those above.
    fn check_claims(&self, parents: &[Option<OrganisationIndex>]) -> io::Result<()> {
        let above =
            |at: &usize| parents.get(*at).copied().flatten().map(OrganisationIndex::position);
        let is_sound = |(owner, host): &(u32, String)| {
            let mut chain = std::iter::successors(Some(*owner as usize), above).take(MOST_LEVELS);
            chain.any(|at| {
                let mut own = self.own_hosts.get(at).unwrap_or_default().lines();
                own.any(|domain| is_under(host, domain))
            })
        };
        if self.claims.iter().all(is_sound) { Ok(()) } else { Err(unusual()) }
    }
}
