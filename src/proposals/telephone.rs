//! Telephone numbers: accounts that are one, and those of organisations that would be new. Whoever answers there is believed
//! to be the organisation, so that no page that is only named is enough for one.

use crate::directory::{Directory, PhoneNumber};
use crate::platform::Reference;

use super::{Case, Kind, Subject};

/// Whether a proposal would lead to a telephone number that the directory doesn't list with its organisation.
pub(super) fn is_unlisted(directory: &Directory, subject: &Subject, case: &Case) -> bool {
    if subject.kind == Kind::OrganisationNew {
        // Whether anybody has the number already says nothing of one that isn't listed yet.
        return case.profile.as_ref().is_some_and(|it| it.phone.is_some());
    }
    let Some(target) = target(directory, subject, case) else { return false };
    if !directory.platform(target.platform).is_telephone_number(&target.name) {
        return false;
    }
    let organisation = directory.organisation_by_id(&subject.organisation);
    let account = directory.account_by(&target).map(|it| directory.account(it).organisation);
    let number = PhoneNumber::read(&format!("+{}", target.name.text()));
    let phones = number.iter().flat_map(|it| directory.phones_with(it));
    let mut owners = phones.filter_map(|it| directory.organisation_of(it.owner)).chain(account);
    organisation.is_none_or(|own| !owners.any(|it| it == own))
}

/// The account that readers would be led to.
fn target(directory: &Directory, subject: &Subject, case: &Case) -> Option<Reference> {
    let addressed = |address: &str| Some(directory.platforms.parse_address(address).ok()?.account);
    let named = |name: &str| {
        let platform = directory.platforms.by_id(subject.platform.as_deref()?)?;
        let name = directory.platform(platform).parse_name(name).ok()?;
        Some(Reference { platform, name })
    };
    match subject.kind {
        Kind::New => {
            let account = subject.account.as_deref().and_then(named);
            account.or_else(|| case.url.as_deref().and_then(addressed))
        }
        Kind::Renamed => subject.value.as_deref().and_then(named),
        Kind::Moved => subject.value.as_deref().and_then(addressed),
        _ => None,
    }
}
