//! Numbers that add up.

use super::{AccountOutcome, Change, DomainOutcome, FoundOrganisation, Import};
use crate::import::matching::Match;

macro_rules! counts {
    ($($(#[$doc:meta])* $name:ident,)*) => {
        /// How many of what there are in an import.
        #[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
        pub struct Counts { $($(#[$doc])* pub $name: usize,)* }
    };
}

counts! {
    /// Records in all: known, new, unclear and in conflict together.
    records,
    /// Records of organisations that the directory has.
    known,
    /// Records of organisations that it doesn't have.
    new_organisations,
    /// Records of which it is unclear whose they are.
    unclear_organisations,
    /// Records whose ids are those of different organisations.
    conflicts,
    /// Of the known: ended, and the directory doesn't say so.
    ended,
    /// Of the known: under another name.
    renamed,
    /// Of the known: with another website.
    moved_websites,
    /// Entries of accounts in all: the eight below together.
    accounts,
    /// Entries that confirm an account.
    confirmed,
    /// Entries of accounts that the directory doesn't list.
    new_accounts,
    /// Entries of the past.
    history,
    /// Entries that the directory lists with another organisation, another government or another id.
    contradicted,
    /// Entries that the directory has as former handles.
    former,
    /// Entries that stand there twice.
    repeated,
    /// Entries of which it is unclear whose they are.
    unclear_accounts,
    /// Entries that are no account.
    refused,
    /// Domains in all: the four below together.
    domains,
    /// Domains that the directory has.
    listed_domains,
    /// Domains that it doesn't have.
    new_domains,
    /// Domains that it has for another organisation.
    contradicted_domains,
    /// Domains whose registration ended.
    ended_domains,
    /// Of these: those that the directory still uses.
    ended_domains_in_use,
}

impl Counts {
    /// The counts of an import.
    pub fn of(import: &Import) -> Self {
        let mut counts = Self::default();
        for organisation in &import.organisations {
            counts.add(organisation);
        }
        counts
    }

    fn add(&mut self, found: &FoundOrganisation) {
        self.records += 1;
        *match found.matched {
            Match::Known { .. } => &mut self.known,
            Match::New => &mut self.new_organisations,
            Match::Unclear(_) => &mut self.unclear_organisations,
            Match::Conflict(_) => &mut self.conflicts,
        } += 1;
        for change in &found.changes {
            *match change {
                Change::Ended(_) => &mut self.ended,
                Change::Renamed(_) => &mut self.renamed,
                Change::Website(_) => &mut self.moved_websites,
            } += 1;
        }
        for account in &found.accounts {
            self.accounts += 1;
            *self.of_outcome(&account.outcome) += 1;
        }
        for domain in &found.domains {
            self.domains += 1;
            *match domain.outcome {
                DomainOutcome::Listed => &mut self.listed_domains,
                DomainOutcome::New => &mut self.new_domains,
                DomainOutcome::Ended { .. } => &mut self.ended_domains,
                DomainOutcome::BelongsToAnother(_) => &mut self.contradicted_domains,
            } += 1;
            self.ended_domains_in_use +=
                usize::from(domain.outcome == DomainOutcome::Ended { is_in_use: true });
        }
    }

    fn of_outcome(&mut self, outcome: &AccountOutcome) -> &mut usize {
        match outcome {
            AccountOutcome::Confirms(_) => &mut self.confirmed,
            AccountOutcome::New => &mut self.new_accounts,
            AccountOutcome::History(_) => &mut self.history,
            AccountOutcome::BelongsToAnother { .. }
            | AccountOutcome::Foreign(_)
            | AccountOutcome::OtherId { .. } => &mut self.contradicted,
            AccountOutcome::Former(_) => &mut self.former,
            AccountOutcome::Repeated => &mut self.repeated,
            AccountOutcome::Unclear(_) => &mut self.unclear_accounts,
            AccountOutcome::Refused(_) => &mut self.refused,
        }
    }

    /// Whether every record, entry and domain is counted once.
    pub fn add_up(&self) -> bool {
        let records =
            self.known + self.new_organisations + self.unclear_organisations + self.conflicts;
        let accounts = self.confirmed
            + self.new_accounts
            + self.history
            + self.contradicted
            + self.former
            + self.repeated
            + self.unclear_accounts
            + self.refused;
        let domains =
            self.listed_domains + self.new_domains + self.contradicted_domains + self.ended_domains;
        (records, accounts, domains) == (self.records, self.accounts, self.domains)
    }
}
