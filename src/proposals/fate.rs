//! What becomes of organisations: another name, or an end.

use std::str::FromStr;

use crate::directory::{Date, Directory, Method};

use super::{Case, Kind, Subject};

/// Whether it is said of an organisation that it ended, or is called otherwise, by pages of its own and by no register.
/// Such a page is only named: nothing that is kept of it shows what it says.
///
/// The evidence must have been [held to its pages](super::Proposals::hold_to_pages).
pub(super) fn is_unregistered(subject: &Subject, case: &Case) -> bool {
    let is_meant = matches!(subject.kind, Kind::OrganisationRenamed | Kind::OrganisationEnded);
    let has = |wanted: &dyn Fn(Method) -> bool| case.evidence.iter().any(|it| wanted(it.method));
    let is_own = has(&|it| matches!(it, Method::OfficialSite | Method::TwoWay));
    is_meant && is_own && !has(&|it| it == Method::Register)
}

/// The last day on which an account or a site of an organisation was seen, where a proposal would have it end before.
pub(super) fn seen_since(directory: &Directory, subject: &Subject) -> Option<Date> {
    if subject.kind != Kind::OrganisationEnded {
        return None;
    }
    let organisation = directory.organisation_by_id(&subject.organisation)?;
    let end = Date::from_str(subject.value.as_deref()?).ok()?;
    let accounts = directory.accounts_of(organisation).map(|it| directory.account(it));
    let of_accounts = accounts.flat_map(|account| &account.evidence);
    let of_sites = directory.organisation(organisation).sites.iter().flat_map(|it| &it.evidence);
    let claims = of_accounts.chain(of_sites).filter(|it| it.is_claim());
    claims.map(|it| it.seen).max().filter(|newest| *newest > end)
}
