//! Which other listed body a name could be taken for.

use super::Request;
use crate::check::similarity::{Original, Similarity, is_typo_of};
use crate::directory::{AccountIndex, Directory};
use crate::platform::AccountName;

/// The listed account of another body on the platform that a name is easily taken for.
///
/// A look-alike of the body's own account is none of another's; then the others are looked through, for
/// a name may resemble both.
pub(super) fn other(
    directory: &Directory,
    similarity: &Similarity,
    request: &Request<'_>,
    name: &AccountName,
) -> Option<AccountIndex> {
    let is_other = |account: AccountIndex| {
        let owner = directory.account(account).organisation;
        !request.organisations.contains(&owner) && !request.left_out.contains(&owner)
    };
    let resembled = similarity.resembled(directory, name.text(), &[request.platform]);
    let of = resembled.and_then(|it| match it.of {
        Original::Account(account) => Some(account),
        Original::Name(_) => None,
    });
    of.filter(|it| is_other(*it)).or_else(|| {
        let is_near = |&index: &AccountIndex| {
            let account = directory.account(index);
            let handle = account.handle.as_ref().map(AccountName::text);
            account.platform == request.platform
                && is_other(index)
                && handle.is_some_and(|handle| is_typo_of(name.text(), handle))
        };
        directory.account_indexes().find(is_near)
    })
}
