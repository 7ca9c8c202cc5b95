//! What an audit finds.

use super::{Details, Family, Rule, Severity};
use crate::compact_sort::CompactSort;
use crate::directory::{AccountIndex, Directory, OrganisationIndex};
use crate::platform::PlatformIndex;
use crate::store::sorted;

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
        names.compact_sort();
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
