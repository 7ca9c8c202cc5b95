//! What is wrong with the address of an entry.

use crate::audit::details::{
    EntryFacts, EntryOnOldDomain, EntryWithName, EntryWithParameters, MisfiledEntry,
};
use crate::audit::register::entry::Look;
use crate::audit::register::parameters;
use crate::audit::register::repair::Writing;
use crate::audit::{Certainty, Details, Finding};
use crate::directory::AccountIndex;
use crate::platform::{
    AddressFault, NotAnAccount, PlatformIndex, Reference, host_of_address, is_under,
};

/// Domains that a platform has left: `x.com` and `threads.com` took their place.
const OLD_DOMAINS: &[&str] = &["twitter.com", "threads.net"];

/// A name of fewer characters than this is no cut-off one.
const CUT_OFF: usize = 6;

/// What stands out in the address.
pub(super) fn findings(look: &Look<'_>, out: &mut Vec<Finding>) {
    if look.address.writing == Writing::Broken {
        let proposal = match look.part() {
            _ if look.reference().is_some() => look.canonical(),
            _ => address_of(look, look.instead()),
        };
        let finding = look.finding(Certainty::Certain, Details::AddressBroken);
        out.push(finding.proposing(proposal));
    }
    match &look.address.parsed {
        Ok(parsed) => {
            misfiled_account(look, parsed.account.platform, out);
            match parsed.part {
                Some(what) => out.push(no_account(look, what, look.canonical())),
                None if look.is_personal() => {
                    let finding = look.finding(Certainty::Certain, Details::AddressPersonal);
                    out.push(finding.proposing(look.canonical()));
                }
                None => of_account(look, &parsed.account, out),
            }
        }
        Err(AddressFault::UnknownHost(host)) => out.extend(misfiled_host(look, host)),
        Err(
            AddressFault::UnknownForm(platform)
            | AddressFault::Ambiguous(platform, _)
            | AddressFault::BadName(platform, _),
        ) => {
            misfiled_account(look, *platform, out);
            out.push(no_account(look, NotAnAccount::Page, address_of(look, look.instead())));
        }
        Err(AddressFault::NotAnAccount(platform, what)) => {
            misfiled_account(look, *platform, out);
            out.push(no_account(look, *what, address_of(look, look.instead())));
        }
        Err(
            AddressFault::NotAnAddress
            | AddressFault::Disguised(_)
            | AddressFault::UserBeforeHost(_),
        ) => {}
    }
}

/// What stands out in the address of an account's page.
fn of_account(look: &Look<'_>, account: &Reference, out: &mut Vec<Finding>) {
    let proposal = look.canonical();
    let add = |finding: Finding| finding.proposing(proposal.clone());
    out.extend(cut_off(look, account));
    if let Some((parameters, certainty)) = parameters::superfluous(look, account) {
        out.push(add(look.finding(certainty, |entry| {
            Details::AddressTracking(EntryWithParameters { entry, parameters })
        })));
    }
    if let Some(domain) = old_domain(&look.address.text) {
        let domain = domain.to_owned();
        out.push(add(look.finding(Certainty::Certain, |entry| {
            Details::AddressOldDomain(EntryOnOldDomain { entry, domain })
        })));
    }
    if look.address.writing == Writing::Insecure {
        out.push(add(look.finding(Certainty::Certain, Details::AddressInsecure)));
    }
}

/// A page that is no account.
fn no_account(look: &Look<'_>, what: NotAnAccount, proposal: Option<String>) -> Finding {
    let is_admin = what == NotAnAccount::Admin;
    let details: fn(EntryFacts) -> Details =
        if is_admin { Details::AddressAdmin } else { Details::AddressNoAccount };
    look.finding(Certainty::Certain, details).proposing(proposal)
}

/// An address of another platform than the one that it is filed under, which is
/// only likely where the directory does not have that one.
fn misfiled_account(look: &Look<'_>, actual: PlatformIndex, out: &mut Vec<Finding>) {
    if look.platforms.contains(&actual) || look.entry.platform.trim().is_empty() {
        return;
    }
    let certainty = if look.filed.is_some() { Certainty::Certain } else { Certainty::Likely };
    let actual = look.directory.platform(actual).name().to_owned();
    let finding =
        look.finding(certainty, |entry| Details::AddressMisfiled(MisfiledEntry { entry, actual }));
    out.push(finding.proposing(address_of(look, look.instead())));
}

/// An address of no platform, under one whose addresses are known.
fn misfiled_host(look: &Look<'_>, host: &str) -> Option<Finding> {
    let platform = look.directory.platform(look.filed?);
    // Anyone can run a server of Mastodon: a host that is not listed can be one.
    let is_federated = platform.rules.names.iter().any(|names| names.address.contains("{host}"));
    let is_server =
        is_federated && ["/@", "/users/"].iter().any(|it| look.address.text.contains(it));
    if platform.rules.hosts.is_empty() || is_server {
        return None;
    }
    let actual = host.to_owned();
    let finding = look.finding(Certainty::Certain, |entry| {
        Details::AddressMisfiled(MisfiledEntry { entry, actual })
    });
    Some(finding.proposing(address_of(look, look.instead())))
}

/// An address that stops short of the end of a longer listed one: that of the same organisation, or
/// the one that was typed.
fn cut_off(look: &Look<'_>, account: &Reference) -> Option<Finding> {
    let name = &account.name;
    if look.listed().is_some() || name.key().chars().count() < CUT_OFF {
        return None;
    }
    let is_longer = |listed: &AccountIndex| {
        let own = look.directory.account(*listed);
        own.platform == account.platform
            && own.handle.as_ref().is_some_and(|own| {
                let rest = own.key().strip_prefix(name.key()).unwrap_or_default();
                own.space() == name.space() && is_torn_off(rest)
            })
    };
    let platform = look.directory.platform(account.platform);
    let typed = platform.parse_name(&look.entry.typed).ok();
    let typed = typed.map(|name| Reference { platform: account.platform, name });
    let typed = typed.and_then(|it| look.directory.account_by(&it)).filter(is_longer);
    let mut own = look.organisation.into_iter().flat_map(|it| look.directory.accounts_of(it));
    let certainty = if typed.is_some() { Certainty::Likely } else { Certainty::Possible };
    let longer = typed.or_else(|| own.find(is_longer))?;
    let name = look.directory.account(longer).written(platform);
    let finding =
        look.finding(certainty, |entry| Details::AddressCutOff(EntryWithName { entry, name }));
    Some(finding.proposing(address_of(look, Some(longer))))
}

/// Whether what a longer name has more is the rest of a word rather than a word or sign of its own.
fn is_torn_off(rest: &str) -> bool {
    let is_number = rest.chars().all(|c| c.is_ascii_digit());
    rest.starts_with(char::is_alphanumeric) && !is_number && rest != "nl"
}

/// The left domain that an address is on.
fn old_domain(address: &str) -> Option<&'static str> {
    let host = host_of_address(address)?;
    OLD_DOMAINS.iter().copied().find(|domain| is_under(&host, domain))
}

fn address_of(look: &Look<'_>, account: Option<AccountIndex>) -> Option<String> {
    account.map(|account| look.directory.account(account).url.clone())
}
