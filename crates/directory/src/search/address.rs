//! Queries that name one account or address rather than describing what is looked for.

use crate::directory::Directory;
use crate::platform::{AddressError, host_of_address};
use crate::search::answer::{Field, Hit};
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

/// What a pasted address leads to: an account, or the organisation behind a website.
pub(super) fn addressed(tables: &Tables, directory: &Directory, text: &str) -> Option<Hit> {
    let text = text.trim();
    if text.contains(char::is_whitespace) || !text.contains(['.', ':', '@']) {
        return None;
    }
    if let Ok(parsed) = directory.platforms.parse_address(text)
        && let Some(account) = directory.account_by(&parsed.account)
    {
        let organisation = directory.account(account).organisation;
        return Some(Hit::direct(organisation, Some(account), Field::Handle));
    }
    // Who writes an `@` means an account or a mailbox, not the site of that name.
    let host = host_of_address(text).filter(|_| !text.contains('@'))?;
    let organisation = tables.by_host(directory, &host)?;
    Some(Hit::direct(organisation, None, Field::Website))
}
