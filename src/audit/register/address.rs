//! What is wrong with the address of an entry.

use crate::audit::details::{
    EntryFacts, EntryOnOldDomain, EntryWithName, EntryWithParameters, MisfiledEntry,
};
use crate::audit::register::entry::EntryContext;
use crate::audit::register::parameters;
use crate::audit::register::repair::Writing;
use crate::audit::{Certainty, Details, Finding};
use crate::directory::AccountIndex;
use crate::platform::{
    AddressError, NotAnAccount, PlatformIndex, Reference, host_of_address, is_under,
};

/// Domains that a platform has left: `x.com` and `threads.com` took their place.
const OLD_DOMAINS: &[&str] = &["twitter.com", "threads.net"];

/// A name of fewer characters than this is no cut-off one.
const CUT_OFF: usize = 6;

/// What stands out in the address.
pub(super) fn findings(cx: &EntryContext<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    if cx.address.writing == Writing::Broken {
        let proposal = match cx.part() {
            _ if cx.reference().is_some() => cx.canonical(),
            _ => address_of(cx, cx.instead()),
        };
        let finding = cx.finding(Certainty::Certain, Details::AddressBroken);
        findings.push(finding.proposing(proposal));
    }
    match &cx.address.parsed {
        Ok(parsed) => {
            findings.extend(misfiled_account(cx, parsed.account.platform));
            match parsed.part {
                Some(what) => findings.push(no_account(cx, what, cx.canonical())),
                None if cx.is_personal() => {
                    let finding = cx.finding(Certainty::Certain, Details::AddressPersonal);
                    findings.push(finding.proposing(cx.canonical()));
                }
                None => findings.extend(of_account(cx, &parsed.account)),
            }
        }
        Err(AddressError::UnknownHost(host)) => findings.extend(misfiled_host(cx, host)),
        Err(
            AddressError::UnknownForm(platform)
            | AddressError::Ambiguous(platform, _)
            | AddressError::BadName(platform, _),
        ) => {
            findings.extend(misfiled_account(cx, *platform));
            findings.push(no_account(cx, NotAnAccount::Page, address_of(cx, cx.instead())));
        }
        Err(AddressError::NotAnAccount(platform, what)) => {
            findings.extend(misfiled_account(cx, *platform));
            findings.push(no_account(cx, *what, address_of(cx, cx.instead())));
        }
        Err(
            AddressError::NotAnAddress
            | AddressError::Disguised(_)
            | AddressError::UserBeforeHost(_),
        ) => {}
    }
    findings
}

/// What stands out in the address of an account's page.
fn of_account(cx: &EntryContext<'_>, account: &Reference) -> Vec<Finding> {
    let mut findings = Vec::new();
    let proposal = cx.canonical();
    let add = |finding: Finding| finding.proposing(proposal.clone());
    findings.extend(cut_off(cx, account));
    if let Some((parameters, certainty)) = parameters::superfluous(cx, account) {
        findings.push(add(cx.finding(certainty, |entry| {
            Details::AddressTracking(EntryWithParameters { entry, parameters })
        })));
    }
    if let Some(domain) = old_domain(&cx.address.text) {
        let domain = domain.to_owned();
        findings.push(add(cx.finding(Certainty::Certain, |entry| {
            Details::AddressOldDomain(EntryOnOldDomain { entry, domain })
        })));
    }
    if cx.address.writing == Writing::Insecure {
        findings.push(add(cx.finding(Certainty::Certain, Details::AddressInsecure)));
    }
    findings
}

/// A page that is no account.
fn no_account(cx: &EntryContext<'_>, what: NotAnAccount, proposal: Option<String>) -> Finding {
    let is_admin = what == NotAnAccount::Admin;
    let details: fn(EntryFacts) -> Details =
        if is_admin { Details::AddressAdmin } else { Details::AddressNoAccount };
    cx.finding(Certainty::Certain, details).proposing(proposal)
}

/// An address of another platform than the one that it is filed under, which is
/// only likely where the directory does not have that one.
fn misfiled_account(cx: &EntryContext<'_>, actual: PlatformIndex) -> Option<Finding> {
    if cx.platforms.contains(&actual) || cx.entry.platform.trim().is_empty() {
        return None;
    }
    let certainty = if cx.filed.is_some() { Certainty::Certain } else { Certainty::Likely };
    let actual = cx.directory.platform(actual).name().to_owned();
    let finding =
        cx.finding(certainty, |entry| Details::AddressMisfiled(MisfiledEntry { entry, actual }));
    Some(finding.proposing(address_of(cx, cx.instead())))
}

/// An address of no platform, under one whose addresses are known.
fn misfiled_host(cx: &EntryContext<'_>, host: &str) -> Option<Finding> {
    let platform = cx.directory.platform(cx.filed?);
    // Anyone can run a server of Mastodon: a host that is not listed can be one.
    let is_federated = platform.rules.names.iter().any(|names| names.address.contains("{host}"));
    let is_server = is_federated && ["/@", "/users/"].iter().any(|it| cx.address.text.contains(it));
    if platform.rules.hosts.is_empty() || is_server {
        return None;
    }
    let actual = host.to_owned();
    let finding = cx.finding(Certainty::Certain, |entry| {
        Details::AddressMisfiled(MisfiledEntry { entry, actual })
    });
    Some(finding.proposing(address_of(cx, cx.instead())))
}

/// An address that stops short of the end of a longer listed one: that of the same organisation, or
/// the one that was typed.
fn cut_off(cx: &EntryContext<'_>, account: &Reference) -> Option<Finding> {
    let name = &account.name;
    if cx.listed().is_some() || name.key().chars().count() < CUT_OFF {
        return None;
    }
    let is_longer = |listed: &AccountIndex| {
        let own = cx.directory.account(*listed);
        own.platform == account.platform
            && own.handle.as_ref().is_some_and(|own| {
                let rest = own.key().strip_prefix(name.key()).unwrap_or_default();
                own.space() == name.space() && is_torn_off(rest)
            })
    };
    let platform = cx.directory.platform(account.platform);
    let typed = platform.parse_name(&cx.entry.typed).ok();
    let typed = typed.map(|name| Reference { platform: account.platform, name });
    let typed = typed.and_then(|it| cx.directory.account_by(&it)).filter(is_longer);
    let mut own = cx.organisation.into_iter().flat_map(|it| cx.directory.accounts_of(it));
    let certainty = if typed.is_some() { Certainty::Likely } else { Certainty::Possible };
    let longer = typed.or_else(|| own.find(is_longer))?;
    let name = cx.directory.account(longer).written(platform);
    let finding =
        cx.finding(certainty, |entry| Details::AddressCutOff(EntryWithName { entry, name }));
    Some(finding.proposing(address_of(cx, Some(longer))))
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

fn address_of(cx: &EntryContext<'_>, account: Option<AccountIndex>) -> Option<String> {
    account.map(|account| cx.directory.account(account).url.clone())
}
