//! Proposals that would lead readers to another site or account: to the organisation's own, or to a stranger's.

use url::Url;

use crate::directory::{Directory, Method, OrganisationIndex};

use super::own_page::{is_of_family, is_own};
use super::website::bare_account;
use super::{Case, Kind, Subject};

/// What a proposal would lead to that nothing of the organisation's own leads to: a host, or the account as it is proposed;
/// `None` where it leads nowhere else, or to the organisation's own.
pub(super) fn stranger(directory: &Directory, subject: &Subject, case: &Case) -> Option<String> {
    if subject.kind == Kind::New {
        return strange_site(directory, subject, case);
    }
    let (organisation, target) = led_to(directory, subject)?;
    let is_target = |href: &str| match subject.kind {
        Kind::WebsiteMoved => host(href) == host(target),
        Kind::Moved => is_same_account(directory, href, target),
        _ => names(directory, subject, href, target),
    };
    let is_own = is_known(directory, organisation, subject, target)
        || is_shown(directory, organisation, case, target, &is_target);
    if is_own { None } else { Some(host(target).unwrap_or_else(|| target.to_owned())) }
}

/// Whether a proposal would lead somewhere else, and only a page of the organisation that it names is said to lead there: the
/// directory doesn't have what it leads to.
pub(super) fn is_only_shown(directory: &Directory, subject: &Subject, case: &Case) -> bool {
    if subject.kind == Kind::OrganisationNew {
        return case.url.is_some();
    }
    led_to(directory, subject).is_some_and(|(organisation, target)| {
        !is_known(directory, organisation, subject, target)
            && stranger(directory, subject, case).is_none()
    })
}

/// What readers of an organisation would be led to instead, where a proposal would do that.
fn led_to<'s>(directory: &Directory, subject: &'s Subject) -> Option<(OrganisationIndex, &'s str)> {
    let is_meant = matches!(subject.kind, Kind::WebsiteMoved | Kind::Moved | Kind::Renamed);
    let organisation = directory.organisation_by_id(&subject.organisation)?;
    subject.value.as_deref().filter(|_| is_meant).map(|target| (organisation, target))
}

/// Whether the directory has what a proposal leads to with its organisation already.
fn is_known(
    directory: &Directory,
    organisation: OrganisationIndex,
    subject: &Subject,
    target: &str,
) -> bool {
    match subject.kind {
        Kind::WebsiteMoved => is_own_site(directory, organisation, target),
        Kind::Moved => is_listed(directory, organisation, target),
        _ => false,
    }
}

/// The host of an account that is nothing but an address on no site of the organisation. Whatever page shows it may show the
/// sites of others as well.
fn strange_site(directory: &Directory, subject: &Subject, case: &Case) -> Option<String> {
    let address = bare_account(directory, subject, case)?;
    let organisation = directory.organisation_by_id(&subject.organisation);
    let is_own = organisation.is_some_and(|it| is_of_family(directory, it, address));
    if is_own { None } else { Some(host(address).unwrap_or_else(|| address.to_owned())) }
}

fn host(address: &str) -> Option<String> {
    let url = Url::parse(address).ok()?;
    Some(url.host_str()?.trim_start_matches("www.").to_owned())
}

/// Whether an address is on the host of the organisation's website, or on another site of its own.
fn is_own_site(directory: &Directory, organisation: OrganisationIndex, target: &str) -> bool {
    let website = directory.organisation(organisation).website.as_deref().and_then(host);
    let is_same_host = website.is_some() && website == host(target);
    is_same_host || is_own(directory, organisation, target)
}

/// Whether the directory lists the account behind an address with the organisation already.
fn is_listed(directory: &Directory, organisation: OrganisationIndex, target: &str) -> bool {
    let account = directory.platforms.parse_address(target).ok().map(|it| it.account);
    let listed = account.and_then(|it| directory.account_by(&it));
    listed.is_some_and(|it| directory.account(it).organisation == organisation)
}

/// Whether a page of the organisation itself was seen that shows the target. Where it is not told what the page has, its
/// own words are what counts: without them anybody could name any page.
fn is_shown(
    directory: &Directory,
    organisation: OrganisationIndex,
    case: &Case,
    target: &str,
    is_target: &dyn Fn(&str) -> bool,
) -> bool {
    let is_told = |text: &str| tells(text, target);
    case.evidence.iter().any(|it| {
        let is_its_word = matches!(it.method, Method::OfficialSite | Method::TwoWay);
        let is_shown = match &it.href {
            Some(href) => is_target(href),
            None => is_its_word && it.excerpt.as_deref().is_some_and(is_told),
        };
        is_shown && is_of_family(directory, organisation, &it.url)
    })
}

/// Whether words tell an address, or a handle with its sign: one without it may as well be a word.
fn tells(text: &str, target: &str) -> bool {
    let is_address = target.contains("://");
    let bare =
        |it: &str| it.trim_start_matches("https://").trim_start_matches("www.").to_lowercase();
    let ends = |c: char| matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | ')' | ']' | '/' | '>');
    let begins = |c: char| matches!(c, '(' | '[' | '<');
    let wanted = bare(target);
    text.split(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '|')).any(|word| {
        let word = word.trim_start_matches(begins).trim_end_matches(ends);
        if is_address {
            bare(word) == wanted.trim_end_matches(ends)
        } else {
            word.strip_prefix('@')
                .is_some_and(|it| it.to_lowercase() == wanted.trim_start_matches('@'))
        }
    })
}

fn is_same_account(directory: &Directory, href: &str, target: &str) -> bool {
    let account = |address| directory.platforms.parse_address(address).ok().map(|it| it.account);
    href == target || account(target).is_some_and(|it| account(href) == Some(it))
}

/// Whether an address is that of the account under its other name.
fn names(directory: &Directory, subject: &Subject, href: &str, name: &str) -> bool {
    let platform = subject.platform.as_deref().and_then(|it| directory.platforms.by_id(it));
    let parsed = directory.platforms.parse_address(href).ok().map(|it| it.account);
    platform.zip(parsed).is_some_and(|(platform, account)| {
        let wanted = directory.platform(platform).parse_name(name).ok();
        account.platform == platform && Some(account.name) == wanted
    })
}
