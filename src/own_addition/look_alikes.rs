//! Accounts that would be shown as official by a proposal, and that look like listed ones or have the name of another body.

use crate::check::Checker;
use crate::directory::Directory;
use crate::parallel::in_order;
use crate::proposals::objection::Objection;
use crate::proposals::{Case, Confidence, Kind, Proposals, Subject};
use crate::search::Index;

use super::genuine;

/// Writes down that an account looks like the listed one of this name.
pub fn warn(case: &mut Case, genuine: &str) {
    case.against.insert(Objection::LookAlike(genuine).to_string());
    case.confidence = Some(Confidence::Low);
}

/// Those of a choice that would show a new account, or another account or website in the place of a listed one, which
/// looks like a listed one; each with the name of that.
pub fn look_alikes(
    found: &Proposals,
    directory: &Directory,
    is_meant: &dyn Fn(&Subject, &Case) -> bool,
) -> Vec<(Subject, String)> {
    let is_new = |it: &&Subject, case: &&Case| {
        let shown = [Kind::New, Kind::Renamed, Kind::Moved, Kind::WebsiteMoved];
        shown.contains(&it.kind) && is_meant(it, case)
    };
    let new: Vec<(&Subject, &Case)> =
        found.cases.iter().filter(|(it, case)| is_new(it, case)).collect();
    if new.is_empty() {
        return Vec::new();
    }
    let (index, checker) = (Index::new(directory), Checker::default());
    let address = |subject: &Subject| {
        let platform = directory.platforms.by_id(subject.platform.as_deref()?)?;
        let platform = directory.platform(platform);
        let account = match subject.kind {
            Kind::Renamed => &subject.value,
            _ => &subject.account,
        };
        let name = platform.parse_name(account.as_deref()?).ok()?;
        Some(platform.address_of(&name))
    };
    let found = in_order(new, |(subject, case)| {
        let shown = match subject.kind {
            Kind::New => case.url.clone(),
            Kind::Moved | Kind::WebsiteMoved => subject.value.clone(),
            _ => None,
        };
        let address = shown.or_else(|| address(subject))?;
        // What is listed looks like nothing but itself.
        let parsed = directory.platforms.parse_address(&address);
        if parsed.is_ok_and(|it| directory.account_by(&it.account).is_some()) {
            return None;
        }
        let own = directory.organisation_by_id(&subject.organisation);
        Some((subject.clone(), genuine(directory, &index, &checker, own, &address)?))
    });
    found.into_iter().flatten().collect()
}

/// Says of each of them that it does.
pub fn mind(
    found: &mut Proposals,
    directory: &Directory,
    is_meant: &dyn Fn(&Subject, &Case) -> bool,
) {
    for (subject, genuine) in look_alikes(found, directory, is_meant) {
        if let Some(case) = found.cases.get_mut(&subject) {
            warn(case, &genuine);
        }
    }
}
