//! Telephone numbers that the directory knows, in any spelling.

use crate::directory::{self, Directory, OrganisationIndex, Owner, PhoneNumber};

/// A telephone number that the directory knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownPhone {
    /// Whose it is; where it is that of several, the one who is meant most likely.
    pub owner: Owner,
    /// Its place among the numbers of its owner; none where it is only known as the general one.
    pub entry: Option<usize>,
    /// Who else has it.
    pub others: Vec<Owner>,
}

impl KnownPhone {
    /// The organisation that has it or answers for the service which does; of several, none.
    pub fn organisation(&self, directory: &Directory) -> Option<OrganisationIndex> {
        let is_other = |it: &Owner| matches!(it, Owner::Organisation(_));
        match self.owner {
            Owner::Organisation(_) if self.others.iter().any(is_other) => None,
            owner => directory.organisation_of(owner),
        }
    }

    /// What the directory says of it, with its evidence.
    pub fn listed<'d>(&self, directory: &'d Directory) -> Option<&'d directory::Phone> {
        directory.phones_of(self.owner).get(self.entry?)
    }
}

/// The known number that a text is.
pub(super) fn listed(directory: &Directory, text: &str) -> Option<KnownPhone> {
    let number = PhoneNumber::read(text)?;
    let all = directory.phones_with(&number);
    let found = all.first()?;
    let phones = directory.phones_of(found.owner);
    let mut others: Vec<Owner> = all.iter().map(|it| it.owner).collect();
    // Who answers for a service is no other than it.
    let answers_for = directory.organisation_of(found.owner);
    let is_same =
        |other: &Owner| matches!(*other, Owner::Organisation(it) if Some(it) == answers_for);
    others.retain(|other| *other != found.owner && !is_same(other));
    others.dedup();
    let entry = found.phone.and_then(|phone| phones.iter().position(|it| it == phone));
    Some(KnownPhone { owner: found.owner, entry, others })
}
