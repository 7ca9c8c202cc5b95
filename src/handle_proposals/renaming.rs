//! What it costs to give an account another name.

use std::collections::BTreeSet;

use super::Request;
use crate::directory::{AccountIndex, Directory, Evidence};
use crate::platform::page_of_address;

/// An account that could be renamed, and what that would leave behind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rename {
    /// The account.
    pub account: AccountIndex,
    /// How many listed pages and accounts name it, and would then lead nowhere, or to a stranger.
    pub named_by: usize,
}

/// The accounts of the bodies on the platform that are in use and have a name.
pub(super) fn renames(directory: &Directory, request: &Request<'_>) -> Vec<Rename> {
    let accounts = request.organisations.iter().flat_map(|&organisation| {
        let own = move |it: &AccountIndex| directory.account(*it).organisation == organisation;
        directory.accounts_of(organisation).filter(own)
    });
    let is_renamed = |it: &AccountIndex| {
        let account = directory.account(*it);
        account.platform == request.platform
            && account.handle.is_some()
            && !account.status.is_retired()
    };
    let rename = |account| Rename { account, named_by: named_by(directory, account) };
    accounts.filter(is_renamed).map(rename).collect()
}

/// The pages that show whose the account is, and the listed accounts that send their followers to it.
fn named_by(directory: &Directory, account: AccountIndex) -> usize {
    let it = directory.account(account);
    let stands = |evidence: &&Evidence| evidence.is_claim();
    let pages: BTreeSet<&str> =
        it.evidence.iter().filter(stands).map(|it| it.url.as_str()).collect();
    let page = page_of_address(&it.url);
    let leads_there = |successor: &str| page.is_some() && page_of_address(successor) == page;
    let successors = directory.accounts().filter_map(|it| it.successor.as_deref());
    pages.len() + successors.filter(|it| leads_there(it)).count()
}
