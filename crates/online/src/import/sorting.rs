//! Sorting what a source says by what a directory has.

mod counts;
mod outcomes;

use std::collections::HashMap;

use officieel_directory::directory::{
    AccountIndex, Date, Directory, ForeignIndex, Method, OrganisationIndex,
};
use officieel_directory::platform::Reference;

use super::Source;
use super::address::{Refusal, Resolved};
use super::matching::{Basis, Match, Matcher};
use super::record::{Doubt, Extract};

pub use counts::Counts;
use outcomes::Sorter;
pub use outcomes::{page_of, slug};

/// What an entry means for the directory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AccountOutcome {
    /// The directory lists it with this organisation: evidence that confirms.
    Confirms(AccountIndex),
    /// The directory doesn't list it.
    New,
    /// It is said of the past: the organisation ended, or the entry, or it is deprecated. No statement that it is in use.
    History(Option<AccountIndex>),
    /// The directory lists it with another organisation.
    BelongsToAnother {
        /// The account.
        account: AccountIndex,
        /// Whose it is there.
        owner: OrganisationIndex,
    },
    /// The directory has it as a former handle of this organisation.
    Former(OrganisationIndex),
    /// It is known as an account of another government.
    Foreign(ForeignIndex),
    /// The directory lists it with another immutable id: the name may have another owner now.
    OtherId {
        /// The account.
        account: AccountIndex,
        /// The id that the source has.
        found: String,
    },
    /// It stands a second time with the same organisation.
    Repeated,
    /// Whose it is, a person must say.
    Unclear(Unclear),
    /// It is no account.
    Refused(Refusal),
}

/// Why it is unclear whose an account is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unclear {
    /// The source itself contradicts itself.
    Doubt(Doubt),
    /// The record is of an arrangement, and the account may be that of who keeps it.
    Keeper(Option<OrganisationIndex>),
    /// Which organisation it is, is unclear.
    Organisation,
    /// Other organisations of the source have it too.
    ClaimedByOthers,
    /// It is on a server that is no government's, and its own word is no evidence.
    OwnWord,
}

impl Unclear {
    /// The name of the reason in files for programs.
    pub fn id(&self) -> &'static str {
        match self {
            Self::Doubt(_) => "doubt",
            Self::Keeper(_) => "keeper",
            Self::Organisation => "organisation",
            Self::ClaimedByOthers => "claimed-by-others",
            Self::OwnWord => "own-word",
        }
    }
}

impl AccountOutcome {
    /// The name in files for programs.
    pub fn id(&self) -> &'static str {
        match self {
            Self::Confirms(_) => "confirms",
            Self::New => "new",
            Self::History(_) => "history",
            Self::BelongsToAnother { .. } => "belongs-to-another",
            Self::Former(_) => "former",
            Self::Foreign(_) => "foreign",
            Self::OtherId { .. } => "other-id",
            Self::Repeated => "repeated",
            Self::Unclear(_) => "unclear",
            Self::Refused(_) => "refused",
        }
    }
}

/// Evidence as it would be written into the directory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundEvidence {
    /// The step of the ladder.
    pub method: Method,
    /// The page that says so, where the source has one for it.
    pub url: Option<String>,
    /// The day on which it said so.
    pub seen: Date,
}

/// One entry of a source, sorted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundAccount {
    /// The place of its record in the extract.
    pub record: usize,
    /// The place of its entry in the record.
    pub entry: usize,
    /// The account, where it means one.
    pub resolved: Option<Resolved>,
    /// What it means for the directory.
    pub outcome: AccountOutcome,
    /// An account that the directory lists on the same platform for the organisation, beside which this is new: the
    /// same one by another name, or a second.
    pub beside: Option<AccountIndex>,
    /// The evidence, where the entry confirms or is new.
    pub evidence: Option<FoundEvidence>,
}

/// What a source says otherwise of an organisation than the directory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// It ended on a day, of which the directory knows nothing.
    Ended(Date),
    /// It bears another name.
    Renamed(String),
    /// Its website is on another host.
    Website(String),
}

impl Change {
    /// The name in files for programs.
    pub fn id(&self) -> &'static str {
        match self {
            Self::Ended(_) => "ended",
            Self::Renamed(_) => "renamed",
            Self::Website(_) => "website",
        }
    }
}

/// What an entry of a domain register means for the directory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DomainOutcome {
    /// The directory has it as a site of the organisation.
    Listed,
    /// The directory doesn't have it.
    New,
    /// Its registration ended; whether the directory uses the host of it still.
    Ended {
        /// Whether a site or website of the directory is on it: then whoever registers it next speaks as the organisation.
        is_in_use: bool,
    },
    /// The directory has it as a site of another organisation.
    BelongsToAnother(OrganisationIndex),
}

impl DomainOutcome {
    /// The name in files for programs.
    pub fn id(&self) -> &'static str {
        match self {
            Self::Listed => "listed",
            Self::New => "new",
            Self::Ended { is_in_use: true } => "ended-in-use",
            Self::Ended { is_in_use: false } => "ended",
            Self::BelongsToAnother(_) => "belongs-to-another",
        }
    }
}

/// One domain of a source, sorted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundDomain {
    /// The host.
    pub host: String,
    /// What it means for the directory.
    pub outcome: DomainOutcome,
}

/// One record of a source, sorted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundOrganisation {
    /// Its place in the extract.
    pub record: usize,
    /// Which organisation it is.
    pub matched: Match,
    /// What the source says otherwise than the directory.
    pub changes: Vec<Change>,
    /// Its entries.
    pub accounts: Vec<FoundAccount>,
    /// Its domains.
    pub domains: Vec<FoundDomain>,
}

/// What a source says, sorted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Import {
    /// The source.
    pub source: Source,
    /// The day on which the source said so.
    pub seen: Date,
    /// Its records, in its order.
    pub organisations: Vec<FoundOrganisation>,
    /// How many organisations of the directory have an id of this source and aren't in it. That says nothing of them.
    pub not_mentioned: usize,
}

/// Sorts an extract by what a directory has. `seen` is the day on which the source said so. The directory is not
/// changed, and nothing here lowers what it has.
pub fn sort(source: Source, extract: &Extract, directory: &Directory, seen: Date) -> Import {
    let matcher = Matcher::new(directory);
    let sorter = Sorter { source, extract, directory, matcher: &matcher, seen };
    let mut found: Vec<Match> =
        extract.records.iter().map(|record| sorter.matched(record)).collect();
    if !sorter.lists_accounts() {
        part_merged(&mut found);
    }
    let mut organisations: Vec<FoundOrganisation> = found
        .into_iter()
        .enumerate()
        .map(|(at, matched)| sorter.organisation(at, matched))
        .collect();
    if !sorter.lists_accounts() {
        doubt_claimed_twice(&mut organisations);
    }
    let not_mentioned = sorter.not_mentioned(&organisations);
    Import { source, seen, organisations, not_mentioned }
}

/// Two records are never merged into one organisation unless an id says so.
fn part_merged(matches: &mut [Match]) {
    let mut counts: HashMap<OrganisationIndex, usize> = HashMap::new();
    for organisation in matches.iter().filter_map(Match::organisation) {
        *counts.entry(organisation).or_default() += 1;
    }
    for matched in matches {
        if let Match::Known { organisation, by } = *matched
            && by != Basis::Id
            && counts.get(&organisation).is_some_and(|count| *count > 1)
        {
            *matched = Match::Unclear(vec![organisation]);
        }
    }
}

/// A new account that several records have is that of one of them, and nothing tells of which.
fn doubt_claimed_twice(organisations: &mut [FoundOrganisation]) {
    let mut claims: HashMap<Reference, usize> = HashMap::new();
    for account in organisations.iter().flat_map(|it| &it.accounts) {
        if let (AccountOutcome::New, Some(resolved)) = (&account.outcome, &account.resolved) {
            *claims.entry(resolved.reference.clone()).or_default() += 1;
        }
    }
    for account in organisations.iter_mut().flat_map(|it| &mut it.accounts) {
        let claimed = account.resolved.as_ref().and_then(|it| claims.get(&it.reference));
        if account.outcome == AccountOutcome::New && claimed.is_some_and(|count| *count > 1) {
            account.outcome = AccountOutcome::Unclear(Unclear::ClaimedByOthers);
            account.evidence = None;
        }
    }
}
