//! Queries that name one account or address rather than describing what is looked for.

use crate::directory::{Directory, OwnedSite, Owner, PhoneNumber};
use crate::platform::{AddressError, host_of_address};
use crate::search::answer::{Field, Hit, service_item};
use crate::search::index::entries::former_handles;
use crate::search::index::tables::Tables;

/// Whether a query names one account or address rather than describing what is looked for: a
/// handle with its `@`, or anything that reads as an address.
pub(super) fn names_an_account(directory: &Directory, text: &str) -> bool {
    let text = text.trim();
    let reads_as_address = || match directory.platforms.parse_address(text) {
        // `gem.ams` are two words; with a path or a scheme it is some other site.
        Err(AddressError::NotAnAddress | AddressError::UnknownHost(_)) => {
            text.contains('@') || text.contains("://") || (text.contains('.') && text.contains('/'))
        }
        // On a platform's host, whether it leads to an account or not.
        Ok(_) | Err(_) => true,
    };
    text.starts_with('@') || (!text.contains(char::is_whitespace) && reads_as_address())
}

/// What a pasted address or number leads to: an account, or the organisation behind a site or number.
pub(super) fn addressed(tables: &Tables, directory: &Directory, text: &str) -> Option<Hit> {
    let text = text.trim();
    if let Some(hit) = by_number(directory, text) {
        return Some(hit);
    }
    if text.contains(char::is_whitespace) || !text.contains(['.', ':', '@']) {
        return None;
    }
    if let Ok(parsed) = directory.platforms.parse_address(text)
        && let Some(account) = directory.account_by(&parsed.account)
    {
        let organisation = directory.account(account).organisation;
        return Some(Hit::direct(organisation, Some(account), Field::Handle));
    }
    if let Ok(parsed) = directory.platforms.parse_address(text)
        && let Some(formerly) = directory.formerly(&parsed.account)
    {
        let organisation = formerly.organisation;
        let mut all = former_handles(directory, directory.organisation(organisation));
        let item = all.position(|it| it == formerly.handle).unwrap_or_default();
        let item = u32::try_from(item).unwrap_or(u32::MAX);
        return Some(Hit { item, ..Hit::direct(organisation, None, Field::FormerHandle) });
    }
    // Who writes an `@` means an account or a mailbox, not the site of that name.
    let host = host_of_address(text).filter(|_| !text.contains('@'))?;
    match tables.by_host(directory, &host) {
        Some(organisation) => Some(Hit::direct(organisation, None, Field::Website)),
        None => by_site(directory, &host),
    }
}

/// Whose site a host is, that of a service first: people know it by that name.
fn by_site(directory: &Directory, host: &str) -> Option<Hit> {
    let all = directory.sites_on_host(host);
    let is_own = |it: &&OwnedSite<'_>| it.site.path.is_none() && !it.site.is_shared;
    let is_service = |it: &&OwnedSite<'_>| matches!(it.owner, Owner::Service(_));
    let own = || all.iter().filter(is_own);
    let found = own().find(is_service).or_else(|| own().next())?;
    let organisation = directory.organisation_of(found.owner)?;
    let at = || directory.sites_of(found.owner).iter().position(|site| site == found.site);
    Some(match found.owner {
        Owner::Service(service) => {
            Hit::of_item(organisation, Field::Service, service_item(service, 0))
        }
        Owner::Organisation(_) => {
            Hit::of_item(organisation, Field::Website, behind_the_first(at()?))
        }
    })
}

/// Whose telephone number it is, in any spelling.
fn by_number(directory: &Directory, text: &str) -> Option<Hit> {
    let number = PhoneNumber::read(text)?;
    let all = directory.phones_with(&number);
    let organisation = |owner| directory.organisation_of(owner);
    let found = all.iter().find(|it| organisation(it.owner).is_some())?;
    let phones = directory.phones_of(found.owner);
    let at = found.phone.and_then(|phone| phones.iter().position(|it| it == phone));
    let organisation = organisation(found.owner)?;
    Some(match found.owner {
        Owner::Service(service) => {
            Hit::of_item(organisation, Field::Service, service_item(service, 0))
        }
        Owner::Organisation(_) => {
            Hit::of_item(organisation, Field::Phone, at.map_or(0, behind_the_first))
        }
    })
}

/// The item of what stands at a place of a list, behind the one that an organisation has in the first place.
fn behind_the_first(position: usize) -> u32 {
    u32::try_from(position).map_or(u32::MAX, |at| at.saturating_add(1))
}
