//! Audit: are the accounts of a family named, marked and kept as a citizen needs them to be?
//!
//! A [`Finding`] says what stands out, where, how sure that is and what could be done. Each belongs to
//! a [`Rule`], which has an explanation and a source. What a rule can't know it does not find: a
//! badge that nobody has looked at is unknown, never absent.

mod badges;
pub mod baseline;
mod coverage;
pub mod details;
mod display;
mod evidence;
pub mod family;
pub mod mining;
pub mod naming;
pub mod register;
pub mod rule;
#[cfg(test)]
mod sample;
pub mod score;
pub mod spelling;
mod standing;
mod status;
pub mod template;
pub mod terms;

pub use family::Family;
pub use naming::survey::Survey;
pub use naming::table::ConventionTable;
pub use rule::{Details, Rule, Severity};

use std::collections::BTreeSet;
use std::panic::resume_unwind;
use std::thread;

use crate::check::similarity::Similarity;
use crate::directory::{AccountIndex, Date, Directory, Kind, OrganisationIndex};
use crate::platform::PlatformIndex;
use crate::store::sorted;

/// What of a directory is audited.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Scope {
    /// The family that conventions, badges and shares are reckoned in; each kind for itself where none
    /// is given.
    pub family: Option<Family>,
    /// Only organisations of this kind.
    pub kind: Option<Kind>,
    /// Only this organisation and what falls under it.
    pub organisation: Option<OrganisationIndex>,
    /// Only accounts on this platform, and who has none on it.
    pub platform: Option<PlatformIndex>,
    /// Only these rules; all where none is given.
    pub rules: Vec<Rule>,
    /// Only findings of this severity and above.
    pub severity: Option<Severity>,
}

impl Scope {
    /// The families that shares are reckoned in.
    pub fn families(&self) -> Vec<Family> {
        let of_kinds = || Kind::ALL.iter().copied().map(Family::Kind).collect();
        self.family.map_or_else(of_kinds, |family| vec![family])
    }

    /// Whether findings of this rule and severity are asked for.
    fn asks_for(&self, finding: &Finding) -> bool {
        let is_asked = self.rules.is_empty() || self.rules.contains(&finding.rule());
        is_asked && self.severity.is_none_or(|least| finding.severity >= least)
    }

    /// The organisations that findings are asked about, in the order of the directory.
    pub fn organisations(&self, directory: &Directory) -> Vec<OrganisationIndex> {
        let within: Option<BTreeSet<OrganisationIndex>> = self
            .organisation
            .map(|head| Family::Under(head).organisations(directory).into_iter().collect());
        let is_asked = |organisation: &OrganisationIndex| {
            let kind = directory.organisation(*organisation).kind;
            self.kind.is_none_or(|asked| asked == kind)
                && within.as_ref().is_none_or(|within| within.contains(organisation))
        };
        let mut organisations: Vec<OrganisationIndex> = match self.family {
            Some(family) => family.organisations(directory),
            None => directory.organisation_indexes().collect(),
        };
        organisations.retain(is_asked);
        organisations.sort_unstable();
        organisations
    }

    /// Why an audit of a directory can find nothing here, whatever the state of its accounts.
    pub fn emptiness(&self, directory: &Directory) -> Option<Emptiness> {
        let organisations = self.organisations(directory);
        if organisations.is_empty() {
            return Some(Emptiness::NoOrganisation);
        }
        let platform = self.platform?;
        let is_on = |account: AccountIndex| directory.account(account).platform == platform;
        if !directory.account_indexes().any(is_on) {
            return Some(Emptiness::NobodyOnPlatform(platform));
        }
        let is_any_on = |it: &OrganisationIndex| directory.accounts_of(*it).any(is_on);
        let asks_who_has_none = self.rules.is_empty() || self.rules.contains(&Rule::CoverageNone);
        let is_expected = |it: &OrganisationIndex| {
            directory.organisation(*it).ended.is_none() && coverage::is_expected(directory, *it)
        };
        let can_lack = asks_who_has_none && organisations.iter().any(is_expected);
        let is_empty = !can_lack && !organisations.iter().any(is_any_on);
        is_empty.then_some(Emptiness::NoneOfTheseOnPlatform(platform))
    }
}

/// Why nothing is in a scope.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Emptiness {
    /// No organisation is of the kind, the family and under the organisation that are asked for.
    NoOrganisation,
    /// Nobody in the directory is on the platform.
    NobodyOnPlatform(PlatformIndex),
    /// None of the organisations asked about is on the platform, nor is one of a kind that is expected to
    /// be on any.
    NoneOfTheseOnPlatform(PlatformIndex),
}

/// What the rules look at: the directory, and what was reckoned of it once.
#[derive(Debug)]
pub(crate) struct Ground<'a> {
    pub(crate) directory: &'a Directory,
    pub(crate) likeness: &'a Similarity,
    pub(crate) today: Date,
    /// The platform that findings are asked about, where it is one.
    pub(crate) platform: Option<PlatformIndex>,
    /// The families in question, with their accounts in scope.
    pub(crate) families: Vec<(Family, Vec<AccountIndex>)>,
    /// The organisations in scope, in the order of the directory.
    pub(crate) organisations: Vec<OrganisationIndex>,
    /// Their own accounts in scope, in the order of the directory.
    pub(crate) accounts: Vec<AccountIndex>,
}

/// What stands out in a directory, in the order of rules, organisations and accounts.
pub fn audit(
    directory: &Directory,
    likeness: &Similarity,
    today: Date,
    scope: &Scope,
) -> Vec<Finding> {
    let ground = Ground::new(directory, likeness, today, scope);
    let mut findings = found(&ground);
    findings.retain(|finding| scope.asks_for(finding));
    findings.sort_by_cached_key(|finding| {
        let organisation = finding.subject.organisation(directory);
        (finding.rule(), organisation, finding.subject.accounts().to_vec())
    });
    findings
}

/// What a topic finds. It sees the directory and nothing that another topic found: the topics run at once.
type Topic = fn(&Ground<'_>) -> Vec<Finding>;

/// What follows from the findings of all topics, which are given in the order of [`PARTS`].
type Derived = fn(&Ground<'_>, &[Finding]) -> Vec<Finding>;

/// The topics in parts that take about as long as each other in a large directory.
const PARTS: [&[Topic]; 3] = [
    &[naming::findings],
    &[naming::confusable_findings],
    &[
        display::findings,
        badges::findings,
        status::findings,
        coverage::findings,
        evidence::findings,
    ],
];

/// The rules about what other rules propose.
const DERIVED: &[Derived] = &[badges::renamings];

/// The findings of all topics, each part worked out on a thread of its own, and then what follows from
/// them.
fn found(ground: &Ground<'_>) -> Vec<Finding> {
    let of_part =
        |part: &[Topic]| -> Vec<Finding> { part.iter().flat_map(|topic| topic(ground)).collect() };
    let mut findings: Vec<Finding> = thread::scope(|scope| {
        let parts = PARTS.map(|part| scope.spawn(move || of_part(part)));
        let joined = parts.map(|part| part.join().unwrap_or_else(|panic| resume_unwind(panic)));
        joined.into_iter().flatten().collect()
    });
    let derived: Vec<Finding> =
        DERIVED.iter().flat_map(|derive| derive(ground, &findings)).collect();
    findings.extend(derived);
    findings
}

impl<'a> Ground<'a> {
    fn new(directory: &'a Directory, likeness: &'a Similarity, today: Date, scope: &Scope) -> Self {
        let organisations = scope.organisations(directory);
        let is_on = |account: &AccountIndex| {
            scope.platform.is_none_or(|it| directory.account(*account).platform == it)
        };
        let mut ground = Self {
            directory,
            likeness,
            today,
            platform: scope.platform,
            families: Vec::new(),
            organisations,
            accounts: Vec::new(),
        };
        for family in scope.families() {
            let is_asked = |it: &OrganisationIndex| ground.organisations.binary_search(it).is_ok();
            if !family.organisations(directory).iter().any(is_asked) {
                continue;
            }
            let mut accounts = family.accounts(directory);
            accounts.retain(is_on);
            ground.families.push((family, accounts));
        }
        let of = |organisation: &OrganisationIndex| {
            let organisation = *organisation;
            let owned = move |account: &AccountIndex| {
                directory.account(*account).organisation == organisation
            };
            directory.accounts_of(organisation).filter(owned).filter(is_on)
        };
        ground.accounts = ground.organisations.iter().flat_map(of).collect();
        ground
    }

    /// Whether findings about an account are asked for.
    pub(crate) fn asks_for(&self, account: AccountIndex) -> bool {
        let organisation = self.directory.account(account).organisation;
        self.organisations.binary_search(&organisation).is_ok()
    }
}

/// One thing that stands out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The rule that it is a case of, and what was found.
    pub details: Details,
    /// How much it matters: the rule's own severity, or less where there is a good reason for it.
    pub severity: Severity,
    /// How sure it is.
    pub certainty: Certainty,
    /// What it is about.
    pub subject: Subject,
    /// What the handle, address or text could be instead.
    pub proposal: Option<String>,
}

/// How sure a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Certainty {
    /// It follows from what the directory holds.
    Certain,
    /// It holds for nearly all cases like it.
    Likely,
    /// It is worth a look.
    Possible,
}

impl Certainty {
    /// The name in JSON.
    pub fn id(self) -> &'static str {
        match self {
            Self::Certain => "certain",
            Self::Likely => "likely",
            Self::Possible => "possible",
        }
    }
}

/// What a finding is about.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Subject {
    /// An organisation as a whole, perhaps on one platform.
    Organisation(OrganisationIndex, Option<PlatformIndex>),
    /// An account.
    Account(AccountIndex),
    /// Several accounts together, the first of which stands for them.
    Accounts(Vec<AccountIndex>),
    /// A family on a platform.
    Family(Family, PlatformIndex),
    /// An entry of a register extract: its line, and the organisation it was made for, if that is in
    /// the directory.
    Entry(u64, Option<OrganisationIndex>),
}

impl Subject {
    /// The organisation that has to act, where it is one.
    pub fn organisation(&self, directory: &Directory) -> Option<OrganisationIndex> {
        let owner = |account: &AccountIndex| directory.account(*account).organisation;
        match self {
            Self::Organisation(organisation, _) => Some(*organisation),
            Self::Account(account) => Some(owner(account)),
            Self::Accounts(accounts) => accounts.first().map(owner),
            Self::Family(..) => None,
            Self::Entry(_, organisation) => *organisation,
        }
    }
}

impl Subject {
    /// The accounts that it is about.
    pub fn accounts(&self) -> &[AccountIndex] {
        match self {
            Self::Account(account) => std::slice::from_ref(account),
            Self::Accounts(accounts) => accounts,
            Self::Organisation(..) | Self::Family(..) | Self::Entry(..) => &[],
        }
    }
}

impl Finding {
    /// A finding with its rule's own severity.
    pub fn new(details: Details, certainty: Certainty, subject: Subject) -> Self {
        let severity = details.rule().severity();
        Self { details, severity, certainty, subject, proposal: None }
    }

    /// With a name, address or text that it could be instead.
    #[must_use]
    pub(crate) fn proposing(self, proposal: Option<String>) -> Self {
        Self { proposal, ..self }
    }

    /// The rule that it is a case of.
    pub fn rule(&self) -> Rule {
        self.details.rule()
    }

    /// What stays the same of a finding when the directory is reordered or other things in it
    /// change: sixteen hexadecimal digits over the rule, the organisation, and the names of accounts.
    pub fn fingerprint(&self, directory: &Directory) -> String {
        let organisation = self.subject.organisation(directory);
        let id = organisation.map_or("", |it| directory.organisation(it).id.as_str());
        let mut names: Vec<String> = match &self.subject {
            Subject::Organisation(_, None) => Vec::new(),
            Subject::Organisation(_, Some(platform)) => {
                vec![directory.platform(*platform).id().to_owned()]
            }
            Subject::Account(account) => vec![name(directory, *account)],
            Subject::Accounts(accounts) => {
                accounts.iter().map(|&account| name(directory, account)).collect()
            }
            Subject::Family(family, platform) => {
                vec![family.id(directory), directory.platform(*platform).id().to_owned()]
            }
            // Lines move; what was entered does not.
            Subject::Entry(..) => {
                let values = self.details.values();
                values.iter().map(|(_, value)| value.plain().to_owned()).collect()
            }
        };
        names.sort();
        let names = names.join("\n");
        let hash = sorted::hash([self.rule().id().as_bytes(), id.as_bytes(), names.as_bytes()]);
        format!("{hash:016x}")
    }
}

/// An account by its platform and its name there, in the case that the platform ignores. Where a
/// platform keeps several kinds of names apart, one name may be that of two accounts.
fn name(directory: &Directory, account: AccountIndex) -> String {
    let it = directory.account(account);
    let platform = directory.platform(it.platform);
    let Some(name) = it.handle.as_ref().or(it.platform_id.as_ref()) else {
        return format!("{}:{}", platform.id(), it.url);
    };
    let space = platform.rules.names.get(name.space()).map_or("", |space| space.id.as_str());
    format!("{}:{space}:{}", platform.id(), name.key())
}

#[cfg(test)]
mod tests;
