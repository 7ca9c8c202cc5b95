//! Names that could be proposed: valid on the platform, and not another's.

use crate::audit::conventions::spelling::written;
use crate::audit::conventions::template::Template;
use crate::audit::conventions::terms::{SHARED_DOMAIN, chosen_part, own_terms};
use crate::directory::{AccountIndex, Directory};
use crate::platform::{Reference, Wrong};

/// Why a name can't be had.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
pub(in crate::audit) enum ProposalError {
    /// It has too many characters for the platform.
    #[error("the name is too long for the platform")]
    Long,
    /// It has characters that the platform does not allow, or in an order that it does not.
    #[error("the platform does not allow the name")]
    Invalid,
    /// It is that of another listed account.
    #[error("another listed account has the name")]
    Taken,
    /// Nothing is known that a template could be filled with.
    #[error("no name is known for the template")]
    Unknown,
}

/// A template filled with the whole names of an account's organisation, the most telling first.
pub(in crate::audit) fn filled(
    directory: &Directory,
    account: AccountIndex,
    template: &Template,
) -> Vec<String> {
    let organisation = directory.organisation(directory.account(account).organisation);
    let part = chosen_part(directory, account).unwrap_or_default();
    let has_capitals = |text: &str| text.chars().any(char::is_uppercase);
    let keeps_capitals = has_capitals(&part) || has_capitals(&template.to_string());
    let terms = own_terms(organisation, template.slot()).into_iter();
    let names = terms.map(|term| written(term, template.joiner_in_names()));
    let names = names.map(|name| if keeps_capitals { name } else { name.to_lowercase() });
    names.filter(|name| !name.is_empty()).map(|name| template.filled(&name)).collect()
}

/// The first name that an account could bear instead of its own; else why the first can't be had.
pub(in crate::audit) fn proposed(
    directory: &Directory,
    account: AccountIndex,
    candidates: Vec<String>,
) -> Result<String, ProposalError> {
    let mut first = None;
    for candidate in candidates {
        match available(directory, account, &candidate) {
            Ok(Some(name)) => return Ok(name),
            Ok(None) => {}
            Err(unfit) => first = first.or(Some(unfit)),
        }
    }
    Err(first.unwrap_or(ProposalError::Unknown))
}

/// A name as it would stand on the platform of an account, if that can have it and no other listed
/// account does; `None` where the account itself bears it.
pub(in crate::audit) fn available(
    directory: &Directory,
    account: AccountIndex,
    part: &str,
) -> Result<Option<String>, ProposalError> {
    match bearer(directory, account, part)? {
        None => Ok(Some(whole(directory, account, part))),
        Some(other) if other == account => Ok(None),
        Some(_) => Err(ProposalError::Taken),
    }
}

/// Which listed account bears a name on the platform of an account, if the platform can have it.
pub(in crate::audit) fn bearer(
    directory: &Directory,
    account: AccountIndex,
    part: &str,
) -> Result<Option<AccountIndex>, ProposalError> {
    let platform = directory.account(account).platform;
    let name = directory.platform(platform).parse_name(&whole(directory, account, part));
    let name = name.map_err(|error| match error.wrong {
        Wrong::Length(count, allowed) if count > allowed.shortest => ProposalError::Long,
        _ => ProposalError::Invalid,
    })?;
    Ok(directory.account_by(&Reference { platform, name }))
}

/// A name with what the platform of an account adds to it: the host of the account's server, or the
/// platform's own domain.
pub(in crate::audit) fn whole(directory: &Directory, account: AccountIndex, part: &str) -> String {
    let it = directory.account(account);
    let handle = it.handle.as_ref();
    let rules = handle.and_then(|handle| directory.platform(it.platform).name_rules(handle));
    match handle.and_then(|handle| handle.text().split_once('@')) {
        Some((_, host)) => format!("{part}@{host}"),
        None if rules.is_some_and(|rules| rules.is_domain) => format!("{part}{SHARED_DOMAIN}"),
        None => part.to_owned(),
    }
}
