//! Families: organisations whose accounts a citizen expects to be alike.

use std::collections::BTreeSet;

use crate::audit::details::FamilyName;
use crate::directory::{AccountIndex, Directory, Kind, OrganisationIndex};

/// A family.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Family {
    /// All organisations of a kind.
    Kind(Kind),
    /// An organisation and all that falls under it.
    Under(OrganisationIndex),
}

impl Family {
    /// The family with this id: that of a kind, or of an organisation.
    pub fn from_id(directory: &Directory, id: &str) -> Option<Self> {
        let kind = Kind::from_id(id).map(Self::Kind);
        kind.or_else(|| directory.organisation_by_id(id).map(Self::Under))
    }

    /// The id in arguments and in JSON.
    pub fn id(self, directory: &Directory) -> String {
        match self {
            Self::Kind(kind) => kind.id().to_owned(),
            Self::Under(organisation) => directory.organisation(organisation).id.clone(),
        }
    }

    /// What a finding calls it.
    pub fn name(self, directory: &Directory) -> FamilyName {
        match self {
            Self::Kind(kind) => FamilyName::Kind(kind),
            Self::Under(head) => FamilyName::Head(directory.organisation(head).name.clone()),
        }
    }

    /// Its organisations, in the order of the directory.
    pub fn organisations(self, directory: &Directory) -> Vec<OrganisationIndex> {
        match self {
            Self::Kind(kind) => {
                let is_of_kind = |&it: &OrganisationIndex| directory.organisation(it).kind == kind;
                directory.organisation_indexes().filter(is_of_kind).collect()
            }
            Self::Under(head) => {
                let mut found = BTreeSet::from([head]);
                let mut next = vec![head];
                while let Some(organisation) = next.pop() {
                    // A circle of parents ends where it began.
                    next.extend(directory.children_of(organisation).filter(|it| found.insert(*it)));
                }
                found.into_iter().collect()
            }
        }
    }

    /// Their own accounts, in the order of the directory.
    pub fn accounts(self, directory: &Directory) -> Vec<AccountIndex> {
        let of = |organisation| {
            let own = move |account: &AccountIndex| {
                directory.account(*account).organisation == organisation
            };
            directory.accounts_of(organisation).filter(own)
        };
        self.organisations(directory).into_iter().flat_map(of).collect()
    }
}
