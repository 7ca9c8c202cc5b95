//! Who is known to be where: organisations and accounts of a selection, counted by how sure they are.
//!
//! Everything counts what is known. An organisation of which no account is known may well have one: such are
//! counted by themselves, and never as absent.

use std::collections::{HashMap, HashSet};

use crate::compact_sort::CompactSort;
use crate::directory::{AccountIndex, Date, Directory, Kind, OrganisationIndex, Trust};
use crate::filter::Filter;
pub use crate::filter::is_own;
use crate::platform::PlatformIndex;

/// Accounts, or organisations by their surest account: each counts once.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// In use, and confirmed.
    pub confirmed: usize,
    /// In use; confirmed once, and not lately.
    pub aged: usize,
    /// In use, as others report.
    pub reported: usize,
    /// In use no more.
    pub retired: usize,
}

impl Tally {
    /// How many are in use.
    pub fn in_use(self) -> usize {
        self.confirmed + self.aged + self.reported
    }

    /// How many are in use with this much trust.
    pub fn of(self, trust: Trust) -> usize {
        match trust {
            Trust::Confirmed => self.confirmed,
            Trust::Aged => self.aged,
            Trust::Reported => self.reported,
        }
    }

    /// How many there are.
    pub fn total(self) -> usize {
        self.in_use() + self.retired
    }

    /// One more, with its trust where it is in use.
    pub fn add(&mut self, trust: Option<Trust>) {
        *match trust {
            Some(Trust::Confirmed) => &mut self.confirmed,
            Some(Trust::Aged) => &mut self.aged,
            Some(Trust::Reported) => &mut self.reported,
            None => &mut self.retired,
        } += 1;
    }
}

/// Who is known to be in a place: on a platform, on those of an owner, or anywhere.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Presence {
    /// The organisations with an account there, by their surest one in use. Retired are those that are known to
    /// have stopped there.
    pub organisations: Tally,
    /// The organisations of which nothing is known there.
    pub unknown: usize,
    /// The accounts there.
    pub accounts: Tally,
}

impl Presence {
    /// How many organisations were looked at.
    pub fn looked_at(&self) -> usize {
        self.organisations.total() + self.unknown
    }
}

/// The organisations that a filter lets through, with all their accounts.
#[derive(Debug)]
pub struct Selection {
    /// The organisations, in the order of the directory.
    pub organisations: Vec<OrganisationIndex>,
    /// Their kinds, in the same order.
    kinds: Vec<Kind>,
    /// Each account once.
    accounts: Vec<Selected>,
    /// Which organisation speaks through which account, by positions in the two lists.
    held: Vec<(usize, usize)>,
}

/// An account of a selection.
#[derive(Debug, Clone, Copy)]
pub struct Selected {
    /// The account.
    pub account: AccountIndex,
    /// Where it is.
    pub platform: PlatformIndex,
    /// How sure it is, where it is in use.
    pub trust: Option<Trust>,
    /// The kind of its owner, or where that isn't selected of the first that shares it.
    pub kind: Kind,
}

impl Selection {
    /// What a filter lets through. What it asks of accounts decides which organisations are selected; all their
    /// accounts count, as on the channel map.
    pub fn of(directory: &Directory, filter: &Filter, today: Date) -> Self {
        let organisations = filter.organisations(directory, today);
        let kinds = organisations.iter().map(|it| directory.organisation(*it).kind).collect();
        let mut selection = Self { organisations, kinds, accounts: Vec::new(), held: Vec::new() };
        let mut known: HashMap<AccountIndex, usize> = HashMap::new();
        for (holder, index) in selection.organisations.iter().enumerate() {
            for account in directory.accounts_of(*index) {
                let position = *known.entry(account).or_insert_with(|| {
                    let it = directory.account(account);
                    let own = selection.organisations.binary_search(&it.organisation);
                    let kind = selection.kinds.get(own.unwrap_or(holder));
                    let kind = kind.copied().unwrap_or(Kind::Other);
                    let trust = (!it.status.is_retired()).then(|| it.trust(today));
                    let selected = Selected { account, platform: it.platform, trust, kind };
                    selection.accounts.push(selected);
                    selection.accounts.len() - 1
                });
                selection.held.push((holder, position));
            }
        }
        selection
    }

    /// The accounts, each once.
    pub fn accounts(&self) -> &[Selected] {
        &self.accounts
    }

    /// The organisations of which no account is known, used or not, by kind.
    pub fn without_account(&self) -> impl Iterator<Item = (Kind, OrganisationIndex)> + '_ {
        let holders: HashSet<usize> = self.held.iter().map(|(holder, _)| *holder).collect();
        let all = self.kinds.iter().copied().zip(self.organisations.iter().copied());
        let none = all.enumerate().filter(move |(at, _)| !holders.contains(at));
        none.map(|(_, it)| it)
    }

    /// Who is known on platforms, of all organisations or those of a kind. By kind an account counts with its
    /// owner, so that the kinds add up to all.
    pub fn presence(
        &self,
        kind: Option<Kind>,
        is_meant: &dyn Fn(PlatformIndex) -> bool,
    ) -> Presence {
        let is_of_kind = |own: Kind| kind.is_none_or(|kind| kind == own);
        let mut presence = Presence::default();
        for it in self.accounts.iter().filter(|it| is_of_kind(it.kind) && is_meant(it.platform)) {
            presence.accounts.add(it.trust);
        }
        // The surest of each organisation: trust in its order, and behind it what is in use no more.
        let mut surest: Vec<Option<(bool, Option<Trust>)>> = vec![None; self.organisations.len()];
        for (holder, account) in &self.held {
            let account = self.accounts.get(*account).filter(|it| is_meant(it.platform));
            if let (Some(account), Some(best)) = (account, surest.get_mut(*holder)) {
                let rank = (account.trust.is_none(), account.trust);
                *best = Some(best.map_or(rank, |best| best.min(rank)));
            }
        }
        for (_, best) in self.kinds.iter().zip(surest).filter(|(own, _)| is_of_kind(**own)) {
            match best {
                Some((_, trust)) => presence.organisations.add(trust),
                None => presence.unknown += 1,
            }
        }
        presence
    }
}

/// Parts of a whole in whole percents that add up to exactly 100: what rounding down leaves over goes to the
/// largest remainders. All are 0 where there is nothing.
pub fn percents(parts: &[usize]) -> Vec<usize> {
    let all: usize = parts.iter().sum();
    if all == 0 {
        return vec![0; parts.len()];
    }
    let mut percents: Vec<usize> = parts.iter().map(|part| part * 100 / all).collect();
    let left = 100usize.saturating_sub(percents.iter().sum());
    let remainder = |at: &usize| parts.get(*at).map_or(0, |part| part * 100 % all);
    let mut order: Vec<usize> = (0..parts.len()).collect();
    order.compact_sort_by_key(|at| std::cmp::Reverse(remainder(at)));
    for at in order.into_iter().take(left) {
        if let Some(percent) = percents.get_mut(at) {
            *percent += 1;
        }
    }
    percents
}

#[cfg(test)]
mod tests;
