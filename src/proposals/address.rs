//! Whether the addresses that a proposal shows are of the account that it names: whoever looks at it opens those.

use crate::directory::{Account, Directory};
use crate::platform::page_of_address;

use super::{Case, Kind, Subject};

/// Whether all addresses of a proposal, its own and those that its evidence has, lead to the account that it names; of
/// one that would be called otherwise or continue elsewhere, to that as well.
pub(super) fn all_of_account(
    directory: &Directory,
    account: &Account,
    subject: &Subject,
    case: &Case,
) -> bool {
    let is_it = |address: &str| leads_to(directory, account, address);
    let is_value = |address: &str| {
        let value = subject.value.as_deref().unwrap_or_default();
        match subject.kind {
            Kind::Moved => is_same(directory, address, value),
            Kind::Renamed => {
                let platform = directory.platform(account.platform);
                let name = platform.parse_name(value);
                name.is_ok_and(|name| is_same(directory, address, &platform.address_of(&name)))
            }
            _ => false,
        }
    };
    // Beside what became of an account stands what is there now: that may be anybody's, and is what was seen.
    let is_shown = matches!(subject.kind, Kind::New | Kind::Confirms);
    let hrefs = case.evidence.iter().filter(|_| is_shown).filter_map(|it| it.href.as_deref());
    case.url.iter().all(|url| is_it(url) || is_value(url))
        && hrefs.filter_map(absolute).all(|href| is_it(&href))
}

/// An address as a page has it, where it says by itself where it leads.
fn absolute(href: &str) -> Option<String> {
    let href = href.trim();
    if let Some(rest) = href.strip_prefix("//") {
        return Some(format!("https://{rest}"));
    }
    let scheme = href.split_once("://").map(|(scheme, _)| scheme.to_ascii_lowercase());
    matches!(scheme.as_deref(), Some("http" | "https")).then(|| href.to_owned())
}

fn leads_to(directory: &Directory, account: &Account, address: &str) -> bool {
    match directory.platforms.parse_address(address) {
        Ok(parsed) => account.references().any(|own| own == parsed.account),
        Err(_) => is_page(address, &account.url),
    }
}

fn is_same(directory: &Directory, one: &str, other: &str) -> bool {
    let account = |address| directory.platforms.parse_address(address).ok().map(|it| it.account);
    account(one).is_some_and(|it| account(other) == Some(it)) || is_page(one, other)
}

fn is_page(one: &str, other: &str) -> bool {
    page_of_address(one).is_some_and(|page| page_of_address(other) == Some(page))
}
