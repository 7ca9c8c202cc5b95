//! Telephone numbers: whose one is, in any spelling, and what makes of one another.

mod oddity;

use super::Instead;
use crate::directory::{self, Directory, OrganisationIndex, Owner, PhoneNumber, Urgency};
pub use oddity::PhoneOddity;
pub(super) use oddity::{codes, extension, oddity};

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
    /// Whether it is the number to call where a life is in danger.
    pub fn is_emergency(&self, directory: &Directory) -> bool {
        match self.owner {
            Owner::Service(it) => directory.service(it).urgency == Some(Urgency::Emergency),
            Owner::Organisation(_) => false,
        }
    }

    /// The organisation that has it or answers for the service which does; of several, none, nor of an
    /// emergency number, which is that of all who come.
    pub fn organisation(&self, directory: &Directory) -> Option<OrganisationIndex> {
        if self.is_emergency(directory) {
            return None;
        }
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

/// What a text is, where it reads as a telephone number.
pub(super) fn read(directory: &Directory, text: &str) -> Option<Instead> {
    if let Some(phone) = listed(directory, text) {
        return Some(Instead::Phone(phone));
    }
    let number = PhoneNumber::read(text);
    match oddity::country_and_number(text) {
        // `[+31] 088 …` is what it says.
        Some((PhoneNumber::DUTCH, rest)) if number.is_none() => {
            let plain = format!("+{} {rest}", PhoneNumber::DUTCH);
            if let Some(phone) = listed(directory, &plain) {
                return Some(Instead::Phone(phone));
            }
            if is_possible(&plain) {
                return Some(Instead::UnlistedPhone);
            }
        }
        Some((PhoneNumber::DUTCH, _)) | None => {}
        Some((_, rest)) => {
            let is_ours = listed(directory, rest).is_some();
            if is_ours || number.is_none() && is_possible(rest) {
                return Some(Instead::OddPhone(PhoneOddity::Context));
            }
        }
    }
    match number {
        Some(number) if number.fits_plan() => Some(Instead::UnlistedPhone),
        // Digits are the name of an account, too; not where a telephone dials them.
        Some(_) if oddity::behind_scheme(text).is_none() => None,
        _ => oddity(text).map(Instead::OddPhone),
    }
}

/// Whether a text is a number of the plan.
fn is_possible(text: &str) -> bool {
    PhoneNumber::read(text).is_some_and(|number| number.fits_plan())
}

/// The known number that a text is.
fn listed(directory: &Directory, text: &str) -> Option<KnownPhone> {
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
