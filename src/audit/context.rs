//! What the rules look at.

use super::{Family, Scope};
use crate::check::similarity::Similarity;
use crate::directory::{AccountIndex, Date, Directory, OrganisationIndex};
use crate::platform::PlatformIndex;

/// What the rules look at: the directory, and what was reckoned of it once.
#[derive(Debug)]
pub(crate) struct Context<'a> {
    pub(crate) directory: &'a Directory,
    pub(crate) similarity: &'a Similarity,
    pub(crate) today: Date,
    /// The platform that findings are asked about, where it is one.
    pub(crate) platform: Option<PlatformIndex>,
    /// The families in question, with their accounts in scope.
    pub(crate) families: Vec<(Family, Vec<AccountIndex>)>,
    /// The organisations in scope, in the order of the directory.
    pub(crate) organisations: Vec<OrganisationIndex>,
    /// Their own accounts in scope, in the order of the directory.
    pub(crate) accounts: Vec<AccountIndex>,
}

impl<'a> Context<'a> {
    pub(super) fn new(
        directory: &'a Directory,
        similarity: &'a Similarity,
        today: Date,
        scope: &Scope,
    ) -> Self {
        let organisations = scope.organisations(directory);
        let is_on = |account: &AccountIndex| {
            scope.platform.is_none_or(|it| directory.account(*account).platform == it)
        };
        let mut cx = Self {
            directory,
            similarity,
            today,
            platform: scope.platform,
            families: Vec::new(),
            organisations,
            accounts: Vec::new(),
        };
        for family in scope.families() {
            let is_asked = |it: &OrganisationIndex| cx.organisations.binary_search(it).is_ok();
            if !family.organisations(directory).iter().any(is_asked) {
                continue;
            }
            let mut accounts = family.accounts(directory);
            accounts.retain(is_on);
            cx.families.push((family, accounts));
        }
        let of = |organisation: &OrganisationIndex| {
            let organisation = *organisation;
            let owned = move |account: &AccountIndex| {
                directory.account(*account).organisation == organisation
            };
            directory.accounts_of(organisation).filter(owned).filter(is_on)
        };
        cx.accounts = cx.organisations.iter().flat_map(of).collect();
        cx
    }

    /// Whether findings about an account are asked for.
    pub(crate) fn asks_for(&self, account: AccountIndex) -> bool {
        let organisation = self.directory.account(account).organisation;
        self.organisations.binary_search(&organisation).is_ok()
    }
}
